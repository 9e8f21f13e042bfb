"""Texts of the promise: what a facilitator fills in, and what participants read of it."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date

from cosmos_app.texts.days import day_in_words
from cosmos_app.texts.message import Text, paragraph
from models.plan import Promise

PROMISE_ABOUT = Text(
    "People read this before anything else, and it can't be changed once you let them in. Choose a sentence, then make "
    "it true. Promise less and keep it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the promise.

    Attributes:
        label: What the facilitator is asked.
        asked: The question as a participant would put it.
        help: What makes a good answer.
        starters: Sentences to begin with; what stands in square brackets is to be filled in.
    """

    label: Text
    asked: Text
    help: Text
    starters: tuple[Text, ...]


WHO_SEES = Text(
    "Until all answers are shown together, the app shows counts only: how many people and seats there are, how many "
    "seats are on paper or on a shared phone, from which groups people come where these are large enough, and how many "
    "have finished. The person leading the workshop sees no more than that. "
    "After that, everyone in the workshop sees how many people chose what, never who. Groups that are too small are "
    "not shown, unless everyone says yes to it in private. The reasons you write can be read by you alone, unless you "
    "are asked for a name. If you were here last time as well, you choose whether what you said then and now is "
    "compared; if enough people do, shown is how many they are and how much they changed on average, never who. The "
    "owner of the computer could, in principle, read everything that is kept on it."
)
"""What is true of every room; the facilitator adds what is true of this one."""

PROMISE: Mapping[str, Line] = {
    "asked_by": Line(
        label=Text("Who asked for this workshop?"),
        asked=Text("Who asked for this?"),
        help=Text("Say who wanted it, who pays, and who knows that it takes place."),
        starters=(
            Text("[Who] asked for this workshop. [Who] pays for it, and [who] knows that it takes place."),
            Text("We asked for it ourselves: [people who use the service] together with [the team]."),
            Text(
                "[A funder, the town, the managers] asked us to do this. Whether you take part is up to you, and "
                "changes nothing about the help you get."
            ),
        ),
    ),
    "can_change": Line(
        label=Text("What can change because of it?"),
        asked=Text("What can change because of it?"),
        help=Text("Name one or two things that the people here can really decide or move."),
        starters=(
            Text("We decide here on [one thing, such as the opening hours]. What we agree will be done by [when]."),
            Text("We work out a proposal on [what]. [Who] decides on it, by [when], and will tell us why."),
            Text("Nothing is promised. What we find here goes to [whom], and you will hear what they say to it."),
        ),
    ),
    "cannot_change": Line(
        label=Text("What can't change?"),
        asked=Text("What can't change?"),
        help=Text("People forgive a limit they were told of. Money, law, contracts, staff."),
        starters=(
            Text("[The law, the budget, the number of staff] stays as it is. We can't change it here."),
            Text("The contract with [whom] runs until [when]. Before that, [what] can't be changed."),
            Text(
                "We don't know yet what may turn out to be impossible. If we can't do something, we will tell you why."
            ),
        ),
    ),
    "last_time": Line(
        label=Text("What happened after last time?"),
        asked=Text("What happened after last time?"),
        help=Text("If nothing did, say so and why. If this is the first time, think of earlier surveys and meetings."),
        starters=(
            Text(
                "This is our first workshop. Before it, people here were asked about [what, when], and [this] came of "
                "it."
            ),
            Text("We said that we would [what]. [This] is done. [This] is not done, because [why]."),
            Text("Nothing came of last time that you could see, because [why]. This time we will [what is different]."),
        ),
    ),
    "reward": Line(
        label=Text("What do people get for their time?"),
        asked=Text("What do I get for my time?"),
        help=Text(
            "Pay, vouchers, fares, food, childcare. A payment can reduce benefits: find out before you offer it."
        ),
        starters=(
            Text(
                "You get [pay, a voucher, your fare], [food], and [childcare]. If you get benefits, ask [whom] first "
                "whether this could count as income."
            ),
            Text("Staff are here in their paid time. People who come unpaid get [what]."),
            Text("We can't pay you. There is [food, childcare, the fare], and you may leave whenever you like."),
        ),
    ),
    "hear_back": Line(
        label=Text("When and how do people hear back?"),
        asked=Text("When and how do I hear back?"),
        help=Text("A date, and a way that reaches people without e-mail too."),
        starters=(
            Text("By [date], you get one page on what we agreed, [by post, at the door, by message]."),
            Text(
                "What we agreed stays on your phone, under the way you came in, once the workshop is closed. On paper "
                "you get it [where]."
            ),
            Text("On [date] we meet again and say what was done, what was not, and why."),
        ),
    ),
    "who_sees": Line(
        label=Text("Who can see what?"),
        asked=Text("Who can see what?"),
        help=Text(
            "Filled in with what is true of CoSMoS. Add what is true of you: notes, reports, whose computer it is."
        ),
        starters=(WHO_SEES,),
    ),
    "controller": Line(
        label=Text("Who is responsible for what is kept of people?"),
        asked=Text("Who is responsible for what I say here?"),
        help=Text(
            "The office, association or person that decides why and how answers are kept (the controller). Give the "
            "full name and the address."
        ),
        starters=(
            Text("[Full name of the office or association, address] is responsible."),
            Text("[Office one] and [office two] are responsible together. Either of them must answer your questions."),
        ),
    ),
    "data_contact": Line(
        label=Text("Whom can people ask about what is kept of them?"),
        asked=Text("Whom can I ask about it?"),
        help=Text(
            "A person who knows this workshop, and the data protection officer if you have one. Name the authority to "
            "which people can complain."
        ),
        starters=(
            Text(
                "Ask [name], [phone number or address]. Our data protection officer is [name, how to reach them]. You "
                "can also complain to [the data protection authority]."
            ),
        ),
    ),
    "legal_basis": Line(
        label=Text("Why may you keep what people say?"),
        asked=Text("Why may you keep what I say?"),
        help=Text(
            "The legal basis. Ask your data protection officer which one is true of you. For a public office this is "
            "often its task, and for others consent. Consent must be free: nobody may lose anything by a no."
        ),
        starters=(
            Text(
                "Because you say yes to it by taking part (consent). You can say no to [whom] and lose nothing. "
                "Until the first round is closed you can erase all you said. After that it is part of what everyone "
                "has seen."
            ),
            Text("Because it is our task to make this service better with the people it is for: [law, paragraph]."),
            Text("Because [we have a good reason, and it does you no harm]. You can object to it: [how]."),
        ),
    ),
    "harm_contact": Line(
        label=Text("Whom to tell if someone is being harmed?"),
        asked=Text("Whom can I tell if someone is being harmed?"),
        help=Text(
            "A person or place that can be reached, and how. Ask them first. Answers here are not read as reports."
        ),
        starters=(
            Text(
                "[Name or role], [phone number], [at which hours]. They know what to do, and they can't always keep it "
                "secret."
            ),
            Text("[The local service that protects children or adults], [phone number], day and night."),
            Text(
                "Talk to [name or role] after the workshop or on [phone number]. If someone is in danger now, call "
                "[emergency number]."
            ),
        ),
    ),
}
"""The lines of the promise, by the fields of ``models.plan.Promise``, in the order they are read."""

TRY_OUT: Mapping[str, Text] = {
    "asked_by": Text("We ourselves did. This is a try-out among colleagues."),
    "can_change": Text("How we prepare the real workshop. Nothing else depends on it."),
    "cannot_change": Text("Everything outside this try-out."),
    "last_time": Text("This is the first time we try it."),
    "reward": Text("Nothing but having tried it."),
    "hear_back": Text("At the end, together, and on this page."),
    "who_sees": WHO_SEES,
    "controller": Text("We ourselves, the colleagues who try it out."),
    "data_contact": Text("The person who leads this try-out."),
    "legal_basis": Text("Because you say yes to it by taking part. You can say no and lose nothing."),
    "harm_contact": Text("Whoever leads this try-out. If someone is in danger now, call the emergency number."),
}
"""A promise that is true of a try-out among colleagues as it stands."""


FOUND_OUT = "found_out"
"""Names the line on what others can work out, which the program says itself too: it follows from the smallest group."""

FOUND_OUT_ASKED = Text("Can others find out what I chose?")
FOUND_OUT_SAID = (
    Text("Answers of fewer than {k} people are not shown, unless everyone says yes to it in private."),
    Text("But if all of us chose the same, everyone knows what you chose."),
    Text("And people who tell each other their answers can work out more about the others."),
    Text("The smaller the group, the easier this is."),
    Text("The person who types in paper knows what is on it."),
    Text("So beside paper, we show answers from phones only if {k} people or more answered on phones."),
)

KEPT_UNTIL = "kept_until"
"""Names the line that nobody fills in: the program erases, so it says itself when."""

KEPT_UNTIL_ASKED = Text("How long is it kept?")
KEPT_UNTIL_SAID = Text(
    "Until {day}. Then the program erases this workshop: all answers, names and results. Someone may erase it earlier. "
    "Reports that people took along stay with them."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLine:
    """A line of a promise as people read it.

    Attributes:
        name: Of the field, or ``KEPT_UNTIL``, or ``FOUND_OUT``.
        asked: The question.
        answer: What was promised; "" if nothing is said.
    """

    name: str
    asked: str
    answer: str


def promise_lines(promise: Promise, erase_on: date | None, k: int | None) -> Iterator[PromiseLine]:
    """Every line of a promise, in the order they are read.

    Args:
        promise: In the facilitator's words.
        erase_on: The day on which the program erases it all; None if there is none yet.
        k: Smallest group that is shown, in people; None if that is not known.
    """
    said: Mapping[str, str] = asdict(promise)
    for name, line in PROMISE.items():
        if name == "harm_contact":
            until = KEPT_UNTIL_SAID(day=day_in_words(erase_on)) if erase_on else ""
            yield PromiseLine(name=KEPT_UNTIL, asked=KEPT_UNTIL_ASKED(), answer=until)
        yield PromiseLine(name=name, asked=line.asked(), answer=said[name])
        if name == "who_sees":
            found_out = "" if k is None else paragraph(*(said_of_it(k=k) for said_of_it in FOUND_OUT_SAID))
            yield PromiseLine(name=FOUND_OUT, asked=FOUND_OUT_ASKED(), answer=found_out)

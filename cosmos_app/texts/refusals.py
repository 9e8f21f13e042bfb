"""Why something is refused: a sentence for every reason, wrong codes included."""

from collections.abc import Mapping

from cosmos_app.storage.errors import StoreError
from cosmos_app.texts.message import Plural, Text
from cosmos_app.texts.store import store_problem
from models.workshop import NotAllowedError

NO_SUCH_ROOM = Text("No workshop has this code. Look again: it has six letters and digits, and no O, I, L, U, 0 or 1.")
NOWHERE = Text("This code leads nowhere. Look again: it has letters and digits, and no O, I, L, U, 0 or 1.")

REFUSALS: Mapping[str, Text] = {
    "no-such-step": Text("A workshop that is {now} can't become {phase}. Possible now: {possible}."),
    "closed-for-good": Text("A workshop that is closed can't become {phase}. Possible now: nothing: it is closed."),
    "no-third-round": Text("There is no third round. Possible now: agreed."),
    "not-shared": Text("{site} has not agreed to share what its workshops give. It can under Sites at the desk."),
    "nothing-to-report": Text(
        "Nothing is revealed yet, so there is nothing to report. Close the round, then show the dots."
    ),
    "nothing-to-take-away": Text("Nothing is revealed yet, so there is nothing to take away."),
    "sheet-without-number": Text("Write a number on the paper first, and type it here."),
    "sheet-number-taken": Text(
        "A sheet {label} is being typed in already. Give this paper another number, or go on with that one."
    ),
    "sheet-number-counted": Text("A sheet {label} was counted already. Is it another number?"),
    "sheet-incomplete": Text("Something is missing on this sheet still. Type it in, or leave the rest blank."),
    "sheet-typings-differ": Text("The two typings differ still. Settle the differences first."),
    # the right to do it
    "not-at-desk": Text("Somebody has ended the way to the desk for this browser. Nothing was changed."),
    "not-at-laptop": Text("Other devices are admitted at the laptop that CoSMoS runs on, and nowhere else."),
    "not-your-seat": Text(
        "This page belongs to another visit than this browser's. Nothing was changed. Load it again."
    ),
    # preparing and leading a workshop
    "plan-incomplete": Text("The plan still lacks: {lacking}."),
    "not-on-offer": Text("Not on offer any more: {gone}. Choose what to ask anew."),
    "plan-stays": Text(
        "This workshop was opened, and people rely on what it said then, so its plan stays as it is. Prepare another "
        "workshop to do it differently."
    ),
    "opened-already": Text("This workshop was opened already; what it asks stays as it is."),
    "draft-opens-from-plan": Text("A draft opens with what it asks. Open it from its plan."),
    "room-goes-step-by-step": Text("A workshop of several people goes on step by step."),
    "facilitator-only": Text("In a workshop of several people, only the person leading it can do this."),
    "erased": Text("This workshop was erased."),
    "erased-as-a-whole": Text("A workshop of one is erased as a whole."),
    # joining it
    "joining-not-open": Text("This workshop has not begun yet. You can join as soon as it is open."),
    "joining-over-after-talk": Text(
        "This workshop is past its questions, so nobody can join any more. Ask what was agreed."
    ),
    "joining-over": Text("This workshop is over, so nobody can join any more. Ask what was agreed."),
    "no-cookies": Text("Your browser keeps no cookies, so it could not find its way back. Please allow them here."),
    "name-missing": Text("Please give a name: in this workshop it stands beside the reasons you write."),
    "no-seat-last-time": Text(
        "This code leads to no seat in the workshop before this one. Look again, or leave it empty: you can join "
        "without."
    ),
    "no-such-seat-last-time": Text(
        "This is not a seat of the workshop before this one, so nothing is compared. Join without it, or try another "
        "code."
    ),
    "linked-already": Text(
        "Somebody has joined with this seat of last time already, so it can't be compared twice. Join without it."
    ),
    "linked-from-elsewhere": Text(
        "Last time is being compared with another workshop that follows it, and comparing it twice could tell what a "
        "few people said. Join without it: you answer just the same."
    ),
    # counting people and seats
    "heads-not-counted": Text("Count the people first: everyone who answered, gone or still here."),
    "more-seats-than-heads": Text(
        "There are {seats} seats and {heads} people, so the dots stay hidden. Count again, let people erase a second "
        "seat, or take away a seat that nobody uses."
    ),
    "heads-before-the-dots": Text("People and seats are counted once the first round is closed, before the dots show."),
    "no-such-number-of-people": Text("Give a number of people from 0 to {most}."),
    "no-seat-too-many": Text("There are no more seats than people, so none is taken away."),
    "no-idle-seat": Text("Everybody who was asked has given a sign, so no seat is taken away."),
    "still-waiting-for-them": Text("People still have {seconds} seconds to give a sign."),
    # answering
    "answers-not-open": Text("This has not begun yet. You can answer as soon as it is open."),
    "not-asked-again": Text(
        "The second round asks only a few questions again. What you said to this one before still counts."
    ),
    "answers-closed": Text("The answers are closed. What you said before stays as it was."),
    "answers-closed-by-talk": Text(
        "The answers are closed: by now everybody has talked and agreed. What you said before stays as it was."
    ),
    "answers-closed-for-good": Text("This is closed by now. What you said before stays as it was."),
    "answer-counts": Text(
        "The answers are closed, so this one can't be taken back any more. A new answer would be kept, uncounted."
    ),
    "consent-stays": Text("The answers were shown already, so what you said about small groups stays as it was."),
    "copy-after-the-round": Text(
        "You can take a copy of your answers along once the first round is closed. Until then you see them here, and "
        "can change or erase them."
    ),
    "answers-stay": Text(
        "Your answers can be erased only while the first round is open. Now others' results could be compared with "
        "and without them, which would tell what you said."
    ),
    # forms on paper
    "no-paper-alone": Text("Only a workshop of several people takes forms on paper."),
    "paper-too-late": Text(
        "This paper belongs to a round that is over, so it can't be counted any more. What it says can still be said "
        "in the talk."
    ),
    "no-first-sheet": Text(
        "No sheet {label} was counted in the first round. A second sheet needs the number of the first one. If the "
        "person has lost it, their first answers stay."
    ),
    # results, and the talk about them
    "nothing-revealed": Text("Nothing is revealed yet. Freeze the answers, then reveal them."),
    "scores-after-talk": Text("Scores come after the talk. Agree on the questions first."),
    "picked-between-rounds": Text(
        "Questions are picked for a second round between the first reveal and the second round."
    ),
    "nothing-asked-again": Text("Choose first which questions are asked again."),
    "decided-while-talking": Text("A room settles its answers after a reveal and before the close."),
    "talk-closed": Text("This workshop is closed. What became of its actions can still be noted."),
    "what-was-agreed-stays": Text("This workshop is closed, and what it agreed stays as it is."),
}
"""Each reason of a ``NotAllowedError`` with what is said to the person."""


TOO_SOON = Plural(
    "Too many wrong codes. Please wait {n} second, then try again.",
    "Too many wrong codes. Please wait {n} seconds, then try again.",
)


def refusal(error: Exception) -> str:
    """What is said to a person whose step was refused or failed; errors of other kinds carry a sentence themselves.

    >>> refusal(NotAllowedError("no-third-round"))
    'There is no third round. Possible now: agreed.'
    """
    if isinstance(error, StoreError):
        return store_problem(error)
    if not isinstance(error, NotAllowedError):
        return str(error)
    return REFUSALS[error.reason](**{name: _named(value) for name, value in error.values.items()})


def _named(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, tuple | list) else value

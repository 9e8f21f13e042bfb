"""The steps of the script, each with its minutes, the words to say, what to do and what to watch."""

from cosmos_app.texts.agenda.step import Step
from cosmos_app.texts.agenda.traps import (
    HARM,
    HIERARCHY,
    NO_PHONE,
    ONE_VOICE,
    READING,
    REMOTE,
    SILENCE,
    TIME,
    UPSET,
    Trap,
)
from cosmos_app.texts.message import Text

STEPS: tuple[Step, ...] = (
    Step(
        key="welcome",
        title=Text("Welcome"),
        about=Text("Everybody knows why they are here, what can change, and what became of last time."),
        minutes={"45": 5, "90": 8, "2x60": 10},
        say=(
            Text("Welcome, and thank you for coming."),
            Text("I will read to you who asked for this, what can change because of it, and what can't."),
            Text("If we met before: this is what we said we would do, and this is what became of it."),
            Text("You need no account. You may leave any question out, and you may stop at any time."),
            Text("Answers are not read as reports. If someone is being harmed, the promise says whom to tell."),
        ),
        do=(
            Text("People can come in since you pressed “{let_in}”. Show the code on the projector."),
            Text("Read the whole promise aloud, the parts that can't change as well."),
            Text("Go through the actions of last time, also those that were dropped, and say why."),
            Text("Ask who still needs a way in. You see how many have joined, not what anyone does."),
        ),
        room=Text("Join with the code. First you read who asked for this and what can change because of it."),
        watch=(NO_PHONE, READING, HIERARCHY),
    ),
    Step(
        key="answer",
        title=Text("Answer alone"),
        about=Text("Everybody says what they have seen, before anyone has heard what others think."),
        minutes={"45": 10, "90": 15, "2x60": 20},
        say=(
            Text("Now each of us answers alone, without talking."),
            Text("Choose the situation that comes closest to what you have seen. “I don't know” is an answer too."),
            Text("If you like, write down why. Your screen tells you who can read it."),
            Text("Until we look at all the answers together, none of them is shown to anyone. Not to me either."),
        ),
        do=(
            Text("Stay silent and keep away from people's screens. You see how many have finished."),
            Text("The timer is for you and stops nobody. Tell the room when two minutes are left."),
            Text("Press “{close_round}” when all have finished or time is up. What comes later is not counted."),
            Text("If somebody was cut off, press “{reopen}”. That works until the dots are shown."),
        ),
        room=Text("Answer alone, without talking. No answer is shown until we look at all of them together."),
        watch=(
            READING,
            NO_PHONE,
            Trap(
                Text("People compare or advise each other"),
                Text("Say kindly: first alone, then together. The talk comes soon."),
            ),
        ),
    ),
    Step(
        key="reveal",
        title=Text("Look together"),
        about=Text("All answers appear at once, as dots without names and without scores."),
        minutes={"45": 2, "90": 5, "2x60": 5},
        say=(
            Text("There is one more thing on your screen, about small groups. Saying nothing is fine."),
            Text("In a moment we see all answers at once. Each dot is one person. No dot has a name."),
            Text("You don't have to own a dot, now or later."),
            Text("There are no scores yet. Let us look for a minute, without talking."),
        ),
        do=(
            Text("Give people a moment for that question, then press “{show_dots}”. It can't be taken back."),
            Text("Look for a minute in silence. Then ask: what surprises you?"),
            Text("If too few people have answered, nothing appears. Your desk tells you what you can do then."),
        ),
        room=Text("Each dot is one person, and no dot has a name. Take a minute to look."),
        watch=(
            Trap(
                Text("Somebody guesses whose dot it is"),
                Text("Stop it at once: we talk about what people see, not about who."),
            ),
            Trap(
                Text("Somebody explains the low dots away"),
                Text("Ask them to hold it. Those dots get the first word next."),
            ),
        ),
    ),
    Step(
        key="discuss",
        title=Text("Talk where we differ"),
        about=Text("The questions on which people differ most, and the view that fewest share is heard first."),
        minutes={"45": 11, "90": 25, "2x60": 22},
        say=(
            Text("We start where we see things most differently. That is where we can learn most."),
            Text("The view that fewest chose gets the first word. Anyone may speak for it, whatever they chose."),
            Text("What might someone who chose this have seen?"),
            Text("We are not looking for who is right. We want to know what each of us sees."),
        ),
        do=(
            Text(
                "Take the questions in the order of your desk: press “{look_together}”. There is time for "
                "{questions_45} in 45 minutes, {questions_90} in 90, and {questions_2x60} in two meetings."
            ),
            Text("Read the question aloud, then the situation to be heard first. Ask, and wait."),
            Text("If the talk is slow, let pairs talk for two minutes, then collect what they found."),
            Text("Note what was said and what one could look at. Note no names and no roles."),
        ),
        room=Text("What might someone who chose this have seen? Anyone may answer, whatever they chose."),
        watch=(SILENCE, ONE_VOICE, HIERARCHY, REMOTE, UPSET, HARM),
    ),
    Step(
        key="again",
        title=Text("Answer again"),
        about=Text("If you like: the questions you talked about, once more, alone."),
        minutes={"45": 0, "90": 5, "2x60": 8},
        say=(
            Text("We answer the questions we talked about once more, alone and without talking."),
            Text("Change your answer or keep it. Both are fine."),
            Text("The first answers stay beside the new ones, so we can see what the talk has moved."),
        ),
        do=(
            Text("Leave this out if the talk changed little, or if time is short."),
            Text("Choose only questions you talked about, and press “{ask_again}”. It happens once."),
            Text("Then press “{close_round}” and “{show_dots}”, as before."),
            Text("Look at both rounds. Ask what moved, and what moved it."),
        ),
        room=Text("The questions we talked about, once more. Change your answer or keep it: both are fine."),
        watch=(
            Trap(
                Text("People feel pushed to come round"),
                Text("Say that keeping an answer is as useful as changing it."),
            ),
            TIME,
        ),
        sitting=2,
    ),
    Step(
        key="agree",
        title=Text("Agree or keep both"),
        about=Text(
            "For each question you talked about: one answer all can live with, or both views with their reasons."
        ),
        minutes={"45": 4, "90": 10, "2x60": 14},
        say=(
            Text("Which of these situations could we all live with as our answer for now?"),
            Text("If there is none, we write down both views with their reasons. That is a result too."),
            Text("No name goes with it, and no role. Nobody has to give up what they have seen."),
        ),
        do=(
            Text("Name the situation with most support, and ask who can't live with it. Don't vote."),
            Text("If somebody can't, write both reasons in words that each side accepts."),
            Text("Read aloud what you wrote before you keep it."),
            Text("Where the dots lie close together, ask for objections and go on."),
        ),
        room=Text("One answer we can all live with, or both views side by side. Both are results."),
        watch=(
            Trap(
                Text("The room agrees to have peace"),
                Text("Ask: what did we hear that does not fit in? Then write both down."),
            ),
            HIERARCHY,
            TIME,
        ),
        sitting=2,
    ),
    Step(
        key="profile",
        title=Text("Profile and targets"),
        about=Text("Only now the scores: where things are, where you want them to be, and whose hands that is in."),
        minutes={"45": 3, "90": 5, "2x60": 10},
        say=(
            Text("Only now do we look at scores. They are a picture to talk about, not a mark."),
            Text("The top is not always the right place. Where do we want to be when we next meet?"),
            Text("Is that in our control, can we influence it, or do we live with it?"),
        ),
        do=(
            Text("Press “{go_on}”. From then on nobody can join, and no more answers are kept."),
            Text("Start with a theme on which people differ, not with the lowest one."),
            Text("Choose a target for two or three themes at most, and mark whose hands each is in."),
        ),
        room=Text("A picture to talk about, not a mark. Where do we want to be, and whose hands is that in?"),
        watch=(
            Trap(
                Text("Somebody asks for the total, or how others did"),
                Text("There is neither: places differ too much."),
            ),
            ONE_VOICE,
        ),
        sitting=2,
    ),
    Step(
        key="surroundings",
        title=Text("What is around us"),
        about=Text(
            "What lies outside this room and shapes the work: what helps, what hinders, and how you each place it."
        ),
        minutes={"45": 3, "90": 5, "2x60": 10},
        say=(
            Text("Much that shapes this work lies outside the room. Our answers have brought some of it up."),
            Text("What is missing from this list? What helps us that we hardly notice?"),
            Text("On a map we may stand in different places. None of them is the right one."),
        ),
        do=(
            Text("Take the first three on the list, and look for at least one that helps."),
            Text("Mark each: in our control, we can influence it, or we live with it."),
            Text("Add what the room names. Show the maps if your questions filled any."),
        ),
        room=Text("What helps from outside, what hinders, and what can we do about it?"),
        watch=(
            Trap(
                Text("It is all somebody else's fault"),
                Text("Ask what someone in this room could do about it, however small."),
            ),
            REMOTE,
        ),
        sitting=2,
    ),
    Step(
        key="actions",
        title=Text("Actions"),
        about=Text("At most three things to do, each with an owner and a date; the rest is parked."),
        minutes={"45": 5, "90": 7, "2x60": 10},
        say=(
            Text("What will we do before we meet again? Three things at most."),
            Text("Each needs a date, and an owner who is here and says yes."),
            Text("Small and soon is better than big and some day. The rest is parked, not lost."),
        ),
        do=(
            Text("Write each action so that a stranger would know when it is done."),
            Text("Write the owner as a role, such as “team manager”. Ask whether they have time for it."),
            Text("Set the day on which somebody will say what became of it."),
        ),
        room=Text("Three things at most. Who does it, and by when?"),
        watch=(
            Trap(
                Text("The work lands with people who are not paid"),
                Text("Ask who is paid for this, and what would be fair."),
            ),
            TIME,
        ),
        sitting=2,
    ),
    Step(
        key="close",
        title=Text("Close"),
        about=Text("A minute of feedback, and when people hear what came of it."),
        minutes={"45": 2, "90": 3, "2x60": 4},
        say=(
            Text("Please take a minute for three quick questions on your screen. No name goes with them."),
            Text("I will read once more when and how you hear back."),
            Text("Your way in stays open: it shows what we agreed and, later, what became of it."),
            Text("If something stays with you, talk to me now, or to the person named in the promise. Thank you."),
        ),
        do=(
            Text("Wait for the feedback, and read out the part of the promise about hearing back."),
            Text("Press “{close}”. It can't be opened again; what became of actions can still be written."),
            Text("Stay ten minutes longer. Some things are only said at the door."),
        ),
        room=Text("Thank you. On your own page: a minute of feedback, and later what became of what we agreed."),
        watch=(UPSET, HARM),
        sitting=2,
    ),
)

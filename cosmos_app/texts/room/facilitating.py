"""Texts of leading a room: the run sheet, what a step does before it is taken, and what can be done in each step."""

from collections.abc import Mapping
from dataclasses import dataclass

from cosmos_app.texts.message import Plural, Text

# --- the run sheet ----------------------------------------------------------------------------------------------------

WHO_SEES_WHAT = Text("Who sees what now")
OPEN_THE_WALL = Text("Open the view for the wall")
BACK = Text("Back")
NEXT = Text("Next: {title}")
STEP_OF = Text("Step {number} of {total}")
SAY, DO = Text("Say"), Text("Do")
MAY_GO_WRONG = Text("What may go wrong")
ALL_STEPS = Text("All steps")
STEP_MINUTES = Plural("{number}. {title} ({n} minute)", "{number}. {title} ({n} minutes)")
END_FIRST_MEETING = Text("To end the first meeting")
BEGIN_SECOND_MEETING = Text("To begin the second meeting")

# --- before a step is taken -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Confirm:
    """What is said before a step that changes what everybody sees.

    Attributes:
        ask: The question.
        happens: What will happen.
        stays: What can't be undone, or that nothing is lost.
    """

    ask: Text
    happens: Text
    stays: Text


CONFIRM: Mapping[str, Confirm] = {
    "let_in": Confirm(
        Text("Let people in?"),
        Text("The join code starts to work. People first read the promise, then answer."),
        Text(
            "From now on the plan stays as it is: the promise, the questions, names or no names, and the smallest "
            "group."
        ),
    ),
    "close_round": Confirm(
        Text("Close the round?"),
        Text(
            "{finished} of {joined} have finished. What people have chosen so far counts, also of those who haven't "
            "finished. What they choose from now on is kept for them and not counted."
        ),
        Text("Nothing is final yet. Until you show the dots, you can open the round again."),
    ),
    "reopen": Confirm(
        Text("Open the round again?"),
        Text("People go on answering. Answers that came in while it was closed now count."),
        Text("Nothing is lost by it."),
    ),
    "show_dots": Confirm(
        Text("Show the dots to everyone?"),
        Text(
            "All answers of this round appear at once, on every screen. You see how many people chose what. There are "
            "no names on the dots and no scores."
        ),
        Text(
            "This can't be taken back. The answers of this round stay as they are. Nobody can erase theirs any more, "
            "and what people said about small groups is settled."
        ),
    ),
    "ask_again": Confirm(
        Text("Ask these questions again?"),
        Text(
            "People answer them once more, alone. Round one stays on view. Whoever keeps silent keeps their first "
            "answer. Those who joined late take part, and are not counted. Those who answered on paper get a "
            "sheet with these questions."
        ),
        Text("There is only one second round, and the questions in it can't be changed afterwards."),
    ),
    "go_on": Confirm(
        Text("Go on to the profile?"),
        Text(
            "Scores appear for the first time, with targets and what is around you. You can still correct what you "
            "agreed."
        ),
        Text(
            "This can't be taken back. Nobody can join any more, no answer is kept any more, and there is no second "
            "round after this."
        ),
    ),
    "close": Confirm(
        Text("Close the workshop?"),
        Text("Everyone's page turns to what was agreed. You can still write what became of the actions."),
        Text("It can't be opened again. What was agreed stays as it is, and the record of single clicks is erased."),
    ),
}
"""By the keys of ``agenda.BUTTONS``."""

YES = Text("Yes: {button}")

# --- what can be done in each step ------------------------------------------------------------------------------------

NOBODY_YET = Text("Nobody has joined yet. Is the code on the projector?")
READ_ALOUD = Text("The promise, to read aloud")
NOBODY_RESPONSIBLE = Text(
    "It was written before CoSMoS asked who is responsible for what is kept, whom people can ask about it, and why it "
    "may be kept. Please say these three things."
)
FOR_LATECOMERS = Text("The way in, for latecomers")
NOT_ALL_SITTINGS = Text("The dots are shown to all sittings at once. Has everyone answered who should?")
CHOOSE_QUESTION = Text("Choose the question that everybody looks at. Those on which you differ most come first.")
BACK_TO_LIST = Text("Back to the list of all questions")
NEXT_QUESTION = Text("Next question")
DECIDED = Text("Settled")
BESIDE_EVERYONE = Text("Beside everyone, show")
TARGETS = Text("Where do we want to be, and whose hands is it in?")
BECAME_TITLE = Text("What became of it")
BECAME_ABOUT = Text("What you write here is what people read when they come back to their page.")

# --- on the wall ------------------------------------------------------------------------------------------------------

WALL_LAST_TIME = Text("What we said we would do last time, and what became of it")
WALL_CLOSED = Text("The round is closed. In a moment we look together.")

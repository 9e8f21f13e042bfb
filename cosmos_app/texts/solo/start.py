"""The first screen: what this is, what happens to answers, what to begin, and the ways back."""

from collections.abc import Mapping

from cosmos_app.texts.message import Plural, Text
from models.definition import Depth
from models.workshop import Kind

START_TITLE = Text("How do we work together?")
START_LEAD = Text("A quiet look at how people who use a public service and people who work in it shape it together.")

WELCOME = Text(
    "You choose, question by question, the situation that comes closest to what you have seen. "
    "There are no right answers and no marks. At the end you see a picture of your answers, what stands behind it, "
    "and what around the work may be worth talking about."
)

WHAT_HAPPENS = Text("What happens to my answers?")
PRIVACY = (
    Text("They are kept on the computer where CoSMoS runs, at every click, so you can stop and come back."),
    Text("You see them. So could, in principle, whoever owns that computer. Nobody else does."),
    Text("No name, no account. Your browser keeps a key that leads back to your answers."),
    Text("You can erase everything on the last page, whenever you like."),
    Text(
        "Answers are not read as reports. If somebody is being harmed, please tell a person you trust, or the service "
        "that protects people where you live."
    ),
)
RESPONSIBLE = Text("Who is responsible for what is kept here, and whom you can ask: {who}")
KEPT_UNTIL = Text(
    "If you begin today, they are kept until {day}. Then the program erases them. You can erase them earlier."
)
"""What happens to answers; said before the first question."""

NOTHING_TO_ASK = Text("This form has no question for people in this role. Choose another form, or another role.")
"""Where somebody would begin a form that asks them nothing."""
BEGIN, BEGIN_ANEW = Text("Begin"), Text("Begin anew")
EARLIER_STAY_KEPT = Text(
    "Your earlier answers stay kept. After that, only a code from the last page leads back to them."
)
PRESENT_STAY_KEPT = Text(
    "The answers that this browser leads to now stay kept. After that, only a code from the last page leads back to "
    "them."
)

WHAT_TO_LOOK_AT = Text("What would you like to look at?")
NOT_ON_THIS_LIST = Text("Not on this list, because of faults that cosmos check names: {files}.")
HOW_MUCH_TIME = Text("How much time do you have?")
DEPTHS: Mapping[Depth, Text] = {
    "short": Text("Short, the questions at the heart of it"),
    "full": Text("Full, for a closer look"),
}
"""The two forms."""
LENGTH = Plural("About {minutes}, {n} question at most", "About {minutes}, {n} questions at most")
"""How long a form takes, and how many questions it has."""
WHO_ANSWERS = Text("Who answers here?")
KINDS: Mapping[Kind, Text] = {"alone": Text("I, alone"), "shared": Text("Several of us, at this one screen")}
"""Who gives one set of answers."""

CONTINUE = Text("Continue where you were")

TRY_FIRST = Text("Try it first on an invented story")
TRY_FIRST_ABOUT = Text(
    "A page of story and a few questions. There is no right answer: it shows how the questions work, and how "
    "differently people read the same story. In a group, everyone rates it before you look at your own work."
)
STORY_ABOUT = Text("{story} ({level})")
"""An invented story, and which questionnaire it is rated with."""

HAVE_A_CODE = Text("I have a code, from a workshop or from my other device")
YOUR_CODE = Text("Your code")
TAKE_ME_THERE = Text("Take me there")

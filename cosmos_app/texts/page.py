"""What stands on every page, and what several pages say alike."""

from cosmos_app.texts.message import Plural, Text

ONE_MOMENT = Text("One moment …")
"""Until the first run has drawn something."""

NEEDS_JAVASCRIPT = Text("CoSMoS needs JavaScript. Please switch it on for this page.")
CONNECTION_LOST = Text("The connection is lost. Please wait a moment before you go on. What was saved is kept.")

STRANGE_KEY = Text(
    "This link leads nowhere any more: each start of CoSMoS makes a new one, and whoever sends others away does too. "
    "Look for the newest where CoSMoS was started, or ask at the desk."
)
"""At a facilitator's link that has ended."""

FOOT = Text("Answers stay where CoSMoS runs. Nothing is sent anywhere else, and nobody is ranked.")
INVENTED_ANSWERS = Text("An example: the answers are invented.")
PROGRESS = Text("Progress")
READ_STORY_AGAIN = Text("Read the story again")

MINUTES = Plural("{n} minute", "{n} minutes")
TIME_LEFT = Text("{time} left")
TIME_OVER = Text("{time} over")
"""What a clock shows of a step, and once its time is over."""

STAMP = Text("Stamp")
"""The label of a field out of sight that comes back with every click; see ``web.widgets``."""

NAME_NOBODY = Text("Please don't name anyone.")
TO_TALK_ABOUT = Text("To talk about")
AS_A_TABLE = Text("The same as a table")
GO_TO_QUESTIONS = Text("Go to the questions")
"""Where there are too few answers to show anything."""

COME_BACK = Text("Come back from another device")
GIVE_ME_A_CODE = Text("Give me a code")

SENT_AWAY_TITLE = Text("This page is closed to you")
SENT_AWAY_DO = Text(
    "Somebody at the desk has ended the way in for this browser. Nothing was lost. Ask them for the link, and open it."
)

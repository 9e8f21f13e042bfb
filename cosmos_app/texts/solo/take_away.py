"""The last screen: files, a code for another device, the end of the visit, and erasing it."""

from cosmos_app.texts.message import Text

TAKE_AWAY_TITLE = Text("Take away")
TAKE_AWAY_LEAD = Text("Everything here is yours. Nothing has been sent anywhere.")
OTHER_DEVICE = Text(
    "Ask for a code and type it in on the first page of the other device. Whoever has it sees your answers."
)
ONLY_FOR_PRACTICE = Text("An invented story is only for practice: nothing of it goes into a report.")
FINISH = Text("Finish")
FINISH_ABOUT = Text(
    "This keeps what you see as it is today. Answers can't be changed afterwards; you can begin anew any time."
)
FINISH_NOW = Text("Keep it like this and finish")
FINISHED = Text("It is kept as it was when you finished.")
ERASE = Text("Erase")
KEPT_UNTIL = Text(
    "All this is kept until {day}. Then the program erases it. Take along before what you want to keep. You can also "
    "erase it now."
)
ERASE_SURE = Text("I want all my answers of this visit to be erased, for good.")
ERASE_NOW = Text("Erase everything")
ERASED = Text("Your answers are erased.")

ANSWERS_FILE = Text("Answers as a table")
ANSWERS_FILE_ABOUT = Text("CSV, one row: for spreadsheets and for “cosmos score”")
EVERYTHING_FILE = Text("Everything")
EVERYTHING_FILE_ABOUT = Text("JSON: answers, scores and the definition they belong to")
DOWNLOAD = Text("Download")

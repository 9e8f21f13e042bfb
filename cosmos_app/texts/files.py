"""Texts of the files that leave a room or a visit: what stands in each, and what each is for."""

from collections.abc import Mapping

from cosmos_app.texts.message import Text

CAUTION_OF_A_ROOM = Text(
    "A reflection of what the people in one room said on one day, to talk about. Not a measurement of a service, and "
    "nothing to rank or compare services by."
)

NOT_YOUR_FILE = Text(
    "This file is not for this browser: the way in has ended, or was never opened here. Go back, and look at the page "
    "again."
)
NO_SUCH_FILE = Text("There is no such file here. Go back, and look at the page again.")

REPORT = Text("The report")
REPORT_OF_ROOM = Text(
    "What was shown to the room and what it settled, one page of it first. What was hidden stays hidden."
)
REPORT_OF_ONE = Text("Your profile and every answer behind it, with what there is to talk about.")
REPORT_CONTENTS = Text("What goes in it")
REPORT_BARE = Text("Leave out of the report what I wrote in my own words")
REPORT_BARE_HELP = Text(
    "In a small team, words tell who wrote them. The files below the report hold them all the same."
)
REPORT_AS = Text("As what")
REPORT_GET = Text("Take the report away")
REPORT_FORMATS: Mapping[str, Text] = {
    ".pdf": Text("To read and to print (PDF)"),
    ".docx": Text("To go on writing in (Word)"),
    ".pptx": Text("To show, with charts that can be changed (PowerPoint)"),
    ".html": Text("A page for any browser (HTML)"),
}
"""What each format of a report is for, by the ending of the file."""

EXPORT = Text("For other programs")
EXPORT_ABOUT = Text("What was shown to the room and what it settled. Nothing that was hidden is in it.")
EXPORT_AS = Text("Format")
EXPORT_GET = Text("Take it away as a file")
EXPORT_FORMATS: Mapping[str, Text] = {
    ".zip": Text("Everything, with a page that says what is what (ZIP)"),
    ".xlsx": Text("A workbook for Excel or LibreOffice (XLSX)"),
    ".csv": Text("A table, each figure in a row (CSV)"),
    "-wide.csv": Text("A table, each group in a row (CSV)"),
    ".sav": Text("For SPSS (SAV)"),
    ".parquet": Text("For Python or R (Parquet)"),
    ".json": Text("For archives and other programs (JSON)"),
}
"""What each format of an export is for, by the ending of the file, in the order of a facilitator's likely wishes."""

HAND_OVER = Text("For another CoSMoS")
HAND_OVER_HOLDS = Text(
    "For whoever compares sites on another server. In it: the site's card, and what everyone together gave, theme by "
    "theme. Not in it: answers, and groups within the workshop."
)
HAND_OVER_STORIES: Mapping[bool, Text] = {
    True: Text("What was agreed and done is in it too, as the site agreed."),
    False: Text("What was agreed and done is not in it: the site has not agreed to share that."),
}
HAND_OVER_GET = Text("Hand over to another CoSMoS")
NOT_HANDED_OVER = Text(
    "To hand this workshop over to another CoSMoS, the people of the site first agree to share what its workshops "
    "give. That is noted under Sites at the desk."
)

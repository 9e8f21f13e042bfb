"""Words of the files that leave a room or a visit: what stands in each, and what each is for."""

from collections.abc import Mapping

CAUTION_OF_A_ROOM = (
    "A reflection of what the people in one room said on one day, to talk about. Not a measurement of a service, and "
    "nothing to rank or compare services by."
)

REPORT = "The report"
REPORT_OF_ROOM = "What was shown to the room and what it settled, one page of it first. What was hidden stays hidden."
REPORT_OF_ONE = "Your profile and every answer behind it, with what there is to talk about."
REPORT_CONTENTS = "What goes in it"
REPORT_BARE = "Leave out of the report what I wrote in my own words"
REPORT_BARE_HELP = "In a small team, words tell who wrote them. The files below the report hold them all the same."
REPORT_AS = "As what"
REPORT_GET = "Take the report away"
REPORTS_TOLD: Mapping[str, str] = {
    ".pdf": "To read and to print (PDF)",
    ".docx": "To go on writing in (Word)",
    ".pptx": "To show, with charts that can be changed (PowerPoint)",
    ".html": "A page for any browser (HTML)",
}
"""What each format of a report is for, by the ending of the file."""

EXPORT = "For other programs"
EXPORT_ABOUT = "What was shown to the room and what it settled. Nothing that was hidden is in it."
EXPORT_AS = "Format"
EXPORT_GET = "Take it away as a file"
EXPORTS_TOLD: Mapping[str, str] = {
    ".zip": "Everything, with a page that says what is what (ZIP)",
    ".xlsx": "A workbook for Excel or LibreOffice (XLSX)",
    ".csv": "A table, each figure in a row (CSV)",
    "-wide.csv": "A table, each group in a row (CSV)",
    ".sav": "For SPSS (SAV)",
    ".parquet": "For Python or R (Parquet)",
    ".json": "For archives and other programs (JSON)",
}
"""What each format of an export is for, by the ending of the file, in the order of a facilitator's likely wishes."""

HAND_OVER = "For another CoSMoS"
HAND_OVER_HOLDS = (
    "For whoever compares sites on another server. In it: the site's card, and what everyone together gave, theme by "
    "theme. Not in it: answers, and groups within the workshop."
)
HAND_OVER_STORIES: Mapping[bool, str] = {
    True: "What was agreed and done is in it too, as the site agreed.",
    False: "What was agreed and done is not in it: the site has not agreed to share that.",
}
HAND_OVER_GET = "Hand over to another CoSMoS"
NOT_HANDED_OVER = (
    "To hand this workshop over to another CoSMoS, the people of the site first agree to share what its workshops "
    "give. That is noted under Sites at the desk."
)

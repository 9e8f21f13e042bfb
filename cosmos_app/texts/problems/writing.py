"""Problems of what people read: markup, stray space, length, two questions in one, hard words."""

from collections.abc import Mapping

from cosmos_app.texts.message import Text
from cosmos_app.texts.problems.wording import Wording

_PLAIN = Text("Write plain text: it is shown as it stands, on screens and on paper.")

WRITING: Mapping[str, Wording] = {
    "unsafe-markup.tag": Wording(Text("The text holds a tag: {found}."), _PLAIN),
    "unsafe-markup.character-code": Wording(Text("The text holds a character code: {found}."), _PLAIN),
    "unsafe-markup.link": Wording(Text("The text holds a Markdown link or picture: {found}."), _PLAIN),
    "unsafe-markup.script": Wording(Text("The text holds a script: {found}."), _PLAIN),
    "unsafe-markup.control": Wording(Text("The text holds a hidden control character: {found}."), _PLAIN),
    "white-space": Wording(
        Text("The text begins or ends with a space, or holds two in a row, a tab or a line break."),
        Text("Keep single spaces between words only."),
    ),
    "length.question": Wording(
        Text("The question has {words} words."), Text("Write at most {most}, and put the rest into `help`.")
    ),
    "length.why": Wording(Text("Why we ask has {words} words."), Text("Write at most {most}.")),
    "length.descriptor": Wording(
        Text("This descriptor has {words} words."),
        Text("Write {least} to {most}, enough to see the situation at a glance."),
    ),
    "two-questions": Wording(
        Text("This asks two questions at once; one answer can't tell which was meant."),
        Text("Keep one, or make two items of them."),
    ),
    "reading-age": Wording(
        Text("The texts of this item ask for a reader of about {age:.0f} (Automated Readability Index + 5)."),
        Text("Use shorter words and shorter sentences, so that people of {oldest} can read it at once."),
    ),
}
"""The sentences of each message about how texts are written."""

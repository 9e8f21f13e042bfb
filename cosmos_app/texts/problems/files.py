"""Problems of whole files: those that can't be read, are of another kind, or can't be written."""

from collections.abc import Mapping

from cosmos_app.texts.message import Text
from cosmos_app.texts.problems.wording import Wording

_NOT_JSON = Text("This is not JSON: {parser} (line {at_line}, column {column}).")
_UNREADABLE_JSON = Text("This is not JSON that we can read: {written} is not a number in JSON.")
_LARGE_NUMBER = Text("This is not JSON that we can read: {written} is too large a number.")
_ORDINARY = Text("Write an ordinary number.")
_NOTHING_FOLLOWS = Text("Remove this comma: nothing follows in this list or object.")
_RAISE_LIMIT = Text(
    "A file can be made to fill all memory: read it only if you trust where it comes from, with the environment "
    "variable {setting} set to a larger number."
)
_CHECK_NAME = Text("Check the name and the folder.")

FILES: Mapping[str, Wording] = {
    "unreadable-file.folder": Wording(Text("This is a folder."), Text("Name a file in it.")),
    "unreadable-file.empty-folder": Wording(
        Text("This folder holds no JSON file."), Text("Name another folder, or a file.")
    ),
    "unreadable-file.special": Wording(Text("This is not an ordinary file."), _CHECK_NAME),
    "unreadable-file.missing": Wording(Text("There is no such file."), _CHECK_NAME),
    "unreadable-file.refused": Wording(
        Text("It can't be read: {system}."), Text("Check the name, and whether you may read it.")
    ),
    "unknown-kind.unsaid": Wording(
        Text("Nothing says what kind of file this is."), Text('Add "$schema": one of {known}.')
    ),
    "unknown-kind.other": Wording(Text('"{kind}" is none of our kinds of file.'), Text("Use one of {known}.")),
    "unknown-kind.no-questionnaire": Wording(Text("This is not a questionnaire."), Text("Name one.")),
    "unknown-kind.other-catalogue": Wording(
        Text("This is not a catalogue of {kind}."), Text("Rename the file, or mend its `$schema`.")
    ),
    "too-large": Wording(Text("The file has more than 5 MB."), Text("Split it into several files.")),
    "over-limit.rows": Wording(Text("It holds {n:,} rows; at most {most:,} are read."), _RAISE_LIMIT),
    "over-limit.columns": Wording(Text("It holds {n:,} columns; at most {most:,} are read."), _RAISE_LIMIT),
    "over-limit.cells": Wording(
        Text("It holds {n:,} cells (rows times columns); at most {most:,} are read."), _RAISE_LIMIT
    ),
    "over-limit.bytes": Wording(
        Text("It holds {n:,} bytes or more when unpacked; at most {most:,} are read."), _RAISE_LIMIT
    ),
    "over-limit.letters": Wording(
        Text("This line is longer than {most:,} bytes, the most that is read."), _RAISE_LIMIT
    ),
    "over-limit.head": Wording(
        Text("The head, with the names of the columns, is longer than {most:,} letters."),
        Text("Write a line with the names of the columns first, then a row for each respondent."),
    ),
    "over-limit.members": Wording(
        Text("It holds {n:,} files; a backup has fewer than {most:,}."), Text("Choose a file that cosmos backup wrote.")
    ),
    "over-limit.manifest": Wording(
        Text("It is larger than {most:,} bytes, and a backup's is not."),
        Text("Choose a file that cosmos backup wrote."),
    ),
    "too-deep": Wording(
        Text("Brackets are nested more than {deepest} levels deep."),
        Text("Flatten it: at most {deepest} levels are read."),
    ),
    "not-text.byte": Wording(
        Text("Byte {byte} is not UTF-8 text."),
        Text("Save the file as plain text in UTF-8; a document or picture can't be read."),
    ),
    "not-text.zero-bytes": Wording(Text("The file holds zero bytes."), Text("Save it as plain text in UTF-8.")),
    "not-text.half-character": Wording(
        Text("A text holds {character}, half of a character."),
        Text("Write the character itself instead of its \\u code."),
    ),
    "empty-file": Wording(Text("The file is empty."), Text("Write a definition, or start from `cosmos new ID`.")),
    "not-json.no-number": Wording(_UNREADABLE_JSON, _ORDINARY),
    "not-json.large-number": Wording(_LARGE_NUMBER, _ORDINARY),
    "not-json.typographic-quotes": Wording(_NOT_JSON, Text('These are typographic quotes; write straight ones: ".')),
    "not-json.single-quotes": Wording(_NOT_JSON, Text("Write texts in double quotes, not in single ones.")),
    "not-json.comment": Wording(_NOT_JSON, Text("JSON has no comments; remove it.")),
    "not-json.capitals": Wording(_NOT_JSON, Text("Write true, false or null in small letters.")),
    "not-json.comma-before": Wording(
        _NOT_JSON, Text("Remove the comma before it: nothing follows in this list or object.")
    ),
    "not-json.comma": Wording(
        _NOT_JSON,
        Text("Remove this comma, or write what is missing before it; a decimal number has a point, as in 0.5."),
    ),
    "not-json.last-comma": Wording(_NOT_JSON, _NOTHING_FOLLOWS),
    "not-json.open-text": Wording(
        _NOT_JSON,
        Text('A text ends on the line where it begins: close it with ", and write a line break in it as \\n.'),
    ),
    "not-json.no-comma": Wording(
        _NOT_JSON, Text("Write a comma before it, or close the text, list or object that ends there.")
    ),
    "not-json.other": Wording(
        _NOT_JSON, Text("Mend the text there; a missing comma, quote or bracket just before it is the usual cause.")
    ),
    "duplicate-key": Wording(
        Text('The key "{key}" stands here twice.'),
        Text("Keep one of the two; readers of JSON silently drop the other."),
    ),
    "unwritable.folder": Wording(Text("This is a folder."), Text("Name a file in it.")),
    "unwritable.result": Wording(
        Text("This can't be written: {system}."),
        Text("Free some space, or choose a folder that this account may write. Nothing was written."),
    ),
}
"""The sentences of each message about a file as a whole."""

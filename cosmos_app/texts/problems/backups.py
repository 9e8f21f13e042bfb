"""Problems of backups: files that can't be written, read, or restored."""

from collections.abc import Mapping

from cosmos_app.texts.message import Plural, Text
from cosmos_app.texts.problems.wording import Wording

_ANOTHER = Text("Choose another backup: this one was changed after it was written.")
_OTHER_TABLES = Text("Choose another backup: this one was changed, or is not whole.")
_FROM_COSMOS = Text("Choose a file that cosmos backup wrote.")

BACKUPS: Mapping[str, Wording] = {
    "not-a-backup.damaged": Wording(
        Text("This is no backup, or only a part of one, or it was packed in another way."), _FROM_COSMOS
    ),
    "not-a-backup.no-manifest": Wording(
        Text("There is no {manifest} in it that says what a backup holds."), _FROM_COSMOS
    ),
    "unreadable-file.backup": Wording(
        Text("This can't be read: {because}."), Text("Name a file that is there and that this account may read.")
    ),
    "newer.format": Wording(
        Text('This has the format "{found}", and {known} can be restored here.'),
        Text("Install the CoSMoS that wrote it."),
    ),
    "newer.engine": Wording(
        Text("This was written by CoSMoS {engine}, which is newer than this one."),
        Text("Install that one, then restore."),
    ),
    "other-tables.missing": Wording(Text('The table "{table}" is missing.'), _OTHER_TABLES),
    "other-tables.unknown": Wording(Text('The table "{table}" is unknown.'), _OTHER_TABLES),
    "missing-rows.all": Wording(Text("This part is missing."), Text("Choose another backup.")),
    "missing-rows.some": Wording(
        Plural("There is {n} row, and there should be {wanted}.", "There are {n} rows, and there should be {wanted}."),
        _ANOTHER,
    ),
    "missing-rows.more": Wording(Text("There are more rows than the {wanted} that there should be."), _ANOTHER),
    "broken-row.not-json": Wording(Text("This is not JSON."), _ANOTHER),
    "broken-row.other-columns": Wording(Text("This is not a row of {columns}."), _ANOTHER),
    "broken-row.no-value": Wording(Text('"{column}" is missing.'), _ANOTHER),
    "broken-row.wrong-value": Wording(Text('What stands at "{column}" can\'t be kept.'), _ANOTHER),
    "broken-row.more": Wording(Plural("{n} more row can't be read.", "{n} more rows can't be read."), _ANOTHER),
    "broken-row.many": Wording(Text("More than {n} rows can't be read; the rest was not looked at."), _ANOTHER),
    "broken-row.not-fitting": Wording(
        Text("Rows of this table stand there twice, or belong to others that are missing."), _ANOTHER
    ),
    "unwritable.name-taken": Wording(
        Text("This is there already."), Text("Choose another name; a backup never takes the place of a file.")
    ),
    "unwritable.backup": Wording(
        Text("This can't be written: {because}."), Text("Free some space, or choose another folder.")
    ),
}
"""The sentences of each message about a backup."""

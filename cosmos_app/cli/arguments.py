"""The arguments of each command, and how they are read."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

from cosmos_app.texts import commands as texts
from models.smallest_group import DEFAULT_K, SMALLEST_K

PORT = 8501
TABLES = (("role",), ("site",), ("wave",), ("site", "wave"))
"""How answers may be grouped; finer groups would leak through each other."""


def serving(command: ArgumentParser) -> None:
    """Add what all commands take that start the app."""
    command.add_argument("--port", type=int, default=PORT, metavar="N", help=texts.PORT_HELP(port=PORT))
    command.add_argument("--no-browser", action="store_true", help=texts.NO_BROWSER_HELP())


def run(command: ArgumentParser) -> None:
    """Add the arguments of ``cosmos run``."""
    serving(command)
    command.add_argument("--lan", action="store_true", help=texts.LAN_HELP())
    command.add_argument("--links", metavar="FILE", help=texts.LINKS_HELP())
    _data_folder(command)


def check(command: ArgumentParser) -> None:
    """Add the arguments of ``cosmos check``."""
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=texts.PATHS_HELP())
    _output_format(command)
    command.add_argument("--strict", action="store_true", help=texts.STRICT_HELP())


def score(command: ArgumentParser) -> None:
    """Add the arguments of ``cosmos score``."""
    _answer_file(command)


def summarise(command: ArgumentParser) -> None:
    """Add the arguments of ``cosmos summarise``."""
    _answer_file(command)
    command.add_argument(
        "--by",
        type=_table,
        default=(),
        metavar="GROUP",
        help=texts.BY_HELP(),
    )
    command.add_argument(
        "--k",
        type=_smallest_group,
        metavar="N",
        help=texts.K_HELP(smallest=SMALLEST_K, usual=DEFAULT_K),
    )


def new(command: ArgumentParser) -> None:
    """Add the arguments of ``cosmos new``."""
    command.add_argument("id", metavar="ID", help=texts.ID_HELP())


def diff(command: ArgumentParser) -> None:
    """Add the arguments of ``cosmos diff``."""
    command.add_argument("old", type=Path, metavar="OLD", help=texts.OLD_HELP())
    command.add_argument("new", type=Path, metavar="NEW", help=texts.NEW_HELP())
    _output_format(command)


def paper(command: ArgumentParser) -> None:
    """Add the arguments of ``cosmos paper``."""
    _definition(command)
    command.add_argument("-o", dest="out", type=Path, required=True, metavar="FORM.pdf", help=texts.FORM_HELP())
    command.add_argument("--depth", choices=("short", "full"), default="full", help=texts.DEPTH_HELP())
    command.add_argument("--large", action="store_true", help=texts.LARGE_HELP())


def report(command: ArgumentParser) -> None:
    """Add the arguments of ``cosmos report``."""
    _workshop(command, ".pdf .docx .pptx .html")
    command.add_argument("--contents", default="", metavar="A,B", help=texts.CONTENTS_HELP())


def export(command: ArgumentParser) -> None:
    """Add the arguments of ``cosmos export``."""
    _workshop(command, ".csv .xlsx .parquet .json .sav .zip")
    command.add_argument("--wide", action="store_true", help=texts.WIDE_HELP())
    command.add_argument("--shared", action="store_true", help=texts.SHARED_HELP())


def take(command: ArgumentParser) -> None:
    """Add the arguments of ``cosmos import``."""
    command.add_argument("file", type=Path, metavar="FILE", help=texts.BUNDLE_HELP())
    _data_folder(command)


def safekeeping(command: ArgumentParser) -> None:
    """Add the arguments of ``cosmos backup`` and ``cosmos restore``."""
    command.add_argument("file", type=Path, metavar="FILE", help=texts.BACKUP_HELP())
    _data_folder(command)


def erase(command: ArgumentParser) -> None:
    """Add the arguments of ``cosmos erase``."""
    command.add_argument("--due", action="store_true", required=True, help=texts.DUE_HELP())
    _data_folder(command)


def _data_folder(command: ArgumentParser) -> None:
    command.add_argument("--data", type=Path, metavar="DIR", help=texts.DATA_HELP())


def _output_format(command: ArgumentParser) -> None:
    command.add_argument("--format", choices=("text", "json"), default="text", help=texts.FORMAT_HELP())


def _definition(command: ArgumentParser) -> None:
    command.add_argument("questionnaire", type=Path, metavar="QUESTIONNAIRE", help=texts.QUESTIONNAIRE_HELP())


def _answer_file(command: ArgumentParser) -> None:
    _definition(command)
    command.add_argument("answers", type=Path, metavar="ANSWERS", help=texts.ANSWERS_HELP())
    command.add_argument("-o", dest="out", type=Path, metavar="OUT", help=texts.OUT_HELP())


def _workshop(command: ArgumentParser, endings: str) -> None:
    command.add_argument("workshop", metavar="WORKSHOP", help=texts.WORKSHOP_HELP())
    command.add_argument(
        "-o", dest="out", type=Path, required=True, metavar="FILE", help=texts.ENDINGS_HELP(endings=endings)
    )
    _data_folder(command)


def _table(text: str) -> tuple[str, ...]:
    asked = {part.strip() for part in text.split(",")}
    for table in TABLES:
        if asked == set(table):
            return table
    raise ArgumentTypeError(texts.NO_SUCH_TABLE(typed=text))


def _smallest_group(text: str) -> int:
    if not text.lstrip("-").isdecimal():
        raise ArgumentTypeError(texts.NO_WHOLE_NUMBER(typed=text))
    if int(text) < SMALLEST_K:
        raise ArgumentTypeError(texts.GROUP_TOO_SMALL(typed=text, smallest=SMALLEST_K))
    return int(text)

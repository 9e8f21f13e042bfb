"""What can be said to each command: its arguments, and what is no argument at all."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

from models.thresholds import DEFAULT_K, SMALLEST_K

PORT = 8501
TABLES = (("role",), ("site",), ("wave",), ("site", "wave"))
"""How answers may be grouped; finer groups would leak through each other."""


def serving(command: ArgumentParser) -> None:
    """Of whatever starts the app."""
    command.add_argument("--port", type=int, default=PORT, metavar="N", help=f"port to listen on (default: {PORT})")
    command.add_argument("--no-browser", action="store_true", help="don't open a browser")


def run(command: ArgumentParser) -> None:
    """Of ``cosmos run``."""
    serving(command)
    command.add_argument("--lan", action="store_true", help="let phones and laptops in the same network connect")
    _kept_in(command)


def check(command: ArgumentParser) -> None:
    """Of ``cosmos check``."""
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder of files")
    _told_as(command)
    command.add_argument("--strict", action="store_true", help="exit with 1 for warnings too")


def score(command: ArgumentParser) -> None:
    """Of ``cosmos score``."""
    _answered(command)
    command.add_argument(
        "--engine", choices=("pandas",), default="pandas", help="what reads the file (default: pandas)"
    )


def summarise(command: ArgumentParser) -> None:
    """Of ``cosmos summarise``."""
    _answered(command)
    command.add_argument(
        "--by",
        type=_table,
        default=(),
        metavar="GROUP",
        help="role, site, wave, or site,wave (default: everyone together)",
    )
    command.add_argument(
        "--k",
        type=_smallest_group,
        metavar="N",
        help=f"smallest group shown, at least {SMALLEST_K} (default: {DEFAULT_K})",
    )


def new(command: ArgumentParser) -> None:
    """Of ``cosmos new``."""
    command.add_argument("id", metavar="ID", help="its id: lower-case letters, digits, dots, hyphens, underscores")


def diff(command: ArgumentParser) -> None:
    """Of ``cosmos diff``."""
    command.add_argument("old", type=Path, metavar="OLD", help="the older definition (JSON)")
    command.add_argument("new", type=Path, metavar="NEW", help="the newer definition (JSON)")
    _told_as(command)


def paper(command: ArgumentParser) -> None:
    """Of ``cosmos paper``."""
    _defined(command)
    command.add_argument("-o", dest="out", type=Path, required=True, metavar="FORM.pdf", help="file to write")
    command.add_argument("--depth", choices=("short", "full"), default="full", help="which form (default: full)")
    command.add_argument("--large", action="store_true", help="in large print, 18 point")


def report(command: ArgumentParser) -> None:
    """Of ``cosmos report``."""
    _workshop(command, "ends in .pdf .docx .pptx .html")
    command.add_argument(
        "--contents", default="", metavar="A,B", help="what goes in, such as summary,actions (default: everything)"
    )


def export(command: ArgumentParser) -> None:
    """Of ``cosmos export``."""
    _workshop(command, "ends in .csv .xlsx .parquet .json .sav .zip")
    command.add_argument("--wide", action="store_true", help="all figures of a group in one row (CSV, Parquet)")
    command.add_argument(
        "--shared", action="store_true", help="only what its site agreed to share with other sites (JSON)"
    )


def take(command: ArgumentParser) -> None:
    """Of ``cosmos import``."""
    command.add_argument("file", type=Path, metavar="FILE", help="the file (JSON)")
    _kept_in(command)


def safekeeping(command: ArgumentParser) -> None:
    """Of ``cosmos backup`` and ``cosmos restore``."""
    command.add_argument("file", type=Path, metavar="FILE", help="the backup (zip)")
    _kept_in(command)


def _kept_in(command: ArgumentParser) -> None:
    command.add_argument("--data", type=Path, metavar="DIR", help="folder of the answers (default: your data folder)")


def _told_as(command: ArgumentParser) -> None:
    command.add_argument("--format", choices=("text", "json"), default="text", help="how to say it (default: text)")


def _defined(command: ArgumentParser) -> None:
    command.add_argument("questionnaire", type=Path, metavar="QUESTIONNAIRE", help="the definition (JSON)")


def _answered(command: ArgumentParser) -> None:
    _defined(command)
    command.add_argument("answers", type=Path, metavar="ANSWERS", help="the answers (CSV or Parquet)")
    command.add_argument("-o", dest="out", type=Path, metavar="OUT", help="file to write (default: the screen)")


def _workshop(command: ArgumentParser, endings: str) -> None:
    command.add_argument("workshop", metavar="WORKSHOP", help='its id or the beginning of it, or "latest"')
    command.add_argument("-o", dest="out", type=Path, required=True, metavar="FILE", help=endings)
    _kept_in(command)


def _table(text: str) -> tuple[str, ...]:
    asked = {part.strip() for part in text.split(",")}
    for table in TABLES:
        if asked == set(table):
            return table
    raise ArgumentTypeError(f"{text!r} is no table that is published: use role, site, wave, or site,wave")


def _smallest_group(text: str) -> int:
    if not text.lstrip("-").isdecimal():
        raise ArgumentTypeError(f"{text!r} is not a whole number")
    if int(text) < SMALLEST_K:
        raise ArgumentTypeError(f"{text} is too small: groups of fewer than {SMALLEST_K} people are never shown")
    return int(text)

"""The command line: what can be asked for, and where it is done. Nothing heavy is imported before it is needed."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

FINE, PROBLEMS, USAGE = 0, 1, 2
"""What every command exits with: done; something to mend; not understood."""

PORT = 8501
TABLES = (("role",), ("site",), ("wave",), ("site", "wave"))
"""How answers may be grouped; finer groups would leak through each other."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks for; gives the exit code."""
    given = _parser().parse_args(arguments)
    try:
        return COMMANDS[given.command](given)
    except KeyboardInterrupt:
        return FINE
    except BrokenPipeError:  # the reader of a pipe had enough
        sys.stderr.close()
        return FINE


def _run(given: argparse.Namespace) -> int:
    from cosmos_app.commands import run  # noqa: PLC0415

    return run.run(given.port, lan=given.lan, browser=not given.no_browser, data=given.data)


def _demo(given: argparse.Namespace) -> int:
    from cosmos_app.commands import run  # noqa: PLC0415

    return run.demo(given.port, browser=not given.no_browser)


def _check(given: argparse.Namespace) -> int:
    from cosmos_app.commands import check  # noqa: PLC0415

    return check.run(given.paths, as_json=given.format == "json", strict=given.strict)


def _score(given: argparse.Namespace) -> int:
    from cosmos_app.commands import score  # noqa: PLC0415

    return score.run(given.questionnaire, given.answers, given.out, given.engine)


def _summarise(given: argparse.Namespace) -> int:
    from cosmos_app.commands import summarise  # noqa: PLC0415

    return summarise.run(given.questionnaire, given.answers, given.by, given.k, given.out)


def _new(given: argparse.Namespace) -> int:
    from cosmos_app.commands import new  # noqa: PLC0415

    return new.run(given.id)


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "run": _run,
    "demo": _demo,
    "check": _check,
    "score": _score,
    "summarise": _summarise,
    "new": _new,
}
"""What each command does."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cosmos", description="CoSMoS helps people around a public service reflect on how they work together."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="start the app", description="Start the app and open it in a browser.")
    _serving(run)
    run.add_argument("--lan", action="store_true", help="let phones and laptops in the same network connect")
    run.add_argument("--data", type=Path, metavar="DIR", help="folder for the answers (default: your data folder)")

    demo = commands.add_parser(
        "demo", help="look at an example", description="Start the app on a throw-away copy of an invented example."
    )
    _serving(demo)

    check = commands.add_parser(
        "check",
        help="find what is wrong with questionnaires",
        description="Check definitions: questionnaires, external factors, roles and placements. "
        "Exits with 0 if they are fine, 1 if there is something to mend.",
    )
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder of files")
    check.add_argument("--format", choices=("text", "json"), default="text", help="how to say it (default: text)")
    check.add_argument("--strict", action="store_true", help="exit with 1 for warnings too")

    score = commands.add_parser(
        "score",
        help="score a file of answers",
        description="Score answers, one row per respondent (CSV or Parquet); gives one row per respondent and "
        "dimension (CSV).",
    )
    _scoring(score)
    score.add_argument("--engine", choices=("pandas",), default="pandas", help="what reads the file (default: pandas)")

    summarise = commands.add_parser(
        "summarise",
        help="summarise a file of answers by group",
        description="Summarise answers by group (JSON). Groups too small to show stay hidden.",
    )
    _scoring(summarise)
    summarise.add_argument(
        "--by",
        type=_table,
        default=(),
        metavar="GROUP",
        help="role, site, wave, or site,wave (default: everyone together)",
    )
    summarise.add_argument(
        "--k", type=_smallest_group, metavar="N", help="smallest group shown, at least 3 (default: 5)"
    )

    new = commands.add_parser(
        "new", help="begin a questionnaire", description="Write ID.json here: a small questionnaire to change."
    )
    new.add_argument("id", metavar="ID", help="its id: lower-case letters, digits, dots, hyphens, underscores")
    return parser


def _serving(command: argparse.ArgumentParser) -> None:
    command.add_argument("--port", type=int, default=PORT, metavar="N", help=f"port to listen on (default: {PORT})")
    command.add_argument("--no-browser", action="store_true", help="don't open a browser")


def _scoring(command: argparse.ArgumentParser) -> None:
    command.add_argument("questionnaire", type=Path, metavar="QUESTIONNAIRE", help="the definition (JSON)")
    command.add_argument("answers", type=Path, metavar="ANSWERS", help="the answers (CSV or Parquet)")
    command.add_argument("-o", dest="out", type=Path, metavar="OUT", help="file to write (default: the screen)")


def _table(text: str) -> tuple[str, ...]:
    asked = {part.strip() for part in text.split(",")}
    for table in TABLES:
        if asked == set(table):
            return table
    raise argparse.ArgumentTypeError(f"{text!r} is no table that is published: use role, site, wave, or site,wave")


def _smallest_group(text: str) -> int:
    if not text.lstrip("-").isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number")
    if int(text) < 3:
        raise argparse.ArgumentTypeError(f"{text} is too small: groups of fewer than 3 people are never shown")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())

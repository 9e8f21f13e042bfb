"""The command line: what can be asked for, and where it is done. Nothing heavy is imported before it is needed."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cosmos_app.cli import arguments

FINE, PROBLEMS, USAGE = 0, 1, 2
"""What every command exits with: done; something to mend; not understood."""


def main(said: Sequence[str] | None = None) -> int:
    """Do what the command line asks for; gives the exit code."""
    given = _parser().parse_args(said)
    try:
        return COMMANDS[given.command].run(given)
    except KeyboardInterrupt:
        return FINE
    except BrokenPipeError:  # the reader of a pipe had enough
        sys.stderr.close()
        return FINE


def _run(given: Namespace) -> int:
    from cosmos_app.cli.commands import run  # noqa: PLC0415

    return run.run(given.port, lan=given.lan, browser=not given.no_browser, data=given.data)


def _demo(given: Namespace) -> int:
    from cosmos_app.cli.commands import run  # noqa: PLC0415

    return run.demo(given.port, browser=not given.no_browser)


def _check(given: Namespace) -> int:
    from cosmos_app.cli.commands import check  # noqa: PLC0415

    return check.run(given.paths, as_json=given.format == "json", strict=given.strict)


def _score(given: Namespace) -> int:
    from cosmos_app.cli.commands import score  # noqa: PLC0415

    return score.run(given.questionnaire, given.answers, given.out, given.engine)


def _summarise(given: Namespace) -> int:
    from cosmos_app.cli.commands import summarise  # noqa: PLC0415

    return summarise.run(given.questionnaire, given.answers, given.by, given.k, given.out)


def _new(given: Namespace) -> int:
    from cosmos_app.cli.commands import new  # noqa: PLC0415

    return new.run(given.id)


def _report(given: Namespace) -> int:
    from cosmos_app.cli.commands import report  # noqa: PLC0415

    return report.run(given.workshop, given.out, given.contents, given.data)


def _export(given: Namespace) -> int:
    from cosmos_app.cli.commands import export  # noqa: PLC0415

    return export.run(given.workshop, given.out, wide=given.wide, shared=given.shared, data=given.data)


def _import(given: Namespace) -> int:
    from cosmos_app.cli.commands import import_  # noqa: PLC0415

    return import_.run(given.file, given.data)


def _paper(given: Namespace) -> int:
    from cosmos_app.cli.commands import paper  # noqa: PLC0415

    return paper.run(given.questionnaire, given.out, given.depth, large=given.large)


def _diff(given: Namespace) -> int:
    from cosmos_app.cli.commands import diff  # noqa: PLC0415

    return diff.run(given.old, given.new, as_json=given.format == "json")


def _backup(given: Namespace) -> int:
    from cosmos_app.cli.commands import backup  # noqa: PLC0415

    return backup.run(given.file, given.data)


def _restore(given: Namespace) -> int:
    from cosmos_app.cli.commands import backup  # noqa: PLC0415

    return backup.run_restore(given.file, given.data)


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        help: What the list of commands says of it.
        description: What its own help says.
        arguments: Adds what can be said to it.
        run: Does it; gives the exit code.
    """

    help: str
    description: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


COMMANDS: Mapping[str, Command] = {
    "run": Command("start the app", "Start the app and open it in a browser.", arguments.run, _run),
    "demo": Command(
        "look at an example", "Start the app on a throw-away copy of an invented example.", arguments.serving, _demo
    ),
    "check": Command(
        "find what is wrong with questionnaires",
        "Check definitions: questionnaires, external factors, roles and placements. "
        "Exits with 0 if they are fine, 1 if there is something to mend.",
        arguments.check,
        _check,
    ),
    "score": Command(
        "score a file of answers",
        "Score answers, one row per respondent (CSV or Parquet); gives one row per respondent and dimension (CSV).",
        arguments.score,
        _score,
    ),
    "summarise": Command(
        "summarise a file of answers by group",
        "Summarise answers by group (JSON). Groups too small to show stay hidden.",
        arguments.summarise,
        _summarise,
    ),
    "new": Command(
        "begin a questionnaire", "Write ID.json here: a small questionnaire to change.", arguments.new, _new
    ),
    "diff": Command(
        "say what changed between two versions of a questionnaire",
        "Say what changed, how high that must be numbered, and which comparisons survive. Exits with 1 if NEW is "
        "numbered too low.",
        arguments.diff,
        _diff,
    ),
    "paper": Command(
        "print a questionnaire as a form",
        "Write a questionnaire as a form to be filled in with a pen (PDF). A workshop's own form, with its promise, is "
        "at the desk.",
        arguments.paper,
        _paper,
    ),
    "report": Command(
        "write the report of a workshop",
        "Write what a workshop told, settled and means to do, past the gate, as a document for people.",
        arguments.report,
        _report,
    ),
    "export": Command(
        "write what a workshop told, for other programs",
        "Write what a workshop told, past the gate: what its screens hide is hidden in every file.",
        arguments.export,
        _export,
    ),
    "import": Command(
        "take over what another CoSMoS shared of a workshop",
        "Keep a file that cosmos export --shared wrote elsewhere, to compare sites.",
        arguments.take,
        _import,
    ),
    "backup": Command(
        "write everything that is kept to one file",
        "Write all workshops and answers to one file, on any database; people may go on meanwhile.",
        arguments.safekeeping,
        _backup,
    ),
    "restore": Command(
        "bring a backup into an empty folder or database",
        "Bring a file that cosmos backup wrote into an empty folder or database, whole or not at all.",
        arguments.safekeeping,
        _restore,
    ),
}
"""Every command, in the order in which they are listed."""


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="cosmos", description="CoSMoS helps people around a public service reflect on how they work together."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        command.arguments(commands.add_parser(name, help=command.help, description=command.description))
    return parser


if __name__ == "__main__":
    sys.exit(main())

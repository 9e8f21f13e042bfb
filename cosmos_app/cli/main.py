"""The command line: its commands, and where each is done. Nothing heavy is imported before it is needed."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cosmos_app.cli import arguments
from cosmos_app.texts import commands as texts

FINE = 0
"""The exit code of a command that is done; 1 says that something is to be mended, 2 that it was not understood."""


def main(arguments_given: Sequence[str] | None = None) -> int:
    """Do what the command line asks for; gives the exit code."""
    given = _parser().parse_args(arguments_given)
    try:
        return COMMANDS[given.command].run(given)
    except KeyboardInterrupt:
        return FINE
    except BrokenPipeError:  # the reader of the pipe closed it
        sys.stderr.close()
        return FINE


def _run(given: Namespace) -> int:
    from cosmos_app.cli.commands import run  # noqa: PLC0415

    return run.run(given.port, lan=given.lan, browser=not given.no_browser, data=given.data, links=given.links)


def _demo(given: Namespace) -> int:
    from cosmos_app.cli.commands import run  # noqa: PLC0415

    return run.demo(given.port, browser=not given.no_browser)


def _check(given: Namespace) -> int:
    from cosmos_app.cli.commands import check  # noqa: PLC0415

    return check.run(given.paths, as_json=given.format == "json", strict=given.strict)


def _score(given: Namespace) -> int:
    from cosmos_app.cli.commands import score  # noqa: PLC0415

    return score.run(given.questionnaire, given.answers, given.out)


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


def _erase(given: Namespace) -> int:
    from cosmos_app.cli.commands import erase  # noqa: PLC0415

    return erase.run(given.data)


@dataclass(frozen=True, slots=True)
class Command:
    """One command; ``texts.commands`` has its help.

    Attributes:
        arguments: Adds its arguments to the parser.
        run: Does it; gives the exit code.
    """

    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


COMMANDS: Mapping[str, Command] = {
    "run": Command(arguments.run, _run),
    "demo": Command(arguments.serving, _demo),
    "check": Command(arguments.check, _check),
    "score": Command(arguments.score, _score),
    "summarise": Command(arguments.summarise, _summarise),
    "new": Command(arguments.new, _new),
    "diff": Command(arguments.diff, _diff),
    "paper": Command(arguments.paper, _paper),
    "report": Command(arguments.report, _report),
    "export": Command(arguments.export, _export),
    "import": Command(arguments.take, _import),
    "backup": Command(arguments.safekeeping, _backup),
    "restore": Command(arguments.safekeeping, _restore),
    "erase": Command(arguments.erase, _erase),
}
"""Every command, in the order in which they are listed."""


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="cosmos", description=texts.COSMOS())
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        summary, description = texts.COMMAND_HELP[name]
        command.arguments(commands.add_parser(name, help=summary(), description=description()))
    return parser


if __name__ == "__main__":
    sys.exit(main())

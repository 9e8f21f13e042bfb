"""Writes a command's result to a file, whole or not at all, or to the screen; and what was wrong, to stderr."""

import io
import json
import os
import sys
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import BinaryIO, TextIO

from cosmos_app.texts import commands as texts
from cosmos_app.texts.message import paragraph
from cosmos_app.texts.problems import did_you_mean, line_of, mend_of, wrong_of
from models.problems import Problem, ProblemsError


class UnwritableError(ProblemsError):
    """The result can't be written, and nothing of it was."""

    def __init__(self, file: str, error: OSError) -> None:
        reason = error.strerror or str(error)
        message = "unwritable.folder" if isinstance(error, IsADirectoryError) else "unwritable.result"
        values = {"system": f"{reason[:1].lower()}{reason[1:]}"}
        super().__init__([Problem(message=message, file=file, pointer="", values=values)])


def print_problems(problems: Iterable[Problem]) -> None:
    """Print what is wrong, a line for each, to stderr."""
    for problem in problems:
        print(line_of(problem), file=sys.stderr)


def as_json_rows(problems: Iterable[Problem]) -> str:
    """What is wrong as JSON, for other programs."""
    rows = [
        {
            "code": problem.code,
            "file": problem.file,
            "pointer": problem.pointer,
            "wrong": wrong_of(problem),
            "mend": mend_of(problem),
            "line": problem.line,
            "severity": "warning" if problem.is_warning else "error",
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def usage_error(wrong: str) -> int:
    """Print what is wrong with the command itself; gives its exit code."""
    print(wrong, file=sys.stderr)
    return 2


def no_such_format(ending: str, known: Collection[str]) -> str:
    """That no format goes with the ending of a file's name, and which do."""
    there_are = texts.FORMATS_THERE_ARE(endings=", ".join(known))
    return paragraph(texts.NO_SUCH_FORMAT(ending=ending), did_you_mean(ending, known), there_are)


def deliver(out: Path | None, write: Callable[[TextIO], None]) -> None:
    """Write a result to the file *out*, or to the screen if there is none.

    A file appears, or replaces the old one, only when it is complete.

    Raises:
        UnwritableError: If it can't be written; an old file is left as it was.
    """
    try:
        if out is None:
            _to_screen(write)
        elif out.exists() and not out.is_file():
            # A pipe or /dev/null is written to, never replaced; a folder raises IsADirectoryError.
            with out.open("w", encoding="utf-8", newline="") as stream:
                write(stream)
        else:
            _in_one_step(out.resolve(), lambda part: _write_text(part, write))
    except OSError as error:
        raise UnwritableError("(screen)" if out is None else str(out), error) from error


def deliver_bytes(out: Path, body: bytes) -> None:
    """Write a binary result to the file *out*, whole or not at all.

    Raises:
        UnwritableError: If it can't be written; an old file is left as it was.
    """
    try:
        if out.exists() and not out.is_file():
            out.write_bytes(body)
        else:
            _in_one_step(out.resolve(), lambda part: part.write(body))
    except OSError as error:
        raise UnwritableError(str(out), error) from error


def _to_screen(write: Callable[[TextIO], None]) -> None:
    try:
        write(sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()  # the reader, such as `head`, has closed the pipe
    except OSError:
        _drop_output()
        raise


def _drop_output() -> None:
    """Keep Python from writing once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_text(part: BinaryIO, write: Callable[[TextIO], None]) -> None:
    text = io.TextIOWrapper(part, encoding="utf-8", newline="")
    write(text)
    text.detach()  # flushes, and leaves the file open


def _in_one_step(out: Path, write: Callable[[BinaryIO], object]) -> None:
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(out)
    except BaseException:
        part.unlink(missing_ok=True)
        raise

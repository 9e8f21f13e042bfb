"""``cosmos check``: print what is wrong with definitions."""

import sys
from collections.abc import Sequence
from pathlib import Path

from cosmos_app.cli.commands.output import as_json_rows
from cosmos_app.content.loader import check_paths
from cosmos_app.texts import commands as texts
from cosmos_app.texts.problems import line_of


def run(paths: Sequence[Path], *, as_json: bool, strict: bool) -> int:
    """Check definitions and print every problem.

    Returns:
        0 if they can be used, 1 if something must be mended (with *strict*, warnings too).
    """
    problems = check_paths(paths)
    if as_json:
        print(as_json_rows(problems))
    else:
        for problem in problems:
            print(line_of(problem))
        if problems:
            warnings = sum(problem.is_warning for problem in problems)
            errors = texts.ERRORS(len(problems) - warnings)
            print(texts.COUNTS(errors=errors, warnings=texts.WARNINGS(warnings)), file=sys.stderr)
    return int(any(strict or not problem.is_warning for problem in problems))

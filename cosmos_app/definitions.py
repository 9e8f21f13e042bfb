"""Reads definition files: questionnaires and the catalogues beside them, with every fault at its line."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from cosmos_app.settings import QUESTIONNAIRES
from models.definition import Catalogues, Factors, Questionnaire, Role, Roles
from models.lint import lint_factors, lint_placements, lint_questionnaire, lint_roles
from models.parsing import parse_factors, parse_placements, parse_questionnaire, parse_roles
from models.problems import InvalidDefinitionError, Problem, did_you_mean, listing
from models.source import LARGEST_FILE, lines_of, read_document

PARSERS: Mapping[str, Callable[[Any, Mapping[str, Any], str], Any]] = {
    "questionnaire": parse_questionnaire,
    "factors": parse_factors,
    "roles": parse_roles,
    "placements": parse_placements,
}
"""The kinds of definition file; each has its schema, ``KIND.schema.json``."""

SCHEMA_ENDING = ".schema.json"

_CATALOGUE_CODES = {
    "roles": {"unknown-role-family"},
    "factors": {"unknown-factor"},
    "placements": {"unknown-placement", "unknown-axis"},
}
"""The catalogues, and what can't be told as long as one can't be read."""

_EMPTY = Catalogues(
    roles=Roles(families=(), unsaid=Role(id="unsaid", title="")),
    factors=Factors(categories={}, factors=(), sources={}),
)


def read_questionnaire(path: str | Path) -> Questionnaire:
    """Read a questionnaire that is fit for use.

    Raises:
        InvalidDefinitionError: With every error found, in the order of the file; warnings pass.
    """
    shelf = _Shelf()
    errors = [problem for problem in shelf.check(Path(path)) if not problem.is_warning]
    built = shelf.take(Path(path)).built
    if not errors and not isinstance(built, Questionnaire):
        errors = [_problem("unknown-kind", path, "This is not a questionnaire.", "Name a questionnaire.", "/$schema")]
    if errors or not isinstance(built, Questionnaire):
        raise InvalidDefinitionError(errors)
    return built


@cache
def packaged_catalogues() -> Catalogues:
    """The roles, external factors and maps that come with CoSMoS.

    Raises:
        InvalidDefinitionError: If one of them can't be read.
    """
    catalogues, broken = _Shelf().catalogues(QUESTIONNAIRES, list(_CATALOGUE_CODES))
    if broken:
        raise InvalidDefinitionError(problem for problems in broken.values() for problem in problems)
    return catalogues


def check_file(path: str | Path) -> tuple[Problem, ...]:
    """Find every problem of one file, then those of files beside it that it needs and that can't be read."""
    return _Shelf().check(Path(path))


def check_paths(paths: Iterable[str | Path]) -> tuple[Problem, ...]:
    """Find every problem of some files, each told once; a folder stands for the JSON files in it."""
    shelf = _Shelf()
    return tuple(dict.fromkeys(problem for path in paths for problem in _check_path(shelf, Path(path))))


def _check_path(shelf: "_Shelf", path: Path) -> Iterator[Problem]:
    if not _is(Path.is_dir, path):
        files = [] if path.name.endswith(SCHEMA_ENDING) else [path]
    elif not (files := _definitions_in(path)):
        yield _problem("unreadable-file", path, "This folder holds no JSON file.", "Name another folder, or a file.")
    for file in files:
        yield from shelf.check(file)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """A file, as far as it can be read.

    Attributes:
        kind: A key of PARSERS; "" if unknown.
        text: The whole text; "" if it is not JSON.
        document: The JSON document; None if it is not JSON.
        built: What it defines; None if it has problems.
        problems: Why it can't be read, or where it departs from its schema.
    """

    kind: str = ""
    text: str = ""
    document: Any = None
    built: Any = None
    problems: tuple[Problem, ...] = ()


class _Shelf:
    """The files that one check looks into, each read once."""

    def __init__(self) -> None:
        self._taken: dict[Path, _Taken] = {}

    def take(self, path: Path) -> _Taken:
        """Read a file, if it was not read before."""
        if path not in self._taken:
            self._taken[path] = _take(path)
        return self._taken[path]

    def check(self, path: Path) -> tuple[Problem, ...]:
        """Find every problem of a file, and why files that it needs can't be read."""
        taken = self.take(path)
        if taken.problems:
            return taken.problems
        own: Iterable[Problem] = ()
        broken: Mapping[str, Sequence[Problem]] = {}
        match taken.kind:
            case "questionnaire":
                own, broken = self._lint_questionnaire(path, taken.built)
            case "factors":
                own, broken = self._lint_factors(path, taken.built)
            case "roles":
                own = lint_roles(taken.built, _name(path))
            case "placements":
                own = lint_placements(taken.built, _name(path))
        return (*_located(own, taken.text), *(problem for problems in broken.values() for problem in problems))

    def catalogues(self, folder: Path, kinds: Iterable[str]) -> tuple[Catalogues, dict[str, Sequence[Problem]]]:
        """The catalogues of these kinds in *folder*, else the packaged ones; and why some can't be read, by kind."""
        found: dict[str, Any] = {}
        broken: dict[str, Sequence[Problem]] = {}
        for kind in kinds:
            beside = folder / f"{kind}.json"
            path = beside if _is(Path.exists, beside) else QUESTIONNAIRES / beside.name
            if not _is(Path.exists, path):
                continue
            taken = self.take(path)
            if taken.built is not None and taken.kind == kind:
                found[kind] = taken.built
            else:
                wrong = f"This is not a catalogue of {kind}."
                fallback = [_problem("unknown-kind", path, wrong, "Rename the file, or mend its `$schema`.", "/$schema")]
                broken[kind] = taken.problems or fallback
        return Catalogues(**{**_EMPTIES, **found}), broken

    def _lint_questionnaire(
        self, path: Path, questionnaire: Questionnaire
    ) -> tuple[Iterable[Problem], Mapping[str, Sequence[Problem]]]:
        catalogues, broken = self.catalogues(path.parent, _needed(questionnaire))
        untold = {code for kind in broken for code in _CATALOGUE_CODES[kind]}
        found = lint_questionnaire(questionnaire, catalogues, _name(path))
        return [problem for problem in found if problem.code not in untold], broken

    def _lint_factors(self, path: Path, factors: Factors) -> tuple[Iterable[Problem], Mapping[str, Sequence[Problem]]]:
        wanted = list(dict.fromkeys(name for factor in factors.factors for name in factor.raise_if))
        questionnaires: dict[str, Questionnaire] = {}
        broken: dict[str, Sequence[Problem]] = {}
        for name in wanted:
            taken = self._questionnaire(path.parent, name) or self._questionnaire(QUESTIONNAIRES, name)
            if taken is not None and taken.problems:
                broken[name] = taken.problems
            elif taken is not None:
                questionnaires[name] = taken.built
        catalogues, also_broken = self.catalogues(path.parent, ["placements"])
        ...

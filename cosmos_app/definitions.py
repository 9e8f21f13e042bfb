"""Reads definition files: questionnaires and the catalogues beside them, with every fault at its line."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from cosmos_app.settings import QUESTIONNAIRES
from models.catalogues import Catalogues, Factors, Role, Roles
from models.definition import Questionnaire
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

_EMPTY: Mapping[str, Any] = {
    "roles": Roles(families=(), unsaid=Role(id="unsaid", title="-")),
    "factors": Factors(categories={}, factors=(), sources={}),
    "placements": {},
}
"""The catalogues, and what stands for one that is missing or not needed."""

_UNTOLD = {
    "roles": {"unknown-role-family"},
    "factors": {"unknown-factor"},
    "placements": {"unknown-placement", "unknown-axis"},
}
"""What can't be told of a questionnaire as long as a catalogue can't be read."""

_Broken: TypeAlias = dict[str, tuple[Problem, ...]]
"""Why files that another one needs can't be read, by their kind or id."""


def read_questionnaire(path: str | Path) -> Questionnaire:
    """Read a questionnaire that is fit for use.

    Raises:
        InvalidDefinitionError: With every error found, in the order of the file; warnings pass.
    """
    shelf = _Shelf()
    errors = [problem for problem in shelf.check(Path(path)) if not problem.is_warning]
    built = shelf.take(Path(path)).built
    if not errors and isinstance(built, Questionnaire):
        return built
    wrong = "This is not a questionnaire."
    raise InvalidDefinitionError(errors or [_problem("unknown-kind", path, wrong, "Name one.", "/$schema")])


def kept_questionnaire(document: Mapping[str, Any], name: str) -> Questionnaire:
    """Build a questionnaire from a document that was checked before it was kept."""
    return parse_questionnaire(document, _schema("questionnaire"), name)


@cache
def catalogues_in(folder: Path) -> Catalogues:
    """The roles, external factors and maps that hold in a folder: its own, else those that come with CoSMoS.

    Raises:
        InvalidDefinitionError: If one of them can't be read.
    """
    catalogues, broken = _Shelf().catalogues(folder, _EMPTY)
    if broken:
        raise InvalidDefinitionError(problem for problems in broken.values() for problem in problems)
    return catalogues


def check_file(path: str | Path) -> tuple[Problem, ...]:
    """Find every problem of one file, then why files beside it that it needs can't be read."""
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
        id: The id that the document gives itself, else the name of the file without its ending.
        text: The whole text; "" if it is not JSON.
        built: What it defines; None if it has problems.
        problems: Why it can't be read, or where it departs from its schema.
    """

    kind: str = ""
    id: str
    text: str = ""
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
        """Find every problem of a file, then why files that it needs can't be read."""
        taken, name = self.take(path), _name(path)
        if taken.problems:
            return taken.problems
        own: Iterable[Problem] = ()
        broken: _Broken = {}
        match taken.kind:
            case "questionnaire":
                own, broken = self._lint_questionnaire(path, taken.built)
            case "factors":
                own, broken = self._lint_factors(path, taken.built)
            case "roles":
                own = lint_roles(taken.built, name)
            case "placements":
                own = lint_placements(taken.built, name)
        return (*_located(own, taken.text), *(problem for problems in broken.values() for problem in problems))

    def catalogues(self, folder: Path, kinds: Iterable[str]) -> tuple[Catalogues, _Broken]:
        """The catalogues of these kinds in *folder*, else the packaged ones; and why some can't be read."""
        found = dict(_EMPTY)
        broken: _Broken = {}
        for kind in kinds:
            places = [place / f"{kind}.json" for place in (folder, QUESTIONNAIRES)]
            path = next((place for place in places if _is(Path.exists, place)), None)
            if path is None:
                continue
            taken = self.take(path)
            if taken.kind == kind and not taken.problems:
                found[kind] = taken.built
            else:
                wrong, mend = f"This is not a catalogue of {kind}.", "Rename the file, or mend its `$schema`."
                broken[kind] = taken.problems or (_problem("unknown-kind", path, wrong, mend, "/$schema"),)
        return Catalogues(**found), broken

    def _lint_questionnaire(self, path: Path, questionnaire: Questionnaire) -> tuple[list[Problem], _Broken]:
        catalogues, broken = self.catalogues(path.parent, _needed(questionnaire))
        untold = {code for kind in broken for code in _UNTOLD[kind]}
        found = lint_questionnaire(questionnaire, catalogues, _name(path))
        return [problem for problem in found if problem.code not in untold], broken

    def _lint_factors(self, path: Path, factors: Factors) -> tuple[list[Problem], _Broken]:
        wanted = {name for factor in factors.factors for name in factor.raise_if}
        questionnaires: dict[str, Questionnaire] = {}
        broken: _Broken = {}
        for folder in dict.fromkeys((path.parent, QUESTIONNAIRES)):
            if not wanted <= {*questionnaires, *broken}:
                self._gather(folder, wanted, questionnaires, broken)
        catalogues, broken_maps = self.catalogues(path.parent, ["placements"])
        found = lint_factors(factors, questionnaires, _name(path), catalogues.placements)
        untold = {("unknown-questionnaire", name) for name in broken}
        told = [problem for problem in found if (problem.code, problem.pointer.rpartition("/")[2]) not in untold]
        return told, {**broken, **broken_maps}

    def _gather(
        self, folder: Path, wanted: set[str], questionnaires: dict[str, Questionnaire], broken: _Broken
    ) -> None:
        """Add the questionnaires of a folder, without replacing any; broken ones only if they are wanted."""
        for file in _definitions_in(folder):
            taken = self.take(file)
            if taken.id in questionnaires or taken.id in broken:
                continue
            if isinstance(taken.built, Questionnaire):
                questionnaires[taken.id] = taken.built
            elif taken.problems and taken.id in wanted:
                broken[taken.id] = taken.problems


def _needed(questionnaire: Questionnaire) -> Iterator[str]:
    """The catalogues that a questionnaire names something of; reading the others would only take time."""
    if any(item.asked_of or item.ask_as for item in questionnaire.items):
        yield "roles"
    if questionnaire.factors or any(item.outside for item in questionnaire.items):
        yield "factors"
    if questionnaire.placements or any(item.places for item in questionnaire.items):
        yield "placements"


def _take(path: Path) -> _Taken:
    name = _name(path)
    raw = _bytes(path)
    if isinstance(raw, Problem):
        return _Taken(id=path.stem, problems=(raw,))
    document, problems = read_document(raw, name)
    if problems:
        return _Taken(id=path.stem, problems=problems)
    text = raw.decode("utf-8-sig")
    fields = document if isinstance(document, dict) else {}
    own_id = str(fields.get("id", path.stem))
    kind = str(fields.get("$schema", "")).rpartition("/")[2].removesuffix(SCHEMA_ENDING)
    if kind not in PARSERS:
        return _Taken(id=own_id, text=text, problems=tuple(_located([_unknown_kind(path, fields)], text)))
    try:
        built = PARSERS[kind](document, _schema(kind), name)
    except InvalidDefinitionError as error:
        return _Taken(kind=kind, id=own_id, text=text, problems=tuple(_located(error.problems, text)))
    return _Taken(kind=kind, id=own_id, text=text, built=built)


def _bytes(path: Path) -> bytes | Problem:
    """What a file holds, or why it can't be read; of a file that is too large, only the beginning."""
    try:
        if path.is_dir():
            return _problem("unreadable-file", path, "This is a folder.", "Name a file in it.")
        if not path.is_file():
            wrong = "This is not an ordinary file." if path.exists() else "There is no such file."
            return _problem("unreadable-file", path, wrong, "Check the name and the folder.")
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        wrong = f"It can't be read: {error.strerror or error}."
        return _problem("unreadable-file", path, wrong, "Check the name, and whether you may read it.")


def _unknown_kind(path: Path, fields: Mapping[str, Any]) -> Problem:
    known = [f"./{kind}{SCHEMA_ENDING}" for kind in PARSERS]
    if not isinstance(named := fields.get("$schema"), str):
        wrong, mend = "Nothing says what kind of file this is.", f'Add "$schema": one of {listing(known)}.'
        return _problem("unknown-kind", path, wrong, mend, "")
    mend = f"{did_you_mean(named, known)}Use one of {listing(known)}."
    return _problem("unknown-kind", path, f'"{named[:80]}" is none of our kinds of file.', mend, "/$schema")


@cache
def _schema(kind: str) -> Mapping[str, Any]:
    schema: Mapping[str, Any] = json.loads((QUESTIONNAIRES / f"{kind}{SCHEMA_ENDING}").read_bytes())
    return schema


def _located(problems: Iterable[Problem], text: str) -> Sequence[Problem]:
    """Give problems their lines, and sort them as the file goes; what is missing stands where it should be."""
    if not (found := list(problems)):
        return []
    lines = lines_of(text)
    order = {place: index for index, place in enumerate(lines)}

    def nearest(place: str) -> str:
        while place not in lines:
            place = place.rpartition("/")[0]
        return place

    placed = [(nearest(problem.pointer), problem) for problem in found]
    placed.sort(key=lambda pair: order[pair[0]])
    return [problem.at_line(lines[place]) for place, problem in placed]


def _definitions_in(folder: Path) -> list[Path]:
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        return []
    return [path for path in inside if path.suffix == ".json" and not path.name.endswith(SCHEMA_ENDING)]


def _is(ask: Callable[[Path], bool], path: Path) -> bool:
    """Ask something of a path whose very name the system may refuse."""
    try:
        return ask(path)
    except OSError:
        return False


def _name(path: str | Path) -> str:
    """The path as it can be printed: a file name need not be text."""
    return str(path).encode("utf-8", "backslashreplace").decode()


def _problem(code: str, path: str | Path, wrong: str, mend: str, at: str = "") -> Problem:
    return Problem(code=code, file=_name(path), pointer=at, wrong=wrong, mend=mend)

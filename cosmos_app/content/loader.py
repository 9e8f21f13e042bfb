"""Reads definition files: questionnaires and the catalogues beside them, with every fault at its line."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from cosmos_app.content.files import SCHEMA_ENDING, ReadFile, fault, located, printable, read, schema
from cosmos_app.settings import QUESTIONNAIRES
from models.catalogues import Catalogues, Factors, Placement, PracticeCase, Role, Roles
from models.definition import Questionnaire
from models.lint import lint_factors, lint_placements, lint_practice, lint_questionnaire, lint_roles
from models.parsing import parse_questionnaire
from models.problems import InvalidDefinitionError, Problem

_EMPTY: Mapping[str, Any] = {
    "roles": Roles(families=(), unsaid=Role(id="unsaid", title="-")),
    "factors": Factors(categories={}, factors=(), sources={}),
    "placements": {},
    "practice": {},
}
"""An empty catalogue of each kind, for one that is missing or not needed."""

_DRAWN = ("placements", "practice")
"""Catalogues that screens can't show at all if something that they name is missing."""

_UNCERTAIN = {
    "roles": {"unknown-role-family"},
    "factors": {"unknown-factor"},
    "placements": {"unknown-placement", "unknown-axis", "unplaced-position", "unknown-option"},
}
"""Problems of a questionnaire that are not reported while the catalogue of a kind can't be read."""

_Broken: TypeAlias = dict[str, tuple[Problem, ...]]
"""Problems of files that another file needs, by their kind or id."""


def read_questionnaire(path: str | Path) -> Questionnaire:
    """Read a questionnaire that is fit for use.

    Raises:
        InvalidDefinitionError: With every error found, in the order of the file; warnings pass.
    """
    files = _Files()
    errors = [problem for problem in files.check(Path(path)) if not problem.is_warning]
    built = files.read(Path(path)).built
    if not errors and isinstance(built, Questionnaire):
        return built
    raise InvalidDefinitionError(errors or [fault("unknown-kind.no-questionnaire", path, "/$schema")])


def kept_questionnaire(document: Mapping[str, Any], name: str) -> Questionnaire:
    """Build a questionnaire from a document that was checked before it was kept."""
    return parse_questionnaire(document, schema("questionnaire"), name)


@cache
def catalogues_in(folder: Path) -> Catalogues:
    """The roles, external factors and maps that hold in a folder: its own, else those that come with CoSMoS.

    Raises:
        InvalidDefinitionError: If one of them can't be read, or maps or practice cases of the folder can't be shown.
    """
    files = _Files()
    catalogues, broken = files.catalogues(folder, _EMPTY)
    found = [problem for problems in broken.values() for problem in problems]
    for kind in _DRAWN if folder != QUESTIONNAIRES else ():  # ours are checked by our tests
        if kind not in broken and _is(Path.exists, folder / f"{kind}.json"):
            found += [problem for problem in files.check(folder / f"{kind}.json") if not problem.is_warning]
    if found:
        raise InvalidDefinitionError(found)
    return catalogues


def check_file(path: str | Path) -> tuple[Problem, ...]:
    """Find every problem of one file, then why files beside it that it needs can't be read."""
    return _Files().check(Path(path))


def check_paths(paths: Iterable[str | Path]) -> tuple[Problem, ...]:
    """Find every problem of some files, each reported once; a folder stands for the JSON files in it."""
    files = _Files()
    return tuple(dict.fromkeys(problem for path in paths for problem in _check_path(files, Path(path))))


def _check_path(files: "_Files", path: Path) -> Iterator[Problem]:
    if not _is(Path.is_dir, path):
        inside = [] if path.name.endswith(SCHEMA_ENDING) else [path]
    elif not (inside := _definitions_in(path)):
        yield fault("unreadable-file.empty-folder", path)
    for file in inside:
        yield from files.check(file)


class _Files:
    """The files that one check looks into, each read once."""

    def __init__(self) -> None:
        self._read: dict[Path, ReadFile] = {}

    def read(self, path: Path) -> ReadFile:
        """Read a file, if it was not read before."""
        if path not in self._read:
            self._read[path] = read(path)
        return self._read[path]

    def check(self, path: Path) -> tuple[Problem, ...]:
        """Find every problem of a file, then why files that it needs can't be read."""
        found, name = self.read(path), printable(path)
        if found.problems:
            return found.problems
        own: Iterable[Problem] = ()
        broken: _Broken = {}
        match found.kind:
            case "questionnaire":
                own, broken = self._lint_questionnaire(path, found.built)
            case "factors":
                own, broken = self._lint_factors(path, found.built)
            case "roles":
                own = lint_roles(found.built, name)
            case "placements":
                own, broken = self._lint_placements(path, found.built)
            case "practice":
                own, broken = self._lint_practice(path, found.built)
        return (*located(own, found.text), *(problem for problems in broken.values() for problem in problems))

    def catalogues(self, folder: Path, kinds: Iterable[str]) -> tuple[Catalogues, _Broken]:
        """The catalogues of these kinds in *folder*, else the packaged ones; and why some can't be read."""
        found = dict(_EMPTY)
        broken: _Broken = {}
        for kind in kinds:
            candidates = [where / f"{kind}.json" for where in (folder, QUESTIONNAIRES)]
            path = next((candidate for candidate in candidates if _is(Path.exists, candidate)), None)
            if path is None:
                continue
            file = self.read(path)
            if file.kind == kind and not file.problems:
                found[kind] = file.built
            else:
                other = fault("unknown-kind.other-catalogue", path, "/$schema", kind=kind)
                broken[kind] = file.problems or (other,)
        return Catalogues(**found), broken

    def _lint_questionnaire(self, path: Path, questionnaire: Questionnaire) -> tuple[list[Problem], _Broken]:
        catalogues, broken = self.catalogues(path.parent, _needed(questionnaire))
        uncertain = {code for kind in broken for code in _UNCERTAIN[kind]}
        found = lint_questionnaire(questionnaire, catalogues, printable(path))
        return [problem for problem in found if problem.code not in uncertain], broken

    def _lint_factors(self, path: Path, factors: Factors) -> tuple[list[Problem], _Broken]:
        wanted = {name for factor in factors.factors for name in factor.raise_if}
        questionnaires, broken = self._questionnaires(path.parent, wanted)
        catalogues, broken_maps = self.catalogues(path.parent, ["placements"])
        found = lint_factors(factors, questionnaires, printable(path), catalogues.placements)
        return _certain(found, broken), {**broken, **broken_maps}

    def _lint_placements(self, path: Path, placements: Mapping[str, Placement]) -> tuple[list[Problem], _Broken]:
        places = [place for placement in placements.values() for place in placement.places.values()]
        questionnaires, broken = self._questionnaires(
            path.parent, {name for place in places for name in place.dimensions}
        )
        kinds = ["factors"] if any(place.factors for place in places) else []
        catalogues, broken_factors = self.catalogues(path.parent, kinds)
        found = lint_placements(placements, catalogues.factors, questionnaires, printable(path))
        uncertain = {code for kind in broken_factors for code in _UNCERTAIN[kind]}
        certain = [problem for problem in _certain(found, broken) if problem.code not in uncertain]
        return certain, {**broken, **broken_factors}

    def _lint_practice(self, path: Path, cases: Mapping[str, PracticeCase]) -> tuple[list[Problem], _Broken]:
        questionnaires, broken = self._questionnaires(path.parent, {case.questionnaire for case in cases.values()})
        return _certain(lint_practice(cases, questionnaires, printable(path)), broken), broken

    def _questionnaires(self, folder: Path, wanted: set[str]) -> tuple[Mapping[str, Questionnaire], _Broken]:
        """The questionnaires in a folder, and ours if it lacks some that are wanted; and why some can't be read."""
        questionnaires: dict[str, Questionnaire] = {}
        broken: _Broken = {}
        for where in dict.fromkeys((folder, QUESTIONNAIRES)):
            if not wanted <= {*questionnaires, *broken}:
                self._gather(where, wanted, questionnaires, broken)
        return questionnaires, broken

    def _gather(
        self, folder: Path, wanted: set[str], questionnaires: dict[str, Questionnaire], broken: _Broken
    ) -> None:
        """Add the questionnaires of a folder, without replacing any; broken ones only if they are wanted."""
        for file in _definitions_in(folder):
            found = self.read(file)
            if found.id in questionnaires or found.id in broken:
                continue
            if isinstance(found.built, Questionnaire):
                questionnaires[found.id] = found.built
            elif found.problems and found.id in wanted:
                broken[found.id] = found.problems


def _certain(problems: Iterable[Problem], broken: _Broken) -> list[Problem]:
    """The problems, without those that a questionnaire is unknown which only can't be read."""
    uncertain = {("unknown-questionnaire", name) for name in broken}
    return [problem for problem in problems if (problem.code, problem.pointer.rpartition("/")[2]) not in uncertain]


def _needed(questionnaire: Questionnaire) -> Iterator[str]:
    """The catalogues that a questionnaire refers to; reading the others would only take time."""
    if any(item.asked_of or item.ask_as for item in questionnaire.items):
        yield "roles"
    if questionnaire.factors or any(item.outside for item in questionnaire.items):
        yield "factors"
    if questionnaire.placements or any(item.places for item in questionnaire.items):
        yield "placements"


def _definitions_in(folder: Path) -> list[Path]:
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        return []
    return [path for path in inside if path.suffix == ".json" and not path.name.endswith(SCHEMA_ENDING)]


def _is(ask: Callable[[Path], bool], path: Path) -> bool:
    """Call *ask* on a path; False if the system does not even accept the name."""
    try:
        return ask(path)
    except OSError:
        return False

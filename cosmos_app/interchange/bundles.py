"""Bundles of rooms: one that another server made, read or refused with every fault; and what of one may be shared."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from cosmos_app.definition_files import bytes_of, located, printable, schema
from cosmos_app.interchange.bundle_rules import broken_rules
from models.definition import Questionnaire
from models.parsing import parse_questionnaire
from models.problems import InvalidDefinitionError, Problem, pointer
from models.source import read_document
from models.structure import structure_problems

FORMAT = "cosmos-room/2"
"""What a bundle calls itself; another number is another meaning."""

Body = Mapping[str, Any]


class InvalidBundleError(ValueError):
    """A bundle can't be used; carries every problem found, not only the first.

    Attributes:
        problems: The problems, in the order of the file.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def read_bundle(path: Path) -> dict[str, Any]:
    """Read what another server told of a room, whole and within our rules.

    Raises:
        InvalidBundleError: If it can't be read, departs from the schema, tells of too few people, contradicts itself,
            or was not meant to be shared.
    """
    name = printable(path)
    raw = bytes_of(path)
    if isinstance(raw, Problem):
        raise InvalidBundleError([raw])
    document, problems = read_document(raw, name)
    if problems:
        raise InvalidBundleError(problems)
    if found := list(_problems(document, name)):
        raise InvalidBundleError(located(found, raw.decode("utf-8-sig")))
    body: dict[str, Any] = document
    return body


def shareable(body: Body) -> dict[str, Any]:
    """What of a bundle somebody may see who compares sites: themes and factors of everyone together.

    What was agreed and done goes with it if the site shares that too; what was left for another time never does.

    Args:
        body: A bundle, with an agreement that allows its figures.
    """
    k, agreement = body["smallest_group"], body["agreement"]
    stories = agreement["stories"]
    return {
        **body,
        "agreement": {**agreement, "contact": agreement["contact"] if agreement["asked"] else ""},
        "questionnaires": {
            name: {
                **one,
                "rounds": {number: {"groups": _everyone(told["groups"], k)} for number, told in one["rounds"].items()},
                "settled": one["settled"] if stories else {},
                "targets": one["targets"] if stories else {},
            }
            for name, one in body["questionnaires"].items()
        },
        "marks": body["marks"] if stories else {},
        "own_factors": body["own_factors"] if stories else [],
        "actions": body["actions"] if stories else [],
        "parked": [],
    }


def _everyone(groups: Iterable[Body], k: int) -> list[dict[str, Any]]:
    """The group of everyone, with what of it rests on enough people: in the room small groups may have been shown."""
    whole = next(group for group in groups if not group["by"])
    told = {key: whole[key] for key in ("by", "n", "suppressed")}
    if "dimensions" in whole:
        told["dimensions"] = {name: _theme(one, k) for name, one in whole["dimensions"].items()}
    if "factors" in whole:
        told["factors"] = [one for one in whole["factors"] if one["n"] >= k]
    return [told]


def _theme(one: Body, k: int) -> dict[str, Any]:
    if one["n"] is not None and one["n"] < k:
        one = {"n": None, "agreed_stage": one.get("agreed_stage")}
    return {key: value for key, value in one.items() if key != "balanced"}  # that one is made of families


def _problems(document: Any, file: str) -> Iterator[Problem]:
    called = document.get("format") if isinstance(document, Mapping) else None
    if isinstance(called, str) and called != FORMAT and called.startswith("cosmos-room/"):
        mend = "Bring the older of the two servers up to date, and export it anew."
        yield _fault(file, pointer("format"), "other-format", f'"{called}" is not "{FORMAT}".', mend)
        return
    if found := list(structure_problems(document, schema("bundle"), file)):
        yield from found
        return
    definitions: dict[str, Questionnaire] = {}
    for name, one in document["questionnaires"].items():
        try:
            definitions[name] = parse_questionnaire(one["document"], schema("questionnaire"), file)
        except InvalidDefinitionError as error:
            at = pointer("questionnaires", name, "document")
            yield from (replace(problem, pointer=at + problem.pointer) for problem in error.problems)
    for at, code, wrong, mend in broken_rules(document, definitions):
        yield _fault(file, at, code, wrong, mend)


def _fault(file: str, at: str, code: str, wrong: str, mend: str) -> Problem:
    return Problem(code=code, file=file, pointer=at, wrong=wrong, mend=mend)

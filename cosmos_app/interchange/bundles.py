"""Bundles of rooms: one that another server made, read or refused with every fault; and what of one may be shared."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from cosmos_app.content.files import bytes_of, located, printable, schema
from cosmos_app.interchange.bundle_rules import broken_rules
from cosmos_app.interchange.records import factors_for_others
from models.definition import Questionnaire
from models.parsing import parse_questionnaire
from models.problems import InvalidDefinitionError, Problem, ProblemsError, pointer
from models.source import read_document
from models.structure import structure_problems

FORMAT = "cosmos-room/2"
"""What a bundle calls itself; another number is another meaning."""

Body = Mapping[str, Any]


class InvalidBundleError(ProblemsError):
    """A bundle can't be used."""


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
    """What of a bundle somebody may see who compares sites, and no more than screens here would show them.

    Themes of everyone together in the last round. If the site shares its stories too: what it means to do and what
    became of it, targets, evidence, and what surrounds it. Never which answers it settled or how it disagreed, whose
    an action is or when it is due, nor what was asked in this room alone.

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
                "rounds": {last: {"groups": _everyone(one["rounds"][last]["groups"], k, stories=stories)}},
                "settled": _evidence(one["settled"]) if stories else {},
                "targets": one["targets"] if stories else {},
            }
            for name, one in body["questionnaires"].items()
            if one["document"].get("dimensions") and (last := max(one["rounds"], key=int))
        },
        "marks": {},
        "own_factors": [{**one, "note": ""} for one in body["own_factors"]] if stories else [],
        "actions": [{**one, "owner": "", "due": ""} for one in body["actions"]] if stories else [],
        "parked": [],
    }


def _evidence(settled: Mapping[str, Body]) -> dict[str, dict[str, Any]]:
    """What others could look at, of each item; which answer it stands behind is not told."""
    unsaid = {"value": None, "one_side": "", "other_side": "", "note": ""}
    return {item: {**unsaid, "evidence": one["evidence"]} for item, one in settled.items() if one["evidence"]}


def _everyone(groups: Iterable[Body], k: int, *, stories: bool) -> list[dict[str, Any]]:
    """The group of everyone, with what of it rests on enough people: in the room small groups may have been shown."""
    whole = next(group for group in groups if not group["by"])
    told = {key: whole[key] for key in ("by", "n", "suppressed")}
    if "dimensions" in whole:
        told["dimensions"] = {name: _theme(one, k) for name, one in whole["dimensions"].items()}
    if "factors" in whole and stories:
        told["factors"] = [{**one, "because": []} for one in factors_for_others(whole["factors"], k)]
    return [told]


def _theme(one: Body, k: int) -> dict[str, Any]:
    if one["n"] is None or one["n"] < k:
        return {"n": None}
    # One is made of families, the other of the answers that were settled.
    return {key: value for key, value in one.items() if key not in ("balanced", "agreed_stage")}


def _problems(document: Any, file: str) -> Iterator[Problem]:
    called = document.get("format") if isinstance(document, Mapping) else None
    if isinstance(called, str) and called != FORMAT and called.startswith("cosmos-room/"):
        formats = {"format": called, "wanted": FORMAT}
        yield Problem(message="other-format", file=file, pointer=pointer("format"), values=formats)
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
    for at, message, values in broken_rules(document, definitions):
        yield Problem(message=message, file=file, pointer=at, values=values)

"""Bundles of rooms: reads one that another server made, or reports every fault; decides what of one may be shared."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from cosmos_app.content.files import bytes_of, located, printable, schema
from cosmos_app.interchange.bundle_rules import broken_rules
from cosmos_app.interchange.records import factors_for_others
from models.definition import Questionnaire
from models.json_source import read_document
from models.parsing import parse_questionnaire
from models.problems import InvalidDefinitionError, Problem, ProblemsError, pointer
from models.structure import structure_problems

FORMAT = "cosmos-room/3"
FORMATS = (FORMAT, "cosmos-room/2")
"""The format that a bundle names; another number has another meaning."""

Body = Mapping[str, Any]


class InvalidBundleError(ProblemsError):
    """A bundle can't be used."""


def read_bundle(path: Path) -> dict[str, Any]:
    """Read what another server disclosed of a room, if it is complete and obeys our rules.

    Raises:
        InvalidBundleError: If it can't be read, departs from the schema, discloses too few people, contradicts itself,
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
    """The part of a bundle that somebody who compares sites may see: no more than our own screens would show them.

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
                **questionnaire,
                "rounds": {last: {"groups": _everyone(questionnaire["rounds"][last]["groups"], k, stories=stories)}},
                "settled": _evidence(questionnaire["settled"]) if stories else {},
                "targets": questionnaire["targets"] if stories else {},
            }
            for name, questionnaire in body["questionnaires"].items()
            if questionnaire["document"].get("dimensions") and (last := max(questionnaire["rounds"], key=int))
        },
        "marks": {},
        "own_factors": [{**factor, "note": ""} for factor in body["own_factors"]] if stories else [],
        "actions": [{**action, "owner": "", "due": ""} for action in body["actions"]] if stories else [],
        "parked": [],
    }


def _evidence(settled: Mapping[str, Body]) -> dict[str, dict[str, Any]]:
    """The evidence of each item, without the answer that it supports."""
    without_answer = {"value": None, "one_side": "", "other_side": "", "note": ""}
    return {
        item: {**without_answer, "evidence": decision["evidence"]}
        for item, decision in settled.items()
        if decision["evidence"]
    }


def _everyone(groups: Iterable[Body], k: int, *, stories: bool) -> list[dict[str, Any]]:
    """The group of everyone, with the figures that rest on enough people: the room itself may have been shown more."""
    whole = next(group for group in groups if not group["by"])
    shared = {key: whole[key] for key in ("by", "n", "suppressed")}
    if "dimensions" in whole:
        shared["dimensions"] = {name: _theme(theme, k) for name, theme in whole["dimensions"].items()}
    if "factors" in whole and stories:
        shared["factors"] = [{**factor, "because": []} for factor in factors_for_others(whole["factors"], k)]
    return [shared]


def _theme(theme: Body, k: int) -> dict[str, Any]:
    if theme["n"] is None or theme["n"] < k:
        return {"n": None}
    # The one is computed from families, the other from the answers that the room decided on.
    return {key: value for key, value in theme.items() if key not in ("balanced", "agreed_stage")}


def _problems(document: Any, file: str) -> Iterator[Problem]:
    called = document.get("format") if isinstance(document, Mapping) else None
    if isinstance(called, str) and called not in FORMATS and called.startswith("cosmos-room/"):
        formats = {"format": called, "wanted": FORMAT}
        yield Problem(message="other-format", file=file, pointer=pointer("format"), values=formats)
        return
    if found := list(structure_problems(document, schema("bundle"), file)):
        yield from found
        return
    definitions: dict[str, Questionnaire] = {}
    for name, questionnaire in document["questionnaires"].items():
        try:
            definitions[name] = parse_questionnaire(questionnaire["document"], schema("questionnaire"), file)
        except InvalidDefinitionError as error:
            at = pointer("questionnaires", name, "document")
            yield from (replace(problem, pointer=at + problem.pointer) for problem in error.problems)
    for at, message, values in broken_rules(document, definitions):
        yield Problem(message=message, file=file, pointer=at, values=values)

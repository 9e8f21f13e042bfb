"""What a bundle must obey beyond its schema: no figures of too few people, and no contradictions."""

from collections.abc import Iterator, Mapping
from typing import Any

from cosmos_app.storage.snapshots import snapshot_of
from models.definition import Questionnaire
from models.problems import pointer
from models.silences import SILENCES

Body = Mapping[str, Any]
Fault = tuple[str, str, Mapping[str, Any]]
"""JSON Pointer, the message, and its values."""

WHOLE: Mapping[str, frozenset[str]] = {
    "items": frozenset({"agreement", "consensus", *SILENCES}),
    "dimensions": frozenset({"mean", "median", "sd", "completeness", "stages"}),
    "placements": frozenset({"cells"}),
}
"""What a cell holds besides its n, where it is shown."""

SINCE_FORMAT_3: Mapping[str, frozenset[str]] = {"dimensions": frozenset({"items", "asked", "lower", "upper"})}
"""What it holds besides in every format but the second."""


def broken_rules(body: Body, definitions: Mapping[str, Questionnaire]) -> Iterator[Fault]:
    """Find every rule that a bundle breaks; it must follow its schema.

    Args:
        body: The bundle.
        definitions: Its definitions, by questionnaire id; those that can't be read are not among them.
    """
    if not body["agreement"]["figures"]:
        yield pointer("agreement", "figures"), "not-agreed", {}
    more = {} if body["format"] == "cosmos-room/2" else SINCE_FORMAT_3
    whole = {part: keys | more.get(part, frozenset()) for part, keys in WHOLE.items()}
    for name, questionnaire in body["questionnaires"].items():
        at = ("questionnaires", name)
        ids = {}
        if definition := definitions.get(name):
            yield from _of_definition(definition, questionnaire, name)
            ids = {
                "items": {item.id for item in definition.items},
                "dimensions": {dimension.id for dimension in definition.dimensions},
            }
        for number, disclosed in questionnaire["rounds"].items():
            steps = (*at, "rounds", number, "groups")
            yield from _of_groups(disclosed["groups"], body["smallest_group"], steps)
            for index, group in enumerate(disclosed["groups"]):
                yield from _of_group(group, body["smallest_group"], ids, whole, (*steps, index))


def _of_definition(definition: Questionnaire, questionnaire: Body, name: str) -> Iterator[Fault]:
    at = ("questionnaires", name)
    if definition.id != name:
        yield pointer(*at), "other-definition.id", {"id": definition.id}
    if snapshot_of(questionnaire["document"]).hash != questionnaire["definition"]:
        yield pointer(*at, "definition"), "other-definition.hash", {}


def _of_groups(groups: list[Body], k: int, at: tuple[str | int, ...]) -> Iterator[Fault]:
    """Check the groups of a table: one of everyone, and none of too few that follows by subtraction."""
    whole = [group for group in groups if not group["by"]]
    if len(whole) != 1:
        yield pointer(*at), "groups", {}
        return
    families = [group["n"] for group in groups if group["by"] and group["n"] is not None]
    if not families:
        return
    rest = (whole[0]["n"] or 0) - sum(families)
    if rest < 0:
        yield pointer(*at), "contradiction.families", {"families": sum(families), "everyone": whole[0]["n"]}
    elif 0 < rest < k:
        yield pointer(*at), "small-group.rest", {"rest": rest, "k": k}


def _of_group(
    group: Body,
    k: int,
    ids: Mapping[str, set[str]],
    whole: Mapping[str, frozenset[str]],
    at: tuple[str | int, ...],
) -> Iterator[Fault]:
    n = group["n"]
    if (n is None) != group["suppressed"]:
        yield pointer(*at, "suppressed"), "contradiction.suppressed", {}
    if n is None and (set(group) & {"items", "dimensions", "placements", "factors"}):
        yield pointer(*at), "contradiction.hidden-group", {}
    if n is not None and n < k:
        yield pointer(*at, "n"), "small-group.group", {"people": n, "k": k}
    for part, known in ids.items():
        for name in group.get(part, {}):
            if name not in known:
                yield pointer(*at, part, name), "unknown-subject", {"subject": name}
    # A group that is too small is reported once, not for each of its cells.
    least = k if n is None or n >= k else 1
    for steps, cell in _cells(group):
        lacking = whole.get(str(steps[0]), frozenset()) - set(cell)
        if lacking and cell["n"] is not None:
            yield pointer(*at, *steps), "missing-key.of-cell", {"lacking": tuple(sorted(lacking))}
        yield from _of_cell(cell, n or 0, least, (*at, *steps))


def _cells(group: Body) -> Iterator[tuple[tuple[str | int, ...], Body]]:
    """Every cell of a group with its steps below the group."""
    for part in ("items", "dimensions"):
        for name, cell in group.get(part, {}).items():
            yield (part, name), cell
    for name, moments in group.get("placements", {}).items():
        for moment, tables in moments.items():
            for table, cell in tables.items():
                yield ("placements", name, moment, table), cell
    for index, cell in enumerate(group.get("factors", ())):
        yield ("factors", index), cell


def _of_cell(cell: Body, among: int, k: int, at: tuple[str | int, ...]) -> Iterator[Fault]:
    n = cell["n"]
    if n is None:
        if set(cell) - {"n", "agreed_stage"}:
            yield pointer(*at), "contradiction.hidden-figure", {}
        return
    if n < k:
        yield pointer(*at, "n"), "small-group.figure", {"people": n, "k": k}
    if n + sum(cell.get(silence, 0) for silence in SILENCES) > among:
        yield pointer(*at), "contradiction.more-than-group", {"people": among}
    if cell.get("items", 0) > cell.get("asked", 0):
        yield (
            pointer(*at, "items"),
            "contradiction.more-than-asked",
            {"items": cell["items"], "asked": cell.get("asked", 0)},
        )
    for measure in ("stages", "known_by"):
        if measure in cell and not _adds_up(cell, measure, n, among):
            yield (
                pointer(*at, measure),
                "contradiction.other-sum",
                {"counted": sum(cell[measure].values()), "people": n},
            )
    for measure in ("distribution", "cells"):
        if any(counted > n for counted in cell.get(measure, {}).values()):
            yield pointer(*at, measure), "contradiction.more-than-people", {"people": n}


def _adds_up(cell: Body, measure: str, n: int, among: int) -> bool:
    """Whether counts are those of all the people; since format 3, stages count answers to the questions shown."""
    counted = sum(cell[measure].values())
    if measure == "stages" and "items" in cell:
        return bool(counted == 0 or n <= counted <= among * cell["items"])
    return bool(counted == n)

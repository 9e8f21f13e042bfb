"""The JSON bundle of a room: everything that may leave it in one document, its definitions with it."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from cosmos_app.interchange.bundles import FORMAT, shareable
from cosmos_app.outputs.exports.cells import EVERYONE, NOT_SAID, Cell, Group, groups_of
from cosmos_app.outputs.exports.facts import facts_of
from cosmos_app.outputs.released import AskedQuestionnaire, RoomFigures
from cosmos_app.storage import Decision
from cosmos_app.texts.files import CAUTION_OF_A_ROOM
from models.workshop import NotAllowedError

KEYS: Mapping[str, str] = {"item": "items", "theme": "dimensions", "map": "placements", "factor": "factors"}
"""Under which key the cells of a group stand, by what they are about."""

LEADING_FACTS = ("engine", "example")
"""Facts of the workshop that stand before the others."""


def bundle(figures: RoomFigures) -> dict[str, Any]:
    """Everything of a room as JSON; ``questionnaires/bundle.schema.json`` says what each key is."""
    facts = facts_of(figures)
    return {
        "format": FORMAT,
        "caution": CAUTION_OF_A_ROOM(),
        **{name: facts[name] for name in LEADING_FACTS},
        **{name: fact for name, fact in facts.items() if name not in LEADING_FACTS},
        "card": asdict(figures.card) if figures.card else None,
        "agreement": asdict(figures.agreement),
        "questionnaires": {asked.questionnaire.id: _asked(asked) for asked in figures.asked},
        "marks": dict(figures.loci),
        "own_factors": [asdict(factor) for factor in figures.own_factors],
        "actions": [asdict(action) for action in figures.actions],
        "parked": list(figures.parked),
    }


def bundle_to_share(figures: RoomFigures) -> dict[str, Any]:
    """What of a room its site agreed to share with whoever compares sites.

    Raises:
        NotAllowedError: If it did not.
    """
    if not figures.agreement.figures:
        raise NotAllowedError("not-shared", site=figures.room.plan.site)
    return shareable(bundle(figures))


def json_of(body: Mapping[str, object]) -> bytes:
    """A document as JSON that people can read too."""
    return json.dumps(body, ensure_ascii=False, indent=2, allow_nan=False).encode()


def _asked(asked: AskedQuestionnaire) -> dict[str, Any]:
    questionnaire = asked.questionnaire
    return {
        "definition": asked.hash,
        "version": questionnaire.version,
        "title": questionnaire.title,
        "document": dict(asked.document),
        "rounds": {str(each.number): {"groups": [_group(group) for group in groups_of(each)]} for each in asked.rounds},
        "settled": {item: _decision(decision) for item, decision in asked.decisions.items()},
        "targets": dict(asked.targets),
    }


def _group(group: Group) -> dict[str, Any]:
    role = None if group.id == NOT_SAID else group.id
    body: dict[str, Any] = {
        "by": {} if group.id == EVERYONE else {"role": role},
        "n": group.n,
        "suppressed": group.n is None,
    }
    for cell in group.cells if group.n is not None else ():
        match cell.about:
            case "factor":
                body.setdefault("factors", []).append({"id": cell.id, **cell.numbers, "because": list(cell.because)})
            case "map":
                name, at, table = cell.id.split("/", 2)
                body.setdefault("placements", {}).setdefault(name, {}).setdefault(at, {})[table] = _cell(cell)
            case _:
                body.setdefault(KEYS[cell.about], {})[cell.id] = _cell(cell)
    return body


def _cell(cell: Cell) -> dict[str, Any]:
    """A cell; of a hidden one only that there is none, and what the room agreed on."""
    if cell.hidden:
        agreed = cell.numbers.get("agreed_stage")
        return {"n": None} if agreed is None else {"n": None, "agreed_stage": agreed}
    return {**cell.numbers, **{measure: dict(counted) for measure, counted in cell.counts.items()}}


def _decision(decision: Decision) -> dict[str, Any]:
    value = list(decision.value) if isinstance(decision.value, tuple) else decision.value
    return {**asdict(decision), "value": value}

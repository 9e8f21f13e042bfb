"""The JSON bundle of a room: everything that may leave it in one document, its definitions with it."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from cosmos_app.interchange.bundles import FORMAT, shareable
from cosmos_app.outputs.exports.cells import EVERYONE, NOT_SAID, Cell, Group
from cosmos_app.outputs.exports.figures import Asked, Figures
from cosmos_app.storage import Decision
from cosmos_app.texts.files import CAUTION_OF_A_ROOM
from models.workshop import NotAllowedError

PARTS: Mapping[str, str] = {"item": "items", "theme": "dimensions", "map": "placements", "factor": "factors"}
"""Under which key the cells of a group stand."""


def bundle(figures: Figures) -> dict[str, Any]:
    """Everything of a room as JSON; ``questionnaires/bundle.schema.json`` says what each key is."""
    return {
        "format": FORMAT,
        "caution": CAUTION_OF_A_ROOM(),
        "engine": figures.engine,
        "example": figures.example,
        "site": figures.site,
        "initiative": figures.initiative,
        "wave": figures.wave,
        "started_on": figures.started_on,
        "phase": figures.phase,
        "depth": figures.depth,
        "smallest_group": figures.smallest_group,
        "practice": figures.practice,
        "card": asdict(figures.card) if figures.card else None,
        "agreement": asdict(figures.agreement),
        "questionnaires": {asked.questionnaire.id: _asked(asked) for asked in figures.asked},
        "marks": dict(figures.loci),
        "own_factors": [asdict(one) for one in figures.own_factors],
        "actions": [asdict(one) for one in figures.actions],
        "parked": list(figures.parked),
    }


def bundle_to_share(figures: Figures) -> dict[str, Any]:
    """What of a room its site agreed to share with whoever compares sites.

    Raises:
        NotAllowedError: If it did not.
    """
    if not figures.agreement.figures:
        raise NotAllowedError(
            f"{figures.site} has not agreed to share what its workshops give. It can under Sites at the desk."
        )
    return shareable(bundle(figures))


def json_of(body: Mapping[str, object]) -> bytes:
    """A document as JSON that people can read too."""
    return json.dumps(body, ensure_ascii=False, indent=2, allow_nan=False).encode()


def _asked(asked: Asked) -> dict[str, Any]:
    one = asked.questionnaire
    return {
        "definition": asked.hash,
        "version": one.version,
        "title": one.title,
        "document": dict(asked.document),
        "rounds": {str(number): {"groups": [_group(one) for one in groups]} for number, groups in asked.rounds.items()},
        "settled": {item: _settled(one) for item, one in asked.settled.items()},
        "targets": dict(asked.targets),
    }


def _group(group: Group) -> dict[str, Any]:
    role = None if group.id == NOT_SAID else group.id
    told: dict[str, Any] = {
        "by": {} if group.id == EVERYONE else {"role": role},
        "n": group.n,
        "suppressed": group.n is None,
    }
    for cell in group.cells if group.n is not None else ():
        match cell.about:
            case "factor":
                told.setdefault("factors", []).append({"id": cell.id, **cell.numbers, "because": list(cell.because)})
            case "map":
                name, at, table = cell.id.split("/", 2)
                told.setdefault("placements", {}).setdefault(name, {}).setdefault(at, {})[table] = _cell(cell)
            case _:
                told.setdefault(PARTS[cell.about], {})[cell.id] = _cell(cell)
    return told


def _cell(cell: Cell) -> dict[str, Any]:
    """A cell; of a hidden one only that there is none, and what the room agreed on."""
    if cell.hidden:
        agreed = cell.numbers.get("agreed_stage")
        return {"n": None} if agreed is None else {"n": None, "agreed_stage": agreed}
    return {**cell.numbers, **{measure: dict(counted) for measure, counted in cell.counts.items()}}


def _settled(one: Decision) -> dict[str, Any]:
    value = list(one.value) if isinstance(one.value, tuple) else one.value
    return {**asdict(one), "value": value}

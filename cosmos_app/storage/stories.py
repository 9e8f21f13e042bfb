"""Stories: what many rooms decided and did, read in a few queries, so that sites can learn from each other."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, func, select

from cosmos_app.storage.actions import Action
from cosmos_app.storage.bulk_answers import AT_ONCE
from cosmos_app.storage.engine import Database
from cosmos_app.storage.results import OwnFactor
from cosmos_app.storage.rows import evidence_from_json
from cosmos_app.storage.tables import action as actions
from cosmos_app.storage.tables import own_factor, result, target
from cosmos_app.storage.tables import settled as decided
from models.answers import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a room decided and did about a questionnaire.

    Attributes:
        result: The result of its last revealed round, as ``KeptResult.body``; None if none was kept.
        engine: Version of the engine that computed it; "" if none was kept.
        actions: All its actions, whatever they are about, in the order they were added.
        evidence: Behind its decisions, by item id.
        targets: Where it wants to be, in 0-4, by dimension id.
        own_factors: Factors it named itself, in the order it did.
    """

    result: Any
    engine: str
    actions: tuple[Action, ...]
    evidence: Mapping[str, Evidence]
    targets: Mapping[str, float]
    own_factors: tuple[OwnFactor, ...]


class StoriesMixin:
    """The method of the store that reads the stories of many rooms."""

    database: Database

    def stories(self, workshops: Collection[str], questionnaire: str) -> Mapping[str, Story]:
        """The story of each room about a questionnaire, by workshop; that of an erased one is empty.

        Args:
            workshops: Ids of rooms.
            questionnaire: Id of a questionnaire.
        """
        every = list(dict.fromkeys(workshops))
        found: dict[str, Story] = {}
        with self.database.reading() as connection:
            for start in range(0, len(every), AT_ONCE):
                found |= _read(connection, every[start : start + AT_ONCE], questionnaire)
        return found


def _read(connection: Connection, workshops: list[str], questionnaire: str) -> dict[str, Story]:
    asked = {"workshops": workshops, "questionnaire": questionnaire}
    results = {row.workshop: (row.body, row.engine) for row in connection.execute(_RESULTS, asked)}
    actions_of: dict[str, list[Action]] = {workshop: [] for workshop in workshops}
    for workshop, *columns in connection.execute(_ACTIONS, asked):
        actions_of[workshop].append(Action(**dict(zip(_ACTION, columns, strict=True))))
    evidence_of: dict[str, dict[str, Evidence]] = {workshop: {} for workshop in workshops}
    for workshop, item, stored in connection.execute(_EVIDENCE, asked):
        if (evidence := evidence_from_json(stored)) is not None:
            evidence_of[workshop][item] = evidence
    targets_of: dict[str, dict[str, float]] = {workshop: {} for workshop in workshops}
    for workshop, dimension, value in connection.execute(_TARGETS, asked):
        targets_of[workshop][dimension] = value
    factors_of: dict[str, list[OwnFactor]] = {workshop: [] for workshop in workshops}
    for workshop, factor, name, note in connection.execute(_OWN_FACTORS, asked):
        factors_of[workshop].append(OwnFactor(id=factor, name=name, note=note))
    return {
        workshop: Story(
            result=results.get(workshop, (None, ""))[0],
            engine=results.get(workshop, (None, ""))[1],
            actions=tuple(actions_of[workshop]),
            evidence=evidence_of[workshop],
            targets=targets_of[workshop],
            own_factors=tuple(factors_of[workshop]),
        )
        for workshop in workshops
    }


_THESE: BindParameter[str] = bindparam("workshops", expanding=True)
_QUESTIONNAIRE: BindParameter[str] = bindparam("questionnaire")
_ACTION = ("id", "what", "owner", "due", "subject", "status", "became")
_ACTIONS = (
    select(actions.c.workshop, *(actions.c[name] for name in _ACTION))
    .where(actions.c.workshop.in_(_THESE))
    .order_by(actions.c.position)
)
_EVIDENCE = select(decided.c.workshop, decided.c.item, decided.c.evidence).where(
    decided.c.workshop.in_(_THESE), decided.c.questionnaire == _QUESTIONNAIRE, decided.c.evidence.is_not(None)
)
_TARGETS = select(target.c.workshop, target.c.dimension, target.c.value).where(
    target.c.workshop.in_(_THESE), target.c.questionnaire == _QUESTIONNAIRE
)
_OWN_FACTORS = (
    select(own_factor.c.workshop, own_factor.c.id, own_factor.c.name, own_factor.c.note)
    .where(own_factor.c.workshop.in_(_THESE))
    .order_by(own_factor.c.position)
)
_OTHER = result.alias("other")
_LAST = (
    select(func.max(_OTHER.c.round))
    .where(_OTHER.c.workshop == result.c.workshop, _OTHER.c.questionnaire == result.c.questionnaire)
    .scalar_subquery()
)
_RESULTS = (
    select(result.c.workshop, result.c.body, result.c.engine)
    .where(result.c.workshop.in_(_THESE), result.c.questionnaire == _QUESTIONNAIRE, result.c.round == _LAST)
    .order_by(result.c.engine)
)

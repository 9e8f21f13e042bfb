"""What many rooms made of what they saw, read at once so that sites can learn from each other."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, func, select

from cosmos_app.storage.bulk_answers import AT_ONCE
from cosmos_app.storage.decisions import Action
from cosmos_app.storage.engine import Database
from cosmos_app.storage.results import OwnFactor
from cosmos_app.storage.rows import evidence_of
from cosmos_app.storage.tables import action as actions
from cosmos_app.storage.tables import own_factor, result, target
from cosmos_app.storage.tables import settled as agreements
from models.answers import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a room made of its answers to a questionnaire.

    Attributes:
        result: What was told when its last round was revealed, as ``KeptResult.body``; None if nothing was kept.
        actions: What it means to do, whatever that came from, in the order agreed.
        evidence: Behind what it settled, by item id.
        targets: Where it wants to be, in 0-4, by dimension id.
        own_factors: What it named itself, in the order it did.
    """

    result: Any
    actions: tuple[Action, ...]
    evidence: Mapping[str, Evidence]
    targets: Mapping[str, float]
    own_factors: tuple[OwnFactor, ...]


class Stories:
    """The part of the store that reads at once what many rooms made of what they saw."""

    database: Database

    def stories(self, workshops: Collection[str], questionnaire: str) -> Mapping[str, Story]:
        """What each room made of its answers to a questionnaire, by workshop; one that is gone made nothing of them.

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


def _read(connection: Connection, some: list[str], questionnaire: str) -> dict[str, Story]:
    asked = {"some": some, "questionnaire": questionnaire}
    told = {row.workshop: row.body for row in connection.execute(_RESULTS, asked)}
    means: dict[str, list[Action]] = {one: [] for one in some}
    for workshop, *said in connection.execute(_ACTIONS, asked):
        means[workshop].append(Action(**dict(zip(_ACTION, said, strict=True))))
    behind: dict[str, dict[str, Evidence]] = {one: {} for one in some}
    for workshop, item, kept in connection.execute(_EVIDENCE, asked):
        if (evidence := evidence_of(kept)) is not None:
            behind[workshop][item] = evidence
    aims: dict[str, dict[str, float]] = {one: {} for one in some}
    for workshop, dimension, value in connection.execute(_TARGETS, asked):
        aims[workshop][dimension] = value
    named: dict[str, list[OwnFactor]] = {one: [] for one in some}
    for workshop, name, words, note in connection.execute(_OWN_FACTORS, asked):
        named[workshop].append(OwnFactor(id=name, name=words, note=note))
    return {
        one: Story(
            result=told.get(one),
            actions=tuple(means[one]),
            evidence=behind[one],
            targets=aims[one],
            own_factors=tuple(named[one]),
        )
        for one in some
    }


_SOME: BindParameter[str] = bindparam("some", expanding=True)
_QUESTIONNAIRE: BindParameter[str] = bindparam("questionnaire")
_ACTION = ("id", "what", "owner", "due", "subject", "status", "became")
_ACTIONS = (
    select(actions.c.workshop, *(actions.c[name] for name in _ACTION))
    .where(actions.c.workshop.in_(_SOME))
    .order_by(actions.c.position)
)
_EVIDENCE = select(agreements.c.workshop, agreements.c.item, agreements.c.evidence).where(
    agreements.c.workshop.in_(_SOME), agreements.c.questionnaire == _QUESTIONNAIRE, agreements.c.evidence.is_not(None)
)
_TARGETS = select(target.c.workshop, target.c.dimension, target.c.value).where(
    target.c.workshop.in_(_SOME), target.c.questionnaire == _QUESTIONNAIRE
)
_OWN_FACTORS = (
    select(own_factor.c.workshop, own_factor.c.id, own_factor.c.name, own_factor.c.note)
    .where(own_factor.c.workshop.in_(_SOME))
    .order_by(own_factor.c.position)
)
_OTHER = result.alias("other")
_LAST = (
    select(func.max(_OTHER.c.round))
    .where(_OTHER.c.workshop == result.c.workshop, _OTHER.c.questionnaire == result.c.questionnaire)
    .scalar_subquery()
)
_RESULTS = (
    select(result.c.workshop, result.c.body)
    .where(result.c.workshop.in_(_SOME), result.c.questionnaire == _QUESTIONNAIRE, result.c.round == _LAST)
    .order_by(result.c.engine)
)

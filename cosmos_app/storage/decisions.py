"""Decisions of a room on its items, which items a second round asks again, and feedback on the workshop."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select

from cosmos_app.storage.engine import Database
from cosmos_app.storage.row_locks import lock_shared, lock_shared_of
from cosmos_app.storage.rows import evidence_from_json, evidence_to_json, storable, value_from_json, value_to_json
from cosmos_app.storage.tables import feedback, second_round
from cosmos_app.storage.tables import participant as participants
from cosmos_app.storage.tables import settled as decided
from models.answers import Evidence
from models.workshop import ROUNDS, NotAllowedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a room decided on an item: an answer it agreed on, or a disagreement it recorded.

    Attributes:
        value: The agreed answer (of a checklist, a tuple); None for a disagreement, or nothing yet.
        one_side: Why some see it one way, without saying who they are; "" for nothing.
        other_side: Why others see it another way, likewise.
        note: What else was said; "" for nothing.
    """

    value: int | float | str | tuple[str, ...] | None = None
    one_side: str = ""
    other_side: str = ""
    note: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What somebody thought of the workshop.

    Attributes:
        heard: Whether they felt heard, from 0 (not at all) to 4; None if not said.
        worth: Whether it was worth their time, from 0 (not at all) to 4; None if not said.
        words: What else; "" for nothing.
    """

    heard: int | None = None
    worth: int | None = None
    words: str = ""


class DecisionsMixin:
    """The methods of the store about decisions, second rounds and feedback."""

    database: Database

    def ask_again(self, workshop: str, items: Iterable[tuple[str, str]]) -> None:
        """Keep which items a second round asks, in place of those picked before.

        Args:
            workshop: In which room.
            items: Pairs of a questionnaire's and an item's id.

        Raises:
            NotAllowedError: Unless the first round is revealed and the second not open.
        """
        rows = [{"workshop": workshop, "questionnaire": name, "item": item} for name, item in dict.fromkeys(items)]
        with self.database.writing() as connection:
            room = lock_shared(self.database, connection, workshop)
            if room.phase != "revealed" or room.round != ROUNDS[0]:
                raise NotAllowedError("picked-between-rounds")
            connection.execute(delete(second_round).where(second_round.c.workshop == workshop))
            if rows:
                connection.execute(insert(second_round), rows)

    def asked_again(self, workshop: str) -> frozenset[tuple[str, str]]:
        """The items that a second round asks, as pairs of a questionnaire's and an item's id."""
        query = select(second_round.c.questionnaire, second_round.c.item).where(second_round.c.workshop == workshop)
        with self.database.reading() as connection:
            return frozenset((row.questionnaire, row.item) for row in connection.execute(query))

    def decide(self, workshop: str, questionnaire: str, item: str, decision: Decision | None) -> None:
        """Keep a decision on an item, in place of the one before; None deletes it.

        Raises:
            NotAllowedError: Unless answers are revealed and the workshop is not closed.
        """
        key = {"workshop": workshop, "questionnaire": questionnaire, "item": item}
        with self.database.writing() as connection:
            if lock_shared(self.database, connection, workshop).phase not in ("revealed", "agreed"):
                raise NotAllowedError("decided-while-talking")
            if decision is None:
                connection.execute(delete(decided).where(*(decided.c[name] == key[name] for name in key)))
            else:
                connection.execute(self.database.upsert(decided), {**key, **_decision_row(decision)})

    def decisions(self, workshop: str) -> Mapping[tuple[str, str], Decision]:
        """The decisions of a room, by questionnaire and item id."""
        query = select(decided).where(decided.c.workshop == workshop)
        with self.database.reading() as connection:
            rows = connection.execute(query).mappings().all()
        return {
            (row["questionnaire"], row["item"]): Decision(
                value=value_from_json(row["value"]),
                one_side=row["one_side"],
                other_side=row["other_side"],
                note=row["note"],
                evidence=evidence_from_json(row["evidence"]),
            )
            for row in rows
        }

    def keep_feedback(self, participant: str, given: Feedback) -> None:
        """Keep a person's feedback, in place of what they gave before.

        Raises:
            NotAllowedError: After the close: feedback is shown then, and does not change any more.
        """
        row = {"heard": given.heard, "worth": given.worth, "words": storable(given.words)}
        with self.database.writing() as connection:
            if lock_shared_of(self.database, connection, participant).phase == "closed":
                raise NotAllowedError("talk-closed")
            connection.execute(self.database.upsert(feedback), {"participant": participant, **row})

    def gave_feedback(self, participant: str) -> bool:
        """Whether this person has sent feedback; what they said is told to nobody by name, not even to them."""
        query = select(feedback.c.participant).where(feedback.c.participant == participant)
        with self.database.reading() as connection:
            return connection.execute(query).first() is not None

    def feedbacks(self, workshop: str) -> tuple[Feedback, ...]:
        """The feedback of all people, ordered by itself, so that the order tells nothing of the people."""
        query = (
            select(feedback.c.heard, feedback.c.worth, feedback.c.words)
            .join_from(feedback, participants, participants.c.id == feedback.c.participant)
            .where(participants.c.workshop == workshop)
        )
        with self.database.reading() as connection:
            given = [Feedback(**row) for row in connection.execute(query).mappings()]
        return tuple(sorted(given, key=_order))


def _order(given: Feedback) -> tuple[int, int, str]:
    return (-1 if given.heard is None else given.heard, -1 if given.worth is None else given.worth, given.words)


def _decision_row(decision: Decision) -> dict[str, Any]:
    return {
        "value": None if decision.value is None else value_to_json(decision.value),
        "one_side": storable(decision.one_side),
        "other_side": storable(decision.other_side),
        "note": storable(decision.note),
        "evidence": evidence_to_json(decision.evidence),
    }

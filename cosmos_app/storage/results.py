"""What comes of a workshop: results as revealed, targets, loci, factors of its own, and each person's own thoughts."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import Connection, delete, func, insert, select

from cosmos_app.storage.clock_and_ids import new_id, today_here
from cosmos_app.storage.engine import Database
from cosmos_app.storage.row_locks import lock_shared
from cosmos_app.storage.rows import storable
from cosmos_app.storage.tables import mark as loci
from cosmos_app.storage.tables import own_factor, result, target, thought
from models.answers import LONGEST_NAME
from models.workshop import NotAllowedError

Locus = Literal["control", "influence", "concern"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFactor:
    """An external factor that the workshop named itself.

    Attributes:
        note: What it noted about it; "" for nothing.
    """

    id: str
    name: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptResult:
    """A result as it was when it was revealed.

    Attributes:
        round: Of the workshop, counted from 1.
        engine: Version of the engine that computed it.
        body: What it computed, as JSON.
    """

    questionnaire: str
    round: int
    engine: str
    body: Any
    kept_on: date


class ResultsMixin:
    """The methods of the store about results, and what the workshop adds to them."""

    database: Database

    def keep_result(
        self,
        workshop: str,
        questionnaire: str,
        engine: str,
        body: Any,
        round: int = 1,  # noqa: A002
        today: date | None = None,
    ) -> None:
        """Keep a result, in place of one of the same round and engine; ``reveal`` keeps those of a room."""
        kept = KeptResult(
            questionnaire=questionnaire, round=round, engine=engine, body=body, kept_on=today or today_here()
        )
        with self.database.writing() as connection:
            write_result(self.database, connection, workshop, kept)

    def results(self, workshop: str) -> tuple[KeptResult, ...]:
        """Every result kept of a workshop, by questionnaire, round and engine."""
        columns = (result.c.questionnaire, result.c.round, result.c.engine)
        query = select(*columns, result.c.body, result.c.kept_on).where(result.c.workshop == workshop)
        with self.database.reading() as connection:
            rows = connection.execute(query.order_by(*columns)).mappings().all()
        return tuple(KeptResult(**row) for row in rows)

    def set_target(self, workshop: str, questionnaire: str, dimension: str, value: float | None) -> None:
        """Keep where the workshop wants a dimension to be, in 0-4; None deletes the target."""
        key = {"workshop": workshop, "questionnaire": questionnaire, "dimension": dimension}
        with self.database.writing() as connection:
            self._expect_not_closed(connection, workshop)
            if value is None:
                connection.execute(delete(target).where(*(target.c[name] == key[name] for name in key)))
            else:
                connection.execute(self.database.upsert(target), {**key, "value": value})

    def targets(self, workshop: str, questionnaire: str) -> Mapping[str, float]:
        """The targets of a workshop, in 0-4, by dimension id."""
        query = select(target.c.dimension, target.c.value).where(
            target.c.workshop == workshop, target.c.questionnaire == questionnaire
        )
        with self.database.reading() as connection:
            return {row.dimension: row.value for row in connection.execute(query)}

    def set_locus(self, workshop: str, subject: str, locus: Locus | None) -> None:
        """Keep whether something is in the team's control, influence or concern; None deletes it.

        Args:
            workshop: Id of the workshop.
            subject: Id of a factor or an item, or an axis as "questionnaire/dimension".
            locus: Which of the three.
        """
        with self.database.writing() as connection:
            self._expect_not_closed(connection, workshop)
            if locus is None:
                connection.execute(delete(loci).where(loci.c.workshop == workshop, loci.c.subject == subject))
            else:
                row = {"workshop": workshop, "subject": subject, "mark": locus}
                connection.execute(self.database.upsert(loci), row)

    def loci(self, workshop: str) -> Mapping[str, Locus]:
        """The loci that a workshop gave, by subject."""
        query = select(loci.c.subject, loci.c.mark).where(loci.c.workshop == workshop)
        with self.database.reading() as connection:
            return {row.subject: row.mark for row in connection.execute(query)}

    def add_own_factor(self, workshop: str, name: str, note: str = "") -> str:
        """Keep a factor that the workshop named itself; returns its id."""
        factor = new_id()
        last = select(func.coalesce(func.max(own_factor.c.position), 0)).where(own_factor.c.workshop == workshop)
        row = {"id": factor, "workshop": workshop, "name": storable(name, LONGEST_NAME), "note": storable(note)}
        with self.database.writing() as connection:
            self._expect_not_closed(connection, workshop)
            position = connection.execute(last).scalar_one() + 1
            connection.execute(insert(own_factor), {**row, "position": position})
        return factor

    def drop_own_factor(self, workshop: str, factor: str) -> None:
        """Delete a factor that the workshop named itself, and its locus."""
        its_locus = (loci.c.workshop == workshop, loci.c.subject == factor)
        itself = (own_factor.c.workshop == workshop, own_factor.c.id == factor)
        with self.database.writing() as connection:
            self._expect_not_closed(connection, workshop)
            connection.execute(delete(loci).where(*its_locus))
            connection.execute(delete(own_factor).where(*itself))

    def own_factors(self, workshop: str) -> tuple[OwnFactor, ...]:
        """The factors a workshop named itself, in the order it did."""
        query = select(own_factor.c.id, own_factor.c.name, own_factor.c.note)
        of_workshop = query.where(own_factor.c.workshop == workshop).order_by(own_factor.c.position)
        with self.database.reading() as connection:
            return tuple(OwnFactor(**row) for row in connection.execute(of_workshop).mappings())

    def keep_thought(self, participant: str, questionnaire: str, subject: str, words: str) -> None:
        """Keep a person's private note on a subject; an empty one deletes it."""
        key = {"participant": participant, "questionnaire": questionnaire, "subject": subject}
        with self.database.writing() as connection:
            if words:
                connection.execute(self.database.upsert(thought), {**key, "words": storable(words)})
            else:
                connection.execute(delete(thought).where(*(thought.c[name] == key[name] for name in key)))

    def thoughts(self, participant: str, questionnaire: str) -> Mapping[str, str]:
        """A person's private notes, by subject."""
        query = select(thought.c.subject, thought.c.words).where(
            thought.c.participant == participant, thought.c.questionnaire == questionnaire
        )
        with self.database.reading() as connection:
            return {row.subject: row.words for row in connection.execute(query)}

    def _expect_not_closed(self, connection: Connection, workshop: str) -> None:
        """Refuse a change of a room after its close: people rely on what was agreed."""
        state = lock_shared(self.database, connection, workshop)
        if state.kind == "room" and state.phase == "closed":
            raise NotAllowedError("what-was-agreed-stays")


def write_result(database: Database, connection: Connection, workshop: str, kept: KeptResult) -> None:
    """Write a result within a transaction, in place of one of the same round and engine."""
    connection.execute(database.upsert(result), {"workshop": workshop, **asdict(kept)})

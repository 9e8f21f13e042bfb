"""What comes of a workshop: results as they were revealed, targets, marks, factors, and each person's own thoughts."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import Connection, delete, func, insert, select

from cosmos_app.storage.clock_and_ids import new_id, today_here
from cosmos_app.storage.engine import Database
from cosmos_app.storage.row_locks import pinned
from cosmos_app.storage.rows import writable
from cosmos_app.storage.tables import mark as loci
from cosmos_app.storage.tables import own_factor, result, target, thought
from models.answers import LONGEST_NAME
from models.workshop import NotAllowedError

Locus = Literal["control", "influence", "concern"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFactor:
    """An external factor that the workshop named itself.

    Attributes:
        note: What they said about it; "" for nothing.
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


class Outcomes:
    """The part of the store that knows results and what was agreed on them."""

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
        """Keep a result; another of the same round and engine takes its place."""
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
        """Keep where the workshop wants a dimension to be, in 0-4; None takes the target away."""
        key = {"workshop": workshop, "questionnaire": questionnaire, "dimension": dimension}
        with self.database.writing() as connection:
            self._still_talking(connection, workshop)
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
        """Keep whether something is in the team's control, influence or concern; None takes it back.

        Args:
            workshop: Whose.
            subject: Id of a factor or an item, or an axis as "questionnaire/dimension".
            locus: What they said.
        """
        with self.database.writing() as connection:
            self._still_talking(connection, workshop)
            if locus is None:
                connection.execute(delete(loci).where(loci.c.workshop == workshop, loci.c.subject == subject))
            else:
                row = {"workshop": workshop, "subject": subject, "mark": locus}
                connection.execute(self.database.upsert(loci), row)

    def loci(self, workshop: str) -> Mapping[str, Locus]:
        """What a workshop said of whose hands things are in, by subject."""
        query = select(loci.c.subject, loci.c.mark).where(loci.c.workshop == workshop)
        with self.database.reading() as connection:
            return {row.subject: row.mark for row in connection.execute(query)}

    def add_own_factor(self, workshop: str, name: str, note: str = "") -> str:
        """Keep a factor that the workshop named itself; returns its id."""
        factor = new_id()
        last = select(func.coalesce(func.max(own_factor.c.position), 0)).where(own_factor.c.workshop == workshop)
        row = {"id": factor, "workshop": workshop, "name": writable(name, LONGEST_NAME), "note": writable(note)}
        with self.database.writing() as connection:
            self._still_talking(connection, workshop)
            position = connection.execute(last).scalar_one() + 1
            connection.execute(insert(own_factor), {**row, "position": position})
        return factor

    def drop_own_factor(self, workshop: str, factor: str) -> None:
        """Forget a factor that the workshop named itself, and its mark."""
        marked = (loci.c.workshop == workshop, loci.c.subject == factor)
        named = (own_factor.c.workshop == workshop, own_factor.c.id == factor)
        with self.database.writing() as connection:
            self._still_talking(connection, workshop)
            connection.execute(delete(loci).where(*marked))
            connection.execute(delete(own_factor).where(*named))

    def own_factors(self, workshop: str) -> tuple[OwnFactor, ...]:
        """The factors a workshop named itself, in the order it did."""
        query = select(own_factor.c.id, own_factor.c.name, own_factor.c.note)
        named = query.where(own_factor.c.workshop == workshop).order_by(own_factor.c.position)
        with self.database.reading() as connection:
            return tuple(OwnFactor(**row) for row in connection.execute(named).mappings())

    def keep_thought(self, participant: str, questionnaire: str, subject: str, words: str) -> None:
        """Keep what a person thought of a subject, for themselves; nothing to say takes it away."""
        key = {"participant": participant, "questionnaire": questionnaire, "subject": subject}
        with self.database.writing() as connection:
            if words:
                connection.execute(self.database.upsert(thought), {**key, "words": writable(words)})
            else:
                connection.execute(delete(thought).where(*(thought.c[name] == key[name] for name in key)))

    def thoughts(self, participant: str, questionnaire: str) -> Mapping[str, str]:
        """What a person thought, by subject."""
        query = select(thought.c.subject, thought.c.words).where(
            thought.c.participant == participant, thought.c.questionnaire == questionnaire
        )
        with self.database.reading() as connection:
            return {row.subject: row.words for row in connection.execute(query)}

    def _still_talking(self, connection: Connection, workshop: str) -> None:
        """Refuse what would change a room after its close; people read then what was agreed."""
        now = pinned(self.database, connection, workshop)
        if now.kind == "room" and now.phase == "closed":
            raise NotAllowedError("what-was-agreed-stays")


def write_result(database: Database, connection: Connection, workshop: str, kept: KeptResult) -> None:
    """Write a result within a transaction, in place of one of the same round and engine."""
    connection.execute(database.upsert(result), {"workshop": workshop, **asdict(kept)})

"""The tables. Ids are random, tokens are kept as hashes only, and nothing is dated finer than a day."""

import json
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

# Constraints need names: SQLite can only change a table by copying it, and must name what it leaves out.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Json(TypeDecorator[Any]):
    """JSON in a text column; None is NULL.

    Not SQLAlchemy's own: SQLite gives its column numeric affinity, and 1.0 would come back as 1.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write it, from SQLAlchemy's side."""
        return None if value is None else json.dumps(value, ensure_ascii=False, allow_nan=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002
        """Read it, from SQLAlchemy's side."""
        return None if value is None else json.loads(value)


_ID = String(32)
_HASH = String(64)


def _of(table: str, *, primary_key: bool = False) -> Column[str]:
    """The column by which a row belongs to another, and goes when that goes."""
    return Column(
        table,
        _ID,
        ForeignKey(f"{table}.id", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
    )


def _said() -> tuple[Column[str], ...]:
    """What a response holds, in ``answer`` and ``answer_log`` alike; see ``rows``."""
    return (
        Column("state", String(20), nullable=False),
        Column("value", Json),
        Column("note", Text, nullable=False),
        Column("why", Text, nullable=False),
        Column("evidence", Json),
        Column("known_by", String(20)),
    )


snapshot = Table(
    "snapshot",
    metadata,
    Column("hash", _HASH, primary_key=True),
    Column("questionnaire", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("structure_hash", _HASH, nullable=False),
    Column("texts_hash", _HASH, nullable=False),
    Column("body", Text, nullable=False),
)

workshop = Table(
    "workshop",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("phase", String(20), nullable=False),
    Column("round", Integer, nullable=False),
    Column("depth", String(20), nullable=False),
    Column("example", Boolean, nullable=False),
    Column("started_on", Date, nullable=False),
)

workshop_definition = Table(
    "workshop_definition",
    metadata,
    _of("workshop", primary_key=True),
    Column("questionnaire", Text, primary_key=True),
    Column("snapshot", _HASH, ForeignKey("snapshot.hash"), nullable=False),
    Column("position", Integer, nullable=False),
)

participant = Table(
    "participant",
    metadata,
    Column("id", _ID, primary_key=True),
    _of("workshop"),
    Column("role", Text),
    Column("family", Text),
    Column("second_hat", Text),
    Column("finished", Boolean, nullable=False),
    Index(None, "workshop"),
)

resume = Table(
    "resume",
    metadata,
    Column("token_hash", _HASH, primary_key=True),
    _of("participant"),
    Index(None, "participant"),
)

answer = Table(
    "answer",
    metadata,
    _of("participant", primary_key=True),
    Column("questionnaire", Text, primary_key=True),
    Column("item", Text, primary_key=True),
    Column("round", Integer, primary_key=True, autoincrement=False),
    *_said(),
)

answer_log = Table(
    "answer_log",
    metadata,
    Column("id", Integer, primary_key=True),
    _of("participant"),
    Column("questionnaire", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("round", Integer, nullable=False),
    *_said(),
    Column("on_day", Date, nullable=False),
    Index(None, "participant"),
)

result = Table(
    "result",
    metadata,
    _of("workshop", primary_key=True),
    Column("questionnaire", Text, primary_key=True),
    Column("round", Integer, primary_key=True, autoincrement=False),
    Column("engine", Text, primary_key=True),
    Column("body", Json, nullable=False),
    Column("kept_on", Date, nullable=False),
)

target = Table(
    "target",
    metadata,
    _of("workshop", primary_key=True),
    Column("questionnaire", Text, primary_key=True),
    Column("dimension", Text, primary_key=True),
    Column("value", Float, nullable=False),
    CheckConstraint("value BETWEEN 0 AND 4", name="value"),
)

mark = Table(
    "mark",
    metadata,
    _of("workshop", primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("mark", String(20), nullable=False),
    CheckConstraint("mark IN ('control', 'influence', 'concern')", name="mark"),
)

thought = Table(
    "thought",
    metadata,
    _of("participant", primary_key=True),
    Column("questionnaire", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("words", Text, nullable=False),
)

own_factor = Table(
    "own_factor",
    metadata,
    Column("id", _ID, primary_key=True),
    _of("workshop"),
    Column("name", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Index(None, "workshop"),
)

"""What tables are made of here: names of constraints, JSON as a type, and the columns that several have."""

import json
from typing import Any

from sqlalchemy import Column, Dialect, ForeignKey, Integer, String, Text, TypeDecorator

CONSTRAINTS = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
"""Constraints need names: SQLite can only change a table by copying it, and must name what it leaves out."""


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


ID = String(32)
HASH = String(64)


def of(table: str, *, primary_key: bool = False) -> Column[str]:
    """The column by which a row belongs to another, and goes when that goes."""
    return Column(
        table,
        ID,
        ForeignKey(f"{table}.id", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
    )


def by_item() -> tuple[Column[Any], ...]:
    """By what a response is kept, in ``answer`` and ``held_answer`` alike."""
    return (
        of("participant", primary_key=True),
        Column("questionnaire", Text, primary_key=True),
        Column("item", Text, primary_key=True),
        Column("round", Integer, primary_key=True, autoincrement=False),
    )


def said() -> tuple[Column[str], ...]:
    """What a response holds, in ``answer``, ``held_answer`` and ``answer_log`` alike; see ``rows``."""
    return (
        Column("state", String(20), nullable=False),
        Column("value", Json),
        Column("note", Text, nullable=False),
        Column("why", Text, nullable=False),
        Column("evidence", Json),
        Column("known_by", String(20)),
    )

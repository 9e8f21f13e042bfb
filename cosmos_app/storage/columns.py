"""Building blocks of tables: where they are gathered, JSON as a type, and the columns that several tables share."""

import json
from typing import Any

from sqlalchemy import Column, Dialect, ForeignKey, Integer, MetaData, String, Text, TypeDecorator

CONSTRAINTS = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name: SQLite changes a table by copying it, and leaves a constraint out by its name."""


metadata = MetaData(naming_convention=CONSTRAINTS)
"""Every table of the store."""


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


def belongs_to(table: str, *, primary_key: bool = False) -> Column[str]:
    """The foreign key by which a row belongs to a row of another table, and is deleted with it."""
    return Column(
        table,
        ID,
        ForeignKey(f"{table}.id", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
    )


def response_key() -> tuple[Column[Any], ...]:
    """The primary key of a response, in ``answer`` and ``held_answer`` alike."""
    return (
        belongs_to("participant", primary_key=True),
        Column("questionnaire", Text, primary_key=True),
        Column("item", Text, primary_key=True),
        Column("round", Integer, primary_key=True, autoincrement=False),
    )


def response_columns() -> tuple[Column[str], ...]:
    """The columns of a response, in ``answer``, ``held_answer`` and ``answer_log`` alike; see ``rows``."""
    return (
        Column("state", String(20), nullable=False),
        Column("value", Json),
        Column("note", Text, nullable=False),
        Column("why", Text, nullable=False),
        Column("evidence", Json),
        Column("known_by", String(20)),
    )

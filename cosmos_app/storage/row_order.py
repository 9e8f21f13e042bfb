"""Where SQLite puts rows that people bring: at random, so that the order of rows does not tell who joined when.

SQLite numbers the rows of a table as they come (``rowid``), and whoever has the file can sort by that. A trigger gives
each new row a random number instead. PostgreSQL has no such number, but places rows as they come; there, only those who
administer the server can see it.
"""

from sqlalchemy import DDL, MetaData, event

SHUFFLED = ("answer", "came_back", "feedback", "held_answer", "participant", "removed_seat", "resume", "thought")
"""Tables with rows of single people. ``answer_log`` is none of them: it is a log, and is deleted with the close."""


def shuffle_rows(metadata: MetaData) -> None:
    """Have the triggers made with the tables; migration 0005 makes the same ones."""
    for table in SHUFFLED:
        trigger = DDL(  # type: ignore[no-untyped-call]
            f"CREATE TRIGGER shuffle_{table} AFTER INSERT ON {table} BEGIN "  # noqa: S608  (names of our own)
            f"UPDATE {table} SET rowid = random() & 4611686018427387903 WHERE rowid = NEW.rowid; END"
        )
        event.listen(metadata.tables[table], "after_create", trigger.execute_if(dialect="sqlite"))

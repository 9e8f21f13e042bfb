"""Where the bare page keeps what is chosen: one connection, opened once, on SQLite or PostgreSQL."""

import os
import sqlite3
import threading
from functools import cache

CHOICES = tuple(f"Situation {letter}, which some of you will know from their own work" for letter in "ABCDE")
"""What can be chosen."""

_TABLES = (
    "CREATE TABLE IF NOT EXISTS answer (person TEXT, question TEXT, choice TEXT, PRIMARY KEY (person, question))",
    "CREATE TABLE IF NOT EXISTS event (person TEXT, question TEXT, choice TEXT)",
)
_KEEP = (
    "INSERT INTO answer VALUES (?, ?, ?) ON CONFLICT (person, question) DO UPDATE SET choice = excluded.choice",
    "INSERT INTO event VALUES (?, ?, ?)",
)
_READ = "SELECT question, choice FROM answer WHERE person = ?"


class BareStore:
    """Answers and how they came about, one write at a time; on SQLite as safe from power cuts as our own store."""

    def __init__(self, address: str) -> None:
        self._turn = threading.Lock()
        self._on_postgres = address.startswith("postgresql")
        if self._on_postgres:
            import psycopg  # noqa: PLC0415

            self._line = psycopg.connect(address.replace("+psycopg", "", 1), autocommit=False)
        else:
            self._line = sqlite3.connect(address, check_same_thread=False, timeout=5, isolation_level=None)
            for pragma in ("journal_mode = WAL", "synchronous = FULL"):
                self._line.execute(f"PRAGMA {pragma}").fetchall()
        self._write(*((sentence, ()) for sentence in _TABLES))

    def keep(self, person: str, question: str, choice: str) -> None:
        """Keep a choice and its event together."""
        self._write(*((sentence, (person, question, choice)) for sentence in _KEEP))

    def chosen(self, person: str) -> dict[str, str]:
        """What a person chose, by question."""
        with self._turn:
            rows = self._line.execute(self._said(_READ), (person,)).fetchall()
            if self._on_postgres:
                self._line.commit()
        return dict(rows)

    def close(self) -> None:
        """Close the connection."""
        self._line.close()

    def _write(self, *sentences: tuple[str, tuple[str, ...]]) -> None:
        with self._turn:
            if not self._on_postgres:
                self._line.execute("BEGIN IMMEDIATE")
            for sentence, values in sentences:
                self._line.execute(self._said(sentence), values)
            self._line.commit()

    def _said(self, sentence: str) -> str:
        return sentence.replace("?", "%s") if self._on_postgres else sentence


@cache
def store() -> BareStore:
    """The store of this process."""
    return BareStore(os.environ["BARE_STORE"])

"""Databases for tests: empty, or with our schema already in them, copied from one that was migrated once."""

import shutil
import uuid
from contextlib import contextmanager

from sqlalchemy import create_engine, make_url, text

from cosmos_app.storage import open_store


class Postgres:
    """A PostgreSQL server on which tests make databases of their own."""

    def __init__(self, address):
        self.address = address
        self.server = create_engine(address, isolation_level="AUTOCOMMIT")

    @contextmanager
    def database(self, template=None):
        """The address of a new database, dropped afterwards; a copy of the database *template*, if there is one."""
        name = f"cosmos_test_{uuid.uuid4().hex[:12]}"
        copied = f" TEMPLATE {make_url(template).database}" if template else ""
        self._run(f"CREATE DATABASE {name}{copied}")
        yield make_url(self.address).set(database=name).render_as_string(hide_password=False)
        self._run(f"DROP DATABASE {name} WITH (FORCE)")

    @contextmanager
    def migrated(self):
        """The address of a database that holds our schema and nothing else, to make copies of; nobody stays in it."""
        with self.database() as address:
            open_store(address).close()
            yield address

    def close(self):
        self.server.dispose()

    def _run(self, statement):
        with self.server.connect() as connection:
            connection.execute(text(statement))


def migrated_file(folder):
    """A data file that holds our schema and nothing else, to make copies of."""
    path = folder / "migrated.sqlite3"
    open_store(f"sqlite:///{path}").close()
    return path


def copy_of(migrated, path):
    """The address of a data file at *path*, which begins as a copy of a migrated one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(migrated, path)
    return f"sqlite:///{path}"

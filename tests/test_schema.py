"""The schema: every way to it leads to the tables the code uses, and takes along what was kept."""

import re
import subprocess
import sys
from contextlib import contextmanager

from sqlalchemy import MetaData, create_engine, inspect, text
from stores import DAY, environment, log

from cosmos_app.storage import open_store, schema, tables
from cosmos_app.storage.engine import open_database
from models.answers import Response, Value


def test_the_migrations_lead_to_the_tables_we_use(store):
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415

    with store.engine.connect() as connection:
        options = {"version_table": schema.VERSION_TABLE, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, tables.metadata) == []


def test_the_migrations_lead_to_the_checks_we_use_too(on_file, tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path}/direct.sqlite3")
    tables.metadata.create_all(engine)

    def made(by):
        with by.connect() as connection:
            rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")).all()
        # The last bracket goes as well: a column that was added later stands behind the constraints.
        return {
            name: sorted(part for one in re.split(r"[,\n]", sql) if (part := one.strip(" \t)"))) for name, sql in rows
        }

    migrated = made(on_file.engine)
    del migrated[schema.VERSION_TABLE]
    assert migrated == made(engine)
    engine.dispose()


@contextmanager
def old(address, revision):
    """The tables of an older revision, by name, and a way to put rows in."""
    from alembic import command  # noqa: PLC0415

    database = open_database(address)
    with database.writing() as connection:
        command.upgrade(schema.alembic_config(connection), revision)
    known = MetaData()
    known.reflect(database.engine)
    with database.writing() as connection:
        yield lambda table, **row: connection.execute(known.tables[table].insert(), row)
    database.close()


def someone_answers(put):
    """What the first two revisions have in common."""
    put("workshop", id="w", kind="alone", phase="open", round=1, depth="short", example=False, started_on=DAY)
    put("snapshot", hash="h", questionnaire="demo", version="1", structure_hash="s", texts_hash="t", body="{}")
    put("workshop_definition", workshop="w", questionnaire="demo", snapshot="h", position=0)
    put("participant", id="p", workshop="w", role="nurse", family="staff", second_hat=None, finished=True)
    put("resume", token_hash="3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d", participant="p")  # "b"
    said = {"participant": "p", "questionnaire": "demo", "item": "q1", "round": 1, "state": "value", "value": "3"}
    put("answer", **said, note="", why="So it is.", evidence=None, known_by="seen")
    put("answer_log", **said, note="", why="So it is.", evidence=None, known_by="seen", on_day=DAY)
    put("target", workshop="w", questionnaire="demo", dimension="help", value=3)
    put("own_factor", id="f", workshop="w", name="No bus", note="", position=1)
    put("result", workshop="w", questionnaire="demo", round=1, engine="0.1", body="[1.0]", kept_on=DAY)


def assert_all_is_there(store):
    found = store.resume("b")
    assert (found.participant, found.role, found.finished, found.definitions) == ("p", "nurse", True, {"demo": "h"})
    assert (found.name, found.late, found.agrees, found.helped) == (None, False, None, False)
    assert store.sheet("p", "demo").response("q1") == Response(answer=Value(3), why="So it is.", known_by="seen")
    assert [line["on_day"] for line in log(store, "p")] == [DAY]
    assert store.targets("w", "demo") == {"help": 3}
    assert [factor.name for factor in store.own_factors("w")] == ["No bus"]
    assert [kept.body for kept in store.results("w")] == [[1.0]]
    assert store.marks("w") == {"ageing": "concern"}
    assert store.rooms() == ()
    assert store.record("p", "demo", "q1", Response(answer=Value(4))) == "counted"


def test_a_store_of_the_first_revision_comes_through_with_all_that_is_in_it(address):
    with old(address, "0001") as put:
        someone_answers(put)
        put("factor_mark", workshop="w", factor="ageing", mark="concern")
    with open_store(address) as store:
        assert_all_is_there(store)
        assert "factor_mark" not in inspect(store.engine).get_table_names()


def test_a_store_of_the_second_revision_comes_through_with_all_that_is_in_it(address):
    with old(address, "0002") as put:
        someone_answers(put)
        put("mark", workshop="w", subject="ageing", mark="concern")
        put("thought", participant="p", questionnaire="demo", subject="help", words="Ask.")
    with open_store(address) as store:
        assert_all_is_there(store)
        assert store.thoughts("p", "demo") == {"help": "Ask."}


def test_the_newest_revision_is_the_one_the_code_expects(on_file):
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    with on_file.engine.connect() as connection:
        script = ScriptDirectory.from_config(schema.alembic_config(connection))
    assert script.get_heads() == [schema.HEAD]


def test_opening_a_current_store_loads_neither_alembic_nor_what_draws(file, on_file):
    code = f"""
import sys
from cosmos_app.storage import open_store
open_store("sqlite:///{file}").close()
print(sorted({{"alembic", "streamlit", "pandas", "plotly", "numpy", "psycopg"}} & set(sys.modules)))
"""
    run = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"

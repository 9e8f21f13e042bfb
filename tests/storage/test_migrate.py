"""The schema: every way to it leads to the tables the code uses, and takes along what was kept."""

import re
import subprocess
import sys

from sqlalchemy import create_engine, inspect, text
from support.old_stores import assert_all_is_there, old, someone_answers
from support.stores import environment

from cosmos_app.storage import migrate, open_store, tables


def test_the_migrations_lead_to_the_tables_we_use(store):
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415

    with store.engine.connect() as connection:
        options = {"version_table": migrate.VERSION_TABLE, "compare_type": True}
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
    del migrated[migrate.VERSION_TABLE]
    assert migrated == made(engine)
    engine.dispose()


def test_a_store_of_the_first_revision_comes_through_with_all_that_is_in_it(empty_address):
    with old(empty_address, "0001") as put:
        someone_answers(put)
        put("factor_mark", workshop="w", factor="ageing", mark="concern")
    with open_store(empty_address) as store:
        assert_all_is_there(store)
        assert "factor_mark" not in inspect(store.engine).get_table_names()


def test_a_store_of_the_second_revision_comes_through_with_all_that_is_in_it(empty_address):
    with old(empty_address, "0002") as put:
        someone_answers(put)
        put("mark", workshop="w", subject="ageing", mark="concern")
        put("thought", participant="p", questionnaire="demo", subject="help", words="Ask.")
    with open_store(empty_address) as store:
        assert_all_is_there(store)
        assert store.thoughts("p", "demo") == {"help": "Ask."}


def test_the_newest_revision_is_the_one_the_code_expects(on_file):
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    with on_file.engine.connect() as connection:
        script = ScriptDirectory.from_config(migrate.alembic_config(connection))
    assert script.get_heads() == [migrate.HEAD]


def test_opening_a_current_store_loads_neither_alembic_nor_what_draws(file, on_file):
    code = f"""
import sys
from cosmos_app.storage import open_store
open_store("sqlite:///{file}").close()
print(sorted({{"alembic", "streamlit", "pandas", "plotly", "numpy", "psycopg"}} & set(sys.modules)))
"""
    run = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"

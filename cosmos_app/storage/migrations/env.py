"""Run by Alembic in a transaction of ``storage.schema``: a migration is kept whole or not at all.

To draft the next revision from a change of ``tables.py``, on a database that is at the present head:

    from alembic import command
    with database.writing() as connection:
        command.revision(alembic_config(connection), "what changes", autogenerate=True, rev_id="0002")

then read it, give it a test that takes old answers through it, and move ``schema.HEAD``.
"""

from alembic import context

from cosmos_app.storage.migrate import VERSION_TABLE
from cosmos_app.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,  # SQLite changes a table only by copying it
    transactional_ddl=True,  # true of SQLite too, since we say BEGIN ourselves
)
with context.begin_transaction():
    context.run_migrations()

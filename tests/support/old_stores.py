"""Stores of older revisions, with somebody's answers in them."""

from contextlib import contextmanager

from sqlalchemy import MetaData

from cosmos_app.storage import migrate
from cosmos_app.storage.engine import open_database
from models.answers import Response, Value
from support.stores import DAY, log


@contextmanager
def old(address, revision):
    """The tables of an older revision, by name, and a way to put rows in."""
    from alembic import command  # noqa: PLC0415

    database = open_database(address)
    with database.writing() as connection:
        command.upgrade(migrate.alembic_config(connection), revision)
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
    assert (found.name, found.late, found.consents, found.helped) == (None, False, None, False)
    assert store.sheet("p", "demo").response("q1") == Response(answer=Value(3), why="So it is.", known_by="seen")
    assert [line["on_day"] for line in log(store, "p")] == [DAY]
    assert store.targets("w", "demo") == {"help": 3}
    assert [factor.name for factor in store.own_factors("w")] == ["No bus"]
    assert [kept.body for kept in store.results("w")] == [[1.0]]
    assert store.loci("w") == {"ageing": "concern"}
    assert store.rooms() == ()
    assert store.record("p", "demo", "q1", Response(answer=Value(4))) == "counted"

"""Whoever has the file can't tell from the order of its rows who joined when."""

import pytest
from sqlalchemy import text
from support.old_stores import old, someone_answers
from support.stores import record, room

from cosmos_app.storage import open_store
from cosmos_app.storage.row_order import SHUFFLED
from models.answers import Value

PEOPLE = 60


def rank_correlation(order):
    """Spearman's: 1 if a list of 0, 1, 2, … is in order, near 0 if it is shuffled."""
    n = len(order)
    return 1 - 6 * sum((place - number) ** 2 for place, number in enumerate(order)) / (n * (n * n - 1))


@pytest.fixture
def joined(on_file):
    workshop = room(on_file)
    people = [on_file.join(workshop, f"token {number}") for number in range(PEOPLE)]
    for person in people:
        record(on_file, person, "q1", Value(1))
        on_file.keep_thought(person, "demo", "help", "Ask.")
    return on_file, people


@pytest.mark.parametrize("table", ["participant", "answer", "thought", "resume"])
def test_the_order_of_rows_tells_nothing_of_who_came_first(joined, table):
    store, people = joined
    column = "id" if table == "participant" else "participant"
    with store.engine.connect() as connection:
        found = [row[0] for row in connection.execute(text(f"SELECT {column} FROM {table} ORDER BY rowid"))]
    assert sorted(found) == sorted(people)
    assert abs(rank_correlation([people.index(person) for person in found])) < 0.6


def test_what_the_store_lists_of_people_is_in_the_order_of_their_random_ids(joined):
    store, people = joined
    [workshop] = {store.resume(f"token {number}").workshop for number in range(PEOPLE)}
    assert [person.id for person in store.people(workshop)] == sorted(people)
    assert list(store.sheets(workshop, "demo")) == sorted(people)


def test_the_rows_of_an_older_store_are_shuffled_once(tmp_path):
    address = f"sqlite:///{tmp_path}/old.sqlite3"
    with old(address, "0004") as put:
        someone_answers(put)
        for number in range(PEOPLE):
            put(
                "participant",
                id=f"{number:032}",
                workshop="w",
                finished=False,
            )
    with open_store(address) as store, store.engine.connect() as connection:
        found = [
            int(row[0]) for row in connection.execute(text("SELECT id FROM participant WHERE id <> 'p' ORDER BY rowid"))
        ]
        rows = {name: connection.execute(text(f"SELECT max(rowid) FROM {name}")).scalar() or 2**40 for name in SHUFFLED}
    assert sorted(found) == list(range(PEOPLE))
    assert abs(rank_correlation(found)) < 0.6
    assert min(rows.values()) > 2**30

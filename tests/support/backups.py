"""A store with something in every table, and backups of it that were tampered with."""

import zipfile
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, event, insert, select

from cosmos_app.storage import Decision, Deed, Feedback, open_store, tables
from cosmos_app.storage.backup_files import BackupError
from cosmos_app.storage.backups import restore
from models.answers import Evidence, Response, Value
from models.plan import LocalQuestion, Plan
from models.silences import NotApplicable
from models.sites import SharingAgreement, SiteCard
from support.stores import DAY, DOCUMENT, TO_REVEAL, count, go, record, room


def fill(store):
    """A store with something in every table."""
    first = room(store, today=DAY)
    earlier = store.join(first, "then", role="nurse", family="staff", name="Łucja")
    record(store, earlier, "q1", Response(answer=Value(1), why="As it is.\nAnd was."), today=DAY)
    record(store, earlier, "q2", Response(answer=Value(1.0), evidence=Evidence(note="Minutes")), today=DAY)
    record(store, earlier, "q3", NotApplicable("no public"), today=DAY)
    store.keep_thought(earlier, "demo", "help", "Ask.")
    go(store, first, *TO_REVEAL)
    record(store, earlier, "q1", Value(("bus", "car")))
    store.ask_again(first, [("demo", "q1")])
    store.decide(first, "demo", "q1", Decision(value=2.0, evidence=Evidence(link="https://a.b")))
    store.decide(first, "demo", "q2", Decision(one_side="Slow."))
    store.keep_result(first, "demo", "1", {"mean": 2.0, "n": 2}, today=DAY)
    store.set_target(first, "demo", "help", 2.5)
    store.set_locus(first, "law", "concern")
    store.add_own_factor(first, "A new law")
    store.add_action(first, "Call them", owner="Ana")
    store.park(first, "The budget")
    store.keep_feedback(earlier, Feedback(heard=3, words="Fine."))
    plan = Plan(
        site="Harbour",
        asked={"zeta": (), "alpha": ()},
        previous=first,
        local=(LocalQuestion(ask="Which door?", options=("Front", "Back")),),
    )
    second = store.draft(plan, today=DAY)
    store.open_room(second, {"demo": store.keep_definition(DOCUMENT)}, "full")
    store.look_at(second, step="agree", now=1000)
    store.join(second, "now", came_before=True, same_as=earlier)
    store.type_paper(store.keep_paper(second, "7"), {"first": {"demo/q1": "c"}})
    store.add_desk("desk", today=DAY)
    store.add_lead("lead", today=DAY)
    store.keep_card("Harbour", SiteCard(country="Polska – Łódź"))
    store.agree_to_share("Harbour", SharingAgreement(figures=True), today=DAY)
    store.receive("Elsewhere", {"n": 7, "mean": 2.0}, today=DAY)
    store.audit(Deed(deed="exported", doer="12ab34cd", workshop=first, detail=".csv"), today=DAY)
    with store.database.writing() as connection:
        connection.execute(insert(tables.removed_seat), {"token_hash": "5" * 64, "workshop": second})
    assert 0 not in count(store, *tables.metadata.sorted_tables)
    return second


def held(address):
    """All that a store holds, as Python sees it, with its types; by table."""
    with open_store(address) as store, store.engine.connect() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(select(table)).mappings()))
            for table in tables.metadata.sorted_tables
        }


@contextmanager
def before_statements(act):
    """Act before every statement of every store."""
    event.listen(Engine, "before_cursor_execute", act)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", act)


def changed(file, *, leave_out=(), **members):
    """The backup with some of its members written otherwise, by what is before the dot."""
    other = file.with_name("changed.zip")
    with zipfile.ZipFile(file) as old_one, zipfile.ZipFile(other, "w") as new_one:
        for name in old_one.namelist():
            stem = name.partition(".")[0]
            if stem not in leave_out:
                new_one.writestr(name, members.get(stem, lambda body: body)(old_one.read(name).decode()))
    return other


def problems_of(address, file):
    with pytest.raises(BackupError) as raised:
        restore(address, file)
    return [(problem.code, problem.pointer, problem.line) for problem in raised.value.problems]

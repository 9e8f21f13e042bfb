"""What tests of compared sites are made of: pages, changed rows, stories and newer definitions."""

from sqlalchemy import event, insert, select, update

from cosmos_app.storage import tables
from cosmos_app.workshop import sites
from models.sites import SharingAgreement
from support.many_sites import document

PROJECT = sites.Selection(questionnaire="project")


SHARES_ALL = SharingAgreement(figures=True, stories=True, asked=True, contact="exchange@harbour.example")


def compared(wanted=PROJECT):
    """A page of the sites that share their figures."""
    return sites.comparison_page(sites.sites_with_figures(), wanted)


def names(page):
    return [site.sharing.site.name for site in page.sites]


def change(store, table, where, **values):
    with store.engine.begin() as connection:
        connection.execute(update(table).where(where).values(values))


def add_story(store, workshop, status="done", subject="project/power.who_decides", **more):
    """Note an action as of a workshop that is closed by now."""
    row = {"id": f"{workshop[:20]}{status}", "workshop": workshop, "what": "Ask first", "owner": "", "due": ""}
    with store.engine.begin() as connection:
        connection.execute(
            insert(tables.action), row | {"subject": subject, "status": status, "became": "", "position": 1} | more
        )


def ask_a_newer_one(store, workshop, **changes):
    """Let a workshop have been asked a definition that is newer than the one on the shelf."""
    newer = document() | {"version": "9.0.0"} | changes
    digest = store.keep_definition(newer)
    change(store, tables.workshop_definition, tables.workshop_definition.c.workshop == workshop, snapshot=digest)


def answers_of(workshop):
    """The condition of all answers of a workshop."""
    people = select(tables.participant.c.id).where(tables.participant.c.workshop == workshop)
    return tables.answer.c.participant.in_(people)


def statements(store, work):
    """How many times the store was asked while some work was done, and for what."""
    asked = []

    def note(_connection, _cursor, statement, *_more):
        asked.append(statement)

    event.listen(store.engine, "before_cursor_execute", note)
    try:
        work()
    finally:
        event.remove(store.engine, "before_cursor_execute", note)
    return asked

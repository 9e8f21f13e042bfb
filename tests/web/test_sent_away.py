"""Whoever was sent away from the desk or from comparing sites can do nothing more, though their page is still open."""

import ast
import asyncio
import traceback
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
import streamlit as st
from sqlalchemy import select
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest
from support.browsers import DESK, at_desk, browser
from support.lead_screens import APP
from support.report_rooms import PLAN, a_room, talked

from cosmos_app.settings import desk_cookie, lead_cookie
from cosmos_app.storage import tables
from cosmos_app.storage.engine import Database
from cosmos_app.texts.refusals import REFUSALS
from cosmos_app.web import routes, server, session
from cosmos_app.web.rights import LINKS
from cosmos_app.web.routes import SCREENS
from cosmos_app.workshop import rooms, throttle

ENDED = REFUSALS["not-at-desk"]()


@pytest.fixture
def knock(stored, monkeypatch):
    monkeypatch.setattr(throttle, "BY_ADDRESS", throttle.Throttle())
    monkeypatch.setattr(server, "BY_ADDRESS", throttle.Throttle())
    served = httpx.ASGITransport(Starlette(routes=server.secret_links("desk key", "lead key")))

    def ask(path):
        async def answer():
            async with httpx.AsyncClient(transport=served, base_url="http://here") as client:
                return await client.get(path)

        # In a thread of its own: Playwright's loop runs in this one as soon as a browser test has run before.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, answer()).result()

    return ask


def test_the_old_link_leads_nowhere_once_all_others_are_sent_away_and_the_new_one_lets_in(knock, stored):
    other = knock("/facilitate/desk key").cookies[desk_cookie()]
    with at_desk():
        assert session.only_this_desk()
        assert session.at_desk()
    assert not stored.is_desk(other)
    assert knock("/facilitate/desk key").status_code == 403
    assert LINKS["desk"].key != "desk key"
    again = knock(LINKS["desk"].address(""))
    assert (again.status_code, again.headers["location"]) == (303, "/desk")
    assert stored.is_desk(again.cookies[desk_cookie()])


def test_sending_away_ends_the_link_of_every_process_on_the_same_store(knock, stored):
    stored.open_link("desk", "the key that another process printed")
    with at_desk():
        session.only_this_desk()
    assert not stored.admit("desk", "the key that another process printed", "somebody")


def test_the_old_link_for_comparing_leads_nowhere_either(knock, stored):
    other = knock("/exchange/lead key").cookies[lead_cookie()]
    with at_desk():
        assert session.send_leads_away()
    assert not stored.is_lead(other)
    assert knock("/exchange/lead key").status_code == 403
    assert knock(LINKS["lead"].address("")).status_code == 303


@pytest.mark.parametrize("cookies", [{}, {"desk": "a guess"}, {"lead": DESK}, {"seat": DESK}, {"desk": "desk key"}])
def test_nobody_without_the_right_sends_anybody_away(knock, stored, cookies):
    stored.add_desk(DESK)
    with browser(**cookies):
        assert not session.only_this_desk()
        assert not session.send_leads_away()
    assert stored.is_desk(DESK)
    assert (LINKS["desk"].key, LINKS["lead"].key) == ("desk key", "lead key")


def drawn_anew_at_the_desk():
    """Every part of a page that draws itself anew at the desk from time to time."""
    for path in sorted(APP.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and "refresh.DESK" in "".join(map(ast.unparse, node.decorator_list)):
                yield node


def test_whatever_draws_itself_anew_at_the_desk_first_asks_whether_it_still_may():
    firsts = [ast.unparse(node.body[1]) for node in drawn_anew_at_the_desk()]  # after what it does, in words
    assert len(firsts) >= 2
    assert set(firsts) == {"session.stay_at_desk()"}


# --- a page that is still open -------------------------------------------------------------------------------------


def kept(store):
    """All that the store holds of workshops and sites."""
    with store.engine.connect() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(select(table))))
            for table in tables.metadata.sorted_tables
            if table.name not in ("desk", "lead")
        }


def opened(screen, **said):
    at = AppTest.from_file(APP / SCREENS[screen].file, default_timeout=60)
    for name, value in said.items():
        at.query_params[name] = value
    return at


def fill_in(at):
    """Fill in every field of a page, and choose what is not chosen."""
    for field in (*at.text_input, *at.text_area):
        if not field.key or not field.key.startswith("stamp"):
            field.set_value("typed by an intruder")
    for box in at.checkbox:
        box.set_value(not box.value)
    for choice in (*at.radio, *at.selectbox, *at.button_group):
        words = getattr(choice.format_func, "__self__", None)  # of a table of words, its method that looks one up
        if isinstance(words, dict):
            choice.set_value(next((one for one in words if one != choice.value), choice.value))


def change_everything(at):
    """Fill in and choose everything, then press one button after the other, each time with everything filled in."""
    fill_in(at)
    at.run()
    for place in range(len(at.button)):
        if place < len(at.button) and not at.button[place].disabled:
            fill_in(at)
            at.button[place].click().run()


OPEN_PAGES = {
    "the desk": ("desk", None, None),
    "the plan": ("prepare", "draft", None),
    "who is here": ("facilitate", "frozen", "welcome"),
    "the answers": ("facilitate", "frozen", "answer"),
    "a question": ("facilitate", "talked", "discuss"),
    "the profile": ("facilitate", "talked", "profile"),
    "what is around": ("facilitate", "talked", "surroundings"),
    "actions": ("facilitate", "talked", "actions"),
    "the end": ("facilitate", "talked", "close"),
    "forms on paper": ("paper", "frozen", None),
    "sites": ("sites", "talked", None),
}


@pytest.fixture(params=OPEN_PAGES.values(), ids=OPEN_PAGES)
def page(request, stored, monkeypatch):
    """A page of the desk that was opened by right."""
    screen, state, step = request.param
    monkeypatch.setattr(routes, "link", lambda *_: None)  # there are no other pages in this test
    monkeypatch.setattr(st, "switch_page", lambda *_, **__: st.stop())
    monkeypatch.setattr(st, "rerun", lambda *_, **__: st.stop())
    rooms.forget()
    room = None
    if state == "draft":
        room = stored.room(stored.draft(PLAN))
    elif state is not None:
        room = a_room(PLAN)
        room = talked(room) if state == "talked" else room
        if step:
            stored.look_at(room.id, step=step)
    with at_desk():
        yield opened(screen, **({"w": room.id} if room else {})).run()
    rooms.forget()


def test_a_page_left_open_changes_nothing_once_its_browser_was_sent_away(page, stored):
    before = kept(stored)
    stored.drop_desks()
    change_everything(page)
    assert kept(stored) == before


def test_the_same_page_does_change_things_by_right_and_nothing_past_the_guard(page, stored, monkeypatch):
    """Or the test before could not fail."""
    before, past, write = kept(stored), [], Database.writing

    def writing(self):
        frames = traceback.extract_stack()
        if not any(frame.name == "attempt" and frame.filename.endswith("browser_session.py") for frame in frames):
            past.append([frame.name for frame in frames[-6:]])
        return write(self)

    monkeypatch.setattr(Database, "writing", writing)
    change_everything(page)
    assert kept(stored) != before
    assert not past

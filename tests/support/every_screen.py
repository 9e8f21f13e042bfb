"""Somebody with a browser who opens every screen there is for them, without a server."""

from contextlib import contextmanager
from pathlib import Path

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from cosmos_app.settings import desk_cookie, seat_cookie
from cosmos_app.storage import current
from cosmos_app.web import routes
from cosmos_app.web.routes import JOURNEYS, SCREENS, journey_of
from cosmos_app.workshop import participation
from models.answers import Response
from models.progress import shown_items
from support.valid_definitions import answer_to

APP = Path(routes.__file__).parent / "app.py"
KEY = "the key of a desk"


class Browser:
    """A browser at the app; every page it opens must be drawn without an error.

    Attributes:
        token: What leads it back to a seat.
    """

    def __init__(self, number=0):
        self.token = f"{number:043}"
        self.at = AppTest.from_file(str(APP), default_timeout=60)
        with self._cookies():
            self.at.run()
        self._look()

    def open(self, name, **address):
        """Open a screen by its name."""
        self.at.query_params.update(address)
        self.at.switch_page(SCREENS[name].file)
        return self.run()

    def run(self):
        """Draw the page again, after something on it was used."""
        with self._cookies():
            self.at.run()
        self._look()
        return self

    def says(self, text):
        """Whether the page shows a text."""
        return any(text in str(getattr(one, "proto", "")) for one in _elements(self.at._tree))

    @contextmanager
    def _cookies(self):
        with pytest.MonkeyPatch.context() as patch:
            held = {seat_cookie(): self.token, desk_cookie(): KEY}
            patch.setattr(ContextProxy, "cookies", property(lambda _self: held))
            yield

    def _look(self):
        assert not self.at.exception, [one.proto for one in self.at.exception]

    def visit(self):
        """The visit of this browser."""
        return participation.resume(self.token)


def come_to_desk():
    """Let every browser be a facilitator's."""
    current.store().add_desk(KEY)


def _elements(node):
    for child in getattr(node, "children", {}).values():
        yield child
        yield from _elements(child)


def begin(browser, depth, role):
    """Begin what a designer has drawn, from the first screen; gives whether there was anything to begin."""
    browser.open("start")
    at = browser.at
    at.radio(key="questionnaire").set_value("drawn")
    at.radio(key="depth").set_value(depth)
    if role is not None:
        at.selectbox(key="role").set_value(role)
    at.button(key="begin").click()
    browser.run()
    return browser.visit() is not None


def walk(browser):
    """Open every page of questions, and every other screen of a visit's journey."""
    visit = browser.visit()
    for number in range(1, max(len(visit.progress.sections), 1) + 1):
        browser.open("answer", part=str(number))
    for name in JOURNEYS[journey_of(visit)]:
        browser.open(name)


def answer_all(visit, chance):
    """Answer what is asked, page by page, until nothing is left or nothing new is asked."""
    for _ in visit.questionnaire.sections:
        for item in shown_items(visit.layout, visit.sheet, visit.asking):
            if item.id not in visit.sheet.responses:
                visit, _ = visit.record(item.id, Response(answer=answer_to(item, chance), why="So it is."))
    return visit

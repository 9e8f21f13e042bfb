"""A real Chromium in front of a real server."""

from contextlib import ExitStack, closing

import pytest
from browser.long_form import FIRST
from browser.served import served
from browser.visitor import DESKTOP, PHONE, Visitor
from browser.windows import FLAGS, Contexts, chromium
from playwright.sync_api import sync_playwright


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def server(browser, tmp_path_factory):
    """The server that most tests share; a module that ends it, or needs a store of its own, has its own."""
    yield from served(tmp_path_factory.mktemp("served"))


@pytest.fixture
def store(server):
    with closing(server.store()) as opened:
        yield opened


@pytest.fixture(scope="session")
def contexts(browser):
    return Contexts(browser)


@pytest.fixture
def at(contexts):
    """Opens windows of browsers that know nothing of each other, in front of any server."""
    with ExitStack() as stack:

        def visit(server, size, **how):
            context = contexts.lend(size, **how)
            stack.callback(contexts.take_back, context, size, **how)
            return Visitor(context, server.address)

        yield visit


@pytest.fixture
def visitors(at, server):
    """Opens such windows in front of the server; whatever a console complained of fails the test."""
    opened = []

    def visit(size=PHONE, **how):
        opened.append(at(server, size, **how))
        return opened[-1]

    yield visit
    assert not [complaint for visitor in opened for complaint in visitor.complaints]


@pytest.fixture
def phone(visitors):
    return visitors(PHONE)


@pytest.fixture
def desktop(visitors):
    return visitors(DESKTOP)


@pytest.fixture
def full(desktop):
    """A visitor in front of the first page of the full form."""
    desktop.begin(depth="full")
    assert desktop.items == [item.replace(".", "-") for item in FIRST]
    return desktop

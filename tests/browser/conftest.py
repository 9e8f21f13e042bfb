"""A real Chromium in front of a real server."""

import os
import shutil
from contextlib import ExitStack, closing

import pytest
from browser.served import Server
from browser.visitor import DESKTOP, PHONE, Visitor
from playwright.sync_api import sync_playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WAIT_MS = 20_000


def chromium():
    for name in ("chromium", "chromium-browser", "google-chrome", "chrome"):
        if found := shutil.which(name):
            return found
    if os.environ.get("CI"):
        pytest.fail("There is no Chromium here, and CI skips nothing: install one.")
    pytest.skip("There is no Chromium here: install one to run the browser tests.")


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def server(browser, tmp_path_factory):
    folder = tmp_path_factory.mktemp("served")
    running = Server(folder / "data", folder / "log").start()
    yield running
    running.stop()


@pytest.fixture
def store(server):
    with closing(server.store()) as opened:
        yield opened


@pytest.fixture
def visitors(browser, server):
    """Opens windows of browsers that know nothing of each other; whatever a console complained of fails the test."""
    opened = []

    def visit(size=PHONE, **more):
        context = browser.new_context(viewport=size, accept_downloads=True, **more)
        context.set_default_timeout(WAIT_MS)
        opened.append(Visitor(context, server.address))
        return opened[-1]

    yield visit
    complaints = [complaint for visitor in opened for complaint in visitor.complaints]
    for visitor in opened:
        visitor.context.close()
    assert not complaints


@pytest.fixture
def phone(visitors):
    return visitors(PHONE)


@pytest.fixture
def desktop(visitors):
    return visitors(DESKTOP)


@pytest.fixture
def at(browser):
    """Opens a browser in front of a server of the test's own."""
    with ExitStack() as stack:

        def visit(server, size):
            context = stack.enter_context(browser.new_context(viewport=size))
            context.set_default_timeout(WAIT_MS)
            return Visitor(context, server.address)

        yield visit

"""Browsers that know nothing of each other, and start fast: what a page's scripts cost to load is paid once."""

import json
import os
import shutil
from collections import defaultdict

import pytest
from playwright.sync_api import Error

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

_FORGET = "() => { try { localStorage.clear() } catch { /* a page without an address has none */ } }"


def chromium():
    for name in ("chromium", "chromium-browser", "google-chrome", "chrome"):
        if found := shutil.which(name):
            return found
    if os.environ.get("CI"):
        pytest.fail("There is no Chromium here, and CI skips nothing: install one.")
    pytest.skip("There is no Chromium here: install one to run the browser tests.")


class Contexts:
    """Contexts of one Chromium, each a browser of somebody's own.

    One that is given back forgets its cookies and what pages kept in it, and is lent again. It keeps the files of the
    servers it has seen, compiled: to load Streamlit's scripts takes a second and a half of a processor, and most tests
    open several browsers.
    """

    def __init__(self, browser):
        self.browser = browser
        self.idle = defaultdict(list)

    def lend(self, size, *, first_visit=False, **how):
        """A context with windows of this size; on a *first visit* it has never loaded anything."""
        idle = self.idle[self._kind(size, how)]
        if idle and not first_visit:
            return idle.pop()
        context = self.browser.new_context(viewport=size, **how)
        context.set_default_timeout(WAIT_MS)
        return context

    def take_back(self, context, size, *, first_visit=False, **how):
        """Close the windows of a context and let the next test have it, if it can be made to forget."""
        try:
            for page in context.pages:
                page.evaluate(_FORGET)
                page.close()
            context.clear_cookies()
            context.set_offline(False)
        except Error:
            context.close()
            return
        self.idle[self._kind(size, how)].append(context)

    @staticmethod
    def _kind(size, how):
        return json.dumps([size, how], sort_keys=True)

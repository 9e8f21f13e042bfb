"""A person at a browser: what they see, press and wait for."""

import re
import time
from contextlib import contextmanager

from browser.in_page import FOCUS, IDLE, PARTS, QUIET, SCROLLED, STANDS
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from playwright.sync_api import expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from cosmos_app.design.streamlit_internals import CSS, PATHS

DONE = ForwardMsg.ScriptFinishedStatus.FINISHED_SUCCESSFULLY

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}

TITLES = {
    "project": "Our project",
    "ecology": "The organisations around us",
    "platform": "The places and tools we use",
    "maps": "Where we stand",
    "demo": "A first look",
}

# Streamlit asks for its own paths below every page before it falls back to the root.
_PROBES = re.compile(rf"/[a-z-]+({PATHS['health'].text}|{PATHS['host_config'].text})")
_AWAY = (
    "ERR_CONNECTION_REFUSED",
    "ERR_CONNECTION_RESET",
    "ERR_EMPTY_RESPONSE",
    "WebSocket",
    "ERR_INTERNET_DISCONNECTED",
    "Client Error in reaching server endpoint",
    "Streamlit server is not responding",
)


class Visitor:
    """One window of one browser.

    Attributes:
        complaints: What the browser's console held against the page.
        runs: How often the server has drawn a page to its end.
    """

    def __init__(self, context, address, page=None):
        self.context = context
        self.address = address
        self.complaints = []
        self.runs = 0
        self.away_is_fine = False
        self.page = self._listen(page or context.new_page())

    # --- windows ---------------------------------------------------------------------------------------------------

    def _listen(self, page):
        page.on("websocket", lambda socket: socket.on("framereceived", self._received))
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def _received(self, frame):
        message = ForwardMsg()
        message.ParseFromString(frame if isinstance(frame, bytes) else frame.encode())
        self.runs += message.WhichOneof("type") == "script_finished" and message.script_finished == DONE

    def _heard(self, message):
        source = message.location.get("url", "")
        if message.type != "error" or _PROBES.search(source):
            return
        if self.away_is_fine and any(sign in message.text for sign in _AWAY):
            return
        self.complaints.append(f"{message.text} ({source})")

    def history(self, way):
        """Use the browser's own Back and Forward."""
        with self.heard():
            self.page.go_back() if way == "back" else self.page.go_forward()

    def new_tab(self):
        """Close this window's tab and open another in the same browser."""
        self.page.close()
        self.page = self._listen(self.context.new_page())

    def beside(self, size):
        """Another window of the same browser; no tab, as Chromium draws one that is behind another once a second."""
        with self.context.expect_page() as opened:
            self.page.evaluate("() => void window.open('about:blank', '_blank', 'popup,noopener')")
        other = Visitor(self.context, self.address, opened.value)
        other.complaints = self.complaints
        other.page.set_viewport_size(size)
        return other

    def goto(self, path=""):
        with self.heard():
            self.page.goto(f"{self.address}/{path}")

    def reload(self):
        with self.heard():
            self.page.reload()

    # --- waiting ---------------------------------------------------------------------------------------------------

    def at_rest(self):
        self.page.locator(".cosmos-foot").wait_for()
        self.page.wait_for_function(IDLE, arg=PARTS)
        self.page.evaluate(QUIET)
        self.page.wait_for_function(IDLE, arg=PARTS)

    def scrolled(self):
        """Wait until the page has heard of the scrolling it did last."""
        self.page.evaluate(SCROLLED)

    @contextmanager
    def heard(self):
        """Wait until the server has dealt with what is done inside."""
        before, until = self.runs, time.monotonic() + 20
        yield
        while self.runs == before:
            assert time.monotonic() < until, "the server has not finished a run"
            self.page.wait_for_timeout(10)
        self.at_rest()

    def sees_title(self, text):
        expect(self.page.locator("h1.cosmos-title")).to_have_text(text)
        self.at_rest()

    def sees_step(self, pattern):
        """Check which step of the script the room is at."""
        expect(self.page.locator(".cosmos-step").first).to_have_text(re.compile(pattern))
        self.at_rest()

    # --- what is on the page ---------------------------------------------------------------------------------------

    @property
    def title(self):
        return self.page.locator("h1.cosmos-title").inner_text()

    @property
    def focus(self):
        return self.page.evaluate(FOCUS, PARTS)

    def keyed(self, key, inside=""):
        """What has this key on the page; with *inside*, what a selector finds in it."""
        return self.page.locator(f".{CSS['key']}-{key} {inside}".rstrip())

    def keyed_like(self, start):
        """Everything whose key begins so."""
        return self.page.locator(f'[class*="{CSS["key"]}-{start}"]')

    def question(self, item):
        return self.keyed(f"item-{item.replace('.', '-')}")

    def options(self, item):
        return self.question(item).locator(f'[class*="{CSS["key"]}-choice-"] {CSS["radio_option"]}')

    def sees_chosen(self, places):
        """Check which option of each question is the chosen one; None for none."""
        for item, place in places.items():
            options = self.options(item)
            expect(options.first).to_be_visible()
            if place is None:
                expect(options.locator("input:checked")).to_have_count(0)
            else:
                expect(options.nth(place).locator("input")).to_be_checked()

    @property
    def items(self):
        """The questions on this page, by what their boxes are called."""
        return self.keyed_like("item-").evaluate_all(
            "(all, own) => all.map(one => [...one.classList].find(name => name.startsWith(own)).slice(own.length))",
            f"{CSS['key']}-item-",
        )

    # --- by mouse or finger ----------------------------------------------------------------------------------------

    def choose(self, item, place):
        with self.heard():
            self.options(item).nth(place).click()

    def type_code(self, code):
        """Open the fold of codes on the first page and type one; a page that is still being drawn may fold it again."""
        field = self.page.get_by_label("Your code")
        for _ in range(5):
            if not field.is_visible():
                self.page.get_by_text("I have a code, from a workshop or from my other device").click()
            try:
                field.fill(code, timeout=4_000)
            except PlaywrightTimeout:
                continue
            return
        raise AssertionError("the field for a code could not be filled in")

    def press(self, key):
        """Press the button that has this key."""
        with self.heard():
            self.keyed(key, "button:visible").click()

    def step(self, name):
        """Follow a link of the banner."""
        with self.heard():
            self.keyed("steps").get_by_role("link", name=name, exact=True).click()

    def begin(self, questionnaire="project", depth="short"):
        self.goto()
        self.pick("questionnaire", TITLES[questionnaire])
        self.pick("depth", depth.capitalize())
        self.keyed("begin", "button").click()
        self.page.wait_for_url("**/answer**")
        self.page.locator(".cosmos-ask").first.wait_for()
        self.at_rest()

    def practise(self, case):
        """Begin with an invented story."""
        self.goto()
        self.open("practise")
        self.keyed(f"practise-{case}", "button").click()
        self.page.wait_for_url("**/answer**")
        self.page.locator(".cosmos-ask").first.wait_for()
        self.at_rest()

    def pick(self, key, start):
        """Choose the option of a group that starts with these words, if it is not chosen yet."""
        option = self.keyed(key, CSS["radio_option"]).filter(has_text=re.compile(f"^{start}"))
        if not option.locator("input").is_checked():
            with self.heard():
                option.click()

    def open(self, key):
        """Open the folded part that has this key, or this text on it."""
        self.keyed(key, "summary").first.click()
        self.page.evaluate(STANDS)

    # --- by keyboard alone -----------------------------------------------------------------------------------------

    def tab_to(self, fits, most=90, *, back=False):
        """Press Tab until the focus is where it *fits*; gives what has the focus."""
        for _ in range(most):
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
            held = self.focus
            if fits(held):
                return held
        raise AssertionError(f"not reached with {most} times Tab; the focus is on {self.focus}")

    def tab_to_key(self, key, **more):
        return self.tab_to(lambda held: key in held["keys"], **more)

    def strike(self, key):
        """Press a key and wait for the server."""
        with self.heard():
            self.page.keyboard.press(key)

    # --- what the store holds of them ------------------------------------------------------------------------------

    @property
    def token(self):
        return next(one["value"] for one in self.context.cookies() if one["name"].startswith("cosmos_seat_"))

    def seat(self, store):
        return store.resume(self.token)

    def sheet(self, store, questionnaire="project"):
        return store.sheet(self.seat(store).participant, questionnaire)

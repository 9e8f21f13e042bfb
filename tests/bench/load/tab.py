"""One tab of a browser on a page of Streamlit's: it speaks the server's own protocol and paints nothing.

What a browser does was read off the frames of a real Chromium with Streamlit 1.67, and is done here alike:

* Every rerun carries what *all* widgets hold, those that hold nothing by name, and the page they belong to.
* A widget keeps what it holds while it is on the page, unless the server writes into it (``set_value``). When a run
  of the page has ended, widgets it did not draw are forgotten.
* The address of the page is the server's to change (``page_info_changed``) and goes along with the next rerun.
* Messages marked as cacheable are kept, and may come back as their hash only.
* ``run_every`` is timed by the browser: each fragment it was told of is asked for again, until the server says stop.
* When a connection drops, the browser asks for the path ``health`` until there is an answer, then connects anew with
  all its widgets as they were. It asks for a run at once only if one was under way, or if fragments are timed;
  else the next click is the first thing the server hears.
"""

import asyncio
import random
import time
from contextlib import suppress

from load.web import Browser
from load.widgets import Held, Widget, drawn
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from cosmos_app.design.streamlit_internals import PATHS

LONGEST_MESSAGE = 2**26
"""Bytes; a page with a large picture is more than the library takes by default."""

PATIENCE_SECONDS = 60.0
"""How long a run may take before it counts as failed."""

FIRST_PAUSE = (0.25, 0.5)
PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.1, 4.0
"""How long a browser waits before it looks for a server that went away: between the two of the first; then twice as
long each time, up to the longest."""


GLANCE_SECONDS = 0.1
"""How often a tab looks whether a fragment is due."""

GONE = (ConnectionClosed, ConnectionError, OSError)
"""What it looks like when a server goes away."""


class AppError(Exception):
    """The page shows an exception instead of what it was asked for."""


class Tab:
    """A tab.

    Attributes:
        browser: Whose cookies it sends.
        widgets: What is on the page, by widget id.
        timed: Seconds between reruns, by fragment id.
        received: Bytes and messages that came from the server.
    """

    def __init__(self, browser: Browser, path: str, query: str = "") -> None:
        self.browser = browser
        self.path = path
        self.query = query
        self.page = ""
        self.widgets: dict[str, Widget] = {}
        self.timed: dict[str, float] = {}
        self.received = 0
        self.messages = 0
        self._known: dict[str, ForwardMsg] = {}
        self._paths: dict[str, str] = {}
        self._drawn: set[str] = set()
        self._line: ClientConnection | None = None
        self._turn = asyncio.Lock()
        self._under_way = False

    async def load(self) -> None:
        """Open the page: connect, and have it drawn."""
        await self._connect()
        await self._run()

    async def choose(self, widget: Widget, held: Held) -> None:
        """Let a widget hold something else, as a click does, and wait until the page is drawn again."""
        async with self._turn:
            if widget.id in self.widgets:  # a rerun may just have drawn it anew
                widget = self.widgets[widget.id]
            widget.held = held
            await self._run(widget.fragment)

    async def press(self, button: Widget) -> None:
        """Press a button, and wait until the page is drawn again."""
        async with self._turn:
            await self._run(button.fragment, pressed=button.id)

    async def refresh(self, fragment: str) -> None:
        """Have a timed fragment drawn again."""
        async with self._turn:
            await self._run(fragment, timed=True)

    async def follow(self, took: list[float]) -> None:
        """Keep the timed fragments fresh until cancelled, also when the server goes away and comes back.

        Args:
            took: Gets the seconds of each refresh.
        """
        due: dict[str, float] = {}
        while True:
            now = time.perf_counter()
            for fragment, every in list(self.timed.items()):
                if due.setdefault(fragment, now + every) <= now:
                    due[fragment] = now + every
                    with suppress(*GONE):
                        asked = time.perf_counter()
                        await self.refresh(fragment)
                        took.append(time.perf_counter() - asked)
            await asyncio.sleep(GLANCE_SECONDS)

    async def reconnect(self) -> None:
        """Look for a server that went away, as a browser does; returns when it is there again."""
        async with self._turn:
            await self.leave()
            await asyncio.sleep(random.uniform(*FIRST_PAUSE))
            pause = PAUSE_SECONDS
            while True:
                with suppress(*GONE):
                    there, configured = PATHS["health"].text, PATHS["host_config"].text
                    if await self.browser.finds(there) and await self.browser.finds(configured):
                        await self._connect()
                        break
                await asyncio.sleep(min(LONGEST_PAUSE_SECONDS, pause) * random.uniform(0.7, 1.0))
                pause *= 2
            if self._under_way or self.timed:
                await self._run()

    async def idle(self, seconds: float) -> bool:
        """Do nothing for a while; False as soon as the connection drops."""
        if self._line is None:
            return False
        dropped = asyncio.ensure_future(self._line.wait_closed())
        done, _ = await asyncio.wait([dropped], timeout=seconds)
        dropped.cancel()
        return not done

    async def leave(self) -> None:
        """Close the connection."""
        if self._line is not None:
            with suppress(*GONE):
                await self._line.close()
            self._line = None

    def find(self, kind: str, key: str) -> list[Widget]:
        """The widgets of a kind whose keys begin so and that can be used, in the order they were drawn."""
        return [
            widget
            for widget in self.widgets.values()
            if widget.kind == kind and widget.key.startswith(key) and not widget.disabled
        ]

    async def _connect(self) -> None:
        self._line = await connect(
            f"ws://{self.browser.host}{PATHS['stream'].text}",
            subprotocols=["streamlit"],
            additional_headers=self.browser.headers(),
            max_size=LONGEST_MESSAGE,
            compression=None,  # Streamlit's server declines what browsers offer
            open_timeout=PATIENCE_SECONDS,
        )

    async def _run(self, fragment: str = "", *, pressed: str = "", timed: bool = False) -> None:
        """Ask for a run, and read until it has ended."""
        if self._line is None:
            raise ConnectionError("The tab is not connected.")
        self._under_way = True
        self._drawn.clear()
        await self._line.send(self._question(fragment, pressed=pressed, timed=timed))
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not self._read(await self._line.recv(), fragment):
                pass
        self._under_way = False

    def _question(self, fragment: str, *, pressed: str, timed: bool) -> bytes:
        message = BackMsg()
        state = message.rerun_script
        state.query_string = self.query
        state.page_script_hash = self.page
        if not self.page:
            state.page_name = self.path
        state.fragment_id = fragment
        state.is_auto_rerun = timed
        state.cached_message_hashes.extend(self._known)
        about = state.context_info
        about.timezone, about.timezone_offset, about.locale = "UTC", 0, "en-US"
        about.url = f"http://{self.browser.host}/{self.path}"
        about.is_embedded, about.color_scheme = False, "light"
        for widget in self.widgets.values():
            if widget.field:
                widget.write(state.widget_states.widgets.add())
        if pressed:
            trigger = state.widget_states.widgets.add()
            trigger.id, trigger.trigger_value = pressed, True
        return message.SerializeToString()

    def _read(self, frame: str | bytes, fragment: str) -> bool:
        """Take in a message; gives whether it ends the run that was asked for."""
        self.received += len(frame)
        self.messages += 1
        message = ForwardMsg.FromString(frame)
        if message.WhichOneof("type") == "ref_hash":
            message = self._known[message.ref_hash]
        elif message.metadata.cacheable:
            self._known[message.hash] = message
        kind = message.WhichOneof("type")
        if kind == "delta":
            self._draw(message.delta)
        elif kind == "script_finished":
            return self._end(message.script_finished, fragment)
        else:
            self._heed(kind, message)
        return False

    def _heed(self, kind: str | None, message: ForwardMsg) -> None:
        """Take in what is said about the page as a whole."""
        match kind:
            case "new_session":
                self._begin(message)
            case "navigation":
                self._paths = {one.page_script_hash: one.url_pathname for one in message.navigation.app_pages}
                self.page = message.navigation.page_script_hash or self.page
                self.path = self._paths.get(self.page, self.path)
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "auto_rerun":
                self.timed[message.auto_rerun.fragment_id] = message.auto_rerun.interval
            case "stop_auto_rerun":
                for stopped in message.stop_auto_rerun.fragment_ids:
                    self.timed.pop(stopped, None)

    def _begin(self, message: ForwardMsg) -> None:
        """A run begins; if it is one of the page, timers begin anew with it."""
        self._drawn.clear()
        if not message.metadata.run.fragment_ids:
            self.timed.clear()
            self.page = message.new_session.page_script_hash or self.page

    def _draw(self, delta: Delta) -> None:
        if delta.WhichOneof("type") != "new_element":
            return
        element = delta.new_element
        if element.WhichOneof("type") == "exception":
            raise AppError(element.exception.message)
        widget = drawn(element, delta.fragment_id, self.widgets.get(_id(element)))
        if widget is not None:
            self.widgets.pop(widget.id, None)  # drawn last, it stands last
            self.widgets[widget.id] = widget
            self._drawn.add(widget.id)

    def _end(self, how: int, fragment: str) -> bool:
        """A run has ended; gives whether none follows."""
        if how == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return False
        if how == ForwardMsg.FINISHED_SUCCESSFULLY:
            fragment = ""
        self.widgets = {
            widget.id: widget
            for widget in self.widgets.values()
            if widget.id in self._drawn or (fragment and widget.fragment != fragment)
        }
        return True


def _id(element: object) -> str:
    """The id of the widget that an element is; "" if it is none."""
    kind = element.WhichOneof("type")  # type: ignore[attr-defined]
    return getattr(getattr(element, kind), "id", "") if kind else ""

"""People in front of their screens: they arrive, answer at their own pace, and come back when the server went away."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Protocol

from load.tab import GONE, Tab
from load.widgets import Widget


class Person(Protocol):
    """Somebody who takes part.

    Attributes:
        said: Which choice, counted from 0, the server acknowledged last, by question.
        doubtful: Which was chosen since without being acknowledged, by question.
    """

    said: dict[str, int]
    doubtful: dict[str, int]

    async def join(self) -> None:
        """Open the page with the questions."""

    async def act(self) -> str:
        """Do the next thing, "click" or "turn", and wait for what comes of it."""

    async def idle(self, seconds: float) -> bool:
        """Think for a while; False if the connection dropped meanwhile."""

    async def come_back(self) -> None:
        """Wait for the server, and connect anew."""

    async def leave(self) -> None:
        """Close the page."""


@dataclass
class Tally:
    """What happened to all of them.

    Attributes:
        joins: Seconds from the address to the questions, each.
        clicks: Seconds from a click until its answer was kept and the page drawn, each.
        turns: The same, for turning to the next page of questions.
        refreshes: Seconds of each refresh of a view that follows along.
        returns: Seconds from the kill of the server to the first click or turn after it that was done, each person.
        outages: Seconds from the kill of the server until it answered again.
        failures: What went wrong, in words.
        received: Bytes from the server, over WebSockets.
    """

    joins: list[float] = field(default_factory=list)
    clicks: list[float] = field(default_factory=list)
    turns: list[float] = field(default_factory=list)
    refreshes: list[float] = field(default_factory=list)
    returns: list[float] = field(default_factory=list)
    outages: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    received: int = 0


class Answering:
    """Somebody in front of a page of Streamlit's whose questions are radios.

    They answer one question after the other, then turn the page; on the last one they go on changing their minds.

    Args:
        arrive: Opens the page; gives the tab.
    """

    def __init__(self, arrive: Callable[[], Awaitable[Tab]]) -> None:
        self.said: dict[str, int] = {}
        self.doubtful: dict[str, int] = {}
        self._arrive = arrive
        self._tab: Tab | None = None
        self._following: asyncio.Task[None] | None = None

    @property
    def tab(self) -> Tab:
        """Their tab; they have joined."""
        assert self._tab is not None
        return self._tab

    async def join(self) -> None:
        """Open the page with the questions; what on it is timed follows along from now on."""
        self._tab = await self._arrive()
        self._following = asyncio.create_task(self._tab.follow([]))
        if not self._questions():
            raise AssertionError("There are no questions on the page.")

    async def act(self) -> str:
        """Answer a question, or turn the page when all on it are answered."""
        questions = self._questions()
        onward = [button for button in self.tab.find("button", "next") if button.label == "Next"]
        still_open = [question for question in questions if question.held is None]
        if onward and not still_open:
            await self.tab.press(onward[0])
            return "turn"
        question = still_open[0] if still_open else random.choice(questions)
        choice = random.choice([at for at, option in enumerate(question.options) if option != question.held])
        name = question.key.rpartition(":")[2]
        self.doubtful[name] = choice
        await self.tab.choose(question, question.options[choice])
        self.said[name] = choice
        self.doubtful.pop(name)
        return "click"

    async def idle(self, seconds: float) -> bool:
        """Think for a while; False if the connection dropped meanwhile."""
        return await self.tab.idle(seconds)

    async def come_back(self) -> None:
        """Wait for the server, and connect anew."""
        await self.tab.reconnect()

    async def leave(self) -> None:
        """Close the page; what went wrong behind their back is told now."""
        if self._tab is None or self._following is None:
            return
        self._following.cancel()
        await self._tab.leave()
        with suppress(asyncio.CancelledError):
            await self._following

    def _questions(self) -> list[Widget]:
        return self.tab.find("radio", "choice:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast everything goes.

    Attributes:
        people: How many take part.
        seconds: How long they answer, after the last has joined.
        think: Seconds between two clicks of a person on average; each waits from half of it to one and a half.
        ramp: Seconds over which they join.
    """

    people: int
    seconds: float
    think: float
    ramp: float


async def take_part(person: Person, number: int, pace: Pace, begin: float, tally: Tally, killed: list[float]) -> None:
    """Join at one's time, answer until the end; a server that goes away is waited for.

    Args:
        person: Who.
        number: Which of them, from 0.
        pace: How fast everything goes.
        begin: When it all began, by the steady clock.
        tally: Gets what happens.
        killed: When the server was ended, if it was.
    """
    end = begin + pace.ramp + pace.seconds
    away = False
    try:
        await asyncio.sleep(max(0.0, begin + number * pace.ramp / pace.people - time.perf_counter()))
        asked = time.perf_counter()
        await person.join()
        tally.joins.append(time.perf_counter() - asked)
        while True:
            try:
                there = await person.idle(random.uniform(0.5, 1.5) * pace.think)
                if time.perf_counter() > end:
                    break
                if not there:
                    raise ConnectionError("The connection dropped.")
                asked = time.perf_counter()
                what = await person.act()
                took = time.perf_counter() - asked
                (tally.clicks if what == "click" else tally.turns).append(took)
                if away:
                    tally.returns.append(time.perf_counter() - killed[-1])
                    away = False
            except GONE:
                if not killed:
                    raise
                away = True
                await person.come_back()
    except Exception as error:  # noqa: BLE001  (whatever happens to one is counted, and the others go on)
        tally.failures.append(f"{type(error).__name__}: {error}"[:300])
    finally:
        await person.leave()

"""One trial: a contestant on an empty store, people who come and click, and what it took."""

import asyncio
import gc
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any

from load.contestants import Contestant
from load.machine import Load, Meter, Server
from load.people import Pace, Person, Tally, take_part
from load.seating import Arrival

SETTLE_SECONDS = 1.0
"""From when the last should have joined until processors are looked at."""

AWAY_SECONDS = 1.0
"""From when a server is killed until it is started again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What came of it.

    Attributes:
        name: Of the contestant.
        store: "SQLite" or "PostgreSQL".
        pace: How fast everything went.
        tally: What happened to all.
        acts: Clicks and turns while processors were looked at, a second.
        lost: Acknowledged answers that are not in the store.
        kept: Acknowledged answers in all.
        load: Who took how much of the machine.
        back: After a kill: how many people answered again.
    """

    name: str
    store: str
    pace: Pace
    tally: Tally
    acts: float
    lost: int
    kept: int
    load: Load
    back: int

    def ms(self, what: str, share: float) -> float:
        """The milliseconds that a share of clicks, joins, … did not exceed; not a number if there were none."""
        seconds = sorted(getattr(self.tally, what))
        return 1000 * seconds[min(len(seconds) - 1, int(share * len(seconds)))] if seconds else float("nan")

    @property
    def cpu_ms(self) -> float:
        """Milliseconds of processor that the servers took for each click or turn."""
        return 10 * sum(self.load.servers) / self.acts if self.acts else float("nan")

    @property
    def fine(self) -> bool:
        """Whether nothing was lost and nobody failed."""
        return not self.lost and not self.tally.failures

    def as_json(self) -> dict[str, Any]:
        """All of it; seconds rounded to a tenth of a millisecond."""
        tally = {
            name: [round(value, 4) for value in values] if name != "failures" and isinstance(values, list) else values
            for name, values in asdict(self.tally).items()
        }
        figures = {"name": self.name, "store": self.store, **asdict(self.pace), "acts": self.acts, "back": self.back}
        return {**figures, "lost": self.lost, "kept": self.kept, "load": asdict(self.load), "tally": tally}


def trial(contestant: Contestant, store: str, pace: Pace, *, kill: bool = False) -> Trial:
    """Start a contestant, let people come, and stop it.

    Args:
        contestant: Whom.
        store: What it keeps answers in, as the table says it.
        pace: How many people, and how fast.
        kill: Whether its first server is killed in the middle, and started again.
    """
    try:
        contestant.start()
        gc.collect()
        gc.freeze()  # so that a collection among the people is not taken for a slow server
        return asyncio.run(_run(contestant, store, pace, kill=kill))
    finally:
        contestant.stop()


async def _run(contestant: Contestant, store: str, pace: Pace, *, kill: bool) -> Trial:
    people = await contestant.invite(pace.people, pace.ramp + pace.seconds)
    tally, killed = Tally(), list[float]()
    watching = [asyncio.create_task(_watch(arrival, tally)) for arrival in contestant.watchers()]
    begin = time.perf_counter()
    taking_part = [
        asyncio.create_task(take_part(person, number, pace, begin, tally, killed))
        for number, person in enumerate(people)
    ]
    if kill:
        taking_part.append(asyncio.create_task(_kill(contestant.servers[0], begin, pace, tally, killed)))
    await asyncio.sleep(pace.ramp + SETTLE_SECONDS)
    meter, since, done = Meter(contestant.servers), time.perf_counter(), _acts(tally)
    await asyncio.sleep(max(1.0, pace.seconds - 2 * SETTLE_SECONDS))
    acts, load = (_acts(tally) - done) / (time.perf_counter() - since), meter.read()
    await asyncio.gather(*taking_part)
    await _stop(watching, tally)
    return Trial(
        name=contestant.name,
        store=store,
        pace=pace,
        tally=tally,
        acts=acts,
        lost=contestant.lost(people),
        kept=_answered(people),
        load=load,
        back=len(tally.returns),
    )


async def _watch(arrive: Arrival, tally: Tally) -> None:
    """Look at a view that follows along; a server that went away is waited for."""
    tab = await arrive()
    following = asyncio.create_task(tab.follow(tally.refreshes))
    try:
        while not following.done():
            if not await tab.idle(1.0):
                await tab.reconnect()
        await following
    finally:
        following.cancel()
        await tab.leave()


async def _kill(server: Server, begin: float, pace: Pace, tally: Tally, killed: list[float]) -> None:
    await asyncio.sleep(begin + pace.ramp + pace.seconds / 2 - time.perf_counter())
    killed.append(time.perf_counter())
    server.kill()
    await asyncio.sleep(AWAY_SECONDS)
    await asyncio.to_thread(server.start)
    tally.outages.append(time.perf_counter() - killed[-1])


async def _stop(watching: Sequence["asyncio.Task[None]"], tally: Tally) -> None:
    for task in watching:
        task.cancel()
        with suppress(asyncio.CancelledError):
            try:
                await task
            except Exception as error:  # noqa: BLE001  (counted as people's failures are)
                tally.failures.append(f"view: {type(error).__name__}: {error}"[:300])


def _acts(tally: Tally) -> int:
    return len(tally.clicks) + len(tally.turns)


def _answered(people: Sequence[Person]) -> int:
    return sum(len(person.said) for person in people)

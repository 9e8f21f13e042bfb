"""The throttle: whoever tries codes that lead nowhere must wait before trying again. No screens here.

A code is short, because people type it on a phone; so guessing must be slow. And a room full of people shares one
address, so whoever guesses there must not keep the others out. So each browser that has opened a page has tries of its
own, by its cookie, which come back one a minute; a browser that nobody has seen, or that keeps no cookie, shares those
of its address. A cookie costs nothing, so only so many browsers of one address have tries of their own, and all
addresses together have a limit.

How many guesses that allows of a code of six letters, which is one of 30^6 = 729 million:

| Who guesses | in the first hour | in each further hour | chance to hit a given room in eight hours |
| --- | --- | --- | --- |
| one browser | 80 | 60 | 1 in 1.5 million |
| all browsers of one address that it can open | 40,140 | 30,120 | 1 in 2,900 |
| everybody on the network, from any address | 86,000 | 36,000 | 1 in 2,100 |

With several rooms open, the chance to hit one of them is as many times as large. A code back to one's own seat has
eight letters, of which there are nine hundred times as many. The counts are kept in this process only: after a restart
they begin anew, and several servers count each for itself. ``tests/workshop/test_throttle.py`` counts the guesses.

What stays: whoever opens ``MOST_BROWSERS`` browsers at an address before others come makes these share its few tries,
and can keep them waiting at that address; those who were there before, and other addresses, are not concerned.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from ipaddress import ip_address, ip_network
from math import ceil
from threading import Lock
from time import monotonic

from cosmos_app.texts.refusals import TOO_SOON

FREE_TRIES = 20
"""Wrong codes that cost nothing, for people mistype. A right code does not reset the count: a guesser may know one."""

SECONDS_BROWSER = 60.0
"""After so long a browser that has used up its tries has another."""

SECONDS_ADDRESS = 30.0
"""The same for all of an address that have no tries of their own."""

FREE_FOR_ALL = 50_000
"""Wrong codes from all addresses that cost nothing: more than one address alone can try in the first hour."""

SECONDS_ALL = 0.1
"""After so long all addresses together have another: more often than one address alone uses one up."""

MOST_BROWSERS = 500
"""Browsers of one address that have tries of their own."""

FORGOTTEN_AFTER = 3600.0
"""Seconds without a page or a try after which a browser's place is free for another."""

LOCAL_ADDRESS = "local"
"""The address of a browser on the machine that CoSMoS runs on."""

MOST_NAMES = 10_000
"""Names remembered at once, so that guessing from many addresses fills no memory."""


class TooSoonError(Exception):
    """Another try is refused for now.

    Attributes:
        seconds: After how many it is allowed again.
    """

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(seconds)

    def __str__(self) -> str:
        return TOO_SOON(self.seconds)


@dataclass(slots=True)
class _Bucket:
    tries: float
    at: float


class Throttle:
    """Counts wrong codes by name, in a token bucket for each: an address, a browser, or what they were tried on.

    Args:
        free: How many cost nothing: what a bucket holds.
        seconds: After how long one that was used up comes back.
        clock: Tells the seconds.
    """

    def __init__(
        self, free: int = FREE_TRIES, seconds: float = SECONDS_ADDRESS, clock: Callable[[], float] = monotonic
    ) -> None:
        self._free = free
        self._seconds = seconds
        self._clock = clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()
        self._lock = Lock()

    def check(self, name: str) -> None:
        """Return if a code may be tried under this name.

        Raises:
            TooSoonError: If its tries are used up; asking does not prolong the wait.
        """
        with self._lock:
            lacking = 1 - self._left(name)
        if lacking > 1e-9:  # a moment's worth of rounding is no try
            raise TooSoonError(ceil(lacking * self._seconds))

    def count_wrong(self, name: str) -> None:
        """Count a wrong code under this name."""
        with self._lock:
            left = max(self._left(name) - 1, 0.0)
            self._buckets.pop(name, None)
            self._buckets[name] = _Bucket(left, self._clock())
            while len(self._buckets) > MOST_NAMES:
                self._buckets.popitem(last=False)

    def rename(self, old: str, new: str) -> None:
        """Count what was counted under one name under another."""
        with self._lock:
            if (bucket := self._buckets.pop(old, None)) is not None:
                self._buckets[new] = bucket

    def _left(self, name: str) -> float:
        bucket = self._buckets.get(name)
        if bucket is None:
            return self._free
        return min(self._free, bucket.tries + (self._clock() - bucket.at) / self._seconds)


class Browsers:
    """Which browsers of an address have tries of their own: those that opened a page, while there was room.

    No place is ever taken from one browser for another: else a guesser would get new tries with each new cookie.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._seen: OrderedDict[str, OrderedDict[str, float]] = OrderedDict()
        self._places = 0
        self._lock = Lock()

    def meet(self, address: str, browser: str) -> bool:
        """Give a browser a place if there is one; returns whether it has one."""
        name, now = _name(browser), self._clock()
        with self._lock:
            places = self._seen.pop(address, OrderedDict[str, float]())
            self._seen[address] = places
            before = len(places)
            while places and now - next(iter(places.values())) > FORGOTTEN_AFTER:
                places.popitem(last=False)
            has_place = name in places or len(places) < MOST_BROWSERS
            if has_place:
                places.pop(name, None)
                places[name] = now
            self._places += len(places) - before
            while self._places > MOST_NAMES and len(self._seen) > 1:
                self._places -= len(self._seen.popitem(last=False)[1])
            return has_place

    def rename(self, address: str, old: str, new: str) -> None:
        """Give the place of a browser to what it is called from now on."""
        with self._lock:
            places = self._seen.get(address, OrderedDict[str, float]())
            if (since := places.pop(_name(old), None)) is not None:
                self._places -= _name(new) in places
                places[_name(new)] = since
                places.move_to_end(_name(new), last=False)

    def knows(self, address: str, browser: str) -> bool:
        """Whether a browser has a place; that it is asked about is as good as a page."""
        with self._lock:
            known = bool(browser) and _name(browser) in self._seen.get(address, {})
        return known and self.meet(address, browser)


def _name(browser: str) -> str:
    return sha256(browser.encode()).hexdigest()[:16]


def network(address: str) -> str:
    """The part of an address that one household or one room has: of IPv6 the first half, else all of it.

    >>> network("2001:db8:1:2:aaaa::1"), network("192.168.1.7"), network("::1"), network("?")
    ('2001:db8:1:2::/64', '192.168.1.7', 'local', '?')
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if parsed.is_loopback:
        return LOCAL_ADDRESS
    return str(ip_network((address, 64), strict=False)) if parsed.version == 6 else address


BY_ADDRESS = Throttle()
"""Wrong codes and links by the address they come from, in this process: of browsers without tries of their own."""

BY_BROWSER = Throttle(seconds=SECONDS_BROWSER)
"""Wrong codes by the browser they come from."""

BY_TARGET = Throttle(FREE_FOR_ALL, SECONDS_ALL)
"""Wrong codes by what they are tried on, workshops or people's own answers, from whatever address."""

BROWSERS = Browsers()
"""The browsers that have tries of their own."""


def meet(address: str, browser: str) -> None:
    """Note that a browser has opened a page.

    Args:
        address: Where it comes from.
        browser: Its cookie.
    """
    BROWSERS.meet(network(address), browser)


def renamed(address: str, old: str, new: str) -> None:
    """Note that a browser has another cookie now; it keeps its place, and the tries it has used up.

    Args:
        address: Where it comes from.
        old: Its cookie before.
        new: Its cookie from now on.
    """
    BROWSERS.rename(network(address), old, new)
    BY_BROWSER.rename(_name(old), _name(new))


def check(address: str, target: str, browser: str = "") -> None:
    """Return if a code may be tried.

    Args:
        address: Where it comes from.
        target: What it is tried on.
        browser: The cookie of the browser it comes from; "" without one.

    Raises:
        TooSoonError: If too many wrong codes came from there, or were tried on that from everywhere.
    """
    throttle, name = _counted(address, browser)
    throttle.check(name)
    BY_TARGET.check(target)


def count_wrong(address: str, target: str, browser: str = "") -> None:
    """Count a wrong code; see ``check``."""
    throttle, name = _counted(address, browser)
    throttle.count_wrong(name)
    BY_TARGET.count_wrong(target)


def _counted(address: str, browser: str) -> tuple[Throttle, str]:
    place = network(address)
    return (BY_BROWSER, _name(browser)) if BROWSERS.knows(place, browser) else (BY_ADDRESS, place)

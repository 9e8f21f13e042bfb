"""The throttle: whoever tries codes that lead nowhere must wait before trying again, ever longer. No screens here.

A code is short, because people type it on a phone; so guessing must be slow. Wrong codes are counted by the address
they come from and by what they are tried on: codes into workshops, or back to one's own answers. A room full of people
shares one address, so the first few cost nothing. The counts are kept in this process only: after a restart they begin
at zero.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from time import monotonic

from cosmos_app.texts.refusals import TOO_SOON

FREE_TRIES = 20
"""Wrong codes that cost nothing, for people mistype. A right code does not reset the count: a guesser may know one."""

FREE_FOR_ALL = 200
"""Wrong codes from all addresses that cost nothing: guessing from one address must not keep a whole room out."""

LONGEST_WAIT = 30.0
"""Seconds; a facilitator can wait as long for somebody to read out the code again."""

FORGOTTEN_AFTER = 600.0
"""Seconds without a wrong code after which a name starts afresh."""

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
class _Tries:
    wrong: int
    last: float


class Throttle:
    """Counts wrong codes by name: an address, or what they were tried on."""

    def __init__(self, free: int = FREE_TRIES, clock: Callable[[], float] = monotonic) -> None:
        self._free = free
        self._clock = clock
        self._tries: OrderedDict[str, _Tries] = OrderedDict()
        self._lock = Lock()

    def check(self, *names: str) -> None:
        """Return if a code may be tried under these names.

        Raises:
            TooSoonError: If a wrong code was tried under one of them a moment ago; asking does not prolong the wait.
        """
        now = self._clock()
        with self._lock:
            left = max((self._until(tries) - now for name in names if (tries := self._tries.get(name))), default=0.0)
        if left > 0:
            raise TooSoonError(int(left) + 1)

    def count_wrong(self, *names: str) -> None:
        """Count a wrong code under these names."""
        now = self._clock()
        with self._lock:
            for name in names:
                before = self._tries.pop(name, None)
                fresh = before is None or now - before.last > FORGOTTEN_AFTER
                self._tries[name] = _Tries(wrong=1 if fresh or before is None else before.wrong + 1, last=now)
            while len(self._tries) > MOST_NAMES:
                self._tries.popitem(last=False)

    def _until(self, tries: _Tries) -> float:
        """The moment until which to wait: once the free ones are used up, 2, 4, 8, … seconds after the last one."""
        over = tries.wrong - self._free
        return tries.last + (min(2.0**over, LONGEST_WAIT) if over > 0 else 0.0)


BY_ADDRESS = Throttle()
"""Wrong codes by the address they come from, in this process."""

BY_TARGET = Throttle(FREE_FOR_ALL)
"""Wrong codes by what they are tried on, workshops or people's own answers, from whatever address."""


def check(address: str, target: str) -> None:
    """Return if a code may be tried.

    Args:
        address: Where it comes from.
        target: What it is tried on.

    Raises:
        TooSoonError: If too many wrong codes came from there, or were tried on that from everywhere.
    """
    BY_ADDRESS.check(address)
    BY_TARGET.check(target)


def count_wrong(address: str, target: str) -> None:
    """Count a wrong code."""
    BY_ADDRESS.count_wrong(address)
    BY_TARGET.count_wrong(target)

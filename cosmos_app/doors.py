"""Doors: whoever tries codes that lead nowhere must wait before trying again, ever longer. No screen in it.

A code is short, because people type it on a phone; so guessing must be slow. Wrong codes are counted by the address
they come from and by what they were tried on. A room full of people shares one address, so the first few cost nothing.
The counts live in this process only: after a restart, guessing begins at nothing too.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from time import monotonic

FREE_TRIES = 10
"""Wrong codes that cost nothing; people mistype. A right one between them earns nothing: a guesser may know one."""

LONGEST_WAIT = 60.0
"""Seconds; a facilitator can wait as long for somebody to read out the code again."""

FORGOTTEN_AFTER = 600.0
"""Seconds without a wrong code after which a name starts afresh."""

HERE = "this machine"
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
        super().__init__(f"Too many wrong codes. Please wait {seconds} seconds, then try again.")


@dataclass(slots=True)
class _Tries:
    wrong: int
    last: float

    @property
    def wait(self) -> float:
        """Seconds to wait after the last wrong code: 2, 4, 8, … once the free ones are used up."""
        over = self.wrong - FREE_TRIES
        return min(2.0**over, LONGEST_WAIT) if over > 0 else 0.0


class Doors:
    """Counts wrong codes by name: an address, a workshop."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._tries: OrderedDict[str, _Tries] = OrderedDict()
        self._lock = Lock()

    def knock(self, *names: str) -> None:
        """Return if a code may be tried under these names.

        Raises:
            TooSoonError: If one of them tried wrong codes a moment ago; trying is not made worse by asking.
        """
        now = self._clock()
        with self._lock:
            left = max((one.last + one.wait - now for name in names if (one := self._tries.get(name))), default=0.0)
        if left > 0:
            raise TooSoonError(int(left) + 1)

    def refuse(self, *names: str) -> None:
        """Count a wrong code against these names."""
        now = self._clock()
        with self._lock:
            for name in names:
                before = self._tries.pop(name, None)
                fresh = before is None or now - before.last > FORGOTTEN_AFTER
                self._tries[name] = _Tries(wrong=1 if fresh or before is None else before.wrong + 1, last=now)
            while len(self._tries) > MOST_NAMES:
                self._tries.popitem(last=False)


DOORS = Doors()
"""The doors of this process."""

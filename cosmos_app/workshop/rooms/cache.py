"""Results that never change, or change with their key: kept in memory, so that many who look at once share one."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Result = TypeVar("Result")


class Memo(Generic[Key, Result]):
    """The results asked for last, each computed once, however many ask for it at the same moment.

    Unlike ``functools.lru_cache``, it computes one at a time and takes results that were computed elsewhere.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Key, Result] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key, compute: Callable[[], Result]) -> Result:
        """The result for a key, computed if it is not kept; an error of *compute* is raised and not kept."""
        with self._lock:
            if key not in self._kept:
                self._put(key, compute())
            self._kept.move_to_end(key)
            return self._kept[key]

    def put(self, key: Key, result: Result) -> None:
        """Keep a result that was computed elsewhere."""
        with self._lock:
            self._put(key, result)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()

    def _put(self, key: Key, result: Result) -> None:
        self._kept[key] = result
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)

"""Programs with a fault each, by which it is seen that the runner finds what it looks for."""

import sys
import warnings
from collections.abc import Callable, Mapping, Sequence


def _raise(_arguments: Sequence[str]) -> int:
    return int("planted")


def _loop(_arguments: Sequence[str]) -> int:
    while True:
        pass


def _swell(_arguments: Sequence[str]) -> int:
    held = []
    while True:
        held.append(bytearray(10_000_000))


def _wrong_code(_arguments: Sequence[str]) -> int:
    print("planted", file=sys.stderr)
    return 3


def _say_nothing(_arguments: Sequence[str]) -> int:
    return 1


def _warn(_arguments: Sequence[str]) -> int:
    warnings.warn("planted", RuntimeWarning, stacklevel=1)
    return 0


PLANTED: Mapping[str, Callable[[Sequence[str]], int]] = {
    "planted-traceback": _raise,
    "planted-time": _loop,
    "planted-memory": _swell,
    "planted-exit-3": _wrong_code,
    "planted-silent": _say_nothing,
    "planted-warning": _warn,
}
"""Each is named after the verdict that it must get."""

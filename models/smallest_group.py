"""The smallest group whose answers may be shown. Apart from ``disclosure``, so that reading a plan loads no numpy."""

from typing import NewType

K = NewType("K", int)
"""The smallest group that may be shown, in people; only `threshold` makes one."""

DEFAULT_K = K(5)
SMALLEST_K = K(3)


class SmallGroupError(ValueError):
    """So small a group may not be shown; its only argument is the size asked for, in people."""


def threshold(value: int | None) -> K:
    """Accept the smallest group that may be shown, or take `DEFAULT_K` where none is set.

    Raises:
        SmallGroupError: If *value* isn't a whole number of at least `SMALLEST_K`.

    >>> threshold(None)
    5
    """
    if value is None:
        return DEFAULT_K
    if not isinstance(value, int) or value < SMALLEST_K:
        raise SmallGroupError(value)
    return K(value)

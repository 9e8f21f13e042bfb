"""Numbers as people read them: one way to round and write each, on every screen and in every medium."""

from math import floor

NOTHING = "–"
"""Stands where there is no number to show."""


def number(value: float | None) -> str:
    """A score, an index or a target in 0-4, to one decimal.

    Halves go up, as people round: Python's own way would write 2.25 as 2.2 and 2.75 as 2.8.

    >>> number(2.0), number(2.25), number(2.75), number(None)
    ('2.0', '2.3', '2.8', '–')
    """
    return NOTHING if value is None else f"{rounded(value):.1f}"


def rounded(value: float) -> float:
    """A score to one decimal, as ``number`` writes it; for media that write numbers themselves."""
    return floor(value * 10 + 0.5 + 1e-9) / 10


def signed(value: float) -> str:
    """A difference of scores: with its sign, but none for what rounds to nothing.

    >>> signed(0.25), signed(-1.0), signed(-0.04)
    ('+0.3', '−1.0', '0.0')
    """
    size = number(abs(value))
    return size if size == "0.0" else f"{'+' if value > 0 else '−'}{size}"


def worked(value: float) -> str:
    """A score where its arithmetic is shown: to two decimals, halves up, so that it can be done again on paper.

    >>> worked(2.125), worked(3.0)
    ('2.13', '3.00')
    """
    return f"{floor(value * 100 + 0.5 + 1e-9) / 100:.2f}"


def worth(value: float) -> str:
    """What one answer is worth in 0-4: whole where it is whole, else to two decimals, halves up.

    >>> worth(3.0), worth(2.5), worth(4 / 3)
    ('3', '2.5', '1.33')
    """
    return f"{floor(value * 100 + 0.5 + 1e-9) / 100:g}"


def percent(share: float | None) -> str:
    """A share in [0, 1] as whole percent, halves up.

    >>> percent(0.125), percent(1.0), percent(None)
    ('13%', '100%', '–')
    """
    return NOTHING if share is None else f"{floor(share * 100 + 0.5 + 1e-9)}%"

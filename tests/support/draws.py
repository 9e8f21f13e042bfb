"""Drawing inside a strategy without making another each time: Hypothesis takes longer to check one than to use it."""

from functools import cache

from hypothesis import strategies as st

YES_OR_NO = st.booleans()


@cache
def numbers(least, most):
    """Whole numbers from least to most; the same strategy whenever it is asked for."""
    return st.integers(least, most)


@cache
def places(count, least):
    """Different places in a list of so many, at least *least* of them, in any order."""
    return st.lists(st.sampled_from(range(count)), unique=True, min_size=least)


def a_number(draw, least, most):
    return draw(numbers(least, most))


def one_of(draw, things):
    """One of these things, as ``st.sampled_from`` gives it."""
    return things[draw(numbers(0, len(things) - 1))]


def some_of(draw, things, least=1):
    """Some of these things, none twice."""
    return [things[place] for place in draw(places(len(things), least))]


def several(draw, thing, least, most):
    """A tuple of so many of what *thing* draws."""
    return tuple(thing() for _ in range(a_number(draw, least, most)))

"""Lists of words in a sentence."""

from collections.abc import Iterable

from cosmos_app.texts.message import Text

MORE = Text("{words}, … ({n} more)")


def listing(words: Iterable[object], most: int = 12) -> str:
    """Name the words a reader may choose from, without flooding the line.

    >>> listing(["a", "b", "c"], most=2)
    'a, b, … (1 more)'
    """
    every = list(map(str, words))
    if len(every) <= most:
        return ", ".join(every)
    return MORE(words=", ".join(every[:most]), n=len(every) - most)

"""What is wrong with a file: one class for every fault, one way to say it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches

WARNINGS = frozenset(
    {
        "near-duplicate-id",
        "always-true",
        "dominant-item",
        "few-items",
        "conditional-scored-item",
        "white-space",
        "two-questions",
        "reading-age",
        "length",
    }
)
"""Codes that leave a definition usable; every other code is an error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault in a file, told so that its author can mend it alone.

    Attributes:
        code: Stable name of the kind of fault, for machines and for searching.
        file: Name of the file as the author gave it.
        pointer: JSON Pointer (RFC 6901) to the place; "" is the whole document.
        line: Line of that place, counted from 1; None where there is no line.
        wrong: What is wrong, in one sentence.
        mend: What to do about it, in one sentence or two.
    """

    code: str
    file: str
    pointer: str
    wrong: str
    mend: str
    line: int | None = None

    @property
    def is_warning(self) -> bool:
        """Whether the file can be used all the same."""
        return self.code in WARNINGS

    def at_line(self, line: int | None) -> "Problem":
        """The same problem, with its line found."""
        return replace(self, line=line)

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place} #{self.pointer}: {self.wrong} {self.mend} [{self.code}]"


class InvalidDefinitionError(ValueError):
    """A definition can't be used; carries every problem found, not only the first.

    Attributes:
        problems: The problems, in the order of the file.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Suggest the nearest known word, as the first half of a mend; "" if none is near.

    >>> did_you_mean("pwoer", ["purpose", "power"])
    'Did you mean "power"? '
    """
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'Did you mean "{near[0]}"? ' if near else ""


def listing(words: Iterable[str], most: int = 12) -> str:
    """Name the words a reader may choose from, without flooding the line.

    >>> listing(["a", "b", "c"], most=2)
    'a, b, … (1 more)'
    """
    every = list(words)
    shown = ", ".join(every[:most])
    return shown if len(every) <= most else f"{shown}, … ({len(every) - most} more)"


def escape(key: str | int) -> str:
    """Write one step of a JSON Pointer (RFC 6901, section 3)."""
    return str(key).replace("~", "~0").replace("/", "~1")


def pointer(*steps: str | int) -> str:
    """Join the steps of a JSON Pointer.

    >>> pointer("sections", 0, "items", 2)
    '/sections/0/items/2'
    """
    return "".join(f"/{escape(step)}" for step in steps)

"""What is wrong with a file: one class for every fault. The sentences stand in ``cosmos_app.texts.problems``."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any, Literal

ERRORS = frozenset(
    {
        # the file
        "unreadable-file",  # there is no such file, it is a folder, or it may not be read
        "too-large",  # the file has more than 5 MB
        "not-text",  # the bytes are not UTF-8 text
        "empty-file",  # nothing is in the file
        "too-deep",  # brackets are nested too deeply
        "not-json",  # the text is not JSON
        "duplicate-key",  # one key stands twice in one object
        "unknown-kind",  # `$schema` names none of our kinds of file
        # its structure
        "missing-key",  # a key that must be there is not
        "unknown-key",  # a key has no meaning in its place
        "wrong-type",  # a text where a number should be, and the like
        "wrong-value",  # a value outside what its key allows
        "condition-shape",  # a condition has too many or too few parts
        # ids
        "duplicate-id",  # two things of one kind have one id
        "unknown-item",  # a condition names an item that does not exist
        "unknown-option",  # a condition names an answer or place that can't be given
        "unknown-dimension",  # a weight, table or condition names a dimension that does not exist
        "unknown-scale",  # an item names a scale that does not exist
        "unknown-source",  # a source key is not listed under `sources`
        "unknown-factor",  # an external factor is not in the catalogue
        "unknown-placement",  # a map is not in the catalogue
        "unknown-axis",  # an item places people on an axis that the map does not have
        "map-axes",  # a grid has more or fewer than two axes
        "unknown-cell",  # a map lists a cell that its axes do not make
        "missing-cell",  # a cell of a map has no place
        "unknown-place",  # a cell of a map names a place that is not listed
        "unplaceable-item",  # the answers to an item that places can't stand for a position
        "unplaced-position",  # no answer leads to a position of a map
        "reading-order",  # the readings of a practice case do not rise
        "unknown-role-family",  # a family of roles is not in the catalogue
        "unknown-category",  # a factor's category is not listed
        "unknown-questionnaire",  # a factor is raised by a questionnaire that does not exist
        # versions
        "later-version",  # an item says that it has meant the same since a version that is still to come
        # conditions
        "self-reference",  # an item waits for its own answer
        "forward-reference",  # an item waits for one that is asked later
        "cycle",  # items wait for each other in a circle
        "operator-mismatch",  # a comparison does not fit the kind of item
        "core-behind-full",  # an item of the short form waits for one that only the full form asks
        "never-true",  # no answers make the condition true
        "never-shown",  # no way through the form shows the item
        "too-complex",  # the conditions are too entangled to be checked
        # scores
        "rule-table-not-total",  # some answers find no row in a rule table
        "item-without-dimension",  # a rubric item counts nowhere
        "dimension-without-item",  # no item counts in the dimension
        "scored-and-placed",  # an item both scores and places
        "missing-descriptors",  # a rubric item has no descriptors
        "descriptor-count",  # a rubric item has more or fewer descriptors than its scale has points
        "unscored-option",  # an option of a scored item has no score
        "flat-scale",  # all answers to a scored item are worth the same
        "scale-order",  # the points of a scale do not rise
        "empty-range",  # the least number allowed is above the greatest
        "weight-out-of-range",  # a weight is negative, not finite, or between 0 and 0.01
        "empty-form",  # no item is core, so the short form asks nothing
        "small-radar",  # a profile has fewer than three dimensions
        # texts
        "unsafe-markup",  # a text holds markup, a script or hidden control characters
    }
)
"""Codes that make a definition unusable. What they mean is said here to the reader of the code alone."""

WARNINGS = frozenset(
    {
        "near-duplicate-id",  # two ids are easily taken for one another
        "always-true",  # a condition is true whatever is answered
        "dominant-item",  # one item carries more than half of a dimension
        "irregular-weights",  # weights of a dimension are nearly equal, or in no simple proportion
        "few-items",  # a dimension rests on fewer than three items
        "unasked-family",  # a form asks nothing of everybody in a family of roles
        "conditional-scored-item",  # a scored item is hidden from some people
        "white-space",  # a text has spaces too many, or tabs or line breaks
        "two-questions",  # a stem asks two things at once
        "reading-age",  # an item is hard to read for a 14-year-old
        "length",  # a text is longer or shorter than people read well
    }
)
"""Codes that leave a definition usable."""

CODES = ERRORS | WARNINGS
"""Every code of a definition file; `tests/broken` shows each."""

IdKind = Literal[
    "cases",
    "categories",
    "dimensions",
    "factors",
    "families",
    "ids",
    "items",
    "maps",
    "options",
    "placements",
    "places",
    "roles",
    "scales",
    "sections",
]
"""What ids are of, where two of them are alike."""

MOST_COMPARED = 1000
"""Letters of a word plus words it is compared with, up to which the nearest word is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault in a file.

    Attributes:
        message: Which sentences say it: the code alone, or the code and a variant, as in "length.question".
        file: Name of the file as the author gave it.
        pointer: JSON Pointer (RFC 6901) to the place; "" is the whole document.
        line: Line of that place, counted from 1; None where there is no line.
        values: What the sentences name: ids, numbers, and tuples of what can be chosen. ``nearest`` is the known word
            most like an unknown one, "" for none.
    """

    message: str
    file: str
    pointer: str
    line: int | None = None
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def code(self) -> str:
        """Stable name of the kind of fault, for machines and for searching."""
        return self.message.partition(".")[0]

    @property
    def is_warning(self) -> bool:
        """Whether the file can be used all the same."""
        return self.code in WARNINGS

    def at_line(self, line: int | None) -> "Problem":
        """The same problem, with its line found."""
        return replace(self, line=line)

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place} #{self.pointer} [{self.message}]"


@dataclass(frozen=True, slots=True)
class AnswerState:
    """What one answer is, in a case that a rule table leaves out: a value of a problem.

    Attributes:
        kind: What is said of it.
        item: Id of the item.
        value: Its value, or the option that is ticked or not; "" where none is named.
    """

    kind: Literal["is", "given", "no-value", "very-large", "very-small", "ticked", "not-ticked"]
    item: str
    value: str = ""


class ProblemsError(ValueError):
    """A file can't be used or made; carries every problem found, not only the first.

    Attributes:
        problems: The problems, in the order of the file.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class InvalidDefinitionError(ProblemsError):
    """A definition can't be used."""


def excerpt(value: object, most: int = 60) -> str:
    """A value as text, cut where it would flood a line.

    >>> excerpt("pwoer"), excerpt("abcdef", most=3)
    ('pwoer', 'abc…')
    """
    text = str(value)
    return f"{text[:most]}…" if len(text) > most else text


def nearest(word: str, known: Iterable[str], alike: float = 0.6) -> str:
    """The known word that is most like another, as far as one may be taken for the other; "" for none.

    >>> nearest("pwoer", ["purpose", "power"])
    'power'
    """
    every = list(known)
    near = get_close_matches(word, every, n=1, cutoff=alike) if len(word) + len(every) < MOST_COMPARED else []
    # Numbers that look alike are no slip of the finger, and the word itself is no help.
    return near[0] if near and near[0] != word and not _is_number(word) else ""


def _is_number(word: str) -> bool:
    return word.lstrip("+-").replace(".", "", 1).replace(",", "", 1).isdecimal()


def escape(key: str | int) -> str:
    """Write one step of a JSON Pointer (RFC 6901, section 3)."""
    return str(key).replace("~", "~0").replace("/", "~1")


def pointer(*steps: str | int) -> str:
    """Join the steps of a JSON Pointer.

    >>> pointer("sections", 0, "items", 2)
    '/sections/0/items/2'
    """
    return "".join(f"/{escape(step)}" for step in steps)

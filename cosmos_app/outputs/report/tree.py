"""What a report says, as a tree that depends neither on the room it is about nor on the format it ends in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from math import sqrt
from typing import Any, Literal, cast

ChartKind = Literal["radar", "bars", "stacked"]

NARROW = 4
"""Columns of a table up to which it stands beside its picture."""

PROPERTY = 255
"""Letters that formats hold of a title beside the text; in the text itself it is whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The figures of a picture, for formats that draw charts people can edit.

    Attributes:
        kind: A radar, bars side by side, or bars on top of each other.
        categories: Along the axis, in authored order.
        series: A name, and a value for each category; None where nothing may be shown, or nothing is known.
        top: Where the axis ends, in the values' unit; None to fit the values.
    """

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]
    top: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; a *lead* says in a line what follows."""

    text: str
    lead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list without an order of its own."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What should not be missed, such as a caution."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Pairs of a name and what belongs to it."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under a head; the first cell of a row names it.

    Attributes:
        caption: What it shows.
        source: What it rests on: people, completeness, definition, date, caution.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str
    source: str

    def shares(self) -> tuple[float, ...]:
        """How wide each column should be beside the others: the more to read, the wider, but not by as much.

        >>> Table(head=("A", "What"), rows=(("B", "word " * 20),), caption="", source="").shares()
        (1.2, 9.0)
        """
        columns = zip(self.head, *self.rows, strict=True)
        return tuple(_share(head, max(map(len, cells), default=0)) for head, *cells in columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture with its figures.

    Attributes:
        svg: The picture; its colours are named as in ``design.VARIABLES``.
        alt: What to see in it, for those who don't see it.
        caption: What it shows.
        source: As in a table.
        table: The same figures to read.
        chart: The same figures to draw; None where no chart can show them.
        wide: Whether its table needs the whole width, as the places of a map do.
    """

    svg: str
    alt: str
    caption: str
    source: str
    table: Table
    chart: Chart | None = None
    wide: bool = False

    @property
    def stands_beside(self) -> bool:
        """Whether its table is narrow enough to stand beside it."""
        return not self.wide and len(self.table.head) <= NARROW


Block = Paragraph | Bullets | Note | Facts | Table | Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with what stands below it.

    Attributes:
        depth: Of the heading: 1 is the largest, 3 the smallest.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    depth: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole report.

    Attributes:
        language: Of what is said, as in BCP 47 ("en").
        date: The day it was written, as ISO 8601.
        facts: What it rests on.
        notes: What to know before reading.
        caution: What it is not.
        short_caution: The same in a few words, for the foot of each page.
        contents: What the list of sections is called.
    """

    title: str
    subtitle: str
    language: str
    date: str
    facts: Facts
    notes: tuple[Note, ...]
    caution: str
    short_caution: str
    contents: str
    sections: tuple[Section, ...]

    @property
    def first_page(self) -> tuple[Section, ...]:
        """The sections under the first heading of the highest rank, which have a page to themselves."""
        heads = [index for index, section in enumerate(self.sections) if section.depth == 1]
        return self.sections[: heads[1]] if len(heads) > 1 else self.sections

    @property
    def further_pages(self) -> tuple[Section, ...]:
        """All other sections."""
        return self.sections[len(self.first_page) :]

    def figures(self) -> Iterator[Figure]:
        """Every picture, in order."""
        yield from (block for section in self.sections for block in section.blocks if isinstance(block, Figure))


def _share(head: str, longest: int) -> float:
    """Width of a column by its head, whose words should not break, and the letters of its longest cell."""
    word = max(map(len, head.split()), default=0)
    return max(1.2, 0.34 * word, 0.75 * sqrt(len(head)), min(9.0, sqrt(longest)))


def cleaned(document: Document) -> Document:
    """The same without the characters that no format can hold: control characters and halves of surrogate pairs."""
    return cast("Document", _cleaned(document))


def _cleaned(part: Any) -> Any:
    if isinstance(part, str):
        return part if part.isprintable() else "".join(letter for letter in part if _holds(letter))
    if isinstance(part, tuple):
        return tuple(map(_cleaned, part))
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{field.name: _cleaned(getattr(part, field.name)) for field in fields(part)})
    return part


def _holds(letter: str) -> bool:
    code = ord(letter)
    return letter in "\t\n" or (
        code >= 0x20 and not 0x7F <= code < 0xA0 and not 0xD800 <= code < 0xE000 and code & 0xFFFE != 0xFFFE
    )


def without_blanks(*lines: str) -> tuple[str, ...]:
    """Lines without the empty ones."""
    return tuple(line for line in lines if line)


def paragraphs(lines: Sequence[str]) -> tuple[Paragraph, ...]:
    """A paragraph for each line that says something."""
    return tuple(Paragraph(text=line) for line in without_blanks(*lines))

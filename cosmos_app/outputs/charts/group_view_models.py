"""What pictures of a group show, row by row, as plain values: what may not be shown never gets here."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from cosmos_app.texts.charts import NO_SCORE, N
from cosmos_app.texts.numbers import NOTHING
from cosmos_app.texts.room.dots import NOT_SHOWN

Choice = tuple[str, str]
"""What could be chosen: the short label that stands in a picture, and the whole text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoke:
    """One axis of a wheel, with a score for each profile drawn on it.

    Attributes:
        title: Name of the dimension.
        scores: In 0-4, one for each profile in their order; None where there is no score.
        target: Where the group wants to be, in 0-4; None if not set.
        ns: The fewest people who answered one of the questions behind each score, in the same order, None where that
            may not be shown; empty if nobody counted.
    """

    title: str
    scores: tuple[float | None, ...]
    target: float | None = None
    ns: tuple[int | None, ...] = ()

    @property
    def behind(self) -> tuple[int | None, ...]:
        """People behind each score; None also wherever there is no score, which says that they are few."""
        return tuple(None if score is None else n for score, n in zip(self.scores, self.ns, strict=False))

    @property
    def note(self) -> str:
        """How many people stand behind the scores; "" if nobody counted.

        >>> Spoke(title="Trust", scores=(2.0, None), ns=(9, 4)).note
        'n 9 · –'
        """
        if not self.ns:
            return ""
        if not any(self.behind):
            return NO_SCORE()
        return N(n=" · ".join(NOTHING if n is None else str(n) for n in self.behind))


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """One dimension of a group, in one line.

    Attributes:
        title: Name of the dimension.
        score: The pooled index, the mean of the questions shown, in 0-4; None where there is none to show.
        median: Median of the people's scores, in 0-4; None where there is none to tell.
        balanced: The role-balanced index, the mean of the groups' means, in 0-4; None where fewer than two are shown.
        target: Where the group wants to be, in 0-4; None if not set.
        n: The fewest people who answered one of the questions shown; None where there is no score.
        questions: How many of its questions are shown, and how many are asked; None where there is no score.
    """

    title: str
    score: float | None
    median: float | None = None
    balanced: float | None = None
    target: float | None = None
    n: int | None = None
    questions: tuple[int, int] | None = None

    @property
    def is_whole(self) -> bool:
        """Whether all of its questions are shown."""
        return self.questions is None or self.questions[0] == self.questions[1]

    @property
    def shown(self) -> "GroupRow":
        """What may be drawn of it: without a score only where the group wants to be."""
        return self if self.score is not None else GroupRow(title=self.title, score=None, target=self.target)


def choice_letters(count: int) -> tuple[str, ...]:
    """Short labels in authored order: letters, or numbers from 1 where there are too few of them.

    >>> choice_letters(5)
    ('A', 'B', 'C', 'D', 'E')
    """
    return tuple(ascii_uppercase[:count] if count <= len(ascii_uppercase) else map(str, range(1, count + 1)))


def filled(head: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """A table without the columns that hold nothing in any row that is shown: a reader has nothing to find there.

    >>> filled(("Theme", "Index", "Target"), [("Trust", "2.0", "–"), ("Power", "–", "–")])
    (('Theme', 'Index'), (('Trust', '2.0'), ('Power', '–')))
    >>> filled(("Theme", "Index", "Median"), [("Trust", "2.0", "–"), ("Power", "not shown here", "not shown here")])
    (('Theme', 'Index'), (('Trust', '2.0'), ('Power', 'not shown here')))
    """
    columns = [column for column in zip(head, *rows, strict=True) if not rows or _holds_something(column[1:])]
    first, *rest = zip(*columns, strict=True)
    return first, tuple(rest)


def _holds_something(cells: Sequence[str]) -> bool:
    """Whether a column has a figure, or is hidden in every row."""
    return NOTHING not in cells or bool(set(cells) - {NOTHING, NOT_SHOWN()})

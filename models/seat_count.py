"""How many sit in a room, and how: beside the people who were counted, so that nobody invented is shown with them."""

from dataclasses import dataclass

from models.smallest_group import K

IDLE_SECONDS = 120
"""How long a person has to act once the desk asked whether they still use their seat, before it may be removed."""

MOST_HEADS = 9_999
"""Most people that a desk can say it counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatCount:
    """The seats of a room that were taken in time, beside the people counted; no answers.

    Attributes:
        seats: Seats, each for one person; several may be taken on one device.
        paper: How many of them came on paper, so that somebody typed their answers in.
        shared: How many of them were taken on a device that somebody else had used.
        heads: People who answered, gone or still there, as the desk counted them; None before it did.
        removed: Seats that the desk removed, because nobody used them.
    """

    seats: int
    paper: int = 0
    shared: int = 0
    heads: int | None = None
    removed: int = 0

    @property
    def phones(self) -> int:
        """Seats whose answers nobody else typed in."""
        return self.seats - self.paper

    @property
    def too_many(self) -> int:
        """How many more seats there are than people; 0 before the people are counted.

        >>> SeatCount(seats=9, heads=8).too_many, SeatCount(seats=9, heads=10).too_many, SeatCount(seats=9).too_many
        (1, 0, 0)
        """
        return 0 if self.heads is None else max(0, self.seats - self.heads)

    @property
    def may_be_shown(self) -> bool:
        """Whether the people were counted, and no seat is left without a person."""
        return self.heads is not None and not self.too_many

    def phones_are_few(self, k: K) -> bool:
        """Whether there are phones beside paper, and fewer than may be shown: whoever types paper in knows the others.

        >>> [SeatCount(seats=9, paper=paper).phones_are_few(K(5)) for paper in (0, 4, 5, 8, 9)]
        [False, False, True, True, False]
        """
        return self.paper > 0 and 0 < self.phones < k

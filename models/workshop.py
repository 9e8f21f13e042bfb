"""A workshop's states: which may follow which, and what each allows. One person alone is a workshop of one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

Phase = Literal["draft", "open", "frozen", "revealed", "agreed", "closed"]
Kind = Literal["alone", "shared", "room"]
Acceptance = Literal["counted", "held", "refused"]
"""What happens to an answer: it counts; it is kept but counts in no result; it is not kept."""

ROUNDS = (1, 2)

_NEXT: Mapping[Phase, frozenset[Phase]] = {
    "draft": frozenset({"open"}),
    "open": frozenset({"frozen"}),
    "frozen": frozenset({"open", "revealed"}),
    "revealed": frozenset({"open", "agreed"}),  # open again only as the second round
    "agreed": frozenset({"closed"}),
    "closed": frozenset(),
}


class NotAllowedError(ValueError):
    """A step that the workshop's state does not allow.

    Attributes:
        reason: Why not: a key of the app's table of refusals, which holds a sentence for each.
        values: What that sentence names, by placeholder; a tuple is shown as a list.
    """

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values

    def __str__(self) -> str:
        return " ".join([self.reason, *(f"{name}={value!r}" for name, value in self.values.items())])


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """The state of a workshop.

    Attributes:
        kind: "alone" (one person, whose own data need no reveal), "shared" (several people at one screen with one
            set of answers, treated as one person) or "room" (several people with answers of their own).
        phase: Its phase; within a round open -> frozen -> revealed.
        round: 1 or 2.
    """

    kind: Kind = "room"
    phase: Phase = "draft"
    round: int = 1

    @property
    def takes_answers(self) -> bool:
        """Whether answers given now belong to the present round."""
        return self.phase == "open"

    @property
    def rounds_shown(self) -> tuple[int, ...]:
        """The rounds whose answers a room may see; each stays to be seen once it was revealed."""
        unseen = self.phase in ("draft", "open", "frozen")
        return ROUNDS[: self.round - 1 if unseen else self.round]

    @property
    def shows_results(self) -> bool:
        """Whether anyone may see more than counts: after a reveal, or when the data are one person's own."""
        if self.kind == "room":
            return bool(self.rounds_shown)
        return self.phase != "draft"

    @property
    def shows_scores(self) -> bool:
        """Whether scores may be seen: in a room only after it has talked and agreed; before that, only dots."""
        if self.kind == "room":
            return self.phase in ("agreed", "closed")
        return self.shows_results

    @property
    def can_join(self) -> bool:
        """Whether somebody may still take a seat; the one seat of alone and shared is taken at any time."""
        return self.kind != "room" or self.phase in ("open", "frozen", "revealed")

    @property
    def can_leave(self) -> bool:
        """Whether one person of a room may still erase all they said: later, others have seen counts with them in."""
        return self.kind == "room" and self.phase == "open" and self.round == ROUNDS[0]

    @property
    def joins_late(self) -> bool:
        """Whether somebody who takes a seat now is too late for their answers to count with the others'."""
        return self.kind == "room" and (self.phase != "open" or self.round > ROUNDS[0])

    def accepts(self, late: bool) -> Acceptance:
        """What becomes of an answer given now.

        Args:
            late: Whether the person joined a room too late. In a second round theirs would be the only answers
                that the first does not have, so that subtracting the two rounds would disclose them.
        """
        if self.phase == "open":
            return "held" if self.kind == "room" and late and self.round > ROUNDS[0] else "counted"
        if self.kind == "room" and self.phase in ("frozen", "revealed"):
            return "held"
        return "refused"

    def to(self, phase: Phase) -> "Workshop":
        """The workshop one step on.

        Raises:
            NotAllowedError: If this phase can't follow the present one.
        """
        if phase not in _NEXT[self.phase]:
            possible = tuple(sorted(_NEXT[self.phase]))
            if not possible:
                raise NotAllowedError("closed-for-good", phase=phase)
            raise NotAllowedError("no-such-step", now=self.phase, phase=phase, possible=possible)
        if self.phase == "revealed" and phase == "open":
            if self.round == ROUNDS[-1]:
                raise NotAllowedError("no-third-round")
            return replace(self, phase=phase, round=self.round + 1)
        return replace(self, phase=phase)

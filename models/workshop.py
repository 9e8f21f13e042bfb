"""A workshop's states: which may follow which, and what each allows. One person alone is a workshop of one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

Phase = Literal["draft", "open", "frozen", "revealed", "agreed", "closed"]
Kind = Literal["alone", "room"]

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
    """A step that the workshop's state does not allow; the message says what is possible instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """Where a workshop is.

    Attributes:
        kind: "alone" (one person, whose own data need no reveal) or "room".
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
    def shows_results(self) -> bool:
        """Whether anyone may see more than counts: after a reveal, or when it is one's own data alone."""
        return self.phase in ("revealed", "agreed", "closed") or (self.kind == "alone" and self.phase != "draft")

    def to(self, phase: Phase) -> "Workshop":
        """The workshop one step on.

        Raises:
            NotAllowedError: If this phase can't follow the present one.
        """
        if phase not in _NEXT[self.phase]:
            possible = ", ".join(sorted(_NEXT[self.phase])) or "nothing: it is closed"
            raise NotAllowedError(f"A workshop that is {self.phase} can't become {phase}. Possible now: {possible}.")
        if self.phase == "revealed" and phase == "open":
            if self.round == ROUNDS[-1]:
                raise NotAllowedError("There is no third round. Possible now: agreed.")
            return replace(self, phase=phase, round=self.round + 1)
        return replace(self, phase=phase)

"""Decides whether conditions can be true, by an exact search through all states that conditions distinguish.

While some variables have no state yet, an atom on them counts as (can be true, can be false). The result of
``evaluate`` may then be too optimistic, never too pessimistic, so a branch that is cut off has no solution; once all
have a state it is exact.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from models.catalogues import Placement
from models.conditions import Atom, Condition, ItemIs, Not, Truth, atoms, evaluate, subject_of
from models.definition import Questionnaire, Rule
from models.items import Item
from models.lint.states import UNKNOWN, State, distinct, given, silences, ticked_or_not, values
from models.problems import AnswerState

WORK_PER_QUESTION = 400_000
"""Number of atoms evaluated before one question is given up: about half a second."""

WORK_PER_FILE = 2_000_000
"""The same for all questions about one questionnaire."""

EITHER: Truth = (True, True)

StatesOf: TypeAlias = Callable[[Sequence[Atom]], Sequence[State]]
"""Gives the states to try for the one variable that some atoms look at."""


class TooComplexError(Exception):
    """The search was given up because it takes too long."""


@dataclass(slots=True)
class _Frame:
    """One variable of the search: what must still be true, the states left to try, and the one being tried."""

    live: tuple[Condition, ...]
    states: Iterator[State]
    state: State | None = None


class Possibilities:
    """What answers to one questionnaire can make true; conditions may only name what exists, with fitting operators."""

    def __init__(
        self, questionnaire: Questionnaire, placements: Mapping[str, Placement], family: str | None = None
    ) -> None:
        """Look at all answers, or with *family* at those of people in one family of roles, by its id."""
        self._family = family
        self._items = questionnaire.by_id
        self._rank = {item.id: index for index, item in enumerate(questionnaire.items)}
        self._placements = placements
        self._left = WORK_PER_FILE
        self._shows: dict[str, bool] = {}
        self._met: set[int] = set()

    @property
    def exhausted(self) -> bool:
        """Whether the work allowed for the questionnaire is used up."""
        return self._left <= 0

    def ever(self, condition: Condition) -> bool:
        """Whether some states make *condition* true, regardless of whether the items are shown.

        Raises:
            TooComplexError: As all questions here do, if the search was given up.
        """
        return self._find((condition,), self._any_state) is not None

    def always(self, condition: Condition) -> bool:
        """Whether *condition* is true whenever everything it names has a value."""
        return self._find((Not(condition),), self._values_only) is None

    def uncovered(self, rows: Sequence[Rule]) -> tuple[AnswerState, ...] | None:
        """Values for which no row of a rule table holds; None if the rows hold for all."""
        if any(row.when is None for row in rows):
            return None
        return self._find([Not(row.when) for row in rows if row.when is not None], self._values_only)

    def shows(self, item: Item) -> bool:
        """Whether some way through the form shows *item*.

        It is quickest for the items in authored order, because items that are never shown are known by then.
        """
        if item.show_if is None:
            return True
        shown = self._find((item.show_if,), self._reachable) is not None
        self._shows[item.id] = shown
        if shown:
            self._met.add(id(item.show_if))
        return shown

    def _find(self, goals: Sequence[Condition], states: StatesOf) -> tuple[AnswerState, ...] | None:
        """States that make all *goals* true, with all that these states need; None if there are none.

        Variables get their states from the last item to the first. So when an item's turn comes, every condition that
        looks at it is known: it was added when a later item was given a state that needs it.
        """
        truths: dict[Atom, Truth] = {}
        left = allowed = min(WORK_PER_QUESTION, self._left)

        def truth_of(atom: Atom) -> Truth:
            nonlocal left
            left -= 1
            if left < 0:
                raise TooComplexError
            return truths.get(atom, EITHER)

        frames: list[_Frame] = []
        live: tuple[Condition, ...] | None = tuple(goals)
        try:
            while live is not None:
                if all(evaluate(goal, truth_of)[0] for goal in live):
                    live, unsettled = _unsettled(live, truths)
                    if not live or self._is_known(live, unsettled):
                        return tuple(frame.state.answer for frame in frames if frame.state and frame.state.answer)
                    frames.append(_Frame(live, iter(self._branch(unsettled, truths, states))))
                live = _advance(frames, truths)
        finally:
            self._left -= allowed - left
        return None

    def _is_known(self, live: Sequence[Condition], unsettled: Sequence[Atom]) -> bool:
        """Whether all that is left is that one item is shown, which is known to be possible."""
        return len(live) == 1 and id(live[0]) in self._met and len(unsettled) == sum(1 for _ in atoms(live[0]))

    def _branch(
        self,
        unsettled: Sequence[Atom],
        truths: Mapping[Atom, Truth],
        states: StatesOf,
    ) -> Sequence[State]:
        last = max(unsettled, key=self._place)
        if isinstance(last, ItemIs) and last.operator == "includes" and given(last.item) in truths:
            return ticked_or_not(last)
        variable = _variable(last)
        return states([atom for atom in dict.fromkeys(unsettled) if _variable(atom) == variable])

    def _place(self, atom: Atom) -> int:
        return self._rank[atom.item] if isinstance(atom, ItemIs) else -1

    def _any_state(self, on: Sequence[Atom]) -> Sequence[State]:
        return distinct([*silences(on), *self._values(on)], on)

    def _values_only(self, on: Sequence[Atom]) -> Sequence[State]:
        return distinct(self._values(on), on)

    def _reachable(self, on: Sequence[Atom]) -> Sequence[State]:
        """The states of an item that can be reached: all but a blank need the item to be shown."""
        every = self._any_state(on)
        item = self._items[on[0].item] if isinstance(on[0], ItemIs) else None
        if item is None:
            return every
        blank, *others = every
        if self._family is not None and item.asked_of and self._family not in item.asked_of:
            return [blank]
        if item.show_if is None:
            return every
        if self._shows.get(item.id) is False:
            return [blank]
        return [blank, *(replace(state, needs=(*state.needs, item.show_if)) for state in others)]

    def _values(self, on: Sequence[Atom]) -> Iterator[State]:
        return values(on, self._items, self._placements)


def _variable(atom: Atom) -> tuple[type[Atom], str]:
    """What an atom looks at: an item and a dimension may have the same id."""
    return type(atom), subject_of(atom)


def _unsettled(live: Sequence[Condition], truths: Mapping[Atom, Truth]) -> tuple[tuple[Condition, ...], list[Atom]]:
    """The conditions that are not true yet, and the atoms they depend on; all others are true whatever follows."""
    # What is true while the open atoms are unknown stays true whatever they become: Kleene's logic is monotone.
    undecided = tuple(goal for goal in live if not evaluate(goal, lambda atom: truths.get(atom, UNKNOWN))[0])
    return undecided, [atom for goal in undecided for atom, _ in atoms(goal) if atom not in truths]


def _advance(frames: list[_Frame], truths: dict[Atom, Truth]) -> tuple[Condition, ...] | None:
    """Try the next state of the deepest variable that has one left; returns what must be true then."""
    while frames:
        frame = frames[-1]
        for atom in frame.state.truths if frame.state else ():
            truths.pop(atom, None)
        frame.state = next(frame.states, None)
        if frame.state is not None:
            truths.update(frame.state.truths)
            return (*frame.live, *frame.state.needs)
        frames.pop()
    return None

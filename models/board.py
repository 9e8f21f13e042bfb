"""The board of a room: its items as dots, in the order in which to talk about them, of what the gate lets through."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean

from models.agreement import RoleGap, Shape, disagreement, role_gap, shape
from models.definition import TOP, Depth
from models.descriptives import ItemSummary, KnownHow, by_step, minority, steps_of, width
from models.items import EXPERIENCES, Item
from models.layout import Layout
from models.scoring import worth_of
from models.silences import SILENCES
from models.summary import GroupSummary

FLAGGED_FROM = 0.5
"""Disagreement from which an item is flagged; an even spread over the scale has it."""

FAR_APART = 0.75
"""Width from which a few answers are worth a talk before those that lie together: three of the four steps of ours."""

Distribution = Mapping[int | str, int]
"""People by value, in authored order, zeros included; of a checklist those who ticked each option."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyGap:
    """The two families that see an item most differently.

    Attributes:
        first: Id of the one whose answers are worth more, or as much.
        second: Id of the other.
        gap: First against second, in 0-4, corrected for direction.
    """

    first: str
    second: str
    gap: RoleGap


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardItem:
    """One item as dots. Where it is hidden, for too few gave a value, nothing is set but the item and the families.

    Attributes:
        item: The item.
        by_family: The answers of each family that holds anyone, by its id (None: people who did not say); None where
            they are not shown here, be it that they are few or that they hide others who are.
        n: Answers with a value; None if the item is hidden.
        distribution: Empty for open questions.
        shape: None below five values and where values have no order.
        disagreement: In [0, 1]: 0 unanimous, 0.5 spread evenly, 1 two opposite camps; None as shape is.
        width: From the lowest position chosen to the highest, as a share of the scale; None where there is no order.
        minority: The value to be voiced first: of those chosen the one with fewest people; of these the farthest
            from the median; of these the lowest. None if as many chose each, or values have no order.
        silences: People who gave no value, by the id of the silence; None if the item is hidden.
        known_by: Of those with a value, how many have seen it, heard of it, guess, or did not say ("").
        gap: None if fewer than two families are shown, and where values have no order; people who did not say who
            they are to the service are no family.
    """

    item: Item
    by_family: Mapping[str | None, Distribution | None]
    n: int | None = None
    distribution: Distribution | None = None
    shape: Shape | None = None
    disagreement: float | None = None
    width: float | None = None
    minority: int | str | None = None
    silences: Mapping[str, int] | None = None
    known_by: Mapping[KnownHow, int] | None = None
    gap: FamilyGap | None = None

    @property
    def is_shown(self) -> bool:
        """Whether enough people gave a value."""
        return self.n is not None

    @property
    def flagged(self) -> bool:
        """Whether people are so far apart that it should be talked about."""
        return self.disagreement is not None and self.disagreement >= FLAGGED_FROM

    @property
    def applicable(self) -> int:
        """To how many it applies: those with a value, and those who owe one; 0 if the item is hidden."""
        missing = (n for name, n in (self.silences or {}).items() if not SILENCES[name].leaves_denominator)
        return (self.n or 0) + sum(missing)

    @property
    def completeness(self) -> float | None:
        """Share of its answers that hold a value, in [0, 1], of those to whom it applies; None if there are none."""
        return completeness((self,))


def completeness(board: Iterable[BoardItem]) -> float | None:
    """Share of the answers to several items that hold a value, in [0, 1]; every answer weighs the same.

    "Don't know", "outside our control" and no answer hold none; to whom an item does not apply is left out, as is an
    item that is hidden. None if nothing is left.
    """
    told = [one for one in board if one.is_shown]
    applicable = sum(one.applicable for one in told)
    return sum(one.n or 0 for one in told) / applicable if applicable else None


def board(
    layout: Layout,
    depth: Depth,
    whole: GroupSummary,
    families: Mapping[str | None, GroupSummary | None],
    known: Mapping[str, Mapping[KnownHow, int]],
) -> tuple[BoardItem, ...]:
    """Put the items in the order in which to talk about them.

    First come those that are flagged, the greatest disagreement first; then those whose values have an order but are
    too few for a disagreement, and lie far apart, the widest first; then the others with a disagreement, and the others
    that are too few, in the same order; then those without an order; of equals, those that more people don't know
    about; of these, as authored. Hidden ones are last, as authored, so that their place tells nothing.

    Args:
        layout: The layout of what was asked.
        depth: Which form was asked.
        whole: Everyone together.
        families: Each family, by its id; None where not shown.
        known: How those with a value know, by item id, of the items that are shown.
    """
    places = [
        _board_item(item, whole.items[item.id], _of_families(item, families), known)
        for item in layout.questionnaire.at_depth(depth)
    ]
    return tuple(sorted(places, key=_turn))


def _turn(one: BoardItem) -> tuple[float, ...]:
    """When an item is talked about, the least first; equals stay as authored."""
    if one.silences is None:
        return (5,)
    unknowing = one.silences["dont_know"]
    if one.disagreement is not None:
        return (0 if one.flagged else 2, -one.disagreement, -unknowing)
    if one.width is not None:
        return (1 if one.width >= FAR_APART else 3, -one.width, -unknowing)
    return (4, 0, -unknowing)


def _of_families(
    item: Item, families: Mapping[str | None, GroupSummary | None]
) -> Mapping[str | None, Distribution | None]:
    told = {name: group.items[item.id] if group else None for name, group in families.items()}
    return {name: one.distribution if one else None for name, one in told.items()}


def _board_item(
    item: Item,
    summary: ItemSummary | None,
    by_family: Mapping[str | None, Distribution | None],
    known: Mapping[str, Mapping[KnownHow, int]],
) -> BoardItem:
    if summary is None:
        return BoardItem(item=item, by_family=by_family)
    rising = by_step(item, summary)
    return BoardItem(
        item=item,
        by_family=by_family,
        n=summary.n,
        distribution=summary.distribution,
        shape=shape(rising),
        disagreement=disagreement(rising),
        width=width(item, summary),
        minority=minority(item, summary),
        silences=summary.silences,
        known_by=known[item.id],
        gap=_widest_gap(item, by_family),
    )


def _worth(item: Item) -> Mapping[int | str, float]:
    """What each value is worth, in 0-4, corrected for direction; empty where values have no order."""
    if item.kind == "experience":
        lowest, highest = EXPERIENCES[0], EXPERIENCES[-1]
        return {value: TOP * (value - lowest) / (highest - lowest) for value in EXPERIENCES}
    return {choice.value: worth_of(item, choice) for choice in item.choices} if len(steps_of(item)) > 1 else {}


def _widest_gap(item: Item, by_family: Mapping[str | None, Distribution | None]) -> FamilyGap | None:
    """Find the two families whose means are farthest apart, by what may be shown of them; of equals the first pair."""
    worth = _worth(item)
    values = {
        name: sorted(worth[value] for value, n in told.items() for _ in range(n))
        for name, told in by_family.items()
        if worth and name is not None and told is not None and any(told.values())
    }
    means = {name: fmean(told) for name, told in values.items()}
    # Rounded, so that gaps equal on paper are equal here.
    pairs = sorted(combinations(values, 2), key=lambda pair: -round(abs(means[pair[0]] - means[pair[1]]), 9))
    if not pairs:
        return None
    first, second = pairs[0] if means[pairs[0][0]] >= means[pairs[0][1]] else reversed(pairs[0])
    gap = role_gap(values[first], values[second])
    return FamilyGap(first=first, second=second, gap=gap) if gap else None

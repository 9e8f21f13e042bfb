"""The board of a room: its items as dots, in the order in which to talk about them, as far as they may be shown."""

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
"""Disagreement from which an item is flagged; that of an even spread over the scale."""

FAR_APART = 0.75
"""Width from which items with few answers come before those with answers close together: three of our four steps."""

Distribution = Mapping[int | str, int]
"""People by value, in authored order, zeros included; for a checklist, those who ticked each option."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyGap:
    """The two families that see an item most differently.

    Attributes:
        first: Id of the family with the higher mean, or an equal one.
        second: Id of the other.
        gap: The first compared with the second, in 0-4, corrected for direction.
    """

    first: str
    second: str
    gap: RoleGap


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardItem:
    """One item as dots. Where it is hidden because too few gave a value, only the item and the families are set.

    Attributes:
        item: The item.
        by_family: The answers of each family that holds anyone, by its id (None: people who did not say); None where
            they are not shown here, because they are few or because few others would follow by subtraction.
        n: Answers with a value; None if the item is hidden.
        distribution: Empty for open questions.
        shape: None below five values and where values have no order.
        disagreement: In [0, 1]: 0 unanimous, 0.5 spread evenly, 1 two opposite camps; None as shape is.
        width: From the lowest position chosen to the highest, as a share of the scale; None where there is no order.
        minority: The value to be voiced first; see ``descriptives.minority``.
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
        """To how many it applies: those with a value, and those for whom one is missing; 0 if the item is hidden."""
        missing = (n for name, n in (self.silences or {}).items() if not SILENCES[name].leaves_denominator)
        return (self.n or 0) + sum(missing)

    @property
    def completeness(self) -> float | None:
        """Share of those to whom it applies who gave a value, in [0, 1]; None if it applies to nobody."""
        return completeness((self,))


def completeness(board: Iterable[BoardItem]) -> float | None:
    """Share of the answers to several items that hold a value, in [0, 1]; every answer weighs the same.

    "Don't know", "outside our control" and no answer hold none; to whom an item does not apply is left out, as is an
    item that is hidden. None if nothing is left.
    """
    shown = [entry for entry in board if entry.is_shown]
    applicable = sum(entry.applicable for entry in shown)
    return sum(entry.n or 0 for entry in shown) / applicable if applicable else None


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
    about; of these, as authored. Hidden ones are last, as authored, so that their position discloses nothing.

    Args:
        layout: The layout of what was asked.
        depth: Which form was asked.
        whole: Everyone together.
        families: Each family, by its id; None where not shown.
        known: How those with a value know, by item id, of the items that are shown.
    """
    entries = [
        _board_item(item, whole.items[item.id], _of_families(item, families), known)
        for item in layout.questionnaire.at_depth(depth)
    ]
    return tuple(sorted(entries, key=_turn))


def _turn(entry: BoardItem) -> tuple[float, ...]:
    """Sort key: when an item is talked about, the least first; equals stay as authored."""
    if entry.silences is None:
        return (5,)
    unknowing = entry.silences["dont_know"]
    if entry.disagreement is not None:
        return (0 if entry.flagged else 2, -entry.disagreement, -unknowing)
    if entry.width is not None:
        return (1 if entry.width >= FAR_APART else 3, -entry.width, -unknowing)
    return (4, 0, -unknowing)


def _of_families(
    item: Item, families: Mapping[str | None, GroupSummary | None]
) -> Mapping[str | None, Distribution | None]:
    summaries = {name: group.items[item.id] if group else None for name, group in families.items()}
    return {name: summary.distribution if summary else None for name, summary in summaries.items()}


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
    """Find the two families whose means are farthest apart, among those that are shown; of equal pairs the first."""
    worth = _worth(item)
    values = {
        name: sorted(worth[value] for value, n in distribution.items() for _ in range(n))
        for name, distribution in by_family.items()
        if worth and name is not None and distribution is not None and any(distribution.values())
    }
    means = {name: fmean(worths) for name, worths in values.items()}
    # Rounded, so that gaps that are equal on paper are equal here.
    pairs = sorted(combinations(values, 2), key=lambda pair: -round(abs(means[pair[0]] - means[pair[1]]), 9))
    if not pairs:
        return None
    first, second = pairs[0] if means[pairs[0][0]] >= means[pairs[0][1]] else reversed(pairs[0])
    gap = role_gap(values[first], values[second])
    return FamilyGap(first=first, second=second, gap=gap) if gap else None

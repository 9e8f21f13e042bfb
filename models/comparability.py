"""What two definitions of a questionnaire have in common and can be compared, and why the rest can't."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from models.conditions import items_named
from models.definition import Depth, Dimension, Questionnaire, Scoring, number_of
from models.edits import renamed, renamed_dimensions, words_of
from models.items import Item

REASONS = (
    "other-questionnaire",
    "added",
    "removed",
    "renamed",
    "kind",
    "choices",
    "unit",
    "asked-of",
    "condition",
    "wording",
    "depth",
    "condition-item",
    "no-item",
    "table",
    "only-figures",
)
"""Why an item or a dimension can't be compared: it is of another questionnaire; only the newer asks it; only the older
does; it has another id by now; another kind, other choices, another unit; it is asked of others, or under another
condition; its words changed and nobody said that they mean the same; one of the forms does not ask it; its condition
names an item that is not common. For a dimension: none of its items is common; its table names an item that is not; of
a room only figures are known, and they were computed otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """What can't be compared.

    Attributes:
        kind: Whether it is an item or a dimension.
        id: Its id.
        why: Why not, one of REASONS.
    """

    kind: Literal["item", "dimension"]
    id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What two definitions have in common.

    Attributes:
        questionnaire: The newer, cut to the common items and the dimensions that compare, every item core; None if no
            dimension does.
        items: Ids of the common items, in the newer's order.
        reworded: Those among them whose words changed while they mean the same.
        lost: Every other item and dimension of either, and why.
        dimensions: Of each dimension that compares: common items that weigh in it, and all that do in the newer.
    """

    questionnaire: Questionnaire | None
    items: tuple[str, ...]
    reworded: tuple[str, ...]
    lost: tuple[Lost, ...]
    dimensions: Mapping[str, tuple[int, int]]


def shared(old: Questionnaire, new: Questionnaire, depths: Iterable[Depth] = ("full",)) -> Shared:
    """Find what two definitions have in common, for rooms that were asked these *depths* of them.

    Weights, scores of options, direction, thresholds and rules may differ, as both rooms are scored by the newer one.
    An item is common if people chose among the same things, under the same question, were asked it under the same
    circumstances, and all that its condition looks at is common too. Its words may differ where that was declared to
    mean the same: by a version with the same first number, or by the item's ``same_since``.

    Args:
        old: The older.
        new: The newer, whose weights are used.
        depths: The forms that were asked; with "short" among them, only items of the short form of both are common.
    """
    whys = _whys(old, new, is_short="short" in set(depths))
    common = _closed({name for name in new.by_id if not whys[name]}, new)
    for name, why in whys.items():
        if not why and name not in common:
            whys[name] = "condition-item"
    by_dimension = {dimension.id: _why_not_dimension(dimension, old, new, common) for dimension in new.dimensions}
    by_dimension |= {dimension.id: "removed" for dimension in old.dimensions if dimension.id not in by_dimension}
    if old.id == new.id:
        for pair in renamed_dimensions(old, new).items():
            by_dimension |= dict.fromkeys(pair, "renamed")
    kept = [name for name, why in by_dimension.items() if not why]
    items = tuple(name for name in new.by_id if name in common)
    return Shared(
        questionnaire=_cut(new, common, kept) if kept else None,
        items=items,
        reworded=tuple(name for name in items if words_of(old.by_id[name]) != words_of(new.by_id[name])),
        lost=(
            *(Lost(kind="dimension", id=name, why=why) for name, why in by_dimension.items() if why),
            *(Lost(kind="item", id=name, why=why) for name, why in whys.items() if why),
        ),
        dimensions={name: _counts(new, name, common) for name in kept},
    )


def figures_hold(old: Questionnaire, depth: Depth, common: Shared) -> frozenset[str]:
    """The dimensions that were computed then as they would be now, so that figures alone can be compared.

    Args:
        old: The definition that the figures come from.
        depth: The form that was asked.
        common: What it has in common with the definition used now.
    """
    new = common.questionnaire
    return frozenset(
        dimension.id
        for dimension in (new.dimensions if new else ())
        if new and _way_of_scoring(old, dimension.id, depth) == _way_of_scoring(new, dimension.id, "full")
    )


def _whys(old: Questionnaire, new: Questionnaire, *, is_short: bool) -> dict[str, str]:
    """Why each item of either is not common by itself; "" if it is."""
    twins = renamed(old, new)
    whys = {}
    for name, item in new.by_id.items():
        if old.id != new.id:
            whys[name] = "other-questionnaire"
        elif (before := old.by_id.get(name)) is None:
            whys[name] = "renamed" if name in twins.values() else "added"
        elif is_short and not (before.core and item.core):
            whys[name] = "depth"
        else:
            whys[name] = _why_not(before, item, _same_first_number(old, new))
            if whys[name] == "wording" and item.same_since and number_of(item.same_since) <= number_of(old.version):
                whys[name] = ""
    for name in [name for name in old.by_id if name not in whys]:
        whys[name] = "renamed" if name in twins else "removed"
    return whys


def _same_first_number(old: Questionnaire, new: Questionnaire) -> bool:
    return number_of(old.version)[0] == number_of(new.version)[0]


def _why_not(old: Item, new: Item, same_meaning: bool) -> str:
    checks = {
        "kind": old.kind == new.kind,
        "choices": {choice.value for choice in old.choices} == {choice.value for choice in new.choices},
        "unit": old.unit == new.unit,
        "asked-of": set(old.asked_of) == set(new.asked_of),
        "condition": old.show_if == new.show_if,
        "wording": same_meaning or words_of(old) == words_of(new),
    }
    return next((why for why, holds in checks.items() if not holds), "")


def _closed(common: set[str], new: Questionnaire) -> frozenset[str]:
    """Leave out items whose condition names an item that is not common, and so on."""
    while waiting := {
        name for name in common if (when := new.by_id[name].show_if) is not None and not items_named(when) <= common
    }:
        common = common - waiting
    return frozenset(common)


def _why_not_dimension(dimension: Dimension, old: Questionnaire, new: Questionnaire, common: Collection[str]) -> str:
    if old.id != new.id:
        return "other-questionnaire"
    # A subset asked some items for other dimensions only: they say nothing about a dimension it left out.
    if dimension.id not in {each.id for each in old.dimensions}:
        return "added"
    if not _counts(new, dimension.id, common)[0]:
        return "no-item"
    rows = new.scoring.tables.get(dimension.id, ())
    named = frozenset[str]().union(*(items_named(row.when) for row in rows if row.when is not None))
    return "" if named <= set(common) else "table"


def _counts(new: Questionnaire, dimension: str, common: Collection[str]) -> tuple[int, int]:
    weighing = [item.id for item in new.items_of(dimension) if item.scores[dimension] > 0]
    return sum(name in common for name in weighing), len(weighing)


def _cut(new: Questionnaire, common: Collection[str], kept: Collection[str]) -> Questionnaire:
    sections = [
        replace(section, items=tuple(_bare(item, kept) for item in section.items if item.id in common))
        for section in new.sections
    ]
    return replace(
        new,
        dimensions=tuple(dimension for dimension in new.dimensions if dimension.id in kept),
        sections=tuple(section for section in sections if section.items),
        scoring=Scoring(
            rule=new.scoring.rule, tables={name: rows for name, rows in new.scoring.tables.items() if name in kept}
        ),
        readings=(),
        tensions=(),
        placements=(),
        factors=(),
        canvases=(),
    )


def _bare(item: Item, dimensions: Collection[str]) -> Item:
    scores = {name: weight for name, weight in item.scores.items() if name in dimensions}
    return replace(item, core=True, scores=scores, outside=(), places={})


def _way_of_scoring(questionnaire: Questionnaire, dimension: str, depth: Depth) -> object:
    """Everything that decides what the same answers score on a dimension."""
    if dimension not in {each.id for each in questionnaire.dimensions}:
        return None
    asked = [item for item in questionnaire.items_of(dimension) if item.core or depth == "full"]
    return (
        {
            item.id: (item.scores[dimension], item.reverse, {choice.value: choice.score for choice in item.choices})
            for item in asked
        },
        questionnaire.dimension(dimension).min_answered,
        questionnaire.scoring.rule,
        questionnaire.scoring.tables.get(dimension),
    )

"""What was told of one round as cells: a cell is all that is told of one subject by one group, or that it is hidden."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from models.catalogues import Placement
from models.definition import TOP, Dimension
from models.descriptives import DimensionSummary, ItemSummary, KnownHow
from models.external_factors import RaisedFactor
from models.items import MOMENTS, Item
from models.layout import Layout
from models.placements import tables_of
from models.reveal import GroupDimension, GroupProfile, Revealed
from models.silences import SILENCES
from models.summary import GroupSummary

About = Literal["item", "theme", "map", "factor"]
Number = int | float | None

EVERYONE = ""
NOT_SAID = "not-said"
"""The group of people who did not say who they are to the service; others go by the id of their family."""

WAYS: tuple[KnownHow, ...] = ("seen", "heard", "guess", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """All that is told of one subject by one group.

    Attributes:
        about: What kind of subject it is.
        id: Id of the item, dimension or factor; of a map "map/moment/table".
        title: Its name, as people read it.
        hidden: Whether it is not shown here; then no number is known.
        numbers: Numbers by measure; None where hidden, or where there can be none.
        counts: People by option, by measure; None where hidden.
        because: Ids of what raised a factor; empty for all else.
    """

    about: About
    id: str
    title: str
    hidden: bool
    numbers: Mapping[str, Number]
    counts: Mapping[str, Mapping[str, int | None]] = field(default_factory=lambda: MappingProxyType({}))
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What is told of one group in one round.

    Attributes:
        id: EVERYONE, the id of a family of roles, or NOT_SAID.
        n: People in it; None where it is hidden.
        cells: Its cells, those of a hidden group too, in authored order.
    """

    id: str
    n: int | None
    cells: tuple[Cell, ...]


def groups_of(told: Revealed, profile: GroupProfile | None, *, is_last: bool) -> tuple[Group, ...]:
    """Gather what was told of a round: everyone, then each family.

    Args:
        told: What may be seen of the round.
        profile: Its profile; None as long as the room has not talked, and where too few answered.
        is_last: Whether what was agreed belongs to it: that came after the last round.
    """
    talked = profile is not None
    themes = profile.dimensions if profile else ()
    known = {one.item.id: one.known_by for one in told.board}
    everyone = (
        *_items(told, told.whole, known),
        *(_theme(one.dimension, one.pooled, _of_the_room(one, is_last=is_last)) for one in themes),
        *(_maps(told.layout, told.whole) if talked else ()),
        *map(_factor, profile.factors if profile else ()),
    )
    families = (
        Group(
            id=NOT_SAID if name is None else name,
            n=group.n if group else None,
            cells=(
                *_items(told, group),
                *(_theme(one.dimension, one.families[name]) for one in themes),
                *(_maps(told.layout, group) if talked else ()),
            ),
        )
        for name, group in told.families.items()
    )
    return Group(id=EVERYONE, n=told.n, cells=everyone), *families


def _items(
    told: Revealed, group: GroupSummary | None, known: Mapping[str, Mapping[KnownHow, int] | None] | None = None
) -> Iterator[Cell]:
    for item in told.layout.questionnaire.at_depth(told.depth):
        yield _item(item, group.items[item.id] if group else None, known)


def _item(item: Item, one: ItemSummary | None, known: Mapping[str, Mapping[KnownHow, int] | None] | None) -> Cell:
    """The answers to an item; how people know is told of everyone together only."""
    ways = known and known.get(item.id)
    counts: dict[str, Mapping[str, int | None]] = {}
    if item.values:
        counts["distribution"] = {str(value): one.distribution[value] if one else None for value in item.values}
    if known is not None:
        counts["known_by"] = {way or NOT_SAID: ways[way] if one and ways else None for way in WAYS}
    silences = dict.fromkeys(SILENCES) if one is None else {name: one.silences[name] for name in SILENCES}
    return Cell(
        about="item",
        id=item.id,
        title=item.stem(None),
        hidden=one is None,
        numbers={
            "n": one.n if one else None,
            **silences,
            "agreement": one.agreement if one else None,
            "consensus": one.consensus if one else None,
        },
        counts=counts,
    )


def _of_the_room(one: GroupDimension, *, is_last: bool) -> Mapping[str, Number]:
    """What is told of a dimension for everyone together alone."""
    return {"balanced": one.balanced, **({"agreed_stage": one.agreed_stage} if is_last else {})}


def _theme(
    dimension: Dimension, one: DimensionSummary | None, more: Mapping[str, Number] = MappingProxyType({})
) -> Cell:
    names = ("n", "mean", "median", "sd", "completeness")
    return Cell(
        about="theme",
        id=dimension.id,
        title=dimension.title,
        hidden=one is None,
        numbers={**{name: getattr(one, name, None) for name in names}, **more},
        counts={"stages": {str(stage): one.stages[stage] if one else None for stage in range(TOP + 1)}},
    )


def _maps(layout: Layout, group: GroupSummary | None) -> Iterator[Cell]:
    for placement in layout.maps.values():
        for at in MOMENTS:
            for table, inside in tables_of(placement).items():
                one = group.placements[placement.id][at][table] if group else None
                keys = _keys(placement, inside.tolist())
                yield Cell(
                    about="map",
                    id=f"{placement.id}/{at}/{table}",
                    title=placement.title,
                    hidden=one is None,
                    numbers={"n": one.n if one else None},
                    counts={"cells": {key: one.cells[key] if one else None for key in keys}},
                )


def _keys(placement: Placement, inside: list[bool]) -> list[str]:
    return [key for key, yes in zip(placement.keys, inside, strict=True) if yes]


def _factor(one: RaisedFactor) -> Cell:
    """A factor that was raised; of one that was not, or of which too few can tell, there is no cell."""
    return Cell(
        about="factor",
        id=one.factor.id,
        title=one.factor.name,
        hidden=False,
        numbers={"n": one.known, "strength": one.strength},
        because=one.because,
    )

"""One round as cells: a cell holds all that is shown of one subject by one group, or says that it is hidden."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from cosmos_app.outputs.released import ReleasedRound
from models.catalogues import Placement
from models.definition import TOP, Dimension
from models.descriptives import ItemSummary, KnownHow
from models.external_factors import RaisedFactor
from models.group_scores import DimensionSummary
from models.items import MOMENTS, Item
from models.layout import Layout
from models.placements import tables_of
from models.reveal import GroupDimension, Revealed
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
    """All that is shown of one subject by one group.

    Attributes:
        about: What kind of subject it is.
        id: Id of the item, dimension or factor; of a map "map/moment/table".
        title: Its name, as people read it.
        hidden: Whether it is not shown here; then no number is known.
        numbers: Numbers by measure; None where hidden, or where there can be none.
        counts: People by option, by measure, of stages answers; None where hidden.
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
    """What is shown of one group in one round.

    Attributes:
        id: EVERYONE, the id of a family of roles, or NOT_SAID.
        n: People in it; None where it is hidden.
        cells: Its cells, those of a hidden group too, in authored order.
    """

    id: str
    n: int | None
    cells: tuple[Cell, ...]


def groups_of(each: ReleasedRound) -> tuple[Group, ...]:
    """Everything of a round as cells: everyone together, then each family."""
    revealed, profile = each.revealed, each.profile
    talked = profile is not None
    themes = profile.dimensions if profile else ()
    known = {result.item.id: result.known_by for result in revealed.board}
    everyone = (
        *_items(revealed, revealed.whole, known),
        *(_theme(theme.dimension, theme.pooled, _of_the_room(theme, is_last=each.is_last)) for theme in themes),
        *(_maps(revealed.layout, revealed.whole) if talked else ()),
        *map(_factor, profile.factors if profile else ()),
    )
    families = (
        Group(
            id=NOT_SAID if name is None else name,
            n=group.n if group else None,
            cells=(
                *_items(revealed, group),
                *(_theme(theme.dimension, theme.families[name]) for theme in themes),
                *(_maps(revealed.layout, group) if talked else ()),
            ),
        )
        for name, group in revealed.families.items()
    )
    return Group(id=EVERYONE, n=revealed.n, cells=everyone), *families


def _items(
    revealed: Revealed, group: GroupSummary | None, known: Mapping[str, Mapping[KnownHow, int] | None] | None = None
) -> Iterator[Cell]:
    for item in revealed.layout.questionnaire.at_depth(revealed.depth):
        yield _item(item, group.items[item.id] if group else None, known)


def _item(item: Item, summary: ItemSummary | None, known: Mapping[str, Mapping[KnownHow, int] | None] | None) -> Cell:
    """The answers to an item; how people know is counted for everyone together only."""
    ways = known and known.get(item.id)
    counts: dict[str, Mapping[str, int | None]] = {}
    if item.values:
        counts["distribution"] = {str(value): summary.distribution[value] if summary else None for value in item.values}
    if known is not None:
        counts["known_by"] = {way or NOT_SAID: ways[way] if summary and ways else None for way in WAYS}
    silences = dict.fromkeys(SILENCES) if summary is None else {name: summary.silences[name] for name in SILENCES}
    return Cell(
        about="item",
        id=item.id,
        title=item.stem(None),
        hidden=summary is None,
        numbers={
            "n": summary.n if summary else None,
            **silences,
            "agreement": summary.agreement if summary else None,
            "consensus": summary.consensus if summary else None,
        },
        counts=counts,
    )


def _of_the_room(theme: GroupDimension, *, is_last: bool) -> Mapping[str, Number]:
    """Numbers of a theme that only everyone together has."""
    return {"balanced": theme.balanced, **({"agreed_stage": theme.agreed_stage} if is_last else {})}


def _theme(
    dimension: Dimension, summary: DimensionSummary | None, more: Mapping[str, Number] = MappingProxyType({})
) -> Cell:
    reached = summary.answers_by_stage if summary else None
    names = ("n", "mean", "items", "asked", "lower", "upper", "median", "sd", "completeness")
    return Cell(
        about="theme",
        id=dimension.id,
        title=dimension.title,
        hidden=summary is None,
        numbers={**{name: getattr(summary, name, None) for name in names}, **more},
        counts={"stages": {str(stage): reached[stage] if reached else None for stage in range(TOP + 1)}},
    )


def _maps(layout: Layout, group: GroupSummary | None) -> Iterator[Cell]:
    for placement in layout.maps.values():
        for at in MOMENTS:
            for table, inside in tables_of(placement).items():
                summary = group.placements[placement.id][at][table] if group else None
                keys = _keys(placement, inside.tolist())
                yield Cell(
                    about="map",
                    id=f"{placement.id}/{at}/{table}",
                    title=placement.title,
                    hidden=summary is None,
                    numbers={"n": summary.n if summary else None},
                    counts={"cells": {key: summary.cells[key] if summary else None for key in keys}},
                )


def _keys(placement: Placement, inside: list[bool]) -> list[str]:
    return [key for key, yes in zip(placement.keys, inside, strict=True) if yes]


def _factor(raised: RaisedFactor) -> Cell:
    """A factor that was raised; of one that was not, or of which too few can tell, there is no cell."""
    return Cell(
        about="factor",
        id=raised.factor.id,
        title=raised.factor.name,
        hidden=False,
        numbers={"n": raised.known, "strength": raised.strength},
        because=raised.because,
    )

"""What questionnaires share: roles, external factors and the maps on which an initiative is placed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from models.conditions import Condition
from models.definition import Level, Questionnaire

MapKind = Literal["grid", "poles", "presence", "path"]
MAP_KINDS: tuple[MapKind, ...] = ("grid", "poles", "presence", "path")
GRID_AXES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Who a person is to the service, as they would say it."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Roles shown together in results, because workshops are small."""

    id: str
    title: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """The catalogue of roles.

    Attributes:
        unsaid: The role of someone who would rather not say; belongs to no family.
    """

    families: tuple[Family, ...]
    unsaid: Role

    def family_of(self, said: str | None) -> str | None:
        """Id of the family that a role belongs to, by id or title of either; None if unknown.

        >>> peer = Role(id="peer", title="Peer worker")
        >>> staff = Family(id="staff", title="Works in it", roles=(peer,))
        >>> Roles(families=(staff,), unsaid=Role(id="unsaid", title="-")).family_of("peer worker ")
        'staff'
        """
        word = (said or "").strip().casefold()
        for family in self.families:
            names = [family.id, family.title, *(name for role in family.roles for name in (role.id, role.title))]
            if word and word in map(str.casefold, names):
                return family.id
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """Something outside the team's direct control that shapes the work.

    Attributes:
        direction: Whether it helps, hinders, or both.
        questions: Open questions for the room.
        levels: Levels it belongs to.
        stages: Stages of work at which it matters most (Murray et al. 2010).
        raise_if: Condition under which answers raise it, by questionnaire id.
    """

    id: str
    category: str
    direction: Literal["helps", "hinders", "both"]
    name: str
    why: str
    questions: tuple[str, ...]
    levels: tuple[Level, ...]
    stages: tuple[str, ...]
    raise_if: Mapping[str, Condition]
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Factors:
    """The catalogue of external factors, in the order in which ties are listed."""

    categories: Mapping[str, str]
    factors: tuple[Factor, ...]
    sources: Mapping[str, str]

    def of(self, questionnaire: Questionnaire) -> tuple[Factor, ...]:
        """The factors a questionnaire selects, in catalogue order."""
        return tuple(factor for factor in self.factors if factor.id in questionnaire.factors)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapAxis:
    """One direction of a map.

    Attributes:
        positions: What each position is called, by its id, in order.
    """

    title: str
    positions: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlace:
    """A named place on a map, and where to look from there.

    Attributes:
        prompts: Open questions to those who find themselves in it.
        dimensions: Dimensions worth a look from here, by questionnaire id.
        factors: Ids of external factors worth a look from here.
    """

    id: str
    title: str
    about: str = ""
    prompts: tuple[str, ...] = ()
    dimensions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    factors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A map on which an initiative is placed, never scored.

    Attributes:
        kind: How positions make a cell: in a ``grid`` one on each of two axes; else each position by itself, on
            ``poles`` between two ends, on a ``path`` of steps, in the ``presence`` of some activity.
        places: By id.
        cells: Id of the place of each cell, by the cell's key; see ``keys``.
    """

    id: str
    kind: MapKind
    title: str
    axes: Mapping[str, MapAxis]
    places: Mapping[str, MapPlace]
    cells: Mapping[str, str]
    about: str = ""
    source: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """Key of every cell: in a grid "column/row", after the first and the second axis; else "axis/position".

        >>> care = MapAxis(title="Who cares", positions={"town": "The town", "people": "People"})
        >>> Placement(id="care", kind="path", title="Care", axes={"who": care}, places={}, cells={}).keys
        ('who/town', 'who/people')
        """
        if self.kind == "grid":
            columns, rows = self.axes.values()
            return tuple(f"{column}/{row}" for row in rows.positions for column in columns.positions)
        return tuple(f"{name}/{position}" for name, axis in self.axes.items() for position in axis.positions)

    def place(self, key: str) -> MapPlace:
        """The place of a cell."""
        return self.places[self.cells[key]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """One way of reading a practice case.

    Attributes:
        value: The situation it leads to, a value of the item.
        because: What in the story speaks for it.
    """

    value: int
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeCase:
    """An invented story that people rate with a few items of a questionnaire, before they look at their own work.

    Attributes:
        readings: How the story may be read, by item id, from the lowest situation to the highest.
    """

    id: str
    questionnaire: str
    title: str
    story: tuple[str, ...]
    readings: Mapping[str, tuple[Anchor, ...]]
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogues:
    """What questionnaires share."""

    roles: Roles
    factors: Factors
    placements: Mapping[str, Placement] = field(default_factory=dict)
    practice: Mapping[str, PracticeCase] = field(default_factory=dict)

"""What questionnaires share: roles, external factors and the maps on which an initiative is placed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from models.conditions import Condition
from models.definition import Level, Questionnaire


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
class Placement:
    """A map on which an initiative is placed, never scored.

    Attributes:
        axes: Id of each axis, with the ids of its positions in order.
        cells: Name of the place, by the positions on each axis joined with "/".
    """

    id: str
    kind: Literal["grid", "poles", "presence", "path"]
    title: str
    axes: Mapping[str, tuple[str, ...]]
    cells: Mapping[str, str]
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogues:
    """What questionnaires share."""

    roles: Roles
    factors: Factors
    placements: Mapping[str, Placement] = field(default_factory=dict)

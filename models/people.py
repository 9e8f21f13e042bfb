"""People in groups: who answered where, when and in which role, as ``disclosure`` counts them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from models.layout import Bools, Ints

MOST_CELLS = 20_000_000
"""Most roles x sites x waves that ``disclosure`` can check at once."""


class TooManyGroupsError(ValueError):
    """There are too many roles, sites and waves to check what may be disclosed.

    Attributes:
        roles: How many there are.
        sites: The same of sites.
        waves: The same of waves.
    """

    def __init__(self, roles: int, sites: int, waves: int) -> None:
        super().__init__(roles, sites, waves)
        self.roles, self.sites, self.waves = roles, sites, waves


@dataclass(frozen=True, slots=True)
class Labels:
    """Which group of one kind each respondent belongs to.

    Attributes:
        names: The groups, sorted; None for those without a name, last.
        index: Shape (respondents,); each one's group, as an index into names.
    """

    names: tuple[str | None, ...]
    index: Ints

    @classmethod
    def of(cls, labels: Sequence[str | None], index: Ints | None = None) -> "Labels":
        """Gather groups from labels: one per respondent, or each respondent's as an *index* into them.

        >>> Labels.of(["b", None, "a", "b"])
        Labels(names=('a', 'b', None), index=array([1, 2, 0, 1]))
        """
        position = np.arange(len(labels)) if index is None else index
        used = {labels[number] for number in np.unique(position).tolist()}
        names = (*sorted(name for name in used if name is not None), *([None] if None in used else []))
        numbers = {name: number for number, name in enumerate(names)}
        return cls(names, np.array([numbers.get(label, -1) for label in labels], dtype=np.int64)[position])


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who the respondents are, in the groups of the published tables.

    Attributes:
        role: Their role family, or what they called their role if it belongs to none.
        site: Where they are.
        wave: When they answered.
        typed: Whether somebody else typed each one's answers in, from paper; shape (respondents,), None for nobody's.
    """

    role: Labels
    site: Labels
    wave: Labels
    typed: Bools | None = None

    @classmethod
    def in_one_place(cls, families: Sequence[str | None], typed: Sequence[bool] = ()) -> "People":
        """People of one site in one wave.

        Args:
            families: The role family of each; None for those who did not say.
            typed: Whether each one's answers were typed in from paper; empty for nobody's.
        """
        nowhere = Labels.of([None] * len(families))
        from_paper = np.array(typed, dtype=bool) if any(typed) else None
        return cls(role=Labels.of(families), site=nowhere, wave=nowhere, typed=from_paper)

    def count(self, among: Bools) -> Ints:
        """Count some of the respondents, shape (roles, sites, waves); *among* has shape (respondents,)."""
        shape = tuple(len(labels.names) for labels in (self.role, self.site, self.wave))
        if np.prod(shape, dtype=float) > MOST_CELLS:
            raise TooManyGroupsError(*shape)
        cell = (self.role.index * shape[1] + self.site.index) * shape[2] + self.wave.index
        return np.bincount(cell[among], minlength=int(np.prod(shape))).reshape(shape).astype(np.int64)

"""Two waves of one room, scored alike, with the people who took part in both."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from models.comparability import Shared, shared
from models.definition import number_of
from models.disclosure import release
from models.layout import Bools, Ints
from models.paired_disclosure import Seated, disclosable
from models.people import People
from models.rescoring import Rescored, rescore
from models.wave import Wave


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two waves scored alike.

    Attributes:
        links: Shape (people after,); index of the same person among those before, -1 for nobody.
    """

    before: Rescored
    after: Rescored
    shared: Shared
    links: Ints

    @property
    def shown(self) -> frozenset[str]:
        """Ids of the common items whose tables may be disclosed of both waves."""
        return self.before.shown & self.after.shown

    @property
    def scored(self) -> tuple[str, ...]:
        """Ids of the common items that count in a dimension that compares."""
        questionnaire = self.after.shared.questionnaire
        return tuple(item.id for item in questionnaire.items if item.is_scored) if questionnaire else ()

    def linked(self, item: str) -> Bools:
        """Which of those after are linked and gave an item a value both times, shape (people after,)."""
        was, now = self.before.worth(item), self.after.worth(item)
        found = (self.links >= 0) & ~np.isnan(now)
        found[found] = ~np.isnan(was[self.links[found]])
        return found

    def linked_onward(self, item: str) -> Bools:
        """The same people among those before, shape (people before,)."""
        found = np.zeros(len(self.before.wave.people), dtype=bool)
        found[self.links[self.linked(item)]] = True
        return found


def pair_of(before: Wave, after: Wave) -> Pair:
    """Score two waves alike, and find who took part in both."""
    # A room may have met with an older definition than the one before it.
    older, newer = sorted(
        (before.questionnaire, after.questionnaire), key=lambda questionnaire: number_of(questionnaire.version)
    )
    common = shared(older, newer, {before.depth, after.depth})
    alike = [[before, after]] if before.layout is after.layout else [[before], [after]]
    was, now = (rescored for waves in alike for rescored in rescore(waves, common))
    both = [name for name in was.shared.dimensions if name in now.shared.dimensions]
    lost = dict.fromkeys((*was.shared.lost, *now.shared.lost))
    rows = {person: row for row, person in enumerate(before.people)}
    return Pair(
        before=was,
        after=now,
        shared=replace(common, dimensions={name: common.dimensions[name] for name in both}, lost=tuple(lost)),
        # Of two people who say that they are the same earlier person, only the first is linked.
        links=np.array([rows.pop(person or "", -1) for person in after.same_as], dtype=np.int64),
    )


def pairs_disclosable(item: str, thread: Sequence[Wave], pairs: Sequence[Pair]) -> tuple[bool, ...]:
    """Of each pair of neighbours, whether the change of the linked may be disclosed on an item."""
    if not any((pair.links >= 0).any() for pair in pairs):
        return (False,) * len(pairs)
    seated = []
    for n, wave in enumerate(thread):
        before_it, after_it = (pairs[index] if 0 <= index < len(pairs) else None for index in (n - 1, n))
        nobody = np.zeros(len(wave.people), dtype=bool)
        into, out = (pair if pair and item in pair.shown else None for pair in (before_it, after_it))
        compared_back = nobody if into is None else ~np.isnan(into.after.worth(item))
        compared_onward = nobody if out is None else ~np.isnan(out.before.worth(item))
        valued = compared_back | compared_onward
        scored = valued & ~_typed(wave)  # whoever typed answers in knows them: only the others hide each other
        seated.append(
            Seated(
                k=wave.k,
                cell=_cells(wave, valued)[scored],
                compared_back=compared_back[scored],
                compared_onward=compared_onward[scored],
                back=(nobody if into is None else into.linked(item))[scored],
                onward=(nobody if out is None else out.linked_onward(item))[scored],
                from_elsewhere=_from_elsewhere(wave, before_it),
            )
        )
    return disclosable(seated)


def _from_elsewhere(wave: Wave, into: Pair | None) -> bool:
    """Whether people are linked to another workshop than the one before; all links of a wave lead to one workshop."""
    here = into is not None and bool((into.links >= 0).any())
    return not here and any(person is not None for person in wave.same_as)


def _typed(wave: Wave) -> Bools:
    """Whose answers somebody else typed in, shape (people,)."""
    return np.array(wave.typed or (False,) * len(wave.people), dtype=bool)


def _cells(wave: Wave, scored: Bools) -> Ints:
    """The family of each person as a number, shape (people,): from 1 where the room itself shows it, else 0."""
    people, others = People.in_one_place(wave.families), ~_typed(wave)
    shown = frozenset(range(len(people.role.names)))
    if not wave.consented:
        gate = release(people.count(np.ones_like(scored)), wave.k)
        for among in (others, scored, scored & others):
            gate = release(people.count(among), wave.k, within=gate) if among.any() else gate
        shown = gate.families
    numbers = np.array([role + 1 if role in shown else 0 for role in range(len(people.role.names))], dtype=np.int64)
    return np.asarray(numbers[people.role.index])

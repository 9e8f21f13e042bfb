"""Two waves of one room laid side by side: scored alike, with the people who sat in both."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from models.disclosure import release
from models.layout import Bools, Ints
from models.paired_disclosure import Seated, disclosable
from models.people import People
from models.rescoring import Rescored, rescore
from models.versions import Shared, number_of, shared
from models.waves import Wave


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two waves scored alike.

    Attributes:
        links: Shape (people after,); where the same person stands among those before, -1 for nobody.
    """

    before: Rescored
    after: Rescored
    shared: Shared
    links: Ints

    def linked(self, dimension: str) -> Bools:
        """Who of those after is linked and has a score both times, shape (people after,)."""
        was, now = self.before.of(dimension), self.after.of(dimension)
        found = (self.links >= 0) & ~np.isnan(now)
        found[found] = ~np.isnan(was[self.links[found]])
        return found

    def linked_onward(self, dimension: str) -> Bools:
        """The same people among those before, shape (people before,)."""
        found = np.zeros(len(self.before.wave.people), dtype=bool)
        found[self.links[self.linked(dimension)]] = True
        return found


def pair_of(before: Wave, after: Wave) -> Pair:
    """Score two waves alike, and find who sat in both."""
    # A room may have met with an older definition than the one before it.
    older, newer = sorted((before.questionnaire, after.questionnaire), key=lambda one: number_of(one.version))
    common = shared(older, newer, {before.depth, after.depth})
    alike = [[before, after]] if before.layout is after.layout else [[before], [after]]
    was, now = (one for waves in alike for one in rescore(waves, common))
    both = [name for name in was.shared.dimensions if name in now.shared.dimensions]
    lost = dict.fromkeys((*was.shared.lost, *now.shared.lost))
    places = {person: place for place, person in enumerate(before.people)}
    return Pair(
        before=was,
        after=now,
        shared=replace(common, dimensions={name: common.dimensions[name] for name in both}, lost=tuple(lost)),
        # A seat is taken once: of two who say that they are the same person, one is believed.
        links=np.array([places.pop(person or "", -1) for person in after.same_as], dtype=np.int64),
    )


def pairs_disclosable(dimension: str, thread: Sequence[Wave], pairs: Sequence[Pair]) -> tuple[bool, ...]:
    """For which pairs of neighbours the change of the linked may be told on a dimension; see ``linked``."""
    if not any((pair.links >= 0).any() for pair in pairs):
        return (False,) * len(pairs)
    seated = []
    for place, wave in enumerate(thread):
        into, out = (pairs[one] if 0 <= one < len(pairs) else None for one in (place - 1, place))
        nobody = np.zeros(len(wave.people), dtype=bool)
        compared_back = nobody if into is None else ~np.isnan(into.after.of(dimension))
        compared_onward = nobody if out is None else ~np.isnan(out.before.of(dimension))
        scored = compared_back | compared_onward
        seated.append(
            Seated(
                k=wave.k,
                cell=_cells(wave, scored)[scored],
                compared_back=compared_back[scored],
                compared_onward=compared_onward[scored],
                back=(nobody if into is None else into.linked(dimension))[scored],
                onward=(nobody if out is None else out.linked_onward(dimension))[scored],
                from_elsewhere=_from_elsewhere(wave, into),
            )
        )
    return disclosable(seated)


def _from_elsewhere(wave: Wave, into: Pair | None) -> bool:
    """Whether people are linked to another workshop than the one before: all of a wave are linked to the same."""
    here = into is not None and bool((into.links >= 0).any())
    return not here and any(one is not None for one in wave.same_as)


def _cells(wave: Wave, scored: Bools) -> Ints:
    """Number the families that the room itself shows of those *scored*, from 1; all others get 0. Shape (people,)."""
    people = People.in_one_place(wave.families)
    shown = frozenset(range(len(people.role.names)))
    if not wave.consented:
        everyone = release(people.count(np.ones_like(scored)), wave.k)
        shown = release(people.count(scored), wave.k, within=everyone).families
    numbers = np.array([place + 1 if place in shown else 0 for place in range(len(people.role.names))], dtype=np.int64)
    return np.asarray(numbers[people.role.index])

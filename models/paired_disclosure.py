"""The gate before changes of linked people: a table across two workshops, beside all that each tells by itself.

Each workshop tells of a theme: the whole, and some of its families. The change of those who sat in both is a further
table. It must obey the law of ``disclosure`` beside the others: no combination of them isolates fewer than k people.

Why it holds. A combination gives each workshop's people of one *cell* (a family shown, or all hidden ones together) a
weight a[cell], and each linked pair of workshops a weight c. In a workshop a person's value then weighs a[cell], plus
c of the workshop before if they are linked to it, less c of the next if they are linked to that. So within a cell
people are told apart by their links alone: a[cell] can cancel one kind, not two, and isolates at least the others. In
a workshop at an end of a *run* of pairs with c other than 0, kinds are linked or not, and each cell isolates at least
the smaller kind. Inside a run two kinds may weigh the same: linked both ways and not at all (c equal), or only to the
one and only to the other (c opposite); each cell isolates at least all but the largest kind.

Somebody not linked may be the same person in two workshops, so people of several workshops are not added up: a run
isolates at least as many as its richest workshop does. A run is lawful if that is at least k, or if in all of its
workshops every cell is of one kind, for then the cells alone could tell as much. A change is told if every run that
ends with it, of changes told before, is lawful: so what was told stays told when another workshop comes.

The first workshop of a run may be linked to one that is not here, which was erased or has not talked yet, and that
change may have been told too. Then kinds are not known in the first, and the others have to isolate k; or all cells are
of one kind but for those links, and the run adds nothing to what that change told. A change withheld for this reason
alone may have been told before the erasure; but then a workshop up to its own first isolated k, and does so in every
longer run, so later changes need not reckon with it, as long as k is the same in all.

How many are linked stands beside how many have a score, so those with a score who are not linked must be nobody or k
as well, in both workshops, though no table holds their answers alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from models.disclosure import K
from models.layout import Bools, Ints

ONE_WAY, BOTH_WAYS = ((0, 1), (0, 1)), ((0, 1, 2, 0), (0, 1, 1, 2))
"""Kinds that weigh the same have the same number, for each way in which kinds can fall together. At an end of a run:
not linked, linked. Inside: not linked, to the one before, to the next, to both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated:
    """Those of one workshop who have a score on a theme.

    Attributes:
        k: Smallest group that may be shown there.
        cell: Shape (people,); the family of each, those that are not shown lumped; any whole numbers from 0 up.
        compared_back: Shape (people,); whether they have a score as it is compared with the workshop before.
        compared_onward: Shape (people,); whether they have one as it is compared with the next.
        back: Shape (people,); whether they are linked to the workshop before, with a score there too.
        onward: Shape (people,); whether they are linked to the next, with a score there too.
        from_elsewhere: Whether people are linked to a workshop that is not the one before here.
    """

    k: K
    cell: Ints
    compared_back: Bools
    compared_onward: Bools
    back: Bools
    onward: Bools
    from_elsewhere: bool = False


def disclosable(thread: Sequence[Seated]) -> tuple[bool, ...]:
    """Say of each pair of neighbours whether the change of those linked may be told.

    Args:
        thread: Workshops in the order of time.

    Returns:
        One for each pair, so one fewer than workshops.
    """
    told: list[bool] = []
    for last, (before, after) in enumerate(pairwise(thread)):
        first = last
        while first > 0 and told[first - 1]:
            first -= 1
        so_far = thread[: last + 2]
        runs = [so_far[start:] for start in range(first, last + 1)]
        may = not any(one.from_elsewhere for one in so_far) or len({one.k for one in so_far}) == 1
        told.append(may and _discloses_no_few(before, after) and all(_is_lawful(run) for run in runs))
    return tuple(told)


def _discloses_no_few(before: Seated, after: Seated) -> bool:
    """Whether those linked are at least k, and those with a score who are not linked nobody or k, both times."""
    k = max(before.k, after.k)
    left = [int((before.compared_onward & ~before.onward).sum()), int((after.compared_back & ~after.back).sum())]
    return int(before.onward.sum()) >= k and all(few == 0 or few >= k for few in left)


def _is_lawful(run: Sequence[Seated]) -> bool:
    """Whether no combination of a run isolates a few, wherever it begins."""
    tables = [_kinds(one, back=place > 0, onward=place < len(run) - 1) for place, one in enumerate(run)]
    if all(((table > 0).sum(axis=1) <= 1).all() for table in tables):
        return True
    known = tables[1:] if run[0].from_elsewhere else tables
    return max(_isolated(table) for table in known) >= max(one.k for one in run)


def _kinds(one: Seated, *, back: bool, onward: bool) -> Ints:
    """Count people by cell and kind, shape (cells, kinds), as far as the links are in the run."""
    kind = one.back * 1 + one.onward * 2 if back and onward else (one.back if back else one.onward) * 1
    kinds = 4 if back and onward else 2
    cells = int(one.cell.max(initial=0)) + 1
    return np.bincount(one.cell * kinds + kind, minlength=cells * kinds).reshape(cells, kinds).astype(np.int64)


def _isolated(table: Ints) -> int:
    """The fewest people whom any combination leaves isolated."""
    ways = BOTH_WAYS if table.shape[1] == len(BOTH_WAYS[0]) else ONE_WAY
    fewest = []
    for way in ways:
        together = np.zeros((len(table), max(way) + 1), dtype=np.int64)
        for kind, number in enumerate(way):
            together[:, number] += table[:, kind]
        fewest.append(int((together.sum(axis=1) - together.max(axis=1)).sum()))
    return min(fewest)

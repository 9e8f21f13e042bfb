"""Decides which changes of linked people may be disclosed, beside all that each workshop discloses by itself.

Each workshop discloses, on a theme, the whole room and some of its families. The change of those who took part in both
is a further table. It must obey the law of ``disclosure`` together with the others: no combination of them isolates
fewer than k people.

Why the rule below is enough. A combination gives each workshop's people of one *cell* (a family shown, or all hidden
ones together) a weight a[cell], and each linked pair of workshops a weight c. In a workshop, a person's value then has
the weight a[cell], plus c of the pair with the workshop before if they are linked to it, minus c of the pair with the
next if they are linked to that. So within a cell people differ by their links alone: a[cell] can cancel one kind of
link, not two, and at least the other kinds are isolated. In a workshop at an end of a *run* of pairs with c other than
0, people are linked or not, and each cell isolates at least the smaller of the two. Inside a run two kinds may have the
same weight: linked both ways and not at all (c equal), or linked only to the one and only to the other (c opposite);
each cell then isolates at least all but the largest kind.

Somebody who is not linked may be the same person in two workshops, so people of several workshops are not added up: a
run isolates at least as many as the workshop of it that isolates most. A run is lawful if that is at least k, or if in
all of its workshops every cell has one kind only, for then the cells alone would disclose as much. A change is
disclosed if every run that ends with it, made of changes disclosed before, is lawful. So what was disclosed stays
disclosed when another workshop follows.

The first workshop of a run may be linked to one that is not here (it was erased, or has not revealed its answers yet),
and that change may have been disclosed too. Then the kinds in the first workshop are not known, and the other workshops
have to isolate k; or all cells have one kind but for those links, and the run adds nothing to what that change
disclosed. A change that is withheld for this reason alone may have been disclosed before the erasure. But then a
workshop up to its own first isolated k, and does so in every longer run; so later changes need not consider it, as long
as k is the same in all.

How many are linked is shown beside how many have a score. So those with a score who are not linked must be nobody or at
least k as well, in both workshops, though no table holds their answers alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from models.layout import Bools, Ints
from models.smallest_group import K

ONE_WAY, BOTH_WAYS = ((0, 1), (0, 1)), ((0, 1, 2, 0), (0, 1, 1, 2))
"""For each way in which kinds of links can have the same weight: a number for each kind, equal where the weights are.
The kinds at an end of a run: not linked, linked. Inside: not linked, to the workshop before, to the next, to both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated:
    """Those of one workshop who have a score on a theme.

    Attributes:
        k: Smallest group that may be shown there.
        cell: Shape (people,); the family of each, all that are not shown as one; any whole numbers from 0 up.
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
    """Of each pair of neighbours, whether the change of those linked may be disclosed.

    Args:
        thread: Workshops in the order of time.

    Returns:
        One for each pair, so one fewer than workshops.
    """
    disclosed: list[bool] = []
    for last, (before, after) in enumerate(pairwise(thread)):
        first = last
        while first > 0 and disclosed[first - 1]:
            first -= 1
        so_far = thread[: last + 2]
        runs = [so_far[start:] for start in range(first, last + 1)]
        may = not any(seated.from_elsewhere for seated in so_far) or len({seated.k for seated in so_far}) == 1
        disclosed.append(may and _discloses_no_few(before, after) and all(_is_lawful(run) for run in runs))
    return tuple(disclosed)


def _discloses_no_few(before: Seated, after: Seated) -> bool:
    """Whether at least k are linked, and those with a score who are not linked are nobody or k, both times."""
    k = max(before.k, after.k)
    left = [int((before.compared_onward & ~before.onward).sum()), int((after.compared_back & ~after.back).sum())]
    return int(before.onward.sum()) >= k and all(few == 0 or few >= k for few in left)


def _is_lawful(run: Sequence[Seated]) -> bool:
    """Whether no combination of the tables of a run isolates fewer than k people."""
    tables = [_kinds(seated, back=n > 0, onward=n < len(run) - 1) for n, seated in enumerate(run)]
    if all(((table > 0).sum(axis=1) <= 1).all() for table in tables):
        return True
    known = tables[1:] if run[0].from_elsewhere else tables
    return max(_isolated(table) for table in known) >= max(seated.k for seated in run)


def _kinds(seated: Seated, *, back: bool, onward: bool) -> Ints:
    """Count people by cell and kind of link, shape (cells, kinds); links that lead out of the run are not regarded."""
    kind = seated.back * 1 + seated.onward * 2 if back and onward else (seated.back if back else seated.onward) * 1
    kinds = 4 if back and onward else 2
    cells = int(seated.cell.max(initial=0)) + 1
    return np.bincount(seated.cell * kinds + kind, minlength=cells * kinds).reshape(cells, kinds).astype(np.int64)


def _isolated(table: Ints) -> int:
    """The fewest people whom any combination isolates."""
    ways = BOTH_WAYS if table.shape[1] == len(BOTH_WAYS[0]) else ONE_WAY
    fewest = []
    for way in ways:
        together = np.zeros((len(table), max(way) + 1), dtype=np.int64)
        for kind, number in enumerate(way):
            together[:, number] += table[:, kind]
        fewest.append(int((together.sum(axis=1) - together.max(axis=1)).sum()))
    return min(fewest)

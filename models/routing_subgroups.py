"""Subgroups that questions make by asking certain role families only: few people in one must not be singled out.

The families that an item asks part everyone in two subgroups; several such items part them further. The tables of one
item hold its subgroup, those of a theme and of other items hold more people: subtracted from each other they leave a
subgroup, or what of it is in groups that are hidden. A combination of tables gives each subgroup weights of its own,
all of the kind that ``disclosure`` considers. So where each subgroup alone obeys its law, all tables together do. Where
one does not:

1. Its item is hidden as a whole, not only for families: what the subgroup answered follows from its themes and other
   items.
2. A theme that the item counts in is disclosed of all together only. It holds the answers to the hidden item, which no
   other table does: whatever it is combined with, at least all who gave that item a value stay in.
3. If these are fewer than k, or a second theme holds the item and could cancel it, the theme is hidden too.
"""

from dataclasses import dataclass, replace

import numpy as np

from models.asked import asked_codes, meant_for
from models.conditions import ItemIs, atoms
from models.disclosure import NOTHING, Release, obeys_the_law
from models.items import Item
from models.layout import FIRST_NON_VALUE, NOT_ASKED, Answers, Codes, Layout
from models.people import People
from models.smallest_group import K


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosable:
    """What may be disclosed, given whom the questions ask.

    Attributes:
        codes: Shape (respondents, columns): ``matrix.asked_codes``, but as if nobody were asked what is hidden.
        only_whole: Ids of the dimensions that may be disclosed of all together only.
        hidden: Ids of the dimensions that may not be disclosed.
    """

    codes: Codes
    only_whole: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()

    def theme(self, dimension: str, gate: Release) -> Release:
        """What may be shown of a dimension, given what its own gate shows."""
        if dimension in self.hidden:
            return NOTHING
        none: frozenset[int] = frozenset()
        whole = replace(gate, families=none, sites=none, waves=none, cells=frozenset())
        return whole if dimension in self.only_whole else gate


def disclosable(layout: Layout, answers: Answers, people: People, everyone: Release | None, k: K) -> Disclosable:
    """Decide what may be disclosed of items and dimensions together, given whom the items ask.

    Args:
        layout: The layout.
        answers: Everyone who answered.
        people: Their groups.
        everyone: What may be shown of them all; None where each of them agreed that everything is.
        k: Smallest group that may be shown.
    """
    codes = asked_codes(layout, answers)
    if everyone is None or not everyone.whole:  # all may be shown, or nothing will be
        return Disclosable(codes=codes)
    only_whole: set[str] = set()
    hidden: set[str] = set()
    for item in _disclosing_items(layout, answers, people, everyone, k):
        column = layout.by_id[item.id]
        part = codes[:, column.first : column.first + column.width]
        lawful = len(item.scores) == 1 and not 0 < (part[:, 0] < FIRST_NON_VALUE).sum() < k
        (only_whole if lawful else hidden).update(item.scores)
        part[:] = NOT_ASKED
    return Disclosable(codes=codes, only_whole=frozenset(only_whole), hidden=frozenset(hidden))


def _disclosing_items(layout: Layout, answers: Answers, people: People, everyone: Release, k: K) -> tuple[Item, ...]:
    """The items that single out a few people by whom they ask, and those that depend on the answer to such an item.

    Of several items that single people out only together, the first is kept.
    """
    found: dict[str, Item] = {}
    parts = np.zeros(len(answers), dtype=np.int64)
    for item in layout.questionnaire.items:
        if found.keys() & _named(item):
            found[item.id] = item
        elif item.asked_of:
            finer = np.unique(2 * parts + meant_for(layout, item, answers), return_inverse=True)[1]
            subgroups = (people.count(finer == part) for part in range(finer.max(initial=0) + 1))
            if all(obeys_the_law(everyone, subgroup, k) for subgroup in subgroups):
                parts = finer
            else:
                found[item.id] = item
    return tuple(found.values())


def _named(item: Item) -> set[str]:
    """The items whose answers decide whether one is shown."""
    if item.show_if is None:
        return set()
    return {atom.item for atom, _ in atoms(item.show_if) if isinstance(atom, ItemIs)}

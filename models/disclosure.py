"""Decides which groups of people may be shown, so that no tables, even combined, give a few of them away.

Every screen, export, report and log asks here. The tables published are: whole, by family, by site, by wave,
and by site and wave. The gate decides on all of them together, from the data alone, whichever is asked for; so
tables that are asked for one by one still obey, when they are combined,

    the law: no linear combination of released tables isolates fewer than k people.

Why the rules below suffice. A combination gives everyone of family f, site s and wave w a weight a[f] + b[w] +
c[block], and isolates those whose weight isn't 0. Hidden families can only be separated from the others together: they
share one a, and hidden waves one b. Sites and their waves form a tree below the whole; its *blocks* are each
released cell (a site in a wave), what remains of each released site, and what remains of the whole.

1. Weights that differ by block alone isolate whole blocks: each must hold nobody or at least k.
2. If b parts the waves in classes A and B, c can cancel one class of a block, not both: min(n_A, n_B) people
   of each block stay isolated. Their sum over the blocks, the *cut* of that split, must be at least k; or 0,
   when no block mixes the classes and rule 1 is enough.
3. The same for families, with the finer blocks into which the released waves divide the blocks.

The law is about tables over the same people: callers keep these fixed, and pass the release of everyone as `within`
when they gate an item.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
import numpy.typing as npt

from models.min_cut import IntArray, cheapest_cuts
from models.smallest_group import K, threshold

BoolArray = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """The groups that may be shown, by their index along the axes of the counts.

    Attributes:
        whole: Whether everyone together may be shown; if not, nothing may.
        families: Families that may be shown across all sites and waves.
        sites: Sites that may be shown across all waves.
        waves: Waves that may be shown across all sites.
        cells: Sites in one wave that may be shown, as (site, wave).
    """

    whole: bool
    families: frozenset[int]
    sites: frozenset[int]
    waves: frozenset[int]
    cells: frozenset[tuple[int, int]]

    def shows(self, *, family: int | None = None, site: int | None = None, wave: int | None = None) -> bool:
        """Whether the group that has all the given properties may be shown; without any, the whole."""
        match family, site, wave:
            case None, None, None:
                return self.whole
            case int(), None, None:
                return family in self.families
            case None, int(), None:
                return site in self.sites
            case None, None, int():
                return wave in self.waves
            case None, int(), int():
                return (site, wave) in self.cells
            case _:
                return False

    def within(self, other: "Release") -> "Release":
        """What both show. Fewer tables can't be combined to more: this obeys the law if one of the two does."""
        return Release(
            whole=self.whole and other.whole,
            families=self.families & other.families,
            sites=self.sites & other.sites,
            waves=self.waves & other.waves,
            cells=self.cells & other.cells,
        )


NOTHING = Release(whole=False, families=frozenset(), sites=frozenset(), waves=frozenset(), cells=frozenset())


def suppressed(ns: Mapping[str, int], k: K) -> frozenset[str]:
    """The groups to hide where they are the only table beside their whole.

    Args:
        ns: People in each group, by its id; nobody belongs to two.
        k: Smallest group that may be shown.

    Returns:
        The ids to hide, those of empty groups among them.

    Raises:
        ValueError: If *k* is too small or a count negative.

    >>> sorted(suppressed({"citizen": 8, "professional": 6, "manager": 1, "funder": 5}, threshold(5)))
    ['funder', 'manager']
    """
    people = _checked(np.array(list(ns.values()), dtype=np.int64), axes=1)
    shown = _classical(people, np.ones_like(people, dtype=np.bool_), threshold(k))
    return frozenset(name for name, is_shown in zip(ns, shown, strict=True) if not is_shown)


def release(counts: IntArray, k: K, *, within: Release | None = None) -> Release:
    """Decide which groups may be shown.

    Families come first: no family is hidden for the sake of sites or waves. If all tables together would break
    the law, cells are hidden first (those of the smallest sites, then of more), then waves, then sites.

    Args:
        counts: People, shape (families, sites, waves); for an item, those who gave a value.
        k: Smallest group that may be shown.
        within: What may be shown of everyone asked, if *counts* are those of an item or a dimension.

    Returns:
        What may be shown; obeys the law over *counts* and shows nothing that *within* hides.

    Raises:
        ValueError: If *k* is too small, or *counts* are no counts over three axes.

    >>> sorted(release(np.array([[[8]], [[6]], [[1]], [[5]]]), threshold(5)).families)
    [0, 1]
    """
    people, k = _checked(counts, axes=3), threshold(k)
    outer = _everything(*people.shape) if within is None else within
    if not outer.whole or people.sum() < k:
        return NOTHING
    lawful = (shown for shown in _candidates(people, k, outer) if obeys_the_law(shown, people, k))
    return next(lawful, NOTHING)


def unanimous(consents: Sequence[bool | None]) -> bool:
    """Whether there is anyone, and each of them privately agreed; None is someone who said nothing."""
    return bool(consents) and all(consent is True for consent in consents)


def by_consent(counts: IntArray, consents: Sequence[bool | None]) -> Release | None:
    """Show every group that holds anyone, because each of the people privately agreed.

    Args:
        counts: People, shape (families, sites, waves).
        consents: What each of them said; None for those who said nothing.

    Returns:
        What may be shown; None if anyone refused or said nothing, if there is nobody, or if the consents are not one
        for each person, so that ``release`` decides.

    Raises:
        ValueError: If *counts* are no counts over three axes.

    >>> sorted(by_consent(np.array([[[2]], [[0]], [[1]]]), [True, True, True]).families)
    [0, 2]
    >>> by_consent(np.array([[[2]], [[0]], [[1]]]), [True, None, True])
    """
    people = _checked(counts, axes=3)
    if len(consents) != people.sum() or not unanimous(consents):
        return None
    families, sites, waves = (people.sum(axis=others) for others in ((1, 2), (0, 2), (0, 1)))
    return Release(
        whole=True,
        families=frozenset(np.flatnonzero(families).tolist()),
        sites=frozenset(np.flatnonzero(sites).tolist()),
        waves=frozenset(np.flatnonzero(waves).tolist()),
        cells=frozenset((site, wave) for site, wave in np.argwhere(people.sum(axis=0)).tolist()),
    )


def obeys_the_law(shown: Release, counts: IntArray, k: K) -> bool:
    """Check the rules at the head of this module. They are sufficient, not necessary: a lawful release may be refused.

    Args:
        shown: A release of the whole and any groups.
        counts: People, shape (families, sites, waves).
        k: Smallest group that may be shown.

    Raises:
        ValueError: As `release` does.
    """
    people, k = _checked(counts, axes=3), threshold(k)
    # All that is hidden shares the number 0, or that of its site.
    family, site, wave, cell = _numbers(shown, people.shape)
    block = np.where(cell > 0, site.size + cell, site[:, None])
    by_wave = _tally(people.sum(axis=0), wave, block)
    by_family = _tally(people, family[:, None, None], block * (wave.size + 1) + wave)
    family_cuts = cheapest_cuts(by_family)
    finer_blocks = by_family.sum(axis=0) if (family_cuts == 0).any() else family_cuts
    isolated = np.concatenate([by_wave.sum(axis=0), cheapest_cuts(by_wave), family_cuts, finer_blocks])
    return bool(((isolated == 0) | (isolated >= k)).all())


def _checked(counts: IntArray, *, axes: int) -> IntArray:
    """Refuse what isn't counts: a gate that guessed would let too much through."""
    if counts.ndim != axes or counts.dtype.kind not in "iu" or (counts < 0).any():
        raise ValueError(f"Give whole numbers of people from 0 up, over {axes} axes, not {counts!r}.")
    return counts.astype(np.int64)


def _everything(families: int, sites: int, waves: int) -> Release:
    return Release(
        whole=True,
        families=frozenset(range(families)),
        sites=frozenset(range(sites)),
        waves=frozenset(range(waves)),
        cells=frozenset(product(range(sites), range(waves))),
    )


def _candidates(people: IntArray, k: K, outer: Release) -> Iterator[Release]:
    """Propose releases, those that show most first; the last one, families alone, always obeys the law."""
    families, sites, waves, cells = (numbers > 0 for numbers in _numbers(outer, people.shape))
    of_sites = people.sum(axis=(0, 2))
    families = _classical(people.sum(axis=(1, 2)), families, k)
    sites = _classical(of_sites, sites, k)
    waves = _classical(people.sum(axis=(0, 1)), waves, k)
    cells = _classical(people.sum(axis=0), cells & sites[:, None], k)
    every = Release(
        whole=True,
        families=frozenset(np.flatnonzero(families).tolist()),
        sites=frozenset(np.flatnonzero(sites).tolist()),
        waves=frozenset(np.flatnonzero(waves).tolist()),
        cells=frozenset((site, wave) for site, wave in np.argwhere(cells).tolist()),
    )
    yield every

    # Doubling keeps this fast for hundreds of sites, at the price of hiding a few cells more than necessary.
    smallest_first = sorted({site for site, _ in every.cells}, key=lambda site: (of_sites[site], site))
    covering = 1
    while covering < len(smallest_first):
        cover = set(smallest_first[:covering])
        yield replace(every, cells=frozenset(cell for cell in every.cells if cell[0] not in cover))
        covering *= 2

    yield replace(every, cells=frozenset())
    yield replace(every, cells=frozenset(), waves=frozenset())
    yield replace(every, cells=frozenset(), sites=frozenset())
    yield replace(every, cells=frozenset(), sites=frozenset(), waves=frozenset())


def _classical(people: IntArray, may: BoolArray, k: K) -> BoolArray:
    """Hide small groups, then the smallest that is shown, until what is hidden can't be found by subtraction.

    Args:
        people: Shape (groups,) or (tables, groups); the sum of each table is known.
        may: Which groups may be shown at all, same shape.
        k: Smallest group that may be shown.

    Returns:
        Which are shown, same shape: in each table the hidden ones hold nobody, or at least k people in two
        groups or more, or all are hidden. Of equally small groups the earlier is hidden first. A group that may
        not be shown counts as a second hidden group whether or not anyone in it gave a value: if that made a
        difference, the groups shown would disclose who of the hidden gave none.
    """
    shown = may & (people >= k)
    while True:
        hidden = np.where(shown, 0, people)
        total = hidden.sum(axis=-1, keepdims=True)
        alone = ((hidden > 0) | ~may).sum(axis=-1, keepdims=True) == 1
        bare = shown & (total > 0) & ((total < k) | alone)
        if not bare.any():
            return shown
        smallest = np.where(shown, people, people.max() + 1).argmin(axis=-1, keepdims=True)
        shown &= ~(bare & (np.arange(people.shape[-1]) == smallest))


def _numbers(shown: Release, shape: tuple[int, ...]) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    """Number the families, sites, waves and cells that are shown by their index, from 1; those hidden get 0."""
    _, sites, waves = axes = [range(n) for n in shape]
    kinds = (shown.families, shown.sites, shown.waves, shown.cells)
    family, site, wave, cell = (
        np.array([n if index in kind else 0 for n, index in enumerate(every, 1)], dtype=np.int64)
        for kind, every in zip(kinds, (*axes, product(sites, waves)), strict=True)
    )
    return family, site, wave, cell.reshape(len(sites), len(waves))


def _tally(people: IntArray, group: IntArray, block: IntArray) -> IntArray:
    """Count the people of each group in each block, shape (groups, blocks); labels broadcast to *people*."""
    tally = np.zeros((group.max() + 1, block.max() + 1), dtype=np.int64)
    np.add.at(tally, (group, block), people)
    return tally

"""Minimum cuts: the fewest people between two classes of groups, over all ways to split the groups in two."""

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.int64]


def cheapest_cuts(people: IntArray) -> IntArray:
    """Find the cheapest ways to split the groups in two classes.

    The cut of a split, the sum over blocks of min(n_A, n_B), is symmetric and submodular in A. So Queyranne's
    algorithm finds the least (Mathematical Programming 1998, 82:3-12): it orders the groups so that the last
    one alone is the cheapest split to part it from the one before, then joins the two. If that costs 0, the
    last shares no block with the rest and joining it loses no positive cut: the least one is found as well.

    Args:
        people: Shape (groups, blocks).

    Returns:
        One cut per joining, in people: the least of all among them, and the least positive one.

    >>> cheapest_cuts(np.array([[4, 9], [3, 0], [0, 7]])).tolist()
    [3, 10]
    """
    groups = people[people.any(axis=1)]
    groups = groups[:, (groups > 0).sum(axis=0) > 1]
    everyone = groups.sum(axis=0)
    cuts = []
    while len(groups) > 1:
        alone = np.minimum(groups, everyone - groups).sum(axis=1)
        before, last, joined = 0, 0, groups[0]
        waiting = np.arange(1, len(groups))
        while waiting.size:
            classes = joined + groups[waiting]
            costs = np.minimum(classes, everyone - classes).sum(axis=1) - alone[waiting]
            nearest = int(costs.argmin())
            before, last = last, int(waiting[nearest])
            joined = classes[nearest]
            waiting = np.delete(waiting, nearest)
        cuts.append(alone[last])
        groups[before] += groups[last]
        groups = np.delete(groups, last, axis=0)
    return np.array(cuts, dtype=np.int64)

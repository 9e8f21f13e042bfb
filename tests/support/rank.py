"""What tables told can be made to tell, by adding and subtracting them: exact, for no float takes part."""

from itertools import combinations

import numpy as np


def rank(matrix):
    """Count independent rows by fraction-free elimination (Bareiss 1968)."""
    rows, found, divisor = matrix.copy(), 0, 1
    for column in range(rows.shape[1]):
        pivots = found + np.flatnonzero(rows[found:, column])
        if pivots.size:
            rows[[found, pivots[0]]] = rows[[pivots[0], found]]
            below, pivot = rows[found + 1 :], rows[found]
            rows[found + 1 :] = (pivot[column] * below - np.outer(below[:, column], pivot)) // divisor
            divisor = pivot[column]
            found += 1
    return found


def few_isolated(tables, sizes, k):
    """Find fewer than k people whom some combination of tables tells apart from all others.

    One is 0 outside a crowd and not 0 in it exactly if leaving out the crowd's columns costs rank.

    Args:
        tables: Shape (tables, kinds of people, figures): how much each table holds of each figure of one such person.
        sizes: People of each kind.
        k: The smallest group that may be told apart.
    """
    if not tables.size:
        return None
    every = rank(tables.reshape(len(tables), -1))
    for size in range(1, k):
        for crowd in combinations(range(len(sizes)), size):
            if sum(sizes[one] for one in crowd) < k:
                others = np.delete(tables, crowd, axis=1)
                if rank(others.reshape(len(tables), -1)) < every:
                    return crowd
    return None

"""Laying answers out anew: those coded for one definition in the layout of another one with the same items."""

from itertools import chain

import numpy as np

from models.layout import FIRST_NON_VALUE, SKIPPED, UNKNOWN_FAMILY, Answers, Codes, Column, Layout


def recode(answers: Answers, old: Layout, new: Layout) -> Answers:
    """Recode answers for another layout.

    A number that the old layout kept as a band is missing where the new one has finer bands.

    Args:
        answers: As *old* lays them out.
        old: Must have every item of *new*, of the same kind, with the same choices in any order.
        new: The layout wanted; every item of it counts as asked, so it must be core, or of the full form.
    """
    codes = np.full((len(answers), new.width), SKIPPED, dtype=np.uint8, order="F")
    for column in new.columns:
        before = old.by_id[column.item.id]
        sources = _options(before, column) if column.item.kind == "checklist" else [before.first]
        by_code = _by_code(before, column)
        for offset, source in enumerate(sources):
            codes[:, column.first + offset] = by_code[answers.codes[:, source]]
    families = [*(new.family_index(name) for name in old.families), len(new.families), UNKNOWN_FAMILY]
    # The unknown family is -1, which indexes the last entry.
    return Answers(
        codes=codes,
        short=np.zeros(len(answers), dtype=bool),
        family=np.array(families, dtype=np.int64)[answers.family],
    )


def _options(old: Column, new: Column) -> list[int]:
    """The old column of each option of a checklist."""
    values = [choice.value for choice in old.item.choices]
    return [old.first + values.index(choice.value) for choice in new.item.choices]


def _by_code(old: Column, new: Column) -> Codes:
    """The new code of each old one, shape (256,)."""
    codes = np.full(256, SKIPPED, dtype=np.uint8)
    codes[FIRST_NON_VALUE:] = range(FIRST_NON_VALUE, 256)
    if new.item.kind == "number":
        if set(new.edges) <= set(old.edges):
            numbers = [0.0] if not old.edges else list(chain(old.values))
            codes[: len(numbers)] = new.bands(np.array(numbers, dtype=float))
    else:
        codes[: len(old.values)] = [new.values.index(value) for value in old.values]
    return codes

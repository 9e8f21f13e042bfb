"""Rooms told in rows of answers, and what is revealed of them."""

from models.external_factors import candidates
from models.layout import lay_out
from models.reveal import reveal
from models.smallest_group import threshold
from support.builders import factors, sheet_of, small

NONE_KNOWN = factors([{"id": "none"}])
FIVE = threshold(5)


def form_of(items, catalogue=NONE_KNOWN, **more):
    definition = small(items, **more)
    return lay_out(definition, also=(condition for _, condition in candidates(catalogue, definition)))


def revealed_of(layout, rows, k=FIVE, depth="full", catalogue=NONE_KNOWN, consented=False):
    """What is revealed of rows (how many, their family, their answers)."""
    sheets = [sheet_of(answers) for n, _, answers in rows for _ in range(n)]
    families = [family for n, family, _ in rows for _ in range(n)]
    return reveal(layout, sheets, families, k, depth=depth, catalogue=catalogue, consented=consented)


def ratings(*names):
    return [{"id": name, "scores": {"trust": 1}} for name in names]


def values(*columns):
    """Rows of one person each, from columns of answers by item; a column may stop before the others."""
    size = max(len(column) for _, column in columns)
    return [(1, None, {name: column[row] for name, column in columns if row < len(column)}) for row in range(size)]

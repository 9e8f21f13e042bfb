"""Finds texts that a spreadsheet would run as a formula, and keeps them texts in a table."""

import re

_FORMULA = re.compile(r"[\t\r\n]|[\s\x00-\x1f\u200b\ufeff]*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet may run a text; a number is no formula.

    >>> is_formula("=1+1"), is_formula("-2"), is_formula("- two")
    (True, False, True)
    """
    return bool(_FORMULA.match(text)) and not _NUMBER.fullmatch(text)


def as_text(text: str) -> str:
    """A text as an entry of a CSV file: behind an apostrophe, if a spreadsheet may run it.

    >>> as_text("=1+1"), as_text("-2"), as_text("two")
    ("'=1+1", '-2', 'two')
    """
    return f"'{text}" if is_formula(text) else text

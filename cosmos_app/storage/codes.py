"""Codes that people type: those that lead into a room, and those that lead back to a seat."""

import secrets

CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""Letters and digits that are not mistaken for each other when read aloud or copied from a projector."""


JOIN_LETTERS = 6
"""Length of a code that leads into a room: short, because everybody types it."""

RESUME_LETTERS = 8
"""Length of a code that leads one person back to their seat."""


def new_code(length: int) -> str:
    """A random code for people to type, of *length* letters."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(length))


def clean_code(typed: str) -> str:
    """A code as it is stored, from what somebody typed.

    >>> clean_code(" k7m-pqr ")
    'K7MPQR'
    """
    return "".join(letter for letter in typed.upper() if letter in CODE_LETTERS)

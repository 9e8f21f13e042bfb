"""Versions of a questionnaire: what differs between two, and which version the newer needs."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.comparability import Shared, shared
from models.definition import Questionnaire, number_of
from models.edit_kinds import NEEDED, Edit, Needed
from models.edits import edits


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What differs between two definitions of one questionnaire.

    Attributes:
        edits: Every difference, from the whole to the parts.
        needed: Which number of the version must rise for these.
        least: The lowest version with that number raised.
        is_enough: Whether the newer's version is at least that.
        shared: What can be compared, and what can't and why.
    """

    edits: tuple[Edit, ...]
    needed: Needed
    least: str
    is_enough: bool
    shared: Shared


def differences(old: Questionnaire, new: Questionnaire) -> Differences:
    """What differs between two definitions of one questionnaire, and what that means for comparisons."""
    found = edits(old, new)
    needed: Needed = max((edit.needed for edit in found), key=NEEDED.index, default="none")
    least = _least(needed, old.version)
    return Differences(
        edits=found,
        needed=needed,
        least=least,
        is_enough=number_of(new.version) >= number_of(least),
        shared=shared(old, new),
    )


def _least(needed: Needed, version: str) -> str:
    """The lowest version after this one in which that number is raised."""
    major, minor, patch = number_of(version)
    by_need: Mapping[Needed, str] = {
        "none": version,
        "patch": f"{major}.{minor}.{patch + 1}",
        "minor": f"{major}.{minor + 1}.0",
        "major": f"{major + 1}.0.0",
    }
    return by_need[needed]

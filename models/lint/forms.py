"""Checks whether each form asks everybody something: the short one, the full one, each family of roles."""

from collections.abc import Iterable, Iterator

from models.catalogues import Family
from models.conditions import Atom, ItemIs, Truth, evaluate
from models.definition import Depth, Questionnaire
from models.items import Item
from models.problems import Problem

_PLACE = "/sections"


def form_problems(questionnaire: Questionnaire, families: Iterable[Family], file: str) -> Iterator[Problem]:
    """Report a short form without questions, and families of roles whom a form asks nothing.

    Args:
        questionnaire: The definition.
        families: The families of the catalogue.
        file: The file, for messages.
    """
    if not questionnaire.at_depth("short"):
        yield Problem(message="empty-form", file=file, pointer=_PLACE)
        return
    everybody = tuple(families)
    in_full, in_short = (_asked(questionnaire, depth, everybody) for depth in ("full", "short"))
    for message, unasked in (
        ("unasked-family.full", [one.title for one in everybody if one.id not in in_full]),
        ("unasked-family.short", [one.title for one in everybody if one.id in in_full - in_short]),
    ):
        if unasked:
            yield Problem(message=message, file=file, pointer=_PLACE, values={"families": tuple(unasked)})


def _asked(questionnaire: Questionnaire, depth: Depth, families: Iterable[Family]) -> set[str]:
    """Ids of the families that a form asks something: at once, for no answer can come before the first question."""
    first = [item for item in questionnaire.at_depth(depth) if _is_asked_at_once(item)]
    return {one.id for one in families if any(not item.asked_of or one.id in item.asked_of for item in first)}


def _is_asked_at_once(item: Item) -> bool:
    return item.show_if is None or bool(evaluate(item.show_if, _unanswered)[0])


def _unanswered(atom: Atom) -> Truth:
    """The truth of an atom where nothing is answered yet, asked or not."""
    match atom:
        case ItemIs(_, "answered", wanted):
            return not wanted, bool(wanted)
        case ItemIs(_, "not_given"):
            return False, True
        case _:
            return False, False

"""Checks conditions and rule tables: whether they can be true, are always true, or leave answers out."""

from collections.abc import Iterable, Iterator, Mapping, Set

from models.catalogues import Placement
from models.conditions import Condition, items_named
from models.definition import Questionnaire
from models.items import Item
from models.lint.pointers import item_places, row_places
from models.lint.possibilities import Possibilities, TooComplexError
from models.problems import Problem, pointer

_NO_OTHER = ""
"""Stands for the families that no item names; no id is empty."""


def shown_problems(
    questionnaire: Questionnaire, placements: Mapping[str, Placement], unclear: Set[str], file: str
) -> Iterator[Problem]:
    """Report items whose condition is never true, always true, or true on no way through the form.

    Args:
        questionnaire: The definition.
        placements: The maps of the catalogue, by id.
        unclear: Places of conditions with faults, about which nothing more can be checked.
        file: The file, for messages.
    """
    possibilities = Possibilities(questionnaire, placements)
    in_families = _InFamilies(questionnaire, placements)
    unsure: set[str] = set()
    for at, item in item_places(questionnaire):
        place = f"{at}/show_if"
        if item.show_if is None:
            continue
        if place in unclear or possibilities.exhausted:
            unsure.add(item.id)
            continue
        follows = not unsure.isdisjoint(items_named(item.show_if))
        found = list(_decided(_of_item(place, item, possibilities, file, alone=follows), place, file))
        if not found and not follows and not in_families.meet(item):
            found = [Problem(message="never-shown.families", file=file, pointer=place, values={"item": item.id})]
        yield from found
        if follows or any(problem.code == "too-complex" for problem in found):
            unsure.add(item.id)


class _InFamilies:
    """Whether somebody with a role is asked an item and all that it waits for.

    People without a known role are asked everything; what only they are shown is hardly meant.
    """

    def __init__(self, questionnaire: Questionnaire, placements: Mapping[str, Placement]) -> None:
        named = {family for item in questionnaire.items for family in item.asked_of}
        self._possibilities = {
            family: Possibilities(questionnaire, placements, family) for family in sorted({*named, _NO_OTHER})
        }
        self._routed: set[str] = set()
        for item in questionnaire.items:
            waits = items_named(item.show_if) if item.show_if is not None else frozenset()
            if item.asked_of or not self._routed.isdisjoint(waits):
                self._routed.add(item.id)

    def meet(self, item: Item) -> bool:
        """Whether there is such a family; also true where that is too complex to be found out."""
        if item.id not in self._routed:
            return True
        try:
            return any(self._possibilities[family].shows(item) for family in item.asked_of or self._possibilities)
        except TooComplexError:
            return True


def table_problems(
    questionnaire: Questionnaire, placements: Mapping[str, Placement], unclear: Set[str], file: str
) -> Iterator[Problem]:
    """Report rows of rule tables that never hold, and tables in which some answers find no row."""
    possibilities = Possibilities(questionnaire, placements)
    for place, when in row_places(questionnaire):
        if place not in unclear:
            yield from _decided(_never(place, when, possibilities, file), place, file)
    if questionnaire.scoring.rule != "rule-table":
        return
    unclear_tables = {place.rsplit("/", 2)[0] for place in unclear}
    for dimension in questionnaire.dimensions:
        place = pointer("scoring", "tables", dimension.id)
        if place not in unclear_tables:
            yield from _decided(_not_total(place, dimension.id, questionnaire, possibilities, file), place, file)


def raised_problems(
    conditions: Iterable[tuple[str, Condition]],
    questionnaire: Questionnaire,
    placements: Mapping[str, Placement],
    file: str,
) -> Iterator[Problem]:
    """Report conditions of external factors that are never or always true."""
    possibilities = Possibilities(questionnaire, placements)
    for place, condition in conditions:
        if not possibilities.exhausted:
            found = _lone(place, condition, possibilities, "always-true.raises", file)
            yield from _decided(found, place, file)


def _decided(problems: Iterator[Problem], place: str, file: str) -> Iterator[Problem]:
    """The problems, or the one that the conditions are too complex."""
    try:
        yield from problems
    except TooComplexError:
        yield Problem(message="too-complex", file=file, pointer=place)


def _of_item(place: str, item: Item, possibilities: Possibilities, file: str, *, alone: bool) -> Iterator[Problem]:
    if item.show_if is None:
        return
    if not alone and not possibilities.shows(item) and possibilities.ever(item.show_if):
        yield Problem(message="never-shown", file=file, pointer=place, values={"item": item.id})
        return
    yield from _lone(place, item.show_if, possibilities, "always-true.shows", file)


def _lone(place: str, condition: Condition, possibilities: Possibilities, always: str, file: str) -> Iterator[Problem]:
    """Report a condition that is never true, or always, whatever hides the items it names.

    Args:
        place: JSON Pointer to the condition.
        condition: The condition.
        possibilities: Of the questionnaire that it looks at.
        always: The message for one that is always true.
        file: The file, for messages.
    """
    never = list(_never(place, condition, possibilities, file))
    yield from never
    if not never and possibilities.always(condition):
        yield Problem(message=always, file=file, pointer=place)


def _never(place: str, condition: Condition, possibilities: Possibilities, file: str) -> Iterator[Problem]:
    if not possibilities.ever(condition):
        yield Problem(message="never-true", file=file, pointer=place)


def _not_total(
    place: str, dimension: str, questionnaire: Questionnaire, possibilities: Possibilities, file: str
) -> Iterator[Problem]:
    rows = questionnaire.scoring.tables.get(dimension)
    if rows is None:
        missing = {"dimension": dimension}
        yield Problem(message="rule-table-not-total.no-table", file=file, pointer=place, values=missing)
    elif (left_out := possibilities.uncovered(rows)) is not None:
        yield Problem(message="rule-table-not-total.no-row", file=file, pointer=place, values={"states": left_out})

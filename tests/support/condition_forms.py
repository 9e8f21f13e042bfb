"""Small forms whose items wait for others, written or drawn, and what the checks say of their conditions."""

from hypothesis import strategies as st

from models.conditions import All, AnyOf, Condition, ItemIs, Not, items_named
from models.definition import Minutes, Questionnaire, Scoring, Section
from models.items import Choice, Item
from models.lint.reachability import shown_problems
from support.draws import YES_OR_NO, a_number, one_of, several, some_of

WORDS = ("red", "green", "blue")


def form(*items: Item) -> Questionnaire:
    return Questionnaire(
        id="small",
        version="1.0.0",
        level="project",
        language="en",
        title="Small",
        summary="",
        minutes=Minutes(short=1, full=1),
        sources={},
        scales={},
        dimensions=(),
        sections=(Section(id="all", title="All", items=items),),
        scoring=Scoring(),
    )


def choice(name: str, *values: str | int, kind: str = "choice", show_if: Condition | None = None) -> Item:
    choices = tuple(Choice(value=value, label=str(value)) for value in values)
    return Item(id=name, kind=kind, ask="?", choices=choices, show_if=show_if)


def verdicts(questionnaire: Questionnaire) -> dict[str, str]:
    found = shown_problems(questionnaire, {}, frozenset(), "small.json")
    index = [item.id for item in questionnaire.items]
    return {index[int(problem.pointer.split("/")[4])]: problem.code for problem in found}


def atom_on(draw: st.DrawFn, item: Item) -> Condition:
    bounds = (0, 1, 2, 3, 4, 7)
    match item.kind:
        case "choice" | "checklist":
            known = [option.value for option in item.choices]
        case "experience":
            known = [-2, 0, 2]
        case _:
            known = bounds
    equal, numeric, ticked = ("is", "is_one_of"), ("at_least or at_most",), ("includes",)
    own = {"checklist": ticked, "choice": equal, "text": ()}.get(item.kind, (*equal, *numeric))
    match one_of(draw, (*own, *own, "answered", "not_given")):
        case "answered":
            return ItemIs(item.id, "answered", draw(YES_OR_NO))
        case "not_given":
            return ItemIs(item.id, "not_given", tuple(some_of(draw, ("DK", "NA", "OUT"))))
        case "is_one_of":
            return ItemIs(item.id, "is_one_of", several(draw, lambda: one_of(draw, known), 1, 3))
        case "at_least or at_most":
            return ItemIs(item.id, one_of(draw, ("at_least", "at_most")), one_of(draw, bounds))
        case operator:
            return ItemIs(item.id, operator, one_of(draw, known))


def condition_on(draw: st.DrawFn, items: list[Item], depth: int = 2) -> Condition:
    """A condition on *items*, often on few of them, so that its parts exclude each other or what these wait for."""
    one = one_of(draw, items)
    match one_of(draw, ("all", "one", "against", "beside")):
        case "one":
            return _tree(draw, [one], depth)
        case "against" if one.show_if is not None:
            return All((atom_on(draw, one), Not(one.show_if)))
        case "beside" if one.show_if is not None:
            named = [item for item in items if item.id in items_named(one.show_if)]
            return All((atom_on(draw, one), _tree(draw, named, depth - 1)))
        case _:
            return _tree(draw, items, depth)


def _tree(draw: st.DrawFn, items: list[Item], depth: int) -> Condition:
    if depth == 0 or a_number(draw, 0, 3) == 0:
        atom = atom_on(draw, one_of(draw, items))
        return Not(atom) if draw(YES_OR_NO) else atom
    match one_of(draw, ("all", "any", "not", "all")):
        case "all":
            return All(several(draw, lambda: _tree(draw, items, depth - 1), 1, 3))
        case "any":
            return AnyOf(several(draw, lambda: _tree(draw, items, depth - 1), 1, 3))
        case _:
            return Not(_tree(draw, items, depth - 1))


def item_after(draw: st.DrawFn, before: list[Item]) -> Item:
    kind = one_of(draw, ("choice", "rubric", "checklist", "number", "experience", "text"))
    # Mostly on items that wait themselves: what can't be shown follows from several conditions.
    waiting = [item for item in before if item.show_if is not None]
    show_if = condition_on(draw, [*before, *waiting, *waiting]) if before and a_number(draw, 0, 3) else None
    name = "abcdef"[len(before)]
    match kind:
        case "choice" | "checklist":
            return choice(name, *WORDS[: a_number(draw, 2, 3)], kind=kind, show_if=show_if)
        case "rubric":
            return choice(name, 0, 1, 2, kind=kind, show_if=show_if)
        case "number":
            low, high = one_of(draw, ((None, None), (0, 3), (None, 2), (2, None), (1, 1)))
            return Item(id=name, kind=kind, ask="?", smallest=low, largest=high, show_if=show_if)
        case _:
            return Item(id=name, kind=kind, ask="?", show_if=show_if)


@st.composite
def small_forms(draw: st.DrawFn, most: int = 4) -> Questionnaire:
    items: list[Item] = []
    for _ in range(a_number(draw, 2, most)):
        items.append(item_after(draw, items))
    return form(*items)

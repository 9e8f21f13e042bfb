"""The exact search agrees with trying everything, on small forms."""

from collections.abc import Iterator, Mapping
from itertools import chain, combinations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.draws import YES_OR_NO, a_number, one_of, several, some_of
from support.examples import examples

from cosmos_app.texts.problems.conditions import states as in_words
from models.catalogues import Placement
from models.conditions import (
    All,
    AnyOf,
    Atom,
    Condition,
    Disagree,
    ItemIs,
    Not,
    PlacedIn,
    ScoreIs,
    atoms,
    items_named,
)
from models.definition import Minutes, Questionnaire, Rule, Scoring, Section
from models.items import Choice, Item
from models.lint import possibilities as search
from models.lint.possibilities import Possibilities, TooComplexError
from models.lint.reachability import shown_problems

SILENCES = ("", "DK", "NA", "OUT")
GRID = [n / 2 for n in range(-2, 17)]
WORDS = ("red", "green", "blue")

# --- trying everything ---------------------------------------------------------------------------------------------


def states(item: Item) -> list[tuple[str, Any]]:
    """Every state of an item: ("value", v) or (a silence, None)."""
    match item.kind:
        case "choice" | "rubric":
            values: list[Any] = [choice.value for choice in item.choices]
        case "checklist":
            options = [choice.value for choice in item.choices]
            values = list(chain.from_iterable(combinations(options, n) for n in range(1, len(options) + 1)))
        case "number":
            low = -1 if item.smallest is None else item.smallest
            high = 8 if item.largest is None else item.largest
            values = [number for number in GRID if low <= number <= high]
        case "experience":
            values = [-2, -1, 0, 1, 2]
        case _:
            values = ["words"]
    return [*(("value", value) for value in values), *((silence, None) for silence in SILENCES)]


def holds(condition: Condition, sheet: Mapping[str, Any]) -> bool | None:
    """Kleene's logic, written a second time."""
    match condition:
        case All(parts):
            found = [holds(part, sheet) for part in parts]
            return False if False in found else None if None in found else True
        case AnyOf(parts):
            found = [holds(part, sheet) for part in parts]
            return True if True in found else None if None in found else False
        case Not(part):
            inner = holds(part, sheet)
            return None if inner is None else not inner
        case ItemIs(item, operator, operand):
            return item_holds(*sheet[item], operator, operand)
        case ScoreIs(dimension, operator, bound):
            score = sheet[f"score {dimension}"]
            return None if score is None else score >= bound if operator == "at_least" else score <= bound
        case Disagree(subject, bound):
            apart = sheet[f"apart {subject}"]
            return None if apart is None else apart >= bound
        case PlacedIn(placement, cell):
            place = sheet[f"place {placement}"]
            return None if place is None else cell == place


def item_holds(state: str, value: Any, operator: str, operand: Any) -> bool | None:
    if operator == "answered":
        return (state == "value") == operand
    if operator == "not_given":
        return state in operand
    if state != "value":
        return None
    return {
        "is": lambda: value == operand,
        "is_one_of": lambda: value in operand,
        "includes": lambda: operand in value,
        "at_least": lambda: value >= operand,
        "at_most": lambda: value <= operand,
    }[operator]()


def sheets(items: Mapping[str, Item], named: frozenset[str], *, values_only: bool = False) -> Iterator[dict[str, Any]]:
    names = sorted(named)
    every = [[s for s in states(items[name]) if not values_only or s[0] == "value"] for name in names]
    for chosen in product(*every):
        yield dict(zip(names, chosen, strict=True))


def layouts(items: tuple[Item, ...], sheet: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every way through a form: an item whose condition is not true is blank."""
    if len(sheet) == len(items):
        yield sheet
        return
    item = items[len(sheet)]
    shown = item.show_if is None or holds(item.show_if, sheet) is True
    for state in states(item) if shown else [("", None)]:
        yield from layouts(items, {**sheet, item.id: state})


def expected(questionnaire: Questionnaire, item: Item) -> str | None:
    named, items = items_named(item.show_if), questionnaire.by_id
    if not any(holds(item.show_if, sheet) is True for sheet in sheets(items, named)):
        return "never-true"
    before = questionnaire.items[: questionnaire.items.index(item)]
    if not any(holds(item.show_if, form) is True for form in layouts(before, {})):
        return "never-shown"
    if all(holds(item.show_if, sheet) is True for sheet in sheets(items, named, values_only=True)):
        return "always-true"
    return None


# --- small forms ---------------------------------------------------------------------------------------------------


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
            return ItemIs(item.id, "not_given", tuple(some_of(draw, SILENCES[1:])))
        case "is_one_of":
            return ItemIs(item.id, "is_one_of", several(draw, lambda: one_of(draw, known), 1, 3))
        case "at_least or at_most":
            return ItemIs(item.id, one_of(draw, ("at_least", "at_most")), one_of(draw, bounds))
        case operator:
            return ItemIs(item.id, operator, one_of(draw, known))


def condition_on(draw: st.DrawFn, items: list[Item], depth: int = 2) -> Condition:
    if depth == 0 or a_number(draw, 0, 2) == 0:
        return atom_on(draw, one_of(draw, items))
    match one_of(draw, ("all", "any", "not", "all")):
        case "all":
            return All(several(draw, lambda: condition_on(draw, items, depth - 1), 1, 3))
        case "any":
            return AnyOf(several(draw, lambda: condition_on(draw, items, depth - 1), 1, 3))
        case _:
            return Not(condition_on(draw, items, depth - 1))


def item_after(draw: st.DrawFn, before: list[Item]) -> Item:
    kind = one_of(draw, ("choice", "rubric", "checklist", "number", "experience", "text"))
    show_if = condition_on(draw, before) if before and draw(YES_OR_NO) else None
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


# --- laws ----------------------------------------------------------------------------------------------------------


@examples(300)
@given(questionnaire=small_forms())
def test_what_is_said_of_conditions_agrees_with_trying_every_way_through_the_form(questionnaire):
    wanted = {item.id: expected(questionnaire, item) for item in questionnaire.items if item.show_if is not None}
    assert verdicts(questionnaire) == {name: code for name, code in wanted.items() if code is not None}


@st.composite
def tables(draw: st.DrawFn) -> tuple[Questionnaire, list[Rule]]:
    questionnaire = draw(small_forms(most=3))
    conditions = several(draw, lambda: condition_on(draw, list(questionnaire.items)), 1, 4)
    return questionnaire, [Rule(when=condition, score=1) for condition in conditions]


@examples(150)
@given(tables())
def test_a_rule_table_is_total_exactly_when_every_combination_of_values_finds_a_row(table):
    questionnaire, rows = table
    named = frozenset().union(*(items_named(row.when) for row in rows))
    left_out = [
        sheet
        for sheet in sheets(questionnaire.by_id, named, values_only=True)
        if not any(holds(row.when, sheet) is True for row in rows)
    ]
    found = Possibilities(questionnaire, {}).uncovered(rows)
    assert (found is None) == (not left_out)
    assert {state.item for state in found or ()} <= named


MAP = Placement(id="map", kind="grid", title="Map", axes={}, places={}, cells={"a/b": "a/b", "a/c": "a/c"})


@st.composite
def raising(draw: st.DrawFn) -> Condition:
    """Conditions on a score, two disagreements and a place."""
    return raised_if(draw, 2)


def raised_if(draw: st.DrawFn, depth: int) -> Condition:
    if depth == 0 or a_number(draw, 0, 2) == 0:
        match one_of(draw, ("score", "apart", "place")):
            case "score":
                return ScoreIs("d", one_of(draw, ("at_least", "at_most")), one_of(draw, (0, 1, 4, 5)))
            case "apart":
                return Disagree(one_of(draw, ("d", "a")), one_of(draw, (0, 0.5, 1, 1.5)))
            case _:
                return PlacedIn("map", one_of(draw, ("a/b", "a/c")))
    kind = one_of(draw, (All, AnyOf, Not))
    parts = several(draw, lambda: raised_if(draw, depth - 1), 1, 1 if kind is Not else 3)
    return Not(parts[0]) if kind is Not else kind(parts)


@examples(150)
@given(condition=raising())
def test_scores_places_and_disagreements_are_searched_like_answers(condition):
    every = {
        "score d": [None, *(n / 4 for n in range(17))],
        "apart d": [None, 0, 0.25, 0.5, 0.75, 1],
        "apart a": [None, 0, 0.25, 0.5, 0.75, 1],
        "place map": [None, "a/b", "a/c"],
    }
    used = {subject_key(atom) for atom, _ in atoms(condition)}
    found = [
        holds(condition, dict(zip(sorted(used), chosen, strict=True)))
        for chosen in product(*(every[key] for key in sorted(used)))
    ]
    known = [
        holds(condition, dict(zip(sorted(used), chosen, strict=True)))
        for chosen in product(*([one for one in every[key] if one is not None] for key in sorted(used)))
    ]
    possibilities = Possibilities(form(), {"map": MAP})
    assert possibilities.ever(condition) == (True in found)
    assert possibilities.always(condition) == all(one is True for one in known)


def subject_key(atom: Atom) -> str:
    match atom:
        case ScoreIs(dimension):
            return f"score {dimension}"
        case Disagree(subject):
            return f"apart {subject}"
        case PlacedIn(placement):
            return f"place {placement}"
        case ItemIs():
            raise AssertionError


# --- examples a person can check -----------------------------------------------------------------------------------


def test_asking_only_whether_something_was_answered_is_always_true_of_values():
    questionnaire = form(choice("a", "yes", "no"), choice("b", "yes", "no", show_if=ItemIs("a", "answered", True)))
    assert verdicts(questionnaire) == {"b": "always-true"}


def test_asking_those_who_gave_no_value_is_neither_always_nor_never_true():
    unanswered = choice("b", "yes", "no", show_if=ItemIs("a", "answered", False))
    unknown = choice("c", "yes", "no", show_if=ItemIs("a", "not_given", ("DK",)))
    assert verdicts(form(choice("a", "yes", "no"), unanswered, unknown)) == {}


def test_two_answers_to_one_choice_are_never_given_at_once():
    both = All((ItemIs("a", "is", "yes"), ItemIs("a", "is", "no")))
    assert verdicts(form(choice("a", "yes", "no"), choice("b", "yes", "no", show_if=both))) == {"b": "never-true"}


def test_two_options_of_a_checklist_may_be_ticked_together_but_never_none_of_all():
    both = All((ItemIs("a", "includes", "red"), ItemIs("a", "includes", "green")))
    none = All((Not(ItemIs("a", "includes", "red")), Not(ItemIs("a", "includes", "green"))))
    ticks = choice("a", "red", "green", kind="checklist")
    questionnaire = form(ticks, choice("b", "yes", "no", show_if=both), choice("c", "yes", "no", show_if=none))
    assert verdicts(questionnaire) == {"c": "never-true"}


def test_an_item_that_waits_for_a_hidden_one_is_never_shown():
    questionnaire = form(
        choice("a", "yes", "no"),
        choice("b", "yes", "no", show_if=ItemIs("a", "is", "yes")),
        choice("c", "yes", "no", show_if=All((ItemIs("b", "is", "yes"), ItemIs("a", "is", "no")))),
    )
    assert verdicts(questionnaire) == {"c": "never-shown"}


def test_one_uncovered_combination_is_named_in_words():
    rows = [Rule(when=ItemIs("a", "at_most", 1), score=0), Rule(when=ItemIs("b", "is", "yes"), score=4)]
    questionnaire = form(choice("a", 0, 1, 2, kind="rubric"), choice("b", "yes", "no"))
    left_out = Possibilities(questionnaire, {}).uncovered(rows) or ()
    assert set(in_words(left_out).split("; ")) == {"a is 2", "b is no"}
    assert Possibilities(questionnaire, {}).uncovered([*rows, Rule(when=None, score=2)]) is None


def test_a_long_chain_and_a_dead_one_are_decided_at_once():
    def chain_of(start: Condition | None) -> Questionnaire:
        items = [choice("i0", "yes", "no"), choice("i1", "yes", "no", show_if=start)]
        for n in range(2, 200):
            either = AnyOf((ItemIs(f"i{n - 1}", "is", "yes"), ItemIs(f"i{n - 2}", "is", "yes")))
            items.append(choice(f"i{n}", "yes", "no", show_if=All((either, ItemIs(f"i{n - 1}", "is", "yes")))))
        return form(*items)

    assert verdicts(chain_of(ItemIs("i0", "is", "yes"))) == {}
    dead = chain_of(All((ItemIs("i0", "is", "yes"), ItemIs("i0", "is", "no"))))
    assert verdicts(dead) == {"i1": "never-true", **{f"i{n}": "never-shown" for n in range(2, 200)}}


def test_a_checklist_of_forty_options_is_no_burden():
    options = [f"o{n}" for n in range(40)]
    ticks = choice("a", *options, kind="checklist")
    any_of = AnyOf(tuple(ItemIs("a", "includes", option) for option in options))
    none = All(tuple(Not(ItemIs("a", "includes", option)) for option in options))
    items = (choice("b", "yes", "no", show_if=any_of), choice("c", "yes", "no", show_if=none))
    assert verdicts(form(ticks, *items)) == {"b": "always-true", "c": "never-true"}


def crowded(*more: Item) -> Questionnaire:
    """Seven people, six benches, nobody shares: no way out, and too many ways to try."""
    pigeons, holes = range(7), range(6)
    items = [choice(f"p{p}", *(f"h{h}" for h in holes)) for p in pigeons]
    no_two = [
        Not(All((ItemIs(f"p{p}", "is", f"h{h}"), ItemIs(f"p{q}", "is", f"h{h}"))))
        for h in holes
        for p, q in combinations(pigeons, 2)
    ]
    return form(*items, choice("y", "yes", "no", show_if=All(tuple(no_two))), *more)


def test_entangled_conditions_are_given_up_rather_than_searched_for_ever(monkeypatch):
    monkeypatch.setattr(search, "WORK_PER_QUESTION", 3000)
    questionnaire = crowded(choice("z", "yes", "no", show_if=ItemIs("y", "is", "yes")))
    with pytest.raises(TooComplexError):
        Possibilities(questionnaire, {}).ever(questionnaire.by_id["y"].show_if)
    assert verdicts(questionnaire) == {"y": "too-complex"}


def test_when_all_work_is_spent_on_one_condition_the_others_are_not_blamed(monkeypatch):
    monkeypatch.setattr(search, "WORK_PER_FILE", 3000)
    never = All((ItemIs("p1", "is", "h1"), ItemIs("p1", "is", "h2")))
    assert verdicts(crowded(choice("z", "yes", "no", show_if=never))) == {"y": "too-complex"}

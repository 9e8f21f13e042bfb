"""The exact search agrees with trying everything, on small forms; and gives up where that would take for ever."""

from dataclasses import replace
from itertools import combinations, product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.condition_forms import WORDS, choice, condition_on, form, small_forms, verdicts
from support.draws import a_number, one_of, several
from support.examples import examples
from support.try_everything import expected, holds, sheets

from cosmos_app.texts.problems.conditions import states as in_words
from models.catalogues import Placement
from models.conditions import All, AnyOf, Atom, Condition, Disagree, ItemIs, Not, PlacedIn, ScoreIs, atoms, items_named
from models.definition import Questionnaire, Rule
from models.items import Item
from models.lint import possibilities as search
from models.lint.possibilities import Possibilities, TooComplexError

A_IS_RED, A_IS_GREEN = ItemIs("a", "is", "red"), ItemIs("a", "is", "green")
B_IS_RED, B_IS_GREEN = ItemIs("b", "is", "red"), ItemIs("b", "is", "green")
BETWEEN = All((Not(ItemIs("a", "at_most", 2)), Not(ItemIs("a", "at_least", 3))))
NEITHER = Not(AnyOf((ItemIs("a", "includes", "red"), ItemIs("a", "includes", "green"))))
"""Of a checklist that has only these two options."""


@examples(600)
@given(questionnaire=small_forms())
@example(form(Item(id="a", kind="number", ask="?"), choice("b", *WORDS, show_if=BETWEEN)))
@example(form(choice("a", "red", "green", kind="checklist"), choice("b", *WORDS, show_if=NEITHER)))
@example(
    form(
        choice("a", *WORDS),
        choice("b", *WORDS, show_if=A_IS_RED),
        choice("c", *WORDS, show_if=All((B_IS_RED, A_IS_GREEN))),
    )
)
@example(
    form(
        choice("a", *WORDS),
        choice("b", *WORDS),
        choice("c", *WORDS, show_if=AnyOf((B_IS_RED, All((A_IS_RED, A_IS_GREEN))))),
        choice("d", *WORDS, show_if=All((ItemIs("c", "answered", operand=True), B_IS_GREEN))),
    )
)
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
@example(All((Not(ScoreIs("d", "at_most", 0)), Not(ScoreIs("d", "at_least", 1)))))
@example(All((ScoreIs("d", "at_most", 0), Disagree("d", 0.5))))
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
        for chosen in product(*([state for state in every[key] if state is not None] for key in sorted(used)))
    ]
    possibilities = Possibilities(form(), {"map": MAP})
    assert possibilities.ever(condition) == (True in found)
    assert possibilities.always(condition) == all(truth is True for truth in known)


def test_on_a_grid_nobody_is_in_two_places_and_on_other_maps_they_may_be():
    both = All((PlacedIn("map", "a/b"), PlacedIn("map", "a/c")))

    assert not Possibilities(form(), {"map": MAP}).ever(both)
    assert Possibilities(form(), {"map": replace(MAP, kind="path")}).ever(both)


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


def test_one_uncovered_combination_is_named_in_words():
    rows = [Rule(when=ItemIs("a", "at_most", 1), score=0), Rule(when=ItemIs("b", "is", "yes"), score=4)]
    questionnaire = form(choice("a", 0, 1, 2, kind="rubric"), choice("b", "yes", "no"))
    left_out = Possibilities(questionnaire, {}).uncovered(rows) or ()
    assert set(in_words(left_out).split("; ")) == {"a is 2", "b is no"}
    assert Possibilities(questionnaire, {}).uncovered([*rows, Rule(when=None, score=2)]) is None


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

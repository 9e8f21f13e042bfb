"""The kernel: its laws, and its equal in plain loops."""

import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.builders import (
    ROLES,
    depths,
    families,
    kernel,
    parsed,
    questionnaire,
    questionnaires,
    results,
    sheets_for,
    shipped,
    small,
    values_of,
)
from support.examples import examples
from support.naive import close, position, score_person, what_counts

from models.answers import AnswerSheet, Value
from models.asked import shown
from models.assessment import assess
from models.catalogues import Catalogues, Factors
from models.conditions import items_named
from models.definition import Section
from models.layout import Answers, lay_out
from models.progress import Asking
from models.scoring import SCORING_RULES, score
from models.silences import NotApplicable, OutsideOurControl, Skipped

NOTHING_SHARED = Catalogues(roles=ROLES, factors=Factors(categories={}, factors=(), sources={}), placements={})


@st.composite
def cases(draw, **limits):
    """A questionnaire with one person's answers to it."""
    definition = draw(questionnaires(**limits))
    return definition, draw(sheets_for(definition))


@st.composite
def cases_with_an_item(draw, **limits):
    """The same, with one item that no condition and no table looks at."""
    definition, answers = draw(cases(**limits))
    looked_at = {name for item in definition.items if item.show_if for name in items_named(item.show_if)}
    free = [item for item in definition.items if item.id not in looked_at and item.kind != "number"]
    return definition, answers, draw(st.sampled_from(free)) if free else None


def without(definition, item):
    [section] = definition.sections
    kept = tuple(one for one in section.items if one != item)
    return replace(definition, sections=(Section(id="all", title="All", items=kept),))


def numbers(results, place):
    return [result[place] for result in results.values()]


ONE_OF_TWO_SILENCES = small(
    [
        {"id": "a", "scores": {"trust": 1}},
        {"id": "b", "scores": {"trust": 1}, "show_if": {"item": "a", "not_given": ["DK", "OUT"]}},
    ]
)
HIDDEN_CHECKLIST = small(
    [
        {"id": "a", "kind": "choice", "options": [{"value": "yes"}, {"value": "no"}]},
        {
            "id": "b",
            "kind": "checklist",
            "options": [{"value": "one"}, {"value": "two"}],
            "show_if": {"item": "a", "is": "yes"},
        },
        {"id": "c", "scores": {"trust": 1}, "show_if": {"item": "b", "includes": "two"}},
    ]
)


@given(cases(), depths, families)
@example((ONE_OF_TWO_SILENCES, {"a": OutsideOurControl(), "b": Value(2)}), "full", None)
@example((HIDDEN_CHECKLIST, {"a": Value("no"), "b": Value(("two",)), "c": Value(2)}), "full", None)
@examples(500)
def test_the_kernel_says_what_plain_loops_say(case, depth, family):
    definition, answers = case
    mine, theirs = kernel(definition, answers, depth, family), score_person(definition, answers, depth, family)
    assert all(close(mine[name], theirs[name]) for name in theirs), (mine, theirs)


@given(cases_with_an_item(rules=["weighted-mean"], thresholds=False), depths, families)
@examples(200)
def test_a_blank_scores_exactly_as_a_form_without_that_item(case, depth, family):
    definition, answers, item = case
    if item is None or len(definition.items) == 1:
        return
    blank = kernel(definition, {**answers, item.id: Skipped()}, depth, family)
    fewer = {name: answer for name, answer in answers.items() if name != item.id}
    left_out = kernel(without(definition, item), fewer, depth, family)
    for name in blank:
        assert (blank[name][0], *blank[name][4:]) == (left_out[name][0], *left_out[name][4:])


@given(cases_with_an_item(rules=["weighted-mean"]), depths, families)
@examples(200)
def test_what_does_not_apply_counts_exactly_as_if_it_were_not_in_the_form(case, depth, family):
    definition, answers, item = case
    if item is None or len(definition.items) == 1:
        return
    set_aside = kernel(definition, {**answers, item.id: NotApplicable()}, depth, family)
    fewer = {name: answer for name, answer in answers.items() if name != item.id}
    truth = what_counts(definition, answers, depth, family)[item.id]
    if item.show_if is None or truth is None or not isinstance(truth, Skipped):
        assert set_aside == kernel(without(definition, item), fewer, depth, family)


@given(cases_with_an_item(rules=["weighted-mean"]), depths, families)
@examples(200)
def test_a_blank_never_narrows_what_is_possible(case, depth, family):
    definition, answers, item = case
    if item is None or isinstance(answers[item.id], NotApplicable):
        return
    before, after = (kernel(definition, sheet, depth, family) for sheet in (answers, {**answers, item.id: Skipped()}))
    for was, now in zip(before.values(), after.values(), strict=True):
        assert now[2] is None or (now[2] <= was[2] and now[3] >= was[3])


@given(cases(rules=["rule-table"], conditional=False, states=False), st.data())
@examples(200)
def test_a_blank_never_narrows_what_a_rule_table_leaves_possible(case, data):
    definition, answers = case
    item = data.draw(st.sampled_from(definition.items))
    if isinstance(answers[item.id], NotApplicable):
        return
    before, after = kernel(definition, answers), kernel(definition, {**answers, item.id: Skipped()})
    for was, now in zip(before.values(), after.values(), strict=True):
        assert now[2] is None or (now[2] <= was[2] and now[3] >= was[3])


@given(cases(), depths, families)
@examples(300)
def test_a_score_lies_between_its_bounds_and_all_on_the_scale(case, depth, family):
    definition, answers = case
    for score_, completeness, lower, upper, stage, blocked in kernel(definition, answers, depth, family).values():
        if completeness is not None:
            assert 0 <= lower <= upper <= 4
            assert 0 <= completeness <= 1
        if score_ is not None:
            assert lower <= score_ <= upper
            assert 0 <= stage <= 4
            assert bool(blocked) == (stage < 4)


@given(cases_with_an_item(rules=["weighted-mean"]), st.data(), depths, families)
@examples(200)
def test_a_better_answer_never_lowers_score_bounds_or_stage(case, data, depth, family):
    definition, answers, item = case
    if item is None:
        return
    two = [data.draw(values_of(item)) for _ in range(2)]
    worse, better = sorted(two, key=lambda answer: position(item, answer.value))
    low, high = (kernel(definition, {**answers, item.id: answer}, depth, family) for answer in (worse, better))
    for place in (0, 2, 3, 4):
        for was, now in zip(numbers(low, place), numbers(high, place), strict=True):
            assert was is now is None or was <= now


@given(cases(), st.randoms(use_true_random=False))
@examples(50)
def test_the_order_of_answering_does_not_matter(case, chance):
    definition, answers = case
    names = list(answers)
    chance.shuffle(names)
    assert kernel(definition, {name: answers[name] for name in names}) == kernel(definition, answers)


@given(cases(), st.data(), depths, families)
@examples(200)
def test_a_hidden_answer_never_counts(case, data, depth, family):
    definition, answers = case
    layout = lay_out(definition)
    sheet = AnswerSheet()
    for name, answer in answers.items():
        sheet = sheet.record(name, answer)
    visible = shown(layout, layout.encode([sheet], depth, [family]))[0]
    hidden = [item for item, yes in zip(definition.items, visible, strict=True) if not yes]
    changed = {**answers, **{item.id: data.draw(values_of(item)) for item in hidden}}
    assert kernel(definition, changed, depth, family) == kernel(definition, answers, depth, family)


@pytest.mark.parametrize("seed", [1, 2])
def test_one_person_alone_scores_bit_for_bit_as_among_twenty_thousand(seed):
    definition = parsed(shipped("project.json"))
    weights = random.Random(seed)
    items = tuple(
        replace(item, scores={name: weights.choice([0.1, 0.3, 1, 2.5]) for name in item.scores})
        if item.scores
        else item
        for item in definition.items
    )
    layout = lay_out(replace(definition, sections=(Section(id="all", title="All", items=items),)))
    chance = np.random.default_rng(seed)
    codes = chance.choice(np.array([0, 1, 2, 3, 4, 252, 253, 254, 255], dtype=np.uint8), (20_000, layout.width))
    many = Answers(
        codes=np.asfortranarray(codes),
        short=chance.random(20_000) < 0.3,
        family=chance.integers(-1, len(layout.families) + 1, 20_000),
    )
    together = score(layout, many)
    for row in (0, 1, 8191, 8192, 16_383, 19_999, *chance.integers(0, 20_000, 60)):
        alone = score(layout, many.rows(slice(int(row), int(row) + 1)))
        for figure in ("score", "completeness", "lower", "upper", "stage", "steps"):
            assert getattr(alone, figure).tobytes() == getattr(together, figure)[[row]].tobytes()


def test_a_person_assessed_alone_gets_the_numbers_of_their_row():
    definition = small(
        [
            {"id": "knows", "kind": "choice", "options": [{"value": "yes"}, {"value": "no"}]},
            {"id": "listens", "scores": {"trust": 1}, "show_if": {"item": "knows", "is": "yes"}},
            {"id": "explains", "scores": {"trust": 3}, "reverse": True},
        ]
    )
    answers = {"knows": Value("yes"), "listens": Value(4), "explains": Value(3)}
    sheet = AnswerSheet()
    for name, answer in answers.items():
        sheet = sheet.record(name, answer)
    [result] = assess(definition, sheet, Asking(), NOTHING_SHARED).dimensions
    [row] = kernel(definition, answers, among=100).values()
    assert (result.score, result.completeness, result.lower, result.upper, result.stage) == row[:5]
    assert [item.id for item in result.blocked_by] == row[5]


def test_an_assessment_says_what_each_item_brought_and_why():
    definition = small(
        [
            {"id": "knows", "core": True, "kind": "choice", "options": [{"value": "yes"}, {"value": "no"}]},
            {"id": "a", "core": True, "scores": {"trust": 1}, "show_if": {"item": "knows", "is": "yes"}},
            {"id": "b", "core": True, "scores": {"trust": 1}, "show_if": {"item": "knows", "is": "no"}},
            {"id": "c", "core": True, "scores": {"trust": 1}, "reverse": True},
            {"id": "d", "core": True, "scores": {"trust": 1}},
            {"id": "e", "scores": {"trust": 1}},
        ]
    )
    sheet = AnswerSheet().record("knows", Value("yes")).record("c", Value(1)).record("d", NotApplicable("not here"))
    told = assess(definition, sheet, Asking(depth="short"), NOTHING_SHARED)
    trace = {part.item.id: (part.state, part.worth, part.blocks) for part in told.result("trust").trace}
    assert trace == {
        "a": ("skipped", None, False),
        "b": ("not_asked", None, False),
        "c": ("value", 3.0, True),
        "d": ("not_applicable", None, False),
        "e": ("not_asked", None, False),
    }
    assert told.result("trust").asked == 2
    assert [part.item.id for part in told.result("trust").counted] == ["c"]
    unknown = assess(definition, AnswerSheet().record("c", Value(1)), Asking(), NOTHING_SHARED)
    assert [part.state for part in unknown.result("trust").trace] == ["hidden", "hidden", "value", "skipped", "skipped"]
    with pytest.raises(KeyError):
        told.result("power")


def test_an_item_that_does_not_apply_leaves_the_score_alone():
    two = questionnaire("""
        |          | trust |
        | listens  |   1   |
        | explains |   3   |
    """)
    assert kernel(two, {"listens": Value(4), "explains": NotApplicable("no public yet")})["trust"][0] == 4.0


def test_nobody_at_all_can_be_scored():
    two = questionnaire("""
        |         | trust |
        | listens |   1   |
    """)
    layout = lay_out(two)
    assert score(layout, layout.encode([], "full", [])).score.shape == (0, 1)


@given(cases(), st.integers(2, 5))
@examples(50)
def test_a_room_scores_each_person_as_they_score_alone(case, size):
    definition, answers = case
    assert kernel(definition, answers, among=size) == kernel(definition, answers)


def test_every_rule_is_tried_above():
    assert set(SCORING_RULES) == {"weighted-mean", "rule-table"}


def test_a_row_of_many_reads_like_the_helper_says():
    two = questionnaire("""
        |         | trust | power |
        | listens |   1   |   2   |
        | asks    |  -1   |       |
    """)
    layout = lay_out(two)
    sheet = AnswerSheet().record("listens", Value(3)).record("asks", Value(0))
    scores = score(layout, layout.encode([sheet], "full", [None]))
    assert results(scores, 0) == {
        "trust": (3.5, 1.0, 3.5, 3.5, 3, ["listens"]),
        "power": (3.0, 1.0, 3.0, 3.0, 3, ["listens"]),
    }

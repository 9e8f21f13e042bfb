"""What is asked now, what is left, and what a change of mind did."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import ROLES, questionnaires, sheets_for, small
from support.examples import examples

from models.answers import AnswerSheet, Value
from models.assessment import assess
from models.catalogues import Catalogues, Factors
from models.layout import lay_out
from models.progress import Asking, change, progress, shown_items
from models.silences import DontKnow, Skipped

NO_CATALOGUES = Catalogues(
    roles=ROLES, factors=Factors(categories={}, factors=(), sources={}), placements={}, practice={}
)


@pytest.fixture
def layout():
    definition = small(
        [
            {"id": "knows", "core": True, "kind": "choice", "options": [{"value": "yes"}, {"value": "no"}]},
            {"id": "how", "core": True, "scores": {"trust": 1}, "show_if": {"item": "knows", "is": "yes"}},
            {"id": "why", "scores": {"trust": 1}, "show_if": {"item": "how", "at_least": 3}},
            {"id": "staff", "scores": {"trust": 1}, "asked_of": ["staff"]},
        ]
    )
    return lay_out(definition)


@pytest.fixture
def chain():
    return lay_out(
        small(
            [
                {"id": "plan", "core": True, "asked_of": ["staff"]},
                {"id": "far", "core": True, "scores": {"trust": 1}, "show_if": {"item": "plan", "at_least": 1}},
                {"id": "further", "core": True, "scores": {"trust": 1}, "show_if": {"item": "far", "at_least": 1}},
                {"id": "asked", "core": True, "scores": {"trust": 1}},
            ]
        )
    )


def ids(items):
    return [item.id for item in items]


def test_only_what_a_true_condition_shows_is_asked(layout):
    sheet = AnswerSheet()
    assert ids(shown_items(layout, sheet, Asking())) == ["knows", "staff"]
    sheet = sheet.record("knows", Value("yes")).record("how", Value(3))
    assert ids(shown_items(layout, sheet, Asking())) == ["knows", "how", "why", "staff"]
    assert ids(shown_items(layout, sheet, Asking(depth="short"))) == ["knows", "how"]
    assert ids(shown_items(layout, sheet, Asking(family="citizens"))) == ["knows", "how", "why"]


def test_an_answer_nobody_knows_shows_nothing_behind_it(layout):
    assert ids(shown_items(layout, AnswerSheet().record("knows", DontKnow()), Asking())) == ["knows", "staff"]


def test_an_item_passed_over_is_dealt_with(layout):
    sheet = AnswerSheet().record("knows", Value("yes")).record("how", Skipped())
    now = progress(layout, sheet, Asking())
    assert (now.shown, now.done, ids(now.open), now.first_open) == (3, 2, ["staff"], 0)


def test_minutes_left_shrink_with_what_is_open(layout):
    sheet = AnswerSheet()
    left = [progress(layout, sheet, Asking()).minutes_left]
    for item, value in (("knows", "no"), ("staff", 2)):
        sheet = sheet.record(item, Value(value))
        left.append(progress(layout, sheet, Asking()).minutes_left)
    assert left == [2, 1, 0]


def test_hidden_answers_are_kept_and_named(layout):
    sheet = AnswerSheet().record("knows", Value("yes")).record("how", Value(4)).record("why", Value(1))
    assert ids(progress(layout, sheet.record("knows", Value("no")), Asking()).kept) == ["how", "why"]
    assert progress(layout, AnswerSheet().record("knows", Value("no")), Asking()).kept == ()


def test_a_change_of_mind_says_what_it_hid_brought_back_and_opened(layout):
    yes = AnswerSheet().record("knows", Value("yes")).record("how", Value(4))
    no = yes.record("knows", Value("no"))
    hid = change(layout, yes, no, Asking())
    back = change(layout, no, yes, Asking())
    assert (ids(hid.hidden), ids(hid.brought_back), ids(hid.opened)) == (["how"], [], [])
    assert (ids(back.hidden), ids(back.brought_back), ids(back.opened)) == ([], ["how"], ["why"])
    assert hid
    assert not change(layout, yes, yes.record("how", Value(3)), Asking())


def test_a_second_round_asks_only_what_was_picked_and_is_still_asked(layout):
    again = Asking(only=frozenset({"how", "staff", "why"}))
    sheet = AnswerSheet().record("knows", Value("yes")).record("how", Value(1))
    assert ids(shown_items(layout, sheet, again)) == ["how", "staff"]
    assert ids(shown_items(layout, sheet, Asking(depth="short", only=again.only))) == ["how"]
    assert shown_items(layout, sheet, Asking(only=frozenset())) == ()

    now = progress(layout, sheet, again)
    assert (now.shown, now.done, ids(now.open)) == (2, 1, ["staff"])


def test_answers_to_what_is_not_asked_again_are_not_called_hidden(layout):
    sheet = AnswerSheet().record("knows", Value("no")).record("how", Value(4)).record("why", Value(1))
    assert ids(progress(layout, sheet, Asking(only=frozenset({"knows", "why"}))).kept) == ["why"]
    assert progress(layout, sheet, Asking(only=frozenset({"knows"}))).kept == ()


def test_a_second_round_takes_its_share_of_the_time(layout):
    sheet = AnswerSheet().record("knows", Value("yes"))
    asked = [progress(layout, sheet, Asking(only=only)) for only in (None, frozenset({"staff"}), frozenset())]
    assert [(one.shown, one.minutes_left) for one in asked] == [(3, 2), (1, 1), (0, 0)]


def test_a_change_of_mind_says_nothing_of_what_is_not_asked_again(layout):
    yes = AnswerSheet().record("knows", Value("yes")).record("how", Value(4))
    hid = change(layout, yes, yes.record("knows", Value("no")), Asking(only=frozenset({"knows"})))
    assert not hid


def test_a_form_with_nothing_to_show_is_done():
    layout = lay_out(small([{"id": "staff", "asked_of": ["staff"], "scores": {"trust": 1}}]))
    nothing = progress(layout, AnswerSheet(), Asking(family="citizens"))
    assert (nothing.shown, nothing.minutes_left, nothing.first_open, nothing.sections) == (0, 0, 0, ())


@given(questionnaires(), st.data())
@examples(60)
def test_asked_done_and_open_always_add_up(definition, data):
    layout = lay_out(definition)
    sheet = AnswerSheet()
    for item, answer in data.draw(sheets_for(definition)).items():
        if data.draw(st.booleans()):
            sheet = sheet.record(item, answer)
    now = progress(layout, sheet, Asking())
    picked = data.draw(st.frozensets(st.sampled_from([item.id for item in definition.items])))
    again = progress(layout, sheet, Asking(only=picked))
    assert ids(item for one in again.sections for item in one.shown) == [
        item.id for one in now.sections for item in one.shown if item.id in picked
    ]
    assert again.minutes_left <= now.minutes_left
    assert now.shown == now.done + len(now.open)
    assert {item.id for item in now.kept}.isdisjoint(ids(shown_items(layout, sheet, Asking())))
    assert (now.minutes_left == 0) == (not now.open)


@pytest.mark.parametrize("depth", ["short", "full"])
def test_a_person_who_dealt_with_all_they_are_asked_leaves_nothing_out(chain, depth):
    sheet, asking = AnswerSheet().record("asked", Value(4)), Asking(depth=depth, family="citizens")
    now = progress(chain, sheet, asking)
    [trust] = assess(chain.questionnaire, sheet, asking, NO_CATALOGUES).dimensions
    assert (now.done, now.shown) == (1, 1)
    assert (trust.asked, trust.completeness, trust.score, trust.lower) == (1, 1.0, 4.0, 4.0)
    assert [part.state for part in trust.trace] == ["not_asked", "not_asked", "value"]


def test_a_person_who_skipped_what_they_are_asked_leaves_out_what_waits_for_it(chain):
    sheet = AnswerSheet().record("asked", Value(4))
    [trust] = assess(chain.questionnaire, sheet, Asking(family="staff"), NO_CATALOGUES).dimensions
    assert (trust.asked, trust.completeness, trust.score) == (3, 1 / 3, None)

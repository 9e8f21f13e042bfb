"""What is asked now, what is left, and what a change of mind did."""

import pytest
from builders import questionnaires, sheets_for, small
from hypothesis import given, settings
from hypothesis import strategies as st

from models.answers import AnswerSheet, DontKnow, Skipped, Value
from models.layout import lay_out
from models.progress import Asking, change, progress, shown_items


@pytest.fixture
def form():
    definition = small(
        [
            {"id": "knows", "core": True, "kind": "choice", "options": [{"value": "yes"}, {"value": "no"}]},
            {"id": "how", "core": True, "scores": {"trust": 1}, "show_if": {"item": "knows", "is": "yes"}},
            {"id": "why", "scores": {"trust": 1}, "show_if": {"item": "how", "at_least": 3}},
            {"id": "staff", "scores": {"trust": 1}, "asked_of": ["staff"]},
        ]
    )
    return lay_out(definition)


def ids(items):
    return [item.id for item in items]


def test_only_what_a_true_condition_shows_is_asked(form):
    sheet = AnswerSheet()
    assert ids(shown_items(form, sheet, Asking())) == ["knows", "staff"]
    sheet = sheet.record("knows", Value("yes")).record("how", Value(3))
    assert ids(shown_items(form, sheet, Asking())) == ["knows", "how", "why", "staff"]
    assert ids(shown_items(form, sheet, Asking(depth="short"))) == ["knows", "how"]
    assert ids(shown_items(form, sheet, Asking(family="citizens"))) == ["knows", "how", "why"]


def test_an_answer_nobody_knows_shows_nothing_behind_it(form):
    assert ids(shown_items(form, AnswerSheet().record("knows", DontKnow()), Asking())) == ["knows", "staff"]


def test_an_item_passed_over_is_dealt_with(form):
    sheet = AnswerSheet().record("knows", Value("yes")).record("how", Skipped())
    now = progress(form, sheet, Asking())
    assert (now.shown, now.done, ids(now.open), now.first_open) == (3, 2, ["staff"], 0)


def test_minutes_left_shrink_with_what_is_open(form):
    sheet = AnswerSheet()
    left = [progress(form, sheet, Asking()).minutes_left]
    for item, value in (("knows", "no"), ("staff", 2)):
        sheet = sheet.record(item, Value(value))
        left.append(progress(form, sheet, Asking()).minutes_left)
    assert left == [2, 1, 0]


def test_hidden_answers_are_kept_and_named(form):
    sheet = AnswerSheet().record("knows", Value("yes")).record("how", Value(4)).record("why", Value(1))
    assert ids(progress(form, sheet.record("knows", Value("no")), Asking()).kept) == ["how", "why"]
    assert progress(form, AnswerSheet().record("knows", Value("no")), Asking()).kept == ()


def test_a_change_of_mind_says_what_it_hid_brought_back_and_opened(form):
    yes = AnswerSheet().record("knows", Value("yes")).record("how", Value(4))
    no = yes.record("knows", Value("no"))
    hid = change(form, yes, no, Asking())
    back = change(form, no, yes, Asking())
    assert (ids(hid.hidden), ids(hid.brought_back), ids(hid.opened)) == (["how"], [], [])
    assert (ids(back.hidden), ids(back.brought_back), ids(back.opened)) == ([], ["how"], ["why"])
    assert hid
    assert not change(form, yes, yes.record("how", Value(3)), Asking())


def test_a_second_round_asks_only_what_was_picked_and_is_still_asked(form):
    again = Asking(only=frozenset({"how", "staff", "why"}))
    sheet = AnswerSheet().record("knows", Value("yes")).record("how", Value(1))
    assert ids(shown_items(form, sheet, again)) == ["how", "staff"]
    assert ids(shown_items(form, sheet, Asking(depth="short", only=again.only))) == ["how"]
    assert shown_items(form, sheet, Asking(only=frozenset())) == ()

    now = progress(form, sheet, again)
    assert (now.shown, now.done, ids(now.open)) == (2, 1, ["staff"])


def test_answers_to_what_is_not_asked_again_are_not_called_hidden(form):
    sheet = AnswerSheet().record("knows", Value("no")).record("how", Value(4)).record("why", Value(1))
    assert ids(progress(form, sheet, Asking(only=frozenset({"knows", "why"}))).kept) == ["why"]
    assert progress(form, sheet, Asking(only=frozenset({"knows"}))).kept == ()


def test_a_second_round_takes_its_share_of_the_time(form):
    sheet = AnswerSheet().record("knows", Value("yes"))
    asked = [progress(form, sheet, Asking(only=only)) for only in (None, frozenset({"staff"}), frozenset())]
    assert [(one.shown, one.minutes_left) for one in asked] == [(3, 2), (1, 1), (0, 0)]


def test_a_change_of_mind_says_nothing_of_what_is_not_asked_again(form):
    yes = AnswerSheet().record("knows", Value("yes")).record("how", Value(4))
    hid = change(form, yes, yes.record("knows", Value("no")), Asking(only=frozenset({"knows"})))
    assert not hid


def test_a_form_with_nothing_to_show_is_done():
    form = lay_out(small([{"id": "staff", "asked_of": ["staff"], "scores": {"trust": 1}}]))
    nothing = progress(form, AnswerSheet(), Asking(family="citizens"))
    assert (nothing.shown, nothing.minutes_left, nothing.first_open, nothing.sections) == (0, 0, 0, ())


@given(questionnaires(), st.data())
@settings(max_examples=60, deadline=None)
def test_asked_done_and_open_always_add_up(definition, data):
    form = lay_out(definition)
    sheet = AnswerSheet()
    for item, answer in data.draw(sheets_for(definition)).items():
        if data.draw(st.booleans()):
            sheet = sheet.record(item, answer)
    now = progress(form, sheet, Asking())
    picked = data.draw(st.frozensets(st.sampled_from([item.id for item in definition.items])))
    again = progress(form, sheet, Asking(only=picked))
    assert ids(item for one in again.sections for item in one.shown) == [
        item.id for one in now.sections for item in one.shown if item.id in picked
    ]
    assert again.minutes_left <= now.minutes_left
    assert now.shown == now.done + len(now.open)
    assert {item.id for item in now.kept}.isdisjoint(ids(shown_items(form, sheet, Asking())))
    assert (now.minutes_left == 0) == (not now.open)

"""A second round: what of it counts, so that nobody stands alone in the difference of the two."""

import pytest
from support.builders import sheet_of, small
from support.revealed_rooms import NONE_KNOWN

from cosmos_app.content.catalogue import catalogues
from models.answers import AnswerSheet, Response, Value
from models.layout import lay_out
from models.reveal import reveal
from models.rounds import overlaid, second_round
from models.silences import DontKnow, Skipped
from models.smallest_group import threshold


def form_of(*items, rule="weighted-mean", **more):
    return lay_out(small(list(items), scoring={"rule": rule, **more}), maps=catalogues().placements)


def one_person(layout, first, anew):
    """What counts of one person's two rounds, by item; what is missing is left out."""
    [second] = second_round(layout, [sheet_of(first)], [sheet_of(anew)], [None], "full")
    return {item: one.answer.value for item, one in second.responses.items() if isinstance(one.answer, Value)}


RATINGS = [{"id": name, "scores": {"trust": 1}} for name in ("a", "b")]
BRANCH = {"id": "which", "kind": "choice", "options": [{"value": value} for value in "xyz"]}


def test_round_two_lies_over_round_one():
    first = sheet_of({"a": 1, "b": 2, "c": "DK"}).record("d", Skipped())
    second = AnswerSheet().record("a", Response(answer=Value(4), why="I saw it.")).record("c", Skipped())
    second = second.record("d", DontKnow()).record("e", Skipped())
    both = overlaid(first, second)

    assert (both.answer("a"), both.response("a").why) == (Value(4), "I saw it.")
    assert (both.answer("b"), both.answer("c"), both.answer("d")) == (Value(2), DontKnow(), DontKnow())
    assert not both.is_open("e")
    assert overlaid(first, AnswerSheet()) == first


@pytest.mark.parametrize("first", ["DK", "OUT", "NA", ""])
def test_a_value_counts_only_where_there_was_one(first):
    layout = form_of(*RATINGS)

    assert one_person(layout, {"a": first, "b": 1}, {"a": 4, "b": 3}) == {"b": 3}
    assert one_person(layout, {"a": 2, "b": 1}, {"a": first, "b": 3}) == {"a": 2, "b": 3}


def test_of_two_ways_to_have_no_value_only_those_alike_for_the_score_take_each_others_place():
    [one, other] = second_round(
        form_of(*RATINGS),
        [sheet_of({"a": "DK"}), sheet_of({"a": "DK"})],
        [sheet_of({"a": "OUT"}), sheet_of({"a": "NA"})],
        [None, None],
        "full",
    )
    assert (one, other) == (sheet_of({"a": "OUT"}), sheet_of({"a": "DK"}))


def test_an_answer_that_would_close_another_question_stays_as_it_was():
    layout = form_of(BRANCH, {**RATINGS[0], "show_if": {"item": "which", "is_one_of": ["x", "y"]}})

    assert one_person(layout, {"which": "x", "a": 4}, {"which": "z"}) == {"which": "x", "a": 4}
    assert one_person(layout, {"which": "x", "a": 4}, {"which": "y"}) == {"which": "y", "a": 4}


def test_whether_a_new_answer_counts_does_not_depend_on_other_answers_that_may_be_hidden():
    """b is asked of those who said x, or 1 or more to a; whether "which" may change must not tell of a."""
    either = {"any": [{"item": "which", "is": "x"}, {"item": "a", "at_least": 1}]}
    layout = form_of(BRANCH, RATINGS[0], {**RATINGS[1], "show_if": either})

    for a in (0, 1, 4, "DK"):
        both = {"which": "x", "b": 2} | ({} if a == "DK" else {"a": a})
        assert one_person(layout, {"which": "x", "a": a, "b": 2}, {"which": "y"}) == both
        assert one_person(layout, {"which": "y", "a": a, "b": 2}, {"which": "z"}) == both | {"which": "z"}


def test_an_answer_that_would_close_a_question_that_does_not_apply_stays_as_it_was():
    layout = form_of(BRANCH, {**RATINGS[0], "show_if": {"item": "which", "is": "x"}}, RATINGS[1])

    assert one_person(layout, {"which": "x", "a": "NA", "b": 1}, {"which": "y", "b": 3}) == {"which": "x", "b": 3}


def test_new_answers_are_taken_one_after_the_other_as_authored():
    layout = form_of(BRANCH, {**RATINGS[0], "show_if": {"item": "which", "is": "x"}}, RATINGS[1])

    assert one_person(layout, {"which": "x", "a": 1, "b": 2}, {"b": 4, "a": 3, "which": "y"}) == {
        "which": "x",
        "a": 3,
        "b": 4,
    }


def test_an_answer_that_takes_ones_own_score_away_counts_as_scores_are_no_table():
    """By the table, 4 settles the score whatever b is; below that b decides, and is missing. No group is told of it."""
    rows = [
        {"when": {"item": "a", "at_least": 4}, "score": 4},
        {"when": {"item": "b", "at_least": 2}, "score": 2},
        {"score": 0},
    ]
    layout = form_of(*RATINGS, rule="rule-table", tables={"trust": rows})

    assert one_person(layout, {"a": 4, "b": "DK"}, {"a": 1}) == {"a": 1}
    assert one_person(layout, {"a": 4, "b": 1}, {"a": 1}) == {"a": 1, "b": 1}

    first, anew = [sheet_of({"a": 4, "b": "DK"})] * 12, [sheet_of({"a": 1})] * 3 + [sheet_of({})] * 9
    for sheets in (first, second_round(layout, first, anew, [None] * 12, "full")):
        told = reveal(layout, sheets, [None] * 12, threshold(3), depth="full", catalogue=NONE_KNOWN)
        assert (told.whole.items["a"].n, told.whole.dimensions["trust"]) == (12, None)


def test_an_answer_that_would_take_someone_off_a_map_stays_as_it_was():
    def place(name, axis, *values):
        options = [{"value": value} for value in (*values, "elsewhere")]
        places = {"cosie-2021": {"axis": axis, "at": "now"}}
        return {"id": name, "kind": "choice", "places": places, "options": options}

    planning = place("planning.now", "planning", "professionals", "together", "people")
    tasks = place("tasks.now", "delivery", "professionals", "shared-people", "people")
    layout = lay_out(small([planning, tasks], placements=["cosie-2021"]), maps=catalogues().placements)
    both = {"planning.now": "together", "tasks.now": "shared-people"}

    assert one_person(layout, both, {"tasks.now": "elsewhere"}) == both
    assert one_person(layout, both, {"tasks.now": "people"}) == both | {"tasks.now": "people"}

    # Nor does another item about the same axis make up for it, as that one may be hidden.
    again = {**planning, "id": "again", "ask": "Once more?"}
    layout = lay_out(small([planning, again, tasks], placements=["cosie-2021"]), maps=catalogues().placements)
    both |= {"again": "together"}
    assert one_person(layout, both, {"planning.now": "elsewhere"}) == both
    assert one_person(layout, both, {"planning.now": "people"}) == both | {"planning.now": "people"}

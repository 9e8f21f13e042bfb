"""The law in one room: whatever is asked of whom and however often, no tables together tell of fewer than k people."""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import factors, sheet_of, small
from support.rank import few_isolated

from models.asked import asked_codes
from models.change import change
from models.layout import DONT_KNOW, NOT_ASKED, OUTSIDE, SKIPPED, lay_out
from models.reveal import reveal
from models.rounds import overlaid, second_round
from models.scoring import score
from models.side_by_side import between
from models.smallest_group import threshold
from models.wave import wave_of

NONE_KNOWN = factors([{"id": "none"}])
FAMILIES = ("a", "b", "c", "d", None)
BRANCHING = lay_out(
    small(
        [
            {"id": "q0", "kind": "choice", "options": [{"value": "x"}, {"value": "y"}]},
            {"id": "q1", "scores": {"trust": 1}, "show_if": {"item": "q0", "is": "x"}},
            {"id": "q2", "scores": {"trust": 1}, "asked_of": ["a", "b"]},
            {"id": "q3", "scores": {"trust": 1, "power": 1}, "asked_of": ["a"]},
            {"id": "q4", "scores": {"trust": 1, "power": 1}},
            {"id": "q5", "scores": {"power": 1}, "show_if": {"item": "q2", "at_least": 2}},
        ],
        dimensions=[{"id": name, "min_answered": 0.5} for name in ("trust", "power")],
    )
)
"""A questionnaire in which whom a question is asked depends on families and on answers."""

SAYS = (*range(5), *range(5), *range(5), "DK", "NA", "OUT", "")


@st.composite
def rooms(draw, says=SAYS):
    """Families of a room, and what everyone said first and chose anew, by a seed: so many answers are quickly drawn."""
    chance = Random(draw(st.integers(0, 2**32)))
    families = [name for name in FAMILIES for _ in range(chance.choice((0, 1, 2, 3, 4, 6)))]
    items = [item.id for item in BRANCHING.questionnaire.items]

    def said(share):
        given = {name: chance.choice(("x", "y", "DK") if name == "q0" else says) for name in items}
        return sheet_of({name: one for name, one in given.items() if chance.random() < share})

    first, anew = [said(1) for _ in families], [said(0.4) for _ in families]
    return families, first, anew, threshold(draw(st.integers(3, 5)))


def told_of(room, sheets):
    families, _, _, k = room
    return reveal(BRANCHING, sheets, families, k, depth="full", catalogue=NONE_KNOWN)


def groups(told, families):
    """Every group shown, and who is in it."""
    of = np.array(families, dtype=object)
    shown = [(told.whole, np.ones(len(families), dtype=bool))]
    return shown + [(group, of == name) for name, group in told.families.items() if group]


def rows_by_person(tables, k):
    """Whom tables tell apart, if fewer than k; each table by who is in it."""
    kinds, sizes = np.unique(np.array(tables), axis=1, return_counts=True)
    return few_isolated(kinds.astype(np.int64)[:, :, None], sizes.tolist(), k)


def stands(sheets, families):
    """Of each person and item: whether it has a value, is missing, does not apply or is not asked; and who has a score.

    Written down from the definition of these states, so that a mistake in how they are kept alike is found.
    """
    answers = BRANCHING.encode(sheets, "full", families)
    codes = asked_codes(BRANCHING, answers)[:, [column.first for column in BRANCHING.columns]].astype(int)
    missing = np.isin(codes, (OUTSIDE, DONT_KNOW, SKIPPED))
    states = np.where(codes < NOT_ASKED, "value", np.where(missing, "missing", codes.astype(str)))
    return states.tolist(), np.isnan(score(BRANCHING, answers).score).tolist()


@given(rooms())
def test_in_round_two_everyone_stands_where_they_stood(room):
    families, first, anew, _ = room
    second = second_round(BRANCHING, first, anew, families, "full")

    assert stands(second, families) == stands(first, families)
    for one, new, kept in zip(first, anew, second, strict=True):
        laid = overlaid(one, new)
        assert all(kept.response(name) in (one.response(name), laid.response(name)) for name in laid.responses)


@given(rooms(says=range(5)))
def test_where_everyone_gives_values_and_nothing_depends_on_them_every_new_one_counts(room):
    families, first, anew, _ = room
    free = lay_out(small([{"id": f"q{number}", "scores": {"trust": 1}} for number in range(1, 5)]))
    second = second_round(free, first, anew, families, "full")

    assert second == tuple(map(overlaid, first, anew))


def item_tables(told, answers, families):
    """Of each item, who is in each of its tables, for every group that sees it; as many as the table says."""
    codes, tables = asked_codes(BRANCHING, answers), {}
    for group, inside in groups(told, families):
        for column in BRANCHING.columns:
            if summary := group.items[column.item.id]:
                tables.setdefault(column.item.id, []).append(inside & (codes[:, column.first] < NOT_ASKED))
                assert summary.n == tables[column.item.id][-1].sum()
    return tables


@given(rooms())
def test_no_two_rounds_together_isolate_fewer_than_k_people(room):
    families, first, anew, k = room
    rounds = [first, second_round(BRANCHING, first, anew, families, "full")]
    tables = {}
    for sheets in rounds:
        told = told_of(room, sheets)
        if not told.is_shown:
            return
        for name, several in item_tables(told, BRANCHING.encode(sheets, "full", families), families).items():
            tables.setdefault(name, []).extend(several)

    assert not [name for name, several in tables.items() if rows_by_person(several, k)]


@given(rooms())
def test_whomever_a_question_is_asked_of_its_tables_isolate_nobody(room):
    """A theme adds no table: it is worked out from those of its questions that its group is shown."""
    families, first, _, k = room
    told = told_of(room, first)
    if not told.is_shown:
        return
    tables = item_tables(told, BRANCHING.encode(first, "full", families), families)

    assert not [name for name, several in tables.items() if rows_by_person(several, k)]
    for group, _ in groups(told, families):
        for name, summary in group.dimensions.items():
            shown = [
                table for item, table in group.items.items() if table and name in BRANCHING.by_id[item].item.scores
            ]
            assert summary is None or (summary.items, summary.n) == (len(shown), min(table.n for table in shown))


@given(rooms())
def test_whom_a_question_is_asked_by_family_isolates_nobody_in_the_sums_of_all_items(room):
    """Everyone answers all they are asked, so that of one family all are alike, and few isolated are so by family."""
    families, _, _, k = room
    items = {item.id: place for place, item in enumerate(BRANCHING.questionnaire.items)}
    sheets = [sheet_of({name: "x" if name == "q0" else 3 for name in items}) for _ in families]
    told, answers = told_of(room, sheets), BRANCHING.encode(sheets, "full", families)
    if not told.is_shown:
        return
    kinds = [[place for place, name in enumerate(families) if name == one] for one in dict.fromkeys(families)]
    by_kind = []
    for name, several in item_tables(told, answers, families).items():
        for table in several:
            held = np.zeros((len(kinds), len(items)), dtype=np.int64)
            held[:, items[name]] = [table[kind[0]] for kind in kinds]
            by_kind.append(held)

    assert few_isolated(np.array(by_kind), [len(kind) for kind in kinds], k) is None


@given(rooms())
def test_a_question_asked_by_the_answers_to_another_is_told_only_to_those_who_are_told_the_other(room):
    told = told_of(room, room[1])
    for group, _ in groups(told, room[0]) if told.is_shown else ():
        for item, other in (("q1", "q0"), ("q5", "q2")):
            assert group.items[item] is None or group.items[other] is not None


STAFF_ONLY = lay_out(
    small(
        [
            {"id": "all", "scores": {"trust": 1}},
            {"id": "staff", "scores": {"trust": 1}, "asked_of": ["a"]},
        ]
    )
)


def told_of_families(**sizes):
    families = [name for name, size in sizes.items() for _ in range(size)]
    sheets = [sheet_of({"all": 1, "staff": 3 if name == "a" else ""}) for name in families]
    return reveal(STAFF_ONLY, sheets, families, threshold(3), depth="full", catalogue=NONE_KNOWN)


@pytest.mark.parametrize(
    ("sizes", "staff", "told_to", "because"),
    [
        ({"a": 3, "b": 3}, 3, {"a", "b", None}, "both families are many"),
        ({"a": 4, "b": 1}, 4, {None}, "four answered; one family alone would tell of the other"),
        ({"a": 1, "b": 4}, None, {None}, "one answered, so the room is told by the other question alone"),
        ({"a": 1, "b": 3, "c": 4}, None, {"c", None}, "one answered; the smallest other family hides with theirs"),
        ({"a": 3, "b": 1, "c": 4}, 3, {"c", None}, "three answered, and are many, though their family is hidden"),
        ({"a": 4, "b": 1, "c": 2}, 4, {"a", None}, "the two small families hide together"),
    ],
)
def test_an_item_that_asks_one_family_is_told_by_who_answered_it_and_the_theme_by_what_is_told(
    sizes, staff, told_to, because
):
    told = told_of_families(**sizes)
    groups_told = {name: group for name, group in {None: told.whole, **told.families}.items() if group}

    assert (table.n if (table := told.whole.items["staff"]) else None) == staff, because
    assert told.whole.items["all"].n == sum(sizes.values())
    assert set(groups_told) == told_to, because
    for name, group in groups_told.items():
        trust = group.dimensions["trust"]
        # Everyone says 1 to "all", and whoever is asked it 3 to "staff".
        shown = staff if name in (None, "a") else None
        asked = 2 if name in (None, "a") else 1
        assert (trust.items, trust.asked, trust.mean) == ((2, asked, 2.0) if shown else (1, asked, 1.0)), because


def test_where_all_agreed_an_item_is_told_whomever_it_asks():
    sheets = [sheet_of({"all": 1, "staff": 3})] * 4 + [sheet_of({"all": 1})]
    told = reveal(STAFF_ONLY, sheets, [*"aaaab"], threshold(3), depth="full", catalogue=NONE_KNOWN, consented=True)
    assert told.whole.items["staff"].n == 4


def test_a_question_that_a_room_hides_for_whom_it_asks_is_in_no_comparison_either():
    def wave(families):
        sheets = [sheet_of({"all": 1, "staff": 3 if name == "a" else ""}) for name in families]
        people = [f"person {number}" for number in range(len(families))]
        places = {"id": families, "site": "Harbour", "initiative": "Visits", "on": "2026-01-01"}
        return wave_of(STAFF_ONLY, sheets, **places, depth="full", k=threshold(3), people=people, families=[*families])

    few, many = wave("abbbb"), wave("aaabbb")
    found = [row.themes["trust"] for row in between([few, many]).rows]
    assert [(trust.n, trust.items, trust.asked, trust.mean) for trust in found] == [(5, 1, 2, 1.0), (3, 2, 2, 2.0)]

    [theme] = change(few, many).themes
    assert (theme.before.items, theme.after.items, theme.difference) == (1, 1, 0.0), "by what both of them show"

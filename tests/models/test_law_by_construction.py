"""All that is told of a group comes from its released tables: whatever they hide changes nothing, anywhere.

Rooms of every shipped questionnaire and form are drawn by a seed, with silences and latecomers' gaps; then something
hidden is changed, and everything told must stay the same.
"""

from dataclasses import fields, is_dataclass
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import small
from support.examples import examples

from cosmos_app.content.catalogue import catalogues, offered
from models.answers import AnswerSheet, Response, Value
from models.change import changes
from models.external_factors import candidates
from models.items import EXPERIENCES
from models.layout import Layout, lay_out
from models.reveal import group_profile, reveal
from models.rounds import second_round
from models.side_by_side import between
from models.silences import DontKnow, NotApplicable, OutsideOurControl, Skipped
from models.smallest_group import threshold
from models.wave import wave_of

QUESTIONNAIRES = ("project", "ecology", "platform", "maps", "demo", "branching")
EITHER = {"any": [{"item": "q0", "is": "x"}, {"item": "q1", "at_least": 1}]}
BRANCHING = small(
    [
        {"id": "q0", "core": True, "kind": "choice", "options": [{"value": "x"}, {"value": "y"}]},
        {"id": "q1", "core": True, "scores": {"trust": 1}, "outside": ["rules"]},
        {"id": "q2", "scores": {"trust": 1}, "show_if": EITHER},
        {"id": "q3", "core": True, "scores": {"trust": 1}, "show_if": {"not": {"item": "q1", "at_least": 3}}},
        {"id": "q4", "scores": {"trust": 2}, "reverse": True},
    ]
)
"""A questionnaire in which whom a question is asked depends on answers that may be hidden."""

SILENT = (DontKnow(), NotApplicable("not here"), OutsideOurControl("the law"), Skipped())


@cache
def layout_of(name):
    questionnaire = BRANCHING if name == "branching" else offered()[name].questionnaire
    known = catalogues()
    also = (condition for _, condition in candidates(known.factors, questionnaire))
    return lay_out(questionnaire, also=also, maps=known.placements)


def families():
    return [*(family.id for family in catalogues().roles.families), None]


def value_of(item, chance):
    """A value of an item; None of one that people write or count."""
    if item.kind == "checklist":
        return Value(
            tuple(choice.value for choice in item.choices if chance.random() < 0.4) or (item.choices[0].value,)
        )
    if item.kind == "experience":
        return Value(chance.choice(EXPERIENCES))
    return Value(chance.choice(item.choices).value) if item.choices else None


class ARoom:
    """A room drawn by a seed: some questions are ones that most people can't answer."""

    def __init__(self, seed):
        chance = Random(seed)
        self.name = chance.choice(QUESTIONNAIRES)
        self.layout = layout_of(self.name)
        self.depth = chance.choice(("short", "full"))
        self.k = threshold(chance.choice((3, 5)))
        size = chance.choice((5, 8, 9, 12, 20))
        self.families = [chance.choice(families()) for _ in range(size)]
        blanks = chance.uniform(0.05, 0.4)
        self.sheets = [self.answers(chance, blanks) for _ in range(size)]
        for item in self.layout.questionnaire.items:
            if chance.random() < 0.25:  # of these, few can know anything
                knows = set(chance.sample(range(size), chance.randrange(self.k)))
                self.sheets = [
                    sheet if number in knows else with_answer(sheet, item.id, DontKnow())
                    for number, sheet in enumerate(self.sheets)
                ]
        self.chance = chance

    def answers(self, chance, blanks):
        given = {}
        for item in self.layout.questionnaire.items:
            said = chance.choice(SILENT) if chance.random() < blanks else value_of(item, chance)
            if said is not None:
                given[item.id] = Response(answer=said)
        return AnswerSheet(given)

    def revealed(self, sheets, families=None):
        return reveal(
            self.layout, sheets, families or self.families, self.k, depth=self.depth, catalogue=catalogues().factors
        )

    def told(self, sheets, families=None):
        """Everything that is told of one round, in a form that can be compared."""
        revealed = self.revealed(sheets, families)
        return plain(revealed), plain(group_profile(revealed, AnswerSheet()))

    def wave(self, sheets, name, links=()):
        people = [f"{name} {number}" for number in range(len(sheets))]
        return wave_of(
            self.layout,
            sheets,
            id=name,
            site="Harbour",
            initiative="Visits",
            on="2026-01-01",
            name=name,
            depth=self.depth,
            k=self.k,
            people=people,
            families=self.families[: len(sheets)],
            same_as=links or (None,) * len(sheets),
        )

    def compared(self, sheets, later):
        """What is told of two workshops: side by side, and what changed, with everybody linked."""
        before = self.wave(sheets, "a")
        after = self.wave(later, "b", [f"a {number}" for number in range(len(later))])
        rows = [(row.n, plain(row.themes)) for row in between([before, after]).rows]
        return rows, [plain((change.themes, change.overlap)) for change in changes([before, after])]


def with_answer(sheet, item, answer):
    return AnswerSheet({**sheet.responses, item: Response(answer=answer)})


def plain(thing):
    """A result as text, without the layout that it was computed by, nor anything of single people."""
    if isinstance(thing, Layout):
        return ""
    if is_dataclass(thing):
        return {field.name: plain(getattr(thing, field.name)) for field in fields(thing)}
    if isinstance(thing, tuple | list):
        return [plain(one) for one in thing]
    if hasattr(thing, "items"):
        return {str(key): plain(value) for key, value in thing.items()}
    return repr(thing)


def hidden_items(revealed):
    return [name for name, table in revealed.whole.items.items() if table is None] if revealed.whole else []


def changed(room, sheets, items, seed):
    """The sheets with other values, or none, to some items by those who gave one."""
    chance, anew = Random(seed), list(sheets)
    for name in items:
        item = room.layout.by_id[name].item
        for number, sheet in enumerate(sheets):
            if isinstance(sheet.answer(name), Value) and item.choices:
                other = chance.choice(SILENT) if chance.random() < 0.3 else value_of(item, chance)
                anew[number] = with_answer(anew[number], name, other)
    return anew


seeds = st.integers(0, 2**32)


@examples(300)
@given(seeds)
def test_answers_to_hidden_questions_change_nothing_that_is_told(seed):
    room = ARoom(seed)
    before = room.revealed(room.sheets)
    hidden = hidden_items(before)
    anew = changed(room, room.sheets, hidden, seed)

    if hidden and hidden_items(room.revealed(anew)) == hidden:
        assert room.told(anew) == room.told(room.sheets)


@examples(60)
@given(seeds)
def test_nor_in_a_second_round_nor_in_any_comparison(seed):
    room = ARoom(seed)
    hidden = hidden_items(room.revealed(room.sheets))
    anew = changed(room, room.sheets, hidden, seed)
    if not hidden or hidden_items(room.revealed(anew)) != hidden:
        return
    chance = Random(seed)
    again = [room.answers(chance, 0.3) for _ in room.sheets]
    # What was chosen anew is the same on both sides, but for the questions that are hidden.
    for name in hidden:
        again = [AnswerSheet({item: one for item, one in sheet.responses.items() if item != name}) for sheet in again]
    rounds = [second_round(room.layout, sheets, again, room.families, room.depth) for sheets in (room.sheets, anew)]

    assert room.told(rounds[0]) == room.told(rounds[1])
    assert room.compared(room.sheets, room.sheets) == room.compared(anew, anew)
    assert room.compared(rounds[0], room.sheets) == room.compared(rounds[1], anew)


@examples(150)
@given(seeds)
def test_hidden_people_of_hidden_families_may_be_each_other(seed):
    room = ARoom(seed)
    revealed = room.revealed(room.sheets)
    hidden = [n for n, family in enumerate(room.families) if revealed.families.get(family) is None]
    free = not any(item.asked_of for item in room.layout.questionnaire.items)
    if revealed.whole and free and len(hidden) > 1:
        dealt = Random(seed).sample(hidden, len(hidden))
        sheets = list(room.sheets)
        for place, other in zip(hidden, dealt, strict=True):
            sheets[place] = room.sheets[other]

        assert room.told(sheets) == room.told(room.sheets)


@pytest.mark.parametrize("hundred", range(10))
def test_every_theme_told_can_be_computed_from_the_item_tables_alone(hundred):
    """In a thousand rooms: so no combination of what is told, linear or not, tells more than those tables do."""
    for seed in range(100 * hundred, 100 * hundred + 100):
        _expect_only_tables(ARoom(seed))


def _expect_only_tables(room):
    revealed = room.revealed(room.sheets)
    if revealed.whole is None:
        return
    questionnaire = room.layout.questionnaire
    for family, group in [("", revealed.whole), *revealed.families.items()]:
        if group is None:
            continue
        asked = [
            item
            for item in questionnaire.at_depth(room.depth)
            if not item.asked_of or asks(item, room.families if group is revealed.whole else [family])
        ]
        for dimension in questionnaire.dimensions:
            told = group.dimensions[dimension.id]
            by_hand = from_tables(dimension, asked, group.items)
            assert (told is None) == (by_hand is None)
            if told is not None:
                assert (told.n, told.mean, told.items, told.asked) == by_hand
                assert told.sd is None or all(table.n == group.n >= 10 for table in tables(dimension, asked, group))


def asks(item, several):
    return any(family is None or family in item.asked_of for family in several)


def tables(dimension, asked, group):
    return [group.items[item.id] for item in asked if item.scores.get(dimension.id, 0) > 0]


def from_tables(dimension, asked, told):
    """Fewest people, index, questions shown and asked, from the tables that are told; None for no index."""
    weighing = [item for item in asked if item.scores.get(dimension.id, 0) > 0]
    shown = [item for item in weighing if told[item.id] is not None]
    weights = {item.id: item.scores[dimension.id] for item in weighing}
    if not shown or sum(weights[item.id] for item in shown) < dimension.min_answered * sum(weights.values()) - 1e-9:
        return None
    total = sum(weights[item.id] * mean_worth(item, told[item.id].distribution) for item in shown)
    mean = total / sum(weights[item.id] for item in shown)
    return min(told[item.id].n for item in shown), int(mean * 10 + 0.5 + 1e-9) / 10, len(shown), len(weighing)


def mean_worth(item, distribution):
    scores = [choice.score for choice in item.choices]
    low, high = min(scores), max(scores)
    worth = {choice.value: 4 * (choice.score - low) / (high - low) for choice in item.choices}
    mean = sum(n * worth[value] for value, n in distribution.items()) / sum(distribution.values())
    return 4 - mean if item.reverse else mean

"""The three levels read as one family: complete, alike in form, asking nothing twice, and short enough."""

from itertools import combinations
from statistics import median

import numpy as np
import pytest
from support.builders import SHIPPED, sheet_of

from cosmos_app.content import catalogue
from cosmos_app.content.loader import read_questionnaire
from cosmos_app.workshop.practice import document_of, practice_offers
from models.assessment import assess
from models.definition import LEVELS
from models.lint.wording import LONGEST_STEM, LONGEST_WHY, OLDEST, readability, words_of
from models.progress import Asking

DIMENSIONS = {
    "project": "purpose strengths power inclusion roles reflection risk results",
    "ecology": "stakeholders brokers organisation governance resourcing stewardship spread public_value",
    "platform": "occasions hybrid data stories infrastructure sensemaking sustainability learning_loop",
}
WORDS_A_MINUTE, SECONDS_AN_ITEM, MOST_MINUTES = 180, 5, 10
"""How fast people read, how long they weigh an answer, and how long a short level may take."""


@pytest.fixture(scope="module")
def levels():
    return {name: read_questionnaire(SHIPPED / f"{name}.json") for name in LEVELS}


@pytest.fixture(params=LEVELS)
def level(request, levels):
    return levels[request.param]


def test_a_level_has_eight_dimensions_of_three_or_four_rubric_items_with_one_core_each(level):
    assert [dimension.id for dimension in level.dimensions] == DIMENSIONS[level.level].split()
    assert [section.id for section in level.sections] == [dimension.id for dimension in level.dimensions]
    assert 24 <= len(level.items) <= 30
    for dimension in level.dimensions:
        items = level.items_of(dimension.id)
        assert len(items) in (3, 4)
        assert [item.core for item in items].count(True) == 1
    for item in level.items:
        assert item.kind == "rubric"
        assert len(item.descriptors) == 5
        assert list(item.scores.values()) == [1]


def test_the_levels_share_their_stages(levels):
    assert len({tuple(point.label for point in one.scales["stage"].points) for one in levels.values()}) == 1


def test_no_scored_item_is_conditional(level):
    assert all(item.show_if is None for item in level.items)


def test_nobody_is_kept_from_what_the_short_form_asks(level):
    assert all(not item.asked_of for item in level.items if item.core)


def test_every_item_says_why_it_is_asked_and_where_it_comes_from(level):
    for item in level.items:
        assert item.why
        assert item.source
        assert len(words_of(item.ask)) <= LONGEST_STEM
        assert len(words_of(item.why)) <= LONGEST_WHY
    for dimension in level.dimensions:
        assert dimension.about
        assert dimension.source
        assert len(dimension.discuss) == 3


def test_most_items_are_put_differently_to_people_who_live_with_the_service(level):
    assert sum("lives-with-the-service" in item.ask_as for item in level.items) >= 20


def test_texts_around_the_items_are_readable_too(level):
    for dimension in level.dimensions:
        assert readability([dimension.about, *dimension.discuss]) + 5 <= OLDEST


def _gist(item):
    """The words of a question that tell it from others."""
    return {word.strip(".,?!:;“”").casefold() for text in (item.ask, *item.descriptors) for word in text.split()}


def test_no_question_is_asked_twice(levels):
    items = [item for one in levels.values() for item in one.items]
    assert len({item.id for item in items}) == len({item.ask for item in items}) == len(items)
    for one, other in combinations(items, 2):
        common, every = _gist(one) & _gist(other), _gist(one) | _gist(other)
        assert len(common) / len(every) < 0.5, (one.id, other.id)


def test_no_two_situations_of_a_level_are_the_same(level):
    situations = [text for item in level.items for text in item.descriptors]
    assert len(set(situations)) == len(situations)


def test_human_learning_systems_can_be_read_in_the_levels_that_ask_about_it(levels):
    def pillars(name):
        [reading] = levels[name].readings
        return {pillar.title: pillar.dimensions for pillar in reading.pillars}

    assert pillars("project") == {"Human": ("strengths", "roles"), "Learning": ("reflection",), "Systems": ()}
    assert pillars("ecology") == {"Human": (), "Learning": ("governance",), "Systems": ("stewardship",)}
    assert levels["platform"].readings == ()


def test_only_the_project_is_the_teams_own(levels):
    assert [name for name, one in levels.items() if one.looks_around] == ["ecology", "platform"]


def minutes(level, family):
    """How long one person needs for the short form, in minutes, by its words and its items."""
    asked = [(section, [item for item in section.items if item.core]) for section in level.sections]
    texts = [text for section, items in asked if items for text in (section.title, section.intro)]
    for _, items in asked:
        for item in items:
            texts += [item.stem(family), item.why, item.help, *item.descriptors]
    words = sum(len(words_of(text)) for text in texts)
    return words / WORDS_A_MINUTE + SECONDS_AN_ITEM * sum(len(items) for _, items in asked) / 60


def test_a_short_level_takes_less_than_ten_minutes(level):
    readers = [None, *(family.id for family in catalogue.catalogues().roles.families)]
    assert len(readers) == 5
    assert median(minutes(level, reader) for reader in readers) < MOST_MINUTES
    assert median(minutes(level, reader) for reader in readers) <= level.minutes.short


# What one's own answers give to think about


def test_a_tension_is_a_question_and_never_about_everybody(level):
    rng = np.random.default_rng(7)
    seen = dict.fromkeys((one.id for one in level.tensions), 0)
    people = 300
    for _ in range(people):
        lean = {dimension.id: rng.choice([0, 2, 4]) for dimension in level.dimensions}
        written = {
            item.id: int(np.clip(lean[next(iter(item.scores))] + rng.integers(-1, 2), 0, 4)) for item in level.items
        }
        found = assess(level, sheet_of(written), Asking(), catalogue.catalogues())
        for prompt in found.prompts:
            seen[prompt.id] += 1
    assert len(level.tensions) >= 3
    assert all(one.ask.endswith("?") for one in level.tensions)
    assert all(0 < count < people / 2 for count in seen.values()), seen


# The practice cases


def test_each_level_has_a_story_to_practise_on(levels):
    cases = catalogue.catalogues().practice
    assert [case.questionnaire for case in cases.values()] == list(LEVELS)
    for case in cases.values():
        words = sum(len(words_of(paragraph)) for paragraph in case.story)
        assert 250 <= words <= 500
        assert readability(case.story) + 5 <= OLDEST
        assert len(case.readings) == 4
        items = levels[case.questionnaire].by_id
        assert all(items[name].core for name in case.readings)
        # What differs between people of good faith lies close together.
        close = [max(r.value for r in reads) - min(r.value for r in reads) for reads in case.readings.values()]
        assert min(close) == 1


def test_a_case_asks_the_very_questions_of_its_level_and_counts_nowhere(levels):
    for case in catalogue.catalogues().practice.values():
        offer = practice_offers()[case.id]
        real = levels[case.questionnaire].by_id
        assert [item.id for item in offer.questionnaire.items] == list(case.readings)
        for item in offer.questionnaire.items:
            assert (item.ask, item.descriptors) == (real[item.id].ask, real[item.id].descriptors)
            assert not item.scores
        assert all(section.story == case.story for section in offer.questionnaire.sections)
        assert offer.document == document_of(case, catalogue.offered()[case.questionnaire].document)

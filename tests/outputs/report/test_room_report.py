"""The report of a room: what goes in it, what it rests on, and that nothing hidden gets into it."""

from dataclasses import replace
from datetime import date

import pytest
from support.opened_rooms import reveal
from support.refusals import refused
from support.report_rooms import PLAN, a_room, a_store, core_items, talked
from support.waves import said, wave

from cosmos_app.outputs import released
from cosmos_app.outputs.charts.change_table import table_of
from cosmos_app.outputs.report.room_report import CONTENTS, contents_of, report
from cosmos_app.outputs.report.sections import change as report_of_change
from cosmos_app.outputs.report.tree import Bullets, Facts, Figure, Paragraph, Table
from cosmos_app.storage import Decision, current
from cosmos_app.texts import report as texts
from cosmos_app.texts.charts import LIKELY, SELDOM
from cosmos_app.texts.over_time import CAUTIONS, CHANCE_ABOUT, CHANGE_HEADS, LIKELY_ABOUT, LINKED_ABOUT
from cosmos_app.texts.room.dots import FIRST_TIME, NOT_SHOWN, SECOND_TIME, TOO_FEW_TO_SHOW
from cosmos_app.workshop import participation
from cosmos_app.workshop.practice import practice_offers
from cosmos_app.workshop.put_example import put_workshops
from models.answers import Response, Value
from models.change import change
from models.plan import LocalQuestion
from models.workshop import NotAllowedError

TODAY = date(2026, 11, 22)
ALL_ALIKE = "Some of us saw it this way, and said why."


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    with a_store(tmp_path_factory.mktemp("demo")):
        yield current.store().room(put_workshops()["finished"])


@pytest.fixture
def empty_store(tmp_path):
    with a_store(tmp_path):
        yield


def blocks(document, *kinds):
    return [block for section in document.sections for block in section.blocks if isinstance(block, kinds)]


def titles(document):
    return [section.title for section in document.sections]


def every_word(document):
    return repr(document)


def test_every_content_has_its_head():
    assert list(texts.HEADS) == list(CONTENTS)


def test_the_first_page_says_who_where_alike_where_we_differ_and_what_we_will_do(demo):
    first = report(demo, today=TODAY).first_page
    assert [section.title for section in first] == [
        texts.HEADS["summary"](),
        texts.AGREED_ON(),
        texts.ALIKE(),
        texts.DIFFER(),
        texts.HEADS["actions"](),
    ]
    assert "9 people" in repr(first)
    assert "Hang up at the door" in repr(first)


def test_a_recorded_disagreement_is_printed_with_both_views_on_the_first_page_and_in_full(demo):
    document = report(demo, today=TODAY)
    [one] = [held for held in current.store().decisions(demo.id).values() if held.one_side]
    [line] = [item for block in document.first_page[3].blocks for item in block.items]
    assert one.one_side[:60] in line
    assert one.other_side[:60] in line
    told = [row for block in blocks(document, Facts) for row in block.rows]
    assert ("One view, and why", one.one_side) in told
    assert ("The other view, and why", one.other_side) in told


def test_every_figure_and_table_says_what_it_rests_on(demo):
    [digest] = demo.definitions.values()
    version = participation.definition(digest)[0].version
    rested = blocks(report(demo, today=TODAY), Figure, Table)
    assert len(rested) > 10
    for one in rested:
        assert demo.started_on.isoformat() in one.source
        assert f"project {version}" in one.source
        assert "people" in one.source
        assert "Not to rank" in one.source
    for one in blocks(report(demo, today=TODAY), Figure):
        assert "% answered" in one.source
        assert digest[:8] in one.source


def test_a_figure_has_words_for_it_and_the_same_figures_as_a_table(demo):
    for one in blocks(report(demo, today=TODAY), Figure):
        assert one.alt
        assert one.svg.startswith("<svg")
        assert one.table.rows
        assert one.chart is None or all(len(values) == len(one.chart.categories) for _, values in one.chart.series)


def test_the_second_round_stands_beside_the_first(demo):
    document = report(demo, today=TODAY)
    again = [one for one in blocks(document, Figure) if one.chart and one.table.head[-2:] == _both()]
    assert len(again) == 2, "as many as were asked again"
    assert all([name for name, _ in one.chart.series] == list(_both()) for one in again)
    shape = next(one for one in blocks(document, Figure) if one.chart.kind == "radar")
    assert [name for name, _ in shape.chart.series][:2] == list(_both())


def _both():
    return (FIRST_TIME(), SECOND_TIME())


def test_questions_stand_in_authored_order(demo):
    document = report(demo, ["dots"], today=TODAY)
    assert [section.title for section in document.sections if section.depth == 3] == [
        item.stem(None) for item in core_items()
    ]


def test_only_what_was_chosen_goes_in(demo):
    document = report(demo, ["actions"], today=TODAY)
    assert titles(document) == [texts.HEADS["actions"](), texts.PARKED()]
    with pytest.raises(ValueError, match="no ranking"):
        report(demo, ["ranking"])


@pytest.mark.usefixtures("empty_store")
def test_before_the_reveal_there_is_no_report():
    with refused(NotAllowedError, match="Nothing is revealed yet"):
        report(a_room())


@pytest.mark.usefixtures("empty_store")
def test_before_the_talk_there_are_dots_and_no_scores():
    here = a_room()
    reveal(here)
    document = report(current.store().room(here.id))
    assert texts.HEADS["dots"]() in titles(document)
    assert not {texts.HEADS[name]() for name in ("profile", "stages", "surroundings")} & {*titles(document)}
    assert "Index" not in every_word(document)


@pytest.mark.usefixtures("empty_store")
def test_a_room_that_is_too_small_is_told_nothing():
    document = report(talked(a_room(families=("uses-the-service",) * 4)))
    assert blocks(document, Figure) == []
    assert TOO_FEW_TO_SHOW() in every_word(document)


@pytest.mark.usefixtures("empty_store")
def test_what_hidden_groups_and_hidden_questions_hold_changes_nothing():
    silent = core_items()[0].id

    def told(of_few, of_silent):
        def says(number, item):
            if item.id == silent:
                return of_silent if number < 3 else None
            if number < 6:
                return 2
            return of_few if (number == 6) == (item.id != "power.who_decides") else 4 - of_few

        return report(talked(a_room(says=says)), today=TODAY)

    left, right = told(0, 1), told(4, 3)
    assert left == right, "everyone's dots are the same, and nothing tells whose they are"
    assert NOT_SHOWN() in every_word(left)


@pytest.mark.usefixtures("empty_store")
def test_own_words_and_reasons_are_in_no_report():
    plan = replace(PLAN, local=(LocalQuestion(ask="What did you bring?", kind="text"),), named=False)

    def says(_number, item):
        value = item.choices[1].value if item.choices else "A SECRET"
        return Response(answer=Value(value), why="MY REASON")

    here = a_room(plan, says=says)
    document = report(talked(here))
    assert "What did you bring?" in titles(document)
    assert "A SECRET" not in every_word(document)
    assert "MY REASON" not in every_word(document)


@pytest.mark.usefixtures("empty_store")
def test_questions_of_the_workshop_and_its_practice_story_are_told_as_dots_alone():
    story = next(iter(practice_offers()))
    own = LocalQuestion(ask="Which day suits you?", kind="choice", options=("Monday", "Friday"))
    document = report(talked(a_room(replace(PLAN, local=(own,), practice=story))))
    assert "Which day suits you?" in titles(document)
    assert texts.PRACTICE() in every_word(document)
    title = practice_offers()[story].questionnaire.title
    heads = [section.title for section in document.sections if section.depth == 1]
    levels = [place for place, head in enumerate(heads) if head in ("Our project", texts.PRACTISED(title=title))]
    assert [heads[place] for place in levels] == ["Our project", texts.PRACTISED(title=title)]
    assert texts.PRACTISED_ON(title=title) in every_word(document)
    [table] = [one for one in blocks(document, Table) if one.caption == texts.DEFINITIONS()]
    assert story not in table.source
    [asked] = [one for one in blocks(document, Figure) if "Monday" in repr(one.table)]
    assert [row[1:] for row in asked.table.rows] == [("Monday", "8"), ("Friday", "0")]
    alike = next(block for block in document.first_page[2].blocks if isinstance(block, Bullets))
    assert not any(practice_offers()[story].questionnaire.title in line for line in alike.items)


@pytest.mark.usefixtures("empty_store")
def test_levels_are_told_each_for_itself():
    document = report(talked(a_room(replace(PLAN, asked={"project": (), "ecology": ()}))))
    heads = [place for place, section in enumerate(document.sections) if section.depth == 1]
    told = [section.title for section in document.sections]
    of_levels = [place for place in heads if told[place] in ("Our project", "The organisations around us")]
    assert len(of_levels) == 2
    assert told.count(texts.HEADS["profile"]()) == 2
    for one in blocks(document, Figure):
        assert ("project 1" in one.source) != ("ecology 1" in one.source)


@pytest.mark.usefixtures("empty_store")
def test_a_language_without_words_of_its_own_says_so(monkeypatch):
    here = talked(a_room())
    questionnaire, form = participation.definition(here.definitions["project"])
    monkeypatch.setattr(released, "definition", lambda digest: (replace(questionnaire, language="de"), form))
    document = report(here)
    assert document.language == "de"
    assert any("not translated yet" in note.text for note in document.notes)


@pytest.mark.usefixtures("empty_store")
def test_what_was_settled_on_a_question_is_told_with_its_evidence():
    here = a_room(says=lambda number, item: number % 5)
    reveal(here)
    item = core_items()[0]
    current.store().decide(here.id, "project", item.id, Decision(one_side=ALL_ALIKE, other_side="Others did not."))
    document = report(current.store().room(here.id), ["settled", "disagreement"])
    told = [row for block in blocks(document, Facts) for row in block.rows]
    assert told.count(("One view, and why", ALL_ALIKE)) == 2


@pytest.mark.usefixtures("empty_store")
def test_what_changed_is_told_of_whole_rooms_with_what_to_keep_in_mind():
    before = talked(a_room(says=lambda number, item: 1))
    assert "change" not in contents_of(before)
    after = talked(a_room(replace(PLAN, wave="Autumn", previous=before.id), says=lambda number, item: 2))
    document = report(after, ["change"], today=TODAY)
    assert titles(document)[-1] == texts.HEADS["change"]()
    [figure] = blocks(document, Figure)
    assert {row[1:4] for row in figure.table.rows} == {("1.0 (n 8)", "2.0 (n 8)", "+1.0")}
    assert figure.table.head[1:3] == ("Spring", "Autumn")
    assert CAUTIONS["standards"]() in every_word(document)


@pytest.mark.usefixtures("empty_store")
def test_how_the_same_people_changed_is_told_as_on_the_screen(monkeypatch):
    found = changed_alike(10)
    monkeypatch.setattr(report_of_change, "change_since_last_time", lambda _room, _questionnaire: found)
    before = talked(a_room())
    document = report(talked(a_room(replace(PLAN, previous=before.id))), ["change"])
    [figure] = blocks(document, Figure)
    screen = table_of(found, (figure.table.head[0], *(column() for column in CHANGE_HEADS)))
    assert (figure.table.head, figure.table.rows) == screen
    assert figure.table.rows[0][-2:] == ("+1.0 (n 10)", SELDOM())
    assert {CHANCE_ABOUT(), LIKELY_ABOUT(), LINKED_ABOUT()} <= {block.text for block in blocks(document, Paragraph)}


@pytest.mark.usefixtures("empty_store")
def test_of_fewer_than_ten_neither_chance_nor_a_likely_range_is_told_or_explained(monkeypatch):
    found = changed_alike(9)
    monkeypatch.setattr(report_of_change, "change_since_last_time", lambda _room, _questionnaire: found)
    before = talked(a_room())
    document = report(talked(a_room(replace(PLAN, previous=before.id))), ["change"])
    [figure] = blocks(document, Figure)
    assert figure.table.rows[0][-1] == "+1.0 (n 9)"
    words = {block.text for block in blocks(document, Paragraph)}
    assert LINKED_ABOUT() in words
    assert words & {CHANCE_ABOUT(), LIKELY_ABOUT()} == set()
    assert LIKELY() not in figure.svg


def changed_alike(people):
    links = [f"a{number}" for number in range(people)]
    return change(wave(said(*[1] * people), name="a"), wave(said(*[2] * people), name="b", links=links))


@pytest.mark.usefixtures("empty_store")
def test_maps_are_counted_and_never_averaged():
    document = report(talked(a_room(replace(PLAN, asked={"maps": ()}))), ["maps", "profile", "surroundings"])
    pictures = blocks(document, Figure)
    assert pictures
    for one in pictures:
        assert one.chart is None
        assert {row[-1] for row in one.table.rows} <= {"0", "8", NOT_SHOWN()}
    assert texts.HEADS["profile"]() not in titles(document)

"""The report and the files a visit leaves: standalone, true to the figures, and safe with any text."""

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from html import escape, unescape
from html.parser import HTMLParser

import pytest
from support.report_rooms import READ, joined

from cosmos_app.cli.main import main
from cosmos_app.design.tokens import LIGHT
from cosmos_app.interchange.spreadsheet_safety import is_formula
from cosmos_app.outputs.charts.alt import dots_alt, radar_alt
from cosmos_app.outputs.charts.dots import profile_dots
from cosmos_app.outputs.charts.radar_plotly import maturity_radar
from cosmos_app.outputs.charts.solo_profile_svg import dots_svg, radar_svg
from cosmos_app.outputs.charts.view_models import axes
from cosmos_app.outputs.report.renderers import RENDERERS
from cosmos_app.outputs.report.solo_files import answers_csv, bundle_json
from cosmos_app.outputs.report.solo_report import own_report
from cosmos_app.outputs.report.tree import Figure, Table
from cosmos_app.storage import current
from cosmos_app.texts.solo.profile import arithmetic
from cosmos_app.texts.solo.questions import KNOWN_BY
from cosmos_app.workshop import participation
from cosmos_app.workshop.put_example import put_example
from models.answers import AnswerSheet, Evidence, Response, Value
from models.silences import NotApplicable

NASTY = '<script>alert("x")</script> =1+1 & <b>bold</b>'


@pytest.fixture
def visit(stored):
    put_example("somebody")
    return participation.resume("somebody")


def html_report(visit, today=None, **wanted):
    return RENDERERS[".html"].render(own_report(visit, today, **wanted)).decode()


class _Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []
        self.tags = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.found += [(tag, value) for name, value in attrs if name in ("src", "href", "data")]


def test_the_report_needs_nothing_from_elsewhere(visit):
    page = _Links()
    page.feed(html_report(visit))
    assert "script" not in page.tags
    assert [link for link in page.found if link[0] != "a" or not link[1].startswith("#")] == []


def answered(token, questionnaire, answers, depth="full"):
    visit = participation.begin(token, questionnaire, depth, None)
    for item, value in answers.items():
        visit, _ = visit.record(item, Response(answer=Value(value)))
    return visit


@pytest.mark.parametrize("ending", RENDERERS)
def test_each_format_tells_every_answer_with_its_reason_and_how_each_score_came_about(visit, ending):
    read = joined(READ[ending](RENDERERS[ending].render(own_report(visit))))
    told = [visit.questionnaire.title, "Front-line worker", visit.seat.definitions["project"][:12]]
    for result in visit.assessment.dimensions:
        told += [result.dimension.title, arithmetic(result), *result.dimension.discuss]
        for part in result.counted:
            told += [part.item.stem(visit.seat.family), part.item.choice(part.answer.value).label]
            told += [part.response.why, KNOWN_BY[part.response.known_by]()]
    for raised in visit.assessment.external_factors:
        told += [raised.factor.name, raised.factor.why, *raised.factor.questions]
    told += ["Review talks of the autumn", "https://example.org/visiting-times", "We can influence it", "The bus line"]
    assert [words for words in told if joined(words) not in read] == []


def test_every_picture_and_table_says_what_it_rests_on(visit):
    current.store().set_locus(visit.seat.workshop, visit.subject_of("power"), "control")
    document = own_report(visit, date(2026, 11, 22))
    every = [one for section in document.sections for one in section.blocks if isinstance(one, Figure | Table)]
    digest = visit.seat.definitions["project"][:8]
    # 30 questions: one does not apply, and three of the others hold no answer.
    wanted = (
        f"One person · 90% answered · project {visit.questionnaire.version} ({digest}) · 2026-11-22 · To talk about."
    )
    assert [one.caption for one in every] == ["The shape", "Theme by theme", "Whose hands", "What was asked, exactly"]
    for one in (*every, *(figure.table for figure in document.figures())):
        assert one.source.startswith(wanted)


def test_no_format_is_loaded_before_somebody_asks_for_it():
    heavy = (
        "docx",
        "pptx",
        "cosmos_app.outputs.report.renderers.html_page",
        "cosmos_app.outputs.report.renderers.slides",
        "cosmos_app.outputs.report.renderers.word_document",
    )
    code = f"import sys, cosmos_app.web.views.solo.take_away; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_report_of_conditions_marks_whose_hands_they_are_in_and_blames_nobody(visit):
    around = answered("around", "ecology", {"governance.what_is_asked": 3, "governance.bad_news": 3})
    current.store().set_locus(around.seat.workshop, around.subject_of("governance"), "concern")
    text = html_report(around)
    assert "Conditions around you" in text
    assert "nobody is to blame for the weather" in text
    assert "We live with it" in text
    assert "Human, learning, systems" in text


def test_the_report_shows_every_map_that_was_used_with_its_places_and_questions(visit):
    mapped = answered("mapped", "maps", {"planning.now": "people", "tasks.now": "people", "stage.now": ("scaling",)})
    text = html_report(mapped)
    assert "The shape" not in text
    assert text.count("cosmos-map") == 4  # both published tables, the simpler one, and the stages
    for placed in mapped.assessment.placements:
        for place in placed.places("now"):
            assert all(escape(prompt, quote=False) in unescape(text) for prompt in place.prompts)
    page = _Links()
    page.feed(text)
    assert "script" not in page.tags


def test_thoughts_and_prompts_are_the_persons_own_words_and_go_where_those_go(visit):
    current.store().keep_thought(visit.seat.participant, "project", "unlearned", f"That forms come first {NASTY}")
    text = html_report(visit)
    assert "That forms come first" in text
    assert NASTY not in text
    assert "Something to think about" not in text  # for the person alone
    without = html_report(visit, own_words=False)
    assert "That forms come first" not in without
    assert json.loads(bundle_json(visit))["thoughts"]["unlearned"].startswith("That forms")


def test_the_report_says_what_it_rests_on(visit):
    text = html_report(visit, date(2026, 11, 22))
    assert "22 November 2026" in text
    assert visit.questionnaire.version in text
    assert "The answers are invented" in text
    assert "nothing to rank or compare" in text


def test_text_that_people_wrote_is_shown_as_text(visit):
    evidence = Evidence(link="https://example.org/?a=1&b=2", note=NASTY)
    after, _ = visit.record("power.who_decides", Response(answer=Value(2), why=NASTY, evidence=evidence))
    current.store().add_own_factor(after.seat.workshop, NASTY, NASTY)
    page = _Links()
    text = html_report(after)
    page.feed(text)
    assert "script" not in page.tags
    assert "b" not in page.tags
    assert "&lt;script&gt;" in text


def test_the_table_scores_as_the_visit_does(visit, tmp_path):
    (tmp_path / "answers.csv").write_text(answers_csv(visit))
    (tmp_path / "project.json").write_text(json.dumps(current.store().definition(visit.seat.definitions["project"])))
    out = tmp_path / "scores.csv"
    assert main(["score", str(tmp_path / "project.json"), str(tmp_path / "answers.csv"), "-o", str(out)]) == 0
    scored = [line.split(",") for line in out.read_text().splitlines()[1:]]
    assert {row[1]: float(row[2]) for row in scored if row[2]} == {
        name: value for name, value in visit.assessment.scores.items() if value is not None
    }


@pytest.mark.parametrize("text", ["=1+1", "  =1", "\n=1", "\u200b=1", "＝1", "- two", "'=1"])
@pytest.mark.parametrize("value", [str, lambda text: (text, "b")], ids=["text", "several"])
def test_no_answer_runs_as_a_formula_in_the_table(visit, text, value):
    item = visit.questionnaire.items[0].id
    [row] = table_with(visit, {item: Response(answer=Value(value(text)))})
    assert not any(is_formula(entry) for entry in row.values())
    assert text in row[item]


def test_a_number_below_nothing_stays_a_number_in_the_table(visit):
    item = visit.questionnaire.items[0].id
    [row] = table_with(visit, {item: Response(answer=Value(-2))})
    assert row[item] == "-2"


def table_with(visit, responses):
    written = replace(visit, sheet=AnswerSheet(responses))
    return list(csv.DictReader(io.StringIO(answers_csv(written), newline="")))


def test_the_bundle_holds_answers_scores_and_the_definition(visit):
    held = json.loads(bundle_json(visit))
    assert held["definition"]["id"] == "project"
    assert held["answers"]["power.money"] == {"code": "DK"}
    assert held["assessment"]["dimensions"]["inclusion"]["score"] == visit.assessment.scores["inclusion"]
    assert held["example"] is True


def test_a_radar_has_a_gap_where_there_is_no_score_and_no_area(visit):
    rows = axes(visit.assessment, visit.targets)
    gap = (replace(rows[0], score=None, lower=0.0, upper=4.0), *rows[1:])
    now = next(trace for trace in maturity_radar(gap).data if trace.name == "Now")
    assert now.r[0] is None
    assert now.connectgaps is False
    assert now.fill is None
    assert radar_svg(gap, LIGHT).count("<line") < radar_svg(rows, LIGHT).count("<line")
    assert "too few answers" in radar_alt(gap).lower()
    assert "too few answers" in dots_alt(gap).lower()


def test_the_target_is_dashed_and_at_most_two_lines_are_drawn(visit):
    figure = maturity_radar(axes(visit.assessment, visit.targets))
    assert [trace.name for trace in figure.data] == ["Where we want to be", "Now"]
    assert figure.data[0].line.dash == "dash"
    assert "stroke-dasharray" in radar_svg(axes(visit.assessment, visit.targets), LIGHT)


def test_every_counted_answer_is_a_dot(visit):
    rows = axes(visit.assessment, visit.targets)
    counted = sum(len(axis.answers) for axis in rows)
    dots = next(trace for trace in profile_dots(rows).data if trace.name == "One answer")
    assert len(set(zip(dots.x, dots.y, strict=True))) == counted
    assert set(dots.x) <= {0.0, 1.0, 2.0, 3.0, 4.0}
    assert dots_svg(rows, LIGHT).count("<circle") == counted + 1, "and one in the key"


@pytest.mark.parametrize("ending", RENDERERS)
def test_what_people_wrote_can_be_left_out_of_every_format(visit, ending):
    own = [response.why for response in visit.sheet.responses.values() if response.why]
    own += ["The city sets staff hours", "Nothing risky has come up", "The bus line", "Review talks", "visit without a"]
    bare = joined(READ[ending](RENDERERS[ending].render(own_report(visit, own_words=False))))
    assert [words for words in own if joined(words) in bare] == []


def test_a_reason_why_something_does_not_apply_is_left_out_with_the_other_words(visit):
    mapped = answered("mapped", "maps", {"planning.now": "people"})
    mapped, _ = mapped.record("tasks.now", Response(answer=NotApplicable("Nobody does them yet")))
    assert "Nobody does them yet" in html_report(mapped)
    bare = html_report(mapped, own_words=False)
    assert "Does not apply" in bare
    assert "Nobody does them yet" not in bare


def test_what_people_wrote_can_be_left_out_of_the_report(visit):
    own = [response.why for response in visit.sheet.responses.values() if response.why]
    own += ["The city sets staff hours", "Nothing risky has come up", "The bus line", "Review talks of the autumn"]
    whole, bare = html_report(visit), html_report(visit, own_words=False)
    assert [words for words in own if words not in whole.replace("&#39;", "'")] == ["Nothing risky has come up"]
    assert [words for words in own if words in bare.replace("&#39;", "'")] == []

"""What is on offer: our own questionnaires, a designer's folder, and what is told of its faults."""

import json
import shutil
from itertools import pairwise

import pytest
from support.builders import SHIPPED, shipped

from cosmos_app.content import catalogue
from cosmos_app.texts.problems import wrong_of
from cosmos_app.texts.screens import CALLS
from cosmos_app.web.routes import JOURNEYS, after, journey_of, on_journey, result_of
from cosmos_app.workshop import participation
from cosmos_app.workshop.practice import practice_offers
from models.answers import Response, Value


@pytest.fixture
def own(tmp_path, monkeypatch):
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setenv("COSMOS_QUESTIONNAIRES", str(folder))
    return folder


def test_ours_are_offered_in_their_order_with_a_case_to_practise_on_for_each_level():
    assert list(catalogue.offered()) == list(catalogue.OURS)
    assert list(practice_offers()) == ["practice-project", "practice-ecology", "practice-platform"]
    assert catalogue.refused() == ()


def test_an_id_that_is_taken_keeps_a_file_from_the_shelf_and_says_by_whom(own):
    demo = shipped("demo.json")
    for file, name in (("a", "one"), ("b", "one"), ("c", "local")):
        (own / f"{file}.json").write_text(json.dumps({**demo, "id": name}), encoding="utf-8")

    assert next(iter(catalogue.offered())) == "one"
    assert "local" not in catalogue.offered()
    assert [wrong_of(problem) for problem in catalogue.refused()] == [
        'The id "one" belongs to a.json too.',
        'The id "local" belongs to the questions of a workshop\'s own.',
    ]


def test_a_broken_catalogue_of_a_designers_gives_way_to_ours_and_is_told(own):
    (own / "practice.json").write_text("{")
    assert list(practice_offers()) == ["practice-project", "practice-ecology", "practice-platform"]
    assert [problem.code for problem in catalogue.refused()] == ["not-json"]


def test_maps_of_a_designers_that_can_t_be_drawn_are_told_before_a_screen_needs_them(own):
    body = shipped("placements.json")
    del body["placements"][0]["cells"]["people/people"]
    (own / "placements.json").write_text(json.dumps(body))
    assert [problem.code for problem in catalogue.refused()] == ["missing-cell"]
    assert "people/people" in catalogue.catalogues().placements["cosie-2021"].cells


def test_a_questionnaire_is_not_offered_without_its_maps(own):
    body = shipped("placements.json")
    body["placements"] = body["placements"][-1:]
    (own / "placements.json").write_text(json.dumps(body))
    assert "maps" not in catalogue.offered()
    assert "project" in catalogue.offered()


def test_a_designers_questionnaire_with_the_id_of_a_case_is_no_practice(own, stored):
    body = shipped("demo.json") | {"id": "practice-project"}
    (own / "mine.json").write_text(json.dumps(body))
    visit = participation.begin("somebody", "practice-project", "full", None)
    assert (visit.case, journey_of(visit)) == (None, "profile")


def test_an_edit_shows_at_the_next_look(own):
    file = own / "mine.json"
    file.write_text(json.dumps(shipped("demo.json") | {"id": "mine", "title": "Before"}))
    assert catalogue.offered()["mine"].questionnaire.title == "Before"
    file.write_text(json.dumps(shipped("demo.json") | {"id": "mine", "title": "After all"}))
    assert catalogue.offered()["mine"].questionnaire.title == "After all"


def test_a_case_works_for_a_questionnaire_that_lists_no_sources(own, stored):
    body = shipped("demo.json")
    del body["sources"]
    body["dimensions"] = [{**one, "source": ""} for one in body["dimensions"]]
    for section in body["sections"]:
        for item in section["items"]:
            item.pop("source", None)
    (own / "demo.json").write_text(json.dumps(body))
    [rubric, *_] = [item for section in body["sections"] for item in section["items"] if item["kind"] == "rubric"]
    readings = [{"value": 0, "because": "Nobody asked."}, {"value": 1, "because": "Somebody did, once."}]
    case = {"id": "small-case", "questionnaire": "demo", "title": "A bench", "story": ["A bench was moved."]}
    case["items"] = [{"item": rubric["id"], "readings": readings}]
    (own / "practice.json").write_text(json.dumps({"$schema": "./practice.schema.json", "cases": [case]}))
    assert list(practice_offers()) == ["small-case"]
    visit = participation.begin("somebody", "small-case", "short", None)
    assert (visit.case.title, journey_of(visit)) == ("A bench", "practice")


def test_a_practice_visit_is_kept_and_erased_like_any_other(stored):
    visit = participation.begin("somebody", "practice-platform", "short", None)
    for item in visit.questionnaire.items:
        visit, _ = visit.record(item.id, Response(answer=Value(2)))
    again = participation.resume("somebody")
    assert len(again.sheet.responses) == 4
    assert not again.progress.open
    assert again.assessment.dimensions == ()
    participation.erase(again)
    assert participation.resume("somebody") is None


def test_our_own_folder_copied_whole_is_a_designers_folder_too(own):
    for path in SHIPPED.glob("*.json"):
        shutil.copy(path, own / path.name)
    assert catalogue.refused() == ()
    assert set(catalogue.offered()) == set(catalogue.OURS)


# The way through the screens


def test_every_way_leads_from_screen_to_screen_and_shows_a_result():
    for way, names in JOURNEYS.items():
        assert names[0] == ("answer" if way == "room" else "start")  # into a room, people come by a code
        assert result_of(way) in names
        for here, following in pairwise(names):
            assert after(here, way) == following
            assert following in CALLS or following == "answer"


def test_a_screen_is_on_the_way_of_those_who_have_something_to_see_there():
    assert on_journey("maps", "maps")
    assert not on_journey("profile", "maps")
    assert not on_journey("factors", "practice")
    assert not on_journey("profile", "room")
    assert all(on_journey("start", way) and on_journey("join", way) for way in JOURNEYS)
    assert all(on_journey("take_away", way) for way in JOURNEYS if way != "room")

"""Maps: where answers place people, whose place can be told, and what is counted of a group."""

import json
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from support.builders import SHIPPED, sheet_of

from cosmos_app.content import catalogue
from cosmos_app.content.loader import read_questionnaire
from cosmos_app.design.tokens import DARK, LIGHT
from cosmos_app.outputs.charts.maps import DRAW, letters, map_alt, map_svg
from models.asked import asked_codes
from models.assessment import assess
from models.catalogues import MAP_KINDS
from models.conditions import PlacedIn, atoms
from models.external_factors import candidates
from models.items import MOMENTS
from models.layout import lay_out
from models.people import Labels, People
from models.placements import locate, sharing_questions, tables_of
from models.progress import Asking
from models.smallest_group import threshold
from models.summary import summarise

CASES = sorted((Path(__file__).parents[1] / "cases" / "placements").glob("*.json"))
PUBLISHED = {
    "cosie-2021": """
        traditional traditional   co-production co-production     co-production
        co-production co-production co-production co-production   co-production
        co-production co-production co-creation co-creation       co-creation
        co-production co-production co-creation delegated-control self-organised""",
    "cosie-summary": """
        traditional traditional   co-production co-production     not-applicable
        co-production co-production co-production co-production   not-applicable
        co-production co-production co-creation co-creation       co-creation
        co-production co-production co-creation co-creation       self-organised""",
}
"""The tables of CoSIE's paper (2021) and short summary: rows P, D, A, U, columns 1 to 5."""


@pytest.fixture(scope="module")
def maps():
    return catalogue.catalogues().placements


@pytest.fixture(scope="module")
def questionnaire():
    return read_questionnaire(SHIPPED / "maps.json")


@pytest.fixture(scope="module")
def layout(questionnaire, maps):
    return lay_out(questionnaire, maps=maps)


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_a_place_follows_the_worked_example(file, questionnaire):
    case = json.loads(file.read_text(encoding="utf-8"))
    found = assess(questionnaire, sheet_of(case["answers"]), Asking(), catalogue.catalogues())
    placed = next(one for one in found.placements if one.placement.id == case["map"])
    assert {at: list(keys) for at, keys in placed.cells.items()} == {"start": case["start"], "now": case["now"]}
    assert [place.id for place in placed.places("now")] == case["places"]


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_typology_is_the_published_table(name, maps):
    assert [maps[name].cells[key] for key in maps[name].keys] == PUBLISHED[name].split()


def test_all_six_maps_are_asked_at_the_start_and_now_one_of_them_in_both_published_tables(questionnaire, maps):
    assert set(questionnaire.placements) == set(maps)
    assert len(maps) == 6 + 1
    for name, placement in maps.items():
        asked = {(one.axis, one.at) for item in questionnaire.items if (one := item.places.get(name)) is not None}
        assert asked == {(axis, at) for axis in placement.axes for at in MOMENTS}


def test_every_place_asks_something_and_leads_somewhere(maps):
    for placement in maps.values():
        assert placement.about
        assert placement.source
        for place in placement.places.values():
            assert len(place.prompts) >= 2
            assert all(prompt.endswith("?") for prompt in place.prompts)
            assert place.dimensions or place.id == "not-applicable"


def encoded(layout, written, families=None):
    sheets = [sheet_of(one) for one in written]
    return layout.encode(sheets, "full", families or [None] * len(sheets))


def test_a_place_is_known_or_unknown_but_never_both(layout, maps):
    answers = encoded(layout, [{"planning.now": "people", "tasks.now": "people"}, {"planning.now": "people"}, {}])
    located = locate(layout, maps["cosie-2021"], "now", asked_codes(layout, answers))
    true, false = located.truth("self-organised")
    assert (true.tolist(), false.tolist()) == ([True, False, False], [False, False, False])
    true, false = located.truth("traditional")
    assert (true.tolist(), false.tolist()) == ([False, False, False], [True, False, False])
    by_key, _ = located.truth("people/people")
    assert by_key.tolist() == [True, False, False]


def test_many_are_located_as_one_is(layout, maps):
    written = [json.loads(file.read_text(encoding="utf-8"))["answers"] for file in CASES]
    together = asked_codes(layout, encoded(layout, written))
    for placement in maps.values():
        for at in MOMENTS:
            every = locate(layout, placement, at, together)
            for row, one in enumerate(written):
                alone = locate(layout, placement, at, asked_codes(layout, encoded(layout, [one])))
                assert np.array_equal(alone.cells[0], every.cells[row])
                assert np.array_equal(alone.known[0], every.known[row])


def people(size):
    nobody = Labels(names=(None,), index=np.zeros(size, dtype=np.int64))
    return People(role=nobody, site=nobody, wave=nobody)


def test_a_group_is_counted_cell_by_cell_and_only_past_the_gate(layout):
    traditional = {"planning.now": "professionals", "tasks.now": "professionals"}
    written = [traditional] * 4 + [{"planning.now": "people", "tasks.now": "people", "stage.now": ["scaling"]}]
    [group] = summarise(layout, encoded(layout, written), people(5), threshold(5))
    told = group.placements["cosie-2021"]["now"]["planning/delivery"]
    assert told.n == 5
    assert {key: number for key, number in told.cells.items() if number} == {
        "professionals/professionals": 4,
        "people/people": 1,
    }
    assert group.placements["cosie-2021"]["start"]["planning/delivery"] is None
    assert group.placements["stage-of-work"]["now"]["stage"] is None


def test_a_map_is_not_told_where_beside_its_items_it_would_give_a_few_away(layout):
    both = {"planning.now": "professionals", "tasks.now": "professionals"}
    whole, few = [both] * 9, [both] * 9 + [{"planning.now": "people"}]

    def told(written):
        [group] = summarise(layout, encoded(layout, written), people(len(written)), threshold(5))
        return group.items["planning.now"], group.placements["cosie-2021"]["now"]["planning/delivery"]

    assert [one.n for one in told(whole)] == [9, 9]
    # Ten planned, nine are on the map: their difference would be the plan of one.
    assert [one and one.n for one in told(few)] == [10, None]
    assert [one.n for one in told([*whole, *[{"planning.now": "people"}] * 5])] == [14, 9]


def test_two_maps_from_the_same_answers_are_not_told_where_their_difference_is_a_few(layout):
    whole = {"planning.now": "together", "tasks.now": "shared", "priorities.now": "shared-people"}
    open_row = {"planning.now": "together", "tasks.now": "shared"}

    def told(written):
        [group] = summarise(layout, encoded(layout, written), people(len(written)), threshold(5))
        tables = ("cosie-2021", "planning/delivery"), ("carnegie-bovaird", "design/delivery")
        return [(one := group.placements[name]["now"][table]) and one.n for name, table in tables]

    assert told([whole] * 8) == [8, 8]
    assert told([whole] * 8 + [open_row] * 5) == [8, 13]
    # The finer table is hidden beside its items; the simpler one then stands alone.
    assert told([whole] * 8 + [open_row] * 3) == [None, 11]


def test_a_small_left_over_at_one_site_hides_the_sites_and_not_the_whole(layout):
    whole = {"planning.now": "people", "tasks.now": "people"}
    written = [whole] * 20 + [{"planning.now": "people"}] * 3 + [whole] * 20 + [{"planning.now": "people"}] * 3
    sites = Labels(names=("a", "b"), index=np.array([0] * 23 + [1] * 23, dtype=np.int64))
    nobody = Labels(names=(None,), index=np.zeros(46, dtype=np.int64))
    room = People(role=nobody, site=sites, wave=nobody)
    answers = encoded(layout, written)
    [everyone] = summarise(layout, answers, room, threshold(5))
    assert everyone.placements["cosie-2021"]["now"]["planning/delivery"].n == 40
    for site in summarise(layout, answers, room, threshold(5), by=["site"]):
        assert site.placements["cosie-2021"]["now"]["planning/delivery"] is None


def test_what_a_hidden_map_says_is_not_told_by_a_factor(layout):
    catalogues = catalogue.catalogues()
    raisable = [
        (factor, condition)
        for factor, condition in candidates(catalogues.factors, layout.questionnaire)
        if any(isinstance(atom, PlacedIn) for atom, _ in atoms(condition))
    ]
    assert raisable
    laid_out = lay_out(layout.questionnaire, also=[one for _, one in raisable], maps=catalogues.placements)
    both = {"planning.now": "professionals", "tasks.now": "professionals"}

    def told(written):
        answers = encoded(laid_out, written)
        [group] = summarise(laid_out, answers, people(len(written)), threshold(5), raisable=raisable)
        return [one for one in group.factors if "cosie-2021" in one.because]

    assert told([both] * 9)
    assert not told([both] * 9 + [{"planning.now": "people"}])


def test_a_place_that_no_map_has_is_unknown_to_everybody(layout, maps):
    answers = encoded(layout, [{"planning.now": "people", "tasks.now": "people"}])
    true, false = locate(layout, maps["cosie-2021"], "now", asked_codes(layout, answers)).truth("gone")
    assert (true.tolist(), false.tolist()) == ([False], [False])


def test_maps_from_the_same_answers_stand_together(questionnaire):
    everything = assess(questionnaire, sheet_of({}), Asking(), catalogue.catalogues()).placements
    groups = [[one.placement.id for one in group] for group in sharing_questions(everything, questionnaire)]
    assert groups[0] == ["cosie-2021", "cosie-summary", "carnegie-bovaird"]
    assert [len(group) for group in groups] == [3, 1, 1, 1, 1]


def test_a_grid_is_one_table_and_every_other_axis_is_one_of_its_own(maps):
    assert list(tables_of(maps["cosie-2021"])) == ["planning/delivery"]
    assert list(tables_of(maps["four-cos"])) == ["co-commission", "co-design", "co-deliver", "co-assess"]
    for placement in maps.values():
        assert sum(inside.sum() for inside in tables_of(placement).values()) == len(placement.keys)


# Pictures


def test_every_kind_of_map_is_drawn():
    assert tuple(DRAW) == MAP_KINDS


def texts_of(svg):
    return ["".join(one.itertext()) for one in ElementTree.fromstring(svg).iter() if one.tag.endswith("text")]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_a_map_is_a_picture_with_its_words_empty_or_full(maps, palette):
    for placement in maps.values():
        key = placement.keys[-1]
        full = {"start": {placement.keys[0]: 1}, "now": {key: 12}}
        for counts in ({}, full):
            picture = ElementTree.fromstring(map_svg(placement, counts, palette))
            assert picture.get("role") == "img"
            assert picture.get("aria-label") == map_alt(placement, counts)
        assert "12" in texts_of(map_svg(placement, full, palette))
        assert "12" not in texts_of(map_svg(placement, {}, palette))


def test_what_a_map_says_names_the_place_the_number_and_the_moment(maps):
    told = map_alt(maps["cosie-2021"], {"now": {"together/shared-people": 3}, "start": {"people/people": 1}})
    assert "At the start: one person in Traditional, self-organised community provision" in told
    assert "Now: 3 people in Co-creation" in told
    assert "Nobody has placed" in map_alt(maps["cosie-2021"], {})


def test_no_label_in_a_map_is_too_small_for_a_phone_or_runs_out_of_the_picture(maps):
    for placement in maps.values():
        picture = ElementTree.fromstring(map_svg(placement, {"now": {placement.keys[0]: 1}}, LIGHT))
        sizes = [float(one.get("font-size")) for one in picture.iter() if one.get("font-size")]
        assert min(sizes) >= 12
        for one in picture.iter():
            if one.tag.endswith("text"):
                wide = max(len("".join(row.itertext())) for row in one) * float(one.get("font-size")) * 0.5
                left = float(one.get("x")) - (wide / 2 if one.get("text-anchor") == "middle" else 0)
                assert left > -2
                assert left + wide < 342


def test_the_letters_of_a_grid_tell_its_places_apart(maps):
    for placement in maps.values():
        named = letters(placement)
        assert len(set(named.values())) == len(named)
        assert (placement.kind == "grid") == bool(named)

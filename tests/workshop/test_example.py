"""The invented sites of `cosmos demo`: believable, the same each time, and enough to see every view of a comparison."""

from dataclasses import fields
from itertools import pairwise

import pytest

from cosmos_app.storage import current
from cosmos_app.workshop import put_example, rehearsal, rooms, sites
from models.plan import missing
from models.sites import SharingAgreement, SiteCard
from models.smallest_group import DEFAULT_K

SITES = rehearsal.invented("sites.json")["sites"]
MONTHS = 90
"""Days between two waves at least: several months."""


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    """The invented sites, and a store they are kept in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COSMOS_DATA", str(tmp_path_factory.mktemp("data")))
        patch.delenv("COSMOS_DATABASE_URL", raising=False)
        current.store.cache_clear()
        ids = put_example.put_sites()
        yield {key: current.store().room(workshop) for key, workshop in ids.items()}
        current.store().close()
        current.store.cache_clear()


def waves_of(here, site):
    return [here[wave["key"]] for wave in site["waves"]]


def test_each_site_has_two_closed_workshops_months_apart_the_second_following_the_first(here):
    assert len(SITES) == 3
    for site in SITES:
        first, second = waves_of(here, site)
        assert {first.workshop.phase, second.workshop.phase} == {"closed"}
        assert (first.plan.previous, second.plan.previous) == (None, first.id)
        assert (second.started_on - first.started_on).days > MONTHS
        assert (first.plan.site, first.plan.initiative) == (second.plan.site, second.plan.initiative)
        assert first.example
        assert second.example


def test_every_plan_is_whole_and_marked_as_invented(here):
    for room in here.values():
        assert missing(room.plan) == ()
        assert "(invented)" in room.plan.site
        assert "(invented)" in room.plan.initiative


def test_the_sites_differ_in_what_a_reader_compares_by(here):
    cards = [current.store().site(site["site"]).card for site in SITES]
    for part in fields(SiteCard):
        assert all(getattr(card, part.name) for card in cards), part.name
        assert len({getattr(card, part.name) for card in cards}) == 3, part.name


def test_one_site_shares_figures_only_one_may_be_asked_and_one_took_its_stories_back(here):
    kept = {one.name: one.sharing_agreement for one in current.store().sites()}
    assert sorted(kept) == sorted(site["site"] for site in SITES)
    assert sum(one.asked and one.stories and bool(one.contact) for one in kept.values()) == 1
    assert list(kept.values()).count(SharingAgreement(figures=True)) == 2
    before = [[one["stories"] for one in site["agreed"]] for site in SITES]
    assert sorted(before) == [[False], [True], [True, False]]


def test_at_one_site_enough_people_let_themselves_be_compared_to_be_told_of(here):
    linked = {}
    for site in SITES:
        first, second = waves_of(here, site)
        then = {one.id for one in current.store().people(first.id)}
        now = [one.same_as for one in current.store().people(second.id) if one.same_as]
        assert set(now) <= then
        linked[site["site"]] = len(now)
    assert sorted(linked.values())[:2] == [0, 0]
    assert max(linked.values()) >= DEFAULT_K
    told = sites.change_since_last_time(waves_of(here, SITES[0])[1], "project")
    assert told.overlap.linked == max(linked.values())
    assert [one.dimension for one in told.themes if one.linked is None] == []
    said = [one.came_before for room in here.values() for one in current.store().people(room.id)]
    assert {True, False, None} == set(said)


def test_two_of_three_sites_rated_the_same_story(here):
    rated = {room.plan.site: room.plan.practice for room in here.values() if room.plan.practice in room.definitions}
    assert len(rated) == 2
    assert len(set(rated.values())) == 1


def test_one_workshop_has_too_few_people_to_be_shown(here):
    shown = [rooms.revealed(room, "project").is_shown for room in here.values()]
    assert shown.count(False) == 1
    assert shown.count(True) == 5


def test_where_a_theme_moved_the_answers_moved_with_it(here):
    first, second = waves_of(here, SITES[0])

    def means(room):
        return {one.dimension.id: one.pooled.mean for one in rooms.profile(room, "project").dimensions if one.pooled}

    before, after = means(first), means(second)
    assert after["power"] > before["power"]
    assert after["results"] > before["results"] + 0.5
    assert abs(after["inclusion"] - before["inclusion"]) < 0.5


def test_a_factor_is_raised_at_more_than_one_site(here):
    raised = []
    for site in SITES:
        told = rooms.profile(waves_of(here, site)[0], "project")
        raised.append({one.factor.id for one in told.factors})
    assert any(one & other for one, other in pairwise(raised))


def test_what_became_of_actions_is_told_also_of_those_that_failed(here):
    actions = [one for room in here.values() for one in current.store().actions(room.id)]
    assert {one.status for one in actions} == {"open", "done", "dropped"}
    assert all(one.became for one in actions if one.status != "open")
    items = {f"project/{item.id}" for item in rooms.layouts(next(iter(here.values())))["project"].questionnaire.items}
    assert {one.subject for one in actions} <= items | {""}


def test_what_is_said_settled_and_aimed_at_is_what_was_asked(here):
    for site in SITES:
        for room, wave in zip(waves_of(here, site), site["waves"], strict=True):
            asked = rooms.layouts(room)["project"].questionnaire
            ids, themes = {item.id for item in asked.at_depth(room.depth)}, {one.id for one in asked.dimensions}
            assert {item for one in wave["participants"] for item in one.get("said", {})} <= ids
            assert {one["item"] for one in wave["settled"]} <= ids
            assert wave["themes"].keys() == themes
            assert wave["targets"]["project"].keys() <= themes
            assert current.store().actions(room.id)


def test_the_same_people_say_the_same_each_time(here):
    first, _ = waves_of(here, SITES[1])
    people = SITES[1]["waves"][0]["participants"]
    one, other = (rehearsal.answers(first, people, SITES[1]["waves"][0]["themes"]) for _ in range(2))
    assert one == other
    assert len({repr(said) for said in one}) == len(people)


def test_whoever_comes_again_answers_alike_but_for_what_moved(here):
    first, second = waves_of(here, SITES[0])
    person = [{"who": "b", "leaning": 0.0}]
    still = dict.fromkeys(SITES[0]["waves"][0]["themes"], 2.0)
    [then], [now] = (rehearsal.answers(room, person, still) for room in (first, second))
    assert {key: said for key, said in then.items() if key in now} == now
    [moved] = rehearsal.answers(second, person, still | {"power": 4.0})
    assert {key[1] for key in now if moved[key] != now[key]} == {"power.who_decides"}

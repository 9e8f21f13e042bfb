"""Sites: what whoever compares them sees, and what they never do."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import insert
from support.many_sites import SHARES_FIGURES, document, fill
from support.shared_sites import PROJECT, change, compared, names

from cosmos_app.storage import current, tables
from cosmos_app.workshop import participation, put_example, rooms, sites
from cosmos_app.workshop.practice import practice_offers
from cosmos_app.workshop.sites.wave_cache import SHARED_WAVES
from models.definition import TOP
from models.sites import SharingAgreement, SiteCard


def test_a_site_is_told_of_only_when_it_has_agreed(sites_store):
    fill(sites_store, 3, 1, 6, agreement=SharingAgreement())
    assert names_shared() == []
    sites_store.agree_to_share("Site 002", SHARES_FIGURES)
    assert names_shared() == ["Site 002"]
    assert names(compared()) == ["Site 002"]


def names_shared():
    return [one.site.name for one in sites.sites_with_figures()]


def test_a_site_that_withdraws_is_gone_at_the_next_look_and_from_memory(sites_store):
    gone, _ = fill(sites_store, 2, 1, 6).values()
    assert names(compared()) == ["Site 001", "Site 002"]
    sites_store.withdraw_sharing_agreement("SITE 001 ")
    assert names(compared()) == ["Site 002"]
    assert not [key for key in SHARED_WAVES._kept if key[0] in gone]


def test_an_erased_workshop_is_gone_at_the_next_look_and_from_memory(sites_store):
    [first, last] = fill(sites_store, 1, 2, 6)["Site 001"]
    assert [row.wave.id for row in compared().sites[0].rows] == [first, last]
    sites_store.erase(last)
    assert [row.wave.id for row in compared().sites[0].rows] == [first]
    assert [key[0] for key in SHARED_WAVES._kept] == [first]


@pytest.mark.parametrize(("phase", "told"), [("open", 0), ("frozen", 0), ("revealed", 0), ("agreed", 1), ("closed", 1)])
def test_a_workshop_is_told_of_once_its_own_people_have_talked(sites_store, phase, told):
    fill(sites_store, 1, 1, 6)
    change(sites_store, tables.workshop, tables.workshop.c.kind == "room", phase=phase)
    assert len(sites.sites_with_figures()) == told


def test_who_shares_stories_alone_shows_no_figures(sites_store):
    fill(sites_store, 1, 2, 6, agreement=SharingAgreement(stories=True))
    assert sites.sites_with_figures() == ()
    [experience] = sites.experiences(sites.shared_sites(), "project")
    assert not any(experience.themes.values())


@pytest.mark.parametrize(("people", "k"), [(4, 5), (5, 5), (7, 5), (2, 3), (3, 3)])
def test_nothing_is_told_of_fewer_people_than_the_workshop_promised(sites_store, people, k):
    fill(sites_store, 1, 2, people)
    change(sites_store, tables.plan, tables.plan.c.site == "Site 001", smallest_group=k)
    rows = compared().sites[0].rows
    [changed] = sites.changes_of(sites.series_of(sites.sites_with_figures(), "project")[0])
    told = [one for row in rows for one in row.themes.values()]
    told += [at for one in changed.themes for at in (one.before, one.after, one.linked)]
    assert [row.n for row in rows] == [people if people >= k else None] * 2
    assert any(told) == (people >= k)
    assert all(one.n >= k for one in told if one is not None)


def test_the_figures_are_those_of_the_workshops_own_profile_second_round_and_all(sites_store):
    workshop = put_example.put_workshops()["finished"]
    room = current.store().room(workshop)
    assert room.workshop.rounds_shown == (1, 2)
    sites_store.agree_to_share(room.plan.site, SHARES_FIGURES)
    [row] = [row for one in compared().sites for row in one.rows if row.wave.id == workshop]
    own = {one.dimension.id: one.pooled for one in rooms.profile(room, "project").dimensions}
    assert row.n == rooms.profile(room, "project").n
    for theme, told in row.themes.items():
        if own[theme] is None:
            assert told is None
        else:
            assert told == own[theme]


def test_sites_stand_by_name_or_as_chosen_whatever_their_figures(sites_store):
    fill(sites_store, 4, 1, 6)
    assert names(compared()) == ["Site 001", "Site 002", "Site 003", "Site 004"]
    means = [one.rows[0].themes["power"].mean for one in compared().sites]
    assert means != sorted(means)
    assert means != sorted(means, reverse=True)
    chosen = replace(PROJECT, sites=("site 003", "site 001"))
    assert names(compared(chosen)) == ["Site 003", "Site 001"]


def test_two_hundred_sites_are_looked_at_page_by_page_and_each_once(sites_store):
    fill(sites_store, 50, 1, 5)
    pages = [compared(replace(PROJECT, page=page)) for page in range(3)]
    assert [len(one.sites) for one in pages] == [24, 24, 2]
    assert [one.pages for one in pages] == [3, 3, 3]
    every = [name for one in pages for name in names(one)]
    assert every == sorted({*every})
    assert len(every) == 50
    assert compared(replace(PROJECT, page=99)).page == 2


def test_sites_are_found_by_what_their_cards_say(sites_store):
    fill(sites_store, 8, 1, 5)
    assert names(compared(replace(PROJECT, card={"country": "Italy"}))) == ["Site 002", "Site 006"]
    assert names(compared(replace(PROJECT, card={"country": "Italy", "service": "none"}))) == []


def test_a_site_is_calibrated_once_it_has_rated_the_practice_case_of_the_questionnaire(sites_store):
    [workshop] = fill(sites_store, 1, 1, 5)["Site 001"]
    case = next(name for name, one in participation.catalogues().practice.items() if one.questionnaire == "project")
    assert not compared().sites[0].rows[0].wave.calibrated
    change(sites_store, tables.plan, tables.plan.c.workshop == workshop, practice=case)
    assert not compared().sites[0].rows[0].wave.calibrated, "planned, and not asked"
    digest = sites_store.keep_definition(practice_offers()[case].document)
    with sites_store.engine.begin() as connection:
        row = {"workshop": workshop, "questionnaire": case, "snapshot": digest, "position": 1}
        connection.execute(insert(tables.workshop_definition), row)
    assert compared().sites[0].rows[0].wave.calibrated


def test_the_desk_sees_every_place_that_a_workshop_names(sites_store):
    fill(sites_store, 2, 3, 5, agreement=SharingAgreement())
    sites_store.keep_card("A card alone", SiteCard(service="Debt advice"))
    assert [(one.name, one.workshops) for one in sites.named_sites()] == [
        ("A card alone", 0),
        ("Site 001", 3),
        ("Site 002", 3),
    ]


def test_every_version_and_day_stands_beside_the_figures(sites_store):
    fill(sites_store, 1, 2, 6)
    [row, _] = compared().sites[0].rows
    assert row.wave.on == date(2025, 3, 3).isoformat()
    assert row.wave.questionnaire.version == document()["version"]
    assert all(0 <= one.mean <= TOP for one in row.themes.values() if one is not None)

"""Sites: what whoever compares them sees, and what they never do."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import httpx
import pytest
import streamlit as st
from sqlalchemy import event, insert, select, update
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest
from support.lead_screens import APP, drawn
from support.many_sites import FAMILIES, OWN_WORDS, SHARES_FIGURES, document, fill

from cosmos_app.content.catalogue import catalogues
from cosmos_app.outputs import exports
from cosmos_app.outputs.released import gather
from cosmos_app.settings import desk_cookie, lead_cookie
from cosmos_app.storage import Decision, current, open_store, tables
from cosmos_app.texts.sites.comparison import COMPARE_LEAD, VIEWS
from cosmos_app.texts.sites.desk import AGREE_TODAY, NO_CONTACT
from cosmos_app.web import routes, server, session
from cosmos_app.web.routes import SCREENS
from cosmos_app.workshop import example, participation, rooms, sites, throttle
from cosmos_app.workshop.practice import practice_offers
from cosmos_app.workshop.sites.wave_cache import SHARED_WAVES
from models.answers import Evidence
from models.definition import TOP
from models.sites import SharingAgreement, SiteCard


@pytest.fixture
def here(sites_store):
    return sites_store


PROJECT = sites.Selection(questionnaire="project")
SHARES_ALL = SharingAgreement(figures=True, stories=True, asked=True, contact="exchange@harbour.example")
FAMILY_TITLES = [one.title for one in catalogues().roles.families if one.id in FAMILIES]
STEMS = [
    one["ask"]
    for section in document()["sections"]
    for one in section["items"]
    if one.get("core") and len(one["ask"]) > 20
]


def beside(wanted=PROJECT):
    return sites.comparison_page(sites.sites_with_figures(), wanted)


def names(told):
    return [one.sharing.site.name for one in told.sites]


def change(store, table, where, **values):
    with store.engine.begin() as connection:
        connection.execute(update(table).where(where).values(values))


def add_story(store, workshop, status="done", subject="project/power.who_decides", **more):
    """Note an action as of a workshop that is closed by now."""
    row = {"id": f"{workshop[:20]}{status}", "workshop": workshop, "what": "Ask first", "owner": "", "due": ""}
    with store.engine.begin() as connection:
        connection.execute(
            insert(tables.action), row | {"subject": subject, "status": status, "became": "", "position": 1} | more
        )


# What is shared


def test_a_site_is_told_of_only_when_it_has_agreed(here):
    fill(here, 3, 1, 6, agreement=SharingAgreement())
    assert names_shared() == []
    here.agree_to_share("Site 002", SHARES_FIGURES)
    assert names_shared() == ["Site 002"]
    assert names(beside()) == ["Site 002"]


def names_shared():
    return [one.site.name for one in sites.sites_with_figures()]


def test_a_site_that_withdraws_is_gone_at_the_next_look_and_from_memory(here):
    gone, _ = fill(here, 2, 1, 6).values()
    assert names(beside()) == ["Site 001", "Site 002"]
    here.withdraw_sharing_agreement("SITE 001 ")
    assert names(beside()) == ["Site 002"]
    assert not [key for key in SHARED_WAVES._kept if key[0] in gone]


def test_an_erased_workshop_is_gone_at_the_next_look_and_from_memory(here):
    [first, last] = fill(here, 1, 2, 6)["Site 001"]
    assert [row.wave.id for row in beside().sites[0].rows] == [first, last]
    here.erase(last)
    assert [row.wave.id for row in beside().sites[0].rows] == [first]
    assert [key[0] for key in SHARED_WAVES._kept] == [first]


@pytest.mark.parametrize(("phase", "told"), [("open", 0), ("frozen", 0), ("revealed", 0), ("agreed", 1), ("closed", 1)])
def test_a_workshop_is_told_of_once_its_own_people_have_talked(here, phase, told):
    fill(here, 1, 1, 6)
    change(here, tables.workshop, tables.workshop.c.kind == "room", phase=phase)
    assert len(sites.sites_with_figures()) == told


def test_who_shares_stories_alone_shows_no_figures(here):
    fill(here, 1, 2, 6, agreement=SharingAgreement(stories=True))
    assert sites.sites_with_figures() == ()
    [experience] = sites.experiences(sites.shared_sites(), "project")
    assert not any(experience.themes.values())


@pytest.mark.parametrize(("people", "k"), [(4, 5), (5, 5), (7, 5), (2, 3), (3, 3)])
def test_nothing_is_told_of_fewer_people_than_the_workshop_promised(here, people, k):
    fill(here, 1, 2, people)
    change(here, tables.plan, tables.plan.c.site == "Site 001", smallest_group=k)
    rows = beside().sites[0].rows
    [changed] = sites.changes_of(sites.series_of(sites.sites_with_figures(), "project")[0])
    told = [one for row in rows for one in row.themes.values()]
    told += [at for one in changed.themes for at in (one.before, one.after, one.linked)]
    assert [row.n for row in rows] == [people if people >= k else None] * 2
    assert any(told) == (people >= k)
    assert all(one.n >= k for one in told if one is not None)


def test_the_figures_are_those_of_the_workshops_own_profile_second_round_and_all(here):
    workshop = example.put_workshops()["finished"]
    room = current.store().room(workshop)
    assert room.workshop.rounds_shown == (1, 2)
    here.agree_to_share(room.plan.site, SHARES_FIGURES)
    [row] = [row for one in beside().sites for row in one.rows if row.wave.id == workshop]
    own = {one.dimension.id: one.pooled for one in rooms.profile(room, "project").dimensions}
    assert row.n == rooms.profile(room, "project").n
    for theme, told in row.themes.items():
        if own[theme] is None:
            assert told is None
        else:
            assert (told.n, told.stages) == (own[theme].n, own[theme].stages)
            assert told.mean == pytest.approx(own[theme].mean, abs=1e-12)


# Learning, never ranking


def test_sites_stand_by_name_or_as_chosen_whatever_their_figures(here):
    fill(here, 4, 1, 6)
    assert names(beside()) == ["Site 001", "Site 002", "Site 003", "Site 004"]
    means = [one.rows[0].themes["power"].mean for one in beside().sites]
    assert means != sorted(means)
    assert means != sorted(means, reverse=True)
    chosen = replace(PROJECT, sites=("site 003", "site 001"))
    assert names(beside(chosen)) == ["Site 003", "Site 001"]


@pytest.fixture(scope="module")
def screens(tmp_path_factory):
    """All screens of a lead in all their ways, and the ids of the people behind them; Site 002 shares nothing."""
    with (
        open_store(f"sqlite:///{tmp_path_factory.mktemp('lead')}/cosmos.sqlite3") as store,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(current, "open_store", lambda _address: store)
        current.store.cache_clear()
        ids = fill(store, 3, 2, 6, agreement=SHARES_ALL)
        add_story(store, ids["Site 003"][0])
        store.withdraw_sharing_agreement("Site 002")
        with store.engine.connect() as connection:
            people = connection.execute(select(tables.participant.c.id)).scalars().all()
        ways = {"view": tuple(VIEWS)}
        told = [drawn("compare", view=view, time="every") for view in ways["view"]]
        yield [*told, drawn("change"), drawn("learn", own="site 001", **{"priority-project": "power"})], people
    current.store.cache_clear()


def test_no_screen_ranks_or_adds_up_sites(screens):
    for told in screens[0]:
        said = told.replace(COMPARE_LEAD(), "")
        assert not re.search(r"\b(rank\w*|best|worst|league|top \d+|overall|total|average of)\b", said, re.IGNORECASE)


def test_no_screen_of_a_lead_holds_anything_of_one_person_group_or_question(screens):
    """Even where everybody agreed that the room itself shows a family of two."""
    told, people = screens
    assert len(FAMILY_TITLES) == 2
    assert len(STEMS) > 5
    unsaid = [*people, *FAMILIES, *FAMILY_TITLES, *STEMS, OWN_WORDS]
    assert not [one for one in unsaid if any(one in screen for screen in told)]


def test_the_rooms_looked_at_do_show_their_own_people_small_families(here):
    """Or the test before could not fail."""
    [_, consenting] = fill(here, 1, 2, 6)["Site 001"]
    assert set(rooms.revealed(current.store().room(consenting), "project").families) >= set(FAMILIES)
    assert all(rooms.revealed(current.store().room(consenting), "project").families.values())


def test_no_screen_of_a_lead_names_a_site_that_did_not_agree(screens):
    assert all("Site 001" in told and "Site 003" in told for told in screens[0])
    assert not any("Site 002" in told for told in screens[0])


def test_two_hundred_sites_are_looked_at_page_by_page_and_each_once(here):
    fill(here, 50, 1, 5)
    pages = [beside(replace(PROJECT, page=page)) for page in range(3)]
    assert [len(one.sites) for one in pages] == [24, 24, 2]
    assert [one.pages for one in pages] == [3, 3, 3]
    every = [name for one in pages for name in names(one)]
    assert every == sorted({*every})
    assert len(every) == 50
    assert beside(replace(PROJECT, page=99)).page == 2


def test_sites_are_found_by_what_their_cards_say(here):
    fill(here, 8, 1, 5)
    assert names(beside(replace(PROJECT, card={"country": "Italy"}))) == ["Site 002", "Site 006"]
    assert names(beside(replace(PROJECT, card={"country": "Italy", "service": "none"}))) == []


def test_a_site_is_calibrated_once_it_has_rated_the_practice_case_of_the_questionnaire(here):
    [workshop] = fill(here, 1, 1, 5)["Site 001"]
    case = next(name for name, one in participation.catalogues().practice.items() if one.questionnaire == "project")
    assert not beside().sites[0].rows[0].wave.calibrated
    change(here, tables.plan, tables.plan.c.workshop == workshop, practice=case)
    assert not beside().sites[0].rows[0].wave.calibrated, "planned, and not asked"
    digest = here.keep_definition(practice_offers()[case].document)
    with here.engine.begin() as connection:
        row = {"workshop": workshop, "questionnaire": case, "snapshot": digest, "position": 1}
        connection.execute(insert(tables.workshop_definition), row)
    assert beside().sites[0].rows[0].wave.calibrated


# Over time


def test_a_thread_is_one_piece_of_work_at_one_site_the_earliest_first(here):
    [first, second, other] = fill(here, 1, 3, 6)["Site 001"]
    change(here, tables.plan, tables.plan.c.workshop == other, initiative="Something else")
    [thread] = sites.series_of(sites.sites_with_figures(), "project")
    assert [room.id for room in thread.rooms] == [first, second]
    [told] = sites.changes_of(thread)
    assert (told.before.id, told.after.id) == (first, second)
    for workshop, value in ((first, 1), (second, 3)):
        change(here, tables.answer, _said_in(workshop), state="value", value=value)
    SHARED_WAVES.keep_only(())
    [told] = sites.changes_of(thread)
    power = next(one for one in told.themes if one.dimension == "power")
    assert (power.before.mean, power.after.mean, power.difference) == (1.0, 3.0, 2.0)


def _said_in(workshop):
    people = select(tables.participant.c.id).where(tables.participant.c.workshop == workshop)
    return tables.answer.c.participant.in_(people)


def ask_a_newer_one(store, workshop, **changes):
    """Let a workshop have been asked a definition that is newer than the one on the shelf."""
    newer = document() | {"version": "9.0.0"} | changes
    digest = store.keep_definition(newer)
    change(store, tables.workshop_definition, tables.workshop_definition.c.workshop == workshop, snapshot=digest)


def test_side_by_side_and_over_time_score_by_the_same_newest_definition(here):
    [_, second] = fill(here, 1, 2, 6)["Site 001"]
    sections = document()["sections"]
    for item in (one for section in sections for one in section["items"] if one["id"].startswith("power.")):
        item["core"] = True
    scores = next(one for section in sections for one in section["items"] if one["id"] == "purpose.who_says_good")
    scores["scores"] = {"power": 5}
    ask_a_newer_one(here, second, sections=sections)
    page = beside()
    assert page.questionnaire.version == "9.0.0"
    [changed] = sites.changes_of(sites.series_of(sites.sites_with_figures(), "project")[0])
    before, after = page.sites[0].rows
    for theme in changed.themes:
        assert before.themes[theme.dimension] == theme.before
        assert after.themes[theme.dimension] == theme.after
    assert changed.themes


def test_the_newest_definition_is_found_whichever_site_stands_first(here):
    ids = fill(here, 2, 1, 6)
    for site in ids:
        ask_a_newer_one(here, ids[site][0])
        assert sites.questionnaires_to_compare(sites.sites_with_figures())["project"].version == "9.0.0"
        ask_a_newer_one(here, ids[site][0], version=document()["version"])


def statements(store, work):
    """How many times the store was asked while some work was done, and for what."""
    asked = []

    def note(_connection, _cursor, statement, *_more):
        asked.append(statement)

    event.listen(store.engine, "before_cursor_execute", note)
    try:
        work()
    finally:
        event.remove(store.engine, "before_cursor_execute", note)
    return asked


def test_learning_asks_the_store_as_often_for_many_sites_as_for_one(here):
    def look():
        shared = sites.shared_sites()
        sites.experiences(shared, "project")

    counts = []
    for number in (1, 6):
        fill(here, number, 2, 5, seed=number, agreement=SHARES_ALL)
        SHARED_WAVES.keep_only(())
        counts.append(len(statements(here, look)))
    assert counts[0] == counts[1] < 25


def test_what_changed_is_not_read_anew_at_every_look(here):
    fill(here, 1, 3, 6)
    [thread] = sites.series_of(sites.sites_with_figures(), "project")
    first = sites.changes_of(thread)
    assert statements(here, lambda: sites.changes_of(thread)) == []
    assert [one.themes for one in sites.changes_of(thread)] == [one.themes for one in first]


def test_a_room_is_told_what_changed_since_the_one_it_follows_whether_or_not_its_site_shares(here):
    [first, second] = fill(here, 1, 2, 6, agreement=SharingAgreement())["Site 001"]
    assert sites.change_since_last_time(current.store().room(second), "project") is None
    change(here, tables.plan, tables.plan.c.workshop == second, previous=first)
    told = sites.change_since_last_time(current.store().room(second), "project")
    assert (told.before.id, told.after.id) == (first, second)
    assert sites.change_since_last_time(current.store().room(second), "ecology") is None
    asked = statements(here, lambda: sites.change_since_last_time(current.store().room(second), "project"))
    assert not [one for one in asked if "answer" in one], "what was answered is not read at every click"
    change(here, tables.plan, tables.plan.c.workshop == first, previous=second)  # a circle ends
    assert sites.change_since_last_time(current.store().room(second), "project") is not None


# Learning from each other


def test_a_factor_that_few_peoples_answers_settle_is_told_in_their_room_alone(here):
    [workshop] = fill(here, 1, 1, 6, agreement=SHARES_ALL)["Site 001"]
    change(here, tables.participant, tables.participant.c.workshop == workshop, agrees=True)
    body = rooms.disclosed_json(rooms.revealed(current.store().room(workshop), "project"))
    [everyone] = [group for group in body["groups"] if not group["by"]]
    assert everyone["factors"]
    assert all(1 <= one["n"] <= 6 for one in everyone["factors"])
    told = {"strength": 1.0, "because": []}
    everyone["factors"] = [
        {"id": "austerity", "n": 2, **told},
        {"id": "ageing", **told},
        {"id": "workload", "n": 5, **told},
    ]
    here.keep_result(workshop, "project", "0", body)
    [experience] = sites.experiences(sites.shared_sites(), "project")
    assert experience.factors == ("workload",)


def test_a_card_goes_with_the_figures_and_not_without_them(here):
    ids = fill(here, 2, 1, 6, agreement=SHARES_ALL)
    here.agree_to_share("Site 001", SharingAgreement(stories=True))
    add_story(here, ids["Site 001"][0])
    alone, both = sites.experiences(sites.shared_sites(), "project")
    assert (alone.card, both.card.country) == (SiteCard(), "Italy")


def test_a_story_is_told_with_its_failures_and_whom_to_ask(here):
    ids = fill(here, 3, 2, 6, agreement=SHARES_ALL)
    add_story(here, ids["Site 002"][0], "dropped", became="The budget was cut.")
    add_story(here, ids["Site 003"][0], "done")
    here.agree_to_share("Site 003", SharingAgreement(figures=True, stories=True))
    shared = sites.shared_sites()
    told = {one.site: one for one in sites.matches(sites.experiences(shared, "project"), shared[0], "power")}
    assert {"Site 002", "Site 003"} <= told.keys() - {"Site 001"}
    assert told["Site 002"].actions[0].became == "The budget was cut."
    assert told["Site 002"].may_ask == SHARES_ALL.contact
    assert told["Site 003"].may_ask == ""


def test_a_story_that_is_not_shared_is_not_told(here):
    ids = fill(here, 2, 1, 6, agreement=SHARES_FIGURES)
    add_story(here, ids["Site 001"][0])
    assert sites.matches(sites.experiences(sites.shared_sites(), "project"), None, "power") == ()


def test_what_surrounds_several_sites_is_laid_side_by_side_with_what_each_did(here):
    ids = fill(here, 2, 1, 6, agreement=SHARES_ALL)
    for number, (site, [workshop]) in enumerate(ids.items()):
        factor = {"id": f"{number:032}", "workshop": workshop, "name": "Short contracts", "note": "", "position": 1}
        with here.engine.begin() as connection:
            connection.execute(insert(tables.own_factor), factor)
        add_story(here, workshop, subject=factor["id"], what=f"Longer ones at {site}")
    own, _ = sites.shared_sites()
    [common] = sites.in_common(sites.experiences(sites.shared_sites(), "project"), own)
    assert sites.factor_name(common.factor) == "Short contracts"
    assert [one.what for one in common.mine] == ["Longer ones at Site 001"]
    assert [one.what for one in common.others["Site 002"]] == ["Longer ones at Site 002"]


# Figures of other servers


def test_invented_answers_bear_a_sign_at_the_site_and_the_time(here):
    ids = fill(here, 2, 2, 6, agreement=SHARES_ALL)
    for site in ids:
        add_story(here, ids[site][0])
    assert "invented" not in drawn("compare")
    change(here, tables.workshop, tables.workshop.c.id == ids["Site 002"][1], example=True)
    SHARED_WAVES.keep_only(())
    page = drawn("compare", time="every")
    assert times_invented(page) == {"Site 002": {"Time 2"}}
    page = drawn("learn", **{"priority-project": "power"})
    assert "Site 002 (invented)" in page
    assert "Site 001 (invented)" not in page


def test_invented_figures_of_another_server_bear_the_sign_too(here):
    fill(here, 1, 1, 6, agreement=SHARES_ALL)
    [room] = here.rooms()
    body = {**exports.bundle_to_share(gather(room)), "site": "Riverside"}
    here.receive("Riverside", body)
    assert "invented" not in drawn("compare")
    here.receive("Lakeside", {**body, "example": True})
    assert times_invented(drawn("compare")) == {"Lakeside, from another server": {"Time 1"}}


def times_invented(page):
    """The times that are called invented, by site; whatever stands for the dot between them."""
    found = {}
    for site, time in re.findall(r"((?:Site|Lake|River)[\w ,]+?) \S+ (Time \d) \(invented\)", page):
        found.setdefault(site, set()).add(time)
    return found


def test_what_another_server_named_itself_is_found_by_what_was_done_about_it(here):
    ids = fill(here, 2, 1, 6, agreement=SHARES_ALL)
    for number, (_, [workshop]) in enumerate(ids.items()):
        factor = {"id": f"{number:032}", "workshop": workshop, "name": "Short contracts", "note": "", "position": 1}
        with here.engine.begin() as connection:
            connection.execute(insert(tables.own_factor), factor)
        add_story(here, workshop, subject=factor["id"])
    ours, theirs = sorted(here.rooms(), key=lambda one: one.plan.site)
    body = exports.bundle_to_share(gather(theirs))
    here.withdraw_sharing_agreement("Site 002")
    here.receive("Riverside", {**body, "site": "Riverside"})
    shared = sites.shared_sites()
    [common] = sites.in_common(sites.experiences(shared, "project"), shared[0])
    assert [one.what for one in common.others["Riverside, from another server"]] == ["Ask first"]
    assert ours.plan.site == shared[0].site.name


def test_files_of_one_definition_are_laid_out_once(here):
    fill(here, 1, 2, 6, agreement=SHARES_ALL)
    for room in here.rooms():
        here.receive("Riverside", {**exports.bundle_to_share(gather(room)), "site": "Riverside"})
    one, other = SHARED_WAVES.of_bundles(here.received(), "project")
    assert one.layout is other.layout


def test_figures_of_another_server_stand_beside_ours_and_can_be_removed(here):
    fill(here, 1, 1, 6, agreement=SHARES_ALL)
    [room] = here.rooms()
    add_story(here, room.id, "dropped")
    body = exports.bundle_to_share(gather(room))
    kept = here.receive("Riverside", {**body, "site": "Riverside", "card": {"country": "Peru"}})
    ours, theirs = beside().sites
    assert theirs.sharing.site.name == "Riverside, from another server"
    assert theirs.rows[0].n == ours.rows[0].n == 6
    for theme, told in ours.rows[0].themes.items():
        other = theirs.rows[0].themes[theme]
        assert (other is None) == (told is None)
        assert told is None or (other.mean, other.n, other.lower) == (pytest.approx(told.mean), told.n, None)
    told = sites.matches(sites.experiences(sites.shared_sites(), "project"), None, "power")
    assert {one.site for one in told} == {"Site 001", "Riverside, from another server"}
    for screen in ("compare", "learn"):
        assert "Riverside" in drawn(screen, **{"priority-project": "power"})
    here.drop_received(kept)
    assert names(beside()) == ["Site 001"]


def test_what_changed_on_another_server_is_told_as_far_as_its_figures_tell(here):
    fill(here, 1, 2, 6, agreement=SHARES_ALL)
    for room in here.rooms():
        here.receive("Riverside", {**exports.bundle_to_share(gather(room)), "site": "Riverside"})
    ours, theirs = sites.series_of(sites.sites_with_figures(), "project")
    assert theirs.site.name == "Riverside, from another server"
    [known], [told] = sites.changes_of(ours), sites.changes_of(theirs)
    assert [one.dimension for one in told.themes] == [one.dimension for one in known.themes]
    for one, other in zip(known.themes, told.themes, strict=True):
        assert other.difference == pytest.approx(one.difference)
        assert other.linked is None
    assert "Riverside" in drawn("change", thread=f"Riverside, from another server · {theirs.initiative}")


# The way in


@pytest.fixture
def doorway(here, monkeypatch):
    monkeypatch.setattr(throttle, "BY_ADDRESS", throttle.Throttle())
    monkeypatch.setattr(server, "BY_ADDRESS", throttle.Throttle())
    served = httpx.ASGITransport(Starlette(routes=server.secret_links("desk key", "lead key")))

    def knock(path):
        async def ask():
            async with httpx.AsyncClient(transport=served, base_url="http://here") as client:
                return await client.get(path)

        # In a thread of its own: Playwright's loop runs in this one as soon as a browser test has run before.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, ask()).result()

    return knock


def test_the_link_for_comparing_leads_there_and_gives_a_cookie_of_its_own(doorway, here):
    answer = doorway("/exchange/lead key")
    assert (answer.status_code, answer.headers["location"]) == (303, "/compare")
    assert here.is_lead(answer.cookies[lead_cookie()])
    assert not here.is_desk(answer.cookies[lead_cookie()])
    assert desk_cookie() not in answer.cookies


def test_no_other_key_opens_it_and_it_opens_nothing_else(doorway):
    assert doorway("/exchange/desk key").status_code == 403
    assert doorway("/facilitate/lead key").status_code == 403
    assert doorway("/exchange/").status_code != 303


def test_the_cookie_of_a_lead_opens_no_desk_and_that_of_a_desk_both(here, monkeypatch):
    here.add_lead("lead")
    here.add_desk("desk")
    cookies = {}
    monkeypatch.setattr(session.sharing_access.st, "context", type("Context", (), {"cookies": cookies})())
    assert not session.at_exchange()
    cookies[lead_cookie()] = "lead"
    assert (session.at_exchange(), session.at_desk()) == (True, False)
    here.drop_leads()
    assert not session.at_exchange()
    cookies[desk_cookie()] = "desk"
    assert (session.at_exchange(), session.at_desk()) == (True, True)


def test_who_is_sent_away_while_looking_is_told_so_at_the_next_click(here, monkeypatch):
    fill(here, 2, 2, 6)
    here.add_lead("lead")
    cookies = {lead_cookie(): "lead"}
    monkeypatch.setattr(st, "context", type("Context", (), {"cookies": cookies, "url": "", "headers": {}})())
    at = AppTest.from_function(_enter, default_timeout=60).run()
    assert at.markdown[0].value == "inside"
    here.drop_leads()
    assert at.run().markdown[0].value == "sent away"
    assert AppTest.from_function(_enter, default_timeout=60).run().markdown[0].value == "never in"


def _enter():
    import streamlit  # noqa: PLC0415

    from cosmos_app.web import session as mine  # noqa: PLC0415

    words = "inside" if mine.may_enter("lead") else "sent away" if mine.was_sent_away() else "never in"
    streamlit.markdown(words)


def test_a_site_may_be_asked_only_where_an_address_is_given(here, monkeypatch):
    fill(here, 1, 1, 5)
    monkeypatch.setattr(routes, "link", lambda *_: None)  # there are no other pages in this test
    at = AppTest.from_file(APP / SCREENS["sites"].file, default_timeout=60).run()
    next(one for one in at.checkbox if one.key.startswith("asked-")).check()
    agree = next(one for one in at.button if one.label == AGREE_TODAY())
    agree.click().run()
    assert [one.value for one in at.error] == [NO_CONTACT()]
    assert here.site("Site 001").sharing_agreement == SHARES_FIGURES


def test_the_desk_sees_every_place_that_a_workshop_names(here):
    fill(here, 2, 3, 5, agreement=SharingAgreement())
    here.keep_card("A card alone", SiteCard(service="Debt advice"))
    assert [(one.name, one.workshops) for one in sites.named_sites()] == [
        ("A card alone", 0),
        ("Site 001", 3),
        ("Site 002", 3),
    ]


def test_evidence_is_told_by_theme(here):
    [workshop] = fill(here, 1, 1, 6, agreement=SHARES_ALL)["Site 001"]
    change(here, tables.workshop, tables.workshop.c.id == workshop, phase="agreed")
    behind = Evidence(note="Minutes of the board", link="https://example.org", date="2026-01-01")
    here.decide(workshop, "project", "power.who_decides", Decision(value=2, evidence=behind))
    [experience] = sites.experiences(sites.shared_sites(), "project")
    assert experience.evidence["power"] == ("Minutes of the board, https://example.org, 2026-01-01",)


def test_every_version_and_day_stands_beside_the_figures(here):
    fill(here, 1, 2, 6)
    [row, _] = beside().sites[0].rows
    assert row.wave.on == date(2025, 3, 3).isoformat()
    assert row.wave.questionnaire.version == document()["version"]
    assert all(0 <= one.mean <= TOP for one in row.themes.values() if one is not None)

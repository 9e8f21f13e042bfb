"""Learning from each other: stories, what surrounds several sites, and what is told of neither."""

from sqlalchemy import insert
from support.many_sites import SHARES_FIGURES, fill
from support.shared_sites import SHARES_ALL, add_story, change, statements

from cosmos_app.storage import Decision, current, tables
from cosmos_app.workshop import rooms, sites
from cosmos_app.workshop.sites.wave_cache import SHARED_WAVES
from models.answers import Evidence
from models.sites import SharingAgreement, SiteCard


def test_a_factor_that_few_peoples_answers_settle_is_told_in_their_room_alone(sites_store):
    [workshop] = fill(sites_store, 1, 1, 6, agreement=SHARES_ALL)["Site 001"]
    change(sites_store, tables.participant, tables.participant.c.workshop == workshop, agrees=True)
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
    sites_store.keep_result(workshop, "project", "0.6.0", body)
    [experience] = sites.experiences(sites.shared_sites(), "project")
    assert experience.factors == ("workload",)


def test_factors_that_an_engine_raised_by_hidden_answers_too_are_told_to_nobody_else(sites_store):
    [workshop] = fill(sites_store, 1, 1, 6, agreement=SHARES_ALL)["Site 001"]
    body = rooms.disclosed_json(rooms.revealed(current.store().room(workshop), "project"))
    sites_store.keep_result(workshop, "project", "0.5.0", body)
    [experience] = sites.experiences(sites.shared_sites(), "project")
    assert experience.factors == ()


def test_a_card_goes_with_the_figures_and_not_without_them(sites_store):
    ids = fill(sites_store, 2, 1, 6, agreement=SHARES_ALL)
    sites_store.agree_to_share("Site 001", SharingAgreement(stories=True))
    add_story(sites_store, ids["Site 001"][0])
    alone, both = sites.experiences(sites.shared_sites(), "project")
    assert (alone.card, both.card.country) == (SiteCard(), "Italy")


def test_a_story_is_told_with_its_failures_and_whom_to_ask(sites_store):
    ids = fill(sites_store, 3, 2, 6, agreement=SHARES_ALL)
    add_story(sites_store, ids["Site 002"][0], "dropped", became="The budget was cut.")
    add_story(sites_store, ids["Site 003"][0], "done")
    sites_store.agree_to_share("Site 003", SharingAgreement(figures=True, stories=True))
    shared = sites.shared_sites()
    told = {one.site: one for one in sites.matches(sites.experiences(shared, "project"), shared[0], "power")}
    assert {"Site 002", "Site 003"} <= told.keys() - {"Site 001"}
    assert told["Site 002"].actions[0].became == "The budget was cut."
    assert told["Site 002"].may_ask == SHARES_ALL.contact
    assert told["Site 003"].may_ask == ""


def test_a_story_that_is_not_shared_is_not_told(sites_store):
    ids = fill(sites_store, 2, 1, 6, agreement=SHARES_FIGURES)
    add_story(sites_store, ids["Site 001"][0])
    assert sites.matches(sites.experiences(sites.shared_sites(), "project"), None, "power") == ()


def test_what_surrounds_several_sites_is_laid_side_by_side_with_what_each_did(sites_store):
    ids = fill(sites_store, 2, 1, 6, agreement=SHARES_ALL)
    for number, (site, [workshop]) in enumerate(ids.items()):
        factor = {"id": f"{number:032}", "workshop": workshop, "name": "Short contracts", "note": "", "position": 1}
        with sites_store.engine.begin() as connection:
            connection.execute(insert(tables.own_factor), factor)
        add_story(sites_store, workshop, subject=factor["id"], what=f"Longer ones at {site}")
    own, _ = sites.shared_sites()
    [common] = sites.in_common(sites.experiences(sites.shared_sites(), "project"), own)
    assert sites.factor_name(common.factor) == "Short contracts"
    assert [one.what for one in common.mine] == ["Longer ones at Site 001"]
    assert [one.what for one in common.others["Site 002"]] == ["Longer ones at Site 002"]


def test_evidence_is_told_by_theme(sites_store):
    [workshop] = fill(sites_store, 1, 1, 6, agreement=SHARES_ALL)["Site 001"]
    change(sites_store, tables.workshop, tables.workshop.c.id == workshop, phase="agreed")
    behind = Evidence(note="Minutes of the board", link="https://example.org", date="2026-01-01")
    sites_store.decide(workshop, "project", "power.who_decides", Decision(value=2, evidence=behind))
    [experience] = sites.experiences(sites.shared_sites(), "project")
    assert experience.evidence["power"] == ("Minutes of the board, https://example.org, 2026-01-01",)


def test_learning_asks_the_store_as_often_for_many_sites_as_for_one(sites_store):
    def look():
        shared = sites.shared_sites()
        sites.experiences(shared, "project")

    counts = []
    for number in (1, 6):
        fill(sites_store, number, 2, 5, seed=number, agreement=SHARES_ALL)
        SHARED_WAVES.keep_only(())
        counts.append(len(statements(sites_store, look)))
    assert counts[0] == counts[1] < 25

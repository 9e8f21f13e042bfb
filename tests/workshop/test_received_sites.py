"""Figures of other servers stand beside ours, and invented ones bear their sign."""

import re

import pytest
from sqlalchemy import insert
from support.lead_screens import drawn
from support.many_sites import fill
from support.older_bundles import of_format_2
from support.shared_sites import (
    SHARES_ALL,
    add_story,
    change,
    compared,
    names,
)

from cosmos_app.outputs import exports
from cosmos_app.outputs.released import gather
from cosmos_app.storage import tables
from cosmos_app.texts.sites.comparison import OLDER_RULE, STAGES_OLDER_RULE
from cosmos_app.workshop import sites
from cosmos_app.workshop.sites.wave_cache import SHARED_WAVES


def test_invented_answers_bear_a_sign_at_the_site_and_the_time(sites_store):
    ids = fill(sites_store, 2, 2, 6, agreement=SHARES_ALL)
    for site in ids:
        add_story(sites_store, ids[site][0])
    assert "invented" not in drawn("compare")
    change(sites_store, tables.workshop, tables.workshop.c.id == ids["Site 002"][1], example=True)
    SHARED_WAVES.keep_only(())
    page = drawn("compare", time="every")
    assert times_invented(page) == {"Site 002": {"Time 2"}}
    page = drawn("learn", **{"priority-project": "power"})
    assert "Site 002 (invented)" in page
    assert "Site 001 (invented)" not in page


def test_invented_figures_of_another_server_bear_the_sign_too(sites_store):
    fill(sites_store, 1, 1, 6, agreement=SHARES_ALL)
    [room] = sites_store.rooms()
    body = {**exports.bundle_to_share(gather(room)), "site": "Riverside"}
    sites_store.receive("Riverside", body)
    assert "invented" not in drawn("compare")
    sites_store.receive("Lakeside", {**body, "example": True})
    assert times_invented(drawn("compare")) == {"Lakeside, from another server": {"Time 1"}}


def times_invented(page):
    """The times that are called invented, by site; whatever stands for the dot between them."""
    found = {}
    for site, time in re.findall(r"((?:Site|Lake|River)[\w ,]+?) \S+ (Time \d) \(invented\)", page):
        found.setdefault(site, set()).add(time)
    return found


def test_what_another_server_named_itself_is_found_by_what_was_done_about_it(sites_store):
    ids = fill(sites_store, 2, 1, 6, agreement=SHARES_ALL)
    for number, (_, [workshop]) in enumerate(ids.items()):
        factor = {"id": f"{number:032}", "workshop": workshop, "name": "Short contracts", "note": "", "position": 1}
        with sites_store.engine.begin() as connection:
            connection.execute(insert(tables.own_factor), factor)
        add_story(sites_store, workshop, subject=factor["id"])
    ours, theirs = sorted(sites_store.rooms(), key=lambda one: one.plan.site)
    body = exports.bundle_to_share(gather(theirs))
    sites_store.withdraw_sharing_agreement("Site 002")
    sites_store.receive("Riverside", {**body, "site": "Riverside"})
    shared = sites.shared_sites()
    [common] = sites.in_common(sites.experiences(shared, "project"), shared[0])
    assert [one.what for one in common.others["Riverside, from another server"]] == ["Ask first"]
    assert ours.plan.site == shared[0].site.name


def test_files_of_one_definition_are_laid_out_once(sites_store):
    fill(sites_store, 1, 2, 6, agreement=SHARES_ALL)
    for room in sites_store.rooms():
        sites_store.receive("Riverside", {**exports.bundle_to_share(gather(room)), "site": "Riverside"})
    one, other = SHARED_WAVES.of_bundles(sites_store.received(), "project")
    assert one.layout is other.layout


def test_figures_of_another_server_stand_beside_ours_and_can_be_removed(sites_store):
    fill(sites_store, 1, 1, 6, agreement=SHARES_ALL)
    [room] = sites_store.rooms()
    add_story(sites_store, room.id, "dropped")
    body = exports.bundle_to_share(gather(room))
    kept = sites_store.receive("Riverside", {**body, "site": "Riverside", "card": {"country": "Peru"}})
    ours, theirs = compared().sites
    assert theirs.sharing.site.name == "Riverside, from another server"
    assert theirs.rows[0].n == ours.rows[0].n == 6
    for theme, told in ours.rows[0].themes.items():
        other = theirs.rows[0].themes[theme]
        assert (other is None) == (told is None)
        assert told is None or (other.mean, other.n, other.items, other.lower, other.upper) == (
            *(told.mean, told.n, told.items, told.lower, told.upper),
        )
    told = sites.matches(sites.experiences(sites.shared_sites(), "project"), None, "power")
    assert {one.site for one in told} == {"Site 001", "Riverside, from another server"}
    for screen in ("compare", "learn"):
        assert "Riverside" in drawn(screen, **{"priority-project": "power"})
    sites_store.drop_received(kept)
    assert names(compared()) == ["Site 001"]


def test_what_changed_on_another_server_is_told_as_far_as_its_figures_tell(sites_store):
    fill(sites_store, 1, 2, 6, agreement=SHARES_ALL)
    for room in sites_store.rooms():
        sites_store.receive("Riverside", {**exports.bundle_to_share(gather(room)), "site": "Riverside"})
    ours, theirs = sites.series_of(sites.sites_with_figures(), "project")
    assert theirs.site.name == "Riverside, from another server"
    [known], [told] = sites.changes_of(ours), sites.changes_of(theirs)
    assert [one.dimension for one in told.themes] == [one.dimension for one in known.themes]
    for one, other in zip(known.themes, told.themes, strict=True):
        assert other.difference == pytest.approx(one.difference)
        assert other.linked is None
    assert "Riverside" in drawn("change", thread=f"Riverside, from another server · {theirs.initiative}")


def test_figures_of_an_older_cosmos_are_marked_and_tell_neither_spread_nor_stages(sites_store):
    fill(sites_store, 1, 2, 12, agreement=SHARES_ALL)
    whole = [exports.bundle_to_share(gather(room)) for room in sites_store.rooms()]
    for body in whole:
        sites_store.receive("Riverside", {**body, "site": "Riverside"})
    marks = [OLDER_RULE(names="").split(":")[0], STAGES_OLDER_RULE(names="").split(":")[0]]
    for screen, said in (("compare", {}), ("compare", {"view": "stages"}), ("change", {})):
        assert not any(mark in drawn(screen, **said) for mark in marks)
    for bundle in sites_store.received():
        sites_store.drop_received(bundle.id)
    for body in whole:
        sites_store.receive("Riverside", {**of_format_2(body), "site": "Riverside"})
    theirs = compared().sites[-1]
    for figures in filter(None, theirs.rows[0].themes.values()):
        assert (figures.median, figures.sd, figures.interval, figures.lower, figures.stages) == (*(None,) * 4, {})
    thread = f"Riverside, from another server · {sites_store.rooms()[0].plan.initiative}"
    for page in (drawn("compare"), drawn("compare", view="stages"), drawn("change", thread=thread)):
        assert marks[0] in page
    assert marks[1] in drawn("compare", view="stages")


def test_an_index_of_an_older_cosmos_is_read_to_one_decimal(sites_store):
    fill(sites_store, 1, 1, 6, agreement=SHARES_ALL)
    [room] = sites_store.rooms()
    body = of_format_2(exports.bundle_to_share(gather(room)))
    for each in body["questionnaires"]["project"]["rounds"].values():
        each["groups"][0]["dimensions"]["power"]["mean"] = 2.25
    sites_store.receive("Riverside", {**body, "site": "Riverside"})
    assert compared().sites[-1].rows[0].themes["power"].mean == 2.3

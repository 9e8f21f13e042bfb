"""Over time: which workshops form a series, and what changed from each to the next."""

from support.many_sites import document, fill
from support.shared_sites import answers_of, ask_a_newer_one, change, compared, statements

from cosmos_app.storage import current, tables
from cosmos_app.workshop import sites
from cosmos_app.workshop.sites.wave_cache import SHARED_WAVES
from models.sites import SharingAgreement


def test_a_thread_is_one_piece_of_work_at_one_site_the_earliest_first(sites_store):
    [first, second, other] = fill(sites_store, 1, 3, 6)["Site 001"]
    change(sites_store, tables.plan, tables.plan.c.workshop == other, initiative="Something else")
    [thread] = sites.series_of(sites.sites_with_figures(), "project")
    assert [room.id for room in thread.rooms] == [first, second]
    [told] = sites.changes_of(thread)
    assert (told.before.id, told.after.id) == (first, second)
    for workshop, value in ((first, 1), (second, 3)):
        change(sites_store, tables.answer, answers_of(workshop), state="value", value=value)
    SHARED_WAVES.keep_only(())
    [told] = sites.changes_of(thread)
    power = next(one for one in told.themes if one.dimension == "power")
    assert (power.before.mean, power.after.mean, power.difference) == (1.0, 3.0, 2.0)


def test_side_by_side_and_over_time_score_by_the_same_newest_definition(sites_store):
    [_, second] = fill(sites_store, 1, 2, 12)["Site 001"]
    sections = document()["sections"]
    for item in (one for section in sections for one in section["items"] if one["id"].startswith("power.")):
        item["core"] = True
    scores = next(one for section in sections for one in section["items"] if one["id"] == "purpose.who_says_good")
    scores["scores"] = {"power": 5}
    ask_a_newer_one(sites_store, second, sections=sections)
    page = compared()
    assert page.questionnaire.version == "9.0.0"
    [changed] = sites.changes_of(sites.series_of(sites.sites_with_figures(), "project")[0])
    before, after = page.sites[0].rows
    for theme in changed.themes:
        assert told_of(before.themes[theme.dimension]) == told_of(theme.before)
        assert told_of(after.themes[theme.dimension]) == told_of(theme.after)
        assert theme.before.items == theme.after.items, "every question is shown both times"
    assert changed.themes


def told_of(theme):
    """What is told of a theme, but for what hangs on how many were asked: over time, those asked both times."""
    return theme.n, theme.mean, theme.items, theme.stages, theme.completeness, theme.lower, theme.upper


def test_over_time_goes_by_the_questions_that_are_shown_both_times(sites_store):
    [first, second] = fill(sites_store, 1, 2, 6)["Site 001"]
    sections = document()["sections"]
    scores = next(one for section in sections for one in section["items"] if one["id"] == "purpose.who_says_good")
    scores["scores"] = {"power": 1}
    for workshop in (first, second):
        change(sites_store, tables.answer, answers_of(workshop), state="value", value=2)
        ask_a_newer_one(sites_store, workshop, sections=sections)
    unknown = answers_of(first) & (tables.answer.c.item == "purpose.who_says_good")
    change(sites_store, tables.answer, unknown, state="dont_know", value=None)
    [changed] = sites.changes_of(sites.series_of(sites.sites_with_figures(), "project")[0])
    power = next(one for one in changed.themes if one.dimension == "power")
    assert (power.before.items, power.after.items) == (1, 1)
    [after] = [row.themes["power"] for row in compared().sites[0].rows if row.wave.id == second]
    assert after.items == 2, "of itself, the second time shows both"


def test_the_newest_definition_is_found_whichever_site_stands_first(sites_store):
    ids = fill(sites_store, 2, 1, 6)
    for site in ids:
        ask_a_newer_one(sites_store, ids[site][0])
        assert sites.questionnaires_to_compare(sites.sites_with_figures())["project"].version == "9.0.0"
        ask_a_newer_one(sites_store, ids[site][0], version=document()["version"])


def test_what_changed_is_not_read_anew_at_every_look(sites_store):
    fill(sites_store, 1, 3, 6)
    [thread] = sites.series_of(sites.sites_with_figures(), "project")
    first = sites.changes_of(thread)
    assert statements(sites_store, lambda: sites.changes_of(thread)) == []
    assert [one.themes for one in sites.changes_of(thread)] == [one.themes for one in first]


def test_a_room_is_told_what_changed_since_the_one_it_follows_whether_or_not_its_site_shares(sites_store):
    [first, second] = fill(sites_store, 1, 2, 6, agreement=SharingAgreement())["Site 001"]
    assert sites.change_since_last_time(current.store().room(second), "project") is None
    change(sites_store, tables.plan, tables.plan.c.workshop == second, previous=first)
    told = sites.change_since_last_time(current.store().room(second), "project")
    assert (told.before.id, told.after.id) == (first, second)
    assert sites.change_since_last_time(current.store().room(second), "ecology") is None
    asked = statements(sites_store, lambda: sites.change_since_last_time(current.store().room(second), "project"))
    assert not [one for one in asked if "answer" in one], "what was answered is not read at every click"
    change(sites_store, tables.plan, tables.plan.c.workshop == first, previous=second)  # a circle ends
    assert sites.change_since_last_time(current.store().room(second), "project") is not None

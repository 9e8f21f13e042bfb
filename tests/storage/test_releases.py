"""What an earlier release wrote opens in this one: its data file, its backups and its bundles, with all they hold."""

import gzip
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from support.stores import count

from cosmos_app.cli.main import main
from cosmos_app.interchange.bundles import read_bundle, shareable
from cosmos_app.settings import days_kept
from cosmos_app.storage import Erased, current, open_store, tables
from cosmos_app.storage.backups import back_up, restore
from cosmos_app.workshop import participation, rooms, sites
from models.answers import Response, Value
from models.group_scores import one_decimal

RELEASES = Path(__file__).parent / "releases"
V0_4_0 = RELEASES / "0.4.0"
WRITTEN_ON = date(2026, 11, 22)

TABLES = tables.metadata.sorted_tables
NEW_SINCE = {"audit_log", "removed_seat"}
"""Tables that later releases added."""


def unpacked(file, folder):
    to = folder / file.stem
    to.write_bytes(gzip.decompress(file.read_bytes()))
    return to


@pytest.fixture(params=["the data file", "a backup, on SQLite", "a backup, on PostgreSQL"])
def kept(request, tmp_path, monkeypatch):
    """The store of this process, as the release left it."""
    if request.param == "the data file":
        address = f"sqlite:///{unpacked(V0_4_0 / 'cosmos.sqlite3.gz', tmp_path)}"
    elif request.param == "a backup, on SQLite":
        address = f"sqlite:///{tmp_path}/restored.sqlite3"
    else:
        address = request.getfixturevalue("postgres")
    if request.param != "the data file":
        restore(address, V0_4_0 / "backup.zip")
    monkeypatch.setenv("COSMOS_DATABASE_URL", address)
    current.store.cache_clear()
    with current.store() as store:
        yield store
    current.store.cache_clear()


def the_room(store, wave):
    return next(room for room in store.rooms() if (room.plan.wave, room.step) == wave)


FINISHED, RUNNING, LATER = ("Spring 2026", "close"), ("Autumn 2026", "answer"), ("Autumn 2026", "")


def test_every_table_of_the_release_holds_something(kept):
    assert 0 not in count(kept, *(table for table in TABLES if table.name not in NEW_SINCE))


def test_people_and_answers_are_read_back(kept):
    finished = the_room(kept, FINISHED)
    assert (finished.workshop.phase, finished.workshop.round, finished.depth) == ("closed", 2, "short")
    assert finished.plan.promise.asked_by.startswith("Four parents")
    people = kept.people(finished.id)
    assert (len(people), len(rooms.counted(finished))) == (9, 9)
    assert {person.family for person in people} == {
        "around-it",
        "lives-with-the-service",
        "runs-leads-or-funds",
        "works-face-to-face",
    }
    sheets = kept.sheets(finished.id, "project")
    assert sum(len(sheet.responses) for sheet in sheets.values()) == 72
    assert sum(len(sheet.responses) for sheet in kept.sheets(finished.id, "project", 2).values()) == 10
    running = the_room(kept, RUNNING)
    [late] = [person for person in kept.people(running.id) if person.late]
    sheet, held = kept.own_sheet(late.id, "project", 1)
    assert sheet.response("power.who_decides") == Response(answer=Value(1))
    assert held == {"power.who_decides"}
    [paper] = kept.papers(running.id)
    assert (paper.label, paper.first, paper.second) == ("7", {"project/power.who_decides": "3"}, None)
    [again] = kept.people(the_room(kept, LATER).id)
    assert again.came_before
    assert again.same_as in {person.id for person in people}


def test_everybody_finds_back_to_their_seat(kept):
    alone = participation.resume("a token of one's own")
    assert alone is not None
    assert len(alone.sheet.responses) == 30
    assert dict(alone.targets)["power"] == 2.0
    assert set(kept.loci(alone.seat.workshop).items()) >= {("austerity", "concern")}
    assert len(kept.thoughts(alone.seat.participant, "project")) == 1
    back = participation.resume("back again")
    assert back is not None
    assert back.seat.workshop == the_room(kept, LATER).id
    assert kept.is_desk("a desk", today=WRITTEN_ON)
    assert kept.is_lead("a lead", today=WRITTEN_ON)
    assert not kept.is_desk("a lead", today=WRITTEN_ON)


def test_results_stay_as_they_were_shown_and_their_tables_are_those_of_this_release(kept):
    finished = the_room(kept, FINISHED)
    results = kept.results(finished.id)
    assert [(result.questionnaire, result.round, result.engine) for result in results] == [
        ("project", 1, "0.4.0"),
        ("project", 2, "0.4.0"),
    ]
    for result in results:
        computed = json.loads(json.dumps(rooms.disclosed_json(rooms.revealed(finished, "project", result.round))))
        for was, now in zip(result.body["groups"], computed["groups"], strict=True):
            kinds = ("by", "n", "suppressed", "items", "placements")
            assert [now.get(kind) for kind in kinds] == [was.get(kind) for kind in kinds]
            # The short form has one question a theme: its index is the same to one decimal, and nine tell no spread.
            themes, before = now.get("dimensions", {}), was.get("dimensions", {})
            assert themes.keys() == before.keys()
            for name, theme in themes.items():
                mean = before[name].get("mean")
                assert (theme["n"], theme.get("mean")) == (
                    before[name]["n"],
                    None if mean is None else one_decimal(mean),
                )
                assert theme.get("median") is theme.get("sd") is None
            people = {name: one["n"] for kind in ("items", "dimensions") for name, one in now.get(kind, {}).items()}
            for factor in now.get("factors", ()):
                assert factor["n"] == min(people[name] for name in factor["because"]), "from the tables that are shown"
    profile = rooms.profile(finished, "project")
    assert profile is not None
    assert profile.n == 9


def test_what_the_room_decided_is_read_back(kept):
    finished = the_room(kept, FINISHED)
    decisions = kept.decisions(finished.id)
    assert {item: decision.value for (_, item), decision in decisions.items()} == {
        "power.who_decides": 1,
        "results.made_a_difference": 2,
        "risk.safe_to_say": None,
        "strengths.start_from": 2,
    }
    assert decisions["project", "risk.safe_to_say"].other_side.startswith("This winter somebody spoke up")
    behind = decisions["project", "power.who_decides"].evidence
    assert behind is not None
    assert behind.date == "2026-02-16"
    assert dict(kept.targets(finished.id, "project")) == {"power": 2.0, "results": 3.0, "risk": 3.0}
    assert kept.loci(finished.id)["past-letdowns"] == "influence"
    assert [action.status for action in kept.actions(finished.id)] == ["done", "open", "dropped"]
    assert len(kept.own_factors(finished.id)) == 2
    assert len(kept.parked(finished.id)) == 3
    assert rooms.feedback(finished).n == 7
    assert kept.asked_again(finished.id) == {("project", "results.made_a_difference"), ("project", "power.who_decides")}


def test_its_sites_share_what_they_agreed_to(kept):
    here, elsewhere = sites.sites_with_figures()
    assert here.site.card.service == elsewhere.site.card.service == "A meeting place and home visits"
    assert here.site.sharing_agreement.stories
    page = sites.comparison_page([here], sites.Selection(questionnaire="project"))
    assert [row.n for row in page.sites[0].rows] == [9]


def test_a_report_is_written_of_it(kept, tmp_path):
    finished = the_room(kept, FINISHED)
    assert main(["report", finished.id, "-o", str(tmp_path / "report.html")]) == 0
    report = (tmp_path / "report.html").read_text(encoding="utf-8")
    for written in (
        "Spring 2026",
        "This winter somebody spoke up and was believed.",
        "Open on Saturday mornings",
        "The lift in the tower stands still for weeks",
    ):
        assert written in report


def test_a_backup_of_it_holds_as_much(kept, tmp_path):
    manifest = back_up(current.database_url(), tmp_path / "again.zip")
    assert manifest.rows == {table.name: n for table, n in zip(TABLES, count(kept, *TABLES), strict=True)}
    restore(f"sqlite:///{tmp_path}/again.sqlite3", tmp_path / "again.zip")
    with open_store(f"sqlite:///{tmp_path}/again.sqlite3") as again:
        assert count(again, *TABLES) == count(kept, *TABLES)


def test_its_bundle_comes_in_as_it_went_out(stored, tmp_path):
    file = unpacked(V0_4_0 / "shared.json.gz", tmp_path)
    body = json.loads(file.read_text(encoding="utf-8"))
    assert shareable(read_bundle(file)) == body
    assert main(["import", str(file)]) == 0
    [received] = stored.received()
    assert received.body == body
    [elsewhere] = sites.sites_with_figures()
    beside = sites.comparison_page([elsewhere], sites.Selection(questionnaire="project"))
    assert [row.n for row in beside.sites[0].rows] == [9]
    for told in filter(None, beside.sites[0].rows[0].themes.values()):
        assert (told.items, told.median, told.sd, told.interval, told.stages) == (0, None, None, None, {})
    assert sites.experiences([elsewhere], "project")[0].actions[0].status == "done"


def test_what_it_kept_is_erased_a_whole_period_after_the_first_look_and_not_before(kept):
    first_look, period = date(2031, 1, 1), timedelta(days_kept("room"))
    finished, rooms_kept = the_room(kept, FINISHED), len(kept.rooms())
    assert finished.erase_on is None
    assert (finished.plan.promise.controller, finished.plan.promise.legal_basis) == ("", "")
    assert kept.erase_due(today=first_look) == Erased(rooms=0, visits=0)
    assert the_room(kept, FINISHED).erase_on == first_look + period
    done = kept.erase_due(today=first_look + period)
    assert done == Erased(rooms=rooms_kept, visits=1)
    assert kept.rooms() == ()
    assert participation.resume("a token of one's own") is None

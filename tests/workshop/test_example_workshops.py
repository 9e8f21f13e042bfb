"""The example: a finished, a running and a prepared workshop at one site."""

import pytest
from support.opened_rooms import exported
from support.refusals import refused

from cosmos_app.storage import current
from cosmos_app.workshop import put_example, rooms
from models.workshop import NotAllowedError


def test_the_example_is_a_site_with_a_finished_a_running_and_a_prepared_workshop(here):
    ids = put_example.put_workshops()
    finished, running, draft = (current.store().room(ids[key]) for key in ("finished", "running", "draft"))
    assert [one.workshop.phase for one in (finished, running, draft)] == ["closed", "open", "draft"]
    assert all(one.example and one.plan.site == finished.plan.site for one in (finished, running, draft))
    assert running.plan.previous == finished.id
    assert {one.status for one in rooms.last_actions(running)} == {"open", "done", "dropped"}
    assert rooms.last_actions(finished) == ()
    agreed = rooms.agreed_answers(finished, "project")
    settled = here.decisions(finished.id)
    assert 0 < len(agreed.responses) < len(settled), "something was agreed, and something stayed apart"
    assert rooms.counts(running).finished > 0
    with pytest.raises(NotAllowedError):
        exported(running)
    with refused(NotAllowedError, match="lacks"):
        rooms.open_room(draft)


def test_the_finished_example_can_be_taken_away(here):
    finished = current.store().room(put_example.put_workshops()["finished"])
    body = exported(finished)
    assert (body["format"], body["example"], body["site"]) == ("cosmos-room/3", True, finished.plan.site)
    of_project = body["questionnaires"]["project"]
    assert len(of_project["settled"]) == len(here.decisions(finished.id))
    assert of_project["targets"]
    for of_round in of_project["rounds"].values():
        everyone, *families = of_round["groups"]
        assert (everyone["n"], sum(one["n"] for one in families)) == (9, 9), "each of them said yes to small groups"
    assert len(body["actions"]) == 3
    assert body["own_factors"]
    assert body["parked"]
    assert rooms.feedback(finished).n == 7

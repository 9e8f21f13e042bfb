"""A copy of what one person said in a room: all of theirs, nothing of others', and only once it can't be erased."""

import json

import pytest
from support.opened_rooms import reveal
from support.refusals import refused
from support.report_rooms import PLAN, READ, a_room, joined

from cosmos_app.outputs.report.own_answers import own_answers, own_answers_json
from cosmos_app.outputs.report.renderers import RENDERERS
from cosmos_app.storage import current
from cosmos_app.workshop import participation, rehearsal
from cosmos_app.workshop.participation import resume
from models.answers import Evidence, Response, Value
from models.workshop import NotAllowedError

WHO_DECIDES, WHO_SAYS = "power.who_decides", "purpose.who_says_good"
MINE = Response(answer=Value(3), why="Zebras <b>asked</b> me.", known_by="seen", evidence=Evidence(note="The minutes"))


def sit(room, token="mine", says=MINE):
    kept = current.store()
    person = kept.join(room.id, token, role="uses-the-service", family="lives-with-the-service", second_hat="x")
    kept.record(person, "project", WHO_DECIDES, says)
    kept.keep_thought(person, "project", "unlearned", "Nobody reads letters.")
    return person


@pytest.fixture
def frozen(stored):
    """A room that has closed its first round, in which somebody has said something among others."""
    room = rehearsal.begin(PLAN)
    sit(room)
    sit(room, "other", Response(answer=Value(0), why="What another person wrote."))
    stored.step_to(room.id, "frozen")
    return room


def page_of(visit):
    return joined(READ[".html"](RENDERERS[".html"].render(own_answers(visit))))


def test_it_holds_all_that_the_person_said_and_nothing_of_anybody_else(frozen):
    visit = resume("mine")
    page, file = page_of(visit), own_answers_json(visit)
    question = visit.questionnaire.by_id[WHO_DECIDES].stem(visit.seat.family)
    for words in (question, "Zebras <b>asked</b> me.", "The minutes", "Nobody reads letters.", PLAN.initiative):
        assert joined(words) in page
    [part] = json.loads(file)["said"]
    assert part["answers"] == {
        WHO_DECIDES: {
            "value": 3,
            "why": "Zebras <b>asked</b> me.",
            "known_by": "seen",
            "evidence": {"link": "", "date": "", "note": "The minutes"},
        }
    }
    assert part["thoughts"] == {"unlearned": "Nobody reads letters."}
    assert (part["round"], part["not_counted"]) == (1, [])
    assert "another person" not in file
    assert joined("another person") not in page


def test_every_format_of_a_report_can_hold_it(frozen):
    document = own_answers(resume("mine"))
    for ending, renderer in RENDERERS.items():
        if ending != ".pptx":
            assert joined("The minutes") in joined(READ[ending](renderer.render(document)))


def test_until_the_first_round_is_closed_there_is_none_because_all_can_still_be_erased(stored):
    room = rehearsal.begin(PLAN)
    sit(room)
    for write in (own_answers, own_answers_json):
        with refused(NotAllowedError, match="once the first round is closed"):
            write(resume("mine"))
    stored.step_to(room.id, "frozen")
    assert own_answers(resume("mine")).sections
    stored.step_to(room.id, "open")
    with refused(NotAllowedError, match="once the first round is closed"):
        own_answers(resume("mine"))


def test_a_visit_of_one_person_has_its_own_files(stored):
    participation.begin("alone", "project", "short", None)
    with refused(NotAllowedError, match="first round"):
        own_answers(resume("alone"))


def test_both_rounds_stand_in_it_and_what_came_too_late_says_so(stored, frozen):
    visit = resume("mine")
    assert stored.record(visit.seat.participant, "project", WHO_SAYS, Response(answer=Value(1))) == "held"
    assert "Keptforyou" in page_of(resume("mine"))
    assert json.loads(own_answers_json(resume("mine")))["said"][0]["not_counted"] == [WHO_SAYS]
    reveal(stored.room(frozen.id))
    stored.ask_again(frozen.id, [("project", WHO_DECIDES)])
    stored.step_to(frozen.id, "open")
    stored.record(visit.seat.participant, "project", WHO_DECIDES, Response(answer=Value(4)))
    said = json.loads(own_answers_json(resume("mine")))["said"]
    assert [(part["round"], part["answers"].get(WHO_DECIDES, {}).get("value")) for part in said] == [(1, 3), (2, 4)]
    assert joined("the second round") in page_of(resume("mine"))


def test_it_can_be_taken_along_until_the_workshop_is_erased(stored):
    room = a_room()
    person = sorted(person.id for person in stored.people(room.id))[0]
    stored.add_token(person, "a code")
    reveal(room)
    for phase in ("agreed", "closed"):
        stored.step_to(room.id, phase)
        assert own_answers(resume("a code")).sections
    stored.erase(room.id)
    assert resume("a code") is None

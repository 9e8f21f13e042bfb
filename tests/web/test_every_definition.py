"""Nothing that ``cosmos check`` passes crashes a screen, whoever looks at it, alone or in a room, short or full."""

import json
from dataclasses import replace
from random import Random

from hypothesis import HealthCheck, Phase, assume, given
from hypothesis import strategies as st
from support.every_screen import Browser, answer_all, begin, walk
from support.examples import examples
from support.opened_rooms import reveal
from support.room_screens import drawn
from support.stores import DAY, PROMISE
from support.valid_definitions import EVERYBODY, answer_to, documents

from cosmos_app.content.catalogue import catalogues
from cosmos_app.content.loader import check_file
from cosmos_app.outputs import exports
from cosmos_app.outputs.report.room_report import report
from cosmos_app.outputs.report.solo_files import answers_csv, bundle_json
from cosmos_app.outputs.report.solo_report import own_report
from cosmos_app.storage import current
from cosmos_app.texts.solo.questions import NOTHING_FOR_YOU
from cosmos_app.texts.solo.start import NOTHING_TO_ASK
from cosmos_app.workshop import participation, rehearsal, rooms
from models.answers import Response
from models.definition import DEPTHS
from models.plan import Plan

PLAN = Plan(site="Harbour", initiative="Home visits", asked={"drawn": ()}, promise=PROMISE, smallest_group=3)
ONE_AFTER_THE_OTHER = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much]
"""The folder and the store serve all examples of a test, each with people and rooms of its own."""
AT_ONCE = [Phase.explicit, Phase.reuse, Phase.generate]
"""What fails is told as it was drawn: to look for less would open every screen a thousand times."""


def offer(folder, document):
    """Put a definition on offer, if it has no errors."""
    file = folder / "drawn.json"
    file.write_text(json.dumps(document))
    assume(not any(not problem.is_warning for problem in check_file(file)))


@examples(5, suppress_health_check=ONE_AFTER_THE_OTHER, phases=AT_ONCE)
@given(document=documents(), depth=st.sampled_from(DEPTHS), role=st.sampled_from(EVERYBODY), seed=st.integers(0, 99))
def test_no_screen_of_a_person_alone_crashes(folder, document, depth, role, seed):
    offer(folder, document)
    for number, (form, who) in enumerate((form, who) for form in DEPTHS for who in EVERYBODY):
        browser = Browser(number)
        if not begin(browser, form, who):
            assert browser.says(NOTHING_TO_ASK())
            continue
        assert not browser.says(NOTHING_FOR_YOU())
        if (form, who) == (depth, role):
            walk(browser)
            visit = answer_all(browser.visit(), Random(seed))
            walk(browser)
            own_report(visit, DAY)
            answers_csv(visit)
            bundle_json(visit)
        participation.erase(browser.visit())


@examples(3, suppress_health_check=ONE_AFTER_THE_OTHER, phases=AT_ONCE)
@given(document=documents(), depth=st.sampled_from(DEPTHS), role=st.sampled_from(EVERYBODY), seed=st.integers(0, 99))
def test_no_screen_of_a_room_crashes(folder, document, depth, role, seed):
    offer(folder, document)
    chance = Random(seed)
    room = rehearsal.begin(replace(PLAN, depth=depth))
    for who in EVERYBODY * 3:
        said = {
            (name, item.id): Response(answer=answer_to(item, chance), why="So it is.")
            for name, layout in rooms.layouts(room).items()
            for item in layout.questionnaire.at_depth(depth)
        }
        rehearsal.seat(room, who, said)
    phone = Browser()
    family = catalogues().roles.family_of(role)
    current.store().join(room.id, phone.token, role=role, family=family, move=True)
    walk(phone)
    desk = Browser(1)
    for screen in ("desk", "facilitate", "paper", "wall"):
        desk.open(screen, w=room.id)
    for phase in ("open", "frozen", "revealed", "agreed", "closed"):
        room = go(room, phase)
        drawn(room, phone.visit())
        for revealed in (rooms.revealed(room, "drawn"),) if room.workshop.shows_results else ():
            focused = [replace(room, focus=f"drawn/{one.item.id}") for one in revealed.board]
            for one in focused:
                drawn(one, phone.visit(), steps=("discuss",))
        walk(phone)
        desk.open("facilitate", w=room.id)
    exports.export(room, ".json")
    report(room, today=DAY)
    current.store().erase(room.id)


def go(room, phase):
    """Take a room to a phase, from the one before it."""
    if phase == "revealed":
        reveal(room)
    elif phase != "open":
        current.store().step_to(room.id, phase)
    return current.store().room(room.id)

"""The tables of a room have a row for everything there is."""

from dataclasses import fields
from datetime import date
from typing import get_args

from cosmos_app.texts.agenda import BUTTONS, STEPS
from cosmos_app.texts.room.desk import PHASE_TEXTS
from cosmos_app.texts.room.dots import SHAPE_TEXTS
from cosmos_app.texts.room.facilitating import CONFIRM
from cosmos_app.texts.room.participants import NOT_OPEN
from cosmos_app.texts.room.plan import AGENDA_TEXTS, GROUP_SIZES, lacking
from cosmos_app.texts.room.promise import FOUND_OUT, KEPT_UNTIL, PROMISE, TRY_OUT, promise_lines
from cosmos_app.web.views.room.facilitator_controls import CONTROLS
from cosmos_app.web.views.room.shared_view import SHOW
from models.agreement import Shape
from models.plan import AGENDAS, BLANK, Plan, Promise, missing
from models.smallest_group import DEFAULT_K, SMALLEST_K
from models.workshop import ROUNDS, Phase, Workshop


def test_every_step_of_the_script_has_something_to_do_and_something_to_look_at():
    keys = [step.key for step in STEPS]
    assert list(CONTROLS) == keys
    assert list(SHOW) == keys


def test_every_button_that_moves_a_room_says_first_what_it_does():
    assert CONFIRM.keys() == BUTTONS.keys()


def test_every_phase_says_who_sees_what():
    reached = {("draft", 1), *((phase, number) for phase in get_args(Phase)[1:] for number in ROUNDS)}
    assert PHASE_TEXTS.keys() == reached
    assert NOT_OPEN.keys() == {phase for phase in get_args(Phase) if not Workshop(phase=phase).can_join}


def test_every_line_of_the_promise_has_words_and_begins_unfinished_unless_it_is_always_true():
    assert list(PROMISE) == [part.name for part in fields(Promise)]
    for name, line in PROMISE.items():
        assert line.starters
        starter = line.starters[0]()
        started = Plan(promise=Promise(**{name: starter}))
        assert (f"promise.{name}" in missing(started)) == (BLANK in starter)
        assert (BLANK in starter) == (name != "who_sees")


def test_a_promise_is_read_in_the_order_of_the_form_and_says_when_it_all_is_erased():
    said = Promise(**{name: f"our {name}" for name in PROMISE})
    lines = list(promise_lines(said, date(2028, 5, 31), 5))
    assert [line.name for line in lines if line.name not in (KEPT_UNTIL, FOUND_OUT)] == list(PROMISE)
    [found_out] = [number for number, line in enumerate(lines) if line.name == FOUND_OUT]
    assert lines[found_out - 1].name == "who_sees"
    assert "5" in lines[found_out].answer
    [until] = [line.answer for line in lines if line.name == KEPT_UNTIL]
    assert until.startswith("Until 31 May 2028.")
    assert lines[-1].name == "harm_contact"
    assert [line.answer for line in promise_lines(said, None, None) if line.name in (KEPT_UNTIL, FOUND_OUT)] == ["", ""]


def test_the_promise_of_a_try_out_is_whole():
    tried = Plan(
        site="Here",
        initiative="This",
        asked={"project": ()},
        promise=Promise(**{name: line() for name, line in TRY_OUT.items()}),
    )
    assert missing(tried) == ()


def test_whatever_a_plan_may_lack_is_said_in_words():
    assert all(lacking(part) for part in missing(Plan()))


def test_what_can_be_chosen_is_what_there_is():
    assert tuple(AGENDA_TEXTS) == AGENDAS
    assert SHAPE_TEXTS.keys() == {*get_args(Shape), None}
    assert {SMALLEST_K, DEFAULT_K} <= GROUP_SIZES.keys()
    assert all(size >= SMALLEST_K for size in GROUP_SIZES)

"""The facilitator's script keeps its times, says what people may rely on, and can be read aloud."""

from typing import get_args

import pytest

from cosmos_app.texts.agenda import BREAK, BUTTONS, DISCUSSED, MEETING, STEPS, Trap, length, script, traps
from models.lint.wording import OLDEST, readability, words_of
from models.plan import AGENDAS, Agenda

LONGEST_SENTENCE = 25
"""Words that a person can say in one breath and another can follow."""


def every_text(step):
    watched = [text() for trap in step.watch for text in (trap.sign, trap.then)]
    return [step.about(), *(line() for line in step.say), *step.to_do(), step.room(), *watched]


def test_the_steps_come_in_the_order_in_which_a_room_needs_them():
    assert [step.key for step in STEPS] == [
        "welcome",
        "answer",
        "reveal",
        "discuss",
        "again",
        "agree",
        "profile",
        "surroundings",
        "actions",
        "close",
    ]


def test_every_agenda_has_its_minutes_in_every_step():
    assert set(get_args(Agenda)) == set(AGENDAS) == set(MEETING) == set(DISCUSSED)
    assert all(set(step.minutes) == set(AGENDAS) for step in STEPS)
    assert all(minutes >= 0 for step in STEPS for minutes in step.minutes.values())


@pytest.mark.parametrize("agenda", AGENDAS)
def test_no_meeting_takes_longer_than_the_name_of_its_agenda_says(agenda):
    count, _, minutes = agenda.rpartition("x")
    meetings = length(agenda)
    assert len(meetings) == int(count or 1)
    assert int(minutes) == MEETING[agenda]
    assert all(int(minutes) - 5 <= one <= int(minutes) for one in meetings)


def test_ninety_minutes_are_spent_as_the_session_script_of_the_literature_spends_them():
    spent = [step.minutes["90"] for step in STEPS]
    profile_and_surroundings, actions_and_close = sum(spent[6:8]), sum(spent[8:])
    assert [*spent[:6], profile_and_surroundings, actions_and_close] == [8, 15, 5, 25, 5, 10, 10, 10]


def test_the_short_agenda_leaves_out_the_second_round_and_nothing_else():
    left_out = [step.key for step in STEPS if step not in script("45")]
    assert left_out == ["again"]
    assert script("90") == script("2x60") == STEPS


def test_a_question_gets_five_minutes_of_talk_at_least():
    talk = next(step for step in STEPS if step.key == "discuss")
    assert all(talk.minutes[agenda] >= 5 * DISCUSSED[agenda] for agenda in AGENDAS)
    assert [str(DISCUSSED[agenda]) in " ".join(talk.to_do()) for agenda in AGENDAS] == [True, True, True]


def test_the_second_meeting_begins_once_the_room_has_talked_and_lasts_to_the_end():
    assert [step.key for step in STEPS if step.sitting == 1] == ["welcome", "answer", "reveal", "discuss"]
    assert [step.sitting for step in STEPS] == sorted(step.sitting for step in STEPS)


def test_every_button_that_moves_a_room_is_named_where_it_is_pressed():
    named = {
        name: [step.key for step in STEPS if any(f"“{button()}”" in line for line in step.to_do())]
        for name, button in BUTTONS.items()
    }
    assert named == {
        "let_in": ["welcome"],
        "close_round": ["answer", "again"],
        "reopen": ["answer"],
        "show_dots": ["reveal", "again"],
        "ask_again": ["again"],
        "go_on": ["profile"],
        "close": ["close"],
    }


def test_every_common_trap_is_watched_for_somewhere():
    common = {trap for trap in vars(traps).values() if isinstance(trap, Trap)}
    assert len(common) == 9
    assert common <= {trap for step in STEPS for trap in step.watch}


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_a_step_can_be_read_aloud_and_understood_at_fourteen(step):
    texts = every_text(step)
    assert all(line() for line in step.say), step.key
    assert all(step.to_do()), step.key
    assert step.watch
    assert readability(texts) + 5 <= OLDEST
    sentences = [one for text in texts for one in text.replace("?", ".").replace(":", ".").replace(";", ".").split(".")]
    assert [one for one in sentences if len(words_of(one)) > LONGEST_SENTENCE] == []


def test_the_break_ends_the_first_meeting_and_begins_the_second():
    assert readability([line() for line in (*BREAK.end, *BREAK.begin)]) + 5 <= OLDEST
    assert length("2x60") == (60, 60)
    without = [sum(step.minutes["2x60"] for step in STEPS if step.sitting == one) for one in (1, 2)]
    assert [60 - minutes for minutes in without] == [BREAK.ends, BREAK.begins]


def test_nobody_is_asked_for_scores_before_the_profile():
    before = [text for step in STEPS[: [step.key for step in STEPS].index("profile")] for text in every_text(step)]
    mentions = [text for text in before if "score" in text.casefold()]
    assert all("no scores" in text or "without scores" in text for text in mentions)

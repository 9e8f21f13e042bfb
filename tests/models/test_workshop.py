"""A workshop's steps: which are allowed, which refused, and what each state allows."""

import re
from itertools import product

import pytest

from cosmos_app.texts.refusals import refusal
from models.workshop import NotAllowedError, Workshop

PHASES = ("draft", "open", "frozen", "revealed", "agreed", "closed")

ALLOWED = {
    ("draft", "open", 1): 1,
    ("open", "frozen", 1): 1,
    ("frozen", "open", 1): 1,
    ("frozen", "revealed", 1): 1,
    ("revealed", "open", 1): 2,
    ("revealed", "agreed", 1): 1,
    ("agreed", "closed", 1): 1,
    ("open", "frozen", 2): 2,
    ("frozen", "open", 2): 2,
    ("frozen", "revealed", 2): 2,
    ("revealed", "agreed", 2): 2,
    ("agreed", "closed", 2): 2,
}
"""Every step that is allowed, by phase, next phase and round, with the round it leads to."""


@pytest.mark.parametrize(("step", "leads_to"), ALLOWED.items())
@pytest.mark.parametrize("kind", ["alone", "shared", "room"])
def test_a_step_that_is_allowed(step, leads_to, kind):
    phase, to, present = step
    assert Workshop(kind=kind, phase=phase, round=present).to(to) == Workshop(kind=kind, phase=to, round=leads_to)


@pytest.mark.parametrize(
    ("phase", "to", "present"),
    [step for step in product(PHASES, PHASES, (1, 2)) if step not in {*ALLOWED, ("draft", "open", 2)}],
)
def test_a_step_that_is_refused_says_what_is_possible(phase, to, present):
    with pytest.raises(NotAllowedError) as refused:
        Workshop(phase=phase, round=present).to(to)
    assert re.search(r"Possible now: \w+", refusal(refused.value))


@pytest.mark.parametrize("phase", PHASES)
def test_answers_count_only_while_a_round_is_open(phase):
    assert Workshop(phase=phase).takes_answers == (phase == "open")


@pytest.mark.parametrize("phase", PHASES)
def test_nobody_in_a_room_sees_results_before_the_first_reveal(phase):
    assert Workshop(kind="room", phase=phase).shows_results == (phase in ("revealed", "agreed", "closed"))


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("kind", ["alone", "shared"])
def test_one_person_alone_or_one_screen_may_see_its_own_results_at_once(phase, kind):
    here = Workshop(kind=kind, phase=phase)
    assert here.shows_results == here.shows_scores == (phase != "draft")


@pytest.mark.parametrize(
    ("phase", "turn", "shown"),
    [
        ("draft", 1, ()),
        ("open", 1, ()),
        ("frozen", 1, ()),
        ("revealed", 1, (1,)),
        ("agreed", 1, (1,)),
        ("closed", 1, (1,)),
        ("open", 2, (1,)),
        ("frozen", 2, (1,)),
        ("revealed", 2, (1, 2)),
        ("agreed", 2, (1, 2)),
        ("closed", 2, (1, 2)),
    ],
)
def test_a_round_is_hidden_until_its_own_reveal_and_never_again(phase, turn, shown):
    here = Workshop(phase=phase, round=turn)
    assert here.rounds_shown == shown
    assert here.shows_results == bool(shown)


@pytest.mark.parametrize(("phase", "turn"), list(product(PHASES, (1, 2))))
def test_a_room_sees_scores_only_when_it_has_talked(phase, turn):
    assert Workshop(phase=phase, round=turn).shows_scores == (phase in ("agreed", "closed"))


@pytest.mark.parametrize(
    ("phase", "turn", "late", "becomes"),
    [
        ("draft", 1, False, "refused"),
        ("open", 1, False, "counted"),
        ("open", 1, True, "counted"),
        ("frozen", 1, False, "held"),
        ("frozen", 1, True, "held"),
        ("revealed", 1, False, "held"),
        ("revealed", 1, True, "held"),
        ("open", 2, False, "counted"),
        ("open", 2, True, "held"),
        ("frozen", 2, False, "held"),
        ("revealed", 2, True, "held"),
        ("agreed", 1, False, "refused"),
        ("agreed", 2, True, "refused"),
        ("closed", 1, False, "refused"),
    ],
)
def test_what_becomes_of_an_answer_in_a_room(phase, turn, late, becomes):
    assert Workshop(kind="room", phase=phase, round=turn).accepts(late) == becomes


@pytest.mark.parametrize(("phase", "late"), list(product(PHASES, (False, True))))
@pytest.mark.parametrize("kind", ["alone", "shared"])
def test_alone_an_answer_counts_while_it_is_open_and_is_refused_otherwise(phase, late, kind):
    assert Workshop(kind=kind, phase=phase).accepts(late) == ("counted" if phase == "open" else "refused")


@pytest.mark.parametrize(
    ("phase", "turn", "joins"),
    [
        ("draft", 1, None),
        ("open", 1, "in time"),
        ("frozen", 1, "late"),
        ("revealed", 1, "late"),
        ("open", 2, "late"),
        ("frozen", 2, "late"),
        ("revealed", 2, "late"),
        ("agreed", 1, None),
        ("agreed", 2, None),
        ("closed", 1, None),
    ],
)
def test_who_can_join_a_room_and_whether_that_is_late(phase, turn, joins):
    here = Workshop(phase=phase, round=turn)
    assert here.can_join == (joins is not None)
    if joins:
        assert here.joins_late == (joins == "late")


@pytest.mark.parametrize("phase", PHASES)
def test_the_one_seat_of_a_workshop_of_one_is_never_late(phase):
    assert Workshop(kind="alone", phase=phase).can_join
    assert not Workshop(kind="alone", phase=phase).joins_late


def test_nothing_counts_once_it_is_seen():
    for phase, turn, late in product(PHASES, (1, 2), (False, True)):
        here = Workshop(phase=phase, round=turn)
        assert not (here.accepts(late) == "counted" and turn in here.rounds_shown)


def test_the_whole_way_has_an_end():
    workshop = Workshop()
    for phase in ("open", "frozen", "open", "frozen", "revealed", "open", "frozen", "revealed", "agreed", "closed"):
        workshop = workshop.to(phase)
    assert (workshop.phase, workshop.round) == ("closed", 2)

"""A workshop's steps: which are allowed, which refused, and what each state allows."""

from itertools import product

import pytest

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
@pytest.mark.parametrize("kind", ["alone", "room"])
def test_a_step_that_is_allowed(step, leads_to, kind):
    phase, to, present = step
    assert Workshop(kind=kind, phase=phase, round=present).to(to) == Workshop(kind=kind, phase=to, round=leads_to)


@pytest.mark.parametrize(
    ("phase", "to", "present"),
    [step for step in product(PHASES, PHASES, (1, 2)) if step not in {*ALLOWED, ("draft", "open", 2)}],
)
def test_a_step_that_is_refused_says_what_is_possible(phase, to, present):
    with pytest.raises(NotAllowedError, match=r"Possible now: \w+"):
        Workshop(phase=phase, round=present).to(to)


@pytest.mark.parametrize("phase", PHASES)
def test_answers_count_only_while_a_round_is_open(phase):
    assert Workshop(phase=phase).takes_answers == (phase == "open")


@pytest.mark.parametrize("phase", PHASES)
def test_nobody_in_a_room_sees_results_before_the_reveal(phase):
    assert Workshop(kind="room", phase=phase).shows_results == (phase in ("revealed", "agreed", "closed"))


@pytest.mark.parametrize("phase", PHASES)
def test_one_person_alone_may_see_their_own_results_at_once(phase):
    assert Workshop(kind="alone", phase=phase).shows_results == (phase != "draft")


def test_a_second_round_hides_results_again():
    assert not Workshop(phase="revealed").to("open").shows_results


def test_the_whole_way_has_an_end():
    workshop = Workshop()
    for phase in ("open", "frozen", "open", "frozen", "revealed", "open", "frozen", "revealed", "agreed", "closed"):
        workshop = workshop.to(phase)
    assert (workshop.phase, workshop.round) == ("closed", 2)

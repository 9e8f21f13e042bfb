import pytest

from cosmos_app.workshop.throttle import FORGOTTEN_AFTER, FREE_TRIES, LONGEST_WAIT, MOST_NAMES, Doors, TooSoonError


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def doors(clock):
    return Doors(clock=clock)


def waits(doors, *names):
    try:
        doors.knock(*names)
    except TooSoonError as error:
        return error.seconds
    return 0


def test_a_few_mistyped_codes_cost_nothing(doors):
    for _ in range(FREE_TRIES):
        doors.refuse("192.168.1.7")
    assert waits(doors, "192.168.1.7") == 0


def test_each_further_wrong_code_doubles_the_wait_up_to_half_a_minute(doors, clock):
    for _ in range(FREE_TRIES):
        doors.refuse("192.168.1.7")
    told = []
    for _ in range(8):
        doors.refuse("192.168.1.7")
        told.append(waits(doors, "192.168.1.7"))
        clock.now += told[-1]
        assert waits(doors, "192.168.1.7") == 0
    assert told == [3, 5, 9, 17, *[LONGEST_WAIT + 1] * 4]


def test_guessing_at_one_workshop_from_many_addresses_is_slowed_as_well(doors):
    for number in range(FREE_TRIES + 1):
        doors.refuse(f"10.0.0.{number}", "workshop a")
    assert waits(doors, "10.0.0.99", "workshop a") > 0
    assert waits(doors, "10.0.0.99", "workshop b") == 0
    assert waits(doors, "10.0.0.1", "workshop b") == 0


def test_after_a_while_it_is_forgotten(doors, clock):
    for _ in range(FREE_TRIES + 5):
        doors.refuse("192.168.1.7")
    clock.now += FORGOTTEN_AFTER + 1
    doors.refuse("192.168.1.7")
    assert waits(doors, "192.168.1.7") == 0


def test_many_addresses_fill_no_memory(doors):
    for number in range(MOST_NAMES + 50):
        doors.refuse(str(number))
    assert len(doors._tries) == MOST_NAMES

import pytest

from cosmos_app.workshop.throttle import FORGOTTEN_AFTER, FREE_TRIES, LONGEST_WAIT, MOST_NAMES, Throttle, TooSoonError


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def throttle(clock):
    return Throttle(clock=clock)


def waits(throttle, *names):
    try:
        throttle.check(*names)
    except TooSoonError as error:
        return error.seconds
    return 0


def test_a_few_mistyped_codes_cost_nothing(throttle):
    for _ in range(FREE_TRIES):
        throttle.count_wrong("192.168.1.7")
    assert waits(throttle, "192.168.1.7") == 0


def test_each_further_wrong_code_doubles_the_wait_up_to_half_a_minute(throttle, clock):
    for _ in range(FREE_TRIES):
        throttle.count_wrong("192.168.1.7")
    told = []
    for _ in range(8):
        throttle.count_wrong("192.168.1.7")
        told.append(waits(throttle, "192.168.1.7"))
        clock.now += told[-1]
        assert waits(throttle, "192.168.1.7") == 0
    assert told == [3, 5, 9, 17, *[LONGEST_WAIT + 1] * 4]


def test_guessing_at_one_workshop_from_many_addresses_is_slowed_as_well(throttle):
    for number in range(FREE_TRIES + 1):
        throttle.count_wrong(f"10.0.0.{number}", "workshop a")
    assert waits(throttle, "10.0.0.99", "workshop a") > 0
    assert waits(throttle, "10.0.0.99", "workshop b") == 0
    assert waits(throttle, "10.0.0.1", "workshop b") == 0


def test_after_a_while_it_is_forgotten(throttle, clock):
    for _ in range(FREE_TRIES + 5):
        throttle.count_wrong("192.168.1.7")
    clock.now += FORGOTTEN_AFTER + 1
    throttle.count_wrong("192.168.1.7")
    assert waits(throttle, "192.168.1.7") == 0


def test_many_addresses_fill_no_memory(throttle):
    for number in range(MOST_NAMES + 50):
        throttle.count_wrong(str(number))
    assert len(throttle._tries) == MOST_NAMES

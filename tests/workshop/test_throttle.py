"""Guessing is slowed, and nobody is locked out by others' guesses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cosmos_app.storage.codes import CODE_LETTERS, JOIN_LETTERS
from cosmos_app.workshop import throttle as module
from cosmos_app.workshop.throttle import (
    FORGOTTEN_AFTER,
    FREE_TRIES,
    MOST_BROWSERS,
    MOST_NAMES,
    SECONDS_ADDRESS,
    Browsers,
    Throttle,
    TooSoonError,
    network,
)

ROOM = "203.0.113.7"
HOUR = 3600


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


@pytest.fixture
def all_of_it(clock, monkeypatch):
    """The throttle of a process that has just started, with a clock of its own."""
    fresh = {
        "BY_ADDRESS": Throttle(clock=clock),
        "BY_BROWSER": Throttle(seconds=module.SECONDS_BROWSER, clock=clock),
        "BY_TARGET": Throttle(module.FREE_FOR_ALL, module.SECONDS_ALL, clock=clock),
        "BROWSERS": Browsers(clock=clock),
    }
    for name, value in fresh.items():
        monkeypatch.setattr(module, name, value)
    return module


def waits(throttle, *names):
    try:
        throttle.check(*names)
    except TooSoonError as error:
        return error.seconds
    return 0


def guesses(everything, address, browser=""):
    """Try wrong codes until refused; returns how many were allowed."""
    tried = 0
    while waits(everything, address, "codes", browser) == 0:
        everything.count_wrong(address, "codes", browser)
        tried += 1
    return tried


def test_a_few_mistyped_codes_cost_nothing_and_then_one_comes_back_at_a_time(throttle, clock):
    for _ in range(FREE_TRIES):
        assert waits(throttle, "a room") == 0
        throttle.count_wrong("a room")
    assert waits(throttle, "a room") == SECONDS_ADDRESS
    clock.now += SECONDS_ADDRESS
    assert waits(throttle, "a room") == 0
    throttle.count_wrong("a room")
    assert waits(throttle, "a room") == SECONDS_ADDRESS


def test_asking_does_not_prolong_the_wait_and_after_a_while_all_is_as_before(throttle, clock):
    for _ in range(FREE_TRIES + 50):
        throttle.count_wrong("a room")
    first = waits(throttle, "a room")
    assert [waits(throttle, "a room") for _ in range(5)] == [first] * 5
    clock.now += FREE_TRIES * SECONDS_ADDRESS
    for _ in range(FREE_TRIES):
        assert waits(throttle, "a room") == 0
        throttle.count_wrong("a room")


@given(steps=st.lists(st.tuples(st.floats(0, 100), st.booleans()), max_size=200))
@settings(max_examples=100)
def test_no_more_is_ever_tried_than_the_bucket_holds_and_time_brings(steps):
    clock = Clock()
    throttle, tried = Throttle(5, 10, clock), 0
    for later, eager in steps:
        clock.now += later
        while waits(throttle, "one") == 0:
            throttle.count_wrong("one")
            tried += 1
            if not eager:
                break
    assert tried <= 5 + (clock.now - Clock.now) / 10 + 1e-6


def test_twenty_five_wrong_codes_lock_out_nobody_else_behind_the_same_address(all_of_it, clock):
    all_of_it.meet(ROOM, "an honest browser")
    for browser in ("", "a guesser"):
        all_of_it.meet(ROOM, "a guesser")
        for _ in range(25):
            all_of_it.count_wrong(ROOM, "codes", browser)
    assert waits(all_of_it, ROOM, "codes", "a guesser") > 0
    assert waits(all_of_it, ROOM, "codes") > 0
    assert waits(all_of_it, ROOM, "codes", "an honest browser") == 0
    all_of_it.meet(ROOM, "one that comes later")
    assert waits(all_of_it, ROOM, "codes", "one that comes later") == 0


def test_a_flood_of_cookies_for_an_hour_locks_out_nobody_who_was_there_before(all_of_it, clock):
    all_of_it.meet(ROOM, "an honest browser")
    for minute in range(0, 60, 6):
        for number in range(MOST_BROWSERS + 100):
            browser = f"guesser {number if minute % 12 else number + minute}"
            all_of_it.meet(ROOM, browser)
            guesses(all_of_it, ROOM, browser)
        assert waits(all_of_it, ROOM, "codes", "an honest browser") == 0
        assert waits(all_of_it, "198.51.100.1", "codes") == 0
        clock.now += 360


def test_a_new_cookie_brings_no_more_tries_than_there_are_places(all_of_it, clock):
    tried = 0
    for number in range(3 * MOST_BROWSERS):
        all_of_it.meet(ROOM, f"guesser {number}")
        tried += guesses(all_of_it, ROOM, f"guesser {number}")
    assert tried == (MOST_BROWSERS + 1) * FREE_TRIES
    for number in range(3 * MOST_BROWSERS):
        tried += guesses(all_of_it, ROOM, f"unseen {number}")
    assert tried == (MOST_BROWSERS + 1) * FREE_TRIES


def hour_of_guessing(everything, clock, browsers):
    """Guesses that are allowed in an hour to one address that uses every try of every browser as soon as it has it."""
    tried = 0
    for _ in range(HOUR // 60):
        for number in range(browsers):
            everything.meet(ROOM, f"guesser {number}")
            tried += guesses(everything, ROOM, f"guesser {number}")
        tried += guesses(everything, ROOM)
        clock.now += 60
    return tried


def test_the_guesses_of_an_hour_are_those_that_the_table_says(all_of_it, clock):
    first, second = (hour_of_guessing(all_of_it, clock, MOST_BROWSERS) for _ in range(2))
    assert first <= 40_140
    assert second <= 30_120
    assert "40,140 | 30,120" in module.__doc__
    codes = len(CODE_LETTERS) ** JOIN_LETTERS
    assert codes == 729_000_000
    of_one_address, of_one, of_all = 40_140 + 7 * 30_120, 80 + 7 * 60, 86_000 + 7 * 36_000
    assert codes / of_one_address > 2_900
    assert codes / of_one >= 1_450_000
    assert codes / of_all > 2_100


def test_all_addresses_together_have_a_limit_that_one_alone_can_not_use_up(all_of_it):
    assert module.FREE_FOR_ALL + HOUR / module.SECONDS_ALL == 86_000
    assert (MOST_BROWSERS + 1) * FREE_TRIES < module.FREE_FOR_ALL
    assert MOST_BROWSERS / module.SECONDS_BROWSER + 1 / SECONDS_ADDRESS < 1 / module.SECONDS_ALL
    for _ in range(module.FREE_FOR_ALL):
        module.BY_TARGET.count_wrong("codes")
    assert waits(all_of_it, "198.51.100.1", "codes") > 0
    assert waits(all_of_it, "198.51.100.1", "others") == 0


def test_a_browser_that_is_not_seen_for_long_gives_its_place_to_another(all_of_it, clock):
    for number in range(MOST_BROWSERS):
        all_of_it.meet(ROOM, str(number))
    assert not module.BROWSERS.meet(ROOM, "too late")
    clock.now += FORGOTTEN_AFTER + 1
    assert module.BROWSERS.meet(ROOM, "too late")
    assert not module.BROWSERS.knows(ROOM, "0")


def test_an_address_of_ipv6_is_all_that_a_household_has():
    assert network("2001:db8::1") == network("2001:db8::ffff:1")
    assert network("2001:db8::1") != network("2001:db8:0:1::1")
    assert network("127.0.0.1") == network("::1") == network("local") == "local"


def test_many_names_and_many_browsers_fill_no_memory(throttle, all_of_it):
    for number in range(MOST_NAMES + 50):
        throttle.count_wrong(str(number))
        all_of_it.meet(f"10.0.{number // 256}.{number % 256}", "b")
    assert len(throttle._buckets) == MOST_NAMES
    assert sum(map(len, module.BROWSERS._seen.values())) <= MOST_NAMES

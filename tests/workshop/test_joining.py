"""Who joins a room: by which code, under which name, how often and how late."""

from support.opened_rooms import opened
from support.refusals import refused

from cosmos_app.workshop import participation, rooms
from cosmos_app.workshop.throttle import FREE_TRIES, TooSoonError
from models.workshop import NotAllowedError


def test_a_code_leads_into_its_room_however_it_is_typed(here):
    room = opened()
    [sitting] = here.sittings(room.id)
    assert rooms.by_code(f" {sitting.code[:3].lower()}-{sitting.code[3:]} ", "by code") == (room, sitting)
    assert rooms.join_link(sitting, "http://here:1") == f"http://here:1/join?code={sitting.code}"
    assert rooms.qr_svg("http://here:1/join").startswith("<svg")


def test_whoever_tries_wrong_codes_must_wait(here):
    [sitting] = here.sittings(opened().id)
    for _ in range(FREE_TRIES):
        assert rooms.by_code("WRNGXX", "a guesser") is None
    with refused(TooSoonError, match="Too many wrong codes"):
        rooms.by_code(sitting.code, "a guesser")


def test_a_name_is_asked_for_only_where_it_stands_beside_reasons(here):
    named, unnamed = opened(named=True), opened()
    with refused(NotAllowedError, match="Please give a name"):
        rooms.take_seat(named, "t1", None, None, "  ")
    rooms.take_seat(named, "t1", "volunteer", "lived-experience", " Ada ", helped=True)
    rooms.take_seat(unnamed, "t2", None, None, "Ada")
    seat = here.resume("t1")
    assert (seat.name, seat.family, seat.second_hat, seat.helped) == (
        "Ada",
        "works-face-to-face",
        "lived-experience",
        True,
    )
    assert (here.resume("t2").name, here.resume("t2").family) == (None, None)


def test_a_second_seat_on_one_browser_takes_its_place(here):
    room = opened()
    for role in ("volunteer", "business"):
        rooms.take_seat(room, "t", role, None, "")
    assert here.resume("t").role == "business"
    assert rooms.counts(room).joined == 2


def test_nobody_joins_before_a_room_opens_or_after_it_agreed(worlds):
    def play(world, _side):
        world.join()
        world.go("frozen", "revealed", "agreed")
        world.join()
        return world.told[-1], len([person for person in world.people if person])

    answer, seats = worlds.one(play)
    assert "past its questions" in answer
    assert seats == 1


def test_without_a_cookie_nobody_takes_a_seat_that_nothing_leads_back_to(here):
    room = opened()
    with refused(NotAllowedError, match="cookies"):
        rooms.take_seat(room, "", None, None, "")
    assert here.people(room.id) == ()


def test_what_is_done_to_a_whole_workshop_is_refused_to_one_person_in_it(here):
    room = opened()
    here.join(room.id, "a token of theirs")
    visit = participation.resume("a token of theirs")
    for deed in (participation.erase, participation.keep_result):
        with refused(NotAllowedError, match="only the person leading it"):
            deed(visit)

"""Small and invented groups: people beside seats, few phones beside paper, and phones that serve several people."""

import pytest
from streamlit.testing.v1 import AppTest
from support.opened_rooms import count_heads, opened, reveal
from support.refusals import refused
from support.room_builders import PLAN
from support.room_screens import drawn
from support.stores import DAY

from cosmos_app.storage import current
from cosmos_app.texts.room import head_count as texts
from cosmos_app.texts.room.dots import TOO_FEW_TO_SHOW
from cosmos_app.texts.room.plan import GROUP_SIZES
from cosmos_app.workshop import participation, rehearsal, rooms, sites
from models.answers import Response, Value
from models.seat_count import IDLE_SECONDS, SeatCount
from models.sites import SharingAgreement
from models.smallest_group import SMALLEST_K
from models.workshop import NotAllowedError

ITEM = ("project", "power.who_decides")


def filled(here, phones, paper, **how):
    """A room in which so many people answered on phones, and so many on paper; its first round is closed."""
    room = opened(smallest_group=5, **how)
    for number in range(phones):
        rehearsal.seat(room, None, {ITEM: Response(answer=Value(number % 5))})
    for number in range(paper):
        here.count_paper(here.keep_paper(room.id, str(number)), {ITEM: Response(answer=Value(2))}, None, None)
    here.step_to(room.id, "frozen")
    return current.store().room(room.id)


@pytest.mark.parametrize(
    ("phones", "paper", "shown"),
    [(5, 0, True), (0, 5, True), (5, 4, True), (4, 5, False), (1, 8, False), (0, 4, False), (4, 0, False)],
)
def test_beside_paper_the_phones_are_none_or_enough(here, phones, paper, shown):
    room = filled(here, phones, paper)
    reveal(room)
    room = current.store().room(room.id)
    assert rooms.revealed(room, "project").is_shown is shown
    [kept] = here.results(room.id)
    assert bool(kept.body["groups"]) is shown
    told = "".join(drawn(room, steps=("reveal",)))
    few = 0 < phones < 5 <= phones + paper and paper > 0
    assert (texts.FEW_PHONES_ANSWERED(k=5) in told) is few
    assert (TOO_FEW_TO_SHOW() in told) is (not shown and not few)


def test_few_phones_beside_paper_are_compared_with_nobody(here):
    here.agree_to_share(PLAN.site, SharingAgreement(figures=True), DAY)
    rooms_of = []
    for phones, paper in ((4, 5), (5, 4)):
        room = filled(here, phones, paper, initiative=f"With {phones} phones")
        reveal(room)
        here.step_to(room.id, "agreed")
        rooms_of.append(current.store().room(room.id))
    waves = sites.wave_cache.WaveCache().of_rooms(rooms_of, "project")
    assert [wave.n for wave in waves] == [None, 9]


def test_a_phone_that_is_handed_on_counts_once_for_each_person(here):
    room = opened()
    for number, helped in enumerate((False, True, True)):
        rooms.take_seat(room, "one phone", None, None, "", helped=helped)
        visit = participation.resume("one phone")
        here.record(visit.seat.participant, *ITEM, Response(answer=Value(number)))
    count = rooms.counts(room)
    assert (count.joined, count.seats) == (3, SeatCount(seats=3, shared=2))
    here.step_to(room.id, "frozen")
    reveal(room)
    assert rooms.revealed(current.store().room(room.id), "project").n == 3


def test_people_and_seats_stand_side_by_side_for_everybody(here):
    room = opened(smallest_group=3)
    for number in range(3):
        rooms.take_seat(room, f"token {number}", None, None, "", helped=number > 1)
    here.count_paper(here.keep_paper(room.id, "7"), {}, None, None)
    here.step_to(room.id, "frozen")
    visit = participation.resume("token 0")
    assert said(room, visit, heads=texts.NOT_COUNTED()) == 3, "on the wall, at the desk and on the phone"
    here.confirm_heads(room.id, 4)
    assert said(room, visit, heads="4") == 3
    rooms.reveal_room(current.store().room(room.id))
    assert said(room, visit, heads="4", step="reveal") >= 2


def said(room, visit, heads, step="answer"):
    told = "".join(drawn(current.store().room(room.id), visit, steps=(step,)))
    labels = ((texts.HEADS, heads), (texts.SEATS, 4), (texts.PAPER, 1), (texts.SHARED, 1))
    return min(
        told.count(texts.LABELLED(label=label(), number=f"<strong>{number}</strong>")) for label, number in labels
    )


def test_more_seats_than_people_are_said_with_what_to_do(here):
    room = opened(smallest_group=3)
    for number in range(4):
        rooms.take_seat(room, f"token {number}", None, None, "")
    here.step_to(room.id, "frozen")
    with refused(NotAllowedError, match="Count the people first"):
        rooms.reveal_room(current.store().room(room.id))
    assert texts.COUNT_FIRST() in "".join(drawn(current.store().room(room.id), steps=("answer",)))
    here.confirm_heads(room.id, 2)
    with refused(NotAllowedError, match="There are 4 seats and 2 people"):
        rooms.reveal_room(current.store().room(room.id))
    told = "".join(drawn(current.store().room(room.id), steps=("answer",)))
    assert texts.TOO_MANY(2) in told
    assert all(do() in told for do in texts.TOO_MANY_DO)
    count_heads(room)
    assert texts.NUMBERS_FIT() in "".join(drawn(current.store().room(room.id), steps=("answer",)))


def test_whoever_is_asked_for_a_sign_sees_it_and_how_many_seats_went_is_told_to_all(here):
    room = opened(smallest_group=3)
    for number in range(2):
        rooms.take_seat(room, f"token {number}", None, None, "")
    here.step_to(room.id, "frozen")
    here.confirm_heads(room.id, 1)
    here.ask_who_is_here(room.id, now=0)
    visits = [participation.resume(f"token {number}") for number in range(2)]
    assert texts.STILL_THERE() in "".join(drawn(current.store().room(room.id), visits[0], steps=("answer",)))
    here.say_here(visits[0].seat.participant)
    here.remove_idle_seat(room.id, now=IDLE_SECONDS)
    visit = participation.resume("token 0")
    told = "".join(drawn(current.store().room(room.id), visit, steps=("answer",)))
    assert texts.STILL_THERE() not in told
    assert told.count(texts.LABELLED(label=texts.REMOVED(), number="<strong>1</strong>")) == 3
    assert participation.resume("token 1") is None
    assert here.was_removed("token 1")


def test_while_people_join_the_desk_says_that_too_few_answer_on_phones(here):
    room = opened(smallest_group=5)
    assert texts.FEW_OFFERS_TITLE() not in "".join(drawn(room, steps=("welcome",))), "nobody has joined yet"
    for number in range(5):
        here.count_paper(here.keep_paper(room.id, str(number)), {}, None, None)
    assert texts.PHONES_TOO_FEW(k=5) not in "".join(drawn(room, steps=("welcome",))), "all on paper"
    rooms.take_seat(room, "a phone", None, None, "")
    told = "".join(drawn(room, steps=("welcome",)))
    assert texts.PHONES_TOO_FEW(k=5) in told
    assert all(offer(k=5) in told for offer in texts.FEW_OFFERS)


def test_the_promise_says_what_k_is_and_what_it_is_not(here):
    room = opened(smallest_group=8)
    told = "".join(drawn(room, steps=("welcome",)))
    for words in (
        "Answers of fewer than 8 people are not shown",
        "if all of us chose the same, everyone knows what you chose",
        "only if 8 people or more answered on phones",
    ):
        assert told.count(words) == 1, "to read aloud at the desk; the wall has no room for it"
    phone = AppTest.from_function(_promise, args=(room.id,)).run()
    assert "Answers of fewer than 8 people are not shown" in "".join(one.proto.body for one in phone.get("html"))


def _promise(workshop):
    from cosmos_app.storage.current import store  # noqa: PLC0415  (this is a page of its own)
    from cosmos_app.web.views.room import joining  # noqa: PLC0415

    joining.promise_in_short(store().room(workshop))


def test_three_is_never_advised():
    assert "not advised" in GROUP_SIZES[SMALLEST_K](k=SMALLEST_K)
    assert all("not advised" not in text.english for k, text in GROUP_SIZES.items() if k != SMALLEST_K)


@pytest.mark.parametrize(("phones", "shown"), [(0, True), (2, False), (5, True)])
def test_a_question_is_hidden_that_few_on_phones_answered_beside_paper(here, phones, shown):
    other = ("project", "strengths.start_from")
    room = opened(smallest_group=5)
    for number in range(5):
        said = {ITEM: Response(answer=Value(number))} | ({other: Response(answer=Value(1))} if number < phones else {})
        rehearsal.seat(room, None, said)
    for number in range(5):
        answers = {name: Response(answer=Value(2)) for name in (ITEM, other)}
        here.count_paper(here.keep_paper(room.id, str(number)), answers, None, None)
    here.step_to(room.id, "frozen")
    reveal(room)
    items = rooms.revealed(current.store().room(room.id), "project").whole.items
    assert items[ITEM[1]].n == 10
    assert (items[other[1]] is not None) is shown

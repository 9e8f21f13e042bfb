"""Files come to whoever may have them at the moment they ask, and stay nowhere on the way."""

import ast
import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from starlette.applications import Starlette
from support.browsers import DESK, LEAD, SEAT
from support.report_rooms import PLAN, a_room, talked

from cosmos_app.settings import desk_cookie, lead_cookie, seat_cookie
from cosmos_app.storage import desk_number
from cosmos_app.texts.files import EXPORT_FORMATS, REPORT_FORMATS
from cosmos_app.texts.room.participants import MY_COPY_FORMATS
from cosmos_app.web import downloads, file_addresses
from cosmos_app.workshop import participation, rehearsal, rooms
from models.answers import Response, Value
from models.sites import SharingAgreement

WEB = Path(downloads.__file__).parent


@pytest.fixture(autouse=True)
def _nothing_computed_before():
    rooms.forget()
    yield
    rooms.forget()


@pytest.fixture
def get(stored):
    served = httpx.ASGITransport(Starlette(routes=downloads.ROUTES))

    def ask(address, **cookies):
        names = {"desk": desk_cookie(), "lead": lead_cookie(), "seat": seat_cookie()}
        held = {names[kind]: token for kind, token in cookies.items()}

        async def answer():
            async with httpx.AsyncClient(transport=served, base_url="http://here", cookies=held) as client:
                return await client.get(address)

        # In a thread of its own: Playwright's loop runs in this one as soon as a browser test has run before.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, answer()).result()

    return ask


@pytest.fixture
def room(stored):
    stored.add_desk(DESK)
    stored.add_lead(LEAD)
    found = talked(a_room(PLAN))
    stored.agree_to_share(found.plan.site, SharingAgreement(figures=True))
    return found


@pytest.fixture
def visit(stored):
    mine = participation.begin(SEAT, "project", "short", None)
    return mine.record("power.who_decides", Response(answer=Value(2)))[0]


def of_a_room(room):
    return [
        file_addresses.report_of(room, ".html", ["summary"]),
        file_addresses.export_of(room, ".csv"),
        file_addresses.shared_of(room),
        file_addresses.form_of(room, large=False),
    ]


def of_a_visit(visit):
    own = [file_addresses.own_file_of(visit, ending) for ending in downloads.OWN_FILES]
    return [file_addresses.own_report_of(visit, ".html", own_words=True), *own]


def is_file(answer):
    return answer.status_code == 200 and answer.headers["content-disposition"].startswith("attachment; filename=cosmos")


def test_whoever_is_at_the_desk_gets_each_file_of_a_room(get, room):
    answers = [get(address, desk=DESK) for address in of_a_room(room)]
    assert all(is_file(answer) and answer.content for answer in answers), [one.text[:80] for one in answers]


@pytest.mark.parametrize("cookies", [{}, {"desk": "a guess"}, {"lead": LEAD}, {"lead": DESK}, {"seat": DESK}])
def test_nobody_else_gets_a_file_of_a_room(get, room, cookies):
    assert [get(address, **cookies).status_code for address in of_a_room(room)] == [403] * 4


def test_who_was_sent_away_gets_nothing_by_an_address_they_had_before(get, room, stored):
    addresses = of_a_room(room)
    assert is_file(get(addresses[1], desk=DESK))
    stored.drop_desks()
    assert {get(address, desk=DESK).status_code for address in addresses} == {403}


def test_a_visit_opens_to_the_person_in_its_seat_alone(get, visit, room, stored):
    addresses = of_a_visit(visit)
    assert all(is_file(get(address, seat=SEAT)) for address in addresses)
    for cookies in ({}, {"desk": DESK}, {"lead": LEAD}, {"seat": DESK}):
        assert {get(address, **cookies).status_code for address in addresses} == {403}
    participation.erase(visit)
    assert {get(address, seat=SEAT).status_code for address in addresses} == {403}


def test_a_resume_code_put_into_the_cookie_by_hand_opens_no_visit(get, visit):
    code = participation.new_code(visit).replace("-", "")
    assert {get(address, seat=code).status_code for address in of_a_visit(visit)} == {403}


def test_a_person_in_a_room_takes_along_a_copy_of_what_they_said_once_the_round_is_closed(get, stored):
    room = rehearsal.begin(PLAN)
    stored.join(room.id, SEAT)
    addresses = [file_addresses.own_copy_of(ending) for ending in file_addresses.COPIES]
    assert {get(address, seat=SEAT).status_code for address in addresses} == {409}
    stored.step_to(room.id, "frozen")
    assert all(is_file(get(address, seat=SEAT)) for address in addresses)
    assert {get(address, desk=DESK).status_code for address in addresses} == {403}


def test_the_copy_is_offered_in_the_formats_it_has():
    assert set(MY_COPY_FORMATS) == set(file_addresses.COPIES)


def test_every_file_of_figures_that_the_desk_takes_is_in_the_audit_log_and_a_refused_one_is_not(get, room, stored):
    for address in of_a_room(room):
        get(address, desk=DESK)
        get(address, lead=LEAD)
    said = {(line.deed, line.workshop, line.detail, line.doer) for line in stored.audit_lines()}
    desk = desk_number(DESK)
    assert said == {
        ("reported", room.id, ".html", desk),
        ("exported", room.id, ".csv", desk),
        ("shared", room.id, ".json", desk),
    }
    assert len(stored.audit_lines()) == 3


def test_who_sits_in_a_room_takes_nothing_away_from_it_by_an_address_made_up(get, stored):
    stored.join(a_room(PLAN).id, SEAT)
    assert get(f"{file_addresses.FILES}/own?of=project&ending=.json", seat=SEAT).status_code == 404


@pytest.mark.parametrize("cookies", [{}, {"desk": DESK, "seat": SEAT}])
def test_no_answer_is_kept_on_the_way_whatever_it_is(get, room, visit, cookies):
    addresses = [
        *of_a_room(room),
        *of_a_visit(visit),
        f"{file_addresses.FILES}/export?w=none",
        f"{file_addresses.FILES}/own",
    ]
    assert {get(address, **cookies).headers["cache-control"] for address in addresses} == {"no-store"}


def test_what_is_not_there_is_said_to_be_not_there(get, room, visit):
    strange = ["export?w=none&ending=.csv", f"export?w={room.id}&ending=.exe", f"report?w={room.id}&ending=.pdf"]
    assert [get(f"{file_addresses.FILES}/{one}", desk=DESK).status_code for one in strange] == [404] * 3
    assert get(f"{file_addresses.FILES}/own?of=project&ending=.exe", seat=SEAT).status_code == 404
    assert get(f"{file_addresses.FILES}/another", desk=DESK).status_code == 404


def test_what_the_room_may_not_have_yet_is_refused_in_words(get, stored):
    stored.add_desk(DESK)
    room = a_room(PLAN)
    answer = get(file_addresses.export_of(room, ".csv"), desk=DESK)
    assert (answer.status_code, answer.headers["content-type"]) == (409, "text/plain; charset=utf-8")
    assert "reveal" in answer.text


@pytest.mark.parametrize("ending", [*EXPORT_FORMATS])
def test_every_format_on_offer_has_an_address_that_brings_it(get, room, ending):
    answer = get(file_addresses.export_of(room, ending), desk=DESK)
    assert is_file(answer)
    assert answer.headers["content-disposition"].endswith(f"workshop{ending}")


@pytest.mark.parametrize("ending", [*REPORT_FORMATS])
def test_every_report_on_offer_has_an_address_that_brings_it(get, visit, ending):
    assert is_file(get(file_addresses.own_report_of(visit, ending, own_words=False), seat=SEAT))


def test_an_address_holds_nothing_of_what_people_said(room, visit):
    for address in (*of_a_room(room), *of_a_visit(visit)):
        assert set(parse_qs(urlsplit(address).query)) <= {"w", "ending", "parts", "of", "words", "size"}


STREAMLITS = {"download_button", "image", "audio", "video", "pdf", "file_uploader", "logo"}
"""What Streamlit would keep as a file under /media, for whoever knows its address."""


def test_nothing_is_given_to_streamlit_to_keep_as_a_file():
    for path in sorted(WEB.rglob("*.py")):
        called = {node.attr for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Attribute)}
        assert not called & STREAMLITS, path

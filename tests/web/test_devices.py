"""Where others of a network can connect, the desk stays on this machine, and other devices come in by a code."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from support.browsers import DESK, browser
from support.report_rooms import PLAN, a_room, talked

from cosmos_app.settings import desk_cookie, remote_cookie
from cosmos_app.texts.room.devices import DESK_IS_ELSEWHERE, JOIN_OPEN_WIRELESS, MOVED_ON
from cosmos_app.web import devices, downloads, file_addresses, other_devices, rights, server, session
from cosmos_app.web.devices import CODE_SECONDS, MOST_WRONG, REACHED_SECONDS, Devices
from cosmos_app.web.middleware import Reached
from cosmos_app.web.rights import LINKS
from cosmos_app.workshop import rooms, throttle

HERE, PHONE = "127.0.0.1", "192.168.1.20"


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def known(monkeypatch, clock):
    """What the process knows of other devices; its network is open."""
    fresh = Devices(clock)
    fresh.on_network = True
    modules = (devices, rights, server, other_devices, session.rights, session.room_session, session.browser_session)
    for module in (*modules, __import__("cosmos_app.web.middleware", fromlist=["DEVICES"])):
        monkeypatch.setattr(module, "DEVICES", fresh)
    for name in ("BY_ADDRESS", "BY_BROWSER", "BY_TARGET"):
        monkeypatch.setattr(throttle, name, throttle.Throttle())
    return fresh


@pytest.fixture
def served(stored, known):
    routes = [*server.secret_links("desk key", "lead key"), *downloads.ROUTES, *other_devices.ROUTES]
    return Starlette(routes=routes, middleware=[Middleware(Reached)])


@pytest.fixture
def asks(served):
    """Asks the server for something, from an address and with cookies."""

    def ask(address, path, typed=None, **cookies):
        names = {"desk": desk_cookie(), "remote": remote_cookie()}
        held = {names[kind]: token for kind, token in cookies.items()}
        transport = httpx.ASGITransport(served, client=(address, 50000))

        async def answer():
            async with httpx.AsyncClient(transport=transport, base_url="http://laptop", cookies=held) as client:
                return await (client.get(path) if typed is None else client.post(path, data=typed))

        # In a thread of its own: Playwright's loop runs in this one as soon as a browser test has run before.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, answer()).result()

    return ask


@pytest.fixture
def room(stored):
    rooms.forget()
    yield talked(a_room(PLAN))
    rooms.forget()


@pytest.fixture
def remote(asks, known, room):
    """A phone that was let in as a remote control: asks with its cookie."""
    answer = asks(PHONE, "/device", {"code": known.invite("remote", room.id).code})
    assert (answer.status_code, answer.headers["location"]) == (303, "/remote")
    token = answer.cookies[remote_cookie()]
    return lambda path="/remote", typed=None: asks(PHONE, path, typed, remote=token, desk=token)


def at(address, **cookies):
    """A browser at an address of the network."""
    context = browser(**cookies)
    held = context.__enter__()
    session.rights.st.context.ip_address = None if address == HERE else address
    return context, held


# --- the desk stays here -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1", "local"])
def test_what_is_here(address):
    assert devices.is_here(address)


@pytest.mark.parametrize("address", ["192.168.1.7", "10.0.0.1", "fe80::1", "::ffff:192.168.1.7", "", "testclient", "?"])
def test_what_is_elsewhere(address):
    assert not devices.is_here(address)


def test_the_key_opens_the_desk_from_this_machine_alone(asks):
    assert asks(HERE, "/facilitate/desk key").status_code == 303
    for key in ("desk key", "a guess"):  # and whether it was the right one is not said
        answer = asks(PHONE, f"/facilitate/{key}")
        assert (answer.status_code, answer.text) == (403, DESK_IS_ELSEWHERE())


def test_where_no_network_is_open_the_key_opens_it_from_everywhere_as_behind_a_proxy(asks, known):
    known.on_network = False
    assert asks("203.0.113.9", "/facilitate/desk key").status_code == 303


def test_the_cookie_of_the_desk_is_worth_nothing_on_another_device(asks, stored, room, known):
    stored.add_desk(DESK)
    address = file_addresses.export_of(room, ".csv")
    assert asks(HERE, address, desk=DESK).status_code == 200
    assert asks(PHONE, address, desk=DESK).status_code == 403
    for where, may in ((HERE, True), (PHONE, False)):
        context, _ = at(where, desk=DESK)
        assert (session.at_desk(), session.at_laptop(), session.at_exchange()) == (may, may, may)
        assert session.only_this_desk() is may
        context.__exit__(None, None, None)


# --- a code lets one device in ---------------------------------------------------------------------------------------


def test_a_second_desk_comes_in_by_a_code_and_lets_nobody_in_itself(asks, known, room, stored):
    answer = asks(PHONE, "/device", {"code": known.invite("desk").code})
    assert (answer.status_code, answer.headers["location"]) == (303, "/desk")
    token = answer.cookies[desk_cookie()]
    address = file_addresses.export_of(room, ".csv")
    assert asks(PHONE, address, desk=token).status_code == 200
    context, _ = at(PHONE, desk=token)
    assert session.at_desk()
    assert not session.at_laptop()
    session.invite("desk")
    assert session.invitation("desk") is None
    context.__exit__(None, None, None)
    LINKS["desk"].open(LINKS["desk"].key)
    stored.add_desk(DESK)
    LINKS["desk"].keep_only(DESK)
    assert asks(PHONE, address, desk=token).status_code == 403
    assert stored.is_desk(DESK)


def test_a_code_works_once_is_ended_by_the_next_and_by_its_time(asks, known, clock):
    first = known.invite("desk").code
    second = known.invite("desk").code
    assert asks(PHONE, "/device", {"code": first}).status_code == 403
    assert asks(PHONE, "/device", {"code": second.lower()}).status_code == 303
    assert asks(PHONE, "/device", {"code": second}).status_code == 403
    third = known.invite("desk").code
    clock.now += CODE_SECONDS + 1
    assert not known.is_waiting(third)
    assert asks(PHONE, "/device", {"code": third}).status_code == 403


def test_guessing_ends_the_code(asks, known):
    code = known.invite("desk").code
    for _ in range(MOST_WRONG):
        assert asks(PHONE, "/device", {"code": "AAAAAA"}).status_code in (403, 429)
    assert known.redeem(code) is None


def test_no_code_no_form_and_a_long_form_let_nobody_in(asks, known):
    for typed in ({}, {"code": ""}, {"code": "A" * 5000}, {"other": "x"}):
        assert asks(PHONE, "/device", typed).status_code == 403
    known.invite("desk")
    assert asks(PHONE, "/device", {"code": ""}).status_code == 403


# --- the remote control ----------------------------------------------------------------------------------------------


def test_a_remote_control_turns_the_steps_the_questions_and_the_clock(remote, room, stored):
    def press(act):
        now = stored.room(room.id)
        remote(typed={"act": act, "at": f"{now.step} {now.focus}"})
        return stored.room(room.id)

    stored.look_at(room.id, step="discuss", focus="")
    stored.restart_clock(room.id, now=1)
    first = press("next-question").focus
    second = press("next-question").focus
    assert first.startswith("project/")
    assert second not in ("", first)
    assert press("question-before").focus == first
    assert press("back").step == "reveal"
    assert press("next").step == "discuss"
    stored.restart_clock(room.id, now=1)
    assert press("clock").step_since > 1


def test_a_press_on_a_page_that_is_old_turns_nothing_and_says_so(remote, room, stored):
    stored.look_at(room.id, step="discuss", focus="")
    answer = remote(typed={"act": "next", "at": "welcome"})
    assert MOVED_ON() in answer.text
    assert stored.room(room.id).step == "discuss"


def test_a_remote_control_is_shown_no_question_no_answer_and_no_count(remote, room, stored):
    name, board = next(iter(room.definitions)), rooms.revealed(room, next(iter(room.definitions))).board
    asked = board[0]
    for step in ("welcome", "answer", "reveal", "discuss", "profile", "close"):
        stored.look_at(room.id, step=step, focus=f"{name}/{asked.item.id}")
        page = remote().text
        assert asked.item.stem(None) not in page
        assert not any(text in page for text in (room.plan.initiative, room.plan.site))
        assert not any(point.label in page for point in getattr(asked.item, "options", ()))


def test_a_remote_control_is_no_desk(remote, room, stored, asks):
    for address in (file_addresses.export_of(room, ".csv"), file_addresses.form_of(room, large=False)):
        assert remote(address).status_code == 403
    before = stored.room(room.id)
    for act in ("close", "step_to", "erase", "", "__class__"):
        remote(typed={"act": act, "at": f"{before.step} {before.focus}"})
    assert stored.room(room.id) == before


def test_a_remote_control_that_was_sent_away_turns_nothing(remote, room, stored):
    stored.look_at(room.id, step="discuss")
    stored.add_desk(DESK)
    LINKS["desk"].keep_only(DESK)
    assert remote(typed={"act": "next", "at": "discuss"}).status_code == 403
    assert remote().status_code == 403
    assert stored.room(room.id).step == "discuss"


def test_a_remote_control_ends_too_where_another_process_sends_all_others_away(remote, stored):
    stored.add_desk(DESK)
    stored.keep_only_desk(DESK, "the new key of another process")
    assert remote().status_code == 403


def test_nobody_else_turns_a_page(asks, room, stored):
    stored.add_desk(DESK)
    for cookies in ({}, {"remote": "a guess"}, {"remote": DESK}):
        assert asks(PHONE, "/remote", {"act": "next", "at": room.step}, **cookies).status_code == 403


# --- whether others reach us -----------------------------------------------------------------------------------------


def test_that_another_device_reaches_us_is_known_for_a_while_and_this_one_does_not_count(asks, known, clock):
    assert asks(HERE, "/reach").status_code == 200
    assert not known.was_reached
    assert asks(PHONE, "/reach").status_code == 200
    assert known.was_reached
    assert asks(PHONE, "/health").status_code == 404  # no page
    clock.now += REACHED_SECONDS
    assert not known.was_reached


def test_this_machine_by_its_own_address_in_the_network_is_no_other_device(known):
    async def nothing(*_):
        pass

    scope = {"type": "http", "method": "GET", "path": "/reach", "client": (PHONE, 50000), "server": (PHONE, 8501)}
    asyncio.run(Reached(nothing)(scope, nothing, nothing))
    assert not known.was_reached
    asyncio.run(Reached(nothing)(scope | {"server": ("192.168.1.5", 8501)}, nothing, nothing))
    assert known.was_reached


def test_people_are_told_where_what_they_send_can_be_read(known):
    for where, told in ((PHONE, True), (HERE, False)):
        context, _ = at(where)
        assert session.on_open_network() is told
        context.__exit__(None, None, None)
    context, _ = at(PHONE)
    session.rights.st.context.url = "https://workshop.example.org/join"
    assert not session.on_open_network()
    context.__exit__(None, None, None)
    assert "paper" in JOIN_OPEN_WIRELESS()


def test_a_code_for_the_wireless_holds_its_name_and_password():
    with_one, without = rooms.wifi_svg("Room; 2", "se:cret"), rooms.wifi_svg("Room; 2", "")
    assert with_one != without
    assert with_one.startswith("<svg")


def test_pages_without_streamlit_are_kept_nowhere(asks):
    for path in ("/reach", "/device", "/remote"):
        assert asks(PHONE, path).headers["cache-control"] == "no-store"

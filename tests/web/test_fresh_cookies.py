"""A cookie that somebody planted leads to no seat that is taken later; and nobody loses a seat by the change."""

import asyncio
from types import SimpleNamespace

import httpx
import pytest
from starlette.applications import Starlette
from support.opened_rooms import opened

from cosmos_app.settings import seat_cookie
from cosmos_app.storage import current
from cosmos_app.web import fresh_cookies, session
from cosmos_app.web.session import fresh_cookie
from cosmos_app.workshop import rooms, throttle

PLANTED = "planted by somebody who can set cookies here"
TICKET = fresh_cookies.new_ticket()


@pytest.fixture
def asks(stored):
    """Sends what the page's script sends; returns the status, and the cookie that the browser has then."""
    app = Starlette(routes=[fresh_cookies.ROUTE])

    def ask(ticket=TICKET, cookie=PLANTED, method="POST"):
        async def asked():
            served = httpx.ASGITransport(app)
            async with httpx.AsyncClient(
                transport=served, base_url="http://here", cookies={seat_cookie(): cookie} if cookie else None
            ) as client:
                headers = {fresh_cookies.HEADER: ticket} if ticket else {}
                answer = await client.request(method, fresh_cookies.PATH, headers=headers)
                return answer.status_code, answer.cookies.get(seat_cookie())

        return asyncio.run(asked())

    return ask


@pytest.fixture
def page(monkeypatch):
    """The session of one page, whose connection was opened with the planted cookie."""
    state = {}
    monkeypatch.setattr(
        fresh_cookie,
        "st",
        SimpleNamespace(session_state=state, context=SimpleNamespace(cookies={seat_cookie(): PLANTED})),
    )
    return state


def ticket_in(script):
    return script.split(f"'{fresh_cookies.HEADER}': '")[1].split("'")[0]


def test_whoever_planted_the_cookie_is_not_led_to_the_seat(asks, page):
    room = opened()
    script = session.fresh_cookie_script(before_a_seat=True)
    assert session.token() == PLANTED
    status, cookie = asks(ticket_in(script))
    assert (status, session.token()) == (204, cookie)
    rooms.take_seat(room, session.token(), None, None, "")
    assert current.store().resume(PLANTED) is None
    assert current.store().resume(cookie).workshop == room.id


def test_a_seat_that_somebody_planted_is_not_the_one_that_is_taken(asks, page):
    room, theirs = opened(), opened()
    rooms.take_seat(theirs, PLANTED, None, None, "")
    _, cookie = asks(ticket_in(session.fresh_cookie_script(before_a_seat=True)))
    assert current.store().resume(cookie).workshop == theirs.id, (
        "a seat of one's own is not lost by looking at the door"
    )
    rooms.take_seat(room, session.token(), None, None, "")
    assert current.store().resume(cookie).workshop == room.id
    assert current.store().resume(PLANTED).workshop == theirs.id


def test_a_cookie_can_not_be_told_from_the_ticket_and_is_another_for_each(asks):
    cookies = {asks(ticket)[1] for ticket in (TICKET, fresh_cookies.new_ticket())}
    assert len(cookies) == 2
    assert all(len(cookie) == 64 for cookie in cookies)


OF_ANOTHER_SERVER = f"{'0' * 32}.{'1' * 64}"


@pytest.mark.parametrize(
    ("ticket", "method"),
    [("", "POST"), (TICKET, "GET"), (OF_ANOTHER_SERVER, "POST"), (TICKET[:-1], "POST")],
    ids=["none", "another-method", "of-another-server", "cut"],  # a ticket is by chance, and names of tests must not be
)
def test_without_a_ticket_of_this_server_which_no_other_site_can_send_no_cookie_changes(ticket, method, asks):
    status, cookie = asks(ticket, method=method)
    assert (status in (403, 405), cookie) == (True, None)


def test_asking_twice_does_no_harm(asks):
    room = opened()
    first = asks()
    rooms.take_seat(room, first[1], None, None, "")
    assert asks() == asks(cookie=first[1]) == first
    assert current.store().resume(first[1]).workshop == room.id


def test_where_the_request_fails_the_old_cookie_serves_as_before(page):
    session.fresh_cookie_script(before_a_seat=True)
    assert session.token() == PLANTED


def test_it_is_asked_for_before_a_seat_and_once_after_it_and_not_elsewhere(asks, page):
    assert session.fresh_cookie_script(before_a_seat=False) == ""
    first = session.fresh_cookie_script(before_a_seat=True)
    assert session.fresh_cookie_script(before_a_seat=True) == first, "until it was answered"
    asks(ticket_in(first))
    assert session.fresh_cookie_script(before_a_seat=True) == ""
    fresh = session.token()
    page["other"] = 1
    fresh_cookie.clear_session()
    assert "other" not in page
    assert session.token() == fresh
    assert session.fresh_cookie_script(before_a_seat=False) == first
    assert session.fresh_cookie_script(before_a_seat=False) == ""


def test_a_changed_cookie_brings_a_guesser_no_new_tries(asks, monkeypatch):
    monkeypatch.setattr(throttle, "BROWSERS", throttle.Browsers())
    monkeypatch.setattr(throttle, "BY_BROWSER", throttle.Throttle(free=3))
    throttle.meet("127.0.0.1", PLANTED)
    for _ in range(3):
        throttle.count_wrong("127.0.0.1", "codes", PLANTED)
    _, cookie = asks()
    for known in (cookie, PLANTED):
        assert throttle.BROWSERS.knows("local", known) == (known == cookie)
    with pytest.raises(throttle.TooSoonError):
        throttle.check("127.0.0.1", "codes", cookie)


def test_somebody_whose_seat_was_removed_is_told_so_with_the_new_cookie_too(asks, monkeypatch):
    told = []
    monkeypatch.setattr(type(current.store()), "was_removed", lambda _, token: token == PLANTED)
    monkeypatch.setattr(type(current.store()), "follow_cookie", lambda _, *tokens: told.append(tokens))
    assert told == []
    _, cookie = asks()
    assert told == [(PLANTED, cookie)]


def test_a_browser_that_keeps_no_cookie_is_still_told_so(asks, page, monkeypatch):
    monkeypatch.setattr(fresh_cookie.st, "context", SimpleNamespace(cookies={}))
    ticket = ticket_in(session.fresh_cookie_script(before_a_seat=True))
    assert asks(ticket, cookie=None) == (403, None)
    assert session.token() == ""

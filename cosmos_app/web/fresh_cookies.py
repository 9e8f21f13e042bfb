"""A fresh cookie for whoever is about to take a seat, so that a cookie somebody else planted leads nowhere.

Somebody who can set a cookie in another's browser, through a page of the same host, say, would know what that browser's
seat is known by. So before a seat is taken, the page asks for another cookie, by a ticket that only this page has; the
seat is then bound to that. No script can read a cookie, and Streamlit can't set one, hence the request beside.

The ticket is told in a header, which pages of other sites can't send.
"""

import hmac
import secrets
from collections import OrderedDict
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cosmos_app.settings import seat_cookie
from cosmos_app.storage import StoreError
from cosmos_app.storage.current import store
from cosmos_app.web.cookies import set_token_cookie
from cosmos_app.web.rights import seat_token
from cosmos_app.workshop.throttle import LOCAL_ADDRESS, renamed

PATH = "/fresh-cookie"
HEADER = "x-cosmos-ticket"

MOST_REMEMBERED = 20_000
"""Tickets that were used, remembered until their page knows it."""

_KEY = secrets.token_bytes(32)
_used: OrderedDict[str, None] = OrderedDict()
_lock = Lock()


def new_ticket() -> str:
    """A ticket for one page, which only this process takes: another one would not know that it was used."""
    chance = secrets.token_hex(16)
    return f"{chance}.{_signed('ticket', chance)}"


def token_of(ticket: str) -> str:
    """The token of the cookie that a ticket gives; only this process can tell it."""
    return _signed("token", ticket)


def _is_ours(ticket: str) -> bool:
    chance, _, sign = ticket.partition(".")
    return secrets.compare_digest(sign.encode(), _signed("ticket", chance).encode())


def _signed(purpose: str, text: str) -> str:
    return hmac.new(_KEY, f"{purpose}:{text}".encode(), "sha256").hexdigest()


def was_used(ticket: str) -> bool:
    """Whether the browser has been sent its cookie."""
    with _lock:
        return ticket in _used


async def change(request: Request) -> Response:
    """Give a browser the cookie of its ticket, which leads to a seat that it had too. Asked twice, it does no harm.

    A ticket of another server changes nothing, nor does a browser that keeps no cookie: so a seat is never bound to one
    that the browser has lost.
    """
    ticket = request.headers.get(HEADER, "")
    old, new = seat_token(request.cookies), token_of(ticket)
    if not old or not _is_ours(ticket):
        return Response(status_code=403)
    if old != new:
        try:
            await run_in_threadpool(_take_along, old, new)
        except StoreError:  # the seat stays with the old cookie, and the next page asks again
            return Response(status_code=204, headers={"cache-control": "no-store"})
        renamed(request.client.host if request.client else LOCAL_ADDRESS, old, new)
    with _lock:
        _used[ticket] = None
        while len(_used) > MOST_REMEMBERED:
            _used.popitem(last=False)
    response = Response(status_code=204, headers={"cache-control": "no-store"})
    set_token_cookie(response, seat_cookie(), new, secure=request.url.scheme == "https")
    return response


def _take_along(old: str, new: str) -> None:
    seat = store().resume(old)
    if seat is not None and store().resume(new) is None:
        store().add_token(seat.participant, new)
    if store().was_removed(old):
        store().follow_cookie(old, new)


ROUTE = Route(PATH, change, methods=["POST"])


def script(ticket: str) -> str:
    """The script by which a page changes its cookie; it tries again where the network fails."""
    return (
        "const change = (left) => "
        f"fetch('{PATH}', {{method: 'POST', headers: {{'{HEADER}': '{ticket}'}}, credentials: 'same-origin'}})"
        ".catch(() => left && setTimeout(change, 1000, left - 1));"
        "change(30);"
    )

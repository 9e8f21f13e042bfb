"""Pages for other devices, without Streamlit: the test whether they reach us, the code, and the remote control.

A remote control may turn a room's pages and nothing else: it is shown no answer, and no page of the desk opens to it.
Its right is asked for at every press; see ``rights``.
"""

import gzip
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from cosmos_app.design.tokens import variables
from cosmos_app.settings import desk_cookie, remote_cookie, seat_cookie
from cosmos_app.storage import Room, StoreError
from cosmos_app.storage.current import store
from cosmos_app.texts.room import devices as texts
from cosmos_app.texts.store import store_wrong
from cosmos_app.web import rights
from cosmos_app.web.cookies import set_token_cookie
from cosmos_app.web.devices import DEVICES
from cosmos_app.workshop import rooms, throttle
from cosmos_app.workshop.participation import new_token
from cosmos_app.workshop.throttle import LOCAL_ADDRESS, TooSoonError

DEVICE_CODES = "device-codes"
"""The throttle's name for codes that let devices in."""

_PAGE = Template((Path(__file__).parent / "theme" / "plain.html").read_text(encoding="utf-8"))


def plain_page(title: str, body: str, status: int = 200) -> Response:
    """A page of ours without Streamlit; packed already, so that nothing is written into it on the way."""
    html = _PAGE.substitute(language="en", title=escape(title), body=body, variables=variables())
    headers = {"content-encoding": "gzip", "cache-control": "no-store"}
    return Response(gzip.compress(html.encode()), status_code=status, media_type="text/html", headers=headers)


def _reach(_request: Request, _typed: Mapping[str, str]) -> Response:
    return plain_page(texts.REACH_TITLE(), f"<p>{escape(texts.REACH_LEAD())}</p>")


def _ask_for_code(_request: Request, _typed: Mapping[str, str], wrong: str = "", status: int = 200) -> Response:
    said = f'<p class="wrong" role="alert">{escape(wrong)}</p>' if wrong else ""
    body = (
        f"<p>{escape(texts.DEVICE_LEAD())}</p>{said}"
        f'<form method="post" action="/device"><p><label for="code">{escape(texts.DEVICE_CODE())}</label>'
        '<input id="code" name="code" maxlength="12" autocomplete="off" autocapitalize="characters" required></p>'
        f'<button class="main">{escape(texts.DEVICE_GO())}</button></form>'
    )
    return plain_page(texts.DEVICE_TITLE(), body, status)


def _let_in(request: Request, typed: Mapping[str, str]) -> Response:
    address, browser = _address(request), request.cookies.get(seat_cookie(), "")
    try:
        throttle.check(address, DEVICE_CODES, browser)
    except TooSoonError as error:
        return _ask_for_code(request, typed, str(error), 429)
    invitation = DEVICES.redeem(typed.get("code", ""))
    if invitation is None:
        throttle.count_wrong(address, DEVICE_CODES, browser)
        return _ask_for_code(request, typed, texts.NO_SUCH_CODE(), 403)
    token, desk = new_token(), rights.LINKS["desk"]
    if invitation.part == "desk" and not desk.admit(desk.key, token):
        return _ask_for_code(request, typed, texts.NO_SUCH_CODE(), 403)
    DEVICES.admit(invitation, token)
    cookie, to = (desk_cookie(), "/desk") if invitation.part == "desk" else (remote_cookie(), "/remote")
    response = RedirectResponse(to, status_code=303)
    set_token_cookie(response, cookie, token, secure=request.url.scheme == "https")
    return response


def _remote(request: Request, _typed: Mapping[str, str], news: str = "") -> Response:
    """The buttons; of the room they tell which step it is at, as the wall does."""
    room = _room(request)
    if room is None:
        return plain_page(texts.REMOTE_TITLE(), f"<p>{escape(texts.NOT_A_REMOTE())}</p>", 403)
    step, after, before = rooms.present_step(room), rooms.step_beside(room, 1), rooms.step_beside(room, -1)
    said = f'<p class="news" role="status">{escape(news)}</p>' if news else ""
    forms = [
        _button(room, "next", texts.NEXT(title=after.title()), main=True)
        if after is not None
        else f'<p class="note">{escape(texts.NEXT_LATER())}</p>',
        '<div class="pair">',
        _button(room, "question-before", texts.QUESTION_BEFORE()) if rooms.question_beside(room, -1) else "",
        _button(room, "next-question", texts.NEXT_QUESTION()) if rooms.question_beside(room, 1) else "",
        "</div>",
        _button(room, "clock", texts.CLOCK_ANEW(step.minutes[room.plan.agenda])),
        _button(room, "back", texts.BACK(title=before.title())) if before is not None else "",
    ]
    return plain_page(texts.REMOTE_TITLE(), f'<p class="step">{escape(step.title())}</p>{said}{"".join(forms)}')


def _button(room: Room, act: str, label: str, *, main: bool = False) -> str:
    style = ' class="main"' if main else ""
    return (
        f'<form method="post" action="/remote"><input type="hidden" name="at" value="{escape(_place(room))}">'
        f'<button name="act" value="{act}"{style}>{escape(label)}</button></form>'
    )


def _place(room: Room) -> str:
    """Where a room is, so that a press on a page that is old turns nothing."""
    return f"{room.step} {room.focus}"


def _press(request: Request, typed: Mapping[str, str]) -> Response:
    room = _room(request)
    if room is None or typed.get("act") not in ACTS:
        return _remote(request, typed)
    if typed.get("at", "").strip() != _place(room).strip():
        return _remote(request, typed, texts.MOVED_ON())
    ACTS[typed["act"]](room)
    return _remote(request, typed, texts.DONE())


def _turn(room: Room, by: int) -> None:
    if (step := rooms.step_beside(room, by)) is not None:
        rooms.turn_to(room, step)


def _ask(room: Room, by: int) -> None:
    if question := rooms.question_beside(room, by):
        store().look_at(room.id, focus=question)


ACTS: Mapping[str, Callable[[Room], None]] = {
    "next": lambda room: _turn(room, 1),
    "back": lambda room: _turn(room, -1),
    "next-question": lambda room: _ask(room, 1),
    "question-before": lambda room: _ask(room, -1),
    "clock": lambda room: store().restart_clock(room.id),
}
"""All that a remote control can do."""


def _room(request: Request) -> Room | None:
    workshop = rights.room_turned_by(request.cookies.get(remote_cookie()))
    return store().room(workshop) if workshop else None


def _address(request: Request) -> str:
    return request.client.host if request.client else LOCAL_ADDRESS


LONGEST_FORM = 2000
"""Bytes of a form that is read; ours are shorter."""

Answer = Callable[[Request, Mapping[str, str]], Response]


def _route(path: str, method: str, answer: Answer) -> Route:
    async def endpoint(request: Request) -> Response:
        body = b""
        async for part in request.stream():
            body = (body + part)[: LONGEST_FORM + 1]
        typed = {} if len(body) > LONGEST_FORM else parse_qs(body.decode("utf-8", "replace"))
        try:
            return await run_in_threadpool(answer, request, {name: values[0] for name, values in typed.items()})
        except StoreError as error:
            return plain_page(texts.DEVICE_TITLE(), f"<p>{escape(store_wrong(error))}</p>", 503)

    return Route(path, endpoint, methods=[method])


ROUTES = [
    _route("/reach", "GET", _reach),
    _route("/device", "GET", _ask_for_code),
    _route("/device", "POST", _let_in),
    _route("/remote", "GET", _remote),
    _route("/remote", "POST", _press),
]

"""What people type or put into an address, given in this process to the functions that take it."""

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from types import SimpleNamespace
from urllib.parse import quote

import httpx
from mutations import LETTERS, WORDS, mutated_text, pick
from starlette.applications import Starlette
from support.paper_forms import ASKED, CODES, FORM
from support.paper_forms import typing_of as typing_of_small_form

from cosmos_app.content.catalogue import catalogues
from cosmos_app.settings import desk_cookie, remote_cookie, seat_cookie
from cosmos_app.storage import Room, StoreError
from cosmos_app.storage.current import store
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.problems.answers import answer_fault
from cosmos_app.texts.refusals import refusal
from cosmos_app.texts.store import store_problem
from cosmos_app.web import downloads, other_devices
from cosmos_app.web.response_form import apart, faults, revised
from cosmos_app.web.session import browser_session, paper_session, room_session
from cosmos_app.workshop import participation, rooms, throttle
from cosmos_app.workshop.paper import intake
from cosmos_app.workshop.paper.entries import MisreadError
from cosmos_app.workshop.throttle import TooSoonError
from models.answers import link_fault
from models.plan import LocalQuestion, missing
from models.sites import SharingAgreement, SiteCard
from models.workshop import NotAllowedError

TOKEN = "a-token-of-the-fuzzer-" * 2

AT_ONCE = 20
"""Texts that are typed in one input."""

LINES = (
    "A1 a", "B2 c: because it rains", "role b", "A4 abc", "?", "x: not here", "o", "-", "12", "3,5", "2026-03-31",
    "A6 We met; twice", "A10 one; two; three", "https://example.org/a?b=1#c", "K7MPQR", " k7m-pqr ", "Łucja",
    "Harbour", "anna@example.org", "Which door?", "Front; Back", "1", "part=2", "project", "dead-end", "c",
    "Home visits – 2", "*bold* [link](https://a.b)", ".pdf", ".csv", "scores,answers", "12ab34cd",
)  # fmt: skip
"""What people type, each in some place."""


def texts(chance: Random) -> list[str]:
    """Texts as somebody may type them."""
    return [
        mutated_text(chance, pick(chance, LINES)) if chance.random() < 0.8 else pick(chance, (*LINES, *WORDS, *LETTERS))
        for _ in range(AT_ONCE)
    ]


def _codes(text: str, room: Room) -> None:
    rooms.by_code(text, "127.0.0.1", TOKEN)
    participation.enter_code(TOKEN, text)
    rooms.take_seat(room, TOKEN, text, text, text, last_time=rooms.LastTime(code=text))


def _names(text: str, room: Room) -> None:
    rooms.take_seat(room, TOKEN, text, None, text)
    store().keep_card(text, SiteCard(country=text))
    store().agree_to_share(text, SharingAgreement(figures=True, asked=True, contact=text))
    store().add_sitting(room.id, text)
    store().add_action(room.id, text, owner=text, due=text)
    store().park(room.id, text)
    store().add_own_factor(room.id, text)
    plain(text)


def _plans(text: str, room: Room) -> None:
    local = tuple(LocalQuestion(ask=text, options=tuple(part[:200] for part in text.split(";"))) for _ in range(2))
    plan = replace(room.plan, site=text, initiative=text, wave=text, languages=text, local=local)
    missing(plan)
    store().draft(plan)


def _papers(text: str, room: Room) -> None:
    paper = intake.begin(room, text)
    found = intake.find(room, paper)
    assert found is not None
    typing, _ = intake.typing(room, found, "first").take(text)
    intake.keep(found, {"first": typing})


def _lines(text: str, _room: Room) -> None:
    typing = typing_of_small_form()
    for code in ("", *CODES.values()):
        try:
            typing, _ = typing.take(f"{code} {text}" if code else text)
        except MisreadError as error:
            _told(error)
    for key, entry in typing.typed.items():
        assert typing.put(key, entry.text).typed[key] == entry, (key, entry.text)
    assert all(question in FORM.questions for question in typing.missing)
    assert typing.rest_blank().missing == ()


def _responses(text: str, _room: Room) -> None:
    for item in ASKED.items:
        blank = apart(item, None)
        number = float(len(text)) if item.kind == "number" else text
        parts = dict.fromkeys(("why", "evidence-note", "evidence-link", "evidence-date"), text)
        changed = {**parts, "open": number, **{name: text for name in blank if name.startswith("note-")}}
        faults(item, {**blank, **changed})
        kept = revised(item, None, changed)
        assert revised(item, kept, apart(item, kept)) == kept
    if fault := link_fault(text):
        answer_fault(fault)


def _addresses(text: str, room: Room) -> None:
    typed = quote(text, errors="replace")
    for name in (*(downloads.OF_A_ROOM.keys() - {"form"}), *downloads.OF_A_VISIT):
        for query in (
            f"w={typed}",
            f"w={room.id}&ending={typed}&parts={typed}&size={typed}",
            f"of={typed}&ending=.csv",
        ):
            _ask("GET", f"/files/{name}?{query}")
    for path in ("/device", "/remote"):
        _ask("POST", path, f"code={typed}&act={typed}&at={typed}")


def _pages(text: str, _room: Room) -> None:
    """Addresses of screens: Streamlit gives their parameters, here a mapping does."""
    parameters = dict.fromkeys(("part", "of", "room", "w", "sheet", "again", "code"), text)
    stand_in = SimpleNamespace(query_params=parameters, session_state={})
    for module in (browser_session, room_session, paper_session):
        module.st = stand_in
    browser_session.section_index(0, 5)
    room_session.room()
    paper_session.sheet_in_hand()
    participation.resume(TOKEN, text)
    store().room(text)


@cache
def _served() -> Starlette:
    return Starlette(routes=[*downloads.ROUTES, *other_devices.ROUTES])


def _ask(method: str, address: str, body: str = "") -> None:
    cookies = {desk_cookie(): TOKEN, seat_cookie(): TOKEN, remote_cookie(): TOKEN}

    async def asked() -> int:
        served = httpx.ASGITransport(_served(), client=("127.0.0.1", 1))
        async with httpx.AsyncClient(transport=served, base_url="http://here", cookies=cookies) as client:
            return (await client.request(method, address, content=body)).status_code

    assert asyncio.run(asked()) < 500


TAKEN: Mapping[str, Callable[[str, Room], None]] = {
    "codes": _codes,
    "names": _names,
    "plans": _plans,
    "papers": _papers,
    "lines": _lines,
    "responses": _responses,
    "addresses": _addresses,
    "pages": _pages,
}
"""Where a text may be typed, and what takes it there."""


def run(arguments: Sequence[str]) -> int:
    """Type the texts of a file, each in the place that the file names; refusals are as they should be."""
    document = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    store().add_desk(TOKEN)
    room = next(room for room in store().rooms() if room.workshop.phase == "open")
    catalogues()
    for text in document["texts"]:
        throttle.check = throttle.count_wrong = lambda *_from: None
        try:
            TAKEN[document["place"]](text, room)
        except (NotAllowedError, StoreError, TooSoonError, MisreadError) as error:
            _told(error)
    return 0


def _told(error: Exception) -> None:
    """See that a refusal can be put in words."""
    match error:
        case NotAllowedError():
            told = refusal(error)
        case StoreError():
            told = store_problem(error)
        case MisreadError():
            told = f"{error.wrong}{error.mend}"
        case _:
            told = str(error)
    assert told

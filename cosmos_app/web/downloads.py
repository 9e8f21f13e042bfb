"""Downloads: files that are written when they are asked for, each behind a right of its own, and kept nowhere.

Streamlit keeps what it offers as a file in memory, under an address that asks nobody who they are. Here the cookie is
asked at every request, and no browser or proxy on the way keeps the answer.
"""

from collections.abc import Callable, Container, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from cosmos_app.outputs.exports import FORMATS, export, export_to_share
from cosmos_app.outputs.report.own_answers import own_answers, own_answers_json
from cosmos_app.outputs.report.renderers import RENDERERS
from cosmos_app.outputs.report.room_report import contents_of, report
from cosmos_app.outputs.report.solo_files import answers_csv, bundle_json
from cosmos_app.outputs.report.solo_report import own_report
from cosmos_app.settings import desk_cookie
from cosmos_app.storage import Deed, Room, StoreError, desk_number
from cosmos_app.storage.audit import DeedKind
from cosmos_app.storage.current import store
from cosmos_app.texts.files import EXPORT_FORMATS, NO_SUCH_FILE, NOT_YOUR_FILE
from cosmos_app.texts.refusals import refusal
from cosmos_app.texts.store import store_wrong
from cosmos_app.web import rights
from cosmos_app.web.file_addresses import COPIES, FILES
from cosmos_app.web.routes import journey_of
from cosmos_app.workshop.paper import intake
from cosmos_app.workshop.participation import Participation, resume
from models.workshop import NotAllowedError

OWN_FILES: Mapping[str, tuple[Callable[[Participation], str], str]] = {
    ".csv": (answers_csv, "text/csv"),
    ".json": (bundle_json, "application/json"),
}
"""Files of one visit beside the report, by their ending: the function that writes each, and its media type."""

Query = Mapping[str, str]


class _NoSuchFileError(Exception):
    """The address of a download names nothing that is there."""


def suffix_of(ending: str) -> str:
    """The format that the ending of a file's name stands for.

    >>> suffix_of("-wide.csv")
    '.csv'
    """
    return ending.removeprefix("-wide")


def body_of(room: Room, ending: str) -> bytes:
    """An export as it is downloaded; *ending* is a key of ``texts.files.EXPORT_FORMATS``."""
    return export(room, suffix_of(ending), wide=ending.startswith("-wide"))


def _report(room: Room, query: Query) -> Response:
    ending, wanted = _ending(query, RENDERERS), query.get("parts", "").split(",")
    parts = [part for part in contents_of(room) if part in wanted]
    if not parts:
        raise _NoSuchFileError
    renderer = RENDERERS[ending]
    return _file(renderer.render(report(room, parts)), f"cosmos-report{ending}", renderer.mime)


def _export(room: Room, query: Query) -> Response:
    ending = _ending(query, EXPORT_FORMATS)
    return _file(body_of(room, ending), f"cosmos-workshop{ending}", FORMATS[suffix_of(ending)].mime)


def _shared(room: Room, _query: Query) -> Response:
    return _file(export_to_share(room), "cosmos-workshop-shared.json", FORMATS[".json"].mime)


def _form(room: Room, query: Query) -> Response:
    large = query.get("size") == "large"
    body = intake.room_form_as_pdf(room, large=large)
    return _file(body, f"cosmos-form{'-large' if large else ''}.pdf", "application/pdf")


def _own_report(visit: Participation, query: Query) -> Response:
    ending = _ending(query, RENDERERS)
    renderer = RENDERERS[ending]
    body = renderer.render(own_report(visit, own_words=query.get("words") != "no"))
    return _file(body, f"cosmos-{visit.questionnaire.id}{ending}", renderer.mime)


def _own_file(visit: Participation, query: Query) -> Response:
    ending = _ending(query, OWN_FILES)
    write, mime = OWN_FILES[ending]
    return _file(write(visit), f"cosmos-{visit.questionnaire.id}{ending}", mime)


def _own_copy(visit: Participation, query: Query) -> Response:
    ending = _ending(query, COPIES)
    if ending in RENDERERS:
        renderer = RENDERERS[ending]
        return _file(renderer.render(own_answers(visit)), f"cosmos-own-answers{ending}", renderer.mime)
    return _file(own_answers_json(visit), f"cosmos-own-answers{ending}", OWN_FILES[ending][1])


OF_A_ROOM: Mapping[str, Callable[[Room, Query], Response]] = {
    "report": _report,
    "export": _export,
    "shared": _shared,
    "form": _form,
}
"""Files of a room, for whoever is at the desk."""

OF_A_VISIT: Mapping[str, Callable[[Participation, Query], Response]] = {
    "own-report": _own_report,
    "own": _own_file,
    "own-copy": _own_copy,
}
"""Files of one person's visit, for the person in its seat."""

IN_A_ROOM = {"own-copy"}
"""Those for a person who was in a room with others; the rest is for people who answered alone."""

DEEDS: Mapping[str, DeedKind] = {"report": "reported", "export": "exported", "shared": "shared"}
"""What a file of a room is in the audit log; a form holds nothing that anybody said, so it is not in it."""


def _ending(query: Query, offered: Container[str]) -> str:
    """The ending of the file that is asked for, if there is such a one."""
    ending = query.get("ending", "")
    if ending not in offered:
        raise _NoSuchFileError
    return ending


def _file(body: str | bytes, name: str, mime: str) -> Response:
    disposition = "; ".join(("attachment", f"filename={name}"))
    return Response(body, media_type=mime, headers={"content-disposition": disposition})


def _for_desk(request: Request) -> Response:
    token = request.cookies.get(desk_cookie()) or ""
    if not rights.is_desk(token, request.client.host if request.client else ""):
        return PlainTextResponse(NOT_YOUR_FILE(), status_code=403)
    room = store().room(request.query_params.get("w", ""))
    if room is None:
        raise _NoSuchFileError
    name = _name(request)
    response = OF_A_ROOM[name](room, request.query_params)
    if name in DEEDS and request.method != "HEAD":
        detail = request.query_params.get("ending", ".json")
        store().audit(Deed(deed=DEEDS[name], doer=desk_number(token), workshop=room.id, detail=detail))
    return response


def _for_seat(request: Request) -> Response:
    visit = resume(rights.seat_token(request.cookies), request.query_params.get("of", ""))
    if visit is None:
        return PlainTextResponse(NOT_YOUR_FILE(), status_code=403)
    name, journey = _name(request), journey_of(visit)
    if (journey == "room") != (name in IN_A_ROOM) or journey == "practice":
        raise _NoSuchFileError
    return OF_A_VISIT[name](visit, request.query_params)


def _name(request: Request) -> str:
    return request.url.path.removeprefix(f"{FILES}/")


def _answer(request: Request, serve: Callable[[Request], Response]) -> Response:
    """A response that nobody keeps: the file, or why there is none."""
    try:
        response = serve(request)
    except _NoSuchFileError:
        response = PlainTextResponse(NO_SUCH_FILE(), status_code=404)
    except NotAllowedError as error:
        response = PlainTextResponse(refusal(error), status_code=409)
    except StoreError as error:
        response = PlainTextResponse(store_wrong(error), status_code=503)
    response.headers["cache-control"] = "no-store"
    return response


def _route(name: str, serve: Callable[[Request], Response]) -> Route:
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(_answer, request, serve)

    return Route(f"{FILES}/{name}", endpoint, methods=["GET"])


ROUTES = [
    *(_route(name, _for_desk) for name in OF_A_ROOM),
    *(_route(name, _for_seat) for name in OF_A_VISIT),
]
"""Where the files are; every address under ``FILES`` is one of these."""

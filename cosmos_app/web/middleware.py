"""Middleware: safety headers, what the document holds, a seat's cookie, compressed and cacheable files."""

import gzip
import secrets
from functools import lru_cache
from http.cookies import SimpleCookie
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cosmos_app.design.fonts import fonts
from cosmos_app.design.streamlit_internals import HTML, PATHS, report_missing
from cosmos_app.settings import seat_cookie

COOKIE_DAYS = 180
YEAR_SECONDS = 365 * 24 * 3600

FOR_GOOD = {"cache-control": f"public, max-age={YEAR_SECONDS}, immutable", "vary": "Accept-Encoding"}
"""Headers of what never changes under its address: a browser asks for it once a year."""

SAFETY = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:; worker-src 'self' blob:; "
        "frame-ancestors 'none'; base-uri 'self'; form-action 'self'"
    ),
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

PRIVATE = frozenset({PATHS["metrics"].text})
"""What Streamlit shows to everyone and we to nobody: how busy the server is tells who is answering."""

_NO_PAGES = (*(PATHS[name].text for name in ("core", "static", "media", "component")), "/health")
"""What the paths begin with that lead to no page."""


def _is_page(scope: Scope) -> bool:
    """Whether a request asks for the document itself, not for a file or a channel of it."""
    path = str(scope.get("path", ""))
    is_get = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
    return is_get and not path.startswith(_NO_PAGES) and "." not in path


def set_token_cookie(response: Response, name: str, token: str, *, secure: bool = False) -> None:
    """Put a token into a cookie of a response, which no script can read.

    Args:
        response: The response.
        name: Name of the cookie.
        token: The token.
        secure: Whether browsers may send it over https only.
    """
    response.set_cookie(name, token, max_age=COOKIE_DAYS * 24 * 3600, httponly=True, samesite="lax", secure=secure)


class Page:
    """Adds the safety headers to every response; writes language, title, and more of head and body into the document.

    Attributes:
        app: What answers.
        language: The language of the page, as in HTML.
        title: The title until the first run gives another.
        head: HTML to put after the title.
        body_end: HTML to put at the end of the body.
    """

    def __init__(
        self, app: ASGIApp, language: str = "en", title: str = "CoSMoS", head: str = "", body_end: str = ""
    ) -> None:
        self.app = app
        self.language = language
        self.title = title
        self.head = head
        self.body_end = body_end

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and change its response."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if str(scope.get("path", "")) in PRIVATE:
            await Response(status_code=404)(scope, receive, send)
            return
        start: Message | None = None
        document = b""

        async def change(message: Message) -> None:
            nonlocal start, document
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SAFETY.items():
                    headers[name] = value
                html = headers.get("content-type", "").startswith("text/html")
                if html and "content-encoding" not in headers:
                    start = message
                    return
            elif start is not None:
                document += message.get("body", b"")
                if message.get("more_body"):
                    return
                document = self._rewritten(document)
                MutableHeaders(scope=start)["content-length"] = str(len(document))
                await send(start)
                message = {"type": "http.response.body", "body": document}
                start = None
            await send(message)

        if _is_page(scope):  # so that the document comes plain, and can be rewritten
            scope = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]}
        await self.app(scope, receive, change)

    def _rewritten(self, document: bytes) -> bytes:
        replacements = {
            "language": f'<html lang="{self.language}">',
            "title": f"<title>{self.title}</title>{self.head}",
            "end": f"{self.body_end}{HTML['end'].text}",
        }
        for name, html in replacements.items():
            found = HTML[name].text.encode()
            if found not in document:
                report_missing(name, HTML[name].without)
            document = document.replace(found, html.encode(), 1)
        return document


class SeatCookie:
    """Gives each browser a token of its own with its first page, in a cookie that no script can read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.name = seat_cookie()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; give the browser a token if it has none."""
        if not _is_page(scope) or self.name in SimpleCookie(Headers(scope=scope).get("cookie", "")):
            await self.app(scope, receive, send)
            return

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if self.name not in headers.get("set-cookie", ""):
                    fresh = Response()
                    set_token_cookie(fresh, self.name, secrets.token_urlsafe(32), secure=scope["scheme"] == "https")
                    headers.append("set-cookie", fresh.headers["set-cookie"])
            await send(message)

        await self.app(scope, receive, with_cookie)


class StaticFiles:
    """Compresses the browser's part of Streamlit once, and lets browsers keep it: its names carry hashes."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.folder = fonts().folder

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a static file that was made smaller; pass on everything else."""
        path = str(scope.get("path", ""))
        if scope["type"] != "http" or not path.startswith(f"{PATHS['static'].text}/"):
            await self.app(scope, receive, send)
            return
        small = fonts().small(path.rpartition("/")[2])
        if small is not None:
            await Response(small, media_type="font/woff2", headers=FOR_GOOD)(scope, receive, send)
            return
        accepts = Headers(scope=scope).get("accept-encoding", "")
        packed = await run_in_threadpool(_packed, self.folder, path.removeprefix("/")) if "gzip" in accepts else None
        if packed is not None:
            body, kind = packed
            await Response(body, media_type=kind, headers={"content-encoding": "gzip", **FOR_GOOD})(
                scope, receive, send
            )
            return
        await self.app(scope, receive, send)


_KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json"}


@lru_cache(maxsize=512)
def _packed(folder: Path, name: str) -> tuple[bytes, str] | None:
    """A static file compressed, with its media type; None if it is not one of those that shrink."""
    file = (folder / name).resolve()
    kind = _KINDS.get(file.suffix)
    if kind is None or not file.is_relative_to(folder.resolve()) or not file.is_file():
        return None
    return gzip.compress(file.read_bytes(), compresslevel=6), kind

"""Middleware: whose page may open a channel, safety headers, what the document holds, small and cacheable files."""

import gzip
import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cosmos_app.design.fonts import fonts
from cosmos_app.design.streamlit_internals import HTML, PATHS, report_missing
from cosmos_app.settings import public_address
from cosmos_app.web.cookies import is_page
from cosmos_app.web.devices import DEVICES

YEAR_SECONDS = 365 * 24 * 3600

FOR_GOOD = {"cache-control": f"public, max-age={YEAR_SECONDS}, immutable", "vary": "Accept-Encoding"}
"""Headers of what never changes under its address: a browser asks for it once a year."""

SAFETY = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'{channels}; worker-src 'self' blob:; "
        "frame-ancestors 'none'; base-uri 'self'; form-action 'self'"
    ),
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

HOST = re.compile(r"[a-z0-9._-]{1,253}(:\d{1,5})?|\[[0-9a-f:.]{2,45}\](:\d{1,5})?")
"""A host as requests name it: nothing that would end a header's directive."""

USUAL_PORTS = {"http": 80, "https": 443}

PRIVATE = frozenset({PATHS["metrics"].text})
"""What Streamlit shows to everyone and we to nobody: how busy the server is tells who is answering."""


def _own_hosts(scope: Scope) -> list[str]:
    """The host, with its port, that a request names, and that of the public address; "" and nonsense left out."""
    named = [Headers(scope=scope).get("host", ""), urlsplit(public_address()).netloc]
    return [host for host in dict.fromkeys(map(str.lower, named)) if HOST.fullmatch(host)]


def _host_of(origin: str) -> str:
    """The host of an origin as the Host header names it, without a port that goes without saying; "" for none."""
    try:
        parts = urlsplit(origin)
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in USUAL_PORTS or not parts.hostname or parts.username is not None:
        return ""
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return host if port in (None, USUAL_PORTS[parts.scheme]) else f"{host}:{port}"


class OwnOrigin:
    """Refuses a channel (WebSocket) that a page of another site opens, before Streamlit sees it.

    Such a page could act in the name of whoever looks at it. And of an origin that Streamlit does not know, it asks a
    public service for this machine's own address, while everybody else waits; so it never gets to see one: what is let
    through names the host of the request, also behind a proxy that changes the one or the other.

    A request without an origin comes from a program and no page, and is let through: it can act for nobody else.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or close it."""
        headers = Headers(scope=scope) if scope["type"] == "websocket" else Headers()
        origins = headers.getlist("origin")
        if not origins:
            await self.app(scope, receive, send)
            return
        known = {_host_of(f"{scheme}://{host}") for host in _own_hosts(scope) for scheme in USUAL_PORTS}
        if len(origins) > 1 or _host_of(origins[0]) not in known - {""}:
            await send({"type": "websocket.close", "code": 1008, "reason": ""})
            return
        own = f"http://{headers.get('host', '')}".encode("latin-1")
        changed = [(name, own if name == b"origin" else value) for name, value in scope["headers"]]
        await self.app({**scope, "headers": changed}, receive, send)


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
        channels = "".join(f" ws://{host} wss://{host}" for host in _own_hosts(scope))
        start: Message | None = None
        document = b""

        async def change(message: Message) -> None:
            nonlocal start, document
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SAFETY.items():
                    headers[name] = value.format(channels=channels)
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

        if is_page(scope):  # so that the document comes plain, and can be rewritten
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


class Reached:
    """Notes that another device has reached this one, for a facilitator who tries it before people come."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Note where a page is asked for from, and pass the request on."""
        client, server = scope.get("client"), scope.get("server")
        if (
            client and server and client[0] != server[0] and is_page(scope)
        ):  # this machine by its own address is no other
            DEVICES.note_reached(client[0])
        await self.app(scope, receive, send)


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

"""The app served in this process: started, asked and stopped, without a port and without a browser."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

import httpx
from streamlit.runtime import Runtime


@asynccontextmanager
async def running(app):
    """Start an ASGI app as a server does, and stop it."""
    heard, said = asyncio.Queue(), asyncio.Queue()
    life = asyncio.create_task(app({"type": "lifespan", "asgi": {"version": "3.0"}}, heard.get, said.put))
    try:
        await heard.put({"type": "lifespan.startup"})
        started = await said.get()
        assert started["type"] == "lifespan.startup.complete", started
        yield
        await heard.put({"type": "lifespan.shutdown"})
        await said.get()
        await life
    finally:
        Runtime._instance = None  # Streamlit allows one in a process, and this one is gone


def _run(coroutine):
    """Run it in a thread of its own: Playwright's loop may run in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


def ask(app, *paths, base_url="http://testserver"):
    """What the app answers at each path."""

    async def answers():
        async with running(app), httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=base_url) as client:
            return [await client.get(path) for path in paths]

    return _run(answers())


def _encoded(headers):
    hosts = [] if "host" in dict(headers) else [("host", "testserver")]
    return [(name.encode(), value.encode()) for name, value in [*hosts, *headers]]


def connects(app, path, *headers):
    """Whether a WebSocket can be opened at a path, with these headers besides the host."""
    scope = {"type": "websocket", "path": path, "raw_path": path.encode(), "query_string": b"", "subprotocols": []}
    scope |= {"scheme": "ws", "headers": [*_encoded(headers)], "client": None, "server": ("testserver", 80)}
    scope |= {"asgi": {"version": "3.0"}, "http_version": "1.1", "root_path": "", "extensions": {}}

    async def first_answer():
        came = iter([{"type": "websocket.connect"}])
        said = []

        async def receive():
            return next(came, {"type": "websocket.disconnect", "code": 1000})

        async def send(message):
            said.append(message["type"])

        async with running(app):
            await app(scope, receive, send)
        return said[0]

    return _run(first_answer()) == "websocket.accept"

"""What a browser does over plain HTTP: pages, cookies, forms."""

from collections.abc import Mapping

import httpx

PATIENCE_SECONDS = 60.0


class Browser:
    """One person's browser: it keeps the cookies it is given.

    Attributes:
        host: Address and port of the server.
        cookies: By name.
    """

    def __init__(self, host: str, lines: httpx.AsyncHTTPTransport, cookies: Mapping[str, str] | None = None) -> None:
        self.host = host
        self._client = httpx.AsyncClient(
            transport=lines,
            base_url=f"http://{host}",
            cookies=dict(cookies or {}),
            trust_env=False,
            timeout=PATIENCE_SECONDS,
            headers={"accept": "text/html", "user-agent": "Mozilla/5.0"},
        )

    @property
    def cookies(self) -> Mapping[str, str]:
        """What the server gave it to keep."""
        return dict(self._client.cookies)

    def headers(self) -> Mapping[str, str]:
        """What goes along when it opens a WebSocket."""
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Cookie": kept, "Origin": f"http://{self.host}"}

    async def get(self, path: str) -> httpx.Response:
        """Open a page, wherever it leads."""
        answer = await self._client.get(path, follow_redirects=True)
        return answer.raise_for_status()

    async def post(self, path: str, fields: Mapping[str, str]) -> httpx.Response:
        """Send a form, and open the page it leads to."""
        answer = await self._client.post(path, data=dict(fields), follow_redirects=True)
        return answer.raise_for_status()

    async def finds(self, path: str) -> bool:
        """Whether there is something at a path; False too if there is no server."""
        try:
            return (await self._client.get(path)).is_success
        except httpx.TransportError:
            return False


def lines() -> httpx.AsyncHTTPTransport:
    """The connections that all browsers of a run share; a browser of its own would open a few more."""
    return httpx.AsyncHTTPTransport(verify=False, limits=httpx.Limits(max_connections=None, keepalive_expiry=5.0))

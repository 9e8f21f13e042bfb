"""``cosmos run`` and ``cosmos demo``: start the app, say where it is, open a browser."""

import os
import socket
import sys
import tempfile
import threading
import time
import urllib.request
import webbrowser
from collections.abc import Mapping
from pathlib import Path
from urllib.error import URLError

from cosmos_app.cli.commands.secret_links import give, place_of_links, withdraw
from cosmos_app.settings import InvalidPeriodError, check_periods
from cosmos_app.texts import commands as texts

READY_SECONDS = 30


def run(port: int, *, lan: bool, browser: bool, data: Path | None, links: str | None = None) -> int:
    """Start the app and stay with it until it is stopped.

    Args:
        port: The port to listen on.
        lan: Whether other machines may connect.
        browser: Whether to open one.
        data: Where answers are kept; None for the usual place.
        links: Where the secret links go, as ``--links`` says it; None if it says nothing.

    Returns:
        0 when it was stopped; 1 when it could not start.
    """
    if data is not None:
        os.environ["COSMOS_DATA"] = str(data.absolute())
    return _serve(port, lan=lan, browser=browser, links=place_of_links(links))


def demo(port: int, *, browser: bool) -> int:
    """Start the app on a throw-away copy of the example; returns as ``run`` does."""
    with tempfile.TemporaryDirectory(prefix="cosmos-demo-") as folder:
        os.environ["COSMOS_DATA"] = folder
        os.environ.pop("COSMOS_DATABASE_URL", None)
        return _serve(port, lan=False, browser=browser, example=True)


def _serve(port: int, *, lan: bool, browser: bool, example: bool = False, links: Path | None = None) -> int:
    address = f"http://127.0.0.1:{port}"
    outside = _lan_address() if lan else None
    if outside:
        os.environ.setdefault("COSMOS_ADDRESS", f"http://{outside}:{port}")
    if (wrong := _port_fault(port)) is not None:
        print(wrong, file=sys.stderr)
        return 1
    try:
        check_periods()
    except InvalidPeriodError as error:
        print(texts.NO_PERIOD(variable=error.variable, typed=error.value), file=sys.stderr)
        return 1
    print(texts.STARTING(), flush=True)
    from cosmos_app.content.catalogue import refused  # noqa: PLC0415
    from cosmos_app.storage import StoreError  # noqa: PLC0415
    from cosmos_app.storage.code_key import check_shared_key  # noqa: PLC0415
    from cosmos_app.storage.current import store  # noqa: PLC0415
    from cosmos_app.texts.problems import line_of  # noqa: PLC0415
    from cosmos_app.texts.store import store_problem  # noqa: PLC0415
    from cosmos_app.web.server import serve  # noqa: PLC0415  (a busy port is reported before anything heavy is loaded)
    from cosmos_app.workshop.participation import new_token  # noqa: PLC0415

    desk_key, lead_key, token = new_token(), new_token(), new_token() if example else None
    try:
        check_shared_key()
        store()
        if token is not None:
            from cosmos_app.workshop.put_example import put_example  # noqa: PLC0415

            put_example(token)
    except StoreError as error:
        print(store_problem(error), file=sys.stderr)
        return 1
    for problem in refused():
        print(texts.NOT_ON_OFFER(problem=line_of(problem)), file=sys.stderr)
    secret = {"facilitate": f"{address}/facilitate/{desk_key}", "exchange": f"{address}/exchange/{lead_key}"}
    told = {"lan": lan, "browser": browser}
    threading.Thread(target=_welcome, args=(address, secret, links), kwargs=told, daemon=True).start()
    try:
        serve(port, lan=lan, desk_key=desk_key, lead_key=lead_key, example_token=token)
    finally:
        withdraw(links)
    return 0


def _port_fault(port: int) -> str | None:
    if not 1 <= port <= 65535:
        return texts.NO_SUCH_PORT(port=port)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return texts.PORT_TAKEN(port=port, another=port + 1)
    return None


def _welcome(address: str, secret: Mapping[str, str], links: Path | None, *, lan: bool, browser: bool) -> None:
    if not _wait_for(f"{address}/health"):
        return
    print(texts.READY(address=f"{address}/"), flush=True)
    give(secret, links)
    if outside := os.environ.get("COSMOS_ADDRESS"):
        print(texts.READY_LAN(address=f"{outside}/"), flush=True)
    if lan:
        print(texts.READY_LAN_CARE(), flush=True)
    print(texts.READY_STOP(), flush=True)
    if browser:
        webbrowser.open(secret["facilitate"])


def _wait_for(address: str) -> bool:
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=1):  # noqa: S310  (our own address)
                return True
        except (URLError, OSError):
            time.sleep(0.1)
    return False


def _lan_address() -> str | None:
    """This machine's address in the local network; no packet is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 1))
        except OSError:
            return None
        return str(probe.getsockname()[0])

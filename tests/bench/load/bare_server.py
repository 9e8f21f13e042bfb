"""Serves the bare page, tuned as our own server is. Run it with a port; BARE_STORE says where answers go."""

import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from bare_store import store

OPTIONS = {
    "browser.gatherUsageStats": False,
    "client.toolbarMode": "minimal",
    "global.developmentMode": False,
    "logger.hideWelcomeMessage": True,
    "logger.level": "warning",
    "runner.magicEnabled": False,
    "runner.postScriptGC": False,
    "server.address": "127.0.0.1",
    "server.fileWatcherType": "none",
    "server.headless": True,
}


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Open the store, then take all that is loaded out of the garbage collector's rounds."""
    store()
    gc.collect()
    gc.freeze()
    yield


if __name__ == "__main__":
    page = st.App(Path(__file__).parent / "bare_page.py", lifespan=lifespan)
    page.run(config={**OPTIONS, "server.port": int(sys.argv[1])})

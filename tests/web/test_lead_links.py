"""The link for comparing sites, and what its cookie opens."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from starlette.applications import Starlette

from cosmos_app.settings import desk_cookie, lead_cookie
from cosmos_app.web import server, session
from cosmos_app.workshop import throttle


@pytest.fixture
def doorway(sites_store, monkeypatch):
    monkeypatch.setattr(throttle, "BY_ADDRESS", throttle.Throttle())
    monkeypatch.setattr(server, "BY_ADDRESS", throttle.Throttle())
    served = httpx.ASGITransport(Starlette(routes=server.secret_links("desk key", "lead key")))

    def knock(path):
        async def ask():
            async with httpx.AsyncClient(transport=served, base_url="http://here") as client:
                return await client.get(path)

        # In a thread of its own: Playwright's loop runs in this one as soon as a browser test has run before.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, ask()).result()

    return knock


def test_the_link_for_comparing_leads_there_and_gives_a_cookie_of_its_own(doorway, sites_store):
    answer = doorway("/exchange/lead key")
    assert (answer.status_code, answer.headers["location"]) == (303, "/compare")
    assert sites_store.is_lead(answer.cookies[lead_cookie()])
    assert not sites_store.is_desk(answer.cookies[lead_cookie()])
    assert desk_cookie() not in answer.cookies


def test_no_other_key_opens_it_and_it_opens_nothing_else(doorway):
    assert doorway("/exchange/desk key").status_code == 403
    assert doorway("/facilitate/lead key").status_code == 403
    assert doorway("/exchange/").status_code != 303


def test_the_cookie_of_a_lead_opens_no_desk_and_that_of_a_desk_both(sites_store, monkeypatch):
    sites_store.add_lead("lead")
    sites_store.add_desk("desk")
    cookies = {}
    monkeypatch.setattr(session.sharing_access.st, "context", type("Context", (), {"cookies": cookies})())
    assert not session.at_exchange()
    cookies[lead_cookie()] = "lead"
    assert (session.at_exchange(), session.at_desk()) == (True, False)
    sites_store.drop_leads()
    assert not session.at_exchange()
    cookies[desk_cookie()] = "desk"
    assert (session.at_exchange(), session.at_desk()) == (True, True)

"""In a real browser: whoever is sent away from the desk stays away, and a phone is let in as a remote control."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.roomful import prepare
from browser.served import Server
from browser.visitor import DESKTOP, PHONE
from browser.wcag import RULES
from playwright.sync_api import expect

from cosmos_app.texts.page import SENT_AWAY_TITLE
from cosmos_app.texts.room.desk import OTHERS_SENT_AWAY
from cosmos_app.texts.room.devices import NOT_A_REMOTE, REACH_TITLE, REMOTE_TITLE


@pytest.fixture
def running(browser, tmp_path):
    """A server of the test's own, whose links end; phones know it by an address."""
    server = Server(tmp_path / "data", tmp_path / "log", COSMOS_ADDRESS="http://127.0.0.1:1").start()
    yield server
    server.stop()


@pytest.fixture
def desk(at, running):
    desk = at(running, DESKTOP)
    desk.goto(running.desk)
    desk.sees_title("Your workshops")
    return desk


def send_others_away(desk):
    """Send all others away; gives the new link."""
    desk.goto("desk")
    desk.open("desks")
    desk.press("only-this-desk")
    expect(desk.page.get_by_text(OTHERS_SENT_AWAY())).to_be_visible()
    return desk.page.locator(".cosmos-secret").inner_text()


def test_who_is_sent_away_writes_nothing_with_the_page_that_is_open_and_the_link_lets_in_no_more(at, running, desk):
    other = at(running, DESKTOP)
    prepare(other, running, initiative="Before")
    link = send_others_away(desk)
    other.page.get_by_label("The service or project you look at").fill("An intruder's")
    other.page.keyboard.press("Tab")
    other.sees_title(SENT_AWAY_TITLE())
    with running.store() as store:
        assert [room.plan.initiative for room in store.rooms()] == ["Before"]
    assert other.page.goto(f"{running.address}/{running.desk}").status == 403
    other.goto("desk")
    other.sees_title("How do we work together?")
    other.goto(link.removeprefix(f"{running.address}/"))
    other.sees_title("Your workshops")
    desk.reload()
    desk.sees_title("Your workshops")


def broken(page):
    """What breaks a rule of accessible pages on a page without Streamlit."""
    return [one["id"] for one in Axe().run(page, options=RULES).response["violations"]]


def test_a_phone_turns_the_pages_until_it_is_sent_away(at, running, desk):
    desk.press("rehearse")
    desk.sees_step("Welcome")
    desk.open("remote")
    desk.press("invite-remote")
    code = desk.keyed("remote", ".cosmos-code").inner_text()
    phone = at(running, PHONE).page
    phone.goto(f"{running.address}/reach")
    expect(phone.locator("h1")).to_have_text(REACH_TITLE())
    phone.goto(f"{running.address}/device")
    found = [broken(phone)]
    phone.get_by_label("Code").fill(code)
    phone.keyboard.press("Enter")
    expect(phone.locator("h1")).to_have_text(REMOTE_TITLE())
    found.append(broken(phone))
    phone.get_by_role("button", name=re.compile("^Next")).click()
    expect(phone.locator(".step")).to_have_text("Answer alone")
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    desk.reload()
    desk.sees_step("Answer alone")
    send_others_away(desk)
    phone.get_by_role("button", name=re.compile("^Back")).click()
    expect(phone.get_by_text(NOT_A_REMOTE())).to_be_visible()
    assert found == [[], []]

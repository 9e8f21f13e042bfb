"""What people try who should not: guessing, pasting code, reading what is not theirs."""

import httpx
import pytest
from browser.roomful import answer_all, begin_workshop, confirm, join, open_workshop, show_dots, step, write
from browser.served import served
from browser.visitor import DESKTOP, PHONE
from playwright.sync_api import expect

from cosmos_app.design.streamlit_internals import PATHS
from cosmos_app.storage.codes import CODE_LETTERS
from cosmos_app.workshop.throttle import FREE_TRIES

NASTY = "<img src=x onerror=alert(1)> **bold** [a](javascript:alert(2)) $x$"


@pytest.fixture
def guarded(browser, tmp_path):
    """A server of its own: wrong codes are counted by address, and all tests come from the same one."""
    yield from served(tmp_path)


def test_guessing_the_facilitators_link_is_refused_and_slowed(guarded):
    answers = [httpx.get(f"{guarded.address}/facilitate/guess{n}").status_code for n in range(FREE_TRIES + 3)]
    assert answers[:FREE_TRIES] == [403] * FREE_TRIES
    assert answers[-1] == 429
    slowed = httpx.get(f"{guarded.address}/facilitate/guess")
    assert int(slowed.headers["retry-after"]) >= 1
    assert "wait" in slowed.text


def test_the_desk_is_shown_to_nobody_without_the_link(phone, server):
    for path in ("desk", "prepare", "lead", "presenter"):
        phone.goto(path)
        phone.sees_title("How do we work together?")


def test_other_browsers_can_be_sent_away_from_the_desk(guarded, at):
    mine, other = at(guarded, DESKTOP), at(guarded, DESKTOP)
    for desk in (mine, other):
        desk.goto(guarded.desk)
        desk.sees_title("Your workshops")
    mine.open("desks")
    mine.press("only-this-desk")
    other.goto("desk")
    other.sees_title("How do we work together?")
    mine.goto("desk")
    mine.sees_title("Your workshops")


def test_how_busy_the_server_is_is_told_to_nobody(server):
    assert httpx.get(server.address + PATHS["metrics"].text).status_code == 404


def test_wrong_codes_are_slowed_down_and_said_so(guarded, at):
    guesser = at(guarded, PHONE)
    for letter in CODE_LETTERS[: FREE_TRIES + 2]:
        guesser.goto(f"join?code=AAAAA{letter}")
    expect(guesser.page.get_by_text("Too many wrong codes.")).to_be_visible()


def test_what_people_write_is_shown_as_text(desktop, visitors, server):
    code = begin_workshop(desktop, server, initiative=NASTY)
    people = [visitors(PHONE) for _ in range(3)]
    for place, person in enumerate(people):
        person.goto(f"join?code={code}")
        expect(person.page.locator("h1.cosmos-title")).to_have_text(NASTY)
        join(person, code)
        answer_all(person, [place] * 8)
    step(desktop, "Answer alone")
    confirm(desktop, "Close the round")
    show_dots(desktop, 3)
    step(desktop, "Talk where we differ")
    desktop.page.get_by_role("button", name="Look at it together").first.click()
    write(desktop, "What we heard", NASTY)
    write(desktop, "Its web address", "javascript:alert(3)")
    expect(desktop.page.get_by_text("Only addresses that start with")).to_be_visible()
    expect(people[0].page.get_by_text(NASTY)).to_have_count(2)
    step(desktop, "Actions")
    desktop.page.get_by_label("What will be done?").fill(NASTY)
    with desktop.heard():
        desktop.page.get_by_role("button", name="Add it").click()
    expect(people[0].page.locator(".cosmos-action")).to_contain_text(NASTY)
    for window in (desktop, *people):
        assert window.page.locator("img[src='x'], a[href^='javascript']").count() == 0


def test_the_store_holds_no_token_and_no_code_of_a_person(phone, desktop, server):
    code = open_workshop(desktop, server, "Tokens")
    join(phone, code)
    phone.goto("room")
    phone.open("my-seat")
    phone.keyed("give-code", "button").click()
    given = phone.page.locator("p.cosmos-code").inner_text()
    secrets = [
        given,
        given.replace("-", ""),
        *(one["value"] for one in phone.context.cookies()),
        *(one["value"] for one in desktop.context.cookies()),
    ]
    held = b"".join(file.read_bytes() for file in server.data.iterdir())
    assert not [secret for secret in secrets if secret.encode() in held]

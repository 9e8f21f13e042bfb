"""A facilitator, a wall and five people go through a workshop from the plan to the close."""

import re

import pytest
from browser.roomful import SIZES, answer_all, begin_workshop, confirm, join, pick, show_dots, step, wall_of, write
from browser.visitor import DESKTOP
from browser.wcag import clean
from playwright.sync_api import expect

ROLES = (
    "Person who uses the service",
    "Person who uses the service",
    "Family member, carer or friend",
    "Front-line worker",
    "Team manager",
)
PLACES = (
    (0, 1, 0, 2, 1, 2, 0, 1),
    (1, 1, 0, 2, 1, 2, 0, 1),
    (0, 1, 1, 2, 5, 2, 1, 1),
    (3, 1, 4, 2, 3, 2, 4, 2),
    (4, 1, 4, 2, 3, 2, 3, 2),
)
"""What each of the five chooses, question by question; place 5 is "I don't know"."""


@pytest.fixture
def desk(visitors):
    return visitors(DESKTOP)


@pytest.fixture
def people(visitors):
    return [visitors(size) for size in SIZES]


def test_five_people_play_the_script_to_the_closed_workshop(desk, people, server, store):
    code = begin_workshop(desk, server)
    wall = wall_of(desk)
    expect(wall.page.locator(".cosmos-code")).to_have_text(code)
    phone = people[0]
    clean(desk, wall)

    phone.goto(f"join?code={code}")
    expect(phone.page.locator(".cosmos-promise").first).to_contain_text("The parents' round asked for this.")
    clean(phone)
    for person, role in zip(people, ROLES, strict=True):
        join(person, code, role)
    step(desk, "Answer alone")
    for person, places in zip(people, PLACES, strict=True):
        answer_all(person, places)
    expect(desk.page.locator(".cosmos-count")).to_have_text("5 joined, 5 finished")
    expect(wall.page.locator(".cosmos-count")).to_have_text("5 joined, 5 finished")
    clean(desk, wall, phone)

    confirm(desk, "Close the round")
    expect(phone.page.get_by_text("The round is closed. Nothing is shown yet.")).to_be_visible()
    for window in (desk, wall, phone):
        expect(window.page.locator(".cosmos-strip")).to_have_count(0)
    step(desk, "Look together")
    show_dots(desk, 5)
    for window in (desk, wall, phone):
        expect(window.page.locator(".cosmos-strip").first).to_be_visible()
        expect(window.page.locator(".cosmos-row").first).to_contain_text("Two camps")
        expect(window.page.get_by_text("Index")).to_have_count(0)
    clean(desk, wall, phone)

    step(desk, "Talk where we differ")
    desk.page.get_by_role("button", name="Look at it together").first.click()
    for window in (desk, wall, phone):
        expect(window.page.locator(".cosmos-minority")).to_be_visible()
    expect(phone.page.locator(".cosmos-own")).to_contain_text("Your answer, shown only to you")
    expect(wall.page.locator(".cosmos-own")).to_have_count(0)
    with desk.heard():
        desk.page.get_by_text("We see it in two ways", exact=True).click()
    write(desk, "One view, and why", "The hours were set without us.")
    write(desk, "The other view, and why", "We were asked in spring.")
    expect(wall.page.get_by_text("The hours were set without us.")).to_be_visible()
    clean(desk, wall, phone)

    step(desk, "Answer again")
    pick(desk, re.compile("The questions to answer again"), 1)  # the first offers all
    desk.page.keyboard.press("Escape")
    confirm(desk, "Ask again")
    for person in people[:2]:
        person.press("to-answers")
        expect(person.page.get_by_text(re.compile("You chose first"))).to_be_visible()
        answer_all(person, (2,))
    clean(phone)
    confirm(desk, "Close the round")
    confirm(desk, "Show the dots")
    expect(wall.page.get_by_text("The first time")).to_be_visible()
    clean(desk, wall, phone)

    step(desk, "Agree or keep both")
    desk.press("unfocus")
    with desk.heard():
        desk.page.get_by_role("button", name="Look at it together").first.click()
    pick(desk, "The situation we can all live with, for now", 2)
    write(desk, "What we heard", "Said in the garden.")
    confirm(desk, "Go on to the profile")
    desk.sees_step("Profile and targets")
    for window in (desk, wall, phone):
        expect(window.page.get_by_text("The shape")).to_be_visible()
    clean(desk, wall, phone)

    step(desk, "What is around us")
    clean(desk, wall, phone)
    step(desk, "Actions")
    desk.page.get_by_label("What will be done?").fill("Hang up the hours at the door")
    desk.page.get_by_label(re.compile("Who sees to it")).fill("Team manager")
    with desk.heard():
        desk.page.get_by_role("button", name="Add it").click()
    expect(wall.page.get_by_text("Hang up the hours at the door")).to_be_visible()
    clean(desk, wall, phone)

    step(desk, "Close")
    for person in people:
        expect(person.page.get_by_role("heading", name="One minute: how was it for you?")).to_be_visible()
        person.page.get_by_text("Mostly", exact=True).first.click()
        person.page.get_by_role("button", name="Send it").click()
        expect(person.page.get_by_text("Thank you. It is kept.")).to_be_visible()
    confirm(desk, "Close the workshop")
    expect(desk.page.get_by_text("Mostly: 5")).to_be_visible()
    for window in (desk, wall, phone):
        expect(window.page.get_by_text("Hang up the hours at the door").first).to_be_visible()
        expect(window.page.get_by_text("Said in the garden.").first).to_be_visible()
    clean(desk, wall, phone)

    phone.new_tab()
    phone.goto("room")
    expect(phone.page.get_by_text("Hang up the hours at the door")).to_be_visible()
    [room] = [one for one in store.rooms() if one.plan.initiative == "Home visits"]
    assert (room.workshop.phase, room.workshop.round) == ("closed", 2)

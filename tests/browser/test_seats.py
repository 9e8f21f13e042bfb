"""Seats in a room: latecomers, people who are helped, names beside reasons, leaving, one screen for several."""

import re

import pytest
from browser.roomful import answer_all, answer_elsewhere, confirm, join, open_workshop, show_dots, step, write
from browser.visitor import DESKTOP, PHONE
from playwright.sync_api import expect

from models.answers import Value


@pytest.fixture
def desk(visitors):
    return visitors(DESKTOP)


def room_called(store, initiative):
    [room] = [one for one in store.rooms() if one.plan.initiative == initiative]
    return room


def test_who_comes_late_is_told_and_counts_in_no_figure(desk, visitors, server, store):
    code = open_workshop(desk, server, "Latecomers")
    room = room_called(store, "Latecomers")
    still_there = visitors(PHONE)
    join(still_there, code)
    answer_all(still_there, [0] * 8)
    answer_elsewhere(store, room.id, 1, 2)
    step(desk, "Answer alone")
    still_there.goto("answer")
    confirm(desk, "Close the round")
    expect(still_there.page.get_by_text("The room has moved on.")).to_be_visible(timeout=15_000)
    with still_there.heard():
        still_there.page.get_by_role("button", name="Go to the room").click()
    expect(still_there.page.get_by_text("The round is closed. Nothing is shown yet.")).to_be_visible()

    late = visitors(PHONE)
    late.goto(f"join?code={code}")
    expect(late.page.get_by_text("The others have already answered.")).to_be_visible()
    join(late, code)
    expect(late.page.get_by_text("You joined after the others had answered.")).to_be_visible()
    [item] = late.items
    late.choose(item, 4)
    expect(late.page.get_by_text("Kept for you, and counted in no result")).to_be_visible()
    show_dots(desk, 3)
    assert [len(sheet.responses) for sheet in store.sheets(room.id, "project").values()] == [8, 8, 8]


def test_one_phone_serves_two_people_and_leads_back_to_the_first(desk, phone, server, store):
    code = open_workshop(desk, server, "Helping")
    join(phone, code)
    first = phone.seat(store).participant
    [item] = phone.items
    phone.choose(item, 2)
    phone.goto("room")
    phone.open("my-seat")
    phone.keyed("give-code", "button").click()
    own = phone.page.locator("p.cosmos-code").inner_text()
    phone.keyed("help-another", "button").click()
    expect(phone.page.get_by_text("You are here for somebody else's answers.")).to_be_visible()
    phone.press("start")
    phone.page.wait_for_url("**/answer**")
    second = phone.seat(store)
    assert second.helped
    assert second.participant != first

    phone.goto()
    phone.open("by-code")
    phone.page.get_by_label("Your code").fill(own)
    phone.page.keyboard.press("Enter")
    with phone.heard():
        phone.page.get_by_role("button", name="Take me there").click()
    assert phone.seat(store).participant == first
    phone.goto("answer?part=1")
    phone.sees_chosen({item: 2})


def test_whoever_sits_in_a_room_can_look_at_its_wall_from_elsewhere(desk, phone, server):
    code = open_workshop(desk, server, "Elsewhere")
    join(phone, code)
    phone.goto("presenter")
    phone.sees_title("Elsewhere")
    expect(phone.page.locator(".cosmos-count")).to_have_text("1 joined, 0 finished")


def test_who_leaves_before_the_round_closes_leaves_nothing_behind(desk, phone, server, store):
    code = open_workshop(desk, server, "Leaving")
    join(phone, code)
    phone.choose(phone.items[0], 1)
    room = room_called(store, "Leaving")
    assert len(store.people(room.id)) == 1
    phone.goto("room")
    phone.open("my-seat")
    phone.page.get_by_text("Yes, erase everything I said here").click()
    phone.keyed("leave", "button").click()
    phone.sees_title("How do we work together?")
    expect(phone.page.get_by_text("Erased. Nothing of what you said here is kept.")).to_be_visible()
    assert store.people(room.id) == ()


def test_names_stand_beside_reasons_once_the_dots_are_shown_and_not_before(desk, visitors, server):
    code = open_workshop(desk, server, "Names", named=True)
    people = [visitors(PHONE) for _ in range(3)]
    for name, person in zip(("Ada", "Ben", "Cleo"), people, strict=True):
        person.goto(f"join?code={code}")
        person.page.get_by_label("A name for you in this workshop").fill(name)
        person.page.keyboard.press("Tab")
        person.press("start")
        person.page.wait_for_url("**/answer**")
        person.at_rest()
        [item] = person.items
        person.choose(item, 1)
        with person.heard():
            person.page.get_by_text("Add why, or how you know").click()
        write(person, "Why did you choose this?", f"{name} was there.")
    step(desk, "Answer alone")
    assert desk.page.get_by_text("Ada").count() == 0
    confirm(desk, "Close the round")
    show_dots(desk, 3)
    step(desk, "Talk where we differ")
    button = desk.page.get_by_role("button", name=re.compile("Look at it together")).first
    button.click()
    desk.page.get_by_text("Reasons people wrote").click()
    expect(desk.page.get_by_text("Ada was there.")).to_be_visible()


def test_several_people_answer_at_one_screen_and_see_their_profile(desk, store):
    desk.goto()
    desk.pick("questionnaire", "Our project")
    with desk.heard():
        desk.page.get_by_text("Several of us, at this one screen").click()
    desk.keyed("begin", "button").click()
    desk.page.wait_for_url("**/answer**")
    desk.at_rest()
    item = desk.items[0]
    desk.choose(item, 3)
    assert desk.seat(store).kind == "shared"
    assert [one.answer for one in desk.sheet(store).responses.values()] == [Value(3)]
    desk.goto("profile")
    desk.sees_title("Your profile")


def test_more_seats_than_people_stop_the_dots_until_a_seat_that_nobody_uses_is_taken_away(
    desk, visitors, server, store
):
    code = open_workshop(desk, server, "One too many")
    room = room_called(store, "One too many")
    answer_elsewhere(store, room.id, 1, 2)
    phone = visitors(PHONE)
    join(phone, code)  # and puts the phone away
    step(desk, "Answer alone")
    confirm(desk, "Close the round")
    desk.page.get_by_label("How many people have answered").fill("2")
    with desk.heard():
        desk.page.get_by_role("button", name="So many people have answered").click()
    expect(desk.page.get_by_text("There is 1 seat more than there are people.")).to_be_visible()
    expect(desk.page.get_by_role("button", name="Show the dots", exact=True)).to_be_disabled()
    desk.open("unused")
    desk.press("ask-who-is-here")
    expect(phone.page.get_by_text("Are you still there?")).to_be_visible(timeout=15_000)
    store.ask_who_is_here(room.id, now=0)  # two minutes later
    expect(desk.page.get_by_role("button", name="Take one of these seats away")).to_be_enabled(timeout=10_000)
    desk.press("remove-seat")
    expect(phone.page.get_by_text("Your seat in the workshop was taken away")).to_be_visible(timeout=15_000)
    expect(desk.page.get_by_text("No more seats than people")).to_be_visible()
    expect(desk.page.get_by_text("Seats taken away: 1")).to_be_visible()
    confirm(desk, "Show the dots")
    assert [len(sheet.responses) for sheet in store.sheets(room.id, "project").values()] == [8, 8]

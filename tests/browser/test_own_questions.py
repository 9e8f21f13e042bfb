"""A workshop with a story to practise on and questions of its own, and the one after it, in a real browser."""

import re

from browser.roomful import (
    answer_elsewhere,
    code_of,
    confirm,
    join,
    open_workshop,
    pick,
    prepare,
    show_dots,
    step,
    wall_of,
    write,
)
from browser.visitor import DESKTOP, PHONE
from browser.wcag import clean
from playwright.sync_api import expect

STORY = "The debt desk in Haldersund"
EVENING = "Which evening suits you?"
HELPS = "What would help you come?"
WORDS = "What else should we know?"
EIGHT_PLACES = (0, 1, 0, 2, 1, 2, 0, 1)


def prepare_with_own_questions(desk, server):
    """Prepare a try-out that practises first and asks three questions of its own."""
    prepare(desk, server, initiative="Own questions")
    pick(desk, re.compile("Practise first on an invented story"), STORY)
    desk.open("local")
    own(desk, 1, EVENING, options="Monday\nTuesday")
    own(desk, 2, HELPS, "Choose several", "A bus\nChildcare\nFood")
    own(desk, 3, WORDS, "In their own words")
    try_out(desk)


def try_out(desk):
    with desk.heard():
        desk.page.get_by_role("button", name="It is a try-out among colleagues").click()
    with desk.heard():
        desk.page.get_by_text(re.compile("^3 people")).click()


def own(desk, number, words, kind="", options=""):
    """Write a question of the room's own, without any file."""
    write(desk, f"Your question {number}", words)
    if kind:
        with desk.heard():
            how = desk.page.get_by_role("radiogroup", name=f"How is question {number} answered?")
            how.get_by_text(kind, exact=True).click()
    if options:
        write(desk, f"What can be chosen in question {number}: one on each line", options)


def answer_everything(person, places):
    """Rate the story, answer the eight questions and the room's own, then go on to the room."""
    expect(person.page.locator(".cosmos-story")).to_contain_text("Haldersund")
    for place in (1, 1, 3, 2, *places):
        [item] = person.items
        person.choose(item, place)
        person.press("next")
    person.sees_title("Questions of this workshop")
    evening, helps, words = person.items
    person.choose(evening, places[0] % 2)
    with person.heard():
        person.question(helps).get_by_text("Childcare", exact=True).click()
    person.question(words).get_by_role("textbox").fill("Only for me.")
    with person.heard():
        person.question(words).get_by_role("textbox").press("Tab")


def test_a_workshop_practises_first_and_asks_its_own_questions_last(visitors, server, store):
    desk, phone = visitors(DESKTOP), visitors(PHONE)
    prepare_with_own_questions(desk, server)
    expect(desk.page.get_by_text("Answering takes each person about 18 minutes")).to_be_visible()
    clean(desk)
    desk.reload()
    expect(desk.page.get_by_label("Your question 1")).to_have_value(EVENING)
    expect(desk.page.get_by_label("What can be chosen in question 2")).to_have_value("A bus\nChildcare\nFood")
    desk.press("open-room")
    desk.sees_title("Own questions")
    wall, code = wall_of(desk), code_of(desk)

    join(phone, code)
    answer_everything(phone, EIGHT_PLACES)
    clean(phone)
    phone.press("next")
    expect(phone.page.locator(".cosmos-count")).to_be_visible()
    answer_elsewhere(store, phone.seat(store).workshop, 1, 2)

    step(desk, "Answer alone")
    confirm(desk, "Close the round")
    step(desk, "Look together")
    show_dots(desk, 3)
    for window in (wall, phone):
        for title in (STORY, "Our project", "Questions of this workshop"):
            expect(window.page.get_by_role("heading", name=title)).to_be_visible()
        expect(window.page.get_by_text("Only for me.")).to_have_count(0)
    clean(desk, wall, phone)

    step(desk, "Talk where we differ")
    look_at(desk, "row-practice-project-strengths-start_from")
    for window in (desk, wall, phone):
        expect(window.page.get_by_text(f"about the invented story “{STORY}”")).to_be_visible()
    expect(desk.page.get_by_text("We see it in two ways")).to_have_count(0)
    phone.open("readings")
    expect(phone.page.get_by_text("One adviser opens this way, and it is his own habit.")).to_be_visible()
    clean(desk, wall, phone)
    desk.press("unfocus")
    for words in (EVENING, HELPS, WORDS):
        look_at(desk, words)
        for window in (wall, phone):
            expect(window.page.get_by_role("heading", name=words)).to_be_visible()
            expect(window.page.get_by_text("Only for me.", exact=True)).to_have_count(0)
        clean(desk, wall, phone)
        desk.press("unfocus")


def look_at(desk, row):
    """Turn everybody to a question, by the key of its row or by its words."""
    rows = desk.keyed_like("row-")
    found = desk.keyed(row) if row.startswith("row-") else rows.filter(has_text=row)
    with desk.heard():
        found.get_by_role("button", name="Look at it together").click()


def test_who_was_here_last_time_may_say_so_and_be_compared(visitors, server, store):
    desk, phone, code_only, stranger = (visitors(size) for size in (DESKTOP, PHONE, PHONE, DESKTOP))
    code = open_workshop(desk, server, "Twice", wave="Spring")
    for person in (phone, code_only):
        join(person, code)
    code_only.goto("room")
    code_only.open("my-seat")
    code_only.press("give-code")
    own_code = code_only.page.locator(".cosmos-code").inner_text().strip()
    then = phone.seat(store)
    for phase in ("frozen", "revealed", "agreed", "closed"):
        store.step_to(then.workshop, phase)

    prepare(desk, server, initiative="Twice", site="Elsewhere")
    pick(desk, "It follows an earlier workshop", "Twice, Spring")
    desk.press("like-last-time")
    expect(desk.page.get_by_label("The place", exact=True)).to_have_value("Harbour")
    write(desk, "What happened after last time?", "Little, so far.")
    desk.press("open-room")
    desk.sees_title("Twice")
    code = code_of(desk)

    stranger.goto(f"join?code={code}")
    choose(stranger, "No")
    clean(stranger)
    stranger.press("start")
    stranger.page.wait_for_url("**/answer**")
    assert person_of(store, stranger).came_before is False

    phone.goto(f"join?code={code}")
    choose(phone, "Yes")
    with phone.heard():
        phone.page.get_by_text("Let what I said then be compared with what I say now").click()
    clean(phone)
    phone.press("start")
    phone.page.wait_for_url("**/answer**")
    assert person_of(store, phone).same_as == then.participant

    code_only.new_tab()
    code_only.context.clear_cookies()
    code_only.goto(f"join?code={code}")
    choose(code_only, "Yes")
    write(code_only, "Your own code of last time, if you still have it", "ABCD-2345")
    code_only.press("start")
    expect(code_only.page.get_by_text("leads to no seat")).to_be_visible()
    clean(code_only)
    write(code_only, "Your own code of last time, if you still have it", own_code)
    code_only.press("start")
    code_only.page.wait_for_url("**/answer**")
    linked = person_of(store, code_only)
    assert linked.came_before
    assert linked.same_as not in (None, then.participant)


def choose(person, option):
    with person.heard():
        person.keyed("last-time").get_by_text(option, exact=True).click()


def person_of(store, visitor):
    seat = visitor.seat(store)
    return next(one for one in store.people(seat.workshop) if one.id == seat.participant)

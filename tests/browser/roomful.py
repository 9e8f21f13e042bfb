"""A facilitator, a wall and people with phones: what each does in a workshop, as a test tells it."""

import re
from contextlib import closing
from dataclasses import replace

from browser.visitor import DESKTOP, PHONE
from playwright.sync_api import expect
from support.builders import shipped

from cosmos_app.workshop.rooms.joining import first_plan
from models.answers import Response, Value
from models.plan import LOCAL

WALL = {"width": 1920, "height": 1080}

PROMISE = {
    "asked_by": "The parents' round asked for this.",
    "can_change": "The opening hours.",
    "cannot_change": "The budget.",
    "last_time": "It is the first time.",
    "reward": "Lunch, and a voucher.",
    "hear_back": "In two weeks, by a page at the door.",
    "controller": "The town of Harbour, Quay 1.",
    "data_contact": "Ms Rebane, Quay 1.",
    "legal_basis": "You say yes to it by taking part.",
    "harm_contact": "Ring 555 0101, day and night.",
}


def prepare(desk, server, *, site="Harbour", initiative="Home visits"):
    """Come to the desk by its link, and begin a plan."""
    desk.goto(server.desk)
    desk.sees_title("Your workshops")
    desk.press("new-room")
    desk.sees_title("Prepare a workshop")
    write(desk, "The service or project you look at", initiative)
    write(desk, "The place", site)


def begin_workshop(desk, server, *, site="Harbour", initiative="Home visits", smallest="3 people", named=False):
    """Prepare a workshop and let people in; gives the code they join with."""
    prepare(desk, server, site=site, initiative=initiative)
    with desk.heard():
        desk.page.get_by_role("button", name="Fill empty lines").click()
    for name, words in PROMISE.items():
        write(desk, LABELS[name], words)
    with desk.heard():
        desk.page.get_by_text(re.compile(f"^{smallest}")).click()
    if named:
        with desk.heard():
            desk.page.get_by_text(re.compile("^Names. Once the answers")).click()
    desk.press("open-room")
    desk.sees_title(initiative)
    return code_of(desk)


def open_workshop(desk, server, initiative, **more):
    """Come to the desk of a workshop that is open, as ``begin_workshop`` leaves it; gives the code people join with.

    It is put into the store: to prepare it by hand takes ten seconds, and is not what most tests are about.
    """
    first = first_plan()
    promise = replace(first.promise, **PROMISE)
    plan = replace(first, site="Harbour", initiative=initiative, promise=promise, smallest_group=3, **more)
    with closing(server.store()) as store:
        room = store.draft(plan)
        store.open_room(room, {"project": store.keep_definition(shipped("project.json"))}, plan.depth)
    desk.goto(server.desk)
    desk.goto(f"lead?w={room}")
    desk.sees_title(initiative)
    return code_of(desk)


def answer_elsewhere(store, room, *places):
    """Seat people who have answered everything, each with the choice at one place of every list, and look no more."""
    documents = {name: store.definition(digest) for name, digest in store.room(room).definitions.items()}
    for place in places:
        person = store.join(room, f"elsewhere {place} in {room}")
        for name, document in documents.items():
            items = [item for section in document["sections"] for item in section["items"]]
            for item in [item for item in items if item.get("core") or name == LOCAL]:
                store.record(person, name, item["id"], Response(answer=Value(_chosen(document, item, place))))
        store.finish(person)


def _chosen(document, item, place):
    """The value of an item that stands at this place, or a few words."""
    if item["kind"] == "text":
        return "Only for me."
    choices = item.get("options") or document["scales"][item["scale"]]["points"]
    value = choices[place % len(choices)]["value"]
    return (value,) if item["kind"] == "checklist" else value


def code_of(desk):
    return desk.page.locator(".cosmos-code").first.inner_text().strip()


LABELS = {
    "asked_by": "Who asked for this workshop?",
    "can_change": "What can change because of it?",
    "cannot_change": "What can't change?",
    "last_time": "What happened after last time?",
    "reward": "What do people get for their time?",
    "hear_back": "When and how do people hear back?",
    "controller": "Who is responsible for what is kept of people?",
    "data_contact": "Whom can people ask about what is kept of them?",
    "legal_basis": "Why may you keep what people say?",
    "harm_contact": "Whom to tell if someone is being harmed?",
}


def write(visitor, label, words):
    """Write into a field, and wait until it is kept."""
    field = visitor.page.get_by_label(label, exact=True).first
    field.fill(words)
    with visitor.heard():
        field.press("Tab")


def pick(visitor, label, option):
    """Open a list and choose from it: by the words of the option, or by its place."""
    field = visitor.page.get_by_role("combobox", name=label)
    field.scroll_into_view_if_needed()
    visitor.scrolled()  # a page that scrolls closes an open list
    field.click()
    options = visitor.page.get_by_role("option")
    with visitor.heard():
        (options.nth(option) if isinstance(option, int) else options.filter(has_text=option).first).click()


def wall_of(desk):
    """The view for the wall, in the facilitator's browser."""
    wall = desk.beside(WALL)
    room = re.search(r"w=(\w+)", desk.page.url).group(1)
    wall.goto(f"presenter?w={room}")
    return wall


def join(person, code, role=None):
    """Scan the code, read the promise, say who one is, and begin."""
    person.goto(f"join?code={code}")
    if role is not None:
        pick(person, "Who are you to the service?", role)
    person.press("start")
    person.page.wait_for_url("**/answer**")
    person.at_rest()


def answer_all(person, places):
    """Answer the page in front of one, and the next, by place in the list; then go on to the room."""
    for place in places:
        [item] = person.items
        with person.heard():
            person.options(item).nth(place).click()
        person.press("next")
    expect(person.page.locator(".cosmos-count")).to_be_visible()
    person.at_rest()


def step(desk, name):
    """Turn the room to a step of the script."""
    if not desk.keyed("all-steps", "details[open]").count():
        desk.open("all-steps")
    with desk.heard():
        desk.page.get_by_role("button", name=re.compile(rf"^\d+\. {name}")).click()
    expect(desk.keyed("card-script", ".cosmos-step")).to_have_text(name)


def confirm(desk, call):
    """Take a step that changes what everybody sees, after reading what it does."""
    desk.page.get_by_role("button", name=call, exact=True).click()
    with desk.heard():
        desk.page.get_by_role("button", name=f"Yes: {call}").click()


def show_dots(desk, people):
    """Say how many people there are, then show the dots of the first round."""
    desk.page.get_by_label("How many people have answered").fill(str(people))
    with desk.heard():
        desk.page.get_by_role("button", name="So many people have answered").click()
    expect(desk.page.get_by_text("No more seats than people")).to_be_visible()
    confirm(desk, "Show the dots")


SIZES = (PHONE, PHONE, DESKTOP, DESKTOP, DESKTOP)
"""Of the five people: two hold a phone."""

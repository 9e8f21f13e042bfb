"""Preparing a workshop: what is chosen is kept as it is chosen."""

import re

from browser.roomful import pick, prepare
from browser.visitor import DESKTOP
from playwright.sync_api import expect


def test_three_themes_of_a_level_are_picked_and_kept(visitors, server, store):
    desk = visitors(DESKTOP)
    prepare(desk, server, initiative="Three themes")
    themes = re.compile("Only some themes of “Our project”")
    for title in ("Who decides", "Risk and safety", "What changed"):
        pick(desk, themes, title)
        desk.page.keyboard.press("Escape")
    [room] = [one for one in store.rooms() if one.plan.initiative == "Three themes"]
    assert (dict(room.plan.asked), room.plan.depth) == ({"project": ("power", "risk", "results")}, "full")
    desk.reload()
    for title in ("Who decides", "Risk and safety", "What changed"):
        expect(desk.page.get_by_text(title, exact=True).first).to_be_visible()


def test_a_try_out_among_colleagues_is_open_after_two_lines_and_two_clicks(visitors, server):
    desk = visitors(DESKTOP)
    prepare(desk, server, initiative="Try-out")
    with desk.heard():
        desk.page.get_by_role("button", name="It is a try-out among colleagues").click()
    desk.press("open-room")
    desk.sees_title("Try-out")
    expect(desk.page.locator(".cosmos-code").first).to_be_visible()


def test_a_workshop_opens_only_when_nothing_is_left_in_brackets(visitors, server):
    desk = visitors(DESKTOP)
    prepare(desk, server, initiative="Brackets")
    with desk.heard():
        desk.page.get_by_role("button", name="Fill empty lines").click()
    expect(desk.page.get_by_text("also where square brackets are left")).to_be_visible()
    expect(desk.keyed("open-room", "button")).to_be_disabled()

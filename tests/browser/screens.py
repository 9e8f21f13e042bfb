"""Pictures of every screen, on a phone and on a desktop, light and dark; the profile also as on a wall and on paper.

Run in the checkout: PYTHONPATH=.:tests python -m browser.screens FOLDER
"""

import sys
import tempfile
from itertools import product
from pathlib import Path

from browser.served import Server
from browser.visitor import DESKTOP, PHONE, Visitor
from browser.windows import FLAGS, chromium
from playwright.sync_api import sync_playwright

from cosmos_app.design.streamlit_internals import CSS

WALL = {"width": 1920, "height": 1080}
SCREENS = ("Check", "Profile", "Helps and hinders", "Take away")
SECTIONS_OF_MAPS = 5
PLACES = (1, 3, 2, 7, 0, 2, 3, 1)


def play(visitor, shot):
    """Go through the demo questionnaire and then the short project form, with a picture of each screen."""
    visitor.goto()
    shot("1-start")
    visitor.begin("demo")
    visitor.choose("about.known", 0)
    shot("2-demo")
    visitor.begin()
    for number, place in enumerate(PLACES):
        (item,) = visitor.items
        visitor.choose(item, place)
        if number == 0:
            shot("3-answer")
            visitor.question(item).locator("summary").click()
            shot("4-answer-unfolded")
        visitor.press("next")
    for number, name in enumerate(SCREENS, start=5):
        visitor.step(name)
        visitor.page.wait_for_timeout(1500)  # pictures draw themselves
        shot(f"{number}-{name.lower().replace(' ', '-')}")
    visitor.step("Profile")
    visitor.open("dimension-purpose")
    with visitor.heard():
        visitor.keyed("dimension-purpose").get_by_text("3 Established", exact=True).last.click()
    visitor.page.wait_for_timeout(1500)
    shot("9-profile-unfolded")
    visitor.goto()
    shot("10-start-again")


def play_more(visitor, shot):
    """Go through a practice case, the maps and what is around the team."""
    visitor.practise("practice-project")
    shot("11-story")
    for place in (0, 1, 3, 2):
        visitor.choose(visitor.items[0], place)
        visitor.press("next")
    shot("12-readings")
    visitor.begin("maps", "full")
    visitor.step("Maps")
    shot("13-maps-empty")
    visitor.step("Questions")
    for _ in range(SECTIONS_OF_MAPS):
        for item in visitor.items:
            if visitor.options(item).count():
                visitor.choose(item, len(item) % 3)
        visitor.press("next")
    visitor.step("Maps")
    shot("14-maps")
    for level in ("ecology", "platform"):
        visitor.begin(level)
        for place in PLACES:
            visitor.choose(visitor.items[0], place)
            visitor.press("next")
        for name in ("Profile", "Helps and hinders"):
            visitor.step(name)
            visitor.page.wait_for_timeout(1500)
            shot(f"15-{level}-{name.lower().replace(' ', '-')}")


def camera(visitor, size, out, scheme):
    """A function that takes a picture of the whole page, not only of what the window shows."""

    def shot(name):
        # Streamlit scrolls inside the page: the window has to be as tall as what is in it.
        tall = visitor.page.evaluate("main => document.querySelector(main).scrollHeight", CSS["main"])
        visitor.page.set_viewport_size({"width": size["width"], "height": max(tall, size["height"])})
        visitor.page.wait_for_timeout(300)
        visitor.page.screenshot(path=out / f"{size['width']}-{scheme}-{name}.png")
        visitor.page.set_viewport_size(size)

    return shot


def main(folder):
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        server = Server(Path(data) / "data", Path(data) / "log").start()
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        try:
            for size, scheme in product((PHONE, DESKTOP), ("light", "dark")):
                context = browser.new_context(viewport=size, device_scale_factor=2, color_scheme=scheme)
                visitor = Visitor(context, server.address)
                play(visitor, camera(visitor, size, out, scheme))
                play_more(visitor, camera(visitor, size, out, scheme))
                visitor.step("Profile")
                visitor.page.wait_for_timeout(1500)
                visitor.page.pdf(path=out / f"{size['width']}-{scheme}-profile.pdf", format="A4")
                visitor.page.set_viewport_size(WALL)
                visitor.page.wait_for_timeout(1500)
                visitor.page.screenshot(path=out / f"{WALL['width']}-{scheme}-profile.png")
                context.close()
        finally:
            browser.close()
            server.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])

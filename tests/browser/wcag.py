"""What the guidelines for accessible pages ask of a screen, where a program can tell."""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.in_page import PARTS
from browser.visitor import DESKTOP, PHONE
from playwright.sync_api import expect

SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}
"""Every rule is run; only of what breaks one is each place told, which halves the time."""

FEWEST_RULES = 20
"""At least so many apply to any of our screens; fewer, and the rules have not run."""

SMALL_TARGETS = """
css => [...document.querySelectorAll(`a, button, summary, input, textarea, ${css.radio_option}`)]
  .filter(one => one.offsetParent && !one.matches(css.skip_link) && !one.closest("label span"))
  .map(one => [one.tagName, (one.innerText || one.ariaLabel || "").slice(0, 40), one.getBoundingClientRect()])
  .filter(([_, __, box]) => box.width < 24 || box.height < 24)
  .map(([tag, text, box]) => `${tag} ${text} ${box.width}x${box.height}`)
"""
"""What a finger could miss: WCAG 2.2, 2.5.8."""

FAINT_EDGES = """
css => {
  const light = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(c => c / 255)
      .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = one => {
    for (let e = one; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor;
      if (!colour.startsWith("rgba") || colour.endsWith(", 1)")) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const boxes = `${css.radio_option} > div > div:first-child, ${css.checkbox} label > span + div,
    ${css.text_input}, ${css.text_area}, ${css.selectbox} div:has(> input)`;
  return [...document.querySelectorAll(boxes)].filter(one => one.offsetParent).map(one => {
    const [edge, around] = [light(getComputedStyle(one).borderTopColor), light(ground(one.parentElement))];
    return [(Math.max(edge, around) + 0.05) / (Math.min(edge, around) + 0.05), one.outerHTML.slice(0, 120)];
  }).filter(([contrast]) => contrast < 3);
}
"""
"""Boxes and rings whose edge can hardly be seen: WCAG 2.1, 1.4.11."""

HEADINGS = """
() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter(one => one.offsetParent).map(one => one.tagName[1])
"""


def overflow(visitor):
    """How many pixels of a page lie beside the window."""
    return visitor.page.evaluate(
        """css => {
          const main = document.querySelector(css.main);
          return Math.max(document.documentElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth);
        }""",
        PARTS,
    )


def open_every_fold(visitor):
    closed = "details:not([open]) > summary"
    visitor.page.evaluate("closed => document.querySelectorAll(closed).forEach(one => one.click())", closed)
    expect(visitor.page.locator(closed)).to_have_count(0)


def violations(visitor):
    """What breaks a rule on the page: which rule, what it asks for, and the first places."""
    found = Axe().run(visitor.page, options=RULES).response
    assert len(found["passes"]) > FEWEST_RULES, "the rules have run"
    return [(one["id"], one["help"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found["violations"]]


def clean(*windows):
    """Check by the rules what each window shows."""
    for window in windows:
        window.at_rest()
        found = violations(window)
        assert not found, found


def assert_touchable(visitor):
    """Check that a page fits its window, that a finger hits what it aims at, and that the edges of boxes are seen."""
    wide = overflow(visitor)
    assert wide <= 0, f"{wide} pixels lie beside the window"
    for script in (SMALL_TARGETS, FAINT_EDGES):
        found = visitor.page.evaluate(script, PARTS)
        assert found == [], found


def headings(visitor):
    """The levels of the headings on the page, of which one is the first level and none skips one."""
    levels = [int(level) for level in visitor.page.evaluate(HEADINGS)]
    assert levels.count(1) == 1, levels
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    return levels

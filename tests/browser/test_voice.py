"""The other levels, the maps and the practice case, as a visitor meets them."""

import pytest
from browser.visitor import TITLES
from browser.wcag import SCHEMES, SIZES, open_every_fold, overflow, violations
from playwright.sync_api import expect

from cosmos_app.design.streamlit_internals import CSS
from models.answers import Response, Value

HIGH_AND_LOW = {"spread": 4, "public_value": 0}
MAPPED = {
    "planning.now": "together",
    "tasks.now": "shared",
    "priorities.now": "shared-people",
    "planning.start": "professionals",
    "tasks.start": "professionals",
    "tier.now": "support",
    "contact.now": "relational",
    "shaping.now": ("uses-the-service",),
    "stage.now": ("prototypes", "scaling"),
}


def fill(visitor, store, questionnaire, answers):
    """Keep answers for the visitor's seat, as if they had clicked them in another window, and look again."""
    person = visitor.seat(store).participant
    for item, value in answers.items():
        store.record(person, questionnaire, item, Response(answer=Value(value), known_by="guess"))
    visitor.reload()


def looked_at(visitor, title):
    """Check a screen for people who see little or hold a small phone, all folds open."""
    visitor.sees_title(title)
    open_every_fold(visitor)
    visitor.at_rest()
    assert not violations(visitor)
    assert overflow(visitor) <= 0


@SIZES
@SCHEMES
def test_the_maps_show_where_the_visitor_sees_the_work(visitors, store, size, scheme):
    visitor = visitors(size, color_scheme=scheme)
    visitor.begin("maps", "full")
    visitor.step("Maps")
    visitor.sees_title("Where you see it")
    expect(visitor.page.get_by_text("You have not placed the work on any map yet.")).to_be_visible()
    fill(visitor, store, "maps", MAPPED)
    picture = visitor.keyed("picture-cosie-2021", "svg.cosmos-map")
    expect(picture).to_have_attribute("aria-label", MAP_TOLD)
    for name in ("three-tiers", "process-dimensions", "four-cos", "stage-of-work"):
        expect(visitor.keyed(f"picture-{name}", "svg.cosmos-map")).to_be_visible()
    looked_at(visitor, "Where you see it")


MAP_TOLD = (
    "Map: Planning and delivery (CoSIE, 2021). "
    "At the start: one person in Traditional service delivery (Who leads the planning: Professionals alone. "
    "Who leads the delivery: Professionals alone). "
    "Now: one person in Co-creation (Who leads the planning: Both plan together. "
    "Who leads the delivery: Shared, people's priorities win)."
)


def test_a_visitor_places_the_work_by_keyboard_alone(phone, store):
    phone.begin("maps")
    for item, downs in (("planning-now", 2), ("tasks-now", 1), ("priorities-now", 1)):
        while item not in phone.items:
            phone.tab_to_key("next")
            phone.strike("Enter")
        phone.tab_to(lambda held, item=item: f"item-{item}" in held["keys"] and held["kind"] == "radio")
        phone.strike("Space")
        for _ in range(downs):
            phone.strike("ArrowDown")
    assert {name: one.answer for name, one in phone.sheet(store, "maps").responses.items()} == {
        "planning.now": Value("together"),
        "tasks.now": Value("shared"),
        "priorities.now": Value("shared-people"),
    }


@SIZES
@SCHEMES
def test_what_is_around_the_team_is_shown_as_conditions_and_asks_back(visitors, store, size, scheme):
    visitor = visitors(size, color_scheme=scheme)
    visitor.begin("ecology", "full")
    whole = {"spread": ("whether", "small_changes", "heart_of_it", "new_priorities")}
    whole["public_value"] = ("worse_off", "fair_shares", "reasons", "already_there")
    answers = {f"{name}.{item}": HIGH_AND_LOW[name] for name, items in whole.items() for item in items}
    fill(visitor, store, "ecology", answers)
    visitor.step("Profile")
    visitor.sees_title("Conditions around you")
    expect(visitor.page.get_by_text("nobody is to blame for the weather")).to_be_visible()
    expect(visitor.page.locator(".cosmos-prompts li").first).to_contain_text("Whom would you ask first?")

    visitor.open("dimension-spread")
    visitor.at_rest()
    with visitor.heard():
        visitor.keyed("dimension-spread").get_by_role("radio", name="We live with it").click()
    with visitor.heard():
        words = visitor.keyed("card-unlearned", "textarea")
        words.fill("That more is better.")
        words.press("Control+Enter")
    seat = visitor.seat(store)
    assert store.loci(seat.workshop) == {"ecology/spread": "concern"}
    assert store.thoughts(seat.participant, "ecology") == {"unlearned": "That more is better."}
    visitor.reload()
    expect(visitor.keyed("card-unlearned", "textarea")).to_have_value("That more is better.")
    expect(visitor.keyed("dimension-spread", "summary")).to_contain_text("We live with it")
    looked_at(visitor, "Conditions around you")


@SIZES
@SCHEMES
def test_a_practice_case_shows_how_others_may_read_the_story(visitors, store, size, scheme):
    visitor = visitors(size, color_scheme=scheme)
    visitor.practise("practice-project")
    expect(visitor.page.locator(".cosmos-story")).to_be_visible()
    looked_at(visitor, visitor.title)
    for number in range(4):
        [item] = visitor.items
        visitor.choose(item, number)
        if number:
            expect(visitor.page.get_by_text("Read the story again")).to_be_visible()
        visitor.press("next")
    looked_at(visitor, "How others may read it")
    expect(visitor.page.locator(".cosmos-mine")).to_have_count(4)
    assert visitor.page.locator(".cosmos-reading").count() >= 8
    assert len(visitor.sheet(store, "practice-project").responses) == 4


@pytest.mark.parametrize("questionnaire", ["ecology", "platform", "maps"])
def test_every_screen_of_every_questionnaire_opens_empty(phone, questionnaire):
    phone.begin(questionnaire)
    names = phone.keyed("steps", "a").all_inner_texts()
    for name in [name.strip() for name in names]:
        phone.step(name)
        expect(phone.page.locator(f"{CSS['exception']}, {CSS['alert_error']}")).to_have_count(0)


def test_the_form_stays_chosen_when_another_questionnaire_is(phone):
    phone.goto()
    for title in (*TITLES.values(), TITLES["project"]):
        phone.pick("questionnaire", title)
        chosen = phone.keyed("depth", f"{CSS['radio_option']}:has(input:checked)")
        expect(chosen).to_contain_text("Short")


def test_a_screen_that_is_not_theirs_sends_visitors_to_one_that_is(phone):
    phone.begin("maps")
    phone.goto("profile")
    phone.sees_title("Where you see it")
    phone.goto("readings")
    phone.sees_title("Where you see it")
    phone.practise("practice-ecology")
    phone.goto("factors")
    phone.sees_title("How others may read it")


def test_reduced_motion_stops_what_moves(visitors):
    visitor = visitors(reduced_motion="reduce")
    visitor.begin("platform")
    moving = """() => [...document.querySelectorAll("*")].filter(one => one.checkVisibility()).filter(one => {
      const style = getComputedStyle(one);
      return parseFloat(style.transitionDuration) > 0.05 || parseFloat(style.animationDuration) > 0.05;
    }).length"""
    assert visitor.page.evaluate(moving) == 0

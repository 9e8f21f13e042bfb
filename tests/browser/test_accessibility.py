"""Every screen, for people who see little, use no mouse, or hold a small phone."""

from contextlib import ExitStack, closing

import pytest
from browser.in_page import PARTS
from browser.visitor import DESKTOP, PHONE, Visitor
from browser.wcag import SCHEMES, SIZES, assert_touchable, headings, open_every_fold, overflow, violations

from models.answers import Response, Value
from models.silences import OutsideOurControl

TITLES = {
    "start": "How do we work together?",
    "answer": "What it is for, and who says so",
    "review": "Check your answers",
    "profile": "Your profile",
    "factors": "What helps, what hinders",
    "take-away": "Take away",
}
ANSWERS = {
    "purpose.who_says_good": Value(1),
    "purpose.own_lives": Value(2),
    "purpose.shared_words": OutsideOurControl(),
    "purpose.adding_or_withdrawing": OutsideOurControl(),
}
"""Two situations, enough for a score, and twice "outside our control": with a factor behind it, and without."""

SHOWS_FOCUS = """
css => {
  const box = `label, ${css.text_input}, ${css.text_area}, ${css.selectbox} div:has(> input)`;
  const active = document.activeElement;
  const held = active.matches("input, textarea") ? active.closest(box) : active;
  return [null, "::after"].map(part => getComputedStyle(held, part))
    .some(style => style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2);
}
"""


LETTERING = """
css => {
  const seen = [...document.querySelectorAll(`${css.page} svg text`)].filter(one => one.checkVisibility());
  const room = document.querySelector(css.page).getBoundingClientRect();
  return seen.map(one => {
    const box = one.getBoundingClientRect(), scale = one.getScreenCTM().a;
    return [parseFloat(getComputedStyle(one).fontSize) * scale, box.left >= room.left && box.right <= room.right];
  });
}
"""
"""Each text in a picture: how tall its type is on the screen, and whether it is whole."""


@pytest.fixture(scope="module")
def seen(contexts, server):
    """One visitor for each size of window, who comes back for every look; nothing here changes their answers."""
    visitors = {}

    def visitor(size, **how):
        key = (*size.values(), *how.values())
        if key not in visitors:
            context = contexts.lend(size, **how)
            stack.callback(contexts.take_back, context, size, **how)
            visitors[key] = Visitor(context, server.address)
            visitors[key].begin(depth="full")
            person = visitors[key].seat(store).participant
            for item, answer in ANSWERS.items():
                store.record(person, "project", item, Response(answer=answer))
        return visitors[key]

    with ExitStack() as stack, closing(server.store()) as store:
        yield visitor
    assert not [complaint for one in visitors.values() for complaint in one.complaints]


def at(visitor, name):
    """Bring a visitor to a screen, with all of it unfolded."""
    visitor.goto({"start": "", "answer": "answer?part=1"}.get(name, name))
    visitor.sees_title(TITLES[name])
    open_every_fold(visitor)
    visitor.at_rest()
    return visitor


@SIZES
@SCHEMES
@pytest.mark.parametrize("name", TITLES)
def test_axe_finds_nothing(seen, name, scheme, size):
    assert not violations(at(seen(size, color_scheme=scheme), name))


@SCHEMES
@pytest.mark.parametrize("name", TITLES)
def test_a_screen_fits_a_phone_a_finger_and_a_reader(seen, name, scheme):
    phone = at(seen(PHONE, color_scheme=scheme), name)
    assert_touchable(phone)
    assert headings(phone)[0] == 1
    assert phone.page.evaluate("document.documentElement.lang") == "en"
    assert phone.page.title() == "CoSMoS"


@pytest.mark.parametrize(
    "window",
    [{"width": 640, "height": 400}, {"width": 320, "height": 256}],
    ids=["a laptop at 200 %", "a laptop at 400 %"],
)
@pytest.mark.parametrize("name", ["answer", "profile"])
def test_a_screen_can_be_enlarged_without_reading_sideways(seen, name, window):
    assert overflow(at(seen(window, device_scale_factor=2), name)) <= 0


@pytest.mark.parametrize(
    ("window", "smallest"), [(PHONE, 12), (DESKTOP, 12), ({"width": 1920, "height": 1080}, 20)], ids=str
)
def test_pictures_can_be_read_on_a_phone_and_on_a_wall(seen, window, smallest):
    page = at(seen(window, color_scheme="light"), "profile").page
    page.wait_for_function(f"css => ({LETTERING})(css).length > 10", arg=PARTS)  # some pictures draw themselves
    lettering = page.evaluate(LETTERING, PARTS)
    assert min(size for size, _ in lettering) >= smallest
    assert all(whole for _, whole in lettering)


def test_on_paper_a_dark_page_is_light_and_has_nothing_to_press(seen):
    phone = at(seen(PHONE, color_scheme="dark"), "profile")
    assert phone.page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    phone.page.emulate_media(media="print")
    assert phone.page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
    assert phone.page.locator("button:visible:not([role=radio])").count() == 0
    assert phone.keyed("banner").filter(visible=True).count() == 0
    assert phone.page.locator(".cosmos-picture:visible").count() == 2
    phone.page.emulate_media(media="screen")


@pytest.mark.parametrize("name", ["start", "answer", "take-away"])
def test_what_has_the_focus_shows_it(seen, name):
    phone = at(seen(PHONE), name)
    shown = {}
    for _ in range(30):
        phone.page.keyboard.press("Tab")
        held = phone.focus
        if held["tag"] not in ("BODY", "MAIN") and held["text"] != "Skip to main content":
            shown[f"{held['tag']} {held['text']} {held['label']} {held['keys']}"] = phone.page.evaluate(
                SHOWS_FOCUS, PARTS
            )
    assert len(shown) > 8
    assert not [held for held, yes in shown.items() if not yes]


def test_saving_is_spoken_each_time(phone):
    phone.begin()
    phone.page.evaluate(
        """() => {
          window.spoken = [];
          new MutationObserver(all => all.forEach(one => one.addedNodes.forEach(node => spoken.push(node.textContent))))
            .observe(document.getElementById("cosmos-voice"), {childList: true});
        }"""
    )
    for place in range(3):
        phone.choose(phone.items[0], place)
        phone.page.wait_for_function("count => window.spoken.length === count", arg=place + 1)
    assert phone.page.evaluate("window.spoken") == ["Saved."] * 3


def test_a_question_is_a_group_with_its_own_words_as_its_name(phone):
    phone.begin()
    group = phone.page.get_by_role(
        "radiogroup", name="When this work is called a success, whose idea of success is that?"
    )
    assert group.get_by_role("radio").count() == 9

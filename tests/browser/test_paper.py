"""What people wrote on paper is typed in by keyboard alone, fast, twice, and never lost."""

import time

import pypdfium2
import pytest
from browser.roomful import confirm
from browser.served import served
from browser.visitor import DESKTOP
from browser.wcag import SCHEMES, SIZES, assert_touchable, open_every_fold, violations
from playwright.sync_api import expect
from support.builders import shipped
from support.stores import PROMISE

from cosmos_app.design.streamlit_internals import CSS
from cosmos_app.workshop.paper.question_codes import ROLE
from models.plan import Plan

SLOWEST = 20
"""Items a minute that a typist must at least manage."""

ANSWERS = ("a", "c", "b: They asked twice", "d", "e", "?", "x: no such thing", "b", "c")
"""The role, and an answer to each question of the short project form."""

FIELD = 'input[aria-label="Type here"]'


@pytest.fixture(scope="module")
def running(browser, tmp_path_factory):
    """A server that is ended and started again."""
    yield from served(tmp_path_factory.mktemp("paper"))


@pytest.fixture
def room(running):
    """A room that is open and asks the short project form."""
    plan = Plan(site="Harbour", initiative="Home visits", asked={"project": ()}, promise=PROMISE)
    with running.store() as store:
        room = store.draft(plan)
        store.open_room(room, {"project": store.keep_definition(shipped("project.json"))}, "short")
        store.look_at(room, step="answer")
    return room


@pytest.fixture
def desk(running, at, room):
    """A facilitator before the sheets of the room."""
    desk = at(running, DESKTOP)
    desk.goto(running.desk)
    desk.goto(f"paper?w={room}")
    desk.sees_title("Forms on paper")
    yield desk
    assert not desk.complaints


def take_up(desk, number):
    """Begin a sheet, by keyboard alone."""
    desk.tab_to_key("line-new-sheet")
    desk.page.keyboard.type(number)
    desk.page.keyboard.press("Enter")
    desk.sees_title(f"Sheet {number}")


def led_to(desk, key):
    """The focus has come here by itself, so that nobody has to look for what comes next."""
    expect(desk.keyed(key, "button")).to_be_focused()


def to_the_field(desk):
    """The focus is in the field of a sheet as soon as it is there."""
    expect(desk.page.locator(FIELD)).to_be_focused()


def type_in(desk, lines):
    """Type lines as a person does: a key after the other, and Enter."""
    for line in lines:
        desk.page.keyboard.type(line)
        desk.strike("Enter")


def papers(server, room):
    with server.store() as store:
        return store.papers(room)


def sees(desk, text):
    expect(desk.page.get_by_text(text).first).to_be_visible()


def test_a_form_comes_from_the_desk_in_two_sizes_and_typing_is_a_step_away(desk, room):
    desk.goto(f"lead?w={room}")
    desk.open("on-paper")
    for key, size in (("form", "cosmos-form.pdf"), ("form-large", "cosmos-form-large.pdf")):
        with desk.page.expect_download() as got:
            desk.keyed(key, "a").click()
        assert got.value.suggested_filename == size
        with pypdfium2.PdfDocument(got.value.path()) as pdf:
            assert "Home visits" in pdf[0].get_textpage().get_text_bounded()
    desk.press("go-paper")
    desk.sees_title("Forms on paper")


def test_a_sheet_is_typed_in_twice_by_keyboard_alone_and_counts(desk, running, room):
    take_up(desk, "7")
    to_the_field(desk)
    began = time.monotonic()
    type_in(desk, ANSWERS)
    a_minute = len(ANSWERS) / (time.monotonic() - began) * 60
    print(f"{a_minute:.0f} items a minute")
    assert a_minute >= SLOWEST
    sees(desk, "Everything on this sheet is typed in.")

    led_to(desk, "type-again")
    desk.strike("Enter")
    desk.sees_title("Sheet 7, the second time")
    assert "They asked twice" not in desk.page.locator(CSS["main"]).text_content(), "the first stays unseen"
    to_the_field(desk)
    type_in(desk, ("a", "c", "b: They asked twice", "d", "d", "?", "x: no such thing", "b", "c"))
    sees(desk, "Answers in which the two typings differ: 1.")
    assert desk.keyed("count-sheet").count() == 0
    assert desk.focus["text"] == "D1: the first is right"
    desk.strike("Enter")
    sees(desk, "Both typings say the same.")
    led_to(desk, "count-sheet")
    desk.strike("Enter")
    desk.sees_title("Forms on paper")
    sees(desk, "Sheet 7 is counted.")

    assert papers(running, room) == ()
    with running.store() as store:
        [person] = store.people(room)
        said = store.sheet(person.id, "project").responses
    assert person.family == "lives-with-the-service"
    assert person.finished
    assert said["strengths.start_from"].why == "They asked twice"
    assert said["inclusion.missing"].answer.value == 4


def test_what_was_understood_is_spoken_and_a_misread_line_stays_to_be_mended(desk):
    take_up(desk, "8")
    to_the_field(desk)
    type_in(desk, ["a", "A1 c"])
    expect(desk.page.locator("#cosmos-voice")).to_contain_text("A1 c · It depends on the worker")
    type_in(desk, ["B1 q"])
    alert = desk.page.get_by_role("alert")
    expect(alert).to_contain_text("You typed “B1 q”. B1 has no answer")
    assert desk.focus["label"] == "Type here"
    expect(desk.page.locator(FIELD)).to_have_value("B1 q")
    desk.page.keyboard.press("Backspace")
    type_in(desk, ["d"])
    expect(alert).to_have_count(0)
    expect(desk.page.locator(".cosmos-said")).to_contain_text("B1 d")
    type_in(desk, ["A1 e"])
    expect(desk.page.locator(".cosmos-said")).to_contain_text("A1 e")


def test_whoever_types_faster_than_the_server_loses_nothing(desk, running, room):
    take_up(desk, "9")
    to_the_field(desk)
    codes = [ROLE, *(f"{letter}1" for letter in "ABCDEFGH")]
    for code in codes:
        desk.page.keyboard.type(f"{code} a", delay=20)
        desk.page.keyboard.press("Enter")
    sees(desk, "Everything on this sheet is typed in.")
    desk.at_rest()
    [one] = papers(running, room)
    assert [*one.first.values()] == ["a"] * len(codes)


def test_a_sheet_survives_a_reload_and_the_end_of_the_server(desk, running, room):
    desk.away_is_fine = True
    take_up(desk, "10")
    to_the_field(desk)
    type_in(desk, ["b", "c"])
    desk.reload()
    sees(desk, "B1. When somebody new comes to the service")
    desk.page.locator(FIELD).focus()
    desk.page.keyboard.type("C1 d: they asked")
    running.kill()
    expect(desk.page.locator("#cosmos-away")).to_be_visible()
    running.start()
    expect(desk.page.locator("#cosmos-away")).to_have_count(0)
    desk.at_rest()
    expect(desk.page.locator(FIELD)).to_have_value("C1 d: they asked")
    with desk.heard():
        desk.page.locator(FIELD).press("Enter")
    expect(desk.page.locator(".cosmos-said")).to_contain_text("C1 d: they asked")
    [one] = papers(running, room)
    assert [*one.first.values()] == ["b", "c", "d: they asked"]
    desk.complaints.clear()


def test_after_the_freeze_the_screen_says_that_a_sheet_is_held(desk):
    desk.press("to-lead")
    desk.at_rest()
    confirm(desk, "Close the round")
    desk.open("on-paper")
    desk.press("go-paper")
    sees(desk, "The round is closed. You can still type papers in")
    take_up(desk, "11")
    sees(desk, "count in no result")


@SIZES
@SCHEMES
def test_the_screens_can_be_used_by_everybody(desk, size, scheme):
    desk.page.emulate_media(color_scheme=scheme)
    desk.page.set_viewport_size(size)
    take_up(desk, "1")
    to_the_field(desk)
    type_in(desk, ANSWERS[:3])
    _is_usable(desk)
    type_in(desk, ["q"])
    _is_usable(desk)
    desk.press("rest-blank")
    desk.press("type-again")
    desk.press("rest-blank")
    sees(desk, "Answers in which the two typings differ: 3.")
    _is_usable(desk)
    desk.press("all-sheets")
    desk.sees_title("Forms on paper")
    _is_usable(desk)


def _is_usable(desk):
    open_every_fold(desk)
    desk.at_rest()
    assert not violations(desk)
    assert_touchable(desk)

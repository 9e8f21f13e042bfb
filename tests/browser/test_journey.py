"""The way from the first screen to the report, in a real Chromium on a phone."""

from playwright.sync_api import expect
from support.report_rooms import READ

from models.answers import Value


def is_radio(held):
    return held["kind"] == "radio" and any(key.startswith("choice-") for key in held["keys"])


def answer_by_keys(phone, steps):
    """Answer the question in front of one: Space takes the first situation, each arrow the next."""
    phone.tab_to(is_radio)
    phone.strike("Space")
    for _ in range(steps):
        phone.strike("ArrowDown")
    assert phone.focus["kind"] == "radio", "an answer must not take the focus away"


def turn_by_keys(phone, key="next", *, back=False):
    """Go on by keyboard; the focus has to come along to the new heading."""
    before = phone.title
    phone.tab_to_key(key, back=back)
    phone.page.keyboard.press("Enter")
    phone.page.wait_for_function("was => document.querySelector('h1.cosmos-title')?.innerText !== was", arg=before)
    phone.at_rest()
    phone.page.wait_for_function("document.activeElement.classList.contains('cosmos-title')")


def test_a_level_can_be_gone_through_on_a_phone_by_keyboard_alone_and_left_halfway(phone, store):
    phone.goto()
    turn_by_keys(phone, "begin")
    said = []
    for _ in range(4):
        steps = len(said) % 4 + 1
        answer_by_keys(phone, steps)
        said.append((phone.items[0], steps))
        turn_by_keys(phone)

    phone.new_tab()
    phone.goto()
    turn_by_keys(phone, "continue")
    open_now = phone.items[0]
    assert sorted(response.answer.value for response in phone.sheet(store).responses.values()) == [1, 2, 3, 4]
    phone.sees_chosen({open_now: None})
    for item, steps in reversed(said):
        turn_by_keys(phone, "back")
        assert phone.items == [item]
        phone.sees_chosen({item: steps})
    for _ in said:
        turn_by_keys(phone)
    assert phone.items == [open_now]

    for place in range(4):
        answer_by_keys(phone, place)
        said.append((phone.items[0], place))
        turn_by_keys(phone)
    phone.sees_title("Your profile")
    kept = phone.sheet(store).responses
    assert len(kept) == 8
    assert [kept[item.replace("-", ".", 1)].answer for item, _ in said] == [Value(steps) for _, steps in said]

    turn_by_keys(phone)
    phone.sees_title("What helps, what hinders")
    turn_by_keys(phone)
    phone.sees_title("Take away")
    phone.tab_to_key("get-report")
    with phone.page.expect_download() as download:
        phone.page.keyboard.press("Enter")
    assert "Our project" in READ[".pdf"](download.value.path().read_bytes())


def test_what_is_left_open_is_shown_before_the_profile_and_too_little_gives_no_picture(phone):
    phone.begin()
    phone.choose(phone.items[0], 5)
    for _ in range(7):
        turn_by_keys(phone)
    turn_by_keys(phone)
    phone.sees_title("Check your answers")
    assert phone.page.get_by_text("still open").count() == 7
    turn_by_keys(phone)
    phone.sees_title("Your profile")
    expect(phone.page.get_by_text("too few answers yet for a picture")).to_be_visible()
    phone.page.get_by_role("button", name="Go to the questions").click()
    phone.sees_title("Starting from strengths")  # the first that is open

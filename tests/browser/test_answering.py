"""What is answered is kept as it was meant: the last click, every silence, every word."""

from browser.long_form import DONT_KNOW, FIRST, NASTY, NOT_APPLICABLE, OUTSIDE, SKIP, field, write
from playwright.sync_api import expect

from cosmos_app.design.streamlit_internals import CSS
from models.answers import Evidence, Response, Value
from models.silences import DontKnow, NotApplicable, OutsideOurControl, Skipped


def test_a_change_of_mind_counts_at_the_first_click(full, store):
    item = FIRST[0]
    for place in (3, 0, 4, DONT_KNOW, 2, SKIP, 1):
        full.choose(item, place)
        answer = full.sheet(store).answer(item)
        full.sees_chosen({item: place})
        assert answer == {DONT_KNOW: DontKnow(), SKIP: Skipped()}.get(place, Value(place))


def test_the_last_of_many_quick_clicks_stands(full, store):
    with full.heard():
        for place in (0, 4, 1, 3, 2):
            for item in FIRST:
                full.options(item).nth(place).click(no_wait_after=True)
    full.sees_chosen(dict.fromkeys(FIRST, 2))
    assert {item: full.sheet(store).answer(item) for item in FIRST} == dict.fromkeys(FIRST, Value(2))
    full.reload()
    full.sees_chosen(dict.fromkeys(FIRST, 2))
    assert {item: full.sheet(store).answer(item) for item in FIRST} == dict.fromkeys(FIRST, Value(2)), (
        "nothing followed"
    )


def test_going_back_and_forth_keeps_every_answer(full, store):
    said = {}
    for _ in range(2):
        for place, box in enumerate(full.items):
            full.choose(box, place)
            said[box] = place
        full.press("next")
    for _ in range(2):
        full.press("back")
        full.sees_chosen({box: said[box] for box in full.items})
    full.history("back")
    full.sees_title("Starting from strengths")
    full.sees_chosen({box: said[box] for box in full.items})
    assert len(full.sheet(store).responses) == len(said)


def test_silences_and_what_is_added_are_kept_word_for_word(full, store):
    no, out, yes, unsure = FIRST
    full.choose(no, NOT_APPLICABLE)
    write(full, no, "Why does it not apply?", NASTY)
    full.choose(out, OUTSIDE)
    write(full, out, "What stands in the way?", "The law of 1998")
    full.choose(yes, 3)
    full.question(yes).locator("summary").click()
    with full.heard():
        full.question(yes).get_by_text("I have heard of it").click()
    write(full, yes, "Why did you choose this?", f"So it was: {NASTY}")
    write(full, yes, "Something others could look at", "Minutes of May")
    write(full, yes, "Its web address", "https://example.org/may")
    write(full, yes, "Its date", "2026-05-31")
    full.choose(unsure, DONT_KNOW)
    expected = {
        no: Response(answer=NotApplicable(NASTY)),
        out: Response(answer=OutsideOurControl("The law of 1998")),
        yes: Response(
            answer=Value(3),
            why=f"So it was: {NASTY}",
            known_by="heard",
            evidence=Evidence(link="https://example.org/may", date="2026-05-31", note="Minutes of May"),
        ),
        unsure: Response(answer=DontKnow()),
    }
    assert dict(full.sheet(store).responses) == expected

    full.reload()
    full.sees_chosen(dict(zip(FIRST, (NOT_APPLICABLE, OUTSIDE, 3, DONT_KNOW), strict=True)))
    expect(field(full, no, "Why does it not apply?")).to_have_value(NASTY)
    expect(field(full, out, "What stands in the way?")).to_have_value("The law of 1998")
    full.question(yes).locator("summary").click()
    expect(field(full, yes, "Why did you choose this?")).to_have_value(f"So it was: {NASTY}")
    expect(field(full, yes, "Its web address")).to_have_value("https://example.org/may")
    expect(field(full, yes, "Its date")).to_have_value("2026-05-31")
    full.choose(yes, SKIP)
    full.press("next")
    full.press("back")
    full.choose(yes, 4)
    assert full.sheet(store).response(yes) == Response(
        answer=Value(4), why=expected[yes].why, known_by="heard", evidence=expected[yes].evidence
    ), "a reason outlives a moment of doubt"


def test_an_address_that_can_t_be_kept_is_said_and_costs_nothing_else(full, store):
    item = FIRST[0]
    full.choose(item, 2)
    full.question(item).locator("summary").click()
    write(full, item, "Why did you choose this?", "I was there")
    write(full, item, "Its web address", "javascript:alert(1)")
    expect(full.question(item).get_by_role("alert")).to_contain_text("http:// or https://")
    assert full.sheet(store).response(item) == Response(answer=Value(2), why="I was there")


def test_what_another_window_answered_is_neither_undone_nor_hidden(full, store):
    for place, item in enumerate(FIRST):
        full.choose(item, place)
    first, second = full.page, full.context.new_page()
    second.goto(f"{full.address}/answer?part=1")
    elsewhere = second.locator(f".{CSS['key']}-item-{FIRST[0].replace('.', '-')} {CSS['radio_option']}")
    elsewhere.nth(4).click()
    expect(second.locator(".cosmos-said")).to_contain_text("Saved")
    second.close()
    full.sees_chosen({FIRST[0]: 0})
    assert full.page is first
    full.choose(FIRST[3], 1)
    full.sees_chosen({FIRST[0]: 4, FIRST[3]: 1})
    assert [full.sheet(store).answer(item) for item in FIRST] == [Value(4), Value(1), Value(2), Value(1)]


def test_a_question_that_depends_on_another_comes_goes_and_keeps_its_answer(phone, store):
    phone.begin("demo")
    story = "about.story"
    assert phone.items == ["about-known"]
    phone.choose("about.known", 0)
    assert phone.items == ["about-known", "about-story"]
    field(phone, story, "What do you remember").fill("Tea, and rain")
    with phone.heard():
        phone.page.keyboard.press("Tab")
    phone.choose("about.known", 1)
    assert phone.items == ["about-known"]
    expect(phone.page.get_by_text("no longer asked")).to_be_visible()
    assert phone.sheet(store, "demo").answer(story) == Value("Tea, and rain")
    phone.step("Check")
    expect(phone.page.get_by_text("Kept, but not counted")).to_be_visible()
    expect(phone.page.get_by_text("What do you remember of the first time?")).to_be_visible()
    phone.press("to-demo-0")
    phone.choose("about.known", 0)
    expect(field(phone, story, "What do you remember")).to_have_value("Tea, and rain")

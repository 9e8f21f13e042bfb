"""The way from the first screen to the report, in a real Chromium on a phone."""

import csv
import io
import json
import subprocess
import sys

import pytest
from browser.served import ROOT
from playwright.sync_api import expect
from support.report_rooms import READ

from cosmos_app.design.streamlit_internals import CSS
from models.answers import Evidence, Response, Value
from models.silences import DontKnow, NotApplicable, OutsideOurControl, Skipped

DONT_KNOW, NOT_APPLICABLE, OUTSIDE, SKIP = 5, 6, 7, 8
"""Places of the silences, below the five situations of a rubric item."""

FIRST = ("purpose.who_says_good", "purpose.shared_words", "purpose.own_lives", "purpose.adding_or_withdrawing")
NASTY = "<script>alert(1)</script> **bold** [a](https://example.org)"


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


# --- answers ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def full(desktop):
    """A visitor in front of the first page of the full form."""
    desktop.begin(depth="full")
    assert desktop.items == [item.replace(".", "-") for item in FIRST]
    return desktop


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


def field(visitor, item, label):
    return visitor.question(item).get_by_label(label)


def write(visitor, item, label, text):
    field(visitor, item, label).fill(text)
    with visitor.heard():
        field(visitor, item, label).press("Tab")


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


# --- what comes of them ----------------------------------------------------------------------------------------------


@pytest.fixture
def answered(full, store):
    """A visitor who has answered the first theme, with words that mean something to a browser and to Markdown."""
    person = full.seat(store).participant
    for item, answer in zip(FIRST, (Value(1), Value(3), Value(2), OutsideOurControl()), strict=True):
        store.record(person, "project", item, Response(answer=answer, why=NASTY if item == FIRST[0] else ""))
    full.reload()
    return full


def test_a_profile_says_how_each_score_comes_about(answered):
    answered.step("Profile")
    answered.page.get_by_text("The same as a table").click()
    row = answered.page.locator(".cosmos-table tbody tr").first
    expect(row).to_contain_text("3 of 4")
    expect(row).to_contain_text("2.0")
    answered.open("dimension-purpose")
    theme = answered.keyed("dimension-purpose")
    expect(theme).to_contain_text("(1 + 3 + 2) / 3 = 2.00. 3 of 4 answers have a value.")
    expect(theme).to_contain_text("outside our control: counts as missing")
    expect(theme).to_contain_text(NASTY)


def test_a_target_is_kept_and_can_be_taken_back(answered, store):
    answered.step("Profile")
    answered.open("dimension-purpose")
    theme = answered.keyed("dimension-purpose")
    with answered.heard():
        theme.get_by_role("radio", name="3 Established").or_(theme.get_by_role("button", name="3 Established")).click()
    seat = answered.seat(store)
    assert store.targets(seat.workshop, "project") == {"purpose": 3.0}
    answered.reload()
    answered.page.get_by_text("The same as a table").click()
    expect(answered.page.locator(".cosmos-table tbody tr").first.locator("td").nth(4)).to_have_text("3.0")


def test_factors_can_be_marked_and_one_s_own_added_and_removed(answered, store):
    answered.step("Helps and hinders")
    seat = answered.seat(store)
    box = answered.keyed_like("factor-").first
    with answered.heard():
        box.get_by_text("We can influence it").click()
    assert set(store.loci(seat.workshop).values()) == {"influence"}
    answered.page.get_by_label("What else shapes this work from outside?").fill(NASTY)
    answered.page.get_by_label("A word about it").fill(f"Note: {NASTY}")
    with answered.heard():
        answered.page.get_by_role("button", name="Add it").click()
    own = answered.keyed_like("own-").filter(has=answered.page.locator("h3"))
    expect(own).to_contain_text(NASTY)
    expect(own).to_contain_text(f"Note: {NASTY}")
    expect(own.get_by_role("link")).to_have_count(0)
    assert [(one.name, one.note) for one in store.own_factors(seat.workshop)] == [(NASTY, f"Note: {NASTY}")]
    answered.reload()
    expect(own).to_contain_text(NASTY)
    chosen = answered.keyed_like("factor-").first.locator('[aria-checked="true"], [aria-pressed="true"]')
    expect(chosen).to_have_text("We can influence it")
    with answered.heard():
        own.get_by_role("button", name="Remove").click()
    expect(own).to_have_count(0)
    assert store.own_factors(seat.workshop) == ()


def download(visitor, ending):
    with visitor.page.expect_download() as started:
        visitor.keyed(f"get-{ending}", "button:visible").click()
    return started.value.path()


def test_the_files_agree_with_each_other_and_with_the_command_line(answered, store, tmp_path):
    store.add_own_factor(answered.seat(store).workshop, f"Own: {NASTY}", f"Note: {NASTY}")
    answered.step("Take away")
    body = json.loads(download(answered, "json").read_text())
    answers = tmp_path / "answers.csv"
    answers.write_bytes(download(answered, "csv").read_bytes())
    with answered.heard():
        answered.page.get_by_text("A page for any browser (HTML)").click()
    report = download(answered, "report").read_text()

    command = [sys.executable, "-m", "cosmos_app.cli", "score", "questionnaires/project.json", str(answers)]
    scored = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    rows = list(csv.DictReader(io.StringIO(scored.stdout)))
    dimensions = body["assessment"]["dimensions"]
    assert {row["dimension"] for row in rows} == set(dimensions)
    for row in rows:
        told = dimensions[row["dimension"]]
        for name in ("score", "completeness", "lower", "upper", "stage"):
            assert (float(row[name]) if row[name] else None) == told[name], (row["dimension"], name)
        assert row["blocked_by"].split(";") == told["blocked_by"] or (not row["blocked_by"] and not told["blocked_by"])
    assert dimensions["purpose"]["score"] == 2.0

    page = answered.context.new_page()
    page.on("dialog", lambda dialog: answered.complaints.append(f"the report ran a script: {dialog.message}"))
    page.set_content(report)
    expect(page.locator("tbody tr").first).to_contain_text("2.0")
    for text in (f"Why: {NASTY}", f"Own: {NASTY}", f"Note: {NASTY}"):
        expect(page.get_by_text(text)).to_be_visible()
    assert page.locator("script").count() == 0
    assert page.locator("svg").count() == 2


def test_a_code_leads_to_the_same_visit_from_another_device(answered, visitors, store):
    answered.step("Take away")
    answered.press("give-code")
    code = answered.page.locator(".cosmos-code").inner_text()
    other = visitors()
    other.goto()
    other.page.get_by_text("I have a code, from a workshop or from my other device").click()
    other.page.get_by_label("Your code").fill(code.lower())
    with other.heard():
        other.page.keyboard.press("Enter")
    other.press("enter-code")
    expect(other.page.get_by_role("button", name="Continue where you were")).to_be_visible()
    assert other.seat(store) == answered.seat(store)
    other.goto("answer?part=1")
    other.sees_chosen(dict(zip(FIRST, (1, 3, 2, OUTSIDE), strict=True)))


def test_a_wrong_code_leads_nowhere_and_costs_nothing(answered, store):
    seat = answered.seat(store)
    answered.goto()
    answered.page.get_by_text("I have a code, from a workshop or from my other device").click()
    answered.page.get_by_label("Your code").fill("AAAA-AAAA")
    with answered.heard():
        answered.page.keyboard.press("Enter")
    answered.press("enter-code")
    expect(answered.page.get_by_text("This code leads nowhere")).to_be_visible()
    assert answered.seat(store) == seat


def test_a_finished_visit_stays_as_it_was(answered, store):
    answered.step("Take away")
    answered.press("finish")
    expect(answered.page.get_by_text("kept as it was when you finished")).to_be_visible()
    seat = answered.seat(store)
    assert seat.phase == "revealed"
    (result,) = store.results(seat.workshop)
    assert result.body["dimensions"]["purpose"]["score"] == 2.0
    answered.goto("answer")
    answered.sees_title("Your profile")


def test_erasing_leaves_no_trace_in_the_file(full, server, store):
    full.choose(FIRST[0], NOT_APPLICABLE)
    write(full, FIRST[0], "Why does it not apply?", "Only this visit says wisteria")
    mark = b"wisteria"
    files = [server.file, server.file.with_name(f"{server.file.name}-wal")]
    assert any(mark in file.read_bytes() for file in files)
    full.step("Take away")
    with full.heard():
        full.page.get_by_text("I want all my answers of this visit to be erased").click()
    full.press("erase")
    full.sees_title("How do we work together?")
    assert full.seat(store) is None
    assert not any(mark in file.read_bytes() for file in files if file.exists())

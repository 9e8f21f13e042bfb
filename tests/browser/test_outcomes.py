"""What comes of the answers: a profile, targets, factors, files, a way back, and nothing once they are erased."""

import csv
import io
import json
import subprocess
import sys

import pytest
from browser.long_form import FIRST, NASTY, NOT_APPLICABLE, OUTSIDE, write
from browser.served import ROOT
from playwright.sync_api import expect

from models.answers import Response, Value
from models.silences import OutsideOurControl


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
        visitor.keyed(f"get-{ending}", "a:visible").click()
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
    other.type_code(code.lower())
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
    answered.type_code("AAAA-AAAA")
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

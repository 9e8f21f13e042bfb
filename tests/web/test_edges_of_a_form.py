"""Forms that ask some people nothing, ids that differ in a dot, pages that are not there."""

import json
from dataclasses import replace

import pytest
from support.builders import document
from support.every_screen import Browser, begin, walk
from support.stores import PROMISE

from cosmos_app.storage import current
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.room.desk import TITLE
from cosmos_app.texts.solo.questions import NOTHING_FOR_YOU
from cosmos_app.texts.solo.start import NOT_ON_THIS_LIST, NOTHING_TO_ASK
from cosmos_app.workshop import rehearsal
from models.answers import Response, Value
from models.plan import Plan
from models.workshop import Workshop

SCORED = [
    {"id": f"{name}.{number}", "core": True, "scores": {name: 1}}
    for name in ("help", "power", "trust")
    for number in "12"
]
PLAN = Plan(site="Harbour", initiative="Home visits", asked={"drawn": ()}, promise=PROMISE, smallest_group=3)


@pytest.fixture
def offer(folder):
    """Puts a questionnaire on offer whose items say only what matters."""

    def put(items, **more):
        (folder / "drawn.json").write_text(json.dumps(document(items=items, id="drawn", title="Mine", **more)))

    return put


def test_a_form_without_a_core_question_is_not_on_offer(offer):
    offer([{**item, "core": False} for item in SCORED])
    browser = Browser().open("start")
    [told] = browser.at.warning
    assert told.value.startswith(plain(NOT_ON_THIS_LIST(files="")).rstrip("\\."))
    assert "Mine" not in browser.at.radio(key="questionnaire").options


def test_a_form_that_asks_a_person_nothing_is_told_and_not_begun(offer):
    offer([{**item, "asked_of": ["staff"]} for item in SCORED] + [{"id": "why", "kind": "text"}])
    browser = Browser()
    assert not begin(browser, "short", "neighbour")
    assert browser.says(NOTHING_TO_ASK())
    assert begin(browser, "full", "neighbour")
    for number, role in enumerate(("nurse", None), start=1):
        assert begin(Browser(number), "short", role)


def test_who_is_asked_nothing_in_a_room_is_told_and_led_on(offer):
    offer([{**item, "asked_of": ["staff"]} for item in SCORED] + [{"id": "why", "kind": "text"}])
    room = rehearsal.begin(replace(PLAN, depth="short"))
    phone = Browser()
    current.store().join(room.id, phone.token, role="neighbour", family="citizens")
    assert phone.open("answer").says(NOTHING_FOR_YOU())
    assert phone.open("review").says(NOTHING_FOR_YOU())
    phone.open("answer").at.button(key="next").click()
    phone.run()
    assert phone.visit().seat.finished


def test_a_room_that_picked_themes_is_asked_what_their_questions_wait_for(offer):
    gate = {"id": "gate", "kind": "choice", "options": [{"value": "yes"}, {"value": "no"}]}
    waits = {"id": "why", "scores": {"help": 1}, "show_if": {"item": "gate", "is": "yes"}}
    offer([gate, *SCORED, {"id": "care.1", "scores": {"care": 1}}, waits])
    room = rehearsal.begin(replace(PLAN, asked={"drawn": ("help", "power", "trust")}))
    phone = Browser()
    current.store().join(room.id, phone.token)
    walk(phone)
    assert list(phone.visit().questionnaire.by_id) == ["gate", *(item["id"] for item in SCORED), "why"]


def test_a_visit_that_was_begun_with_an_empty_form_can_be_left(folder):
    """Earlier versions let people begin one."""
    body = document(items=[{**item, "core": False} for item in SCORED], id="drawn")
    workshop = current.store().start({"drawn": current.store().keep_definition(body)}, "short")
    current.store().set_phase(workshop, Workshop(kind="alone").to("open").phase)
    browser = Browser()
    current.store().join(workshop, browser.token)
    walk(browser)
    assert browser.open("answer").says(NOTHING_FOR_YOU())


def test_ids_that_differ_in_a_dot_stand_on_one_page(offer):
    alike = [{"id": name, "core": True, "scores": {name: 1}} for name in ("a.b", "a-b", "a_b")]
    offer(alike, readings=[])
    browser = Browser()
    assert begin(browser, "full", None)
    visit = browser.visit()
    for item in alike:
        visit, _ = visit.record(item["id"], Response(answer=Value(1)))
    walk(browser)
    keys = [one.key for one in browser.open("answer").at.radio]
    assert {f"choice:{item['id']}" for item in alike} <= set(keys)


@pytest.mark.parametrize("part", ["9" * 5000, "1" * 10, "0", "-1", "x", "", "²", "1e3", "\0"])
def test_an_address_without_such_a_page_leads_to_the_first(offer, part):
    offer(SCORED, sections=two_pages())
    browser = Browser()
    begin(browser, "full", None)
    browser.open("answer", part="1")
    browser.open("answer", part=part)
    assert browser.says(">First<")
    assert browser.at.query_params["part"] in ("1", ["1"])


@pytest.mark.parametrize("address", ["\0", "9" * 5000, "x", "é" * 50])
def test_an_address_of_no_room_leads_to_the_desk(folder, address):
    browser = Browser()
    browser.open("facilitate", w=address)
    assert browser.says(TITLE())


def test_a_page_after_the_last_leads_to_the_last(offer):
    """A changed answer may have hidden those behind it."""
    offer(SCORED, sections=two_pages())
    browser = Browser()
    begin(browser, "full", None)
    assert browser.open("answer", part="7").says(">Second<")


def two_pages():
    items = document(items=SCORED)["sections"][0]["items"]
    return [
        {"id": "first", "title": "First", "items": items[:3]},
        {"id": "second", "title": "Second", "items": items[3:]},
    ]

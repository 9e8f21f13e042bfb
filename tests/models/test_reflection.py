"""What a person's own answers give them to think about."""

from support.builders import document, parsed, sheet_of

from cosmos_app.content import catalogue
from cosmos_app.texts.solo.reflection import question_of
from models.answers import Response, Value
from models.assessment import assess
from models.catalogues import Catalogues, Factors
from models.progress import Asking
from models.reflection import Guessed

NOTHING_SHARED = Catalogues(
    roles=catalogue.catalogues().roles, factors=Factors(categories={}, factors=(), sources={}), placements={}
)
ITEMS = [{"id": "what_changed", "scores": {"results": 1}}, {"id": "looking_back", "scores": {"reflection": 1}}]
TENSION = {
    "id": "results-without-reflection",
    "when": {"all": [{"dimension": "results", "at_least": 3}, {"dimension": "reflection", "at_most": 1}]},
    "ask": "How do people know what made the difference?",
}
FULL = Asking()
SMALL = parsed(document(items=ITEMS, tensions=[TENSION]))


def prompts(sheet, asking=FULL):
    return assess(SMALL, sheet, asking, NOTHING_SHARED).prompts


def test_a_tension_is_put_when_both_its_sides_are_true():
    assert [one.id for one in prompts(sheet_of({"what_changed": 4, "looking_back": 0}))] == [TENSION["id"]]
    assert prompts(sheet_of({"what_changed": 2, "looking_back": 0})) == ()


def test_a_tension_is_not_put_to_somebody_who_left_one_side_open():
    assert prompts(sheet_of({"what_changed": 4})) == ()
    assert prompts(sheet_of({"what_changed": 4, "looking_back": "DK"})) == ()


def test_a_high_answer_that_is_a_guess_is_asked_about_and_a_low_one_is_not():
    high = sheet_of({}).record("what_changed", Response(answer=Value(3), known_by="guess"))
    assert prompts(high) == (Guessed(SMALL.by_id["what_changed"]),)
    assert prompts(high.record("what_changed", Response(answer=Value(2), known_by="guess"))) == ()
    assert prompts(high.record("what_changed", Response(answer=Value(4), known_by="seen"))) == ()


def test_what_the_form_did_not_ask_is_not_asked_about():
    high = sheet_of({}).record("what_changed", Response(answer=Value(4), known_by="guess"))
    assert prompts(high, Asking(depth="short")) == ()


def test_every_prompt_is_a_question_with_the_persons_own_words_in_it():
    sheet = sheet_of({"looking_back": 0}).record("what_changed", Response(answer=Value(4), known_by="guess"))
    tension, guess = (question_of(one, sheet, None) for one in prompts(sheet))
    assert tension == TENSION["ask"]
    assert guess.startswith("What about what_changed? You chose “Stage 4”")
    assert guess.endswith("?")


def test_a_tension_on_a_number_is_settled_by_its_own_bound():
    many = {"id": "many", "when": {"item": "how_many", "at_least": 10}, "ask": "Who are they all?"}
    number = {"id": "how_many", "kind": "number"}
    asked = parsed(document(items=[*ITEMS, number], tensions=[many]))
    told = [assess(asked, sheet_of({"how_many": value}), FULL, NOTHING_SHARED).prompts for value in (9, 10, 11)]
    assert [len(one) for one in told] == [0, 1, 1]


def test_a_hair_below_a_bound_is_on_it():
    options = [{"value": "a", "score": 0}, {"value": "b", "score": 0.3}, {"value": "c", "score": 0.4}]
    chosen = {"id": "chosen", "kind": "choice", "options": options, "scores": {"results": 1}}
    asked = parsed(document(items=[chosen]))
    sheet = sheet_of({}).record("chosen", Response(answer=Value("b"), known_by="guess"))
    assert assess(asked, sheet, FULL, NOTHING_SHARED).prompts == (Guessed(asked.by_id["chosen"]),)

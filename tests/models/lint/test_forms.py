"""Forms that ask nobody anything, or nothing of some families of roles."""

from support.builders import ROLES, small

from cosmos_app.texts.problems import wrong_of
from models.catalogues import Catalogues, Factors
from models.lint import lint_questionnaire

NO_FACTORS = Factors(categories={}, factors=(), sources={})
TWO = ("empty-form", "unasked-family")


def told(items):
    """What is told of the forms of a questionnaire, in words; ``ROLES`` has the families citizens and staff."""
    catalogues = Catalogues(roles=ROLES, factors=NO_FACTORS, placements={}, practice={})
    found = lint_questionnaire(small(items), catalogues, "small.json")
    return [(problem.code, wrong_of(problem)) for problem in found if problem.code in TWO]


def test_a_short_form_without_questions_is_an_error():
    assert told([{"id": "a"}, {"id": "b"}]) == [("empty-form", "No item is core, so the short form is empty.")]
    assert told([{"id": "a", "core": True}, {"id": "b"}]) == []


def test_a_form_that_asks_a_family_nothing_is_told_once_with_its_people():
    for_staff = {"core": True, "asked_of": ["staff"]}
    assert told([{"id": "a", **for_staff}, {"id": "b"}]) == [
        ("unasked-family", "The short form asks nothing of these people: Citizens.")
    ]
    assert told([{"id": "a", **for_staff}]) == [("unasked-family", "Nothing is asked of these people: Citizens.")]
    assert told([{"id": "a", **for_staff}, {"id": "b", "core": True, "asked_of": ["citizens"]}]) == []


def test_what_waits_for_a_question_for_others_fills_no_form():
    plan = {"id": "plan", "core": True, "asked_of": ["staff"]}
    waits = {"id": "far", "core": True, "show_if": {"item": "plan", "at_least": 1}}
    without = {"id": "why", "core": True, "show_if": {"item": "plan", "answered": False}}
    assert told([plan, waits]) == [("unasked-family", "Nothing is asked of these people: Citizens.")]
    assert told([plan, waits, without]) == []

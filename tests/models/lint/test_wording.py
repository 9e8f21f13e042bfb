"""Texts are plain, tidy, short enough, readable, and ask one question at a time."""

import pytest
from support.planted_defects import FIRST, Plant, into, item

from models.lint.wording import asks_twice

PLANTS: dict[str, Plant] = {}
plant = into(PLANTS)


@plant
def a_tag(d):
    item(d)["why"] = "Because <script>alert(1)</script> it matters."
    return "unsafe-markup", f"{FIRST}/why"


@plant
def a_link(d):
    d["dimensions"][0]["about"] = "See [here](https://example.org) for more."
    return "unsafe-markup", "/dimensions/0/about"


@plant
def a_character_code(d):
    d["title"] = "You &amp; us"
    return "unsafe-markup", "/title"


@plant
def a_trailing_space(d):
    item(d)["descriptors"][1] += " "
    return "white-space", f"{FIRST}/descriptors/1"


@plant
def a_line_break(d):
    d["summary"] = "One line.\nAnother."
    return "white-space", "/summary"


@plant
def two_question_marks(d):
    item(d)["ask"] = "Who decides? Who pays?"
    return "two-questions", f"{FIRST}/ask"


@plant
def two_questions_joined(d):
    item(d)["ask"] = "Do people take part, and are they told what became of it?"
    return "two-questions", f"{FIRST}/ask"


@plant
def a_long_stem(d):
    item(d)["ask"] = "When " + "somebody " * 20 + "asks?"
    return "length", f"{FIRST}/ask"


@plant
def a_long_why(d):
    item(d)["why"] = "We ask it " + "so " * 25 + "that we know."
    return "length", f"{FIRST}/why"


@plant
def a_short_descriptor(d):
    item(d)["descriptors"][2] = "Usually someone does."
    return "length", f"{FIRST}/descriptors/2"


@plant
def words_for_experts(d):
    item(d)["descriptors"] = [
        "Administrative representatives systematically disregard neighbourhood recommendations, despite obligations."
    ] * len(item(d)["descriptors"])
    return "reading-age", FIRST


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_defect_is_told_once_and_at_its_place(name, project, new_problems):
    assert new_problems(project) == set()
    wanted = PLANTS[name](project)
    assert new_problems(project) == {wanted}


@pytest.mark.parametrize(
    "stem",
    [
        "Who is missing and why?",
        "When people disagree, who decides and how?",
        "Do people choose, or do they take what is there?",
        "How do you know who is heard and who is not?",
        "Who decides who is invited and who is not?",
        "How do people find out what happened and how it was decided?",
        "Who plans and does the work?",
        "Can people complain and have it taken seriously?",
        "Who is told and is the first to know?",
        "Some people are never in the room. What happens about that here?",
    ],
)
def test_one_question_is_not_taken_for_two(stem):
    assert not asks_twice(stem)


@pytest.mark.parametrize(
    "stem",
    [
        "Who decides? Who pays?",
        "Who decides and who pays?",
        "Do staff listen and do they act on what they hear?",
        "How do people hear about it, and how often do they answer?",
        "How is it planned or how is it delivered?",
        "Is it free and is the way there paid?",
    ],
)
def test_two_questions_in_one_are_told(stem):
    assert asks_twice(stem)

"""A condition of a questionnaire is said in words to somebody who holds the form."""

import pytest

from cosmos_app.texts.conditions import only_if
from models.conditions import All, AnyOf, ItemIs, Not
from models.items import Choice

CHOICES = {mark: Choice(value=value, label="-") for mark, value in zip("abc", ("bus", "car", "foot"), strict=True)}
STEPS = {mark: Choice(value=value, label="-") for value, mark in enumerate("abcde")}
NAMED = {"how": ("A1", CHOICES), "often": ("B2", STEPS), "many": ("C3", {})}


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        (ItemIs("how", "is", "car"), "you ticked b in A1"),
        (ItemIs("how", "is_one_of", ("car", "foot")), "you ticked b or c in A1"),
        (ItemIs("how", "includes", "foot"), "you ticked c in A1"),
        (ItemIs("often", "at_least", 2), "you ticked c, d or e in B2"),
        (ItemIs("often", "at_most", 1), "you ticked a or b in B2"),
        (ItemIs("many", "at_least", 3), "your number in C3 is 3 or more"),
        (ItemIs("many", "at_most", 2.5), "your number in C3 is 2.5 or less"),
        (ItemIs("many", "is", 7), "your number in C3 is 7"),
        (ItemIs("many", "is_one_of", (7, 8)), "your number in C3 is 7 or 8"),
        (ItemIs("how", "answered", True), "you answered A1"),
        (ItemIs("how", "answered", False), "you gave no answer in A1"),
        (ItemIs("how", "not_given", ("DK", "OUT")), "you ticked ? or o in A1"),
        (Not(ItemIs("how", "is", "car")), "you ticked a or c in A1"),
        (Not(ItemIs("how", "includes", "car")), "you ticked something in A1, but not b"),
        (Not(ItemIs("how", "answered", True)), "you gave no answer in A1"),
        (Not(ItemIs("many", "is", 7)), "this is not so: your number in C3 is 7"),
        (
            All((ItemIs("how", "is", "bus"), AnyOf((ItemIs("often", "is", 0), ItemIs("many", "is", 1))))),
            "you ticked a in A1 and (you ticked a in B2 or your number in C3 is 1)",
        ),
        (
            Not(All((ItemIs("how", "is", "bus"), ItemIs("many", "is", 1)))),
            "this is not so: (you ticked a in A1 and your number in C3 is 1)",
        ),
    ],
)
def test_a_condition_is_said_in_words(condition, told):
    assert only_if(condition, NAMED.__getitem__) == f"Only if {told}."

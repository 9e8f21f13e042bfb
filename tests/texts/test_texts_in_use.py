"""Texts are used, get the values they ask for, and stand alone: no sentence is put together from several."""

import ast

import pytest
from support.texts_in_use import called_at_import, calls, defined, glued, is_plural, placeholders, used


def test_every_text_is_used_somewhere():
    assert not set(defined()) - used()


@pytest.mark.parametrize(
    ("call", "texts"),
    [pytest.param(call, texts, id=f"{module}:{line}") for module, line, call, texts in calls() if texts],
)
def test_a_text_gets_the_values_it_asks_for(call, texts):
    given = {keyword.arg for keyword in call.keywords}
    if None in given or any(isinstance(argument, ast.Starred) for argument in call.args):
        return  # what stands in a mapping can't be seen
    for text in texts:
        assert len(call.args) == is_plural(text), "a number for a Plural, and for nothing else"
        assert placeholders(text) <= given
    assert given <= set().union(*map(placeholders, texts)), "nothing that no text asks for"


def test_no_text_is_put_together_with_another():
    assert not list(glued())


def test_no_text_is_looked_up_before_it_is_shown():
    scripts = ("cosmos_app.web.screens.", "cosmos_app.web.app")  # run at every click
    assert not [place for place in called_at_import() if not place[0].startswith(scripts)]

"""Waves in short: what the people of a workshop said, as comparisons take it."""

from dataclasses import replace

from hypothesis import strategies as st

from models.answers import AnswerSheet, Response
from models.layout import lay_out
from models.smallest_group import threshold
from models.wave import wave_of
from support.builders import depths, families, questionnaires, sheet_of, sheets_for, small

TWO = [{"id": "q1", "core": True, "scores": {"trust": 1}}, {"id": "q2", "scores": {"trust": 1}}]


FORM = lay_out(small(TWO))


def wave(written, layout=FORM, name="w", links=None, **more):
    """A room of people called name0, name1 and so on; *links* says as whom each sat in the room before."""
    people = [f"{name}{place}" for place in range(len(written))]
    given = {
        "id": name,
        "site": "Harbour",
        "initiative": "Home visits",
        "on": "2026-01-01",
        "depth": "full",
        "k": threshold(3),
        "people": people,
        "families": [None] * len(people),
        "same_as": links or (),
        **more,
    }
    return wave_of(layout, [one if isinstance(one, AnswerSheet) else sheet_of(one) for one in written], **given)


def said(*values):
    return [{"q1": value, "q2": value} for value in values]


def only(change, dimension="trust"):
    """One theme of a change."""
    return next(theme for theme in change.themes if theme.dimension == dimension)


def figures_only(told, n=5, **more):
    """A room of another server, of which only figures are known."""
    return replace(wave([], name="far", **more), answers=None, figures={"trust": told}, figures_n=n)


@st.composite
def drawn_rooms(draw):
    """A drawn questionnaire, laid out, and what the people of a room answered to it, with their families."""
    layout = lay_out(draw(questionnaires()))
    sheets = [
        AnswerSheet({name: Response(answer=answer) for name, answer in draw(sheets_for(layout.questionnaire)).items()})
        for _ in range(draw(st.integers(0, 6)))
    ]
    return layout, sheets, [draw(families) for _ in sheets]


@st.composite
def drawn_waves(draw):
    """The same as a wave."""
    layout, sheets, names = draw(drawn_rooms())
    return wave(sheets, layout, "a", depth=draw(depths), families=names)

"""Waves in short: what the people of a workshop said, as comparisons take it."""

from models.answers import AnswerSheet
from models.layout import lay_out
from models.smallest_group import threshold
from models.wave import wave_of
from support.builders import sheet_of, small

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

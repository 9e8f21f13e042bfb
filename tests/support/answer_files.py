"""A form with an item of every kind, and what is read of answers to it."""

from models.layout import lay_out
from support.builders import small

ITEMS = [
    {"id": "trust.listens", "core": True, "scores": {"trust": 1}},
    {"id": "trust.where", "kind": "choice", "options": [{"value": "home"}, {"value": "office"}], "asked_of": ["staff"]},
    {"id": "ways", "kind": "checklist", "options": [{"value": "talk"}, {"value": "letter"}, {"value": "form"}]},
    {"id": "people", "kind": "number", "min": 0},
    {"id": "more", "scores": {"trust": 1}, "show_if": {"item": "people", "at_least": 10}},
    {"id": "story", "kind": "text", "max_length": 30},
    {"id": "day", "kind": "date"},
    {"id": "felt", "kind": "experience"},
]
FORM = lay_out(small(ITEMS))
HEAD = ",".join(item["id"] for item in ITEMS)
NAMED = [item["id"] for item in ITEMS]


def column(file, item):
    first = FORM.by_id[item].first
    return file.answers.codes[:, first : first + FORM.by_id[item].width].tolist()

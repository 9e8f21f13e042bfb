"""Whole definition files of every shape that ``cosmos check`` passes, drawn by chance, and answers to them."""

from hypothesis import strategies as st

from models.answers import Value
from models.items import EXPERIENCES, KINDS
from models.silences import SILENCES
from support.draws import YES_OR_NO, a_number, one_of, some_of

ROLES = {
    "$schema": "./roles.schema.json",
    "families": [
        {"id": "staff", "title": "Works here", "roles": [{"id": "nurse", "title": "Nurse"}]},
        {"id": "citizens", "title": "Lives here", "roles": [{"id": "neighbour", "title": "Neighbour"}]},
    ],
    "unsaid": {"id": "rather-not-say", "title": "Rather not say"},
}
"""A catalogue of roles for such files; a person of each family, by the role they choose."""
EVERYBODY = (None, "nurse", "neighbour")

NAMES = ("a.b", "a-b", "a_b", "a", "b", "a.b-c", "a-b.c", "card", "x-card", "item-a", "again", "unlearned")
"""Ids that are easily taken for one another, or for the names of parts of a screen."""

SCALE = {"points": [{"value": 1, "label": "No"}, {"value": 2, "label": "Some"}, {"value": 5, "label": "Yes"}]}
SCORED = ("rubric", "rating", "choice", "checklist")
WITHOUT_CHOICES = ("number", "text", "date", "experience", "actor", "actors", "links")
POSITIONS = {
    "planning": ("professionals", "consulted", "together", "people-with-advice", "people"),
    "delivery": ("professionals", "shared-organisation", "shared-people", "people"),
}
_ON_A_MAP = [
    {
        "id": name,
        "kind": "choice",
        "ask": f"Who does the {axis}?",
        "core": True,
        "options": [{"value": position, "label": position.title()} for position in positions],
        "places": {"cosie-2021": axis},
    }
    for name, (axis, positions) in zip(("map.on", "map-on"), POSITIONS.items(), strict=True)
]


@st.composite
def documents(draw):
    """A questionnaire with items of many kinds; nearly all of them are free of errors."""
    dimensions = [f"{one_of(draw, NAMES)}{number}" for number in range(one_of(draw, (0, *range(3, 13))))]
    on_map = not dimensions or draw(YES_OR_NO)
    items = _items(draw, dimensions) + (_ON_A_MAP if on_map else [])
    return {
        "$schema": "./questionnaire.schema.json",
        "id": "drawn",
        "version": "1.0.0",
        "level": one_of(draw, ("project", "ecology", "platform")),
        "language": "en",
        "title": "A drawn questionnaire",
        "minutes": {"short": 1, "full": 2},
        "scales": {"steps": SCALE},
        "dimensions": [{"id": name, "title": name.title(), "min_answered": 0.5} for name in dimensions],
        "sections": _pages(draw, items),
        "scoring": _scoring(draw, dimensions, items),
        "tensions": _tensions(draw, dimensions, items),
        "readings": _readings(dimensions),
        "factors": ["policy-turn"],
        "placements": ["cosie-2021"] if on_map else [],
    }


def _items(draw, dimensions):
    """Items that score in every dimension, and others; sometimes the core is for one family, or is missing."""
    names = some_of(draw, NAMES, least=3)
    kinds = [one_of(draw, SCORED if dimensions else SCORED[2:]) for _ in names] + some_of(draw, WITHOUT_CHOICES)
    core, core_for = a_number(draw, 0, 19) > 0, one_of(draw, ((), (), ("staff",)))
    items = []
    for number, kind in enumerate(kinds):
        name = names[number] if number < len(names) else f"{kind}.{number}"
        item = {"id": name, "kind": kind, "ask": f"What {number}?", **_choices(draw, kind)}
        item["core"] = core and (number == 0 or draw(YES_OR_NO))
        if families := core_for if item["core"] else one_of(draw, ((), (), (), ("staff",), ("citizens",))):
            item["asked_of"] = list(families)
        if draw(YES_OR_NO):
            item |= {"outside": ["policy-turn"], "why": "It matters.", "ask_as": {"citizens": "And you?"}}
        if condition := _condition(draw, items, item):
            item["show_if"] = condition
        items.append(item)
    scored = items[: len(names)]
    for number, name in enumerate(dimensions):  # each counts somewhere
        scored[number % len(scored)].setdefault("scores", {})[name] = one_of(draw, (0.5, 1, 2))
    for item in scored[len(dimensions) :] if dimensions else ():
        item["scores"] = {dimensions[0]: 1}
    return items


def _choices(draw, kind):
    if kind in ("rubric", "rating"):
        described = {"descriptors": [f"It is so {number}." for number in range(3)]} if kind == "rubric" else {}
        return {"scale": "steps", **described}
    if kind in ("choice", "checklist"):
        options = [
            {"value": name, "label": name, "score": number} for number, name in enumerate(some_of(draw, NAMES, 2))
        ]
        return {"options": options}
    return {"number": {"min": 0, "max": 9, "unit": "people"}, "text": {"max_length": 30}}.get(kind, {})


def _condition(draw, before, item):
    """A condition on earlier items, for about a third of the items; core items wait for core ones alone."""
    others = [other for other in before if other["core"] or not item["core"]]
    if not others or a_number(draw, 0, 2):
        return None
    parts = [_atom(draw, other) for other in some_of(draw, others)[:2]]
    return {one_of(draw, ("any", "all")): parts} if len(parts) > 1 else one_of(draw, (parts[0], {"not": parts[0]}))


def _atom(draw, item):
    about = {"item": item["id"]}
    if a_number(draw, 0, 3) == 0 or item["kind"] in WITHOUT_CHOICES:
        return about | one_of(draw, ({"answered": False}, {"not_given": ["DK", "OUT"]}))
    if item["kind"] in ("rubric", "rating"):
        return about | one_of(draw, ({"at_least": 2}, {"is": 1}))
    return about | {"is" if item["kind"] == "choice" else "includes": item["options"][0]["value"]}


def _pages(draw, items):
    pages, rest = [], list(items)
    while rest:
        size = a_number(draw, 1, len(rest))
        page = {"id": f"page-{len(pages)}", "title": f"Page {len(pages)}", "items": rest[:size]}
        page |= one_of(draw, ({}, {"mode": "together"}, {"story": ["It was so."], "intro": "Look."}))
        pages.append(page)
        del rest[:size]
    return pages


def _scoring(draw, dimensions, items):
    if not dimensions or draw(YES_OR_NO):
        return {"rule": "weighted-mean"}
    rows = [{"when": _atom(draw, one_of(draw, items)), "score": 3.5}, {"score": 1}]
    return {"rule": "rule-table", "tables": dict.fromkeys(dimensions, rows)}


def _tensions(draw, dimensions, items):
    when = [{"dimension": name, "at_least": 2} for name in dimensions[:1]]
    return [{"id": "a.b", "when": {"any": [*when, _atom(draw, one_of(draw, items))]}, "ask": "How so?"}]


def _readings(dimensions):
    pillars = [
        {"title": f"Pillar {number}", "about": "It stands.", "dimensions": dimensions[:1]} for number in range(2)
    ]
    return [{"id": name, "title": name, "about": "So.", "pillars": pillars} for name in ("a.b", "a-b") if dimensions]


def answer_to(item, chance):
    """An answer of any kind to an item, from a source of chance."""
    if chance.random() < 0.3:
        return chance.choice([silence.answer() for silence in SILENCES.values()])
    values = [choice.value for choice in item.choices]
    if item.kind == "checklist":
        return Value(tuple(value for value in values if chance.random() < 0.5) or (values[0],))
    if KINDS[item.kind].choices != "none":
        return Value(chance.choice(values))
    in_words = {
        "number": chance.choice([bound for bound in (item.smallest, item.largest) if bound is not None] or [2.5]),
        "text": "In words of mine.",
        "date": "2026-03-31",
        "experience": chance.choice(EXPERIENCES),
        "actor": "The nurse",
        "actors": ("The nurse", "The neighbours"),
        "links": ("https://example.org",),
    }
    return Value(in_words[item.kind])

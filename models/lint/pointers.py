"""JSON Pointers to the parts of a definition, in authored order."""

from collections.abc import Iterable, Iterator, Mapping

from models.catalogues import Factors, Placement, PracticeCase, Roles
from models.conditions import Condition
from models.definition import Questionnaire
from models.items import Item
from models.problems import Problem, pointer

Place = tuple[str, str]
"""A JSON Pointer and what stands there: a text or an id."""

_ORDER = (
    *("id", "version", "level", "language", "kind", "core", "category", "direction", "name", "title", "summary"),
    *("minutes", "sources", "scales", "categories", "dimensions", "sections", "scoring", "placements", "factors"),
    *("readings", "pillars", "tensions", "when", "canvases", "families", "unsaid", "value", "label", "about", "axes"),
    *(
        "positions",
        "prompts",
        "cells",
        "ask",
        "ask_as",
        "asked_of",
        "min_answered",
        "discuss",
        "intro",
        "story",
        "mode",
    ),
    *("items", "why", "questions", "levels", "stages", "raise_if", "help"),
    *("score", "scale", "points", "descriptors", "options", "scores", "reverse", "outside", "places", "show_if"),
    *("min", "max", "unit", "max_length", "roles", "source"),
)
_RANK = {key: rank for rank, key in enumerate(_ORDER)}


def in_authored_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems by their places, in the order of the schemas."""

    def rank(problem: Problem) -> list[int]:
        steps = problem.pointer.split("/")[1:]
        return [int(step) if step.isdecimal() else _RANK.get(step, len(_RANK)) for step in steps]

    return sorted(problems, key=rank)


def item_places(questionnaire: Questionnaire) -> Iterator[tuple[str, Item]]:
    """Every item with its place."""
    for s, section in enumerate(questionnaire.sections):
        for i, item in enumerate(section.items):
            yield pointer("sections", s, "items", i), item


def condition_places(questionnaire: Questionnaire) -> Iterator[tuple[str, Condition]]:
    """The condition of every item that has one, with its place."""
    for at, item in item_places(questionnaire):
        if item.show_if is not None:
            yield f"{at}/show_if", item.show_if


def row_places(questionnaire: Questionnaire) -> Iterator[tuple[str, Condition]]:
    """The condition of every row of a rule table, with its place."""
    for dimension, rows in questionnaire.scoring.tables.items():
        for r, row in enumerate(rows):
            if row.when is not None:
                yield pointer("scoring", "tables", dimension, r, "when"), row.when


def tension_places(questionnaire: Questionnaire) -> Iterator[tuple[str, Condition]]:
    """The condition of every tension, with its place."""
    for t, tension in enumerate(questionnaire.tensions):
        yield pointer("tensions", t, "when"), tension.when


def questionnaire_texts(questionnaire: Questionnaire) -> Iterator[Place]:
    """Every text of a questionnaire that people read."""
    yield from _filled("", title=questionnaire.title, summary=questionnaire.summary)
    yield from _citations(questionnaire.sources.items())
    for name, scale in questionnaire.scales.items():
        for p, point in enumerate(scale.points):
            yield pointer("scales", name, "points", p, "label"), point.label
    for d, dimension in enumerate(questionnaire.dimensions):
        at = pointer("dimensions", d)
        yield from _filled(at, title=dimension.title, about=dimension.about)
        yield from _listed(f"{at}/discuss", dimension.discuss)
        yield from _filled(at, source=dimension.source)
    for s, section in enumerate(questionnaire.sections):
        yield from _filled(pointer("sections", s), title=section.title, intro=section.intro)
        yield from _listed(pointer("sections", s, "story"), section.story)
    for r, reading in enumerate(questionnaire.readings):
        at = pointer("readings", r)
        yield from _filled(at, title=reading.title, about=reading.about, source=reading.source)
        for p, pillar in enumerate(reading.pillars):
            yield from _filled(at + pointer("pillars", p), title=pillar.title, about=pillar.about)
    for t, tension in enumerate(questionnaire.tensions):
        yield from _filled(pointer("tensions", t), ask=tension.ask)
    for at, item in item_places(questionnaire):
        yield from _item_texts(at, item)


def factors_texts(factors: Factors) -> Iterator[Place]:
    """Every text of a catalogue of external factors that people read."""
    yield from _citations(factors.sources.items())
    for c, title in enumerate(factors.categories.values()):
        yield pointer("categories", c, "title"), title
    for f, factor in enumerate(factors.factors):
        at = pointer("factors", f)
        yield from _filled(at, name=factor.name, why=factor.why)
        yield from _listed(f"{at}/questions", factor.questions)
        yield from _filled(at, source=factor.source)


def roles_texts(roles: Roles) -> Iterator[Place]:
    """Every text of a catalogue of roles that people read."""
    for f, family in enumerate(roles.families):
        yield pointer("families", f, "title"), family.title
        for r, role in enumerate(family.roles):
            yield pointer("families", f, "roles", r, "title"), role.title
    yield "/unsaid/title", roles.unsaid.title


def placements_texts(placements: Mapping[str, Placement]) -> Iterator[Place]:
    """Every text of a catalogue of maps that people read."""
    for p, placement in enumerate(placements.values()):
        at = pointer("placements", p)
        yield from _filled(at, title=placement.title, about=placement.about)
        for name, axis in placement.axes.items():
            yield at + pointer("axes", name, "title"), axis.title
            for position, title in axis.positions.items():
                yield at + pointer("axes", name, "positions", position), title
        for n, place in enumerate(placement.places.values()):
            yield from _filled(at + pointer("places", n), title=place.title, about=place.about)
            yield from _listed(at + pointer("places", n, "prompts"), place.prompts)


def practice_texts(cases: Mapping[str, PracticeCase]) -> Iterator[Place]:
    """Every text of a catalogue of practice cases that people read."""
    for c, case in enumerate(cases.values()):
        at = pointer("cases", c)
        yield from _filled(at, title=case.title, about=case.about)
        yield from _listed(f"{at}/story", case.story)
        for i, readings in enumerate(case.readings.values()):
            for r, reading in enumerate(readings):
                yield at + pointer("items", i, "readings", r, "because"), reading.because


def _item_texts(at: str, item: Item) -> Iterator[Place]:
    yield f"{at}/ask", item.ask
    for family, stem in item.ask_as.items():
        yield at + pointer("ask_as", family), stem
    yield from _filled(at, why=item.why, help=item.help)
    yield from _listed(f"{at}/descriptors", item.descriptors)
    if not item.scale:
        for o, option in enumerate(item.choices):
            yield from _filled(at + pointer("options", o), label=option.label, help=option.help)
    yield from _filled(at, unit=item.unit, source=item.source)


def _citations(sources: Iterable[tuple[str, str]]) -> Iterator[Place]:
    for key, citation in sources:
        yield pointer("sources", key, "citation"), citation


def _listed(at: str, texts: Iterable[str]) -> Iterator[Place]:
    for index, text in enumerate(texts):
        yield f"{at}/{index}", text


def _filled(at: str, **texts: str) -> Iterator[Place]:
    for key, text in texts.items():
        if text:
            yield f"{at}/{key}", text

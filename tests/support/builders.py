"""What tests are made of: questionnaires from a table or a few keys, answers in short, and Hypothesis strategies."""

import json
from pathlib import Path

from hypothesis import strategies as st

from models.answers import AnswerSheet, Value
from models.catalogues import Family, Role, Roles
from models.conditions import All, AnyOf, ItemIs, Not
from models.definition import Dimension, Minutes, Questionnaire, Rule, Scoring, Section
from models.items import Choice, Item
from models.layout import lay_out
from models.parsing import parse_questionnaire
from models.parsing_catalogues import parse_factors, parse_roles
from models.scoring import NO_STAGE, score
from models.silences import BY_CODE, NON_VALUES, SILENCES, Skipped
from support.draws import YES_OR_NO, a_number, one_of, several, some_of

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "questionnaires"
STAGES = {"points": [{"value": value, "label": f"Stage {value}"} for value in range(5)]}
FAMILIES = ("citizens", "staff")


def shipped(name):
    return json.loads((SHIPPED / name).read_text(encoding="utf-8"))


QUESTIONNAIRE_SCHEMA = shipped("questionnaire.schema.json")
FACTORS_SCHEMA = shipped("factors.schema.json")


def document(*, items, dimensions=(), scales=None, **more):
    """The document of a questionnaire; *items* and *dimensions* say only what matters to the test."""
    ids = dict.fromkeys(dimension for item in items for dimension in item.get("scores", {}))
    listed = [{"title": one["id"], **one} for one in dimensions] or [{"id": one, "title": one} for one in ids]
    return {
        "$schema": "./questionnaire.schema.json",
        "id": "small",
        "version": "1.0.0",
        "level": "project",
        "language": "en",
        "title": "A small questionnaire",
        "minutes": {"short": 1, "full": 2},
        "scales": {"stage": STAGES, **(scales or {})},
        "dimensions": listed or [{"id": "trust", "title": "Trust"}],
        "sections": [{"id": "all", "title": "All", "items": [_item(item) for item in items]}],
        "scoring": {"rule": "weighted-mean"},
        **more,
    }


def _item(item):
    full = {"kind": "rating", "ask": f"What about {item['id']}?", **item}
    if full["kind"] in ("rubric", "rating"):
        full.setdefault("scale", "stage")
    if "options" in full:
        full["options"] = [{"label": option["value"], **option} for option in full["options"]]
    return full


def parsed(body):
    return parse_questionnaire(body, QUESTIONNAIRE_SCHEMA, "small.json")


def small(items, **more):
    """A questionnaire of items that say only what matters to the test; the rest is filled in."""
    return parsed(document(items=items, **more))


def questionnaire(table, **more):
    """A questionnaire of ratings from 0 to 4, from a table of weights: a row per item, a column per dimension.

    A blank cell is no weight; a ``-`` before a weight turns the item round.
    """
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in table.strip().splitlines()]
    dimensions = rows[0][1:]
    items = []
    for name, *cells in rows[1:]:
        weights = {dimension: cell for dimension, cell in zip(dimensions, cells, strict=True) if cell}
        items.append(
            {
                "id": name,
                "reverse": any(cell.startswith("-") for cell in weights.values()),
                "scores": {dimension: float(cell.removeprefix("-")) for dimension, cell in weights.items()},
            }
        )
    return small(items, **more)


def factors(listed):
    """A catalogue of factors that say only when they are raised."""
    filled = [
        {
            "category": "any",
            "direction": "both",
            "name": one["id"],
            "why": "It matters.",
            "questions": ["What of it?", "And then?"],
            "levels": ["project"],
            "stages": ["prompts"],
            "raise_if": {},
            **one,
        }
        for one in listed
    ]
    body = {"$schema": "./factors.schema.json", "categories": [{"id": "any", "title": "Any"}], "factors": filled}
    return parse_factors(body, FACTORS_SCHEMA, "factors.json")


def shipped_roles():
    return parse_roles(shipped("roles.json"), shipped("roles.schema.json"), "roles.json")


ROLES = Roles(
    families=tuple(
        Family(id=name, title=name.title(), roles=(Role(id=f"{name}-role", title=f"One of the {name}"),))
        for name in FAMILIES
    ),
    unsaid=Role(id="unsaid", title="Rather not say"),
)


def answer_of(written):
    """An answer as a case writes it: a value, a list, or "", "DK", "NA", "OUT"."""
    if isinstance(written, str) and written in NON_VALUES:
        return BY_CODE[written].answer()
    if written in ("", None):
        return Skipped()
    return Value(tuple(written) if isinstance(written, list) else written)


def sheet_of(written):
    sheet = AnswerSheet()
    for item, answer in written.items():
        sheet = sheet.record(item, answer_of(answer))
    return sheet


def kernel(definition, answers, depth="full", family=None, among=1, layout=None):
    """What the kernel says of one person, as ``naive.score_person`` does; *among* gives them equals."""
    layout = layout or lay_out(definition)
    sheet = AnswerSheet()
    for item, answer in answers.items():
        sheet = sheet.record(item, answer)
    scores = score(layout, layout.encode([sheet] * among, depth, [family] * among))
    return results(scores, among - 1)


def results(scores, row):
    """One row of the kernel's answer, as ``naive.score_person`` gives it."""
    found = {}
    for place, dimension in enumerate(scores.layout.questionnaire.dimensions):
        items, blocking = scores.blocking(place)
        numbers = [
            None if value != value else float(value)
            for value in (
                scores.score[row, place],
                scores.completeness[row, place],
                scores.lower[row, place],
                scores.upper[row, place],
            )
        ]
        stage = None if scores.stage[row, place] == NO_STAGE else int(scores.stage[row, place])
        found[dimension.id] = (
            *numbers,
            stage,
            [item.id for item, yes in zip(items, blocking[row], strict=True) if yes],
        )
    return found


# Strategies: small questionnaires of every shape that counts, and answers to them.

WEIGHTS = st.sampled_from([0.0, 0.01, 0.1, 0.3, 1.0, 1.0, 2.0, 2.5])
NO_VALUES = st.sampled_from([silence.answer() for silence in SILENCES.values()])
SCALES = st.sampled_from([(0, 1, 2, 3, 4), (1, 2, 3, 4, 5), (0, 1), (-2, 0, 5), (0, 1, 2, 3, 4, 5, 6)])
SCORED = ("rating", "rating", "choice", "checklist")


def choices_of(draw, kind):
    if kind == "rating":
        return tuple(Choice(value=value, label=str(value), score=value) for value in draw(SCALES))
    # Its ends must differ, and a checklist needs something to reach.
    more = [one_of(draw, (-1, 0, 0.25, 1, 2, 3)) for _ in range(a_number(draw, 0, 2))]
    worth = [one_of(draw, (-1, 0)), one_of(draw, (1, 2)), *more]
    return tuple(Choice(value="abcd"[place], label="-", score=one) for place, one in enumerate(worth))


def condition_on(draw, items, depth=2, states=True):
    """A condition on some of *items*; without *states* it looks at values alone."""
    if depth and draw(YES_OR_NO):
        parts = several(draw, lambda: condition_on(draw, items, depth - 1, states), 1, 3)
        return one_of(draw, (All(parts), AnyOf(parts), Not(parts[0])))
    item = one_of(draw, items)
    if states and a_number(draw, 0, 3) == 0:
        words = tuple(some_of(draw, ("DK", "NA", "OUT")))
        return ItemIs(item.id, *one_of(draw, (("answered", True), ("answered", False), ("not_given", words))))
    if item.kind == "number":
        return ItemIs(item.id, one_of(draw, ("is", "at_least", "at_most")), one_of(draw, (2, 2.5, 7)))
    value = one_of(draw, item.choices).value
    if item.kind == "checklist":
        return ItemIs(item.id, "includes", value)
    operator = one_of(draw, ("is", "is_one_of", *(["at_least", "at_most"] if item.kind == "rating" else [])))
    return ItemIs(item.id, operator, (value,) if operator == "is_one_of" else value)


@st.composite
def questionnaires(draw, rules=("weighted-mean", "rule-table"), conditional=True, thresholds=True, states=True):
    """A questionnaire of up to seven items and two dimensions."""
    dimensions = tuple(
        Dimension(
            id=name,
            title=name,
            about="",
            min_answered=one_of(draw, (0, 0.25, 0.5, 2 / 3, 1)) if thresholds else 0,
        )
        for name in ("trust", "power")[: a_number(draw, 1, 2)]
    )
    items = []
    for place in range(a_number(draw, 1, 7)):
        kind = one_of(draw, (*SCORED, "number") if conditional else SCORED)
        scored = kind != "number"
        members = some_of(draw, dimensions) if scored else []
        items.append(
            Item(
                id=f"q{place}",
                kind=kind,
                ask="-",
                core=draw(YES_OR_NO),
                asked_of=one_of(draw, ((), (), (), ("staff",), ("citizens", "staff"))),
                choices=choices_of(draw, kind) if scored else (),
                scores={dimension.id: draw(WEIGHTS) for dimension in members},
                reverse=scored and draw(YES_OR_NO),
                show_if=condition_on(draw, items, 2, states) if items and conditional and draw(YES_OR_NO) else None,
            )
        )
    rule = one_of(draw, rules)
    tables = {}
    if rule == "rule-table":
        points = (0, 0.5, 1, 2, 3.5, 4)
        for dimension in dimensions:
            rows = [
                Rule(when=condition_on(draw, items, 1, states), score=one_of(draw, points))
                for _ in range(a_number(draw, 0, 3))
            ]
            tables[dimension.id] = (*rows, Rule(when=None, score=one_of(draw, points)))
    return Questionnaire(
        id="drawn",
        version="1.0.0",
        level="project",
        language="en",
        title="-",
        summary="",
        minutes=Minutes(short=1, full=2),
        sources={},
        scales={},
        dimensions=dimensions,
        sections=(Section(id="all", title="All", items=tuple(items)),),
        scoring=Scoring(rule=rule, tables=tables),
    )


def value_of(draw, item):
    """A value that the item can have."""
    if item.kind == "number":
        return Value(one_of(draw, (1, 2, 2.25, 2.5, 3, 7, 9)))
    known = [choice.value for choice in item.choices]
    return Value(tuple(some_of(draw, known)) if item.kind == "checklist" else one_of(draw, known))


def answers_to(draw, definition, silent=True):
    """Answers by item id; with *silent* also every kind of silence."""
    return {
        item.id: draw(NO_VALUES) if silent and a_number(draw, 0, 3) == 0 else value_of(draw, item)
        for item in definition.items
    }


sheets_for = st.composite(answers_to)
values_of = st.composite(value_of)

depths = st.sampled_from(["short", "full"])
families = st.sampled_from([None, "staff", "citizens", "neighbours"])

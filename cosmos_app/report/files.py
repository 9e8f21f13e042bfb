"""Files of one visit: its answers as a row that ``cosmos score`` reads, and everything as JSON."""

import csv
import io
import json
from dataclasses import asdict

from cosmos_app.interchange.formulas import as_text
from cosmos_app.interchange.records import assessment_json, response_json
from cosmos_app.report.own_words import CAUTION_OF_ONE
from cosmos_app.visits import Visit, engine_version, store
from models.answers import Answer, Value, code_of


def answers_csv(visit: Visit) -> str:
    """The answers of a visit in one row, as DESIGN's ANSWERS: a column per item, blank where skipped."""
    out = io.StringIO()
    items = visit.questionnaire.items
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["respondent", "role", "depth", *(item.id for item in items)])
    cells = [_cell(visit.sheet.answer(item.id)) for item in items]
    writer.writerow(["1", visit.seat.role or "", visit.seat.depth, *cells])
    return out.getvalue()


def _cell(answer: Answer) -> str:
    if isinstance(answer, Value):
        return as_text(";".join(answer.value) if isinstance(answer.value, tuple) else str(answer.value))
    return code_of(answer) or ""


def bundle_json(visit: Visit) -> str:
    """Everything of a visit: answers with their reasons, what they give, and the definition they belong to."""
    held = store()
    workshop = visit.seat.workshop
    digest = visit.seat.definitions[visit.questionnaire.id]
    body = {
        "caution": CAUTION_OF_ONE,
        "example": visit.seat.example,
        "engine": engine_version(),
        "questionnaire": {"id": visit.questionnaire.id, "version": visit.questionnaire.version, "hash": digest},
        "depth": visit.seat.depth,
        "role": visit.seat.role,
        "answers": {item: response_json(response) for item, response in sorted(visit.sheet.responses.items())},
        "assessment": assessment_json(visit.assessment),
        "targets": dict(visit.targets),
        "thoughts": dict(held.thoughts(visit.seat.participant, visit.questionnaire.id)),
        "marks": dict(held.marks(workshop)),
        "own_factors": [asdict(own) for own in held.own_factors(workshop)],
        "definition": held.definition(digest),
    }
    return json.dumps(body, ensure_ascii=False, indent=2)

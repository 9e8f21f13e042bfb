"""Files of one visit: its answers as a row that ``cosmos score`` reads, and everything as JSON."""

import csv
import io
import json
from dataclasses import asdict

from cosmos_app.interchange.records import assessment_json, response_json
from cosmos_app.interchange.spreadsheet_safety import as_text
from cosmos_app.storage.current import store
from cosmos_app.texts.solo_report import CAUTION_OF_ONE
from cosmos_app.workshop.participation import Participation, engine_version
from models.answers import Answer, Value, code_of


def answers_csv(participation: Participation) -> str:
    """The answers of a visit in one row: a column per item, blank where skipped."""
    out = io.StringIO()
    items = participation.questionnaire.items
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["respondent", "role", "depth", *(item.id for item in items)])
    cells = [_cell(participation.sheet.answer(item.id)) for item in items]
    writer.writerow(["1", participation.seat.role or "", participation.seat.depth, *cells])
    return out.getvalue()


def _cell(answer: Answer) -> str:
    if isinstance(answer, Value):
        return as_text(";".join(answer.value) if isinstance(answer.value, tuple) else str(answer.value))
    return code_of(answer) or ""


def bundle_json(participation: Participation) -> str:
    """Everything of a visit: answers with their reasons, what they give, and the definition they belong to."""
    kept = store()
    workshop = participation.seat.workshop
    digest = participation.seat.definitions[participation.questionnaire.id]
    body = {
        "caution": CAUTION_OF_ONE(),
        "example": participation.seat.example,
        "engine": engine_version(),
        "questionnaire": {
            "id": participation.questionnaire.id,
            "version": participation.questionnaire.version,
            "hash": digest,
        },
        "depth": participation.seat.depth,
        "role": participation.seat.role,
        "answers": {item: response_json(response) for item, response in sorted(participation.sheet.responses.items())},
        "assessment": assessment_json(participation.assessment),
        "targets": dict(participation.targets),
        "thoughts": dict(kept.thoughts(participation.seat.participant, participation.questionnaire.id)),
        "marks": dict(kept.loci(workshop)),
        "own_factors": [asdict(own) for own in kept.own_factors(workshop)],
        "definition": kept.definition(digest),
    }
    return json.dumps(body, ensure_ascii=False, indent=2)

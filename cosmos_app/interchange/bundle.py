"""Files of one visit: its answers as a row that ``cosmos score`` reads, and everything as JSON."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from cosmos_app.storage import Store
from cosmos_app.visits import Visit, engine_version, store
from models.answers import CODES, Answer, DontKnow, Evidence, Response, Skipped, Value, code_of
from models.assessment import Assessment

CAUTION = (
    "A reflection of one person's answers on one day, to talk about. Not a measurement of a service, and nothing to "
    "rank or compare services by."
)
"""Stands in every file that leaves the app."""


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
        written = ";".join(answer.value) if isinstance(answer.value, tuple) else str(answer.value)
        # A spreadsheet would run a text that looks like a formula.
        return (
            f"'{written}"
            if written.startswith(("=", "+", "-", "@", "\t")) and isinstance(answer.value, str)
            else written
        )
    return code_of(answer) or ""


def bundle_json(visit: Visit) -> str:
    """Everything of a visit: answers with their reasons, what they give, and the definition they belong to."""
    held: Store = store()
    workshop = visit.seat.workshop
    digest = visit.seat.definitions[visit.questionnaire.id]
    body = {
        "caution": CAUTION,
        "example": visit.seat.example,
        "engine": engine_version(),
        "questionnaire": {"id": visit.questionnaire.id, "version": visit.questionnaire.version, "hash": digest},
        "depth": visit.seat.depth,
        "role": visit.seat.role,
        "answers": {item: response_json(response) for item, response in sorted(visit.sheet.responses.items())},
        "assessment": assessment_json(visit.assessment),
        "targets": dict(visit.targets),
        "factor_marks": dict(held.factor_marks(workshop)),
        "own_factors": [asdict(own) for own in held.own_factors(workshop)],
        "definition": held.definition(digest),
    }
    return json.dumps(body, ensure_ascii=False, indent=2)


def response_json(response: Response) -> Mapping[str, Any]:
    """A response as JSON: a value or a code (DK, NA, OUT, "" for skipped), with whatever was added."""
    answer = response.answer
    said: dict[str, Any] = {"value": answer.value} if isinstance(answer, Value) else {"code": code_of(answer)}
    if note := getattr(answer, "reason", "") or getattr(answer, "note", ""):
        said["note"] = note
    if response.why:
        said["why"] = response.why
    if response.known_by:
        said["known_by"] = response.known_by
    if response.evidence:
        said["evidence"] = asdict(response.evidence)
    return said


def assessment_json(assessment: Assessment) -> Mapping[str, Any]:
    """What an assessment found, as JSON: scores in 0-4, null where there is none."""
    return {
        "dimensions": {
            result.dimension.id: {
                "score": result.score,
                "completeness": result.completeness,
                "lower": result.lower,
                "upper": result.upper,
                "stage": result.stage,
                "blocked_by": [item.id for item in result.blocked_by],
            }
            for result in assessment.dimensions
        },
        "factors": [
            {"id": one.factor.id, "strength": one.strength, "because": list(one.because)}
            for one in assessment.external_factors
        ],
        "outside_our_control": [card.item for card in assessment.cards],
    }


def response_from_json(said: Mapping[str, Any]) -> Response:
    """The response that ``response_json`` wrote.

    Raises:
        KeyError: If it holds neither a value nor a known code.
    """
    answer: Answer
    if "value" in said:
        value = said["value"]
        answer = Value(tuple(value) if isinstance(value, list) else value)
    elif said["code"] == "":
        answer = Skipped()
    else:
        kind = CODES[said["code"]]
        answer = DontKnow() if kind is DontKnow else kind(said.get("note", ""))
    evidence = said.get("evidence")
    return Response(
        answer=answer,
        why=said.get("why", ""),
        evidence=Evidence(**evidence) if evidence else None,
        known_by=said.get("known_by"),
    )

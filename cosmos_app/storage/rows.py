"""Responses as rows, and back; the caller has validated them (``models.answers.fault_of``)."""

from collections.abc import Mapping
from typing import Any, assert_never

from models.answers import (
    Answer,
    DontKnow,
    Evidence,
    NotApplicable,
    OutsideOurControl,
    Response,
    Skipped,
    Value,
)

SAID = ("state", "value", "note", "why", "evidence", "known_by")
"""The columns that hold a response."""

WITHDRAWN: Mapping[str, Any] = {
    "state": "withdrawn",
    "value": None,
    "note": "",
    "why": "",
    "evidence": None,
    "known_by": None,
}
"""The log's line for an answer taken back; no response, and never in ``answer``."""


def row_of(response: Response) -> dict[str, Any]:
    """The columns SAID for a response."""
    state, value, note = _answer_columns(response.answer)
    evidence = response.evidence
    return {
        "state": state,
        "value": value,
        "note": note,
        "why": writable(response.why),
        "evidence": None
        if evidence is None
        else {
            "link": writable(evidence.link),
            "date": writable(evidence.date),
            "note": writable(evidence.note),
        },
        "known_by": response.known_by,
    }


def response_of(row: Mapping[str, Any]) -> Response:
    """The response that a row of ``answer`` holds."""
    return Response(
        answer=_answer_of(row),
        why=row["why"],
        evidence=None if row["evidence"] is None else Evidence(**row["evidence"]),
        known_by=row["known_by"],
    )


def writable(text: str) -> str:
    r"""The text without what some database can't hold: NUL (PostgreSQL), halves of surrogate pairs (both).

    >>> writable("in\x00side \ud83d")
    'inside '
    """
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")


def _answer_columns(answer: Answer) -> tuple[str, Any, str]:
    """State, value and note; a tuple goes in as a list, which JSON has."""
    match answer:
        case Value(tuple(several)):
            return "value", [writable(one) for one in several], ""
        case Value(str(text)):
            return "value", writable(text), ""
        case Value(number):
            return "value", number, ""
        case DontKnow():
            return "dont_know", None, ""
        case NotApplicable(reason):
            return "not_applicable", None, writable(reason)
        case OutsideOurControl(note):
            return "outside_our_control", None, writable(note)
        case Skipped():
            return "skipped", None, ""
        case _:
            assert_never(answer)


def _answer_of(row: Mapping[str, Any]) -> Answer:
    match row["state"]:
        case "value":
            value = row["value"]
            return Value(tuple(value) if isinstance(value, list) else value)
        case "dont_know":
            return DontKnow()
        case "not_applicable":
            return NotApplicable(row["note"])
        case "outside_our_control":
            return OutsideOurControl(row["note"])
        case "skipped":
            return Skipped()
        case unknown:
            raise ValueError(f"no answer has the state {unknown!r}")

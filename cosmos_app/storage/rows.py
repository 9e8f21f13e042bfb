"""Responses as rows of tables, and back; the caller has validated them (``models.answers.fault_of``)."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from cosmos_app.storage.errors import StoreError
from models.answers import LONGEST_NOTE, Answer, Evidence, Response, Value
from models.silences import SILENCES, silence_of

Given = int | float | str | tuple[str, ...]
"""The types of a value: see ``models.answers.Value``."""

LONGEST_VALUE = 20_000
"""Letters of an answer in one's own words; a questionnaire may ask for fewer."""

RESPONSE_COLUMNS = ("state", "value", "note", "why", "evidence", "known_by")
"""The columns that hold a response."""

WITHDRAWN: Mapping[str, Any] = {
    "state": "withdrawn",
    "value": None,
    "note": "",
    "why": "",
    "evidence": None,
    "known_by": None,
}
"""The log's line for a withdrawn answer; it is no response, and never in ``answer``."""


def response_row(response: Response) -> dict[str, Any]:
    """A response as ``RESPONSE_COLUMNS``."""
    state, value, note = _answer_columns(response.answer)
    return {
        "state": state,
        "value": value,
        "note": note,
        "why": storable(response.why),
        "evidence": evidence_to_json(response.evidence),
        "known_by": response.known_by,
    }


def response_in(row: Mapping[str, Any]) -> Response:
    """The response that a row of ``answer`` holds."""
    return Response(
        answer=answer_in(row["state"], row["value"], row["note"]),
        why=row["why"],
        evidence=evidence_from_json(row["evidence"]),
        known_by=row["known_by"],
    )


def answer_in(state: str, value: Any, note: str) -> Answer:
    """The answer that three columns of a row hold."""
    if state == "value":
        return Value(value_from_json(value))
    if state not in SILENCES:
        raise ValueError(f"no answer has the state {state!r}")
    return SILENCES[state].answer(note)


def value_to_json(value: Given) -> int | float | str | list[str]:
    """A value as JSON has it: a tuple becomes a list."""
    match value:
        case tuple(values):
            return [storable(chosen, LONGEST_VALUE) for chosen in values]
        case str(text):
            return storable(text, LONGEST_VALUE)
        case number:
            return number


def value_from_json(stored: Any) -> Any:
    """The value that a row holds; None if it holds none."""
    return tuple(stored) if isinstance(stored, list) else stored


def evidence_to_json(evidence: Evidence | None) -> dict[str, str] | None:
    """An evidence as JSON; None if there is none."""
    return None if evidence is None else {name: storable(text) for name, text in asdict(evidence).items()}


def evidence_from_json(stored: Mapping[str, str] | None) -> Evidence | None:
    """The evidence that a row holds; None if it holds none."""
    return None if stored is None else Evidence(**stored)


def storable(text: str, longest: int = LONGEST_NOTE) -> str:
    r"""The text without what a database can't hold: NUL (PostgreSQL), halves of surrogate pairs (both).

    Args:
        text: As somebody wrote it; our pages take no more than *longest* letters, but requests may come from elsewhere.
        longest: How many letters are kept.

    Raises:
        StoreError: If it is longer.

    >>> storable("in\x00side \ud83d")
    'inside '
    """
    if len(text) > longest:
        raise StoreError("too-long", letters=len(text), most=longest)
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")


def _answer_columns(answer: Answer) -> tuple[str, Any, str]:
    """The columns state, value and note."""
    if isinstance(answer, Value):
        return "value", value_to_json(answer.value), ""
    silence = silence_of(answer)
    return silence.id, None, storable(silence.note_of(answer))

"""Responses as rows, and back; the caller has validated them (``models.answers.fault_of``)."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from cosmos_app.storage.errors import StoreError
from models.answers import LONGEST_NOTE, Answer, Evidence, Response, Value
from models.silences import SILENCES, silence_of

Given = int | float | str | tuple[str, ...]
"""What a value is: see ``models.answers.Value``."""

LONGEST_VALUE = 20_000
"""Letters of an answer in one's own words; a questionnaire may ask for fewer."""

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
    return {
        "state": state,
        "value": value,
        "note": note,
        "why": writable(response.why),
        "evidence": evidence_row(response.evidence),
        "known_by": response.known_by,
    }


def response_of(row: Mapping[str, Any]) -> Response:
    """The response that a row of ``answer`` holds."""
    return Response(
        answer=answer_of(row["state"], row["value"], row["note"]),
        why=row["why"],
        evidence=evidence_of(row["evidence"]),
        known_by=row["known_by"],
    )


def answer_of(state: str, value: Any, note: str) -> Answer:
    """The answer that three columns of a row hold."""
    if state == "value":
        return Value(value_of(value))
    if state not in SILENCES:
        raise ValueError(f"no answer has the state {state!r}")
    return SILENCES[state].answer(note)


def value_row(value: Given) -> int | float | str | list[str]:
    """A value as JSON has it: a tuple goes in as a list."""
    match value:
        case tuple(several):
            return [writable(one, LONGEST_VALUE) for one in several]
        case str(text):
            return writable(text, LONGEST_VALUE)
        case number:
            return number


def value_of(kept: Any) -> Any:
    """The value that a row holds; None if it holds none."""
    return tuple(kept) if isinstance(kept, list) else kept


def evidence_row(evidence: Evidence | None) -> dict[str, str] | None:
    """What of an evidence is kept."""
    return None if evidence is None else {name: writable(text) for name, text in asdict(evidence).items()}


def evidence_of(kept: Mapping[str, str] | None) -> Evidence | None:
    """The evidence that a row holds; None if it holds none."""
    return None if kept is None else Evidence(**kept)


def writable(text: str, longest: int = LONGEST_NOTE) -> str:
    r"""The text without what some database can't hold: NUL (PostgreSQL), halves of surrogate pairs (both).

    Args:
        text: As somebody wrote it; a page asks for no more than *longest* letters, but not everyone uses our pages.
        longest: How many letters are kept.

    Raises:
        StoreError: If it is longer.

    >>> writable("in\x00side \ud83d")
    'inside '
    """
    if len(text) > longest:
        raise StoreError("too-long", letters=len(text), most=longest)
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")


def _answer_columns(answer: Answer) -> tuple[str, Any, str]:
    """State, value and note."""
    if isinstance(answer, Value):
        return "value", value_row(answer.value), ""
    silence = silence_of(answer)
    return silence.id, None, writable(silence.note_of(answer))

"""The form of a response: taken apart into what the widgets of a question hold, and put together again."""

from collections.abc import Mapping
from typing import Any

from cosmos_app.texts.message import paragraph
from cosmos_app.texts.problems.answers import answer_fault
from cosmos_app.texts.solo.questions import NOT_KEPT_YET, WRITE_THE_DATE
from cosmos_app.texts.values import choices_of
from models.answers import Answer, Evidence, Response, Value, fault_of, link_fault
from models.items import Item
from models.silences import SILENCES, Silence, silence_of

Parts = Mapping[str, Any]
"""What the widgets of one question hold, by the name of the part; see ``apart``."""


def apart(item: Item, response: Response | None) -> dict[str, Any]:
    """What each widget of a question holds for a response.

    Returns:
        ``choice``: the chosen situation or silence, None for none; ``open``: a text or number; ``tick-…``: whether
        that box is ticked; ``note-…``: the words to a silence; and what was added: ``why``, ``known-by``,
        ``evidence-note``, ``evidence-link``, ``evidence-date``.
    """
    answer = response.answer if response else None
    value = answer.value if isinstance(answer, Value) else None
    ticked = value if item.kind == "checklist" and isinstance(value, tuple) else ()
    evidence = (response and response.evidence) or Evidence()
    return {
        "choice": _option(item, answer),
        "open": _written(item, None if choices_of(item) else value),
        **{f"tick-{choice.value}": choice.value in ticked for choice in item.choices if item.kind == "checklist"},
        **{f"note-{silence.id}": _note(silence, answer) for silence in SILENCES.values() if silence.note},
        "why": response.why if response else "",
        "known-by": response.known_by if response else None,
        "evidence-note": evidence.note,
        "evidence-link": evidence.link,
        "evidence-date": evidence.date,
    }


def revised(item: Item, kept: Response | None, changed: Parts) -> Response | None:
    """The response after some widgets changed; None if there is no answer any more.

    Args:
        item: The item.
        kept: What is kept so far; it stands wherever a widget holds what can't be kept.
        changed: What the changed widgets hold now.
    """
    parts = {**apart(item, kept), **displaced(item, changed), **changed}
    answer = answer_in(item, parts)
    if answer is None:
        return None
    if fault_of(item, answer):
        return kept
    before = (kept and kept.evidence) or Evidence()
    link, day = _clean(parts["evidence-link"]), _clean(parts["evidence-date"])
    evidence = Evidence(
        link=before.link if link and link_fault(link) else link,
        date=before.date if day and not _is_day(day) else day,
        note=_clean(parts["evidence-note"]),
    )
    return Response(
        answer=answer,
        why=_clean(parts["why"]),
        evidence=None if evidence == Evidence() else evidence,
        known_by=parts["known-by"],
    )


def displaced(item: Item, changed: Parts) -> Parts:
    """What a change clears: a silence clears the value, and a value the silence."""
    values_apart = {part: start for part, start in apart(item, None).items() if part.startswith(("open", "tick-"))}
    if changed.get("choice") is not None:
        return values_apart
    return {"choice": None} if values_apart.keys() & changed.keys() else {}


def answer_in(item: Item, parts: Parts) -> Answer | None:
    """The answer that widgets hold, valid or not; None if there is none."""
    chosen = parts["choice"]
    if chosen is None:
        return _open_answer(item, parts)
    if chosen in SILENCES:
        return SILENCES[chosen].answer(_clean(parts.get(f"note-{chosen}")))
    return Value(next(value for value in choices_of(item) if f"value:{value}" == chosen))


def faults(item: Item, parts: Parts) -> list[str]:
    """What the widgets hold that can't be kept, each in a sentence."""
    answer = answer_in(item, parts)
    link, day = _clean(parts["evidence-link"]), _clean(parts["evidence-date"])
    found = [
        fault_of(item, answer) if answer else None,
        link_fault(link) if link else None,
    ]
    sentences = [answer_fault(fault) for fault in found if fault]
    if day and not _is_day(day):
        sentences.append(WRITE_THE_DATE())
    return [paragraph(sentence, NOT_KEPT_YET()) for sentence in sentences]


def _option(item: Item, answer: Answer | None) -> str | None:
    match answer:
        case None:
            return None
        case Value(chosen):
            option = f"value:{chosen}"
            return option if option in {f"value:{value}" for value in choices_of(item)} else None
        case silence:
            return silence_of(silence).id


def _note(silence: Silence, answer: Answer | None) -> str:
    """What a person added to this silence; "" if they chose something else."""
    return silence.note_of(answer) if isinstance(answer, silence.kind) else ""


def _written(item: Item, value: object) -> str | float | None:
    if item.kind == "number":
        return float(value) if isinstance(value, int | float) else None
    if isinstance(value, tuple):
        return "\n".join(value)
    return "" if value is None else str(value)


def _open_answer(item: Item, parts: Parts) -> Answer | None:
    if item.kind == "checklist":
        ticked = tuple(str(choice.value) for choice in item.choices if parts[f"tick-{choice.value}"])
        return Value(ticked) if ticked else None
    held = parts["open"]
    if item.kind == "number":
        return None if held is None else Value(int(held) if float(held).is_integer() else float(held))
    if item.kind in ("actors", "links"):
        lines = tuple(line.strip() for line in _clean(held).splitlines() if line.strip())
        return Value(lines) if lines else None
    return Value(_clean(held)) if _clean(held) else None


def _clean(text: str | None) -> str:
    return (text or "").strip()


def _is_day(text: str) -> bool:
    return not fault_of(Item(id="day", kind="date", ask=""), Value(text))

"""Writes answers, assessments and groups as JSON, and reads answers back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from models.answers import Answer, Evidence, Response, Value, code_of
from models.assessment import Assessment
from models.descriptives import ItemSummary
from models.group_scores import DimensionSummary
from models.silences import BY_CODE, silence_of
from models.summary import GroupSummary, HiddenGroup


def response_json(response: Response) -> Mapping[str, Any]:
    """A response as JSON: a value or a code (DK, NA, OUT, "" for skipped), with whatever was added."""
    answer = response.answer
    written: dict[str, Any] = {"value": answer.value} if isinstance(answer, Value) else {"code": code_of(answer)}
    if not isinstance(answer, Value) and (note := silence_of(answer).note_of(answer)):
        written["note"] = note
    if response.why:
        written["why"] = response.why
    if response.known_by:
        written["known_by"] = response.known_by
    if response.evidence:
        written["evidence"] = asdict(response.evidence)
    return written


def assessment_json(assessment: Assessment) -> Mapping[str, Any]:
    """An assessment as JSON: scores in 0-4, null where there is none."""
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
            {"id": raised.factor.id, "strength": raised.strength, "because": list(raised.because)}
            for raised in assessment.external_factors
        ],
        "placements": {
            placed.placement.id: {at: list(keys) for at, keys in placed.cells.items()}
            for placed in assessment.placements
        },
        "outside_our_control": [card.item for card in assessment.cards],
    }


def response_from_json(written: Mapping[str, Any]) -> Response:
    """The response that ``response_json`` wrote.

    Raises:
        KeyError: If it holds neither a value nor a known code.
    """
    return Response(
        answer=_answer(written),
        why=written.get("why", ""),
        evidence=Evidence(**written["evidence"]) if "evidence" in written else None,
        known_by=written.get("known_by"),
    )


def _answer(written: Mapping[str, Any]) -> Answer:
    match written:
        case {"value": list(several)}:
            return Value(tuple(several))
        case {"value": value}:
            return Value(value)
        case {"code": str(code)} if code in BY_CODE:
            return BY_CODE[code].answer(written.get("note", ""))
        case _:
            raise KeyError(written)


def groups_json(groups: Sequence[GroupSummary | HiddenGroup], *, to_keep: bool = False) -> dict[str, Any]:
    """Groups as the JSON document that other programs read; of hidden groups only that they are hidden.

    Args:
        groups: What may be disclosed of each.
        to_keep: Whether it is for our own store, which keeps of a factor too how many people's answers settle it.
    """
    return {"groups": [_group(group, to_keep=to_keep) for group in groups]}


def _group(group: GroupSummary | HiddenGroup, *, to_keep: bool) -> dict[str, Any]:
    if isinstance(group, HiddenGroup):
        return {"by": dict(group.by), "n": None, "suppressed": True}
    hidden = {"n": None}
    return {
        "by": dict(group.by),
        "n": group.n,
        "suppressed": False,
        "dimensions": {name: _scores(scores) if scores else hidden for name, scores in group.dimensions.items()},
        "items": {name: item_json(summary) if summary else hidden for name, summary in group.items.items()},
        "placements": {
            name: {
                at: {table: asdict(counts) if counts else hidden for table, counts in tables.items()}
                for at, tables in moments.items()
            }
            for name, moments in group.placements.items()
        },
        "factors": [
            {"id": raised.factor.id, "strength": raised.strength, "because": list(raised.because)}
            | ({"n": raised.known} if to_keep else {})
            for raised in group.factors
        ],
    }


def factors_for_others(factors: Iterable[Mapping[str, Any]], k: int) -> list[Mapping[str, Any]]:
    """Those of a group's factors that may be disclosed outside the room: at least *k* people's answers decide them.

    The room itself may have been shown more, because everybody in it may agree to that. Stored factors that lack the
    number of people, because they were kept by an earlier version, are left out.

    Args:
        factors: As ``groups_json`` writes them to keep.
        k: Smallest group that the room may show, in people.
    """
    return [factor for factor in factors if factor.get("n", 0) >= k]


def item_json(summary: ItemSummary) -> dict[str, Any]:
    """How a group answered an item, with a count of each silence beside the others."""
    body = asdict(summary)
    return {**{name: value for name, value in body.items() if name != "silences"}, **summary.silences}


def _scores(scores: DimensionSummary) -> dict[str, Any]:
    """The figures that other programs may rely on; a summary holds more."""
    names = ("n", "mean", "items", "asked", "median", "sd")
    return {name: getattr(scores, name) for name in names}

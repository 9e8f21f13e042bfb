"""Answers, assessments and groups as JSON, and answers back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from models.answers import Answer, Evidence, Response, Value, code_of
from models.assessment import Assessment
from models.descriptives import DimensionSummary, ItemSummary
from models.silences import BY_CODE, silence_of
from models.summary import GroupSummary, HiddenGroup


def response_json(response: Response) -> Mapping[str, Any]:
    """A response as JSON: a value or a code (DK, NA, OUT, "" for skipped), with whatever was added."""
    answer = response.answer
    said: dict[str, Any] = {"value": answer.value} if isinstance(answer, Value) else {"code": code_of(answer)}
    if not isinstance(answer, Value) and (note := silence_of(answer).note_of(answer)):
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
        "placements": {
            placed.placement.id: {at: list(keys) for at, keys in placed.cells.items()}
            for placed in assessment.placements
        },
        "outside_our_control": [card.item for card in assessment.cards],
    }


def response_from_json(said: Mapping[str, Any]) -> Response:
    """The response that ``response_json`` wrote.

    Raises:
        KeyError: If it holds neither a value nor a known code.
    """
    return Response(
        answer=_answer(said),
        why=said.get("why", ""),
        evidence=Evidence(**said["evidence"]) if "evidence" in said else None,
        known_by=said.get("known_by"),
    )


def _answer(said: Mapping[str, Any]) -> Answer:
    match said:
        case {"value": list(several)}:
            return Value(tuple(several))
        case {"value": one}:
            return Value(one)
        case {"code": str(code)} if code in BY_CODE:
            return BY_CODE[code].answer(said.get("note", ""))
        case _:
            raise KeyError(said)


def groups_json(groups: Sequence[GroupSummary | HiddenGroup], *, to_keep: bool = False) -> dict[str, Any]:
    """Groups as the JSON document that other programs read; of what is hidden only that it is.

    Args:
        groups: What may be told of each.
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
        "dimensions": {name: _scores(one) if one else hidden for name, one in group.dimensions.items()},
        "items": {name: item_json(summary) if summary else hidden for name, summary in group.items.items()},
        "placements": {
            name: {
                at: {table: asdict(one) if one else hidden for table, one in tables.items()}
                for at, tables in moments.items()
            }
            for name, moments in group.placements.items()
        },
        "factors": [
            {"id": one.factor.id, "strength": one.strength, "because": list(one.because)}
            | ({"n": one.known} if to_keep else {})
            for one in group.factors
        ],
    }


def factors_for_others(factors: Iterable[Mapping[str, Any]], k: int) -> list[Mapping[str, Any]]:
    """Those of a group's factors that may be told outside the room: as many people's answers settle them as promised.

    In the room more may have been shown, for there everybody may agree to it. A factor that was kept before it was
    kept how many people settle it is not told.

    Args:
        factors: As ``groups_json`` writes them to keep.
        k: Smallest group that the room may show, in people.
    """
    return [one for one in factors if one.get("n", 0) >= k]


def item_json(summary: ItemSummary) -> dict[str, Any]:
    """How a group answered an item, with a count of each silence beside the others."""
    body = asdict(summary)
    return {**{name: value for name, value in body.items() if name != "silences"}, **summary.silences}


def _scores(one: DimensionSummary) -> dict[str, Any]:
    """As agreed with other programs: whatever else a summary holds is not theirs to rely on."""
    return {"n": one.n, "mean": one.mean, "median": one.median, "sd": one.sd}

"""What a reader should see in each picture of a profile, for those who don't see it."""

from collections.abc import Callable, Sequence

from cosmos_app.charts.axes import Axis, number

FAR = 1.0
"""How far from its target a score is when it is worth a word: one stage."""


def radar_alt(rows: tuple[Axis, ...]) -> str:
    """What to see in the radar: how far out the line runs, where it is broken, where the dashed line is far from it."""
    scored = [axis for axis in rows if axis.score is not None]
    told = [f"Radar with {len(rows)} themes, from 0 at the middle to 4 at the rim."]
    told += _extremes(scored)
    told += _gaps(rows)
    told += _far(scored)
    return " ".join((*told, _list(rows)))


def dots_alt(rows: tuple[Axis, ...]) -> str:
    """What to see in the dots: where answers agree or lie apart, and where missing ones leave the score open."""
    told = [f"Dots: the answers behind the score of {len(rows)} themes, each in a line from 0 to 4."]
    apart = _top([axis for axis in rows if _spread(axis) >= FAR], _spread)
    if apart:
        told.append(f"Answers lie farthest apart in {_named(apart)}: {_spread(apart[0]):g} of 4.")
    elif any(len(axis.answers) > 1 for axis in rows):
        told.append("The answers of each theme lie close together.")
    wide = _top([axis for axis in rows if axis.is_open], _openness)
    if wide:
        told.append(f"Missing answers leave most open in {_named(wide)}: {wide[0].between}.")
    told += _gaps(rows)
    told += _far([axis for axis in rows if axis.score is not None])
    return " ".join((*told, _list(rows)))


def _extremes(scored: Sequence[Axis]) -> list[str]:
    """The highest and the lowest, in so far as they differ."""
    if not scored:
        return ["There is no score yet."]
    high, low = _top(scored, _score), _top(scored, lambda axis: -_score(axis))
    if _score(high[0]) == _score(low[0]):
        return [f"Every score is {number(high[0].score)}."]
    return [f"Highest: {_named(high)}, {number(high[0].score)}. Lowest: {_named(low)}, {number(low[0].score)}."]


def _gaps(rows: Sequence[Axis]) -> list[str]:
    missing = [axis for axis in rows if axis.score is None]
    return [f"Too few answers for a score, so a gap: {_named(missing)}."] if missing else []


def _far(scored: Sequence[Axis]) -> list[str]:
    """Where people want to be is a stage or more away, or that it is nowhere so far."""
    aimed = [axis for axis in scored if axis.target is not None]
    if not aimed:
        return []
    most = _top(aimed, _distance)
    if _distance(most[0]) < FAR:
        return ["Where you want to be is less than one stage away everywhere."]
    return [f"Farthest from where you want to be: {_named(most)}, {number(_distance(most[0]))} away."]


def _list(rows: Sequence[Axis]) -> str:
    parts = []
    for axis in rows:
        score = "no score" if axis.score is None else number(axis.score)
        parts.append(f"{axis.title}: {score}" + ("" if axis.target is None else f", target {number(axis.target)}"))
    return "All scores: " + "; ".join(parts) + "."


def _top(rows: Sequence[Axis], size: Callable[[Axis], float]) -> list[Axis]:
    """Those of the largest size, as it is read: to one decimal."""
    most = max((round(size(axis), 1) for axis in rows), default=None)
    return [axis for axis in rows if round(size(axis), 1) == most]


def _named(rows: Sequence[Axis]) -> str:
    """Names in a row, at most three.

    >>> _named(())
    ''
    """
    names = [axis.title for axis in rows[:3]]
    if len(rows) > len(names):
        return f"{', '.join(names)} and {len(rows) - len(names)} more"
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _score(axis: Axis) -> float:
    return axis.score or 0.0


def _spread(axis: Axis) -> float:
    return max(axis.answers, default=0.0) - min(axis.answers, default=0.0)


def _openness(axis: Axis) -> float:
    return (axis.upper or 0.0) - (axis.lower or 0.0)


def _distance(axis: Axis) -> float:
    return abs((axis.target or 0.0) - _score(axis))

"""What a reader should see in each picture of a profile or of a room's answers, for those who don't see it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from cosmos_app.outputs.charts.group_view_models import Choice, GroupRow, Spoke, people
from cosmos_app.outputs.charts.view_models import Axis
from cosmos_app.texts.numbers import number
from cosmos_app.texts.room.dots import NOT_SHOWN
from models.agreement import Shape

FAR = 1.0
"""How far from its target a score is when it is worth a word: one stage."""

SHAPES: Mapping[Shape, str] = {
    "alike": "The answers lie close together.",
    "spread": "The answers are spread out.",
    "camps": "The answers lie in camps, with few between them.",
}


class _Scored(Protocol):
    """A dimension with a score and perhaps a target, of one person or of a group."""

    @property
    def title(self) -> str: ...

    @property
    def score(self) -> float | None: ...

    @property
    def target(self) -> float | None: ...


_Row = TypeVar("_Row")


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


def item_alt(
    choices: Sequence[Choice],
    counts: Sequence[int] | None,
    *,
    minority: int | None = None,
    silences: Mapping[str, int] | None = None,
    shape: Shape | None = None,
) -> str:
    """What to see in the dots of one question: where they heap up, where there are none, who is to be heard first."""
    if counts is None:
        return f"Dots of one question: {NOT_SHOWN()}."
    labels = [label for label, _ in choices]
    told = [
        f"Dots: {_answers(sum(counts))}, each dot one of them, over {labels[0]} to {labels[-1]} from left to right."
    ]
    told += _heaped(labels, counts)
    if shape is not None:
        told.append(SHAPES[shape])
    if minority is not None:
        told.append(f"To be heard first: {labels[minority]}, chosen by {people(counts[minority])}.")
    beside = [f"{count} {words}" for words, count in (silences or {}).items() if count]
    if beside:
        told.append(f"Beside them: {', '.join(beside)}.")
    return " ".join((*told, f"All: {_counted(labels, counts)}."))


def strip_alt(labels: Sequence[str], counts: Sequence[int] | None) -> str:
    """What to see in a line of dots: how many chose what."""
    return NOT_SHOWN().capitalize() if counts is None else f"{_answers(sum(counts))}: {_counted(labels, counts)}"


def families_alt(rows: Sequence[tuple[str, Sequence[int] | None]], labels: Sequence[str]) -> str:
    """What to see in the dots by family: how each answered, and which are not shown."""
    told = [f"Dots: answers to one question by group, over {labels[0]} to {labels[-1]} from left to right."]
    for title, counts in rows:
        shown = NOT_SHOWN() if counts is None else f"{_answers(sum(counts))}, {_counted(labels, counts)}"
        told.append(f"{title}: {shown}.")
    return " ".join(told)


def group_radar_alt(spokes: Sequence[Spoke], names: Sequence[str]) -> str:
    """What to see in the radar of a group: how far out each line runs, and where the two of them are far apart."""
    kind = "Radar with" if len(spokes) > 2 else "Lines for"
    middle = "0 at the middle to 4 at the rim" if len(spokes) > 2 else "0 at the left to 4 at the right"
    told = [f"{kind} {_count(len(spokes), 'theme')}, from {middle}."]
    profiles = [
        [GroupRow(title=spoke.title, score=spoke.scores[place], target=spoke.target) for spoke in spokes]
        for place in range(len(names))
    ]
    for name, rows in zip(names, profiles, strict=True):
        scored = [row for row in rows if row.score is not None]
        told.append(" ".join((f"{name}:", *_extremes(scored), *_no_score(rows), *_far(scored))))
    both = [spoke for spoke in spokes if None not in spoke.scores]
    if len(names) > 1 and both:
        most = _top(both, _apart)
        apart = number(_apart(most[0]))
        far = f"Farthest apart in {_listed([spoke.title for spoke in most])}: {apart}."
        told.append("Both are alike wherever both have a score." if apart == "0.0" else far)
    return " ".join((*told, f"All scores: {'; '.join(_spoke(spoke, names) for spoke in spokes)}."))


def group_dots_alt(rows: Sequence[GroupRow]) -> str:
    """What to see in the lines of a group: the highest and lowest index, and where the marks lie apart."""
    rows = [row.shown for row in rows]
    scored = [row for row in rows if row.score is not None]
    told = [f"Lines: {_count(len(rows), 'theme')}, each from 0 to 4, with the index of the group."]
    told += [*_extremes(scored), *_no_score(rows), *_far(scored)]
    return " ".join((*told, f"All: {'; '.join(map(_group_row, rows))}."))


def stage_counts_alt(names: Sequence[str], rows: Sequence[tuple[str, Sequence[int] | None]]) -> str:
    """What to see in the dots by stage: how many people's own answers reach each, theme by theme."""
    told = [f"Dots: how many people's own answers reach each stage, for {_count(len(rows), 'theme')}."]
    for title, counts in rows:
        shown = NOT_SHOWN() if counts is None else _counted(names, counts)
        told.append(f"{title}: {shown}.")
    return " ".join(told)


def _answers(count: int) -> str:
    return _count(count, "answer")


def _count(count: int, word: str) -> str:
    """A count with its word.

    >>> _count(1, "theme"), _count(8, "theme")
    ('1 theme', '8 themes')
    """
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _counted(labels: Sequence[str], counts: Sequence[int]) -> str:
    """Counts by their labels.

    >>> _counted(("A", "B"), (0, 3))
    'A 0, B 3'
    """
    return ", ".join(f"{label} {count}" for label, count in zip(labels, counts, strict=True))


def _heaped(labels: Sequence[str], counts: Sequence[int]) -> list[str]:
    """Where most answers lie, and where none do."""
    most = max(counts, default=0)
    if not most:
        return ["Nobody chose any of them."]
    if most == sum(counts):
        return [f"All chose {labels[counts.index(most)]}."]
    chosen = [label for label, count in zip(labels, counts, strict=True) if count == most]
    none = [label for label, count in zip(labels, counts, strict=True) if not count]
    told = [f"Chosen most often: {_listed(chosen)}, {most}{' each' if len(chosen) > 1 else ''}."]
    return [*told, f"Nobody chose {_listed(none, 'or')}."] if none else told


def _spoke(spoke: Spoke, names: Sequence[str]) -> str:
    ns = spoke.behind or (None,) * len(names)
    parts = [
        f"{name} {'no score' if score is None else number(score)}{'' if n is None else f' from {people(n)}'}"
        for name, score, n in zip(names, spoke.scores, ns, strict=True)
    ]
    return f"{spoke.title}: {', '.join(parts)}" + ("" if spoke.target is None else f", target {number(spoke.target)}")


def _group_row(row: GroupRow) -> str:
    if row.score is None:
        parts = ["no score"]
    else:
        parts = [f"index {number(row.score)}" + ("" if row.n is None else f" from {people(row.n)}")]
    more = {"each group counting alike": row.balanced, "median": row.median, "target": row.target}
    parts += [f"{words} {number(value)}" for words, value in more.items() if value is not None]
    return f"{row.title}: {', '.join(parts)}"


def _no_score(rows: Sequence[GroupRow]) -> list[str]:
    missing = [row for row in rows if row.score is None]
    return [f"No score, so a gap: {_named(missing)}."] if missing else []


def _extremes(scored: Sequence[_Scored]) -> list[str]:
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


def _far(scored: Sequence[_Scored]) -> list[str]:
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


def _top(rows: Sequence[_Row], size: Callable[[_Row], float]) -> list[_Row]:
    """Those of the largest size, as it is read: to one decimal."""
    most = max((round(size(axis), 1) for axis in rows), default=None)
    return [axis for axis in rows if round(size(axis), 1) == most]


def _named(rows: Sequence[_Scored]) -> str:
    return _listed([row.title for row in rows])


def _listed(names: Sequence[str], last: str = "and") -> str:
    """Names in a row, at most three.

    >>> _listed(()), _listed(("A", "B", "C"), "or"), _listed("ABCDE")
    ('', 'A, B or C', 'A, B, C and 2 more')
    """
    told = list(names[:3])
    if len(names) > len(told):
        return f"{', '.join(told)} and {len(names) - len(told)} more"
    return f" {last} ".join(filter(None, [", ".join(told[:-1]), *told[-1:]]))


def _score(axis: _Scored) -> float:
    return axis.score or 0.0


def _spread(axis: Axis) -> float:
    return max(axis.answers, default=0.0) - min(axis.answers, default=0.0)


def _openness(axis: Axis) -> float:
    return (axis.upper or 0.0) - (axis.lower or 0.0)


def _distance(axis: _Scored) -> float:
    return abs((axis.target or 0.0) - _score(axis))


def _apart(spoke: Spoke) -> float:
    return abs((spoke.scores[0] or 0.0) - (spoke.scores[-1] or 0.0))

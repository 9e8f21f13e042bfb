"""What a reader should see in each picture of a profile or of a room's answers, for those who don't see it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from cosmos_app.outputs.charts.group_view_models import Choice, GroupRow, Spoke
from cosmos_app.outputs.charts.view_models import Axis
from cosmos_app.texts import charts as texts
from cosmos_app.texts.charts import counts_in_words, names_in_words
from cosmos_app.texts.message import paragraph
from cosmos_app.texts.numbers import number, rounded, worth
from models.agreement import Shape

FAR = 1.0
"""How far from its target a score is when it is worth a word: one stage."""


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
    return paragraph(texts.RADAR(len(rows)), *_extremes(scored), *_gaps(rows), *_far(scored), _all_scores(rows))


def dots_alt(rows: tuple[Axis, ...]) -> str:
    """What to see in the dots: where answers agree or lie apart, and where missing ones leave the score open."""
    sentences = [texts.PROFILE_DOTS(len(rows))]
    apart = _largest([axis for axis in rows if _spread(axis) >= FAR], _spread)
    if apart:
        sentences.append(texts.ANSWERS_APART(themes=_titles(apart), distance=worth(_spread(apart[0]))))
    elif any(len(axis.answers) > 1 for axis in rows):
        sentences.append(texts.ANSWERS_CLOSE())
    widest = _largest([axis for axis in rows if axis.is_open], _openness)
    if widest:
        sentences.append(texts.MOST_OPEN(themes=_titles(widest), range=widest[0].between))
    scored = [axis for axis in rows if axis.score is not None]
    return paragraph(*sentences, *_gaps(rows), *_far(scored), _all_scores(rows))


def item_alt(
    choices: Sequence[Choice],
    counts: Sequence[int] | None,
    *,
    minority: int | None = None,
    silences: Mapping[str, int] | None = None,
    shape: Shape | None = None,
) -> str:
    """What to see in the dots of one question: where most lie, where none do, and who is to be heard first."""
    if counts is None:
        return texts.ITEM_HIDDEN()
    labels = [label for label, _ in choices]
    sentences = [texts.ITEM_DOTS(sum(counts), first=labels[0], last=labels[-1]), *_most_chosen(labels, counts)]
    if shape is not None:
        sentences.append(texts.SHAPES[shape]())
    if minority is not None:
        sentences.append(texts.HEARD_FIRST(counts[minority], choice=labels[minority]))
    beside = [texts.SILENCE_COUNT(n=n, silence=silence) for silence, n in (silences or {}).items() if n]
    if beside:
        sentences.append(texts.BESIDE_THEM(counts=", ".join(beside)))
    return paragraph(*sentences, texts.ALL_COUNTS(counts=counts_in_words(labels, counts)))


def strip_alt(labels: Sequence[str], counts: Sequence[int] | None) -> str:
    """What to see in a line of dots: how many chose what."""
    if counts is None:
        return texts.STRIP_HIDDEN()
    return texts.STRIP(sum(counts), counts=counts_in_words(labels, counts))


def families_alt(rows: Sequence[tuple[str, Sequence[int] | None]], labels: Sequence[str]) -> str:
    """What to see in the dots by family: how each answered, and which are not shown."""
    sentences = [texts.FAMILY_DOTS(first=labels[0], last=labels[-1])]
    for title, counts in rows:
        if counts is None:
            sentences.append(texts.HIDDEN_ROW(title=title))
        else:
            sentences.append(texts.FAMILY(sum(counts), group=title, counts=counts_in_words(labels, counts)))
    return paragraph(*sentences)


def group_radar_alt(spokes: Sequence[Spoke], names: Sequence[str]) -> str:
    """What to see in the radar of a group: how far out each line runs, and where the two of them are far apart."""
    sentences = [(texts.RADAR if len(spokes) > 2 else texts.LINES_FOR)(len(spokes))]
    for index, name in enumerate(names):
        rows = [GroupRow(title=spoke.title, score=spoke.scores[index], target=spoke.target) for spoke in spokes]
        scored = [row for row in rows if row.score is not None]
        of_profile = paragraph(*_extremes(scored), *_group_gaps(rows), *_far(scored))
        sentences.append(texts.OF_PROFILE(profile=name, sentences=of_profile))
    both = [spoke for spoke in spokes if None not in spoke.scores]
    if len(names) > 1 and both:
        apart = _largest(both, _distance_of_profiles)
        distance = number(_distance_of_profiles(apart[0]))
        themes = names_in_words([spoke.title for spoke in apart])
        is_alike = distance == number(0)
        sentences.append(texts.PROFILES_ALIKE() if is_alike else texts.PROFILES_APART(themes=themes, distance=distance))
    scores = "; ".join(_spoke(spoke, names) for spoke in spokes)
    return paragraph(*sentences, texts.ALL_SCORES(scores=scores))


def group_dots_alt(rows: Sequence[GroupRow]) -> str:
    """What to see in the lines of a group: the highest and lowest index, and where the marks lie apart."""
    rows = [row.shown for row in rows]
    scored = [row for row in rows if row.score is not None]
    sentences = (texts.GROUP_LINES(len(rows)), *_extremes(scored), *_group_gaps(rows), *_far(scored))
    return paragraph(*sentences, texts.ALL_THEMES(themes="; ".join(map(_group_row, rows))))


def stage_counts_alt(names: Sequence[str], rows: Sequence[tuple[str, Sequence[int] | None]]) -> str:
    """What to see in the dots by stage: how many answers reach each, theme by theme."""
    sentences = [texts.STAGE_DOTS(len(rows))]
    for title, counts in rows:
        if counts is None:
            sentences.append(texts.HIDDEN_ROW(title=title))
        else:
            sentences.append(texts.AT_STAGES(sum(counts), theme=title, counts=counts_in_words(names, counts)))
    return paragraph(*sentences)


def _most_chosen(labels: Sequence[str], counts: Sequence[int]) -> list[str]:
    """Where most answers lie, and where none do."""
    most = max(counts, default=0)
    if not most:
        return [texts.NOBODY_CHOSE_ANY()]
    if most == sum(counts):
        return [texts.ALL_CHOSE(choice=labels[counts.index(most)])]
    chosen = [label for label, count in zip(labels, counts, strict=True) if count == most]
    none = [label for label, count in zip(labels, counts, strict=True) if not count]
    if len(chosen) > 1:
        sentences = [texts.MOST_CHOSE_EACH(choices=names_in_words(chosen), n=most)]
    else:
        sentences = [texts.MOST_CHOSE(choice=chosen[0], n=most)]
    if none:
        sentences.append(texts.NOBODY_CHOSE(choices=names_in_words(none, texts.NAMES_OR_LAST)))
    return sentences


def _spoke(spoke: Spoke, names: Sequence[str]) -> str:
    """The scores of a theme, one for each profile, and its target."""
    behind = spoke.behind or (None,) * len(names)
    scores = []
    for name, score, n in zip(names, spoke.scores, behind, strict=True):
        written = texts.NO_SCORE() if score is None else number(score)
        if n is None:
            scores.append(texts.PROFILE_SCORE(profile=name, score=written))
        else:
            scores.append(texts.PROFILE_SCORE_FROM(n, profile=name, score=written))
    return _theme_score(spoke.title, ", ".join(scores), spoke.target)


def _theme_score(theme: str, score: str, target: float | None) -> str:
    if target is None:
        return texts.THEME_SCORE(theme=theme, score=score)
    return texts.THEME_SCORE_TARGET(theme=theme, score=score, target=number(target))


def _group_row(row: GroupRow) -> str:
    """All figures of a theme, those that are known."""
    if row.score is None:
        figures = [texts.NO_SCORE()]
    elif row.n is None:
        figures = [texts.GROUP_INDEX(score=number(row.score))]
    else:
        figures = [texts.GROUP_INDEX_FROM(row.n, score=number(row.score))]
    if row.questions is not None and not row.is_whole:
        figures.append(texts.GROUP_IN_PART(shown=row.questions[0], all=row.questions[1]))
    marks = (
        (texts.GROUP_BALANCED, row.balanced),
        (texts.GROUP_MEDIAN, row.median),
        (texts.GROUP_TARGET, row.target),
    )
    figures += [text(score=number(score)) for text, score in marks if score is not None]
    return texts.THEME(theme=row.title, figures=", ".join(figures))


def _extremes(scored: Sequence[_Scored]) -> list[str]:
    """The highest and the lowest, in so far as they differ."""
    if not scored:
        return [texts.NO_SCORE_YET()]
    high, low = _largest(scored, _score), _largest(scored, lambda row: -rounded(_score(row)))
    highest, lowest = number(high[0].score), number(low[0].score)
    if highest == lowest:
        return [texts.EVERY_SCORE(score=highest)]
    return [texts.HIGHEST_LOWEST(highest=_titles(high), high=highest, lowest=_titles(low), low=lowest)]


def _gaps(rows: Sequence[Axis]) -> list[str]:
    missing = [axis for axis in rows if axis.score is None]
    return [texts.GAPS(themes=_titles(missing))] if missing else []


def _group_gaps(rows: Sequence[GroupRow]) -> list[str]:
    missing = [row for row in rows if row.score is None]
    return [texts.GROUP_GAPS(themes=_titles(missing))] if missing else []


def _far(scored: Sequence[_Scored]) -> list[str]:
    """Where people want to be is a stage or more away, or that it is nowhere so far."""
    aimed = [row for row in scored if row.target is not None]
    if not aimed:
        return []
    farthest = _largest(aimed, _distance_to_target)
    distance = _distance_to_target(farthest[0])
    if distance < FAR:
        return [texts.TARGETS_NEAR()]
    return [texts.TARGETS_FAR(themes=_titles(farthest), distance=number(distance))]


def _all_scores(rows: Sequence[Axis]) -> str:
    scores = (
        _theme_score(axis.title, texts.NO_SCORE() if axis.score is None else number(axis.score), axis.target)
        for axis in rows
    )
    return texts.ALL_SCORES(scores="; ".join(scores))


def _largest(rows: Sequence[_Row], size: Callable[[_Row], float]) -> list[_Row]:
    """Those of the largest size, as it is read: to one decimal."""
    most = max((rounded(size(row)) for row in rows), default=None)
    return [row for row in rows if rounded(size(row)) == most]


def _titles(rows: Sequence[_Scored]) -> str:
    return names_in_words([row.title for row in rows])


def _score(row: _Scored) -> float:
    return row.score or 0.0


def _spread(axis: Axis) -> float:
    return max(axis.answers, default=0.0) - min(axis.answers, default=0.0)


def _openness(axis: Axis) -> float:
    return (axis.upper or 0.0) - (axis.lower or 0.0)


def _distance_to_target(row: _Scored) -> float:
    return abs((row.target or 0.0) - _score(row))


def _distance_of_profiles(spoke: Spoke) -> float:
    return abs((spoke.scores[0] or 0.0) - (spoke.scores[-1] or 0.0))

"""The board: a room's answers to one question, as dots over what could be chosen. A dot is one person's answer.

All dots of a picture look alike and are counted from one end: nothing about them comes from who answered, or when. What
is hidden comes in as None, and its place in a picture depends on nothing else.
"""

from collections.abc import Mapping, Sequence
from textwrap import wrap

from cosmos_app.design.tokens import CHART_TYPE, Palette
from cosmos_app.outputs.charts.alt import families_alt, item_alt, strip_alt
from cosmos_app.outputs.charts.dot_stacks import StackLayout, stack_layout, stack_on_line
from cosmos_app.outputs.charts.group_view_models import Choice
from cosmos_app.outputs.charts.svg import LEADING, WIDTH, circle, picture, polygon, rectangle, text, titled
from cosmos_app.outputs.charts.view_models import folded
from cosmos_app.texts import charts as texts
from cosmos_app.texts.room.dots import NOT_SHOWN
from models.agreement import Shape

_LABEL = CHART_TYPE["label"]
_LETTER = _LABEL + 3
"""Size of the letter below a stack: it is read from the back of a room."""

_GAP = 6.0
_HIGH, _LOW, _LARGEST = 132.0, 66.0, 22.0
"""Of stacks: their greatest height, the least room for them, and the largest step from dot to dot."""

_HEAD = 22.0
_LINE, _LINE_LETTERS = 18.0, 50
_HOLDS = "\N{NO-BREAK SPACE}"

_STRIP = (120.0, 28.0)

_FAMILY_HIGH, _FAMILY_LARGEST, _FAMILY_LETTERS = 60.0, 14.0, 34


def item_dots_svg(
    choices: Sequence[Choice],
    counts: Sequence[int] | None,
    palette: Palette,
    *,
    minority: int | None = None,
    silences: Mapping[str, int] | None = None,
    shape: Shape | None = None,
) -> str:
    """Draw how a room answered one question: a stack of dots over each of the choices, in authored order.

    Args:
        choices: What could be chosen; the list of the whole texts stands beside the picture.
        counts: People who chose each; None if that may not be shown, and then nothing else is either.
        palette: Its colours.
        minority: Which of the choices is to be heard first; None if none is.
        silences: How many gave no value, by the words for it ("don't know").
        shape: Of the answers, for those who don't see the picture; None if it has no name.
    """
    alt = item_alt(choices, counts, minority=minority, silences=silences, shape=shape)
    wide = WIDTH / len(choices)
    if counts is None:
        return _hidden_item(choices, alt, palette)
    layout = stack_layout(counts, wide - 2 * _GAP, _HIGH, _LARGEST)
    base = _HEAD + max(layout.high, _LOW)
    foot, below = _labels(choices, base, wide, palette)
    parts = [] if minority is None else [_first(minority, wide, foot, palette)]
    for index, ((label, situation), count) in enumerate(zip(choices, counts, strict=True)):
        shapes = stack_on_line(count, (wide * (index + 0.5), base), wide - 2 * _GAP, layout, palette)
        title = texts.SITUATION_MARK(choice=label, situation=situation, people=texts.PEOPLE(count))
        parts.append(titled(shapes, title))
    y = foot + (26 if minority is not None else 4) + _LINE
    height, key = _key(y, layout, silences or {}, palette)
    return picture(height, alt, "".join(parts) + below + key, name="cosmos-item")


def strip_svg(labels: Sequence[str], counts: Sequence[int] | None, palette: Palette) -> str:
    """Draw the same in one line, for a list of many questions.

    Args:
        labels: The short labels of the choices, for those who don't see the picture.
        counts: People who chose each; None if that may not be shown.
        palette: Its colours.
    """
    wide, high = _STRIP
    if counts is None:
        inside = text((wide / 2, high / 2 + 4), [NOT_SHOWN()], palette.ink_soft, _LABEL, "middle")
        return picture(high, strip_alt(labels, counts), inside, width=wide, name="cosmos-strip")
    step = wide / len(counts)
    layout = stack_layout(counts, step - 3, high - 4, 7)
    inside = "".join(
        stack_on_line(count, (step * (index + 0.5), high - 2), step - 4, layout, palette, numbered=False)
        for index, count in enumerate(counts)
    )
    return picture(high, strip_alt(labels, counts), inside, width=wide, name="cosmos-strip")


def families_dots_svg(
    rows: Sequence[tuple[str, Sequence[int] | None]], letters: Sequence[str], palette: Palette
) -> str:
    """Draw how each family answered one question: the same choices, a row a family.

    Args:
        rows: Each family's title, and how many of it chose each; None if that may not be shown.
        letters: The short labels of the choices.
        palette: Its colours.
    """
    wide = WIDTH / len(letters)
    all_counts = [count for _, counts in rows if counts is not None for count in counts]
    layout = stack_layout(all_counts, wide - 2 * _GAP, _FAMILY_HIGH, _FAMILY_LARGEST)
    parts, y = [], _LINE + 8.0
    for title, counts in rows:
        lines = folded(title, _FAMILY_LETTERS)
        parts.append(text((2, y + 14), lines, palette.ink, _LABEL, bold=True))
        y += 14 + _LABEL * LEADING * (len(lines) - 1)
        if counts is None:
            parts.append(_hidden(y + 8, 28, palette))
            y += 8 + 28 + 12
            continue
        parts.append(text((WIDTH - 2, y), [texts.ANSWERS(sum(counts))], palette.ink_soft, _LABEL, "end"))
        base = y + 8 + max(layout.height(max(counts)), layout.step)
        for index, (letter, count) in enumerate(zip(letters, counts, strict=True)):
            foot = (wide * (index + 0.5), base)
            shapes = stack_on_line(count, foot, wide - 2 * _GAP, layout, palette, numbered=False)
            mark = texts.GROUP_MARK(group=title, choice=letter, people=texts.PEOPLE(count))
            parts.append(titled(shapes, mark))
        y = base + 12
    heads = "".join(
        text((wide * (index + 0.5), _LINE), [letter], palette.ink, _LETTER, "middle", bold=True)
        for index, letter in enumerate(letters)
    )
    return picture(y, families_alt(rows, letters), heads + "".join(parts), name="cosmos-families")


def _labels(choices: Sequence[Choice], base: float, wide: float, palette: Palette) -> tuple[float, str]:
    """The short labels below the line; gives the height at which they end too."""
    short = all(len(label) <= 2 for label, _ in choices)
    size = _LETTER if short else _LABEL - 1
    labels = [folded(label, max(4, int((wide - 4) / 6))) for label, _ in choices]
    drawn = "".join(
        text((wide * (index + 0.5), base + size + 5), lines, palette.ink, size, "middle", bold=short)
        for index, lines in enumerate(labels)
    )
    return base + size + 12 + size * LEADING * (max(map(len, labels)) - 1), drawn


def _first(minority: int, wide: float, foot: float, palette: Palette) -> str:
    """A frame round the choice that is to be heard first, and below it what it means."""
    words = texts.HEAR_FIRST()
    left, right = wide * minority + 1.5, wide * (minority + 1) - 1.5
    rim = rectangle((left, 1), right - left, foot - 1, fill=palette.warm, edge=palette.warm)
    ground = rectangle((left + 2, 3), right - left - 4, foot - 5, fill=palette.warm_soft, edge=palette.warm_soft)
    middle = (left + right) / 2
    tip = polygon([(middle, foot + 2), (middle - 6, foot + 10), (middle + 6, foot + 10)], fill=palette.warm)
    half = 0.25 * _LABEL * len(words)
    at = (min(max(middle, half), WIDTH - half), foot + 23)
    return rim + ground + tip + text(at, [words], palette.warm, _LABEL, "middle", bold=True)


def _key(y: float, layout: StackLayout, silences: Mapping[str, int], palette: Palette) -> tuple[float, str]:
    """What a dot is, and how many gave no value; gives the height at which that ends too."""
    mark = circle((9, y - 4.5), min(5.0, layout.radius), fill=palette.accent)
    key = mark + text((20, y), [texts.ONE_ANSWER()], palette.ink_soft, _LABEL)
    beside = [texts.SILENCE_COUNT(n=n, silence=silence) for silence, n in silences.items() if n]
    if not beside:
        return y + 8, key
    counts = " · ".join(count.replace(" ", _HOLDS) for count in beside)
    lines = [line.replace(_HOLDS, " ") for line in wrap(texts.BESIDE(counts=counts), _LINE_LETTERS)]
    if len(lines) == 1 and len(lines[0]) <= _LINE_LETTERS - 16:
        return y + 8, key + text((WIDTH - 2, y), lines, palette.ink_soft, _LABEL, "end")
    end = y + _LINE + _LABEL * LEADING * (len(lines) - 1)
    return end + 8, key + text((2, y + _LINE), lines, palette.ink_soft, _LABEL)


def _hidden_item(choices: Sequence[Choice], alt: str, palette: Palette) -> str:
    foot, below = _labels(choices, _LOW, WIDTH / len(choices), palette)
    return picture(foot, alt, _hidden(4, _LOW - 10, palette) + below, name="cosmos-item")


def _hidden(top: float, high: float, palette: Palette) -> str:
    """A grey field in place of what may not be shown."""
    field = rectangle((2, top), WIDTH - 4, high, fill=palette.sunk, edge=palette.line)
    return field + text((WIDTH / 2, top + high / 2 + 4.5), [NOT_SHOWN()], palette.ink_soft, _LABEL, "middle")

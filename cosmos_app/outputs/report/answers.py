"""Sections of a report on answers: where a room differs, question by question, and what it made of each."""

from collections.abc import Mapping, Sequence
from html import unescape

from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts.board import item_dots_svg
from cosmos_app.outputs.charts.group_view_models import choice_letters
from cosmos_app.outputs.report.pictures import stacked
from cosmos_app.outputs.report.report_data import Asked, Material
from cosmos_app.outputs.report.tree import Block, Chart, Facts, Figure, Note, Paragraph, Section, Table
from cosmos_app.storage import Decision
from cosmos_app.texts.numbers import NOTHING
from cosmos_app.texts.room.dots import gap_in_words, known_by_in_words
from cosmos_app.texts.silences import SILENCE_TEXTS, counted_silences
from cosmos_app.texts.values import answer_read, choices_of
from models.answers import Value
from models.board import BoardItem, Distribution
from models.descriptives import steps_of
from models.items import Item


def disagreement(of: Material, asked: Asked) -> tuple[Section, ...]:
    """Where people see things differently: the dots, who is heard first, both views with their reasons."""
    words, differing = of.words, differing_items(asked)
    if not differing and not asked.is_scored:
        return ()
    head = Section(
        title=words.parts["disagreement"],
        blocks=() if differing else (Paragraph(text=words.no_disagreement),),
        depth=2,
    )
    return (head, *(Section(title=one.item.stem(None), blocks=_apart(of, asked, one), depth=3) for one in differing))


def differing_items(asked: Asked) -> list[BoardItem]:
    """Questions on which the room clearly differs, or wrote two views down; the farthest apart first."""
    return [one for one in asked.last.told.board if one.is_shown and (one.flagged or has_two_views(asked, one.item))]


def heard_first(one: BoardItem) -> int | str | None:
    """What is to be heard first because few chose it; None where people are not far enough apart for it to matter."""
    return one.minority if one.flagged or one.shape == "camps" else None


def has_two_views(asked: Asked, item: Item) -> bool:
    """Whether the room recorded that it sees a question in two ways."""
    held = asked.settled.get(item.id, Decision())
    return bool(held.one_side or held.other_side)


def dots(of: Material, asked: Asked) -> tuple[Section, ...]:
    """Every question with its dots, in authored order."""
    every = [
        Section(title=item.stem(None), blocks=_dots(of, asked, item), depth=3)
        for item in asked.questionnaire.at_depth(of.here.depth)
    ]
    return (Section(title=of.words.parts["dots"], depth=2), *every)


def settled(of: Material, asked: Asked) -> tuple[Section, ...]:
    """What the room agreed on, and where it wrote both views down, in authored order."""
    every = [
        Section(title=item.stem(None), blocks=(Facts(rows=rows),), depth=3)
        for item in asked.questionnaire.items
        if item.id in asked.settled and (rows := _made_of_it(of, item, asked.settled[item.id]))
    ]
    return (Section(title=of.words.parts["settled"], depth=2), *every) if every else ()


def _dots(of: Material, asked: Asked, item: Item) -> tuple[Block, ...]:
    words, one = of.words, asked.last.item(item)
    if not choices_of(item):
        return (Note(text=words.own_words),)
    blocks: list[Block] = [figure(of, asked, item)]
    if one.is_shown and steps_of(item):
        shape = words.shapes[one.shape]
        blocks.append(Paragraph(text=f"{shape.short()}. {shape.long()}"))
    if known := known_by_in_words(one.known_by):
        blocks.append(Paragraph(text=known))
    return tuple(blocks)


def figure(of: Material, asked: Asked, item: Item) -> Figure:
    """How a question was answered as dots; both rounds in one picture if it was answered twice."""
    words, one, before = of.words, asked.last.item(item), asked.before(item)
    texts = choices_of(item)
    labels = choice_letters(len(texts))
    rounds = [(words.answers, one)] if before is None else [(words.first_time, before), (words.second_time, one)]
    pictures = [(name, _picture(of, each, labels, texts)) for name, each in rounds]
    alt = " ".join((f"{name}: " if before is not None else "") + _alt_of(svg) for name, svg in pictures)
    svg = pictures[0][1] if before is None else stacked(pictures, alt)
    counted = [_counts(texts, each.distribution) for _, each in rounds]
    source = of.source(asked, one.n, one.completeness)
    rows = [
        (label, text, *(_told(of, counts, place) for counts in counted))
        for place, (label, text) in enumerate(zip(labels, texts.values(), strict=True))
    ]
    for name, texts_of in SILENCE_TEXTS.items():
        counts = [each.silences[name] if each.silences else None for _, each in rounds]
        if any(counts):
            rows.append((NOTHING, texts_of.counted(), *(_n(of, count) for count in counts)))
    return Figure(
        svg=svg,
        alt=alt,
        caption=words.how_many,
        source=source,
        table=Table(
            head=(words.letter, words.situation, *(name for name, _ in rounds)),
            rows=tuple(rows),
            caption=words.how_many,
            source=source,
        ),
        chart=Chart(
            kind="bars",
            categories=labels,
            series=tuple(
                (name, (None,) * len(labels) if counts is None else tuple(map(float, counts)))
                for (name, _), counts in zip(rounds, counted, strict=True)
            ),
        ),
    )


def _alt_of(svg: str) -> str:
    return unescape(svg.split('aria-label="', 1)[1].split('"', 1)[0])


def _picture(of: Material, one: BoardItem, labels: Sequence[str], texts: Mapping[int | str, str]) -> str:
    values = list(texts)
    return item_dots_svg(
        list(zip(labels, texts.values(), strict=True)),
        _counts(texts, one.distribution),
        VARIABLES,
        minority=None if (first := heard_first(one)) is None else values.index(first),
        silences=counted_silences(one.silences),
        shape=one.shape,
    )


def _counts(texts: Mapping[int | str, str], distribution: Distribution | None) -> list[int] | None:
    """People by choice, in authored order; None where that is hidden."""
    return None if distribution is None else [distribution[value] for value in texts]


def _told(of: Material, counts: Sequence[int] | None, place: int) -> str:
    return _n(of, None if counts is None else counts[place])


def _n(of: Material, n: int | None) -> str:
    return of.words.hidden if n is None else str(n)


def _apart(of: Material, asked: Asked, one: BoardItem) -> tuple[Block, ...]:
    """What there is to say about a question on which people differ."""
    words, item = of.words, one.item
    blocks: list[Block] = []
    if steps_of(item):
        shape = words.shapes[one.shape]
        blocks.append(Paragraph(text=f"{shape.short()}. {shape.long()}"))
    rows = []
    if (first := heard_first(one)) is not None:
        rows.append((words.hear_first, answer_read(item, Value(first))))
    rows += _made_of_it(of, item, asked.settled.get(item.id, Decision()))
    if rows:
        blocks.append(Facts(rows=tuple(rows)))
    if choices_of(item):
        blocks.append(figure(of, asked, item))
    return (*blocks, *_by_group(of, asked, one))


def _made_of_it(of: Material, item: Item, one: Decision) -> tuple[tuple[str, str], ...]:
    """What a room settled on a question: the situation it agreed on, or both views with their reasons."""
    words, rows = of.words, []
    if one.value is not None:
        rows.append((words.agreed, answer_read(item, Value(one.value))))
    rows += [(words.one_side, one.one_side), (words.other_side, one.other_side), (words.heard, one.note)]
    if one.evidence is not None:
        seen = one.evidence
        rows.append((words.evidence, " · ".join(filter(None, (seen.note, seen.date, seen.link)))))
    return tuple((name, told) for name, told in rows if told)


def _by_group(of: Material, asked: Asked, one: BoardItem) -> tuple[Block, ...]:
    """How the groups answered that may be shown, in the order of the families, and how far apart two of them are."""
    words, texts = of.words, choices_of(one.item)
    if len(one.by_family) < 2 or not texts or all(told is None for told in one.by_family.values()):
        return ()
    rows = []
    for name, distribution in one.by_family.items():
        counts = _counts(texts, distribution)
        rows.append((of.families[name], *(_told(of, counts, place) for place in range(len(texts)))))
    table = Table(
        head=(words.group, *choice_letters(len(texts))),
        rows=tuple(rows),
        caption=words.groups_see,
        source=of.source(asked, one.n, one.completeness),
    )
    gap = gap_in_words(one.gap, of.families)
    return (Paragraph(text=gap), table) if gap else (table,)

"""Sections of a report on answers: where a room differs, question by question, and what it made of each."""

from collections.abc import Mapping, Sequence
from html import unescape

from cosmos_app.content.catalogue import catalogues
from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts.group_view_models import choice_letters
from cosmos_app.outputs.charts.item_dots_svg import item_dots_svg
from cosmos_app.outputs.charts.svg_on_paper import stacked
from cosmos_app.outputs.released import AskedQuestionnaire, RoomFigures
from cosmos_app.outputs.report.sources import source_of
from cosmos_app.outputs.report.tree import Block, Chart, Facts, Figure, Note, Paragraph, Section, Table
from cosmos_app.storage import Decision
from cosmos_app.texts import report as texts
from cosmos_app.texts.families import family_titles
from cosmos_app.texts.message import paragraph
from cosmos_app.texts.numbers import NOTHING
from cosmos_app.texts.room import decisions, dots
from cosmos_app.texts.silences import SILENCE_TEXTS, counted_silences
from cosmos_app.texts.values import answer_read, choices_of
from models.answers import Value
from models.board import BoardItem, Distribution
from models.descriptives import steps_of
from models.items import Item


def disagreement(figures: RoomFigures, asked: AskedQuestionnaire) -> tuple[Section, ...]:
    """Where people see things differently: the dots, who is heard first, both views with their reasons."""
    differing = differing_items(asked)
    if not differing and not asked.is_scored:
        return ()
    head = Section(
        title=texts.HEADS["disagreement"](),
        blocks=() if differing else (Paragraph(text=texts.NO_DISAGREEMENT()),),
        depth=2,
    )
    sections = (
        Section(title=result.item.stem(None), blocks=_differing(figures, asked, result), depth=3)
        for result in differing
    )
    return (head, *sections)


def differing_items(asked: AskedQuestionnaire) -> list[BoardItem]:
    """Questions on which the room clearly differs, or wrote two views down; the farthest apart first."""
    board = asked.last.revealed.board
    return [result for result in board if result.is_shown and (result.flagged or has_two_views(asked, result.item))]


def heard_first(result: BoardItem) -> int | str | None:
    """What is to be heard first because few chose it; None where people are not far enough apart for it to matter."""
    return result.minority if result.flagged or result.shape == "camps" else None


def has_two_views(asked: AskedQuestionnaire, item: Item) -> bool:
    """Whether the room recorded that it sees a question in two ways."""
    decision = asked.decision(item)
    return bool(decision.one_side or decision.other_side)


def question_by_question(figures: RoomFigures, asked: AskedQuestionnaire) -> tuple[Section, ...]:
    """Every question with its dots, in authored order."""
    questions = (
        Section(title=item.stem(None), blocks=_question(figures, asked, item), depth=3)
        for item in asked.questionnaire.at_depth(figures.room.depth)
    )
    return (Section(title=texts.HEADS["dots"](), depth=2), *questions)


def settled(_figures: RoomFigures, asked: AskedQuestionnaire) -> tuple[Section, ...]:
    """What the room agreed on, and where it wrote both views down, in authored order."""
    questions = [
        Section(title=item.stem(None), blocks=(Facts(rows=rows),), depth=3)
        for item in asked.questionnaire.items
        if (rows := _decision(item, asked.decision(item)))
    ]
    return (Section(title=texts.HEADS["settled"](), depth=2), *questions) if questions else ()


def _question(figures: RoomFigures, asked: AskedQuestionnaire, item: Item) -> tuple[Block, ...]:
    result = asked.last.item(item)
    if not choices_of(item):
        return (Note(text=texts.OWN_WORDS()),)
    blocks: list[Block] = [figure(figures, asked, item)]
    if result.is_shown and steps_of(item):
        blocks.append(_how_they_lie(result))
    if known := dots.known_by_in_words(result.known_by):
        blocks.append(Paragraph(text=known))
    return tuple(blocks)


def _how_they_lie(result: BoardItem) -> Paragraph:
    shape = dots.SHAPE_TEXTS[result.shape]
    return Paragraph(text=texts.HOW_THEY_LIE(short=shape.short(), long=shape.long()))


def figure(figures: RoomFigures, asked: AskedQuestionnaire, item: Item) -> Figure:
    """How a question was answered as dots; both rounds in one picture if it was answered twice."""
    result, before, choices = asked.last.item(item), asked.before(item), choices_of(item)
    labels = choice_letters(len(choices))
    if before is None:
        rounds, svg = [(texts.PEOPLE_HEAD(), result)], _picture(result, labels, choices)
        alt = _alt_of(svg)
    else:
        rounds = [(dots.FIRST_TIME(), before), (dots.SECOND_TIME(), result)]
        pictures = [(name, _picture(each, labels, choices)) for name, each in rounds]
        alt = paragraph(*(texts.ROUND_ALT(round=name, alt=_alt_of(picture)) for name, picture in pictures))
        svg = stacked(pictures, alt)
    counts = [_counts(choices, each.distribution) for _, each in rounds]
    source = source_of(figures, asked, result.n, result.completeness)
    return Figure(
        svg=svg,
        alt=alt,
        caption=texts.HOW_MANY(),
        source=source,
        table=Table(
            head=(texts.LETTER(), texts.SITUATION(), *(name for name, _ in rounds)),
            rows=tuple(_rows(labels, choices, counts, [each for _, each in rounds])),
            caption=texts.HOW_MANY(),
            source=source,
        ),
        chart=Chart(
            kind="bars",
            categories=labels,
            series=tuple(
                (name, (None,) * len(labels) if each is None else tuple(map(float, each)))
                for (name, _), each in zip(rounds, counts, strict=True)
            ),
        ),
    )


def _rows(
    labels: Sequence[str],
    choices: Mapping[int | str, str],
    counts: Sequence[Sequence[int] | None],
    results: Sequence[BoardItem],
) -> list[tuple[str, ...]]:
    """How many chose what in each round, and below that how many gave no value, those silences that anybody chose."""
    rows = [
        (label, situation, *(_n(each, index) for each in counts))
        for index, (label, situation) in enumerate(zip(labels, choices.values(), strict=True))
    ]
    for name, silence in SILENCE_TEXTS.items():
        silent = [None if result.silences is None else result.silences[name] for result in results]
        if any(silent):
            rows.append((NOTHING, silence.counted(), *(dots.NOT_SHOWN() if n is None else str(n) for n in silent)))
    return rows


def _alt_of(svg: str) -> str:
    return unescape(svg.split('aria-label="', 1)[1].split('"', 1)[0])


def _picture(result: BoardItem, labels: Sequence[str], choices: Mapping[int | str, str]) -> str:
    return item_dots_svg(
        list(zip(labels, choices.values(), strict=True)),
        _counts(choices, result.distribution),
        VARIABLES,
        minority=None if (first := heard_first(result)) is None else list(choices).index(first),
        silences=counted_silences(result.silences),
        shape=result.shape,
    )


def _counts(choices: Mapping[int | str, str], distribution: Distribution | None) -> list[int] | None:
    """People by choice, in authored order; None where that is hidden."""
    return None if distribution is None else [distribution[value] for value in choices]


def _n(counts: Sequence[int] | None, index: int) -> str:
    return dots.NOT_SHOWN() if counts is None else str(counts[index])


def _differing(figures: RoomFigures, asked: AskedQuestionnaire, result: BoardItem) -> tuple[Block, ...]:
    """What there is to say about a question on which people differ."""
    item = result.item
    blocks: list[Block] = [_how_they_lie(result)] if steps_of(item) else []
    rows = []
    if (first := heard_first(result)) is not None:
        rows.append((texts.HEAR_FIRST(), answer_read(item, Value(first))))
    rows += _decision(item, asked.decision(item))
    if rows:
        blocks.append(Facts(rows=tuple(rows)))
    if choices_of(item):
        blocks.append(figure(figures, asked, item))
    return (*blocks, *_by_group(figures, asked, result))


def _decision(item: Item, decision: Decision) -> tuple[tuple[str, str], ...]:
    """What a room settled on a question: the situation it agreed on, or both views with their reasons."""
    evidence = decision.evidence
    rows = (
        (texts.WE_AGREED_HEAD(), "" if decision.value is None else answer_read(item, Value(decision.value))),
        (decisions.ONE_SIDE(), decision.one_side),
        (decisions.OTHER_SIDE(), decision.other_side),
        (decisions.NOTE(), decision.note),
        (
            decisions.EVIDENCE(),
            " · ".join(filter(None, (evidence.note, evidence.date, evidence.link))) if evidence else "",
        ),
    )
    return tuple((name, words) for name, words in rows if words)


def _by_group(figures: RoomFigures, asked: AskedQuestionnaire, result: BoardItem) -> tuple[Block, ...]:
    """How the groups answered that may be shown, in the order of the families, and how far apart two of them are."""
    choices, groups = choices_of(result.item), result.by_family
    if len(groups) < 2 or not choices or all(distribution is None for distribution in groups.values()):
        return ()
    titles = family_titles(catalogues().roles)
    rows = []
    for name, distribution in groups.items():
        counts = _counts(choices, distribution)
        rows.append((titles[name], *(_n(counts, index) for index in range(len(choices)))))
    table = Table(
        head=(texts.GROUP(), *choice_letters(len(choices))),
        rows=tuple(rows),
        caption=dots.GROUPS(),
        source=source_of(figures, asked, result.n, result.completeness),
    )
    gap = dots.gap_in_words(result.gap, titles)
    return (Paragraph(text=gap), table) if gap else (table,)

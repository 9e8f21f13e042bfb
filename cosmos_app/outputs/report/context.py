"""Sections of a report on where a level's work stands, and what surrounds it: maps and external factors."""

from collections.abc import Callable

from cosmos_app.content.catalogue import catalogues
from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts.maps import Counts, letters, map_alt, map_svg, where
from cosmos_app.outputs.report.report_data import Asked, Material
from cosmos_app.outputs.report.tree import Block, Bullets, Figure, Note, Paragraph, Section, Table, paragraphs, told
from cosmos_app.storage.current import store
from cosmos_app.texts.charts import MOMENTS
from cosmos_app.texts.reasons import reasons_for
from cosmos_app.texts.report import Words
from models.catalogues import Factor, Placement
from models.external_factors import MOST_RAISED, RaisedFactor
from models.items import Moment
from models.reveal import GroupProfile


def maps(of: Material, asked: Asked) -> tuple[Section, ...]:
    """Where people see the work, counted and never averaged."""
    given = asked.last.profile
    every = [_map(of, asked, given, placement) for placement in asked.maps] if given else []
    blocks = [block for one in every for block in one]
    if not blocks:
        return ()
    note = Paragraph(text=of.words.map_note, lead=True)
    return (Section(title=of.words.parts["maps"], blocks=(note, *blocks), depth=2),)


def surroundings(of: Material, asked: Asked) -> tuple[Section, ...]:
    """What lies around the work by the answers of a level."""
    words, given = of.words, asked.last.profile
    if given is None or not (asked.is_scored or given.factors or given.cards):
        return ()
    raised = [_factor(of, asked, one) for one in given.factors[:MOST_RAISED]]
    cards = [
        Section(
            title=asked.questionnaire.by_id[card.item].stem(None),
            blocks=paragraphs((words.outside, of.hand(card.item))),
            depth=3,
        )
        for card in given.cards
    ]
    lead = words.most_raised if raised or cards else words.nothing_raised
    head = Section(title=words.parts["surroundings"], blocks=(Paragraph(text=lead, lead=True),), depth=2)
    return (head, *raised, *cards)


def own_factors(of: Material) -> tuple[Section, ...]:
    """What the room named itself."""
    return named(of.words, of.here.id, of.hand)


def named(words: Words, workshop: str, hand: Callable[[str], str]) -> tuple[Section, ...]:
    """What people added to the factors themselves; *hand* says whose hands each is in."""
    every = [
        Section(title=own.name, blocks=paragraphs((own.note, hand(own.id))), depth=2)
        for own in store().own_factors(workshop)
    ]
    return (Section(title=words.own_factors), *every) if every else ()


def _map(of: Material, asked: Asked, given: GroupProfile, placement: Placement) -> tuple[Block, ...]:
    words, moments = of.words, given.placements.get(placement.id, {})
    hidden = any(one is None for tables in moments.values() for one in tables.values())
    counts: Counts = {
        at: {cell: n for one in tables.values() if one is not None for cell, n in one.cells.items()}
        for at, tables in moments.items()
    }
    if not any(n for held in counts.values() for n in held.values()):
        return (Paragraph(text=f"{placement.title}: {words.hidden}."),) if hidden else ()
    seen = [one.n for tables in moments.values() for one in tables.values() if one is not None]

    def people(at: Moment, key: str) -> str:
        return str(counts.get(at, {}).get(key, words.hidden))

    source = of.source(asked, max(seen), asked.last.completeness)
    figure = map_figure(words, placement, counts, people, placement.title, source)
    return (figure, *((Note(text=words.map_part),) if hidden else ()))


def map_figure(
    words: Words, placement: Placement, counts: Counts, people: Callable[[Moment, str], str], caption: str, source: str
) -> Figure:
    """A map with those on it.

    Args:
        words: In which the report speaks.
        placement: The map.
        counts: Who is where.
        people: Says who is in a cell at a moment; the cell by its key.
        caption: What it shows.
        source: What it rests on.
    """
    marks = letters(placement)
    rows = []
    for key in placement.keys:
        if any(held.get(key) for held in counts.values()):
            title = " ".join(told(marks.get(placement.cells[key], ""), placement.place(key).title))
            rows.append((title, where(placement, key), *(people(at, key) for at in MOMENTS)))
    return Figure(
        svg=map_svg(placement, counts, VARIABLES),
        alt=map_alt(placement, counts),
        caption=caption,
        source=source,
        table=Table(
            head=(words.map_place, words.map_where, *(moment() for moment in MOMENTS.values())),
            rows=tuple(rows),
            caption=caption,
            source=source,
        ),
        wide=True,
    )


def _factor(of: Material, asked: Asked, one: RaisedFactor) -> Section:
    words, questionnaire = of.words, asked.questionnaire
    why = reasons_for(one, questionnaire, catalogues().placements)
    blocks = factor(words, one.factor, of.hand(one.factor.id), words.brings_up, why)
    return Section(title=one.factor.name, blocks=blocks, depth=3)


def factor(words: Words, one: Factor, hand: str, brings_up: str, why: tuple[str, ...]) -> tuple[Block, ...]:
    """What there is to say about a factor.

    Args:
        words: In which the report speaks.
        one: The factor.
        hand: Whose hands it is in, in words; "" if nobody said.
        brings_up: Says that what follows brings it up.
        why: What does.
    """
    blocks: list[Block] = [
        Paragraph(text=" · ".join(told(words.directions[one.direction], hand)), lead=True),
        Paragraph(text=one.why),
    ]
    if why:
        blocks += [Paragraph(text=brings_up), Bullets(items=why)]
    if one.questions:
        blocks += [Paragraph(text=words.to_talk), Bullets(items=one.questions)]
    return tuple(blocks)

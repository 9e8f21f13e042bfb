"""Sections of a report on where a level's work stands, and what surrounds it: maps and external factors."""

from collections.abc import Mapping

from cosmos_app.charts.maps import WHEN, letters, map_alt, map_svg, where
from cosmos_app.design import VARIABLES
from cosmos_app.report.material import Asked, Material, overall
from cosmos_app.report.tree import Block, Bullets, Figure, Note, Paragraph, Section, Table, told
from cosmos_app.visits import store
from models.catalogues import Placement
from models.external_factors import RaisedFactor
from models.items import Moment
from models.reveal import GroupProfile

MOST_FACTORS = 5
"""How many raised factors a level tells of; the room looked at no more."""


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
    if given is None or not asked.is_scored:
        return ()
    raised = [_factor(of, asked, one) for one in given.factors[:MOST_FACTORS]]
    cards = [
        Section(
            title=asked.questionnaire.by_id[card.item].stem(None),
            blocks=tuple(Paragraph(text=line) for line in told(words.outside, of.hand(card.item))),
            depth=3,
        )
        for card in given.cards
    ]
    lead = words.most_raised if raised or cards else words.nothing_raised
    head = Section(title=words.parts["surroundings"], blocks=(Paragraph(text=lead, lead=True),), depth=2)
    return (head, *raised, *cards)


def own_factors(of: Material) -> tuple[Section, ...]:
    """What the room named itself."""
    every = [
        Section(
            title=own.name,
            blocks=tuple(Paragraph(text=line) for line in told(own.note, of.hand(own.id))),
            depth=2,
        )
        for own in store().own_factors(of.here.id)
    ]
    return (Section(title=of.words.own_factors), *every) if every else ()


def _map(of: Material, asked: Asked, given: GroupProfile, placement: Placement) -> tuple[Block, ...]:
    words, moments = of.words, given.placements.get(placement.id, {})
    hidden = any(one is None for tables in moments.values() for one in tables.values())
    counts: Mapping[Moment, Mapping[str, int]] = {
        at: {cell: n for one in tables.values() if one is not None for cell, n in one.cells.items()}
        for at, tables in moments.items()
    }
    if not any(n for held in counts.values() for n in held.values()):
        return (Paragraph(text=f"{placement.title}: {words.hidden}."),) if hidden else ()
    marks = letters(placement)
    rows = []
    for key in placement.keys:
        if any(held.get(key) for held in counts.values()):
            title = " ".join(told(marks.get(placement.cells[key], ""), placement.place(key).title))
            people = [str(counts.get(at, {}).get(key, words.hidden)) for at in WHEN]
            rows.append((title, where(placement, key), *people))
    seen = [one.n for tables in moments.values() for one in tables.values() if one is not None]
    source = of.source(asked, max(seen), overall([asked.last]))
    figure = Figure(
        svg=map_svg(placement, counts, VARIABLES),
        alt=map_alt(placement, counts),
        caption=placement.title,
        source=source,
        table=Table(
            head=(words.map_place, words.map_where, *(words.moments[at] for at in WHEN)),
            rows=tuple(rows),
            caption=placement.title,
            source=source,
        ),
    )
    return (figure, *((Note(text=words.map_part),) if hidden else ()))


def _factor(of: Material, asked: Asked, one: RaisedFactor) -> Section:
    words, questionnaire = of.words, asked.questionnaire
    titles = {item.id: item.stem(None) for item in questionnaire.items}
    titles |= {dimension.id: dimension.title for dimension in questionnaire.dimensions}
    why = tuple(titles[subject] for subject in one.because if subject in titles)
    blocks: list[Block] = [
        Paragraph(text=" · ".join(told(words.directions[one.factor.direction], of.hand(one.factor.id))), lead=True),
        Paragraph(text=one.factor.why),
    ]
    if why:
        blocks += [Paragraph(text=words.brings_up), Bullets(items=why)]
    if one.factor.questions:
        blocks += [Paragraph(text=words.to_talk), Bullets(items=one.factor.questions)]
    return Section(title=one.factor.name, blocks=tuple(blocks), depth=3)

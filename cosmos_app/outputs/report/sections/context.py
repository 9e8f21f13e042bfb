"""Sections of a report on where a level's work stands, and what surrounds it: maps and external factors."""

from collections.abc import Callable, Iterable, Mapping

from cosmos_app.content.catalogue import catalogues
from cosmos_app.design.tokens import VARIABLES
from cosmos_app.outputs.charts.maps import Counts, counts_of, letters, map_alt, map_svg, where
from cosmos_app.outputs.released import AskedQuestionnaire, RoomFigures
from cosmos_app.outputs.report.sources import source_of
from cosmos_app.outputs.report.tree import (
    Block,
    Bullets,
    Figure,
    Note,
    Paragraph,
    Section,
    Table,
    paragraphs,
    without_blanks,
)
from cosmos_app.storage import OwnFactor
from cosmos_app.texts import report as texts
from cosmos_app.texts.charts import MOMENTS
from cosmos_app.texts.reasons import reasons_for
from cosmos_app.texts.room.dots import NOT_SHOWN
from cosmos_app.texts.solo.factors import DIRECTIONS
from models.catalogues import Factor, Placement
from models.external_factors import MOST_RAISED
from models.items import Moment
from models.reveal import GroupProfile


def maps(figures: RoomFigures, asked: AskedQuestionnaire) -> tuple[Section, ...]:
    """Where people see the work, counted and never averaged."""
    profile = asked.last.profile
    if profile is None:
        return ()
    blocks = [block for placement in asked.maps for block in _map(figures, asked, profile, placement)]
    if not blocks:
        return ()
    note = Paragraph(text=texts.MAP_NOTE(), lead=True)
    return (Section(title=texts.HEADS["maps"](), blocks=(note, *blocks), depth=2),)


def surroundings(figures: RoomFigures, asked: AskedQuestionnaire) -> tuple[Section, ...]:
    """What lies around the work by the answers of a level."""
    profile, questionnaire = asked.last.profile, asked.questionnaire
    if profile is None or not (asked.is_scored or profile.factors or profile.cards):
        return ()
    factors = [
        Section(
            title=raised.factor.name,
            blocks=factor(
                raised.factor,
                texts.hands_in_words(figures.loci.get(raised.factor.id)),
                texts.BROUGHT_UP_BY(),
                reasons_for(raised, questionnaire, catalogues().placements),
            ),
            depth=3,
        )
        for raised in profile.factors[:MOST_RAISED]
    ]
    cards = [
        Section(
            title=questionnaire.by_id[card.item].stem(None),
            blocks=paragraphs((texts.OUTSIDE(), texts.hands_in_words(figures.loci.get(card.item)))),
            depth=3,
        )
        for card in profile.cards
    ]
    lead = texts.MOST_RAISED() if factors or cards else texts.NOTHING_RAISED()
    head = Section(title=texts.HEADS["surroundings"](), blocks=(Paragraph(text=lead, lead=True),), depth=2)
    return (head, *factors, *cards)


def own_factors(figures: RoomFigures) -> tuple[Section, ...]:
    """What the room named itself."""
    return named_factors(figures.own_factors, figures.loci)


def named_factors(own: Iterable[OwnFactor], loci: Mapping[str, str]) -> tuple[Section, ...]:
    """What people added to the factors themselves, and whose hands each is in."""
    sections = [
        Section(
            title=named.name,
            blocks=paragraphs((named.note, texts.hands_in_words(loci.get(named.id)))),
            depth=2,
        )
        for named in own
    ]
    return (Section(title=texts.OWN_FACTORS()), *sections) if sections else ()


def _map(
    figures: RoomFigures, asked: AskedQuestionnaire, profile: GroupProfile, placement: Placement
) -> tuple[Block, ...]:
    counts, hidden = counts_of(profile, placement)
    if not any(n for cells in counts.values() for n in cells.values()):
        return (Paragraph(text=texts.MAP_HIDDEN(map=placement.title)),) if hidden else ()
    tables = (table for moments in profile.placements[placement.id].values() for table in moments.values())
    n = max(table.n for table in tables if table is not None)

    def people(at: Moment, key: str) -> str:
        return str(counts.get(at, {}).get(key, NOT_SHOWN()))

    source = source_of(figures, asked, n, asked.last.completeness)
    picture = map_figure(placement, counts, people, placement.title, source)
    return (picture, Note(text=texts.MAP_PART())) if hidden else (picture,)


def map_figure(
    placement: Placement, counts: Counts, people: Callable[[Moment, str], str], caption: str, source: str
) -> Figure:
    """A map with those on it.

    Args:
        placement: The map.
        counts: Who is where.
        people: Says who is in a cell at a moment; the cell by its key.
        caption: What it shows.
        source: What it rests on.
    """
    marks = letters(placement)
    rows = []
    for key in placement.keys:
        if any(cells.get(key) for cells in counts.values()):
            title = " ".join(without_blanks(marks.get(placement.cells[key], ""), placement.place(key).title))
            rows.append((title, where(placement, key), *(people(at, key) for at in MOMENTS)))
    return Figure(
        svg=map_svg(placement, counts, VARIABLES),
        alt=map_alt(placement, counts),
        caption=caption,
        source=source,
        table=Table(
            head=(texts.MAP_PLACE(), texts.MAP_WHERE(), *(moment() for moment in MOMENTS.values())),
            rows=tuple(rows),
            caption=caption,
            source=source,
        ),
        wide=True,
    )


def factor(shown: Factor, hands: str, lead: str, reasons: tuple[str, ...]) -> tuple[Block, ...]:
    """What there is to say about a factor.

    Args:
        shown: The factor.
        hands: Whose hands it is in, in words; "" if nobody said.
        lead: Says that what follows brings it up.
        reasons: What does.
    """
    blocks: list[Block] = [
        Paragraph(text=" · ".join(without_blanks(DIRECTIONS[shown.direction](), hands)), lead=True),
        Paragraph(text=shown.why),
    ]
    if reasons:
        blocks += [Paragraph(text=lead), Bullets(items=reasons)]
    if shown.questions:
        blocks += [Paragraph(text=texts.TO_TALK_ABOUT()), Bullets(items=shown.questions)]
    return tuple(blocks)

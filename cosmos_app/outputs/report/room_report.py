"""The report of a room: what can go in it, and in which order it stands."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from cosmos_app.outputs.released import AskedQuestionnaire, RoomFigures, gather
from cosmos_app.outputs.report.sections.answers import disagreement, question_by_question, settled
from cosmos_app.outputs.report.sections.change import change
from cosmos_app.outputs.report.sections.context import maps, own_factors, surroundings
from cosmos_app.outputs.report.sections.cover import Cover, bound
from cosmos_app.outputs.report.sections.profiles import profile, stages
from cosmos_app.outputs.report.sections.summary import actions, feedback, method, promise, summary, who
from cosmos_app.outputs.report.tree import Block, Document, Note, Paragraph, Section, without_blanks
from cosmos_app.storage import Room
from cosmos_app.texts import report as texts
from cosmos_app.texts.days import day_in_words
from cosmos_app.texts.files import CAUTION_OF_A_ROOM
from cosmos_app.texts.room.dots import TOO_FEW_TO_SHOW
from models.workshop import NotAllowedError

OfRoom = Callable[[RoomFigures], tuple[Section, ...]]
OfLevel = Callable[[RoomFigures, AskedQuestionnaire], tuple[Section, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Something that can go in a report, by where it stands.

    Attributes:
        before: What it says of the room before any level.
        level: What it says of each level, for itself.
        after: What it says of the room after the levels.
        talked: Whether it is shown only once the room has talked and sees scores.
        follows: Whether it is shown only of a workshop that follows another.
    """

    before: OfRoom | None = None
    level: OfLevel | None = None
    after: OfRoom | None = None
    talked: bool = False
    follows: bool = False


CONTENTS: Mapping[str, Content] = {
    "summary": Content(before=summary),
    "promise": Content(before=promise),
    "disagreement": Content(level=disagreement),
    "dots": Content(level=question_by_question),
    "profile": Content(level=profile, talked=True),
    "stages": Content(level=stages, talked=True),
    "change": Content(level=change, talked=True, follows=True),
    "maps": Content(level=maps, talked=True),
    "surroundings": Content(level=surroundings, after=own_factors, talked=True),
    "settled": Content(level=settled),
    "actions": Content(after=actions),
    "feedback": Content(after=feedback),
    "method": Content(after=method),
}
"""In the order in which they stand; their heads are ``texts.report.HEADS``."""


def contents_of(room: Room) -> tuple[str, ...]:
    """What can go in the report of a room as it stands, by the keys of CONTENTS."""
    scores, follows = room.workshop.shows_scores, room.plan.previous is not None
    return tuple(
        name
        for name, content in CONTENTS.items()
        if (scores or not content.talked) and (follows or not content.follows)
    )


def report(room: Room, contents: Collection[str] = tuple(CONTENTS), today: date | None = None) -> Document:
    """Write the report of a room.

    Args:
        room: The room.
        contents: What goes in it, by the keys of CONTENTS; their order is that of CONTENTS.
        today: The day it is written; None for today.

    Raises:
        NotAllowedError: If nothing is revealed yet.
        ValueError: If there is no such content.
    """
    if unknown := [name for name in contents if name not in CONTENTS]:
        raise ValueError(f"A report holds no {', '.join(unknown)}. Choose from {', '.join(CONTENTS)}.")
    if not room.workshop.shows_results:
        raise NotAllowedError("nothing-to-report")
    figures = gather(room)
    chosen = {name: CONTENTS[name] for name in contents_of(room) if name in contents}
    last = chosen.pop("method", None)
    sections = (
        *(section for content in chosen.values() if content.before for section in content.before(figures)),
        *(section for asked in figures.own_work_first for section in _level(figures, asked, chosen)),
        *(section for content in chosen.values() if content.after for section in content.after(figures)),
        *(last.after(figures) if last and last.after else ()),
    )
    written_on = today or date.today()  # noqa: DTZ011  (the day on the wall of the room)
    return _document(figures, written_on, sections, summed_up="summary" in chosen)


def _level(figures: RoomFigures, asked: AskedQuestionnaire, chosen: Mapping[str, Content]) -> tuple[Section, ...]:
    """One level, for itself; nothing of it where too few people answered."""
    parts = [content.level for content in chosen.values() if content.level]
    if not parts:
        return ()
    questionnaire = asked.questionnaire
    blocks: list[Block] = [Paragraph(text=questionnaire.summary, lead=True)] if questionnaire.summary else []
    title = questionnaire.title
    if asked.is_practice:
        parts = [question_by_question] if question_by_question in parts else []
        blocks.append(Note(text=texts.PRACTICE()))
        title = texts.PRACTISED(title=title)
    if not asked.last.revealed.is_shown:
        return (Section(title=title, blocks=(*blocks, Note(text=TOO_FEW_TO_SHOW()))),)
    sections = [section for sections_of in parts for section in sections_of(figures, asked)]
    return (Section(title=title, blocks=tuple(blocks)), *sections) if sections else ()


def _document(figures: RoomFigures, today: date, sections: tuple[Section, ...], *, summed_up: bool) -> Document:
    """The whole; who answered stands on its cover, unless the page that sums it up says so."""
    room, plan = figures.room, figures.room.plan
    language = next((asked.questionnaire.language for asked in figures.own_work_first), "en")
    facts = (
        (texts.WORKSHOP_ON(), day_in_words(room.started_on)),
        *(() if summed_up else ((texts.WHO_ANSWERED(), who(figures)),)),
        (texts.SMALLEST(), texts.PEOPLE(plan.smallest_group)),
        (texts.ROUNDS(), texts.ROUNDS_ANSWERED[len(room.workshop.rounds_shown)]()),
        (texts.WRITTEN_ON(), day_in_words(today)),
    )
    cover = Cover(
        title=plan.initiative or texts.UNNAMED(),
        subtitle=" · ".join(without_blanks(plan.site, plan.wave)),
        facts=facts,
        example=texts.EXAMPLE() if room.example else "",
        caution=CAUTION_OF_A_ROOM(),
    )
    return bound(language, today, cover, sections)

"""The report of a room: what can go in it, and in which order it is told."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from cosmos_app.outputs.report.answers import disagreement, dots, settled
from cosmos_app.outputs.report.change import change
from cosmos_app.outputs.report.context import maps, own_factors, surroundings
from cosmos_app.outputs.report.cover import Cover, bound
from cosmos_app.outputs.report.profiles import profile, stages
from cosmos_app.outputs.report.report_data import Asked, Material, gather
from cosmos_app.outputs.report.summary import actions, feedback, method, promise, summary, who
from cosmos_app.outputs.report.tree import Block, Document, Note, Paragraph, Section, told
from cosmos_app.storage import Room
from models.workshop import NotAllowedError

OfRoom = Callable[[Material], tuple[Section, ...]]
OfLevel = Callable[[Material, Asked], tuple[Section, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Something that can go in a report, by where it stands.

    Attributes:
        before: What it says of the room before any level.
        level: What it says of each level, for itself.
        after: What it says of the room after the levels.
        talked: Whether it is told only once the room has talked and sees scores.
        follows: Whether it is told only of a workshop that follows another.
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
    "dots": Content(level=dots),
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
"""In the order in which they are told; the words for them are ``Words.parts``."""


def contents_of(here: Room) -> tuple[str, ...]:
    """What can go in the report of a room as it stands, by the keys of CONTENTS."""
    scores, follows = here.workshop.shows_scores, here.plan.previous is not None
    return tuple(name for name, one in CONTENTS.items() if (scores or not one.talked) and (follows or not one.follows))


def report(here: Room, contents: Collection[str] = tuple(CONTENTS), today: date | None = None) -> Document:
    """Write the report of a room.

    Args:
        here: The room.
        contents: What goes in it, by the keys of CONTENTS; their order is that of CONTENTS.
        today: The day it is written; None for today.

    Raises:
        NotAllowedError: If nothing is revealed yet.
        ValueError: If there is no such content.
    """
    if unknown := [name for name in contents if name not in CONTENTS]:
        raise ValueError(f"A report holds no {', '.join(unknown)}. Choose from {', '.join(CONTENTS)}.")
    if not here.workshop.shows_results:
        raise NotAllowedError(
            "Nothing is revealed yet, so there is nothing to report. Close the round, then show the dots."
        )
    of = gather(here, today or date.today())  # noqa: DTZ011  (the day on the wall of the room)
    chosen = {name: CONTENTS[name] for name in contents_of(here) if name in contents}
    last = chosen.pop("method", None)
    sections = (
        *(section for one in chosen.values() if one.before for section in one.before(of)),
        *(section for asked in of.asked for section in _level(of, asked, chosen)),
        *(section for one in chosen.values() if one.after for section in one.after(of)),
        *(last.after(of) if last and last.after else ()),
    )
    return _document(of, sections, summed_up="summary" in chosen)


def _level(of: Material, asked: Asked, chosen: Mapping[str, Content]) -> tuple[Section, ...]:
    """One level, told for itself; nothing of it where too few people answered."""
    every = [one.level for one in chosen.values() if one.level]
    if not every:
        return ()
    questionnaire = asked.questionnaire
    blocks: list[Block] = [Paragraph(text=questionnaire.summary, lead=True)] if questionnaire.summary else []
    title = questionnaire.title
    if asked.is_practice:
        every, blocks = [dots] if dots in every else [], [*blocks, Note(text=of.words.practice)]
        title = of.words.practised.format(title=title)
    if not asked.last.told.is_shown:
        return (Section(title=title, blocks=(*blocks, Note(text=of.words.too_few))),)
    sections = [section for told_of in every for section in told_of(of, asked)]
    return (Section(title=title, blocks=tuple(blocks)), *sections) if sections else ()


def _document(of: Material, sections: tuple[Section, ...], *, summed_up: bool) -> Document:
    """The whole; who answered stands on its cover, unless the page that sums it up says so."""
    here, words, plan = of.here, of.words, of.here.plan
    language = next((one.questionnaire.language for one in of.asked), "en")
    facts = (
        (words.on_day, words.day(here.started_on)),
        *(() if summed_up else ((words.who, who(of)),)),
        (words.smallest, words.people.format(n=plan.smallest_group)),
        (words.rounds, words.rounds_told[len(here.workshop.rounds_shown)]),
        (words.written_on, words.day(of.today)),
    )
    cover = Cover(
        title=plan.initiative or words.unnamed,
        subtitle=" · ".join(told(plan.site, plan.wave)),
        facts=facts,
        example=words.example if here.example else "",
        caution=words.caution,
    )
    return bound(words, language, of.today, cover, sections)

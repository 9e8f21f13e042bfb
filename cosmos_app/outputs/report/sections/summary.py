"""Sections of a report on a room as a whole: one page of it, the promise, what it will do, and what all rests on."""

from collections.abc import Callable, Iterable

from cosmos_app.content.catalogue import catalogues
from cosmos_app.outputs.released import AskedQuestionnaire, RoomFigures
from cosmos_app.outputs.report.sections.answers import differing_items, has_two_views
from cosmos_app.outputs.report.sources import source_of_room
from cosmos_app.outputs.report.tree import (
    Block,
    Bullets,
    Facts,
    Note,
    Paragraph,
    Section,
    Table,
    paragraphs,
    without_blanks,
)
from cosmos_app.storage import Action
from cosmos_app.texts import report as texts
from cosmos_app.texts.families import family_titles
from cosmos_app.texts.files import CAUTION_OF_A_ROOM
from cosmos_app.texts.numbers import NOTHING
from cosmos_app.texts.room.dots import NOT_SHOWN, SHAPE_TEXTS, TOO_FEW_TO_SHOW
from cosmos_app.texts.room.participants import AFTER_BECAME, FEEDBACK_HEARD, FEEDBACK_STEPS, FEEDBACK_WORTH
from cosmos_app.texts.room.promise import promise_lines
from cosmos_app.texts.values import answer_read, choices_of
from cosmos_app.workshop import rooms
from cosmos_app.workshop.participation import engine_version
from models.answers import Value
from models.board import BoardItem
from models.definition import Questionnaire

LinesOf = Callable[[AskedQuestionnaire], list[str]]

MOST_LINES = 2
"""Questions of a level that the first page names as agreed, alike and differing each; so that one page is enough."""

MOST_ACTIONS = 5
LONGEST_VIEW = 160
"""Letters of a view on the first page; the whole of it stands further on."""

MARK_OF_TEXT = 12
"""Characters of a definition's hash in the table of what was asked."""


def summary(figures: RoomFigures) -> tuple[Section, ...]:
    """The whole on one page: what we looked at, who, where we see it alike, where we differ, what we will do."""
    facts = (
        (texts.LOOKED_AT(), "; ".join(_form(figures, asked) for asked in figures.own_work_first)),
        (texts.WHO_ANSWERED(), who(figures)),
    )
    head = Section(title=texts.HEADS["summary"](), blocks=(Facts(rows=facts),))
    if figures.n is None:
        return (head, Section(title=texts.ALIKE(), blocks=(Note(text=TOO_FEW_TO_SHOW()),), depth=2))
    parts: tuple[tuple[str, tuple[str, ...], str], ...] = (
        (texts.AGREED_ON(), _lines(figures, _agreed), texts.NOTHING_AGREED()),
        (texts.ALIKE(), _lines(figures, _alike), texts.NOTHING_ALIKE()),
        (texts.DIFFER(), _lines(figures, _differing), texts.NO_DIFFERENCE()),
        (texts.HEADS["actions"](), _actions_in_short(figures.actions), texts.NO_ACTIONS()),
    )
    sections = (
        Section(title=title, blocks=(Bullets(items=lines) if lines else Paragraph(text=none),), depth=2)
        for title, lines, none in parts
    )
    return (head, *sections)


def who(figures: RoomFigures) -> str:
    """How many people answered, and from which groups, where these are large enough to be shown."""
    if figures.n is None:
        return NOT_SHOWN()
    people = texts.people_in_words(figures.n)
    families = figures.own_work_first[0].last.revealed.families
    if len(families) > 1 and not any(families.values()):
        return texts.GROUPS_HIDDEN(people=people, n=len(families))
    if not families:
        return texts.WHO(people=people)
    titles = family_titles(catalogues().roles)
    groups = (
        texts.GROUP_SIZE(group=titles[name], n=NOT_SHOWN() if group is None else group.n)
        for name, group in families.items()
    )
    return texts.WHO_BY_GROUP(people=people, groups="; ".join(groups))


def promise(figures: RoomFigures) -> tuple[Section, ...]:
    """What people could rely on, and what became of what was said last time."""
    plan = figures.room.plan
    lines = promise_lines(plan.promise, figures.room.erase_on, plan.smallest_group)
    rows = tuple((line.asked, line.answer) for line in lines if line.answer)
    head = Section(title=texts.HEADS["promise"](), blocks=(Facts(rows=rows),))
    last = rooms.last_actions(figures.room)
    if not last:
        return (head,)
    table = _actions_table(last, texts.LAST_TIME(), source_of_room(figures))
    return (head, Section(title=texts.LAST_TIME(), blocks=(table,), depth=2))


def actions(figures: RoomFigures) -> tuple[Section, ...]:
    """What the room will do, what became of it, and what it parked."""
    block: Block = Paragraph(text=texts.NO_ACTIONS())
    if figures.actions:
        block = _actions_table(figures.actions, texts.ACTIONS(), source_of_room(figures))
    head = Section(title=texts.HEADS["actions"](), blocks=(block,))
    if not figures.parked:
        return (head,)
    return (head, Section(title=texts.PARKED(), blocks=(Bullets(items=figures.parked),), depth=2))


def feedback(figures: RoomFigures) -> tuple[Section, ...]:
    """How the workshop was for people, as far as enough of them said."""
    found = rooms.feedback(figures.room)
    if found.n is None:
        return ()
    rows = tuple(
        (question(), "; ".join(texts.FEEDBACK_STEP(step=FEEDBACK_STEPS[step](), n=n) for step, n in counts.items()))
        for question, counts in ((FEEDBACK_HEARD, found.heard), (FEEDBACK_WORTH, found.worth))
        if counts is not None
    )
    blocks: list[Block] = [Paragraph(text=texts.FEEDBACK_N(found.n)), *([Facts(rows=rows)] if rows else [])]
    if found.words:
        blocks += [Paragraph(text=texts.FEEDBACK_WORDS()), Bullets(items=found.words)]
    return (Section(title=texts.HEADS["feedback"](), blocks=tuple(blocks)),)


def method(figures: RoomFigures) -> tuple[Section, ...]:
    """How to read the figures, and exactly what was asked."""
    sentences = texts.METHOD + (texts.METHOD_SCORES if figures.room.workshop.shows_scores else ())
    lines = [text(hidden=NOT_SHOWN(), k=figures.room.plan.smallest_group) for text in sentences]
    rows = []
    for asked in figures.own_work_first:
        n = asked.last.revealed.n
        rows.append((asked.questionnaire, asked.hash, NOT_SHOWN() if n is None else str(n)))
    blocks: list[Block] = [Note(text=CAUTION_OF_A_ROOM()), *paragraphs(lines)]
    blocks.append(definitions(rows, source_of_room(figures)))
    return (Section(title=texts.HEADS["method"](), blocks=tuple(blocks)),)


def definitions(asked: Iterable[tuple[Questionnaire, str, str]], source: str) -> Table:
    """Exactly what was asked.

    Args:
        asked: Each questionnaire, the hash of its text, and how many people were asked it, in words.
        source: What the table rests on.
    """
    return Table(
        head=tuple(head() for head in texts.DEFINITION_HEADS),
        rows=tuple(
            (each.title, f"{each.id} {each.version}", digest[:MARK_OF_TEXT], people, f"CoSMoS {engine_version()}")
            for each, digest, people in asked
        ),
        caption=texts.DEFINITIONS(),
        source=source,
    )


def _form(figures: RoomFigures, asked: AskedQuestionnaire) -> str:
    """A questionnaire by its title, and which form of it was asked; only those with themes have two."""
    title = asked.questionnaire.title
    if asked.is_practice:
        return texts.PRACTISED_ON(title=title)
    return texts.FORMS[figures.room.depth](title=title) if asked.is_scored else title


def _lines(figures: RoomFigures, lines_of: LinesOf) -> tuple[str, ...]:
    """Lines on each level, with its name where there are several: no line speaks of two, and none of a story."""
    own_work = [asked for asked in figures.asked if not asked.is_practice]
    return tuple(
        texts.OF_LEVEL(level=asked.questionnaire.title, words=line) if len(own_work) > 1 else line
        for asked in own_work
        for line in lines_of(asked)
    )


def _agreed(asked: AskedQuestionnaire) -> list[str]:
    """What we agreed on, in authored order."""
    lines = [
        texts.WE_AGREED(question=item.stem(None), answer=answer_read(item, Value(value)))
        for item in asked.questionnaire.items
        if (value := asked.decision(item).value) is not None
    ]
    more = len(lines) - MOST_LINES
    return [*lines[:MOST_LINES], *([texts.AND_MORE(more)] if more > 0 else [])]


def _alike(asked: AskedQuestionnaire) -> list[str]:
    """Questions answered most alike that nothing was settled on, in authored order, with what most chose."""
    board = asked.last.revealed.board
    alike = [result for result in board if result.shape == "alike" and result.item.id not in asked.decisions]
    closest = {result.item.id for result in alike[-MOST_LINES:]}
    return [_most_chose(asked.last.item(item)) for item in asked.questionnaire.items if item.id in closest]


def _most_chose(result: BoardItem) -> str:
    choices, distribution = choices_of(result.item), result.distribution or {}
    most = max(choices, key=lambda value: distribution.get(value, 0))
    n, question = distribution.get(most, 0), result.item.stem(None)
    return texts.MOST_CHOSE(question=question, answer=choices[most], n=n, of=result.n)


def _differing(asked: AskedQuestionnaire) -> list[str]:
    """Questions on which the room differs most: both views where they were written down, never one between them."""
    lines = []
    for result in differing_items(asked)[:MOST_LINES]:
        question, decision = result.item.stem(None), asked.decision(result.item)
        if has_two_views(asked, result.item):
            views = [_short(view) or NOTHING for view in (decision.one_side, decision.other_side)]
            lines.append(texts.TWO_VIEWS(question=question, one=views[0], other=views[1]))
        else:
            lines.append(texts.LIES(question=question, shape=SHAPE_TEXTS[result.shape].short()))
    return lines


def _short(text: str) -> str:
    """A text cut between words, with a mark that it goes on."""
    return text if len(text) <= LONGEST_VIEW else f"{text[:LONGEST_VIEW].rsplit(' ', 1)[0]} …"


def _actions_in_short(planned: tuple[Action, ...]) -> tuple[str, ...]:
    lines = []
    for action in planned[:MOST_ACTIONS]:
        by_whom = ", ".join(without_blanks(action.owner, action.due))
        lines.append(texts.ACTION(what=_short(action.what), who=by_whom) if by_whom else action.what)
    more = len(planned) - MOST_ACTIONS
    return (*lines, *([texts.AND_MORE(more)] if more > 0 else []))


def _actions_table(planned: tuple[Action, ...], caption: str, source: str) -> Table:
    return Table(
        head=tuple(head() for head in texts.ACTION_HEADS),
        rows=tuple(
            (action.what, action.owner, action.due, AFTER_BECAME[action.status](), action.became) for action in planned
        ),
        caption=caption,
        source=source,
    )

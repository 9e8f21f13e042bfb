"""Sections of a report on a room as a whole: one page of it, the promise, what it will do, and what all rests on."""

from collections.abc import Callable, Iterable
from dataclasses import fields

from cosmos_app.outputs.report.answers import differing_items, has_two_views
from cosmos_app.outputs.report.report_data import Asked, Material
from cosmos_app.outputs.report.tree import Block, Bullets, Facts, Note, Paragraph, Section, Table, paragraphs, told
from cosmos_app.storage import Action, Decision
from cosmos_app.storage.current import store
from cosmos_app.texts.report import Words
from cosmos_app.texts.values import answer_read, choices_of
from cosmos_app.workshop import rooms
from cosmos_app.workshop.participation import engine_version
from models.answers import Value
from models.board import BoardItem
from models.definition import Questionnaire

LinesOf = Callable[[Material, Asked], list[str]]

MOST_LINES = 2
"""Questions of a level that the first page names as agreed, alike and differing each; so that one page is enough."""

MOST_ACTIONS = 5
LONGEST_VIEW = 160
"""Letters of a view on the first page; the whole of it stands further on."""


def summary(of: Material) -> tuple[Section, ...]:
    """The whole on one page: what we looked at, who, where we see it alike, where we differ, what we will do."""
    words = of.words
    parts: tuple[tuple[str, tuple[str, ...], str], ...] = (
        (words.agreed_on, _lines(of, _agreed), words.nothing_agreed),
        (words.alike, _lines(of, _alike), words.nothing_alike),
        (words.differ, _lines(of, _differing), words.no_difference),
        (words.parts["actions"], _actions_in_short(of), words.no_actions),
    )
    facts = [(words.asked, "; ".join(_form(of, one) for one in of.asked)), (words.who, who(of))]
    head = Section(title=words.parts["summary"], blocks=(Facts(rows=tuple(facts)),))
    if of.n is None:
        return (head, Section(title=words.alike, blocks=(Note(text=words.too_few),), depth=2))
    shown = (
        Section(title=title, blocks=(Bullets(items=lines) if lines else Paragraph(text=none),), depth=2)
        for title, lines, none in parts
    )
    return (head, *shown)


def who(of: Material) -> str:
    """How many people answered, and from which groups, where these are large enough to be told."""
    if of.n is None:
        return of.words.hidden
    families = of.asked[0].last.told.families
    if len(families) > 1 and not any(families.values()):
        return of.words.groups_hidden.format(people=of.people(of.n), n=len(families))
    groups = [
        f"{of.families[name]}: {of.words.hidden if group is None else group.n}" for name, group in families.items()
    ]
    return f"{of.people(of.n)}. {'; '.join(groups)}." if groups else f"{of.people(of.n)}."


def promise(of: Material) -> tuple[Section, ...]:
    """What people could rely on, and what became of what was said last time."""
    plan, words = of.here.plan, of.words
    rows = [(words.promise[part.name], getattr(plan.promise, part.name)) for part in fields(plan.promise)]
    head = Section(title=words.parts["promise"], blocks=(Facts(rows=tuple(row for row in rows if row[1])),))
    last = rooms.last_actions(of.here)
    return (
        (head, Section(title=words.last_time, blocks=(_table(of, last, words.last_time),), depth=2))
        if last
        else (head,)
    )


def actions(of: Material) -> tuple[Section, ...]:
    """What the room will do, what became of it, and what it parked."""
    words, every, parked = of.words, store().actions(of.here.id), store().parked(of.here.id)
    blocks: list[Block] = [_table(of, every, words.actions_told) if every else Paragraph(text=words.no_actions)]
    head = Section(title=words.parts["actions"], blocks=tuple(blocks))
    rest = Section(title=words.parked, blocks=(Bullets(items=tuple(one.words for one in parked)),), depth=2)
    return (head, rest) if parked else (head,)


def feedback(of: Material) -> tuple[Section, ...]:
    """How the workshop was for people, as far as enough of them said."""
    words, given = of.words, rooms.feedback(of.here)
    if given.n is None:
        return ()
    rows = tuple(
        (asked, "; ".join(f"{words.feedback_steps[step]}: {n}" for step, n in counted.items()))
        for asked, counted in ((words.felt_heard, given.heard), (words.felt_worth, given.worth))
        if counted is not None
    )
    blocks: list[Block] = [Paragraph(text=words.feedback_n.format(n=given.n)), *([Facts(rows=rows)] if rows else [])]
    if given.words:
        blocks += [Paragraph(text=words.feedback_words), Bullets(items=given.words)]
    return (Section(title=words.parts["feedback"], blocks=tuple(blocks)),)


def method(of: Material) -> tuple[Section, ...]:
    """How to read the figures, and exactly what was asked."""
    words, scored = of.words, of.here.workshop.shows_scores
    filled = {"hidden": words.hidden, "k": of.here.plan.smallest_group}
    lines = [line.format(**filled) for line in (*words.method, *(words.method_scores if scored else ()))]
    people = (words.hidden if one.last.told.n is None else str(one.last.told.n) for one in of.asked)
    rows = [(one.questionnaire, one.digest, told) for one, told in zip(of.asked, people, strict=True)]
    table = definitions(words, rows, of.source_of_room())
    return (Section(title=words.parts["method"], blocks=(Note(text=words.caution), *paragraphs(lines), table)),)


def definitions(words: Words, asked: Iterable[tuple[Questionnaire, str, str]], source: str) -> Table:
    """Exactly what was asked.

    Args:
        words: In which the report speaks.
        asked: Each questionnaire, the hash of its text, and how many people were asked it, in words.
        source: What the table rests on.
    """
    return Table(
        head=words.definition_head,
        rows=tuple(
            (one.title, f"{one.id} {one.version}", digest[:12], people, f"CoSMoS {engine_version()}")
            for one, digest, people in asked
        ),
        caption=words.definitions,
        source=source,
    )


def _form(of: Material, asked: Asked) -> str:
    """A questionnaire by its title, and which form of it was asked; only those with themes have two."""
    title = asked.questionnaire.title
    if asked.is_practice:
        return of.words.practised_on.format(title=title)
    return of.words.forms[of.here.depth].format(title=title) if asked.is_scored else title


def _lines(of: Material, lines_of: LinesOf) -> tuple[str, ...]:
    """Lines on each level, with its name where there are several: no line speaks of two, and none of a story."""
    own = [asked for asked in of.asked if not asked.is_practice]
    several = len(own) > 1
    return tuple(
        of.words.of_level.format(level=asked.questionnaire.title, words=line) if several else line
        for asked in own
        for line in lines_of(of, asked)
    )


def _agreed(of: Material, asked: Asked) -> list[str]:
    """What we agreed on, in authored order."""
    every = [
        of.words.we_agreed.format(question=item.stem(None), answer=answer_read(item, Value(held.value)))
        for item in asked.questionnaire.items
        if (held := asked.settled.get(item.id, Decision())).value is not None
    ]
    more = len(every) - MOST_LINES
    return [*every[:MOST_LINES], *([of.words.and_more.format(n=more)] if more > 0 else [])]


def _alike(of: Material, asked: Asked) -> list[str]:
    """Questions answered most alike that nothing was settled on, in authored order, with what most chose."""
    alike = [one for one in asked.last.told.board if one.shape == "alike" and one.item.id not in asked.settled]
    closest = {one.item.id for one in alike[-MOST_LINES:]}
    return [_seen_alike(of, asked.last.item(item)) for item in asked.questionnaire.items if item.id in closest]


def _seen_alike(of: Material, one: BoardItem) -> str:
    texts, distribution = choices_of(one.item), one.distribution or {}
    most, question = max(texts, key=lambda value: distribution.get(value, 0)), one.item.stem(None)
    return of.words.most_chose.format(question=question, answer=texts[most], n=distribution.get(most, 0), of=one.n)


def _differing(of: Material, asked: Asked) -> list[str]:
    """Questions on which the room differs most: both views where they were written down, never one between them."""
    words, lines = of.words, []
    for one in differing_items(asked)[:MOST_LINES]:
        question, held = one.item.stem(None), asked.settled.get(one.item.id, Decision())
        if has_two_views(asked, one.item):
            views = {"one": _short(held.one_side) or "–", "other": _short(held.other_side) or "–"}
            lines.append(words.two_views.format(question=question, **views))
        else:
            lines.append(words.lies.format(question=question, shape=words.shapes[one.shape].short()))
    return lines


def _short(text: str) -> str:
    """A text cut between words, with a mark that it goes on."""
    return text if len(text) <= LONGEST_VIEW else f"{text[:LONGEST_VIEW].rsplit(' ', 1)[0]} …"


def _actions_in_short(of: Material) -> tuple[str, ...]:
    words, every = of.words, store().actions(of.here.id)
    lines = [
        words.action.format(what=_short(one.what), who=who)
        if (who := ", ".join(told(one.owner, one.due)))
        else one.what
        for one in every[:MOST_ACTIONS]
    ]
    return (*lines, *([words.and_more.format(n=len(every) - MOST_ACTIONS)] if len(every) > MOST_ACTIONS else []))


def _table(of: Material, every: tuple[Action, ...], caption: str) -> Table:
    words = of.words
    return Table(
        head=(words.what, words.owner, words.due, words.stands, words.became),
        rows=tuple((one.what, one.owner, one.due, words.status[one.status], one.became) for one in every),
        caption=caption,
        source=of.source_of_room(),
    )

"""The figures of a room as tables, long and wide, with what it agreed and means to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from cosmos_app.outputs.exports.cells import EVERYONE, Cell, Group, Number, groups_of
from cosmos_app.outputs.exports.labels import options_of
from cosmos_app.outputs.released import AskedQuestionnaire, RoomFigures
from cosmos_app.storage import Decision
from cosmos_app.texts.codebook import AGREED_KINDS, SHEETS
from cosmos_app.texts.solo.factors import LOCI
from cosmos_app.texts.values import choices_of
from models.answers import Evidence
from models.items import Item

Kind = Literal["text", "whole", "number"]
Entry = str | Number

KINDS: dict[str, Kind] = {
    "round": "whole",
    "practice": "whole",
    "group_n": "whole",
    "hidden": "whole",
    "value": "number",
}
"""What columns hold that hold no text; in the wide table, those of figures hold numbers too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table for other programs.

    Attributes:
        name: What it is called, as a sheet of a workbook.
        columns: What each column holds, by its name.
        rows: An entry for each column; None is blank.
    """

    name: str
    columns: dict[str, Kind]
    rows: tuple[tuple[Entry, ...], ...]


def table_of(name: str, columns: tuple[str, ...], rows: Iterator[tuple[Entry, ...]]) -> Table:
    """A table whose columns are known by name; *name* is a key of SHEETS."""
    kinds = {column: KINDS.get(column, "text") for column in columns}
    return Table(name=SHEETS[name](), columns=kinds, rows=tuple(rows))


OF_GROUP = ("questionnaire", "version", "definition", "practice", "round", "group_kind", "group", "group_n")
LONG = (*OF_GROUP, "about", "id", "title", "measure", "option", "option_label", "value", "hidden", "because")
AGREED = (
    *("kind", "questionnaire", "version", "id", "title", "answer", "label"),
    *("one_side", "other_side", "note", "evidence", "evidence_date", "link"),
)
ACTIONS = ("what", "owner", "due", "subject", "status", "became")


def long(figures: RoomFigures) -> Table:
    """Every figure in a row of its own."""
    return table_of("long", LONG, _long(figures))


def wide(figures: RoomFigures) -> Table:
    """A row for each questionnaire, round and group, a column for each figure."""
    groups = [(start, group, _by_column(group)) for _, start, group in _groups(figures)]
    found = dict.fromkeys(column for _, _, values in groups for column in values)
    rows = (
        (
            *start,
            ";".join(f"{cell.about}.{cell.id}" for cell in group.cells if cell.hidden),
            *(values.get(column) for column in found),
        )
        for start, group, values in groups
    )
    table = table_of("wide", (*OF_GROUP, "not_shown"), rows)
    return Table(name=table.name, columns={**table.columns, **dict.fromkeys(found, "number")}, rows=table.rows)


def agreed(figures: RoomFigures) -> Table:
    """What the room decided, where it wants to be, whose hands things are in, and what it left for another time."""
    return table_of("agreed", AGREED, _agreed(figures))


def actions(figures: RoomFigures) -> Table:
    """What the room means to do."""
    rows = (
        (action.what, action.owner, action.due, action.subject, action.status, action.became)
        for action in figures.actions
    )
    return table_of("actions", ACTIONS, rows)


def entries(cell: Cell) -> Iterator[tuple[str, str, Number]]:
    """The figures of a cell: measure, option, value."""
    for measure, value in cell.numbers.items():
        yield measure, "", value
    for measure, counted in cell.counts.items():
        for option, n in counted.items():
            yield measure, option, n


def column_of(cell: Cell, measure: str, option: str) -> str:
    """The name of a figure's column in the wide table; it stays the same from file to file."""
    return ".".join([cell.about, cell.id, measure, *([option] if option else [])])


def _long(figures: RoomFigures) -> Iterator[tuple[Entry, ...]]:
    for asked, start, group in _groups(figures):
        for cell in group.cells:
            subject, because = (cell.about, cell.id, cell.title), ";".join(cell.because)
            labels = {measure: options_of(asked.questionnaire, cell, measure) for measure in cell.counts}
            for measure, option, value in entries(cell):
                label = labels[measure].get(option, "") if option else ""
                yield (*start, *subject, measure, option, label, value, int(cell.hidden), because)


def _by_column(group: Group) -> dict[str, Number]:
    return {column_of(cell, *name): value for cell in group.cells for *name, value in entries(cell)}


def _groups(figures: RoomFigures) -> Iterator[tuple[AskedQuestionnaire, tuple[Entry, ...], Group]]:
    """Every group of each questionnaire, with what stands before its figures (``OF_GROUP``)."""
    for asked in figures.asked:
        of_questionnaire = (asked.questionnaire.id, asked.questionnaire.version, asked.hash, int(asked.is_practice))
        for each in asked.rounds:
            for group in groups_of(each):
                kind = "everyone" if group.id == EVERYONE else "family"
                yield asked, (*of_questionnaire, each.number, kind, group.id, group.n), group


def _agreed(figures: RoomFigures) -> Iterator[tuple[Entry, ...]]:
    for asked in figures.asked:
        ids = {"questionnaire": asked.questionnaire.id, "version": asked.questionnaire.version}
        for name, decision in asked.decisions.items():
            kind = "apart" if decision.value is None else "agreed"
            yield _line(kind, **ids, **_decision(asked.questionnaire.by_id[name], decision))
        for name, target in asked.targets.items():
            yield _line(
                "target", **ids, id=name, title=asked.questionnaire.dimension(name).title, answer=written(target)
            )
    for subject, locus in figures.loci.items():
        yield _line("mark", id=subject, answer=locus, label=LOCI[locus]())
    for own in figures.own_factors:
        yield _line("own_factor", title=own.name, note=own.note)
    for words in figures.parked:
        yield _line("parked", title=words)


def _line(kind: str, **entries_by_column: str) -> tuple[Entry, ...]:
    """A row of what was agreed; a column without an entry is blank."""
    row = {**entries_by_column, "kind": AGREED_KINDS[kind]()}
    return tuple(row.get(column, "") for column in AGREED)


def _decision(item: Item, decision: Decision) -> dict[str, str]:
    evidence = decision.evidence or Evidence()
    return {
        "id": item.id,
        "title": item.stem(None),
        "answer": written(decision.value),
        "label": _label(item, decision.value),
        "one_side": decision.one_side,
        "other_side": decision.other_side,
        "note": decision.note,
        "evidence": evidence.note,
        "evidence_date": evidence.date,
        "link": evidence.link,
    }


def written(value: Any) -> str:
    """An answer or a target as text; several answers joined by ";" as in answer files."""
    match value:
        case None:
            return ""
        case tuple(several):
            return ";".join(several)
        case _:
            return str(value)


def _label(item: Item, value: Any) -> str:
    """What an answer reads as, where it was chosen; "" where it was written or counted."""
    chosen, choices = value if isinstance(value, tuple) else (value,), choices_of(item)
    return "; ".join(choices[each] for each in chosen if each in choices)

"""The codebook: what every column, measure, item, theme and map of the tables is, and what they are taken from."""

from collections.abc import Iterator, Mapping
from typing import Any

from cosmos_app.content.catalogue import catalogues
from cosmos_app.outputs.exports.cells import NOT_SAID, WAYS, Cell, groups_of
from cosmos_app.outputs.exports.tables import ACTIONS, AGREED, LONG, Entry, Table, column_of, entries, table_of
from cosmos_app.outputs.released import AskedQuestionnaire, RoomFigures
from cosmos_app.texts import codebook as texts
from cosmos_app.texts.families import family_titles
from cosmos_app.texts.message import in_words
from cosmos_app.texts.room.dots import KNOWN_BY_TEXTS
from cosmos_app.texts.values import choices_of
from models.items import Item

CODEBOOK = (
    *("part", "questionnaire", "version", "definition", "name", "label"),
    *("kind", "values", "scale", "weights", "source", "columns"),
)


def codebook(figures: RoomFigures) -> Table:
    """What every column and every figure is, of this room's questionnaires in their versions."""
    return table_of("codebook", CODEBOOK, _lines(figures))


def group_titles() -> dict[str, str]:
    """What each group is called, by its id."""
    return {name or NOT_SAID: title for name, title in family_titles(catalogues().roles).items()}


def _lines(figures: RoomFigures) -> Iterator[tuple[Entry, ...]]:
    for name in dict.fromkeys((*LONG, "not_shown", *AGREED, *ACTIONS, "caution")):
        yield ("column", "", "", "", name, texts.COLUMNS[name](), "", _values_of_column(name), *("",) * 4)
    for name, (about, values) in texts.MEASURES.items():
        options = values()
        if name == "known_by":
            options = _values({way or NOT_SAID: KNOWN_BY_TEXTS[way]() for way in WAYS})
        yield ("measure", "", "", "", name, about(), "", options, *("",) * 4)
    for asked in figures.asked:
        yield from _of_questionnaire(asked)


def _values_of_column(name: str) -> str:
    known: Mapping[str, Mapping[Any, str]] = {
        "group_kind": in_words(texts.GROUP_KINDS),
        "about": in_words(texts.ABOUTS),
        "hidden": in_words(texts.HIDDEN),
        "group": group_titles(),
    }
    return _values(known[name]) if name in known else ""


def _of_questionnaire(asked: AskedQuestionnaire) -> Iterator[tuple[Entry, ...]]:
    questionnaire = asked.questionnaire
    ids = (questionnaire.id, questionnaire.version, asked.hash)
    cells = {(cell.about, cell.id): cell for each in asked.rounds for cell in groups_of(each)[0].cells}
    for item in questionnaire.items:
        if cell := cells.get(("item", item.id)):
            yield (
                *("item", *ids, item.id, item.ask, item.kind, _values(choices_of(item)), item.scale, _weights(item)),
                *(item.source, _columns(cell)),
            )
    for dimension in questionnaire.dimensions:
        if cell := cells.get(("theme", dimension.id)):
            label = texts.THEME(title=dimension.title, about=dimension.about)
            yield (
                *("theme", *ids, dimension.id, label, questionnaire.scoring.rule, texts.SCORE_RANGE(), "", ""),
                *(dimension.source, _columns(cell)),
            )
    for cell in cells.values():
        if cell.about == "map":
            yield ("map", *ids, cell.id, cell.title, *("",) * 5, _columns(cell))
    for name, citation in questionnaire.sources.items():
        yield ("source", *ids, name, citation, *("",) * 6)


def _weights(item: Item) -> str:
    weight_of = texts.WEIGHT_REVERSED if item.reverse else texts.WEIGHT
    return "; ".join(weight_of(theme=theme, weight=f"{weight:g}") for theme, weight in item.scores.items())


def _values(labels: Mapping[Any, str]) -> str:
    """Each value with what it means."""
    return "; ".join(texts.VALUE(value=value, label=label) for value, label in labels.items())


def _columns(cell: Cell) -> str:
    return "; ".join(column_of(cell, measure, option) for measure, option, _ in entries(cell))

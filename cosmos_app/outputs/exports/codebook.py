"""The codebook: what every column, measure, item, theme and map of the tables is, and what they are taken from."""

from collections.abc import Iterator, Mapping
from typing import Any

from cosmos_app.content.catalogue import catalogues
from cosmos_app.outputs.exports.cells import NOT_SAID, WAYS, Cell
from cosmos_app.outputs.exports.figures import Asked, Figures
from cosmos_app.outputs.exports.tables import ACTIONS, AGREED, LONG, Entry, Table, column_of, entries, table_of
from cosmos_app.texts.codebook import ABOUTS, COLUMNS, GROUP_KINDS, HIDDEN, MEASURES
from cosmos_app.texts.families import family_titles
from cosmos_app.texts.room.dots import KNOWN_BY_TEXTS
from cosmos_app.texts.values import choices_of
from models.items import Item

CODEBOOK = (
    *("part", "questionnaire", "version", "definition", "name", "label"),
    *("kind", "values", "scale", "weights", "source", "columns"),
)


def codebook(figures: Figures) -> Table:
    """What every column and every figure is, of this room's questionnaires in their versions."""
    return table_of("Codebook", CODEBOOK, _lines(figures))


def group_titles() -> dict[str, str]:
    """What each group is called, by its id."""
    return {name or NOT_SAID: title for name, title in family_titles(catalogues().roles).items()}


def _lines(figures: Figures) -> Iterator[tuple[Entry, ...]]:
    for name in dict.fromkeys((*LONG, "not_shown", *AGREED, *ACTIONS, "caution")):
        yield ("column", "", "", "", name, COLUMNS[name], "", _values_of_column(name), *("",) * 4)
    for name, (told, values) in MEASURES.items():
        options = _joined({way or NOT_SAID: KNOWN_BY_TEXTS[way]() for way in WAYS}) if name == "known_by" else values
        yield ("measure", "", "", "", name, told, "", options, *("",) * 4)
    for asked in figures.asked:
        yield from _of_questionnaire(asked)


def _values_of_column(name: str) -> str:
    known: Mapping[str, Mapping[Any, str]] = {
        "group_kind": GROUP_KINDS,
        "about": ABOUTS,
        "hidden": HIDDEN,
        "group": group_titles(),
    }
    return _joined(known[name]) if name in known else ""


def _of_questionnaire(asked: Asked) -> Iterator[tuple[Entry, ...]]:
    one = asked.questionnaire
    of = (one.id, one.version, asked.hash)
    cells = {(cell.about, cell.id): cell for groups in asked.rounds.values() for cell in groups[0].cells}
    for item in one.items:
        if cell := cells.get(("item", item.id)):
            yield (
                *("item", *of, item.id, item.ask, item.kind, _joined(choices_of(item)), item.scale, _weights(item)),
                *(item.source, _columns(cell)),
            )
    for dimension in one.dimensions:
        if cell := cells.get(("theme", dimension.id)):
            told = f"{dimension.title}: {dimension.about}"
            yield (
                "theme",
                *of,
                dimension.id,
                told,
                one.scoring.rule,
                "0 to 4",
                "",
                "",
                dimension.source,
                _columns(cell),
            )
    for cell in cells.values():
        if cell.about == "map":
            yield ("map", *of, cell.id, cell.title, *("",) * 5, _columns(cell))
    for name, citation in one.sources.items():
        yield ("source", *of, name, citation, *("",) * 6)


def _weights(item: Item) -> str:
    turned = " (reversed)" if item.reverse else ""
    return "; ".join(f"{dimension} {weight:g}{turned}" for dimension, weight in item.scores.items())


def _joined(values: Mapping[Any, str]) -> str:
    return "; ".join(f"{value} = {label}" for value, label in values.items())


def _columns(cell: Cell) -> str:
    return "; ".join(column_of(cell, measure, option) for measure, option, _ in entries(cell))

"""The archive of a room: its tables, its codebook and its bundle in one ZIP, with a page that says what is what."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cosmos_app.outputs.exports.bundle import bundle, json_of
from cosmos_app.outputs.exports.codebook import codebook
from cosmos_app.outputs.exports.csv_xlsx import csv_of
from cosmos_app.outputs.exports.facts import facts_of
from cosmos_app.outputs.exports.tables import actions, agreed, long, wide
from cosmos_app.outputs.released import RoomFigures
from cosmos_app.texts.codebook import ARCHIVE, FACTS, FORMULAS, LINE_OF_README, NOT_FOR_WEIGHTING
from cosmos_app.texts.files import CAUTION_OF_A_ROOM

BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The time that every file in the archive bears, so that the same room gives the same bytes."""


def archive_of(figures: RoomFigures) -> bytes:
    """Everything in one file."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, body in _files(figures).items():
            archive.writestr(ZipInfo(name, BEGINNING), body, compress_type=ZIP_DEFLATED)
    return out.getvalue()


def _files(figures: RoomFigures) -> Mapping[str, bytes]:
    return {
        "README.txt": _readme(figures).encode(),
        "long.csv": csv_of(long(figures)),
        "wide.csv": csv_of(wide(figures)),
        "codebook.csv": csv_of(codebook(figures)),
        "agreed.csv": csv_of(agreed(figures)),
        "actions.csv": csv_of(actions(figures)),
        "room.json": json_of(bundle(figures)),
    }


def _readme(figures: RoomFigures) -> str:
    facts = (LINE_OF_README(label=FACTS[name](), value=fact) for name, fact in facts_of(figures).items())
    files = (f"{name:14}{about()}" for name, about in ARCHIVE.items())
    parts = (CAUTION_OF_A_ROOM(), "\n".join(facts), "\n".join(files), NOT_FOR_WEIGHTING(), FORMULAS())
    return "\n\n".join(parts) + "\n"

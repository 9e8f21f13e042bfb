"""Exports: what a room told, as files for other programs; every format is made of the same figures, past the gate.

Importing this loads pandas, pyarrow, openpyxl and pyreadstat; whatever shows screens imports it when a file is asked
for.
"""

from collections.abc import Callable, Mapping

from cosmos_app.exports.archive import archive_of, json_of
from cosmos_app.exports.bundle import bundle, bundle_to_share
from cosmos_app.exports.figures import Figures, figures_of
from cosmos_app.exports.sheets import csv_of, workbook_of
from cosmos_app.exports.tables import long, wide
from cosmos_app.exports.typed import parquet_of, spss_of
from cosmos_app.storage import Room

FORMATS: Mapping[str, Callable[[Figures], bytes]] = {
    ".csv": lambda figures: csv_of(long(figures)),
    ".xlsx": workbook_of,
    ".parquet": lambda figures: parquet_of(long(figures), figures),
    ".json": lambda figures: json_of(bundle(figures)),
    ".sav": spss_of,
    ".zip": archive_of,
}
"""How a room is written, by the ending of the file's name."""

WIDE: Mapping[str, Callable[[Figures], bytes]] = {
    ".csv": lambda figures: csv_of(wide(figures)),
    ".parquet": lambda figures: parquet_of(wide(figures), figures),
}
"""The formats that hold one table, with the wide one; those not here hold both, or have no use for it."""

__all__ = ["FORMATS", "WIDE", "Figures", "bundle", "export", "export_to_share", "figures_of"]


def export(room: Room, suffix: str, *, wide: bool = False) -> bytes:
    """What a room told as a file.

    Args:
        room: The room.
        suffix: A key of FORMATS, or with *wide* of WIDE.
        wide: Whether a row holds all figures of a group, else each figure has a row of its own.

    Raises:
        KeyError: If there is no such format.
        NotAllowedError: If nothing is revealed yet.
        StoreError: If the store can't be read.
    """
    return (WIDE if wide else FORMATS)[suffix](figures_of(room))


def export_to_share(room: Room) -> bytes:
    """What its site agreed to share of a room, as a bundle for another CoSMoS.

    Raises:
        NotAllowedError: If nothing is revealed yet, or the site has not agreed.
        StoreError: If the store can't be read.
    """
    return json_of(bundle_to_share(figures_of(room)))

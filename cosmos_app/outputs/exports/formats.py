"""The formats of an export, each loaded only when it is asked for: loading pandas takes longer than a screen may."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cosmos_app.outputs.released import RoomFigures

Write = Callable[[RoomFigures], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format of an export.

    Attributes:
        mime: Its type (RFC 6838).
        write: Writes the figures of a room in it; of a format that holds one table, the long one.
        wide: The same with the wide table; None where a file holds both, or has no use for it.
    """

    mime: str
    write: Write
    wide: Write | None = None


def _csv(figures: RoomFigures) -> bytes:
    from cosmos_app.outputs.exports.csv_xlsx import csv_of  # noqa: PLC0415
    from cosmos_app.outputs.exports.tables import long  # noqa: PLC0415

    return csv_of(long(figures))


def _wide_csv(figures: RoomFigures) -> bytes:
    from cosmos_app.outputs.exports.csv_xlsx import csv_of  # noqa: PLC0415
    from cosmos_app.outputs.exports.tables import wide  # noqa: PLC0415

    return csv_of(wide(figures))


def _workbook(figures: RoomFigures) -> bytes:
    from cosmos_app.outputs.exports.csv_xlsx import workbook_of  # noqa: PLC0415

    return workbook_of(figures)


def _parquet(figures: RoomFigures) -> bytes:
    from cosmos_app.outputs.exports.parquet_spss import parquet_of  # noqa: PLC0415
    from cosmos_app.outputs.exports.tables import long  # noqa: PLC0415

    return parquet_of(long(figures), figures)


def _wide_parquet(figures: RoomFigures) -> bytes:
    from cosmos_app.outputs.exports.parquet_spss import parquet_of  # noqa: PLC0415
    from cosmos_app.outputs.exports.tables import wide  # noqa: PLC0415

    return parquet_of(wide(figures), figures)


def _json(figures: RoomFigures) -> bytes:
    from cosmos_app.outputs.exports.bundle import bundle, json_of  # noqa: PLC0415

    return json_of(bundle(figures))


def _spss(figures: RoomFigures) -> bytes:
    from cosmos_app.outputs.exports.parquet_spss import spss_of  # noqa: PLC0415

    return spss_of(figures)


def _archive(figures: RoomFigures) -> bytes:
    from cosmos_app.outputs.exports.archive import archive_of  # noqa: PLC0415

    return archive_of(figures)


FORMATS: Mapping[str, Format] = {
    ".csv": Format(mime="text/csv", write=_csv, wide=_wide_csv),
    ".xlsx": Format(mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write=_workbook),
    ".parquet": Format(mime="application/vnd.apache.parquet", write=_parquet, wide=_wide_parquet),
    ".json": Format(mime="application/json", write=_json),
    ".sav": Format(mime="application/x-spss-sav", write=_spss),
    ".zip": Format(mime="application/zip", write=_archive),
}
"""By the ending of the file's name."""

WIDE = tuple(suffix for suffix, each in FORMATS.items() if each.wide is not None)
"""Those that hold one table, and so can hold the wide one instead."""

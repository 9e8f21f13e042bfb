"""Parts of the desk that give what a room told to other programs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from cosmos_app import look
from cosmos_app.storage import Room


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A file that can be taken away.

    Attributes:
        label: What it is for.
        suffix: How its name ends.
        mime: Its type (RFC 6838).
        wide: Whether a row holds all figures of a group.
    """

    label: str
    suffix: str
    mime: str
    wide: bool = False


FORMATS: Mapping[str, Format] = {
    "zip": Format(label="Everything, with a page that says what is what (ZIP)", suffix=".zip", mime="application/zip"),
    "xlsx": Format(
        label="A workbook for Excel or LibreOffice (XLSX)",
        suffix=".xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "csv": Format(label="A table, each figure in a row (CSV)", suffix=".csv", mime="text/csv"),
    "csv-wide": Format(label="A table, each group in a row (CSV)", suffix=".csv", mime="text/csv", wide=True),
    "sav": Format(label="For SPSS (SAV)", suffix=".sav", mime="application/x-spss-sav"),
    "parquet": Format(label="For Python or R (Parquet)", suffix=".parquet", mime="application/vnd.apache.parquet"),
    "json": Format(label="For archives and other programs (JSON)", suffix=".json", mime="application/json"),
}
"""What is offered, in the order of a facilitator's likely wishes."""


def export_room(room: Room) -> None:
    """Offer what was shown to the room and what it settled, in a format for the program at hand."""
    with st.expander("For other programs", icon=":material/table_view:"):
        look.note("What was shown to the room and what it settled. Nothing that was hidden is in it.")
        chosen = st.selectbox(
            "Format", list(FORMATS), format_func=lambda name: FORMATS[name].label, key="export-format"
        )
        one = FORMATS[chosen]
        st.download_button(
            "Take it away as a file",
            body_of(room, one),
            f"cosmos-workshop{'-wide' if one.wide else ''}{one.suffix}",
            one.mime,
            key="get-room",
            on_click="ignore",
            icon=":material/download:",
        )


def body_of(room: Room, one: Format) -> Callable[[], bytes]:
    """What writes the file, once somebody asks for it."""

    def written() -> bytes:
        from cosmos_app.exports import export  # noqa: PLC0415  (pandas and its kin, only when a file is asked for)

        return export(room, one.suffix, wide=one.wide)

    return written

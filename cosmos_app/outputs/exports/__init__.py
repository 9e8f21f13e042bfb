"""Exports: what a room told, as files for other programs; every format is made of the same figures, past the gate."""

from cosmos_app.outputs.exports.bundle import bundle, bundle_to_share, json_of
from cosmos_app.outputs.exports.figures import Figures, figures_of
from cosmos_app.outputs.exports.formats import FORMATS, WIDE
from cosmos_app.storage import Room

__all__ = ["FORMATS", "WIDE", "Figures", "bundle", "bundle_to_share", "export", "export_to_share", "figures_of"]


def export(room: Room, suffix: str, *, wide: bool = False) -> bytes:
    """What a room told as a file.

    Args:
        room: The room.
        suffix: A key of FORMATS, or with *wide* one of WIDE.
        wide: Whether a row holds all figures of a group, else each figure has a row of its own.

    Raises:
        KeyError: If there is no such format.
        NotAllowedError: If nothing is revealed yet.
        StoreError: If the store can't be read.
    """
    one = FORMATS[suffix]
    write = one.wide if wide else one.write
    if write is None:
        raise KeyError(suffix)
    return write(figures_of(room))


def export_to_share(room: Room) -> bytes:
    """What its site agreed to share of a room, as a bundle for another CoSMoS.

    Raises:
        NotAllowedError: If nothing is revealed yet, or the site has not agreed.
        StoreError: If the store can't be read.
    """
    return json_of(bundle_to_share(figures_of(room)))

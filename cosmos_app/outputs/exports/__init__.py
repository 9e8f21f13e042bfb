"""Exports: what may leave a room, as files for other programs; every format is made of the same figures."""

from cosmos_app.outputs.exports.bundle import bundle, bundle_to_share, json_of
from cosmos_app.outputs.exports.formats import FORMATS, WIDE
from cosmos_app.outputs.released import gather
from cosmos_app.storage import Room

__all__ = ["FORMATS", "WIDE", "bundle", "bundle_to_share", "export", "export_to_share"]


def export(room: Room, suffix: str, *, wide: bool = False) -> bytes:
    """What may leave a room, as a file.

    Args:
        room: The room.
        suffix: A key of FORMATS, or with *wide* one of WIDE.
        wide: Whether a row holds all figures of a group, else each figure has a row of its own.

    Raises:
        KeyError: If there is no such format.
        NotAllowedError: If nothing is revealed yet.
        StoreError: If the store can't be read.
    """
    file_format = FORMATS[suffix]
    write = file_format.wide if wide else file_format.write
    if write is None:
        raise KeyError(suffix)
    return write(gather(room))


def export_to_share(room: Room) -> bytes:
    """What its site agreed to share of a room, as a bundle for another CoSMoS.

    Raises:
        NotAllowedError: If nothing is revealed yet, or the site has not agreed.
        StoreError: If the store can't be read.
    """
    return json_of(bundle_to_share(gather(room)))

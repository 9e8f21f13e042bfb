"""What a backup may unpack into, read from its table of contents before anything in it is unpacked."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from cosmos_app.settings import limit
from cosmos_app.storage.backup_files import MANIFEST, BackupError, problem
from models.problems import Problem

MOST_MEMBERS = 200
"""Files in a backup: one for each table, and the manifest. We have under forty."""

LARGEST_MANIFEST = 1_000_000
"""Bytes; ours have under two thousand."""


def check_limits(archive: ZipFile, file: Path) -> None:
    """Return if a backup unpacks into no more than the limits; zipfile reads no member beyond the size it gives.

    Raises:
        BackupError: If it does.
    """
    if found := list(_over_limits(archive, file)):
        raise BackupError(found)


def _over_limits(archive: ZipFile, file: Path) -> Iterator[Problem]:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        yield problem("over-limit.members", file, values={"n": len(members), "most": MOST_MEMBERS})
    if any(member.filename == MANIFEST and member.file_size > LARGEST_MANIFEST for member in members):
        yield problem("over-limit.manifest", file, MANIFEST, values={"most": LARGEST_MANIFEST})
    size = sum(member.file_size for member in members)
    if size > (most := limit("COSMOS_MOST_BYTES")):
        yield problem("over-limit.bytes", file, values={"n": size, "most": most, "setting": "COSMOS_MOST_BYTES"})

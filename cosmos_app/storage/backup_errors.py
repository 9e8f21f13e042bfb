"""What can be wrong with a backup. Errors carry reasons and values; ``texts.store`` has the sentences."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal

BackupReason = Literal[
    "name-taken",
    "unwritable",
    "unreadable",
    "not-a-backup",
    "no-manifest",
    "other-format",
    "newer",
    "table-missing",
    "table-unknown",
    "part-missing",
    "not-json",
    "not-a-row",
    "value-missing",
    "value-unfit",
    "more-broken-rows",
    "row-count",
    "not-fitting",
]
"""What can be wrong with a backup: a key of the app's table of sentences, ``texts.store``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupFault:
    """One fault of a backup.

    Attributes:
        reason: What is wrong.
        member: Where: a file in the zip; "" for the whole.
        line: Which line of it, counted from 1; None for all of it.
        values: What else the app's sentence names, by placeholder.
    """

    reason: BackupReason
    member: str = ""
    line: int | None = None
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


class BackupError(Exception):
    """A backup can't be written or restored; carries every fault found, not only the first.

    Attributes:
        file: The backup.
        faults: Its faults, by table and line.
    """

    def __init__(self, file: Path, faults: Iterable[BackupFault]) -> None:
        self.file = file
        self.faults = tuple(faults)
        super().__init__(f"{file}: {', '.join(fault.reason for fault in self.faults)}")

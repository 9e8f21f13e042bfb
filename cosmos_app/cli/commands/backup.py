"""``cosmos backup`` and ``cosmos restore``: everything kept, written to one file, and brought back from it."""

import sys
from collections.abc import Callable
from pathlib import Path

from cosmos_app.cli.commands.output import print_problems
from cosmos_app.settings import database_url
from cosmos_app.storage import BY_COMMAND, Deed, StoreError, open_store
from cosmos_app.storage.backup_files import BackupError, Manifest
from cosmos_app.storage.backups import back_up, restore
from cosmos_app.storage.migrate import HEAD
from cosmos_app.texts import commands as texts
from cosmos_app.texts.store import ABOUT_BACKUP, store_problem

Work = Callable[[str, Path], Manifest]


def run(file: Path, data: Path | None = None) -> int:
    """Write a backup.

    Args:
        file: What to write; there must be none of this name.
        data: The folder of the answers; None for the usual place.

    Returns:
        The exit code: 0, or 1 if nothing was written.
    """
    if (done := _try(_back_up, file, data)) is None:
        return 1
    print(texts.BACKED_UP(file=file, amount=_amount(done)))
    print(texts.BACKUP_CARE())
    return 0


def run_restore(file: Path, data: Path | None = None) -> int:
    """Restore a backup; arguments and exit codes as ``run``."""
    if (done := _try(restore, file, data)) is None:
        return 1
    print(texts.RESTORED(file=file, day=done.created_on, amount=_amount(done)))
    return 0


def _back_up(address: str, file: Path) -> Manifest:
    done = back_up(address, file, ABOUT_BACKUP())
    if done.revision == HEAD:  # a store of an older release is not migrated by being backed up
        with open_store(address) as kept:
            kept.audit(Deed(deed="backed-up", doer=BY_COMMAND))
    return done


def _try(work: Work, file: Path, data: Path | None) -> Manifest | None:
    try:
        return work(database_url(data), file)
    except BackupError as error:
        print_problems(error.problems)
    except StoreError as error:
        print(store_problem(error), file=sys.stderr)
    return None


def _amount(done: Manifest) -> str:
    workshops, people = done.rows.get("workshop", 0), done.rows.get("participant", 0)
    return texts.AMOUNT(workshops=texts.WORKSHOPS(workshops), people=texts.PEOPLE(people))

"""``cosmos export``: what a workshop told, as a file for other programs."""

import sys
from pathlib import Path

from cosmos_app.commands.output import UnwritableError, deliver_bytes, tell, tell_usage
from cosmos_app.commands.workshops import UnfoundError, store_at, the_workshop
from cosmos_app.exports import FORMATS, WIDE, export, export_to_share
from cosmos_app.storage import StoreError
from models.problems import did_you_mean
from models.workshop import NotAllowedError


def run(workshop: str, out: Path, *, wide: bool = False, shared: bool = False, data: Path | None = None) -> int:
    """Write what a workshop told.

    Args:
        workshop: Its id, the beginning of it, or "latest".
        out: The file; its ending says which format.
        wide: Whether a row holds all figures of a group.
        shared: Whether only that is written which the site agreed to share with whoever compares sites.
        data: The folder of the store; None for the usual place.

    Returns:
        The exit code: 0, 1 if there is no such workshop or nothing to tell yet, 2 for a wrong command.
    """
    suffix = out.suffix.lower()
    if wrong := _fault(suffix, wide=wide, shared=shared):
        return tell_usage(wrong)
    try:
        with store_at(data):
            room = the_workshop(workshop)
            deliver_bytes(out, export_to_share(room) if shared else export(room, suffix, wide=wide))
    except (UnfoundError, NotAllowedError, StoreError) as error:
        print(error, file=sys.stderr)
        return 1
    except UnwritableError as error:
        tell([error.problem])
        return 1
    return 0


def _fault(suffix: str, *, wide: bool, shared: bool) -> str:
    """What is wrong with the command; "" for nothing."""
    if suffix not in FORMATS:
        return f'No format ends in "{suffix}". {did_you_mean(suffix, FORMATS)}Use one of {", ".join(FORMATS)}.'
    if wide and suffix not in WIDE:
        return f"--wide goes with {' and '.join(WIDE)}; a workbook and a ZIP hold both tables."
    if shared and suffix != ".json":
        return "--shared goes with .json, which another CoSMoS reads."
    return ""

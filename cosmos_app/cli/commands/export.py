"""``cosmos export``: what a workshop told, as a file for other programs."""

import json
from functools import partial
from pathlib import Path

from cosmos_app.cli.commands.output import tell_usage
from cosmos_app.cli.commands.workshops import write_of_workshop
from cosmos_app.outputs.exports import FORMATS, WIDE, export, export_to_share
from cosmos_app.texts.problems import did_you_mean


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
    if shared:
        return write_of_workshop(workshop, out, export_to_share, data, _shared)
    return write_of_workshop(workshop, out, partial(export, suffix=suffix, wide=wide), data)


def _shared(bundle: bytes) -> str:
    """What stands in a bundle that is to be shared, and what does not."""
    agreed = "what was agreed and done" if json.loads(bundle)["agreement"]["stories"] else ""
    held = ", ".join(filter(None, ("the site's card", "what everyone together gave by theme", agreed)))
    left = ", ".join(filter(None, ("answers", "groups by role", "" if agreed else "what was agreed and done")))
    return f"In it: {held}. Not in it: {left}."


def _fault(suffix: str, *, wide: bool, shared: bool) -> str:
    """What is wrong with the command; "" for nothing."""
    if suffix not in FORMATS:
        return (
            f'No format ends in "{suffix}". {did_you_mean(suffix, FORMATS)} Use one of {", ".join(FORMATS)}.'.replace(
                "  ", " "
            )
        )
    if wide and suffix not in WIDE:
        return f"--wide goes with {' and '.join(WIDE)}; a workbook and a ZIP hold both tables."
    if shared and suffix != ".json":
        return "--shared goes with .json, which another CoSMoS reads."
    return ""

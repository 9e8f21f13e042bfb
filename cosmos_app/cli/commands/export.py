"""``cosmos export``: what a workshop disclosed, as a file for other programs."""

import json
from functools import partial
from pathlib import Path

from cosmos_app.cli.commands.output import no_such_format, usage_error
from cosmos_app.cli.commands.workshops import write_of_workshop
from cosmos_app.outputs.exports import FORMATS, WIDE, export, export_to_share
from cosmos_app.texts import commands as texts


def run(workshop: str, out: Path, *, wide: bool = False, shared: bool = False, data: Path | None = None) -> int:
    """Write what a workshop disclosed.

    Args:
        workshop: Its id, the beginning of it, or "latest".
        out: The file; its ending says which format.
        wide: Whether a row holds all figures of a group.
        shared: Whether only that is written which the site agreed to share with whoever compares sites.
        data: The folder of the store; None for the usual place.

    Returns:
        The exit code: 0, 1 if there is no such workshop or nothing to show yet, 2 for a wrong command.
    """
    suffix = out.suffix.lower()
    if wrong := _usage_fault(suffix, wide=wide, shared=shared):
        return usage_error(wrong)
    if shared:
        return write_of_workshop(workshop, out, export_to_share, data, _contents, deed="shared")
    return write_of_workshop(workshop, out, partial(export, suffix=suffix, wide=wide), data, deed="exported")


def _contents(bundle: bytes) -> str:
    """What is in a bundle that is to be shared, and what is not."""
    shares_stories = json.loads(bundle)["agreement"]["stories"]
    return texts.SHARED_WITH_STORIES() if shares_stories else texts.SHARED_FIGURES()


def _usage_fault(suffix: str, *, wide: bool, shared: bool) -> str:
    """What is wrong with the command; "" for nothing."""
    if suffix not in FORMATS:
        return no_such_format(suffix, FORMATS)
    if wide and suffix not in WIDE:
        first, second = WIDE
        return texts.WIDE_FORMATS(endings=texts.BOTH(first=first, second=second))
    return texts.SHARED_FORMAT() if shared and suffix != ".json" else ""

"""``cosmos report``: what a workshop told, settled and means to do, as a document for people."""

import sys
from pathlib import Path

from cosmos_app.commands.output import UnwritableError, deliver_bytes, tell, tell_usage
from cosmos_app.commands.workshops import UnfoundError, store_at, the_workshop
from cosmos_app.report.of_room import CONTENTS, report
from cosmos_app.report.renderers import RENDERERS
from cosmos_app.storage import StoreError
from models.problems import did_you_mean
from models.workshop import NotAllowedError


def run(workshop: str, out: Path, contents: str = "", data: Path | None = None) -> int:
    """Write the report of a workshop.

    Args:
        workshop: Its id, the beginning of it, or "latest".
        out: The file; its ending says which format.
        contents: What goes in, joined by commas; "" for everything.
        data: The folder of the store; None for the usual place.

    Returns:
        The exit code: 0, 1 if there is no such workshop or nothing to tell yet, 2 for a wrong command.
    """
    suffix = out.suffix.lower()
    if suffix not in RENDERERS:
        return tell_usage(
            f'No format ends in "{suffix}". {did_you_mean(suffix, RENDERERS)}Use one of {", ".join(RENDERERS)}.'
        )
    chosen = [part.strip() for part in contents.split(",") if part.strip()] or list(CONTENTS)
    if wrong := "\n".join(_unknown(name) for name in chosen if name not in CONTENTS):
        return tell_usage(f"{wrong}\nUse --contents with some of {','.join(CONTENTS)}, or leave it out for everything.")
    try:
        with store_at(data):
            deliver_bytes(out, RENDERERS[suffix].render(report(the_workshop(workshop), chosen)))
    except (UnfoundError, NotAllowedError, StoreError) as error:
        print(error, file=sys.stderr)
        return 1
    except UnwritableError as error:
        tell([error.problem])
        return 1
    return 0


def _unknown(name: str) -> str:
    return f'A report holds no "{name}". {did_you_mean(name, CONTENTS)}'.strip()

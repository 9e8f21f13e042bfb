"""``cosmos report``: what a workshop told, settled and means to do, as a document for people."""

from pathlib import Path

from cosmos_app.cli.commands.output import tell_usage
from cosmos_app.cli.commands.workshops import write_of_workshop
from cosmos_app.outputs.report.renderers import RENDERERS
from cosmos_app.outputs.report.room_report import CONTENTS, report
from cosmos_app.texts.problems import did_you_mean


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
            " ".join(
                filter(
                    None,
                    [
                        f'No format ends in "{suffix}".',
                        did_you_mean(suffix, RENDERERS),
                        f"Use one of {', '.join(RENDERERS)}.",
                    ],
                )
            )
        )
    chosen = [part.strip() for part in contents.split(",") if part.strip()] or list(CONTENTS)
    if wrong := "\n".join(_unknown(name) for name in chosen if name not in CONTENTS):
        return tell_usage(f"{wrong}\nUse --contents with some of {','.join(CONTENTS)}, or leave it out for everything.")
    return write_of_workshop(workshop, out, lambda room: RENDERERS[suffix].render(report(room, chosen)), data)


def _unknown(name: str) -> str:
    return f'A report holds no "{name}". {did_you_mean(name, CONTENTS)}'.strip()

"""``cosmos report``: what a workshop showed, decided and plans to do, as a document for people."""

from pathlib import Path

from cosmos_app.cli.commands.output import no_such_format, usage_error
from cosmos_app.cli.commands.workshops import write_of_workshop
from cosmos_app.outputs.report.renderers import RENDERERS
from cosmos_app.outputs.report.room_report import CONTENTS, report
from cosmos_app.texts import commands as texts
from cosmos_app.texts.message import paragraph
from cosmos_app.texts.problems import did_you_mean


def run(workshop: str, out: Path, contents: str = "", data: Path | None = None) -> int:
    """Write the report of a workshop.

    Args:
        workshop: Its id, the beginning of it, or "latest".
        out: The file; its ending says which format.
        contents: What goes in, joined by commas; "" for everything.
        data: The folder of the store; None for the usual place.

    Returns:
        The exit code: 0, 1 if there is no such workshop or nothing to show yet, 2 for a wrong command.
    """
    suffix = out.suffix.lower()
    if suffix not in RENDERERS:
        return usage_error(no_such_format(suffix, RENDERERS))
    chosen = [part.strip() for part in contents.split(",") if part.strip()] or list(CONTENTS)
    if unknown := [part for part in chosen if part not in CONTENTS]:
        lines = [paragraph(texts.NO_SUCH_PART(part=part), did_you_mean(part, CONTENTS)) for part in unknown]
        return usage_error("\n".join([*lines, texts.PARTS_THERE_ARE(parts=",".join(CONTENTS))]))
    return write_of_workshop(
        workshop, out, lambda room: RENDERERS[suffix].render(report(room, chosen)), data, deed="reported"
    )

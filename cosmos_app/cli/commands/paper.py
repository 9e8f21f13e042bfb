"""``cosmos paper``: a questionnaire as a form to be filled in with a pen (PDF)."""

import json
from pathlib import Path

from cosmos_app.cli.commands.output import deliver_bytes, print_problems, usage_error
from cosmos_app.content.loader import catalogues_in, read_questionnaire
from cosmos_app.storage.snapshots import snapshot_of
from cosmos_app.texts import commands as texts
from cosmos_app.workshop.paper.form import form_as_pdf
from cosmos_app.workshop.paper.question_codes import Part, coded
from models.definition import Depth
from models.layout import lay_out
from models.problems import ProblemsError


def run(questionnaire: Path, out: Path, depth: Depth = "full", *, large: bool = False) -> int:
    """Print a questionnaire.

    Args:
        questionnaire: The definition.
        out: Where the PDF goes.
        depth: "short" prints core items only.
        large: Whether it is printed in 18 point.

    Returns:
        The exit code: 0, 1 when something is wrong with a file (nothing is written then), 2 for a wrong command.
    """
    if out.suffix.lower() != ".pdf":
        return usage_error(texts.NOT_A_PDF(name=out.name))
    if out.resolve() == questionnaire.resolve():
        return usage_error(texts.OVERWRITES_DEFINITION(out=out))
    try:
        definition, roles = read_questionnaire(questionnaire), catalogues_in(questionnaire.parent).roles
        digest = snapshot_of(json.loads(questionnaire.read_text(encoding="utf-8-sig"))).hash
        form = coded([Part(layout=lay_out(definition), digest=digest)], depth, roles)
        deliver_bytes(out, form_as_pdf(form, roles, None, foot=definition.title, large=large))
    except ProblemsError as error:
        print_problems(error.problems)
        return 1
    return 0

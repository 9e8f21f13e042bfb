"""``cosmos summarise``: what may be told about groups of respondents, as JSON."""

import json
from pathlib import Path

from cosmos_app.cli.commands.output import deliver, tell, tell_usage
from cosmos_app.content.loader import catalogues_in, read_questionnaire
from cosmos_app.interchange.answer_files import read_answers
from cosmos_app.interchange.records import groups_json
from cosmos_app.texts.commands import SMALL_GROUP
from models.disclosure import DEFAULT_K, SMALLEST_K, SmallGroupError, threshold
from models.external_factors import candidates
from models.layout import lay_out
from models.people import TooManyGroupsError
from models.problems import Problem, ProblemsError
from models.summary import TABLES, summarise


def run(
    questionnaire: Path, answers: Path, by: tuple[str, ...] = (), k: int | None = None, out: Path | None = None
) -> int:
    """Summarise an answer file past the gate.

    Args:
        questionnaire: The definition.
        answers: CSV or Parquet, one row per respondent.
        by: One of TABLES, in any order.
        k: Smallest group that may be shown; None for the usual.
        out: Where the JSON goes; None for the screen.

    Returns:
        The exit code: 0, 1 when something is wrong with a file (nothing is written then), 2 for a wrong command.
    """
    table = next((table for table in TABLES if sorted(table) == sorted(by)), None)
    if table is None:
        known = ", ".join(",".join(table) for table in TABLES if table)
        return tell_usage(
            f"There is no table by {','.join(by)}: together with the others it could tell people apart. "
            f"Use --by with one of {known}, or leave it out for everyone."
        )
    try:
        smallest = threshold(k)
    except SmallGroupError as error:
        return tell_usage(SMALL_GROUP(value=repr(error.args[0]), smallest=SMALLEST_K, usual=DEFAULT_K))
    if out is not None and out.resolve() in (questionnaire.resolve(), answers.resolve()):
        return tell_usage(f"{out} would be overwritten by its own result. Give -o another name.")
    try:
        definition, catalogues = read_questionnaire(questionnaire), catalogues_in(questionnaire.parent)
        raisable = candidates(catalogues.factors, definition)
        conditions = (condition for _, condition in raisable)
        layout = lay_out(definition, also=conditions, maps=catalogues.placements)
        file = read_answers(answers, layout, catalogues.roles)
        groups = summarise(layout, file.answers, file.people, smallest, by=table, raisable=raisable)
        tell(file.warnings)
        text = json.dumps(groups_json(groups), indent=2, ensure_ascii=False, allow_nan=False)
        deliver(out, lambda stream: print(text, file=stream))
    except ProblemsError as error:
        tell(error.problems)
        return 1
    except TooManyGroupsError as error:
        values = {"roles": error.roles, "sites": error.sites, "waves": error.waves}
        tell([Problem(message="too-many-groups", file=str(answers), pointer="", values=values)])
        return 1
    return 0

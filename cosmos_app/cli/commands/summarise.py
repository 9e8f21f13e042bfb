"""``cosmos summarise``: what may be disclosed of groups of respondents, as JSON."""

import json
from pathlib import Path

from cosmos_app.cli.commands.output import deliver, print_problems, usage_error
from cosmos_app.content.loader import catalogues_in, read_questionnaire
from cosmos_app.interchange.answer_files import read_answers
from cosmos_app.interchange.records import groups_json
from cosmos_app.texts import commands as texts
from models.external_factors import candidates
from models.layout import lay_out
from models.people import TooManyGroupsError
from models.problems import Problem, ProblemsError
from models.smallest_group import DEFAULT_K, SMALLEST_K, SmallGroupError, threshold
from models.summary import TABLES, summarise


def run(
    questionnaire: Path, answers: Path, by: tuple[str, ...] = (), k: int | None = None, out: Path | None = None
) -> int:
    """Summarise an answer file, as far as groups may be disclosed.

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
        return usage_error(texts.UNPUBLISHED_TABLE(typed=",".join(by), known=known))
    try:
        smallest = threshold(k)
    except SmallGroupError as error:
        return usage_error(texts.SMALL_GROUP(value=error.args[0], smallest=SMALLEST_K, usual=DEFAULT_K))
    if out is not None and out.resolve() in (questionnaire.resolve(), answers.resolve()):
        return usage_error(texts.OVERWRITES_INPUT(out=out))
    try:
        definition, catalogues = read_questionnaire(questionnaire), catalogues_in(questionnaire.parent)
        raisable = candidates(catalogues.factors, definition)
        conditions = (condition for _, condition in raisable)
        layout = lay_out(definition, also=conditions, maps=catalogues.placements)
        file = read_answers(answers, layout, catalogues.roles)
        groups = summarise(layout, file.answers, file.people, smallest, by=table, raisable=raisable)
        print_problems(file.warnings)
        text = json.dumps(groups_json(groups), indent=2, ensure_ascii=False, allow_nan=False)
        deliver(out, lambda stream: print(text, file=stream))
    except ProblemsError as error:
        print_problems(error.problems)
        return 1
    except TooManyGroupsError as error:
        values = {"roles": error.roles, "sites": error.sites, "waves": error.waves}
        print_problems([Problem(message="too-many-groups", file=str(answers), pointer="", values=values)])
        return 1
    return 0

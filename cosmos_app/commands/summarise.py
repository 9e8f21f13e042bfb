"""``cosmos summarise``: what may be told about groups of respondents, as JSON."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cosmos_app.commands.output import UnwritableError, deliver, tell, tell_usage
from cosmos_app.definitions import catalogues_in, read_questionnaire
from cosmos_app.interchange.answer_files import InvalidAnswersError, read_answers
from models.disclosure import threshold
from models.external_factors import candidates
from models.layout import lay_out
from models.people import TooManyGroupsError
from models.problems import InvalidDefinitionError, Problem
from models.summary import TABLES, GroupSummary, HiddenGroup, summarise
from models.tallies import DimensionSummary


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
    except ValueError as error:
        return tell_usage(str(error))
    if out is not None and out.resolve() in (questionnaire.resolve(), answers.resolve()):
        return tell_usage(f"{out} would be overwritten by its own result. Give -o another name.")
    try:
        definition, catalogues = read_questionnaire(questionnaire), catalogues_in(questionnaire.parent)
        raisable = candidates(catalogues.factors, definition)
        conditions = (condition for _, condition in raisable)
        form = lay_out(definition, also=conditions, maps=catalogues.placements)
        file = read_answers(answers, form, catalogues.roles)
        groups = summarise(form, file.answers, file.people, smallest, by=table, raisable=raisable)
        tell(file.warnings)
        text = json.dumps(as_json(groups), indent=2, ensure_ascii=False, allow_nan=False)
        deliver(out, lambda stream: print(text, file=stream))
    except (InvalidDefinitionError, InvalidAnswersError) as error:
        tell(error.problems)
        return 1
    except TooManyGroupsError as error:
        mend = "Give roles, sites and waves that several people share."
        tell([Problem(code="too-many-groups", file=str(answers), pointer="", wrong=str(error), mend=mend)])
        return 1
    except UnwritableError as error:
        tell([error.problem])
        return 1
    return 0


def as_json(groups: Sequence[GroupSummary | HiddenGroup]) -> dict[str, Any]:
    """Write groups as the JSON document that other programs read; of what is hidden only that it is."""
    return {"groups": [_group(group) for group in groups]}


def _group(group: GroupSummary | HiddenGroup) -> dict[str, Any]:
    if isinstance(group, HiddenGroup):
        return {"by": dict(group.by), "n": None, "suppressed": True}
    hidden = {"n": None}
    return {
        "by": dict(group.by),
        "n": group.n,
        "suppressed": False,
        "dimensions": {name: _dimension(one) if one else hidden for name, one in group.dimensions.items()},
        "items": {name: asdict(one) if one else hidden for name, one in group.items.items()},
        "placements": {
            name: {
                at: {table: asdict(one) if one else hidden for table, one in tables.items()}
                for at, tables in moments.items()
            }
            for name, moments in group.placements.items()
        },
        "factors": [
            {"id": one.factor.id, "strength": one.strength, "because": list(one.because)} for one in group.factors
        ],
    }


def _dimension(one: DimensionSummary) -> dict[str, Any]:
    """As agreed with other programs: whatever else a summary holds is not theirs to rely on."""
    return {"n": one.n, "mean": one.mean, "median": one.median, "sd": one.sd}

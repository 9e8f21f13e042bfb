"""``cosmos score``: every respondent's score, bounds and stage in every dimension, as CSV."""

from functools import partial
from pathlib import Path
from typing import TextIO

from cosmos_app.cli.commands.output import deliver, print_problems, usage_error
from cosmos_app.content.loader import catalogues_in, read_questionnaire
from cosmos_app.interchange.answer_files import AnswerFile, read_answers
from cosmos_app.interchange.score_table import score_frame
from cosmos_app.texts import commands as texts
from models.layout import Layout, lay_out
from models.problems import ProblemsError
from models.scoring import CHUNK


def run(questionnaire: Path, answers: Path, out: Path | None = None) -> int:
    """Score an answer file.

    Args:
        questionnaire: The definition.
        answers: CSV or Parquet, one row per respondent.
        out: Where the CSV goes; None for the screen.

    Returns:
        The exit code: 0, 1 when something is wrong with a file (nothing is written then), 2 for a wrong command.
    """
    if out is not None and out.resolve() in (questionnaire.resolve(), answers.resolve()):
        return usage_error(texts.OVERWRITES_INPUT(out=out))
    try:
        layout = lay_out(read_questionnaire(questionnaire))
        file = read_answers(answers, layout, catalogues_in(questionnaire.parent).roles)
        print_problems(file.warnings)
        deliver(out, partial(_write, layout, file))
    except ProblemsError as error:
        print_problems(error.problems)
        return 1
    return 0


def _write(layout: Layout, file: AnswerFile, stream: TextIO) -> None:
    for start in range(0, len(file.answers), CHUNK):
        part = slice(start, start + CHUNK)
        frame = score_frame(layout, file.respondents[part], file.answers.rows(part))
        frame.to_csv(stream, header=start == 0, index=False, lineterminator="\n")

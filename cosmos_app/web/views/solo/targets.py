"""The target of a theme, and whose hands something is in: asked alike of one person and of a room."""

from functools import partial

from cosmos_app.outputs.charts.view_models import stage_names
from cosmos_app.storage.current import store
from cosmos_app.texts.message import in_words
from cosmos_app.texts.solo.factors import LOCI, WHOSE_HANDS
from cosmos_app.texts.solo.profile import TARGET
from cosmos_app.web import widgets
from cosmos_app.web.session import AT_DESK, Right
from models.definition import Questionnaire


def whose_hands(workshop: str, subject: str, locus: str | None, right: Right = AT_DESK) -> None:
    """Ask whose hands something is in, and keep it.

    Args:
        workshop: In which it is said.
        subject: Id of a factor or an item, or an axis as "questionnaire/dimension".
        locus: What is kept of it; None for nothing.
        right: The right to say it.
    """
    name = f"mark/{subject}"
    widgets.pick(WHOSE_HANDS(), in_words(LOCI), locus, name, partial(store().set_locus, workshop, subject), right)


def target(
    workshop: str, questionnaire: Questionnaire, dimension: str, held: float | None, right: Right = AT_DESK
) -> None:
    """Ask where a dimension should be in a year or so, in 0-4, and keep it.

    Args:
        workshop: In which it is said.
        questionnaire: The questionnaire the dimension is of.
        dimension: Its id.
        held: What is kept of it; None for nothing.
        right: The right to say it.
    """
    scale = {str(stage): f"{stage} {name}" for stage, name in enumerate(stage_names(questionnaire))}

    def keep(stage: str | None) -> None:
        value = None if stage is None else float(stage)
        store().set_target(workshop, questionnaire.id, dimension, value)

    chosen = None if held is None else str(round(held))
    widgets.pick(TARGET(), scale, chosen, f"target/{questionnaire.id}/{dimension}", keep, right)

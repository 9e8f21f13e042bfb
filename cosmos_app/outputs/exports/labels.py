"""What each option of a measure reads as: what people chose, how they know it, the stage or place they reached."""

from collections.abc import Mapping

from cosmos_app.content.catalogue import catalogues
from cosmos_app.outputs.charts.view_models import stage_names
from cosmos_app.outputs.exports.cells import NOT_SAID, Cell
from cosmos_app.texts.room.dots import KNOWN_BY_TEXTS
from cosmos_app.texts.values import choices_of
from models.definition import Questionnaire


def options_of(questionnaire: Questionnaire, cell: Cell, measure: str) -> Mapping[str, str]:
    """What each option of a measure says; nothing for measures that are single numbers.

    Args:
        questionnaire: That which the cell comes from.
        cell: The cell.
        measure: By which the cell counts people.
    """
    match measure:
        case "distribution":
            return {str(value): label for value, label in choices_of(questionnaire.by_id[cell.id]).items()}
        case "known_by":
            return {way or NOT_SAID: label() for way, label in KNOWN_BY_TEXTS.items()}
        case "stages":
            return {str(stage): name for stage, name in enumerate(stage_names(questionnaire))}
        case "cells":
            placement = catalogues().placements[cell.id.split("/", 1)[0]]
            return {key: placement.place(key).title for key in placement.keys}
        case _:
            return {}

"""The line that stands below every table and picture of a room's report: what it rests on."""

from cosmos_app.outputs.released import AskedQuestionnaire, RoomFigures
from cosmos_app.texts import report as texts

SHORT_HASH = 8
"""First characters of a definition's hash, enough for people to see which version was asked."""


def source_of(figures: RoomFigures, asked: AskedQuestionnaire, n: int | None, completeness: float | None) -> str:
    """What a figure of one questionnaire rests on.

    Args:
        figures: The room's.
        asked: The questionnaire that the figure comes from.
        n: People behind it; None where that is not shown.
        completeness: Share answered, in [0, 1]; None likewise.
    """
    questionnaire = asked.questionnaire
    definition = texts.DEFINITION(
        questionnaire=questionnaire.id, version=questionnaire.version, hash=asked.hash[:SHORT_HASH]
    )
    return texts.source(texts.people_in_words(n), completeness, definition, figures.room.started_on)


def source_of_room(figures: RoomFigures) -> str:
    """What stands below what the room wrote down together, which comes from no single questionnaire."""
    own_work = (asked.questionnaire for asked in figures.asked if not asked.is_practice)
    return texts.SOURCE_OF_ROOM(
        people=texts.people_in_words(figures.n),
        definition=" + ".join(f"{questionnaire.id} {questionnaire.version}" for questionnaire in own_work),
        date=figures.room.started_on.isoformat(),
        caution=texts.SHORT_CAUTION(),
    )

"""Why an external factor was raised: the answers, scores and places on maps behind it, each in a sentence."""

from collections.abc import Mapping

from cosmos_app.texts.message import Text
from cosmos_app.texts.values import answer_read
from models.answers import AnswerSheet
from models.assessment import Assessment
from models.catalogues import Placement
from models.definition import Questionnaire
from models.external_factors import RaisedFactor

OWN_ANSWER = Text("{question} {answer}")
OWN_PLACE = Text("Your place on the map “{map}”: {places}.")
OWN_SCORE = Text("Your score for “{theme}”.")

ROOM_PLACES = Text("Where people see the work on the map “{map}”")


def reasons_for(
    factor: RaisedFactor, questionnaire: Questionnaire, placements: Mapping[str, Placement]
) -> tuple[str, ...]:
    """What raised a factor in a room: questions by their stem, themes and maps by their title; never people.

    Args:
        factor: The factor, with the ids of what raised it.
        questionnaire: The questionnaire whose answers did.
        placements: The maps it may place people on, by id.
    """
    return tuple(_title(subject, questionnaire, placements) for subject in factor.because)


def _title(subject: str, questionnaire: Questionnaire, placements: Mapping[str, Placement]) -> str:
    if (item := questionnaire.by_id.get(subject)) is not None:
        return item.stem(None)
    if (placement := placements.get(subject)) is not None:
        return ROOM_PLACES(map=placement.title)
    return questionnaire.dimension(subject).title


def own_reasons(
    factor: RaisedFactor, assessment: Assessment, sheet: AnswerSheet, *, notes: bool = True
) -> tuple[str, ...]:
    """What raised a factor for one person: their answers, scores and places; with their own words if *notes*."""
    questionnaire, family = assessment.questionnaire, assessment.asking.family
    placed = {one.placement.id: one for one in assessment.placements}
    reasons = []
    for subject in factor.because:
        if (item := questionnaire.by_id.get(subject)) is not None:
            answer = answer_read(item, sheet.answer(subject), notes=notes)
            reasons.append(OWN_ANSWER(question=item.stem(family), answer=answer).strip())
        elif subject in placed:
            titles = ", ".join(place.title for place in placed[subject].places("now"))
            reasons.append(OWN_PLACE(map=placed[subject].placement.title, places=titles))
        else:
            reasons.append(OWN_SCORE(theme=questionnaire.dimension(subject).title))
    return tuple(reasons)

"""Learn from each other: who had the same thing at heart, what they tried, and whom one may ask."""

from cosmos_app import look, sites
from cosmos_app.parts import learning, sharing
from cosmos_app.room_words.sites import LEARN_LEAD

look.title("Learn from each other", "learn", LEARN_LEAD)
shared = sites.sharing()
questionnaire = sharing.questionnaire_of(shared, "What it is about")
if questionnaire is not None:
    told = sites.experiences(shared, questionnaire.id)
    own = learning.own(shared)
    matches = {one.id: sites.matches(told, own, one.id) for one in questionnaire.dimensions}
    theme = learning.priority(questionnaire, {name: len(known) for name, known in matches.items()})
    if theme is not None:
        learning.stories(matches[theme.id], theme)
    if own is not None:
        learning.surroundings(own, sites.in_common(told, own))

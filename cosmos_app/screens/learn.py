"""Learn from each other: who had the same thing at heart, what they tried, and whom one may ask."""

from cosmos_app import look, sites
from cosmos_app.parts import learning, sharing
from cosmos_app.room_words.sites import LEARN_LEAD

look.title("Learn from each other", "learn", LEARN_LEAD)
shared = sites.sharing()
questionnaire = sharing.questionnaire_of(shared, "What it is about")
if questionnaire is not None:
    own, theme = learning.wanted(shared, questionnaire)
    told = sites.experiences(shared, questionnaire.id)
    learning.stories(sites.matches(told, own, theme.id), theme)
    if own is not None:
        learning.surroundings(own, sites.in_common(told, own))

"""Learn from each other: who worked on the same theme, what they tried, and whom one may ask."""

from cosmos_app.texts.sites import LEARN_LEAD, WHAT_ABOUT
from cosmos_app.web import elements
from cosmos_app.web.views import comparison_common, learning
from cosmos_app.workshop import sites

elements.title("Learn from each other", "learn", LEARN_LEAD)
shared = sites.sharing()
questionnaire = comparison_common.questionnaire_of(shared, WHAT_ABOUT)
if questionnaire is not None:
    told = sites.experiences(shared, questionnaire.id)
    own = learning.own(shared)
    names = {one.site.name: comparison_common.name_of(one) for one in shared}
    matches = {one.id: sites.matches(told, own, one.id) for one in questionnaire.dimensions}
    theme = learning.priority(questionnaire, {name: len(known) for name, known in matches.items()})
    if theme is not None:
        learning.stories(matches[theme.id], theme, names, own)
    if own is not None:
        learning.surroundings(own, sites.in_common(told, own), names)

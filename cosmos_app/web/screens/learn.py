"""Learn from each other: who worked on the same theme, what they tried, and whom one may ask."""

from cosmos_app.texts.sites.learning import LEARN_LEAD, LEARN_TITLE, WHAT_ABOUT
from cosmos_app.web import elements
from cosmos_app.web.views.sites import comparison_common, learning
from cosmos_app.workshop import sites

elements.title(LEARN_TITLE(), "learn", LEARN_LEAD())
shared = sites.shared_sites()
questionnaire = comparison_common.questionnaire_of(shared, WHAT_ABOUT())
if questionnaire is not None:
    experiences = sites.experiences(shared, questionnaire.id)
    own = learning.own(shared)
    names = {sharing.site.name: comparison_common.name_of(sharing) for sharing in shared}
    matches = {theme.id: sites.matches(experiences, own, theme.id) for theme in questionnaire.dimensions}
    theme = learning.priority(questionnaire, {name: len(known) for name, known in matches.items()})
    if theme is not None:
        learning.stories(matches[theme.id], theme, names, own)
    if own is not None:
        learning.surroundings(own, sites.in_common(experiences, own), names)

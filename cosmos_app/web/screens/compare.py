"""Side by side: what sites agreed to share, theme by theme, to see whom it is worth asking."""

from cosmos_app.texts.sites.comparison import COMPARE_LEAD, COMPARE_TITLE, WHAT_IS_COMPARED
from cosmos_app.web import elements
from cosmos_app.web.views.sites import comparison_common, side_by_side, site_choice
from cosmos_app.workshop import sites

elements.title(COMPARE_TITLE(), "compare", COMPARE_LEAD())
shared = sites.sites_with_figures()
questionnaire = comparison_common.questionnaire_of(shared, WHAT_IS_COMPARED())
if questionnaire is not None:
    wanted = site_choice.wanted(shared, questionnaire)
    side_by_side.show(sites.comparison_page(shared, wanted))

"""Side by side: what sites agreed to share, theme by theme, to see whom it is worth asking."""

from cosmos_app import look, sites
from cosmos_app.parts import choosing, comparing, sharing
from cosmos_app.room_words.sites import COMPARE_LEAD, WHAT_IS_COMPARED

look.title("Side by side", "compare", COMPARE_LEAD)
shared = sites.with_figures()
questionnaire = sharing.questionnaire_of(shared, WHAT_IS_COMPARED)
if questionnaire is not None:
    wanted = choosing.wanted(shared, questionnaire)
    comparing.show(sites.side_by_side(shared, wanted))

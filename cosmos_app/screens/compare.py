"""Side by side: what sites agreed to share, theme by theme, to see whom it is worth asking."""

from cosmos_app import look, sites
from cosmos_app.parts import comparing, sharing
from cosmos_app.room_words.sites import COMPARE_LEAD

look.title("Side by side", "compare", COMPARE_LEAD)
shared = sites.with_figures()
questionnaire = sharing.questionnaire_of(shared, "What is compared")
if questionnaire is not None:
    wanted = comparing.wanted(shared, questionnaire)
    comparing.show(sites.side_by_side(shared, wanted))

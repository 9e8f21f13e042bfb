"""Over time: what changed at one site from one workshop to the next."""

from cosmos_app.texts.over_time import CHANGE_LEAD, CHANGE_TITLE, NO_THREADS, NO_THREADS_DO
from cosmos_app.texts.sites.comparison import WHAT_IS_COMPARED
from cosmos_app.web import elements
from cosmos_app.web.views.sites import comparison_common, over_time
from cosmos_app.workshop import sites

elements.title(CHANGE_TITLE(), "change", CHANGE_LEAD())
shared = sites.sites_with_figures()
questionnaire = comparison_common.questionnaire_of(shared, WHAT_IS_COMPARED())
if questionnaire is not None:
    series = sites.series_of(shared, questionnaire.id)
    if series:
        over_time.thread(over_time.chosen(series))
    else:
        elements.nothing_yet(NO_THREADS(), NO_THREADS_DO())

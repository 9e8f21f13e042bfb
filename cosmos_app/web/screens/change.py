"""Over time: what changed at one site from one workshop to the next."""

from cosmos_app.texts.over_time import CHANGE_LEAD, NO_THREADS, NO_THREADS_DO
from cosmos_app.web import elements
from cosmos_app.web.views import comparison_common, over_time
from cosmos_app.workshop import sites

elements.title("Over time", "change", CHANGE_LEAD)
shared = sites.with_figures()
questionnaire = comparison_common.questionnaire_of(shared, "What is compared")
if questionnaire is not None:
    threads = sites.threads(shared, questionnaire.id)
    if threads:
        over_time.thread(over_time.one_of(threads))
    else:
        elements.nothing_yet(NO_THREADS, NO_THREADS_DO)

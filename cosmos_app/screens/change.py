"""Over time: what changed at one site from one workshop to the next."""

from cosmos_app import look, sites
from cosmos_app.parts import changing, sharing
from cosmos_app.room_words.over_time import CHANGE_LEAD, NO_THREADS, NO_THREADS_DO

look.title("Over time", "change", CHANGE_LEAD)
shared = sites.with_figures()
questionnaire = sharing.questionnaire_of(shared, "What is compared")
if questionnaire is not None:
    threads = sites.threads(shared, questionnaire.id)
    if threads:
        changing.thread(changing.one_of(threads))
    else:
        look.nothing_yet(NO_THREADS, NO_THREADS_DO)

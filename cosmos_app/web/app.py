"""Navigation: which screens there are. Streamlit runs this file at every click."""

import streamlit as st

from cosmos_app.storage import StoreError
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.refusals import refusal
from cosmos_app.texts.store import store_problem
from cosmos_app.web import elements, session, theme
from cosmos_app.web.routes import SCREENS, go, journey_of, on_journey, result_of, screen_at

BEFORE_A_SEAT = ("start", "join")

st.set_page_config(page_title="CoSMoS", page_icon=str(theme.ICON), layout="centered")
pages = [
    st.Page(screen.file, title=screen.title(), url_path=screen.path, default=not screen.path)
    for screen in SCREENS.values()
]
page = st.navigation(pages, position="hidden")
name = screen_at(page.url_path)
screen = SCREENS[name]
theme.frame(wide=screen.wide, wall=screen.audience == "wall")
errors = elements.error_slot()
try:
    if not session.may_enter(screen.audience):
        if session.was_sent_away():  # what they had chosen is bound to the address, so this page can't be left for them
            elements.sent_away(name)
            st.stop()
        go("start")
    participation = session.look_up() if screen.audience == "all" else None
    if participation is not None and not on_journey(name, journey_of(participation)):
        go(result_of(journey_of(participation)))
    if screen.audience == "desk":
        elements.desk_banner(name)
    elif screen.audience == "lead":
        elements.lead_banner(name, at_desk=session.at_desk())
    elif screen.audience == "all":
        elements.banner(name, participation)
    page.run()
    elements.foot()
    if screen.audience == "all":
        elements.script(session.fresh_cookie_script(before_a_seat=name in BEFORE_A_SEAT))
except StoreError as error:
    errors.error(plain(store_problem(error)), icon=":material/error:")
    st.stop()
if (failure := session.last_error()) is not None:
    errors.error(plain(refusal(failure)), icon=":material/error:")
session.rerun_if_asked()

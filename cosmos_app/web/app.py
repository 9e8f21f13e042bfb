"""Navigation: which screens there are. Streamlit runs this file at every click."""

from pathlib import Path

import streamlit as st

from cosmos_app.storage import StoreError
from cosmos_app.texts.refusals import refusal
from cosmos_app.texts.solo import plain
from cosmos_app.texts.store import store_problem
from cosmos_app.web import elements, session, theme
from cosmos_app.web.routes import SCREENS, go, journey_of, on_journey, result_of, screen_at

st.set_page_config(page_title="CoSMoS", page_icon=str(Path(__file__).parent / "theme" / "icon.svg"), layout="centered")
pages = [st.Page(one.file, title=one.title, url_path=one.path, default=not one.path) for one in SCREENS.values()]
page = st.navigation(pages, position="hidden")
name = screen_at(page.url_path)
screen = SCREENS[name]
theme.frame(wide=screen.wide, wall=screen.audience == "wall")
trouble = elements.trouble_spot()
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
except StoreError as error:
    trouble.error(plain(store_problem(error)), icon=":material/error:")
    st.stop()
if (told := session.trouble()) is not None:
    trouble.error(plain(refusal(told)), icon=":material/error:")
session.settle()

"""Navigation: which screens there are. Streamlit runs this file at every click."""

from pathlib import Path

import streamlit as st

from cosmos_app import look, session
from cosmos_app.navigation import go
from cosmos_app.storage import StoreError
from cosmos_app.ways import SCREENS, on_way, result_of
from cosmos_app.words import plain

st.set_page_config(page_title="CoSMoS", page_icon=str(Path(__file__).parent / "icon.svg"), layout="centered")
pages = {
    name: st.Page(one.file, title=one.title, url_path=one.path, default=not one.path) for name, one in SCREENS.items()
}
page = st.navigation(list(pages.values()), position="hidden")
look.frame(wide=any(one.wide and one.path == page.url_path for one in SCREENS.values()))
trouble = look.trouble_spot()
try:
    visit = session.visit()
    if visit is not None and not on_way(page.url_path, visit.way):
        go(result_of(visit.way))
    look.banner(here=page.url_path, visit=visit)
    page.run()
    look.foot()
except StoreError as error:
    trouble.error(plain(str(error)), icon=":material/error:")
    st.stop()
if (told := session.trouble()) is not None:
    trouble.error(plain(str(told)), icon=":material/error:")
session.settle()

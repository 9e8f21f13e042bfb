"""Navigation: which screens there are. Streamlit runs this file at every click."""

from pathlib import Path

import streamlit as st

from cosmos_app import look, session
from cosmos_app.navigation import SCREENS

st.set_page_config(page_title="CoSMoS", page_icon=str(Path(__file__).parent / "icon.svg"), layout="centered")
pages = {
    name: st.Page(one.file, title=one.title, url_path=one.path, default=not one.path) for name, one in SCREENS.items()
}
page = st.navigation(list(pages.values()), position="hidden")
look.frame(wide=page.url_path in ("profile", "factors"))
look.banner(here=page.url_path, visit=session.visit())
if (trouble := session.trouble()) is not None:
    st.error(str(trouble), icon=":material/error:")
page.run()
look.foot()

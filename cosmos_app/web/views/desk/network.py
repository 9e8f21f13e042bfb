"""Views of the desk: whether phones reach this laptop, how they get into the wireless, and which devices are let in."""

from html import escape

import streamlit as st

from cosmos_app.settings import public_address
from cosmos_app.storage import Room
from cosmos_app.texts.markdown import plain
from cosmos_app.texts.room import devices as texts
from cosmos_app.web import elements, refresh, session
from cosmos_app.web.devices import DEVICES, Invitation
from cosmos_app.workshop import rooms

LONGEST_SSID, LONGEST_KEY = 32, 63
"""Letters of a wireless's name and of its password (IEEE 802.11, WPA)."""


def of_the_room() -> None:
    """Try whether other devices reach this one, and help them into the same network; only where they can at all."""
    if not DEVICES.on_network:
        return
    with st.expander(texts.NETWORK(), icon=":material/wifi:", key="network"):
        st.warning(texts.OPEN_WIRELESS(), icon=":material/visibility:")
        st.html(f"<h3>{escape(texts.TEST())}</h3><p>{escape(texts.TEST_DO())}</p>")
        address = f"{_outside()}/reach"
        with st.container(key="reach", horizontal=True, vertical_alignment="center"):
            elements.picture(rooms.qr_svg(address), "cosmos-scan")
            st.html(f'<p class="cosmos-address">{escape(address.partition("://")[2])}</p>')
        _reached()
        _wifi()
        elements.lines(texts.HOTSPOT(), (step() for step in texts.HOTSPOT_STEPS))


@st.fragment(run_every=refresh.DESK)
def _reached() -> None:
    """Say whether another device has reached this one, as it is now."""
    session.stay_at_desk()
    if DEVICES.was_reached:
        st.success(texts.REACHED(), icon=":material/check:")
        return
    st.info(texts.WAITING_FOR_A_DEVICE(), icon=":material/hourglass_empty:")
    st.html(f'<ul class="cosmos-note">{elements.bullets(what() for what in texts.NOT_REACHED_DO)}</ul>')


def _wifi() -> None:
    """Show a code that takes phones into the wireless, once its name is typed."""
    st.html(f"<h3>{escape(texts.WIFI())}</h3>")
    elements.note(texts.WIFI_ABOUT())
    held, secret = session.wifi()
    with st.form("wifi", border=False):
        name = st.text_input(texts.WIFI_NAME(), held, max_chars=LONGEST_SSID, autocomplete="off", key="wifi-name")
        password = st.text_input(
            texts.WIFI_PASSWORD(), secret, max_chars=LONGEST_KEY, autocomplete="off", type="password", key="wifi-key"
        )
        if st.form_submit_button(texts.WIFI_SHOW()):
            session.keep_wifi(name.strip(), password)
    name, password = session.wifi()
    if not name:
        return
    with st.container(key="wifi-code", horizontal=True, vertical_alignment="center"):
        elements.picture(rooms.wifi_svg(name, password), "cosmos-scan")
        st.html(f"<p>{escape(texts.WIFI_SCAN(name=name))}</p>")
    if not password:
        st.warning(texts.WIFI_OPEN(), icon=":material/lock_open:")


def remote_control(room: Room) -> None:
    """Let a phone turn this room's pages."""
    if not _can_let_in():
        return
    with st.expander(texts.REMOTE(), icon=":material/settings_remote:", key="remote"):
        elements.note(texts.REMOTE_ABOUT())
        elements.note(texts.OTHER_DEVICES_ABOUT())
        if st.button(texts.REMOTE_CODE(), key="invite-remote"):
            session.invite("remote", room.id)
        _code(session.invitation("remote"))


def second_desk() -> None:
    """Let another device in as a second desk, in plain words about the wireless."""
    if not DEVICES.on_network or not session.at_laptop():
        return
    with st.expander(texts.SECOND_DESK(), icon=":material/devices:", key="second-desk"):
        st.warning(texts.SECOND_DESK_WARNS(), icon=":material/visibility:")
        elements.note(texts.OTHER_DEVICES_ABOUT())
        if st.button(texts.SECOND_DESK_CODE(), key="invite-desk"):
            session.invite("desk")
        _code(session.invitation("desk"))


def _code(made: Invitation | None) -> None:
    if made is None:
        return
    if not DEVICES.is_waiting(made.code):
        elements.note(texts.CODE_IS_USED())
        return
    st.markdown(plain(texts.OPEN_THERE(address=f"{_outside().partition('://')[2]}/device")))
    elements.announce(made.code, "cosmos-code")


def _can_let_in() -> bool:
    """Whether other devices reach this one, and this is where they are let in."""
    return bool(DEVICES.on_network or public_address()) and session.at_laptop()


def _outside() -> str:
    return public_address() or session.origin()

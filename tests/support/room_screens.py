"""The screens of a room as a browser is sent them, drawn without a server."""

import json
import re
from dataclasses import replace

from streamlit.testing.v1 import AppTest

from cosmos_app.texts.agenda import STEPS as SCRIPT
from support.browsers import at_desk

STEPS = tuple(one.key for one in SCRIPT)
"""Where a facilitator may be."""


def drawn(room, visit=None, steps=STEPS):
    """Every element of the wall, the desk and a phone, as sent to the browser, in each step of the script."""
    here = [replace(room, step=step) for step in steps]
    with at_desk():
        at = AppTest.from_function(_draw, args=(here, visit)).run(timeout=60)
    assert not at.exception, at.exception
    return [str(one.proto) for one in _elements(at._tree)]


def _draw(here, visit):
    from streamlit.runtime.scriptrunner import get_script_run_ctx  # noqa: PLC0415  (this is a page of its own)

    from cosmos_app.web.views.room import facilitator_controls, participant_view, run_sheet, shared_view  # noqa: PLC0415

    def wall_of(room):
        shared_view.title(room, clock=True)
        shared_view.now(room)

    def desk_of(room):
        run_sheet.where_we_are(room)
        run_sheet.script(room)
        facilitator_controls.controls(room)

    def phone_of(room):
        participant_view.to_do(room, visit)
        shared_view.title(room)
        shared_view.now(room)

    for room in here:
        for view in (wall_of, desk_of, *([phone_of] if visit else [])):
            get_script_run_ctx().shared.reset()  # each is a page: what is named on one may be named on the next
            view(room)


def _elements(node):
    for child in getattr(node, "children", {}).values():
        if getattr(child, "proto", None) is not None:
            yield child
        yield from _elements(child)


def in_parts(room):
    """What is drawn of one questionnaire, by where: its list, each question, its profile with each family beside it."""
    at = AppTest.from_function(_draw_parts, args=(room,)).run(timeout=60)
    assert not at.exception, at.exception
    parts = {}
    for one in _elements(at._tree):
        body = getattr(one.proto, "body", "")
        if body.startswith("@"):
            part = parts.setdefault(body, [])
        elif body:
            drawn_by_script = PICTURE.search(body)
            part.append(json.loads(drawn_by_script[1]) if drawn_by_script else body)
    return parts


PICTURE = re.compile(r'innerHTML = (".*");</script>$')
"""How a picture is put on a page; see ``look.picture``."""


def _draw_parts(room):
    from dataclasses import replace  # noqa: PLC0415  (this is a page of its own)

    import streamlit as st  # noqa: PLC0415
    from streamlit.runtime.scriptrunner import get_script_run_ctx  # noqa: PLC0415

    from cosmos_app.content.catalogue import catalogues  # noqa: PLC0415
    from cosmos_app.texts.families import family_titles  # noqa: PLC0415
    from cosmos_app.web.views.room import board, group_profile  # noqa: PLC0415
    from cosmos_app.workshop import rooms  # noqa: PLC0415

    [name] = room.definitions
    st.html("@list")
    board.overview(room)
    for turn, one in enumerate(rooms.revealed(room, name).board):
        st.html(f"@question {one.item.id}")
        board.item(room, name, one, turn)
    for family in filter(None, family_titles(catalogues().roles)):
        get_script_run_ctx().shared.reset()
        st.html(f"@profile {family}")
        group_profile.profile(replace(room, focus=f"{group_profile.BESIDE}/{family}"), name)

"""Streamlit's internals: everything we use of it that it does not promise, each with a name, and nowhere else.

Streamlit documents its Python functions, and mypy checks our calls against the installed version. It promises nothing
about how its page is built, what its folder holds or how it treats a widget. Each thing of that kind that we rely on
is a ``Hook`` in a table below. Style sheet, script, server, fonts and tests use it by its name from here.

``pyproject.toml`` pins one minor version. To move to the next: raise the pin, run
``tests/design/test_streamlit_internals.py``, where the id of a failing test names the hook, and correct its line here;
then run ``tests/browser``, and look at the screens (``tests/browser/screens.py``).

Where a hook that is not ``needed`` is missing, the app starts and works, a line of the log names it, and ``without``
says what people lose.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

LOG = logging.getLogger("cosmos.streamlit")


@dataclass(frozen=True, slots=True)
class Hook:
    """Something of Streamlit that is not documented, or new enough to change.

    Attributes:
        text: What we write to get hold of it: a selector, a piece of HTML, the pattern of a file name, a path.
        where: Where Streamlit has it. For the page: the script in ``static/js`` that makes it, and its place there.
        use: What we use it for.
        without: What happens where it is missing.
        needed: Whether the app can't do its work without it; else only its looks suffer.
        sign: A word of that script which would be gone with it; "" for what is no part of the page.
    """

    text: str
    where: str
    use: str
    without: str
    needed: bool = False
    sign: str = ""


def _test_id(name: str, where: str, use: str, without: str = "it looks as Streamlit makes it") -> Hook:
    return Hook(f'[data-testid="{name}"]', where, use, without, sign=name)


def _other(text: str, sign: str, where: str, use: str, without: str = "it looks as Streamlit makes it") -> Hook:
    return Hook(text, where, use, without, sign=sign)


# --- the page --------------------------------------------------------------------------------------------------------

ELEMENTS: Mapping[str, Hook] = {
    # the frame
    "root": _other("#root", 'id="root"', "index.html, body", "says that the page is coming", "a blank page until then"),
    "app": _test_id("stApp", "index, around everything", "ground and ink; put first, it outweighs Streamlit's rules"),
    "app_view": _test_id("stAppViewContainer", "index, in app", "prints all sheets", "one sheet is printed"),
    "main": _test_id("stMain", "index, the part that scrolls", "a new page begins at its top", "it begins half-way"),
    "page": _test_id("stMainBlockContainer", "index, in main around our elements", "width, margins, the wall's rules"),
    "header": _test_id("stHeader", "index, the bar with Streamlit's menu", "hidden", "an empty bar at the top"),
    "skip_link": _test_id("stSkipToContent", "index, first link", "not printed", "it is printed"),
    "app_skeleton": _test_id("stAppSkeleton", "index, before the first run", "our sign instead", "grey bars"),
    "skeleton": _test_id("stSkeleton", "index, for an element that is not loaded yet", "hidden", "grey bars"),
    "dialog": _test_id("stDialog", "index, over the page", "hidden while our own banner says the same", "said twice"),
    "exception": _test_id("stException", "index, instead of an element", "tests look for it", "a test sees less"),
    # how elements are laid out
    "stack": _test_id("stVerticalBlock", "index, every container", "distances between elements"),
    "row": _test_id("stHorizontalBlock", "index, around st.columns", "side by side on a phone too"),
    "column": _test_id("stColumn", "index, each of st.columns", "widths; the script stays in sight beside the room"),
    "wrapper": _test_id("stLayoutWrapper", "index, around each container", "hides what has nothing to show"),
    "element": _test_id("stElementContainer", "index, around each element", "hides scripts; places clocks"),
    "html": _other(".stHtml", "stHtml", "Html, around what st.html gets", "distances between our own paragraphs"),
    "key": _other("st-key", "st-key-", "index, class of what has a key (documented)", "most rules", "stamps in sight"),
    "submit_key": _other("st-key-FormSubmitter", "FormSubmitter:", "elements/form.py", "width on a phone"),
    # text
    "heading": _test_id("stHeading", "StreamlitMarkdown, around st.header", "its distances"),
    "markdown": _test_id("stMarkdownContainer", "StreamlitMarkdown, around all Markdown", "height of lines, lists"),
    "caption": _test_id("stCaptionContainer", "StreamlitMarkdown, around captions", "contrast of 4.5:1"),
    "icon": _test_id("stIconMaterial", "DynamicIcon, an icon of the font", "colour; tells links with an icon"),
    "any_icon": _other('[data-testid*="Icon"]', "stIconMaterial", "DynamicIcon and Icon", "colour of icons in alerts"),
    # what can be pressed
    "button": _test_id("stButton", "Button, around it", "width on a phone; not printed"),
    "form_submit": _test_id("stFormSubmitButton", "index, around it", "width on a phone"),
    "page_link": _test_id("stPageLink", "PageLink, around it", "links with an icon look like links; not printed"),
    "button_group": _test_id("stButtonGroup", "ButtonGroup, holds role=radiogroup, role=radio", "shows what is chosen"),
    "primary": _other('[kind^="primary"]', "primaryFormSubmit", "styled-components, on buttons", "main button"),
    "secondary": _other('[kind^="secondary"]', "secondaryFormSubmit", "styled-components, on buttons", "buttons"),
    # what can be chosen or filled in
    "form": _test_id("stForm", "index, around it", "drawn as a card; not printed"),
    "radio": _test_id("stRadio", "Radio, around it", "full width"),
    "radio_group": _test_id("stRadioGroup", "Radio, a div for each option", "situations as cards, silences below them"),
    "radio_option": _test_id("stRadioOption", "Radio, label > div > div: mark", "the card; 3:1 around its mark"),
    "checkbox": _test_id("stCheckbox", "Checkbox, label > span + div: box", "3:1 around its box"),
    "widget_label": _test_id("stWidgetLabel", "WidgetLabel, above a field", "size and weight"),
    "text_input": _test_id("stTextInputRootElement", "TextInput, around the field", "3:1 at its edge; focus"),
    "text_area": _test_id("stTextAreaRootElement", "TextArea, around the field", "3:1 at its edge; focus; grows"),
    "number_input": _test_id("stNumberInputContainer", "NumberInput, around the field", "3:1 at its edge; focus"),
    "selectbox": _test_id("stSelectbox", "Selectbox, div > input: field", "3:1 at its edge; focus"),
    "selectbox_list": _test_id("stSelectboxVirtualDropdown", "Selectbox, role=option > div", "ground; what is chosen"),
    "focused": _other("[data-focused]", "data-focused", "Radio and lists, from react-aria", "where the keyboard is"),
    "multiselect": _test_id("stMultiSelect", "Multiselect, around it", "3:1 at its edge; focus"),
    "multiselect_tags": _test_id("stMultiSelectTagsContainer", "Multiselect, in the field", "tells the field"),
    "tag": _other("[data-tag]", "data-tag", "Multiselect, each thing chosen", "long names in several lines"),
    # what opens
    "expander": _test_id("stExpander", "index, holds details and summary", "drawn as a card; printed only if open"),
    "expander_icon": _test_id("stExpanderIcon", "index, in summary", "colour"),
    "tooltip_icon": _test_id("stTooltipIcon", "StreamlitMarkdown, holds a button", "large enough for a finger"),
    "tooltip": _test_id("stTooltipContent", "Tooltip, over the page", "ground, width"),
    "popover": _test_id("stPopoverBody", "index, over the page", "ground, width"),
    # what has happened
    "alert": _test_id("stAlertContainer", "ErrorElement, role=alert or status", "the colours of what happened"),
    "alert_success": _other('[data-testid="stAlertContentSuccess"]', "stAlertContent", "ErrorElement", "green, ✓"),
    "alert_warning": _other('[data-testid="stAlertContentWarning"]', "stAlertContent", "ErrorElement", "warm, !"),
    "alert_error": _other('[data-testid="stAlertContentError"]', "stAlertContent", "ErrorElement", "red, !"),
    "stale": _other('[data-stale="true"]', "data-stale", "index, on elements during a run", "no fading", "a flicker"),
    "running": _other(
        '[data-test-script-state="running"]',
        "data-test-script-state",
        "index, on app",
        "a line while it works",
        "none",
    ),
    "idle": _other('[data-test-script-state="notRunning"]', "notRunning", "index, on app", "tests wait for it", "none"),
    "connection": _other(
        "data-test-connection-state",
        "data-test-connection-state",
        'index, on app; "CONNECTED" while there is a connection',
        "says that the connection is lost; when it is back, sends again what was chosen meanwhile",
        "only Streamlit's own sign, and what was chosen meanwhile waits for the next click",
    ),
}
"""Parts of the page, by our names for them; the style sheet writes ``$name``, and the script ``cosmos.name``."""

CONNECTED = "CONNECTED"
"""Value of the attribute ``connection`` while there is one."""

HTML: Mapping[str, Hook] = {
    "language": Hook(
        '<html lang="en">', "index.html", "the page's language", "screen readers may read it in another language"
    ),
    "title": Hook(
        "<title>Streamlit</title>",
        "index.html, head",
        "our title, and after it our colours and the sign that the page is coming",
        'the tab says "Streamlit" until the first run, and pages lack all colours',
    ),
    "end": Hook("</body>", "index.html", "our style sheet and script", "it looks as Streamlit makes it, and is silent"),
}
"""Pieces of the document that ``web.middleware`` replaces."""

# --- files and paths -------------------------------------------------------------------------------------------------

_MEDIA = "static/media"
FILES: Mapping[str, Hook] = {
    "scripts": Hook("static/js/*.js", "its folder", "the small icon font keeps what they name", "icons show as words"),
    "icons": Hook(f"{_MEDIA}/MaterialSymbols-Rounded.*.woff2", "its folder", "made small", "a phone loads all of it"),
    "sans": Hook(
        f"{_MEDIA}/SourceSansVF-Upright.*.woff2",
        "its folder",
        "made small; sets PDF, paper forms and pictures of slides",
        "a phone loads all of it, and PDF is set in another font",
    ),
    "serif": Hook(f"{_MEDIA}/SourceSerifVariable-Roman.*.woff2", "its folder", "headings of PDF", "in another font"),
}
"""Files in Streamlit's folder; the letters before ``.woff2`` change with its versions."""

_ROUTES = "web/server/starlette/starlette_routes.py"
PATHS: Mapping[str, Hook] = {
    "core": Hook("/_stcore", _ROUTES, "is no page: gets no cookie and none of our HTML", "a cookie for nothing"),
    "static": Hook("/static", _ROUTES, "is no page; kept by browsers for a year", "each visit loads all of it"),
    "media": Hook("/media", _ROUTES, "is no page", "a cookie for nothing"),
    "component": Hook("/component", _ROUTES, "is no page", "a cookie for nothing"),
    "metrics": Hook("/_stcore/metrics", _ROUTES, "refused", "everyone sees how many are answering", needed=True),
    "health": Hook("/_stcore/health", _ROUTES, "the load bench waits for it", "no load bench"),
    "host_config": Hook("/_stcore/host-config", _ROUTES, "the load bench asks for it", "no load bench"),
    "stream": Hook("/_stcore/stream", _ROUTES, "the load bench connects to it", "no load bench"),
}
"""Paths that Streamlit serves."""

# --- Python ----------------------------------------------------------------------------------------------------------

OBJECTS: Mapping[str, Hook] = {
    "App": Hook(
        "streamlit.App", "Python", "our routes, middleware and lifespan (new in 1.67)", "no start", needed=True
    ),
    "theme": Hook("streamlit.context.theme", "Python", "colours of pictures", "pictures are light in the dark"),
    "options": Hook(
        "streamlit.config._config_options_template",
        "Python",
        "leaves out options that this version does not know: App.run refuses them",
        "an option that was renamed stops the start",
    ),
    "config_files": Hook(
        "streamlit.config.get_config_files",
        "Python",
        "none are read: whoever fills the folder in which CoSMoS starts must not set options",
        "what we don't set ourselves can be set in .streamlit/config.toml",
    ),
    "outside_address": Hook(
        "streamlit.net_util.get_external_ip",
        "Python",
        "never asked: it looks up our address at a public service, while everybody waits",
        "a foreign origin that our own middleware lets through would ask",
    ),
    "inside_address": Hook(
        "streamlit.net_util.get_internal_ip", "Python", "never asked, for the same reason", "it opens a socket"
    ),
    "new_session": Hook(
        "streamlit.runtime.app_session.AppSession._create_new_session_message",
        "Python",
        "leaves out what concerns no browser",
        "browsers are told where our script is, which versions run, and a number of this machine",
    ),
    "Runtime": Hook("streamlit.runtime.Runtime._instance", "Python", "tests start the app often", "fewer tests"),
    "AppTest": Hook("streamlit.testing.v1.AppTest", "Python", "tests read what it holds in _tree", "fewer tests"),
    "run": Hook("streamlit.runtime.scriptrunner.get_script_run_ctx", "Python", "tests turn pages", "fewer tests"),
    "ForwardMsg": Hook("streamlit.proto.ForwardMsg_pb2.ForwardMsg", "Python", "tests count runs", "fewer tests"),
    "BackMsg": Hook("streamlit.proto.BackMsg_pb2.BackMsg", "Python", "the load bench clicks", "no load bench"),
}
"""Objects of Streamlit that are private or new; tests and benches use them too."""


_BROWSER = "tests/browser"
BEHAVIOUR: Mapping[str, Hook] = {
    "key_outweighs_default": Hook(
        "A widget with a key is the same widget when its default changes.",
        "tests/design/test_streamlit_internals.py::test_a_widget_with_a_key_outlives_a_change_of_its_default",
        "web.widgets.kept: what is kept is the default",
        "the second click on an answer is lost",
        needed=True,
    ),
    "first_click_without_callback": Hook(
        "After a restart of the server the first click arrives as a value, without a call of on_change.",
        f"{_BROWSER}/test_loss.py::test_a_server_killed_under_clicks_loses_nothing_it_acknowledged",
        "web.widgets.kept compares what widgets hold with what is kept, on every run",
        "the comparison is for nothing",
    ),
    "form_is_emptied_by_the_browser": Hook(
        "A form with clear_on_submit is emptied at once, not after the run; what is typed meanwhile stays.",
        f"{_BROWSER}/test_paper.py::test_whoever_types_faster_than_the_server_loses_nothing",
        "web.widgets.line",
        "letters typed during a run are lost",
        needed=True,
    ),
    "scripts_of_html_run": Hook(
        "A script in st.html runs with document.currentScript, after the element before it is on the page.",
        f"{_BROWSER}/test_voice.py::test_the_maps_show_where_the_visitor_sees_the_work",
        "web.elements.picture: puts SVG on the page, which st.html takes out",
        "no pictures of our own; the tables beside them stay",
    ),
    "address_during_a_run": Hook(
        "What a run or a callback writes into st.query_params stands in the address, for a reload and Back too.",
        f"{_BROWSER}/test_answering.py::test_going_back_and_forth_keeps_every_answer",
        "web.session: section, questionnaire, room and paper",
        "a reload leads to the first page",
    ),
    "folder_first_on_the_path": Hook(
        "The folder of app.py is the first place that Python looks for modules.",
        "tests/test_architecture.py::test_no_file_of_the_app_bears_the_name_of_a_standard_module",
        "none: but no file beside app.py may bear the name of a standard module",
        "names are free",
    ),
}
"""What Streamlit does without promising it; ``where`` is the test that notices a change."""

# --- at work ---------------------------------------------------------------------------------------------------------

CSS: Mapping[str, str] = {name: hook.text for name, hook in ELEMENTS.items()}
"""Selectors by name, for style sheets, scripts and tests."""


@cache
def folder() -> Path:
    """The folder that Streamlit serves its pages from, found without loading Streamlit; it may be missing."""
    found = find_spec("streamlit")
    return Path(found.origin).parent / "static" if found and found.origin else Path("static")


@cache
def report_missing(name: str, without: str) -> None:
    """Log, once, that the hook of a name is missing, and what people lose by it."""
    LOG.warning(
        "Streamlit has changed; the hook %r (cosmos_app/design/streamlit_internals.py) is gone: %s.", name, without
    )

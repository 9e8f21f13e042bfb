"""What we use of Streamlit without a promise: whether the installed version still has it, and what we do if it hasn't.

The id of a failing test names the hook in ``cosmos_app/design/streamlit_internals.py``.
"""

import gc
import logging
import re
from pathlib import Path
from pkgutil import resolve_name

import pytest
import streamlit as st
from streamlit import config, file_util
from streamlit.testing.v1 import AppTest
from support.served_here import ask, connects

from cosmos_app.design import fonts, streamlit_internals, tokens, typesetting
from cosmos_app.design.streamlit_internals import BEHAVIOUR, ELEMENTS, FILES, HTML, OBJECTS, PATHS
from cosmos_app.design.streamlit_options import OPTIONS
from cosmos_app.web import server, theme

ROOT = Path(__file__).parents[2]
FOLDER = streamlit_internals.folder()
PRIVATE = re.compile(r"data-test|st-key|_stcore|MaterialSymbols|SourceS(?:ans|erif)V|[`'\"=.]st[A-Z][a-z]+[A-Za-z]*\b")
"""How Streamlit's own names begin: test ids, classes, classes of keys, paths, fonts."""


def hooks(table):
    return pytest.mark.parametrize("hook", [pytest.param(hook, id=name) for name, hook in table.items()])


@pytest.fixture(scope="module")
def page():
    """All that the page of Streamlit is made from, and its words."""
    files = [*FOLDER.glob(FILES["scripts"].text), FOLDER / "index.html", FOLDER.parent / "elements" / "form.py"]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return text, set(re.findall(r"[\w-]+", text))


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """Gives an app of Streamlit's own, with nothing of ours."""
    script = tmp_path_factory.mktemp("bare") / "bare.py"
    script.write_text("")
    return lambda: st.App(script)


@pytest.fixture(scope="module")
def answers(bare):
    """What Streamlit answers below each of its paths."""
    below = {"core": "/health", "static": f"/js/{next(FOLDER.glob(FILES['scripts'].text)).name}"}
    below |= {"media": "/none.png", "component": "/none/none.js"}
    names = [name for name in PATHS if name != "stream"]
    return dict(zip(names, ask(bare(), *(PATHS[name].text + below.get(name, "") for name in names)), strict=True))


# --- the installed version has every hook ----------------------------------------------------------------------------


@hooks(ELEMENTS)
def test_streamlit_makes_this_part_of_a_page(hook, page):
    text, words = page
    is_word = re.fullmatch(r"[\w-]+", hook.sign)
    assert hook.sign in (words if is_word else text), f"{hook.text} is not to be found: {hook.where}"


@hooks(HTML)
def test_streamlit_serves_this_piece_of_html(hook):
    assert (FOLDER / "index.html").read_text(encoding="utf-8").count(hook.text) == 1


@hooks(FILES)
def test_streamlit_brings_this_file(hook):
    assert list(FOLDER.glob(hook.text))


@pytest.mark.parametrize("name", PATHS)
def test_streamlit_serves_this_path(name, bare, request):
    if name == "stream":
        assert connects(bare(), PATHS[name].text)
        return
    answer = request.getfixturevalue("answers")[name]
    assert answer.status_code == (404 if name in ("media", "component") else 200)
    assert "<html" not in answer.text, "a page, as at any path that Streamlit does not know"


@hooks(OBJECTS)
def test_streamlit_has_this_object(hook):
    resolve_name(hook.text)


@pytest.mark.parametrize(
    "name", [*OPTIONS, *tokens.streamlit_theme(), "server.port", "server.address", "browser.serverPort"]
)
def test_streamlit_knows_this_option(name):
    assert name in config._config_options_template


@hooks(BEHAVIOUR)
def test_a_test_notices_when_streamlit_stops_doing_this(hook):
    file, _, name = hook.where.partition("::")
    assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")


def test_a_widget_with_a_key_outlives_a_change_of_its_default():
    def script():
        import streamlit  # noqa: PLC0415

        streamlit.session_state.setdefault("kept", 0)
        streamlit.radio("Which", [0, 1, 2], index=streamlit.session_state["kept"], key="which")

    at = AppTest.from_function(script).run()
    at.radio[0].set_value(2).run()
    at.session_state["kept"] = 2
    at.run()
    at.radio[0].set_value(1).run()
    assert at.radio[0].value == 1
    assert at.session_state["which"] == 1


# --- and names it in one place ---------------------------------------------------------------------------------------


def sources(*folders):
    kinds = {".py", ".css", ".js", ".html"}
    files = (file for folder in folders for file in (ROOT / folder).rglob("*"))
    return {
        file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in files if file.suffix in kinds
    }


def test_nothing_private_is_named_elsewhere():
    named = {name: PRIVATE.findall(text) for name, text in sources("cosmos_app", "tests").items()}
    own = ("cosmos_app/design/streamlit_internals.py", "tests/design/test_streamlit_internals.py")
    assert {name: found for name, found in named.items() if found and name not in own} == {}


@pytest.mark.parametrize("name", ELEMENTS)
def test_every_part_of_a_page_is_used(name):
    written = re.compile(rf"\${name}(?!\w)|CSS\[[\"']{name}[\"']\]|(css|cosmos)\.{name}(?!\w)")
    assert any(written.search(text) for text in sources("cosmos_app", "tests").values())


# --- without a hook the app starts -----------------------------------------------------------------------------------


@pytest.fixture
def log(caplog):
    streamlit_internals.report_missing.cache_clear()
    caplog.set_level(logging.WARNING, logger=streamlit_internals.LOG.name)
    yield lambda: {record.args[0] for record in caplog.records if record.name == streamlit_internals.LOG.name}
    streamlit_internals.report_missing.cache_clear()


@pytest.fixture
def cold(stored, tmp_path, monkeypatch):
    """Nothing is kept of fonts, and nothing is made before it is asked for."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(typesetting, "prepare", lambda: None)
    monkeypatch.setattr(fonts.Fonts, "prepare", lambda _self: None)
    monkeypatch.setattr(server, "HEAVY", ())
    caches = (fonts.fonts, typesetting.faces)
    for each in caches:
        each.cache_clear()
    yield tmp_path
    for each in caches:
        each.cache_clear()
    gc.unfreeze()


@pytest.fixture
def start(cold):
    """Starts the app and asks for its first page."""
    return lambda: ask(server.application("desk key", "lead key"), "/")[0]


def test_with_every_hook_nothing_is_logged(start, log):
    answer = start()
    assert answer.status_code == 200
    assert answer.text.count('<title>CoSMoS</title><meta name="color-scheme"') == 1
    assert answer.text.count(f"{theme.body_end()}</body>") == 1
    assert log() == set()


@pytest.mark.parametrize("name", HTML)
def test_a_page_that_is_built_otherwise_is_served_all_the_same(name, start, cold, monkeypatch, log):
    folder = cold / "static"
    folder.mkdir()
    page = (FOLDER / "index.html").read_text(encoding="utf-8")
    (folder / "index.html").write_text(page.replace(HTML[name].text, "<!-- otherwise -->"), encoding="utf-8")
    monkeypatch.setattr(file_util, "get_static_dir", lambda: str(folder))
    answer = start()
    assert answer.status_code == 200
    assert "<!-- otherwise -->" in answer.text
    assert log() == {name}


def test_without_its_fonts_the_app_starts_and_a_pdf_is_set(start, cold, monkeypatch, log):
    monkeypatch.setattr(streamlit_internals, "folder", lambda: cold / "nowhere")
    assert start().status_code == 200
    fonts.fonts()._prepare()
    assert log() == {"icons", "sans"}
    assert typesetting.pdf('#set text(font: "Source Sans 3")\nA report').startswith(b"%PDF")
    assert log() == {"icons", "sans", "serif"}


def test_a_font_that_is_none_is_passed_over(cold, monkeypatch, log):
    media = cold / "static" / "static" / "media"
    media.mkdir(parents=True)
    for name in ("icons", "sans", "serif"):
        (cold / "static" / FILES[name].text.replace("*", "x")).write_bytes(b"no font")
    monkeypatch.setattr(streamlit_internals, "folder", lambda: cold / "static")
    fonts.fonts()._prepare()
    assert typesetting.pdf("A report").startswith(b"%PDF")
    assert log() == {"icons", "sans", "serif"}


def test_an_option_that_streamlit_has_forgotten_is_left_out(monkeypatch, log):
    forgotten = {"client.toolbarMode", "theme.baseRadius"}
    known = {name: option for name, option in config._config_options_template.items() if name not in forgotten}
    monkeypatch.setattr(config, "_config_options_template", known)
    assert (
        server.options(8501, "127.0.0.1").keys()
        == {*OPTIONS, *tokens.streamlit_theme(), "server.port", "server.address", "browser.serverPort"} - forgotten
    )
    assert log() == forgotten


def test_an_option_that_protects_people_is_never_left_out(monkeypatch, log):
    protects = {"browser.gatherUsageStats", "client.showErrorDetails", "server.address"}
    known = {name: option for name, option in config._config_options_template.items() if name not in protects}
    monkeypatch.setattr(config, "_config_options_template", known)
    assert protects <= server.options(8501, "127.0.0.1").keys(), "Streamlit refuses to start then, and says which it is"
    assert log() == protects


def test_where_nobody_can_tell_which_options_there_are_all_are_given(monkeypatch, log):
    monkeypatch.delattr(config, "_config_options_template")
    given = server.options(8501, "127.0.0.1")
    assert given["server.port"] == 8501
    assert OPTIONS.keys() < given.keys()
    assert log() == {"options"}


def test_without_the_theme_pictures_are_light(monkeypatch, log):
    monkeypatch.setattr(st, "context", object())
    assert theme.palette() is tokens.LIGHT
    assert log() == {"theme"}

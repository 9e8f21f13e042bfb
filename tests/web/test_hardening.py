"""No file and no variable sets Streamlit's options for us, and browsers are not told what they need not know."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession

from cosmos_app.design.streamlit_internals import OBJECTS
from cosmos_app.design.streamlit_options import OPTIONS, PROTECTS_PEOPLE
from cosmos_app.web import hardening

SAY_OPTIONS = """
import json
from cosmos_app.web import server
if {closed}:
    server.close_off()
from streamlit import config
from streamlit.web import bootstrap
bootstrap.load_config_options(dict(server.options(8501, "127.0.0.1")))
names = [name for name in config._config_options_template if not name.startswith("_")]
print(json.dumps({{name: repr(config.get_option(name)) for name in names}}))
"""
HOSTILE = """
[global]
e2eTest = true
[client]
showErrorDetails = "full"
allowedOrigins = ["https://evil.example"]
[browser]
gatherUsageStats = true
serverAddress = "evil.example"
serverPort = 1
[server]
enableCORS = false
corsAllowedOrigins = ["https://evil.example"]
enableXsrfProtection = false
enableStaticServing = true
enableAgentApi = true
cookieSecret = "known to others"
address = "0.0.0.0"
baseUrlPath = "elsewhere"
maxUploadSize = 4000
sslCertFile = "/etc/hostname"
fileWatcherType = "poll"
runOnSave = true
scriptHealthCheckEnabled = true
[server.trustedUserHeaders]
X-Who = "name"
[secrets]
files = ["/etc/hostname"]
[runner]
magicEnabled = true
[theme]
primaryColor = "#ff0000"
"""


def options_in(folder, *, hostile, closed=True):
    """Every option in a process that starts in a folder, with a home of its own."""
    for place in (folder / "here", folder / "home"):
        (place / ".streamlit").mkdir(parents=True, exist_ok=True)
        (place / ".streamlit" / "config.toml").write_text(HOSTILE if hostile else "")
    env = {**os.environ, "HOME": str(folder / "home"), "PYTHONPATH": str(Path.cwd())}
    said = subprocess.run(
        [sys.executable, "-c", SAY_OPTIONS.format(closed=closed)],
        cwd=folder / "here",
        env=env,
        capture_output=True,
        check=True,
        text=True,
    )
    return json.loads(said.stdout.splitlines()[-1])


def test_a_configuration_file_where_it_starts_or_at_home_changes_no_option(tmp_path):
    without = options_in(tmp_path, hostile=False)
    # Streamlit makes a new secret at every start.
    differing = {name: value for name, value in options_in(tmp_path, hostile=True).items() if without[name] != value}
    assert differing.keys() <= {"server.cookieSecret"}
    assert "known to others" not in differing.get("server.cookieSecret", "")


def test_what_protects_people_is_set_even_where_the_file_is_read(tmp_path):
    read = options_in(tmp_path, hostile=True, closed=False)
    assert read["server.cookieSecret"] == "'known to others'"
    assert {name: read[name] for name in OPTIONS} == {name: repr(option.value) for name, option in OPTIONS.items()}
    assert read["server.address"] == "'127.0.0.1'"


def test_every_option_that_opens_something_is_set():
    assert {"server.enableCORS", "server.enableXsrfProtection", "server.trustedUserHeaders"} <= PROTECTS_PEOPLE.keys()


def filled():
    told = ForwardMsg()
    told.new_session.main_script_path = "/home/ada/venv/lib/cosmos_app/web/app.py"
    told.new_session.page_script_hash = "kept"
    about = told.new_session.initialize
    about.session_id = "kept too"
    about.user_info.installation_id = about.user_info.installation_id_v3 = "of this machine"
    about.environment_info.streamlit_version = "1.67.0"
    about.environment_info.python_version = "3.11.4"
    about.environment_info.server_os = "linux"
    return told


def test_browsers_are_not_told_paths_versions_and_numbers_of_this_machine():
    told = hardening._tells_less(filled)()
    said = told.SerializeToString()
    for secret in (b"ada", b"of this machine", b"1.67", b"3.11", b"linux"):
        assert secret not in said
    assert (told.new_session.page_script_hash, told.new_session.initialize.session_id) == ("kept", "kept too")
    assert told.new_session.initialize.environment_info.streamlit_version


def test_the_sessions_of_this_process_tell_that_little():
    hardening.close_off()
    assert hasattr(AppSession._create_new_session_message, "__wrapped__")


@pytest.mark.parametrize("name", ["config_files", "outside_address", "inside_address", "new_session"])
def test_where_a_hook_is_gone_the_app_starts_and_the_log_says_what_is_open(name, monkeypatch):
    said = []
    monkeypatch.setattr(hardening, "report_missing", lambda *words: said.append(words[0]))
    monkeypatch.setattr(
        hardening, "OBJECTS", {**OBJECTS, name: type(OBJECTS[name])("streamlit.gone.away", "", "", "open")}
    )
    monkeypatch.setattr(hardening, "setattr", lambda *_: None, raising=False)
    hardening.close_off.__wrapped__()
    assert said == [name]

"""The command line keeps its contract: exit codes, what is written where, and nothing half-written."""

import json
import socket
import subprocess
import sys

import pytest

from cosmos_app.cli.main import main
from cosmos_app.settings import QUESTIONNAIRES


def cosmos(*arguments, cwd=None):
    command = [sys.executable, "-m", "cosmos_app.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False)


def test_what_we_ship_is_checked_in_silence(capsys):
    assert main(["check", str(QUESTIONNAIRES)]) == 0
    assert capsys.readouterr().out == ""


def test_a_fault_is_told_with_its_place_its_mend_and_its_code(tmp_path, capsys):
    document = json.loads((QUESTIONNAIRES / "demo.json").read_text())
    document["sections"][1]["items"][0]["scores"] = {"lisening": 1}
    file = tmp_path / "mine.json"
    file.write_text(json.dumps(document, indent=2))
    assert main(["check", str(file)]) == 1
    told = capsys.readouterr().out
    assert "[unknown-dimension]" in told
    assert 'Did you mean "listening"?' in told
    assert "/scores/lisening" in told
    assert f"{file}:" in told or "mine.json:" in told


def test_problems_come_as_json_too(tmp_path, capsys):
    file = tmp_path / "mine.json"
    file.write_text("{")
    assert main(["check", "--format", "json", str(file)]) == 1
    [problem] = json.loads(capsys.readouterr().out)
    assert problem["code"] == "not-json"
    assert set(problem) == {"code", "file", "pointer", "line", "severity", "wrong", "mend"}


def test_a_warning_fails_only_when_asked_to(tmp_path, capsys):
    file = tmp_path / "mine.json"
    document = json.loads((QUESTIONNAIRES / "demo.json").read_text()) | {"title": "A  first look"}
    file.write_text(json.dumps(document))
    assert main(["check", str(file)]) == 0
    assert "[white-space]" in capsys.readouterr().out
    assert main(["check", "--strict", str(file)]) == 1


def test_a_new_questionnaire_is_in_order_and_never_overwrites(tmp_path):
    made = cosmos("new", "our-library", cwd=tmp_path)
    assert made.returncode == 0
    assert "cosmos check our-library.json" in made.stdout
    assert cosmos("check", "--strict", "our-library.json", cwd=tmp_path).stdout == ""
    assert json.loads((tmp_path / "our-library.json").read_text())["id"] == "our-library"
    again = cosmos("new", "our-library", cwd=tmp_path)
    assert again.returncode == 1
    assert "there already" in again.stderr


@pytest.mark.parametrize("name", ["Our Library", "../up", "", "a" * 81])
def test_a_name_that_cannot_be_an_id_is_refused_and_nothing_written(tmp_path, name):
    assert cosmos("new", name, cwd=tmp_path).returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_a_new_questionnaire_does_not_take_the_id_of_one_that_comes_with_us(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "project"]) == 2
    assert "comes with CoSMoS" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["form.docx", "form", "form.json"])
def test_a_form_on_paper_is_written_under_no_name_that_says_it_is_something_else(tmp_path, capsys, name):
    assert main(["paper", str(QUESTIONNAIRES / "demo.json"), "-o", str(tmp_path / name)]) == 2
    assert "ends in .pdf" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["dance"],
        ["check"],
        ["check", "--format", "xml", "x.json"],
        ["summarise", "q.json", "a.csv", "--k", "2"],
        ["summarise", "q.json", "a.csv", "--by", "role,site"],
        ["run", "--port", "many"],
    ],
)
def test_what_is_not_understood_ends_with_two(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_a_taken_port_is_told_before_anything_is_started(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["run", "--no-browser", "--port", str(port)]) == 1
    assert f"Port {port} is taken" in capsys.readouterr().err


def test_help_loads_nothing_heavy():
    heavy = ("numpy", "pandas", "streamlit", "jsonschema", "sqlalchemy", "plotly")
    code = f"import sys, cosmos_app.cli.main; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_checking_loads_neither_numpy_nor_pandas():
    code = (
        "import sys; from cosmos_app.cli.main import main; "
        f"main(['check', {str(QUESTIONNAIRES)!r}]); "
        "print([name for name in ('numpy', 'pandas', 'streamlit', 'sqlalchemy') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"

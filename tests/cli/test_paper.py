"""The command ``cosmos paper`` prints a questionnaire as a form."""

from support.paper_forms import pages

from cosmos_app.cli import main


def test_the_command_prints_a_questionnaire(tmp_path):
    out = tmp_path / "form.pdf"
    assert main.main(["paper", "questionnaires/demo.json", "-o", str(out), "--depth", "short", "--large"]) == 0
    assert "A1 Have you ever sat down" in " ".join(pages(out.read_bytes()))


def test_the_command_says_what_is_wrong_and_writes_nothing(tmp_path, capsys):
    broken, out = tmp_path / "broken.json", tmp_path / "form.pdf"
    broken.write_text("{", encoding="utf-8")
    assert main.main(["paper", str(broken), "-o", str(out)]) == 1
    assert "[not-json]" in capsys.readouterr().err
    assert not out.exists()
    assert main.main(["paper", "questionnaires/demo.json", "-o", str(tmp_path / "no" / "form.pdf")]) == 1
    assert main.main(["paper", str(broken), "-o", str(broken)]) == 2

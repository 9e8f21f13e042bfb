"""The two secret links are shown to one person, and to no journal."""

import os
import socket
import stat
import sys

import pytest

from cosmos_app.cli.commands import run, secret_links

LINKS = {"facilitate": "http://here/facilitate/desk-key", "exchange": "http://here/exchange/lead-key"}
SECRETS = ("desk-key", "lead-key")


@pytest.fixture
def started(monkeypatch, tmp_path, capfd):
    """Starts CoSMoS with nothing behind it; returns what was printed, and what lay in a file meanwhile."""
    monkeypatch.setenv("COSMOS_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(run, "_wait_for", lambda _: True)

    def start(*, terminal, said=None):
        monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)
        file = secret_links.place_of_links(said)
        run._welcome("http://here", LINKS, file, lan=False, browser=False)
        out = capfd.readouterr()
        return out.out + out.err, file

    return start


def test_in_a_terminal_they_are_printed(started, tmp_path):
    printed, file = started(terminal=True)
    assert all(secret in printed for secret in SECRETS)
    assert file is None
    assert not (tmp_path / "data").exists()


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
@pytest.mark.parametrize("said", [None, "elsewhere/my links.txt"])
def test_elsewhere_they_stand_in_a_file_that_only_this_account_may_read(said, started, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    printed, file = started(terminal=False, said=said)
    assert not any(secret in printed for secret in SECRETS)
    assert str(file) in printed
    assert all(secret in file.read_text() for secret in SECRETS)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [other.name for other in file.parent.iterdir()] == [file.name]
    secret_links.withdraw(file)
    assert not file.exists()


@pytest.mark.skipif(os.name != "posix", reason="links are POSIX's")
def test_who_laid_a_link_or_an_open_file_there_reads_nothing(started, tmp_path):
    (tmp_path / "data").mkdir()
    theirs = tmp_path / "theirs"
    theirs.write_text("")
    (tmp_path / "data" / secret_links.LINKS_FILE).symlink_to(theirs)
    _, file = started(terminal=False)
    assert theirs.read_text() == ""
    assert not file.is_symlink()


def test_who_asks_for_it_has_them_printed_into_a_pipe(started):
    printed, file = started(terminal=False, said="-")
    assert all(secret in printed for secret in SECRETS)
    assert file is None


def test_where_the_file_can_not_be_written_it_is_said_and_nothing_is_printed(started, tmp_path):
    (tmp_path / "data").write_text("a file in the way")
    printed, _ = started(terminal=False)
    assert "can't be written" in printed
    assert not any(secret in printed for secret in SECRETS)


def test_a_key_for_codes_that_could_be_guessed_is_refused_at_the_start(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("COSMOS_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("COSMOS_CODE_KEY", "secret")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert run.run(port, lan=False, browser=False, data=None) == 1
    assert "COSMOS_CODE_KEY has fewer than 32 letters" in capsys.readouterr().err

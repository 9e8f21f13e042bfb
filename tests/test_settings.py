from pathlib import Path

import pytest

from cosmos_app import settings


@pytest.fixture(autouse=True)
def nothing_chosen(monkeypatch):
    monkeypatch.delenv("COSMOS_DATA", raising=False)
    monkeypatch.delenv("COSMOS_DATABASE_URL", raising=False)


def test_data_goes_where_the_system_keeps_user_data():
    assert settings.data_dir().name == "cosmos"
    assert settings.data_dir().is_absolute()


def test_a_chosen_folder_wins_over_the_system_s(monkeypatch):
    monkeypatch.setenv("COSMOS_DATA", "~/answers")
    assert settings.data_dir() == Path.home() / "answers"
    assert settings.database_url() == f"sqlite:///{Path.home()}/answers/cosmos.sqlite3"


def test_a_given_folder_wins_over_the_chosen_one(monkeypatch, tmp_path):
    monkeypatch.setenv("COSMOS_DATA", "/elsewhere")
    assert settings.database_url(tmp_path) == f"sqlite:///{tmp_path}/cosmos.sqlite3"


def test_a_chosen_database_wins_over_every_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("COSMOS_DATABASE_URL", "postgresql+psycopg://room@host/cosmos")
    assert settings.database_url(tmp_path) == "postgresql+psycopg://room@host/cosmos"


def test_a_relative_folder_does_not_move_when_the_process_does(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert settings.database_url(Path("here")) == f"sqlite:///{tmp_path}/here/cosmos.sqlite3"


def test_the_questionnaires_lie_beside_the_package():
    assert (settings.QUESTIONNAIRES / "questionnaire.schema.json").is_file()

"""What stands in an address is anybody's: a number nobody can read leads to the first page."""

from types import SimpleNamespace

import pytest

from cosmos_app.web import session
from cosmos_app.web.session import browser_session


@pytest.mark.parametrize(
    ("part", "index"),
    [("9" * 5000, 0), ("1" * 7, 0), ("999999", 4), ("0", 0), ("-1", 0), ("2", 1), ("", 0), ("²", 0), ("1e3", 0)],
)
def test_any_number_of_a_page_leads_to_a_page(part, index, monkeypatch):
    page = SimpleNamespace(query_params={"part": part}, session_state={})
    monkeypatch.setattr(browser_session, "st", page)
    assert session.section_index(0, 5) == index

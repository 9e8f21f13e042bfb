"""What changed, as a table and a picture: its arithmetic is right as it is read, and chance is told in words only."""

import re
from dataclasses import replace

import pytest
from support.lead_screens import drawn
from support.many_sites import fill
from support.waves import said, wave

from cosmos_app.outputs.charts.change_table import rows_of, shows_likely, table_of, tells_chance, who
from cosmos_app.texts.charts import MAY_BE, SELDOM, TOO_FEW_CHANGED
from cosmos_app.texts.numbers import NOTHING, number
from cosmos_app.texts.over_time import NOT_SAID_WHO
from cosmos_app.texts.room.dots import NOT_SHOWN
from cosmos_app.workshop import sites
from models.change import change
from models.group_scores import DimensionSummary

HEADS = ("Theme", "Difference", "Could lie", "In common", "The same people", "By chance?")


def told(before, after):
    return change(wave(before, name="a", on="2026-01-01"), wave(after, name="b", on="2026-07-01"))


def cells(found):
    head, rows = table_of(found, HEADS)
    return [dict(zip(head, row, strict=True)) for row in rows]


def theme_told(mean, n=9):
    return DimensionSummary(n=n, mean=mean, items=2, asked=2, completeness=1.0, stages={}, lower=None, upper=None)


def with_means(before, after):
    found = told(said(1, 1, 1), said(1, 1, 1))
    theme = replace(found.themes[0], before=theme_told(before), after=theme_told(after), difference=after - before)
    return replace(found, themes=(theme,))


@pytest.mark.parametrize(
    ("before", "after", "read"), [(1.04, 1.16, "+0.2"), (1.16, 1.04, "−0.2"), (2.04, 1.96, "0.0"), (1.0, 2.25, "+1.3")]
)
def test_the_difference_is_that_of_the_figures_beside_it(before, after, read):
    [row] = cells(with_means(before, after))
    assert row["Difference"] == read
    shown = [float(number(mean)) for mean in (before, after)]
    assert abs(float(read.replace("−", "-")) - (shown[1] - shown[0])) < 1e-9


def test_figures_without_bounds_have_a_difference_and_no_empty_column():
    [row] = cells(with_means(1.0, 2.0))
    assert list(row) == ["Theme", "2026-01-01", "2026-07-01", "Difference", "In common"]
    [with_gaps] = cells(told([{"q1": 1}, *said(1, 1, 1)], said(2, 2, 2)))
    assert with_gaps["Could lie"] != NOTHING


def test_what_is_hidden_has_no_difference():
    [row] = cells(told(said(1, 1), said(2, 2, 2)))
    assert row["2026-01-01"] == NOT_SHOWN()
    assert "Difference" not in row
    [drawn_row] = rows_of(told(said(1, 1), said(2, 2, 2)))
    assert drawn_row.before is None


@pytest.mark.parametrize(
    ("before", "after", "chance"),
    [
        ([1] * 10, [2] * 10, SELDOM),
        ([1] * 10, [2, 2, 2, 2, 1, 1, 1, 1, 1, 0], MAY_BE),
        ([1] * 10, [2, 1, 1, 1, 1, 1, 1, 1, 1, 1], TOO_FEW_CHANGED),
    ],
)
def test_chance_is_told_in_words_and_never_as_a_number(before, after, chance):
    links = [f"a{place}" for place in range(len(after))]
    found = change(wave(said(*before), name="a"), wave(said(*after), name="b", links=links))
    [row] = cells(found)
    assert row["By chance?"] == chance()
    assert row["The same people"].endswith("(n 10)")
    assert not re.search(r"p =|0\.0\d", " ".join(row.values()))


@pytest.mark.parametrize(
    ("before", "after"),
    [(said(*[1] * 9), said(*[2] * 9)), ([*said(*[1] * 9), {"q1": 1}], said(*[2] * 10))],
    ids=["nine people", "somebody left a question out"],
)
def test_chance_and_likely_ranges_are_told_only_where_ten_answered_everything(before, after):
    links = [f"a{place}" for place in range(len(after))]
    found = change(wave(before, name="a"), wave(after, name="b", links=links))
    [row] = cells(found)
    assert "The same people" in row
    assert "By chance?" not in row
    assert not any(map(tells_chance, found.themes))
    whole = change(wave(said(*[1] * 10), name="a"), wave(said(*[2] * 10), name="b"))
    assert (shows_likely(found), shows_likely(whole)) == (len(after) > 9, True)


def test_who_they_were_is_said_with_what_may_be_said_of_them():
    found = told(said(1, 1, 1), said(2, 2, 2))
    words = who(found)
    asked = found.after.questionnaire
    assert words.startswith(f"2026-01-01: 3 people, {asked.id} {asked.version}, 2026-01-01 → 2026-07-01: 3 people")
    assert words.endswith(NOT_SAID_WHO())


def test_a_thread_begins_with_its_latest_change_and_every_other_can_be_chosen(sites_store):
    fill(sites_store, 2, 3, 6)
    latest = drawn("change")
    assert "first Time 2, then Time 3" in latest
    [one, other] = sites.series_of(sites.sites_with_figures(), "project")
    name = f"{one.site.name} · {one.initiative}"
    assert "first Time 1, then Time 2" in drawn("change", **{f"times {name}": "1. Time 1 → Time 2"})
    elsewhere = f"{other.site.name} · {other.initiative}"
    moved = drawn("change", thread=elsewhere, **{f"times {name}": "1. Time 1 → Time 2"})
    assert "first Time 2, then Time 3" in moved, "what was chosen for one site is not chosen for another"
    assert f'query_param_key: "times {name}"' in latest.replace("\\302\\267", "·")

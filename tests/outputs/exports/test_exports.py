"""Files for other programs: the same figures in every format, the same hidden, and no text that runs."""

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from math import isclose
from zipfile import ZipFile

import openpyxl
import pyarrow.parquet
import pyreadstat
import pytest
from hypothesis import Phase, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from streamlit.testing.v1 import AppTest
from support.builders import shipped
from support.examples import examples
from support.read_back import as_wide, every_format, from_bundle, of_csv
from support.refusals import refused
from support.room_builders import ITEMS, PLAN, ROLES, SAYS, two_worlds
from support.room_screens import _elements

from cosmos_app.interchange.spreadsheet_safety import is_formula
from cosmos_app.outputs.exports import FORMATS, WIDE, export
from cosmos_app.outputs.exports.codebook import codebook
from cosmos_app.outputs.exports.parquet_spss import LONGEST_TITLE
from cosmos_app.outputs.exports.tables import ACTIONS, AGREED, LONG, long, wide
from cosmos_app.outputs.released import gather
from cosmos_app.storage import Decision, current
from cosmos_app.texts.codebook import MEASURES
from cosmos_app.texts.files import CAUTION_OF_A_ROOM, EXPORT_FORMATS, HAND_OVER_GET, HAND_OVER_STORIES, NOT_HANDED_OVER
from cosmos_app.web import downloads
from cosmos_app.workshop import participation, rooms
from models.answers import Evidence, Response
from models.sites import SharingAgreement
from models.workshop import NotAllowedError

EVIL = (
    "=1+1",
    "+1 or so",
    "-we all agree",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "  =1",
    "=cmd|' /C calc'!A0",
    "＝1",
    "\x01=1",
    "\u200b=1",
)
EVERY = [(suffix, False) for suffix in FORMATS] + [(suffix, True) for suffix in WIDE]


@pytest.fixture(scope="module")
def worlds(tmp_path_factory):
    with two_worlds(tmp_path_factory.mktemp("worlds")) as made:
        yield made


def played(worlds, then, people=9, phases=("frozen", "revealed", "agreed"), plan=PLAN):
    """What *then* gives of a room in which people of every family answered."""

    def play(world, _side):
        for number in range(people):
            world.join(list(ROLES)[number % 3])
            for item in ITEMS:
                says = SAYS[item][:: 4 if item == "q3" else 1]  # on q3 people stand at its two ends
                world.say(number, item, Response(answer=says[number % len(says)], known_by="seen"))
        world.go(*phases)
        return then(world)

    return worlds.one(play, plan)


@examples(6, phases=(Phase.reuse, Phase.generate))  # a failure is small enough
@given(
    roles=st.lists(st.sampled_from(list(ROLES)), min_size=1, max_size=14),
    seed=st.integers(0, 2**32),
    agreed=st.booleans(),
)
def test_every_format_tells_the_same_and_hides_the_same(worlds, tmp_path_factory, roles, seed, agreed):
    def play(world, _side):
        world.talks(roles, seed, agreed)
        return rooms.revealed(world.now, "small"), *every_format(world.now, tmp_path_factory.mktemp("files"))

    told, tables, bundles = worlds.one(play)
    figures = tables[".csv"]

    for name, one in tables.items():
        expected = as_wide(figures) if name.startswith("wide") else figures
        assert all(alike(one[key], figure, name) for key, figure in expected.items()), name
        assert all(value is None for key, (value, _) in one.items() if key not in expected), name
    for body in bundles.values():
        shown = {key: value for key, (value, hidden) in figures.items() if not hidden}
        assert from_bundle(body) == shown
        assert list(Draft202012Validator(shipped("bundle.schema.json")).iter_errors(body)) == []
    assert cells_shown(figures) == cells_of(told)
    assert all(value is None for value, hidden in figures.values() if hidden)


def alike(one, other, name):
    """Whether two figures are the same; a workbook holds fifteen digits of a number, every other format all."""
    (value, hidden), (expected, expected_hidden) = one, other
    if hidden != expected_hidden or value is None or expected is None:
        return one == other
    return isclose(value, expected, rel_tol=1e-14) if "xlsx" in name else value == expected


def cells_shown(figures):
    """Items and themes that are shown in a file, as (what it is about, its id, group)."""
    named = {key: hidden for key, (_, hidden) in figures.items() if key[3] in ("item", "theme") and key[5] == "n"}
    return {(about, name, group) for (_, _, group, about, name, *_), hidden in named.items() if not hidden}


def cells_of(told):
    """The same of what a room may see."""
    groups = {"": told.whole, **{name or "not-said": group for name, group in told.families.items()}}
    parts = (("item", "items"), ("theme", "dimensions"))
    return {
        (about, name, who)
        for who, group in groups.items()
        for about, part in parts
        for name, one in (getattr(group, part).items() if group else ())
        if one is not None
    }


def test_figures_are_those_of_the_room(worlds):
    def look(world):
        return rooms.profile(world.now, "small"), export(world.now, ".csv")

    profile, body = played(worlds, look)
    rows = {(row["group"], row["id"], row["measure"], row["option"]): row["value"] for row in of_csv(body)}
    for one in profile.dimensions:
        assert float(rows["", one.dimension.id, "mean", ""]) == one.pooled.mean
        assert float(rows["", one.dimension.id, "completeness", ""]) == one.pooled.completeness
        for name in ("n", "items", "asked", "lower", "upper", "median", "sd"):
            written, figure = rows["", one.dimension.id, name, ""], getattr(one.pooled, name)
            assert (float(written) if written else None) == figure
        for stage, answers in one.pooled.answers_by_stage.items():
            assert rows["", one.dimension.id, "stages", str(stage)] == str(answers), "counts are whole numbers"
    assert rows["", "q1", "known_by", "seen"] == "9"
    assert rows["", "q1", "distribution", "0"] == "2"


@pytest.mark.parametrize(("suffix", "is_wide"), EVERY)
def test_nothing_is_exported_before_a_reveal(worlds, suffix, is_wide):
    def leaves_nothing(world):
        with refused(NotAllowedError, match="nothing to take away"):
            export(world.now, suffix, wide=is_wide)
        return True

    assert played(worlds, leaves_nothing, phases=("frozen",))


def test_only_dots_are_exported_before_the_room_has_talked(worlds):
    rows = of_csv(played(worlds, lambda world: export(world.now, ".csv"), phases=("frozen", "revealed")))
    assert {row["about"] for row in rows} == {"item"}


def test_a_room_of_too_few_exports_its_questions_and_no_figure(worlds):
    rows = of_csv(played(worlds, lambda world: export(world.now, ".csv"), people=2))
    assert {row["id"] for row in rows} == set(ITEMS)
    assert {(row["value"], row["hidden"], row["group_n"]) for row in rows} == {("", "1", "")}


def said(text):
    """A room in which *text* stands wherever people write."""

    def then(world):
        store = current.store()
        evidence = Evidence(note=text, link="https://example.org/minutes")
        world.settle("q1", Decision(value=2, note=text, evidence=evidence))
        world.settle("q2", Decision(one_side=text, other_side=text))
        world.go("agreed")
        store.add_action(world.id, text, owner=text[:50], due=text[:50])
        store.add_own_factor(world.id, text[:50], text)
        store.park(world.id, text)
        return {suffix: export(world.now, suffix) for suffix in FORMATS}

    return then


@pytest.mark.parametrize("text", EVIL)
def test_no_text_runs_as_a_formula_and_every_number_stays_one(worlds, text):
    files = played(worlds, said(text), phases=("frozen", "revealed"))
    with ZipFile(io.BytesIO(files[".zip"])) as archive:
        tables = [archive.read(name) for name in archive.namelist() if name.endswith(".csv")]
    entries = [entry for body in (*tables, files[".csv"]) for row in csv_rows(body) for entry in row]
    assert not [entry for entry in entries if is_formula(entry)]
    assert f"'{text}" in entries
    assert any(entry.startswith("-0.") for entry in entries), "a disagreement is a negative number"

    book = openpyxl.load_workbook(io.BytesIO(files[".xlsx"]))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert any(cell.value == text.replace("\r", "\n").lstrip("\x01") for cell in cells), "as it was written"
    assert all(cell.quotePrefix for cell in cells if isinstance(cell.value, str) and is_formula(cell.value))
    assert any(cell.data_type == "n" and cell.value < 0 for cell in cells)

    assert json.loads(files[".json"])["parked"] == [text]


def csv_rows(body):
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def test_texts_that_some_format_cannot_hold_break_none(worlds):
    text = "\x01\x0b \u202eש 🌧 " + "x" * 1900
    files = played(worlds, said(text), phases=("frozen", "revealed"))
    assert json.loads(files[".json"])["parked"] == [text]
    book = openpyxl.load_workbook(io.BytesIO(files[".xlsx"]))
    assert "\u202eש 🌧" in book["Actions"]["A2"].value


def test_every_file_says_what_it_is_and_from_how_many(worlds, tmp_path):
    files = played(worlds, lambda world: {suffix: export(world.now, suffix) for suffix in FORMATS})
    assert of_csv(files[".csv"])[0]["caution"] == CAUTION_OF_A_ROOM()
    assert {row["group_n"] for row in of_csv(files[".csv"])} == {"9", "3"}
    metadata = pyarrow.parquet.read_schema(io.BytesIO(files[".parquet"])).metadata
    assert json.loads(metadata[b"cosmos"])["caution"] == CAUTION_OF_A_ROOM()
    assert json.loads(files[".json"])["caution"] == CAUTION_OF_A_ROOM()
    book = openpyxl.load_workbook(io.BytesIO(files[".xlsx"]))
    assert book.sheetnames == ["About", "Long", "Wide", "Codebook", "Agreed", "Actions"]
    assert CAUTION_OF_A_ROOM() in [cell.value for cell in book["About"]["B"]]
    assert all(book[name].freeze_panes == "A2" for name in book.sheetnames[1:])
    (tmp_path / "room.sav").write_bytes(files[".sav"])
    frame, meta = pyreadstat.read_sav(str(tmp_path / "room.sav"))
    assert CAUTION_OF_A_ROOM() in " ".join(meta.notes)
    assert set(meta.column_names_to_labels) == set(LONG)
    assert set(frame["measure"]) <= set(meta.variable_value_labels["measure"])
    assert {*frame["hidden"]} <= {*meta.variable_value_labels["hidden"]}
    with ZipFile(io.BytesIO(files[".zip"])) as archive:
        readme = archive.read("README.txt").decode()
        assert CAUTION_OF_A_ROOM() in readme
        assert all(name in readme for name in archive.namelist() if name != "README.txt")


def test_the_codebook_explains_every_column_measure_and_figure(worlds):
    figures = played(worlds, lambda world: gather(world.now))
    told = codebook(figures)
    lines = [dict(zip(told.columns, row, strict=True)) for row in told.rows]
    named = {(line["part"], line["name"]) for line in lines}
    assert {("column", name) for name in (*LONG, *AGREED, *ACTIONS, "not_shown")} <= named
    assert {("measure", name) for name in MEASURES} <= named
    measures = {row[list(LONG).index("measure")] for row in long(figures).rows}
    assert measures <= set(MEASURES)
    columns = {column for line in lines for column in line["columns"].split("; ") if column}
    table = list(wide(figures).columns)
    assert {name for name in table[table.index("not_shown") + 1 :] if not name.startswith("factor.")} == columns
    weights = {line["name"]: line["weights"] for line in lines if line["part"] == "item"}
    assert (weights["q2"], weights["q3"]) == ("power 2; trust 1", "power 1 (reversed)")


def test_own_words_leave_with_no_file(worlds):
    files = played(worlds, lambda world: {suffix: export(world.now, suffix) for suffix in FORMATS})
    with ZipFile(io.BytesIO(files[".zip"])) as archive:
        bodies = [archive.read(name) for name in archive.namelist()]
    assert not any(b"So it is." in body for body in (*bodies, *files.values()))


def test_the_same_room_gives_the_same_archive(worlds):
    one, other = played(worlds, lambda world: [export(world.now, ".zip") for _ in range(2)])
    assert one == other


def test_what_the_desk_offers_is_written(worlds):
    bodies = played(worlds, lambda world: [downloads.body_of(world.now, ending) for ending in EXPORT_FORMATS])
    assert all(bodies)
    assert len(set(bodies)) == len(bodies)


def test_the_desk_offers_every_format():
    assert {downloads.suffix_of(ending) for ending in EXPORT_FORMATS} == set(FORMATS)


@pytest.mark.parametrize(
    ("agreement", "phases", "said"),
    [
        (SharingAgreement(), ("frozen", "revealed", "agreed"), NOT_HANDED_OVER()[:60]),
        (SharingAgreement(figures=True), ("frozen", "revealed", "agreed"), HAND_OVER_STORIES[False]()),
        (SharingAgreement(figures=True, stories=True), ("frozen", "revealed", "agreed"), HAND_OVER_STORIES[True]()),
        (SharingAgreement(figures=True), ("frozen", "revealed"), None),
    ],
    ids=["nothing agreed", "figures", "stories", "before the talk"],
)
def test_the_desk_hands_a_room_over_once_its_site_agreed(worlds, agreement, phases, said):
    def then(world):
        current.store().agree_to_share(world.now.plan.site, agreement)
        at = AppTest.from_function(_hand_over, args=(world.now,)).run(timeout=60)
        assert not at.exception, at.exception
        return "\n".join(str(one.proto) for one in _elements(at._tree))

    drawn = played(worlds, then, phases=phases)
    offered = agreement.figures and "agreed" in phases
    assert (HAND_OVER_GET() in drawn) == offered
    assert said is None or said in drawn


def _hand_over(room):
    from cosmos_app.web.views.desk import export_downloads  # noqa: PLC0415  (this is a page of its own)

    export_downloads.hand_over(room)


def test_no_format_is_loaded_before_somebody_asks_for_it():
    heavy = ("openpyxl", "pandas", "pyarrow", "pyreadstat")
    code = f"import sys, cosmos_app.outputs.exports; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_what_was_chosen_is_told_in_the_words_that_people_chose(worlds):
    rows = of_csv(played(worlds, lambda world: export(world.now, ".csv")))
    labels = {(row["id"], row["measure"], row["option"]): row["option_label"] for row in rows}
    asked = played(worlds, lambda world: participation.definition(next(iter(world.now.definitions.values())))[0])
    for item in asked.items:
        for choice in item.choices:
            assert labels[item.id, "distribution", str(choice.value)] == choice.label
    assert labels["q1", "known_by", "seen"] == "have seen it"
    assert all(row["option_label"] for row in rows if row["option"])
    assert {row["practice"] for row in rows} == {"0"}


def test_evidence_keeps_its_date(worlds):
    def then(world):
        seen = Evidence(note="Minutes", date="2026-03-01", link="https://example.org/minutes")
        world.settle("q1", Decision(value=2, evidence=seen))
        world.go("agreed")
        return export(world.now, ".zip")

    with ZipFile(io.BytesIO(played(worlds, then, phases=("frozen", "revealed")))) as archive:
        [line] = of_csv(archive.read("agreed.csv"))
    assert [line[name] for name in ("evidence", "evidence_date", "link")] == [
        *("Minutes", "2026-03-01", "https://example.org/minutes")
    ]


@pytest.mark.parametrize("site", ["Põ" * 50, "a" + "Põ" * 50, "水" * 50])
def test_a_long_name_in_any_script_is_cut_between_characters(worlds, tmp_path, site):
    file = tmp_path / "room.sav"
    file.write_bytes(played(worlds, lambda world: export(world.now, ".sav"), plan=replace(PLAN, site=site)))
    _, meta = pyreadstat.read_sav(str(file))
    assert f"CoSMoS: {site}".startswith(meta.file_label)
    assert LONGEST_TITLE - 4 < len(meta.file_label.encode()) <= LONGEST_TITLE

"""``cosmos score`` and ``cosmos summarise``: the same numbers however many, whole files or none, and exit codes."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from support.builders import ROOT, SHIPPED, document, sheet_of, shipped, small

from cosmos_app.cli.commands import score, summarise
from cosmos_app.cli.commands.output import UnwritableError, deliver
from cosmos_app.interchange.records import groups_json
from cosmos_app.texts.problems import line_of
from models.layout import lay_out
from models.people import MOST_CELLS, Labels, People, TooManyGroupsError
from models.smallest_group import threshold
from models.summary import summarise as summarise_groups

PROJECT, DEMO = SHIPPED / "project.json", SHIPPED / "demo.json"
ITEMS = [item["id"] for section in shipped("project.json")["sections"] for item in section["items"]]
CELLS = ["0", "1", "2", "3", "4", "", "DK", "NA", "OUT"]


def table(size, seed=5):
    """Rows of the project questionnaire, by column."""
    chance = np.random.default_rng(seed)
    roles = ["Volunteer", "Senior leader", "", "The mayor", "Person who uses the service"]
    return [
        {
            "respondent": f"p{row}",
            "site": "Hull" if row % 3 else "Turku",
            "role": roles[row % 5],
            "depth": "short" if row % 4 == 0 else "",
            **dict(zip(ITEMS, chance.choice(CELLS, len(ITEMS)).tolist(), strict=True)),
        }
        for row in range(size)
    ]


def write(file, rows):
    with file.open("w", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return file


def scored(text):
    return list(csv.DictReader(io.StringIO(text)))


def told(command, capsys):
    """Exit code, stdout and stderr of a command run in this process."""
    code = command()
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def answers(tmp_path):
    return write(tmp_path / "answers.csv", table(300))


def test_one_respondent_alone_scores_to_the_letter_as_among_many(tmp_path, answers, capsys):
    code, many, _ = told(lambda: score.run(PROJECT, answers), capsys)
    assert code == 0
    rows = scored(many)
    assert len(rows) == 300 * 8
    for place in (0, 7, 299):
        alone = write(tmp_path / "one.csv", [table(300)[place]])
        code, one, _ = told(lambda file=alone: score.run(PROJECT, file), capsys)
        assert code == 0
        assert scored(one) == rows[8 * place : 8 * place + 8]


def test_scores_are_written_in_full_and_nothing_is_blank_but_what_is_not_there(tmp_path, capsys):
    body = document(
        items=[
            {"id": "a", "core": True, "scores": {"trust": 1}},
            {"id": "b", "scores": {"trust": 1, "power": 1}},
            {"id": "c", "scores": {"trust": 1}, "reverse": True},
            {"id": "d", "scores": {"care": 1}},
        ]
    )
    (tmp_path / "small.json").write_text(json.dumps(body))
    (tmp_path / "a.csv").write_text('respondent,a,b,c,d\n"Ann, ""A""",1,,4,NA\n')
    definition = tmp_path / "small.json"
    code, out, _ = told(lambda: score.run(definition, tmp_path / "a.csv"), capsys)
    assert code == 0
    assert out == (
        "respondent,dimension,score,completeness,lower,upper,stage,blocked_by\n"
        '"Ann, ""A""",trust,0.5,0.6666666666666666,0.3333333333333333,1.6666666666666667,0,c\n'
        '"Ann, ""A""",power,,0.0,0.0,4.0,,\n'
        '"Ann, ""A""",care,,,,,,\n'
    )


def test_what_waits_for_a_question_for_others_is_not_missing(tmp_path, capsys):
    waiting = [
        {"id": f"b.{name}", "scores": {"b": 1}, "show_if": {"item": "plan", "at_least": 1}}
        for name in ("one", "two", "three", "four")
    ]
    scored_always = [{"id": f"b.x{name}", "scores": {"b": 1}} for name in ("one", "two", "three")]
    others = [{"id": f"{name}.{number}", "core": True, "scores": {name: 1}} for name in "ac" for number in range(3)]
    body = document(items=[{"id": "plan", "asked_of": ["runs-leads-or-funds"]}, *waiting, *scored_always, *others])
    (tmp_path / "small.json").write_text(json.dumps(body))
    columns = {item["id"]: "" for item in body["sections"][0]["items"]} | dict.fromkeys(("b.xone", "b.xtwo"), 4)
    here, there = {"role": "Person who uses the service"}, {"role": "Senior leader"}
    rows = [
        {"respondent": "not asked", **here, **columns, "b.xthree": 4},
        {"respondent": "no plan", **there, **columns, "b.xthree": 4, "plan": 0},
        {"respondent": "skips the plan", **there, **columns, "b.xthree": 4},
    ]
    file = write(tmp_path / "a.csv", rows)
    definition = tmp_path / "small.json"
    _, out, _ = told(lambda: score.run(definition, file), capsys)
    found = {row["respondent"]: row for row in csv.DictReader(io.StringIO(out)) if row["dimension"] == "b"}
    full = {"score": "4.0", "completeness": "1.0", "lower": "4.0", "upper": "4.0"}
    for name in ("not asked", "no plan"):
        assert found[name].items() >= full.items()
    skipped = found["skips the plan"]
    assert (skipped["score"], float(skipped["completeness"]), float(skipped["lower"])) == ("", 3 / 7, 4 * 3 / 7)


def test_nothing_below_nothing_is_written(tmp_path, capsys):
    names = ("trust", "power", "care")
    rows = [{"when": {"item": "a", "at_least": 2}, "score": -0.0}, {"score": 1}]
    body = document(
        items=[{"id": item, "core": True, "scores": dict.fromkeys(names, 1)} for item in "abc"],
        scoring={"rule": "rule-table", "tables": dict.fromkeys(names, rows)},
    )
    (tmp_path / "small.json").write_text(json.dumps(body))
    (tmp_path / "a.csv").write_text("a,b,c\n2,3,4\n")
    _, out, _ = told(lambda: score.run(tmp_path / "small.json", tmp_path / "a.csv"), capsys)
    assert out.splitlines()[1] == "1,trust,0.0,1.0,0.0,0.0,2,a"


def test_a_file_is_the_same_as_the_screen_and_leaves_nothing_beside(tmp_path, answers, capsys):
    _, out, _ = told(lambda: score.run(PROJECT, answers), capsys)
    target = tmp_path / "out" / "scores.csv"
    target.parent.mkdir()
    target.write_text("old")
    assert score.run(PROJECT, answers, target) == 0
    assert target.read_text() == out
    assert [file.name for file in target.parent.iterdir()] == ["scores.csv"]


@pytest.mark.parametrize("run", [score.run, summarise.run])
def test_nothing_is_written_when_anything_is_wrong(tmp_path, run, capsys):
    rows = table(30)
    rows[3][ITEMS[0]] = "7"
    rows[20][ITEMS[5]] = "often"
    target = tmp_path / "out.csv"
    code, out, err = told(lambda: run(PROJECT, write(tmp_path / "a.csv", rows), out=target), capsys)
    assert (code, out) == (1, "")
    assert not target.exists()
    first, second = err.splitlines()
    assert first.startswith(f"{tmp_path / 'a.csv'}:5 #/{ITEMS[0]}: Row 4: ")
    assert second.startswith(f"{tmp_path / 'a.csv'}:22 #/{ITEMS[5]}: Row 21: ")
    assert first.endswith("[wrong-answer]")


def test_a_warning_goes_to_stderr_and_the_result_is_written(tmp_path, capsys):
    (tmp_path / "a.csv").write_text(f"{ITEMS[0]}\n1\n")
    code, out, err = told(lambda: score.run(PROJECT, tmp_path / "a.csv"), capsys)
    assert code == 0
    assert len(scored(out)) == 8
    assert "[missing-column]" in err


@pytest.mark.parametrize("run", [score.run, summarise.run])
def test_files_that_are_not_there_are_told(tmp_path, answers, run, capsys):
    for questionnaire, file in ((tmp_path / "none.json", answers), (PROJECT, tmp_path / "none.csv")):
        code, out, err = told(lambda one=questionnaire, two=file: run(one, two), capsys)
        assert (code, out) == (1, "")
        assert "none." in err


def test_a_broken_questionnaire_is_told_as_check_tells_it(tmp_path, answers, capsys):
    (tmp_path / "broken.json").write_text("{")
    code, _, err = told(lambda: score.run(tmp_path / "broken.json", answers), capsys)
    assert code == 1
    assert "[not-json]" in err


@pytest.mark.parametrize("run", [score.run, summarise.run])
def test_a_result_never_takes_the_place_of_its_source(answers, run, capsys):
    before = answers.read_bytes()
    code, _, err = told(lambda: run(PROJECT, answers, out=answers), capsys)
    assert code == 2
    assert "overwritten" in err
    assert answers.read_bytes() == before


@pytest.mark.parametrize("run", [score.run, summarise.run])
def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left(tmp_path, answers, run, capsys):
    (tmp_path / "folder").mkdir()
    for target in (tmp_path / "folder", tmp_path / "no" / "such" / "out.csv"):
        code, out, err = told(lambda out=target: run(PROJECT, answers, out=out), capsys)
        assert (code, out) == (1, "")
        assert "[unwritable]" in err
    assert sorted(file.name for file in tmp_path.iterdir()) == ["answers.csv", "folder"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told(answers, capsys):
    code, _, err = told(lambda: score.run(PROJECT, answers, Path("/dev/full")), capsys)
    assert code == 1
    assert "o space left" in err


def test_a_file_half_written_when_the_disk_fills_leaves_the_old_one(tmp_path):
    target = tmp_path / "out.csv"
    target.write_text("old")

    def fill(stream):
        stream.write("new")
        raise OSError(28, "No space left on device")

    with pytest.raises(UnwritableError) as refused:
        deliver(target, fill)
    assert "no space left on device" in line_of(*refused.value.problems)
    assert target.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["out.csv"]


@pytest.mark.parametrize("k", [2, 0, -5])
def test_a_smallest_group_below_three_is_refused(answers, k, capsys):
    code, out, _ = told(lambda: summarise.run(PROJECT, answers, k=k), capsys)
    assert (code, out) == (2, "")


@pytest.mark.parametrize(
    "by", [("role", "site"), ("role", "wave"), ("team",), ("role", "site", "wave"), ("site", "site")]
)
def test_a_table_that_is_not_published_is_refused(answers, by, capsys):
    code, out, err = told(lambda: summarise.run(PROJECT, answers, by=by), capsys)
    assert (code, out) == (2, "")
    assert "--by" in err


def test_a_smallest_group_that_protects_nobody_is_refused_with_the_mend(answers, capsys):
    code, _, err = told(lambda: summarise.run(PROJECT, answers, k=2), capsys)
    assert code == 2
    assert "cannot be 2: so few people can be recognised. Give a whole number from 3 up" in err


@pytest.mark.parametrize("by", [(), ("role",), ("site",), ("wave",), ("wave", "site")])
def test_a_summary_is_json_of_the_agreed_shape(answers, by, capsys):
    code, out, _ = told(lambda: summarise.run(PROJECT, answers, by=by), capsys)
    assert code == 0
    groups = json.loads(out)["groups"]
    assert groups
    for group in groups:
        assert set(group["by"]) == set(by)
        if group["suppressed"]:
            assert group == {"by": group["by"], "n": None, "suppressed": True}
            continue
        assert set(group) == {"by", "n", "suppressed", "dimensions", "items", "placements", "factors"}
        assert list(group["items"]) == ITEMS
        for item in group["items"].values():
            if item["n"] is not None:
                assert sum(item["distribution"].values()) == item["n"] >= 5
                silences = ("skipped", "dont_know", "not_applicable", "outside_our_control")
                assert item["n"] + sum(item[silence] for silence in silences) <= group["n"]
        for dimension in group["dimensions"].values():
            if dimension == {"n": None}:
                continue
            assert set(dimension) == {"n", "mean", "items", "asked", "median", "sd"}
            assert 5 <= dimension["n"] <= group["n"]
            assert 0 < dimension["items"] <= dimension["asked"]
            whole = dimension["items"] == dimension["asked"] and dimension["n"] == group["n"] >= 10
            assert (dimension["median"] is None, dimension["sd"] is None) == (not whole, not whole)
        for factor in group["factors"]:
            assert set(factor) == {"id", "strength", "because"}
            assert 0 < factor["strength"] <= 1


def test_roles_are_gathered_into_families_and_others_keep_their_words(answers, capsys):
    _, out, _ = told(lambda: summarise.run(PROJECT, answers, by=("role",)), capsys)
    names = [group["by"]["role"] for group in json.loads(out)["groups"]]
    assert names == ["The mayor", "lives-with-the-service", "runs-leads-or-funds", "works-face-to-face", None]


def test_the_order_of_rows_does_not_show_in_a_summary(tmp_path, capsys):
    rows = table(60)
    one, other = (write(tmp_path / name, listed) for name, listed in (("a.csv", rows), ("b.csv", rows[::-1])))
    outs = [told(lambda file=file: summarise.run(PROJECT, file, ("site",)), capsys)[1] for file in (one, other)]
    assert outs[0] == outs[1]


def test_whichever_table_is_asked_for_the_same_groups_are_shown(tmp_path, capsys):
    """Two sites leave a family's rest of four people: the sites hide even though only they were asked for."""
    rows = [
        {"role": role, "site": site, ITEMS[0]: "1"}
        for role, site, people in (("a", "x", 10), ("a", "y", 2), ("b", "x", 2), ("b", "y", 10))
        for _ in range(people)
    ]
    file = write(tmp_path / "a.csv", rows)
    shown = {}
    for by in ("role", "site"):
        _, out, _ = told(lambda by=by: summarise.run(PROJECT, file, (by,)), capsys)
        shown[by] = [group["n"] for group in json.loads(out)["groups"]]
    assert shown == {"role": [12, 12], "site": [None, None]}


def test_names_without_end_are_no_groups(tmp_path, capsys):
    size = int(MOST_CELLS ** (1 / 3)) + 2
    rows = [{"role": f"r{n}", "site": f"s{n}", "wave": f"w{n}", ITEMS[0]: "1"} for n in range(size)]
    code, _, err = told(lambda: summarise.run(PROJECT, write(tmp_path / "a.csv", rows)), capsys)
    assert code == 1
    assert "[too-many-groups]" in err
    labels = Labels.of([str(n) for n in range(size)])
    with pytest.raises(TooManyGroupsError):
        People(role=labels, site=labels, wave=labels).count(np.ones(size, dtype=bool))


def test_the_model_itself_refuses_a_table_that_is_not_published():
    form = lay_out(small([{"id": "q1", "scores": {"trust": 1}}]))
    nobody = Labels.of([None] * 6)
    people = People(role=nobody, site=nobody, wave=nobody)
    answers = form.encode([sheet_of({"q1": 1})] * 6, "full", [None] * 6)
    with pytest.raises(ValueError, match="no table by role, site"):
        summarise_groups(form, answers, people, threshold(None), by=("role", "site"))
    assert groups_json(summarise_groups(form, answers, people, threshold(None)))["groups"][0]["n"] == 6


def cosmos(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "cosmos_app.cli", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )


def test_the_command_line_scores_and_summarises(tmp_path, answers, capsys):
    asked = cosmos("score", PROJECT, answers, "-o", tmp_path / "scores.csv")
    assert (asked.returncode, asked.stdout, asked.stderr) == (0, "", "")
    _, out, _ = told(lambda: score.run(PROJECT, answers), capsys)
    assert (tmp_path / "scores.csv").read_text() == out
    summary = cosmos("summarise", PROJECT, answers, "--by", "site,wave", "--k", "3")
    assert summary.returncode == 0
    assert json.loads(summary.stdout)["groups"]
    assert cosmos("summarise", PROJECT, answers, "--k", "2").returncode == 2
    assert cosmos("score", PROJECT, tmp_path / "none.csv").returncode == 1

"""Every code has one broken file, and that file shows nothing else."""

import ast
import json
import re
from pathlib import Path

import pytest

from cosmos_app.content import files, loader
from cosmos_app.content.loader import check_file, check_paths, read_questionnaire
from cosmos_app.texts.problems import line_of, mend_of
from models import json_source, parsing, structure
from models.json_source import LARGEST_FILE, lines_of
from models.lint import checks, forms, maps, naming, practice, reachability, references, weighing, wording
from models.problems import CODES, ERRORS, WARNINGS, InvalidDefinitionError

BROKEN = Path(__file__).parents[1] / "broken"
CLEAN = ("clean", "factors", "placements", "practice", "roles")
"""The clean twin of all, and the catalogues beside them, which are clean too."""

MADE_HERE = {"unreadable-file", "too-large"}
"""Nothing that could be kept in a repository shows these."""

FILES = sorted(path for path in BROKEN.glob("*.json") if path.stem not in CLEAN)
SPEAKING = (
    checks,
    files,
    forms,
    loader,
    maps,
    naming,
    parsing,
    practice,
    reachability,
    references,
    json_source,
    structure,
    weighing,
    wording,
)
"""The modules that find problems in definitions."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_shows_exactly_the_code_it_is_named_after(path):
    assert {problem.code for problem in check_file(path)} == {path.stem}


@pytest.mark.parametrize("name", CLEAN)
def test_the_clean_twin_and_its_catalogues_are_silent(name):
    assert check_file(BROKEN / f"{name}.json") == ()


def test_every_code_has_a_file_and_every_file_a_code():
    assert {path.stem for path in FILES} | MADE_HERE == set(CODES)
    assert not ERRORS & WARNINGS


def test_the_table_lists_exactly_the_codes_that_are_used():
    words = {
        node.value
        for module in SPEAKING
        for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    no_codes = {"utf-8", "weighted-mean", "rule-table"}
    codes = {
        word.partition(".")[0] for word in words if re.fullmatch(r"[a-z]+(-[a-z]+)*\.[a-z-]+|[a-z]+(-[a-z]+)+", word)
    }
    assert codes - no_codes <= set(CODES)
    assert set(CODES) <= words | codes


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_problem_points_to_its_place_or_to_the_one_around_it(path):
    for problem in check_file(path):
        if problem.code in ("not-json", "not-text", "empty-file", "too-deep", "too-large", "unreadable-file"):
            assert problem.pointer == ""
            continue
        if problem.code == "duplicate-key":
            assert (problem.pointer, problem.line) == ("/title", 5)
            continue
        lines = lines_of(path.read_text(encoding="utf-8"))
        known = [problem.pointer, problem.pointer.rpartition("/")[0]]
        place = next((place for place in known if place in lines), None)
        assert place is not None, problem
        assert problem.line == lines[place]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_problem_says_where_what_and_how_to_mend_it_on_one_line(path):
    for problem in check_file(path):
        line = line_of(problem)
        assert re.fullmatch(rf"\S+{path.stem}\.json(:\d+)? #(/\S*)?: .+[.?] .+\. \[{path.stem}\]", line), line
        assert line.count("\n") == 0
        assert problem.is_warning == (problem.code in WARNINGS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_only_a_questionnaire_without_errors_is_read(path):
    if path.stem in WARNINGS:
        assert read_questionnaire(path).id == path.stem
        return
    with pytest.raises(InvalidDefinitionError) as caught:
        read_questionnaire(path)
    assert {problem.is_warning for problem in caught.value.problems} == {False}


def test_a_missing_file_a_folder_and_a_file_too_large_are_told_like_any_other_problem(tmp_path):
    large = tmp_path / "large.json"
    large.write_bytes(b" " * (LARGEST_FILE + 1))
    assert [problem.code for problem in check_file(tmp_path / "gone.json")] == ["unreadable-file"]
    assert [problem.code for problem in check_file(tmp_path)] == ["unreadable-file"]
    assert [problem.code for problem in check_file("no\0name")] == ["unreadable-file"]
    assert [problem.code for problem in check_file("x" * 5000)] == ["unreadable-file"]
    assert [problem.code for problem in check_file(large)] == ["too-large"]


def test_a_folder_stands_for_the_json_files_in_it_but_not_for_schemas(tmp_path):
    for name in ("clean.json", "roles.json", "factors.json", "placements.json"):
        (tmp_path / name).write_bytes((BROKEN / name).read_bytes())
    (tmp_path / "any.schema.json").write_text("{}")
    (tmp_path / "notes.txt").write_text("not ours")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "deeper.json").write_text("{")
    assert check_paths([tmp_path]) == ()
    assert [problem.code for problem in check_paths([tmp_path / "below"])] == ["not-json"]
    assert [problem.code for problem in check_paths([tmp_path / "any.schema.json"])] == []
    (tmp_path / "empty").mkdir()
    assert [problem.code for problem in check_paths([tmp_path / "empty"])] == ["unreadable-file"]


def test_a_broken_catalogue_beside_is_told_once_and_hides_only_what_stands_on_it(tmp_path):
    document = json.loads((BROKEN / "clean.json").read_bytes())
    document["sections"][0]["items"][0]["source"] = "nowhere"
    for name in ("one", "two"):
        (tmp_path / f"{name}.json").write_text(json.dumps({**document, "id": name}))
    (tmp_path / "roles.json").write_text('{"$schema": "roles.schema.json", "families": []}')
    (tmp_path / "placements.json").write_bytes((BROKEN / "placements.json").read_bytes())
    (tmp_path / "factors.json").write_text("{")
    told = [(Path(problem.file).name, problem.code) for problem in check_paths([tmp_path])]
    assert sorted(told) == [
        ("factors.json", "not-json"),
        ("one.json", "unknown-source"),
        ("roles.json", "missing-key"),
        ("roles.json", "wrong-value"),
        ("two.json", "unknown-source"),
    ]
    alone = [(Path(problem.file).name, problem.code) for problem in check_file(tmp_path / "one.json")]
    assert alone[0] == ("one.json", "unknown-source")
    assert ("factors.json", "not-json") in alone


def test_a_catalogue_beside_wins_over_the_packaged_one(tmp_path):
    document = json.loads((BROKEN / "clean.json").read_bytes())
    (tmp_path / "clean.json").write_text(json.dumps(document))
    (tmp_path / "placements.json").write_bytes((BROKEN / "placements.json").read_bytes())
    assert {problem.code for problem in check_file(tmp_path / "clean.json")} == {
        "unknown-role-family",
        "unknown-factor",
    }
    for name in ("roles.json", "factors.json"):
        (tmp_path / name).write_bytes((BROKEN / name).read_bytes())
    assert check_file(tmp_path / "clean.json") == ()


def test_factors_raised_by_a_broken_questionnaire_are_not_called_unknown(tmp_path):
    for name in ("roles.json", "factors.json", "placements.json"):
        (tmp_path / name).write_bytes((BROKEN / name).read_bytes())
    (tmp_path / "clean.json").write_text('{"$schema": "questionnaire.schema.json", "id": "clean",')
    told = [(Path(problem.file).name, problem.code) for problem in check_file(tmp_path / "factors.json")]
    assert told == [("clean.json", "not-json")]


def test_problems_come_in_the_order_of_the_file(tmp_path):
    for name in ("roles.json", "factors.json", "placements.json"):
        (tmp_path / name).write_bytes((BROKEN / name).read_bytes())
    document = json.loads((BROKEN / "clean.json").read_bytes())
    document["sections"][0]["items"][0]["ask"] += " "
    document["sections"][1]["items"][2]["source"] = "nowhere"
    document["dimensions"][0]["title"] = " Who is heard"
    for body in (document, dict(reversed(document.items()))):
        (tmp_path / "clean.json").write_text(json.dumps(body, indent=1))
        found = check_file(tmp_path / "clean.json")
        assert len(found) == 3
        assert [problem.line for problem in found] == sorted(problem.line for problem in found)


def test_structural_problems_come_in_the_order_of_the_file_too(tmp_path):
    document = json.loads((BROKEN / "clean.json").read_bytes())
    document["sections"][0]["items"] = [{"id": f"i{n}", "kind": "text"} for n in range(12)]
    (tmp_path / "clean.json").write_text(json.dumps(document, indent=1))
    with pytest.raises(InvalidDefinitionError) as caught:
        read_questionnaire(tmp_path / "clean.json")
    places = [problem.pointer for problem in caught.value.problems]
    assert places == [f"/sections/0/items/{n}" for n in range(12)]


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ('{"a": [1, 2,]}', "nothing follows"),
        ('{"a": 1,}', "nothing follows"),
        ("{“a”: 1}", "typographic quotes"),
        ("{'a': 1}", "double quotes, not in single"),
        ('{"a": True}', "small letters"),
        ('{"a": 1 // how many\n}', "comma before it"),
        ('{\n// first\n"a": 1}', "no comments"),
        ('{"a": "one\ntwo"}', "close it"),
        ('{"a": 1 "b": 2}', "comma before it"),
        ('{"a": , "b": 2}', "Remove this comma"),
    ],
)
def test_a_slip_in_json_is_mended_in_words_an_author_knows(tmp_path, text, mend):
    file = tmp_path / "slip.json"
    file.write_text(text, encoding="utf-8")
    [problem] = check_file(file)
    assert problem.code == "not-json"
    assert mend in mend_of(problem)


def test_a_key_of_another_tool_is_called_by_our_name_and_not_by_the_nearest_spelling(tmp_path):
    document = json.loads((BROKEN / "clean.json").read_text())
    document["sections"][0]["items"][-1]["show_if"] = {"and": [{"item": "x", "is": "y"}]}
    file = tmp_path / "mine.json"
    file.write_text(json.dumps(document))
    told = [problem for problem in check_file(file) if problem.code == "unknown-key"]
    assert ['It is called "all" here.' in mend_of(problem) for problem in told] == [True]

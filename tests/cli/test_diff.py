"""``cosmos diff``: what changed between two files, how that must be numbered, what still compares."""

import json
import subprocess
import sys

import pytest
from support.builders import document

from cosmos_app.cli.main import main

REST = [{"id": name, "core": True, "ask": f"Is there {name}?", "scores": {name: 1}} for name in ("power", "hope")]
ITEMS = [
    {"id": "listens", "ask": "Do we listen?", "scores": {"trust": 1}},
    {"id": "explains", "ask": "Do we explain?", "scores": {"trust": 1}},
]


def written(items, **more):
    """A questionnaire on three dimensions, of which *items* ask about one."""
    return document(items=[*items, *REST], **more)


@pytest.fixture
def diff(tmp_path, capsys):
    def run(new, *options, old=None):
        files = []
        for name, body in (("old", old or written(ITEMS)), ("new", new)):
            file = tmp_path / f"{name}.json"
            file.write_text(body if isinstance(body, str) else json.dumps(body))
            files.append(str(file))
        code = main(["diff", *files, *options])
        return code, capsys.readouterr()

    return run


def test_two_versions_alike_differ_in_nothing(diff):
    code, said = diff(written(ITEMS))
    assert code == 0
    assert "Nothing changed." in said.out
    assert "which is right" not in said.out
    assert "trust: 2 of 2 questions" in said.out


def test_a_change_of_meaning_must_raise_the_first_number(diff):
    turned = [{**ITEMS[0], "reverse": True}, ITEMS[1]]
    code, said = diff(written(turned, version="1.1.0"))
    assert code == 1
    assert "listens: its direction is turned round. [major]" in said.out
    assert "Number it 2.0.0 or higher. It says 1.1.0, which is too low." in said.out
    code, said = diff(written(turned, version="2.0.0"))
    assert code == 0
    assert "It says 2.0.0, which is right." in said.out


def test_what_was_worded_anew_is_told_and_how_to_keep_it_comparable(diff):
    code, said = diff(written([{**ITEMS[0], "ask": "Do we hear?"}, ITEMS[1]], version="2.0.0"))
    assert code == 0
    assert "    was: Do we listen?\n    now: Do we hear?" in said.out
    assert "listens: Its words changed, and nobody said that they mean the same." in said.out
    assert '"same_since": "1.0.0"' in said.out


def test_a_question_under_another_id_is_told_to_take_its_old_one_back(diff):
    code, said = diff(written([{**ITEMS[0], "id": "hears"}, ITEMS[1]], version="1.1.0"))
    assert code == 1
    assert "Give it the old id back" in said.out
    assert "trust: 1 of 2 questions" in said.out


def test_the_same_comes_as_json(diff):
    code, said = diff(written(ITEMS[:1], version="1.0.1"), "--format", "json")
    told = json.loads(said.out)
    assert code == 1
    gone = {"code": "item-removed", "subject": "explains", "part": "", "before": "Do we explain?", "after": ""}
    assert told["edits"] == [{**gone, "needed": "major"}]
    assert (told["needed"], told["least_version"], told["is_enough"]) == ("major", "2.0.0", False)
    assert told["dimensions"]["trust"] == {"common": 1, "all": 1}
    assert told["lost"] == [{"kind": "item", "id": "explains", "why": "removed"}]


def test_every_problem_of_both_files_is_told(diff):
    broken = written([{**ITEMS[0], "show_if": {"item": "nothing", "is": 1}}])
    code, said = diff("{", old=broken)
    assert code == 1
    assert "[unknown-item]" in said.err
    assert "[not-json]" in said.err
    assert said.out == ""


def test_two_questionnaires_are_not_two_versions(diff):
    code, said = diff(written(ITEMS, id="other"))
    assert code == 2
    assert "small and other are two questionnaires" in said.err


@pytest.mark.parametrize("arguments", [["diff"], ["diff", "a.json"], ["diff", "a.json", "b.json", "--format", "xml"]])
def test_a_command_that_is_not_whole_ends_with_two(arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_it_loads_neither_numpy_nor_pandas():
    code = (
        "import sys; from cosmos_app.cli.main import main; from cosmos_app.settings import QUESTIONNAIRES; "
        "file = str(QUESTIONNAIRES / 'demo.json'); main(['diff', file, file]); "
        "print([name for name in ('numpy', 'pandas', 'streamlit', 'sqlalchemy') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


def test_files_that_differ_in_nothing_that_is_asked_are_not_said_to_be_alike(diff):
    renamed = [{"id": name, "title": name} for name in ("power", "hope", "trust")]
    code, said = diff({**written(ITEMS, dimensions=renamed), "readings": []}, old=written(ITEMS, dimensions=renamed))
    assert code == 0
    assert "Nothing changed." not in said.out
    assert "The files differ, but in nothing that is asked, shown or computed." in said.out


def test_the_label_of_a_point_is_told_though_every_question_describes_it_in_its_own_words(diff):
    described = [{**ITEMS[0], "kind": "rubric", "descriptors": [f"So it is, {one}." for one in range(5)]}, ITEMS[1]]
    scales = written(described)["scales"]
    points = [{**point, "label": "Another"} if point["value"] == 2 else point for point in scales["stage"]["points"]]
    code, said = diff(
        written(described, version="1.0.1", scales={"other": scales["stage"], "stage": {"points": points}}),
        old=written(described, scales={"other": scales["stage"]}),
    )
    assert code == 0
    assert "stage: other points on the scale, or other words for them. [patch]" in said.out


def test_what_lists_name_is_told_the_right_way_round(diff):
    with_factor = [{**ITEMS[0], "outside": ["ageing"]}, ITEMS[1]]
    assert 'listens: "outside" now lists ageing. [minor]' in diff(written(with_factor))[1].out
    assert 'listens: "outside" no longer lists ageing. [major]' in diff(written(ITEMS), old=written(with_factor))[1].out


def test_files_that_are_broken_are_told_as_json_to_a_program(diff):
    code, said = diff("{", "--format", "json")
    assert code == 1
    assert said.err == ""
    assert [(one["code"], one["severity"]) for one in json.loads(said.out)] == [("not-json", "error")]

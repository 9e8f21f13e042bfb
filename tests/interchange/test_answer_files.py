"""Answer files: what is read from CSV, and what is worth a warning."""

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.answer_files import FORM, HEAD, NAMED, column
from support.builders import ROLES, questionnaires, sheets_for, shipped_roles, small
from support.examples import examples

from cosmos_app.interchange.answer_files import read_answers
from cosmos_app.texts.problems import line_of, wrong_of
from models.answers import AnswerSheet, Value, code_of
from models.layout import DONT_KNOW, NOT_APPLICABLE, OUTSIDE, SKIPPED, lay_out


def test_every_kind_of_answer_is_read(read):
    file = read(f"{HEAD}\n3,home,talk; form,12,4,Once upon a time,2026-03-31,-2\n")
    assert [column(file, item) for item in NAMED[:3]] == [[[3]], [[0]], [[1, 0, 1]]]
    assert column(file, "people") == [[2]]  # past 10: the band above the only threshold
    assert column(file, "felt") == [[0]]
    assert column(file, "story") == column(file, "day") == [[0]]


def test_silences_are_told_apart(read):
    file = read("trust.listens,ways\n,\nDK,DK\nNA,NA\nOUT,OUT\n 2 , talk\n")
    codes = [SKIPPED, DONT_KNOW, NOT_APPLICABLE, OUTSIDE]
    assert column(file, "trust.listens") == [[code] for code in codes] + [[2]]
    assert column(file, "ways") == [[code] * 3 for code in codes] + [[1, 0, 0]]


@pytest.mark.parametrize("written", ["2", "2.0", "2.", " 2 ", "+2", "2.000", "02"])
def test_a_whole_number_may_wear_a_point(read, written):
    assert column(read(f"trust.listens\n{written}\n"), "trust.listens") == [[2]]


def test_who_answered_is_read_beside(read):
    file = read(
        "wave,respondent,role,site,depth,trust.listens\n"
        "1,ann,Staff,Hull,short,1\n"
        "1,ben,one of the citizens,Hull,full,2\n"
        "2,ann,the mayor ,,,3\n"
        ",,,,,\n"
    )
    assert file.respondents == ("ann", "ben", "ann", "4")
    assert [file.people.role.names[index] for index in file.people.role.index] == [
        "staff",
        "citizens",
        "the mayor",
        None,
    ]
    assert [file.people.site.names[index] for index in file.people.site.index] == ["Hull", "Hull", None, None]
    assert [file.people.wave.names[index] for index in file.people.wave.index] == ["1", "1", "2", None]
    assert file.answers.short.tolist() == [True, False, False, False]
    # "staff" is the one family some item is for; citizens are another; the mayor and the silent are asked everything.
    assert FORM.families == ("staff",)
    assert file.answers.family.tolist() == [0, 1, -1, -1]


def test_without_names_people_are_numbered(read):
    assert read("trust.listens\n1\n2\n").respondents == ("1", "2")


def test_what_has_no_column_is_skipped_with_a_warning(read):
    file = read("trust.listens\n1\n")
    assert (file.answers.codes[:, 1:] == SKIPPED).all()
    [warning] = file.warnings
    assert warning.code == "missing-column"
    assert all(item in wrong_of(warning) for item in NAMED[1:])
    assert "trust.listens" not in wrong_of(warning)


def test_the_short_form_misses_only_core_items(read):
    assert read("depth,trust.listens\nshort,1\nshort,2\n").warnings == ()
    assert len(read("depth,trust.listens\nshort,1\nfull,2\n").warnings) == 1


def test_a_role_that_nearly_is_a_known_one_and_a_blank_row_are_worth_a_word(tmp_path):
    roles = shipped_roles()
    file = tmp_path / "answers.csv"
    file.write_text(f"role,{HEAD}\nFront-line workr,3,,,,,,,\nneighbour of ours,3,,,,,,,\n,,,,,,,,\n")
    warned = {warning.code: line_of(warning) for warning in read_answers(file, FORM, roles).warnings}
    assert set(warned) == {"near-role", "blank-row"}
    assert 'Did you mean "Front-line worker"?' in warned["near-role"]
    assert "row 3" in warned["blank-row"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_marks_of_every_system_are_read(read, end, mark):
    file = read(mark + end.join(["trust.listens,story", '1,"a, b"', "2,M\u00e4kel\u00e4", ""]).encode())
    assert column(file, "trust.listens") == [[1], [2]]


def written(answer):
    code = code_of(answer)
    if code is not None or not isinstance(answer, Value):
        return code
    return ";".join(answer.value) if isinstance(answer.value, tuple) else str(answer.value)


@given(questionnaires(), st.data())
@examples(60)
def test_what_is_written_is_read_back_into_the_same_matrix(tmp_path_factory, definition, data):
    sheets = data.draw(st.lists(sheets_for(definition), min_size=1, max_size=4))
    layout = lay_out(definition)
    lines = [",".join(sheets[0])] + [",".join(f'"{written(answer)}"' for answer in sheet.values()) for sheet in sheets]
    file = tmp_path_factory.mktemp("answers") / "answers.csv"
    file.write_text("\n".join(lines) + "\n")
    built = []
    for sheet in sheets:
        recorded = AnswerSheet()
        for item, answer in sheet.items():
            recorded = recorded.record(item, answer)
        built.append(recorded)
    expected = layout.encode(built, "full", [None] * len(sheets))
    np.testing.assert_array_equal(read_answers(file, layout, ROLES).answers.codes, expected.codes)


def test_a_hundred_thousand_rows_are_read_in_about_a_second(tmp_path):
    items = [{"id": f"q{n}", "scores": {"trust": 1}} for n in range(30)]
    layout = lay_out(small(items))
    chance = np.random.default_rng(3)
    cells = np.array(["0", "1", "2", "3", "4", "", "DK", "NA", "OUT"])[chance.integers(0, 9, (100_000, 30))]
    file = tmp_path / "many.csv"
    rows = "\n".join(f"p{n}," + ",".join(row) for n, row in enumerate(cells.tolist()))
    file.write_text("respondent," + ",".join(item["id"] for item in items) + "\n" + rows + "\n")
    start = time.perf_counter()
    read = read_answers(file, layout, shipped_roles())
    taken = time.perf_counter() - start
    assert len(read.answers) == 100_000
    assert taken < 3  # a fifth of a second on an idle core; others may be at work

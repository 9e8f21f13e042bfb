"""Answer files: what is read from CSV and Parquet, and how every fault is told."""

import datetime as dt
import time

import numpy as np
import pyarrow as pa
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import ROLES, questionnaires, sheets_for, shipped_roles, small
from support.examples import examples

from cosmos_app.interchange.answer_files import MOST_LISTED, InvalidAnswersError, read_answers
from cosmos_app.interchange.table_files import UnreadableTableError, read_table
from cosmos_app.texts.problems import line_of, mend_of, wrong_of
from models.answers import AnswerSheet, Value, code_of
from models.layout import DONT_KNOW, NOT_APPLICABLE, OUTSIDE, SKIPPED, lay_out

ITEMS = [
    {"id": "trust.listens", "core": True, "scores": {"trust": 1}},
    {"id": "trust.where", "kind": "choice", "options": [{"value": "home"}, {"value": "office"}], "asked_of": ["staff"]},
    {"id": "ways", "kind": "checklist", "options": [{"value": "talk"}, {"value": "letter"}, {"value": "form"}]},
    {"id": "people", "kind": "number", "min": 0},
    {"id": "more", "scores": {"trust": 1}, "show_if": {"item": "people", "at_least": 10}},
    {"id": "story", "kind": "text", "max_length": 30},
    {"id": "day", "kind": "date"},
    {"id": "felt", "kind": "experience"},
]
FORM = lay_out(small(ITEMS))
HEAD = ",".join(item["id"] for item in ITEMS)
NAMED = [item["id"] for item in ITEMS]


@pytest.fixture
def read(tmp_path):
    def reading(content, name="answers.csv"):
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_answers(file, FORM, ROLES)

    return reading


@pytest.fixture
def faults(read):
    def told(content, name="answers.csv"):
        with pytest.raises(InvalidAnswersError) as refused:
            read(content, name)
        assert all(wrong_of(problem) and mend_of(problem) and problem.code for problem in refused.value.problems)
        return [(problem.code, problem.line, problem.pointer, line_of(problem)) for problem in refused.value.problems]

    return told


def column(file, item):
    first = FORM.by_id[item].first
    return file.answers.codes[:, first : first + FORM.by_id[item].width].tolist()


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


def test_every_fault_is_told_with_its_row_and_column(faults):
    told = faults(
        "respondent,trust.listens,trust.where,ways,people\na,7,home,talk,3\nb,2,hme,talk;tram,-1\nc,2.5,office,talk;talk,many\n"
    )
    assert [(code, line, place) for code, line, place, _ in told] == [
        ("wrong-answer", 2, "/trust.listens"),
        ("wrong-answer", 3, "/trust.where"),
        ("wrong-answer", 3, "/ways"),
        ("wrong-answer", 3, "/people"),
        ("wrong-answer", 4, "/trust.listens"),
        ("wrong-answer", 4, "/ways"),
        ("wrong-answer", 4, "/people"),
    ]
    lines = [line for *_, line in told]
    assert 'Row 1: "7" is not one of its choices: 0, 1, 2, 3, 4.' in lines[0]
    assert 'Row 2: "hme" is not one of its choices' in lines[1]
    assert 'Did you mean "home"?' in lines[1]
    assert '"tram"' in lines[2]
    assert "below 0" in lines[3]
    assert '"2.5"' in lines[4]
    assert "twice" in lines[5]
    assert '"many" is not a number' in lines[6]


@pytest.mark.parametrize("written", ["dk", "Na", "out"])
def test_a_code_in_small_letters_is_refused_with_its_mend(faults, written):
    [(*_, line)] = faults(f"trust.listens\n{written}\n")
    assert f"Write {written.upper()} in capitals." in line


@pytest.mark.parametrize(
    ("item", "written"),
    [
        ("trust.listens", "1e0"),
        ("trust.listens", "٢"),
        ("trust.listens", "true"),
        ("people", "nan"),
        ("people", "inf"),
        ("people", "1e999"),
        ("people", "1_000"),
        ("people", '"1,5"'),
        ("people", "0x10"),
        ("day", "31.3.2026"),
        ("day", "2026-02-30"),
        ("felt", "3"),
        ("ways", ";"),
        ("story", "x" * 31),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(faults, item, written):
    [(code, line, place, _)] = faults(f"{item},trust.where\n{written},home\n")
    assert (code, line, place) == ("wrong-answer", 2, f"/{item}")


def test_many_equal_faults_are_told_first_and_then_counted(faults):
    rows = "".join(f"{'9' if n % 2 else '8'},x\n" for n in range(500))
    told = faults(f"trust.listens,trust.where\n{rows}")
    assert len(told) == 2 * (MOST_LISTED + 1)
    listens = [line for *_, place, line in told if place == "/trust.listens"]
    assert "Row 20: " in listens[MOST_LISTED - 1]
    assert "480 more rows" in listens[MOST_LISTED]


def test_unknown_columns_and_wrong_answers_are_told_together(faults):
    told = faults("trust.listen,respndent,colour,trust.listens,\n1,a,red,9,\n")
    assert [code for code, *_ in told] == ["unknown-column"] * 4 + ["wrong-answer"]
    assert 'Did you mean "trust.listens"?' in told[0][3]
    assert 'Did you mean "respondent"?' in told[1][3]
    assert "Column 5 has no name." in told[3][3]
    assert [line for _, line, *_ in told] == [1, 1, 1, 1, 2]


def test_a_column_that_stands_twice_is_refused(faults):
    assert [code for code, *_ in faults("trust.listens,trust.where,trust.listens\n1,home,2\n")] == ["duplicate-column"]


def test_a_respondent_who_stands_twice_is_refused_in_one_wave_only(faults, read):
    [(code, line, _, told)] = faults("respondent,trust.listens\nann,1\nben,2\nann,3\n")
    assert (code, line) == ("duplicate-respondent", 4)
    assert '"ann" is row 1 already' in told
    assert read("respondent,wave,trust.listens\nann,1,1\nann,2,3\n").respondents == ("ann", "ann")


def test_a_depth_is_short_or_full(faults):
    [(code, line, place, told)] = faults("depth,trust.listens\nfull,1\nshrt,1\n")
    assert (code, line, place) == ("unknown-depth", 3, "/depth")
    assert 'Did you mean "short"?' in told


def test_ragged_rows_are_all_told_and_the_others_keep_their_number(faults):
    told = faults("trust.listens,trust.where\n1\n1,home\n1,home,2\n9,home\n")
    assert [(code, line) for code, line, *_ in told] == [("ragged-row", 2), ("ragged-row", 4), ("wrong-answer", 5)]
    assert "Row 1 has 1 cells, but there are 2 columns." in told[0][3]
    assert "Row 4: " in told[2][3]


def test_lines_are_right_after_texts_over_several_lines_and_empty_lines(faults):
    told = faults('story,trust.listens\n"One\nday",1\n\nx,9\n')
    assert [(code, line) for code, line, *_ in told] == [("wrong-answer", 5)]
    assert "Row 2: " in told[0][3]


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "answers.csv", "empty-file"),
        (b"\n \n", "answers.csv", "empty-file"),
        (b"\xef\xbb\xbf", "answers.csv", "empty-file"),
        (b"trust.listens\n", "answers.csv", "no-rows"),
        ("story\nM\u00e4kel\u00e4\n".encode("latin-1"), "answers.csv", "not-text"),
        ("trust.listens\n1\n".encode("utf-16"), "answers.csv", "not-text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "answers.csv", "not-text"),
        (b"PK\x03\x04\x00\x00", "answers.csv", "not-text"),
        (b"a\x00b\n1\n", "answers.csv", "not-text"),
        (b"trust.listens;trust.where\n1;home\n", "answers.csv", "separator"),
        (b"trust.listens\ttrust.where\n1\thome\n", "answers.csv", "separator"),
        (b'trust.listens,story\n1,"never closed\n2,x\n', "answers.csv", "open-quote"),
        (b"", "answers.parquet", "no-table"),
        (b"PAR1 but no more", "answers.parquet", "no-table"),
        (b"PK\x03\x04", "answers.xlsx", "unknown-kind"),
        (b"1", "answers", "unknown-kind"),
    ],
)
def test_what_is_no_table_is_refused_in_plain_words(faults, content, name, code):
    [(found, *_, line)] = faults(content, name)
    assert found == code
    assert "Traceback" not in line


def test_a_file_that_is_not_there_or_is_a_folder_is_told(tmp_path):
    (tmp_path / "folder.csv").mkdir()
    for name in ("none.csv", "none.parquet", "folder.csv"):
        with pytest.raises(InvalidAnswersError, match="unreadable-file"):
            read_answers(tmp_path / name, FORM, ROLES)


def test_a_table_says_why_it_is_none(tmp_path):
    with pytest.raises(UnreadableTableError) as refused:
        read_table(tmp_path / "none.csv")
    assert wrong_of(refused.value.problem) == "There is no such file."


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_marks_of_every_system_are_read(read, end, mark):
    file = read(mark + end.join(["trust.listens,story", '1,"a, b"', "2,M\u00e4kel\u00e4", ""]).encode())
    assert column(file, "trust.listens") == [[1], [2]]


def test_parquet_is_read_like_csv_whatever_its_types(tmp_path):
    table = pa.table(
        {
            "respondent": pa.array([1, 2, 3]),
            "site": pa.array(["Hull", None, "Hull"]).dictionary_encode(),
            "wave": pa.array([1.0, 2.0, None]),
            "trust.listens": pa.array([2.0, None, float("nan")]),
            "trust.where": pa.array(["home", "DK", None], pa.large_string()),
            "ways": pa.array([["talk", "form"], None, ["letter"]]),
            "people": pa.array([10.0, 2.5, None]),
            "more": pa.array([1, 2, 3], pa.int8()),
            "story": pa.array([None, None, None], pa.null()),
            "day": pa.array([dt.date(2026, 3, 31), None, None]),
            "felt": pa.array([-2, 0, None]),
        }
    )
    pa.parquet.write_table(table, tmp_path / "answers.parquet")
    (tmp_path / "answers.csv").write_text(
        f"respondent,site,wave,{HEAD}\n"
        "1,Hull,1,2,home,talk;form,10,1,,2026-03-31,-2\n"
        "2,,2,,DK,,2.5,2,,,0\n"
        "3,Hull,,,,letter,,3,,,\n"
    )
    one, other = (read_answers(tmp_path / f"answers.{kind}", FORM, ROLES) for kind in ("parquet", "csv"))
    assert one.respondents == other.respondents == ("1", "2", "3")
    assert one.people.site.names == other.people.site.names == ("Hull", None)
    assert one.people.wave.names == other.people.wave.names == ("1", "2", None)
    np.testing.assert_array_equal(one.answers.codes, other.answers.codes)
    assert one.warnings == other.warnings == ()


def test_parquet_faults_have_a_row_but_no_line(tmp_path):
    table = pa.table({"trust.listens": [1, 9], "story": [{"a": 1}, None], "ways": [b"\xff", b"talk"]})
    pa.parquet.write_table(table, tmp_path / "answers.parquet")
    with pytest.raises(InvalidAnswersError) as refused:
        read_answers(tmp_path / "answers.parquet", FORM, ROLES)
    told = [(problem.line, problem.pointer, wrong_of(problem)) for problem in refused.value.problems]
    assert (None, "/trust.listens", 'Row 2: "9" is not one of its choices: 0, 1, 2, 3, 4.') in told
    assert {place for _, place, _ in told} >= {"/trust.listens", "/ways"}


def test_a_parquet_file_without_rows_is_told(tmp_path):
    pa.parquet.write_table(pa.table({"trust.listens": pa.array([], pa.int64())}), tmp_path / "answers.parquet")
    with pytest.raises(InvalidAnswersError, match="no-rows"):
        read_answers(tmp_path / "answers.parquet", FORM, ROLES)


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
        one = AnswerSheet()
        for item, answer in sheet.items():
            one = one.record(item, answer)
        built.append(one)
    expected = layout.encode(built, "full", [None] * len(sheets))
    np.testing.assert_array_equal(read_answers(file, layout, ROLES).answers.codes, expected.codes)


def problems_of(file):
    """What the reader says is wrong; None if it reads the file."""
    try:
        read_answers(file, FORM, ROLES)
    except InvalidAnswersError as refused:
        return refused.problems
    return None


@given(st.binary(max_size=200))
@examples(150)
def test_no_bytes_end_in_a_traceback(tmp_path_factory, content):
    folder = tmp_path_factory.getbasetemp()
    for name in ("any.csv", "any.parquet"):
        (folder / name).write_bytes(content)
        assert problems_of(folder / name) != ()


@given(st.text(alphabet='"\n\r,;\t 12aDKé', max_size=60))
@examples(300)
def test_no_text_ends_in_a_traceback(tmp_path_factory, content):
    file = tmp_path_factory.getbasetemp() / "any-text.csv"
    file.write_bytes(f"trust.listens,story\n{content}".encode())
    assert problems_of(file) != ()


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


def test_a_role_that_nearly_is_a_known_one_and_a_blank_row_are_worth_a_word(tmp_path):
    roles = shipped_roles()
    file = tmp_path / "answers.csv"
    file.write_text(f"role,{HEAD}\nFront-line workr,3,,,,,,,\nneighbour of ours,3,,,,,,,\n,,,,,,,,\n")
    warned = {warning.code: line_of(warning) for warning in read_answers(file, FORM, roles).warnings}
    assert set(warned) == {"near-role", "blank-row"}
    assert 'Did you mean "Front-line worker"?' in warned["near-role"]
    assert "row 3" in warned["blank-row"]

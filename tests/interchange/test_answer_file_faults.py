"""Answer files: every fault is told with its row and column, and what is no table in plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.answer_files import FORM
from support.builders import ROLES
from support.examples import examples

from cosmos_app.interchange.answer_files import MOST_LISTED, InvalidAnswersError, read_answers
from cosmos_app.interchange.table_files import UnreadableTableError, read_table
from cosmos_app.texts.problems import wrong_of


def test_every_fault_is_told_with_its_row_and_column(faults):
    found = faults(
        "respondent,trust.listens,trust.where,ways,people\na,7,home,talk,3\nb,2,hme,talk;tram,-1\nc,2.5,office,talk;talk,many\n"
    )
    assert [(code, line, place) for code, line, place, _ in found] == [
        ("wrong-answer", 2, "/trust.listens"),
        ("wrong-answer", 3, "/trust.where"),
        ("wrong-answer", 3, "/ways"),
        ("wrong-answer", 3, "/people"),
        ("wrong-answer", 4, "/trust.listens"),
        ("wrong-answer", 4, "/ways"),
        ("wrong-answer", 4, "/people"),
    ]
    lines = [line for *_, line in found]
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
    found = faults(f"trust.listens,trust.where\n{rows}")
    assert len(found) == 2 * (MOST_LISTED + 1)
    listens = [line for *_, place, line in found if place == "/trust.listens"]
    assert "Row 20: " in listens[MOST_LISTED - 1]
    assert "480 more rows" in listens[MOST_LISTED]


def test_unknown_columns_and_wrong_answers_are_told_together(faults):
    found = faults("trust.listen,respndent,colour,trust.listens,\n1,a,red,9,\n")
    assert [code for code, *_ in found] == ["unknown-column"] * 4 + ["wrong-answer"]
    assert 'Did you mean "trust.listens"?' in found[0][3]
    assert 'Did you mean "respondent"?' in found[1][3]
    assert "Column 5 has no name." in found[3][3]
    assert [line for _, line, *_ in found] == [1, 1, 1, 1, 2]


def test_a_column_that_stands_twice_is_refused(faults):
    assert [code for code, *_ in faults("trust.listens,trust.where,trust.listens\n1,home,2\n")] == ["duplicate-column"]


def test_a_respondent_who_stands_twice_is_refused_in_one_wave_only(faults, read):
    [(code, line, _, text)] = faults("respondent,trust.listens\nann,1\nben,2\nann,3\n")
    assert (code, line) == ("duplicate-respondent", 4)
    assert '"ann" is row 1 already' in text
    assert read("respondent,wave,trust.listens\nann,1,1\nann,2,3\n").respondents == ("ann", "ann")


def test_a_depth_is_short_or_full(faults):
    [(code, line, place, text)] = faults("depth,trust.listens\nfull,1\nshrt,1\n")
    assert (code, line, place) == ("unknown-depth", 3, "/depth")
    assert 'Did you mean "short"?' in text


def test_ragged_rows_are_all_told_and_the_others_keep_their_number(faults):
    found = faults("trust.listens,trust.where\n1\n1,home\n1,home,2\n9,home\n")
    assert [(code, line) for code, line, *_ in found] == [("ragged-row", 2), ("ragged-row", 4), ("wrong-answer", 5)]
    assert "Row 1 has 1 cells, but there are 2 columns." in found[0][3]
    assert "Row 4: " in found[2][3]


def test_lines_are_right_after_texts_over_several_lines_and_empty_lines(faults):
    found = faults('story,trust.listens\n"One\nday",1\n\nx,9\n')
    assert [(code, line) for code, line, *_ in found] == [("wrong-answer", 5)]
    assert "Row 2: " in found[0][3]


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

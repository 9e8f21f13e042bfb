"""Answer files that were made to unpack into far more than their size are refused before they do."""

import datetime as dt

import pyarrow as pa
import pyarrow.parquet
import pytest
from support.answer_files import FORM
from support.builders import ROLES

from cosmos_app.interchange import parquet_files, table_files
from cosmos_app.interchange.answer_files import InvalidAnswersError, read_answers
from cosmos_app.settings import LIMITS, limit
from cosmos_app.texts.problems import line_of


@pytest.fixture(autouse=True)
def small(monkeypatch):
    """Limits that a small file goes beyond."""
    said = {"ROWS": "1000", "COLUMNS": "100", "CELLS": "5_000", "BYTES": "1000000"}
    for name, most in said.items():
        monkeypatch.setenv(f"COSMOS_MOST_{name}", most)


def told(path):
    with pytest.raises(InvalidAnswersError) as refused:
        read_answers(path, FORM, ROLES)
    [problem] = refused.value.problems
    return problem


def parquet(folder, table, **how):
    pa.parquet.write_table(table, folder / "answers.parquet", **how)
    return folder / "answers.parquet"


def of_rows(number):
    return pa.table({"trust.listens": pa.repeat(pa.scalar(2), number)})


def test_too_many_rows_are_refused_before_they_are_read_and_the_message_says_how_to_raise_the_limit(
    tmp_path, monkeypatch
):
    path = parquet(tmp_path, of_rows(2_000_000))
    assert path.stat().st_size < 50_000
    monkeypatch.setattr(pa.parquet.ParquetFile, "iter_batches", lambda *_, **__: pytest.fail("it was read"))
    problem = told(path)
    assert problem.message == "over-limit.rows"
    assert "2,000,000 rows; at most 1,000 are read" in line_of(problem)
    assert "COSMOS_MOST_ROWS" in line_of(problem)


def test_who_trusts_a_file_raises_the_limit(tmp_path, monkeypatch):
    path = parquet(tmp_path, of_rows(1001))
    assert told(path).message == "over-limit.rows"
    monkeypatch.setenv("COSMOS_MOST_ROWS", "1001")
    assert len(read_answers(path, FORM, ROLES).respondents) == 1001


@pytest.mark.parametrize("said", ["", "many", "-5", "0", "1e9", "9" * 50, "٣"])
def test_a_limit_that_is_no_number_leaves_the_usual_one(said, monkeypatch):
    monkeypatch.setenv("COSMOS_MOST_ROWS", said)
    assert limit("COSMOS_MOST_ROWS") == LIMITS["COSMOS_MOST_ROWS"]


def test_many_columns_and_many_cells_are_refused(tmp_path):
    wide = pa.table({f"q{number}": [1] for number in range(101)})
    assert told(parquet(tmp_path, wide)).message == "over-limit.columns"
    both = pa.table({f"q{number}": [1] * 600 for number in range(10)})
    assert told(parquet(tmp_path, both)).message == "over-limit.cells"


def test_one_row_with_a_list_of_millions_is_refused(tmp_path):
    path = parquet(tmp_path, pa.table({"ways": pa.array([["talk"] * 100_000])}))
    assert told(path).message == "over-limit.cells"


def test_a_long_text_that_is_written_once_and_stands_in_every_row_fills_no_memory(tmp_path):
    long = pa.table({"story": pa.array(["x" * 500_000] * 900).dictionary_encode()})
    path = parquet(tmp_path, long, compression="zstd", store_schema=False)
    assert path.stat().st_size < 20_000
    before = pa.default_memory_pool().max_memory()
    assert told(path).message == "over-limit.bytes"
    assert pa.default_memory_pool().max_memory() - before < 10_000_000


def test_long_values_that_stand_in_every_row_and_can_not_be_kept_once_are_refused_on_the_way(tmp_path):
    lists = pa.table({"ways": pa.array([["x" * 10_000]] * 900)})
    assert told(parquet(tmp_path, lists, compression="zstd")).message == "over-limit.bytes"


def test_a_csv_file_that_is_too_large_is_not_read_to_its_end(tmp_path):
    path = tmp_path / "answers.csv"
    path.write_text("respondent,trust.listens\n" + "1,2\n" * 300_000)
    assert told(path).message == "over-limit.bytes"
    path.write_text("respondent,trust.listens\n" + "1,2\n" * 1001)
    assert told(path).message == "over-limit.rows"
    path.write_text(",".join(f"q{number}" for number in range(101)) + "\n")
    assert told(path).message == "over-limit.columns"


@pytest.mark.parametrize("head", ['"\n",' * 200, "a" * 900, "\n" * 900 + "a", "a," * 450])
def test_a_head_without_an_end_is_refused(head, tmp_path, monkeypatch):
    monkeypatch.setattr(table_files, "LONGEST_HEAD", 500)
    (tmp_path / "answers.csv").write_text(head)
    assert told(tmp_path / "answers.csv").message == "over-limit.head"


def test_a_name_of_a_column_that_is_no_text_is_a_problem_at_that_column(tmp_path):
    path = parquet(tmp_path, pa.table({"trust.listens": [2]}), store_schema=False)
    path.write_bytes(path.read_bytes().replace(b"trust.listens", b"trust.li\xd5tens"))
    problem = told(path)
    assert (problem.message, problem.pointer) == ("not-text.name", "/trust.li\\xd5tens")
    assert "byte 8" in line_of(problem)


def test_a_cell_that_is_no_text_is_a_problem_at_its_column(tmp_path):
    story = pa.array([b"\xd5\x20half"]).view(pa.string())
    problem = told(parquet(tmp_path, pa.table({"trust.listens": [2], "story": story}), store_schema=False))
    assert (problem.message, problem.pointer) == ("not-text.cell", "/story")
    late = pa.table({"day": pa.array([3_000_000], pa.int32()).cast(pa.date32())})
    assert told(parquet(tmp_path, late)).pointer == "/day"


def test_batches_are_small_where_a_row_may_be_large(tmp_path, monkeypatch):
    asked = []
    real = pa.parquet.ParquetFile.iter_batches
    monkeypatch.setattr(
        pa.parquet.ParquetFile,
        "iter_batches",
        lambda self, batch_size: asked.append(batch_size) or real(self, batch_size=batch_size),
    )
    table_files.read_table(parquet(tmp_path, of_rows(900)))
    long = pa.table({"day": [dt.date(2026, 3, 31)] * 10, "story": ["x" * 90_000] * 10})
    table_files.read_table(parquet(tmp_path, long, use_dictionary=False))
    assert asked[0] <= parquet_files.ROWS_AT_ONCE
    assert asked[1] == 1


def test_a_list_column_whose_description_is_damaged_ends_no_process(tmp_path, monkeypatch):
    path = parquet(tmp_path, pa.table({"ways": pa.array([["talk"]])}))
    (tmp_path / "aborts.py").write_text("import os; os.abort()")
    monkeypatch.setattr(parquet_files, "COUNTING", tmp_path / "aborts.py")
    assert told(path).message == "no-table.columns"

"""Answer files in Parquet: read like CSV, faults and all."""

import datetime as dt

import numpy as np
import pyarrow as pa
import pyarrow.parquet
import pytest
from support.answer_files import FORM, HEAD
from support.builders import ROLES

from cosmos_app.interchange.answer_files import InvalidAnswersError, read_answers
from cosmos_app.texts.problems import wrong_of


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
    parquet, csv = (read_answers(tmp_path / f"answers.{kind}", FORM, ROLES) for kind in ("parquet", "csv"))
    assert parquet.respondents == csv.respondents == ("1", "2", "3")
    assert parquet.people.site.names == csv.people.site.names == ("Hull", None)
    assert parquet.people.wave.names == csv.people.wave.names == ("1", "2", None)
    np.testing.assert_array_equal(parquet.answers.codes, csv.answers.codes)
    assert parquet.warnings == csv.warnings == ()


def test_parquet_faults_have_a_row_but_no_line(tmp_path):
    table = pa.table({"trust.listens": [1, 9], "story": [{"a": 1}, None], "ways": [b"\xff", b"talk"]})
    pa.parquet.write_table(table, tmp_path / "answers.parquet")
    with pytest.raises(InvalidAnswersError) as refused:
        read_answers(tmp_path / "answers.parquet", FORM, ROLES)
    found = [(problem.line, problem.pointer, wrong_of(problem)) for problem in refused.value.problems]
    assert (None, "/trust.listens", 'Row 2: "9" is not one of its choices: 0, 1, 2, 3, 4.') in found
    assert {place for _, place, _ in found} >= {"/trust.listens", "/ways"}


def test_a_parquet_file_without_rows_is_told(tmp_path):
    pa.parquet.write_table(pa.table({"trust.listens": pa.array([], pa.int64())}), tmp_path / "answers.parquet")
    with pytest.raises(InvalidAnswersError, match="no-rows"):
        read_answers(tmp_path / "answers.parquet", FORM, ROLES)

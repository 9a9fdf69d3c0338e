import json
import resource
from pathlib import Path

import pytest

from output.dataset.dataset import Dataset
from output.formats.json_files import RecordFiles, lines, write_record_file
from output.formats.json_schemas import write_schemas
from output.formats.table_files import write_tables
from output.tables.table import History
from schema.referential import Referential
from tests.support.line_files import rows_of, text_of
from tests.support.samples import build, other, record, sample


def written(dataset: Dataset, folder: Path) -> None:
    """The files of the two writers whose output belongs together."""
    for write in (write_tables, write_schemas):
        write(dataset, History(), folder)


def test_a_record_that_does_not_fit_on_the_disk_is_an_error(tmp_path: Path) -> None:
    files = RecordFiles(tmp_path)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            write_record_file(tmp_path, "b001-50000001", b'"' + 6000 * b"x" + b'"')
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        files.close()


def test_the_three_forms_say_the_same(tmp_path: Path) -> None:
    dataset = sample(record(), other(1))
    written(dataset, tmp_path)
    from_array = json.loads((tmp_path / "referentials.json").read_text())
    from_lines = rows_of(tmp_path, "referentials")
    alone = [
        json.loads((tmp_path / "referentials" / f"{row.id}.json").read_text())
        for row in dataset.records
    ]
    assert from_array == from_lines == alone
    assert [item["id"] for item in from_array] == ["b001-50000001", "mc3_meti-56122706"]


def test_keys_stand_in_declared_order_and_files_end_with_a_newline(tmp_path: Path) -> None:
    written(sample(), tmp_path)
    (record,) = json.loads((tmp_path / "referentials.json").read_text())
    assert list(record) == list(Referential.model_fields)
    for path in tmp_path.rglob("*.*json"):
        content = path.read_bytes()
        assert not content or content.endswith(b"\n"), path.name


def test_texts_are_written_as_they_are_not_as_escapes(tmp_path: Path) -> None:
    written(sample(), tmp_path)
    assert "équipements" in text_of(tmp_path, "referentials")


def test_no_records_are_an_empty_array_and_no_line(tmp_path: Path) -> None:
    written(build([]), tmp_path)
    assert (tmp_path / "referentials.json").read_bytes() == b"[]\n"
    assert text_of(tmp_path, "referentials") == ""
    assert list(lines([])) == []


def test_what_was_left_out_is_kept(tmp_path: Path) -> None:
    written(sample(), tmp_path)
    (row,) = rows_of(tmp_path, "rejected")
    assert (row["page"], row["reason"]) == ("perdue", "not-found-page")


def test_every_issue_says_what_it_is_about(tmp_path: Path) -> None:
    written(sample(), tmp_path)
    rows = rows_of(tmp_path, "issues")
    assert [(row["referential"], row["issue"]) for row in rows] == [
        ("mc3_meti-56122706", "missing-field"),
        (None, "unclosed-document"),
    ]

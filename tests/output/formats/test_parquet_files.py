import json
import sqlite3
import sys
from contextlib import closing
from datetime import date
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from output.publish.publish import Published, publish
from output.tables.data_dictionary import ALL_TABLES
from output.tables.ddl import stored_order
from output.versions.verify import faults
from scraper.cli.main import cli
from tests.support.samples import other, record, sample

ASKED = {"parquet": "1.0"}
RECORDS = (record(description="=1+1", acronym=None), other(1, first_session=None), other(2))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    with pytest.MonkeyPatch.context() as patch:
        # so that a table takes several turns
        patch.setattr("output.formats.parquet_files._ROWS", 3)
        return publish(sample(*RECORDS, inputs=ASKED), tmp_path_factory.mktemp("published"))


def table(published: Published, name: str) -> Any:
    return pq.read_table(published.folder / "parquet" / f"{name}.parquet")


def test_each_table_has_the_rows_of_the_database(published: Published) -> None:
    with closing(sqlite3.connect(published.folder / "referentials.db")) as database:
        for item in ALL_TABLES:
            columns = ", ".join(f'"{column.name}"' for column in item.public)
            rows = database.execute(
                f'SELECT {columns} FROM "{item.name}" ORDER BY {stored_order(item)}'
            ).fetchall()
            read = [
                tuple(value.isoformat() if isinstance(value, date) else value for value in row)
                for row in zip(*(c.to_pylist() for c in table(published, item.name)), strict=True)
            ]
            assert read == rows, item.name


def test_values_are_what_they_mean(published: Published) -> None:
    (first,) = (r for r in table(published, "referentials").to_pylist() if r["code"] == "56122706")
    assert (first["description"], first["acronym"], first["level"]) == ("=1+1", None, 3)
    assert table(published, "legal_texts").to_pylist()[0]["date"] == date(2022, 10, 11)
    assert {type(value) for value in table(published, "evidence_rules")["derived"].to_pylist()} == {
        bool
    }


def test_columns_and_tables_are_described_in_both_languages(published: Published) -> None:
    for item in ALL_TABLES:
        schema = table(published, item.name).schema
        assert schema.metadata[b"description_fr"].decode() == item.fr
        assert schema.names == [column.name for column in item.public]
        for column in item.public:
            field = schema.field(column.name)
            assert field.metadata[b"description_fr"].decode() == column.fr
            assert field.metadata[b"description_en"].decode() == column.en
            assert field.nullable == column.nullable


def test_the_files_are_compressed_listed_and_summed(published: Published) -> None:
    assert faults(published.folder) == []
    index = json.loads((published.folder / "index.json").read_bytes())
    assert {f"parquet/{item.name}.parquet" for item in ALL_TABLES} <= {
        entry["path"] for entry in index["files"]
    }
    meta = pq.ParquetFile(published.folder / "parquet" / "referentials.parquet").metadata
    assert meta.row_group(0).column(0).compression == "ZSTD"


def test_the_same_data_is_the_same_bytes(tmp_path: Path) -> None:
    published, two = (publish(sample(*RECORDS, inputs=ASKED), tmp_path / name) for name in "ab")
    for path in (published.folder / "parquet").iterdir():
        assert path.read_bytes() == (two.folder / "parquet" / path.name).read_bytes(), path.name


def test_only_who_asks_gets_them_and_gets_them_for_the_same_data(tmp_path: Path) -> None:
    plain = publish(sample(), tmp_path)
    assert not (plain.folder / "parquet").exists()
    asked = publish(sample(inputs=ASKED), tmp_path)
    assert asked.new
    assert (asked.folder / "parquet").is_dir()
    assert not publish(sample(inputs=ASKED), tmp_path).new


@pytest.mark.parametrize("verb", ["run", "publish", "check"])
def test_without_the_library_it_is_said_before_anything_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("scraper.pipeline.version_inputs.version", missing)
    done = CliRunner().invoke(cli, [verb, "--parquet", "--data", str(tmp_path)])
    assert done.exit_code == 2
    # by the Python that runs: another one's pip installs where the program does not look
    assert f"{sys.executable} -m pip install pyarrow" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []

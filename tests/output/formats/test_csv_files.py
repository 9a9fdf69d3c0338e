import csv
import gzip
import json
import re
from io import StringIO
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from output.dataset.dataset import Dataset
from output.formats.csv_files import csv_lines, neutral, plain
from output.formats.datapackage import datapackage
from output.formats.datasette import metadata
from output.formats.table_files import write_tables
from output.tables.data_dictionary import ALL_TABLES
from output.tables.french_views import FLAT_VIEWS
from output.tables.table import History
from output.versions.file_schemas import schemas
from schema.text import clean
from schema.vocabulary import rows
from tests.support.samples import other, record, sample


def read(folder: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(lines(folder, name), strict=True))


def lines(folder: Path, name: str) -> list[str]:
    content = gzip.decompress((folder / f"{name}.csv.gz").read_bytes())
    return content.decode().splitlines(keepends=True)


def written(dataset: Dataset, folder: Path) -> None:
    """The tables of a build as files in `folder`."""
    folder.mkdir(exist_ok=True)
    write_tables(dataset, History(), folder)


@pytest.mark.parametrize("text", ["=1+1", "+33", "-5", "@SUM(A1)", "\t=1", "＝1", "'=1"])
def test_a_text_that_a_spreadsheet_would_run_begins_with_an_apostrophe(
    tmp_path: Path, text: str
) -> None:
    diploma = record(title=text, name="nom")
    written(sample(diploma), tmp_path)
    (row,) = read(tmp_path / "csv", "referentials")
    assert row["title"] == f"'{text}"
    assert row["name"] == "nom"


_CELLS = st.none() | st.integers() | st.text(st.sampled_from("aé,;\"'\r\n\t \x00\ufeff"))


@given(st.lists(st.lists(_CELLS, min_size=2, max_size=2)), st.sampled_from([",", ";"]))
def test_lines_are_those_of_the_module_csv(rows: list[list[object]], delimiter: str) -> None:
    expected = StringIO(newline="")
    csv.writer(expected, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    assert b"".join(csv_lines(rows, delimiter, "\r\n")).decode() == expected.getvalue()


@given(st.text())
def test_one_apostrophe_less_gives_the_text_back(text: str) -> None:
    cell = neutral(text)
    assert plain(cell) == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_codes_keep_their_zero_and_missing_values_are_empty(tmp_path: Path) -> None:
    written(sample(other(1, code="01022706", acronym=None)), tmp_path)
    (row,) = read(tmp_path / "csv", "referentials")
    assert (row["code"], row["acronym"]) == ("01022706", "")


def test_paragraphs_quotes_and_commas_come_back(tmp_path: Path) -> None:
    text = 'Un "mot", puis\n\n- une liste;\n\n<b>gras</b>'
    written(sample(record(description=text)), tmp_path)
    assert read(tmp_path / "csv", "referentials")[0]["description"] == text


def test_every_table_but_evidence_has_a_file_with_all_its_columns_though_it_is_empty(
    tmp_path: Path,
) -> None:
    written(sample(rejected=()), tmp_path)
    for table in ALL_TABLES:
        if not table.csv:
            assert not list((tmp_path / "csv").glob(f"{table.name}.csv*"))
            continue
        header = next(csv.reader(lines(tmp_path / "csv", table.name)))
        assert header == [column.name for column in table.public], table.name
    assert read(tmp_path / "csv", "rejected") == []


def test_the_package_describes_the_files_as_they_are(tmp_path: Path) -> None:
    dataset = sample(record(), other(1))
    written(dataset, tmp_path)
    package = datapackage(dataset, History())
    names = {resource["name"] for resource in package["resources"]}
    for resource in package["resources"]:
        name = Path(resource["path"]).name.partition(".")[0]
        assert (tmp_path / resource["path"]).is_file()
        rows = read(tmp_path / "csv", name)
        fields = resource["schema"]["fields"]
        assert next(csv.reader(lines(tmp_path / "csv", name))) == [
            field["name"] for field in fields
        ]
        for field in fields:
            _fits(field, [row[field["name"]] for row in rows])
        for key in resource["schema"].get("foreignKeys", ()):
            assert key["reference"]["resource"] in names
            (column,), (target,) = key["fields"], key["reference"]["fields"]
            stem = key["reference"]["resource"].replace("-", "_")
            known = {row[target] for row in read(tmp_path / "csv", stem)} | {""}
            assert {row[column] for row in rows} <= known, (name, column)


def _fits(field: dict[str, object], cells: list[str]) -> None:
    """An independent reading of TableSchema: types, required, pattern, enum, bounds."""
    constraints = field.get("constraints", {})
    assert isinstance(constraints, dict)
    pattern = {"integer": r"-?\d+", "boolean": "true|false", "date": r"\d{4}-\d\d-\d\d"}
    for cell in cells:
        if cell == "":
            assert not constraints.get("required"), field["name"]
            continue
        assert re.fullmatch(pattern.get(str(field["type"]), r"(?s).*"), cell), field["name"]
        if field["type"] == "array":
            assert isinstance(json.loads(cell), list)
        assert re.search(constraints.get("pattern", ""), cell)
        assert cell in constraints.get("enum", [cell])
        if "minimum" in constraints:
            assert int(cell) >= constraints["minimum"]


def test_licences_are_named_as_catalogues_know_them_and_once() -> None:
    sources = [sample().sources[0].model_copy(update=row) for row in rows("sources.csv")]
    package = datapackage(sample(sources=tuple(sources)), History())
    assert [licence["name"] for licence in package["licenses"]] == [
        "notspecified", "ODbL-1.0", "etalab-2.0", "other-at",
    ]  # fmt: skip
    odbl = package["licenses"][1]
    assert odbl["title"] == "Open Data Commons Open Database License 1.0"
    assert odbl["path"].startswith("https://opendatacommons.org/")
    onisep = next(source for source in package["sources"] if "Idéo-Métiers" in source["title"])
    assert onisep["license"] == "ODbL-1.0"
    assert onisep["attribution"] == "Onisep, Idéo-Métiers, licence ODbL"


def test_the_data_package_tells_of_the_apostrophes() -> None:
    for resource in datapackage(sample(), History())["resources"]:
        assert "begins with an apostrophe" in resource["description"]


def test_the_dictionary_says_how_full_each_column_is(tmp_path: Path) -> None:
    dataset = sample(record(), *(other(n, expectations=None, acronym=None) for n in range(3)))
    written(dataset, tmp_path)
    rows = {(row["table"], row["column"]): row for row in read(tmp_path / "csv", "columns")}
    acronym = rows["referentials", "acronym"]
    assert (acronym["filled"], acronym["rows"], acronym["fill_rate_percent"]) == ("1", "4", "25")
    assert acronym["example"] == "METI"
    assert rows["referentials", "expectations"]["example"] == ""
    assert rows["evidence", "chosen"]["example"] in ("0", "1")
    assert rows["referentials", "replaced_by_json"]["filled"] == "0"


def test_every_column_is_described_in_both_languages() -> None:
    for table in ALL_TABLES:
        assert table.fr
        assert table.en
        for column in table.columns:
            assert column.fr, (table.name, column.name)
            assert column.en, (table.name, column.name)


def test_datasette_is_told_of_every_table_and_view_from_the_diplomas_on() -> None:
    tables = metadata(sample())["databases"]["referentials"]["tables"]
    named = {table.name for table in ALL_TABLES} | {view.name for view in FLAT_VIEWS}
    assert set(tables) == named | {"v_evidence"}
    assert next(iter(tables)) == "referentials"
    assert tables["referentials"]["columns"]["sort_key"]


@pytest.mark.parametrize("name", sorted(schemas()))
def test_every_schema_is_one_and_bears_its_version(name: str) -> None:
    schema = schemas()[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:eduscol-referentials:{name}:2.0.0"


def test_clean_texts_are_not_changed_by_neutralising() -> None:
    assert neutral(clean("  plombier ")) == "plombier"

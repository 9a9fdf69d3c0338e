"""`csv/fr`: what a French spreadsheet shows after a double click."""

import csv
import io
import sqlite3
from pathlib import Path
from zipfile import ZipFile

import pytest

from output.formats.table_files import write_tables
from output.tables.french_views import FLAT_VIEWS
from output.tables.table import History
from tests.support.samples import other, record, sample


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`csv/fr` of a version of two records, one with a code that begins with a zero."""
    diploma = other(1, code="01022706", description="=1+1\n\n- b; c", first_session=1995)
    dataset = sample(record(), diploma)
    version = tmp_path_factory.mktemp("version")
    write_tables(dataset, History(), version)
    return version / "csv" / "fr"


def content(folder: Path, name: str) -> bytes:
    """The file of a view, out of its zip where it stands in one."""
    if not (folder / f"{name}.zip").exists():
        return (folder / f"{name}.csv").read_bytes()
    with ZipFile(folder / f"{name}.zip") as archive:
        assert archive.namelist() == [f"{name}.csv"]
        return archive.read(f"{name}.csv")


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    text = content(folder, name).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_every_view_is_a_file_with_its_french_headings(folder: Path) -> None:
    assert {path.stem for path in folder.iterdir()} == {view.file for view in FLAT_VIEWS}
    for view in FLAT_VIEWS:
        text = content(folder, view.file)
        assert text.startswith("\ufeff".encode())
        head = text.decode("utf-8-sig").split("\r\n")[0]
        assert head == ";".join(column.heading for column in view.columns)


def test_a_row_is_a_line_and_a_cell_stays_a_cell(folder: Path) -> None:
    text = (folder / "diplomes.csv").read_bytes()
    assert text.count(b"\n") == text.count(b"\r\n") == 3
    cells = {row["Identifiant"]: row for row in rows(folder, "diplomes")}
    assert cells["b001-50000001"]["Présentation"] == "'=1+1 ¶ - b; c"
    assert cells["b001-50000001"]["Code scolarité"] == '="01022706"'
    assert cells["b001-50000001"]["Première session"] == "1995"
    assert cells["mc3_meti-56122706"]["Remplace"] == '="01022706"'
    assert cells["mc3_meti-56122706"]["Accès : niveaux"] == "3"


def test_the_source_of_each_value_stands_in_a_zip_without_a_clock(folder: Path) -> None:
    assert [path.name for path in folder.iterdir() if path.suffix != ".csv"] == ["provenance.zip"]
    (first, *_) = rows(folder, "provenance")
    assert (first["Identifiant"], first["Retenu"]) == ("b001-50000001", "oui")
    with ZipFile(folder / "provenance.zip") as archive:
        (member,) = archive.infolist()
    assert member.date_time == (1980, 1, 1, 0, 0, 0)


@pytest.mark.parametrize("view", FLAT_VIEWS, ids=lambda view: view.name)
def test_a_view_has_the_columns_that_are_described(folder: Path, view: object) -> None:
    from output.tables.view_definition import View

    assert isinstance(view, View)
    database = sqlite3.connect(folder.parents[1] / "referentials.db")
    shown = [column[0] for column in database.execute(f"SELECT * FROM {view.name}").description]
    assert shown == [column.name for column in view.columns]
    assert all(column.heading and column.en for column in view.columns)
    assert view.fr
    assert view.en

"""`referentiels.xlsx`, read with openpyxl: types of cells, links, sheets, the same bytes twice."""

import datetime
import sqlite3
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from output.formats.table_files import write_tables
from output.formats.xlsx import write_xlsx
from output.tables.french_views import FLAT_VIEWS
from output.tables.table import History
from schema.referential import LegalText
from tests.support.samples import other, record, sample

SHEETS = [
    "Diplômes", "Métiers", "Textes", "Documents", "Certifications", "Changements", "Constats",
    "Lisez-moi",
]  # fmt: skip
LONG = "é" * 40_000
OLD = LegalText(title="Décret", date="1895-01-02", kind="creation", nor=None, url=None)
MADE = (
    record(),
    other(1, code="01022706", description="=HYPERLINK(1)", expectations=LONG),
    other(2, name="<b>&amp;</b>", legal_texts=(OLD,), url=None, page=None, id="for.2"),
)
DATASET = sample(*MADE, inputs={"xlsx": "3"})


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a version with its spreadsheet."""
    folder = tmp_path_factory.mktemp("xlsx")
    write_tables(DATASET, History(), folder)
    write_xlsx(folder / "referentials.db", folder)
    return folder


def sheet(version: Path, name: str) -> list[dict[str, Any]]:
    head, *rows = load_workbook(version / "referentiels.xlsx")[name].iter_rows()
    return [dict(zip((cell.value for cell in head), row, strict=True)) for row in rows]


def test_the_sheets_are_those_of_the_views_and_hold_the_same(version: Path) -> None:
    assert load_workbook(version / "referentiels.xlsx").sheetnames == SHEETS
    database = sqlite3.connect(version / "referentials.db")
    for view in FLAT_VIEWS:
        if view.sheet:
            expected = database.execute(f"SELECT * FROM {view.name}").fetchall()
            result = [
                tuple(
                    cell.value.date().isoformat()
                    if isinstance(cell.value, datetime.datetime)
                    else cell.value
                    for cell in row.values()
                )
                for row in sheet(version, view.sheet)
            ]
            cut = [tuple(v[:32767] if isinstance(v, str) else v for v in row) for row in expected]
            assert result == cut


def test_cells_have_the_types_that_people_expect(version: Path) -> None:
    rows = {row["Identifiant"].value: row for row in sheet(version, "Diplômes")}
    assert rows["b001-50000001"]["Code scolarité"].value == "01022706"
    assert rows["b001-50000001"]["Code scolarité"].number_format == "@"
    assert rows["b001-50000001"]["Présentation"].data_type == "s"
    first = rows["mc3_meti-56122706"]
    assert first["Niveau"].value == 3
    assert first["Page du référentiel"].hyperlink.target == MADE[0].url
    dates = [row["Date"].value for row in sheet(version, "Textes")]
    assert dates[0] == "1895-01-02"  # before Excel's first day
    assert dates[1] == datetime.datetime(2022, 10, 11)  # noqa: DTZ001


def test_headings_stay_in_sight_and_have_filters(version: Path) -> None:
    book = load_workbook(version / "referentiels.xlsx")
    for name in SHEETS[:-1]:
        assert book[name].freeze_panes in ("A2", "B2")
        assert book[name].auto_filter.ref.startswith("A1:")


def test_the_last_sheet_says_what_the_file_is(version: Path) -> None:
    text = str(list(load_workbook(version / "referentiels.xlsx")["Lisez-moi"].values))
    for words in ("03/11/2026", "Licence : no statement found", "Quels diplômes mènent"):
        assert words in text


def test_the_same_data_gives_the_same_bytes_at_any_hour(version: Path) -> None:
    before = (version / "referentiels.xlsx").read_bytes()
    write_xlsx(version / "referentials.db", version)
    assert (version / "referentiels.xlsx").read_bytes() == before
    with ZipFile(version / "referentiels.xlsx") as file:
        assert {part.date_time for part in file.infolist()} == {(1980, 1, 31, 0, 0, 0)}
        assert file.read("docProps/core.xml").count(b"2026-11-03T00:00:00Z") == 2

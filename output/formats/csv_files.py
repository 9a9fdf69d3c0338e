"""`csv/<table>.csv`: the tables of the database in comma-separated form.

UTF-8, one line end, ISO dates, every column always there.

A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`. Such texts, and those that begin
with an apostrophe, get an apostrophe in front; who reads with a program takes one leading
apostrophe away and has the text as published (`plain`).
"""

import csv
import io
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from output.dataset.dataset import Build
from output.tables.columns import Column, quoted
from output.tables.data_dictionary import ALL_TABLES
from output.tables.table import History, Table
from output.versions.verify import DATABASE
from schema.files import write_file

# Tab and carriage return are skipped by spreadsheets before they look; the wide forms of the
# signs are read as the signs in some locales.
_RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")


CELLS_EN = (
    "A text that a spreadsheet would run, or that begins with an apostrophe, has one apostrophe "
    "more in front."
)


def neutral(text: str) -> str:
    """Return a text that no spreadsheet runs."""
    return f"'{text}" if text.startswith(_RUN) else text


def plain(cell: str) -> str:
    """Return the text of a cell as it was before `neutral`."""
    return cell.removeprefix("'")


def csv_lines(table: Table, database: sqlite3.Connection) -> Iterator[bytes]:
    """Yield the file of one table.

    A header, then its rows in the order in which they were put in.
    """
    columns = table.public
    yield _line(column.name for column in columns)
    names = ", ".join(quoted(column.name) for column in columns)
    for row in database.execute(f"SELECT {names} FROM {quoted(table.name)} ORDER BY rowid"):
        yield _line(_cell(column, value) for column, value in zip(columns, row, strict=True))


def _line(cells: Iterable[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue().encode()


def _cell(column: Column, value: object) -> str:
    if value is None:
        return ""
    if column.type == "boolean":
        return "true" if value else "false"
    return neutral(str(value)) if column.type == "text" else str(value)


def write_csv(_: Build, __: History, folder: Path) -> None:
    """Write one file a table of the database in `folder` into `csv/`. Raises OSError."""
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        for table in ALL_TABLES:
            write_file(folder / "csv" / f"{table.name}.csv", csv_lines(table, connection))

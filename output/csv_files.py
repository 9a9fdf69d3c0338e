"""`csv/<table>.csv`: comma, UTF-8, one line end, ISO dates, every column always there.

A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`. Such texts, and those that begin
with an apostrophe, get an apostrophe in front; who reads with a program takes one leading
apostrophe away and has the text as published (`plain`).
"""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from output.build import Build
from output.columns import Column
from output.dictionary import ALL_TABLES
from output.files import write_file
from output.table import History, Row, Table

# Tab and carriage return are skipped by spreadsheets before they look; the wide forms of the
# signs are read as the signs in some locales.
_RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")


def neutral(text: str) -> str:
    """A text that no spreadsheet runs."""
    return f"'{text}" if text.startswith(_RUN) else text


def plain(cell: str) -> str:
    """The text of a cell as it was before `neutral`."""
    return cell.removeprefix("'")


def csv_bytes(table: Table, rows: Iterable[Row]) -> bytes:
    """The file of one table: a header, then its rows."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([column.name for column in table.public])
    for row in rows:
        writer.writerow([_cell(column, row[column.name]) for column in table.public])
    return text.getvalue().encode()


def _cell(column: Column, value: object) -> str:
    if value is None:
        return ""
    if column.type == "boolean":
        return "true" if value else "false"
    return neutral(str(value)) if column.type == "text" else str(value)


def write_csv(made: Build, history: History, folder: Path) -> None:
    """Write one file a table into `folder`. Raises OSError."""
    for table in ALL_TABLES:
        write_file(folder / f"{table.name}.csv", csv_bytes(table, table.rows(made, history)))

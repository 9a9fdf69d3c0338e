"""`csv/fr/<question>.csv`: the flat views for a double click in a French spreadsheet program.

Semicolons, a byte order mark and CRLF, as a French Excel expects them. A cell stays one cell:
paragraphs are separated by a pilcrow (¶) instead of line ends, and a code that would be taken for
a number is written as `="01022706"`, which Excel and LibreOffice show as 01022706. For programs,
the files of `csv/` are the right ones.
"""

import csv
import io
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from output.dataset.dataset import Build
from output.formats.csv_files import neutral
from output.tables.columns import quoted
from output.tables.table import History
from output.tables.view import View, ViewColumn
from output.tables.views import FLAT_VIEWS
from output.versions.verify import DATABASE
from schema.files import write_file

_BOM = "\ufeff"
_PARAGRAPHS = re.compile(r"\s*\n\s*")
# All digits, or digits around an E, is a number to a spreadsheet; a zero in front is lost.
_NUMBER = re.compile(r"[0-9]+([Ee][0-9]+)?")


def write_french_csv(_made: Build, _history: History, folder: Path) -> None:
    """Write one file a view of the version's database into `csv/fr`. Raises OSError."""
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        for view in FLAT_VIEWS:
            write_file(folder / "csv" / "fr" / f"{view.file}.csv", _lines(view, connection))


def _lines(view: View, database: sqlite3.Connection) -> Iterator[bytes]:
    yield _BOM.encode() + _line(column.heading for column in view.columns)
    names = ", ".join(quoted(column.name) for column in view.columns)
    for row in database.execute(f"SELECT {names} FROM {quoted(view.name)}"):
        yield _line(_cell(column, value) for column, value in zip(view.columns, row, strict=True))


def _line(cells: Iterable[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerow(cells)
    return text.getvalue().encode()


def _cell(column: ViewColumn, value: object) -> str:
    if value is None:
        return ""
    if column.kind in ("integer", "date"):
        return str(value)
    text = _PARAGRAPHS.sub(" ¶ ", str(value))
    is_number = column.kind == "code" and _NUMBER.fullmatch(text)
    return f'="{text}"' if is_number else neutral(text)

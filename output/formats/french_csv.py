"""`csv/fr/<question>.csv`: the flat views for a double click in a French spreadsheet program.

Semicolons, a byte order mark and CRLF, as a French Excel expects them. A cell stays one cell:
paragraphs are separated by a pilcrow (¶) instead of line ends, and a code that would be taken for
a number is written as `="01022706"`, which Excel shows as 01022706. LibreOffice shows the formula
unless it is told to evaluate formulas: the spreadsheet is for it, the files of `csv/` for programs.

The source of each value is a file ten times as long as the others, which few open: it stands in
`provenance.zip`. A zip, unlike gzip, opens by double click in Windows and macOS of any age.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from io import BufferedWriter, RawIOBase
from pathlib import Path
from typing import Any, cast
from zipfile import ZIP_DEFLATED, ZipFile

from output.formats.csv_files import RUN, csv_lines, neutral
from output.formats.sqlite import view_rows
from output.tables.data_dictionary import Filling
from output.tables.french_views import FLAT_VIEWS
from output.tables.view_definition import View, ViewColumn
from schema.files import write_file

# A member of a zip costs as much for each line as the line itself.
_BYTES_AT_ONCE = 65_536
_BOM = "\ufeff".encode()
# All digits, or digits around an E, is a number to a spreadsheet; a zero in front is lost.
_NUMBER = re.compile(r"[0-9]+([Ee][0-9]+)?")


def write_view(name: str, database: Path, folder: Path) -> Filling:
    """Write the rows of the flat view of a name in `database` into `folder`; count them.

    Raises OSError.
    """
    view = next(view for view in FLAT_VIEWS if view.name == name)
    filling = Filling(len(view.columns))
    with closing(sqlite3.connect(database)) as connection:
        _write(view, _pieces(view, connection, filling), folder)
    return filling


def _write(view: View, pieces: Iterable[bytes], folder: Path) -> None:
    name = f"{view.file}.csv"
    if not view.zipped:
        write_file(folder / name, pieces)
        return
    folder.mkdir(parents=True, exist_ok=True)
    # a member that is opened by its name bears 1980-01-01, and no clock
    with (
        ZipFile(folder / f"{view.file}.zip", "w", ZIP_DEFLATED) as archive,
        archive.open(name, "w") as member,
        BufferedWriter(cast(RawIOBase, member), _BYTES_AT_ONCE) as file,
    ):
        file.writelines(pieces)


def _pieces(view: View, database: sqlite3.Connection, filling: Filling) -> Iterator[bytes]:
    yield _BOM
    yield from csv_lines([[column.heading for column in view.columns]], ";", "\r\n")
    for columns in view_rows(database, view):
        filling.add(columns)
        cells = (_cells(*pair) for pair in zip(view.columns, columns, strict=True))
        yield from csv_lines(zip(*cells, strict=True), ";", "\r\n")


def _cells(column: ViewColumn, values: Sequence[Any]) -> Sequence[Any]:
    if column.kind in ("integer", "date"):
        return values
    if column.kind == "code":
        return [None if value is None else _code(str(value)) for value in values]
    # a long list has a million cells, nearly all of which stay as they are
    return [
        value
        if value is None or (type(value) is str and value[:1] not in RUN and "\n" not in value)
        else _text(str(value))
        for value in values
    ]


def _text(text: str) -> str:
    if "\n" in text:
        text = " ¶ ".join(filter(None, map(str.strip, text.split("\n"))))
    return neutral(text)


def _code(text: str) -> str:
    return f'="{text}"' if _NUMBER.fullmatch(text) else _text(text)

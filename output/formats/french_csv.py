"""`csv/fr/<question>.csv`: the flat views for a double click in a French spreadsheet program.

Semicolons, a byte order mark and CRLF, as a French Excel expects them. A cell stays one cell:
paragraphs are separated by a pilcrow (¶) instead of line ends, and a code that would be taken for
a number is written as `="01022706"`, which Excel and LibreOffice show as 01022706. For programs,
the files of `csv/` are the right ones.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from output.formats.csv_files import csv_lines, neutral
from output.tables.view import View, ViewColumn
from schema.files import write_file

_BOM = "\ufeff".encode()
# All digits, or digits around an E, is a number to a spreadsheet; a zero in front is lost.
_NUMBER = re.compile(r"[0-9]+([Ee][0-9]+)?")


def write_view(view: View, batches: Iterable[Sequence[Sequence[Any]]], folder: Path) -> None:
    """Write the rows of a view into `folder`; a batch is the values of each column. OSError."""
    write_file(folder / f"{view.file}.csv", _pieces(view, batches))


def _pieces(view: View, batches: Iterable[Sequence[Sequence[Any]]]) -> Iterator[bytes]:
    yield _BOM
    yield from csv_lines([[column.heading for column in view.columns]], ";", "\r\n")
    for columns in batches:
        cells = (_cells(*pair) for pair in zip(view.columns, columns, strict=True))
        yield from csv_lines(zip(*cells, strict=True), ";", "\r\n")


def _cells(column: ViewColumn, values: Sequence[Any]) -> Iterator[Any]:
    if column.kind in ("integer", "date"):
        return iter(values)
    make = _code if column.kind == "code" else _text
    return (None if value is None else make(str(value)) for value in values)


def _text(text: str) -> str:
    if "\n" in text:
        text = " ¶ ".join(filter(None, map(str.strip, text.split("\n"))))
    return neutral(text)


def _code(text: str) -> str:
    return f'="{text}"' if _NUMBER.fullmatch(text) else _text(text)

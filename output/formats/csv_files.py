"""`csv/<table>.csv.gz`: the tables of the database in comma-separated form, for programs.

UTF-8, one line end, ISO dates, every column always there.

A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`. Such texts, and those that begin
with an apostrophe, get an apostrophe in front; a program that takes one leading apostrophe away
has the text as published (`plain`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from output.tables.table import Table
from output.versions.line_files import PACKED, PackedFile

# Tab and carriage return are skipped by spreadsheets before they look; the wide forms of the
# signs are read as the signs in some locales.
RUN = frozenset("=+-@\t\r\n＝＋－＠'")

_QUOTE = '"'
CELLS_EN = (
    "A text that a spreadsheet would run, or that begins with an apostrophe, has one apostrophe "
    "more in front."
)


def neutral(text: str) -> str:
    """Return a text that no spreadsheet runs."""
    return f"'{text}" if text and text[0] in RUN else text


def plain(cell: str) -> str:
    """Return the text of a cell as it was before `neutral`."""
    return cell.removeprefix("'")


def _texts(values: Sequence[str | None]) -> list[str | None]:
    return [f"'{text}" if text and text[0] in RUN else text for text in values]


def _booleans(values: Sequence[bool | None]) -> list[str | None]:
    return [None if value is None else "true" if value else "false" for value in values]


_CELLS: dict[str, Callable[[Sequence[Any]], Sequence[Any]]] = {
    "text": _texts,
    "boolean": _booleans,
}


def csv_lines(
    rows: Iterable[Iterable[Any]], delimiter: str = ",", end: str = "\n"
) -> Iterator[bytes]:
    """Yield rows of two cells or more as UTF-8, as the module `csv` writes them.

    That module looks at each sign of a long text by itself: a thirtieth of a publication of pages
    of 30 KB.
    """
    for row in rows:
        cells = ["" if v is None else v if type(v) is str else str(v) for v in row]
        line = delimiter.join(cells)
        # most lines need no quotes at all
        if line.count(delimiter) >= len(cells) or _QUOTE in line or "\n" in line or "\r" in line:
            line = delimiter.join([
                f'"{text.replace(_QUOTE, 2 * _QUOTE)}"'
                if delimiter in text or _QUOTE in text or "\n" in text or "\r" in text
                else text
                for text in cells
            ])  # fmt: skip
        yield f"{line}{end}".encode()


def csv_name(table: Table) -> str:
    """Return the name of the file of a table in `csv/`."""
    return f"{table.name}.csv{PACKED}"


def csv_text(table: Table, columns: Sequence[Sequence[Any]]) -> bytes:
    """Return the lines of rows, given as the values of each public column of a table."""
    pairs = zip(table.public, columns, strict=True)
    cells = [_CELLS.get(column.type, list)(values) for column, values in pairs]
    return b"".join(csv_lines(zip(*cells, strict=True)))


class CsvFile:
    """The file of one table in `folder`, open for rows; a header stands in it already."""

    def __init__(self, table: Table, folder: Path) -> None:
        self._file = PackedFile(folder / csv_name(table))
        self.write(b"".join(csv_lines([[column.name for column in table.public]])))

    def write(self, lines: bytes) -> None:
        """Write the lines of `csv_text`. Raises OSError."""
        self._file.write(lines)

    def close(self) -> None:
        """Close the file. Raises OSError."""
        self._file.close()

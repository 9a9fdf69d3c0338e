"""A CSV file to rows of cells, line by line: damage stays in its own row, memory stays flat.

The encoding is detected for each line: UTF-8, else windows-1252; UTF-16 by its mark.
"""

import codecs
import csv
import io
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from schema.errors import UnusableInput

# The longest row of the list has 306 characters; the bounds keep hostile files cheap.
_LONGEST_LINE = 20_000
_OTHER_KINDS = {b"PK\x03\x04": "a workbook or a zip", b"%PDF-": "a PDF"}
_MOST_LINES = 10  # of one row, in whose cells lines may break


class Row(NamedTuple):
    """One row. `number`: of its first line in the file. `text`: as written.

    `cells`: None where a quotation mark is left open or stands where none may. `repaired`: the
    line was not in UTF-8.
    """

    number: int
    text: str
    cells: list[str] | None
    repaired: bool


class _Line(NamedTuple):
    number: int
    text: str
    repaired: bool
    is_ended: bool = True


def rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a `;`-separated file, without empty ones and remarks at its head.

    A row of several lines must have as many cells as the first row: a quotation mark left open
    takes nothing of the rows below. `UnusableInput` for a file that cannot be read, is not text,
    or ends in the middle of a row.
    """
    lines, waiting = _lines(path), deque[_Line]()
    width: int | None = None
    former = 0
    while (first := waiting.popleft() if waiting else next(lines, None)) is not None:
        if not first.text.strip(" ;\t") or (width is None and _is_remark(first.text)):
            continue
        cells, joined = _cells(first.text), [first]
        while cells is None and len(joined) < _MOST_LINES:
            line = waiting.popleft() if waiting else next(lines, None)
            if line is None:
                break
            joined.append(line)
            cells = _cells("\n".join(line.text for line in joined))
            if cells is not None and not _fits(cells, width):
                cells = None
        if cells is None:
            waiting.extendleft(reversed(joined[1:]))
            joined = joined[:1]
        if not joined[-1].is_ended and (cells is None or len(cells) < former):
            raise UnusableInput(
                f"{path}:{first.number}: the file ends in the middle of a row: it was cut off; "
                "take a whole copy"
            )
        former = len(cells) if cells else former
        width = width or (_width(cells) if cells else None)
        text = "\n".join(line.text for line in joined)
        yield Row(first.number, text, cells, any(line.repaired for line in joined))


def _cells(text: str) -> list[str] | None:
    """Return the cells of one row; None when its quotation marks do not end with it."""
    try:
        # only the ends of lines that CSV knows: a cell may hold U+2028 or a form feed
        lines = io.StringIO(text, newline="")
        records = list(csv.reader(lines, delimiter=";", strict=True))
    except csv.Error:
        return None
    return records[0] if len(records) == 1 else None


def _is_remark(text: str) -> bool:
    """Return whether a line before the first row is a comment or names the separator."""
    return text.startswith("#") or text.lower() == "sep=;"


def _width(cells: list[str]) -> int:
    """Return the number of cells of a row, without empty ones at its end."""
    return max((number for number, cell in enumerate(cells, 1) if cell.strip()), default=0)


def _fits(cells: list[str], width: int | None) -> bool:
    return width is not None and len(cells) >= width >= _width(cells)


def _lines(path: Path) -> Iterator[_Line]:
    try:
        with path.open("rb") as file:
            start = file.read(2)
            file.seek(0)
            wide = start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
            text = io.TextIOWrapper(file, encoding="utf-16", newline="\n") if wide else file
            number = 0
            while line := text.readline(_LONGEST_LINE):
                number += 1
                if number == 1:
                    _check_start(path, line)
                if len(line) == _LONGEST_LINE:
                    raise UnusableInput(f"{path}:{number}: too long a line: this is no list")
                yield _line(number, line)
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableInput(f"{path}: cannot be read: {error}") from None


def _check_start(path: Path, line: str | bytes) -> None:
    """Raise `UnusableInput` for a file whose first line shows that it is no CSV that is read."""
    start = line.encode() if isinstance(line, str) else line
    for magic, kind in _OTHER_KINDS.items():
        if start.startswith(magic):
            raise UnusableInput(f"{path}: {kind}; save the list as CSV")
    if b"\r" in start.rstrip(b"\r\n"):
        raise UnusableInput(f"{path}: its lines end in CR alone; save it with LF or CRLF")


def _line(number: int, line: str | bytes) -> _Line:
    if isinstance(line, str):
        return _Line(number, line.rstrip("\r\n"), False, line.endswith("\n"))
    is_ended = line.endswith(b"\n")
    try:
        return _Line(number, line.decode("utf-8-sig").rstrip("\r\n"), False, is_ended)
    except UnicodeDecodeError:
        return _Line(number, line.decode("cp1252", "replace").rstrip("\r\n"), True, is_ended)

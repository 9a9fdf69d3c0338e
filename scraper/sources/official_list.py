"""The ministry's list of professional diplomas: a row each, in the publisher's own columns.

That of June 2025 is packaged; a newer one is read from a file.
"""

import difflib
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

from parsers.formats.csv_row import CODE, COLUMNS, row_document
from parsers.model.document import Document
from schema.code import CodeScolarite
from schema.errors import Refused, UnusableInput
from schema.issues import Issue, IssueCode, Refusal, issue
from schema.text import clean, fold
from scraper.sources.csv_rows import Row, rows
from scraper.sources.source_interface import SourceDocument

# BCN knows 11 261 codes in all; what holds more rows is no list of diplomas.
_MOST_ROWS = 20_000
_PACKAGED_DATE = "2025-06"
_SEPARATORS = {",": "commas", "\t": "tabs"}


class OfficialList:
    """The list in `path`; None means the packaged one."""

    name = "list"
    shared = True

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self.date = None if path else _PACKAGED_DATE

    @property
    def files(self) -> tuple[Path, ...]:
        """Return the file given; the packaged one belongs to the program."""
        return (self._path,) if self._path else ()

    def documents(self) -> Iterator[SourceDocument]:
        """Yield one document a row, named by its code in 8 characters.

        A row without a readable code, of another width than the first, or of a code that stood
        before is refused. `UnusableInput` when the file as a whole is no such list.
        """
        if self._path is not None:
            try:
                yield from _documents(self._path)
            except UnusableInput as error:
                raise UnusableInput(f"--official-list {error}") from None
            return
        packaged = files("scraper").joinpath("data", f"official_list_{_PACKAGED_DATE}.csv")
        with as_file(packaged) as path:
            yield from _documents(path)


def _documents(path: Path) -> Iterator[SourceDocument]:
    lines = rows(path)
    columns = _columns(path, next(lines, None))
    code_at = [fold(column) for column in columns].index(fold(CODE))
    row_of_code: dict[str, int] = {}
    for count, row in enumerate(lines):
        if count == _MOST_ROWS:
            raise UnusableInput(f"{path}: more than {_MOST_ROWS} rows: this is no list of diplomas")
        yield _document(row, columns, code_at, row_of_code)


def _columns(path: Path, head: Row | None) -> list[str]:
    """Return the names of the columns; `UnusableInput` for missing, repeated or unknown ones."""
    if head is None:
        raise UnusableInput(f"{path}: is empty; give the list as CSV")
    if head.text.lstrip().startswith("<"):
        raise UnusableInput(f"{path}: HTML and no CSV; download the list itself")
    if "\x00" in head.text:
        raise UnusableInput(f"{path}: NUL bytes in it; save the list as CSV in UTF-8")
    names = [clean(cell) for cell in head.cells or []]
    while names and not names[-1]:
        names.pop()
    known = {fold(column) for column in COLUMNS}
    for mark, word in _SEPARATORS.items():
        if len(names) < 2 and known & {fold(cell.strip('"')) for cell in head.text.split(mark)}:
            raise UnusableInput(f"{path}: {word} between the cells; save it with semicolons")
    folded = [fold(name) for name in names]
    if not known & set(folded):
        raise UnusableInput(
            f"{path}: no column of the list in its first row; begin with the row that names them"
        )
    for column in COLUMNS:
        if folded.count(fold(column)) > 1:
            raise UnusableInput(f'{path}: the column "{column}" stands there twice; keep one')
        if fold(column) not in folded:
            raise UnusableInput(f'{path}: no column "{column}"{_nearest(column, names)}')
    return names


def _nearest(column: str, names: list[str]) -> str:
    known = {fold(name) for name in COLUMNS}
    others = {fold(name): name for name in names if fold(name) not in known}
    near = difflib.get_close_matches(fold(column), others, 1)
    if not near:
        return "; add it, its cells may be empty"
    return f'; rename "{others[near[0]]}" if it is meant'


def _document(
    row: Row, columns: list[str], code_at: int, row_of_code: dict[str, int]
) -> SourceDocument:
    """Return the document of one row, or its refusal; `row_of_code`: of each code so far."""
    where = f"row {row.number}"
    cells = row.cells
    if "\x00" in row.text or "\ufffd" in row.text:
        return _refused(where, "a byte in it belongs to no text", Refusal.UNDECODABLE)
    if cells is None:
        return _refused(where, "a quotation mark in it is left open or out of place")
    while len(cells) > len(columns) and not cells[-1].strip():
        cells = cells[:-1]
    if len(cells) != len(columns):
        return _refused(where, f"{len(cells)} cells under {len(columns)} columns")
    written = clean(cells[code_at])
    if fold(written) == fold(CODE):
        return _refused(where, "the names of the columns once more")
    code, issues = CodeScolarite.parse(written)
    if code is None:
        reason = issues[0].message
        return _refused(where, f"{written!r} is {reason[0].lower()}{reason[1:]}")
    first = row_of_code.setdefault(code.code, row.number)
    if first != row.number:
        return _refused(where, f"the code {code.code} stands in row {first} already")
    body, content_type = row_document(columns, cells, row.number)
    return SourceDocument(
        code.code, Document(body, None, content_type, code.code), issues=_issues(row)
    )


def _issues(row: Row) -> tuple[Issue, ...]:
    if not row.repaired:
        return ()
    return (issue(IssueCode.ENCODING_REPAIRED, None, None, "not UTF-8, read as windows-1252"),)


def _refused(where: str, detail: str, reason: Refusal = Refusal.MALFORMED_ROW) -> SourceDocument:
    return SourceDocument(where, None, Refused(reason, f"{where}: {detail}"))

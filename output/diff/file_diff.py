"""Compare two copies of one version byte for byte, and name the first difference in each file.

Another SQLite or zlib library writes other bytes for the same rows. Where the two were written by
different ones the database is compared row for row, a compressed file by its content (a zip, which
a spreadsheet is too, member by member), and in
`index.json` and `SHA256SUMS` what follows from the bytes of those is left out.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from filecmp import cmp
from itertools import takewhile, zip_longest
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from output.tables.columns import quoted
from output.tables.data_dictionary import ALL_TABLES
from output.tables.ddl import stored_order
from output.versions.line_files import DAMAGED, PACKED, lines_of
from output.versions.manifest import INDEX, SUMS
from output.versions.verify import DATABASE

_ZIPS = (".zip", ".xlsx")
# What reading a damaged zip raises beside `DAMAGED`: the last two by foreign kinds of members.
_BAD_ZIP = (BadZipFile, NotImplementedError, RuntimeError)
# Characters shown of a difference, and of the text before it.
_SHOWN, _BEFORE = 60, 15


def differences(published: Path, again: Path, same_library: bool) -> list[str]:
    """Return a line for each file that differs, beginning with its name; empty if all are equal.

    `same_library`: whether one SQLite library wrote both. Index and sums, which differ when
    anything does, come last.
    """
    result = []
    for name in sorted(_files(published) | _files(again), key=lambda n: (n in (INDEX, SUMS), n)):
        before, after = published / name, again / name
        if not before.is_file():
            result.append(f"{name}: made again, and not among the published files")
        elif not after.is_file():
            result.append(f"{name}: published, and not made again")
        elif not cmp(before, after, shallow=False):
            difference = _difference(before, after, same_library)
            result += [f"{name}: {difference}"] if difference else []
    return result


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _difference(before: Path, after: Path, same_library: bool) -> str | None:
    """Describe the difference of two files of different bytes.

    None where the library alone is to blame.
    """
    if before.name == DATABASE:
        same_rows = "other bytes, although every row is the same" if same_library else None
        return _rows_difference(before, after) or same_rows
    if before.suffix in (PACKED, *_ZIPS):
        same_lines = "other bytes, although every line is the same" if same_library else None
        return _first("line", _lines(before), _lines(after)) or same_lines
    if before.name in (INDEX, SUMS) and not same_library:
        return _first("line", _without_packed(before), _without_packed(after))
    return _first("line", _lines(before), _lines(after))


def _lines(path: Path) -> Iterator[str]:
    try:
        for line in _zipped_lines(path) if path.suffix in _ZIPS else lines_of(path):
            yield line.decode(errors="backslashreplace")
    except (OSError, *DAMAGED, *_BAD_ZIP) as error:
        yield f"cannot be read: {error}"


def _zipped_lines(path: Path) -> Iterator[bytes]:
    """Yield the name of each member, then its lines."""
    with ZipFile(path) as archive:
        for member in archive.infolist():
            yield member.filename.encode()
            with archive.open(member) as file:
                yield from file


def _without_packed(path: Path) -> Iterable[str]:
    """Return the lines of index or sums that do not follow from the bytes of a library."""
    if path.name == SUMS:
        packed = (f"{suffix}\n" for suffix in (PACKED, *_ZIPS))
        left_out = (f"  {DATABASE}\n", f"  {INDEX}\n", *packed)
        return (line for line in _lines(path) if not line.endswith(left_out))
    try:
        index = json.loads(path.read_bytes())
        for library in ("sqlite", "zlib"):
            index["made"].pop(library)
        index["files"] = [
            entry
            for entry in index["files"]
            if entry["path"] != DATABASE and not entry["path"].endswith((PACKED, *_ZIPS))
        ]
    except (ValueError, KeyError, TypeError):
        return _lines(path)
    return json.dumps(index, indent=2, ensure_ascii=False).split("\n")


def _rows_difference(before: Path, after: Path) -> str | None:
    try:
        with closing(_opened(before)) as published, closing(_opened(after)) as again:
            for part, query in _queries():
                rows = (map(repr, database.execute(query)) for database in (published, again))
                if difference := _first(f"{part}, row", *rows):
                    return difference
    except sqlite3.DatabaseError as error:
        return f"cannot be read: {error}"
    return None


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def _queries() -> Iterator[tuple[str, str]]:
    # without the internal tables of the full-text index
    yield (
        "structure",
        (
            "SELECT type, name, sql FROM sqlite_master "
            "WHERE sql IS NOT NULL AND name NOT LIKE '%_fts_%' ORDER BY type, name"
        ),
    )
    for table in ALL_TABLES:
        yield (
            f"table {table.name}",
            f"SELECT * FROM {quoted(table.name)} ORDER BY {stored_order(table)}",
        )


def _first(part: str, before: Iterable[str], after: Iterable[str]) -> str | None:
    """Return the first place where two sequences differ, and how."""
    for number, (text, other_text) in enumerate(zip_longest(before, after), 1):
        if text != other_text:
            alike = zip(text or "", other_text or "", strict=False)
            start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], alike)) - _BEFORE
            shown = ", made again ".join(_shown(side, max(start, 0)) for side in (text, other_text))
            return f"{part} {number}: published {shown}"
    return None


def _shown(text: str | None, start: int) -> str:
    if text is None:
        return "nothing"
    text = text.rstrip("\n")
    begin, end = ("…" if start else ""), ("…" if len(text) > start + _SHOWN else "")
    return f"«{begin}{text[start : start + _SHOWN]}{end}»"

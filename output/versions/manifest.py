"""`index.json`, what a version says of itself, and `SHA256SUMS`, by which it is checked."""

import sqlite3
from contextlib import closing
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from output.dataset.dataset import Build
from output.dataset.rows import SourceRow, VersionRow
from output.tables.columns import quoted
from output.tables.data_dictionary import ALL_TABLES
from output.tables.table import History
from output.versions.verify import DATABASE
from schema.files import sha256_of, write_file
from schema.referential import SCHEMA_VERSION

INDEX = "index.json"
SUMS = "SHA256SUMS"


class _Part(BaseModel):
    # What an older or newer program wrote beside is no reason to refuse a whole version.
    model_config = ConfigDict(frozen=True, extra="ignore")


class FileEntry(_Part):
    """A file of the version; `rows` where it has some."""

    path: str
    bytes: int
    rows: int | None
    sha256: str


class Made(_Part):
    """What made the version: with the same, the files are the same byte for byte."""

    code: str
    sqlite: str
    inputs: dict[str, str]


class Index(_Part):
    """What `index.json` says of its version, but for the files, which are as many as records.

    `history`: every version up to this one, with what each replaces. `rows`: of every table.
    """

    version: str
    previous: str | None
    day: str | None
    scope: str
    schema_version: str
    content_sha256: str
    made: Made
    rows: dict[str, int]
    sources: tuple[SourceRow, ...]
    history: tuple[VersionRow, ...]


class IndexFile(Index):
    """`index.json`: what a version says of itself.

    `history`: every version up to this one, with what each replaces. `rows`: of every table.
    """

    model_config = ConfigDict(title="Index")

    files: tuple[FileEntry, ...]


class BrokenIndex(Exception):
    """An `index.json` that is not there or not ours; the text says which and why."""


def read_index(folder: Path) -> Index:
    """The index of the version in `folder`. Raises `BrokenIndex`."""
    try:
        return Index.model_validate_json((folder / INDEX).read_bytes())
    except OSError as error:
        raise BrokenIndex(f"{folder / INDEX}: {error.strerror}") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise BrokenIndex(f"{folder / INDEX}: {first['loc']}: {first['msg']}") from error


def write_index(made: Build, history: History, folder: Path) -> None:
    """Write `index.json` and `SHA256SUMS` over the files that stand in `folder`."""
    version = history.versions[-1]
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    index = IndexFile(
        version=version.version,
        previous=version.previous,
        day=version.day,
        scope=made.scope,
        schema_version=SCHEMA_VERSION,
        content_sha256=version.content_sha256,
        made=Made(
            code=made.code,
            sqlite=sqlite3.sqlite_version,
            inputs=dict(made.inputs),
        ),
        rows=_table_rows(folder / DATABASE),
        sources=made.sources,
        history=history.versions,
        files=tuple(_entry(path, folder) for path in paths),
    )
    write_file(folder / INDEX, (index.model_dump_json(indent=2) + "\n").encode())
    sums = {entry.path: entry.sha256 for entry in index.files}
    sums[INDEX] = sha256_of(folder / INDEX)
    text = "".join(f"{sums[name]}  {name}\n" for name in sorted(sums))
    write_file(folder / SUMS, text.encode())


def _table_rows(database: Path) -> dict[str, int]:
    with closing(sqlite3.connect(database)) as connection:
        count = "SELECT count(*) FROM {}"
        return {
            table.name: connection.execute(count.format(quoted(table.name))).fetchone()[0]
            for table in ALL_TABLES
        }


def _entry(path: Path, folder: Path) -> FileEntry:
    name = path.relative_to(folder).as_posix()
    return FileEntry(path=name, bytes=path.stat().st_size, rows=_rows(path), sha256=sha256_of(path))


def _rows(path: Path) -> int | None:
    """Lines of a file of lines; of other files the tables say how many."""
    if path.suffix != ".ndjson":
        return None
    with path.open("rb") as file:
        return sum(1 for _ in file)

#!/usr/bin/env python3
"""Check that a published version is whole.

Usage: python3 verify.py [FOLDER]

Needs nothing but Python's standard library (3.11 or newer); a copy stands in every version.
Checks that every file is there, unchanged and listed, that counts agree in all forms of the data,
that the database is sound and no row refers to a missing one, and that schema versions agree.
Exit 0 when all is well, 1 with one line for each fault, 2 when FOLDER holds no version.
"""

import csv
import gzip
import hashlib
import json
import os
import re
import sqlite3
import sys
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import IO, Any

SUMS = "SHA256SUMS"
INDEX = "index.json"
DATABASE = "referentials.db"


# Errors of reading a damaged file.
_UNREADABLE = (
    OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError, MemoryError,
    EOFError, csv.Error, sqlite3.Error, zlib.error,
)  # fmt: skip
# a line of SHA256SUMS
SUM_LINE = re.compile(r"([0-9a-f]{64})  ([!-~]+)")


def faults(folder: Path) -> list[str]:
    """Return a line for each fault of the version in `folder`; an empty list when it is whole."""
    lines = [*damage(folder), *_strangers(folder)]
    index = _index(folder)
    if index is None:
        lines = lines or [f"{INDEX}: not the index of a version"]
    else:
        lines += [*_listed(folder, index), *_counts(folder, index)]
        lines += [*_database(folder, index), *_schemas(folder, index)]
    return [line if line.isprintable() else ascii(line) for line in lines]


def damage(folder: Path) -> list[str]:
    """Return the files that are missing or have other bytes than when they were published."""
    if not (folder / SUMS).is_file():
        return [f"{SUMS}: missing"]
    return [
        *_sums_faults(folder),
        *(f for name, was in _sums(folder) if (f := _file(folder, name, was))),
    ]


def _sums_faults(folder: Path) -> Iterator[str]:
    """Find faults of the file of sums itself: it has a line a file, in order of name."""
    try:
        lines = _sums_lines(folder)
    except OSError as error:
        yield f"{SUMS}: cannot be read: {error.strerror}"
        return
    if lines.pop():
        yield f"{SUMS}: cut off"
    yield from (
        f"{SUMS}: not a checksum: {line[:80]}" for line in lines if not SUM_LINE.fullmatch(line)
    )
    names = [name for name, _ in _sums(folder)]
    if names != sorted(set(names)):
        yield f"{SUMS}: its lines are not in order of name, each once"


def _sums_lines(folder: Path) -> list[str]:
    return (folder / SUMS).read_bytes().decode("utf-8", "replace").split("\n")


def _sums(folder: Path) -> list[tuple[str, str]]:
    """Name and checksum of each file."""
    try:
        if not (folder / SUMS).is_file():
            return []
        matches = map(SUM_LINE.fullmatch, _sums_lines(folder))
        return [(match[2], match[1]) for match in matches if match]
    except OSError:
        return []


def _file(folder: Path, name: str, was: str) -> "str | None":
    path = folder / name
    try:
        if path.is_symlink():
            return f"{name}: a link, not a file"
        if not path.is_file():
            return f"{name}: missing"
        with path.open("rb") as file:
            seen = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"{name}: cannot be read: {error.strerror}"
    return None if seen == was else f"{name}: changed since it was published"


def _strangers(folder: Path) -> list[str]:
    """Find files, links and empty folders that have no sum."""
    listed = {name for name, _ in _sums(folder)} | {SUMS}
    there: set[str] = set()
    shut: list[str] = []

    def add(path: Path) -> None:
        there.add(path.relative_to(folder).as_posix())

    def cannot_be_read(error: OSError) -> None:
        name = Path(error.filename).relative_to(folder).as_posix()
        shut.append(f"{name}: cannot be read: {error.strerror}")

    for name, folders, files in os.walk(folder, onerror=cannot_be_read):
        place = Path(name)
        for entry in (*files, *(entry for entry in folders if (place / entry).is_symlink())):
            add(place / entry)
        if not folders and not files:
            add(place)
    return [*sorted(shut), *(f"{name}: not part of the version" for name in sorted(there - listed))]


def _index(folder: Path) -> "dict[str, Any] | None":
    path = folder / INDEX
    try:
        index = json.loads(path.read_text("utf-8")) if path.is_file() else {}
        version = [int(part) for part in index["schema_version"].split(".")]
        counts = all(isinstance(count, int) for count in index["rows"].values())
        files = all(isinstance(file["path"], str) for file in index["files"])
        return index if counts and files and len(version) == 3 else None
    except _UNREADABLE:
        return None


def _listed(folder: Path, index: "dict[str, Any]") -> Iterator[str]:
    """Check that the index and the sums name the same files."""
    listed = {file["path"] for file in index["files"]}
    summed = {name for name, _ in _sums(folder)} - {INDEX}
    yield from (f"{name}: in {INDEX}, and without a sum" for name in sorted(listed - summed))
    yield from (f"{name}: has a sum, and is not in {INDEX}" for name in sorted(summed - listed))


def _counts(folder: Path, index: "dict[str, Any]") -> Iterator[str]:
    """Yield a line for each CSV, file of lines and array of another length than the index says."""
    for table, expected in index["rows"].items():
        for name, count in (
            (f"csv/{table}.csv", _csv_rows),
            (f"csv/{table}.csv.gz", _csv_rows),
            (f"{table}.ndjson", _lines),
            (f"{table}.ndjson.gz", _lines),
            (f"{table}.json", _elements),
        ):
            path = folder / name
            try:
                if not path.is_file():
                    continue
                seen = count(path)
            except _UNREADABLE as error:
                yield f"{name}: cannot be read: {error}"
                continue
            if seen != expected:
                yield f"{name}: {seen} rows, {expected} expected"
    alone = folder / "referentials"
    seen = sum(1 for _ in alone.glob("*.json")) if alone.is_dir() else 0
    if seen != index["rows"].get("referentials"):
        yield f"referentials/: {seen} files, {index['rows'].get('referentials')} expected"


def _csv_rows(path: Path) -> int:
    csv.field_size_limit(2**31 - 1)
    with _opened(path) as file:
        return sum(1 for _ in csv.reader(file, strict=True)) - 1


def _lines(path: Path) -> int:
    with _opened(path, "\n") as file:
        return sum(isinstance(json.loads(line), dict) for line in file)


def _opened(path: Path, newline: str = "") -> "IO[str]":
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", newline=newline)
    return path.open(encoding="utf-8", newline=newline)


def _elements(path: Path) -> int:
    """Count the elements of an array: by lines, in little memory, where each has its own."""
    with suppress(ValueError), path.open(encoding="utf-8", newline="\n") as file:
        return _lines_of_array(file)
    return len(json.loads(path.read_text("utf-8")))


def _lines_of_array(file: "IO[str]") -> int:
    """Count the elements of an array with one on each line. ValueError for any other text."""
    if file.readline() != "[\n":
        raise ValueError("the first line is not [")
    comma = False
    for count, line in enumerate(file):
        if line == "]\n" and not comma and not file.read(1):
            return count
        if count and not comma:
            raise ValueError("no comma between two elements")
        comma = line.endswith(",\n")
        json.loads(line.removesuffix(",\n"))
    raise ValueError("the last line is not ]")


def _database(folder: Path, index: "dict[str, Any]") -> Iterator[str]:
    path = folder / DATABASE
    try:
        if not path.is_file():
            return
        # Read as it is: a journal beside it is no part of the version.
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as db:
            yield from _database_faults(db, index)
    except _UNREADABLE as error:
        yield f"{DATABASE}: {error}"


def _database_faults(db: sqlite3.Connection, index: "dict[str, Any]") -> Iterator[str]:
    (state,) = db.execute("PRAGMA integrity_check").fetchone()
    if state != "ok":
        yield f"{DATABASE}: {state}"
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check").fetchall():
        named = "a row" if row is None else f"row {row}"  # tables by key number no rows
        yield f"{DATABASE}: {named} of {table} refers to a missing row of {parent}"
    names = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
    tables = {name for (name,) in db.execute(names)}
    for table, expected in index["rows"].items():
        if table not in tables:
            yield f"{DATABASE}: no table {table}"
            continue
        (seen,) = db.execute(f'SELECT count(*) FROM "{table}"').fetchone()
        if seen != expected:
            yield f"{DATABASE}: {seen} rows in {table}, {expected} expected"
    major, minor, patch = (int(part) for part in index["schema_version"].split("."))
    (stated,) = db.execute("PRAGMA user_version").fetchone()
    if stated != major * 10000 + minor * 100 + patch:
        yield f"{DATABASE}: schema version {stated}, {index['schema_version']} expected"


def _schemas(folder: Path, index: "dict[str, Any]") -> Iterator[str]:
    for path in sorted((folder / "schema").rglob("*.json")):
        expected = f"urn:eduscol-referentials:{path.stem}:{index['schema_version']}"
        try:
            stated = json.loads(path.read_text("utf-8")).get("$id") if path.is_file() else None
        except _UNREADABLE as error:
            stated = f"unreadable ({error})"
        if stated != expected:
            yield f"{path.relative_to(folder).as_posix()}: $id is {stated}, {expected} expected"


def main(arguments: list[str]) -> int:
    """Run the command; its folder is the one in which this file stands unless another is named."""
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    if not (folder / SUMS).is_file() and not (folder / INDEX).is_file():
        sys.stderr.write(f"{folder} holds no version: name a folder of published/, or latest\n")
        return 2
    lines = faults(folder)
    for line in lines:
        sys.stdout.write(f"{line}\n")
    if not lines:
        sys.stdout.write(f"{folder}: whole\n")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

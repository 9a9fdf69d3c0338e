#!/usr/bin/env python3
"""Check that a published version is whole: python3 verify.py [FOLDER]

Needs nothing but Python's standard library (3.11 or newer); a copy stands in every version.
Checks that every file is there, unchanged and listed, that counts agree in all forms of the data,
that the database is sound and no row refers to a missing one, and that schema versions agree.
Exit 0 when all is well, 1 with one line for each fault, 2 when FOLDER holds no version.
"""

import csv
import hashlib
import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

SUMS = "SHA256SUMS"
INDEX = "index.json"
DATABASE = "referentials.db"


def faults(folder: Path) -> list[str]:
    """One line for each thing that is wrong with the version in `folder`; none when it is whole."""
    found = damage(folder)
    listed = {name for name, _ in _sums(folder)} | {SUMS}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if _is_part(path)}
    found += [f"{name}: not part of the version" for name in sorted(there - listed)]
    index = _index(folder)
    if index is None:
        return found or [f"{INDEX}: not the index of a version"]
    database = list(_database(folder, index))
    return [*found, *_counts(folder, index), *database, *_schemas(folder, index)]


def _is_part(path: Path) -> bool:
    """Whether it is more than a folder of what is listed."""
    return path.is_symlink() or not path.is_dir() or not any(path.iterdir())


def damage(folder: Path) -> list[str]:
    """Files that are missing or have other bytes than when they were published."""
    if not (folder / SUMS).is_file():
        return [f"{SUMS}: missing"]
    found = []
    for name, digest in sorted(_sums(folder)):
        path = folder / name
        if len(digest) != 64:
            found.append(f"{SUMS}: not a checksum: {name}")
        elif not path.is_file():
            found.append(f"{name}: missing")
        elif _sha256(path) != digest:
            found.append(f"{name}: changed since it was published")
    return found


def _sums(folder: Path) -> list[tuple[str, str]]:
    """Name and checksum of each file; of a line that is none, the line and nothing."""
    try:
        lines = (folder / SUMS).read_text("utf-8", "replace").splitlines()
    except OSError:
        return []
    parts = [line.partition("  ") for line in lines]
    return [(name, digest) if name else (digest, "") for digest, _, name in parts]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _index(folder: Path) -> "dict[str, Any] | None":
    try:
        index = json.loads((folder / INDEX).read_text("utf-8"))
        version = [int(part) for part in index["schema_version"].split(".")]
        counts = all(isinstance(count, int) for count in index["rows"].values())
        return index if counts and len(version) == 3 else None
    except (OSError, ValueError, AttributeError, KeyError, TypeError, RecursionError):
        return None


def _counts(folder: Path, index: "dict[str, Any]") -> Iterator[str]:
    """Every CSV, file of lines and array has as many rows as the index says of its table."""
    for table, expected in index["rows"].items():
        for name, count in (
            (f"csv/{table}.csv", _csv_rows),
            (f"{table}.ndjson", _lines),
            (f"{table}.json", _elements),
        ):
            path = folder / name
            if not path.is_file():
                continue
            try:
                seen = count(path)
            except (OSError, ValueError, csv.Error) as error:
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
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file, strict=True)) - 1


def _lines(path: Path) -> int:
    with path.open(encoding="utf-8", newline="\n") as file:
        return sum(isinstance(json.loads(line), dict) for line in file)


def _elements(path: Path) -> int:
    return len(json.loads(path.read_text("utf-8")))


def _database(folder: Path, index: "dict[str, Any]") -> Iterator[str]:
    path = folder / DATABASE
    if not path.is_file():
        return
    try:
        # Read as it is: a journal beside it is no part of the version.
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as db:
            yield from _database_faults(db, index)
    except sqlite3.DatabaseError as error:
        yield f"{DATABASE}: {error}"


def _database_faults(db: sqlite3.Connection, index: "dict[str, Any]") -> Iterator[str]:
    (state,) = db.execute("PRAGMA integrity_check").fetchone()
    if state != "ok":
        yield f"{DATABASE}: {state}"
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check").fetchall():
        yield f"{DATABASE}: row {row} of {table} refers to a missing row of {parent}"
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
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
    for path in sorted((folder / "schema").glob("*.json")):
        expected = f"urn:eduscol-referentials:{path.stem}:{index['schema_version']}"
        try:
            stated = json.loads(path.read_text("utf-8")).get("$id")
        except (OSError, ValueError, AttributeError) as error:
            stated = f"unreadable ({error})"
        if stated != expected:
            yield f"schema/{path.name}: $id is {stated}, {expected} expected"


def main(arguments: list[str]) -> int:
    """The command; its folder is the one in which this file stands unless another is named."""
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    if not (folder / SUMS).is_file() and not (folder / INDEX).is_file():
        sys.stderr.write(f"{folder} holds no version: name a folder of published/, or latest\n")
        return 2
    found = faults(folder)
    for line in found:
        sys.stdout.write(f"{line}\n")
    if not found:
        sys.stdout.write(f"{folder}: whole\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

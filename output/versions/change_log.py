"""`published/changes.ndjson`: every change ever published, numbered, append-only.

A follower remembers the number of the last line it has read and continues after it; lines are never
removed or changed. Each version holds the lines up to its own, so the file can be made again from
the newest version and `withdrawn.json`. Withdrawing and restoring a version append lines.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from output.dataset.rows import Change, ChangeRow
from output.versions.manifest import Index
from schema.errors import UnusableTarget
from schema.files import sync, write_file

CHANGES = "changes.ndjson"


class ChangeLog:
    """The file at `path`, read line by line as often as wanted; empty when it is not there.

    Reading raises `UnusableTarget` for a line that is no change.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def __iter__(self) -> Iterator[ChangeRow]:
        for number, row in enumerate(_lines(self.path), 1):
            try:
                yield ChangeRow(**row)
            except (ValidationError, TypeError) as error:
                raise _no_change(self.path, number) from error

    def __len__(self) -> int:
        return sum(1 for _ in _lines(self.path))

    def append(self, changes: Iterable[Change]) -> None:
        """Append changes with the numbers that follow."""
        self._write(chain(self, numbered(changes, len(self))))

    def catch_up(self, index: Index, folder: Path) -> None:
        """Take over the lines of the version in `folder` when the file has fewer than it."""
        if index.rows.get("changes", 0) > len(self):
            self._write(chain(self, islice(changes_of_version(folder, index), len(self), None)))

    def _write(self, rows: Iterable[ChangeRow]) -> None:
        part = self.path.with_name(f".tmp-{self.path.name}")
        # a line that lacks a later field stays as it was: followers remember their place in bytes
        lines = (f"{row.model_dump_json(exclude_unset=True)}\n".encode() for row in rows)
        write_file(part, lines)
        sync(part)
        part.replace(self.path)
        sync(self.path.parent)


def numbered(changes: Iterable[Change], last: int) -> Iterator[ChangeRow]:
    """Give numbers to changes, from the one after `last`."""
    for number, change in enumerate(changes, last + 1):
        yield ChangeRow(number=number, **dict(change))


def changes_of_version(folder: Path, index: Index) -> Iterator[ChangeRow]:
    """Read the changes in a version's folder; those from before schema 2 get number and day."""
    days = {version.version: version.day for version in index.history}
    for number, row in enumerate(_lines(folder / CHANGES), 1):
        yield ChangeRow(**{"number": number, "day": days.get(row["version"]), **row})


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file, 1):
            try:
                yield json.loads(line)
            except ValueError as error:
                raise _no_change(path, number) from error


def _no_change(path: Path, number: int) -> UnusableTarget:
    return UnusableTarget(
        f"{path}: line {number} is not a change: move the file away and publish again, it is made "
        "again from the versions"
    )

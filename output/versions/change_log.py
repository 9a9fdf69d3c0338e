"""`published/changes.ndjson`: every change ever published, numbered, append-only.

A follower remembers the number of the last line it has read and continues after it; lines are never
removed or changed. Each version holds the lines up to its own, so the file can be made again from
the newest version and `withdrawn.json`. Withdrawing and restoring a version append lines.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from output.dataset.rows import Change, ChangeRow
from output.versions.manifest import Index
from schema.errors import UnusableInput, UnusableTarget
from schema.files import sync, write_file

CHANGES = "changes.ndjson"
T = TypeVar("T")


class ChangeLog:
    """The file at `path`, read line by line as often as wanted; empty when it is not there.

    Reading raises `UnusableTarget` for a line that is no change.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def __iter__(self) -> Iterator[ChangeRow]:
        return self._read(lambda _, line: ChangeRow(**json.loads(line)))

    def __len__(self) -> int:
        return sum(1 for _ in self._read(lambda _, line: json.loads(line)))

    def _read(self, row_of: Callable[[int, bytes], T]) -> Iterator[T]:
        if not self.path.exists():
            return
        try:
            yield from _rows(self.path, row_of)
        except _NoChange as error:
            raise UnusableTarget(
                f"{error}: move the file away and publish again, it is made again from the versions"
            ) from error

    def append(self, changes: Iterable[Change]) -> None:
        """Append changes with the numbers that follow."""
        self._write(chain(self, numbered(changes, len(self))))

    def catch_up(self, index: Index, folder: Path) -> None:
        """Take over the lines of the version in `folder` when the file has fewer than it.

        The first versions ever made have no such lines.
        """
        if index.rows.get("changes", 0) > len(self) and (folder / CHANGES).exists():
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
    """Read the changes in a version's folder; those from before schema 2 get number and day.

    `UnusableInput` when its file is missing, damaged or shorter than its index says.
    """
    path, count = folder / CHANGES, 0
    days = {version.version: version.day for version in index.history}

    def row_of(number: int, line: bytes) -> ChangeRow:
        row = json.loads(line)
        return ChangeRow(**{"number": number, "day": days.get(row["version"]), **row})

    try:
        for row in _rows(path, row_of):
            count += 1
            yield row
    except OSError as error:
        raise _not_whole(f"{path}: {error.strerror}") from error
    except _NoChange as error:
        raise _not_whole(str(error)) from error
    if count < (expected := index.rows.get("changes", 0)):
        raise _not_whole(f"{path}: {count} changes, {expected} expected")


class _NoChange(Exception):
    """A line that is no change; the text gives the path and its number."""


def _rows(path: Path, row_of: Callable[[int, bytes], T]) -> Iterator[T]:
    """Yield what `row_of` makes of the number and bytes of each line. OSError and `_NoChange`."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                row = row_of(number, line)
            except (ValueError, TypeError, KeyError, RecursionError) as error:
                raise _NoChange(f"{path}: line {number} is not a change") from error
            yield row


def _not_whole(fault: str) -> UnusableInput:
    return UnusableInput(
        f"{fault}; see what verify.py beside it says, and restore the version from a copy, or pull "
        "it again"
    )

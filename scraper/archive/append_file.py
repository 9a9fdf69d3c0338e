"""Append to a file whose disk may be full: all or nothing, with an error that gives advice."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

from schema.errors import UnusableTarget


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn errors of the disk into `UnusableTarget`."""
    try:
        yield
    except OSError as error:
        raise UnusableTarget(
            f"{path}: cannot be written ({error.strerror}); "
            "what was fetched before is intact: make room and run again"
        ) from error


def open_to_append(path: Path) -> FileIO:
    """Open the file at `path` unbuffered, so that a write that failed is never repeated."""
    with disk_errors(path):
        return FileIO(path, "ab")


def append(file: FileIO, path: Path, data: bytes) -> int:
    """Append all of `data` or nothing; return the offset where it begins."""
    position = file.seek(0, os.SEEK_END)
    left = memoryview(data)
    with disk_errors(path):
        try:
            while left:
                left = left[file.write(left) :]
        except OSError:
            file.truncate(position)
            raise
    return position


def cut(path: Path, size: int) -> None:
    """Make the file at `path` end after `size` bytes."""
    with disk_errors(path):
        os.truncate(path, size)

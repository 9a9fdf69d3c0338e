"""Files of a version that programs read from front to back: compressed with gzip.

Those of schema 1, and `changes.ndjson`, to which lines are appended, are plain. The bytes depend on
the content and on the zlib library alone: no name and no clock stands in a file.
"""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import IO, cast

# Level 4 gives 1.1 times the size of level 9 in a third of the time.
_LEVEL = 4
PACKED = ".gz"
# Errors, beside OSError, of reading a file that is not whole.
DAMAGED = (EOFError, zlib.error)


class PackedFile:
    """A new file, compressed, open for bytes."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("wb")
        self._packed = gzip.GzipFile("", "wb", _LEVEL, self._file, mtime=0)

    def write(self, data: bytes) -> None:
        """Write bytes, many at a time. Raises OSError."""
        self._packed.write(data)

    def close(self) -> None:
        """Close the file. Raises OSError."""
        with closing(self._file):
            self._packed.close()


def line_file(folder: Path, table: str) -> Path:
    """Return the path of the JSON lines of a table in the version in `folder`, if it has any."""
    packed = folder / f"{table}.ndjson{PACKED}"
    return packed if packed.exists() else folder / f"{table}.ndjson"


def lines_of(path: Path) -> Iterator[bytes]:
    """Yield the lines of a file, compressed or not. Raises OSError, and `DAMAGED`."""
    opened = gzip.open(path) if path.suffix == PACKED else path.open("rb")  # noqa: SIM115  below
    with cast("IO[bytes]", opened) as file:
        yield from file

"""Files of a version that programs read from front to back: compressed with gzip.

Those of schema 1, and `changes.ndjson`, to which lines are appended, are plain. The bytes depend on
the content and on the zlib library alone: no name and no clock stands in a file.
"""

import gzip
import zlib
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import IO, cast

# Level 4 gives 1.1 times the size of level 9 in a third of the time.
_LEVEL = 4
# Bytes that a thread compresses at once: enough to be worth the handing over.
_AT_ONCE = 100_000
PACKED = ".gz"
# Errors, beside OSError, of reading a file that is not whole.
DAMAGED = (EOFError, zlib.error)


class PackedFile:
    """A new file, compressed, open for bytes.

    A long file is compressed by a thread, while the caller makes what comes next.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("wb")
        self._packed = gzip.GzipFile("", "wb", _LEVEL, self._file, mtime=0)
        self._waiting: list[bytes] = []
        self._bytes = 0
        self._thread = ThreadPoolExecutor(1)
        self._work: Future[int] | None = None

    def write(self, data: bytes) -> None:
        """Write bytes. Raises OSError, also that of what was written before."""
        self._waiting.append(data)
        self._bytes += len(data)
        if self._bytes >= _AT_ONCE:
            self._wait()
            self._work = self._thread.submit(self._packed.write, self._taken())

    def close(self) -> None:
        """Close the file, unless it is closed. Raises OSError."""
        with closing(self._file), self._thread:
            self._wait()
            if rest := self._taken():
                self._packed.write(rest)
            self._packed.close()

    def _taken(self) -> bytes:
        data = b"".join(self._waiting)
        self._waiting.clear()
        self._bytes = 0
        return data

    def _wait(self) -> None:
        if self._work:
            self._work.result()
            self._work = None


def line_file(folder: Path, table: str) -> Path:
    """Return the path of the JSON lines of a table in the version in `folder`, if it has any."""
    packed = folder / f"{table}.ndjson{PACKED}"
    return packed if packed.exists() else folder / f"{table}.ndjson"


def lines_of(path: Path) -> Iterator[bytes]:
    """Yield the lines of a file, compressed or not. Raises OSError, and `DAMAGED`."""
    opened = gzip.open(path) if path.suffix == PACKED else path.open("rb")  # noqa: SIM115  below
    with cast("IO[bytes]", opened) as file:
        yield from file

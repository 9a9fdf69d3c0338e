"""A file of the user's, or the one file packed in a zip, read in pieces of bounded size."""

import codecs
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

MOST_BYTES = 4 << 30  # unpacked; today's file has 16 MB
MOST_OF_ONE = 2_000_000  # the most text that reading one page may take; a fiche has some KB
_ENCRYPTED = 0x1
# Errors of zipfile on files that are no zip, damaged, or packed in an unknown way.
ZIP_FAULTS = (
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
)


class FaultyFile(Exception):
    """A file that cannot be trusted as a whole; the text gives the fault."""


class Pieces:
    """A stream for parsers that read on and on: it ends when one document takes too much."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._begun = False
        self._since = 0

    def read(self, size: int) -> bytes:
        """Return the next bytes, without a byte order mark of UTF-8. Raises `FaultyFile`."""
        try:
            piece = self._stream.read(size)
        except ZIP_FAULTS as error:
            raise FaultyFile(f"it cannot be read to its end ({error})") from None
        self._since += len(piece)
        if self._since > MOST_OF_ONE:
            raise FaultyFile(f"{MOST_OF_ONE} bytes and no end of a document")
        if piece and not self._begun:
            self._begun = True
            return piece.removeprefix(codecs.BOM_UTF8)
        return piece

    def document_ended(self) -> None:
        """Note the end of a document; the reader of its documents calls this after each."""
        self._since = 0


@contextmanager
def opened(path: Path) -> Iterator[tuple[str, Pieces]]:
    """Open `path`, or the one file in it when it is a zip: its suffix (`.xml`) and bytes.

    Raises `FaultyFile` when it cannot be opened or holds several files, encrypted ones, or one
    that unpacks to more than `MOST_BYTES`. Nothing is ever written where a zip says.
    """
    try:
        stream = path.open("rb")
    except OSError as error:
        raise FaultyFile(error.strerror or str(error)) from None
    with stream:
        if path.suffix.lower() != ".zip":
            yield path.suffix.lower(), Pieces(stream)
            return
        try:
            packed = zipfile.ZipFile(stream)
            only = _only(packed)
            unpacked = packed.open(only)
        except ZIP_FAULTS as error:
            raise FaultyFile(f"no zip that can be read ({error})") from None
        with packed, unpacked:
            yield PurePosixPath(only.filename).suffix.lower(), Pieces(unpacked)


def _only(packed: zipfile.ZipFile) -> zipfile.ZipInfo:
    files = [info for info in packed.infolist() if not info.is_dir()]
    if len(files) != 1:
        names = ", ".join(info.filename for info in files[:3]) or "none"
        raise FaultyFile(f"a zip must hold one file; this one holds {len(files)} ({names})")
    (only,) = files
    name = PurePosixPath(only.filename)
    if name.is_absolute() or ".." in name.parts:
        raise FaultyFile(f"its file {only.filename} points out of its folder")
    if only.flag_bits & _ENCRYPTED:
        raise FaultyFile(f"its file {only.filename} is encrypted")
    if only.file_size > MOST_BYTES:
        raise FaultyFile(f"its file {only.filename} unpacks to more than {MOST_BYTES} bytes")
    return only

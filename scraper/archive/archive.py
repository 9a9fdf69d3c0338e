"""The archive: `archive/<run>-<number>.warc.gz`, and beside it `archive/runs/<run>.ndjson`.

- `archive/files/<sha256>`: copies of the local files that shaped a run or a version.
- `archive/moments/`: the state of the archive that a version shows (`scraper.state.snapshot`).
- `archive/versions/`: the history of the published versions (`scraper.pipeline.restore`).

Every exchange is written in full to the WARC file first and noted in the journal then: what the
journal does not hold did not happen. After a kill, `Archive.repair` cuts both files back to the
last exchange that is whole in both. Nothing that the journal holds is ever changed or removed.

Damage (a flipped bit, a lost file) does not stop the reading of the rest: a line that is not an
event is a `DamagedLine`, a record that cannot be read raises `DamagedRecord`.
"""

import hashlib
import re
import shutil
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO, FileIO
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from schema.errors import UnusableInput, UnusableTarget
from scraper.archive import warc
from scraper.archive.append_file import cut, disk_errors
from scraper.archive.journal import Event, RecordPlace, RunEnded, RunStopped, place_of, read_event
from scraper.model.response import Response


class DamagedRecord(UnusableInput):
    """A record of the archive that is not there or not whole."""


@dataclass(frozen=True)
class DamagedLine:
    """A line of a journal that is not an event: `where` it is, and the `reason`."""

    where: str
    reason: str


def kept_name(sha256: str) -> str:
    """Return the name within the archive of the copy of a local file with that hash."""
    return f"files/{sha256}"


class Archive:
    """Reads the archive in `folder`; `UnusableTarget` when it cannot be made.

    The WARC file that was read last stays open, since most records are read in its order.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._name = ""
        self._file: FileIO | None = None
        self.journals = folder / "runs"
        try:
            self.journals.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UnusableTarget(f"{folder}: cannot be made ({error.strerror})") from error

    def close(self) -> None:
        """Close the WARC file that was read last, if any."""
        if self._file:
            self._file.close()
        self._name, self._file = "", None

    def runs(self) -> list[str]:
        """Return the ids of all runs, oldest first."""
        return sorted(path.stem for path in self.journals.glob("*.ndjson"))

    def next_run(self, now: datetime) -> str:
        """Return the id of a run that begins `now`, after all others whatever the clock says."""
        stamp, runs = now.strftime("%Y%m%dT%H%M%SZ"), self.runs()
        if not runs or stamp > runs[-1]:
            return stamp
        begin, _, number = runs[-1].partition("-")
        return f"{begin}-{int(number or 0) + 1:03}"

    def events(self, run: str, start: int = 0) -> Iterator[tuple[Event | DamagedLine, int]]:
        """Yield the events of `run` from the byte `start` on, each with the byte where it ends.

        A line that was cut off ends the journal; a damaged one in its midst is a `DamagedLine`.
        """
        position = start
        with self._journal(run).open("rb") as file:
            file.seek(start)
            for line in file:
                if not line.endswith(b"\n"):
                    return
                position += len(line)
                event: Event | DamagedLine
                try:
                    event = read_event(line)
                except ValidationError as error:
                    where = f"archive/runs/{run}.ndjson"
                    reason = f"the line that ends at byte {position}: {error.errors()[0]['msg']}"
                    event = DamagedLine(where, reason)
                yield event, position

    def last_complete(self) -> tuple[str, int] | None:
        """Return the last run that ended or stopped in order, and the byte at which it did.

        None when no run has done so yet.
        """
        for run in reversed(self.runs()):
            ends = [p for event, p in self.events(run) if isinstance(event, RunEnded | RunStopped)]
            if ends:
                return run, ends[-1]
        return None

    def size(self, run: str) -> int:
        """Return the size of the journal of `run` in bytes."""
        return self._journal(run).stat().st_size

    def read(self, place: RecordPlace) -> Response:
        """Return the response recorded at `place`; `DamagedRecord` when it is not whole there."""
        raw = self._member(place)
        try:
            record = next(iter(ArchiveIterator(BytesIO(raw), check_digests="raise")))
            return warc.to_response(record)
        except (EOFError, StopIteration, ArchiveLoadFailed) as error:
            raise self._damaged(place, error) from error

    def is_whole(self, place: RecordPlace) -> bool:
        """Return whether the record at `place` is there as it was written."""
        try:
            if place.crc32 is not None:
                return zlib.crc32(self._compressed(place)) == place.crc32
            self.read(place)
        except DamagedRecord:
            return False
        return True

    def _member(self, place: RecordPlace) -> bytes:
        """Return the first gzip member at `place`, decompressed; `DamagedRecord`."""
        # Not left to warcio: it does not mind a wrong gzip checksum.
        member = zlib.decompressobj(zlib.MAX_WBITS + 16)
        try:
            raw = member.decompress(self._compressed(place))
            if not member.eof:
                raise EOFError("the gzip member has no end")
            return raw
        except (EOFError, zlib.error) as error:
            raise self._damaged(place, error) from error

    def _compressed(self, place: RecordPlace) -> bytes:
        """Return the bytes at `place`, fewer where the file is too short; `DamagedRecord`."""
        try:
            if self._file is None or self._name != place.file:
                self.close()
                self._file = (self.folder / place.file).open("rb", buffering=0)
                self._name = place.file
            self._file.seek(place.offset)
            return self._file.read(place.end - place.offset)
        except OSError as error:
            raise self._damaged(place, error) from error

    def _damaged(self, place: RecordPlace, error: Exception) -> DamagedRecord:
        path = self.folder / place.file
        return DamagedRecord(f"{path}: no whole record at {place.offset} ({error})")

    def repair(self, run: str) -> None:
        """Make WARC files and journal of a run that was killed agree again.

        Only torn records at their ends are cut: a record that is lost in their midst is
        damage, which does not concern the others, and a run that ended was written in full.
        """
        self.close()
        intact_end, place, is_torn = 0, None, False
        sizes = {path.name: path.stat().st_size for path in self.warcs(run)}
        event: Event | DamagedLine | None = None
        for event, position in self.events(run):
            noted = None if isinstance(event, DamagedLine) else place_of(event)
            if noted is not None:
                # After a power cut the journal may name records that never reached the disk.
                is_torn = sizes.get(noted.file, -1) < noted.end
                place = place if is_torn else noted
            intact_end = intact_end if is_torn else position
        if isinstance(event, RunEnded):
            return
        cut(self._journal(run), intact_end)
        for path in self.warcs(run):
            if place is None or path.name > place.file:
                path.unlink()
            elif path.name == place.file:
                cut(path, place.end)

    def keep(self, content: bytes) -> str:
        """Keep a copy of a file that shapes a run or a version; return its name in the archive."""
        name = kept_name(hashlib.sha256(content).hexdigest())
        self.write_once(name, content)
        return name

    def keep_file(self, path: Path, sha256: str) -> None:
        """Keep a copy of the file at `path`, of any size, which has that hash."""
        with path.open("rb") as file:
            self._write_once(kept_name(sha256), lambda target: shutil.copyfileobj(file, target))

    def write_once(self, name: str, content: bytes) -> None:
        """Write the file `name` of the archive, whole, unless it is there."""
        self._write_once(name, lambda target: target.write(content))

    def _write_once(self, name: str, write: Callable[[BinaryIO], object]) -> None:
        path = self.folder / name
        with disk_errors(path):
            path.parent.mkdir(exist_ok=True)
            if not path.exists():
                temporary = path.with_name(f"{path.name}.new")
                with temporary.open("wb") as target:
                    write(target)
                temporary.replace(path)

    def warcs(self, run: str) -> list[Path]:
        """Return the WARC files of `run`, in order."""
        name = re.compile(re.escape(run) + r"-\d{5,}\.warc\.gz")
        return sorted(path for path in self.folder.glob("*.warc.gz") if name.fullmatch(path.name))

    def _journal(self, run: str) -> Path:
        return self.journals / f"{run}.ndjson"

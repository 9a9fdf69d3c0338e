"""The archive: `archive/<run>-<number>.warc.gz`, and beside it `archive/runs/<run>.ndjson`.

`archive/files/<sha256>` are copies of the local files that shaped a run or a version, and
`archive/moments/` tells when the archive was as a version shows it (`scraper.state.snapshot`).

Every exchange is written in full to the WARC file first and told in the journal then: what the
journal does not tell did not happen. After a kill, `Archive.repair` cuts both files back to the
last exchange that is whole in both. Nothing that is told is ever changed or removed.
"""

import hashlib
import re
import shutil
import zlib
from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from schema.errors import UnusableInput, UnusableTarget
from scraper.archive import warc
from scraper.archive.append_file import cut, disk_errors
from scraper.archive.journal import Event, Place, place_of, read_event
from scraper.model.response import Response


def kept_name(sha256: str) -> str:
    """Where in the archive the copy of a local file with that hash is."""
    return f"files/{sha256}"


class Archive:
    """The archive in `folder`, for reading; `UnusableTarget` when it cannot be made."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.journals = folder / "runs"
        try:
            self.journals.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UnusableTarget(f"{folder}: cannot be made ({error.strerror})") from error

    def runs(self) -> list[str]:
        """The ids of all runs, oldest first."""
        return sorted(path.stem for path in self.journals.glob("*.ndjson"))

    def next_run(self, now: datetime) -> str:
        """The id of a run that begins `now`: it comes after all others, whatever the clock says."""
        stamp, runs = now.strftime("%Y%m%dT%H%M%SZ"), self.runs()
        if not runs or stamp > runs[-1]:
            return stamp
        begin, _, number = runs[-1].partition("-")
        return f"{begin}-{int(number or 0) + 1:03}"

    def events(self, run: str, start: int = 0) -> Iterator[tuple[Event, int]]:
        """The events of `run` from the byte `start` on, each with the byte where it ends.

        A line that was cut off ends the journal; `UnusableInput` for one that is damaged.
        """
        position = start
        with self._journal(run).open("rb") as file:
            file.seek(start)
            for line in file:
                if not line.endswith(b"\n"):
                    return
                position += len(line)
                try:
                    yield read_event(line), position
                except ValidationError as error:
                    raise UnusableInput(
                        f"{self._journal(run)}: damaged before byte {position}: {error}"
                    ) from error

    def size(self, run: str) -> int:
        """The size of the journal of `run` in bytes."""
        return self._journal(run).stat().st_size

    def read(self, place: Place) -> Response:
        """The response that is recorded at `place`; `UnusableInput` when it is not there."""
        path = self.folder / place.file
        try:
            with path.open("rb") as file:
                file.seek(place.offset)
                # Not left to warcio: it does not mind a wrong gzip checksum.
                member = zlib.decompressobj(zlib.MAX_WBITS + 16)
                raw = member.decompress(file.read(place.end - place.offset))
            if not member.eof:
                raise EOFError("the gzip member has no end")
            record = next(iter(ArchiveIterator(BytesIO(raw), check_digests="raise")))
            return warc.to_response(record)
        except (OSError, EOFError, StopIteration, ArchiveLoadFailed, zlib.error) as error:
            raise UnusableInput(f"{path}: no whole record at {place.offset} ({error})") from error

    def repair(self, run: str) -> None:
        """Make WARC files and journal of a run that was killed agree again."""
        kept, place = 0, None
        for event, position in self.events(run):
            told = place_of(event)
            if told is not None:
                # After a power cut the journal may know of what never reached the disk.
                path = self.folder / told.file
                if not path.exists() or path.stat().st_size < told.end:
                    break
                place = told
            kept = position
        cut(self._journal(run), kept)
        for path in self.warcs(run):
            if place is None or path.name > place.file:
                path.unlink()
            elif path.name == place.file:
                cut(path, place.end)

    def keep(self, content: bytes) -> str:
        """Keep a copy of what shapes a run or a version; its name in the archive, by SHA-256."""
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
                temporary = path.with_suffix(".new")
                with temporary.open("wb") as target:
                    write(target)
                temporary.replace(path)

    def warcs(self, run: str) -> list[Path]:
        """The WARC files of `run`, in order."""
        name = re.compile(re.escape(run) + r"-\d{5,}\.warc\.gz")
        return sorted(path for path in self.folder.glob("*.warc.gz") if name.fullmatch(path.name))

    def _journal(self, run: str) -> Path:
        return self.journals / f"{run}.ndjson"

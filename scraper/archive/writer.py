"""Write the exchanges and events of one run (layout: `scraper.archive.archive`)."""

import os
import zlib
from collections.abc import Callable
from io import BytesIO, FileIO
from typing import Any

from warcio.warcwriter import WARCWriter

from scraper.archive import warc
from scraper.archive.append_file import append, disk_errors, open_to_append
from scraper.archive.archive import Archive
from scraper.archive.journal import Event, RecordPlace
from scraper.archive.lock import refuse_lost_lock
from scraper.model.response import Response

FILE_SIZE = 1_000_000_000
# Measured on distinct pages of 30 KB: level 4 takes 0.50 ms and leaves 8.5 KB, level 2 0.34 (9.2).
_LEVEL = 2
_GZIP = zlib.MAX_WBITS + 16
# Records of requests and revisits: the usual tables of zlib take longer to make than to use.
_SMALL = 4096


class RunWriter:
    """Writes the exchanges and events of one run. `on_event` is called with every event.

    `UnusableTarget` when the disk is full or gives an error: the files are cut back to what was
    whole before, so that a later run continues from there. Raises as `refuse_lost_lock` too.
    """

    def __init__(
        self,
        archive: Archive,
        run: str,
        software: str,
        on_event: Callable[[Event, int], None],
        file_size: int = FILE_SIZE,
    ) -> None:
        self._archive, self._run, self._software = archive, run, software
        self._data = archive.folder.parent
        self._on_event, self._file_size = on_event, file_size
        self._warc: FileIO | None = None
        self._path = archive.folder
        self._journal_path = archive.journals / f"{run}.ndjson"
        self._journal = open_to_append(self._journal_path)

    def record(self, event: Event) -> None:
        """Add `event` to the journal: from then on it counts."""
        refuse_lost_lock(self._data)
        line = event.model_dump_json().encode() + b"\n"
        position = append(self._journal, self._journal_path, line)
        self._on_event(event, position + len(line))

    def exchange(self, response: Response, date: str) -> tuple[RecordPlace, str]:
        """Archive `response` with its request and redirects; return place and payload digest."""
        records = self._redirects(response, date)
        if response.request_headers or response.captured:
            main = warc.response_record(response, date)
        else:
            main = warc.resource_record(response, date)
        records += self._with_request(main, response, date)
        digest = main.rec_headers.get_header("WARC-Payload-Digest")
        return self._write(records, main), digest

    def revisit(
        self, response: Response, date: str, digest: str, refers_to: tuple[str, str]
    ) -> RecordPlace:
        """Archive a visit with the content of an earlier record (address and date)."""
        main = warc.revisit_record(response, date, digest, refers_to)
        records = self._redirects(response, date)
        return self._write([*records, *self._with_request(main, response, date)], main)

    def sync(self) -> None:
        """Make everything so far survive a power cut; the WARC file first."""
        for file, path in ((self._warc, self._path), (self._journal, self._journal_path)):
            if file is not None:
                with disk_errors(path):
                    os.fsync(file.fileno())

    def close(self) -> None:
        """Sync and close."""
        self.sync()
        for file in (self._warc, self._journal):
            if file is not None:
                file.close()

    def _redirects(self, response: Response, date: str) -> list[Any]:
        return [
            record
            for hop in response.hops
            for record in self._with_request(warc.response_record(hop, date), hop, date)
        ]

    def _with_request(self, record: Any, response: Response, date: str) -> list[Any]:
        if not response.request_headers:
            return [record]
        concurrent = record.rec_headers.get_header("WARC-Record-ID")
        return [record, warc.request_record(response, date, concurrent)]

    def _write(self, records: list[Any], main: Any) -> RecordPlace:
        refuse_lost_lock(self._data)
        file = self._file()
        members = [_member(record) for record in records]
        main_at = records.index(main)
        before, from_main = b"".join(members[:main_at]), b"".join(members[main_at:])
        position = append(file, self._path, before + from_main) + len(before)
        return RecordPlace(
            file=self._path.name,
            offset=position,
            end=position + len(from_main),
            crc32=zlib.crc32(from_main),
        )

    def _file(self) -> FileIO:
        """Return the WARC file to write to: the last one, or a new one if that is full."""
        if self._warc is not None and self._warc.tell() < self._file_size:
            return self._warc
        if self._warc is not None:
            self.sync()
            self._warc.close()
            self._warc = None
        former = self._archive.warcs(self._run)
        if former and former[-1].stat().st_size < self._file_size:
            path = former[-1]
        else:
            path = self._archive.folder / f"{self._run}-{len(former) + 1:05}.warc.gz"
        self._warc = file = open_to_append(path)
        self._path = path
        if file.seek(0, os.SEEK_END) == 0:
            append(file, path, _member(warc.info_record(path.name, self._software)))
        return file


def _member(record: Any) -> bytes:
    """Compress a record as a gzip member of its own, at a lower level than warcio would."""
    raw = BytesIO()
    WARCWriter(raw, gzip=False, warc_version="1.1").write_record(record)
    content = raw.getvalue()
    if len(content) > _SMALL:
        return zlib.compress(content, _LEVEL, _GZIP)
    member = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP, memLevel=5)
    return member.compress(content) + member.flush()

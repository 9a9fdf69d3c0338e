"""Answer from WARC files made elsewhere (a web archive's captures of the site).

Of several captures of an address the newest with status 200 counts; without one, the newest
redirect, then the newest answer. Revisit records count with the content that they refer to.
"""

import zlib
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from schema.errors import UnusableInput
from scraper.archive.warc import status_of
from scraper.clients.content_encoding import BodyTooLarge, read_body
from scraper.model.response import (
    Answer,
    Failure,
    FailureKind,
    Headers,
    NotInCopy,
    Response,
    Validators,
)
from scraper.model.site import Site
from scraper.model.url import normalise

BODY_LIMIT = 20_000_000
_REDIRECTS = 10
_KINDS = ("response", "resource", "revisit")
# Errors that warcio raises on other files, and on a file cut off within a record's head.
_DAMAGE = (OSError, EOFError, ArchiveLoadFailed, zlib.error, AttributeError, TypeError, ValueError)


@dataclass(frozen=True)
class _Capture:
    """The place of a capture's body, and the facts known without reading it."""

    path: Path
    offset: int
    rank: tuple[int, str]
    status: int
    date: str
    location: str | None


class Captures:
    """A `Client` that answers from `files`; `UnusableInput` when one is no WARC file.

    The files are read once for an index; bodies are read when they are asked for.
    """

    def __init__(self, files: Iterable[Path], site: Site) -> None:
        self._site = site
        self._best: dict[str, _Capture] = {}
        originals: dict[str, tuple[Path, int]] = {}
        revisits: list[tuple[str, _Capture, str]] = []
        for path in files:
            for record, offset in _records(path):
                url = normalise(record.rec_headers.get_header("WARC-Target-URI") or "")
                digest = record.rec_headers.get_header("WARC-Payload-Digest") or ""
                if url is None or not site.allows(url):
                    continue
                capture = _capture(path, offset, record, url)
                if record.rec_type == "revisit":
                    revisits.append((url, capture, digest))
                    continue
                originals.setdefault(digest, (path, offset))
                self._offer(url, capture)
        for url, capture, digest in revisits:
            if digest in originals:
                path, offset = originals[digest]
                self._offer(url, replace(capture, path=path, offset=offset))

    def _offer(self, url: str, capture: _Capture) -> None:
        for name in (url, f"key:{self._site.key(url)}"):
            best = self._best.get(name)
            if best is None or best.rank < capture.rank:
                self._best[name] = capture

    def get(
        self,
        url: str,
        validators: Validators | None = None,  # noqa: ARG002
        answered: Container[str] = (),  # noqa: ARG002
    ) -> Answer:
        """Return the best capture of `url` as written, then of its page; follows redirects."""
        address, hops = url, list[Response]()
        while True:
            best = self._best.get(address) or self._best.get(f"key:{self._site.key(address)}")
            if best is None:
                return NotInCopy(url)
            answer = _read(best, address)
            if isinstance(answer, Failure):
                return replace(answer, url=url, hops=tuple(hops))
            if best.location is None:
                return replace(answer, url=url, hops=tuple(hops))
            hops.append(answer)
            if len(hops) > _REDIRECTS:
                detail = f"{len(hops)} redirects among the captures"
                return Failure(url, FailureKind.REDIRECT_LOOP, detail, hops=tuple(hops))
            if not self._site.allows(best.location):
                detail = f"to {best.location}"
                return Failure(url, FailureKind.OFF_HOST_REDIRECT, detail, hops=tuple(hops))
            address = best.location


def refuse_unreadable(files: Iterable[Path]) -> None:
    """Raise `UnusableInput` for a file that does not begin like a WARC file."""
    for path in files:
        next(iter(_records(path)), None)


def _records(path: Path) -> Iterable[tuple[Any, int]]:
    """Yield the records of `path` that hold or refer to a response, each with its offset."""
    try:
        with path.open("rb") as file:
            records = ArchiveIterator(file)
            number = 0
            for record in records:
                number += record.rec_type is not None
                if record.rec_type in _KINDS:
                    yield record, records.get_record_offset()
            if number == 0:
                raise ValueError("no record in it")
    except _DAMAGE as error:
        raise UnusableInput(f"{path}: is not a readable WARC file ({error})") from error


def _capture(path: Path, offset: int, record: Any, url: str) -> _Capture:
    status = status_of(record)
    date = record.rec_headers.get_header("WARC-Date") or ""
    location = None
    if 300 <= status < 400 and status != 304:
        location = normalise(record.http_headers.get_header("Location") or "", url)
    rank = 2 if status == 200 else 1 if location else 0
    return _Capture(path, offset, (rank, date), status, date, location)


def _read(capture: _Capture, url: str) -> Response | Failure:
    with capture.path.open("rb") as file:
        file.seek(capture.offset)
        record = next(iter(ArchiveIterator(file)))
        if reason := record.rec_headers.get_header("WARC-Truncated"):
            return Failure(url, FailureKind.TRUNCATED_BODY, f"the capture says: {reason}")
        # warcio decodes piece by piece, and takes a body that is already decoded as it is.
        stream = record.content_stream()
        try:
            body = read_body(iter(lambda: stream.read(65_536), b""), None, BODY_LIMIT)
        except BodyTooLarge as error:
            return Failure(url, FailureKind.TOO_LARGE, str(error))
        # A record without Content-Length has no end that could be reached.
        if getattr(record.raw_stream, "limit", 1) > 0:
            detail = f"{capture.path} ends before the record at {capture.offset} does"
            return Failure(url, FailureKind.TRUNCATED_BODY, detail)
        if record.http_headers is None:
            content_type = record.rec_headers.get_header("Content-Type") or ""
            headers: Headers = (("Content-Type", content_type),)
        else:
            headers = tuple((str(k), str(v)) for k, v in record.http_headers.headers)
    return Response(url, url, capture.status, headers, body, captured=capture.date)

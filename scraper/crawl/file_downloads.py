"""Fetch files by their address: these only, recognised by their first bytes.

Files of sources, and documents (PDFs) of pages.

The same crawl as for pages fetches them, with another `Site` and another `ResponseCheck`. Secrets
in the addresses are masked everywhere but in the requests themselves.
"""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from schema.secrets import masked
from scraper.clients.http import HttpLimits
from scraper.clients.live_client import LiveSettings
from scraper.crawl.response_check import ResponseCheck, error_page, failure, html_text, is_pdf
from scraper.model.response import Answer, Failure, FailureKind, NotInCopy, Response
from scraper.model.site import Root, Site

# Onisep's file of today has 16 MB; the whole file is held in memory while it is fetched.
_LIMITS = HttpLimits(total=600.0, body=128_000_000)

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_STARTS = {b"PK\x03\x04": ".zip", b"<": ".xml", b"{": ".json", b"[": ".json"}
_BEGINNING = 8192
# An XML declaration and comments may stand before either.
_HTML = re.compile(
    rb"(?>\s+|<\?xml[^>]*>|<!--.*?-->)*+<(!doctype\s+html|html|head|title|meta|script|body|h1)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Files(Site):
    """The `addresses` of files: nothing else is asked for, and no other spelling of them."""

    roots: tuple[Root, ...] = ()
    successors: tuple[Root, ...] = ()
    addresses: tuple[str, ...] = ()

    def key(self, address: str) -> str:
        """Return the address itself: case, scheme and ending may matter to a server."""
        return address

    def candidates(
        self,
        spellings: Iterable[str],
        *,
        newest_first: bool = False,  # noqa: ARG002 - no other host has these files
    ) -> list[str]:
        """Return the given `spellings`: addresses of earlier runs are left out."""
        return [address for address in spellings if address in self.addresses]


def files_at(addresses: tuple[str, ...], others: tuple[Root, ...]) -> Files:
    """Allow the files at normalised `addresses`, and redirects to their hosts and `others`."""
    hosts = dict.fromkeys(urlsplit(address).netloc for address in addresses)
    return Files(others=(*map(Root, hosts), *others), addresses=tuple(map(masked, addresses)))


def for_files(settings: LiveSettings) -> LiveSettings:
    """Adapt `settings` to files: of any type, larger than pages, with more time."""
    return replace(settings, limits=_LIMITS, accept="*/*")


def _classify(answer: Answer) -> Answer:
    """Return `answer`, or the failure it amounts to: bad status, empty, an HTML page."""
    answer = _unless_page(answer)
    if isinstance(answer, Failure | NotInCopy) or answer.status == 304:
        return answer
    if suffix_of(answer, answer.url) is None:
        declared = answer.content_type or "no Content-Type"
        detail = f"neither XML, JSON, zip, CSV nor Markdown ({declared})"
        return failure(answer, FailureKind.WRONG_TYPE, detail)
    return answer


def _classify_document(answer: Answer) -> Answer:
    """Return `answer`, or the failure it amounts to; only a PDF is a document."""
    answer = _unless_page(answer)
    if isinstance(answer, Failure | NotInCopy) or answer.status == 304 or is_pdf(answer):
        return answer
    declared = answer.content_type or "no Content-Type"
    return failure(answer, FailureKind.WRONG_TYPE, f"no PDF ({declared})")


def _unless_page(answer: Answer) -> Answer:
    """Return `answer`, or the failure of a bad status, an empty body, an HTML page."""
    if isinstance(answer, Failure | NotInCopy) or answer.status == 304:
        return answer
    if answer.status != 200:
        return failure(answer, FailureKind.STATUS, f"status {answer.status}")
    if not answer.body.strip():
        return failure(answer, FailureKind.SOFT_ERROR, "empty: nothing in it")
    if _HTML.match(_beginning(answer)):
        reason = error_page(html_text(answer) or "")
        seen = reason.value if reason else "an HTML page in place of the file"
        return failure(answer, FailureKind.SOFT_ERROR, seen)
    return answer


FILES = ResponseCheck(_classify, lambda _: None, is_page=False)
DOCUMENTS = ResponseCheck(_classify_document, lambda _: None, is_page=False)


def suffix_of(response: Response, address: str) -> str | None:
    """Return the suffix for a file with that content (`.xml`); None if no reader takes it.

    Decided by the first bytes, not by `address` or type, which may be a script's. Markdown begins
    like any text, so there the address or the type decides.
    """
    beginning = _beginning(response)
    for start, suffix in _STARTS.items():
        if beginning.startswith(start):
            return suffix
    if urlsplit(address).path.lower().endswith(".md") or response.media_type == "text/markdown":
        return ".md"
    return ".csv" if b";" in beginning else None


def _beginning(response: Response) -> bytes:
    """Return the first bytes without byte order mark, white space, and the zeros of UTF-16."""
    start = response.body[:_BEGINNING]
    for mark in _MARKS:
        if start.startswith(mark):
            start = start[len(mark) :].replace(b"\0", b"")
    return start.lstrip()

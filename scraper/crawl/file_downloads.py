"""Files asked for by their address: just these, as they are given, and told by their first bytes.

They are fetched by the same crawl as pages, which asks a `Site` where to go and a `Kind` what an
answer is worth.
"""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from scraper.clients.http import HttpLimits
from scraper.clients.polite import LiveSettings
from scraper.crawl.response_check import Kind, error_page, failure, html_text
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
    addresses: tuple[str, ...] = ()

    def key(self, address: str) -> str:
        """The address itself: a server may well tell two by case, scheme or ending."""
        return address

    def candidates(self, spellings: Iterable[str]) -> list[str]:
        """Those of `spellings` that were given; an address of an earlier run is left in peace."""
        return [address for address in spellings if address in self.addresses]


def files_at(addresses: tuple[str, ...], others: tuple[Root, ...]) -> Files:
    """The files at normalised `addresses`; redirects may lead to their hosts and to `others`."""
    hosts = dict.fromkeys(urlsplit(address).netloc for address in addresses)
    return Files(others=(*map(Root, hosts), *others), addresses=addresses)


def for_files(settings: LiveSettings) -> LiveSettings:
    """`settings` for files: whatever their type, larger than pages, and so for longer."""
    return replace(settings, limits=_LIMITS, accept="*/*")


def _judged(answer: Answer) -> Answer:
    """`answer`, or the failure that it amounts to: a bad status, nothing in it, a page."""
    if isinstance(answer, Failure | NotInCopy) or answer.status == 304:
        return answer
    if answer.status != 200:
        return failure(answer, FailureKind.STATUS, f"status {answer.status}")
    if not answer.body.strip():
        return failure(answer, FailureKind.SOFT_ERROR, "empty: nothing in it")
    if _HTML.match(_beginning(answer)):
        reason = error_page(html_text(answer) or "")
        said = reason.value if reason else "an HTML page in place of the file"
        return failure(answer, FailureKind.SOFT_ERROR, said)
    if suffix_of(answer, answer.url) is None:
        declared = answer.content_type or "no Content-Type"
        detail = f"neither XML, JSON, zip, CSV nor Markdown ({declared})"
        return failure(answer, FailureKind.WRONG_TYPE, detail)
    return answer


FILES = Kind(_judged, lambda _: None, is_page=False)


def suffix_of(response: Response, address: str) -> str | None:
    """What the name of a file with that content ends in (`.xml`); None for one that we cannot read.

    The first bytes tell, and not the `address` or the type: those may well be a script's. Only
    Markdown begins like any text.
    """
    beginning = _beginning(response)
    for start, suffix in _STARTS.items():
        if beginning.startswith(start):
            return suffix
    if urlsplit(address).path.lower().endswith(".md") or response.media_type == "text/markdown":
        return ".md"
    return ".csv" if b";" in beginning else None


def _beginning(response: Response) -> bytes:
    """The first bytes without byte order mark and white space, of UTF-16 without its zeros."""
    start = response.body[:_BEGINNING]
    for mark in _MARKS:
        if start.startswith(mark):
            start = start[len(mark) :].replace(b"\0", b"")
    return start.lstrip()

"""What is fuzzed: functions of bytes that raise on a fault only, and inputs to begin with.

The first byte of an input says which of the target's readers gets the others, and how.
"""

import tempfile
import zipfile
from collections.abc import Callable, Container, Iterable
from contextlib import suppress
from functools import partial
from io import BytesIO
from math import isfinite
from pathlib import Path
from typing import NamedTuple

from parsers.formats.html_links import links
from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused, UnusableInput
from schema.lexicon import Lexicon
from scraper.archive.archive import Archive, DamagedRecord
from scraper.archive.journal import RecordPlace
from scraper.clients.robots import Robots
from scraper.clients.warc_captures import Captures
from scraper.crawl.response_check import classify, html_text
from scraper.crawl.sitemaps import sitemap_pages
from scraper.model.response import Answer, Response, Validators
from scraper.model.site import Site
from scraper.sources.metiers import read_occupations, read_rome
from scraper.sources.official_list import OfficialList
from scraper.sources.onisep import OnisepFile
from scraper.sources.onisep_markdown import MarkdownFiches
from scraper.sources.rncp import read_certifications
from scraper.sources.source_interface import Source
from scraper.state.frontier import State
from tests.parsers.mutations.parsing import URL, holds
from tests.scraper.clients.test_warc_captures import Capture, write
from tests.scraper.sources import test_metiers, test_rncp
from tests.support.fiches import json_file
from tests.support.raised_faults import raise_faults

raise_faults()

FIXTURES = Path(__file__).parents[1] / "fixtures"
_FOLDER = tempfile.TemporaryDirectory()
_HTML = (("Content-Type", "text/html"),)
_KINDS = (
    "text/html", None, "text/html; charset=utf-8", "text/html; charset=iso-8859-1",
    "text/html; charset=utf-16", "text/plain", "text/markdown", "application/pdf", "text/csv",
    "application/xml", ";",
)  # fmt: skip
Reads = Callable[[bytes], None]


class Target(NamedTuple):
    """`run` raises on a fault only; `seeds` are inputs to change."""

    run: Reads
    seeds: Callable[[], list[bytes]]


def _chosen(readers: tuple[Reads, ...], data: bytes) -> None:
    if data:
        readers[data[0] % len(readers)](data[1:])


def _file(name: str, content: bytes) -> Path:
    path = Path(_FOLDER.name) / name
    path.write_bytes(content)
    return path


def _contents(pattern: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted(FIXTURES.glob(pattern)) if path.is_file()]


def _seeds(*contents: Iterable[bytes]) -> list[bytes]:
    """Mark the inputs of each reader in turn with its number."""
    return [bytes([number]) + content for number, of in enumerate(contents) for content in of]


# -- reader -------------------------------------------------------------------------------------


def _page(kind: str | None, body: bytes) -> None:
    holds(Document(body, URL, kind, "x"))
    response = Response(URL, URL, 200, (("Content-Type", kind),) if kind else (), body)
    classify(response)
    text = html_text(response)
    with suppress(Refused):
        links(text or "", URL)


_PAGES = tuple(partial(_page, kind) for kind in _KINDS)


def _pages() -> list[bytes]:
    html = _contents("site/**/*.html") + _contents("life/*.html") + _contents("several/*.html")
    refused = _contents("refused/*")
    others: list[list[bytes]] = [[] for _ in _KINDS]
    others[_KINDS.index("text/markdown")] = _contents("founding/*.md")
    others[_KINDS.index("application/pdf")] = _contents("site/**/*.pdf")
    return _seeds(html + refused, *others[1:])


# -- robots.txt and sitemaps --------------------------------------------------------------------


class _Server:
    """A client whose every answer has one body."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def get(self, url: str, _: Validators | None = None, __: Container[str] = ()) -> Answer:
        return Response(url, url, 200, _HTML, self._body)


def _robots(body: bytes) -> None:
    robots = Robots(_Server(body).get, lambda _url, _answer, _rules: None)
    robots.check(URL)
    assert isfinite(robots.rules(URL).delay)
    sitemap_pages(_Server(b""), Site(), robots.rules(URL).parsed.sitemaps, lambda *_: None)


def _sitemap(body: bytes) -> None:
    site = Site()
    result = sitemap_pages(_Server(body), site, [URL], lambda *_: None)
    assert all(site.follows(address) for address in result)


_RULES = [
    b"User-agent: *\nDisallow: /x\nAllow: /x/y$\nCrawl-delay: 2.5\nSitemap: " + URL.encode(),
    b"\xef\xbb\xbfUser-agent: eduscol-referentials\nRequest-rate: 1/5m 0900-1700\nDisallow: /*?*",
    "User-agent: *\nDisallow: /é".encode("utf-16"),
    b"<!DOCTYPE html><html>",
]
_MAPS = [
    b"<?xml version='1.0'?><urlset><url><loc>" + URL.encode() + b"?a&amp;b</loc></url></urlset>",
    b"<sitemapindex><sitemap><loc><![CDATA[" + URL.encode() + b"]]></loc></sitemap></sitemapindex>",
    URL.encode() + b"\n" + URL.encode(),
]

# -- WARC files and journals --------------------------------------------------------------------


def _foreign_warc(content: bytes) -> None:
    with suppress(UnusableInput):
        Captures([_file("a.warc.gz", content)], Site()).get(URL)


def _archive(content: bytes) -> None:
    archive = Archive(Path(_FOLDER.name) / "archive")
    (archive.folder / "a.warc.gz").write_bytes(content)
    with suppress(DamagedRecord):
        archive.read(RecordPlace(file="a.warc.gz", offset=0, end=len(content)))


def _journal(content: bytes) -> None:
    archive = Archive(Path(_FOLDER.name) / "archive")
    (archive.journals / "r.ndjson").write_bytes(content)
    state = State(":memory:")
    for event, position in archive.events("r"):
        state.apply("r", event, position)
    list(state.pages())
    state.issues("r")
    state.close()
    archive.repair("r")


def _warcs() -> list[bytes]:
    captures = [
        Capture("2026-01-01T00:00:00Z", b"<html>a</html>", URL),
        Capture("2026-01-02T00:00:00Z", b"", URL, 301, (("Location", "b.html"),)),
        Capture("2026-01-03T00:00:00Z", b"", URL, kind="revisit"),
    ]
    files = [
        write(Path(_FOLDER.name) / "seed", *captures[:number], compressed=compressed).read_bytes()
        for number in (1, 2, 3)
        for compressed in (False, True)
    ]
    head = b'{"event":"start","at":"2026-01-01T00:00:00Z","source":"live","hosts":["h"]}\n'
    page = (
        b'{"event":"page","at":"2026-01-01T00:00:01Z","key":"a","outcome":"new","asked":["https://'
        b'h/a"],"reached":["a","https://h/a"],"status":200,"found":[["b","https://h/b"]],"place":'
        b'{"file":"r-00001.warc.gz","offset":0,"end":9}}\n'
    )
    found_line = b'{"event":"found","origin":"user","depth":0,"addresses":[["a","https://h/a"]]}\n'
    end = b'{"event":"stop","at":"2026-01-01T00:00:02Z","reason":"x","again":true}\n'
    return _seeds(files, files, [head + found_line + page + end, head + page])


# -- files of sources ---------------------------------------------------------------------------


def _documents(source: Source) -> None:
    with suppress(UnusableInput):
        for document in source.documents():
            if document.document is not None:
                with suppress(Refused):
                    read(document.document, Lexicon.packaged())


def _onisep(suffix: str, content: bytes) -> None:
    _documents(OnisepFile(_file(f"a{suffix}", content)))


def _packed(content: bytes) -> None:
    """Read a well-formed zip with one file of any content."""
    with zipfile.ZipFile(Path(_FOLDER.name) / "packed.zip", "w") as packed:
        packed.writestr("a.xml", content)
    _documents(OnisepFile(Path(_FOLDER.name) / "packed.zip"))


def _table(reader: Callable[[Path], object], content: bytes) -> None:
    with suppress(UnusableInput):
        reader(_file("a.csv", content))


def _export(member: str, content: bytes) -> None:
    """Read an export of the RNCP one of whose files has any content."""
    path = test_rncp.export(Path(_FOLDER.name), **{member: content.decode("utf-8", "replace")})
    with suppress(UnusableInput):
        read_certifications(path, ("RNCP1", "RNCP2"))


def _export_itself(content: bytes) -> None:
    with suppress(UnusableInput):
        read_certifications(_file("a.zip", content), ("RNCP1", "RNCP2"))


_MEMBERS = [name.split("_")[0] for name in test_rncp.FILES]
_SOURCES: tuple[Reads, ...] = (
    partial(_onisep, ".xml"),
    partial(_onisep, ".json"),
    partial(_onisep, ".zip"),
    _packed,
    lambda content: _documents(MarkdownFiches(_file("a.md", content))),
    lambda content: _documents(OfficialList(_file("a.csv", content))),
    partial(_table, read_occupations),
    partial(_table, read_rome),
    _export_itself,
    *(partial(_export, member) for member in _MEMBERS),
)


def _source_files() -> list[bytes]:
    fiches = _contents("fiches/*.xml")
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("a.xml", fiches[0])
    packaged = Path(__file__).parents[2] / "scraper" / "data" / "official_list_2025-06.csv"
    rows = b"".join(packaged.read_bytes().splitlines(keepends=True)[:20])
    trades = "\n".join((test_metiers.HEAD, test_metiers.row("boucher / bouchère", "MET.1"), ""))
    return _seeds(
        fiches,
        [json_file(fiches[0])],
        [packed.getvalue()],
        fiches[:1],
        _contents("founding/*.md"),
        [rows],
        [trades.encode()],
        [b"code_rome;libelle_rome\nD1101;Boucherie\n"],
        [test_rncp.export(Path(_FOLDER.name)).read_bytes()],
        *(["\n".join(lines).encode()] for lines in test_rncp.FILES.values()),
    )


TARGETS = {
    "reader": Target(partial(_chosen, _PAGES), _pages),
    "robots": Target(partial(_chosen, (_robots, _sitemap)), lambda: _seeds(_RULES, _MAPS)),
    "warc": Target(partial(_chosen, (_foreign_warc, _archive, _journal)), _warcs),
    "sources": Target(partial(_chosen, _SOURCES), _source_files),
}

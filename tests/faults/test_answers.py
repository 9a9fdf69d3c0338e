"""Every bad answer, as a table: what the outcome, the issue and the exit are."""

import gzip
import zlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from scraper.model.response import FailureKind, Outcome
from tests.faults.crawling import SETTINGS, crawl
from tests.faults.server import PAGE, Exchange, Handler, serving

LONG_AGO = "Mon, 02 Jan 2006 15:04:05 GMT"
NEW, FAILED, SOFT = Outcome.NEW, Outcome.FAILED, FailureKind.SOFT_ERROR
K = FailureKind


@dataclass(frozen=True)
class Row:
    """One weather. `issue`: the code that is reported; `later`: exit 75; `requests`: how many."""

    name: str
    play: Handler
    outcome: Outcome
    kind: FailureKind | None = None
    issue: str | None = None
    later: bool = False
    requests: int = 1


def html(title: str, rest: str = "") -> bytes:
    """A mock-up of a page."""
    return f"<html><title>{title}</title><body><h1>{title}</h1>{rest}</body></html>".encode()


def no_answer(x: Exchange) -> None:
    x.wait(5)


def reset_in_body(x: Exchange) -> None:
    x.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999\r\n\r\n<html>")
    x.reset()


def never_ending_chunk(x: Exchange) -> None:
    x.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n<html>")
    x.wait(5)


def byte_by_byte(x: Exchange) -> None:
    x.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n")
    while x.wait(0.05):
        x.raw(b"x")


def header_byte_by_byte(x: Exchange) -> None:
    x.raw(b"HTTP/1.1 200 OK\r\n")
    while x.wait(0.05):
        x.raw(b"x")


def stream_without_end(x: Exchange) -> None:
    x.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while x.wait(0):
        x.raw(b"<p>" * 20_000)


def bomb(x: Exchange) -> None:
    deflate = zlib.compressobj(9, zlib.DEFLATED, 31)
    # fifty times what is read; while more is compressed here, the client's time may run out
    body = deflate.compress(b"\0" * 10_000_000) + deflate.flush()
    x.answer(200, body, "Content-Encoding: gzip")


def later(x: Exchange, value: str) -> None:
    if x.number == 1:
        x.answer(429, b"", f"Retry-After: {value}")
    else:
        x.answer()


def in_a_second() -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=1), usegmt=True)


ROWS = [
    Row("a good page", lambda x: x.answer(), NEW),
    Row("reset in the middle of the body", reset_in_body, FAILED, K.TRUNCATED_BODY, requests=2),
    Row(
        "body shorter than Content-Length",
        lambda x: x.answer(200, PAGE, "Content-Length: 5000"),
        FAILED,
        K.TRUNCATED_BODY,
        requests=2,
    ),
    Row("chunk never finished", never_ending_chunk, FAILED, K.TIMEOUT, requests=2),
    Row("one byte after another", byte_by_byte, FAILED, K.TIMEOUT, requests=2),
    Row("a header byte by byte", header_byte_by_byte, FAILED, K.TIMEOUT, requests=2),
    Row("no answer", no_answer, FAILED, K.TIMEOUT, requests=2),
    Row("closed without an answer", lambda x: None, FAILED, K.CONNECT, requests=2),
    Row("not HTTP", lambda x: x.raw(b"220 ready\r\n\r\n"), FAILED, K.CONNECT, requests=2),
    Row("stream without end", stream_without_end, FAILED, K.TOO_LARGE),
    Row(
        "10 GB announced",
        lambda x: x.answer(200, PAGE, "Content-Length: 10000000000"),
        FAILED,
        K.TOO_LARGE,
    ),
    Row("gzip bomb", bomb, FAILED, K.TOO_LARGE),
    Row(
        "gzip",
        lambda x: x.answer(200, gzip.compress(PAGE), "Content-Encoding: gzip"),
        NEW,
    ),
    Row(
        "gzip that is none",
        lambda x: x.answer(200, PAGE, "Content-Encoding: gzip"),
        FAILED,
        K.WRONG_TYPE,
    ),
    Row(
        "gzip cut off",
        lambda x: x.answer(200, gzip.compress(PAGE)[:-12], "Content-Encoding: gzip"),
        FAILED,
        K.TRUNCATED_BODY,
        requests=2,
    ),
    Row(
        "an encoding that was not asked for",
        lambda x: x.answer(200, PAGE, "Content-Encoding: br"),
        FAILED,
        K.WRONG_TYPE,
    ),
    Row(
        "redirect to itself",
        lambda x: x.answer(301, b"", "Location: /page.html"),
        FAILED,
        K.REDIRECT_LOOP,
    ),
    Row(
        "redirect without Location",
        lambda x: x.answer(302, b""),
        FAILED,
        K.STATUS,
    ),
    Row("401", lambda x: x.answer(401, b"no"), FAILED, K.STATUS),
    Row("403", lambda x: x.answer(403, b"no"), FAILED, K.STATUS),
    Row("404", lambda x: x.answer(404, b"no"), FAILED, K.STATUS),
    Row("410", lambda x: x.answer(410, b"no"), FAILED, K.STATUS),
    Row("429 with seconds", lambda x: later(x, "1"), NEW, requests=2),
    Row("429 with a date", lambda x: later(x, in_a_second()), NEW, requests=2),
    Row("429 with a past date", lambda x: later(x, LONG_AGO), NEW, requests=2),
    Row("429 with nonsense", lambda x: later(x, "soon"), NEW, requests=2),
    Row("429 with a week", lambda x: later(x, "604800"), FAILED, K.STATUS, later=True),
    Row("408 then 200", lambda x: x.answer(408 if x.number == 1 else 200), NEW, requests=2),
    Row("500 then 200", lambda x: x.answer(500 if x.number == 1 else 200), NEW, requests=2),
    Row("503 for ever", lambda x: x.answer(503), FAILED, K.STATUS, requests=2),
    Row("418", lambda x: x.answer(418), FAILED, K.STATUS),
    Row(
        "200 with an error page",
        lambda x: x.answer(200, html("Page non trouvée")),
        FAILED,
        SOFT,
    ),
    Row(
        "200 with a challenge page",
        lambda x: x.answer(200, html("Page", "<script src='/cdn-cgi/challenge-platform/x'>")),
        FAILED,
        SOFT,
    ),
    Row(
        "200 with a login page",
        lambda x: x.answer(200, html("Espace", "<form><input type=password></form>")),
        FAILED,
        SOFT,
    ),
    Row(
        "200 with a maintenance page",
        lambda x: x.answer(200, html("Site en maintenance")),
        FAILED,
        SOFT,
    ),
    Row("empty 200", lambda x: x.answer(200, b""), FAILED, SOFT),
    Row("204", lambda x: x.answer(204, b""), FAILED, K.STATUS),
    Row(
        "HTML as text/plain",
        lambda x: x.answer(200, PAGE, "Content-Type: text/plain"),
        NEW,
        issue="wrong-content-type",
    ),
    Row(
        "HTML that is a PDF",
        lambda x: x.answer(200, b"%PDF-1.4 ...", "Content-Type: text/html"),
        NEW,
        issue="wrong-content-type",
    ),
    Row(
        "JSON as JSON",
        lambda x: x.answer(200, b'{"a": 1}', "Content-Type: application/json"),
        FAILED,
        K.WRONG_TYPE,
    ),
    Row(
        "an image as HTML",
        lambda x: x.answer(200, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        FAILED,
        K.WRONG_TYPE,
    ),
    Row(
        "charset lies",
        lambda x: x.answer(200, html("CAP pâtissier"), "Content-Type: text/html; charset=utf-16"),
        NEW,
    ),
    Row(
        "duplicate headers",
        lambda x: x.answer(200, PAGE, "Content-Type: text/html", "Content-Type: image/png",
                           'ETag: "a"', 'ETag: "b"', "Set-Cookie: a", "Set-Cookie: b"),
        NEW,
    ),
    Row(
        "two different lengths",
        lambda x: x.answer(200, PAGE, "Content-Length: 5", "Content-Length: 7"),
        FAILED,
        K.CONNECT,
        requests=2,
    ),
    Row("70 kB header line", lambda x: x.answer(200, PAGE, "X-Long: " + "x" * 70_000), NEW),
    Row(
        "endless header line",
        lambda x: x.answer(200, PAGE, "X-Long: " + "x" * 400_000),
        FAILED,
        K.CONNECT,
        requests=2,
    ),
    Row("304 without having been asked", lambda x: x.answer(304, b""), FAILED, K.STATUS),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_answer(row: Row, tmp_path: Path) -> None:
    with serving({"/page.html": row.play}) as server:
        crawled = crawl(tmp_path / "data", server)
    page = crawled.pages["/page.html"]
    assert (page.outcome, page.kind) == (row.outcome, row.kind), page.detail
    expected = row.issue or ("fetch-failed" if row.outcome is FAILED else None)
    assert [issue.issue.value for issue in page.issues] == ([expected] if expected else [])
    assert bool(crawled.report.later) is row.later
    assert server.asked.count("/page.html") == row.requests
    if row.outcome is NEW:
        assert page.content is not None
        assert page.content.body.startswith((b"<html", b"%PDF"))
    else:
        assert page.content is None
    assert {path.name for path in tmp_path.iterdir()} == {"data", "data-seeds.txt"}


@pytest.mark.parametrize("play", [never_ending_chunk, byte_by_byte, header_byte_by_byte, no_answer])
def test_an_answer_that_stalls_for_long_is_not_asked_for_again(
    play: Handler, tmp_path: Path
) -> None:
    at_once = replace(SETTINGS, retries=replace(SETTINGS.retries, stalled=0.0))
    with serving({"/page.html": play}) as server:
        pages = crawl(tmp_path / "data", server, settings=at_once).pages
    assert pages["/page.html"].kind is K.TIMEOUT
    assert server.asked.count("/page.html") == 1

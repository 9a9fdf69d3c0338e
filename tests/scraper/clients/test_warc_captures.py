"""WARC files made elsewhere (mock-ups, written for these tests) as a source of pages."""

import gzip
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from schema.errors import UnusableInput
from scraper.clients.warc_captures import Captures
from scraper.crawl.fetch import fetch
from scraper.crawl.fetch_options import FetchOptions
from scraper.model.response import Failure, FailureKind, NotInCopy, Outcome, Response
from scraper.model.site import Site
from scraper.state.archived_pages import archived_pages

URL = "https://eduscol.education.fr/referentiels-professionnels/"


@dataclass
class Capture:
    """One record to write."""

    date: str
    body: bytes = b""
    url: str = URL + "a.html"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html"),)
    kind: str = "response"
    extra: tuple[tuple[str, str], ...] = ()


def write(path: Path, *captures: Capture, compressed: bool = True) -> Path:
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=compressed, warc_version="1.0")
        for capture in captures:
            headers = StatusAndHeaders(
                f"{capture.status} X", list(capture.headers), protocol="HTTP/1.1"
            )
            record = writer.create_warc_record(
                capture.url,
                capture.kind,
                payload=BytesIO(capture.body) if capture.kind == "response" else None,
                length=len(capture.body),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": capture.date, **dict(capture.extra)},
            )
            writer.write_record(record)
    return path


def get(path: Path, url: str = URL + "a.html") -> object:
    return Captures([path], Site()).get(url)


def body(path: Path, url: str = URL + "a.html") -> bytes | None:
    answer = get(path, url)
    return answer.body if isinstance(answer, Response) else None


@pytest.mark.parametrize("compressed", [True, False])
def test_the_newest_with_status_200(tmp_path: Path, compressed: bool) -> None:
    path = write(
        tmp_path / "a.warc",
        Capture("2020-01-01T00:00:00Z", b"old"),
        Capture("2022-01-01T00:00:00Z", b"newest"),
        Capture("2021-01-01T00:00:00Z", b"middle"),
        Capture("2024-01-01T00:00:00Z", b"error", status=503),
        Capture("2023-01-01T00:00:00Z", status=301, headers=(("Location", "/elsewhere"),)),
        compressed=compressed,
    )
    answer = get(path)
    assert isinstance(answer, Response)
    assert (answer.body, answer.captured) == (b"newest", "2022-01-01T00:00:00Z")


def test_over_several_files(tmp_path: Path) -> None:
    files = [
        write(tmp_path / f"{year}.warc.gz", Capture(f"{year}-01-01T00:00:00Z", b"%d" % year))
        for year in (2021, 2023, 2022)
    ]
    answer = Captures(files, Site()).get(URL + "a.html")
    assert isinstance(answer, Response)
    assert answer.body == b"2023"


def test_case_host_and_scheme(tmp_path: Path) -> None:
    captured = URL.replace("https", "http") + "A.html"
    path = write(tmp_path / "a.warc", Capture("2020-01-01T00:00:00Z", b"x", captured))
    assert body(path) == b"x"


def test_bodies_are_decoded(tmp_path: Path) -> None:
    zipped = gzip.compress(b"<html>text")
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(zipped), zipped)
    coding = (("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked"))
    path = write(tmp_path / "a.warc", Capture("2020-01-01T00:00:00Z", chunked, headers=coding))
    assert body(path) == b"<html>text"


def test_a_redirect_is_followed_among_the_captures(tmp_path: Path) -> None:
    moved = (("Location", URL + "b.html"),)
    path = write(
        tmp_path / "a.warc",
        Capture("2020-01-01T00:00:00Z", status=302, headers=moved),
        Capture("2020-01-01T00:00:00Z", b"there", URL + "b.html"),
    )
    answer = get(path)
    assert isinstance(answer, Response)
    assert (answer.body, answer.final_url) == (b"there", URL + "b.html")


def test_redirects_in_a_circle_and_to_other_hosts(tmp_path: Path) -> None:
    here = (("Location", URL + "a.html"),)
    away = (("Location", "https://other.example/"),)
    path = write(
        tmp_path / "a.warc",
        Capture("2020-01-01T00:00:00Z", status=302, headers=here),
        Capture("2020-01-01T00:00:00Z", url=URL + "c.html", status=302, headers=away),
    )
    kinds = [get(path, URL + name) for name in ("a.html", "c.html")]
    assert [failure.kind for failure in kinds if isinstance(failure, Failure)] == [
        FailureKind.REDIRECT_LOOP,
        FailureKind.OFF_HOST_REDIRECT,
    ]


def test_a_revisit_counts_with_the_content_that_it_refers_to(tmp_path: Path) -> None:
    digest = "sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    same = (("WARC-Payload-Digest", digest),)
    path = write(
        tmp_path / "a.warc",
        Capture("2020-01-01T00:00:00Z", b"kept", extra=same),
        Capture("2021-01-01T00:00:00Z", b"for a while"),
        Capture("2022-01-01T00:00:00Z", kind="revisit", extra=same),
    )
    answer = get(path)
    assert isinstance(answer, Response)
    assert (answer.body, answer.captured) == (b"kept", "2022-01-01T00:00:00Z")


def test_a_capture_that_was_cut_off(tmp_path: Path) -> None:
    cut = (("WARC-Truncated", "length"),)
    path = write(tmp_path / "a.warc", Capture("2020-01-01T00:00:00Z", b"<html>", extra=cut))
    answer = get(path)
    assert isinstance(answer, Failure)
    assert answer.kind is FailureKind.TRUNCATED_BODY


def test_a_file_that_was_cut_off(tmp_path: Path) -> None:
    whole = write(
        tmp_path / "a.warc", Capture("2020-01-01T00:00:00Z", b"x" * 999), compressed=False
    )
    (tmp_path / "cut.warc").write_bytes(whole.read_bytes()[:-200])
    answer = get(tmp_path / "cut.warc")
    assert isinstance(answer, Failure)
    assert answer.kind is FailureKind.TRUNCATED_BODY


def test_an_address_without_a_capture(tmp_path: Path) -> None:
    path = write(tmp_path / "a.warc", Capture("2020-01-01T00:00:00Z", b"x"))
    assert isinstance(get(path, URL + "other.html"), NotInCopy)


def test_what_is_no_warc_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html>")
    (tmp_path / "empty.warc").write_bytes(b"")
    (tmp_path / "noise.warc.gz").write_bytes(gzip.compress(b"WARC/1.0\r\nWARC-Ty"))
    for name in ("absent.warc", "page.html", "empty.warc", "noise.warc.gz"):
        with pytest.raises(UnusableInput, match="not a readable WARC file"):
            Captures([tmp_path / name], Site())


def test_a_fetch_from_warc_files(tmp_path: Path) -> None:
    page = b"<html><title>CAP</title><a href='b.html'>x</a></html>"
    path = write(
        tmp_path / "a.warc.gz",
        Capture("2020-05-06T07:08:09Z", page, URL + "CAP_AEPE.html"),
        Capture("2021-01-01T00:00:00Z", page + b"b", URL + "b.html"),
        Capture("2021-01-01T00:00:00Z", b"no", URL + "CAP_CA.html", status=404),
    )
    options = FetchOptions(data=tmp_path / "data", warc=(path,))
    for expected in (Outcome.NEW, Outcome.SAME):
        report = fetch(options)
        assert report.later is None
        # 181 known pages and two start pages; a capture of a 404 is never evidence of removal.
        assert report.outcomes == {expected.value: 2, "failed": 1, "not-in-copy": 181}
        pages = {page.url: page for page in archived_pages(tmp_path / "data")}
        content = pages[URL + "CAP_AEPE.html"].content
        assert content is not None
        assert (content.captured, content.body) == ("2020-05-06T07:08:09Z", page)


def test_our_own_archive_is_a_source(tmp_path: Path) -> None:
    page = b"<html><title>CAP</title></html>"
    path = write(
        tmp_path / "a.warc.gz", Capture("2020-05-06T07:08:09Z", page, URL + "CAP_AEPE.html")
    )
    for _ in range(2):
        fetch(FetchOptions(data=tmp_path / "one", warc=(path,)))
    files = tuple(sorted((tmp_path / "one" / "archive").glob("*.warc.gz")))
    fetch(FetchOptions(data=tmp_path / "two", warc=files))
    (read,) = [p for p in archived_pages(tmp_path / "two") if p.outcome is Outcome.NEW]
    assert read.content is not None
    assert read.content.body == page


@pytest.mark.parametrize("compressed", [True, False])
def test_a_record_without_a_length_is_truncated(tmp_path: Path, compressed: bool) -> None:
    """Found by mutating a file: its body has no end that could be reached."""
    whole = tmp_path / "whole.warc"
    write(whole, Capture("2020-01-01T00:00:00Z", b"<html>CAP</html>"), compressed=False)
    lines = whole.read_bytes().split(b"\r\n")
    content = b"\r\n".join(line for line in lines if not line.startswith(b"Content-Length"))
    path = tmp_path / "without.warc"
    path.write_bytes(gzip.compress(content) if compressed else content)
    answer = get(path)
    assert isinstance(answer, Failure)
    assert answer.kind is FailureKind.TRUNCATED_BODY

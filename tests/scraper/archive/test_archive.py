"""The archive: standard readers accept it, and the state is made from it again."""

import base64
import gzip
import hashlib
import json
import sqlite3
import subprocess
import sys
import zlib
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from schema.errors import UnusableInput, UnusableTarget
from schema.issues import IssueCode
from scraper.archive.archive import Archive, DamagedRecord
from scraper.model.response import Outcome
from scraper.state.archived_pages import archived_pages
from scraper.state.frontier import State, open_state
from tests.faults.crawling import crawl
from tests.faults.server import PAGE, Exchange, serving


def etag(x: Exchange) -> None:
    if x.number == 2:
        x.answer(304, b"", 'ETag: "1"')
    else:
        x.answer(200, PAGE, 'ETag: "1"')


ROUTES = {
    "/page.html": lambda x: x.answer(301, b"", "Location: /there.html"),
    "/there.html": lambda x: x.answer(
        200, gzip.compress(PAGE), "Content-Encoding: gzip", "X-Name: é"
    ),
    "/etag.html": etag,
    "/lost.html": lambda x: x.answer(404, b"<html>lost</html>"),
}  # fmt: skip


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two runs: the second finds the same content, by 200 and by 304."""
    data = tmp_path_factory.mktemp("archive") / "data"
    with serving(ROUTES) as server:
        for _ in range(2):
            crawl(data, server, "/page.html", "/etag.html", "/lost.html", sample=0.0)
    return data


def warcs(data: Path) -> list[Path]:
    return sorted((data / "archive").glob("*.warc.gz"))


def test_one_file_and_one_journal_a_run(data: Path) -> None:
    names = sorted(str(p.relative_to(data)) for p in (data / "archive").rglob("*") if p.is_file())
    runs = [path.stem for path in (data / "archive" / "runs").iterdir()]
    (seeds,) = (data / "archive" / "files").iterdir()
    assert names == sorted(
        [f"archive/{run}-00001.warc.gz" for run in runs]
        + [f"archive/files/{seeds.name}"]
        + [f"archive/runs/{run}.ndjson" for run in runs]
    )
    assert len(runs) == 2


@pytest.mark.parametrize("verb", ["check", "index"])
def test_warcio_accepts_it(data: Path, verb: str) -> None:
    for path in warcs(data):
        done = subprocess.run(
            [sys.executable, "-m", "warcio.cli", verb, str(path)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_each_record_is_a_gzip_member_that_any_reader_reads(data: Path) -> None:
    """A reader that shares no code with the writer: gzip, header lines, lengths, digests."""
    kinds = []
    for path in warcs(data):
        with gzip.open(path) as stream:
            while line := stream.readline():
                assert line == b"WARC/1.1\r\n"
                header = iter(stream.readline, b"\r\n")
                fields = dict(entry.decode().rstrip("\r\n").split(": ", 1) for entry in header)
                block = stream.read(int(fields["Content-Length"]))
                assert stream.read(4) == b"\r\n\r\n"
                digest = base64.b32encode(hashlib.sha1(block).digest()).decode()
                assert fields["WARC-Block-Digest"] == f"sha1:{digest}"
                kinds.append(fields["WARC-Type"])
                if fields["WARC-Type"] == "response":
                    assert block.startswith(b"HTTP/1.1 ")
                    body = block.split(b"\r\n\r\n", 1)[1]
                    payload = base64.b32encode(hashlib.sha1(body).digest()).decode()
                    assert fields["WARC-Payload-Digest"] == f"sha1:{payload}"
    assert kinds.count("warcinfo") == 2
    assert kinds.count("revisit") == 2
    assert kinds.count("request") == kinds.count("response") + kinds.count("revisit")


def test_bodies_are_decoded_and_their_coding_is_told(data: Path) -> None:
    with warcs(data)[0].open("rb") as file:
        records = [
            (r.http_headers.headers, r.content_stream().read())
            for r in ArchiveIterator(file)
            if r.rec_type == "response"
            and r.rec_headers.get_header("WARC-Target-URI").endswith("/there.html")
        ]
    ((headers, body),) = records
    names = {name.lower(): value for name, value in headers}
    assert body == PAGE
    assert names["x-archive-orig-content-encoding"] == "gzip"
    assert names["content-length"] == str(len(PAGE))
    assert "content-encoding" not in names


def test_revisits_refer_to_the_first_record(data: Path) -> None:
    with warcs(data)[1].open("rb") as file:
        revisits = {
            r.rec_headers.get_header("WARC-Target-URI").rpartition("/")[2]: (
                r.rec_headers.get_header("WARC-Profile").rpartition("/")[2],
                r.rec_headers.get_header("WARC-Refers-To-Target-URI"),
                r.rec_headers.get_header("WARC-Payload-Digest"),
            )
            for r in ArchiveIterator(file)
            if r.rec_type == "revisit"
        }
    digest = "sha1:" + base64.b32encode(hashlib.sha1(PAGE).digest()).decode()
    assert revisits["there.html"][0] == "identical-payload-digest"
    assert revisits["etag.html"][0] == "server-not-modified"
    assert {revisit[2] for revisit in revisits.values()} == {digest}
    assert revisits["there.html"][1].endswith("/there.html")


def dump(path: Path) -> list[str]:
    with sqlite3.connect(path) as db:
        lines = list(db.iterdump())
    db.close()
    return lines


def test_the_state_is_made_from_the_archive_again(data: Path) -> None:
    before, pages = dump(data / "state.db"), list(archived_pages(data))
    for file in data.glob("state.db*"):
        file.unlink()
    assert list(archived_pages(data)) == pages
    assert dump(data / "state.db") == before


@pytest.mark.parametrize("damage", ["garbage", "ahead", "format"])
def test_a_state_that_cannot_be_used_is_made_again(data: Path, damage: str) -> None:
    pages = list(archived_pages(data))
    if damage == "garbage":
        (data / "state.db").write_bytes(b"no database" * 1000)
    else:
        with sqlite3.connect(data / "state.db") as db:
            if damage == "ahead":
                db.execute("UPDATE runs SET position = position + 1000000")
            else:
                db.execute("PRAGMA user_version = 99")
        db.close()
    assert list(archived_pages(data)) == pages


def test_a_state_that_cannot_be_made_again_is_named(data: Path, tmp_path: Path) -> None:
    (tmp_path / "state.db").mkdir()
    with pytest.raises(UnusableTarget, match=r"state\.db: cannot be written"):
        open_state(tmp_path / "state.db", Archive(data / "archive"))


def test_error_pages_are_kept(data: Path) -> None:
    lost = next(page for page in archived_pages(data) if page.url.endswith("/lost.html"))
    assert lost.outcome is Outcome.GONE
    assert lost.unread is not None
    assert lost.unread.body == b"<html>lost</html>"


def test_files_are_rolled_by_size(tmp_path: Path) -> None:
    paths = [f"/{n}.html" for n in range(6)]
    with serving(dict.fromkeys(paths, Exchange.answer)) as server:
        crawled = crawl(tmp_path / "data", server, *paths, file_size=1500)
    assert len(warcs(tmp_path / "data")) > 1
    assert all(page.content for page in crawled.pages.values())
    for path in warcs(tmp_path / "data"):
        with path.open("rb") as file:
            assert next(iter(ArchiveIterator(file))).rec_type == "warcinfo"


@pytest.mark.parametrize("part", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_damaged_record_is_said(data: Path, tmp_path: Path, part: float) -> None:
    archive = Archive(data / "archive")
    state = open_state(data / "state.db", archive)
    place = next(page.content.place for page in state.pages() if page.content)
    state.close()
    copy = Archive(tmp_path / "archive")
    body = bytearray((archive.folder / place.file).read_bytes())
    (copy.folder / place.file).write_bytes(body)
    length = len(gzip_member(bytes(body[place.offset : place.end])))
    assert copy.read(place) == archive.read(place)
    body[place.offset + int(length * part)] ^= 0xFF
    (copy.folder / place.file).write_bytes(body)
    with pytest.raises(UnusableInput, match="no whole record"):
        copy.read(place)


@pytest.mark.parametrize(
    ("text", "changed", "has_sum_of_changed"),
    [
        (b"WARC-Target-URI: http://127", b"WARC-Target-URI: http://126", False),
        (b"Texte", b"Tdxte", True),
    ],
    ids=["the head of a record, by the sum of its gzip member", "its body, by its digest"],
)
def test_each_sum_of_a_record_finds_what_the_other_one_does_not(
    text: bytes, changed: bytes, has_sum_of_changed: bool, data: Path, tmp_path: Path
) -> None:
    archive, copy = Archive(data / "archive"), Archive(tmp_path / "archive")
    with closing(open_state(data / "state.db", archive)) as state:
        place = next(page.content.place for page in state.pages() if page.content)
    whole = gzip_member((archive.folder / place.file).read_bytes()[place.offset :])
    flipped = bytearray(gzip.compress(gzip.decompress(whole).replace(text, changed, 1)))
    assert gzip.decompress(flipped) != gzip.decompress(whole)
    if not has_sum_of_changed:
        flipped[-8:-4] = whole[-8:-4]
    (copy.folder / place.file).write_bytes(flipped)
    place_of_copy = place.model_copy(update={"offset": 0, "end": len(flipped)})
    with pytest.raises(DamagedRecord):
        copy.read(place_of_copy)
    # with the sum that the journal holds, and as in a journal of before it held any
    assert place.crc32 is not None
    for without in ({}, {"crc32": None}):
        assert archive.is_whole(place.model_copy(update=without))
        assert not copy.is_whole(place_of_copy.model_copy(update=without))


def gzip_member(data: bytes) -> bytes:
    """The first gzip member of `data`."""
    member = zlib.decompressobj(31)
    member.decompress(data)
    return data[: len(data) - len(member.unused_data)]


def test_a_damaged_line_of_a_journal_is_an_issue_and_the_rest_is_read(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    good = '{"event":"found","origin":"user","depth":0,"addresses":[["a","https://h/a"]]}\n'
    (archive.journals / "r.ndjson").write_text('{"event":"start"}\n' + good)
    with closing(open_state(tmp_path / "state.db", archive)) as state:
        assert [page.key for page in state.pages()] == ["a"]
        (damage,) = state.damage()
    assert damage.issue is IssueCode.ARCHIVE_DAMAGED
    assert damage.value == "archive/runs/r.ndjson"


def test_a_journal_line_that_was_cut_off_did_not_happen(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    line = {"event": "start", "at": "2026-01-01T00:00:00Z", "source": "live", "hosts": ["h"]}
    text = json.dumps(line) + "\n" + '{"event":"fou'
    (archive.journals / "r.ndjson").write_text(text)
    assert len(list(archive.events("r"))) == 1
    archive.repair("r")
    assert archive.size("r") == len(json.dumps(line)) + 1


def test_after_a_power_cut_what_never_reached_the_archive_did_not_happen(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    (archive.folder / "r-00001.warc.gz").write_bytes(b"x" * 150)
    begun = {"event": "start", "at": "2026-01-01T00:00:00Z", "source": "live", "hosts": ["h"]}
    pages = [
        {"event": "page", "at": "2026-01-01T00:00:01Z", "key": key, "outcome": "new",
         "asked": [f"https://h/{key}"],
         "place": {"file": "r-00001.warc.gz", "offset": end - 100, "end": end}}
        for key, end in (("a", 100), ("b", 200))
    ]  # fmt: skip
    lines = [json.dumps(line) + "\n" for line in (begun, *pages)]
    (archive.journals / "r.ndjson").write_text("".join(lines))
    archive.repair("r")
    assert archive.size("r") == len("".join(lines[:2]))
    assert (archive.folder / "r-00001.warc.gz").stat().st_size == 100


def test_runs_are_in_order_whatever_the_clock_says(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    now = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    runs = []
    for year in (2026, 2026, 2025, 2027):
        runs.append(archive.next_run(now.replace(year=year)))
        (archive.journals / f"{runs[-1]}.ndjson").touch()
    assert runs == archive.runs()
    assert runs[:3] == ["20260102T030405Z", "20260102T030405Z-001", "20260102T030405Z-002"]


def test_the_files_of_a_run_are_its_own(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    for name in ("R-00001", "R-00002", "R-001-00001"):
        (archive.folder / f"{name}.warc.gz").touch()
    assert [path.name[:-8] for path in archive.warcs("R")] == ["R-00001", "R-00002"]
    assert [path.name[:-8] for path in archive.warcs("R-001")] == ["R-001-00001"]


def test_a_state_in_memory_needs_no_file() -> None:
    state = State(":memory:")
    assert state.counts() == (0, 0)
    assert state.open_run() is None
    state.close()

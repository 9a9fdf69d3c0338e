"""Damage of the data folder: what cannot be read is fetched again, and the rest is published."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from scraper.archive.archive import Archive
from scraper.model.response import Outcome
from scraper.state.archived_pages import archived_pages
from tests.faults.crawling import Crawled, crawl
from tests.faults.server import PAGE, Exchange, FaultServer, serving
from tests.support.command import invoke
from tests.support.line_files import rows_of, text_of

PATHS = [f"/{number}.html" for number in range(6)]


def numbered(x: Exchange) -> None:
    """A page of its own for each path, with an ETag that says for ever that it is unchanged."""
    if "if-none-match" in x.headers:
        x.answer(304, b"")
    else:
        x.answer(200, body(x.path), f'ETag: "{x.path}"')


def body(path: str) -> bytes:
    return PAGE.replace(b"Texte", f"Texte de la page {path}".encode())


def bodies(crawled: Crawled) -> dict[str, bytes | None]:
    return {
        path: page.content.body if page.content else None for path, page in crawled.pages.items()
    }


def eduscol(*arguments: object) -> tuple[int, str]:
    done = invoke(*arguments)
    return done.exit_code, done.output


WHOLE = {path: body(path) for path in PATHS}


def flip(path: Path, share: float) -> None:
    """Flip a bit of the file."""
    content = bytearray(path.read_bytes())
    content[int(len(content) * share)] ^= 0x10
    path.write_bytes(content)


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with serving(dict.fromkeys(PATHS, numbered)) as server:
        yield server


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9])
def test_a_flipped_bit_in_a_warc_is_healed_by_the_next_run(
    share: float, server: FaultServer, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    crawl(data, server, *PATHS)
    crawl(data, server, *PATHS)
    first = Archive(data / "archive").runs()[0]
    flip(data / "archive" / f"{first}-00001.warc.gz", share)
    damaged = [page for page in archived_pages(data) if page.damaged]
    assert len(damaged) <= 1  # a record concerns no other
    for page in damaged:
        assert "archive-damaged" in [issue.issue.value for issue in page.issues]
    healed = crawl(data, server, *PATHS)
    assert bodies(healed) == WHOLE
    assert not [page for page in healed.pages.values() if page.damaged]


def test_a_lost_warc_is_healed_by_the_next_run(server: FaultServer, tmp_path: Path) -> None:
    data = tmp_path / "data"
    for _ in range(2):
        crawl(data, server, *PATHS)
    first = Archive(data / "archive").runs()[0]
    (data / "archive" / f"{first}-00001.warc.gz").unlink()
    assert all(page.damaged for page in archived_pages(data))
    assert bodies(crawl(data, server, *PATHS)) == WHOLE


def test_a_lost_warc_of_the_last_run_is_healed_too(server: FaultServer, tmp_path: Path) -> None:
    data = tmp_path / "data"
    crawl(data, server, *PATHS)
    for path in (data / "archive").glob("*.warc.gz"):
        path.unlink()
    assert bodies(crawl(data, server, *PATHS)) == WHOLE


def test_a_lost_journal_is_healed_by_the_next_run(server: FaultServer, tmp_path: Path) -> None:
    data = tmp_path / "data"
    for _ in range(2):
        crawl(data, server, *PATHS)
    archive = Archive(data / "archive")
    (archive.journals / f"{archive.runs()[0]}.ndjson").unlink()
    list(archived_pages(data))  # reading does not stop
    assert bodies(crawl(data, server, *PATHS)) == WHOLE


@pytest.mark.parametrize("share", [0.01, 0.2, 0.4, 0.6, 0.8, 0.99])
def test_a_flipped_bit_in_a_journal_is_an_issue_and_healed(
    share: float, server: FaultServer, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    for _ in range(2):
        crawl(data, server, *PATHS)
    archive = Archive(data / "archive")
    path = archive.journals / f"{archive.runs()[0]}.ndjson"
    lines = path.read_bytes().splitlines(keepends=True)
    number = int(len(lines) * share)
    lines[number] = b"\xff" + lines[number][1:]
    path.write_bytes(b"".join(lines))
    for cache in data.glob("state.db*"):
        cache.unlink()
    list(archived_pages(data))  # reading does not stop
    assert bodies(crawl(data, server, *PATHS)) == WHOLE


def test_what_cannot_be_fetched_again_keeps_an_issue(server: FaultServer, tmp_path: Path) -> None:
    data = tmp_path / "data"
    crawl(data, server, *PATHS)
    first = Archive(data / "archive").runs()[0]
    crawl(data, server, *PATHS)
    (data / "archive" / f"{first}-00001.warc.gz").unlink()
    server.routes["/0.html"] = lambda x: x.answer(500)
    page = crawl(data, server, *PATHS).pages["/0.html"]
    assert page.outcome is Outcome.FAILED
    assert page.damaged
    assert {"fetch-failed", "archive-damaged"} == {issue.issue.value for issue in page.issues}


def test_what_cannot_be_fetched_again_keeps_its_last_record_and_evidence(
    server: FaultServer, tmp_path: Path
) -> None:
    data, seeds = tmp_path / "data", tmp_path / "seeds.txt"
    seeds.write_text("\n".join(server.url(path) for path in PATHS))
    call = ["run", "--data", data, "--seeds", seeds, "--allow-host", server.host, "--rate", 0,
            "--contact", "you@example.org", "--only", "eduscol", "--no-site",
            "--no-xlsx"]  # fmt: skip
    assert eduscol(*call)[0] == 0
    names = ("referentials", "evidence")
    before = [text_of(data / "published" / "latest", name) for name in names]
    (warc,) = (data / "archive").glob("*.warc.gz")
    warc.unlink()
    server.routes.update(dict.fromkeys(PATHS[:3], lambda x: x.answer(404, b"no")))
    code, output = eduscol(*call)
    assert code == 0, output
    folder = data / "published" / "latest"
    assert [text_of(folder, name) for name in names] == before
    pages = rows_of(folder, "pages")
    reasons = {page["url"].rpartition("/")[2]: page["reason"] for page in pages}
    assert {reasons[path[1:]] for path in PATHS[:3]} == {"archive-damaged"}
    assert {reasons[path[1:]] for path in PATHS[3:]} == {None}
    assert "archive-damaged" in text_of(folder, "issues")
    assert "the next live run replaces it" in text_of(folder, "issues")
    assert "archive-damaged" in output  # the summary counts it
    assert eduscol("replay", "--data", data)[0] == 0


@pytest.mark.parametrize("share", [number / 10 for number in range(10)])
def test_damage_inside_the_state_rebuilds_it(
    share: float, server: FaultServer, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    crawl(data, server, *PATHS)
    flip(data / "state.db", share)
    assert bodies(crawl(data, server, *PATHS)) == WHOLE


def test_a_state_that_was_not_closed_in_order_and_is_damaged_is_rebuilt(
    server: FaultServer, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    crawl(data, server, *PATHS)
    (data / "state.db.sum").unlink()
    (data / "state.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    assert bodies(crawl(data, server, *PATHS)) == WHOLE

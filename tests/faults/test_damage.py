"""Damage of the data folder: what cannot be read is fetched again, and the rest is published."""

from collections.abc import Callable, Iterator
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


def run_of(server: FaultServer, folder: Path) -> list[object]:
    """Return the call of a run of all pages of the server into `folder/data`."""
    seeds = folder / "seeds.txt"
    seeds.write_text("\n".join(map(server.url, PATHS)))
    return ["run", "--data", folder / "data", "--seeds", seeds, "--allow-host", server.host,
            "--rate", 0, "--contact", "you@example.org", "--only", "eduscol", "--no-site",
            "--no-xlsx"]  # fmt: skip


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
    data, call = tmp_path / "data", run_of(server, tmp_path)
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


def overwritten(path: Path) -> None:
    """Make lines of the journal unreadable: of its start, and of half of the pages."""
    lines = path.read_bytes().splitlines(keepends=True)
    lines = [b"{{{\n" if number in (0, 3, 4, 5) else line for number, line in enumerate(lines)]
    path.write_bytes(b"".join(lines))


def cut(path: Path) -> None:
    """Cut the journal behind some of the pages, as an unfinished copy does."""
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:5]))


def lose(path: Path) -> None:
    """Replace the journal by that of a run of one page: all others were never heard of."""
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], lines[-1]]))


@pytest.mark.parametrize("damage", [overwritten, cut, lose])
def test_pages_whose_journal_cannot_be_read_keep_their_last_records(
    damage: Callable[[Path], None], server: FaultServer, tmp_path: Path
) -> None:
    data, call = tmp_path / "data", run_of(server, tmp_path)
    assert eduscol(*call)[0] == 0
    folder = data / "published" / "latest"
    before = [text_of(folder, name) for name in ("referentials", "evidence")]
    (journal,) = (data / "archive" / "runs").iterdir()
    damage(journal)
    code, output = eduscol("publish", "--data", data, "--only", "eduscol")
    assert code == 0, output
    assert "archive-damaged" in output
    assert [text_of(folder, name) for name in ("referentials", "evidence")] == before
    assert "archive-damaged" in text_of(folder, "issues")
    assert (
        "archive-damaged: pages that the archive has lost" in eduscol("status", "--data", data)[1]
    )
    assert eduscol("replay", "--data", data)[0] == 0
    # The next runs read the pages again; those that the site lacks leave as always.
    server.routes.pop(PATHS[5])
    for records in (len(PATHS), len(PATHS) - 1):
        code, output = eduscol(*call, "--full", "--accept", "records-gone")
        assert code == 0, output
        assert len(rows_of(folder, "referentials")) == records
    assert "archive-damaged: pages" not in eduscol("status", "--data", data)[1]


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

"""Killed, stopped, crowded out, out of disk: the crawl ends as if nothing had happened."""

import gzip
import multiprocessing
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from schema.errors import UnusableTarget
from scraper.archive.archive import Archive
from scraper.archive.journal import PageRequested
from scraper.archive.lock import locked
from scraper.state.archived_pages import archived_pages
from tests.faults.killed_process import crawl
from tests.faults.server import Exchange, FaultServer, serving
from tests.support.command import invoke
from tests.support.effort import SOAK

# Crawls are forked from a process that has imported the crawler.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload([crawl.__module__])
PAGES = 200 if SOAK else 60
KILLS = 100 if SOAK else 2


def body(number: int) -> bytes:
    """A mock-up of a page, a little different in size and compressible only in part."""
    noise = random.Random(number).randbytes(1000 + number * 7).hex()
    links = f'<a href="/{(number * 7 + 1) % PAGES}.html">x</a>'
    return (
        f"<html><title>CAP boulanger {number} (page fictive)</title>"
        f"<h1>CAP boulanger {number}</h1>{links}<p>Code scolarité : 50022137</p>"
        f"<p>Durée : 2 ans</p><h2>Description</h2><p>{noise}</p></html>"
    ).encode()


BODIES = [body(number) for number in range(PAGES)]


class Victims:
    """Starts crawls of the server's pages and strikes when it is told to."""

    def __init__(self, server: FaultServer, folder: Path) -> None:
        self.server, self.folder = server, folder
        self.seeds = folder / "seeds.txt"
        # Half of the pages are found by links only.
        self.seeds.write_text("\n".join(server.url(f"/{n}.html") for n in range(0, PAGES, 2)))
        self.process: ForkServerProcess | None = None
        self.strike: tuple[int, float, int] | None = None
        self.served = 0
        self.output: dict[str, bytes] = {}

    def answer(self, x: Exchange) -> None:
        """Answer a page; at the chosen one, strike a little later."""
        self.served += 1
        number = int(x.path[1:-5])
        if self.strike and self.served == self.strike[0]:
            _, delay, what = self.strike
            if delay < 0:
                self.send(what)
                time.sleep(-delay)
            x.answer(200, BODIES[number])
            time.sleep(max(delay, 0))
            if delay >= 0:
                self.send(what)
            return
        x.answer(200, BODIES[number])

    def run(self, data: Path, limit: int | None = None) -> tuple[int | None, str]:
        """A crawl from start to end; exit code and what it said."""
        self.served = 0
        errors = self.folder / "errors.txt"
        self.process = PROCESSES.Process(target=crawl, args=(data, self.seeds, errors, limit))
        self.process.start()
        self.process.join(120)
        return self.process.exitcode, errors.read_text("utf-8")

    def send(self, what: int) -> None:
        """Send a signal to the crawl."""
        while not (self.process and self.process.pid):  # it is just being started
            time.sleep(0.001)
        os.kill(self.process.pid, what)


@pytest.fixture(scope="module")
def victims(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Victims]:
    with serving({}) as server:
        victims = Victims(server, tmp_path_factory.mktemp("victims"))
        server.routes.update(dict.fromkeys((f"/{n}.html" for n in range(PAGES)), victims.answer))
        yield victims


def result(data: Path) -> list[tuple[object, ...]]:
    """What a reader of the archive gets, clocks apart."""
    return [
        (p.key, p.url, p.aliases, p.origin, p.outcome, p.sha256, p.content and p.content.body)
        for p in archived_pages(data)
    ]


def published(data: Path) -> dict[str, bytes]:
    """The files of the version that `eduscol publish` makes of the archive."""
    done = invoke("publish", "--data", data, "--only", "eduscol", "--no-site", "--no-xlsx")
    assert done.exit_code == 0, done.output
    (version,) = [p for p in (data / "published").iterdir() if p.is_dir() and not p.is_symlink()]
    return {
        f"{version.name}/{path.relative_to(version)}": path.read_bytes()
        for path in sorted(version.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def undisturbed(victims: Victims) -> list[tuple[object, ...]]:
    victims.strike = None
    assert victims.run(victims.folder / "undisturbed") == (0, "")
    pages = result(victims.folder / "undisturbed")
    in_order = sorted(pages, key=lambda page: int(str(page[0]).rpartition("/")[2]))
    assert [page[6] for page in in_order] == BODIES
    victims.output = published(victims.folder / "undisturbed")
    (records,) = [
        text for name, text in victims.output.items() if name.endswith("/referentials.ndjson.gz")
    ]
    assert len(gzip.decompress(records).splitlines()) == PAGES
    return pages


def archived_bodies(data: Path) -> Counter[str]:
    """How many responses there are for each page in the WARC files, read to their ends."""
    count: Counter[str] = Counter()
    for path in sorted((data / "archive").glob("*.warc.gz")):
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests="raise"):
                record.content_stream().read()
                if record.rec_type == "response":
                    count[record.rec_headers.get_header("WARC-Target-URI")] += 1
    return count


def assert_whole(data: Path, victims: Victims, undisturbed: list[tuple[object, ...]]) -> None:
    """State and archive are intact, every page is there once, the output is the same bytes."""
    assert result(data) == undisturbed
    bodies = archived_bodies(data)
    assert {url: n for url, n in bodies.items() if url.endswith(".html")} == {
        victims.server.url(f"/{n}.html"): 1 for n in range(PAGES)
    }
    archive = Archive(data / "archive")
    (run,) = archive.runs()
    told = [e.key for e, _ in archive.events(run) if isinstance(e, PageRequested)]
    assert len(told) == len(set(told)) == PAGES
    before = result(data)
    for file in data.glob("state.db*"):
        file.unlink()
    assert result(data) == before
    assert published(data) == victims.output


@pytest.mark.parametrize("number", range(KILLS))
def test_killed_and_restarted(
    number: int, victims: Victims, undisturbed: list[tuple[object, ...]], tmp_path: Path
) -> None:
    chance = random.Random(number)
    data = tmp_path / "data"
    for _ in range(chance.randint(1, 2)):
        delay = chance.choice([-0.01, 0.0, chance.random() * 0.01])
        victims.strike = (chance.randint(1, PAGES // 2), delay, signal.SIGKILL)
        assert victims.run(data)[0] == -signal.SIGKILL
    victims.strike = None
    assert victims.run(data) == (0, "")
    assert_whole(data, victims, undisturbed)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_crawl_after_the_page_in_hand(
    number: signal.Signals,
    victims: Victims,
    undisturbed: list[tuple[object, ...]],
    tmp_path: Path,
) -> None:
    data = tmp_path / "data"
    victims.strike = (20, -0.1, number)
    code, output = victims.run(data)
    assert code == 75
    assert f"stopped by {number.name}; {PAGES // 2} pages wait" in output
    assert victims.served == 20  # the page in hand, and none after it
    victims.strike = None
    assert victims.run(data) == (0, "")
    assert_whole(data, victims, undisturbed)


def test_one_run_at_a_time(victims: Victims, tmp_path: Path) -> None:
    victims.strike = None
    with locked(tmp_path / "data"):
        code, output = victims.run(tmp_path / "data")
    assert code == 75
    assert f"another run is at work (process {os.getpid()}, since 20" in output
    assert victims.served == 0


def test_the_disk_is_full(
    victims: Victims, undisturbed: list[tuple[object, ...]], tmp_path: Path
) -> None:
    victims.strike = None
    data = tmp_path / "data"
    code, output = victims.run(data, limit=125_000)
    assert code == 2
    assert "cannot be " in output
    assert "make room and run again" in output
    kept = [page for page in archived_pages(data) if page.content]
    assert 0 < len(kept) < PAGES
    assert victims.run(data) == (0, "")
    assert_whole(data, victims, undisturbed)


def test_a_target_that_cannot_be_made_is_said(victims: Victims, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code, output = victims.run(tmp_path / "file" / "data")
    assert code == 2
    assert "cannot be used" in output


def test_a_lock_that_cannot_name_its_holder_is_given_back(tmp_path: Path) -> None:
    """As on a full disk, where the name of the holder finds no room."""
    (tmp_path / "lock.json").mkdir()
    with pytest.raises(UnusableTarget, match="make room"), locked(tmp_path):
        pass
    (tmp_path / "lock.json").rmdir()
    with locked(tmp_path):
        assert (tmp_path / "lock.json").is_file()

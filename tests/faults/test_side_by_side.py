"""Reading the archive while another process fetches: the last complete state, without waiting."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.server import PAGE, Exchange, FaultServer, serving
from tests.support.command import invoke


@contextmanager
def fetching(server: FaultServer, data: Path) -> Iterator[None]:
    """A fetch in a process of its own that waits for the second page."""
    seeds = data.parent / "seeds.txt"
    seeds.write_text("\n".join(server.url(path) for path in ("/a.html", "/b.html")))
    command = [sys.executable, "-m", "tests.faults.killed_process", str(data), str(seeds)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    asked = len(server.asked)
    try:
        while "/b.html" not in server.asked[asked:]:
            assert process.poll() is None
            time.sleep(0.01)
        yield
    finally:
        process.kill()
        process.wait()


# The pages alone: other sources and forms of the data are no matter here.
PAGES = ("--only", "eduscol", "--no-site", "--no-xlsx")


def eduscol(*arguments: object) -> tuple[int, str]:
    done = invoke(*arguments)
    return done.exit_code, done.output


@pytest.fixture
def server() -> Iterator[FaultServer]:
    def slow(x: Exchange) -> None:
        if x.number == 1:
            x.answer(200, PAGE.replace(b"50022137", b"50022139"))
        else:
            x.wait(60)

    def changing(x: Exchange) -> None:
        x.answer(200, PAGE if x.number == 1 else PAGE.replace(b"Texte", b"Un autre texte"))

    with serving({"/a.html": changing, "/b.html": slow}) as server:
        yield server


def test_publish_beside_a_fetch_publishes_the_last_complete_state(
    server: FaultServer, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    seeds = tmp_path / "first.txt"
    seeds.write_text("\n".join(server.url(path) for path in ("/a.html", "/b.html")))
    code, output = eduscol(
        "run", "--data", data, "--seeds", seeds, "--allow-host", server.host, "--rate", 0,
        "--contact", "you@example.org", *PAGES,
    )  # fmt: skip
    assert code == 0, output
    version = (data / "published" / "latest").readlink().name
    with fetching(server, data):
        code, output = eduscol("publish", "--data", data, *PAGES)
        assert code == 0, output
        # What the fetch at work has read does not show, and the version can be made again.
        assert (data / "published" / "latest").readlink().name == version
        code, output = eduscol("replay", "--data", data)
        assert code == 0, output


def test_a_call_whose_lock_was_removed_leaves_the_archive_to_the_next_one(
    server: FaultServer, tmp_path: Path
) -> None:
    data, waiting, go_on = tmp_path / "data", threading.Event(), threading.Event()
    text = iter(range(1000))

    def changing(x: Exchange) -> None:
        x.answer(200, PAGE.replace(b"Texte", f"Texte {next(text)}".encode()))

    def slow(x: Exchange) -> None:
        if x.number == 1:
            waiting.set()
            go_on.wait(60)
        changing(x)

    server.routes.update({"/a.html": changing, "/b.html": slow, "/c.html": changing})
    seeds = tmp_path / "three.txt"
    seeds.write_text("\n".join(server.url(path) for path in ("/a.html", "/b.html", "/c.html")))
    call = [
        "run", "--data", data, "--seeds", seeds, "--allow-host", server.host, "--rate", 0,
        "--contact", "you@example.org", *PAGES,
    ]  # fmt: skip
    program = [sys.executable, "-c", "from scraper.cli.main import main; main()"]
    first = subprocess.Popen(
        [*program, *map(str, call)], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )
    try:
        assert waiting.wait(60)
        (data / "lock").unlink()
        code, output = eduscol(*call)
        assert code == 0, output
    finally:
        go_on.set()
        _, errors = first.communicate(timeout=60)
    assert first.returncode == 75
    assert "lock: was removed while this call was at work" in errors
    assert len(list((data / "published").glob("0*")) + list((data / "published").glob("2*"))) == 1
    code, output = eduscol("replay", "--data", data)
    assert code == 0, output


def test_publish_beside_the_first_fetch_says_to_wait(server: FaultServer, tmp_path: Path) -> None:
    def waits(x: Exchange) -> None:
        x.wait(60)

    server.routes["/b.html"] = waits
    with fetching(server, tmp_path / "data"):
        code, output = eduscol("publish", "--data", tmp_path / "data")
    assert code == 75
    assert "the first run is at work" in output
    assert not (tmp_path / "data" / "published" / "latest").exists()

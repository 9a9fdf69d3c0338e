"""run --dry-run: what would be asked and written, and nothing is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scraper.cli.main import cli
from tests.faults.server import FaultServer, serving

PAGES = 4


@pytest.fixture
def server() -> Iterator[FaultServer]:
    page = b"<html><title>CAP boulanger</title><h1>CAP boulanger</h1><p>Code : 50022133</p></html>"
    with serving({f"/{n}.html": lambda x: x.answer(200, page) for n in range(PAGES)}) as server:
        yield server


@pytest.fixture
def live(server: FaultServer, tmp_path: Path) -> list[str]:
    seeds = tmp_path / "seeds.txt"
    seeds.write_text("".join(server.url(f"/{n}.html\n") for n in range(PAGES)))
    return ["--data", str(tmp_path / "data"), "--seeds", str(seeds), "--allow-host", server.host,
            "--contact", "you@example.org"]  # fmt: skip


def eduscol(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_first_run(server: FaultServer, live: list[str], tmp_path: Path) -> None:
    done = eduscol("run", *live, "--dry-run")
    assert done.exit_code == 0, done.output
    assert f"asks       4 of 4 pages: 4 on {server.host}" in done.stdout
    assert "a first version" in done.stdout
    assert server.asked == []
    assert not (tmp_path / "data").exists()


def test_a_run_that_goes_on(server: FaultServer, live: list[str], tmp_path: Path) -> None:
    assert eduscol("fetch", *live, "--rate", "0", "--max-pages", "1").exit_code == 75
    before, asked = tree(tmp_path / "data"), len(server.asked)
    done = eduscol("run", *live, "--dry-run")
    assert "goes on    run " in done.stdout
    assert "asks       3 of 3 pages" in done.stdout
    assert (tree(tmp_path / "data"), len(server.asked)) == (before, asked)


def test_options_are_judged(live: list[str]) -> None:
    assert eduscol("run", *live, "--dry-run", "--contact", "nobody").exit_code == 2
    assert eduscol("run", *live, "--dry-run", "--seeds", "no/such/file").exit_code == 2

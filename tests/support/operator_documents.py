"""The documents that calls leave for operators in a data folder."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from scraper.cli.main import cli
from scraper.operations.status import status_of
from tests.faults.server import Exchange, serving

PAGE = (
    "<html><title>CAP boulanger</title><h1>CAP boulanger</h1><p>Code scolarité : 50022133</p>"
    "<p>Durée : 2 ans</p><a href='/lost.html'>Autre référentiel</a></html>"
).encode()


def operator_documents(folder: Path) -> dict[str, list[Any]]:
    """Every document of several calls by the name of its schema."""
    data = _called(folder)
    reports = sorted((data / "reports").glob("run-2*.json"))
    journals = sorted((data / "archive" / "runs").glob("*.ndjson"))
    return {
        "run_report": [json.loads(path.read_bytes()) for path in reports],
        "journal": [
            json.loads(line) for path in journals for line in path.read_bytes().splitlines()
        ],
        "freshness": [json.loads((data / "published" / "freshness.json").read_bytes())],
        "status": [json.loads(status_of(data).model_dump_json())],
    }


def _called(folder: Path) -> Path:
    """A folder in which a page was read, one was lost, and a call stopped, failed and refused."""
    seeds, data = folder / "seeds.txt", folder / "data"

    def moved(exchange: Exchange) -> None:
        exchange.answer(301, b"", f"Location: {server.url('/cap.html')}")

    def page(exchange: Exchange) -> None:
        exchange.answer(200, PAGE, 'ETag: "1"')

    with serving({"/cap.html": page, "/old.html": moved}) as server:
        seeds.write_text("".join(server.url(f"/{name}.html\n") for name in ("cap", "old", "lost")))
        live = ["run", "--data", data, "--seeds", seeds, "--allow-host", server.host, "--rate", 0,
                "--contact", "a@b.org", "--only", "eduscol"]  # fmt: skip
        (folder / "strict.toml").write_text("[gates]\nmin_records = 5\n")
        refused, lost = ["--config", folder / "strict.toml"], ["--fiches", server.url("/lost.xml")]
        for more in (["--max-pages", 1], refused, [], lost):
            CliRunner().invoke(cli, [str(argument) for argument in (*live, *more)])
    return data

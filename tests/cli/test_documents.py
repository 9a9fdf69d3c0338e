"""`--documents` on a site of mock-ups on loopback: real PDFs, asked for as politely as pages."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from scraper.cli.main import cli
from tests.faults.server import Exchange, FaultServer, serving
from tests.support.line_files import rows_of
from tests.support.pdf_files import pdf

ANNEX = pdf(["Référentiel"], ["Épreuve EP2", "Soudures à l'arc"])
FILES = {
    "/annexe.pdf": ANNEX,
    "/scan.pdf": pdf([], []),
    "/abime.pdf": b"%PDF-1.4 the rest is missing",
    "/page.pdf": b"<!DOCTYPE html><title>Erreur</title>",
    "/document/7/download": pdf(["Règlement d'examen"]),
    "/document/8/download": b"PK\x03\x04 a spreadsheet",
}
ELSEWHERE = "https://elsewhere.example/annexe.pdf"
LINKS = (*FILES, "/absent.pdf", "/private/a.pdf", "/moved.pdf", ELSEWHERE)
ROBOTS = b"User-agent: *\nDisallow: /private/\n"


def page(x: Exchange) -> None:
    links = "".join(f'<li><a href="{href}">Annexe {n}</a></li>' for n, href in enumerate(LINKS))
    html = (
        "<html><title>CAP soudeur (page fictive)</title><body><h1>CAP soudeur</h1>"
        f"<p>Code scolarité : 50025430</p><p>Durée : 2 ans</p><ul>{links}</ul></body></html>"
    )
    x.answer(200, html.encode())


@pytest.fixture
def files() -> dict[str, bytes]:
    """The files of the server, to be changed by a test."""
    return dict(FILES)


@pytest.fixture
def server(files: dict[str, bytes]) -> Iterator[FaultServer]:
    def answer(x: Exchange) -> None:
        tag = f'"{hash(files[x.path])}"'
        if x.headers.get("if-none-match") == tag:
            x.answer(304, b"", f"ETag: {tag}")
        else:
            x.answer(200, files[x.path], "Content-Type: application/pdf", f"ETag: {tag}")

    moved = {"/moved.pdf": lambda x: x.answer(301, b"", "Location: /annexe.pdf")}
    routes = {"/cap.html": page, **dict.fromkeys(FILES, answer), **moved}
    robots = {"/robots.txt": lambda x: x.answer(200, ROBOTS, "Content-Type: text/plain")}
    with serving({**routes, **robots}) as server:
        yield server


class Caller:
    """Calls the command on one data folder and one site."""

    def __init__(self, server: FaultServer, folder: Path) -> None:
        self.data = folder / "data"
        seeds = folder / "seeds.txt"
        seeds.write_text(server.url("/cap.html"))
        self.live = ["--contact", "you@example.org", "--rate", "0", "--sample", "0", "--seeds",
                     str(seeds), "--allow-host", server.host]  # fmt: skip

    def arguments(self, verb: str, *more: object) -> list[str]:
        live = self.live if verb in ("run", "fetch") else []
        only = ["--no-xlsx", "--only", "eduscol"]  # the other sources take seconds to read
        live = [*live, *only] if verb in ("run", "publish") else live
        return [verb, "--data", str(self.data), *live, *map(str, more)]

    def __call__(self, verb: str, *more: object, code: int = 0) -> Result:
        result = CliRunner().invoke(cli, self.arguments(verb, *more))
        assert result.exit_code == code, result.output
        return result

    def rows(self, name: str) -> list[dict[str, Any]]:
        return rows_of(self.data / "published/latest", name)

    def files(self, path: str) -> list[dict[str, Any]]:
        """The rows of documents at a path of the server."""
        rows = self.rows("document_files")
        return [row for row in rows if row["url"].startswith("http:") and path in row["url"]]


@pytest.fixture
def eduscol(server: FaultServer, tmp_path: Path) -> Caller:
    return Caller(server, tmp_path)


def asked(server: FaultServer) -> list[str]:
    """The documents asked for since the last look."""
    paths = [path for path in server.asked if path.endswith((".pdf", "/download"))]
    server.asked.clear()
    return paths


def test_each_linked_pdf_is_archived_read_and_accounted_for(
    server: FaultServer, eduscol: Caller
) -> None:
    output = eduscol("run", "--documents").output
    assert "left out: 1 elsewhere.example" in output
    assert asked(server) == [*FILES, "/absent.pdf", "/moved.pdf", "/annexe.pdf"]
    rows = {row["url"].removesuffix("/download").rpartition("/")[2] + row["url"][:9]: row
            for row in eduscol.rows("document_files")}  # fmt: skip
    told = {name: (row["outcome"], row["pages"], row["text_pages"]) for name, row in rows.items()}
    assert told == {
        "annexe.pdfhttp://12": ("text", 2, 2),
        "scan.pdfhttp://12": ("scanned", 2, 0),
        "abime.pdfhttp://12": ("unreadable", None, None),
        "page.pdfhttp://12": ("failed", None, None),
        "absent.pdfhttp://12": ("failed", None, None),
        "7http://12": ("text", 1, 1),
        "8http://12": ("failed", None, None),
        "a.pdfhttp://12": ("robots", None, None),
        "moved.pdfhttp://12": ("text", 2, 2),
        "annexe.pdfhttps://e": ("not-tried", None, None),
    }
    assert rows["8http://12"]["reason"] == "wrong-type"
    assert rows["annexe.pdfhttp://12"]["bytes"] == len(ANNEX)
    assert "--allow-host elsewhere.example" in rows["annexe.pdfhttps://e"]["reason"]
    issues = [row["issue"] for row in eduscol.rows("issues") if row["referential"] is None]
    assert sorted(set(issues)) == ["document-unread", "fetch-failed"]
    content = json.loads(eduscol("search", "soudure", "--json").output)
    assert content["found_in"] == ["annexe : Annexe 0, page 2"]
    page = (eduscol.data / "published/latest/site/diplomes").glob("*.html")
    assert "2\u00a0pages, numérisé, sans texte" in next(page).read_text("utf-8")
    assert "the same bytes" in eduscol("replay").output


def test_a_bound_ends_the_call_and_the_next_one_goes_on(
    server: FaultServer, eduscol: Caller
) -> None:
    output = eduscol("run", "--documents", "--max-documents", 2, code=75).output
    assert "the limit of 2 documents is reached" in output
    (report,) = (eduscol.data / "reports").glob("run-2*.json")
    assert json.loads(report.read_bytes())["documents"]["waiting"] == len(LINKS) - 3
    first = asked(server)
    outcomes = [row["outcome"] for row in eduscol.rows("document_files")]
    assert (len(first), outcomes.count("not-tried")) == (2, len(LINKS) - 2)
    eduscol("fetch", "--documents")
    assert asked(server)[0] == list(FILES)[2]
    assert "published" in eduscol("publish", "--documents").output
    assert "the same bytes" in eduscol("replay").output


def test_a_killed_call_goes_on_where_it_was(server: FaultServer, eduscol: Caller) -> None:
    answer = server.routes["/scan.pdf"]

    def kill(_: Exchange) -> None:
        server.routes["/scan.pdf"] = answer
        victim.kill()

    server.routes["/scan.pdf"] = kill
    command = [sys.executable, "-c", "from scraper.cli.main import main; main()"]
    victim = subprocess.Popen([*command, *eduscol.arguments("fetch", "--documents")])
    assert victim.wait(60) < 0
    assert asked(server) == ["/annexe.pdf", "/scan.pdf"]
    eduscol("run", "--documents")
    assert asked(server)[0] == "/scan.pdf"
    (annex,) = eduscol.files("/annexe.pdf")
    assert annex["outcome"] == "text"


def test_a_changed_document_is_reported_and_an_unchanged_one_is_not_sent_again(
    server: FaultServer, eduscol: Caller, files: dict[str, bytes]
) -> None:
    eduscol("run", "--documents")
    files["/annexe.pdf"] = pdf(["Référentiel"], ["Épreuve EP2", "Brasure"])
    sent = len(server.requests)
    eduscol("run", "--documents")
    later = {x.path: x.headers for x in server.requests[sent:]}
    assert "if-none-match" in later["/scan.pdf"]
    changed = (eduscol.data / "published/changes.ndjson").read_text("utf-8").splitlines()
    changes = [row for row in map(json.loads, changed) if row["kind"] != "created"]
    change, moved = changes
    assert json.loads(moved["after"])["url"] == server.url("/moved.pdf")
    assert (change["kind"], change["field"], change["cause"]) == (
        "document_changed", "documents", "source",
    )  # fmt: skip
    before, after = json.loads(change["before"]), json.loads(change["after"])
    assert before["url"] == after["url"] == server.url("/annexe.pdf")
    assert before["sha256"] != after["sha256"]
    told = "Diplômes dont un document a changé (1)"
    assert told in (eduscol.data / "published/latest/CHANGES.md").read_text("utf-8")
    assert "document modifié" in (eduscol.data / "published/latest/feed.xml").read_text("utf-8")
    assert json.loads(eduscol("search", "brasures", "--json").output)["found_in"]
    del server.routes["/annexe.pdf"]
    output = eduscol("run", "--documents").output
    assert "nothing new" not in output
    (kept,) = eduscol.files("/annexe.pdf")
    assert (kept["sha256"], bool(kept["stale_since"])) == (after["sha256"], True)


def test_without_the_option_nothing_is_asked_for_and_the_tables_are_empty(
    server: FaultServer, eduscol: Caller
) -> None:
    eduscol("run", "--documents")
    with_documents = eduscol.rows("referentials")
    asked(server)
    eduscol("run")
    assert asked(server) == []
    assert eduscol.rows("referentials") == with_documents
    with closing(sqlite3.connect(eduscol.data / "published/latest/referentials.db")) as database:
        for table in ("document_files", "document_pages", "document_pages_fts"):
            assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)

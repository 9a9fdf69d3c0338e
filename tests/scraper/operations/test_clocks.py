"""The clocks of pages: named, apart, and no reason for a version."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from click.testing import Result

import scraper.crawl.page_recorder as recorder
from tests.faults.server import Exchange, FaultServer, serving
from tests.support.command import invoke
from tests.support.line_files import rows_of

PAGE = (
    b"<html><title>CAP boulanger</title><h1>CAP boulanger</h1>"
    b"<p>Code scolarit\xc3\xa9 : 50022133</p>"
    b"<p>Dur\xc3\xa9e : 2 ans</p><footer>Mis \xc3\xa0 jour le 12/03/2019</footer></html>"
)


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with serving({"/cap.html": lambda x: x.answer(200, PAGE)}) as server:
        yield server


def run(server: FaultServer, folder: Path, *more: str) -> Result:
    """Run with one page, and those of `more` that are paths; the others are options."""
    seeds = folder / "seeds.txt"
    paths = ["/cap.html", *(path for path in more if path.startswith("/"))]
    more = tuple(option for option in more if option not in paths)
    seeds.write_text("".join(server.url(f"{path}\n") for path in paths))
    live = ["--seeds", seeds, "--allow-host", server.host, "--rate", 0, "--contact", "a@b.org"]
    arguments = ["run", "--data", folder / "data", *live, "--only", "eduscol", *more]
    return invoke(*arguments)


def clocks(folder: Path) -> tuple[str | None, str | None, str | None]:
    """`retrieved_at`, `changed_at` and `stale_since` of the page, as published."""
    latest = folder / "data" / "published" / "latest"
    with closing(sqlite3.connect(latest / "referentials.db")) as database:
        (row,) = database.execute(
            "SELECT retrieved_at, changed_at, stale_since FROM pages"
            " WHERE outcome = 'record' AND update_text = 'Mis à jour le 12/03/2019'"
        )
    (page,) = [page for page in rows_of(latest, "pages") if page["outcome"] == "record"]
    assert row == (page["retrieved_at"], page["changed_at"], page["stale_since"])
    retrieved, changed, stale = row
    return retrieved, changed, stale


def versions(folder: Path) -> int:
    listed = json.loads((folder / "data" / "published" / "versions.json").read_bytes())
    return len(listed["versions"])


def test_clocks_are_apart_and_make_no_version(server: FaultServer, tmp_path: Path) -> None:
    assert run(server, tmp_path).exit_code == 0
    first = clocks(tmp_path)
    assert first[0] == first[1]
    assert first[2] is None

    # the same content again: nothing new, whatever the clocks say
    assert "nothing new" in run(server, tmp_path).stdout
    assert (versions(tmp_path), clocks(tmp_path)) == (1, first)
    assert invoke("replay", "--data", str(tmp_path / "data")).exit_code == 0

    # other content, then the same again: a version that both clocks stand in
    server.routes["/cap.html"] = lambda x: x.answer(200, PAGE.replace(b"2 ans", b"1 an"))
    assert run(server, tmp_path).exit_code == 0
    second = clocks(tmp_path)
    assert second[1]
    assert first[1]
    assert second[1] > first[1]
    replayed = invoke("replay", "--data", str(tmp_path / "data"))
    assert replayed.exit_code == 0, replayed.output


def test_a_page_carried_forward_says_since_when(server: FaultServer, tmp_path: Path) -> None:
    assert run(server, tmp_path).exit_code == 0

    def fail(exchange: Exchange) -> None:
        exchange.answer(404, b"<html>none</html>")

    server.routes["/cap.html"] = fail
    assert run(server, tmp_path, "--accept", "pages-unread").exit_code == 0
    retrieved, changed, stale = clocks(tmp_path)
    assert stale
    assert retrieved == changed
    assert stale[:10] == (retrieved or "")[:10]


def test_versions_have_the_right_day_again_after_a_night_with_the_clock_ahead(
    server: FaultServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def warned() -> bool:
        told = invoke("status", "--data", tmp_path / "data").stdout
        return f"has the day {ahead:%Y-%m-%d}, a time to come" in told

    today, ahead = datetime.now(UTC), datetime.now(UTC) + timedelta(days=400)
    latest = tmp_path / "data" / "published" / "latest"
    server.routes["/two.html"] = lambda x: x.answer(200, PAGE.replace(b"50022133", b"50022134"))
    monkeypatch.setattr(recorder, "now", lambda: ahead.strftime("%Y-%m-%dT%H:%M:%S.%fZ"))
    assert run(server, tmp_path, "/two.html").exit_code == 0
    assert latest.resolve().name.startswith(f"{ahead:%Y%m%d}")
    assert warned()
    monkeypatch.undo()
    server.routes["/cap.html"] = lambda x: x.answer(200, PAGE.replace(b"2 ans", b"1 an"))
    assert run(server, tmp_path, "/two.html").exit_code == 0
    assert latest.resolve().name.startswith((f"{today:%Y%m%d}", f"{datetime.now(UTC):%Y%m%d}"))
    assert not warned()
    assert invoke("replay", "--data", tmp_path / "data").exit_code == 0


def test_what_404_and_failures_change_has_the_day_on_which_it_was_found(
    server: FaultServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published = tmp_path / "data" / "published"

    def on(day: str, *accept: str) -> str:
        monkeypatch.setattr(recorder, "now", lambda: f"{day}T03:00:00.000000Z")
        done = run(server, tmp_path, "/two.html", *(f"--accept={name}" for name in accept))
        assert done.exit_code == 0, done.output
        return (published / "latest").readlink().name[:8]

    def conditional(exchange: Exchange) -> None:
        is_known = exchange.headers.get("if-none-match") == '"1"'
        exchange.answer(*((304, b"") if is_known else (200, PAGE)), 'ETag: "1"')

    server.routes["/cap.html"] = conditional
    server.routes["/two.html"] = lambda x: x.answer(200, PAGE.replace(b"50022133", b"50022134"))
    assert on("2026-05-17") == "20260517"
    assert on("2026-09-27") == "20260517"  # nothing new
    server.routes["/two.html"] = lambda x: x.answer(404, b"<html>none</html>")
    assert on("2026-10-04", "pages-unread") == "20261004"  # the page is `failed` from that day
    assert on("2026-10-11", "records-gone") == "20261011"
    removed = json.loads((published / "changes.ndjson").read_bytes().splitlines()[-1])
    assert (removed["kind"], removed["day"]) == ("removed", "2026-10-11")
    feed = (published / "latest" / "feed.xml").read_text()
    assert "<updated>2026-10-11" in feed
    assert on("2026-10-18") == "20261011"
    assert invoke("replay", "--data", tmp_path / "data").exit_code == 0


def test_when_each_page_was_asked_last_is_replaced_at_every_run(
    server: FaultServer, tmp_path: Path
) -> None:
    path = tmp_path / "data" / "published" / "freshness.json"
    run(server, tmp_path)
    first = json.loads(path.read_bytes())
    assert [page["outcome"] for page in first["pages"]] == ["new"]
    read_at = first["pages"][0]["read_at"]
    assert read_at == first["pages"][0]["asked_at"]
    run(server, tmp_path)
    second = json.loads(path.read_bytes())
    assert second["pages"][0]["outcome"] == "same"
    assert second["pages"][0]["asked_at"] > first["pages"][0]["asked_at"]
    assert second["looked_at"] > first["looked_at"]
    assert second["pages"][0]["read_at"] > read_at
    assert versions(tmp_path) == 1
    server.routes["/cap.html"] = lambda x: x.answer(503)
    run(server, tmp_path)
    third = json.loads(path.read_bytes())
    assert third["pages"][0]["read_at"] == second["pages"][0]["read_at"]


def test_what_prune_leaves_still_replays(server: FaultServer, tmp_path: Path) -> None:
    for number in (b"1 an", b"2 ans", b"3 ans"):
        body = PAGE.replace(b"2 ans", number)
        server.routes["/cap.html"] = partial(Exchange.answer, status=200, body=body)
        assert run(server, tmp_path).exit_code == 0
    data = ["--data", str(tmp_path / "data")]
    pruned = invoke("prune", "--keep", "1", *data)
    assert pruned.exit_code == 0, pruned.output
    assert pruned.stdout.count("removed ") == 1
    replayed = invoke("replay", *data)
    assert replayed.exit_code == 0, replayed.output

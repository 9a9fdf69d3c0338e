"""`eduscol fetch` on a live site, as the README tells it: a site of mock-ups on loopback."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faults.server import Exchange, FaultServer, serving
from tests.support import command
from tests.support.line_files import rows_of

PAGES = 8
# The pages alone: what the other sources add has tests of its own.
ALONE = ["--only", "eduscol", "--no-site", "--no-xlsx"]


def page(number: int) -> bytes:
    """A mock-up of a referential."""
    return (
        f"<html><title>CAP boulanger {number} (page fictive)</title><h1>CAP boulanger</h1>"
        f"<p>Code scolarité : 5002213{number}</p><p>Durée : 2 ans</p></html>"
    ).encode()


@pytest.fixture
def server() -> Iterator[FaultServer]:
    def answer(x: Exchange) -> None:
        x.answer(200, page(int(x.path[4:-5])))

    with serving({f"/cap{n}.html": answer for n in range(PAGES)}) as server:
        yield server


@pytest.fixture
def seeds(server: FaultServer, tmp_path: Path) -> Path:
    path = tmp_path / "seeds.txt"
    path.write_text("# mock-ups\n" + "".join(server.url(f"/cap{n}.html\n") for n in range(PAGES)))
    return path


def eduscol(*arguments: object, contact: str | None = None) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of the command."""
    done = command.eduscol(*arguments, EDUSCOL_CONTACT=contact)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_a_first_crawl(server: FaultServer, seeds: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    live = ["--data", data, "--seeds", seeds, "--allow-host", server.host, "--rate", 0]
    live += ["--contact", "you@example.org"]

    code, out, errors = eduscol("fetch", *live, "--max-pages", 5)
    assert (code, "5 new" in out) == (75, True)
    assert "the limit of 5 pages is reached; 3 pages wait; run the same command again" in errors

    code, out, errors = eduscol("fetch", *live)
    assert (code, "8 new" in out, errors) == (0, True, "")
    assert sorted(server.asked) == [f"/cap{n}.html" for n in range(PAGES)] + ["/robots.txt"] * 2
    assert "(+you@example.org)" in server.requests[0].headers["user-agent"]

    assert eduscol("publish", "--data", data, *ALONE)[0] == 0
    assert (data / "published" / "latest" / "referentials.db").is_file()


def test_versions_of_a_crawl_are_the_same_again(
    server: FaultServer, seeds: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    live = ["--data", data, "--seeds", seeds, "--allow-host", server.host, "--rate", 0]
    live += ["--contact", "you@example.org"]
    assert eduscol("fetch", *live, "--max-pages", 5)[0] == 75
    assert eduscol("publish", "--data", data, *ALONE)[0] == 0
    first = (data / "published" / "latest").readlink()
    assert eduscol("run", *live, *ALONE)[0] == 0
    code, output, _ = eduscol("replay", "--data", data)
    assert (code, f", after {first}" in output) == (0, True)
    code, output, _ = eduscol("replay", first, "--data", data)
    assert (code, "the same bytes" in output) == (0, True)


def test_a_live_crawl_says_who_asks(server: FaultServer, seeds: Path, tmp_path: Path) -> None:
    options = ["--data", tmp_path / "data", "--seeds", seeds, "--allow-host", server.host]
    code, _, errors = eduscol("fetch", *options)
    assert (code, server.asked) == (2, [])
    assert "--contact" in errors
    assert eduscol("fetch", *options, "--rate", 0, contact="you@example.org")[0] == 0


def test_the_network_is_not_asked_for_hosts_that_were_not_given(
    server: FaultServer, seeds: Path, tmp_path: Path
) -> None:
    code, _, errors = eduscol("fetch", "--data", tmp_path / "data", "--seeds", seeds,
                            "--contact", "you@example.org")  # fmt: skip
    assert (code, server.asked) == (2, [])
    assert f"needs --allow-host {server.host}" in errors


def test_links_to_the_official_site_are_not_followed_from_another(
    server: FaultServer, seeds: Path, tmp_path: Path
) -> None:
    official = "https://eduscol.education.fr/referentiels-professionnels/MC3_METI.html"
    link = f'<a href="{official}">x</a></html>'.encode()
    server.routes["/cap0.html"] = lambda x: x.answer(200, page(0).replace(b"</html>", link))
    code, out, _ = eduscol("fetch", "--data", tmp_path / "data", "--seeds", seeds, "--rate", 0,
                           "--allow-host", server.host, "--contact", "you@example.org")  # fmt: skip
    assert (code, "8 known: 8 new" in out) == (0, True)


def test_pages_of_hosts_that_are_no_longer_allowed_stay_untried(
    server: FaultServer, seeds: Path, tmp_path: Path
) -> None:
    live = ["fetch", "--data", tmp_path / "data", "--rate", 0, "--contact", "you@example.org"]
    first = [*live, "--seeds", seeds, "--allow-host", server.host, "--max-pages", 3]
    assert eduscol(*first)[0] == 75
    with serving({"/page.html": lambda x: x.answer(200, page(9))}) as other:
        one = tmp_path / "one.txt"
        one.write_text(other.url("/page.html"))
        code, out, _ = eduscol(*live, "--seeds", one, "--allow-host", other.host)
    assert (code, "9 known: 4 new" in out) == (0, True)
    assert len(server.asked) == 1 + 3


def test_a_site_that_is_down(server: FaultServer, seeds: Path, tmp_path: Path) -> None:
    server.routes["/robots.txt"] = lambda x: x.answer(503, b"", "Retry-After: 99999")
    code, _, errors = eduscol(
        "fetch", "--data", tmp_path / "data", "--seeds", seeds, "--allow-host", server.host,
        "--contact", "you@example.org", "--rate", 0,
    )  # fmt: skip
    assert (code, server.asked) == (75, ["/robots.txt"])
    assert "8 pages could not be requested now" in errors
    assert "status 503" in errors


def test_a_run_says_when_it_looked_and_that_it_saw_a_part(
    server: FaultServer, seeds: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    live = ["run", "--data", data, "--seeds", seeds, "--allow-host", server.host, "--rate", 0]
    code, out, errors = eduscol(*live, "--contact", "you@example.org", *ALONE)
    assert (code, errors) == (0, "")
    assert "not-tried: 181 of the packaged list that no run was to ask" in out
    told = json.loads((data / "published" / "versions.json").read_bytes())
    assert told["freshness"]["expected_every_days"] == 7
    assert told["freshness"]["stale_after"] > told["freshness"]["looked_at"]
    assert [version["scope"] for version in told["versions"]] == ["part only eduscol"]
    assert eduscol("inspect", server.url("/cap3.html"), "--data", data)[0] == 0
    # nobody looks at the site to publish what is there
    assert eduscol("publish", "--data", data, *ALONE)[0] == 0
    again = json.loads((data / "published" / "versions.json").read_bytes())
    assert again["freshness"] == told["freshness"]


def test_a_page_that_is_gone_gives_nothing_until_it_is_read_again(
    server: FaultServer, seeds: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    live = ["run", "--data", data, "--seeds", seeds, "--allow-host", server.host, "--rate", 0]
    live += ["--contact", "you@example.org", "--accept", "records-gone", *ALONE]

    def latest(name: str) -> list[dict[str, Any]]:
        return rows_of(data / "published" / "latest", name)

    def state() -> tuple[bool, str, list[str]]:
        """Whether the record is there, the page's outcome, and all kinds of change."""
        address = server.url("/cap7.html")
        (page,) = [item for item in latest("pages") if item["url"] == address]
        there = address in {record["url"] for record in latest("referentials")}
        lines = (data / "published" / "changes.ndjson").read_text("utf-8").splitlines()
        changes = map(json.loads, lines)
        kinds = [change["kind"] for change in changes if change["referential"].startswith("cap7")]
        return there, page["outcome"], kinds

    assert eduscol(*live)[0] == 0
    assert state() == (True, "record", ["created"])
    server.routes["/cap7.html"] = lambda x: x.answer(404)
    assert eduscol(*live)[0] == 0
    assert state() == (True, "record", ["created"])
    assert eduscol(*live)[0] == 0
    assert state() == (False, "gone", ["created", "removed"])
    # a run that does not get as far as the page knows nothing new of it
    assert eduscol(*live, "--max-pages", 1)[0] == 75
    assert eduscol("publish", "--data", data, *ALONE)[0] == 0
    assert state() == (False, "gone", ["created", "removed"])
    server.routes["/cap7.html"] = lambda x: x.answer(200, page(7))
    assert eduscol(*live)[0] == 0
    assert eduscol(*live)[0] == 0
    assert state() == (True, "record", ["created", "removed", "came_back"])


def test_lost_labels_of_the_own_lexicon_are_noticed_by_run_and_fetch(
    server: FaultServer, seeds: Path, tmp_path: Path
) -> None:
    """`fetch` takes the lexicon of the configuration, or that of the last version."""
    labels = tmp_path / "labels.csv"
    labels.write_text("duration;value;Étalée sur\naccess;text;Y entrer\n", "utf-8")
    new = "<p>Étalée sur : 2 ans</p><h2>Y entrer</h2><p>Après la troisième.</p></html>".encode()

    def shows(tail: bytes) -> None:
        whole = page(7).replace(b"<p>Dur\xc3\xa9e : 2 ans</p></html>", tail)
        server.routes["/cap7.html"] = lambda x: x.answer(200, whole)

    data, config = tmp_path / "data", tmp_path / "eduscol.toml"
    config.write_text('[lexicon]\nfile = "labels.csv"\n')
    live = ["--data", data, "--seeds", seeds, "--allow-host", server.host, "--rate", 0]
    live += ["--contact", "you@example.org"]
    shows(new)
    assert eduscol("fetch", *live)[0] == 0
    shows(b"</html>")
    assert "1 suspect" in eduscol("fetch", *live, "--config", config)[1]
    shows(new)
    assert eduscol("run", *live, *ALONE, "--lexicon", labels)[0] == 0
    shows(b"</html>")
    assert "1 suspect" in eduscol("fetch", *live)[1]
    done = eduscol("run", *live, *ALONE, "--lexicon", labels, "--json")
    assert json.loads(done[1])["crawl"]["asked"] == {"same": 7, "suspect": 1}


def test_a_new_design_is_refused_with_the_way_out_and_taken_with_a_lexicon(
    server: FaultServer, seeds: Path, tmp_path: Path
) -> None:
    old = "<h2>Description</h2><p>Il cuit.</p><h2>Conditions d'accès</h2><p>Après la 3e.</p>"
    new = "<h4>En quoi cela consiste</h4><p>Il cuit.</p><h4>Y entrer</h4><p>Après la 3e.</p>"

    def shows(body: str) -> None:
        def answer(x: Exchange) -> None:
            title, _, _ = page(int(x.path[4:-5])).partition("<p>Durée".encode())
            x.answer(200, title + body.encode() + b"</html>")

        server.routes.update({f"/cap{n}.html": answer for n in range(PAGES)})

    data, labels = tmp_path / "data", tmp_path / "labels.csv"
    live = ["run", "--data", data, "--seeds", seeds, "--allow-host", server.host, "--rate", 0]
    live += ["--contact", "you@example.org", *ALONE]
    shows(old)
    assert eduscol(*live)[0] == 0
    shows(new)
    code, out, errors = eduscol(*live)
    assert (code, "answers    none; held back: 8" in out) == (4, True)
    assert "page-suspect: records of pages held back (a new design" in errors
    code, out, _ = eduscol("status", "--data", data)
    assert code == 4
    suggest = f"eduscol suggest-labels --data {data} proposes lexicon lines"
    again = f"eduscol run --data {data} --contact you@example.org"
    assert f"{suggest}; then {again} --lexicon FILE" in out
    assert f"{again} --accept page-suspect" in out
    out = eduscol("suggest-labels", "--data", data)[1]
    assert "8 x  Y entrer" in out
    assert "8 x  En quoi cela consiste" in out
    labels.write_text("access;text;Y entrer\ndescription;text;En quoi cela consiste\n", "utf-8")
    assert eduscol(*live, "--lexicon", labels)[0] == 0
    records = rows_of(data / "published" / "latest", "referentials")
    assert {record["access"] for record in records} == {"Après la 3e."}


def test_a_copy_of_the_site_does_not_replace_the_site_by_mistake(
    server: FaultServer, seeds: Path, tmp_path: Path
) -> None:
    data, copy = tmp_path / "data", tmp_path / "copy"
    live = ["--data", data, "--seeds", seeds, "--allow-host", server.host, *ALONE]
    assert eduscol("run", *live, "--rate", 0, "--contact", "you@example.org")[0] == 0
    mock_up = copy / server.host / "cap3.html"
    mock_up.parent.mkdir(parents=True)
    mock_up.write_bytes(page(3).replace(b"boulanger", b"boulanger maquette"))

    def published() -> tuple[dict[str, Any], str]:
        told = json.loads((data / "published" / "versions.json").read_bytes())
        return told, str(rows_of(data / "published" / "latest", "referentials"))

    before, archived = published(), sorted((data / "archive").rglob("*"))
    fetch = live[: -len(ALONE)]
    for call in (["run", *live], ["fetch", *fetch]):
        code, _, errors = eduscol(*call, "--mirror", copy)
        assert code == 2
        assert "holds pages of the live site, which --mirror would replace" in errors
    told, records = published()
    assert (told["latest"], told["freshness"], records) == (
        before[0]["latest"], before[0]["freshness"], before[1],
    )  # fmt: skip
    assert sorted((data / "archive").rglob("*")) == archived

    code, _, errors = eduscol("run", *live, "--mirror", copy, "--accept", "scope")
    assert (code, "'mirror only eduscol'" in errors) == (0, True)
    told, records = published()
    assert "maquette" in records
    assert told["freshness"] == before[0]["freshness"]  # the data becomes stale all the same


def test_the_words_of_an_answer_404_are_not_read(
    server: FaultServer, seeds: Path, tmp_path: Path
) -> None:
    body = b"<html><title>Error</title><h1>Error response</h1><p>Error code: 404</p></html>"
    server.routes["/cap7.html"] = lambda x: x.answer(404, body)
    data = tmp_path / "data"
    live = ["--data", data, "--seeds", seeds, "--allow-host", server.host, "--rate", 0]
    live += ["--contact", "you@example.org"]

    def ended() -> tuple[str, str]:
        assert eduscol("run", *live, *ALONE)[0] == 0
        latest = data / "published" / "latest"
        (row,) = [row for row in rows_of(latest, "pages") if row["url"].endswith("cap7.html")]
        assert not rows_of(latest, "rejected")
        return row["outcome"], row["reason"]

    assert ended() == ("failed", "status")  # a day's trouble may be the reason
    assert "Error code" not in eduscol("suggest-labels", "--data", data)[1]
    code, _, errors = eduscol("inspect", server.url("/cap7.html"), "--data", data)
    assert (code, "never read (failed: status 404)" in errors) == (2, True)
    assert ended()[0] == "gone"

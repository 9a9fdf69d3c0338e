"""Sources by address: what a run asks for, what it makes of the answers, what it does without."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

import scraper.operations.publish_and_report
from scraper.clients.live_client import LiveSettings
from scraper.clients.rate_limit import RateLimit
from scraper.crawl.file_downloads import for_files
from tests.faults.crawling import SETTINGS
from tests.faults.server import Exchange, FaultServer, Handler, serving
from tests.scraper.sources.test_official_list import FIRST, HEAD
from tests.support.command import invoke
from tests.support.line_files import rows_of

ADDRESS = "/data/fiches?format=xml"
PLAIN = ["--no-site", "--no-xlsx"]
ONLY = ["--only", "onisep", "--scope", "all", *PLAIN]
# The official list is no matter here, and the longest of the sources.
BOTH = ["--only", "eduscol", "--only", "onisep", *PLAIN]
PAGE = (
    "<html><title>CAP boulanger (page fictive)</title><h1>CAP boulanger</h1>"
    "<p>Code scolarité : 50022137</p><p>Durée : 2 ans</p></html>"
).encode()
HTML = b"<!-- portail --><!DOCTYPE html><title>Export</title><p>Choisissez un format.</p>"


def fiches(access: str = "Sans condition.") -> bytes:
    """A file in the form of Onisep's, with one fiche of our own making."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><formations><formation>'
        "<identifiant>FOR.1</identifiant><code_scolarite>50022137</code_scolarite>"
        "<libelle_complet>CAP boulanger</libelle_complet>"
        f"<descriptif_acces>&lt;p&gt;{access}&lt;/p&gt;</descriptif_acces>"
        "</formation></formations>"
    ).encode()


def file(content: bytes = b"", *headers: str) -> Handler:
    """Answers with a file, and with 304 who has it."""

    def answer(x: Exchange) -> None:
        if x.headers.get("if-none-match") == '"1"' and not content:
            x.answer(304, b"", 'ETag: "1"')
        else:
            x.answer(200, content or fiches(), "Content-Type: text/xml", 'ETag: "1"', *headers)

    return answer


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    def short(settings: LiveSettings) -> LiveSettings:
        limits = replace(for_files(settings).limits, read=0.4)
        return replace(for_files(settings), limits=limits, retries=SETTINGS.retries)

    monkeypatch.setattr("scraper.crawl.fetch.for_files", short)
    monkeypatch.delenv("EDUSCOL_CONTACT", raising=False)


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with serving({ADDRESS: file(), "/cap.html": lambda x: x.answer(200, PAGE)}) as server:
        yield server


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def run(data: Path, *arguments: object) -> Result:
    return invoke("run", "--data", data, "--contact", "you@example.org", "--rate", 0,
                   "--sample", 0, *arguments)  # fmt: skip


def done(result: Result) -> Result:
    assert result.exit_code == 0, result.output
    return result


def refused(result: Result, code: int = 2) -> str:
    assert result.exit_code == code, result.output
    assert len(result.stderr.splitlines()) == 1
    return result.stderr


def versions(data: Path) -> list[str]:
    path = data / "published" / "versions.json"
    listed = json.loads(path.read_bytes())["versions"] if path.exists() else []
    return [version["version"] for version in listed]


def rows(data: Path, name: str) -> list[dict[str, Any]]:
    return rows_of(data / "published" / "latest", name)


def test_a_file_is_fetched_and_later_asked_for_changes_only(
    server: FaultServer, data: Path
) -> None:
    output = done(run(data, *ONLY, "--fiches", server.url(ADDRESS))).stdout
    assert "fetched    1 file of sources: 1 new" in output
    assert [record["id"] for record in rows(data, "referentials")] == ["for.1"]
    output = done(run(data, *ONLY, "--fiches", server.url(ADDRESS))).stdout
    assert "1 not-modified" in output
    assert "nothing new" in output
    assert server.asked == ["/robots.txt", ADDRESS] * 2
    assert server.requests[3].headers["if-none-match"] == '"1"'
    assert server.requests[3].headers["accept"] == "*/*"
    assert len(versions(data)) == 1
    done(run(data, *ONLY, "--full", "--fiches", server.url(ADDRESS)))
    assert "if-none-match" not in server.requests[5].headers


@pytest.fixture
def site(server: FaultServer, tmp_path: Path) -> list[object]:
    """The options for a site of one page."""
    (tmp_path / "seeds.txt").write_text(server.url("/cap.html"))
    return ["--seeds", tmp_path / "seeds.txt", "--allow-host", server.host]


def test_the_pages_are_fetched_too_and_a_changed_file_changes_their_records(
    server: FaultServer, site: list[object], data: Path
) -> None:
    given = [*site, *BOTH, "--fiches", server.url(ADDRESS)]
    done(run(data, *given))
    (record,) = rows(data, "referentials")
    assert (record["sources"][:2], record["access"]) == (["eduscol", "onisep"], "Sans condition.")
    server.routes[ADDRESS] = file(fiches("Sur dossier."))
    done(run(data, *given))
    changed = map(json.loads, (data / "published" / "changes.ndjson").read_text().splitlines())
    changes = [change for change in changed if change["version"] == versions(data)[-1]]
    assert {(change["field"], change["after"], change["cause"]) for change in changes} == {
        ("access", "Sur dossier.", "join")
    }
    assert server.asked == ["/robots.txt", ADDRESS, "/robots.txt", "/cap.html"] * 2


def test_the_version_is_the_same_again(server: FaultServer, site: list[object], data: Path) -> None:
    plain = [*BOTH, "--fiches", server.url(ADDRESS)]
    given = [*site, *plain]
    done(run(data, *given))
    server.routes[ADDRESS] = lambda x: x.answer(404, b"no")
    done(run(data, *given))
    (data / "sources").rename(data / "away")  # the copies in the archive are enough
    for version in versions(data):
        assert "the same bytes" in done(invoke("replay", version, "--data", data)).stdout
    # the backup that the documentation names: the next publication goes on from the last version
    restored = data.parent / "restored"
    shutil.copytree(data / "archive", restored / "archive")
    shutil.copytree(data / "away", restored / "sources")
    again = done(invoke("publish", "--data", restored, *plain))
    assert f"nothing new, still version {versions(data)[-1]}" in again.stdout


def to_another_host(x: Exchange) -> None:
    x.answer(302, b"", "Location: http://elsewhere.example/fiches.xml")


def never(x: Exchange) -> None:
    x.wait(5)


FAILURES: list[tuple[Handler, str]] = [
    (lambda x: x.answer(404, b"no"), "status, status 404"),
    (lambda x: x.answer(500, b"no"), "status, status 500"),
    (never, "timeout, "),
    (lambda x: x.answer(200, HTML), "soft-error, an HTML page in place of the file"),
    (lambda x: x.answer(200, b" \n"), "soft-error, empty"),
    (
        lambda x: x.answer(200, b"\x1f\x8b\x08\0"),
        "wrong-type, neither XML, JSON, zip",
    ),
    (to_another_host, "off-host-redirect, to http://elsewhere.example/fiches.xml"),
]
NAMES = ["404", "500", "timeout", "html", "empty", "gzip", "redirect"]


@pytest.mark.parametrize(("handler", "message"), FAILURES, ids=NAMES)
def test_a_file_that_never_came_ends_the_run_before_the_pages(
    server: FaultServer, site: list[object], data: Path, handler: Handler, message: str
) -> None:
    server.routes[ADDRESS] = handler
    error = refused(run(data, *site, "--fiches", server.url(ADDRESS)))
    assert f"{server.url(ADDRESS)}: nothing usable came from it" in error
    assert message in error
    assert ("--allow-host" in error) is (handler is to_another_host)
    assert "/cap.html" not in server.asked
    assert versions(data) == []


@pytest.mark.parametrize(("handler", "message"), FAILURES[1:4], ids=NAMES[1:4])
def test_of_a_file_that_came_before_the_former_content_is_used_and_an_issue_tells(
    server: FaultServer, data: Path, handler: Handler, message: str
) -> None:
    given = [*ONLY, "--fiches", server.url(ADDRESS)]
    done(run(data, *given))
    first = rows(data, "referentials")
    server.routes[ADDRESS] = handler
    again = done(run(data, *given))
    assert f"error      {server.url(ADDRESS)}: The address gave nothing usable" in again.stderr
    assert message in again.stderr
    (result,) = failed(data)
    assert (result["url"], message in result["message"]) == (server.url(ADDRESS), True)
    assert rows(data, "referentials") == first


def failed(data: Path) -> list[dict[str, Any]]:
    return [issue for issue in rows(data, "issues") if issue["issue"] == "fetch-failed"]


def test_a_file_is_never_gone_and_comes_back(server: FaultServer, data: Path) -> None:
    given = [*ONLY, "--fiches", server.url(ADDRESS)]
    done(run(data, *given))
    server.routes[ADDRESS] = lambda x: x.answer(404, b"no")
    done(run(data, *given))
    assert "nothing new" in done(run(data, *given)).stdout
    assert len(failed(data)) == 1
    server.routes[ADDRESS] = file()
    assert done(run(data, *given)).stderr == ""
    assert failed(data) == []


def test_robots_txt_holds_for_files_too(server: FaultServer, data: Path) -> None:
    given = [*ONLY, "--fiches", server.url(ADDRESS)]
    done(run(data, *given))
    rules = b"User-agent: *\nDisallow: /data/"
    server.routes["/robots.txt"] = lambda x: x.answer(200, rules, "Content-Type: text/plain")
    assert "disallows it" in done(run(data, *given)).stderr
    assert server.asked == ["/robots.txt", ADDRESS, "/robots.txt"]


@pytest.mark.parametrize("path", ["/robots.txt", ADDRESS])
def test_a_host_that_asks_to_stay_away_is_asked_later(
    server: FaultServer, data: Path, path: str
) -> None:
    given = [*ONLY, "--fiches", server.url(ADDRESS)]
    done(run(data, *given))
    usual = server.routes.pop(path, None)
    server.routes[path] = lambda x: x.answer(503, b"", "Retry-After: 99999")
    error = refused(run(data, *given), 75)
    assert "status 503" in error
    assert "run the same command again" in error
    assert len(versions(data)) == 1
    server.routes.pop(path)
    server.routes |= {path: usual} if usual else {}
    assert "nothing new" in done(run(data, *given)).stdout


def test_a_redirect_to_a_host_that_is_allowed(server: FaultServer, data: Path) -> None:
    with serving({"/x.xml": file()}) as other:
        server.routes[ADDRESS] = lambda x: x.answer(302, b"", f"Location: {other.url('/x.xml')}")
        given = [*ONLY, "--fiches", server.url(ADDRESS)]
        refused(run(data, *given))
        assert other.asked == []
        done(run(data, *given, "--allow-host", other.host))
        assert other.asked == ["/robots.txt", "/x.xml"]


def test_two_addresses_that_lead_to_one_file(server: FaultServer, data: Path) -> None:
    server.routes["/latest"] = lambda x: x.answer(302, b"", f"Location: {ADDRESS}")
    given = [*ONLY, "--fiches", server.url("/latest"), "--fiches", server.url(ADDRESS)]
    done(run(data, *given))
    assert len(rows(data, "referentials")) == 1
    assert server.asked == ["/robots.txt", "/latest", ADDRESS]


def test_only_what_is_asked_for_now_is_fetched(server: FaultServer, data: Path) -> None:
    server.routes["/Data.xml"] = server.routes["/data.xml"] = file()
    both = ["--fiches", server.url("/Data.xml"), "--fiches", server.url("/data.xml")]
    done(run(data, *ONLY, *both))
    assert server.asked == ["/robots.txt", "/Data.xml", "/data.xml"]
    done(run(data, *ONLY, *both[:2], "--official-list", server.url("/liste.csv")))
    assert server.asked[3:] == ["/robots.txt", "/Data.xml"]


def test_the_pace_is_that_of_pages(
    server: FaultServer, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[float] = []
    monkeypatch.setattr(RateLimit, "wait", lambda pace: kept.append(pace.interval))
    rules = b"User-agent: *\nCrawl-delay: 3"
    server.routes["/robots.txt"] = lambda x: x.answer(200, rules, "Content-Type: text/plain")
    done(run(data, *ONLY, "--rate", 0.5, "--fiches", server.url(ADDRESS)))
    assert kept == [2.0, 3.0]


def test_the_official_list(server: FaultServer, data: Path) -> None:
    server.routes["/liste"] = lambda x: x.answer(200, (HEAD + FIRST).encode())
    done(run(data, "--only", "list", "--scope", "all", "--official-list", server.url("/liste")))
    assert [record["code"] for record in rows(data, "referentials")] == ["50023438"]
    index = json.loads((data / "published" / "latest" / "index.json").read_bytes())
    inputs = index["made"]["inputs"]
    assert {"fetched", "official-list", "only", "scope"} <= inputs.keys()
    (told,) = (data / "archive" / "files" / inputs["fetched"]).read_text().splitlines()
    assert json.loads(told)["address"] == server.url("/liste")


def test_who_asks_must_be_known(server: FaultServer, data: Path) -> None:
    given = ["run", "--data", data, *ONLY, "--fiches", server.url(ADDRESS)]
    assert "--contact" in refused(invoke(*given))
    assert server.asked == []


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (["--only", "onisep"], "name its file"),
        (["--only", "onisep", "--fiches", "{}"], "add --scope all"),
        (["--fiches", "{}", "--official-list", "no/such.csv"], "no/such.csv: no such file"),
        (["--fiches", "{}", "--fiches", "https://"], "https://: not an http(s) address"),
        (["--fiches", "{}", "--lexicon", "no/such.csv"], "no/such.csv"),
    ],
)
def test_wrong_options_are_told_before_anything_is_fetched(
    server: FaultServer, data: Path, given: list[str], message: str
) -> None:
    assert message in refused(
        run(data, *(argument.format(server.url(ADDRESS)) for argument in given))
    )
    assert server.asked == []


@pytest.fixture
def mirror(tmp_path: Path) -> list[object]:
    """The options for a copy of the site with one page."""
    folder = tmp_path / "copy" / "eduscol.education.fr" / "referentiels-professionnels"
    folder.mkdir(parents=True)
    (folder / "cap.html").write_bytes(PAGE)
    (folder / "index.html").write_text('<a href="cap.html">CAP</a>', "utf-8")
    return ["--mirror", tmp_path / "copy"]


def test_without_the_network_the_file_fetched_last_is_used(
    server: FaultServer, data: Path, mirror: list[object]
) -> None:
    fiche = ["--fiches", server.url(ADDRESS)]
    both = [*BOTH, *fiche]
    for offline in (["run", *mirror], ["publish"], ["check"]):
        error = refused(invoke(*offline, *fiche, "--data", data))
        assert "never fetched; eduscol run, without --mirror or --warc, fetches it" in error
    assert server.asked == []
    done(run(data, *ONLY, *fiche))
    asked = list(server.asked)
    done(invoke("run", *mirror, "--data", data, *both, "--accept", "records-gone"))
    (record,) = rows(data, "referentials")
    assert record["access"] == "Sans condition."
    assert "nothing new" in done(invoke("publish", "--data", data, *both)).stdout
    assert "checks passed" in done(invoke("check", "--data", data, *both)).stdout
    assert server.asked == asked


def test_offline_tells_of_a_failure_as_the_run_did(server: FaultServer, data: Path) -> None:
    given = [*ONLY, "--fiches", server.url(ADDRESS)]
    done(run(data, *given))
    server.routes[ADDRESS] = lambda x: x.answer(404, b"no")
    done(run(data, *given))
    again = done(invoke("publish", "--data", data, *given))
    assert ("nothing new" in again.stdout, "status 404" in again.stderr) == (True, True)


def test_killed_between_fetching_and_publishing(
    server: FaultServer, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise SystemExit(137)

    given = [*ONLY, "--fiches", server.url(ADDRESS)]
    with monkeypatch.context() as patch:
        patch.setattr(scraper.operations.publish_and_report, "build_from_archive", killed)
        assert run(data, *given).exit_code == 137
    for path in (data / "sources" / "files").iterdir():
        path.write_bytes(b"<form")  # as a power cut may leave it
    assert "1 not-modified" in done(run(data, *given)).stdout
    assert len(versions(data)) == 1


def test_addresses_in_the_configuration_and_in_the_environment(
    server: FaultServer, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.routes["/b.xml"] = file()
    config = tmp_path / "eduscol.toml"
    config.write_text(
        f'[sources]\nfiches = ["{server.url(ADDRESS)}"]\nonly = ["onisep"]\nscope = "all"\n'
    )
    done(run(data, "--config", config))
    assert server.asked == ["/robots.txt", ADDRESS]
    monkeypatch.setenv("EDUSCOL_FICHES", f"{server.url(ADDRESS)} {server.url('/b.xml')}")
    done(run(data, *ONLY))
    assert server.asked[2:] == ["/robots.txt", ADDRESS, "/b.xml"]

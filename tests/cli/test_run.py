"""`eduscol run` on the sample site: a copy of the site in, a version out."""

import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

import scraper
from output.versions.catalogue import read_versions
from scraper.model.known_diplomas import known_addresses
from scraper.model.site import Site
from scraper.model.url import normalise
from tests.cli.test_local_verbs import FIXTURES
from tests.support.command import eduscol
from tests.support.line_files import rows_of
from tests.support.small_site import small_site

SITE = FIXTURES / "site"
ALONE = ("--only", "eduscol")
EXPECTED = json.loads((FIXTURES / "expected" / "site.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The data folder of a run on the sample site, and what the run printed."""
    folder = tmp_path_factory.mktemp("data")
    done = eduscol("run", "--mirror", SITE, "--data", folder, "--no-site", "--no-xlsx")
    assert done.returncode == 0, done.stderr.decode()
    return folder, done.stdout.decode()


@pytest.fixture(scope="module")
def data(first_run: tuple[Path, str]) -> Path:
    return first_run[0]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a run on three pages alone; tests that publish there use a copy."""
    folder = tmp_path_factory.mktemp("small")
    copy = small_site(folder / "copy")
    done = eduscol("run", "--mirror", copy, "--data", folder / "data", *ALONE)
    assert done.returncode == 0, done.stderr.decode()
    return folder / "data"


@pytest.fixture
def small_copy(small: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(small, tmp_path / "data", symlinks=True))


@pytest.fixture
def database(data: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(data / "published" / "latest" / "referentials.db")
    yield connection
    connection.close()


def files(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        # versions.json tells of runs, and a run that found nothing new is one
        if path.is_file() and path.name not in {".lock", "versions.json"}
    }


def ids() -> set[str]:
    return {record["id"] for page in EXPECTED.values() for record in page.get("records", [])}


def test_a_page_that_only_lists_named_is_not_lost_when_it_was_never_asked_for(
    tmp_path: Path,
) -> None:
    data, seeds = tmp_path / "data", tmp_path / "seeds.txt"
    call = ("run", "--mirror", SITE, "--scope", "all", "--seeds", seeds, "--data", data)
    base = "https://eduscol.education.fr/referentiels-professionnels/"
    lines = []
    for name in ("MC3_METI", "CAP_MI"):
        lines.append(f"{base}{name}.html\n")
        seeds.write_text("".join(lines))
        done = eduscol(*call, "--no-site", "--no-xlsx")
        assert done.returncode == 0, done.stderr.decode()
    folder = data / "published" / "latest"
    assert "archive-damaged" not in {row["issue"] for row in rows_of(folder, "issues")}
    assert "archive-damaged" not in {row["reason"] for row in rows_of(folder, "pages")}
    assert any(row["url"] for row in rows_of(folder, "referentials") if row["sources"] == ["known"])


def test_every_diploma_of_the_sample_is_in_the_database(database: sqlite3.Connection) -> None:
    result = {row[0] for row in database.execute("select id from referentials")}
    assert result == ids()


def test_each_of_the_known_addresses_is_accounted_for(database: sqlite3.Connection) -> None:
    rows = dict(database.execute("select url, outcome from pages"))
    assert len(known_addresses()) == 182
    assert set(known_addresses()) <= set(rows)
    outcomes = {Site().key(normalise(url) or url): outcome for url, outcome in rows.items()}
    for path, page in EXPECTED.items():
        key = Site().key(normalise(f"https://{path}") or "")
        assert outcomes[key] == ("refused" if "refused" in page else "record"), path


def test_pages_count_the_records_that_are_there(database: sqlite3.Connection) -> None:
    # a page that is known under two addresses has a row for each, and counts once
    rows = database.execute("select outcome, reason, records, sha256 from pages").fetchall()
    assert {outcome for outcome, *_ in rows} == {"record", "refused", "not-in-copy", "alias"}
    assert {reason for outcome, reason, *_ in rows if outcome == "refused"} == {
        page["refused"] for page in EXPECTED.values() if "refused" in page
    }
    assert sum(number for _, _, number, _ in rows) == len(ids())
    assert all(sha256 for outcome, _, _, sha256 in rows if outcome == "record")


@pytest.mark.parametrize(("word", "start"), [("electricite", "mc3_meti"), ("coeur", "cap_boucher")])
def test_search_knows_french(database: sqlite3.Connection, word: str, start: str) -> None:
    rows = database.execute(
        "select id from referentials join referentials_fts f on f.rowid = referentials.search_id"
        " where referentials_fts match ?",
        (f'"{word}"',),
    ).fetchall()
    assert any(row[0].startswith(start) for row in rows)


def test_keys_hold(database: sqlite3.Connection) -> None:
    assert database.execute("pragma foreign_key_check").fetchall() == []
    assert database.execute("pragma integrity_check").fetchall() == [("ok",)]


def test_json_validates_against_the_schema_beside_it(data: Path) -> None:
    latest = data / "published" / "latest"
    schema = json.loads((latest / "schema" / "referential.json").read_bytes())
    validator = jsonschema.Draft202012Validator(schema)
    records = json.loads((latest / "referentials.json").read_bytes())
    assert {record["id"] for record in records} == ids()
    for record in records:
        validator.validate(record)
    assert rows_of(latest, "referentials") == records


def test_a_second_run_writes_the_same_bytes(small: Path, tmp_path: Path) -> None:
    """And a first one in another folder; docs/files.md replays the whole sample, with fiches."""
    before = files(small / "published")
    copy = small.with_name("copy")
    again = eduscol("run", "--mirror", copy, "--data", small, *ALONE)
    assert again.returncode == 0
    assert "nothing new" in again.stdout.decode()
    assert files(small / "published") == before
    assert eduscol("run", "--mirror", copy, "--data", tmp_path, *ALONE).returncode == 0
    assert files(tmp_path / "published") == before


def test_the_index_names_what_made_it_and_the_archive_keeps_it(tmp_path: Path) -> None:
    labels, config, listed = (tmp_path / name for name in ("labels.csv", "c.toml", "liste.csv"))
    labels.write_text("access;text;Comment on y entre\n", "utf-8")
    config.write_text('[lexicon]\nfile = "labels.csv"\n[sources]\nscope = "all"\n', "utf-8")
    packaged = Path(scraper.__file__).parent / "data" / "official_list_2025-06.csv"
    listed.write_bytes(b"".join(packaged.read_bytes().splitlines(keepends=True)[:30]))
    fiches = FIXTURES / "founding"
    site = small_site(tmp_path / "copy")
    done = eduscol("run", "--mirror", site, "--data", tmp_path, "--config", config,
                   "--fiches", fiches, "--official-list", listed)  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    index = json.loads((tmp_path / "published" / "latest" / "index.json").read_bytes())
    inputs = index["made"]["inputs"]
    assert inputs.keys() == {
        "config", "fiches", "lexicon", "official-list", "pages", "scope", "site", "xlsx",
    }  # fmt: skip
    assert inputs["scope"] == "all"
    kept = tmp_path / "archive" / "files"
    for name, path in (("config", config), ("lexicon", labels), ("official-list", listed)):
        assert (kept / inputs[name]).read_bytes() == path.read_bytes(), name
    lines = (kept / inputs["fiches"]).read_text().splitlines()
    assert [line.split("  ")[1] for line in lines] == [path.name for path in fiches.glob("*.md")]
    for line in lines:
        sha256, name = line.split("  ")
        assert (kept / sha256).read_bytes() == (fiches / name).read_bytes()


def test_publish_makes_the_same_version_offline(small: Path) -> None:
    done = eduscol("publish", "--data", small, *ALONE)
    assert done.returncode == 0, done.stderr.decode()
    assert "nothing new" in done.stdout.decode()


def test_the_order_in_which_sources_are_named_makes_no_other_scope(small_copy: Path) -> None:
    for only in (["eduscol", "list"], ["list", "eduscol", "list"]):
        options = [part for name in only for part in ("--only", name)]
        done = eduscol("publish", "--data", small_copy, "--no-site", "--no-xlsx", *options)
        assert done.returncode == 0
    assert "nothing new" in done.stdout.decode()


# The command gets the signal when the database of the new version is open.
STOPPED_WHILE_WRITING = """
import os, signal, sys
def stop(event, arguments):
    if event == "sqlite3.connect" and str(arguments[0]).endswith("referentials.db"):
        assert ".tmp-" in str(arguments[0])
        os.kill(os.getpid(), signal.SIGTERM)
sys.addaudithook(stop)
from scraper.cli.main import main
main()
"""


def test_stopped_while_publishing_is_later_and_nothing_is_lost(small_copy: Path) -> None:
    published = small_copy / "published"
    before = files(published)
    command = [sys.executable, "-c", STOPPED_WHILE_WRITING, "publish", *ALONE]
    command += ["--data", str(small_copy), "--no-site"]
    child = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (child.returncode, child.stderr) == (
        75,
        "eduscol: stopped; run the same command again\n",
    )
    assert {k: v for k, v in files(published).items() if not k.startswith(".tmp-")} == before
    # two of one second have names that sort otherwise
    reports = (small_copy / "reports").glob("run-2*.json")
    report = max(reports, key=lambda path: path.stat().st_mtime_ns)
    assert json.loads(report.read_bytes())["outcome"] == "incomplete"
    (listed,) = read_versions(published / "versions.json").failed
    assert (listed.reason, listed.report) == ("stopped by SIGTERM", report.name)
    assert eduscol("publish", "--data", small_copy, *ALONE).returncode == 0
    assert files(published) == before


def test_inspect_looks_an_address_up_in_the_archive(data: Path) -> None:
    address = "http://EDUSCOL.education.fr/referentiels-professionnels/mc3_meti.html"
    shown = eduscol("inspect", address, "--data", data)
    assert shown.returncode == 0, shown.stderr.decode()
    assert "mc3_meti-56122706" in shown.stdout.decode()
    missing = eduscol("inspect", address.replace("mc3", "mc9"), "--data", data)
    assert missing.returncode == 2
    assert "not in the archive" in missing.stderr.decode()


def test_inspect_reads_versions_in_a_folder_of_any_name(small: Path, tmp_path: Path) -> None:
    odd = Path(shutil.copytree(small, tmp_path / "100%20?mode=rw#é", symlinks=True))
    shown = eduscol("inspect", "mc3_meti-56122706", "--data", odd)
    assert shown.returncode == 0, shown.stderr.decode()
    assert shown.stdout == eduscol("inspect", "mc3_meti-56122706", "--data", small).stdout


def test_the_summary_counts_what_is_there(first_run: tuple[Path, str]) -> None:
    folder, output = first_run
    for expected in ("4 refused", "1 login-page", f"records    {len(ids())}", "missing-field"):
        assert expected in output
    assert str(folder / "published") in output


def test_a_page_that_left_the_copy_keeps_its_record_and_is_told(
    small_copy: Path, tmp_path: Path
) -> None:
    site = small_site(tmp_path / "copy")
    (page,) = site.rglob("MC3_METI.html")
    content = page.read_bytes()
    page.unlink()
    done = eduscol("run", "--mirror", site, "--data", small_copy, *ALONE)
    assert "(record: 1 of an earlier copy, not in this one)" in done.stdout.decode()
    latest = small_copy / "published" / "latest"
    (row,) = (row for row in rows_of(latest, "pages") if row["page"] == "MC3_METI")
    assert (row["outcome"], row["reason"], row["records"]) == ("record", "not-in-copy", 1)
    failed = {issue["url"]: issue["message"] for issue in rows_of(latest, "issues")
              if issue["issue"] == "fetch-failed"}  # fmt: skip
    assert failed[row["canonical_url"]].endswith(": not in the copy of the site")
    assert eduscol("replay", "--data", small_copy).returncode == 0
    page.write_bytes(content)
    assert eduscol("run", "--mirror", site, "--data", small_copy, *ALONE).returncode == 0
    assert {row["reason"] for row in rows_of(latest, "pages") if row["outcome"] == "record"} == {
        None
    }


def test_an_id_given_twice_stays_with_the_page_and_the_other_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "site" / "eduscol.education.fr" / "referentiels-professionnels"
    (folder / "other").mkdir(parents=True)
    page = (SITE / "eduscol.education.fr/referentiels-professionnels/MC3_METI.html").read_bytes()
    (folder / "MC3_METI.html").write_bytes(page)
    (folder / "other" / "MC3_METI.html").write_bytes(page)
    (folder / "index.html").write_text('<a href="other/MC3_METI.html">a</a>', "utf-8")
    done = eduscol("run", "--mirror", tmp_path / "site", "--data", tmp_path / "data",
                   "--only", "eduscol")  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    latest = tmp_path / "data" / "published" / "latest"
    assert len(json.loads((latest / "referentials.json").read_bytes())) == 1
    rejected = rows_of(latest, "rejected")
    (duplicate,) = [row for row in rejected if row["reason"] == "duplicate-id"]
    assert json.loads(duplicate["record"])["id"] == "mc3_meti-56122706"
    told = [row for row in rows_of(latest, "issues") if row["issue"] == "duplicate-id"]
    assert [(row["url"], row["value"]) for row in told] == [
        (duplicate["input"], "mc3_meti-56122706")
    ]
    assert "1 duplicate-id" in done.stdout.decode()


def test_pages_that_only_a_number_tells_apart_have_ids_of_their_own(tmp_path: Path) -> None:
    folder = tmp_path / "site" / "eduscol.education.gouv.fr"
    seeds = []
    for number, name in (("1001", "Vannerie"), ("1002", "Cuisine")):
        page = folder / number / "presentation"
        page.parent.mkdir(parents=True)
        body = f"<h1>CAP {name}</h1><p>Arrêté du 3 mai 2004</p>"
        page.write_text(f"<html><meta charset=utf-8><body>{body}</body></html>", "utf-8")
        seeds.append(f"https://eduscol.education.gouv.fr/{number}/presentation\n")
    (tmp_path / "seeds.txt").write_text("".join(seeds), "utf-8")
    done = eduscol("run", "--mirror", tmp_path / "site", "--data", tmp_path / "data",
                   "--only", "eduscol", "--seeds", tmp_path / "seeds.txt")  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    records = json.loads((tmp_path / "data/published/latest/referentials.json").read_bytes())
    assert [record["id"] for record in records] == ["1001-presentation", "1002-presentation"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--mirror", "no/such/copy"], "no/such/copy"),
        ([], "--contact"),
        (["--mirror", str(SITE), "--data", "/proc/nowhere"], "/proc/nowhere"),
    ],
)
def test_unusable_source_or_target_is_one_line_and_exit_2(
    tmp_path: Path, arguments: list[str], message: str
) -> None:
    given = arguments if "--data" in arguments else [*arguments, "--data", str(tmp_path)]
    done = eduscol("run", *given)
    assert done.returncode == 2
    assert message in done.stderr.decode()
    assert len(done.stderr.decode().splitlines()) == 1


def test_verbs_that_only_look_need_no_folder_that_can_be_written(small_copy: Path) -> None:
    (small_copy / "state.db.sum").unlink()
    for name in ("lock", "published/.lock", "state.db"):  # root may write in a read-only folder
        (small_copy / name).unlink(missing_ok=True)
        (small_copy / name / "taken").mkdir(parents=True)
    before = files(small_copy / "published") | files(small_copy / "archive")
    for verb in ("check", "suggest-labels", "replay"):
        more = ALONE if verb == "check" else ()
        done = eduscol(verb, "--data", small_copy, *more)
        assert done.returncode == 0, done.stderr.decode()
    assert files(small_copy / "published") | files(small_copy / "archive") == before


def test_a_version_compared_with_itself_is_said(small: Path) -> None:
    done = eduscol("diff", "latest", "--data", small)
    assert done.returncode == 0
    assert b"was compared with itself" in done.stderr
    assert eduscol("diff", "latest", "--json", "--data", small).stderr == b""


def test_what_is_no_version_names_the_folder_that_is_one(small: Path, tmp_path: Path) -> None:
    for folder in (small, small / "published"):
        done = eduscol("verify", folder)
        assert done.returncode == 2
        assert f"such as {small}/published/latest" in done.stderr.decode()
    none = eduscol("inspect", "mc3_meti-56122706", "--data", tmp_path / "none")
    assert none.returncode == 2
    assert "has no version to look in" in none.stderr.decode()


def test_a_copy_that_holds_no_known_address_says_how_to_name_others(tmp_path: Path) -> None:
    page = tmp_path / "copy" / "eduscol.education.fr" / "referentiels-professionnels" / "zz.html"
    page.parent.mkdir(parents=True)
    page.write_text("<h1>CAP Maçon</h1><p>Arrêté du 3 mai 2004</p>", "utf-8")
    copied = ("--mirror", tmp_path / "copy", "--data", tmp_path / "data")
    for verb in ("fetch", "run"):
        assert "name those of its pages with --seeds FILE" in eduscol(verb, *copied).stdout.decode()
    seeds = tmp_path / "seeds.txt"
    seeds.write_text("https://eduscol.education.fr/referentiels-professionnels/zz.html\n", "utf-8")
    assert "--seeds" not in eduscol("fetch", *copied, "--seeds", seeds).stdout.decode()

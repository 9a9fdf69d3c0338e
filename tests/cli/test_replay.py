"""eduscol replay: a version made again from the archive is the same, or it is told why not.

The sample site with all sources and the static pages is replayed in another process by
`tests/end_to_end`: the command stands in docs/files.md.
"""

import json
import shutil
import sqlite3
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from secrets import token_hex
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from output.diff.file_diff import differences
from schema.errors import RefusedToPublish
from scraper.archive.archive import Archive
from scraper.pipeline.version_inputs import inputs_of_version
from tests.cli.test_local_verbs import FIXTURES
from tests.support.command import invoke
from tests.support.line_files import text_of, write_text
from tests.support.samples import sum_up
from tests.support.small_site import PAGES, small_site


def done(*arguments: object) -> str:
    result = invoke(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def refused(*arguments: object) -> str:
    result = invoke(*arguments)
    assert result.exit_code == 4, result.output
    assert len(result.stderr.splitlines()) == 1
    return result.output


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()  # the readings of all tests
    }


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_site(tmp_path_factory.mktemp("copy"))


@pytest.fixture(scope="module")
def two(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with two versions: of all pages, with labels and fiches of one's own; then of
    a copy in which a page is another and one is missing.
    """
    folder = tmp_path_factory.mktemp("two")
    (folder / "labels.csv").write_text("access;text;Comment on y entre\n", "utf-8")
    later = shutil.copytree(copy, folder / "later")
    page = later / PAGES / "e009.html"
    page.write_bytes(page.read_bytes().replace(b"cinq ans", b"six ans"))
    (later / PAGES / "E046.html").unlink()
    data = folder / "data"
    given = ["--data", data, "--only", "eduscol", "--only", "onisep",
             "--fiches", FIXTURES / "founding", "--no-site"]  # fmt: skip
    done("run", "--mirror", copy, "--lexicon", folder / "labels.csv", *given)
    done("run", "--mirror", later, "--accept", "records-gone", *given)
    return data


@pytest.fixture
def data(two: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(two, tmp_path / "data", symlinks=True))


def versions(data: Path) -> list[str]:
    """First to last."""
    listed = json.loads((data / "published" / "versions.json").read_bytes())["versions"]
    return [row["version"] for row in listed]


def inputs(data: Path, version: str) -> dict[str, str]:
    index = json.loads((data / "published" / version / "index.json").read_bytes())
    return dict(index["made"]["inputs"])


def test_files_that_differ_when_written_again_are_told(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a clock, a counter or the order of a set in a writer would make them."""
    monkeypatch.setattr("output.formats.changes_text.markdown", lambda _: token_hex())
    assert "differs    CHANGES.md: line" in refused("replay", "--data", data)


def test_the_last_version_and_the_one_before_are_the_same_again(two: Path) -> None:
    before = files(two)
    first, last = versions(two)
    assert f"made again {last}, after {first}" in done("replay", "--data", two)
    assert f"made again {first}\n" in done("replay", first, "--data", two)
    assert files(two) == before


def test_without_pages_and_from_the_other_sources(tmp_path: Path) -> None:
    # a list that no record comes from is no input
    only = ["--only", "onisep", "--scope", "all", "--official-list", tmp_path / "not-there.csv"]
    done("run", "--data", tmp_path, "--fiches", FIXTURES / "founding", *only)
    assert inputs(tmp_path, "latest").keys() == {"fiches", "only", "scope", "site", "xlsx"}
    assert "the same bytes" in done("replay", "--data", tmp_path)


@pytest.mark.parametrize("name", ["lexicon", "fiches"])
def test_a_copy_that_is_missing_or_changed_is_named(data: Path, name: str) -> None:
    first, _ = versions(data)
    path = data / "archive" / "files" / inputs(data, first)[name]
    path.write_bytes(b"access;text;Autre\n")
    assert f"{path}: the copy of {name}" in refused("replay", first, "--data", data)
    path.unlink()
    assert f"{path}: the copy of {name}" in refused("replay", first, "--data", data)


def test_a_fiche_whose_copy_is_missing_is_named(data: Path) -> None:
    first, _ = versions(data)
    kept = data / "archive" / "files"
    sha256, name = (kept / inputs(data, first)["fiches"]).read_text().split()
    (kept / sha256).unlink()
    assert f"the copy of {name}" in refused("replay", first, "--data", data)


def test_pages_that_the_archive_no_longer_holds(data: Path) -> None:
    first, last = versions(data)
    for warc in sorted((data / "archive").glob("*.warc.gz"))[1:]:
        warc.unlink()
    assert "are not those that it was made of" in refused("replay", last, "--data", data)
    assert "the same bytes" in done("replay", first, "--data", data)
    journal = min((data / "archive" / "runs").iterdir(), key=lambda path: path.stem)
    journal.write_bytes(b"".join(journal.read_bytes().splitlines(keepends=True)[:-3]))
    assert "not those that it was made of" in refused("replay", first, "--data", data)
    shutil.rmtree(data / "archive" / "moments")
    assert "does not know when" in refused("replay", first, "--data", data)
    shutil.rmtree(data / "archive")
    assert invoke("replay", "--data", data).exit_code == 2


def tampered(data: Path, version: str, change: Any) -> Path:
    """The version with a change of its database, and of its sums so that they fit."""
    folder = data / "published" / version
    with closing(sqlite3.connect(folder / "referentials.db", isolation_level=None)) as database:
        change(database)
    sum_up(folder)
    return folder


def test_a_tampered_version_is_told_with_the_first_place(data: Path) -> None:
    change = "UPDATE trades SET feminine = 'x' WHERE masculine = 'plombier'"
    folder = tampered(data, versions(data)[-1], lambda database: database.execute(change))
    lines = text_of(folder, "pages").splitlines(keepends=True)
    write_text(folder, "pages", "".join([*lines[:2], "{}\n", *lines[3:]]))
    (folder / "CHANGES.md").unlink()
    (folder / "more.txt").write_text("more")
    output = refused("replay", "--data", data)
    assert "CHANGES.md: made again, and not among the published files" in output
    assert "more.txt: published, and not made again" in output
    assert 'pages.ndjson.gz: line 3: published «{}», made again «{"url":' in output
    assert "referentials.db: table trades, row " in output
    assert "'x')», made again «" in output
    assert "'plombière')»" in output


def test_bytes_that_are_no_text_are_not_taken_for_the_same(tmp_path: Path) -> None:
    for name, content in (("one", b"PAR1 \xfe"), ("other", b"PAR1 \xff")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.parquet").write_bytes(content)
    (difference,) = differences(tmp_path / "one", tmp_path / "other", same_library=True)
    assert difference.startswith("a.parquet: line 1: published «PAR1")


def test_other_bytes_of_the_same_rows(data: Path) -> None:
    def packed(database: sqlite3.Connection) -> None:
        database.execute("PRAGMA page_size = 8192")
        database.execute("VACUUM")

    tampered(data, versions(data)[-1], packed)
    assert "other bytes, although every row is the same" in refused("replay", "--data", data)


def zipped_again(path: Path, more: bytes = b"") -> None:
    """A zip with the same members, to which `more` is added, in other bytes."""
    with ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in members.items():
            archive.writestr(name, content + more)


def of_another_library(data: Path, change: str) -> None:
    """The last version as other SQLite and zlib libraries would have written it."""

    def written(database: sqlite3.Connection) -> None:
        database.execute(change)
        database.execute("PRAGMA page_size = 8192")
        database.execute("VACUUM")

    folder = tampered(data, versions(data)[-1], written)
    index = json.loads((folder / "index.json").read_bytes())
    index["made"] |= {"sqlite": "3.37.0", "zlib": "1.2"}
    write_text(folder, "pages", text_of(folder, "pages"))
    zips = ("csv/fr/provenance.zip", "referentiels.xlsx")
    for name in zips:
        zipped_again(folder / name)
    for entry in index["files"]:
        if entry["path"] in ("referentials.db", "pages.ndjson.gz", *zips):
            entry["bytes"], entry["sha256"] = 1, "0"
    (folder / "index.json").write_text(json.dumps(index, indent=2, ensure_ascii=False) + "\n")
    sum_up(folder)


def test_another_sqlite_library_is_compared_row_for_row(data: Path) -> None:
    of_another_library(data, "SELECT 1")
    output = done("replay", "--data", data)
    assert "written by SQLite 3.37.0 and zlib 1.2" in output
    assert "the same rows, all other files the same bytes" in output


def test_another_row_of_another_sqlite_library(data: Path) -> None:
    of_another_library(data, "DELETE FROM trades WHERE masculine = 'plombier'")
    assert "table trades, row" in refused("replay", "--data", data)


def test_another_row_in_a_zip_of_another_library(data: Path) -> None:
    of_another_library(data, "SELECT 1")
    folder = data / "published" / versions(data)[-1]
    zipped_again(folder / "csv" / "fr" / "provenance.zip", b"more\n")
    sum_up(folder)
    output = refused("replay", "--data", data)
    assert "csv/fr/provenance.zip: line" in output
    assert "published «more»" in output
    (folder / "csv" / "fr" / "provenance.zip").write_bytes(b"PK")
    sum_up(folder)
    output = refused("replay", "--data", data)
    assert "csv/fr/provenance.zip: line 1: published «cannot be" in output


def test_another_program_is_the_reason(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("scraper.pipeline.build_version.version", lambda _: "0.0.9")
        done("run", "--mirror", copy, "--data", tmp_path, "--only", "eduscol")
    output = refused("replay", "--data", tmp_path)
    assert "made by 0.0.9 of the program" in output
    assert "take the program in its version 0.0.9" in output
    assert "csv/meta.csv.gz: line" in output


def test_pages_that_another_program_read_are_no_fault_of_the_archive(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when what a page states of itself gained a member since the version was made."""
    last = data / "published" / versions(data)[-1]
    monkeypatch.setattr("scraper.state.snapshot._facts", lambda page: (page.key, "of today"))
    output = refused("replay", "--data", data)
    assert "take the program that made it, if it was another one; else the archive" in output
    (last / "schema" / "issue.json").write_text("{}")
    output = refused("replay", "--data", data)
    assert f"{last.name} was made by another program" in output
    assert "the copy that was saved" not in output


def test_parquet_of_another_library_is_the_reason(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done("run", "--mirror", copy, "--data", tmp_path, "--only", "eduscol", "--parquet")
    assert "the same bytes" in done("replay", "--data", tmp_path)
    assert inputs(tmp_path, "latest")["parquet"] == version("pyarrow")
    monkeypatch.setattr("scraper.pipeline.version_inputs.version", lambda _: "9.9")
    assert "here is 9.9" in refused("replay", "--data", tmp_path)


def test_an_input_of_a_later_program_is_the_reason(data: Path) -> None:
    path = data / "published" / "latest" / "index.json"
    path.write_text(path.read_text().replace('"pages"', '"weather"', 1))
    assert "'weather', which this program does not know" in refused("replay", "--data", data)


def test_a_scope_of_a_later_program_is_the_reason(data: Path, tmp_path: Path) -> None:
    named = {**inputs(data, "latest"), "scope": "planet"}
    with pytest.raises(RefusedToPublish, match="'planet', which this program does not know"):
        inputs_of_version(named, Archive(data / "archive"), tmp_path / "files")


def test_the_version_before_must_be_there_and_whole(data: Path) -> None:
    former = data / "published" / versions(data)[0]
    (former / "pages.ndjson.gz").write_text("")
    assert "damaged (pages.ndjson.gz: changed" in refused("replay", "--data", data)
    shutil.rmtree(former)
    assert f"{former} is missing" in refused("replay", "--data", data)


def test_a_damaged_version_is_made_again_as_every_message_says(copy: Path, tmp_path: Path) -> None:
    data, options = tmp_path / "data", ("--only", "eduscol", "--no-site")
    published = data / "published"
    done("run", "--mirror", copy, "--data", data, *options)
    folder = (published / "latest").resolve()
    before = files(folder)
    with (folder / "referentials.db").open("r+b") as database:
        database.truncate(1000)
    remedy = f"restore {folder} from a copy; or move it away, remove the link latest and publish"
    for verb, *more in (
        ("search", "plombier", "--data", data),
        ("verify", published / "latest"),
        ("inspect", "mc3_meti-01022701", "--data", data),
        ("publish", "--data", data, *options),
    ):
        assert remedy in invoke(verb, *more).stderr, verb
    shown = invoke("status", "--data", data).stdout
    assert f"remove the link latest, then eduscol publish --data {data}" in shown
    folder.rename(tmp_path / "away")
    (published / "latest").unlink()
    done("publish", "--data", data, *options)
    assert files(folder) == before


def test_a_damaged_index_and_a_version_that_is_not_there(data: Path) -> None:
    (data / "published" / "latest" / "index.json").write_text("{}")
    assert "the version is damaged" in refused("replay", "--data", data)
    unknown = invoke("replay", "20200101-00000000", "--data", data)
    assert (unknown.exit_code, "no version 20200101" in unknown.stderr) == (2, True)

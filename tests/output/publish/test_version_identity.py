"""Several versions in a row: what the database, the lines and `diff` say of them."""

import itertools
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from output.dataset.dataset import Dataset
from output.diff.compare_versions import diff
from output.formats.writers import WRITERS
from output.publish import version_identity, write_version
from output.publish.publish import Published, publish
from output.tables.table import History
from schema.errors import UnusableInput
from schema.referential import Referential
from tests.support.samples import other, page, record, sample, sum_up

A, B, C = record(), other(1), other(2)


def build_of(*records: Referential, lost: tuple[Referential, ...] = ()) -> Dataset:
    pages = [page(row) for row in records]
    pages += [page(item, None, outcome="failed", records=0) for item in lost]
    return sample(*records, pages=pages)


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> list[Published]:
    folder = tmp_path_factory.mktemp("data") / "published"
    return [
        publish(made, folder, accept={"records-gone"})
        for made in (
            build_of(A, B),
            build_of(A, B, C),
            build_of(A, B, lost=(C,)),
            build_of(record(acronym="METI2"), B, C),
        )
    ]


def lines(version: Published) -> bytes:
    return (version.folder / "changes.ndjson").read_bytes()


def test_history_goes_back_to_the_first_version(versions: list[Published]) -> None:
    db = sqlite3.connect(versions[-1].folder / "referentials.db")
    rows = db.execute(
        "SELECT v.version, c.referential, c.kind, c.field FROM changes c JOIN versions v "
        "ON v.version = c.version ORDER BY c.number"
    ).fetchall()
    names = [version.version for version in versions]
    assert rows == [
        (names[0], B.id, "created", None),
        (names[0], A.id, "created", None),
        (names[1], C.id, "created", None),
        (names[2], C.id, "not_seen", None),
        (names[3], C.id, "came_back", None),
        (names[3], A.id, "changed", "acronym"),
    ]
    assert [v for (v,) in db.execute("SELECT version FROM versions ORDER BY rowid")] == names


def test_who_follows_the_lines_reads_on_where_they_stopped(versions: list[Published]) -> None:
    for before, after in itertools.pairwise(versions):
        assert lines(after).startswith(lines(before))
        new = [json.loads(line) for line in lines(after)[len(lines(before)) :].splitlines()]
        assert {row["version"] for row in new} == {after.version}


def test_versions_that_do_not_follow_one_another_can_be_compared(
    versions: list[Published],
) -> None:
    folder = versions[0].folder.parent
    first, _, third, last = (version.version for version in versions)
    assert [(row.referential, row.kind) for row in diff(folder, first, "latest")] == [
        (C.id, "created"),
        (A.id, "changed"),
    ]
    assert list(diff(folder, first, third)) == []
    back = diff(folder, last, first)
    assert [(row.referential, row.kind, row.after) for row in back] == [
        (C.id, "not_seen", None),
        (A.id, "changed", "METI"),
    ]
    assert list(diff(folder, str(folder / first), last)) == list(diff(folder, first, last))


def test_a_version_that_is_not_there_is_named_with_those_that_are(
    versions: list[Published],
) -> None:
    with pytest.raises(UnusableInput, match=f"no version 2020.*{versions[-1].version}$"):
        diff(versions[0].folder.parent, "2020", "latest")


def test_a_version_that_is_not_whole_is_refused_in_a_line(
    versions: list[Published], tmp_path: Path
) -> None:
    broken = shutil.copytree(versions[0].folder, tmp_path / "broken")
    (broken / "referentials.ndjson.gz").write_text("{")
    with pytest.raises(UnusableInput, match=r"no whole version.*verify\.py"):
        diff(versions[0].folder.parent, str(broken), "latest")


@pytest.mark.parametrize(
    "name", ["referentials.ndjson.gz", "evidence.ndjson.gz", "pages.ndjson.gz"]
)
def test_a_version_that_was_changed_is_no_side_of_a_comparison(
    versions: list[Published], tmp_path: Path, name: str
) -> None:
    folder = Path(shutil.copytree(versions[0].folder, tmp_path / versions[0].version))
    with (folder / name).open("rb+") as file:
        file.truncate(0)
    with pytest.raises(UnusableInput, match=f"no whole version .{name}: changed"):
        diff(tmp_path, versions[0].version, str(versions[1].folder))


def test_the_name_of_a_version_is_no_folder_of_the_place_it_is_said_in(
    versions: list[Published], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / versions[0].version).mkdir()
    shutil.copytree(versions[0].folder, tmp_path / "copy")
    monkeypatch.chdir(tmp_path)
    published = versions[0].folder.parent
    assert [row.kind for row in diff(published, versions[0].version, "latest")] == [
        "created",
        "changed",
    ]
    assert list(diff(published, versions[0].version, "copy")) == []


def test_a_version_of_an_older_program_is_still_gone_on_from(tmp_path: Path) -> None:
    """One that says more of itself, and has no lines of pages and changes."""
    old = publish(build_of(A), tmp_path)
    index = json.loads((old.folder / "index.json").read_text())
    index["made"]["format"] = 1
    (old.folder / "index.json").write_text(json.dumps(index))
    for name in ("pages.ndjson.gz", "changes.ndjson"):
        (old.folder / name).unlink()
    sum_up(old.folder)
    (tmp_path / "changes.ndjson").unlink()
    new = publish(build_of(A, B), tmp_path)
    assert new.previous == old.version
    assert [row["referential"] for row in map(json.loads, lines(new).splitlines())] == [B.id]


def test_a_new_writer_makes_a_version_of_the_same_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_greeting(dataset: Dataset, history: History, folder: Path) -> None:
        (folder / "greeting.txt").write_text("bonjour")

    first = publish(build_of(A), tmp_path)
    assert not publish(build_of(A), tmp_path).new
    for module in (version_identity, write_version):
        monkeypatch.setattr(module, "WRITERS", (*WRITERS, write_greeting))
    second = publish(build_of(A), tmp_path)
    assert second.new
    assert second.previous == first.version
    assert (second.folder / "greeting.txt").is_file()

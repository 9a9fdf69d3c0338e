import json
import shutil
import sqlite3
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from output.publish.publish import publish
from output.publish.version_identity import version_name
from output.versions.catalogue import freshness
from schema.errors import TryLater, UnusableTarget
from tests.support.samples import DAY, other, record, sample


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def latest(folder: Path) -> str:
    return str((folder / "latest").readlink())


def versions(folder: Path) -> Any:
    return json.loads((folder / "versions.json").read_text())


def test_a_version_bears_the_day_of_its_data_and_is_the_latest(tmp_path: Path) -> None:
    done = publish(sample(), tmp_path)
    assert done.new
    assert done.version.startswith("20261103-")
    assert latest(tmp_path) == done.version
    assert (tmp_path / "latest" / "referentials.db").is_file()


def test_a_copy_of_the_site_has_no_day(tmp_path: Path) -> None:
    assert publish(sample(day=None), tmp_path).version.startswith("00000000-")


def test_two_publications_of_the_same_are_the_same_bytes(tmp_path: Path) -> None:
    dataset = sample(*(other(n) for n in range(20)))
    published, two = publish(dataset, tmp_path / "a"), publish(dataset, tmp_path / "b")
    assert published.version == two.version
    assert tree(published.folder) == tree(two.folder)
    assert tree(tmp_path / "a") == tree(tmp_path / "b")


def test_nothing_new_makes_no_version(tmp_path: Path) -> None:
    published, two = publish(sample(), tmp_path), publish(sample(), tmp_path)
    assert (two.new, two.version) == (False, published.version)
    assert versions(tmp_path)["last_run"] == "nothing-new"
    assert len(versions(tmp_path)["versions"]) == 1


def test_looking_again_changes_nothing_but_the_freshness(tmp_path: Path) -> None:
    days = [DAY.replace(day=day) for day in (3, 10)]
    for day in days:
        looked = freshness(datetime.combine(day, time(6), UTC), every_days=7, grace_days=1)
        done = publish(sample(), tmp_path, freshness=looked)
    assert versions(tmp_path)["freshness"] == {
        "looked_at": "2026-11-10T06:00:00Z",
        "expected_every_days": 7,
        "stale_after": "2026-11-18T06:00:00Z",
    }
    assert len(versions(tmp_path)["versions"]) == 1
    assert b"06:00:00" not in b"".join(tree(done.folder).values())


def test_new_data_is_a_new_version_and_the_former_stays(tmp_path: Path) -> None:
    published = publish(sample(), tmp_path)
    before = tree(published.folder)
    two = publish(sample(record(access="Après un bac.")), tmp_path)
    assert two.previous == published.version != two.version
    assert tree(published.folder) == before
    assert [v["version"] for v in versions(tmp_path)["versions"]] == [
        published.version,
        two.version,
    ]
    assert versions(tmp_path)["latest"] == latest(tmp_path) == two.version


def test_data_that_comes_back_is_a_version_of_its_own(tmp_path: Path) -> None:
    first = publish(sample(), tmp_path)
    publish(sample(record(), other(1)), tmp_path)
    back = publish(sample(), tmp_path, accept={"records-gone"})
    assert back.new
    assert back.version != first.version


def test_the_name_follows_the_data() -> None:
    assert version_name(sample(), None) == version_name(sample(), None)
    assert version_name(sample(), None) != version_name(sample(record(acronym="M")), None)


def test_unfinished_work_is_cleaned_up(tmp_path: Path) -> None:
    (tmp_path / ".tmp-20261103-00000000").mkdir()
    (tmp_path / ".tmp-versions.json").write_text("{")
    publish(sample(), tmp_path)
    assert not list(tmp_path.glob(".tmp-*"))


def test_an_interrupted_run_leaves_the_former_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published = publish(sample(), tmp_path)
    before = tree(tmp_path)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("output.publish.write_version.write_index", stop)
    with pytest.raises(KeyboardInterrupt):
        publish(sample(record(), other(1)), tmp_path)
    assert tree(tmp_path) == before
    assert latest(tmp_path) == published.version


def test_versions_json_can_be_made_again_from_the_folders(tmp_path: Path) -> None:
    publish(sample(), tmp_path)
    publish(sample(record(), other(1)), tmp_path)
    before = versions(tmp_path)
    (tmp_path / "versions.json").unlink()
    publish(sample(record(), other(1)), tmp_path)
    assert versions(tmp_path)["versions"] == before["versions"]


def test_a_version_that_is_made_again_is_listed_once(tmp_path: Path) -> None:
    published = publish(sample(), tmp_path)
    two = publish(sample(record(), other(1)), tmp_path)
    shutil.rmtree(two.folder)
    (tmp_path / "latest").unlink()
    publish(sample(record(), other(1)), tmp_path)
    assert [v["version"] for v in versions(tmp_path)["versions"]] == [
        published.version,
        two.version,
    ]


def test_the_latest_version_is_one_that_is_there(tmp_path: Path) -> None:
    published = publish(sample(), tmp_path)
    two = publish(sample(record(), other(1)), tmp_path)
    shutil.rmtree(two.folder)
    (tmp_path / "latest").unlink()
    assert not publish(sample(), tmp_path).new
    assert versions(tmp_path)["latest"] == published.version
    assert str((tmp_path / "latest").readlink()) == published.version


def test_a_copy_under_another_version_s_name_is_refused(tmp_path: Path) -> None:
    published = publish(sample(), tmp_path)
    shutil.copytree(published.folder, tmp_path / "20260101-00000000")
    with pytest.raises(
        UnusableTarget, match=rf"20260101-00000000 holds the version {published.version}"
    ):
        publish(sample(), tmp_path)


def test_a_folder_that_cannot_be_written_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UnusableTarget, match=r"cannot write .*file.*--data"):
        publish(sample(), tmp_path / "file" / "published")


@pytest.mark.parametrize(
    "step", ["output.formats.datapackage.write_file", "output.versions.store.sync_tree"]
)
def test_a_full_disk_loses_nothing_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    publish(sample(), tmp_path)
    before = tree(tmp_path)

    def full(path: Path, *_: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(step, full)
    with pytest.raises(UnusableTarget, match="No space left"):
        publish(sample(record(), other(1)), tmp_path)
    assert tree(tmp_path) == before


def test_a_full_disk_while_the_database_is_made_is_named_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr("output.publish.write_version.WRITERS", (full,))
    with pytest.raises(UnusableTarget, match="disk is full"):
        publish(sample(), tmp_path)


def test_latest_that_is_a_file_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "latest").write_text("mine")
    with pytest.raises(UnusableTarget, match="move it away"):
        publish(sample(), tmp_path)
    assert (tmp_path / "latest").read_text() == "mine"


def test_latest_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    shutil.rmtree(publish(sample(), tmp_path).folder)
    with pytest.raises(UnusableTarget, match="not there"):
        publish(sample(other(1)), tmp_path)


def test_a_version_that_was_tampered_with_is_refused_and_named(tmp_path: Path) -> None:
    done = publish(sample(), tmp_path)
    with (done.folder / "referentials.ndjson.gz").open("ab") as file:
        file.write(b"{}\n")
    with pytest.raises(
        UnusableTarget, match=rf"{done.version} is damaged \(referentials.ndjson.gz"
    ):
        publish(sample(other(1)), tmp_path)


def test_versions_json_that_is_not_ours_is_refused_and_kept(tmp_path: Path) -> None:
    publish(sample(), tmp_path)
    (tmp_path / "versions.json").write_text("[]")
    with pytest.raises(UnusableTarget, match=r"versions\.json cannot be read"):
        publish(sample(), tmp_path)
    assert (tmp_path / "versions.json").read_text() == "[]"


def test_versions_json_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "versions.json").mkdir()
    with pytest.raises(UnusableTarget, match=r"versions\.json cannot be read"):
        publish(sample(), tmp_path)


def test_two_runs_do_not_publish_at_once(tmp_path: Path) -> None:
    with FileLock(tmp_path / ".lock"), pytest.raises(TryLater):
        publish(sample(), tmp_path)

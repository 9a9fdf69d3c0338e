"""Versions that were lost are made again from the archive, and followers go on."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from output.versions.verify import faults
from tests.support.command import invoke

PAGES = Path("eduscol.education.fr") / "referentiels-professionnels"
# Other sources come back in `cli/test_remote.py`.
PLAIN = ("--only", "eduscol", "--no-site", "--no-xlsx")
NAMES = ["cap_aepe.html", "cap_ca.html", "b224.html"]


def page(number: int, text: str) -> str:
    """A mock-up of a page."""
    return (
        f"<html><head><title>CAP essai {number}</title></head><body><h1>CAP essai {number}</h1>"
        f"<p>Code scolarité : 5002213{number}</p><p>Durée : 2 ans</p>"
        f"<h2>Description</h2><p>{text}</p></body></html>"
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the site with three pages."""
    folder = tmp_path / "copy" / PAGES
    folder.mkdir(parents=True)
    for number, name in enumerate(NAMES):
        (folder / name).write_text(page(number, "Premier texte."))
    return tmp_path / "copy"


def run(copy: Path, data: Path) -> str:
    done = invoke("run", "--mirror", copy, "--data", data, *PLAIN)
    assert done.exit_code == 0, done.output
    return (data / "published" / "latest").readlink().name


def changes(data: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (data / "published" / "changes.ndjson").open()]


def test_a_restored_folder_publishes_under_the_same_names(copy: Path, tmp_path: Path) -> None:
    data, restored = tmp_path / "data", tmp_path / "restored"
    run(copy, data)
    (copy / PAGES / NAMES[0]).write_text(page(0, "Deuxième texte."))
    second = run(copy, data)
    # The backup: nothing but what the documentation names.
    restored.mkdir()
    shutil.copytree(data / "archive", restored / "archive")
    assert run(copy, restored) == second
    whole, again = data / "published" / second, restored / "published" / second
    assert {p.name: p.read_bytes() for p in whole.iterdir() if p.is_file()} == {
        p.name: p.read_bytes() for p in again.iterdir() if p.is_file()
    }
    assert changes(restored) == changes(data)
    # The next version is the same on both sides, and followers go on.
    (copy / PAGES / NAMES[1]).write_text(page(1, "Troisième texte."))
    assert run(copy, data) == run(copy, restored)
    assert changes(restored) == changes(data)


def with_a_lost_version(copy: Path, data: Path) -> Path:
    """Make two versions, damage the last and take it away as is advised; return where it is now."""
    run(copy, data)
    (copy / PAGES / NAMES[0]).write_text(page(0, "Deuxième texte."))
    second = run(copy, data)
    latest = data / "published" / "latest"
    os.truncate(latest / "referentials.db", 1000)
    refused = invoke("publish", "--data", data, *PLAIN)
    assert (refused.exit_code, "is damaged" in refused.stderr) == (2, True)
    away = latest.resolve().rename(data.parent / second)
    latest.unlink()
    return away


@pytest.mark.parametrize("verb", ["publish", "check"])
def test_the_changes_of_a_lost_last_version_stand_once(
    copy: Path, tmp_path: Path, verb: str
) -> None:
    data = tmp_path / "data"
    away = with_a_lost_version(copy, data)
    before = changes(data)
    assert invoke(verb, "--data", data, *PLAIN).exit_code == 0
    done = invoke("publish", "--data", data, *PLAIN)
    assert done.exit_code == 0, done.output
    latest = data / "published" / "latest"
    assert latest.readlink().name == away.name
    assert changes(data) == before
    assert (latest / "SHA256SUMS").read_bytes() == (away / "SHA256SUMS").read_bytes()
    assert faults(latest) == []


def test_the_next_version_tells_what_changed_since_a_lost_one(copy: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    second = with_a_lost_version(copy, data).name
    before = changes(data)
    (copy / PAGES / NAMES[0]).write_text(page(0, "Premier texte."))
    third = run(copy, data)
    assert changes(data)[: len(before)] == before
    told = changes(data)[len(before) :]
    assert [(row["version"], row["previous"], row["before"], row["after"]) for row in told] == [
        (third, second, "Deuxième texte.", "Premier texte.")
    ]


def test_what_cannot_be_made_again_leaves_the_version_before(copy: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    away = with_a_lost_version(copy, data)
    before = changes(data)
    shutil.rmtree(data / "archive" / "moments")
    assert invoke("publish", "--data", data, *PLAIN).exit_code == 0
    assert (data / "published" / "latest").readlink().name == away.name
    assert changes(data)[: len(before)] == before


def test_a_pruned_version_does_not_come_back_when_later_ones_are_withdrawn(
    copy: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    first = run(copy, data)
    later = []
    for text in ("Deuxième texte.", "Troisième texte."):
        (copy / PAGES / NAMES[0]).write_text(page(0, text))
        later.append(run(copy, data))
    assert invoke("prune", "--keep", 1, "--data", data).exit_code == 0
    for version in reversed(later):
        done = invoke("withdraw", version, "--reason", "wrong", "--data", data)
        assert done.exit_code == 0, done.output
    before = changes(data)
    invoke("publish", "--data", data, *PLAIN)
    assert not (data / "published" / first).exists()
    assert changes(data)[: len(before)] == before


def test_a_backup_that_lacks_what_the_version_was_made_of_is_refused(
    copy: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    run(copy, data)
    shutil.rmtree(data / "published")
    shutil.rmtree(data / "archive" / "moments")
    done = invoke("run", "--mirror", copy, "--data", data, *PLAIN)
    assert done.exit_code == 4
    assert "begin a new history" in done.output + (done.stderr or "")

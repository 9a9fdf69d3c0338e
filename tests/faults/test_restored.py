"""A data folder restored from `archive/` and `sources/` alone goes on under the same names."""

import json
import shutil
from pathlib import Path

import pytest

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


def changes(data: Path) -> list[object]:
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

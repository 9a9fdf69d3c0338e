"""A data folder of an earlier program is opened, published on, replayed and followed."""

import json
import tarfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from output.versions.verify import faults
from tests.support.command import invoke

OLD = Path(__file__).parents[1] / "fixtures" / "upgrade" / "data-schema-1.1.tar.xz"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder as it was left."""
    with tarfile.open(OLD) as packed:
        packed.extractall(tmp_path / "data", filter="data")
    return tmp_path / "data"


def eduscol(*arguments: object) -> Result:
    done = invoke(*arguments)
    assert done.exit_code == 0, done.output
    return done


def records(version: Path) -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = json.loads((version / "referentials.json").read_bytes())
    return content


def test_a_folder_of_schema_1_1_goes_on(data: Path) -> None:
    published = data / "published"
    before = (published / "latest").readlink().name
    assert "healthy" in eduscol("status", "--data", data).stdout
    eduscol("publish", "--only", "eduscol", "--data", data)
    after = (published / "latest").readlink().name
    assert after != before
    index = json.loads((published / after / "index.json").read_bytes())
    assert (index["previous"], index["schema_version"]) == (before, "2.0.0")
    assert faults(published / after) == []
    old, new = records(published / before), records(published / after)
    assert [(r["id"], r["code"], r["title"]) for r in new] == [
        (r["id"], r["code"], r["title"]) for r in old
    ]


def test_history_and_changes_are_carried_over(data: Path) -> None:
    eduscol("publish", "--only", "eduscol", "--data", data)
    latest = data / "published" / "latest"
    listed = json.loads((data / "published" / "versions.json").read_bytes())["versions"]
    assert [version["schema_version"] for version in listed] == ["1.1.0", "1.1.0", "2.0.0"]
    lines = (latest / "changes.ndjson").read_text("utf-8").splitlines()
    changes = [json.loads(line) for line in lines]
    assert [change["number"] for change in changes] == list(range(1, len(changes) + 1))
    (changed,) = {c["referential"] for c in changes if c["version"] == listed[1]["version"]}
    assert changed.startswith("cap_boucher")


def test_the_new_version_replays_and_the_next_run_goes_on(data: Path) -> None:
    eduscol("publish", "--only", "eduscol", "--data", data)
    assert "the same bytes" in eduscol("replay", "--data", data).stdout
    again = eduscol("publish", "--only", "eduscol", "--data", data)
    assert "nothing new" in again.stdout
    for version in json.loads((data / "published" / "versions.json").read_bytes())["versions"]:
        assert faults(data / "published" / version["version"]) == []

"""A database without room: where to make it is told, and reading goes on in memory."""

import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from schema.errors import UnusableTarget
from scraper.state.archived_pages import open_to_read
from scraper.state.frontier import State, database_errors
from tests.support.command import eduscol
from tests.support.small_site import small_site


def fill(path: Path) -> None:
    """Write into a database more than there is room for."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA max_page_count = 3")
        database.execute("CREATE TABLE rows (content BLOB)")
        database.execute("INSERT INTO rows VALUES (zeroblob(100000))")


def test_a_full_folder_of_temporary_files_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "state.db"
    monkeypatch.setenv("TMPDIR", "/mnt/small")
    monkeypatch.delenv("SQLITE_TMPDIR", raising=False)
    with (
        pytest.raises(UnusableTarget, match="temporary files in /mnt/small"),
        database_errors(path),
    ):
        fill(path)
    full = SimpleNamespace(f_bavail=3, f_frsize=4096)
    monkeypatch.setattr("os.statvfs", lambda _: full)
    with pytest.raises(UnusableTarget, match="make room and run again"), database_errors(path):
        fill(tmp_path / "other.db")


def test_a_state_without_room_is_read_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    site = small_site(tmp_path / "site")
    assert eduscol("fetch", "--mirror", site, "--data", data).returncode == 0
    (data / "state.db").unlink()
    commit = State.commit

    def without_room(state: State) -> None:
        if state._path:
            fill(tmp_path / "full.db")
        commit(state)

    monkeypatch.setattr(State, "commit", without_room)
    with open_to_read(data) as (state, _):
        assert state.has_read(state.run or "")

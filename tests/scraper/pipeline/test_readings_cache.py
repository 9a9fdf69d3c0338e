"""Readings that are kept: the same bytes as without them, whatever changes or breaks."""

import ast
import sqlite3
import sys
from contextlib import closing
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

from parsers.model.document import Document, ExpectedDiploma
from schema.errors import RefusedToPublish
from scraper.pipeline import readings_cache
from scraper.pipeline.readings_cache import NAME, Readings, _sum, packed
from scraper.pipeline.replay import replay
from scraper.pipeline.serialised_reading import LIBRARIES, Task, task_key
from tests.support.mock_site import MockSite, published

ROOT = Path(__file__).parents[3]


def rows(data: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(data / NAME)) as db:
        return db.execute("SELECT key, reading, rowid FROM readings ORDER BY rowid").fetchall()


def damage(path: Path, how: str) -> None:
    if how == "no database":
        path.write_bytes(b"nothing of SQLite" * 1000)
    elif how == "cut off":
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    elif how == "a byte of each":
        sql = "UPDATE readings SET reading = CAST(substr(reading, 1, 40) || x'00' AS BLOB)"
        with closing(sqlite3.connect(path)) as db, db:
            db.execute(sql)


def test_versions_with_and_without_kept_readings_are_the_same_after_any_changes(
    tmp_path: Path,
) -> None:
    site = MockSite(tmp_path / "site", 8)
    kept, bare = tmp_path / "kept", tmp_path / "bare"
    before: set[bytes] = set()
    for how in ("first", "whole", "no database", "cut off", "a byte of each"):
        if how != "first":
            for number in site.random.sample(range(8), 3):
                site.write(number)
            (site.pages / "p7.html").unlink(missing_ok=True)  # and comes back, perhaps
            damage(kept / NAME, how)
            (bare / NAME).unlink()
        assert published(site.fetched(kept)) == published(site.fetched(bare)), how
        after = {key for key, *_ in rows(kept)}
        if how == "whole":
            assert 0 < len(after - before) <= 3  # the others were not read again
        before = after
    assert len(list((kept / "published").glob("0*"))) == 5


def test_replay_does_not_believe_what_was_kept(tmp_path: Path) -> None:
    data = MockSite(tmp_path / "site", 3).fetched(tmp_path / "data")
    published(data)
    with closing(sqlite3.connect(data / NAME)) as db, db:
        (first, reading, _), (second, _, number), _ = rows(data)
        assert first != second
        # a reading of another page, its checksum in order
        db.execute(
            "UPDATE readings SET reading = ?, sum = ? WHERE rowid = ?",
            (reading, _sum(second, reading), number),
        )
    assert "the same bytes" in list(replay(data, "latest"))[-1]
    published(data)
    with pytest.raises(RefusedToPublish, match="not the same"):
        list(replay(data, "latest"))


def test_least_recently_used_readings_are_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readings_cache, "_FEWEST", 4)
    path = tmp_path / NAME

    def call(used: str, new: str) -> None:
        kept = Readings(path)
        for name in used:
            assert kept.get(name.encode()) == name.encode() * 99
        for name in new:
            kept.put(name.encode(), name.encode(), packed(name.encode() * 99))
        kept.close()

    def names() -> str:
        return "".join(sorted(key.decode() for key, *_ in rows(tmp_path)))

    call("", "abcdefgh")
    assert names() == "abcdefgh"  # as many as a call needs are never too many
    call("abc", "i")
    call("a", "")
    assert names() == "abci"


def test_a_reading_depends_on_every_part_of_its_document() -> None:
    plain = Document(b"<p>a</p>", "https://example.org/a", "text/html", "a")
    diploma = ExpectedDiploma("a", "50022101", "CAP", ("a",))
    keys = [
        task_key(Task(plain), None),
        task_key(Task(plain), b""),
        task_key(Task(plain), b"access;text;Voie\n"),
        task_key(Task(plain, (diploma,)), None),
        task_key(Task(plain, (diploma, diploma)), None),
        *(
            task_key(Task(document), None)
            for document in (
                plain._replace(body=b"<p>b</p>"),
                plain._replace(url=None),
                plain._replace(content_type=None),
                plain._replace(name="b"),
                plain._replace(is_known=True),
                plain._replace(base="https://example.org/"),
            )
        ),
    ]
    assert len(set(keys)) == len(keys) == 5 + len(Document._fields)


def test_a_reading_depends_on_every_library_that_reads() -> None:
    modules = set()
    for package in ("parsers", "schema"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Import):
                    modules |= {alias.name.partition(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    modules.add(node.module.partition(".")[0])
    foreign = modules - sys.stdlib_module_names - {"parsers", "schema"}
    distributions = packages_distributions()
    assert {distributions[name][0] for name in foreign} <= set(LIBRARIES)

import gzip
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from output.publish.publish import publish
from output.versions.verify import _elements, faults, main
from tests.support.samples import other, record, sample, sum_up


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(sample(record(), other(1)), tmp_path_factory.mktemp("published")).folder


@pytest.fixture
def version(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / whole.name))


def test_a_whole_version_has_no_fault(whole: Path) -> None:
    assert faults(whole) == []
    assert main([str(whole)]) == 0


def test_the_copy_in_the_version_runs_alone(version: Path) -> None:
    command = [sys.executable, "-I", "-S", str(version / "verify.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    assert (done.returncode, done.stderr) == (0, "")
    with (version / "pages.ndjson.gz").open("ab") as file:
        file.write(gzip.compress(b"{}\n"))
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    assert done.returncode == 1
    assert "pages.ndjson.gz: changed since it was published" in done.stdout


@pytest.mark.parametrize(
    "text",
    [
        "[\n]\n",
        '[\n{"a":1}\n]\n',
        '[\n{"a":1},\n{"b":[]}\n]\n',
        "[\n1,\n2\n]",
        "[1, 2,\n3]",
        "[\n 1\n,2]\n",
    ],
)
def test_elements_are_counted_by_lines_as_in_the_whole(text: str, tmp_path: Path) -> None:
    (tmp_path / "array.json").write_text(text)
    assert _elements(tmp_path / "array.json") == len(json.loads(text))


@pytest.mark.parametrize(
    "text",
    ["[\n1\n2\n]\n", "[\n1,\n]\n", "[\n1,\n2\n", "[\n1\n]\n]\n", "[\n,\n]\n", "[\n{\n]\n", ""],
)
def test_an_array_that_is_none_cannot_be_counted(text: str, tmp_path: Path) -> None:
    (tmp_path / "array.json").write_text(text)
    with pytest.raises(ValueError, match=r"."):
        _elements(tmp_path / "array.json")


def test_sha256sum_reads_the_sums_too(whole: Path) -> None:
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=whole, check=False
    )
    assert done.returncode == 0


def test_a_flipped_byte_is_found_and_named_in_any_file(version: Path) -> None:
    assert faults(version) == []
    changed = set()
    for path in sorted(version.rglob("*")):
        if path.is_file() and path.stat().st_size and path.name not in ("SHA256SUMS", "index.json"):
            before = path.read_bytes()
            path.write_bytes(before[:-1] + bytes([before[-1] ^ 1]))
            changed.add(path.relative_to(version).as_posix())
    assert {f"{name}: changed since it was published" for name in changed} <= set(faults(version))


def test_a_missing_file_and_a_stranger_are_named(version: Path) -> None:
    (version / "CHANGES.md").unlink()
    (version / "notes.txt").write_text("mine")
    assert faults(version) == ["CHANGES.md: missing", "notes.txt: not part of the version"]


@pytest.mark.parametrize(
    "name", ["referentials.ndjson.gz", "csv/pages.csv.gz", "csv/trades.csv.gz"]
)
def test_a_missing_line_is_found_though_the_sums_agree(version: Path, name: str) -> None:
    packed, content = name.endswith(".gz"), (version / name).read_bytes()
    lines = (gzip.decompress(content) if packed else content).splitlines(keepends=True)
    fewer = b"".join(lines[:-1])
    (version / name).write_bytes(gzip.compress(fewer) if packed else fewer)
    sum_up(version)
    (result,) = faults(version)
    assert result.startswith(f"{name}: {len(lines) - 1 - name.startswith('csv')} rows")


def test_a_record_that_lacks_in_the_folder_is_found_though_the_sums_agree(version: Path) -> None:
    (version / "referentials" / "b001-50000001.json").unlink()
    sum_up(version)
    assert faults(version) == [
        "referentials/b001-50000001.json: in index.json, and without a sum",
        "referentials/: 1 files, 2 expected",
    ]


def test_a_truncated_database_is_found_though_the_sums_agree(version: Path) -> None:
    data = (version / "referentials.db").read_bytes()
    (version / "referentials.db").write_bytes(data[: len(data) // 2])
    sum_up(version)
    assert any(line.startswith("referentials.db: ") for line in faults(version))


@pytest.mark.parametrize("size", [0, 10, 5000])
def test_a_cut_database_is_a_fault_and_no_crash(version: Path, size: int) -> None:
    data = (version / "referentials.db").read_bytes()
    (version / "referentials.db").write_bytes(data[:size])
    assert any(line.startswith("referentials.db: ") for line in faults(version)[1:])


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("DELETE FROM trades", "a row of referential_trades refers to a missing row of trades"),
        ("DELETE FROM issues WHERE pk = 1", "2 rows in issues, 3 expected"),
        ("PRAGMA user_version = 10100", "schema version 10100, 2.0.0 expected"),
        ("DROP TABLE changes", "no table changes"),
    ],
)
def test_a_database_that_was_changed_is_found_though_the_sums_agree(
    version: Path, statement: str, message: str
) -> None:
    with sqlite3.connect(version / "referentials.db") as db:
        db.execute("DROP VIEW v_changements")
        db.execute(statement)
    db.close()
    sum_up(version)
    assert f"referentials.db: {message}" in faults(version)


@pytest.mark.parametrize(
    "content",
    [
        "",
        '{"rows": {}}',
        '{"schema_version": "1.1", "rows": {}}',
        '{"schema_version": 1, "rows": {}}',
        '{"schema_version": "2.0.0", "rows": {"pages": "2"}}',
        '{"schema_version": "2.0.0", "rows": []}',
        "[]",
        "1",
        "{",
        "[" * 100_000,
    ],
    ids=range(10),
)
def test_an_index_that_is_none_is_a_fault_and_no_crash(version: Path, content: str) -> None:
    (version / "index.json").write_text(content)
    assert faults(version) == ["index.json: changed since it was published"]
    sum_up(version)
    assert faults(version) == ["index.json: not the index of a version"]


@pytest.mark.parametrize("first", range(5))
def test_a_flipped_bit_of_the_database_is_a_fault_and_no_crash(version: Path, first: int) -> None:
    path = version / "referentials.db"
    whole = path.read_bytes()
    for place in range(first * 997, 60_000, 5 * 997):
        data = bytearray(whole)
        data[(data.index(b"CREATE TABLE") + place) % len(data)] ^= 0x80
        path.write_bytes(data)
        assert faults(version)[0] == "referentials.db: changed since it was published", place


@pytest.mark.parametrize("name", ["changes.ndjson", "referentials.json", "schema/page.json"])
def test_deep_nesting_is_a_fault_and_no_crash(version: Path, name: str) -> None:
    (version / name).write_text("[" * 100_000)
    assert f"{name}: changed since it was published" in faults(version)
    sum_up(version)
    assert any(line.startswith(name) for line in faults(version))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda text: text[:-1], "cut off"),
        (lambda text: text.replace(b"\n", b"\x0b", 1), "not a checksum"),
        (lambda text: text.replace(b"\n", b"\r\n"), "not a checksum"),
        (lambda text: text.replace(b"\n", b""), "cut off"),
        (lambda text: text.splitlines(keepends=True)[0] + text, "in order of name"),
        (lambda text: b"".join(reversed(text.splitlines(keepends=True))), "in order of name"),
        (lambda _: b"", "cut off"),
    ],
    ids=range(7),
)
def test_a_damaged_file_of_sums_is_a_fault(
    version: Path, change: Callable[[bytes], bytes], message: str
) -> None:
    path = version / "SHA256SUMS"
    path.write_bytes(change(path.read_bytes()))
    result = faults(version)
    if path.stat().st_size:
        assert message in result[0]
    assert result


def test_files_that_were_taken_away_with_their_sums_are_missed(version: Path) -> None:
    shutil.rmtree(version / "csv")
    sums = (version / "SHA256SUMS").read_text().splitlines(keepends=True)
    (version / "SHA256SUMS").write_text("".join(line for line in sums if "  csv/" not in line))
    assert "csv/trades.csv.gz: in index.json, and without a sum" in faults(version)


@pytest.mark.parametrize("name", ["CHANGES.md", "index.json", "schema/page.json", "SHA256SUMS"])
def test_a_pipe_in_the_place_of_a_file_is_missing_and_waits_for_no_one(
    version: Path, name: str
) -> None:
    (version / name).unlink()
    os.mkfifo(version / name)
    assert f"{name}: missing" in faults(version)


def test_a_link_to_the_same_bytes_is_no_file_of_the_version(version: Path, tmp_path: Path) -> None:
    (version / "CHANGES.md").rename(tmp_path / "elsewhere")
    (version / "CHANGES.md").symlink_to(tmp_path / "elsewhere")
    assert faults(version) == ["CHANGES.md: a link, not a file"]


def test_a_name_that_cannot_be_printed_is_told_all_the_same(version: Path) -> None:
    (version / os.fsdecode(b"m\xe9mo\n.txt")).write_text("")
    assert faults(version) == [r"'m\udce9mo\n.txt: not part of the version'"]


def test_what_cannot_be_read_is_a_fault(version: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever may read everything is refused nothing, so the refusal is made."""
    opened = Path.open

    def shut(self: Path, *arguments: Any, **options: Any) -> Any:
        if self.name == "changes.ndjson":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", shut)
    assert "changes.ndjson: cannot be read: Permission denied" in faults(version)


def test_links_and_empty_folders_are_strangers(version: Path) -> None:
    (version / "gone").symlink_to("nowhere")
    (version / "up").symlink_to("..")
    (version / "empty").mkdir()
    assert faults(version) == [
        f"{name}: not part of the version" for name in ("empty", "gone", "up")
    ]


def test_a_schema_of_another_version_is_found(version: Path) -> None:
    path = version / "schema" / "page.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "$id": "urn:x"}))
    sum_up(version)
    assert faults(version)[0].startswith("schema/page.json: $id is urn:x")


@pytest.mark.parametrize("junk", ["", "x", "  x", "é" * 70])
def test_sums_that_are_none_are_a_fault_and_no_crash(version: Path, junk: str) -> None:
    (version / "SHA256SUMS").write_text(f"{junk}\n")
    assert faults(version)


def test_a_folder_without_a_version_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 2
    assert "holds no version" in capsys.readouterr().err

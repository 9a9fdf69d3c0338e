"""A file that others may be reading is replaced whole, or stays as it was."""

import errno
import resource
from pathlib import Path

import pytest

from schema.errors import UnusableTarget
from schema.files import replace_file, writable

FORMER, NEW = b"former", b"new" * 10_000


def test_without_room_the_former_file_stays_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "versions.json"
    replace_file(path, FORMER)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(NEW) // 2, limits[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            replace_file(path, NEW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == FORMER
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "make the call as the owner"),
        (OSError(errno.EROFS, "Read-only file system"), "make the call as the owner"),
        (OSError(errno.ENOSPC, "No space left on device"), "make room there or name another"),
    ],
)
def test_what_is_advised_mends_the_error(tmp_path: Path, error: OSError, advice: str) -> None:
    with (
        pytest.raises(UnusableTarget, match=rf"cannot write {tmp_path}: .*; {advice}"),
        writable(tmp_path),
    ):
        raise error


def test_the_new_content_is_durable_before_it_has_the_name_and_the_name_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that a power cut leaves the one or the other, and never an empty file."""
    path = tmp_path / "versions.json"
    replace_file(path, FORMER)
    made_durable: list[tuple[bytes, bytes]] = []

    def sync(which: Path) -> None:
        content = which.read_bytes() if which.is_file() else b"the folder"
        made_durable.append((content, path.read_bytes()))

    monkeypatch.setattr("schema.files.sync", sync)
    replace_file(path, NEW)
    assert made_durable == [(NEW, FORMER), (b"the folder", NEW)]

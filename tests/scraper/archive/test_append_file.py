"""Bytes are appended whole or not at all, also on a disk that is full half-way."""

import resource
from pathlib import Path

import pytest

from schema.errors import UnusableTarget
from scraper.archive.append_file import append, open_to_append


def test_what_does_not_fit_leaves_the_file_as_it_was_and_later_lines_whole(tmp_path: Path) -> None:
    """A shorter line that still fits, such as the end of the run, must not follow half of one."""
    path = tmp_path / "journal.ndjson"
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    with open_to_append(path) as file:
        append(file, path, b"first\n")
        resource.setrlimit(resource.RLIMIT_FSIZE, (20, limits[1]))
        try:
            with pytest.raises(UnusableTarget, match="make room and run again"):
                append(file, path, b"a line that does not fit\n")
            assert path.read_bytes() == b"first\n"
            assert append(file, path, b"stopped\n") == len(b"first\n")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == b"first\nstopped\n"

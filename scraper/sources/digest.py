"""The hash by which the files of a source are known."""

import hashlib
from collections.abc import Sequence
from pathlib import Path


def file_digest(path: Path) -> str:
    """SHA-256 (hex) of a file of any size. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digest(files: Sequence[Path]) -> str:
    """Of one file its SHA-256; of several that of the lines `<sha256>  <name>`. Raises OSError."""
    if len(files) == 1:
        return file_digest(files[0])
    lines = "".join(f"{file_digest(path)}  {path.name}\n" for path in files)
    return hashlib.sha256(lines.encode()).hexdigest()

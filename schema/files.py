"""The hash by which the files of a source are known."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from schema.errors import UnusableInput


def file_digest(path: Path) -> str:
    """SHA-256 (hex) of a file of any size. `UnusableInput` when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnusableInput(f"{path}: cannot be read ({reason}); check its rights") from error


def digest(files: Sequence[Path]) -> str:
    """Of one file its SHA-256; of several that of the lines `<sha256>  <name>`. Raises as
    `file_digest`.
    """
    if len(files) == 1:
        return file_digest(files[0])
    lines = "".join(f"{file_digest(path)}  {path.name}\n" for path in files)
    return hashlib.sha256(lines.encode()).hexdigest()

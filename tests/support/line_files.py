"""The JSON lines of a version, read by the standard library alone."""

import gzip
import json
from pathlib import Path
from typing import Any


def text_of(version: Path, table: str) -> str:
    """The lines of a table as text."""
    return gzip.decompress((version / f"{table}.ndjson.gz").read_bytes()).decode()


def rows_of(version: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table."""
    return [json.loads(line) for line in text_of(version, table).splitlines()]


def write_text(version: Path, table: str, text: str) -> None:
    """Write the lines of a table anew."""
    (version / f"{table}.ndjson.gz").write_bytes(gzip.compress(text.encode(), mtime=0))

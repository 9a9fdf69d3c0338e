"""The JSON files: an array, lines, one file a record; keys in declared order, UTF-8, NFC.

Lines are compressed, except the changes: clients continue reading them from a place in the file.

Texts are NFC because readers make them so (`schema.text.clean`); the check `schema-validity` finds
any other text, which is an error of the program.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json

from output.tables.table import Table
from output.versions.change_log import CHANGES
from output.versions.line_files import PackedFile

# The tables that are files of lines too; records have forms of their own.
LINES = (
    "issues", "pages", "rejected", "evidence", "evidence_documents", "evidence_rules",
    "reconciliation", "crosswalk", "trade_codes", "certifications", "certification_blocks",
    "certification_romes", "certification_successions", "document_files", "changes",
)  # fmt: skip


def lines(models: Iterable[BaseModel]) -> Iterator[bytes]:
    """Yield one compact JSON object a line; nothing without a model."""
    return (f"{model.model_dump_json()}\n".encode() for model in models)


def compact(value: object) -> bytes:
    """Return a JSON document without white space: programs read it, `jq .` shows it to people."""
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def line_text(table: Table, columns: Sequence[Sequence[Any]]) -> bytes:
    """Return rows, given as the values of each public column of a table, as lines of JSON."""
    fields = [column.field for column in table.public]
    rows = zip(*columns, strict=True)
    return b"".join(to_json(dict(zip(fields, row, strict=True))) + b"\n" for row in rows)


class LinesFile:
    """The lines of a table in `folder`: a compact JSON object a row, open for rows."""

    def __init__(self, table: Table, folder: Path) -> None:
        name = f"{table.name}.ndjson"
        plain = name == CHANGES
        self._file = (folder / name).open("wb") if plain else PackedFile(folder / f"{name}.gz")

    def write(self, lines: bytes) -> None:
        """Write the lines of `line_text`. Raises OSError."""
        self._file.write(lines)

    def close(self) -> None:
        """Close the file. Raises OSError."""
        self._file.close()


def record_file(folder: Path, name: str) -> Path:
    """Return the path of the file of one record in the version in `folder`, by its id."""
    return folder / "referentials" / f"{name}.json"


def write_record_file(folder: Path, name: str, line: bytes) -> None:
    """Write the file of one record, given as its line. Raises OSError."""
    # buffered: without a buffer, a disk that fills up would cut the file short in silence
    with record_file(folder, name).open("wb") as file:
        file.write(line + b"\n")


class RecordFiles:
    """The records as an array and as lines, open for records; with the folder of single files.

    In the array an element stands on a line, so that versions can be compared with `diff`.
    """

    def __init__(self, folder: Path) -> None:
        (folder / "referentials").mkdir(parents=True, exist_ok=True)
        self._array = (folder / "referentials.json").open("wb")
        self._lines = PackedFile(folder / "referentials.ndjson.gz")
        self._before = b"[\n"

    def write(self, line: bytes) -> None:
        """Write a record, given as its line. Raises OSError."""
        self._array.write(self._before + line)
        self._lines.write(line + b"\n")
        self._before = b",\n"

    def close(self) -> None:
        """End the array and close the files. Raises OSError."""
        self._array.write(b"[]\n" if self._before == b"[\n" else b"\n]\n")
        self._array.close()
        self._lines.close()

"""The JSON files: an array, lines, one file a record; keys in declared order, UTF-8, NFC.

Texts are NFC because readers make them so (`schema.text.clean`); the check `schema-validity` finds
one that is not, which is an error of the program.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic_core import from_json, to_json

from output.dataset.dataset import Build
from output.tables.columns import Column, quoted
from output.tables.data_dictionary import ALL_TABLES
from output.tables.table import History, Table
from output.versions.verify import DATABASE
from schema.files import write_file

# The tables that are files of lines too; records have forms of their own.
LINES = (
    "issues", "pages", "rejected", "evidence", "evidence_documents", "evidence_rules",
    "reconciliation", "crosswalk", "trade_codes", "certifications", "certification_blocks",
    "certification_romes", "certification_successions", "changes",
)  # fmt: skip


def lines(models: Iterable[BaseModel]) -> Iterator[bytes]:
    """One compact JSON object a line; nothing for no model."""
    return (f"{model.model_dump_json()}\n".encode() for model in models)


def pretty(value: object) -> bytes:
    """Return a JSON document for people and programs alike."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def write_json(made: Build, _: History, folder: Path) -> None:
    """Write the records as an array, as lines and as a file each, and the tables of `LINES`.

    The tables are read from the database in `folder`. Raises OSError.
    """
    _write_records(made, folder)
    tables = {table.name: table for table in ALL_TABLES}
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        for name in LINES:
            write_file(folder / f"{name}.ndjson", table_lines(tables[name], database))


def _write_records(made: Build, folder: Path) -> None:
    """Write the three forms of the records side by side: each record is read once.

    In the array an element stands on a line, so that versions can be compared with `diff`.
    """
    single = folder / "referentials"
    single.mkdir(parents=True)
    array_path, lines_path = folder / "referentials.json", folder / "referentials.ndjson"
    with array_path.open("wb") as array, lines_path.open("wb") as ndjson:
        before = b"[\n"
        for record in made.records:
            line = record.model_dump_json().encode()
            array.write(before + line)
            ndjson.write(line + b"\n")
            text = record.model_dump_json(indent=2) + "\n"
            write_file(single / f"{record.id}.json", text.encode())
            before = b",\n"
        array.write(b"[]\n" if before == b"[\n" else b"\n]\n")


def table_lines(table: Table, database: sqlite3.Connection) -> Iterator[bytes]:
    """Yield the rows of a table as lines of compact JSON, in the order of insertion."""
    columns = table.public
    names = ", ".join(quoted(column.name) for column in columns)
    for row in database.execute(f"SELECT {names} FROM {quoted(table.name)} ORDER BY rowid"):
        pairs = zip(columns, row, strict=True)
        yield to_json({column.field: _value(column, value) for column, value in pairs}) + b"\n"


def _value(column: Column, value: Any) -> Any:
    if value is None:
        return None
    if column.type == "json":
        return from_json(value)
    return bool(value) if column.type == "boolean" else value

"""The JSON files: an array, lines, one file a record; keys in declared order, UTF-8, NFC.

NFC is the reader's doing (`schema.text.clean`); a text that is not is an error of ours, and the
check `schema-validity` finds it.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json

from output.dataset.dataset import Build
from output.dataset.durable_files import write_file
from output.tables.table_rows import issues
from schema.json_schema import json_schema


def lines(models: Iterable[BaseModel]) -> Iterator[bytes]:
    """One compact JSON object a line; nothing for no model."""
    return (f"{model.model_dump_json()}\n".encode() for model in models)


def array(models: Iterable[BaseModel]) -> Iterator[bytes]:
    """A JSON array, one element a line so that versions can be compared with `diff`."""
    before = b"[\n"
    for model in models:
        yield before + model.model_dump_json().encode()
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def pretty(value: object) -> bytes:
    """A JSON document for people and programs alike."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def row_lines(rows: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """Rows as lines of compact JSON."""
    return (to_json(row) + b"\n" for row in rows)


def write_json(made: Build, folder: Path) -> None:
    """Write the JSON files of a version into `folder`. Raises OSError."""
    write_file(folder / "referentials.json", array(made.records))
    write_file(folder / "referentials.ndjson", lines(made.records))
    for record in made.records:
        text = record.model_dump_json(indent=2) + "\n"
        write_file(folder / "referentials" / f"{record.id}.json", text.encode())
    write_file(folder / "rejected.ndjson", lines(made.rejected))
    write_file(folder / "issues.ndjson", row_lines(issues(made)))
    write_file(folder / "pages.ndjson", lines(made.pages))
    write_file(folder / "evidence.ndjson", lines(made.evidence))
    write_file(folder / "reconciliation.ndjson", lines(made.reconciliation))
    write_file(folder / "schema.json", pretty(json_schema()))

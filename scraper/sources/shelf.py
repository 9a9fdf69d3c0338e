"""Records put aside on disk until it is known what they belong to: a source may be of any size."""

import sqlite3
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import TypeAdapter

from parsers.merge import Sourced
from parsers.observation import Observation
from parsers.read import ReadRecord
from schema.referential import Referential

_EVIDENCE = TypeAdapter(tuple[Observation, ...])


class Shelf:
    """Records by source and name, in a temporary file that is gone when the shelf is closed."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="eduscol-")
        self._file = sqlite3.connect(Path(self._folder.name) / "shelf.db")
        self._file.execute("PRAGMA journal_mode = OFF")
        self._file.execute("PRAGMA synchronous = OFF")
        self._file.execute(
            "CREATE TABLE shelf (source TEXT, name TEXT, document TEXT, sha256 TEXT, "
            "record TEXT, evidence BLOB, PRIMARY KEY (source, name))"
        )

    def put(self, name: str, one: Sourced) -> None:
        """Keep a record under a name that differs from all others of its source."""
        values = (
            one.source,
            name,
            one.document,
            one.sha256,
            one.read.record.model_dump_json(),
            _EVIDENCE.dump_json(one.read.evidence),
        )
        self._file.execute("INSERT INTO shelf VALUES (?, ?, ?, ?, ?, ?)", values)

    def get(self, source: str, name: str) -> Sourced:
        """The record of that name. KeyError when there is none."""
        sql = "SELECT document, sha256, record, evidence FROM shelf WHERE source = ? AND name = ?"
        row = self._file.execute(sql, (source, name)).fetchone()
        if row is None:
            raise KeyError((source, name))
        document, sha256, record, evidence = row
        read = ReadRecord(
            Referential.model_validate_json(record), _EVIDENCE.validate_json(evidence)
        )
        return Sourced(source, document, sha256, read)

    def close(self) -> None:
        """Remove the file."""
        self._file.close()
        self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

"""Read a record as a version published it, with its evidence."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from output.dataset.rows import EvidenceRow
from output.versions.store import to_restore
from output.versions.verify import DATABASE
from schema.errors import UnusableInput
from schema.referential import Referential


class PublishedRecord(NamedTuple):
    """A record and its evidence of every source, in the order of the version."""

    record: Referential
    evidence: tuple[EvidenceRow, ...]


class Names(NamedTuple):
    """The names of a record by which it is asked for."""

    id: str
    page: str | None
    code: str | None
    url: str | None


def published_records(folder: Path, wanted: Callable[[Names], bool]) -> Iterator[PublishedRecord]:
    """Yield the records of the version in `folder` whose names are `wanted`.

    `UnusableInput` for a version that is not whole or of another schema.
    """
    database = folder / DATABASE
    try:
        address = f"{database.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as db:
            db.row_factory = sqlite3.Row
            rows = db.execute("SELECT id, page, code, url FROM referentials ORDER BY id").fetchall()
            for name in [names.id for names in map(Names._make, rows) if wanted(names)]:
                text = (folder / "referentials" / f"{name}.json").read_text("utf-8")
                sql = "SELECT * FROM v_evidence WHERE referential = ? ORDER BY position"
                seen = tuple(map(evidence_of, db.execute(sql, (name,))))
                yield PublishedRecord(Referential.model_validate_json(text), seen)
    except (sqlite3.Error, OSError, ValueError) as error:
        misfit = isinstance(error, (sqlite3.OperationalError, ValidationError))
        other_schema = misfit and database.is_file()
        advice = "publish again with this program" if other_schema else to_restore(folder)
        raise UnusableInput(f"{folder}: its records cannot be read ({error}); {advice}") from error


def evidence_of(row: sqlite3.Row) -> EvidenceRow:
    """Return a row of the view `v_evidence`."""
    values = {name: row[name] for name in EvidenceRow._fields}
    flags = {name: bool(values[name]) for name in ("derived", "chosen")}
    return EvidenceRow(**{**values, **flags})

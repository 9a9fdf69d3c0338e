"""Carry records of the last published version forward where the archive has lost their page."""

import json
from collections.abc import Collection, Iterator
from pathlib import Path

from pydantic import ValidationError

from output.dataset.rows import EvidenceRow
from output.diff.schema_releases import renames
from schema.referential import Referential


def carried_records(former: Path | None, urls: Collection[str]) -> Iterator[Referential]:
    """Yield the records of the pages `urls` in the version in the folder `former`.

    None are carried where there is no version or where it has another schema: such pages give no
    record until they are fetched again.
    """
    if former is None or not urls:
        return
    for row in _rows(former / "referentials.ndjson"):
        if row.get("url") in urls:
            try:
                yield Referential.model_validate_json(json.dumps(renames(row)))
            except ValidationError:
                return


def carried_evidence(former: Path | None, ids: Collection[str]) -> Iterator[EvidenceRow]:
    """Yield the evidence of the records `ids` in the version in the folder `former`."""
    if former is None or not ids:
        return
    for row in _rows(former / "evidence.ndjson"):
        if row.get("referential") in ids:
            try:
                yield EvidenceRow.model_validate_json(json.dumps(row))
            except ValidationError:
                return


def latest_version(published: Path) -> Path | None:
    """Return the folder of the version in force; None if there is none."""
    link = published / "latest"
    return link.resolve() if link.is_dir() else None


def _rows(path: Path) -> Iterator[dict[str, object]]:
    if path.is_file():
        with path.open(encoding="utf-8", newline="\n") as file:
            yield from map(json.loads, file)

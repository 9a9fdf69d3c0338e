"""What two versions are compared by: records, pages and sources, as plain values.

Plain, because a version may have been made with an older schema: a renamed field is read under
its present name, a field that one of the two lacks is not compared.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from output.build import Build
from output.index import read_index
from output.page_of import PageIndex
from output.released import renames
from output.rows import ChangeRow

Record = dict[str, Any]


@dataclass(frozen=True)
class Snapshot:
    """A version's records by id, pages by address, sources' hashes by name, its past changes."""

    version: str | None
    scope: str | None
    records: Mapping[str, Record]
    pages: Mapping[str, Mapping[str, Any]]
    sources: Mapping[str, str | None]
    changes: tuple[ChangeRow, ...] = ()

    @cached_property
    def _page_index(self) -> PageIndex:
        return PageIndex(self.pages.values())

    def page_of(self, record: Record) -> Mapping[str, Any] | None:
        """The page that the record was read from, if it is known."""
        return self._page_index.find(record["url"], record["page"])


NOTHING = Snapshot(None, None, {}, {}, {})


def snapshot_of(made: Build, version: str | None = None) -> Snapshot:
    """What a build would publish."""
    return Snapshot(
        version,
        made.scope,
        {record.id: record.model_dump(mode="json") for record in made.records},
        {page.url: page.model_dump(mode="json") for page in made.pages},
        {source.name: source.sha256 for source in made.sources},
    )


def read_snapshot(folder: Path) -> Snapshot:
    """What the version in `folder` published. Raises `BrokenIndex` or OSError."""
    index = read_index(folder)
    records = [renames(record) for record in _lines(folder / "referentials.ndjson")]
    return Snapshot(
        index.version,
        index.scope,
        {record["id"]: record for record in records},
        {page["url"]: page for page in _lines(folder / "pages.ndjson")},
        {source.name: source.sha256 for source in index.sources},
        tuple(ChangeRow(**row) for row in _lines(folder / "changes.ndjson")),
    )


def _lines(path: Path) -> list[dict[str, Any]]:
    """The rows of a file; none for one that older versions do not have."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]

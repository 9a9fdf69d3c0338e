"""What two versions are compared by: records, pages and sources, as plain values.

Plain, because a version may have been made with an older schema: a renamed field is read under
its present name, a field that one of the two lacks is not compared.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from output.build import Build
from output.index import read_index
from output.page_of import PageIndex
from output.released import renames
from output.rows import ChangeRow, SourceRow
from output.spool import Spool

Record = dict[str, Any]


@dataclass(frozen=True)
class Snapshot:
    """A version's records by id, pages by address, sources by name, its past changes."""

    version: str | None
    scope: str | None
    records: Spool[Record] = field(default_factory=Spool)
    pages: Spool[Record] = field(default_factory=Spool)
    sources: Mapping[str, SourceRow] = field(default_factory=dict)
    changes: Iterable[ChangeRow] = ()

    @cached_property
    def _page_index(self) -> PageIndex:
        return PageIndex(self.pages)

    def page_of(self, record: Record) -> Mapping[str, Any] | None:
        """The page that the record was read from, if it is known."""
        return self._page_index.find(record["url"], record["page"])


NOTHING = Snapshot(None, None)


def snapshot_of(made: Build, version: str | None = None) -> Snapshot:
    """What a build would publish."""
    return Snapshot(
        version,
        made.scope,
        _records(record.model_dump(mode="json") for record in made.records),
        _pages(page.model_dump(mode="json") for page in made.pages),
        {source.name: source for source in made.sources},
    )


def read_snapshot(folder: Path) -> Snapshot:
    """What the version in `folder` published. Raises `BrokenIndex` or OSError."""
    index = read_index(folder)
    return Snapshot(
        index.version,
        index.scope,
        _records(map(renames, _lines(folder / "referentials.ndjson"))),
        _pages(_lines(folder / "pages.ndjson")),
        {source.name: source for source in index.sources},
        Spool(ChangeRow(**row) for row in _lines(folder / "changes.ndjson")),
    )


def _records(records: Iterable[Record]) -> Spool[Record]:
    return Spool(records, lambda record: str(record["id"]))


def _pages(pages: Iterable[Record]) -> Spool[Record]:
    return Spool(pages, lambda page: str(page["url"]))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a file; none for one that older versions do not have."""
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            yield json.loads(line)

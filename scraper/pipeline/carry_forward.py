"""Carry records of the last published version forward where the archive has lost their page."""

import json
import re
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path

from pydantic import ValidationError

from output.dataset.rows import EvidenceRow
from output.diff.schema_releases import renames
from output.versions.line_files import line_file, lines_of
from output.versions.published_records import evidence_of
from output.versions.verify import DATABASE
from schema.referential import Referential
from scraper.sources.registry import PAGES

# The beginning of a record as it is published: few records need to be read for their address.
_ADDRESS = re.compile(
    rb'\{"id":"[^"]*","page":(?:null|"(?:[^"\\]|\\.)*"),"url":(null|"(?:[^"\\]|\\.)*"),'
)
# No text within a record holds these bytes: its quotes are escaped.
_SOURCES = re.compile(rb'"sources":\[([^\]]*)\]')
_FROM_PAGE = json.dumps(PAGES).encode()


def published_addresses(former: Path | None) -> Iterator[str]:
    """Yield the address of each record of the version in the folder `former` read from its page.

    Lists give records the address of a page too: that page was perhaps never asked for.
    """
    path = line_file(former, "referentials") if former else None
    for line in lines_of(path) if path and path.exists() else ():
        sources = _SOURCES.search(line)
        if sources is None or _FROM_PAGE not in sources[1]:
            continue
        beginning = _ADDRESS.match(line)
        url = json.loads(beginning[1]) if beginning else json.loads(line).get("url")
        if url:
            yield url


def carried_records(former: Path | None, urls: Collection[str]) -> Iterator[Referential]:
    """Yield the records of the pages `urls` in the version in the folder `former`.

    None are carried where there is no version or where it has another schema: such pages give no
    record until they are fetched again.
    """
    if former is None or not urls:
        return
    path = line_file(former, "referentials")
    for row in map(json.loads, lines_of(path)) if path.exists() else ():
        if row.get("url") in urls and PAGES in row.get("sources", ()):
            try:
                yield Referential.model_validate_json(json.dumps(renames(row)))
            except ValidationError:
                return


def carried_evidence(former: Path | None, ids: Collection[str]) -> Iterator[EvidenceRow]:
    """Yield the evidence of the records `ids` in the version in the folder `former`."""
    if former is None or not ids:
        return
    address = f"{(former / DATABASE).resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as database:
            database.row_factory = sqlite3.Row
            for name in sorted(ids):
                sql = "SELECT * FROM v_evidence WHERE referential = ? ORDER BY position"
                yield from map(evidence_of, database.execute(sql, [name]))
    except (sqlite3.Error, IndexError):  # a version of another schema
        return


def latest_version(published: Path) -> Path | None:
    """Return the folder of the version in force; None without a version."""
    link = published / "latest"
    return link.resolve() if link.is_dir() else None

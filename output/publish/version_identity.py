"""The identity of a version: the hash of its data, its name, its history and its changes."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import chain
from weakref import WeakKeyDictionary

from output.dataset.dataset import Dataset
from output.dataset.record_lines import RecordLines
from output.dataset.rows import ChangeRow, VersionRow
from output.dataset.spool import Spool
from output.diff.changes import changes
from output.diff.version_content import NOTHING, VersionContent, content_of
from output.formats.table_files import write_tables
from output.formats.writers import FROM_DATABASE, FROM_TABLES, WRITERS, Writer
from output.tables.data_dictionary import ALL_TABLES
from output.tables.ddl import ddl
from output.tables.french_views import VIEWS
from output.tables.table import History
from output.versions.change_log import numbered
from output.versions.file_schemas import schemas
from output.versions.manifest import Index
from schema.referential import SCHEMA_VERSION

# A hash takes a pass over all rows, and publishing asks for it several times.
_HASHES: WeakKeyDictionary[RecordLines, str] = WeakKeyDictionary()


def content_sha256(dataset: Dataset) -> str:
    """Return the hash by which two datasets are the same data.

    Bytes and layouts of pages, clocks, bytes of sources, evidence and the program's version are
    left out: a page whose bytes change while nothing read from it does makes no version, and
    neither does a new program that reads and writes the same. Another structure of the files makes
    a version, and so do another writer and another choice of formats.
    """
    lines = dataset.lines
    if lines not in _HASHES:
        _HASHES[lines] = _hash(dataset)
    return _HASHES[lines]


_CLOCKS = {"retrieved_at", "changed_at", "stale_since"}
_PAGE_EXCLUDED = {"sha256", "layout", "update_text", *_CLOCKS}


def _hash(dataset: Dataset) -> str:
    forms = "".join(f" {name}" for name in sorted(dataset.formats))
    digest = hashlib.sha256(f"{_structure(WRITERS)} {dataset.scope}{forms}\n".encode())
    for page in dataset.pages:
        digest.update(page.model_dump_json(exclude=_PAGE_EXCLUDED).encode() + b"\n")
    for source in dataset.sources:
        digest.update(source.model_dump_json(exclude={"sha256"}).encode() + b"\n")
    for document in dataset.document_files:
        digest.update(document.model_dump_json(exclude=_CLOCKS).encode() + b"\n")
    for line in dataset.lines.lines():
        digest.update(line + b"\n")
    for row in chain(
        dataset.rejected,
        dataset.issues,
        dataset.reconciliation,
        dataset.trade_codes,
        dataset.certifications,
        dataset.certification_blocks,
        dataset.certification_romes,
        dataset.certification_successions,
    ):
        digest.update(row.model_dump_json().encode() + b"\n")
    return digest.hexdigest()


@cache
def _structure(writers: tuple[Writer, ...]) -> str:
    """Hash every table, view and schema, descriptions among them, and the names of the writers."""
    every = (write_tables, *FROM_TABLES.values(), *FROM_DATABASE.values(), *writers)
    names = [writer.__name__ for writer in every]
    text = "\n".join([*map(ddl, ALL_TABLES), *VIEWS.values(), json.dumps(schemas()), *names])
    return hashlib.sha256(text.encode()).hexdigest()


def version_name(dataset: Dataset, previous: str | None) -> str:
    """Return `YYYYMMDD-xxxxxxxx`: day on which the site was last asked and the hash of the data.

    A copy of the site has no day: `00000000`. The name of the version
    before goes into the hash, so that data that comes back is a version of its own.
    """
    day = dataset.day.strftime("%Y%m%d") if dataset.day else "0" * 8
    text = f"{content_sha256(dataset)} {previous or ''}"
    return f"{day}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def history_of(
    dataset: Dataset,
    last: Index | None,
    before: VersionContent = NOTHING,
    log: Iterable[ChangeRow] = (),
    now: VersionContent | None = None,
) -> History:
    """Return the versions up to the one that `dataset` will be, and every change up to it.

    `last`, `before`: index and content of the version that it replaces; `log`: all changes
    published so far, to which its own are appended. `now`: the content of `dataset`, if it was read
    already.
    """
    previous = last.version if last else None
    name = version_name(dataset, previous)
    version = VersionRow(
        version=name,
        previous=previous,
        day=dataset.day.isoformat() if dataset.day else None,
        scope=dataset.scope,
        schema_version=SCHEMA_VERSION,
        records=len(dataset.records),
        content_sha256=content_sha256(dataset),
    )
    rows: Spool[ChangeRow] = Spool(log)
    own_changes = changes(before, replace(now or content_of(dataset), version=name), name, rows)
    rows.extend(numbered(own_changes, len(rows)))
    return History(versions=(*(last.history if last else ()), version), changes=rows)

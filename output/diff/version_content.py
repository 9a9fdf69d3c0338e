"""The content by which versions are compared: records, pages, sources, evidence, as plain values.

Plain, because a version may have been made with an older schema: a renamed field is read under
its present name, a field that one of the two lacks is not compared.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from output.dataset.dataset import Dataset
from output.dataset.page_lookup import PageIndex
from output.dataset.record_lines import Record, RecordLines
from output.dataset.rows import Rejected, SourceRow
from output.dataset.spool import Spool
from output.diff.schema_releases import renames
from output.versions.line_files import line_file, lines_of
from output.versions.manifest import BrokenIndex, Index, read_index
from output.versions.verify import damage
from schema.issues import IssueCode, Refusal


class Statement(NamedTuple):
    """A value that a document of a source states; `chosen`: the published value comes from it."""

    field: str
    source: str
    document: str
    sha256: str | None
    chosen: bool


# How a row begins whose id needs no escapes.
_OWNER = re.compile(rb'\{"referential":"([a-z0-9_.-]+)"')


def _no_evidence(_: str) -> Iterable[Statement]:
    return ()


def _no_refusals(_: str) -> Iterable[str]:
    return ()


@dataclass(frozen=True)
class VersionContent:
    """A version's records by id, pages by address, sources by name.

    `day`: on which the site was last asked. `evidence`: the evidence of a record by its id; none in
    versions from before there were several sources.
    """

    version: str | None
    scope: str | None
    records: RecordLines = field(default_factory=RecordLines)
    pages: Spool[Record] = field(default_factory=Spool)
    sources: Mapping[str, SourceRow] = field(default_factory=dict)
    day: str | None = None
    evidence: Callable[[str], Iterable[Statement]] = _no_evidence
    # The addresses of pages whose last answer was held back (`page-suspect`).
    held_back: frozenset[str] = frozenset()
    # The addresses of pages that failed for good and keep the content of an earlier run.
    unread: frozenset[str] = frozenset()
    # The addresses of pages that the archive has lost.
    damaged: frozenset[str] = frozenset()
    # The pages by address and name, where they are at hand.
    page_index: Callable[[], PageIndex] | None = None
    # Why documents of a source were refused, each with its name.
    refusals: Callable[[str], Iterable[str]] = _no_refusals
    # The documents on which the program failed, each with the fault.
    reader_faults: tuple[str, ...] = ()
    # The documents of pages by address, where their files were archived.
    documents: Mapping[str, Record] = field(default_factory=dict)

    @cached_property
    def _page_index(self) -> PageIndex:
        return self.page_index() if self.page_index else PageIndex(self.pages)

    def page_of(self, record: Record) -> Mapping[str, Any] | None:
        """Return the page that the record was read from, if it is known."""
        return self._page_index.find(record["url"], record["page"])


NOTHING = VersionContent(None, None)


def content_of(dataset: Dataset, version: str | None = None) -> VersionContent:
    """Return the content that a dataset would publish."""
    return VersionContent(
        version,
        dataset.scope,
        dataset.lines,
        _pages(page.model_dump(mode="json") for page in dataset.pages),
        {source.name: source for source in dataset.sources},
        day=dataset.day.isoformat() if dataset.day else None,
        evidence=lambda name: (
            Statement(row.field, row.source, row.document, row.document_sha256, row.chosen)
            for row in dataset.evidence_of(name)
        ),
        held_back=frozenset(
            row.url for row in dataset.issues if row.issue.issue is IssueCode.PAGE_SUSPECT
        ),
        unread=dataset.unread,
        damaged=dataset.damaged,
        page_index=lambda: dataset.page_index,
        refusals=lambda source: _refusals(dataset.rejected, f"{source} "),
        reader_faults=tuple(
            f"{row.input}: {row.detail}"
            for row in dataset.rejected
            if row.reason == Refusal.READER_FAULT
        ),
        documents={row.url: row.model_dump(mode="json") for row in dataset.document_files},
    )


def _refusals(rejected: Iterable[Rejected], source: str) -> Iterator[str]:
    for row in rejected:
        if row.input.startswith(source):
            document, detail = row.input.removeprefix(source), " ".join(row.detail.split())
            yield detail if detail.startswith(document) else f"{document}: {detail}"


def read_content(folder: Path) -> VersionContent:
    """Read the content of the version in `folder`.

    Raises `BrokenIndex` for one that is not whole.
    """
    index = read_index(folder)
    if faults := damage(folder):
        raise BrokenIndex(faults[0])
    return content_in(folder, index)


def content_in(folder: Path, index: Index, records: RecordLines | None = None) -> VersionContent:
    """Read the content of a version whose index was read and whose files were checked.

    `records`: its records, if they were read already.
    """
    return VersionContent(
        index.version,
        index.scope,
        records or _records(folder),
        _pages(_lines(folder, "pages")),
        {source.name: source for source in index.sources},
        index.day,
        _statements_in(folder),
        documents={row["url"]: row for row in _lines(folder, "document_files")},
    )


def _statements_in(folder: Path) -> Callable[[str], Iterable[Statement]]:
    """Return the evidence of a version by record, which is read when it is first asked for."""

    @lru_cache(maxsize=1)
    def documents() -> dict[int, Record]:
        return {row["id"]: row for row in _lines(folder, "evidence_documents")}

    @lru_cache(maxsize=1)
    def spool() -> Spool[tuple[str, bytes]]:
        path = line_file(folder, "evidence")
        lines = lines_of(path) if path.exists() else iter(())
        return Spool(((_owner(line), line) for line in lines), itemgetter(0))

    def statements(name: str) -> Iterator[Statement]:
        for _, line in spool().at(name):
            # before schema 1.1 evidence named no source
            if statement := _statement(json.loads(line), documents()):
                yield statement

    return statements


def _owner(line: bytes) -> str:
    """Return the record that a row of evidence is of; most rows need not be read for it."""
    beginning = _OWNER.match(line)
    return beginning[1].decode() if beginning else str(json.loads(line)["referential"])


def _statement(row: Record, documents: Mapping[int, Record]) -> Statement | None:
    """Return a row of evidence; up to schema 1 each row named its document itself."""
    if known := documents.get(row.get("document", "")):
        source, document, sha256 = known["source"], known["document"], known["sha256"]
    elif "source" in row:
        source, document, sha256 = row["source"], row["document"], row["document_sha256"]
    else:
        return None
    return Statement(row["field"], source, document, sha256, row["chosen"])


def _records(folder: Path) -> RecordLines:
    records = RecordLines(lambda line: renames(json.loads(line)))
    path = line_file(folder, "referentials")
    records.extend(line.removesuffix(b"\n") for line in (lines_of(path) if path.exists() else ()))
    return records


def _pages(pages: Iterable[Record]) -> Spool[Record]:
    return Spool(pages, lambda page: str(page["url"]))


def _lines(folder: Path, table: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file; nothing for a file that older versions lack."""
    path = line_file(folder, table)
    return map(json.loads, lines_of(path)) if path.exists() else iter(())

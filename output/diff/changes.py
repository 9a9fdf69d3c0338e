"""Changes from one version to another: per record and per field, their kind and cause.

White space and the order of trades are no change. A record's issues and hash are not compared:
they say nothing of the diploma. Of its linked documents the archived files are compared.
"""

from collections.abc import Iterable, Iterator, Mapping
from heapq import merge
from itertools import groupby
from typing import Any

from output.dataset.record_lines import Record
from output.dataset.rows import Cause, Change, ChangeKind
from output.diff.renamed_ids import renamed_ids
from output.diff.version_content import Statement, VersionContent
from output.tables.table_rows import json_text

_APART = frozenset({"id", "issues", "content_sha256"})
# Fields that a change of a document's file shows, before and after.
_OF_DOCUMENT = ("url", "sha256", "bytes", "pages")
# The refusal of a page that says it no longer exists.
_NOT_FOUND = "not-found-page"
_PAGES = "eduscol"


def changes(
    old: VersionContent, new: VersionContent, version: str, past: Iterable[Change] = ()
) -> Iterator[Change]:
    """Yield the changes between two versions, by id, then by field; `version` names the new one.

    Records of a first version are all created. `past`: all changes before; by them a record that
    comes back is distinguished from a new one; read before the first change.
    """
    renamed = {
        before: after
        for before, after in renamed_ids(old.records, new.records).items()
        if old.records.line(after) is None or _page_left(old.records.get(before), old, new)
    }
    former = {after: before for before, after in renamed.items()}
    gone = _no_longer_there(past)
    same_documents = not any(_replaced(url, old, new) for url in new.documents)

    def row(
        record: Record, kind: ChangeKind, cause: Cause, change: tuple[Any, Any, Any] = (None,) * 3
    ) -> Change:
        field, before, after = change
        return Change(
            version=version,
            day=new.day,
            previous=old.version,
            referential=record["id"],
            kind=kind,
            field=field,
            before=_shown(before),
            after=_shown(after),
            cause=cause,
            old_id=former.get(record["id"]) if kind == "id_renamed" else None,
            code=record["code"],
            diploma_type=record["diploma_type"],
            name=record["name"],
        )

    for name, _ in groupby(merge(old.records.ids(), new.records.ids())):
        if name in renamed:
            continue
        is_same = same_documents and old.records.line(name) == new.records.line(name)
        if is_same and name not in former:
            continue
        # the record that another one was renamed to may have been there already
        left = old.records.get(former[name]) if name in former else None
        before, after = old.records.get(name) or left, new.records.get(name)
        cause = _cause(before, after, old, new)
        if after is None:
            assert before is not None  # each id is in one of the two versions
            yield row(before, _way_of_leaving(before, cause, old, new), cause)
            continue
        if before is None:
            yield row(after, "came_back" if name in gone else "created", cause)
            continue
        if left is not None:
            why = _cause(left, after, old, new)
            yield row(after, "id_renamed", why, ("id", former[name], name))
        different = list(field_changes(before, after))
        causes = _Causes(before, after, old, new) if different else None
        for change in different:
            yield row(after, "changed", causes.of(change[0]) if causes else cause, change)
        for change in _document_changes(after, old, new):
            yield row(after, "document_changed", "source", change)


def field_changes(before: Record, after: Record) -> Iterator[tuple[str, Any, Any]]:
    """Yield field, value before and value after of each field that both have and that differs."""
    for field in after:
        if field in _APART or field not in before:
            continue
        if before[field] != after[field] and (
            _compared(field, before[field]) != _compared(field, after[field])
        ):
            yield field, before[field], after[field]


def _document_changes(
    record: Record, old: VersionContent, new: VersionContent
) -> Iterator[tuple[str, Record, Record]]:
    """Yield the documents of a record whose file both versions archived, with other bytes."""
    for url in dict.fromkeys(document["url"] for document in record["documents"]):
        if _replaced(url, old, new):
            files = (old.documents[url], new.documents[url])
            shown = [{key: file[key] for key in _OF_DOCUMENT} for file in files]
            yield "documents", shown[0], shown[1]


def _replaced(url: str, old: VersionContent, new: VersionContent) -> bool:
    """Return whether both versions archived the file of a document, with other bytes."""
    before, after = (each.documents.get(url, {}).get("sha256") for each in (old, new))
    return bool(before and after) and before != after


def _compared(field: str, value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        items = [_compared("", item) for item in value]
        return sorted(items, key=json_text) if field == "trades" else items
    if isinstance(value, dict):
        return {key: _compared("", item) for key, item in value.items()}
    return value


def _shown(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json_text(value)


def _cause(
    before: Record | None, after: Record | None, old: VersionContent, new: VersionContent
) -> Cause:
    """Return the cause of the changes of a record as a whole.

    The source when the page's bytes or its outcome differ; else a join when another source, or all
    pages, came or were left out; else, of a record that only one of them has, another scope; else
    our reading.
    """
    used = {name for record in (before, after) if record for name in record["sources"]}
    if _PAGES in used and _pages_left_out(old, new):
        return "join"
    paged = [record for record in (before, after) if record and record["url"]]
    if any(_page_changed(record, old, new) for record in paged):
        return "source"
    if before and after and set(before["sources"]) != set(after["sources"]):
        return "join"
    if any(_file(old, name) != _file(new, name) for name in used):
        return "join"
    if before is None or after is None:
        if old.version is not None and old.scope != new.scope:
            return "scope"
        if not paged:
            return "join"
    return "reading"


class _Causes:
    """Finds the cause of a field's change by the documents that its value was made of."""

    def __init__(
        self, before: Record, after: Record, old: VersionContent, new: VersionContent
    ) -> None:
        self._whole = _cause(before, after, old, new)
        self._left_out = _pages_left_out(old, new)
        self._page = any(_page_changed(record, old, new) for record in (before, after))
        self._before = list(old.evidence(before["id"]))
        self._after = list(new.evidence(after["id"]))

    def of(self, field: str) -> Cause:
        """Return the cause of the change of a field.

        The page, if the value comes or came from it; else a join, if another source gives the value
        now, states another one, is joined by another document or no longer; else our reading.
        Without evidence of the value's source, the cause of the record.
        """
        if field == "sources":
            return "join"  # which documents are joined is all that this field says
        statements = [*self._before, *self._after]
        givers = {row.source for row in statements if row.chosen and row.field == field}
        if not givers:
            return self._whole
        if self._left_out and _PAGES in givers:
            return "join"
        if self._page and _PAGES in givers:
            return "source"
        before, after = _documents(self._before), _documents(self._after)
        moved = {name for name in givers - {_PAGES} if before.get(name) != after.get(name)}
        return "join" if moved else "reading"


def _documents(statements: Iterable[Statement]) -> dict[str, set[tuple[str, str | None]]]:
    """Return the documents of each source that state something of a record."""
    documents: dict[str, set[tuple[str, str | None]]] = {}
    for row in statements:
        documents.setdefault(row.source, set()).add((row.document, row.sha256))
    return documents


def _file(content: VersionContent, source: str) -> str | None:
    """Return the mark that identifies the file of a source.

    None where it has none or is not used.
    """
    row = content.sources.get(source)
    return (row.sha256 or row.date) if row else None


def _pages_left_out(old: VersionContent, new: VersionContent) -> bool:
    """Return whether pages are a source of only one of the two versions."""
    return old.version is not None and (_PAGES in old.sources) != (_PAGES in new.sources)


def _page_changed(record: Record, old: VersionContent, new: VersionContent) -> bool:
    if _pages_left_out(old, new):
        return False
    return bool(record["url"]) and _seen(old.page_of(record)) != _seen(new.page_of(record))


def _seen(page: Mapping[str, Any] | None) -> tuple[Any, ...] | None:
    return (page["sha256"], page["outcome"] in {"record", "refused"}) if page else None


def _way_of_leaving(
    record: Record, cause: Cause, old: VersionContent, new: VersionContent
) -> ChangeKind:
    """Return `removed` if the source of the record proves it, else `not_seen`.

    The proof is a page that is gone or has other bytes without the record; for a diploma without a
    page, another file of the same source.

    A page that was not seen, a source that was left out, another scope, or a program that reads
    otherwise prove no removal.
    """
    if _PAGES not in record["sources"]:
        # a document that we could not read may be the one that is missing
        there = [new.sources.get(name) for name in record["sources"]]
        was_read = old.scope == new.scope and all(
            source and source.refused == 0 for source in there
        )
        changed = any(_file(old, name) != _file(new, name) for name in record["sources"])
        return "removed" if was_read and changed else "not_seen"
    page = new.page_of(record)
    if page is None:
        return "not_seen"
    if page["outcome"] == "gone" or page["reason"] == _NOT_FOUND:
        return "removed"
    return "removed" if page["outcome"] == "record" and cause == "source" else "not_seen"


def _page_left(record: Record | None, old: VersionContent, new: VersionContent) -> bool:
    """Return whether the source of a record proves that it left its page, or the page leads on."""
    if record is None:
        return False
    page = new.page_of(record) if record["url"] else None
    if page is not None and page["outcome"] == "alias":
        return True
    return _way_of_leaving(record, _cause(record, None, old, new), old, new) == "removed"


def _no_longer_there(past: Iterable[Change]) -> set[str]:
    """Return the ids that were once published and left."""
    gone: set[str] = set()
    for change in past:
        if change.referential is None:
            continue
        if change.kind in {"removed", "not_seen", "withdrawn"}:
            gone.add(change.referential)
        elif change.kind in {"created", "came_back", "id_renamed"}:
            gone.discard(change.referential)
            if change.old_id:
                gone.add(change.old_id)
    return gone

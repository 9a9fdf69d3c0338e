"""The Atom feed of a version, `feed.xml`: diplomas created, changed and repealed, in French.

Ids and dates come from the versions alone, so that an entry is the same in every later version.
A version without a day (a copy of the site) has no feed.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from unicodedata import category

from output.dataset.dataset import Dataset
from output.dataset.rows import ChangeRow
from output.tables.change_views import CAUSES, KINDS, field_name, short_type, shown_document
from output.tables.table import History
from schema.files import write_file

NAMESPACE = "http://www.w3.org/2005/Atom"
ID = "urn:eduscol-referentials"
ENTRIES = 200
_LONGEST = 300


class Entry(NamedTuple):
    """An entry: a change of a diploma in a version, with its changed fields."""

    version: str
    day: str
    referential: str
    kind: str
    rows: tuple[ChangeRow, ...]


def write_feed(dataset: Dataset, history: History, folder: Path) -> None:
    """Write `feed.xml` into `folder` when the version has a day. Raises OSError."""
    if history.versions[-1].day:
        write_file(folder / "feed.xml", feed(dataset, history))


def feed(dataset: Dataset, history: History) -> bytes:
    """Return the feed as UTF-8 XML, the newest entries first."""
    days = {version.version: version.day for version in history.versions if version.day}
    first = history.versions[0].version
    entries = list(_entries(history.changes, days, first))[-ENTRIES:]
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "fr"})
    _text(root, "id", f"{ID}:feed")
    _text(root, "title", "Référentiels professionnels d'Eduscol : changements")
    _text(root, "updated", _moment(days[history.versions[-1].version]))
    _text(ET.SubElement(root, "author"), "name", "eduscol-referentials")
    for entry in reversed(entries):
        _entry(root, entry, dataset)
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode()


def _entries(changes: Iterable[ChangeRow], days: dict[str, str], first: str) -> Iterator[Entry]:
    """Yield an entry for each diploma and version; everything is new in the first version."""
    grouped: dict[tuple[str, str, str], list[ChangeRow]] = {}
    for row in changes:
        if row.version in days and row.version != first and row.referential:
            grouped.setdefault((row.version, row.referential, _kind(row)), []).append(row)
    repealed = {(version, name) for version, name, kind in grouped if kind == "repealed"}
    for (version, name, kind), rows in grouped.items():
        if kind == "changed" and (version, name) in repealed:
            continue
        yield Entry(version, days[version], name, kind, tuple(rows))


def _kind(row: ChangeRow) -> str:
    is_repealed = row.kind == "changed" and row.field == "status" and row.after == "repealed"
    return "repealed" if is_repealed else row.kind


def _entry(root: ET.Element, entry: Entry, dataset: Dataset) -> None:
    record = dataset.records.get(entry.referential)
    element = ET.SubElement(root, "entry")
    _text(element, "id", f"{ID}:{entry.version}:{entry.referential}:{entry.kind}")
    verb = "abrogé" if entry.kind == "repealed" else KINDS.get(entry.kind, entry.kind)
    told = entry.rows[0]
    named = " ".join(filter(None, (short_type(told.diploma_type), told.name)))
    title = record.title if record else named or entry.referential
    _text(element, "title", f"{title} : {verb}")
    _text(element, "updated", _moment(entry.day))
    ET.SubElement(element, "category", {"term": entry.kind, "label": verb})
    if record and record.url:
        ET.SubElement(element, "link", {"rel": "alternate", "href": record.url})
    content = "\n".join(_lines(entry, record.code if record else told.code))
    _text(element, "content", content).set("type", "text")


def _lines(entry: Entry, code: str | None) -> Iterator[str]:
    """Yield the text of an entry: code and version, then each field with its values."""
    yield f"Code scolarité : {code or 'inconnu'} ; version {entry.version}."
    for row in entry.rows:
        if row.field:
            before, after = (_value(row, value) for value in (row.before, row.after))
            yield f"{field_name(row.field)} : {before} → {after} ({CAUSES[row.cause]})"


def _value(row: ChangeRow, value: str | None) -> str:
    if row.kind == "document_changed" and value:
        return shown_document(value)
    flat = " ".join((value or "").split())
    short = flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"
    return short or "(rien)"


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _text(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    # XML has no place for control characters, escaped or not
    element.text = "".join(c for c in text if c == "\n" or category(c) != "Cc")
    return element

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
from output.formats.change_values import shown_values
from output.tables.change_views import CAUSES, KINDS, field_name, short_type
from output.tables.table import History
from schema.files import write_file

NAMESPACE = "http://www.w3.org/2005/Atom"
ID = "urn:eduscol-referentials"
ENTRIES = 200
_EVENTS = {"withdrawn": "version retirée", "restored": "version rétablie"}


class Entry(NamedTuple):
    """An entry: a change of a diploma, or the withdrawal or restoration of a version.

    `event`: the number of the withdrawal or restoration that it goes with, None for the changes
    that a version brings.
    """

    version: str
    day: str
    referential: str | None
    kind: str
    event: int | None
    rows: tuple[ChangeRow, ...]

    @property
    def id(self) -> str:
        """Return the id: the version and what was changed; of an event its number too."""
        parts = (self.version, self.referential, self.kind, self.event)
        return ":".join([ID, *(str(part) for part in parts if part is not None)])


def write_feed(dataset: Dataset, history: History, folder: Path) -> None:
    """Write `feed.xml` into `folder` when the version has a day. Raises OSError."""
    if history.versions[-1].day:
        write_file(folder / "feed.xml", feed(dataset, history))


def feed(dataset: Dataset, history: History) -> bytes:
    """Return the feed as UTF-8 XML, the newest entries first."""
    entries = list(_entries(history.changes))[-ENTRIES:]
    days = [history.versions[-1].day or "", *(entry.day for entry in entries)]
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "fr"})
    _text(root, "id", f"{ID}:feed")
    _text(root, "title", "Référentiels professionnels d'Eduscol : changements")
    _text(root, "updated", _moment(max(days)))
    _text(ET.SubElement(root, "author"), "name", "eduscol-referentials")
    for entry in reversed(entries):
        _entry(root, entry, dataset)
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode()


def _entries(changes: Iterable[ChangeRow]) -> Iterator[Entry]:
    """Yield an entry for each diploma and version, and for each withdrawal and its diplomas.

    Of a version that follows none there are no entries: all of it is new.
    """
    grouped: dict[tuple[str, str, str | None, int | None, str], list[ChangeRow]] = {}
    event: int | None = None
    for row in changes:
        if row.referential is None:
            event = row.number
        elif row.cause != "withdrawal":
            event = None
        if row.day and (row.previous or row.referential is None):
            key = (row.version, row.day, row.referential, event, _kind(row))
            grouped.setdefault(key, []).append(row)
    repealed = {key[:-1] for key in grouped if key[-1] == "repealed"}
    for key, rows in grouped.items():
        version, day, name, event, kind = key
        if kind != "changed" or key[:-1] not in repealed:
            yield Entry(version, day, name, kind, event, tuple(rows))


def _kind(row: ChangeRow) -> str:
    is_repealed = row.kind == "changed" and row.field == "status" and row.after == "repealed"
    return "repealed" if is_repealed else row.kind


def _entry(root: ET.Element, entry: Entry, dataset: Dataset) -> None:
    record = dataset.records.get(entry.referential) if entry.referential else None
    element = ET.SubElement(root, "entry")
    _text(element, "id", entry.id)
    told = entry.rows[0]
    if entry.referential is None:
        verb = title = _EVENTS[entry.kind]
        _text(element, "title", f"{title.capitalize()} : {entry.version}")
    else:
        verb = "abrogé" if entry.kind == "repealed" else KINDS.get(entry.kind, entry.kind)
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
    if entry.referential is None:
        yield f"Version en vigueur désormais : {entry.rows[0].after or 'aucune'}."
        return
    yield f"Code scolarité : {code or 'inconnu'} ; version {entry.version}."
    for row in entry.rows:
        if row.field:
            yield f"{field_name(row.field)} : {shown_values(row)} ({CAUSES[row.cause]})"


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _text(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    # XML has no place for control characters, escaped or not
    element.text = "".join(c for c in text if c == "\n" or category(c) != "Cc")
    return element

"""Changes for people: `CHANGES.md` of a version, and the text of `eduscol diff`."""

import re
from collections.abc import Callable, Iterable
from itertools import takewhile
from pathlib import Path

from output.dataset.dataset import Build
from output.dataset.rows import Change
from output.dataset.spool import Spool
from output.tables.table import History
from schema.files import write_file
from schema.referential import LegalText, Referential

_HEADINGS = {
    "created": "Diplômes apparus",
    "came_back": "Diplômes revenus",
    "repealed": "Diplômes abrogés",
    "id_renamed": "Identifiants changés",
    "changed": "Diplômes modifiés",
    "removed": "Diplômes supprimés à la source",
    "not_seen": "Diplômes non vus cette fois",
}
_CAUSES = {
    "source": "la page a changé",
    "reading": "notre lecture a changé",
    "join": "une autre source a été ajoutée, retirée ou changée",
    "withdrawal": "une version a été retirée ou rétablie",
}
_ORDERS = {"created": "creation", "came_back": "creation", "repealed": "repeal"}
# Where a value is a whole text, the place where it differs says enough; the rest stands in
# changes.ndjson.
_SHOWN = 100
_BEFORE = 20


def write_changelog(made: Build, history: History, folder: Path) -> None:
    """Write `CHANGES.md` into `folder`. Raises OSError."""
    write_file(folder / "CHANGES.md", changes_markdown(made, history).encode())


def changes_markdown(made: Build, history: History) -> str:
    """`CHANGES.md`: what this version brings, in French, with the orders that did it."""
    version = history.versions[-1]
    parts = [f"# Changements de la version {version.version}", ""]
    if version.previous is None:
        parts += [f"Première version : {len(made.records)} diplômes.", ""]
        return "\n".join(parts)
    parts += [f"Par rapport à la version {version.previous}.", ""]
    rows = Spool(row for row in history.changes if row.version == version.version)
    if not rows:
        parts += ["Aucun diplôme n'a changé.", ""]
    for kind, heading in _HEADINGS.items():
        entries = _entries(kind, rows, made.records)
        if entries:
            parts += [f"## {heading} ({len(entries)})", "", *_flat(entries), ""]
    return "\n".join(parts)


def _entries(kind: str, rows: Iterable[Change], records: Spool[Referential]) -> list[list[str]]:
    """One entry a record: its line, then a line for each of its fields."""
    repealed = {
        row.referential for row in rows if row.field == "status" and row.after == "repealed"
    }
    repealed |= {
        row.referential
        for row in rows
        if row.kind == "created"
        and (record := records.get(row.referential or ""))
        and record.status == "repealed"
    }
    entries: dict[str, list[str]] = {}
    for row in rows:
        name = row.referential or ""
        if kind == "repealed":
            if name in repealed and row.kind in {"created", "changed"}:
                entries.setdefault(name, [_line(name, records, "repealed")])
        elif row.kind == kind:
            head = _line(name, records, kind)
            if row.old_id:
                head += f" (ancien identifiant : `{row.old_id}`)"
            lines = entries.setdefault(name, [head])
            if row.kind == "changed":
                lines.append(f"  - {_change(row, markdown)}")
    return list(entries.values())


def _line(name: str, records: Spool[Referential], kind: str) -> str:
    record = records.get(name)
    if record is None:
        return f"- `{name}`"
    orders = [text for text in record.legal_texts if text.kind == _ORDERS.get(kind)]
    said = "".join(f" ; {_order(text)}" for text in orders)
    return f"- {markdown(record.title)} (`{name}`){said}"


def _order(text: LegalText) -> str:
    return markdown(text.title) + (f" ({text.nor})" if text.nor else "")


def _change(row: Change, show: Callable[[str], str]) -> str:
    flat = [None if value is None else " ".join(value.split()) for value in (row.before, row.after)]
    alike = takewhile(
        lambda pair: pair[0] == pair[1], zip(*(value or "" for value in flat), strict=False)
    )
    start = sum(1 for _ in alike) - _BEFORE
    before, after = (show(_part(value, start)) for value in flat)
    return f"{row.field} : {before} → {after} ({_CAUSES[row.cause]})"


def _part(value: str | None, start: int) -> str:
    """A value in a line; of a long one what is at `start`, and as much as can be shown."""
    if value is None:
        return "(rien)"
    start = max(min(start, len(value) - _SHOWN), 0)
    end = start + _SHOWN
    return f"{'…' * (start > 0)}{value[start:end]}{'…' * (end < len(value))}"


def _flat(entries: Iterable[list[str]]) -> list[str]:
    return [line for entry in entries for line in entry]


def markdown(text: str) -> str:
    """A text that Markdown shows as it is: neither markup nor HTML works in it."""
    return re.sub(r"([\\`*_{}\[\]<>#|~&])", r"\\\1", text)


def diff_text(rows: Iterable[Change]) -> str:
    """The changes between two versions for a terminal, one record after the other."""
    lines: list[str] = []
    last = None
    for row in rows:
        if row.kind != "changed":
            old = f" (ancien identifiant : {row.old_id})" if row.old_id else ""
            name = row.referential or f"version {row.version}"
            lines.append(f"{name} : {_SINGULAR[row.kind]}{old}, {_CAUSES[row.cause]}")
        else:
            if row.referential != last:
                lines.append(f"{row.referential} :")
            lines.append(f"  {_change(row, str)}")
        last = row.referential
    return "\n".join(lines or ["Aucun changement."]) + "\n"


_SINGULAR: dict[str, str] = {
    "created": "apparu",
    "came_back": "revenu",
    "id_renamed": "identifiant changé",
    "removed": "supprimé à la source",
    "not_seen": "non vu cette fois",
    "withdrawn": "retiré",
    "restored": "rétabli",
}

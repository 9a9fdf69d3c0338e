"""Changes for people, in French: `CHANGES.md` of a version, and the text of `eduscol diff`."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path

from output.dataset.dataset import Dataset
from output.dataset.record_lines import Records
from output.dataset.rows import Change
from output.dataset.spool import Spool
from output.formats.change_values import shown_values
from output.tables.change_views import CAUSES, KINDS, cause_name, field_name, short_type
from output.tables.table import History
from schema.files import write_file
from schema.referential import LegalText

_HEADINGS = {
    "created": "Diplômes apparus",
    "came_back": "Diplômes revenus",
    "repealed": "Diplômes abrogés",
    "id_renamed": "Identifiants changés",
    "changed": "Diplômes modifiés",
    "document_changed": "Diplômes dont un document a changé",
    "removed": "Diplômes supprimés à la source",
    "not_seen": "Diplômes non vus cette fois",
    "withdrawn": "Retraits",
    "restored": "Rétablissements",
}
_WITH_FIELDS = ("changed", "document_changed")
_ORDERS = {"created": "creation", "came_back": "creation", "repealed": "repeal"}
# Where a value is a whole text, the place where it differs says enough; the rest stands in
# changes.ndjson.
_SHOWN = 100


def write_changelog(dataset: Dataset, history: History, folder: Path) -> None:
    """Write `CHANGES.md` into `folder`. Raises OSError."""
    write_file(folder / "CHANGES.md", changes_markdown(dataset, history).encode())


def changes_markdown(dataset: Dataset, history: History) -> str:
    """Return `CHANGES.md`: the changes that this version brings, with the orders behind them."""
    version = history.versions[-1]
    parts = [f"# Changements de la version {version.version}", ""]
    if version.previous is None:
        parts += [f"Première version : {len(dataset.records)} diplômes.", ""]
        return "\n".join(parts)
    parts += [f"Par rapport à la version {version.previous}.", ""]
    rows = Spool(row for row in history.changes if row.version == version.version)
    if not rows:
        others = "d'autres pages, constats ou sources, ou le programme, font cette version"
        parts += [f"Aucun diplôme n'a changé : {others}.", ""]
    for kind, heading in _HEADINGS.items():
        entries = _entries(kind, rows, dataset.records)
        if entries:
            parts += [f"## {heading} ({len(entries)})", ""]
            parts += [line for entry in entries for line in entry] + [""]
    return "\n".join(parts)


def _entries(kind: str, rows: Iterable[Change], records: Records) -> list[list[str]]:
    """Return an entry for each record of a kind of change: its line, then a line for each field."""
    if kind == "repealed":
        return [[_line(row, records, kind)] for row in _repealed(rows, records)]
    of_kind = (row for row in rows if row.kind == kind)
    entries = []
    for name, group in groupby(of_kind, key=lambda row: row.referential or ""):
        changes = list(group)
        head = _line(changes[0], records, kind) if name else f"- version {changes[0].version}"
        if changes[0].old_id:
            head += f" (ancien identifiant : `{changes[0].old_id}`)"
        if kind in _WITH_FIELDS:
            common, lines = _fields(changes, markdown)
            entries.append([f"{head} : {common}" if common else head, *lines])
        else:
            entries.append([head])
    return entries


def _repealed(rows: Iterable[Change], records: Records) -> list[Change]:
    """Return a change of each record that is repealed since this version, in order."""
    repealed: dict[str, Change] = {}
    for row in rows:
        name = row.referential or ""
        record = records.get(name) if row.kind == "created" else None
        became = row.field == "status" and row.after == "repealed"
        if became or (record and record.status == "repealed"):
            repealed.setdefault(name, row)
    return list(repealed.values())


def _line(row: Change, records: Records, kind: str) -> str:
    name = row.referential or ""
    record = records.get(name)
    if record is None:
        words = " ".join(filter(None, (short_type(row.diploma_type), row.name, row.code)))
        return f"- {markdown(words)} (`{name}`)" if words else f"- `{name}`"
    orders = [text for text in record.legal_texts if text.kind == _ORDERS.get(kind)]
    named = "".join(f" ; {_order(text)}" for text in orders)
    return f"- {markdown(record.title)} (`{name}`){named}"


def _order(text: LegalText) -> str:
    """Return an order as a link where its address is known, or follows from its NOR and day."""
    words = markdown(text.title) + (f" ({text.nor})" if text.nor else "")
    url = text.url
    if url is None and text.nor and text.date and text.title.lower().startswith("arrêté"):
        year, month, day = (int(part) for part in text.date.split("-"))
        url = f"https://www.legifrance.gouv.fr/eli/arrete/{year}/{month}/{day}/{text.nor}/jo/texte"
    if url and re.fullmatch(r"https?://[^\s()<>]+", url):
        return f"[{words}]({url})"
    return words


def _fields(changes: Sequence[Change], show: Callable[[str], str]) -> tuple[str, list[str]]:
    """Return the cause that all changes of a record share, and a line for each change.

    Where causes differ the first is empty, and each line names its own.
    """
    causes = {row.cause for row in changes}
    common = CAUSES[changes[0].cause] if len(causes) == 1 else ""
    lines = []
    for row in changes:
        cause = "" if common else f" ({CAUSES[row.cause]})"
        text = show(str(shown_values(row, _SHOWN)))
        lines.append(f"  - {field_name(row.field or '')} : {text}{cause}")
    return common, lines


def markdown(text: str) -> str:
    """Return a text that Markdown shows as it is: neither markup nor HTML works in it."""
    return re.sub(r"([\\`*_{}\[\]<>#|~&])", r"\\\1", text)


def diff_text(rows: Iterable[Change]) -> str:
    """Return the changes between two versions for a terminal, one record after the other."""
    lines: list[str] = []
    for (name, kind), group in groupby(rows, key=lambda row: (row.referential, row.kind)):
        changes = list(group)
        subject = name or f"version {changes[0].version}"
        if kind in _WITH_FIELDS:
            common, fields = _fields(changes, str)
            lines += [f"{subject} : {common}" if common else f"{subject} :", *fields]
        else:
            old = f" (ancien identifiant : {changes[0].old_id})" if changes[0].old_id else ""
            lines.append(f"{subject} : {KINDS[kind]}{old}, {cause_name(kind, changes[0].cause)}")
    return "\n".join(lines or ["Aucun changement."]) + "\n"

"""`eduscol inspect`: a record as a table, each value with the text it came from and its place."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from rich.console import Console
from rich.table import Table

from parsers.observation import Observation
from parsers.read import Reading, ReadRecord

_SKIPPED = {"issues", "content_sha256"}
_LONGEST = 240


def show(reading: Reading, console: Console) -> None:
    """Print every record of a document, field by field, then its issues."""
    for one in reading.records:
        console.print(_record_table(one))
        console.print(_issue_table(one) if one.record.issues else "no issues")


def _record_table(one: ReadRecord) -> Table:
    table = Table(title=one.record.id, title_justify="left", show_lines=True)
    for name in ("field", "value", "text as published", "label", "place", "rule"):
        table.add_column(name, overflow="fold")
    seen: dict[str, list[Observation]] = {}
    for observation in one.evidence:
        seen.setdefault(observation.field, []).append(observation)
    for name in type(one.record).model_fields:
        if name not in _SKIPPED:
            for row in _rows(name, getattr(one.record, name), seen.get(name, [])):
                table.add_row(*row)
    return table


def _rows(name: str, value: Any, seen: list[Observation]) -> Iterator[tuple[str, ...]]:
    shown = _shown(value)
    if not seen:
        yield name, shown, "", "", "", ""
    for number, one in enumerate(seen):
        rule = f"{one.rule} (derived)" if one.derived else one.rule
        text = "=" if one.text == str(value) else _short(one.text)
        yield (name if number == 0 else "", shown if number == 0 else "", text, one.label,
               one.place, rule)  # fmt: skip


def _shown(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, tuple):
        return "\n".join(_short(_item(item)) for item in value) or "–"
    return _short(str(value))


def _item(item: Any) -> str:
    if not isinstance(item, BaseModel):
        return str(item)
    values = item.model_dump(exclude={"id"})
    first = values.pop("label", None) or values.pop("title")
    others = ", ".join(str(value) for value in values.values() if value)
    return f"{first} ({others})" if others else str(first)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _issue_table(one: ReadRecord) -> Table:
    table = Table(title="issues", title_justify="left")
    for name in ("level", "code", "field", "value", "message"):
        table.add_column(name, overflow="fold")
    for said in one.record.issues:
        table.add_row(
            said.level, said.code.value, said.field or "", _short(said.value or ""), said.message
        )
    return table

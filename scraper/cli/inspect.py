"""`eduscol inspect`: a record as a table, each value with the text it came from and its place."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from pydantic import BaseModel
from rich.console import Console
from rich.table import Table

from schema.referential import Referential

_SKIPPED = {"issues", "content_sha256"}
_LONGEST = 240


class Seen(Protocol):
    """The source of a value: an `Observation`, or a row of the evidence."""

    @property
    def field(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def label(self) -> str | None: ...
    @property
    def rule(self) -> str: ...
    @property
    def derived(self) -> bool: ...


class SeenInSource(Seen, Protocol):
    """The same of one source among several."""

    @property
    def source(self) -> str: ...
    @property
    def document(self) -> str: ...
    @property
    def chosen(self) -> bool: ...
    @property
    def choice(self) -> str: ...


def show(record: Referential, evidence: Iterable[Seen], console: Console) -> None:
    """Print a record that one document gave, field by field, then its issues."""
    heads = ("field", "value", "text as published", "label", "place", "rule")
    console.print(_record_table(record, heads, evidence, _one_source))
    _print_issues(record, console)


def show_published(record: Referential, evidence: Iterable[SeenInSource], console: Console) -> None:
    """Print a published record: for each value who says it, what others say, and which rule
    chose (`✓` marks whom), then its issues.
    """
    heads = ("field", "value", "", "source", "text as published", "place", "rule", "chosen by")
    console.print(_record_table(record, heads, evidence, _several_sources))
    _print_issues(record, console)


def _print_issues(record: Referential, console: Console) -> None:
    console.print(_issue_table(record) if record.issues else "no issues")


def _record_table(
    record: Referential,
    heads: Sequence[str],
    evidence: Iterable[Any],
    cells: Callable[[Any, Any], tuple[str, ...]],
) -> Table:
    table = Table(title=record.id, title_justify="left")
    for name in heads:
        table.add_column(name, overflow="fold")
    seen: dict[str, list[Any]] = {}
    for observation in evidence:
        seen.setdefault(observation.field, []).append(observation)
    blank = ("",) * (len(heads) - 2)
    for name in type(record).model_fields:
        if name in _SKIPPED:
            continue
        value = getattr(record, name)
        found = [cells(one, value) for one in seen.get(name, [])] or [blank]
        for number, row in enumerate(found):
            first = (name, _shown(value)) if number == 0 else ("", "")
            table.add_row(*first, *row, end_section=number == len(found) - 1)
    return table


def _one_source(one: Seen, value: Any) -> tuple[str, ...]:
    return _text(one, value), one.label or "", one.place, _rule(one)


def _several_sources(one: SeenInSource, value: Any) -> tuple[str, ...]:
    source = one.source if one.document.startswith("http") else f"{one.source} {one.document}"
    mark, choice = ("✓", one.choice) if one.chosen else ("", "")
    return mark, source, _text(one, value), one.place, _rule(one), choice


def _text(one: Seen, value: Any) -> str:
    return "=" if one.text == str(value) else _short(one.text)


def _rule(one: Seen) -> str:
    return f"{one.rule} (derived)" if one.derived else one.rule


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


def _issue_table(record: Referential) -> Table:
    table = Table(title="issues", title_justify="left")
    for name in ("level", "code", "field", "value", "message"):
        table.add_column(name, overflow="fold")
    for said in record.issues:
        table.add_row(
            said.level, said.code.value, said.field or "", _short(said.value or ""), said.message
        )
    return table

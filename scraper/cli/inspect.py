"""`eduscol inspect`: a record on a terminal, each value with the text it came from and its place.

Wide terminals get a table, narrow ones a list without columns: words are never broken. Without
`--all` it shows what fits on a screen: the fields that have a value, the beginning of long texts,
and the source from which each value was taken. Texts of pages are never markup.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple, Protocol

from pydantic import BaseModel
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from schema.referential import Referential

_SKIPPED = {"issues", "content_sha256"}
# Characters of a value on one screen, and with --all.
_SHORT, _LONG = 100, 2000
# Fields that repeat the value of another field; --all shows them.
_IN_OTHERS = {"id", "title", "diploma_type_label", "level_label", "duration_label", "source_kind"}
# Below this width a table of five columns would break words.
_NARROW = 110

View = Literal["values", "all", "issues"]


class Seen(Protocol):
    """The source of a value: a statement of a page, or a row of the evidence."""

    @property
    def field(self) -> str:
        """Return the field of the record."""

    @property
    def text(self) -> str:
        """Return the text as published."""

    @property
    def place(self) -> str:
        """Return where it stood in the document."""

    @property
    def label(self) -> str | None:
        """Return the label or heading that it stood under."""

    @property
    def rule(self) -> str:
        """Return the rule by which it was read."""

    @property
    def derived(self) -> bool:
        """Return whether the value is derived and not published."""


class Line(NamedTuple):
    """A text that a value came from, as a row of the table."""

    chosen: bool
    source: str
    text: str
    place: str
    rule: str


def show(
    record: Referential,
    evidence: Iterable[Seen],
    console: Console,
    view: View = "values",
    fields: Sequence[str] = (),
) -> None:
    """Print a record. `view`: how much of it; `fields`: the fields to show, empty for all.

    Evidence may be of one document (`Seen`), or rows of a version, which name their source, their
    document and whether they were chosen.
    """
    if view != "issues":
        lines: dict[str, list[Line]] = {}
        for statement in evidence:
            lines.setdefault(statement.field, []).append(_line(statement))
        rows = list(_rows(record, lines, view, fields))
        console.print(_text(f"{record.id}: {record.title}", "bold"))
        if console.width < _NARROW and view == "values" and not fields:
            _print_brief(rows, console)
        elif console.width < _NARROW:
            _print_list(rows, console)
        else:
            console.print(_table(rows))
    _print_issues(record, console, view, fields)


def record_json(record: Referential, evidence: Iterable[Seen]) -> dict[str, Any]:
    """Return a record with its evidence, as `--json` prints it."""
    rows = [
        statement.model_dump() if isinstance(statement, BaseModel) else _plain(statement)
        for statement in evidence
    ]
    return {"record": record.model_dump(mode="json"), "evidence": rows}


def _plain(statement: Seen) -> dict[str, Any]:
    names = ("field", "text", "place", "label", "rule", "derived")
    return {name: getattr(statement, name) for name in names}


def _line(statement: Seen) -> Line:
    source, document = getattr(statement, "source", ""), getattr(statement, "document", "")
    if document and not str(document).startswith("http"):
        source = f"{source} {document}"
    rule = f"{statement.rule} (derived)" if statement.derived else statement.rule
    if choice := getattr(statement, "choice", ""):
        rule = f"{rule}; {choice}"
    under = f"{statement.place} ({statement.label})" if statement.label else statement.place
    return Line(getattr(statement, "chosen", True), source, statement.text, under, rule)


class _Row(NamedTuple):
    field: str
    value: str
    lines: tuple[Line, ...]


def _rows(
    record: Referential, lines: dict[str, list[Line]], view: View, fields: Sequence[str]
) -> Iterator[_Row]:
    longest = _LONG if view == "all" or fields else _SHORT
    for name in type(record).model_fields:
        if name in _SKIPPED or (fields and name not in fields):
            continue
        value = _shown(getattr(record, name), longest)
        chosen = tuple(
            line._replace(text="=" if line.text == value else _short(line.text, longest))
            for line in lines.get(name, ())
            if view == "all" or fields or line.chosen
        )
        if value or view == "all" or name in fields:
            yield _Row(name, value or "–", chosen if view == "all" or fields else chosen[:1])


def _table(rows: Sequence[_Row]) -> Table:
    table = Table()
    for name in ("field", "value", "source", "text as published", "place", "rule"):
        table.add_column(name, overflow="fold", no_wrap=name == "field")
    for row in rows:
        for number, line in enumerate(row.lines or (Line(True, "", "", "", ""),)):
            mark = "" if line.chosen else "not chosen: "
            cells = ("", "") if number else (row.field, row.value)
            texts = (*cells, line.source, mark + line.text, line.place, line.rule)
            table.add_row(*map(_text, texts))
        table.add_section()
    return table


def _print_brief(rows: Sequence[_Row], console: Console) -> None:
    """Print a line a value with the source of it, or two lines: a record fits on a screen."""
    for row in rows:
        if row.field not in _IN_OTHERS:
            sources = " ".join(dict.fromkeys(line.source for line in row.lines if line.source))
            value = row.value.replace("\n", "; ")
            shown = _text(f" [{sources}]" if sources else "", "dim")
            console.print(Text.assemble((f"{row.field}: ", "bold"), _text(value), shown))
    console.print(Text("--all shows texts, places and rules; --field NAME one value", "dim"))


def _print_list(rows: Sequence[_Row], console: Console) -> None:
    for row in rows:
        console.print(Text.assemble((f"{row.field}: ", "bold"), _text(row.value)))
        for line in row.lines:
            origin = " ".join(part for part in (line.source, f"at {line.place}") if part)
            mark = "" if line.chosen else "not chosen: "
            text = "" if line.text == "=" else f"{line.text} "
            shown = _text(f"{mark}{text}[{origin}; {line.rule}]", "dim")
            console.print(Padding(shown, (0, 0, 0, 2)))


def _text(text: str, style: str = "") -> Text:
    """Return a text that a terminal shows as it is: no markup and no control characters work."""
    plain = "".join(mark if mark.isprintable() or mark == "\n" else "\ufffd" for mark in text)
    return Text(plain, style=style)


def _print_issues(record: Referential, console: Console, view: View, fields: Sequence[str]) -> None:
    issues = [issue for issue in record.issues if not fields or issue.field in fields]
    if not issues:
        console.print("no issues")
        return
    console.print(Text(f"issues: {len(issues)}", style="bold"))
    longest = _SHORT if view == "values" else _LONG
    for issue in issues:
        value = f" «{_short(issue.value, longest)}»" if issue.value else ""
        where = f" {issue.field}" if issue.field else ""
        line = f"{issue.severity} {issue.issue.value}{where}: {issue.message}{value}"
        console.print(Padding(_text(line), (0, 0, 0, 2)))


def _shown(value: Any, longest: int) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "\n".join(_short(_item(item), longest) for item in value)
    return _short(str(value), longest)


def _item(item: Any) -> str:
    if not isinstance(item, BaseModel):
        return str(item)
    values = item.model_dump(exclude={"id"})
    first = values.pop("label", None) or values.pop("title")
    others = ", ".join(str(value) for value in values.values() if value)
    return f"{first} ({others})" if others else str(first)


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"

"""Compare the data contract with the last release, and derive the next schema version.

The contract is everything that programs rely on: the schema of every file, the tables with their
columns, types, keys and references, the views, the order of CSV columns. In `output/data` the file
`released_schema.json` holds that of the last release, and `renames.csv` the fields of a record that
were renamed since the first. A release (`make release`)
records the present contract over the former:

    .venv/bin/python -m output.diff.schema_releases
"""

import csv
import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, NamedTuple

from output.tables.columns import Column, quoted
from output.tables.data_dictionary import ALL_TABLES
from output.tables.ddl import ddl
from output.tables.french_views import VIEWS
from output.versions.file_schemas import schemas
from schema.referential import SCHEMA_VERSION

Step = Literal["none", "patch", "minor", "major"]
_STEPS: tuple[Step, ...] = ("none", "patch", "minor", "major")
_WORDS = frozenset({"title", "description", "x-description-en", "$id", "$schema"})
_RECORD = "referential"
Contract = dict[str, Any]


class Rename(NamedTuple):
    """A field renamed in `schema_version`."""

    schema_version: str
    old: str
    new: str


class Difference(NamedTuple):
    """A difference of two contracts: where, and the step of the version that it asks for."""

    place: str
    step: Step


@cache
def rename_table() -> tuple[Rename, ...]:
    """Return the packaged renames, oldest first."""
    text = files("output").joinpath("data", "renames.csv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(Rename(**row) for row in csv.DictReader(lines, delimiter=";"))


def renames(record: dict[str, Any], table: tuple[Rename, ...] | None = None) -> dict[str, Any]:
    """Return a record of an older version under the present names of its fields."""
    renamed = dict(record)
    for row in rename_table() if table is None else table:
        if row.old in renamed:
            value = renamed.pop(row.old)
            if row.new:
                renamed[row.new] = value
    return renamed


def contract() -> Contract:
    """Return the present contract."""
    return {
        "version": SCHEMA_VERSION,
        "files": schemas(),
        "tables": {
            table.name: {
                "key": list(table.key),
                "columns": {column.name: _column(column) for column in table.columns},
            }
            for table in ALL_TABLES
        },
        "views": _views(),
    }


def _column(column: Column) -> dict[str, Any]:
    return {
        "type": column.type,
        "nullable": column.nullable,
        "references": list(column.references) if column.references else None,
        "in_csv": not column.internal,
    }


def _views() -> dict[str, list[str]]:
    """Return the columns of each view, as SQLite names them."""
    with closing(sqlite3.connect(":memory:")) as database:
        for table in ALL_TABLES:
            database.execute(ddl(table))
        for name, query in VIEWS.items():
            database.execute(f"CREATE VIEW {quoted(name)} AS {query}")
        columns = "SELECT name FROM pragma_table_info(?) ORDER BY cid"
        return {name: [row[0] for row in database.execute(columns, (name,))] for name in VIEWS}


def released_contract() -> Contract:
    """Return the contract of the last release."""
    text = files("output").joinpath("data", "released_schema.json").read_text("utf-8")
    return dict(json.loads(text))


def worst(steps: Iterable[Step]) -> Step:
    """Return the largest of several steps."""
    none: Step = "none"
    return max(steps, key=_STEPS.index, default=none)


def differences(old: Contract, new: Contract) -> Iterator[Difference]:
    """Compare two contracts.

    patch: words only. minor: what was valid and read before still is: a field, a column, a file, a
    value more. major: anything else, such as a field that left or another type.
    """
    for part, compare in (("files", _files), ("tables", _tables), ("views", _columns_of_view)):
        before, after = old.get(part, {}), new.get(part, {})
        for name in before:
            if name not in after:
                yield Difference(f"{part} {name}: not there", "major")
            else:
                yield from compare(f"{part} {name}", before[name], after[name])
        for name in after:
            if name not in before:
                yield Difference(f"{part} {name}: new", "minor")


def _files(place: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Difference]:
    if (step := schema_step(old, new)) != "none":
        yield Difference(place, step)


def _tables(place: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Difference]:
    if old["key"] != new["key"]:
        yield Difference(f"{place}: another key", "major")
    before, after = old["columns"], new["columns"]
    for name, column in before.items():
        if name not in after:
            yield Difference(f"{place}.{name}: not there", "major")
        elif column != after[name]:
            yield Difference(f"{place}.{name}: {column} is {after[name]}", "major")
    yield from _order(place, list(before), list(after))


def _columns_of_view(place: str, old: list[str], new: list[str]) -> Iterator[Difference]:
    for name in old:
        if name not in new:
            yield Difference(f"{place}.{name}: not there", "major")
    yield from _order(place, old, new)


def _order(place: str, old: list[str], new: list[str]) -> Iterator[Difference]:
    """Find new columns, and columns in another order: a CSV may be read by position."""
    kept = [name for name in new if name in old]
    if kept != [name for name in old if name in new]:
        yield Difference(f"{place}: another order of columns", "major")
    for name in new:
        if name not in old:
            yield Difference(f"{place}.{name}: new", "minor")


def schema_step(old: dict[str, Any], new: dict[str, Any]) -> Step:
    """Return the step between two schemas of one file."""
    if {**old, "$id": ""} == {**new, "$id": ""}:
        return "none"
    if _bare(old) == _bare(new):
        return "patch"
    return worst(_object_steps(old, new))


def _object_steps(old: dict[str, Any], new: dict[str, Any]) -> Iterator[Step]:
    yield "minor"
    for was, now in _objects(old, new):
        if now is None or _bare(was.get("type")) != _bare(now.get("type")):
            yield "major"
            continue
        fields = now.get("properties", {})
        for name, shape in was.get("properties", {}).items():
            yield _field_step(shape, fields[name]) if name in fields else "major"
        if "enum" in was and not set(was["enum"]) <= set(now.get("enum", ())):
            yield "major"


def _objects(
    old: dict[str, Any], new: dict[str, Any]
) -> list[tuple[dict[str, Any], dict[str, Any] | None]]:
    olds, news = old.get("$defs", {}), new.get("$defs", {})
    return [(old, new), *((olds[name], news.get(name)) for name in olds)]


def _field_step(old: dict[str, Any], new: dict[str, Any]) -> Step:
    if _bare(old) == _bare(new):
        return "none"
    was, now = _values(old), _values(new)
    if was is not None and now is not None and was <= now:
        return "minor"
    return "major"


def _values(shape: dict[str, Any]) -> frozenset[Any] | None:
    """Return the values of a controlled field, None among them where it may be missing."""
    values: set[Any] = set()
    for part in shape.get("anyOf", [shape]):
        if part.get("type") == "null":
            values.add(None)
        elif "enum" in part:
            values |= set(part["enum"])
        else:
            return None
    return frozenset(values)


def _bare(shape: Any) -> Any:
    """Return a schema without the words that describe it."""
    if isinstance(shape, dict):
        # Below `properties` the keys are names of fields, and a field may be called `title`.
        return {
            key: (
                {name: _bare(part) for name, part in value.items()}
                if key in {"properties", "$defs"}
                else _bare(value)
            )
            for key, value in shape.items()
            if key not in _WORDS
        }
    if isinstance(shape, list):
        return [_bare(part) for part in shape]
    return shape


def expected_version(old: str, step: Step) -> str:
    """Return the version that a step leads to."""
    major, minor, patch = (int(part) for part in old.split("."))
    return {
        "none": old,
        "patch": f"{major}.{minor}.{patch + 1}",
        "minor": f"{major}.{minor + 1}.0",
        "major": f"{major + 1}.0.0",
    }[step]


def unnamed_renames(old: Contract, new: Contract, table: tuple[Rename, ...]) -> list[str]:
    """Return the fields of a record that left without a row in the rename table.

    A field that left for good has a row too, with no new name.
    """
    before, after = (
        set(contract["files"][_RECORD].get("properties", {})) for contract in (old, new)
    )
    return sorted(before - after - {row.old for row in table})


def faults_of_release(old: Contract, new: Contract) -> list[str]:
    """Return why `new` cannot be released after `old`: its number, or a rename without a row."""
    changes = list(differences(old, new))
    expected = expected_version(old["version"], worst(change.step for change in changes))
    faults = []
    if [int(part) for part in new["version"].split(".")] < [int(p) for p in expected.split(".")]:
        places = "; ".join(change.place for change in changes)
        faults.append(f"set SCHEMA_VERSION to {expected}: {places}")
    faults += [
        f"{name} is no longer a field of a record: add a row to output/data/renames.csv"
        for name in unnamed_renames(old, new, rename_table())
    ]
    return faults


def main() -> int:
    """Record the present contract as released, in the source tree of this module.

    Return 1, with one line for each reason, when its version does not fit.
    """
    present = contract()
    if faults := faults_of_release(released_contract(), present):
        sys.stderr.write("".join(f"{fault}\n" for fault in faults))
        return 1
    path = Path(__file__).parents[1] / "data" / "released_schema.json"
    path.write_text(json.dumps(present, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"released: schema {present['version']}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

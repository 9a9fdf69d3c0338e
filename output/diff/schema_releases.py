"""The schema as last released, and what a change of it means for the number of its version.

`data/released_schema.json` is the JSON Schema of the last release, `data/renames.csv` the fields
that were renamed since the first. A release records the present schema over the former:

    .venv/bin/python -m output.diff.schema_releases
"""

import csv
import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, NamedTuple

from schema.json_schema import json_schema

Step = Literal["none", "patch", "minor", "major"]
_STEPS: tuple[Step, ...] = ("none", "patch", "minor", "major")
_WORDS = frozenset({"title", "description", "x-description-en", "$id", "$schema"})


class Rename(NamedTuple):
    """A field renamed in `schema_version`."""

    schema_version: str
    old: str
    new: str


@cache
def rename_table() -> tuple[Rename, ...]:
    """The packaged renames, oldest first."""
    text = files("output").joinpath("data", "renames.csv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(Rename(**row) for row in csv.DictReader(lines, delimiter=";"))


def renames(record: dict[str, Any], table: tuple[Rename, ...] | None = None) -> dict[str, Any]:
    """A record of an older version under the present names of its fields."""
    made = dict(record)
    for row in rename_table() if table is None else table:
        if row.old in made:
            value = made.pop(row.old)
            if row.new:
                made[row.new] = value
    return made


def released_schema() -> dict[str, Any]:
    """The JSON Schema of the last release."""
    text = files("output").joinpath("data", "released_schema.json").read_text("utf-8")
    return dict(json.loads(text))


def step_between(old: dict[str, Any], new: dict[str, Any]) -> Step:
    """The step of the version that leads from schema `old` to `new`.

    patch: words only. minor: what was valid and read before still is: a field or a value more.
    major: anything else, such as a field that left or another type.
    """
    if old == new:
        return "none"
    if _bare(old) == _bare(new):
        return "patch"
    worst: Step = "minor"
    for was, now in _objects(old, new):
        if now is None or _bare(was.get("type")) != _bare(now.get("type")):
            return "major"
        for name, shape in was.get("properties", {}).items():
            if name not in now.get("properties", {}):
                return "major"
            worst = max(worst, _field_step(shape, now["properties"][name]), key=_STEPS.index)
        if was.get("enum") and not set(was["enum"]) <= set(now.get("enum", ())):
            return "major"
        if "enum" in was and set(was["enum"]) != set(now.get("enum", ())):
            worst = max(worst, "minor", key=_STEPS.index)
    return worst


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
    """The values of a controlled field, None among them where it may be missing."""
    shapes = shape.get("anyOf", [shape])
    values: set[Any] = set()
    for one in shapes:
        if one.get("type") == "null":
            values.add(None)
        elif "enum" in one:
            values |= set(one["enum"])
        else:
            return None
    return frozenset(values)


def _bare(shape: Any) -> Any:
    """A schema without the words that describe it."""
    if isinstance(shape, dict):
        # Below `properties` the keys are names of fields, and a field may be called `title`.
        return {
            key: (
                {name: _bare(one) for name, one in value.items()}
                if key in {"properties", "$defs"}
                else _bare(value)
            )
            for key, value in shape.items()
            if key not in _WORDS
        }
    if isinstance(shape, list):
        return [_bare(one) for one in shape]
    return shape


def expected_version(old: str, step: Step) -> str:
    """The version that a step leads to."""
    major, minor, patch = (int(part) for part in old.split("."))
    return {
        "none": old,
        "patch": f"{major}.{minor}.{patch + 1}",
        "minor": f"{major}.{minor + 1}.0",
        "major": f"{major + 1}.0.0",
    }[step]


def unnamed_renames(
    old: dict[str, Any], new: dict[str, Any], table: tuple[Rename, ...]
) -> list[str]:
    """Fields that left while others came, without a row in the rename table.

    A field that left for good has a row too, with no new name.
    """
    left = set(old.get("properties", {})) - set(new.get("properties", {}))
    return sorted(left - {row.old for row in table})


def record_released(schema: dict[str, Any]) -> None:
    """Make `schema` the last released one, in the source tree that this module stands in."""
    path = Path(__file__).parents[1] / "data" / "released_schema.json"
    path.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    record_released(json_schema())

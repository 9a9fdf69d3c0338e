"""The schema's version: it says what a change means to who reads the data."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from output.diff.schema_releases import (
    Rename,
    expected_version,
    released_schema,
    rename_table,
    renames,
    step_between,
    unnamed_renames,
)
from schema.json_schema import json_schema
from schema.referential import SCHEMA_VERSION

Schema = dict[str, Any]


def version_of(schema: Schema) -> str:
    return str(schema["$id"]).rsplit(":", 1)[1]


def parts(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


def test_the_version_fits_what_changed_since_the_last_release() -> None:
    """Fails after a change of the record; the message says which number fits."""
    released, now = released_schema(), json_schema()
    step = step_between({**released, "$id": ""}, {**now, "$id": ""})
    expected = expected_version(version_of(released), step)
    assert parts(expected) <= parts(SCHEMA_VERSION), (
        f"a {step} change: set SCHEMA_VERSION to {expected}; when releasing it (and before the "
        "first release instead), record it with: .venv/bin/python -m output.diff.schema_releases"
    )


def test_every_field_that_left_has_a_row_in_the_rename_table() -> None:
    assert unnamed_renames(released_schema(), json_schema(), rename_table()) == []


def changed(change: Callable[[Schema], object]) -> Schema:
    schema = copy.deepcopy(json_schema())
    change(schema)
    return schema


def properties(schema: Schema) -> Schema:
    return dict.__getitem__(schema, "properties")


def rename_acronym(schema: Schema) -> None:
    properties(schema)["sigle"] = properties(schema).pop("acronym")


STEPS: list[tuple[str, str, Callable[[Schema], object]]] = [
    ("nothing", "none", lambda s: None),
    ("a description", "patch", lambda s: properties(s)["code"].update(description="autre")),
    ("an English description", "patch", lambda s: s.update(description="autre")),
    ("a field more", "minor", lambda s: properties(s).update(secteur={"type": "string"})),
    (
        "a type more",
        "minor",
        lambda s: properties(s)["diploma_type"]["anyOf"][0]["enum"].append("BUT"),
    ),
    ("a status more", "minor", lambda s: properties(s)["status"]["enum"].append("suspended")),
    ("an issue code more", "minor", lambda s: s["$defs"]["IssueCode"]["enum"].append("new")),
    ("a field of a trade more", "minor", lambda s: properties(s["$defs"]["Trade"]).update(x={})),
    ("a field less", "major", lambda s: properties(s).pop("acronym")),
    ("a field renamed", "major", rename_acronym),
    ("a status less", "major", lambda s: properties(s)["status"]["enum"].pop()),
    ("an issue code less", "major", lambda s: s["$defs"]["IssueCode"]["enum"].pop()),
    ("another type", "major", lambda s: properties(s)["title"].update(type="integer")),
    ("may be missing now", "major", lambda s: properties(s).update(title={"anyOf": [
        {"type": "string", "minLength": 1}, {"type": "null"}]})),
    ("a field of a trade less", "major", lambda s: properties(s["$defs"]["Trade"]).pop("feminine")),
    ("a part less", "major", lambda s: s["$defs"].pop("Document")),
]  # fmt: skip


@pytest.mark.parametrize(("_", "step", "change"), STEPS, ids=[name for name, _, _ in STEPS])
def test_the_step_follows_from_the_change(
    _: str, step: str, change: Callable[[Schema], object]
) -> None:
    assert step_between(json_schema(), changed(change)) == step


@pytest.mark.parametrize(
    ("step", "version"),
    [("none", "1.4.2"), ("patch", "1.4.3"), ("minor", "1.5.0"), ("major", "2.0.0")],
)
def test_the_version_follows_from_the_step(step: Any, version: str) -> None:
    assert expected_version("1.4.2", step) == version


def test_a_renamed_field_without_a_row_is_found() -> None:
    now = changed(rename_acronym)
    assert unnamed_renames(json_schema(), now, ()) == ["acronym"]
    assert unnamed_renames(json_schema(), now, (Rename("2.0.0", "acronym", "sigle"),)) == []


def test_an_older_record_is_read_under_the_present_names() -> None:
    table = (Rename("2.0.0", "a", "b"), Rename("3.0.0", "b", "c"), Rename("3.0.0", "x", ""))
    assert renames({"a": 1, "x": 2, "z": 3}, table) == {"c": 1, "z": 3}

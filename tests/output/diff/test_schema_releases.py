"""The version of the data contract: it says what a change means to those who read the data."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from output.diff import schema_releases
from output.diff.schema_releases import (
    Rename,
    contract,
    differences,
    expected_version,
    faults_of_release,
    released_contract,
    rename_table,
    renames,
    schema_step,
    unnamed_renames,
    worst,
)
from schema.json_schema import json_schema

Schema = dict[str, Any]


def test_the_version_fits_what_changed_since_the_last_release() -> None:
    """Fails after a change of anything published; the message says which number fits.

    When releasing it, `make release` records it.
    """
    assert faults_of_release(released_contract(), contract()) == []


def test_every_field_that_left_has_a_row_in_the_rename_table() -> None:
    assert unnamed_renames(released_contract(), contract(), rename_table()) == []


def test_the_contract_holds_all_that_is_published() -> None:
    present = contract()
    assert {"referential", "change", "index", "versions", "crosswalk"} <= set(present["files"])
    assert {"referentials", "evidence", "changes", "columns"} <= set(present["tables"])
    assert "code_scolarite" in present["views"]["v_referentiels"]
    assert present["tables"]["referentials"]["columns"]["level"]["references"] == [
        "levels",
        "level",
    ]


def columns(now: Schema, table: str = "referentials") -> Schema:
    return dict.__getitem__(now["tables"][table], "columns")


def reordered(now: Schema) -> None:
    now["tables"]["trades"]["columns"] = dict(reversed(columns(now, "trades").items()))


CONTRACTS: list[tuple[str, str, Callable[[Schema], object]]] = [
    ("nothing", "none", lambda c: None),
    ("a file more", "minor", lambda c: c["files"].update(new={"type": "object"})),
    ("a file less", "major", lambda c: c["files"].pop("change")),
    ("words of a file", "patch", lambda c: c["files"]["change"].update(description="autre")),
    ("a field of a change less", "major", lambda c: c["files"]["change"]["properties"].pop("day")),
    ("a field of the index more", "minor",
     lambda c: c["files"]["index"]["properties"].update(new={"type": "string"})),
    ("a table more", "minor", lambda c: c["tables"].update(new=c["tables"]["trades"])),
    ("a table less", "major", lambda c: c["tables"].pop("crosswalk")),
    ("a column more", "minor", lambda c: columns(c).update(new=columns(c)["code"])),
    ("a column less", "major", lambda c: columns(c).pop("sort_key")),
    ("another type of a column", "major", lambda c: columns(c)["level"].update(type="text")),
    ("a value may be missing", "major", lambda c: columns(c)["title"].update(nullable=True)),
    ("a column leaves the CSV", "major", lambda c: columns(c)["title"].update(in_csv=False)),
    ("a reference less", "major", lambda c: columns(c)["level"].update(references=None)),
    ("another key", "major", lambda c: c["tables"]["referentials"].update(key=["search_id"])),
    ("columns in another order", "major", reordered),
    ("a view less", "major", lambda c: c["views"].pop("v_metiers")),
    ("a column of a view less", "major", lambda c: c["views"]["v_metiers"].pop()),
    ("a column of a view more", "minor", lambda c: c["views"]["v_metiers"].append("new")),
]  # fmt: skip


@pytest.mark.parametrize(("_", "step", "change"), CONTRACTS, ids=[name for name, _, _ in CONTRACTS])
def test_the_step_follows_from_any_part_of_the_contract(
    _: str, step: str, change: Callable[[Schema], object]
) -> None:
    now = copy.deepcopy(contract())
    change(now)
    found = list(differences(contract(), now))
    assert worst(each.step for each in found) == step
    assert bool(found) == (step != "none")


def test_a_release_of_a_number_that_does_not_fit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And one that fits is recorded, so that the next change is measured by it."""
    (tmp_path / "diff").mkdir()
    (tmp_path / "data").mkdir()
    recorded = tmp_path / "data" / "released_schema.json"
    monkeypatch.setattr(schema_releases, "__file__", str(tmp_path / "diff" / "x.py"))
    former = copy.deepcopy(contract())
    columns(former).update(gone=columns(former)["code"])
    monkeypatch.setattr(schema_releases, "released_contract", lambda: former)
    assert schema_releases.main() == 1
    assert "set SCHEMA_VERSION to 3.0.0: tables referentials.gone" in capsys.readouterr().err
    assert not recorded.exists()
    monkeypatch.setattr(schema_releases, "released_contract", contract)
    assert schema_releases.main() == 0
    assert json.loads(recorded.read_text("utf-8")) == contract()


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
    assert schema_step(json_schema(), changed(change)) == step


@pytest.mark.parametrize(
    ("step", "version"),
    [("none", "1.4.2"), ("patch", "1.4.3"), ("minor", "1.5.0"), ("major", "2.0.0")],
)
def test_the_version_follows_from_the_step(step: Any, version: str) -> None:
    assert expected_version("1.4.2", step) == version


def test_a_renamed_field_without_a_row_is_found() -> None:
    old, now = contract(), copy.deepcopy(contract())
    rename_acronym(now["files"]["referential"])
    assert unnamed_renames(old, now, ()) == ["acronym"]
    assert unnamed_renames(old, now, (Rename("2.0.0", "acronym", "sigle"),)) == []


def test_an_older_record_is_read_under_the_present_names() -> None:
    table = (Rename("2.0.0", "a", "b"), Rename("3.0.0", "b", "c"), Rename("3.0.0", "x", ""))
    assert renames({"a": 1, "x": 2, "z": 3}, table) == {"c": 1, "z": 3}

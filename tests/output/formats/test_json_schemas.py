"""The schemas of a version: strict ones for ourselves, published ones that stay valid."""

import importlib.util
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from output.tables.vocabulary_tables import vocabularies
from output.versions.file_schemas import published_schemas, schemas
from tests.support.versions import FILES, objects, published_version, with_additions

NAMES = sorted(published_schemas())


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published_version(tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="module")
def later(version: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_additions(version, tmp_path_factory.mktemp("later") / "version")


def shapes(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema within a schema."""
    if isinstance(schema, dict):
        yield schema
        for key, value in schema.items():
            if key in {"properties", "$defs"}:
                for part in value.values():
                    yield from shapes(part)
            elif key in {"items", "anyOf", "additionalProperties"}:
                yield from shapes(value)
    elif isinstance(schema, list):
        for part in schema:
            yield from shapes(part)


@pytest.mark.parametrize("name", NAMES)
def test_a_published_schema_is_open_and_described_in_both_languages(name: str) -> None:
    schema = published_schemas()[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    # the one title, by which code generators name the object
    title = "".join(word.capitalize() for word in name.split("_"))
    assert schema["title"] == {"Issue": "IssueLine"}.get(title, title)
    for shape in shapes({key: value for key, value in schema.items() if key != "title"}):
        assert not {"enum", "const", "title", "default"} & set(shape)
        assert not [key for key in shape if key.startswith("x-")]
        assert shape.get("additionalProperties") is not False
        for field, part in shape.get("properties", {}).items():
            assert " / " in part["description"], (name, field)
            if field.endswith(("_at", "_on")) or field == "day":
                assert part["format"] in {"date", "date-time"}, (name, field)
        if "properties" in shape:
            assert " / " in shape["description"], (name, shape["description"])


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_files_of_a_version_fit_both_schemas(version: Path, name: str) -> None:
    rows = list(objects(version, name))
    assert rows, name
    for schema in (json.loads((version / "schema" / f"{name}.json").read_bytes()), schemas()[name]):
        for row in rows:
            jsonschema.Draft202012Validator(schema).validate(row)


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_consumer_of_2_0_0_reads_a_later_version_with_additions(
    version: Path, later: Path, name: str
) -> None:
    schema = json.loads((version / "schema" / f"{name}.json").read_bytes())
    rows = list(objects(later, name))
    for row in rows:
        jsonschema.Draft202012Validator(schema).validate(row)
    assert not jsonschema.Draft202012Validator(schemas()[name]).is_valid(rows[0])


def test_the_schema_of_a_record_refuses_what_is_none(version: Path) -> None:
    schema = json.loads((version / "schema" / "referential.json").read_bytes())
    assert schema == published_schemas()["referential"]
    assert schema["$id"] == "urn:eduscol-referentials:referential:2.0.0"
    (row, *_) = objects(version, "referential")
    validator = jsonschema.Draft202012Validator(schema)
    assert not validator.is_valid({**row, "level": 9})
    assert not validator.is_valid({key: value for key, value in row.items() if key != "code"})


def known_values() -> Iterator[tuple[str, str]]:
    """Each value of a vocabulary in the strict schemas, with the field it belongs to."""
    for name, schema in schemas().items():
        for shape in shapes(schema):
            for field, part in shape.get("properties", {}).items():
                for place in (part, *part.get("anyOf", ()), _target(schema, part)):
                    values = place.get("enum") or ([place["const"]] if "const" in place else [])
                    yield from ((f"{name}.{field}", value) for value in values)


def _target(schema: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    name = part.get("$ref", "").rsplit("/", 1)[-1]
    return schema.get("$defs", {}).get(name, {}) if name else {}


@pytest.mark.parametrize("name", NAMES)
def test_what_has_known_values_names_its_vocabulary(name: str) -> None:
    words: dict[str, set[str]] = {}
    for row in vocabularies():
        words.setdefault(row.vocabulary, set()).add(row.value)
    for shape in shapes(published_schemas()[name]):
        for field, part in shape.get("properties", {}).items():
            known = re.search(r"known values: (.*?)\.", part["description"])
            values = set(known[1].split(", ")) if known else set()
            if len(values) > 1:
                named = part["description"].rpartition("Vocabulaire / vocabulary: ")[2]
                assert words[named.removesuffix(".")] == values, (name, field)


def test_every_value_of_a_vocabulary_is_put_into_words() -> None:
    rows = vocabularies()
    in_words = {row.value for row in rows}
    missing = sorted({pair for pair in known_values() if pair[1] not in in_words})
    assert missing == [], "an issue: KINDS in schema/issues.py; else schema/data/vocabularies.csv"
    assert len(list(known_values())) > 50
    assert [row.value for row in rows if not row.fr or not row.en] == []


def test_the_pydantic_module_needs_pydantic_only_and_reads_later_versions(
    version: Path, later: Path
) -> None:
    code = (
        "import gzip, sys, importlib.util as u\n"
        "spec = u.spec_from_file_location('t', sys.argv[1]); t = u.module_from_spec(spec)\n"
        "spec.loader.exec_module(t)\n"
        "assert not {'schema', 'output', 'scraper'} & set(sys.modules)\n"
        "for line in gzip.open(sys.argv[2]):\n"
        "    record = t.Referential.model_validate_json(line)\n"
        "    print(record.id, record.diploma_type, record.trades[0].masculine)\n"
    )
    module = version / "types" / "eduscol_types.py"
    for folder, kind in ((version, "CS"), (later, "BUT")):
        done = subprocess.run(
            [sys.executable, "-P", "-c", code, module, folder / "referentials.ndjson.gz"],
            capture_output=True, text=True, timeout=60, check=True,
        )  # fmt: skip
        assert f"mc3_meti-56122706 {kind} plombier" in done.stdout


def test_types_are_described_in_english_as_the_schemas_are_in_both_languages(version: Path) -> None:
    for name in ("eduscol.d.ts", "eduscol_types.py"):
        text = (version / "types" / name).read_text("utf-8")
        assert "Level, 1-8 (same as EQF)." in text
        assert "Known values: in_force, repealed, unknown." in text
        assert " / " not in text
    schema = (version / "schema" / "referential.json").read_text("utf-8")
    assert "Niveau, 1 à 8 (cadre national, comme l'EQF). / Level, 1-8" in schema


def test_a_file_has_a_type_of_its_own(version: Path) -> None:
    titles = [schema["title"] for schema in published_schemas().values()]
    parts = {name for schema in published_schemas().values() for name in schema.get("$defs", {})}
    assert len(set(titles)) == len(titles)
    assert not parts & set(titles)
    types = (version / "types" / "eduscol.d.ts").read_text("utf-8")
    assert [title for title in titles if f"export interface {title} {{" not in types] == []


def test_a_misspelt_property_is_an_error_to_typescript(version: Path) -> None:
    types = (version / "types" / "eduscol.d.ts").read_text("utf-8")
    _, *interfaces = types.split("export interface ")
    is_open = [part.split()[0] for part in interfaces if "[more: string]" in part]
    assert is_open == ["Journal"]  # whose properties depend on the event


def test_the_pydantic_module_has_a_model_for_every_file(version: Path) -> None:
    spec = importlib.util.spec_from_file_location(
        "types_of_a_version", version / "types/eduscol_types.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in FILES:
        model = getattr(module, published_schemas()[name]["title"])
        for row in objects(version, name):
            assert json.loads(model.model_validate(row).model_dump_json()) == row

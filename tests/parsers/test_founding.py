"""The document that started the project: every field of its record, a test of its own."""

import json
from pathlib import Path
from typing import Any

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

FOLDER = Path(__file__).parent.parent / "fixtures" / "founding"
FILE = FOLDER / "MC3_METI.json"
EXPECTED: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def record() -> dict[str, Any]:
    document = Document((FOLDER / "MC3_METI.md").read_bytes(), name="MC3_METI")
    (only,) = read(document, Lexicon.packaged()).records
    records: dict[str, Any] = json.loads(only.record.model_dump_json())
    return records


@pytest.mark.parametrize("field", list(Referential.model_fields))
def test_field(record: dict[str, Any], field: str) -> None:
    assert field in EXPECTED, f"{FILE} has no key {field}"
    assert record[field] == EXPECTED[field]


def test_every_field_has_an_expectation() -> None:
    assert set(EXPECTED) == set(Referential.model_fields), FILE

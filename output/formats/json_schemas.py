"""`schema/*.json`: the JSON Schema (2020-12) of every kind of line that a version holds."""

from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from output.dataset.dataset import Build
from output.dataset.rows import (
    ChangeRow,
    EvidenceDocumentRow,
    EvidenceRuleRow,
    IssueRow,
    PageRow,
    ReconciliationRow,
    Rejected,
    StoredEvidenceRow,
)
from output.formats.json_files import pretty
from output.tables.table import History
from output.versions.catalogue import VersionsFile
from output.versions.manifest import IndexFile
from schema.files import write_file
from schema.json_schema import json_schema
from schema.referential import SCHEMA_VERSION

_MODELS: dict[str, type[BaseModel]] = {
    "change": ChangeRow,
    "evidence": StoredEvidenceRow,
    "evidence_document": EvidenceDocumentRow,
    "evidence_rule": EvidenceRuleRow,
    "index": IndexFile,
    "issue": IssueRow,
    "page": PageRow,
    "reconciliation": ReconciliationRow,
    "rejected": Rejected,
    "versions": VersionsFile,
}


def write_schemas(_: Build, __: History, folder: Path) -> None:
    """Write `schema.json` and `schema/*.json` into `folder`. Raises OSError."""
    write_file(folder / "schema.json", pretty(json_schema()))
    for name, schema in schemas().items():
        write_file(folder / "schema" / f"{name}.json", pretty(schema))


@cache
def schemas() -> dict[str, dict[str, Any]]:
    """The schemas by name; `referential` is that of a record. Not to be changed by the caller."""
    made = {
        name: {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"urn:eduscol-referentials:{name}:{SCHEMA_VERSION}",
            **model.model_json_schema(mode="serialization"),
        }
        for name, model in _MODELS.items()
    }
    return {**made, "referential": json_schema()}

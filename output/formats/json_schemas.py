"""`schema/*.json`: the JSON Schema (2020-12) of every kind of line that a version holds."""

from functools import cache
from typing import Any

from pydantic import BaseModel

from output.dataset.rows import (
    ChangeRow,
    EvidenceRow,
    IssueRow,
    PageRow,
    ReconciliationRow,
    Rejected,
)
from output.versions.catalogue import VersionsFile
from output.versions.manifest import IndexFile
from schema.json_schema import json_schema
from schema.referential import SCHEMA_VERSION

_MODELS: dict[str, type[BaseModel]] = {
    "change": ChangeRow,
    "evidence": EvidenceRow,
    "index": IndexFile,
    "issue": IssueRow,
    "page": PageRow,
    "reconciliation": ReconciliationRow,
    "rejected": Rejected,
    "versions": VersionsFile,
}


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

"""The JSON Schemas of a version: published ones in `schema/`, strict ones in `schema/strict/`."""

from functools import cache
from pathlib import Path

from pydantic import BaseModel

from output.dataset.dataset import Build
from output.dataset.rows import (
    ChangeRow,
    CrosswalkRow,
    EvidenceDocumentRow,
    EvidenceRuleRow,
    IssueRow,
    PageRow,
    ReconciliationRow,
    Rejected,
    StoredEvidenceRow,
    TradeCodeRow,
)
from output.formats.json_files import pretty
from output.tables.table import History
from output.tables.vocabulary_tables import VocabularyRow, vocabularies
from output.versions.catalogue import VersionsFile, Withdrawals
from output.versions.manifest import IndexFile
from schema.files import write_file
from schema.json_schema import Schema, published_schema, strict_schema
from schema.referential import Referential

# By the name of the schema, the model of a line or of a whole file.
MODELS: dict[str, type[BaseModel]] = {
    "change": ChangeRow,
    "crosswalk": CrosswalkRow,
    "evidence": StoredEvidenceRow,
    "evidence_document": EvidenceDocumentRow,
    "evidence_rule": EvidenceRuleRow,
    "index": IndexFile,
    "issue": IssueRow,
    "page": PageRow,
    "reconciliation": ReconciliationRow,
    "referential": Referential,
    "rejected": Rejected,
    "trade_code": TradeCodeRow,
    "versions": VersionsFile,
    "vocabulary": VocabularyRow,
    "withdrawn": Withdrawals,
}


def write_schemas(_: Build, __: History, folder: Path) -> None:
    """Write `schema.json`, `schema/`, `schema/strict/` and `vocabularies.json` into `folder`.

    Raises OSError.
    """
    published = published_schemas()
    write_file(folder / "schema.json", pretty(published["referential"]))
    for name, schema in published.items():
        write_file(folder / "schema" / f"{name}.json", pretty(schema))
    for name, schema in schemas().items():
        write_file(folder / "schema" / "strict" / f"{name}.json", pretty(schema))
    rows = [row.model_dump() for row in vocabularies()]
    write_file(folder / "vocabularies.json", pretty(rows))


@cache
def schemas() -> dict[str, Schema]:
    """Return the strict schemas by name. Not to be changed by the caller."""
    return {name: strict_schema(name, model) for name, model in MODELS.items()}


@cache
def published_schemas() -> dict[str, Schema]:
    """Return the schemas for consumers by name. Not to be changed by the caller."""
    return {name: published_schema(schema) for name, schema in schemas().items()}

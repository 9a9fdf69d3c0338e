"""The schemas of all published files: strict ones, and the published ones that follow from them.

Those of the documents that the crawler writes for operators follow from models of the crawler,
which nothing here imports: `make docs` writes them into `output/data/operator_schemas.json`.
"""

import json
from functools import cache
from importlib.resources import files

from pydantic import BaseModel

from output.dataset.rows import (
    CertificationBlockRow,
    CertificationRomeRow,
    CertificationRow,
    CertificationSuccessionRow,
    ChangeRow,
    CrosswalkRow,
    DocumentFileRow,
    EvidenceDocumentRow,
    EvidenceRuleRow,
    IssueRow,
    PageRow,
    ReconciliationRow,
    Rejected,
    StoredEvidenceRow,
    TradeCodeRow,
)
from output.tables.vocabulary_tables import VocabularyRow
from output.versions.catalogue import VersionsFile, Withdrawals
from output.versions.manifest import IndexFile
from schema.json_schema import Schema, published_schema, strict_schema
from schema.referential import Referential

# By the name of the schema, the model of a line or of a whole file.
MODELS: dict[str, type[BaseModel]] = {
    "certification": CertificationRow,
    "certification_block": CertificationBlockRow,
    "certification_rome": CertificationRomeRow,
    "certification_succession": CertificationSuccessionRow,
    "change": ChangeRow,
    "crosswalk": CrosswalkRow,
    "document_file": DocumentFileRow,
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


@cache
def schemas() -> dict[str, Schema]:
    """Return the strict schemas by name. Not to be changed by the caller."""
    text = files("output").joinpath("data", "operator_schemas.json").read_text("utf-8")
    of_operators: dict[str, Schema] = json.loads(text)
    return {name: strict_schema(name, model) for name, model in MODELS.items()} | of_operators


@cache
def published_schemas() -> dict[str, Schema]:
    """Return the schemas for consumers by name. Not to be changed by the caller."""
    return {name: published_schema(schema) for name, schema in schemas().items()}

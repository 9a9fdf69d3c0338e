"""The JSON Schemas of the documents that operators read."""

from collections.abc import Callable
from typing import Any

from scraper.archive.journal import journal_schema
from scraper.operations.page_freshness import freshness_schema
from scraper.operations.run_report import run_report_schema
from scraper.operations.status_model import status_schema

OPERATOR_SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "freshness": freshness_schema,
    "journal": journal_schema,
    "run-report": run_report_schema,
    "status": status_schema,
}

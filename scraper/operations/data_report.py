"""Summarise a dataset for the run report: pages, records, issues with examples, new layouts."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from output.dataset.dataset import Dataset
from output.versions.verify import DATABASE
from schema.issues import Issue
from scraper.operations.run_report import (
    EXAMPLES,
    DataReport,
    IssueCount,
    LayoutReport,
    SourceReport,
)

HELD_BACK = "page-suspect"


def data_report(dataset: Dataset, last_version: Path | None) -> DataReport:
    """Return the summary of `dataset`; layouts are compared with the version in `last_version`."""
    outcomes: Counter[str] = Counter()
    refusals: Counter[str] = Counter()
    layouts: dict[str, list[str]] = {}
    known = _layouts(last_version)
    for page in dataset.pages:
        outcomes[page.outcome] += 1
        if page.outcome == "refused" and page.reason:
            refusals[page.reason] += 1
        if known and page.layout and page.layout not in known:
            layouts.setdefault(page.layout, []).append(page.url)
    issues = _issue_counts(dataset)
    return DataReport(
        scope=dataset.scope,
        pages=dict(sorted(outcomes.items())),
        refusals=dict(sorted(refusals.items())),
        sources=tuple(
            SourceReport(
                name=source.name,
                documents=source.documents,
                refused=source.refused,
                records=source.records,
            )
            for source in dataset.sources
        ),
        records=len(dataset.records),
        held_back=sum(count.count for count in issues if count.code == HELD_BACK),
        issues=issues,
        new_layouts=tuple(
            LayoutReport(layout=layout, pages=len(urls), example=urls[0])
            for layout, urls in sorted(layouts.items())
        ),
    )


def change_counts(folder: Path, version: str) -> dict[str, int]:
    """Count the records that the version in `folder` created, changed, removed, by kind."""
    query = (
        "SELECT kind, count(DISTINCT referential) FROM changes WHERE version = ? "
        "GROUP BY kind ORDER BY kind"
    )
    return dict(_rows(folder, query, (version,)))


def _issue_counts(dataset: Dataset) -> tuple[IssueCount, ...]:
    """Count the issues of records and pages by code, with the first examples of each code."""
    counts: Counter[tuple[str, str]] = Counter()
    examples: dict[str, list[str]] = {}
    for place, issue in _located_issues(dataset):
        code = issue.issue.value
        counts[code, issue.severity] += 1
        texts = examples.setdefault(code, [])
        if len(texts) < EXAMPLES:
            value = f" « {issue.value} »" if issue.value else ""
            field = f"{issue.field}: " if issue.field else ""
            texts.append(f"{place}: {field}{issue.message}{value}")
    return tuple(
        IssueCount(code=code, severity=severity, count=count, examples=tuple(examples[code]))
        for (code, severity), count in sorted(counts.items())
    )


def _located_issues(dataset: Dataset) -> Iterator[tuple[str, Issue]]:
    for record in dataset.records:
        for issue in record.issues:
            yield record.url or record.id, issue
    for row in dataset.issues:
        yield row.url, row.issue


def _layouts(version: Path | None) -> set[str]:
    """Return the page layouts of a published version; none without a version."""
    if version is None:
        return set()
    return {row[0] for row in _rows(version, "SELECT DISTINCT layout FROM pages", ()) if row[0]}


def _rows(folder: Path, query: str, values: tuple[str, ...]) -> list[tuple[str, int]]:
    """Return the rows of a query on a version's database; none for a version of another make."""
    address = f"{(folder / DATABASE).resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as database:
            return database.execute(query, values).fetchall()
    except sqlite3.Error:
        return []

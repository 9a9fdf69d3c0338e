"""`eduscol parse`: documents to records as JSON lines, and a line of report for each document."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from parsers.parse import read
from schema.errors import Refused
from schema.issues import Issue, IssueCode, issue
from schema.lexicon import Lexicon
from schema.referential import Referential
from scraper.cli.documents import Input


class Parsed(NamedTuple):
    """What one input gave: its records, or why it was refused."""

    input: str
    records: tuple[Referential, ...]
    refused: Refused | None
    layout: str | None = None

    def report(self) -> dict[str, Any]:
        """The input's line in the report."""
        issues: dict[Issue, None] = {}
        for record in self.records:
            issues |= dict.fromkeys(record.issues)
        return {
            "input": self.input,
            "outcome": "refused" if self.refused else "record",
            "ids": [record.id for record in self.records],
            "reason": self.refused.reason.value if self.refused else None,
            "detail": self.refused.detail if self.refused else None,
            "layout": self.layout,
            "issues": [one.model_dump(mode="json") for one in issues],
        }


def parse(found: Iterator[Input], lexicon: Lexicon) -> Iterator[Parsed]:
    """Read inputs in order. A record whose id was given before is numbered and says so."""
    seen: Counter[str] = Counter()
    for one in found:
        if one.document is None:
            yield Parsed(one.name, (), one.refused)
            continue
        try:
            reading = read(one.document, lexicon)
        except Refused as refused:
            yield Parsed(one.name, (), refused)
            continue
        records = tuple(_numbered(one.record, seen) for one in reading.records)
        yield Parsed(one.name, records, None, reading.layout)


def _numbered(record: Referential, seen: Counter[str]) -> Referential:
    seen[record.id] += 1
    number = seen[record.id]
    if number == 1:
        return record
    said = issue(IssueCode.DUPLICATE_ID, "id", record.id, f"numbered {number}")
    return record.model_copy(
        update={"id": f"{record.id}-{number}", "issues": (*record.issues, said)}
    )

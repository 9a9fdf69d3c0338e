"""`eduscol parse`: turn documents into JSON lines of records, and report on each document."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from parsers.model.reading import Reading
from schema.errors import Refused
from schema.issues import Issue, IssueCode, issue
from schema.referential import Referential
from scraper.cli.input_files import Input
from scraper.pipeline.reader import Reader
from scraper.pipeline.serialised_reading import Task


class Parsed(NamedTuple):
    """The result of an input: its records, or the reason of its refusal."""

    input: str
    records: tuple[Referential, ...]
    refused: Refused | None
    layout: str | None = None

    def report(self) -> dict[str, Any]:
        """Return the input's line in the report."""
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
            "issues": [issue.model_dump(mode="json") for issue in issues],
        }


def parse(documents: Iterator[Input], reader: Reader) -> Iterator[Parsed]:
    """Read inputs in order; a record whose id was given before is numbered, with an issue."""
    seen: Counter[str] = Counter()
    tasks = ((source, Task(source.document) if source.document else None) for source in documents)
    for source, reading in reader.read(tasks):
        if not isinstance(reading, Reading):
            yield Parsed(source.name, (), reading or source.refused)
            continue
        records = tuple(_numbered(parsed.record, seen) for parsed in reading.records)
        yield Parsed(source.name, records, None, reading.layout)


def _numbered(record: Referential, seen: Counter[str]) -> Referential:
    seen[record.id] += 1
    number = seen[record.id]
    if number == 1:
        return record
    duplicate = issue(IssueCode.DUPLICATE_ID, "id", record.id, f"numbered {number}")
    return record.model_copy(
        update={"id": f"{record.id}-{number}", "issues": (*record.issues, duplicate)}
    )

"""A record as one document of one source gives it."""

from typing import Any, NamedTuple

from parsers.model.reading import ReadRecord
from schema.issues import IssueCode

# What stands in a record for a value that its source does not give.
NO_VALUES = (None, (), "", "unknown")


class SourceRecord(NamedTuple):
    """A record as one document of one source gives it; `sha256` of that document."""

    source: str
    document: str
    sha256: str | None
    read: ReadRecord

    def value(self, field: str) -> Any:
        """Return the value of a field; None for an empty one."""
        value = getattr(self.read.record, field)
        return None if value in NO_VALUES else value

    def derives(self, field: str) -> bool:
        """Return whether its value is derived from another value."""
        is_stated = False
        for statement in self.read.evidence:
            if statement.field == field:
                if not statement.derived:
                    return False
                is_stated = True
        return is_stated

    def denies(self, field: str) -> bool:
        """Return whether it states the absence of a value: a diploma of no level."""
        return field in self.denied()

    def denied(self) -> set[str | None]:
        """Return the fields of which it states that there is no value."""
        issues = self.read.record.issues
        return {remark.field for remark in issues if remark.issue == IssueCode.NO_LEVEL}

"""A record as one document of one source gives it."""

from typing import Any, NamedTuple

from parsers.model.reading import ReadRecord
from schema.issues import IssueCode


class SourceRecord(NamedTuple):
    """A record as one document of one source gives it; `sha256` of that document."""

    source: str
    document: str
    sha256: str | None
    read: ReadRecord

    def value(self, field: str) -> Any:
        """Return the value of a field; None for an empty one."""
        value = getattr(self.read.record, field)
        return None if value in ((), "", "unknown") else value

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
        return any(
            remark.field == field and remark.code == IssueCode.NO_LEVEL
            for remark in self.read.record.issues
        )

"""A record as one document of one source gives it."""

from typing import Any, NamedTuple

from parsers.parse import ReadRecord
from schema.issues import IssueCode


class Sourced(NamedTuple):
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
        """Tell whether its value follows from another one."""
        seen = [one.derived for one in self.read.evidence if one.field == field]
        return bool(seen) and all(seen)

    def denies(self, field: str) -> bool:
        """Tell whether it says that there is no such thing: a diploma of no level."""
        return any(
            one.code == IssueCode.NO_LEVEL and one.field == field for one in self.read.record.issues
        )

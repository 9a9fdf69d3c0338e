"""Numbers that a field of the record cannot hold: an issue, so that the rest of the page is read.

The bounds are those of the field in the schema (`ge`, `le`).
"""

from collections.abc import Iterable, Iterator

from parsers.model.statement import Finding, Statement
from schema.issues import IssueCode, issue
from schema.referential import Referential


def _bounds_of(field: str) -> tuple[float, float]:
    metadata = Referential.model_fields[field].metadata
    least = [item.ge for item in metadata if hasattr(item, "ge")]
    most = [item.le for item in metadata if hasattr(item, "le")]
    return max(least, default=float("-inf")), min(most, default=float("inf"))


_BOUNDS = {
    field: bounds
    for field in Referential.model_fields
    if (bounds := _bounds_of(field)) != (float("-inf"), float("inf"))
}
# What a number is that cannot be one of its field; of other fields, a text that belongs to none.
_UNREAD = {
    "level": IssueCode.UNKNOWN_LEVEL,
    "duration_months": IssueCode.UNKNOWN_DURATION,
    "first_session": IssueCode.UNKNOWN_SESSION,
    "last_session": IssueCode.UNKNOWN_SESSION,
}


def within_bounds(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings, with issues in place of statements of numbers outside their bounds."""
    for finding in findings:
        if isinstance(finding, Statement) and finding.field in _BOUNDS:
            yield _checked(finding)
        else:
            yield finding


def _checked(statement: Statement) -> Finding:
    field, value, text, place, *_ = statement
    bounds = _BOUNDS[field]
    if value is None or bounds[0] <= value <= bounds[1]:
        return statement
    detail = f"{value} is not between {bounds[0]:g} and {bounds[1]:g}"
    code = _UNREAD.get(field, IssueCode.UNLABELLED_TEXT)
    return issue(code, field, text[:200], detail, place)

"""`eduscol normalise`: turn a published value into its normalised fields."""

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from schema.code import CodeScolarite
from schema.diploma_type import DiplomaType
from schema.duration import Duration
from schema.issues import IssueCode
from schema.level import DiplomaLevel
from schema.parsed_value import Parsed
from schema.trade import Trade, parse_trade

KINDS: dict[str, tuple[type[BaseModel], Callable[[str], Parsed[Any]]]] = {
    "code": (CodeScolarite, CodeScolarite.parse),
    "level": (DiplomaLevel, DiplomaLevel.parse),
    "duration": (Duration, Duration.parse),
    "type": (DiplomaType, DiplomaType.parse),
    "trade": (Trade, parse_trade),
}


def normalise(kind: str, value: str) -> tuple[dict[str, Any], bool]:
    """Return the fields of a value, and whether it was understood.

    `{"value": as given, the fields of the type, "issues": [...]}`: fields are null when nothing
    could be understood, but for those that repeat the text.
    """
    model, parse = KINDS[kind]
    parsed = parse(value)
    fields = (
        parsed.value.model_dump(mode="json")
        if parsed.value is not None
        else dict.fromkeys(model.model_fields)
    )
    issues = [issue.model_dump(mode="json") for issue in parsed.issues]
    # the first field is what was understood; of a diploma that has no level, that is
    has_none = any(issue.issue == IssueCode.NO_LEVEL for issue in parsed.issues)
    is_understood = fields[next(iter(model.model_fields))] is not None or has_none
    # an argument that was no UTF-8 holds lone surrogates, which no JSON can carry
    value = value.encode("utf-8", "replace").decode("utf-8")
    return {"value": value, **fields, "issues": issues}, is_understood

"""How every published field is described: French first, English beside it."""

from typing import Any

from pydantic import Field


def described(fr: str, en: str, **constraints: Any) -> Any:
    """A pydantic field with its French description and, as `x-description-en`, the English one."""
    return Field(description=fr, json_schema_extra={"x-description-en": en}, **constraints)

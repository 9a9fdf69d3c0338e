"""Descriptions of published fields: French first, English beside it."""

from typing import Any

from pydantic import Field, JsonValue

# The pattern of a day, as the schemas bear it.
ISO_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def described(fr: str, en: str, *, form: str | None = None, **constraints: Any) -> Any:
    """Return a pydantic field with its description in French and, beside it, in English.

    The English text is `x-description-en` in the strict schema. `form`: the field's format in JSON
    Schema (`uri`, `date`, `date-time`).
    """
    extra: dict[str, JsonValue] = {"x-description-en": en, **({"format": form} if form else {})}
    return Field(description=fr, json_schema_extra=extra, **constraints)

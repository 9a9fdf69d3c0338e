"""The published JSON Schema (2020-12) of a record."""

from typing import Any

from schema.referential import SCHEMA_VERSION, Referential


def json_schema() -> dict[str, Any]:
    """The JSON Schema of one record as it is serialised, with `$schema` and `$id`.

    Descriptions are French; `x-description-en` holds the English ones.
    """
    schema = Referential.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:eduscol-referentials:referential:{SCHEMA_VERSION}",
        **schema,
    }

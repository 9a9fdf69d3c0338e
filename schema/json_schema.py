"""The JSON Schemas (2020-12): the strict ones of our own checks, and the published ones.

A published schema stays valid for data of a later minor version: objects may have more properties,
vocabularies may grow (known values stand in the description, with the vocabulary's name, and in
`vocabularies.json`). It has no
keyword that validators in strict mode refuse, and descriptions in French and in English.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from schema.fields import ISO_DAY
from schema.issues import IssueCode
from schema.referential import SCHEMA_VERSION, Referential
from schema.vocabulary import value_lists

Schema = dict[str, Any]
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_KEPT = ("pattern", "minimum", "maximum", "minLength", "minItems", "maxItems", "format")
KNOWN_VALUES = "Valeurs connues / known values"
VOCABULARY = "Vocabulaire / vocabulary"
# An `Issue` is part of a record; a line of issues.ndjson.gz names its record too.
_TITLED_APART = frozenset({"Issue"})
# The vocabulary that a list of values is.
_VOCABULARIES = value_lists() | {frozenset(code.value for code in IssueCode): "issue"}


def json_schema() -> Schema:
    """Return the strict schema of one record as it is serialised."""
    return strict_schema("referential", Referential)


def strict_schema(name: str, model: type[BaseModel]) -> Schema:
    """Return the closed schema of `model`; French descriptions, English in `x-description-en`.

    The schema is closed even for a model that ignores unknown fields when it reads.
    """
    schema = model.model_json_schema(mode="serialization")
    for shape in (schema, *schema.get("$defs", {}).values()):
        if "properties" in shape:
            shape["additionalProperties"] = False
    return {
        "$schema": _DRAFT,
        "$id": f"urn:eduscol-referentials:{name}:{SCHEMA_VERSION}",
        **schema,
    }


def english(strict: Schema) -> Schema:
    """Return a strict schema with its English descriptions alone."""
    result = {}
    for key, value in strict.items():
        if key in ("properties", "$defs"):
            result[key] = {name: english(part) for name, part in value.items()}
        elif key == "description":
            # of a model, whose first line has both; of a field the English one stands beside
            result[key] = strict.get("x-description-en") or value.split(" / ", 1)[-1]
        elif key != "x-description-en":
            result[key] = value
    return result


def published_schema(strict: Schema) -> Schema:
    """Return the schema for consumers that follows from a strict one."""
    defs = strict.get("$defs", {})
    objects = {
        public_name(name): _object(shape, defs)
        for name, shape in defs.items()
        if shape.get("type") == "object"
    }
    # programs that write code name the object by it
    title = "".join(word.capitalize() for word in strict["$id"].split(":")[2].split("_"))
    if title in _TITLED_APART:
        title += "Line"
    head = {"$schema": strict["$schema"], "$id": strict["$id"], "title": title}
    shape = _union(strict, defs) if "oneOf" in strict else _object(strict, defs)
    return {**head, **shape, **({"$defs": objects} if objects else {})}


def public_name(model_name: str) -> str:
    """Return the name of a part for consumers: `SourceRow` is `Source`."""
    return model_name.lstrip("_").removesuffix("Row")


def _union(strict: Schema, defs: Mapping[str, Schema]) -> Schema:
    """Return the shape of one of several objects that a property distinguishes.

    Objects of known kinds must have their described shape; an object of another kind, which a later
    version may add, needs nothing but that property.
    """
    key, names = strict["discriminator"]["propertyName"], strict["discriminator"]["mapping"]
    kinds = {kind: ref.rsplit("/", 1)[1] for kind, ref in names.items()}
    described = defs[next(iter(kinds.values()))]["properties"][key]
    return {
        "type": "object",
        "description": strict["description"],
        "properties": {key: _field({**described, "enum": list(kinds)}, defs)},
        "required": [key],
        "allOf": [
            {
                "if": {"type": "object", "properties": {key: {"const": kind}}, "required": [key]},
                "then": {"$ref": f"#/$defs/{public_name(name)}"},
            }
            for kind, name in kinds.items()
        ],
    }


def _object(shape: Schema, defs: Mapping[str, Schema]) -> Schema:
    properties = shape.get("properties", {})
    return {
        "type": "object",
        # further paragraphs are for developers of the program
        "description": shape.get("description", "").split("\n\n")[0].replace("\n", " "),
        "properties": {name: _field(field, defs) for name, field in properties.items()},
        "required": shape.get("required", []),
    }


def _field(field: Schema, defs: Mapping[str, Schema]) -> Schema:
    shapes = field.get("anyOf", [field])
    shape, *others = [part for part in shapes if part.get("type") != "null"]
    if others:
        raise TypeError(f"no published form for a value of several types: {field}")
    nullable = len(shapes) > 1
    texts = [field.get("description"), field.get("x-description-en")]
    description = " / ".join(text for text in texts if text)
    value = _value(shape, defs)
    known = value.pop("known", None)
    if known:
        description += f" {KNOWN_VALUES}: {', '.join(map(str, known))}."
        if vocabulary := _VOCABULARIES.get(frozenset(known)):
            description += f" {VOCABULARY}: {vocabulary}."
    if nullable and "$ref" in value:
        value = {"anyOf": [value, {"type": "null"}]}
    elif nullable and "type" in value:
        value["type"] = [value["type"], "null"]
    if "format" in field:
        value["format"] = field["format"]
    return {**value, **({"description": description} if description else {})}


def _value(shape: Schema, defs: Mapping[str, Schema]) -> Schema:
    """Return the shape of a value; the values of a vocabulary under `known`."""
    if "$ref" in shape:
        name = shape["$ref"].rsplit("/", 1)[1]
        if defs[name].get("type") == "object":
            return {"$ref": f"#/$defs/{public_name(name)}"}
        return _value(defs[name], defs)
    if "type" not in shape:
        return {}
    value: Schema = {"type": shape["type"]}
    value |= {key: shape[key] for key in _KEPT if key in shape}
    if value.get("pattern") == ISO_DAY:
        value["format"] = "date"
    if shape["type"] == "array":
        # a pair has two items of one kind
        value["items"] = _field(shape.get("items") or shape["prefixItems"][0], defs)
    if isinstance(shape.get("additionalProperties"), dict):
        value["additionalProperties"] = _field(shape["additionalProperties"], defs)
    known = shape.get("enum") or ([shape["const"]] if "const" in shape else None)
    return {**value, **({"known": known} if known else {})}

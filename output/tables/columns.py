"""The columns of a table, made from a pydantic model: the one description of the data.

SQL, CSV, TableSchema, the dictionary in the database and Datasette's metadata all read this.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel

from schema.fields import ISO_DAY

Type = Literal["text", "integer", "boolean", "date", "json"]
_SQL = {"text": "TEXT", "integer": "INTEGER", "boolean": "INTEGER", "date": "TEXT", "json": "TEXT"}


@dataclass(frozen=True)
class Column:
    """One column: its type and bounds, described in French and in English.

    `internal`: in the database only, for keys, sorting and searching. `references`: the table
    and column that its values stand in.
    """

    name: str
    type: Type
    fr: str
    en: str
    nullable: bool = False
    enum: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    references: tuple[str, str] | None = None
    internal: bool = False

    @property
    def field(self) -> str:
        """Return the field of the model; a list's column bears the suffix `_json`."""
        return self.name.removesuffix("_json") if self.type == "json" else self.name

    def sql(self) -> str:
        """Return the column's definition in a STRICT table, with its checks."""
        parts = [quoted(self.name), _SQL[self.type]]
        if not self.nullable:
            parts.append("NOT NULL")
        if self.references:
            table, column = self.references
            parts.append(f"REFERENCES {quoted(table)}({quoted(column)})")
        parts += [f"CHECK ({check})" for check in self._checks()]
        return " ".join(parts)

    def _checks(self) -> list[str]:
        name = quoted(self.name)
        checks = []
        if self.type == "date":
            checks.append(f"{name} IS date({name})")
        if self.type == "json":
            checks.append(f"json_valid({name})")
        if self.type == "boolean":
            checks.append(f"{name} IN (0, 1)")
        if self.enum:
            checks.append(f"{name} IN ({', '.join(literal(value) for value in self.enum)})")
        if self.minimum is not None:
            checks.append(f"{name} >= {self.minimum}")
        if self.maximum is not None:
            checks.append(f"{name} <= {self.maximum}")
        return checks


def quoted(name: str) -> str:
    """Return a name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Return a text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def columns_of(
    model: type[BaseModel],
    leave_out: frozenset[str] = frozenset(),
    references: Mapping[str, tuple[str, str]] | None = None,
) -> tuple[Column, ...]:
    """Return the columns of `model`'s fields in declared order; a list becomes `<field>_json`.

    Every field must be described in both languages: KeyError otherwise.
    """
    schema = _schema(model)
    columns = []
    for name, prop in schema["properties"].items():
        if name in leave_out:
            continue
        column = _column(name, prop, schema.get("$defs", {}))
        target = (references or {}).get(name)
        columns.append(replace(column, references=target) if target else column)
    return tuple(columns)


def described_column(model: type[BaseModel], field: str, name: str | None = None) -> Column:
    """Return the column of one field, under another name if one is given.

    The column for one value of a field that holds a list of plain values.
    """
    schema = _schema(model)
    prop = schema["properties"][field]
    if prop.get("type") == "array":
        prop = {**{key: prop[key] for key in ("description", "x-description-en")}, **prop["items"]}
    return _column(name or field, prop, schema.get("$defs", {}))


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    # making it takes milliseconds, and a record's is asked for a dozen times
    return model.model_json_schema(mode="serialization")


def _column(name: str, prop: Mapping[str, Any], defs: Mapping[str, Any]) -> Column:
    shapes = [
        defs[shape["$ref"].rsplit("/", 1)[1]] if "$ref" in shape else shape
        for shape in prop.get("anyOf", [prop])
    ]
    kinds = [shape for shape in shapes if shape.get("type") != "null"]
    (shape,) = kinds
    is_list = shape["type"] == "array"
    kind: Type = "json" if is_list else _type(shape)
    return Column(
        name=f"{name}_json" if is_list else name,
        type=kind,
        fr=prop["description"],
        en=prop["x-description-en"],
        nullable=len(kinds) < len(shapes),
        enum=tuple(shape.get("enum", ())),
        pattern=shape.get("pattern") if kind == "text" else None,
        minimum=shape.get("minimum"),
        maximum=shape.get("maximum"),
    )


def _type(shape: Mapping[str, Any]) -> Type:
    if shape["type"] == "string":
        return "date" if shape.get("pattern") == ISO_DAY else "text"
    if shape["type"] == "boolean":
        return "boolean"
    if shape["type"] == "integer":
        return "integer"
    raise TypeError(f"no column for a value of type {shape['type']}")

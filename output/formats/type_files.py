"""`types/`: the published schemas as TypeScript declarations and as pydantic models.

Both are written from the schemas, so that they fit the data beside them. Their comments are in
English; the schemas have the French ones too.
"""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from output.dataset.dataset import Dataset
from output.tables.table import History
from output.versions.file_schemas import schemas
from schema.files import write_file
from schema.json_schema import KNOWN_VALUES, VOCABULARY, Schema, english, published_schema
from schema.referential import SCHEMA_VERSION

_HEAD = f"Types of the files of eduscol-referentials, schema {SCHEMA_VERSION}."
_TYPESCRIPT = {
    "string": "string", "integer": "number", "number": "number", "boolean": "boolean",
    "null": "null", "any": "unknown",
}  # fmt: skip
_PYTHON = {
    "string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None",
    "any": "object",
}  # fmt: skip


def write_types(_: Dataset, __: History, folder: Path) -> None:
    """Write `types/eduscol.d.ts` and `types/eduscol_types.py` into `folder`. Raises OSError."""
    write_file(folder / "types" / "eduscol.d.ts", typescript().encode())
    write_file(folder / "types" / "eduscol_types.py", pydantic_module().encode())


def _parts() -> dict[str, Schema]:
    """Return the objects of all schemas by name: parts before the objects that refer to them."""
    parts: dict[str, Schema] = {}
    published = {name: published_schema(english(schema)) for name, schema in schemas().items()}
    for schema in published.values():
        waiting = dict(schema.get("$defs", {}))
        while waiting:
            ready = [n for n, part in waiting.items() if not _references(part) & set(waiting)]
            parts |= {n: waiting.pop(n) for n in ready or list(waiting)}
        parts[schema["title"]] = schema
    return parts


def _references(shape: object) -> set[str]:
    """Return the names of the parts that a schema refers to."""
    if isinstance(shape, dict):
        named = {shape["$ref"].rsplit("/", 1)[1]} if "$ref" in shape else set()
        return named.union(*map(_references, shape.values()))
    if isinstance(shape, list):
        return set().union(*map(_references, shape))
    return set()


def _type(shape: Schema, names: dict[str, str], many: Callable[[str], str], pair: str) -> str:
    """Return the type of a value; `many`: the form of a list, `pair`: of an object by keys."""
    if "anyOf" in shape:
        return " | ".join(_type(part, names, many, pair) for part in shape["anyOf"])
    if "$ref" in shape:
        return str(shape["$ref"].rsplit("/", 1)[1])
    kind_or_kinds = shape.get("type", "any")
    kinds = kind_or_kinds if isinstance(kind_or_kinds, list) else [kind_or_kinds]
    types = []
    for kind in kinds:
        if kind == "array":
            types.append(many(_type(shape["items"], names, many, pair)))
        elif kind == "object":
            types.append(pair.format(_type(shape["additionalProperties"], names, many, pair)))
        else:
            types.append(names[kind])
    return " | ".join(types)


@cache
def typescript() -> str:
    """Return the declarations; a property that is not declared is an error to the compiler."""
    blocks = [f"// {_HEAD}\n"]
    for name, part in _parts().items():
        lines = [f"/** {_comment(part)} */", f"export interface {name} {{"]
        for field, shape in part["properties"].items():
            kind = _type(shape, _TYPESCRIPT, "Array<{}>".format, "Record<string, {}>")
            lines += [f"  /** {_comment(shape)} */", f"  {field}: {kind};"]
        # which further properties a line of the journal has depends on its event
        more = ["  [more: string]: unknown;"] if "allOf" in part else []
        blocks.append("\n".join([*lines, *more, "}\n"]))
    return "\n".join(blocks)


def _comment(shape: Schema) -> str:
    return _description(shape).replace("*/", "* /")


def _description(shape: Schema) -> str:
    text = str(shape.get("description", "")).replace(KNOWN_VALUES, "Known values")
    return text.replace(VOCABULARY, "Vocabulary")


@cache
def pydantic_module() -> str:
    """Return the module; models keep properties that they do not know."""
    blocks = [
        f'"""{_HEAD} Needs pydantic 2 only."""\n',
        "from pydantic import BaseModel, ConfigDict, Field\n",
        '\nclass _Open(BaseModel):\n    model_config = ConfigDict(extra="allow", frozen=True)\n',
    ]
    blocks += ["\n" + "\n".join(_model(name, part)) + "\n" for name, part in _parts().items()]
    return "\n".join(blocks)


def _model(name: str, part: Schema) -> Iterator[str]:
    yield f"class {name}(_Open):"
    yield f"    {_description(part)!r}\n"
    for field, shape in part["properties"].items():
        kind = _type(shape, _PYTHON, "tuple[{}, ...]".format, "dict[str, {}]")
        yield f"    {field}: {kind} = Field(description={_description(shape)!r})"

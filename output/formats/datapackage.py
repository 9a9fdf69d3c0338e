"""`datapackage.json`: a Tabular Data Package, valid in the first and the second version.

The TableSchema of each CSV is made from the columns; nothing is described here. A column has its
French description as title, its English one as description.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from output.dataset.dataset import Dataset
from output.dataset.rows import SourceRow
from output.formats.csv_files import CELLS_EN, csv_name
from output.formats.json_files import compact
from output.tables.columns import Column
from output.tables.data_dictionary import ALL_TABLES, DESCRIPTION_EN, DESCRIPTION_FR, TITLE_FR
from output.tables.table import History, Table
from schema.files import write_file
from schema.vocabulary import table as vocabulary

_KIND = {"text": "string", "json": "array", "integer": "integer", "boolean": "boolean"}


def write_datapackage(dataset: Dataset, history: History, folder: Path) -> None:
    """Write `datapackage.json` into `folder`. Raises OSError."""
    write_file(folder / "datapackage.json", compact(datapackage(dataset, history)))


def datapackage(dataset: Dataset, history: History) -> dict[str, Any]:
    """Return the descriptor of a version's CSV files."""
    version = history.versions[-1].version if history.versions else "0"
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "profile": "tabular-data-package",
        "name": "eduscol-referentials",
        "version": version,
        "title": TITLE_FR,
        "description": f"{DESCRIPTION_FR} / {DESCRIPTION_EN}",
        "sources": [_source(source) for source in dataset.sources] or [{"title": "none"}],
        "licenses": _licences(dataset.sources) or [{"name": "none"}],
        "resources": [_resource(table) for table in ALL_TABLES if table.csv],
    }


def _source(source: SourceRow) -> dict[str, str]:
    """Return a source with its licence and credit line, for which a package has no field."""
    path = {"path": source.url} if source.url else {}
    return {
        "title": source.title,
        **path,
        "license": _licence(source)["name"],
        "attribution": source.attribution,
    }


def _licences(sources: Iterable[SourceRow]) -> list[dict[str, str]]:
    """Return each licence of the sources once."""
    return list({licence["name"]: licence for licence in map(_licence, sources)}.values())


def _licence(source: SourceRow) -> dict[str, str]:
    """Return the licence of a source under the identifier that catalogues and tools know."""
    known = vocabulary("licences.csv", "licence").get(source.licence)
    if known is None:
        return {"name": "notspecified", "title": source.licence}
    path = {"path": known["url"]} if known["url"] else {}
    return {"name": known["name"], "title": known["title"], **path}


def _resource(table: Table) -> dict[str, Any]:
    return {
        "name": table.name.replace("_", "-"),
        "type": "table",
        "profile": "tabular-data-resource",
        "path": f"csv/{csv_name(table)}",
        "title": table.fr,
        "description": f"{table.en} {CELLS_EN}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "header": True},
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    shown = {column.name for column in table.public}
    key = table.key
    schema: dict[str, Any] = {
        "fields": [_field(column, column.name in key) for column in table.public],
        "missingValues": [""],
    }
    if key and set(key) <= shown:
        schema["primaryKey"] = list(key)
    keys = [(column.name, column.references) for column in table.public if column.references]
    if keys:
        schema["foreignKeys"] = [
            {
                "fields": [name],
                "reference": {"resource": target[0].replace("_", "-"), "fields": [target[1]]},
            }
            for name, target in keys
        ]
    return schema


def _field(column: Column, is_key: bool) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    # A text may be empty, and an empty cell is a missing value to a reader of CSV.
    if not column.nullable and (column.type != "text" or column.enum or is_key):
        constraints["required"] = True
    for name, value in (
        ("pattern", column.pattern),
        ("enum", list(column.enum)),
        ("minimum", column.minimum),
        ("maximum", column.maximum),
    ):
        if value not in (None, []):
            constraints[name] = value
    field: dict[str, Any] = {
        "name": column.name,
        "type": _KIND.get(column.type, column.type),
        "title": column.fr,
        "description": column.en,
    }
    return {**field, "constraints": constraints} if constraints else field

"""`parquet/<table>.parquet`: the tables of the database for programs that read columns.

Written only where it was asked for: an installed library must not change a version. Texts are as
published, dates are dates; each column bears its description in French and in English.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from output.tables.columns import Column, quoted
from output.tables.data_dictionary import ALL_TABLES
from output.tables.ddl import stored_order
from output.tables.table import Table

# Rows in memory at a time, which make a row group of the file.
_ROWS = 1000


def write_parquet(database: Path, folder: Path) -> None:
    """Write one file a table of `database` into `parquet/` in `folder`, in the order of rows.

    The same library (pyarrow) writes the same bytes. Raises OSError, and ImportError where it is
    not installed.
    """
    target = folder / "parquet"
    target.mkdir()
    with closing(sqlite3.connect(database)) as connection:
        for table in ALL_TABLES:
            _write(table, connection, target / f"{table.name}.parquet")


def _write(table: Table, database: sqlite3.Connection, path: Path) -> None:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    schema = pa.schema(
        [
            pa.field(column.name, _type(column), column.nullable, _described(column))
            for column in table.public
        ],
        _described(table),
    )
    names = ", ".join(quoted(column.name) for column in table.public)
    rows = database.execute(
        f"SELECT {names} FROM {quoted(table.name)} ORDER BY {stored_order(table)}"
    )
    with ParquetWriter(path, schema, compression="zstd") as writer:
        while batch := rows.fetchmany(_ROWS):
            values = map(_values, table.public, zip(*batch, strict=True))
            writer.write_batch(pa.record_batch(list(values), schema=schema))


def _described(part: Column | Table) -> dict[str, str]:
    return {"description_fr": part.fr, "description_en": part.en}


def _type(column: Column) -> Any:
    import pyarrow as pa

    types = {"integer": pa.int64(), "boolean": pa.bool_(), "date": pa.date32()}
    return types.get(column.type, pa.string())


def _values(column: Column, values: Sequence[Any]) -> Any:
    """Return the values of a column, which the database holds as texts and numbers."""
    import pyarrow as pa

    converters: dict[str, Callable[[Any], Any]] = {"date": date.fromisoformat, "boolean": bool}
    if convert := converters.get(column.type):
        values = [None if value is None else convert(value) for value in values]
    return pa.array(values, _type(column))

"""`parquet/<table>.parquet`: the tables of the database for programs that read columns.

Only where it was asked for: what happens to be installed must not change a version. Texts are as
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
from output.tables.table import Table

# So many rows are in memory at a time, and stand together in the file.
_ROWS = 1000


def write_parquet(database: Path, folder: Path) -> None:
    """Write one file a table of `database` into `folder`, in the order of the rows.

    The same library (pyarrow) writes the same bytes. Raises OSError, and ImportError where it is
    not installed.
    """
    folder.mkdir()
    with closing(sqlite3.connect(database)) as connection:
        for table in ALL_TABLES:
            _write(table, connection, folder / f"{table.name}.parquet")


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
    rows = database.execute(f"SELECT {names} FROM {quoted(table.name)} ORDER BY rowid")
    with ParquetWriter(path, schema, compression="zstd") as writer:
        while some := rows.fetchmany(_ROWS):
            values = map(_values, table.public, zip(*some, strict=True))
            writer.write_batch(pa.record_batch(list(values), schema=schema))


def _described(one: Column | Table) -> dict[str, str]:
    return {"description_fr": one.fr, "description_en": one.en}


def _type(column: Column) -> Any:
    import pyarrow as pa

    types = {"integer": pa.int64(), "boolean": pa.bool_(), "date": pa.date32()}
    return types.get(column.type, pa.string())


def _values(column: Column, values: Sequence[Any]) -> Any:
    """The values of a column, which the database holds as texts and numbers."""
    import pyarrow as pa

    meant: dict[str, Callable[[Any], Any]] = {"date": date.fromisoformat, "boolean": bool}
    if convert := meant.get(column.type):
        values = [None if value is None else convert(value) for value in values]
    return pa.array(values, _type(column))

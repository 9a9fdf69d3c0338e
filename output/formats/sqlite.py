"""`referentials.db`: STRICT tables, full-text search, whole or not there.

The same build gives the same bytes with the same SQLite library (its version stands in the
file's header). Raises `BrokenDatabase` when the file does not pass its own checks.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path

from sqlite_utils import Database

from output.dataset.dataset import Build
from output.tables.columns import quoted
from output.tables.data_dictionary import ALL_TABLES, COLUMNS, column_rows, view_column_rows
from output.tables.ddl import ddl
from output.tables.table import SEARCH_ID, History, Row, Table
from output.tables.views import VIEWS
from output.versions.verify import DATABASE
from schema.files import sync
from schema.referential import SCHEMA_VERSION

# Records whose rows are in memory at a time.
_RECORDS_AT_ONCE = 10
# "EduR": tells `file` and others that this is ours.
APPLICATION_ID = 0x45647552
FTS_COLUMNS = (
    "name",
    "title",
    "acronym",
    "description",
    "access",
    "expectations",
    "further_study",
    "search_text",
    "search_names",
    "search_trades",
    "search_texts",
)


class BrokenDatabase(Exception):
    """The database that was built does not pass its checks; the text says which."""


def write_database(made: Build, history: History, folder: Path) -> None:
    """Write `referentials.db` into `folder`, replacing a former one only when it is whole.

    Raises OSError and `BrokenDatabase`.
    """
    path = folder / DATABASE
    draft = path.with_name(f"{path.name}.draft")
    packed = path.with_name(f"{path.name}.part")
    for leftover in (draft, packed):
        leftover.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(draft)) as connection:
            _fill(connection, made, history)
            _check(connection)
            connection.execute("VACUUM INTO ?", [str(packed)])
        sync(packed)
        packed.replace(path)
        sync(path.parent)
    finally:
        draft.unlink(missing_ok=True)
        packed.unlink(missing_ok=True)


def user_version() -> int:
    """`PRAGMA user_version`: the schema's version as one number, 1.2.3 is 10203."""
    major, minor, patch = (int(part) for part in SCHEMA_VERSION.split("."))
    return major * 10000 + minor * 100 + patch


def _indexes(table: Table) -> Iterator[str]:
    """Foreign keys and columns often searched; the first column of a key is indexed already."""
    keys = [column.name for column in table.columns if column.references]
    for name in dict.fromkeys([*keys, *table.indexes]):
        if name != table.key[0]:
            index = quoted(f"{table.name}_{name}")
            yield f"CREATE INDEX {index} ON {quoted(table.name)}({quoted(name)})"


def _fill(connection: sqlite3.Connection, made: Build, history: History) -> None:
    # A file that is thrown away on any failure needs no journal.
    for pragma in ("page_size = 4096", "encoding = 'UTF-8'", "journal_mode = OFF"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("PRAGMA foreign_keys = ON")
    db = Database(connection, execute_plugins=False)
    with db.atomic():
        # Records come before the vocabularies that they refer to.
        db.execute("PRAGMA defer_foreign_keys = ON")
        for table in ALL_TABLES:
            db.execute(ddl(table))
        _insert_records(db, made)
        for table in ALL_TABLES:
            if table.rows:
                _insert(db, table, table.rows(made, history))
        for table in ALL_TABLES:
            for statement in _indexes(table):
                db.execute(statement)
        for name, query in VIEWS.items():
            db.execute(f"CREATE VIEW {quoted(name)} AS {query}")
        _insert(db, COLUMNS, chain(column_rows(connection), view_column_rows(connection)))
        # Double quotes: with others Datasette does not see the index and returns every row.
        db.execute(
            f'CREATE VIRTUAL TABLE "referentials_fts" USING fts5({", ".join(FTS_COLUMNS)}, '
            'content="referentials", content_rowid="search_id", '
            "tokenize='unicode61 remove_diacritics 2')"
        )
        for command in ("rebuild", "optimize"):
            db.execute("INSERT INTO referentials_fts(referentials_fts) VALUES (?)", [command])
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {user_version()}")
    connection.execute("ANALYZE")
    connection.commit()


def _insert_records(db: Database, made: Build) -> None:
    """Insert the rows that records give, reading each record once."""
    tables = [table for table in ALL_TABLES if table.of_record]
    waiting: dict[str, list[Row]] = {table.name: [] for table in tables}

    def flush() -> None:
        for table in tables:
            _insert(db, table, waiting[table.name])
            waiting[table.name].clear()

    for number, record in enumerate(made.records, 1):
        for table in tables:
            assert table.of_record  # the tables are those that have it
            for row in table.of_record(made, record):
                if SEARCH_ID in table.columns:
                    row["search_id"] = number
                waiting[table.name].append(row)
        if number % _RECORDS_AT_ONCE == 0:
            flush()
    flush()


def _insert(db: Database, table: Table, rows: Iterable[Row]) -> None:
    """Insert rows; each must have exactly the table's columns: a missing one is our mistake."""
    names = [column.name for column in table.columns if column.name != "pk"]

    def complete() -> Iterator[Row]:
        for row in rows:
            if row.keys() != set(names):
                raise ValueError(f"{table.name}: columns {sorted(row.keys() ^ set(names))}")
            yield {name: row[name] for name in names}

    db.table(table.name).insert_all(complete(), batch_size=500)


def _check(connection: sqlite3.Connection) -> None:
    orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    if orphans:
        raise BrokenDatabase(f"foreign keys: {orphans[0][0]} refers to a missing {orphans[0][2]}")
    found = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if found != "ok":
        raise BrokenDatabase(f"integrity: {found}")
    try:
        connection.execute(
            "INSERT INTO referentials_fts(referentials_fts, rank) VALUES ('integrity-check', 1)"
        )
        connection.commit()
    except sqlite3.DatabaseError as error:
        raise BrokenDatabase(f"full-text index: {error}") from error

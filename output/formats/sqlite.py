"""`referentials.db`: STRICT tables, full-text search, whole or not there.

The same build gives the same bytes with the same SQLite library (its version stands in the
file's header). Raises `BrokenDatabase` when the file does not pass its own checks.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from output.dataset.dataset import Build
from output.dataset.durable_files import sync
from output.tables.columns import quoted
from output.tables.data_dictionary import ALL_TABLES
from output.tables.table import History, Row, Table
from output.tables.views import VIEWS
from schema.referential import SCHEMA_VERSION

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


def write_database(made: Build, path: Path, history: History | None = None) -> None:
    """Write the database at `path`, replacing what is there only when it is whole."""
    draft = path.with_name(f"{path.name}.draft")
    packed = path.with_name(f"{path.name}.part")
    for leftover in (draft, packed):
        leftover.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(draft)) as connection:
            _fill(connection, made, history or History())
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


def ddl(table: Table) -> str:
    """The statement that makes `table`, each column with its description as a comment."""
    lines = [f"  {column.sql()}" for column in table.columns]
    key = ", ".join(quoted(name) for name in table.key)
    if table.key == ("pk",):
        # An alias of the rowid: external-content search needs one that never moves.
        lines[0] = '  "pk" INTEGER PRIMARY KEY'
    else:
        lines.append(f"  PRIMARY KEY ({key})")
    lines += [f"  UNIQUE ({quoted(name)})" for name in table.unique]
    comments = [f" -- {column.fr}" for column in table.columns]
    comments += [""] * (len(lines) - len(comments))
    commas = [","] * (len(lines) - 1) + [""]
    body = "\n".join(
        line + comma + comment for line, comma, comment in zip(lines, commas, comments, strict=True)
    )
    return f"CREATE TABLE {quoted(table.name)} ( -- {table.fr}\n{body}\n) STRICT"


def _indexes(table: Table) -> Iterator[str]:
    """Foreign keys and what is often asked for; a key's own first column is indexed already."""
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
        for table in ALL_TABLES:
            db.execute(ddl(table))
        for table in ALL_TABLES:
            _insert(db, table, table.rows(made, history))
        for table in ALL_TABLES:
            for statement in _indexes(table):
                db.execute(statement)
        for name, query in VIEWS.items():
            db.execute(f"CREATE VIEW {quoted(name)} AS {query}")
        # Double quotes: with others Datasette does not see the index and returns every row.
        db.execute(
            f'CREATE VIRTUAL TABLE "referentials_fts" USING fts5({", ".join(FTS_COLUMNS)}, '
            'content="referentials", content_rowid="pk", '
            "tokenize='unicode61 remove_diacritics 2')"
        )
        for command in ("rebuild", "optimize"):
            db.execute("INSERT INTO referentials_fts(referentials_fts) VALUES (?)", [command])
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {user_version()}")
    connection.execute("ANALYZE")
    connection.commit()


def _insert(db: Database, table: Table, rows: Iterable[Row]) -> None:
    """Insert rows; each must have exactly the table's columns: a missing one is our mistake."""
    names = [column.name for column in table.columns]

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

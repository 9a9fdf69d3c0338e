"""`referentials.db`: STRICT tables and full-text search.

The same dataset gives the same bytes with the same SQLite library (its version stands in the
file's header).
"""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from output.formats.task_group import TaskGroup
from output.tables.columns import quoted
from output.tables.data_dictionary import ALL_TABLES, Filling
from output.tables.ddl import ddl, stored_order
from output.tables.french_views import VIEWS
from output.tables.full_text import FTS_COLUMNS, FullText
from output.tables.search_columns import further_forms
from output.tables.table import Table
from output.tables.view_definition import View
from output.versions.verify import DATABASE
from schema.files import sync
from schema.referential import SCHEMA_VERSION
from schema.stems import stems
from schema.text import search_text

# The values of each column of some rows.
Columns = Sequence[Sequence[Any]]
# Rows of a view that are in memory at a time.
_ROWS_AT_ONCE = 50
# "EduR": tells `file` and others that this is ours.
APPLICATION_ID = 0x45647552


class BrokenDatabase(Exception):
    """The database that was built does not pass its checks; the text says which."""


@contextmanager
def new_database(folder: Path, group: TaskGroup) -> Iterator["Draft"]:
    """Give a database to fill, which becomes `referentials.db` in `folder`.

    It is checked by a call of `group`, which reads its draft (`draft_of`): the caller removes that
    file when the group has ended. Raises OSError and, here or at the end of the group,
    `BrokenDatabase`: without processes the former file is then left as it was.
    """
    path, draft = folder / DATABASE, draft_of(folder)
    packed = path.with_name(f"{path.name}.part")
    for leftover in (draft, copy_of(draft), packed):
        leftover.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(draft)) as connection:
            yield Draft(connection, draft)
            group.submit(_check, draft)  # a process checks it while it is packed
            connection.execute("VACUUM INTO ?", [str(packed)])
        sync(packed)
        packed.replace(path)
        sync(path.parent)
    except BaseException:
        draft.unlink(missing_ok=True)
        packed.unlink(missing_ok=True)
        raise


def draft_of(folder: Path) -> Path:
    """Return the path of the draft of the database in `folder`, beside that folder.

    A check by a process may read it until the end of its group.
    """
    return folder.with_name(f"{folder.name}.draft")


def copy_of(draft: Path) -> Path:
    """Return the path of the copy of a draft that others read while it is finished."""
    return draft.with_suffix(".copy")


def user_version() -> int:
    """Return `PRAGMA user_version`: the schema's version as one number, 1.2.3 is 10203."""
    major, minor, patch = (int(part) for part in SCHEMA_VERSION.split("."))
    return major * 10000 + minor * 100 + patch


def _indexed(table: Table) -> list[str]:
    """Return the columns to index; SQLite indexes the first key column itself."""
    if table.view:
        return []
    keys = [c.name for c in table.columns if c.references and c.name not in table.unsought]
    return [name for name in dict.fromkeys([*keys, *table.indexes]) if name != table.key[0]]


class Draft:
    """The database while it is filled.

    Its tables are empty at first; then come rows, `add_views`, `add_indexes`, the last rows and
    `finish`. `path`: its file, which others may read between `add_views` and `add_indexes`; its
    `copy` may be read by others to the end.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        # Imported where a version is written: it imports pandas, where that is installed.
        from sqlite_utils import Database

        self.path, self._connection = path, connection
        self._database = Database(connection, execute_plugins=False)
        # A file that is thrown away on any failure needs no journal. Foreign keys are checked at
        # the end, all at once: records come before the vocabularies that they refer to.
        for pragma in (
            "page_size = 2048", "encoding = 'UTF-8'", "journal_mode = OFF", "synchronous = OFF",
            "foreign_keys = OFF",
        ):  # fmt: skip
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        for table in ALL_TABLES:
            connection.execute(ddl(table))

    def insert(self, table: Table, names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Insert rows with the values of the columns `names`."""
        columns, values = ", ".join(map(quoted, names)), ", ".join("?" * len(names))
        self._connection.executemany(
            f"INSERT INTO {quoted(table.name)} ({columns}) VALUES ({values})", rows
        )

    def add_views(self) -> None:
        """Make the indexes and the views, once the tables that these show are filled."""
        for table in ALL_TABLES:
            for column in _indexed(table):
                name = f"{table.name}_{column}"
                self._database.table(table.name).create_index([column], index_name=name)
        for name, query in VIEWS.items():
            self._database.create_view(name, query)
        self._connection.commit()

    def copy(self) -> Path:
        """Copy the file as it is; return the path. Raises OSError."""
        return Path(shutil.copyfile(self.path, copy_of(self.path)))

    def view_rows(self, table: Table) -> Iterator[Columns]:
        """Yield the rows of a table that is a view, as `view_rows` does."""
        return view_rows(self._connection, table, f" ORDER BY {stored_order(table)}")

    def filling_of(self, view: Table | FullText) -> Filling:
        """Count the rows of a view or index and the values of its columns; it need not be read."""
        names = [quoted(column.name) for column in view.columns]
        filling = Filling(len(names))
        is_value = "{} NOT IN ('', '[]')"
        counts = ", ".join(f"coalesce(sum({is_value.format(name)}), 0)" for name in names)
        row = self._connection.execute(f"SELECT count(*), {counts} FROM {quoted(view.name)}")
        filling.rows, *filling.filled = row.fetchone()
        for place, name in enumerate(names):
            first = f"SELECT {name} FROM {quoted(view.name)} WHERE {is_value.format(name)} LIMIT 1"
            filling.show(place, [value for (value,) in self._connection.execute(first)])
        return filling

    def add_indexes(self) -> None:
        """Make the full-text indexes."""
        db = self._connection
        # Double quotes: with others Datasette does not see the index and returns every row.
        db.execute(
            f'CREATE VIRTUAL TABLE "referentials_fts" USING fts5({", ".join(FTS_COLUMNS)}, '
            'content="referentials", content_rowid="search_id", '
            "tokenize='unicode61 remove_diacritics 2')"
        )
        for command in ("rebuild", "optimize"):
            db.execute("INSERT INTO referentials_fts(referentials_fts) VALUES (?)", [command])
        self._index_trades()
        self._index_documents()

    def finish(self) -> None:
        """Mark the file as ours, and count the values of its indexes for the planner."""
        db = self._connection
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {user_version()}")
        db.commit()
        db.execute("ANALYZE")
        db.commit()

    def _index_trades(self) -> None:
        """Index the trades in both genders: SQLite compares accents and capitals nowhere else.

        `forms` holds the other numbers of their words, `id` the row of `trades`.
        """
        db = self._connection
        db.execute(
            'CREATE VIRTUAL TABLE "trades_fts" USING fts5(masculine, feminine, forms, '
            "id UNINDEXED, tokenize='unicode61 remove_diacritics 2')"
        )
        rows = db.execute("SELECT id, masculine, feminine FROM trades ORDER BY id").fetchall()
        db.executemany(
            "INSERT INTO trades_fts VALUES (?, ?, ?, ?)",
            (
                (masculine, feminine, " ".join(further_forms(masculine, feminine)), name)
                for name, masculine, feminine in rows
            ),
        )

    def _index_documents(self) -> None:
        """Index the pages of documents by their words and by the stems of these.

        The index holds no texts: they stand in `document_pages` once, and may be hundreds of
        megabytes.
        """
        db = self._connection
        db.execute(
            "CREATE VIRTUAL TABLE \"document_pages_fts\" USING fts5(text, stems, content='', "
            "tokenize='unicode61 remove_diacritics 2')"
        )
        db.executemany(
            "INSERT INTO document_pages_fts(rowid, text, stems) VALUES (?, ?, ?)",
            (
                (number, search_text(text), stems(text))
                for number, text in db.execute("SELECT pk, text FROM document_pages ORDER BY pk")
            ),
        )
        db.execute("INSERT INTO document_pages_fts(document_pages_fts) VALUES ('optimize')")


def view_rows(
    connection: sqlite3.Connection, view: View | Table, order: str = ""
) -> Iterator[Columns]:
    """Yield the rows of a view in batches, each as the values of every column."""
    names = ", ".join(quoted(column.name) for column in view.columns)
    cursor = connection.execute(f"SELECT {names} FROM {quoted(view.name)}{order}")
    while rows := cursor.fetchmany(_ROWS_AT_ONCE):
        yield list(zip(*rows, strict=True))


def _check(draft: Path) -> None:
    """Check the file of a draft. `BrokenDatabase` when it is not sound."""
    # mode=rw: no new file where it was removed after an error elsewhere
    address = f"{draft.resolve().as_uri()}?mode=rw"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        _check_content(connection)


def _check_content(connection: sqlite3.Connection) -> None:
    orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    if orphans:
        raise BrokenDatabase(f"foreign keys: {orphans[0][0]} refers to a missing {orphans[0][2]}")
    fault = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if fault != "ok":
        raise BrokenDatabase(f"integrity: {fault}")
    try:
        connection.execute(
            "INSERT INTO referentials_fts(referentials_fts, rank) VALUES ('integrity-check', 1)"
        )
        connection.commit()
    except sqlite3.DatabaseError as error:
        raise BrokenDatabase(f"full-text index: {error}") from error

"""The tables and views in all their forms, in one pass over the rows.

Each record is read once and unfolded, with the facts that it needs of its dataset, into the rows of
its tables; each row goes to the database, to its CSV file and, for some tables, to a file of JSON
lines. Processes may unfold records, some at a time.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from functools import partial
from itertools import chain, islice, pairwise
from pathlib import Path
from typing import Any, NamedTuple

from output.dataset.dataset import Dataset
from output.dataset.validated_record import validated
from output.formats.csv_files import CsvFile, csv_text
from output.formats.french_csv import write_view
from output.formats.json_files import (
    LINES,
    LinesFile,
    RecordFiles,
    line_text,
    write_record_file,
)
from output.formats.sqlite import Columns, Draft, new_database
from output.formats.task_group import TaskGroup
from output.tables.data_dictionary import ALL_TABLES, COLUMNS, Filling, column_rows
from output.tables.dataset_facts import DatasetFacts, dataset_facts
from output.tables.french_views import FLAT_VIEWS
from output.tables.full_text import FULL_TEXT
from output.tables.source_views import EVIDENCE
from output.tables.table import History, Row, Table
from output.tables.table_rows import json_text

# Rows of a table that are in memory at a time, and bytes of the records whose rows are.
_ROWS_AT_ONCE, _BYTES_AT_ONCE = 100, 150_000
_OF_RECORDS = tuple(table for table in ALL_TABLES if table.of_record)
# The dictionary comes last: it counts the rows of all others.
_STORED = tuple(table for table in ALL_TABLES if table is not COLUMNS and not table.view)


class BrokenOrder(Exception):
    """Rows that do not stand in the order of their table; the text says which."""


class _Batch(NamedTuple):
    """Records as lines of JSON, with the facts for their rows."""

    lines: list[bytes]
    facts: list[DatasetFacts]


class _Forms(NamedTuple):
    """Rows of a table in all its forms.

    `columns`: the values of each column as the database holds them. `csv`, `lines`: of its files;
    empty where it has none.
    """

    columns: Columns
    csv: bytes
    lines: bytes


def write_tables(
    dataset: Dataset,
    history: History,
    folder: Path,
    group: TaskGroup | None = None,
    meanwhile: Callable[[Path], None] = lambda _: None,
) -> None:
    """Write the database, `csv/`, the files of JSON lines and the records' files into `folder`.

    `group` makes the calls that need no dataset; `meanwhile` is called while it writes the French
    files, with the path of a database with all tables but the data dictionary, which nothing
    changes while processes read it. Raises OSError, `BrokenOrder`,
    `output.dataset.validated_record.InvalidRecord` and, here or at the end of the group,
    `output.formats.sqlite.BrokenDatabase`.
    """
    group = group or TaskGroup()
    fillings: dict[str, Filling] = {}
    with new_database(folder, group) as draft:
        # The files of other tables are open one by one: a compressor takes a quarter of a megabyte.
        with ExitStack() as stack:
            writers = {
                table.name: stack.enter_context(closing(_TableWriter(table, draft, folder)))
                for table in _OF_RECORDS
            }
            with closing(RecordFiles(folder)) as files:
                _write_records(dataset, writers, files, folder, group)
            for table in _STORED:
                open_already = writers.get(table.name)
                with closing(open_already or _TableWriter(table, draft, folder)) as writer:
                    if table.rows:
                        writer.write(table.rows(dataset, history))
                    fillings[table.name] = writer.filling
        draft.add_views()
        filled = draft.copy() if group.is_parallel else draft.path
        french = {
            view.name: group.submit(write_view, view.name, filled, folder / "csv" / "fr")
            for view in FLAT_VIEWS
        }
        meanwhile(filled)
        for table in (table for table in ALL_TABLES if table.view):
            with closing(_TableWriter(table, draft, folder)) as writer:
                for columns in draft.view_rows(table):
                    writer.write_columns(columns)
                fillings[table.name] = writer.filling
        fillings[EVIDENCE.name] = draft.filling_of(EVIDENCE)
        draft.add_indexes()
        fillings |= {index.name: draft.filling_of(index) for index in FULL_TEXT}
        fillings |= {name: filling.result() for name, filling in french.items()}
        with closing(_TableWriter(COLUMNS, draft, folder)) as writer:
            writer.write(column_rows(fillings))
        draft.finish()


def _write_records(
    dataset: Dataset,
    writers: dict[str, "_TableWriter"],
    files: RecordFiles,
    folder: Path,
    group: TaskGroup,
) -> None:
    """Write the records, and the rows that each gives to its tables."""
    for batch, unfolded in group.map(partial(_unfold, folder), _batches(dataset)):
        for line in batch.lines:
            files.write(line)
        for table, forms in zip(_OF_RECORDS, unfolded, strict=True):
            if forms:
                writers[table.name].write_forms(forms)


def _batches(dataset: Dataset) -> Iterator[_Batch]:
    batch = _Batch([], [])
    size = 0
    records = zip(dataset.lines.lines(), dataset.keys, strict=True)
    for number, (line, keys) in enumerate(records, 1):
        batch.lines.append(line)
        batch.facts.append(dataset_facts(dataset, keys, number))
        size += len(line)
        if size > _BYTES_AT_ONCE:
            yield batch
            batch, size = _Batch([], []), 0
    if batch.lines:
        yield batch


def _unfold(folder: Path, batch: _Batch) -> list[_Forms | None]:
    """Validate each record and write its file; return the rows that they give to `_OF_RECORDS`.

    Raises OSError and `InvalidRecord`.
    """
    records = [validated(line) for line in batch.lines]
    for record, line in zip(records, batch.lines, strict=True):
        write_record_file(folder, record.id, line)
    unfolded: list[_Forms | None] = []
    for table in _OF_RECORDS:
        layout, of_record = _Layout(table), table.of_record
        assert of_record  # the tables are those that have it
        rows = chain.from_iterable(map(of_record, records, batch.facts))
        columns = list(zip(*map(layout.values, rows), strict=True))
        unfolded.append(layout.forms(columns) if columns else None)
    return unfolded


class _Layout:
    """The stored columns of a table, and the forms of its rows."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._has_lines = table.name in LINES
        stored = [column for column in table.columns if column.name != "pk"]
        self.names = [column.name for column in stored]
        self._fields = [column.field for column in stored]
        self._known = frozenset(self._fields)
        self._lists = [place for place, column in enumerate(stored) if column.type == "json"]
        self._public = [place for place, column in enumerate(stored) if not column.internal]
        self._internal = [place for place, column in enumerate(stored) if column.internal]
        self._is_numbered = len(stored) < len(table.columns)

    def values(self, row: Row) -> list[Any]:
        """Return the values of a row, which must have exactly the table's columns.

        A missing one is our mistake: ValueError.
        """
        if row.keys() != self._known:
            strange = sorted(row.keys() ^ self._known)
            raise ValueError(f"{self._table.name}: columns {strange}")
        return [row[field] for field in self._fields]

    def forms(self, columns: Columns) -> _Forms:
        """Return rows, given as the values of each column, in all forms of the table."""
        lines = line_text(self._table, self.public(columns)) if self._has_lines else b""
        stored = list(columns)
        for place in self._lists:
            stored[place] = [None if v is None else json_text(v) for v in stored[place]]
        csv = csv_text(self._table, self.public(stored)) if self._table.csv else b""
        return _Forms(stored, csv, lines)

    def public(self, columns: Columns) -> Columns:
        """Return the columns that every form of the data shows."""
        return [columns[place] for place in self._public]

    def described(self, columns: Columns, rows: int) -> Columns:
        """Return the columns as the dictionary has them: public ones, then `pk`, then the others.

        `rows`: how many rows stand before these; SQLite numbers them.
        """
        numbers = [range(rows + 1, rows + 1 + len(columns[0]))] if self._is_numbered else []
        return [*self.public(columns), *numbers, *(columns[place] for place in self._internal)]


class _TableWriter:
    """Writes the rows of one table into every form that it has."""

    def __init__(self, table: Table, draft: Draft, folder: Path) -> None:
        self._table, self._draft = table, draft
        self._layout = _Layout(table)
        self._order = [self._layout.names.index(name) for name in table.order]
        self._last: tuple[Any, ...] = ()
        self.filling = Filling(len(table.columns))
        self._csv = CsvFile(table, folder / "csv") if table.csv else None
        self._lines = LinesFile(table, folder) if table.name in LINES else None

    def write(self, rows: Iterable[Row]) -> None:
        """Write rows, some at a time. Raises OSError and `BrokenOrder`."""
        values = map(self._layout.values, rows)
        while some := list(islice(values, _ROWS_AT_ONCE)):
            self.write_columns(list(zip(*some, strict=True)))

    def write_columns(self, columns: Columns) -> None:
        """Write rows, given as the values of each column. Raises OSError and `BrokenOrder`."""
        self.write_forms(self._layout.forms(columns))

    def write_forms(self, forms: _Forms) -> None:
        """Write rows; those of a view are in the database. Raises OSError and `BrokenOrder`."""
        columns = forms.columns
        self._check_order(columns)
        if not self._table.view:
            self._draft.insert(self._table, self._layout.names, zip(*columns, strict=True))
        if self._csv:
            self._csv.write(forms.csv)
        if self._lines:
            self._lines.write(forms.lines)
        self.filling.add(self._layout.described(columns, self.filling.rows))

    def _check_order(self, columns: Sequence[Sequence[Any]]) -> None:
        if self._order:
            keys = list(zip(*(columns[place] for place in self._order), strict=True))
            for before, after in pairwise([self._last or keys[0], *keys]):
                if before > after:
                    raise BrokenOrder(f"{self._table.name}: {after} after {before}")
            self._last = keys[-1]

    def close(self) -> None:
        """Close the files. Raises OSError."""
        for file in (self._csv, self._lines):
            if file:
                file.close()

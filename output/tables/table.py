"""The definition of a table: its columns, its keys and where its rows come from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from output.dataset.dataset import Dataset
from output.dataset.rows import ChangeRow, VersionRow
from output.tables.columns import Column, Type
from output.tables.dataset_facts import DatasetFacts
from schema.referential import Referential


@dataclass(frozen=True)
class History:
    """The versions up to the present one, and every change up to it, in order."""

    versions: tuple[VersionRow, ...] = ()
    changes: Iterable[ChangeRow] = ()


# Values by the name of the column's field; lists as lists.
Row = dict[str, Any]


@dataclass(frozen=True)
class Table:
    """A table and the functions that give its rows.

    - `of_record`: the rows that a record gives with facts of its dataset; called for each record in
      order of id.
    - `rows`: further rows, of the dataset or its history; they follow those of records.
    - `key`: the primary key. A key `pk` or `number` of one integer column is SQLite's own row
      number; rows may leave `pk` out.
    - `order`: columns by which the rows ascend, whatever order they were read in.
    - `unique`: further columns whose values differ. `indexes`: further columns to index; foreign
      keys are, except `unsought` ones. An index pays where a query looks for rows again and
      again, as a join does; looking through ten thousand rows once takes a few milliseconds.
    - `csv`: whether it is a file of `csv/`.
    - `view`: the query that gives its rows from other tables; it has no key, and in the database it
      is a view.
    """

    name: str
    fr: str
    en: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Dataset, History], Iterable[Row]] | None = None
    of_record: Callable[[Referential, DatasetFacts], Iterable[Row]] | None = None
    order: tuple[str, ...] = ()
    unique: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()
    unsought: tuple[str, ...] = ()
    csv: bool = True
    view: str | None = None

    @property
    def public(self) -> tuple[Column, ...]:
        """Return the columns that every form of the data shows."""
        return tuple(column for column in self.columns if not column.internal)

    @property
    def internal(self) -> tuple[Column, ...]:
        """Return the columns that the database alone has."""
        return tuple(column for column in self.columns if column.internal)


def _internal(name: str, kind: Type, fr: str, en: str) -> Column:
    return Column(name, kind, fr, en, internal=True)


PK = _internal("pk", "integer", "Numéro de ligne.", "Row number.")
SEARCH_ID = _internal(
    "search_id",
    "integer",
    "Numéro de ligne pour la recherche.",
    "Integer by which the full-text index refers to the record: the index's `rowid`.",
)
SORT = _internal("sort_key", "text", "Clé de tri sans accents.", "Name without accents, to sort.")
SEARCH = _internal(
    "search_text",
    "text",
    "Texte de recherche : codes, métiers, autres genres et nombres, ligatures ouvertes.",
    "Text for searching: codes, trades, other genders and numbers of their words and the name's, "
    "and texts with ligatures once more with them opened.",
)
SEARCH_STEMS = (
    _internal(
        "search_names",
        "text",
        "Radicaux du code, de l'intitulé, du sigle, du type et des anciens intitulés.",
        "Stems of the code, the title, the acronym, the type and former titles.",
    ),
    _internal(
        "search_trades",
        "text",
        "Radicaux des métiers, au masculin et au féminin.",
        "Stems of the trades, masculine and feminine.",
    ),
    _internal(
        "search_texts",
        "text",
        "Radicaux des textes, de la commission, du secteur et de la spécialité.",
        "Stems of the running texts, the board, the sector and the NSF group.",
    ),
)
OWNER = Column(
    "referential",
    "text",
    "Identifiant de la fiche.",
    "Id of the record.",
    references=("referentials", "id"),
)
POSITION = Column(
    "position", "integer", "Rang dans la fiche.", "Place in the record, from 1.", minimum=1
)


def child(
    name: str,
    fr: str,
    en: str,
    *columns: Column,
    of_record: Callable[[Referential, DatasetFacts], Iterable[Row]],
) -> Table:
    """Define the table of a list of the record: its owner, its place in the list, `columns`."""
    key = ("referential", "position")
    return Table(name, fr, en, (OWNER, POSITION, *columns), key, of_record=of_record, order=key)


def refer(column: Column, table: str, name: str) -> Column:
    """Return `column` as a foreign key."""
    return replace(column, references=(table, name))

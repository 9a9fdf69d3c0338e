"""What a table is: its columns, its keys and where its rows come from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from output.dataset.dataset import Build
from output.dataset.rows import ChangeRow, VersionRow
from output.tables import table_rows as rows
from output.tables.columns import Column, Type


@dataclass(frozen=True)
class History:
    """What the version is one of: every version up to this one, every change, in order."""

    versions: tuple[VersionRow, ...] = ()
    changes: Iterable[ChangeRow] = ()


Row = dict[str, Any]


@dataclass(frozen=True)
class Table:
    """A table. `rows` gives its rows from a build and its history, in the order to keep.

    `key`: the primary key. `indexes`: further columns to be indexed; foreign keys always are.
    """

    name: str
    fr: str
    en: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Build, History], Iterable[Row]]
    unique: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()

    @property
    def public(self) -> tuple[Column, ...]:
        """The columns that every form of the data shows."""
        return tuple(column for column in self.columns if not column.internal)


def _internal(name: str, kind: Type, fr: str, en: str) -> Column:
    return Column(name, kind, fr, en, internal=True)


PK = _internal("pk", "integer", "Numéro de ligne.", "Row number, for full-text search.")
SORT = _internal("sort_key", "text", "Clé de tri sans accents.", "Name without accents, to sort.")
SEARCH = _internal(
    "search_text",
    "text",
    "Texte de recherche : codes, métiers, ligatures ouvertes.",
    "Text for searching: codes, trades, and what holds ligatures with them opened.",
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


def child(name: str, fr: str, en: str, *columns: Column, part: str) -> Table:
    """The table of a record's list `part`: its owner, its place in the list, `columns`."""
    return Table(
        name,
        fr,
        en,
        (OWNER, POSITION, *columns),
        ("referential", "position"),
        lambda made, _: rows.parts(made, part),
    )


def refer(column: Column, table: str, name: str) -> Column:
    """`column` as a foreign key."""
    return replace(column, references=(table, name))

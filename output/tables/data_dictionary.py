"""The dictionary inside the data: `tables`, `columns` and `meta` describe the whole of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from output.dataset.dataset import Dataset
from output.dataset.rows import Row as Model
from output.tables.all_tables import TABLES
from output.tables.columns import Column, Type, columns_of
from output.tables.french_views import FLAT_VIEWS
from output.tables.full_text import FULL_TEXT
from output.tables.source_views import EVIDENCE
from output.tables.table import History, Row, Table
from schema.fields import described
from schema.referential import SCHEMA_VERSION

# Long enough to show the kind of values, short enough to be read in a list.
_EXAMPLE = 80
_NO_VALUES = (None, "", "[]")
TITLE_FR = "Référentiels des diplômes professionnels"
TITLE_EN = "French professional-diploma référentiels"
DESCRIPTION_FR = "Une fiche par diplôme, d'après les pages d'Éduscol et les sources citées."
DESCRIPTION_EN = "One record per diploma, from the pages of Eduscol and the sources named."


class TableRow(Model):
    """Une table. / A table."""

    table: str = described("Nom.", "Name.")
    kind: Literal["table", "view", "index"] = described(
        "table, view (vue : des lignes d'autres tables) ou index (recherche plein texte).",
        "table, view (rows of other tables) or index (full-text search).",
    )
    description_fr: str = described("Description.", "Description in French.")
    description_en: str = described("Description en anglais.", "Description in English.")


class ColumnRow(Model):
    """Une colonne d'une table. / A column of a table."""

    table: str = described("Table ou fichier CSV.", "Table or CSV file.")
    position: int = described("Rang de la colonne.", "Place of the column.", ge=1)
    column: str = described("Nom de la colonne.", "Name of the column.")
    type: str = described("Type.", "Type: text, integer, boolean, date or json.")
    description_fr: str = described("Description.", "Description in French.")
    description_en: str = described("Description en anglais.", "Description in English.")
    example: str | None = described("Un exemple de valeur.", "An example of a value.")
    filled: int = described("Nombre de lignes remplies.", "Rows that have a value.", ge=0)
    rows: int = described("Nombre de lignes.", "Rows of the table.", ge=0)
    fill_rate_percent: int | None = described(
        "Part des lignes remplies, en pour cent.", "Share of rows that have a value, per cent."
    )
    internal: bool = described(
        "Vrai pour une colonne que seule la base de données a : clé, tri, recherche.",
        "True for a column that only the database has: for a key, sorting or searching.",
    )


class MetaRow(Model):
    """Un renseignement sur le fichier. / A fact about the file."""

    key: str = described("Nom.", "Name.")
    value: str | None = described("Valeur.", "Value.")


class Filling:
    """Counts the rows of a table or view, and in each column those that have a value.

    An empty text or list is no value. `examples`: the first value of each column.
    """

    def __init__(self, columns: int) -> None:
        self.rows = 0
        self.filled = [0] * columns
        self.examples: list[str | None] = [None] * columns

    def add(self, columns: Sequence[Sequence[Any]]) -> None:
        """Add rows, given as the values of each column as the database holds them."""
        self.rows += len(columns[0])
        for number, values in enumerate(columns):
            self.filled[number] += len(values) - sum(map(values.count, _NO_VALUES))
            if self.examples[number] is None:
                self.show(number, values)

    def show(self, column: int, values: Sequence[Any]) -> None:
        """Take the first value of a column as its example, if there is one."""
        first = next((value for value in values if value not in _NO_VALUES), None)
        if first is not None:
            text = str(int(first) if isinstance(first, bool) else first)
            self.examples[column] = _shortened(text)


def table_rows() -> Iterator[Row]:
    """Yield a row for each table, view and full-text index of the database, by name."""
    rows = [
        (table.name, "view" if table.view else "table", table.fr, table.en)
        for table in (*ALL_TABLES, EVIDENCE)
    ]
    rows += [(view.name, "view", view.fr, view.en) for view in FLAT_VIEWS]
    rows += [(index.name, "index", index.fr, index.en) for index in FULL_TEXT]
    names = tuple(TableRow.model_fields)
    yield from (dict(zip(names, row, strict=True)) for row in sorted(rows))


def column_rows(fillings: Mapping[str, Filling]) -> Iterator[Row]:
    """Yield a row for each column of the tables, flat views and indexes, in order of their names.

    Internal columns stand behind the others of their table: places are those of the files.
    """
    rows = [*_column_rows(fillings)]
    own = Filling(len(COLUMNS.columns))
    own.add([[row[column.field] for row in rows] for column in COLUMNS.columns])
    # its own rows are counted too; every column of theirs is filled
    own.rows += len(COLUMNS.columns)
    own.filled = [count + len(COLUMNS.columns) for count in own.filled]
    rows += _rows_of(COLUMNS, own)
    yield from sorted(rows, key=lambda row: (row["table"], row["position"]))


def _column_rows(fillings: Mapping[str, Filling]) -> Iterator[Row]:
    for table in (*ALL_TABLES, EVIDENCE):
        if table is not COLUMNS:
            yield from _rows_of(table, fillings[table.name])
    for index in FULL_TEXT:
        for place, column in enumerate(index.columns):
            yield _column_row(index.name, place, column, fillings[index.name])
    kinds: dict[str, Type] = {"integer": "integer", "date": "date"}
    for view in FLAT_VIEWS:
        for place, shown in enumerate(view.columns):
            kind = kinds.get(shown.kind, "text")
            column = Column(shown.name, kind, shown.description_fr, shown.en)
            yield _column_row(view.name, place, column, fillings[view.name])


def _rows_of(table: Table, filling: Filling) -> Iterator[Row]:
    for place, column in enumerate((*table.public, *table.internal)):
        yield _column_row(table.name, place, column, filling)


def _column_row(table: str, place: int, column: Column, filling: Filling) -> Row:
    filled, rows = filling.filled[place], filling.rows
    return {
        "table": table,
        "position": place + 1,
        "column": column.name,
        "type": column.type,
        "description_fr": column.fr,
        "description_en": column.en,
        "example": filling.examples[place],
        "filled": filled,
        "rows": rows,
        "fill_rate_percent": filled * 100 // rows if rows else None,
        "internal": column.internal,
    }


def _shortened(text: str) -> str:
    return text if len(text) <= _EXAMPLE else text[: _EXAMPLE - 1] + "…"


def meta_rows(dataset: Dataset, history: History) -> Iterator[Row]:
    """Yield title, version and licences of the file."""
    version = history.versions[-1] if history.versions else None
    facts = {
        "title_fr": TITLE_FR,
        "title_en": TITLE_EN,
        "description_fr": DESCRIPTION_FR,
        "description_en": DESCRIPTION_EN,
        "version": version.version if version else None,
        "previous": version.previous if version else None,
        "day": dataset.day.isoformat() if dataset.day else None,
        "scope": dataset.scope,
        "schema_version": SCHEMA_VERSION,
        "content_sha256": version.content_sha256 if version else None,
        "code": dataset.code,
        "attribution": " ; ".join(source.attribution for source in dataset.sources),
        "licence": " ; ".join(f"{source.name}: {source.licence}" for source in dataset.sources),
    }
    return ({"key": key, "value": value} for key, value in facts.items())


COLUMNS = Table(
    "columns",
    "Le dictionnaire : toutes les colonnes, avec leur taux de remplissage.",
    "The dictionary: every column, with its fill rate.",
    columns_of(ColumnRow),
    ("table", "position"),
    order=("table", "position"),
)
META = Table(
    "meta",
    "Titre, version et licences de ce fichier.",
    "Title, version and licences of this file.",
    columns_of(MetaRow),
    ("key",),
    meta_rows,
)
TABLE_LIST = Table(
    "tables",
    "Le dictionnaire : les tables, les vues et les index de recherche.",
    "The dictionary: tables, views and indexes for searching.",
    columns_of(TableRow),
    ("table",),
    lambda *_: table_rows(),
    order=("table",),
)
ALL_TABLES = (*TABLES, TABLE_LIST, COLUMNS, META)

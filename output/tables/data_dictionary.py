"""The dictionary inside the data: `columns` describes every column, `meta` the whole file."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from output.dataset.dataset import Dataset
from output.dataset.rows import Row as Model
from output.tables.all_tables import TABLES
from output.tables.columns import columns_of
from output.tables.french_views import FLAT_VIEWS
from output.tables.table import History, Row, Table
from schema.fields import described
from schema.referential import SCHEMA_VERSION

# Long enough to show the kind of values, short enough to be read in a list.
_EXAMPLE = 80
_NO_VALUES = (None, "", "[]")
TITLE_FR = "Référentiels des diplômes professionnels"
TITLE_EN = "French professional-diploma référentiels"
DESCRIPTION_EN = "One record per diploma, read from the pages that Eduscol publishes."


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
                first = next((value for value in values if value not in _NO_VALUES), None)
                if first is not None:
                    text = str(int(first) if isinstance(first, bool) else first)
                    self.examples[number] = _shortened(text)


def column_rows(fillings: Mapping[str, Filling]) -> Iterator[Row]:
    """Yield a row for each public column of the tables and flat views, in order of their names."""
    yield from sorted(_column_rows(fillings), key=lambda row: (row["table"], row["position"]))


def _column_rows(fillings: Mapping[str, Filling]) -> Iterator[Row]:
    for table in TABLES:
        for place, column in enumerate(table.public):
            words = (column.fr, column.en)
            filling = fillings[table.name]
            yield _column_row(table.name, place, column.name, column.type, words, filling)
    kinds = {"integer": "integer", "date": "date"}
    for view in FLAT_VIEWS:
        for place, shown in enumerate(view.columns):
            kind, words = kinds.get(shown.kind, "text"), (f"{shown.heading}.", shown.en)
            yield _column_row(view.name, place, shown.name, kind, words, fillings[view.name])


def _column_row(
    table: str, place: int, column: str, kind: str, words: tuple[str, str], filling: Filling
) -> Row:
    filled, rows = filling.filled[place], filling.rows
    return {
        "table": table,
        "position": place + 1,
        "column": column,
        "type": kind,
        "description_fr": words[0],
        "description_en": words[1],
        "example": filling.examples[place],
        "filled": filled,
        "rows": rows,
        "fill_rate_percent": filled * 100 // rows if rows else None,
    }


def _shortened(text: str) -> str:
    return text if len(text) <= _EXAMPLE else text[: _EXAMPLE - 1] + "…"


def meta_rows(dataset: Dataset, history: History) -> Iterator[Row]:
    """Yield title, version and licences of the file."""
    version = history.versions[-1] if history.versions else None
    facts = {
        "title_fr": TITLE_FR,
        "title_en": TITLE_EN,
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
ALL_TABLES = (*TABLES, COLUMNS, META)

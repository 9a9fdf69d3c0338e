"""The dictionary inside the data: `columns` describes every column, `meta` the whole file."""

import sqlite3
from collections import Counter
from collections.abc import Iterator

from output.dataset.dataset import Build
from output.dataset.rows import Row as Model
from output.tables.columns import columns_of, quoted
from output.tables.table import History, Row, Table
from output.tables.tables import TABLES
from output.tables.views import FLAT_VIEWS
from schema.fields import described
from schema.referential import SCHEMA_VERSION

# Long enough to show what a column holds, short enough to be read in a list.
_EXAMPLE = 80
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


def column_rows(database: sqlite3.Connection) -> Iterator[Row]:
    """Yield a row for each public column of the tables in `database`, with an example.

    `filled` counts the rows that have a value; an empty text or list is no value.
    """
    for table in TABLES:
        (rows,) = database.execute(f"SELECT count(*) FROM {quoted(table.name)}").fetchone()
        for position, column in enumerate(table.public, 1):
            name = quoted(column.name)
            there = f"FROM {quoted(table.name)} WHERE {name} NOT IN ('', '[]')"
            (filled,) = database.execute(f"SELECT count(*) {there}").fetchone()
            example = database.execute(f"SELECT {name} {there} ORDER BY rowid LIMIT 1").fetchone()
            yield {
                "table": table.name,
                "position": position,
                "column": column.name,
                "type": column.type,
                "description_fr": column.fr,
                "description_en": column.en,
                "example": _shortened(str(example[0])) if example else None,
                "filled": filled,
                "rows": rows,
                "fill_rate_percent": filled * 100 // rows if rows else None,
            }


def view_column_rows(database: sqlite3.Connection) -> Iterator[Row]:
    """Yield a row for each column of the flat views in `database`, as for those of tables."""
    kinds = {"integer": "integer", "date": "date"}
    for view in FLAT_VIEWS:
        names = ", ".join(quoted(column.name) for column in view.columns)
        filled, examples, rows = Counter[int](), dict[int, str](), 0
        for row in database.execute(f"SELECT {names} FROM {quoted(view.name)}"):
            rows += 1
            for number, value in enumerate(row):
                if value not in (None, ""):
                    filled[number] += 1
                    examples.setdefault(number, _shortened(str(value)))
        for number, column in enumerate(view.columns):
            yield {
                "table": view.name,
                "position": number + 1,
                "column": column.name,
                "type": kinds.get(column.kind, "text"),
                "description_fr": f"{column.heading}.",
                "description_en": column.en,
                "example": examples.get(number),
                "filled": filled[number],
                "rows": rows,
                "fill_rate_percent": filled[number] * 100 // rows if rows else None,
            }


def _shortened(text: str) -> str:
    return text if len(text) <= _EXAMPLE else text[: _EXAMPLE - 1] + "…"


def meta_rows(made: Build, history: History) -> Iterator[Row]:
    """Title, version and licences of the file."""
    version = history.versions[-1] if history.versions else None
    facts = {
        "title_fr": TITLE_FR,
        "title_en": TITLE_EN,
        "description_en": DESCRIPTION_EN,
        "version": version.version if version else None,
        "previous": version.previous if version else None,
        "day": made.day.isoformat() if made.day else None,
        "scope": made.scope,
        "schema_version": SCHEMA_VERSION,
        "content_sha256": version.content_sha256 if version else None,
        "code": made.code,
        "attribution": " ; ".join(source.attribution for source in made.sources),
        "licence": " ; ".join(f"{source.name}: {source.licence}" for source in made.sources),
    }
    return ({"key": key, "value": value} for key, value in facts.items())


COLUMNS = Table(
    "columns",
    "Le dictionnaire : toutes les colonnes, avec leur taux de remplissage.",
    "The dictionary: every column, with its fill rate.",
    columns_of(ColumnRow),
    ("table", "column"),
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

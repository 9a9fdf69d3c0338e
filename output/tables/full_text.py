"""The full-text indexes of the database: their columns, described in French and in English."""

from dataclasses import replace
from typing import NamedTuple

from output.tables.all_tables import TABLES
from output.tables.columns import Column
from schema.referential import TEXT_FIELDS

FTS_COLUMNS = (
    "name",
    "title",
    "acronym",
    *TEXT_FIELDS,
    "search_text",
    "search_names",
    "search_trades",
    "search_texts",
    # last, where weights that `bm25` is not given are 1
    "nsf_label",
    "cpc",
    "sector",
)


class FullText(NamedTuple):
    """An index: no file of the version has it."""

    name: str
    fr: str
    en: str
    columns: tuple[Column, ...]


def _column(name: str, fr: str, en: str) -> Column:
    return Column(name, "text", fr, en, internal=True)


def _of_table(name: str, columns: tuple[str, ...]) -> tuple[Column, ...]:
    """Return columns of a table that an index holds under the same names."""
    known = {column.name: column for table in TABLES if table.name == name
             for column in table.columns}  # fmt: skip
    return tuple(replace(known[column], references=None, internal=True) for column in columns)


FULL_TEXT = (
    FullText(
        "referentials_fts",
        "Index de recherche des diplômes ; son rowid est referentials.search_id.",
        "Index for searching diplomas; its rowid is referentials.search_id.",
        _of_table("referentials", FTS_COLUMNS),
    ),
    FullText(
        "trades_fts",
        "Index de recherche des métiers, au masculin et au féminin, au singulier et au pluriel ; "
        "son id est trades.id.",
        "Index for searching trades, in both genders and numbers; its id is trades.id.",
        (
            *_of_table("trades", ("masculine", "feminine")),
            _column(
                "forms",
                "Autres nombres et genres de leurs mots.",
                "The other numbers and genders of their words.",
            ),
            *_of_table("trades", ("id",)),
        ),
    ),
    FullText(
        "document_pages_fts",
        "Index de recherche des pages des documents liés ; son rowid est document_pages.pk.",
        "Index for searching the pages of linked documents; its rowid is document_pages.pk.",
        (
            _column(
                "text",
                "Mots de la page ; l'index ne rend pas le texte, voir document_pages.text.",
                "Words of the page; the index gives no text back, see document_pages.text.",
            ),
            _column(
                "stems",
                "Radicaux de ces mots ; l'index ne les rend pas.",
                "Stems of these words; the index gives none back.",
            ),
        ),
    ),
)

"""`metadata.json` for Datasette, the diplomas first.

It holds titles, licences, facets, questions, and descriptions of all tables, views and columns.
"""

from pathlib import Path
from typing import Any

from output.dataset.dataset import Dataset
from output.formats.datasette_queries import QUESTIONS
from output.formats.json_files import compact
from output.tables.data_dictionary import ALL_TABLES, DESCRIPTION_EN, DESCRIPTION_FR, TITLE_FR
from output.tables.french_views import FLAT_VIEWS
from output.tables.source_views import EVIDENCE
from output.tables.table import History, Table
from output.tables.view_definition import View
from schema.files import write_file

# The tables that people look at first; the others follow in the order of the schema.
_FIRST = ("referentials", "trades", "legal_texts", "documents", "successions", "changes")
# How Datasette shows a table beyond its columns.
_SHOWN: dict[str, dict[str, Any]] = {
    "referentials": {
        "facets": ["level", "diploma_type", "nsf_code", "cpc", "sector", "status"],
        "sort": "sort_key",
        "label_column": "name",
    },
    "trades": {"label_column": "masculine", "sort": "id"},
    "diploma_types": {"label_column": "label_fr"},
    "levels": {"label_column": "label_fr"},
    "nsf_groups": {"label_column": "label"},
    "sources": {"label_column": "title"},
    "issues": {"facets": ["issue", "severity"]},
    "legal_texts": {"facets": ["kind"]},
    "documents": {"facets": ["media_type"]},
    "pages": {"facets": ["outcome"]},
    "changes": {"facets": ["kind", "cause"]},
    "reconciliation": {"facets": ["source", "match"]},
    "document_files": {"facets": ["outcome"]},
    "v_referentiels": {"facets": ["type", "niveau", "commission_consultative", "secteur", "etat"]},
    "v_metiers": {"facets": ["type", "niveau", "etat"]},
    "v_acces": {"facets": ["apres_niveau", "apres_diplome", "type", "etat"]},
    "v_textes": {"facets": ["effet", "source"]},
    "v_documents": {"facets": ["type", "format"]},
    "v_successions": {"facets": ["relation", "etape"]},
    "v_dernieres_sessions": {"facets": ["derniere_session", "type", "etat"]},
    "v_changements": {"facets": ["changement", "champ", "cause"]},
    "v_constats": {"facets": ["gravite", "champ", "code_du_constat", "source"]},
    "v_liste_officielle": {"facets": ["type", "niveau", "etat"]},
    "v_provenance": {"facets": ["champ", "source", "retenu"]},
    # an index without texts, which Datasette would not find by itself
    "document_pages": {"fts_table": "document_pages_fts", "fts_pk": "pk"},
}


def write_metadata(dataset: Dataset, _: History, folder: Path) -> None:
    """Write `metadata.json` into `folder`. Raises OSError."""
    write_file(folder / "metadata.json", compact(metadata(dataset)))


def metadata(dataset: Dataset, database: str = "referentials") -> dict[str, Any]:
    """Return the content of `metadata.json` for a Datasette that serves `<database>.db`."""
    return {
        "title": TITLE_FR,
        "description": f"{DESCRIPTION_FR} / {DESCRIPTION_EN}",
        "license": " ; ".join(dict.fromkeys(source.licence for source in dataset.sources)),
        "source": " ; ".join(source.attribution for source in dataset.sources),
        "databases": {
            database: {
                "title": TITLE_FR,
                "tables": {table.name: _table(table) for table in (*_in_order(), EVIDENCE)}
                | {view.name: _view(view) for view in FLAT_VIEWS},
                "queries": {name: question._asdict() for name, question in QUESTIONS.items()},
            }
        },
    }


def _view(view: View) -> dict[str, Any]:
    return {
        "description": f"{view.fr} / {view.en}",
        **_SHOWN.get(view.name, {}),
        "columns": {
            column.name: f"{column.description_fr} / {column.en}" for column in view.columns
        },
    }


def _in_order() -> list[Table]:
    by_name = {table.name: table for table in ALL_TABLES}
    return [by_name[name] for name in dict.fromkeys((*_FIRST, *by_name))]


def _table(table: Table) -> dict[str, Any]:
    newest_first = {"sort_desc": table.key[0]} if table.name == "changes" else {}
    return {
        "description": f"{table.fr} / {table.en}",
        **_SHOWN.get(table.name, {}),
        **newest_first,
        "columns": {column.name: f"{column.fr} / {column.en}" for column in table.columns},
    }

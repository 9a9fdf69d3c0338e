"""A flat view with French names: its columns, its question, its SQL."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from output.tables.columns import literal

Kind = Literal["text", "code", "integer", "date", "link"]


@dataclass(frozen=True)
class ViewColumn:
    """A column of a view: `heading` is French and for people, `width` in characters.

    `kind`: `code` is a text of digits that a spreadsheet would take for a number. `fr`: what a
    heading that does not explain itself means.
    """

    name: str
    heading: str
    en: str
    kind: Kind = "text"
    width: int = 16
    fr: str = ""

    @property
    def description_fr(self) -> str:
        """Say in French what the column holds."""
        return self.fr or f"{self.heading}."


@dataclass(frozen=True)
class View:
    """A view that answers one usual question, described in French and in English.

    `file`: its name in `csv/fr/`. `sheet`: its sheet in the spreadsheet, if it has one. `zipped`:
    a list so long that its file stands in a zip.
    """

    name: str
    file: str
    fr: str
    en: str
    columns: tuple[ViewColumn, ...]
    sql: str
    sheet: str | None = None
    zipped: bool = False


# Columns that several views have, so that they are described once.
REFERENTIAL = ViewColumn(
    "identifiant",
    "Identifiant",
    "Id of the record.",
    "text",
    30,
    fr="Identifiant de la fiche, à reprendre tel quel.",
)
CODE = ViewColumn(
    "code_scolarite",
    "Code scolarité",
    "Code scolarité, text.",
    "code",
    14,
    fr="Code du diplôme, en huit caractères : un texte, qui peut commencer par 0.",
)
TYPE = ViewColumn(
    "type", "Type", "Diploma type, short French name.", "text", 12, fr="Type de diplôme, en abrégé."
)
NAME = ViewColumn(
    "intitule",
    "Intitulé",
    "Title without the type's words.",
    "text",
    60,
    fr="Intitulé du diplôme, sans les mots de son type.",
)
LEVEL = ViewColumn(
    "niveau",
    "Niveau",
    "Level, 1 to 8 (same as EQF).",
    "integer",
    8,
    fr="Niveau du cadre national, de 1 à 8 (3 : CAP, 4 : bac).",
)
ACCESS_LEVELS = ViewColumn(
    "acces_niveaux",
    "Accès : niveaux",
    "Levels that the access text names (derived).",
    "text",
    14,
    fr="Niveaux que nomme le texte sur l'accès (déduits).",
)
ACCESS_DIPLOMAS = ViewColumn(
    "acces_diplomes",
    "Accès : diplômes",
    "Diplomas that the access text names.",
    "text",
    20,
    fr="Diplômes que nomme le texte sur l'accès, à la suite.",
)
FIRST = ViewColumn(
    "premiere_session",
    "Première session",
    "First exam session (year).",
    "integer",
    10,
    fr="Année de la première session d'examen.",
)
LAST = ViewColumn(
    "derniere_session",
    "Dernière session",
    "Last exam session (year).",
    "integer",
    10,
    fr="Année de la dernière session d'examen ; vide tant qu'aucune source ne l'annonce.",
)
REPLACED_BY = ViewColumn(
    "remplace_par",
    "Remplacé par",
    "Codes that replace it.",
    "code",
    14,
    fr="Codes des diplômes qui le remplacent.",
)
STATUS = ViewColumn(
    "etat",
    "État",
    "Status: repealed or in force, if a source says so.",
    "text",
    12,
    fr="Abrogé ou en vigueur, si une source le dit ; non précisé sinon.",
)
LISTED = ViewColumn(
    "dans_la_liste",
    "Dans la liste du ministère",
    "Whether the ministry's list has the code; empty without a code or without a list.",
    "text",
    12,
    fr="Si la liste du ministère a ce code ; vide sans code ou sans liste.",
)
URL = ViewColumn(
    "adresse",
    "Page du référentiel",
    "Address of the page.",
    "link",
    40,
    fr="Adresse de la page du référentiel.",
)
DIPLOMA = (REFERENTIAL, CODE, TYPE, NAME)


def case_sql(column: str, names: Mapping[str, str]) -> str:
    """Return the SQL expression that puts French words in place of the values of `column`."""
    cases = " ".join(f"WHEN {literal(value)} THEN {literal(text)}" for value, text in names.items())
    return f"CASE {column} {cases} ELSE {column} END"


# The values that several views show, of the table `referentials AS r`.
TYPE_SQL = """(SELECT coalesce(short_fr, diploma_type) FROM diploma_types
    WHERE diploma_type = r.diploma_type) AS type"""
ACCESS_SQL = """(SELECT group_concat(level, ' ; ') FROM
    (SELECT level FROM access_levels WHERE referential = r.id ORDER BY position)) AS acces_niveaux,
  (SELECT group_concat(diploma, ' ; ') FROM
    (SELECT diploma FROM access_diplomas WHERE referential = r.id ORDER BY position))
    AS acces_diplomes"""
STATUSES = {"in_force": "en vigueur", "repealed": "abrogé", "unknown": "non précisé"}
STATUS_SQL = f"{case_sql('r.status', STATUSES)} AS etat"
LISTED_SQL = "CASE r.in_official_list WHEN 1 THEN 'oui' WHEN 0 THEN 'non' END AS dans_la_liste"
REPLACED_BY_SQL = """(SELECT group_concat(code, ' ; ') FROM (SELECT code FROM successions
    WHERE referential = r.id AND relation = 'replaced_by' ORDER BY position)) AS remplace_par"""
# The order in which people look through diplomas.
ORDER_SQL = "r.sort_key, r.id"

"""The view of changes, with the French words for kinds, causes and fields of changes."""

import json
from typing import get_origin

from output.tables.columns import literal
from output.tables.view_definition import CODE, NAME, REFERENTIAL, STATUSES, TYPE, View, case_sql
from output.tables.view_definition import ViewColumn as Column
from schema.referential import Referential
from schema.vocabulary import table

KINDS = {
    "created": "apparu",
    "changed": "modifié",
    "removed": "supprimé à la source",
    "not_seen": "page non vue",
    "came_back": "revenu",
    "id_renamed": "identifiant changé",
    "withdrawn": "retiré",
    "restored": "rétabli",
    "document_changed": "document modifié",
}
CAUSES = {
    "source": "la page a changé",
    "reading": "notre lecture a changé",
    "join": "une autre source a changé, ou complète la fiche autrement",
    "scope": "le périmètre de la version est autre",
    "withdrawal": "une version a été retirée ou rétablie",
}
_NEW_PAGE = "la page est nouvelle ou a changé"
# The fields of a record as people name them.
FIELDS = {
    "id": "identifiant",
    "page": "nom de la page",
    "url": "adresse de la page",
    "code": "code scolarité",
    "title": "intitulé complet",
    "name": "intitulé",
    "acronym": "sigle",
    "diploma_type": "type",
    "diploma_type_label": "type tel que publié",
    "level": "niveau",
    "level_label": "niveau tel que publié",
    "duration_months": "durée en mois",
    "duration_label": "durée telle que publiée",
    "nsf_code": "groupe NSF",
    "nsf_label": "spécialité (NSF)",
    "cpc": "commission (CPC)",
    "sector": "secteur",
    "description": "présentation",
    "access": "accès",
    "access_levels": "niveaux d'accès",
    "access_diplomas": "diplômes d'accès",
    "expectations": "attendus",
    "further_study": "poursuite d'études",
    "trades": "métiers",
    "documents": "documents",
    "legal_texts": "textes officiels",
    "rncp_codes": "numéros RNCP",
    "replaces": "remplace",
    "replaced_by": "remplacé par",
    "first_session": "première session",
    "last_session": "dernière session",
    "status": "état",
    "sources": "sources",
    "source_kind": "forme du document lu",
}


def field_name(field: str) -> str:
    """Return the French name of a record's field; a field without one as it is."""
    return FIELDS.get(field, field)


def short_type(diploma_type: str | None) -> str | None:
    """Return the short French name of a type; one without a name as it is."""
    types = table("diploma_types.csv", "diploma_type")
    return types[diploma_type]["short_fr"] if diploma_type in types else diploma_type


def cause_name(kind: str, cause: str) -> str:
    """Return the French words for the cause of a change of a kind."""
    return _NEW_PAGE if (kind, cause) == ("created", "source") else CAUSES[cause]


def shown_document(value: str) -> str:
    """Return the value of a change of a document's file as people read it."""
    file = json.loads(value)
    pages = "?" if file["pages"] is None else file["pages"]
    return f"{file['url']} ({pages} p., {file['bytes']} octets, {file['sha256'][:12]})"


# What an order does to the diploma.
ORDER_KINDS = {"creation": "création", "modification": "modification", "repeal": "abrogation"}
_LISTS = ", ".join(
    literal(name) for name, field in Referential.model_fields.items()
    if get_origin(field.annotation) is tuple
)  # fmt: skip


def _readable_sql(column: str) -> str:
    """Return the SQL expression that shows a value in French words, a list without JSON."""
    item = "json_extract(value, '$.{}')".format
    file = f"json_extract({column}, '$.{{}}')".format
    named = f"coalesce({item('label')}, {item('title')}, {item('url')})"
    values = (case_sql(item("kind"), ORDER_KINDS), item("nor"), item("url"))
    more = " || ".join(f"coalesce(', ' || {value}, '')" for value in values)
    inside = f"substr({more}, 3)"
    return f"""CASE
    WHEN c.kind = 'document_changed' THEN {file("url")} || ' (' || coalesce({file("pages")}, '?')
      || ' p., ' || {file("bytes")} || ' octets, ' || substr({file("sha256")}, 1, 12) || ')'
    WHEN c.field = 'status' THEN {case_sql(column, STATUSES)}
    WHEN c.field = 'diploma_type' THEN coalesce((SELECT short_fr FROM diploma_types
      WHERE diploma_type = {column}), {column})
    WHEN c.field IN ({_LISTS}) AND json_valid({column}) THEN (SELECT group_concat(
      CASE WHEN type <> 'object' THEN value WHEN {inside} = '' THEN {named}
      ELSE {named} || ' (' || {inside} || ')' END, ' ; ') FROM json_each({column}))
    ELSE {column} END"""


CHANGES = View(
    "v_changements",
    "changements",
    "Ce qui a changé, version après version.",
    "What changed, version after version.",
    (
        Column(
            "jour",
            "Jour",
            "Day of the version; of a withdrawal, its own.",
            "date",
            12,
            fr="Jour de la version, ou du retrait d'une version ; vide pour une copie du site.",
        ),
        CODE,
        TYPE,
        NAME,
        Column(
            "changement",
            "Changement",
            "Kind of change.",
            "text",
            20,
            fr="Ce qui est arrivé à la fiche : apparue, modifiée, supprimée…",
        ),
        Column(
            "champ",
            "Champ",
            "Field that changed.",
            "text",
            20,
            fr="Champ de la fiche qui a changé.",
        ),
        Column(
            "avant",
            "Avant",
            "Value before, as people read it.",
            "text",
            40,
            fr="Valeur d'avant le changement.",
        ),
        Column(
            "apres",
            "Après",
            "Value after, as people read it.",
            "text",
            40,
            fr="Valeur d'après le changement.",
        ),
        Column(
            "cause",
            "Cause",
            "Why it changed.",
            "text",
            24,
            fr="Pourquoi la fiche a changé : la page, une autre source, notre lecture…",
        ),
        Column(
            "version",
            "Version",
            "Version that brings it.",
            "text",
            20,
            fr="Version qui apporte le changement.",
        ),
        REFERENTIAL,
    ),
    f"""
SELECT c.day AS jour, coalesce(c.code, r.code) AS code_scolarite,
  coalesce(t.short_fr, c.diploma_type, r.diploma_type) AS type,
  coalesce(c.name, r.name) AS intitule, {case_sql("c.kind", KINDS)} AS changement,
  {case_sql("c.field", FIELDS)} AS champ,
  {_readable_sql("c.before")} AS avant,
  {_readable_sql("c.after")} AS apres,
  CASE WHEN c.previous IS NULL AND c.cause <> 'withdrawal' THEN 'première version'
    WHEN c.kind = 'created' AND c.cause = 'source' THEN '{_NEW_PAGE}'
    ELSE {case_sql("c.cause", CAUSES)} END AS cause,
  c.version AS version, c.referential AS identifiant
FROM changes AS c LEFT JOIN referentials AS r ON r.id = c.referential
  LEFT JOIN diploma_types AS t ON t.diploma_type = coalesce(c.diploma_type, r.diploma_type)
ORDER BY c.number""",
    "Changements",
)

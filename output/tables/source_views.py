"""Views about sources: the official list, how sources were joined, the source of each value."""

from dataclasses import replace
from functools import partial

from output.dataset.rows import EvidenceDocumentRow, EvidenceRuleRow, StoredEvidenceRow
from output.tables.change_views import FIELDS
from output.tables.columns import columns_of, described_column
from output.tables.table import Table
from output.tables.view_definition import (
    CODE,
    FIRST,
    LAST,
    LEVEL,
    NAME,
    REFERENTIAL,
    REPLACED_BY,
    STATUS,
    STATUSES,
    TYPE,
    View,
    case_sql,
)
from output.tables.view_definition import ViewColumn as Column
from schema.referential import Referential

_MATCHES = {
    "address": "par l'adresse",
    "code": "par le code",
    "code-title": "par le code et l'intitulé",
    "title-date": "par le type, l'intitulé et la date",
    "trade": "par le nom d'un métier",
    "rncp": "par le numéro RNCP",
    "ambiguous": "ambigu",
    "site-only": "sur le site seulement",
    "none": "dans la source seulement",
}
# Of rows of the list, `reconciliation AS l`: those of which no page was read. Where all diplomas
# are published (`--scope all`), some have a record that is made of other sources alone.
UNREAD_SQL = """(l.match = 'none' OR (l.referential IS NOT NULL AND l.referential NOT IN
    (SELECT referential FROM referential_sources WHERE source = 'eduscol')))"""
OFFICIAL_LIST = View(
    "v_liste_officielle",
    "absents_du_site",
    "Les diplômes de la liste officielle du ministère dont aucune fiche n'a été lue sur le site.",
    "Diplomas of the ministry's official list of which no record was read on the site.",
    (
        CODE,
        TYPE,
        NAME,
        LEVEL,
        FIRST,
        LAST,
        STATUS,
        REPLACED_BY,
        Column(
            "remplacant_ici",
            "Remplaçant ici",
            "Whether a code that replaces it has a record; empty where none replaces it.",
            "text",
            12,
            fr="Si un diplôme qui le remplace a une fiche ; vide quand rien ne le remplace.",
        ),
        Column(
            "adresse_connue",
            "Page connue",
            "Known address of its page.",
            "link",
            50,
            fr="Adresse connue de sa page, qui n'a pas donné de fiche.",
        ),
    ),
    f"""
SELECT l.code AS code_scolarite, coalesce(t.short_fr, l.diploma_type, r.diploma_type) AS type,
  l.title AS intitule, coalesce(l.level, r.level) AS niveau,
  coalesce(l.first_session, r.first_session) AS premiere_session,
  coalesce(l.last_session, r.last_session) AS derniere_session,
  {case_sql("coalesce(l.status, r.status)", STATUSES)} AS etat,
  (SELECT group_concat(value, ' ; ') FROM json_each(l.successors_json)) AS remplace_par,
  CASE WHEN l.successors_json <> '[]' THEN iif(EXISTS (SELECT 1 FROM json_each(l.successors_json)
    JOIN referentials ON code = value), 'oui', 'non') END AS remplacant_ici,
  (SELECT k.url FROM reconciliation AS k WHERE k.source = 'known' AND k.code = l.code LIMIT 1)
    AS adresse_connue
FROM reconciliation AS l LEFT JOIN referentials AS r ON r.id = l.referential
  LEFT JOIN diploma_types AS t ON t.diploma_type = coalesce(l.diploma_type, r.diploma_type)
WHERE l.source = 'list' AND l.document IS NOT NULL AND {UNREAD_SQL}
ORDER BY l.title, l.code""",
)
JOINS = View(
    "v_rapprochement",
    "rapprochement",
    "Comment chaque source a été rapprochée des fiches, en nombres.",
    "How each source was joined with the records, in numbers.",
    (
        Column(
            "source",
            "Source",
            "Short name of the source.",
            "text",
            12,
            fr="Nom court de la source ; ce qu'elle est, la table sources le dit.",
        ),
        Column(
            "rapprochement",
            "Rapprochement",
            "How it was joined.",
            "text",
            26,
            fr="Par quoi les documents de la source ont été rapprochés des fiches.",
        ),
        Column(
            "lignes",
            "Lignes",
            "Number of rows.",
            "integer",
            8,
            fr="Nombre de documents de la source ou, sur le site seulement, de fiches.",
        ),
        Column(
            "en_desaccord",
            "En désaccord",
            "Rows that contradict.",
            "integer",
            12,
            fr="Lignes dont une valeur contredit une autre source.",
        ),
        Column(
            "hors_liste_officielle",
            "Hors liste",
            "Not in the list.",
            "integer",
            12,
            fr="Lignes dont le code n'est pas dans la liste du ministère.",
        ),
        Column(
            "code_remplace",
            "Code remplacé",
            "Codes since replaced.",
            "integer",
            12,
            fr="Lignes dont le code a été remplacé depuis.",
        ),
        Column(
            "intitule_de_la_source", "Intitulé de la source", "Title of the source.", "text", 60
        ),
    ),
    f"""
SELECT source, {case_sql("match", _MATCHES)} AS rapprochement,
  count(*) AS lignes, sum(disagrees_json <> '[]') AS en_desaccord,
  sum(in_list = 0) AS hors_liste_officielle, sum(successors_json <> '[]') AS code_remplace,
  (SELECT title FROM sources AS s WHERE s.name = source) AS intitule_de_la_source
FROM reconciliation GROUP BY source, match ORDER BY source, match""",
)
_TEXTS = "".join(
    f" WHEN '{column.field}' THEN r.{column.name}"
    for column in columns_of(Referential)
    if column.type == "text"
)
# The three tables of the evidence as one, with every text, under their own names: for programs.
EVIDENCE_SQL = f"""
SELECT e.referential AS referential, e.position AS position, e.field AS field,
  coalesce(e.text, CASE e.field{_TEXTS} END) AS text,
  e.place AS place, e.label AS label, u.rule AS rule, u.derived AS derived, d.source AS source,
  d.document AS document, d.sha256 AS document_sha256, e.chosen AS chosen, u.choice AS choice
FROM evidence AS e JOIN evidence_documents AS d ON d.id = e.document
  JOIN evidence_rules AS u ON u.id = e.rule JOIN referentials AS r ON r.id = e.referential
ORDER BY e.referential, e.position"""
_STATED = partial(described_column, StoredEvidenceRow)
_RULE = partial(described_column, EvidenceRuleRow)
_DOCUMENT = partial(described_column, EvidenceDocumentRow)
EVIDENCE = Table(
    "v_evidence",
    "D'où vient chaque valeur : evidence, avec ses documents et ses règles.",
    "Where each value came from: evidence with its documents and rules.",
    (
        *map(_STATED, ("referential", "position", "field")),
        replace(
            _STATED("text"), nullable=False, fr="Texte tel que publié.", en="Text as published."
        ),
        *map(_STATED, ("place", "label")),
        *map(_RULE, ("rule", "derived")),
        *map(_DOCUMENT, ("source", "document")),
        _DOCUMENT("sha256", "document_sha256"),
        _STATED("chosen"),
        _RULE("choice"),
    ),
    (),
    view=EVIDENCE_SQL,
    csv=False,
)
# Longer texts are shown by their beginning: the whole stands in v_evidence.
_LONGEST = 300
PROVENANCE = View(
    "v_provenance",
    "provenance",
    "D'où vient chaque valeur : le texte lu, la source, et si elle a été retenue.",
    "Where each value comes from: the text read, the source, whether it was chosen.",
    (
        REFERENTIAL,
        Column("champ", "Champ", "Field of the record.", "text", 20, fr="Champ de la fiche."),
        Column(
            "texte",
            "Texte lu",
            "Text as published; of a long one its beginning.",
            "text",
            60,
            fr="Texte tel que publié ; d'un long texte, le début.",
        ),
        Column(
            "source",
            "Source",
            "Source that says so.",
            "text",
            12,
            fr="Nom court de la source qui le dit (table sources).",
        ),
        Column(
            "document",
            "Document",
            "Document of the source.",
            "text",
            50,
            fr="Document de la source : adresse d'une page, numéro d'une ligne ou d'une fiche…",
        ),
        Column(
            "libelle",
            "Sous le libellé",
            "Label it stood under.",
            "text",
            24,
            fr="Libellé ou titre sous lequel le texte se trouvait.",
        ),
        Column(
            "retenu",
            "Retenu",
            "Whether the published value comes from it.",
            "text",
            8,
            fr="Si la valeur publiée vient de ce texte ; non : une autre source a été retenue.",
        ),
        Column(
            "deduit",
            "Déduit",
            "Whether the value is derived.",
            "text",
            8,
            fr="Si la valeur est déduite du texte et n'y est pas écrite.",
        ),
    ),
    f"""
SELECT referential AS identifiant, {case_sql("field", FIELDS)} AS champ,
  iif(length(text) > {_LONGEST}, substr(text, 1, {_LONGEST}) || '…', text) AS texte, source,
  document, label AS libelle, iif(chosen, 'oui', 'non') AS retenu,
  iif(derived, 'oui', 'non') AS deduit
FROM v_evidence ORDER BY referential, position""",
    zipped=True,
)

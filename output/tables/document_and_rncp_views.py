"""Views of the documents of diplomas, and of their sheets of the RNCP."""

from output.tables.view_definition import (
    DIPLOMA,
    ORDER_SQL,
    REFERENTIAL,
    TYPE_SQL,
    URL,
    View,
    case_sql,
)
from output.tables.view_definition import ViewColumn as Column

_FILES = {
    "text": "texte lu",
    "scanned": "numérisé, sans texte",
    "unreadable": "illisible",
    "failed": "non reçu",
    "robots": "interdit (robots.txt)",
    "not-tried": "pas encore demandé",
    "not-in-copy": "absent de la copie",
}
DOCUMENTS = View(
    "v_documents",
    "documents",
    "Les documents liés : annexes, règlements d'examen, référentiels complets ; leurs fichiers "
    "avec --documents.",
    "Linked documents: annexes, rules of examination, full référentiels; their files with "
    "--documents.",
    (
        *DIPLOMA[1:],
        Column(
            "document",
            "Document",
            "Title of the link.",
            "text",
            50,
            fr="Titre du lien vers le document.",
        ),
        Column(
            "adresse_du_document",
            "Adresse",
            "Address of the document.",
            "link",
            60,
            fr="Adresse du document.",
        ),
        Column(
            "format",
            "Format",
            "Media type.",
            "text",
            16,
            fr="Type du fichier (application/pdf…), d'après son lien.",
        ),
        Column(
            "fichier",
            "Fichier",
            "What came of reading the file.",
            "text",
            16,
            fr="Ce que la lecture du fichier a donné ; avec --documents.",
        ),
        Column(
            "pages",
            "Pages",
            "Pages of the file.",
            "integer",
            8,
            fr="Nombre de pages du fichier ; avec --documents.",
        ),
        Column(
            "octets",
            "Octets",
            "Size of the file in bytes.",
            "integer",
            12,
            fr="Taille du fichier en octets ; avec --documents.",
        ),
        Column(
            "recu_le",
            "Reçu le",
            "Day the file came last.",
            "date",
            12,
            fr="Jour où le fichier est arrivé en dernier.",
        ),
        Column(
            "modifie_le",
            "Modifié le",
            "Day the file last changed.",
            "date",
            12,
            fr="Jour où le fichier a différé du précédent pour la première fois.",
        ),
        Column(
            "empreinte",
            "Empreinte",
            "SHA-256 of the file.",
            "text",
            20,
            fr="Empreinte SHA-256 du fichier : elle change quand il change.",
        ),
        URL,
        REFERENTIAL,
    ),
    f"""
SELECT r.code AS code_scolarite, {TYPE_SQL}, r.name AS intitule, d.title AS document,
  d.url AS adresse_du_document, d.media_type AS format,
  {case_sql("f.outcome", _FILES)} AS fichier, f.pages AS pages, f.bytes AS octets,
  substr(f.retrieved_at, 1, 10) AS recu_le, substr(f.changed_at, 1, 10) AS modifie_le,
  f.sha256 AS empreinte, r.url AS adresse, r.id AS identifiant
FROM documents AS d JOIN referentials AS r ON r.id = d.referential
  LEFT JOIN document_files AS f ON f.url = d.url
ORDER BY {ORDER_SQL}, d.position""",
    "Documents",
)
CERTIFICATIONS = View(
    "v_certifications",
    "certifications",
    "Les fiches du RNCP des diplômes : validité, certificateurs, codes ROME ; avec --rncp.",
    "The RNCP sheets of the diplomas: validity, certifiers, ROME codes; with --rncp.",
    (
        *DIPLOMA[1:],
        Column("rncp", "RNCP", "RNCP number.", "text", 12, fr="Numéro de la fiche du RNCP."),
        Column(
            "intitule_rncp",
            "Intitulé au RNCP",
            "Title of the sheet.",
            "text",
            60,
            fr="Intitulé que porte la fiche du RNCP.",
        ),
        Column(
            "niveau_rncp",
            "Niveau au RNCP",
            "Level of the sheet.",
            "integer",
            8,
            fr="Niveau que porte la fiche du RNCP.",
        ),
        Column(
            "active",
            "Active",
            "Whether the sheet is active.",
            "text",
            8,
            fr="Si la fiche du RNCP est encore active.",
        ),
        Column(
            "date_d_effet",
            "Date d'effet",
            "Day of effect.",
            "date",
            12,
            fr="Jour où l'enregistrement au RNCP prend effet.",
        ),
        Column(
            "echeance",
            "Échéance",
            "End of the registration.",
            "date",
            12,
            fr="Jour où l'enregistrement au RNCP prend fin.",
        ),
        Column(
            "certificateurs",
            "Certificateurs",
            "Certifiers.",
            "text",
            40,
            fr="Organismes qui délivrent la certification.",
        ),
        Column(
            "voies_d_acces",
            "Voies d'accès",
            "Ways of access.",
            "text",
            40,
            fr="Voies par lesquelles on peut l'obtenir : formation initiale, apprentissage, VAE…",
        ),
        Column(
            "blocs",
            "Blocs de compétences",
            "Blocks of competences.",
            "text",
            60,
            fr="Intitulés des blocs de compétences, séparés par des points-virgules.",
        ),
        Column(
            "codes_rome",
            "Codes ROME",
            "ROME codes of the sheet.",
            "text",
            20,
            fr="Codes ROME que porte la fiche du RNCP.",
        ),
        Column(
            "remplace",
            "Remplace",
            "Former sheets.",
            "text",
            14,
            fr="Fiches du RNCP que celle-ci remplace.",
        ),
        Column(
            "remplacee_par",
            "Remplacée par",
            "Later sheets.",
            "text",
            14,
            fr="Fiches du RNCP qui remplacent celle-ci.",
        ),
        URL,
        REFERENTIAL,
    ),
    f"""
SELECT r.code AS code_scolarite, {TYPE_SQL}, r.name AS intitule, c.rncp_code AS rncp,
  c.title AS intitule_rncp, c.level AS niveau_rncp, iif(c.active, 'oui', 'non') AS active,
  c.effective_on AS date_d_effet, c.ends_on AS echeance,
  (SELECT group_concat(value, ' ; ') FROM json_each(c.certifiers_json)) AS certificateurs,
  (SELECT group_concat(value, ' ; ') FROM json_each(c.access_ways_json)) AS voies_d_acces,
  (SELECT group_concat(label, ' ; ') FROM (SELECT label FROM certification_blocks
    WHERE rncp_code = c.rncp_code ORDER BY code)) AS blocs,
  (SELECT group_concat(code, ' ; ') FROM (SELECT code FROM certification_romes
    WHERE rncp_code = c.rncp_code ORDER BY code)) AS codes_rome,
  (SELECT group_concat(other, ' ; ') FROM (SELECT other FROM certification_successions
    WHERE rncp_code = c.rncp_code AND relation = 'replaces' ORDER BY other)) AS remplace,
  (SELECT group_concat(other, ' ; ') FROM (SELECT other FROM certification_successions
    WHERE rncp_code = c.rncp_code AND relation = 'replaced_by' ORDER BY other)) AS remplacee_par,
  r.url AS adresse, r.id AS identifiant
FROM rncp_codes AS x JOIN certifications AS c ON c.rncp_code = x.rncp_code
  JOIN referentials AS r ON r.id = x.referential
ORDER BY {ORDER_SQL}, x.position""",
    "Certifications",
)

"""The flat views, one for each usual question of a counsellor or an analyst (docs/fr).

For SQL, `csv/fr`, the spreadsheet and Datasette: all of them show these rows and headings.
"""

from output.tables.change_views import CHANGES
from output.tables.document_and_rncp_views import CERTIFICATIONS, DOCUMENTS
from output.tables.issue_view import ISSUES
from output.tables.source_views import EVIDENCE, EVIDENCE_SQL, JOINS, OFFICIAL_LIST, PROVENANCE
from output.tables.succession_view import SUCCESSIONS
from output.tables.view_definition import (
    ACCESS_DIPLOMAS,
    ACCESS_LEVELS,
    ACCESS_SQL,
    CODE,
    DIPLOMA,
    FIRST,
    LAST,
    LEVEL,
    LISTED,
    LISTED_SQL,
    NAME,
    ORDER_SQL,
    REFERENTIAL,
    REPLACED_BY,
    REPLACED_BY_SQL,
    STATUS,
    STATUS_SQL,
    TYPE,
    TYPE_SQL,
    URL,
    View,
)
from output.tables.view_definition import ViewColumn as Column

_DURATION = Column(
    "duree_mois",
    "Durée (mois)",
    "Duration in months.",
    "integer",
    8,
    fr="Durée de la formation, en mois.",
)
DIPLOMAS = View(
    "v_referentiels",
    "diplomes",
    "Les diplômes : niveau, accès, métiers, sessions, textes de présentation ; un par ligne.",
    "The diplomas: level, access, trades, sessions, texts; one a row.",
    (
        CODE,
        TYPE,
        NAME,
        Column("sigle", "Sigle", "Acronym.", "text", 10),
        LEVEL,
        _DURATION,
        Column(
            "metiers",
            "Métiers",
            "Trades, separated by semicolons.",
            "text",
            50,
            fr="Métiers tels que publiés, séparés par des points-virgules.",
        ),
        ACCESS_LEVELS,
        ACCESS_DIPLOMAS,
        FIRST,
        LAST,
        STATUS,
        LISTED,
        Column(
            "remplace",
            "Remplace",
            "Codes it replaces.",
            "code",
            14,
            fr="Codes des diplômes qu'il remplace.",
        ),
        REPLACED_BY,
        Column(
            "rncp",
            "RNCP",
            "RNCP numbers.",
            "text",
            12,
            fr="Numéros au répertoire national des certifications professionnelles.",
        ),
        Column(
            "domaine",
            "Domaine",
            "Domain of the NSF group.",
            "text",
            30,
            fr="Domaine dont relève le groupe NSF.",
        ),
        Column(
            "groupe_nsf",
            "Groupe NSF",
            "NSF group.",
            "code",
            8,
            fr="Groupe de la nomenclature des spécialités de formation (NSF), en trois chiffres.",
        ),
        Column(
            "groupe_nsf_libelle",
            "Spécialité (NSF)",
            "Label of the NSF group.",
            "text",
            30,
            fr="Libellé du groupe NSF.",
        ),
        Column(
            "commission_consultative",
            "Commission (CPC)",
            "Advisory board.",
            "text",
            30,
            fr="Commission professionnelle consultative dont relève le diplôme.",
        ),
        Column(
            "secteur",
            "Secteur",
            "Professional sector.",
            "text",
            30,
            fr="Secteur professionnel, tel que publié.",
        ),
        Column("type_libelle", "Type en toutes lettres", "Diploma type in words.", "text", 30),
        Column(
            "description",
            "Présentation",
            "Description.",
            "text",
            60,
            fr="Texte qui présente le diplôme.",
        ),
        Column(
            "acces",
            "Accès",
            "Access conditions.",
            "text",
            60,
            fr="Conditions d'accès, telles que publiées.",
        ),
        Column(
            "attendus",
            "Attendus",
            "Expectations.",
            "text",
            40,
            fr="Ce que la formation attend de ceux qui y entrent.",
        ),
        Column(
            "poursuite_d_etudes",
            "Poursuite d'études",
            "Further study.",
            "text",
            40,
            fr="Études possibles après le diplôme.",
        ),
        Column(
            "page_recue_le",
            "Page reçue le",
            "Day the page came last.",
            "date",
            12,
            fr="Jour où le contenu lu est arrivé en dernier ; vide pour une copie du site.",
        ),
        Column(
            "page_modifiee_le",
            "Page modifiée le",
            "Day the page last changed.",
            "date",
            12,
            fr="Jour où le contenu lu a différé du précédent pour la première fois.",
        ),
        Column(
            "page_reprise_depuis",
            "Page reprise depuis",
            "Day the page was last valid, when it is carried forward.",
            "date",
            12,
            fr="Dernier jour où le contenu a été vu valable, s'il est repris d'avant.",
        ),
        Column(
            "page_mise_a_jour",
            "Mise à jour (selon la page)",
            "What the page itself says of its last update, as published.",
            "text",
            22,
            fr="Ce que la page dit elle-même de sa dernière mise à jour, tel que publié.",
        ),
        URL,
        REFERENTIAL,
    ),
    f"""
SELECT r.code AS code_scolarite, {TYPE_SQL}, r.name AS intitule, r.acronym AS sigle,
  r.level AS niveau, r.duration_months AS duree_mois,
  (SELECT group_concat(label, ' ; ') FROM
    (SELECT label FROM referential_trades WHERE referential = r.id ORDER BY position)) AS metiers,
  {ACCESS_SQL},
  r.first_session AS premiere_session, r.last_session AS derniere_session,
  {STATUS_SQL},
  {LISTED_SQL},
  (SELECT group_concat(code, ' ; ') FROM (SELECT code FROM successions
    WHERE referential = r.id AND relation = 'replaces' ORDER BY position)) AS remplace,
  {REPLACED_BY_SQL},
  (SELECT group_concat(rncp_code, ' ; ') FROM
    (SELECT rncp_code FROM rncp_codes WHERE referential = r.id ORDER BY position)) AS rncp,
  n.domain AS domaine, r.nsf_code AS groupe_nsf, r.nsf_label AS groupe_nsf_libelle,
  r.cpc AS commission_consultative, r.sector AS secteur, t.label_fr AS type_libelle,
  r.description AS description, r.access AS acces, r.expectations AS attendus,
  r.further_study AS poursuite_d_etudes, substr(p.retrieved_at, 1, 10) AS page_recue_le,
  substr(p.changed_at, 1, 10) AS page_modifiee_le,
  substr(p.stale_since, 1, 10) AS page_reprise_depuis, p.update_text AS page_mise_a_jour,
  r.url AS adresse, r.id AS identifiant
FROM referentials AS r LEFT JOIN diploma_types AS t ON t.diploma_type = r.diploma_type
  LEFT JOIN referential_pages AS l ON l.referential = r.id
  LEFT JOIN pages AS p ON p.url = l.page_url
  LEFT JOIN nsf_groups AS n ON n.nsf_code = r.nsf_code
ORDER BY {ORDER_SQL}""",
    "Diplômes",
)
TRADES = View(
    "v_metiers",
    "metiers",
    "Quels diplômes mènent à un métier, et à partir de quoi : un métier et un diplôme par ligne.",
    "Which diplomas lead to a trade, and from what: a trade and a diploma a row.",
    (
        Column(
            "metier_masculin",
            "Métier (masculin)",
            "Trade, masculine.",
            "text",
            40,
            fr="Métier au masculin, sous une seule forme pour tous les diplômes.",
        ),
        Column(
            "metier_feminin",
            "Métier (féminin)",
            "Trade, feminine.",
            "text",
            40,
            fr="Métier au féminin, sous une seule forme pour tous les diplômes.",
        ),
        TYPE,
        NAME,
        LEVEL,
        CODE,
        ACCESS_LEVELS,
        ACCESS_DIPLOMAS,
        LAST,
        STATUS,
        LISTED,
        REPLACED_BY,
        Column(
            "codes_rome",
            "Codes ROME",
            "ROME codes of the trade.",
            "text",
            14,
            fr="Codes du métier au ROME, le répertoire de France Travail ; avec --metiers.",
        ),
        Column(
            "identifiant_onisep",
            "Onisep",
            "Onisep's identifier of the trade.",
            "text",
            12,
            fr="Identifiant du métier à l'Onisep ; avec --metiers.",
        ),
        Column(
            "metier_publie",
            "Métier tel que publié",
            "Trade as published.",
            "text",
            40,
            fr="Métier tel que la source l'écrit pour ce diplôme.",
        ),
        URL,
        REFERENTIAL,
    ),
    f"""
SELECT t.masculine AS metier_masculin, t.feminine AS metier_feminin, {TYPE_SQL},
  r.name AS intitule, r.level AS niveau, r.code AS code_scolarite,
  {ACCESS_SQL},
  r.last_session AS derniere_session, {STATUS_SQL}, {LISTED_SQL},
  {REPLACED_BY_SQL},
  (SELECT group_concat(code, ' ; ') FROM (SELECT code FROM trade_codes
    WHERE trade = t.id AND kind = 'rome' ORDER BY code)) AS codes_rome,
  (SELECT code FROM trade_codes WHERE trade = t.id AND kind = 'onisep') AS identifiant_onisep,
  x.label AS metier_publie, r.url AS adresse, r.id AS identifiant
FROM trades AS t JOIN referential_trades AS x ON x.trade = t.id
  JOIN referentials AS r ON r.id = x.referential
ORDER BY t.id, {ORDER_SQL}""",
    "Métiers",
)
ACCESS = View(
    "v_acces",
    "acces",
    "Ce qu'on peut préparer après un diplôme ou un niveau : les diplômes que l'accès nomme.",
    "What can be prepared after a diploma or a level: as far as the access text names it.",
    (
        Column(
            "apres_niveau",
            "Après un niveau",
            "Level named by the access.",
            "integer",
            10,
            fr="Niveau que nomme le texte sur l'accès.",
        ),
        Column(
            "apres_diplome",
            "Après un diplôme",
            "Diploma named by the access, in its words, in the singular.",
            "text",
            20,
            fr="Diplôme que nomme le texte sur l'accès, dans ses mots, au singulier.",
        ),
        Column(
            "apres_type",
            "Après un type",
            "Type of that diploma, if it is one.",
            "text",
            14,
            fr="Type de ce diplôme, si ses mots en nomment un.",
        ),
        TYPE,
        NAME,
        LEVEL,
        _DURATION,
        CODE,
        LAST,
        STATUS,
        LISTED,
        REPLACED_BY,
        URL,
        REFERENTIAL,
    ),
    f"""
SELECT a.niveau AS apres_niveau, a.diplome AS apres_diplome,
  (SELECT coalesce(short_fr, diploma_type) FROM diploma_types WHERE diploma_type = a.type)
    AS apres_type, {TYPE_SQL},
  r.name AS intitule, r.level AS niveau, r.duration_months AS duree_mois,
  r.code AS code_scolarite, r.last_session AS derniere_session, {STATUS_SQL},
  {LISTED_SQL}, {REPLACED_BY_SQL},
  r.url AS adresse, r.id AS identifiant
FROM (SELECT l.referential, l.level AS niveau, d.diploma AS diplome, d.diploma_type AS type
    FROM access_levels AS l LEFT JOIN access_diplomas AS d ON d.referential = l.referential
    UNION SELECT d.referential, NULL, d.diploma, d.diploma_type FROM access_diplomas AS d
    WHERE NOT EXISTS (SELECT 1 FROM access_levels AS l WHERE l.referential = d.referential)) AS a
  JOIN referentials AS r ON r.id = a.referential
ORDER BY a.niveau, a.diplome, {ORDER_SQL}""",
)
TEXTS = View(
    "v_textes",
    "textes",
    "Les textes officiels : quel arrêté crée, modifie ou abroge quel diplôme, et d'après qui.",
    "Legal texts: which order creates, amends or repeals which diploma, and who says so.",
    (
        *DIPLOMA[1:],
        Column(
            "date_du_texte",
            "Date",
            "Date of the order.",
            "date",
            12,
            fr="Date de l'arrêté ou du décret.",
        ),
        Column(
            "effet",
            "Effet",
            "What the order does to the diploma.",
            "text",
            14,
            fr="Ce que le texte fait au diplôme : création, modification ou abrogation.",
        ),
        Column(
            "texte",
            "Texte",
            "The text as its source gives it; empty where a list gives the date alone.",
            "text",
            70,
            fr="Le texte tel que sa source le donne ; vide quand une liste n'en donne que la date.",
        ),
        Column("nor", "NOR", "NOR number.", "text", 14, fr="Numéro NOR du texte."),
        Column("adresse_du_texte", "Adresse du texte", "Address of the text.", "link", 40),
        Column(
            "source",
            "Source",
            "Sources that name the text or say what it does: eduscol, list…",
            "text",
            12,
            fr="Noms courts des sources qui nomment le texte ou disent ce qu'il fait.",
        ),
        URL,
        REFERENTIAL,
    ),
    f"""
SELECT r.code AS code_scolarite, {TYPE_SQL}, r.name AS intitule,
  x.date AS date_du_texte, CASE x.kind WHEN 'creation' THEN 'création'
    WHEN 'modification' THEN 'modification' WHEN 'repeal' THEN 'abrogation' END AS effet,
  nullif(x.title, x.date) AS texte, x.nor AS nor, x.url AS adresse_du_texte,
  (SELECT group_concat(DISTINCT d.source) FROM evidence AS e
    JOIN evidence_documents AS d ON d.id = e.document WHERE e.referential = r.id
    AND e.field = 'legal_texts' AND e.chosen AND e.text IN (x.title, x.date)) AS source,
  r.url AS adresse, r.id AS identifiant
FROM legal_texts AS x JOIN referentials AS r ON r.id = x.referential
ORDER BY {ORDER_SQL}, x.position""",
    "Textes",
)
SESSIONS = View(
    "v_dernieres_sessions",
    "dernieres_sessions",
    "Les diplômes dont la dernière session est fixée, et ce qui les remplace.",
    "Diplomas whose last session is known, and what replaces them.",
    (
        LAST,
        *DIPLOMA[1:],
        LEVEL,
        STATUS,
        REPLACED_BY,
        Column(
            "abrogation",
            "Texte d'abrogation",
            "The order that repeals it.",
            "text",
            60,
            fr="Le texte qui abroge le diplôme.",
        ),
        URL,
        REFERENTIAL,
    ),
    f"""
SELECT r.last_session AS derniere_session, r.code AS code_scolarite, {TYPE_SQL},
  r.name AS intitule, r.level AS niveau, {STATUS_SQL},
  {REPLACED_BY_SQL},
  (SELECT title FROM legal_texts WHERE referential = r.id AND kind = 'repeal'
    ORDER BY position LIMIT 1) AS abrogation,
  r.url AS adresse, r.id AS identifiant
FROM referentials AS r WHERE r.last_session IS NOT NULL
ORDER BY r.last_session DESC, {ORDER_SQL}""",
)

FLAT_VIEWS = (
    DIPLOMAS,
    TRADES,
    ACCESS,
    TEXTS,
    DOCUMENTS,
    CERTIFICATIONS,
    SUCCESSIONS,
    SESSIONS,
    CHANGES,
    ISSUES,
    OFFICIAL_LIST,
    JOINS,
    PROVENANCE,
)
VIEWS = {EVIDENCE.name: EVIDENCE_SQL, **{view.name: view.sql for view in FLAT_VIEWS}}

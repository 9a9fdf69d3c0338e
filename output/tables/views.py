"""Flat views with French names, for people who open the file in a spreadsheet or DB Browser."""

VIEWS = {
    "v_referentiels": """
SELECT r.id AS identifiant, r.code AS code_scolarite, r.name AS intitule, r.acronym AS sigle,
  r.diploma_type AS type, t.label_fr AS type_libelle, r.level AS niveau,
  r.duration_months AS duree_mois, r.nsf_code AS groupe_nsf, r.nsf_label AS groupe_nsf_libelle,
  r.cpc AS commission_consultative, r.sector AS secteur,
  r.description AS description, r.access AS acces, r.expectations AS attendus,
  r.further_study AS poursuite_d_etudes,
  (SELECT group_concat(label, ' ; ') FROM
    (SELECT label FROM referential_trades WHERE referential = r.id ORDER BY position)) AS metiers,
  (SELECT group_concat(rncp_code, ' ; ') FROM
    (SELECT rncp_code FROM rncp_codes WHERE referential = r.id ORDER BY position)) AS rncp,
  (SELECT group_concat(code, ' ; ') FROM (SELECT code FROM successions
    WHERE referential = r.id AND relation = 'replaces' ORDER BY position)) AS remplace,
  (SELECT group_concat(code, ' ; ') FROM (SELECT code FROM successions
    WHERE referential = r.id AND relation = 'replaced_by' ORDER BY position)) AS remplace_par,
  r.first_session AS premiere_session, r.last_session AS derniere_session,
  CASE r.status WHEN 'in_force' THEN 'en vigueur' WHEN 'repealed' THEN 'abrogé'
    ELSE 'inconnu' END AS etat,
  r.url AS adresse
FROM referentials AS r LEFT JOIN diploma_types AS t ON t.diploma_type = r.diploma_type
ORDER BY r.sort_key, r.id""",
    "v_metiers": """
SELECT t.masculine AS metier_masculin, t.feminine AS metier_feminin, x.label AS metier_publie,
  r.id AS identifiant, r.code AS code_scolarite, r.diploma_type AS type, r.name AS intitule,
  r.level AS niveau
FROM trades AS t JOIN referential_trades AS x ON x.trade = t.id
  JOIN referentials AS r ON r.id = x.referential
ORDER BY t.id, r.sort_key, r.id""",
    "v_evidence": """
SELECT e.pk AS pk, e.referential AS referential, e.field AS field, e.text AS text,
  e.place AS place, e.label AS label, u.rule AS rule, u.derived AS derived, d.source AS source,
  d.document AS document, d.sha256 AS document_sha256, e.chosen AS chosen, u.choice AS choice
FROM evidence AS e JOIN evidence_documents AS d ON d.id = e.document
  JOIN evidence_rules AS u ON u.id = e.rule
ORDER BY e.pk""",
    "v_rapprochement": """
SELECT source, CASE match WHEN 'address' THEN 'par l''adresse' WHEN 'code' THEN 'par le code'
    WHEN 'code-title' THEN 'par le code et l''intitulé' WHEN 'ambiguous' THEN 'ambigu'
    WHEN 'site-only' THEN 'sur le site seulement' ELSE 'dans la source seulement' END
    AS rapprochement,
  count(*) AS lignes, sum(disagrees_json <> '[]') AS en_desaccord,
  sum(in_list = 0) AS hors_liste_officielle, sum(successors_json <> '[]') AS code_remplace
FROM reconciliation GROUP BY source, match ORDER BY source, match""",
    "v_changements": """
SELECT c.version AS version, v.day AS jour, c.referential AS identifiant, r.name AS intitule,
  CASE c.kind WHEN 'created' THEN 'apparue' WHEN 'changed' THEN 'modifiée'
    WHEN 'removed' THEN 'supprimée à la source' WHEN 'not_seen' THEN 'page non vue'
    WHEN 'came_back' THEN 'revenue' ELSE 'identifiant changé' END AS changement,
  c.field AS champ, c.before AS avant, c.after AS apres,
  CASE c.cause WHEN 'source' THEN 'la page' WHEN 'reading' THEN 'notre lecture'
    ELSE 'une autre source' END AS cause
FROM changes AS c JOIN versions AS v ON v.version = c.version
  LEFT JOIN referentials AS r ON r.id = c.referential
ORDER BY c.pk""",
}

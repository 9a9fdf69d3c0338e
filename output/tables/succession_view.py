"""The view of predecessors and successors, followed from diploma to diploma."""

from output.tables.view_definition import (
    DIPLOMA,
    FIRST,
    LAST,
    ORDER_SQL,
    REFERENTIAL,
    TYPE_SQL,
    URL,
    View,
)
from output.tables.view_definition import ViewColumn as Column

# Far beyond any line of diplomas: codes that replace one another in a circle come to an end.
_STEPS = 9
SUCCESSIONS = View(
    "v_successions",
    "successions",
    "Quel diplôme remplace lequel, de proche en proche : codes et intitulés d'avant et d'après.",
    "Which diploma replaces which, one after the other: codes and titles before and after.",
    (
        *DIPLOMA[1:],
        Column(
            "relation",
            "Relation",
            "Replaces, or is replaced by.",
            "text",
            14,
            fr="Si le diplôme de la ligne remplace l'autre ou est remplacé par lui.",
        ),
        Column(
            "autre_code",
            "Autre code",
            "The former or later code.",
            "code",
            14,
            fr="Code du diplôme d'avant ou d'après.",
        ),
        Column(
            "autre_intitule",
            "Autre intitulé",
            "The title of that code.",
            "text",
            60,
            fr="Intitulé du diplôme d'avant ou d'après ; vide si aucune source ne le dit.",
        ),
        Column(
            "etape",
            "Étape",
            "1: the next one; 2 and more: by way of other diplomas.",
            "integer",
            8,
            fr="1 : le suivant ou le précédent ; 2 et plus : par d'autres diplômes interposés.",
        ),
        FIRST,
        LAST,
        URL,
        REFERENTIAL,
    ),
    f"""
WITH RECURSIVE pairs(former, later) AS (
    SELECT s.code, r.code FROM successions AS s JOIN referentials AS r ON r.id = s.referential
    WHERE s.relation = 'replaces' AND r.code IS NOT NULL
    UNION SELECT r.code, s.code FROM successions AS s JOIN referentials AS r ON r.id = s.referential
    WHERE s.relation = 'replaced_by' AND r.code IS NOT NULL
    UNION SELECT l.code, value FROM reconciliation AS l, json_each(l.successors_json)
    WHERE l.code IS NOT NULL),
  lines(former, later, step) AS (
    SELECT former, later, 1 FROM pairs
    UNION SELECT x.former, p.later, x.step + 1 FROM lines AS x JOIN pairs AS p ON p.former = x.later
    WHERE x.step < {_STEPS}),
  told(referential, relation, code, step) AS (
    SELECT referential, relation, code, 1 FROM successions
    UNION SELECT r.id, 'replaces', x.former, x.step FROM lines AS x JOIN referentials AS r
      ON r.code = x.later WHERE x.former <> x.later
    UNION SELECT r.id, 'replaced_by', x.later, x.step FROM lines AS x JOIN referentials AS r
      ON r.code = x.former WHERE x.former <> x.later)
SELECT r.code AS code_scolarite, {TYPE_SQL}, r.name AS intitule,
  CASE t.relation WHEN 'replaces' THEN 'remplace' ELSE 'remplacé par' END AS relation,
  t.code AS autre_code, coalesce(s.name,
    (SELECT iif(count(DISTINCT name) = 1, min(name), NULL) FROM referentials WHERE code = t.code),
    (SELECT min(name) FROM successions WHERE code = t.code),
    (SELECT min(title) FROM reconciliation WHERE source = 'list' AND code = t.code)
  ) AS autre_intitule, t.step AS etape,
  r.first_session AS premiere_session, r.last_session AS derniere_session, r.url AS adresse,
  r.id AS identifiant
FROM (SELECT referential, relation, code, min(step) AS step FROM told GROUP BY 1, 2, 3) AS t
  JOIN referentials AS r ON r.id = t.referential
  LEFT JOIN successions AS s
    ON s.referential = t.referential AND s.relation = t.relation AND s.code = t.code
ORDER BY {ORDER_SQL}, t.relation DESC, t.step, s.position, t.code""",
)

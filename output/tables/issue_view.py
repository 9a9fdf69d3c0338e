"""The view of issues, in French words."""

from output.tables.change_views import FIELDS
from output.tables.view_definition import DIPLOMA, REFERENTIAL, TYPE_SQL, View, case_sql
from output.tables.view_definition import ViewColumn as Column

_SEVERITIES = {"error": "valeur perdue", "warning": "à vérifier", "info": "pour information"}
ISSUES = View(
    "v_constats",
    "constats",
    "Ce qui manque, se contredit ou n'a pas été compris, le plus grave d'abord.",
    "What is missing, contradicted or not understood, the gravest first.",
    (
        *DIPLOMA[1:],
        Column(
            "gravite", "Gravité", "Severity: a value lost, to be checked, or harmless.", width=16
        ),
        Column("champ", "Champ", "Field concerned.", "text", 20),
        Column("constat", "Constat", "What the issue code means.", "text", 60),
        Column("valeur", "Texte en cause", "The text concerned.", "text", 60),
        Column("endroit", "Endroit", "Where the text stands in the document.", "text", 24),
        Column("source", "Source", "Source of the text concerned.", "text", 12),
        Column(
            "retenu",
            "Retenu",
            "Whether the published value comes from that source; empty without a value.",
            "text",
            8,
        ),
        Column("code_du_constat", "Code du constat", "Issue code.", "text", 20),
        Column("adresse", "Page ou document", "Address of the page, or the document.", "link", 40),
        REFERENTIAL,
    ),
    f"""
SELECT r.code AS code_scolarite, {TYPE_SQL}, r.name AS intitule,
  {case_sql("i.severity", _SEVERITIES)} AS gravite, {case_sql("i.field", FIELDS)} AS champ,
  coalesce(v.fr, i.issue) AS constat, i.value AS valeur, i.place AS endroit,
  i.source AS source, CASE i.chosen WHEN 1 THEN 'oui' WHEN 0 THEN 'non' END AS retenu,
  i.issue AS code_du_constat, i.url AS adresse, i.referential AS identifiant
FROM issues AS i LEFT JOIN referentials AS r ON r.id = i.referential
  LEFT JOIN vocabularies AS v ON v.vocabulary = 'issue' AND v.value = i.issue
ORDER BY CASE i.severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END,
  r.sort_key, i.referential, i.pk""",
    "Constats",
)

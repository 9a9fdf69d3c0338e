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
            "gravite",
            "Gravité",
            "Severity: a value lost, to be checked, or harmless.",
            width=16,
            fr="Valeur perdue, à vérifier, ou pour information.",
        ),
        Column("champ", "Champ", "Field concerned.", "text", 20, fr="Champ de la fiche concerné."),
        Column(
            "constat",
            "Constat",
            "What the issue code means.",
            "text",
            60,
            fr="Ce que le constat veut dire.",
        ),
        Column(
            "valeur",
            "Texte en cause",
            "The text concerned.",
            "text",
            60,
            fr="Le texte concerné, tel que publié.",
        ),
        Column(
            "endroit",
            "Endroit",
            "Where the text stands in the document.",
            "text",
            24,
            fr="Endroit du texte dans le document : sélecteur CSS, ligne, page ou colonne.",
        ),
        Column(
            "source",
            "Source",
            "Source of the text concerned.",
            "text",
            12,
            fr="Nom court de la source du texte en cause (table sources).",
        ),
        Column(
            "retenu",
            "Retenu",
            "Whether the published value comes from that source; empty without a value.",
            "text",
            8,
            fr="Si la valeur publiée vient de cette source ; vide sans valeur.",
        ),
        Column(
            "code_du_constat",
            "Code du constat",
            "Issue code.",
            "text",
            20,
            fr="Code du constat, à citer et à chercher dans la documentation.",
        ),
        Column(
            "adresse",
            "Page ou document",
            "Address of the page, or the document.",
            "link",
            40,
            fr="Adresse de la page concernée, ou nom du document.",
        ),
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

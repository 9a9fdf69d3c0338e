"""Labels that an author wrote down without a look at the lexicon, each of one meaning alone."""

import pytest

from schema.lexicon import Lexicon

LABELS = {
    "access": (
        "Qui peut s'inscrire ?",
        "Public et prérequis",
        "Comment y accéder ?",
        "Condition préalable",
        "Diplômes requis pour entrer en formation",
        "Qui peut candidater ?",
        "Le cas échéant, prérequis à l'entrée en formation :",
        "2. Pré-requis à l'entrée en formation",
        "Bénéficiaires et prérequis",
        "Modalités de recrutement et d'admission",
        "Accès : pour qui ?",
    ),
    "expectations": (
        "Qualités requises",
        "Profil attendu",
        "Ce que l'on attend du candidat",
        "Ce que l’on attend de l’élève",
        "4. Attendus (entrée en première année) :",
        "Quelles qualités avoir ?",
        "Compétences et qualités attendues",
        "Les clés pour réussir",
        "Attendus du candidat",
        "Dispositions personnelles attendues",
        "Savoir-être recherchés",
        "Aptitudes et attendus :",
    ),
    "further_study": (
        "Que faire après ?",
        "Continuer ses études",
        "Suites de parcours",
        "Poursuites d'études et de formation",
        "Que faire comme études ensuite ?",
        "Et après ? La poursuite d'études",
        "Après le diplôme : poursuivre ses études",
        "Parcours de formation possibles ensuite",
        "Et après ? Continuer à se former",
        "Poursuivre après la certification",
        "Après le diplôme, continuer",
        "Certifications envisageables ensuite",
    ),
    "description": (
        "À quoi prépare ce diplôme ?",
        "Objectifs généraux",
        "Missions principales",
        "Que prépare ce diplôme ?",
        "La certification en bref",
        "Objectifs et contexte",
        "Contexte et finalités",
        "Finalité de la certification",
        "Découvrir la formation",
        "Profil professionnel",
    ),
    "trades": (
        "Emplois occupés",
        "Métiers exercés par les titulaires :",
        "Postes accessibles",
        "Vers quels métiers ?",
        "Principaux métiers",
        "Appellations d'emplois",
        "Type d'emplois",
        "Métiers de la branche visés",
        "À quels métiers prépare ce diplôme ?",
        "Emplois accessibles à l'issue de la certification",
        "Métiers et emplois accessibles :",
    ),
    "duration": (
        "Durée du cursus",
        "Combien de temps ?",
        "Nombre d'années d'études",
        "Durée (voie scolaire)",
        "Durée d'études",
    ),
    "level": ("Niveau obtenu", "Niveau visé", "Niveau à l'issue de la formation"),
    "acronym": ("Forme abrégée du nom", "Nom court", "Abréviation usuelle", "Aussi appelé"),
    "code": (
        "Code ministère",
        "Code Éduc. nat.",
        "Code de l'Éducation nationale",
        "Code du diplôme (Éducation nationale)",
    ),
    "replaced_by": (
        "Voir le nouveau diplôme",
        "Ce diplôme est remplacé par",
        "Diplôme qui succède",
    ),
    "last_session": ("Dernière session ordinaire", "Dernière session (année)"),
    "cpc": (
        "CPC concernée",
        "Commission professionnelle de rattachement",
        "Avis de la CPC",
        "Suivi par la CPC",
        "CPC référente",
        "Relève de la commission professionnelle consultative",
    ),
    "sector": (
        "Secteur économique",
        "Secteur professionnel de référence",
        "Secteur de la CPC",
        "Domaine d'activité",
        "Secteur d'emploi",
        "Secteur visé",
        "Domaine",
        "Branches professionnelles",
        "Champs d'activité",
        "Sous-secteur",
    ),
    "first_session": (
        "Session de première mise en œuvre",
        "Examen organisé depuis la session",
    ),
    "legal_texts": (
        "Textes et historique",
        "Arrêtés ministériels",
        "Cadre juridique",
        "Références officielles",
        "Arrêtés publiés",
    ),
    "documents": ("Documents disponibles", "Annexes à télécharger", "Annexes et référentiels"),
}


@pytest.mark.parametrize("field", LABELS)
def test_labels_of_one_meaning_are_known(field: str) -> None:
    for label in LABELS[field]:
        entry = Lexicon.packaged().lookup(label)
        assert entry, label
        assert entry.field == field, label


@pytest.mark.parametrize(
    "label",
    [
        "Entrée en formation",
        "Code MEF",
        "Calendrier",
        "Type d'emploi",
        "Métiers et accès :",
    ],
)
def test_labels_of_several_meanings_or_of_none_are_not(label: str) -> None:
    assert Lexicon.packaged().lookup(label) is None

"""Headings of texts below other headings, boxes beside texts, and labels of many things.

All pages are mock-ups.
"""

import pytest

from tests.parsers.extract.pages import record_of

FACTS = "<p>Code : 500-22143</p><p>Arrêté du 3 mai 2012</p>"
STUDY = "Ceux qui veulent aller plus loin choisissent le plus souvent un BP ou un bac pro."
TEXT = "Le titulaire tresse le rotin et l'osier, répare des sièges et conseille les clients."


def test_a_second_heading_of_a_field_is_its_name_where_such_headings_name_other_fields() -> None:
    record = record_of(
        f"{FACTS}<h2>Avant la formation</h2><h3>Les attendus</h3><p>Le goût du travail manuel.</p>"
        f"<h2>Après la formation</h2><h3>Les poursuites d'études</h3><p>{STUDY}</p>"
    )
    assert record.further_study == STUDY


def test_a_second_heading_of_a_field_is_in_its_text_where_none_else_is_made_so() -> None:
    record = record_of(
        f"{FACTS}<h2>Après la formation</h2><h3>Les poursuites d'études</h3><p>{STUDY}</p>"
    )
    assert record.further_study == f"Les poursuites d'études\n\n{STUDY}"


@pytest.mark.parametrize("row", ["<th>Objet</th><td>{}</td>", "<td>Objet :</td><td>{}</td>"])
def test_objet_before_sentences_is_the_description(row: str) -> None:
    facts = "<table><tr><th>Code</th><td>500-22143</td></tr><tr>{}</tr></table>"
    assert record_of(facts.format(row.format(TEXT))).description == TEXT


@pytest.mark.parametrize(
    "value",
    [
        "Rénovation du certificat d'aptitude professionnelle dans la spécialité vannerie.",
        "Mise en œuvre du certificat d'aptitude professionnelle vannerie en 2024.",
        "Le présent arrêté fixe les conditions de délivrance du diplôme aux candidats.",
        "CAP Vannerie",
        "Le stage se déroule dans une entreprise du secteur et dure seize semaines au plus.",
    ],
)
def test_objet_of_an_order_or_a_letter_is_no_description(value: str) -> None:
    assert record_of(f"{FACTS}<p>Objet : {value}</p>").description is None


def test_a_box_on_the_rules_behind_a_text_is_none_of_it() -> None:
    record = record_of(
        f"{FACTS}<h2>Finalité du diplôme</h2><p>{TEXT}</p>"
        "<div class='fr-callout'><h3>Ce qu'il faut savoir de la réglementation</h3>"
        "<p>Les premières épreuves se sont déroulées à la session 2020.</p></div>"
        "<h2>Accès</h2><p>Après la classe de troisième.</p>"
    )
    assert (record.description, record.first_session) == (TEXT, 2020)


def test_ways_of_training_are_no_part_of_a_text() -> None:
    record = record_of(
        f"{FACTS}<h2>La formation</h2><h3>Voies de formation</h3><p>Le diplôme se prépare en"
        f" lycée.</p><h2>Accès</h2><p>Après la classe de troisième.</p>"
    )
    assert record.description is None
    assert any("Voies de formation" in str(issue.value) for issue in record.issues)


def test_a_level_of_qualification_is_a_fact_among_others() -> None:
    record = record_of(f"{FACTS}<p>Niveau 3 de qualification – 2 ans – RNCP35314</p>")
    assert (record.duration_months, record.rncp_codes) == (24, ("RNCP35314",))


def test_years_for_preparing_the_diploma_are_its_duration() -> None:
    figures = "<ul><li>19 semaines en entreprise</li><li>1 an pour préparer le diplôme</li></ul>"
    assert record_of(FACTS + figures).duration_months == 12

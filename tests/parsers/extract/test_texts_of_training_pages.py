"""Headings, durations and titles as pages of training centres and offices word them. Mock-ups."""

import pytest

from tests.parsers.extract.pages import ORDER, record_of, trades_of


@pytest.mark.parametrize(
    ("heading", "field", "text"),
    [
        ("Publics", "access", "Jeune de 16 à 29 ans."),
        ("Profil", "access", "Être titulaire d'un CAP du secteur."),
        ("Profil", "expectations", "Il faut être capable de calculer vite et juste."),
        ("Qualités et profil", "expectations", "L'élève doit être soigneux et patient."),
        ("Attentes de l'équipe pédagogique", "expectations", "Le respect des horaires compte."),
        ("Attendus de la plateforme Parcoursup", "expectations", "Savoir s'organiser."),
        ("Résumé du référentiel d’emploi", "description", "Le titulaire tresse des paniers."),
        ("Nature de l'activité", "description", "Le titulaire tresse des paniers."),
    ],
)
@pytest.mark.parametrize("form", ["<h2>{}</h2><p>{}</p>", "<p><strong>{} :</strong></p><p>{}</p>"])
def test_a_text_stands_below_its_heading(heading: str, field: str, text: str, form: str) -> None:
    assert getattr(record_of(ORDER + form.format(heading, text)), field) == text


def test_trades_stand_below_examples_of_insertion() -> None:
    body = "<h3>Insertion : exemples de métiers</h3><ul><li>vannier</li><li>cannier</li></ul>"
    assert trades_of(body) == ["vannier", "cannier"]


@pytest.mark.parametrize(
    ("term", "months"),
    [
        ("2 ans (initial ou apprentissage)", 24),
        ("2 ans (formation initiale, apprentissage)", 24),
        ("2 ans (voie scolaire / apprentissage)", 24),
        ("2 ans (1 an en apprentissage)", None),
    ],
)
def test_a_duration_holds_for_all_ways_that_stand_behind_it(term: str, months: int | None) -> None:
    assert record_of(f"{ORDER}<p>Durée : {term}</p>").duration_months == months


@pytest.mark.parametrize("title", [
    "<h1>Baccalauréat professionnel</h1><h2>Spécialité Travaux publics (TP)</h2>",
    "<h1>Baccalauréat professionnel Travaux publics (TP)</h1>",
])  # fmt: skip
def test_initials_of_a_name_are_no_type(title: str) -> None:
    record = record_of(ORDER, title)
    assert (record.diploma_type, record.acronym) == ("BAC_PRO", "TP")

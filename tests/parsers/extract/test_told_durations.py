"""Durations that sentences say of the training; all pages are mock-ups."""

import pytest

from tests.parsers.extract.pages import ORDER, record_of


@pytest.mark.parametrize(
    ("sentence", "months"),
    [
        ("On prépare {} en deux années.", 24),
        ("Les élèves préparent {} pendant 36 mois, avec vingt-deux semaines de stage.", 36),
        ("Il faut deux ans pour préparer {}.", 24),
        ("La formation conduisant à {} dure 3 ans.", 36),
        ("Le cycle de préparation pour {} est d'une durée de un an.", 12),
        ("La durée de la formation à {} est de trois années scolaires.", 36),
        ("La scolarité pour {} s'étend sur 24 mois, dont 14 semaines en entreprise.", 24),
        ("Le bénéfice des notes est conservé cinq ans ; la formation à {}, elle, dure 2 ans.", 24),
        ("Au terme de trois ans de formation, les élèves se présentent à l'examen de {}.", 36),
        ("Sa préparation demande deux ans.", 24),
        ("La préparation du CAP Vannerie exige deux ans.", 24),
    ],
)
@pytest.mark.parametrize("name", ["ce diplôme", "le CAP Vannerie", "cette spécialité"])
def test_a_sentence_says_how_long_the_training_is(sentence: str, months: int, name: str) -> None:
    assert record_of(f"{ORDER}<p>{sentence.format(name)}</p>").duration_months == months


@pytest.mark.parametrize(
    "sentence",
    [
        "La formation en milieu professionnel dure 2 mois.",
        "La préparation du CAP Boulanger demande deux ans.",
        "Le bénéfice des notes est conservé pendant cinq ans.",
        "La formation peut être réduite à 1 an.",
        "Une formation complémentaire dure 1 an.",
        "La formation de l'ancien diplôme durait 3 ans.",
        "L'enregistrement au RNCP est prononcé pour 5 ans.",
        "On prépare le CAP Vannerie en 2 ans, ou en 1 an après un autre CAP.",
        "La formation dure 2 ans ou 1 an.",
        "La préparation de l'épreuve demande un mois.",
    ],
)
def test_other_times_and_other_trainings_are_no_duration(sentence: str) -> None:
    assert record_of(f"{ORDER}<p>{sentence}</p>").duration_months is None


def test_a_labelled_duration_is_taken_before_a_told_one() -> None:
    body = f"{ORDER}<p>Durée : 1 an</p><p>On prépare ce diplôme en deux ans.</p>"
    assert record_of(body).duration_months == 12

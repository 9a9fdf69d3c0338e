"""Durations, levels and RNCP numbers that sentences say; all pages are mock-ups."""

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


MC = "<h1>Mention complémentaire Vannerie</h1>"


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("{} est inscrite au niveau 3 de la nomenclature.", 3),
        ("{} confère une qualification de niveau IV au sens de la nomenclature de 1969.", 4),
        ("{} est un diplôme de niveau 4 que l'on prépare en un an.", 4),
        (
            "Au sens du décret n° 2019-14 du 8 janvier 2019, {} est de niveau 3.",
            3,
        ),
        ("Diplôme de niveau 3 préparé en un an, {} relève de la CPC « Industrie ».", 3),
    ],
)
@pytest.mark.parametrize("name", ["la mention complémentaire Vannerie", "cette mention"])
def test_a_sentence_says_which_level_the_diploma_is_of(
    sentence: str, level: int, name: str
) -> None:
    record = record_of(f"<p>{sentence.format(name)}</p><p><a href='a.pdf'>Annexe</a></p>", MC)
    assert record.level == level
    assert not record.legal_texts


@pytest.mark.parametrize(
    "sentence",
    [
        "Elle est ouverte aux titulaires d'un diplôme de niveau 3.",
        "La mention est ouverte avec un diplôme de niveau 3 ; elle est elle-même de niveau 4.",
        "Naguère, cette mention était classée au niveau 3.",
        "Le CAP Boulanger est classé au niveau 3.",
        "Cette mention est de niveau 3 ou de niveau 4.",
        "Cette mention est classée au niveau 3, puis au niveau 4.",
    ],
)
def test_levels_of_others_and_of_another_time_are_none(sentence: str) -> None:
    assert record_of(f"{ORDER}<p>{sentence}</p>", MC).level is None


def test_a_labelled_level_is_taken_before_a_told_one() -> None:
    body = f"{ORDER}<p>Niveau : 3</p><p>Cette mention est inscrite au niveau 4.</p>"
    assert record_of(body, MC).level == 3


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("Au RNCP, ce diplôme correspond à la fiche 37491.", ["RNCP37491"]),
        ("La fiche RNCP du CAP Vannerie porte le numéro 37491.", ["RNCP37491"]),
        ("Le numéro RNCP du CAP Vannerie est le 37491.", ["RNCP37491"]),
        (
            "Le répertoire national des certifications professionnelles (RNCP) consacre à ce "
            "diplôme sa fiche 37491.",
            ["RNCP37491"],
        ),
        ("Au RNCP, le CAP Boulanger correspond à la fiche 37491.", []),
        ("La fiche RNCP de l'ancien CAP Vannerie porte le numéro 37491.", []),
        ("La fiche RNCP du CAP Vannerie remplace la fiche 37491.", []),
    ],
)
def test_a_sentence_says_which_number_the_register_gives(sentence: str, numbers: list[str]) -> None:
    assert list(record_of(f"{ORDER}<p>{sentence}</p>").rncp_codes) == numbers


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("Ce CAP (RNCP40096), inscrit depuis 2020, dure un an.", "duration_months"),
        ("Douze mois d'apprentissage suffisent à préparer la spécialité.", "duration_months"),
        ("C'est sous le numéro 38765 que la certification figure au répertoire national des"
         " certifications professionnelles.", "rncp_codes"),
        ("Sigle retenu pour la spécialité : VANN.", "acronym"),
        ("Ce diplôme dépend de la commission « Mer et navigation intérieure ».", "cpc"),
    ],
)  # fmt: skip
def test_a_value_that_no_rule_reads_is_told(sentence: str, field: str) -> None:
    record = record_of(f"{ORDER}<p>{sentence}</p>")
    assert not getattr(record, field)
    assert field in {each.field for each in record.issues if each.issue.value != "missing-field"}


def test_a_code_beside_the_register_is_no_number_of_it() -> None:
    record = record_of(f"{ORDER}<p>Ce diplôme est inscrit au RNCP (500-23438).</p>")
    assert not any(issue.field == "rncp_codes" for issue in record.issues)


@pytest.mark.parametrize(
    "sentence",
    [
        "Puis-je préparer le diplôme en un an ?",
        "Le diplôme n'est pas inscrit au niveau 5, malgré une demande de la branche.",
        "Un diplôme de niveau 4 est exigé des candidats.",
    ],
)
def test_what_is_asked_denied_or_demanded_is_no_fact(sentence: str) -> None:
    record = record_of(f"{ORDER}<p>{sentence}</p>")
    assert (record.duration_months, record.level_label) == (None, None)


def test_a_sentence_says_level_or_duration_of_its_subject() -> None:
    sentence = "<p>CS de niveau 3, créé par l'arrêté du 9 février 2022.</p>"
    assert record_of(sentence, "<h1>CS Vannerie</h1>").level_label == "niveau 3"
    sentence = "<p>Ce certificat s'obtient à l'issue d'une année de formation.</p>"
    assert record_of(ORDER + sentence).duration_months == 12


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("La dernière promotion de ce CAP passera l'examen en juin 2027.", "last_session"),
        ("L'examen a été organisé en 1997, et l'a été pour la dernière en 2023.", "last_session"),
        ("La première promotion s'est présentée à l'examen en 2009.", "first_session"),
        ("Diplôme rattaché au secteur Métallurgie de la CPC Industrie.", "sector"),
        ("Ce diplôme relève de la commission Industrie.", "cpc"),
    ],
)
def test_a_value_in_words_that_no_rule_knows_is_told(sentence: str, field: str) -> None:
    record = record_of(f"{ORDER}<p>{sentence}</p>")
    told = {each.field for each in record.issues if each.issue == "unlabelled-text"}
    assert getattr(record, field) is not None or field in told

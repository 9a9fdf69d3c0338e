"""Labels made of two: both of one section, or the diploma and one of its sections."""

import pytest

from schema.lexicon import Lexicon
from tests.parsers.extract.pages import ORDER, record_of

LEXICON = Lexicon.packaged()
PLACES = (
    "<h3>{}</h3><p>{}</p>",
    "<p><b>{}</b><br>{}</p>",
    "<p><b>{} :</b> {}</p>",
    "<dl><dt>{}</dt><dd>{}</dd></dl>",
)


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Public visé et voies d'accès", "access"),
        ("Recrutement et prérequis", "access"),
        ("Aptitudes requises et savoir-être", "expectations"),
        ("Poursuites d'études et spécialisations possibles", "further_study"),
        ("Finalités et missions", "description"),
        ("Le diplôme : présentation", "description"),
        ("La formation : conditions d'accès", "access"),
        ("Le diplôme : métiers", "trades"),
        # one of them is no label, and of words of that section's labels
        ("Poursuite d'études et formations complémentaires", "further_study"),
        ("Poursuites d'études et études complémentaires possibles", "further_study"),
        ("Spécialisations complémentaires et poursuites d'études", "further_study"),
        ("Conditions d'accès et candidature au diplôme", "access"),
        ("Profil attendu et motivations du candidat", "expectations"),
        ("Poursuite d'études et de formation", "further_study"),
        ("Poursuite d'études ou formations complémentaires", "further_study"),
        ("Poursuites d'études et formations", "further_study"),
        ("Accès ou transports", None),
        ("Qualités et compétences requises", "expectations"),
        ("3. Connaissances et qualités attendues", "expectations"),
        ("Activités et compétences", None),
        ("Accès et formation", None),  # words of any field
        ("Accès et transports", None),
        ("Poursuites d'études et insertion", "further_study"),
        ("Poursuite d'études et évolution", "further_study"),
        ("Conditions d'accès et calendrier", None),
        ("Vie du lycée et poursuite d'études", None),
        # of different fields, or of words that are no label
        ("Poursuite d'études et métiers", None),
        ("Objectifs et vie du lycée", None),
        ("Objectifs : insertion professionnelle", None),
        ("Le diplôme : histoire", None),
        ("Durée et rythme", None),
    ],
)
def test_two_labels_of_one_section_are_its_label(label: str, field: str | None) -> None:
    entry = LEXICON.lookup(label)
    assert (entry.field if entry else None) == field


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Public concerné et conditions d'accès", "access"),
        ("Accéder à la formation", "access"),
        ("Attentes vis-à-vis des candidats", "expectations"),
        ("Études supérieures et spécialisations possibles", "further_study"),
        ("Pour aller plus loin dans les études", "further_study"),
        ("Ce que l'on y apprend", "description"),
        ("Le diplôme : présentation", "description"),
        ("Poursuites d'études et formations complémentaires", "further_study"),
    ],
)
def test_the_text_below_such_a_label_is_of_its_field(label: str, field: str, place: str) -> None:
    text = "Un texte de deux lignes, qui se lit sans peine et finit ici."
    record = record_of(f"{ORDER}{place.format(label, text)}<h3>Sigle</h3><p>VAN</p>")
    assert getattr(record, field) == text


def test_a_text_may_be_a_label_of_another_field() -> None:
    record = record_of(f"{ORDER}<p><b>Objectifs :</b> Insertion professionnelle</p>")
    assert record.description == "Insertion professionnelle"


@pytest.mark.parametrize(
    ("label", "value", "field", "read"),
    [
        ("Durée (formation initiale)", "2 ans", "duration_months", 24),
        ("Examiné par la CPC", "Industrie", "cpc", "Industrie"),
        ("Domaine concerné", "Vannerie", "sector", "Vannerie"),
        ("Nomenclature du niveau", "Niveau 3", "level", 3),
        ("Vie du diplôme", "en vigueur", "status", "in_force"),
    ],
)
@pytest.mark.parametrize("place", ["<p>{} : {}</p>", *PLACES])
def test_labels_of_values(label: str, value: str, field: str, read: str | int, place: str) -> None:
    assert getattr(record_of(ORDER + place.format(label, value)), field) == read


@pytest.mark.parametrize("label", ["Se substitue au", "Vient remplacer"])
@pytest.mark.parametrize("place", ["<p>{}</p><p>{}</p>", *PLACES])
def test_the_code_below_the_name_of_a_succession_is_the_other_one(label: str, place: str) -> None:
    record = record_of(ORDER + place.format(label, "500-22431 S"))
    assert ([*record.replaces], record.code) == (["50022431"], None)


@pytest.mark.parametrize("place", [*PLACES, "<p>{} : {}</p>"])
@pytest.mark.parametrize("value", ["2013", "juin 2013", "session de juin 2013"])
@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Ouverture de l'examen : première session", "first_session"),
        ("Ouverture du diplôme : 1re session", "first_session"),
        ("Fermeture de l'examen : dernière session", "last_session"),
    ],
)
def test_two_labels_of_one_session_are_one(place: str, value: str, label: str, field: str) -> None:
    assert getattr(record_of(ORDER + place.format(label, value)), field) == 2013


@pytest.mark.parametrize("label", ["Codes remplacés", "Codes des diplômes remplacés"])
def test_labels_of_several_predecessors(label: str) -> None:
    body = f"<p>Code : 50023438</p><h2>{label}</h2><p>50023436 et 50023437</p>"
    assert record_of(body).replaces == ("50023436", "50023437")


@pytest.mark.parametrize("label", ["Textes parus", "Textes publiés"])
@pytest.mark.parametrize("column", ["Arrêté du", "Arrêtés"])
def test_published_texts_are_orders(label: str, column: str) -> None:
    rows = "".join(f"<tr><td>{day}</td></tr>" for day in ("3 mai 2004", "5 juin 2009"))
    body = f"<h2>{label}</h2><table><tr><th>{column}</th></tr>{rows}</table>"
    assert [t.date for t in record_of(body).legal_texts] == ["2004-05-03", "2009-06-05"]


@pytest.mark.parametrize("label", ["N° de spécialité", "Numéro de spécialité"])
def test_the_number_of_a_speciality_is_its_code(label: str) -> None:
    assert record_of(f"{ORDER}<p>{label} : 500-23438 M</p>").code == "50023438"

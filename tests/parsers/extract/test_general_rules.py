"""Orders that rule all diplomas of a type are none of the page's, and are told."""

import pytest

from schema.issues import IssueCode
from tests.parsers.extract.pages import ORDER, orders_of, record_of

HABILITATION = (
    "arrêté du 17 juin 2003 fixant les conditions d'habilitation à mettre en &#339;uvre le "
    "contrôle en cours de formation"
)
GENERAL = (
    f"<p>Textes généraux : {HABILITATION}</p>",
    "<p>Texte général : arrêté du 17 juin 2003</p>",
    "<ul><li>Textes généraux : arrêté du 17 juin 2003, arrêté du 30 août 2009</li></ul>",
    "<p>Réglementation générale : arrêté du 17 juin 2003</p>",
    "<h3>Textes généraux</h3><p>Arrêté du 17 juin 2003 relatif aux épreuves</p>",
    f"<p>{HABILITATION.capitalize()}</p>",
    "<p>Règlement général du diplôme : décret n° 2003-463 du 17 juin 2003</p>",
    "<p>Décret n° 2003-463 du 17 juin 2003 portant règlement général du CAP</p>",
    "<p>Arrêté du 17 juin 2003 relatif aux enseignements dispensés dans les formations sous statut "
    "scolaire préparant au certificat d'aptitude professionnelle</p>",
    "<p>Arrêté du 17 juin 2003 relatif aux enseignements dispensés dans les formations du CAP</p>",
    "<h3>Textes communs</h3><ul><li>Arrêté du 17 juin 2003 relatif à l'organisation de l'épreuve "
    "de langues vivantes</li></ul>",
    "<p>Arrêté du 17 juin 2003 relatif aux épreuves d'éducation physique et sportive</p>",
    "<p>Arrêté du 17 juin 2003 relatif au positionnement en vue de la préparation du CAP</p>",
    "<p>Voir également l'arrêté du 17 juin 2003 relatif à l'organisation et aux horaires "
    "d'enseignement du certificat d'aptitude professionnelle</p>",
)


@pytest.mark.parametrize("general", GENERAL)
def test_a_general_rule_is_no_order_of_the_diploma(general: str) -> None:
    code = "<p>Code : 500-23437</p>"
    for own, expected in ((ORDER, [("2004-05-03", None)]), ("", [])):
        assert orders_of(f"{own}{code}{general}") == expected
    told = record_of(f"{ORDER}{general}").issues
    assert any("17 juin 2003" in (each.value or "") for each in told)
    assert {each.issue for each in told} >= {IssueCode.UNLABELLED_TEXT}


OWN = (
    ("Arrêté du 3 mai 2004 relatif à l'organisation et aux horaires du CAP Vannerie", None),
    ("Textes généraux : arrêté du 17 juin 2003. Texte propre : arrêté du 3 mai 2004", None),
    ("Textes généraux : arrêté du 3 mai 2004 portant création du CAP Vannerie", "creation"),
    ("Arrêté du 3 mai 2004 : textes généraux", None),
    ("Arrêté du 3 mai 2004 relatif à l'épreuve de langue vivante du CAP Vannerie", None),
    ("Arrêté du 3 mai 2004 relatif à l'épreuve de vannerie", None),
    ("Arrêté du 3 mai 2004 portant règlement général du CAP Vannerie", "creation"),
    (
        "Arrêté du 3 mai 2004 relatif aux enseignements dispensés dans les formations sous statut "
        "scolaire préparant au CAP Vannerie",
        None,
    ),
    (
        "Arrêté du 3 mai 2004 relatif aux enseignements dispensés dans les formations du CAP "
        "Vannerie",
        None,
    ),
    ("Textes : arrêté du 3 mai 2004 ; textes généraux : articles D. 337-1 et suivants", None),
)


@pytest.mark.parametrize(("text", "kind"), OWN)
def test_an_order_beside_general_rules_is_the_diplomas(text: str, kind: str | None) -> None:
    assert orders_of(f"<p>{text}</p>") == [("2004-05-03", kind)]


def test_articles_of_a_code_below_the_orders_are_no_order() -> None:
    link = "<a href=https://www.legifrance.gouv.fr/codes/id/LEGISCTA000018380692>{}</a>"
    articles = link.format("Code de l'éducation, articles D. 337-1 à D. 337-25-1")
    articles = f"<h3>Arrêtés</h3><p>Arrêté du 3 mai 2004</p><p>{articles}</p>"
    assert orders_of(articles) == [("2004-05-03", None)]
    assert any("D. 337-1" in (each.value or "") for each in record_of(articles).issues)


def test_articles_of_a_code_among_the_orders_are_told() -> None:
    text = "Articles D. 337-1 à D. 337-25 du Code de l'éducation"
    items = f"<ul><li><a href=http://www.legifrance.gouv.fr/x>{text}</a><li>Arrêté du 3 mai 2004"
    record = record_of(f"<h2>Réglementation</h2>{items}</ul>")
    assert [order.date for order in record.legal_texts] == ["2004-05-03"]
    assert text in [each.value for each in record.issues if each.field == "legal_texts"]

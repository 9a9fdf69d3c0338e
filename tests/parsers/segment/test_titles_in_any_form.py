"""Titles of a type and a name in many forms and places, with a fact beside them. Mock-ups."""

import random

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.text import fold
from tests.parsers.extract.pages import record_of

# The type in several writings, its label in the record, and a code of it.
TYPES = {
    "CAP": ("500-25221", "CAP", "C.A.P.", "Certificat d'aptitude professionnelle",
            "Certificat d’aptitude professionnelle (CAP)"),
    "BP": ("450-25221", "BP", "Brevet professionnel", "Brevet professionnel (BP)"),
    "BTS": ("320-25221", "BTS", "B.T.S.", "Brevet de technicien supérieur"),
    "BAC_PRO": ("400-25221", "Bac pro", "BAC PRO", "Baccalauréat professionnel"),
    "MC": ("010-25221", "MC", "Mention complémentaire", "Mention complémentaire (MC)"),
    "BMA": ("401-25221", "BMA", "Brevet des métiers d'art"),
}  # fmt: skip
NAMES = ("Vannerie", "Métiers de la coiffure", "Arts et techniques du verre", "Employé barman",
         "Conducteur d'engins : travaux publics et carrières")  # fmt: skip
TITLES = ("{0} {1}", "{0} : {1}", "{0} - {1}", "{0}<br>{1}", "{0} « {1} »", "{0}, {1}",
          "Référentiel du {0} {1}", "{0} ({1})", "{1} ({2})",
          "Référentiel de certification : {1} - {2}", "Fiche diplôme - {1} ({2})",
          "Fiche du diplôme : {1} - {2}")  # fmt: skip
PLACES = ("<h1>{}</h1>", "<h2>{}</h2>", "<p><b>{}</b></p>", "<p><font size=5>{}</font></p>",
          "<div>{}</div>", "<table><tr><td><b>{}</b></td></tr></table>",
          "<h1><a href='x.html'>{}</a></h1>")  # fmt: skip
FACTS = {
    "none": "", "code": " - code {}", "code in brackets": " ({})", "state": " - diplôme abrogé",
    "order": " (arrêté du 3 mai 2004)", "RNCP": " - RNCP38421", "session": " (1re session 2006)",
    "code behind": " - {}", "level": " (niveau 3)", "file": " (pdf, 547 Ko)",
    "words": " - Référentiel",
}  # fmt: skip
BELOW = ("<p>Arrêté du 9 juin 2003 portant création du diplôme</p>",
         "<ul><li>Arrêté du 9 juin 2003</li><li><a href='a.pdf'>Annexes</a></li></ul>")  # fmt: skip


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize("title", TITLES)
def test_type_name_and_fact_of_a_title(title: str, fact: str) -> None:
    rng = random.Random(f"{title} {fact}")
    for _ in range(12):
        kind, name, place = rng.choice(list(TYPES)), rng.choice(NAMES), rng.choice(PLACES)
        code, *writings = TYPES[kind]
        written = rng.choice(writings)
        line = title.format(written, name, written.split(" (")[0]) + FACTS[fact].format(code)
        html = f"<body><p>Éduscol</p>{place.format(line)}{rng.choice(BELOW)}</body>"
        document = Document(html.encode(), "https://eduscol.education.fr/x.html")
        (found,) = read(document, Lexicon.packaged()).records
        record, orders = found.record, {order.date for order in found.record.legal_texts}
        assert (fold(record.name or ""), record.diploma_type) == (fold(name), kind), html
        assert {
            "none": record.code is None,
            "code": record.code == code.replace("-", ""),
            "code in brackets": record.code == code.replace("-", ""),
            "code behind": record.code == code.replace("-", ""),
            "level": True,
            "file": "547" not in (record.title or ""),
            "words": record.code is None,
            "state": record.status == "repealed",
            "order": "2004-05-03" in orders,
            "RNCP": record.rncp_codes == ("RNCP38421",),
            "session": record.first_session == 2006,
        }[fact], html


@pytest.mark.parametrize(
    ("heading", "title", "status"),
    [
        ("<h1><s>CAP Vannerie</s> (abrogé)</h1>", "CAP Vannerie", "repealed"),
        ("<h2><del>CAP Vannerie</del> diplôme supprimé</h2>", "CAP Vannerie", "repealed"),
        ("<h1><s>CAP Vannerie</s> CAP Osier</h1>", "CAP Osier", "unknown"),  # in its place
    ],
)
def test_a_struck_title_of_a_repealed_diploma(heading: str, title: str, status: str) -> None:
    found = record_of("<p>Arrêté du 3 mai 2004</p>", heading)
    assert (found.title, found.status) == (title, status)


@pytest.mark.parametrize(
    "heading",
    [
        "CAP 500-25221 Vannerie",
        "CAP n° 500-25221 A Vannerie",
        "CAP (500-25221) - Vannerie",
        "Vannerie - CAP - 500-25221",
    ],
)
def test_a_code_between_or_behind_type_and_name(heading: str) -> None:
    found = record_of("<p>Arrêté du 3 mai 2004</p>", f"<h1>{heading}</h1>")
    assert (found.code, found.name, found.title) == ("50025221", "Vannerie", heading)


@pytest.mark.parametrize("words", ["(CAP)", "(certificat d'aptitude professionnelle)"])
def test_a_type_in_brackets_below_a_name(words: str) -> None:
    found = record_of(f"<p>{words}</p><p>Arrêté du 3 mai 2004</p>", "<h1>Vannerie</h1>")
    assert (found.diploma_type, found.name) == ("CAP", "Vannerie")


@pytest.mark.parametrize(
    ("heading", "kind", "name"),
    [
        ("Brevet pro Coiffure", "BP", "Coiffure"),
        ("Brevet prof. Coiffure", "BP", "Coiffure"),
        ("MC IV Art de la cuisine", "MC", "Art de la cuisine"),
        ("Référentiel dessin (CAP)", "CAP", "dessin"),
    ],
)
def test_a_type_s_short_forms(heading: str, kind: str, name: str) -> None:
    found = record_of("<p>Arrêté du 3 mai 2004</p>", f"<h1>{heading}</h1>")
    assert (found.diploma_type, found.name) == (kind, name)

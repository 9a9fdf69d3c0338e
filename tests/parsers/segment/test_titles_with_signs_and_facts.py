"""Titles with facts in brackets, signs between their words and rarer types; all mock-ups."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from schema.title import read_title
from tests.parsers.extract.pages import ORDER, record_of

FILE = "<p><a href='a.pdf'>Annexe I</a></p>"


@pytest.mark.parametrize(
    "facts",
    ["(code 500-23438, niveau 3)", "[code 500-23438, niveau 3]", "(500-23438, RNCP 37537)"],
)
def test_several_facts_in_brackets_are_no_part_of_a_title(facts: str) -> None:
    record = record_of(f"{ORDER}{FILE}", f"<h1>CAP Vannerie {facts}</h1>")
    assert (record.title, record.name, record.code) == ("CAP Vannerie", "Vannerie", "50023438")


def test_one_fact_in_brackets_may_be_a_part_of_the_title() -> None:
    record = record_of(f"{ORDER}{FILE}", "<h1>CAP Vannerie (500-23438)</h1>")
    assert (record.title, record.name) == ("CAP Vannerie (500-23438)", "Vannerie")


@pytest.mark.parametrize("sign", [">", "\\", "/", ":", "–"])
def test_a_sign_stands_between_type_and_name(sign: str) -> None:
    assert read_title(f"CAP {sign} Vannerie").name == "Vannerie"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Brevet d'études professionnelles agricoles Cheval", "Cheval"),
        ("BTA Production", "Production"),
        ("« Titre professionnel vannier »", "vannier"),
        ("BPJEPS « éducateur sportif »", "éducateur sportif"),
    ],
)
def test_the_name_behind_a_rarer_type(title: str, name: str) -> None:
    assert read_title(title).name == name


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Référentiel métier des directeurs d'école</h1><p>Arrêté du 24 avril 2010.</p>",
        "<h1>CAP Vannerie : ancien et nouveau référentiel</h1><p>Tableau comparatif.</p>",
        "<h1>BUT Génie civil</h1><p>Université : Nevers</p><p>Composante : IUT</p>"
        "<p>Durée : 3 ans</p><p>Crédits : ECTS</p><p>RNCP : 34536</p>",
    ],
)
def test_what_is_no_referentiel_is_refused(body: str) -> None:
    menu = "<div id='gauche'><ul><li><a href='x.html'>Textes</a></li><li><a href='c.html'>CAP</a>"
    page = f"<html><body>{menu}</li></ul></div>{body}{FILE}</body></html>"
    with pytest.raises(Refused):
        read(Document(page.encode()), Lexicon.packaged())

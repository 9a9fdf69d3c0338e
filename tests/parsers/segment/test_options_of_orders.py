"""Options with values of their own, and options named in headings. Mock-ups of ours."""

import itertools

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon

NAMES = {"A": "monteur", "B": "tourneur", "C": "polisseur"}
OPTIONS = "".join(f"<li>option {letter} : {name}</li>" for letter, name in NAMES.items())
URL = "https://eduscol.education.fr/referentiels-professionnels/b257.html"


def dates(body: str) -> dict[str, list[str | None]]:
    """The dates of the orders of each diploma of a page, by the last word of its title."""
    page = f"<html><body><h1>CAP Orfèvre</h1>{body}</body></html>".encode()
    records = [each.record for each in read(Document(page, URL), Lexicon.packaged()).records]
    return {r.title.split()[-1]: [text.date for text in r.legal_texts] for r in records}


FORMS = ["<p>{}</p><p>{}</p>", "<p>{}<br>{}</p>", "<ul><li>{}</li><li>{}</li></ul>"]
SAID = [
    ("{} (options A et B)", "{} (option C)"),
    ("{} (options A, B)", "{} (pour l'option C)"),
    ("{} pour les options A et B", "{} pour l'option C"),
    ("Options A et B : {}", "Option C : {}"),
]
ORDERS = ("arrêté du 15 octobre 1973", "arrêté du 6 mai 1980")


@pytest.mark.parametrize(("form", "said"), [*itertools.product(FORMS, SAID)])
def test_an_order_of_some_options_is_theirs_alone(form: str, said: tuple[str, str]) -> None:
    lines = [text.format(order) for text, order in zip(said, ORDERS, strict=True)]
    assert dates(f"<ul>{OPTIONS}</ul>{form.format(*lines)}") == {
        "monteur": ["1973-10-15"], "tourneur": ["1973-10-15"], "polisseur": ["1980-05-06"],
    }  # fmt: skip


@pytest.mark.parametrize("said", ["{}", "{} (options A, B et C)", "{} (toutes options)"])
def test_an_order_of_all_options_is_that_of_each(said: str) -> None:
    found = dates(f"<ul>{OPTIONS}</ul><p>{said.format(ORDERS[0])}</p>")
    assert list(found.values()) == [["1973-10-15"]] * 3


HEADINGS = [
    "<h2>option A monteur</h2><h2>option B tourneur</h2><h2>option C polisseur</h2>",
    "<h2>option A monteur<br>option B tourneur<br>option C polisseur</h2>",
    "<h2>Option A : monteur<br>Option B : tourneur<br>Option C : polisseur</h2>",
]
CODES = "<p>Option A : 500-22310<br>Option B : 500-22311<br>Option C : 500-22312</p>"


@pytest.mark.parametrize(("headings", "codes"), [*itertools.product(HEADINGS, ["", CODES])])
def test_headings_name_options(headings: str, codes: str) -> None:
    found = dates(f"{headings}<p>Arrêté du 15 octobre 1973</p>{codes}")
    assert list(found) == list(NAMES.values())

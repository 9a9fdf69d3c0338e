"""Titles that the next line repeats, and files of options and folders; all pages are mock-ups."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from schema.referential import Referential
from tests.parsers.extract.pages import ORDER, records_of

FILES = "<ul><li><a href='a.pdf'>Annexe I</a></li><li><a href='b.pdf'>Annexe II</a></li></ul>"
SITE = "https://eduscol.education.fr/referentiels-professionnels"


def records_at(name: str, body: str) -> list[Referential]:
    """The records of a page whose address ends in `name`."""
    page = Document(f"<html><body>{body}</body></html>".encode(), f"{SITE}/{name}.html")
    return [each.record for each in read(page, Lexicon.packaged()).records]


@pytest.mark.parametrize(
    ("title", "again"),
    [
        ("CAP Vannerie", "CAP Vannerie"),
        ("Brevet professionnel Vannerie", "BP Vannerie"),
        ("BTS Métal : conception et réalisation", "BTS Métal : conception et réalisation"),
        ("CAP Service - relation client", "CAP Service - relation client"),
    ],
)
def test_a_link_below_the_title_names_it_again_with_its_order(title: str, again: str) -> None:
    link = f"<p><a href='arrete.htm'>{again} : arrêté du 3 mai 2010</a></p>"
    (record,) = records_of(f"{link}{FILES}", f"<h2>{title}</h2>")
    assert record.title == title
    assert [text.date for text in record.legal_texts] == ["2010-05-03"]


def test_a_heading_above_a_link_to_another_diploma_is_no_title() -> None:
    link = "<p><a href='vannerie.htm'>CAP Vannerie</a></p><p><a href='o.htm'>CAP Osier</a></p>"
    with pytest.raises(Refused):
        records_of(link, "<h2>CAP</h2>")


def test_a_list_of_the_orders_of_a_year_is_refused() -> None:
    orders = "<li>Arrêté du 3 mai 2011 : CAP Vannerie</li><li>Arrêté du 4 juin 2011 : BP Osier</li>"
    with pytest.raises(Refused):
        records_of(f"<ul>{orders}</ul>", "<p><b>Arrêtés publiés en 2011</b></p>")


def test_a_commission_below_a_title_is_enough() -> None:
    (record,) = records_of("<p><strong>CPC :</strong> Industrie</p>")
    assert (record.title, record.cpc) == ("CAP Vannerie", "Industrie")


OPTIONS = "<p><b>Option A osier</b><br>{0}</p><p><b>Option B rotin</b><br>{1}</p>"


@pytest.mark.parametrize("name", ["cap-van-option-a-osi-{}-annexe-1.pdf", "cap-{}-annexe.pdf"])
def test_the_place_of_a_file_tells_its_option_before_its_address(name: str) -> None:
    links = [f"<a href='{name.format(letter)}'>Annexe I</a>" for letter in "ab"]
    records = records_of(f"{ORDER}{OPTIONS.format(*links)}")
    assert [len(each.documents) for each in records] == [1, 1]


def test_the_name_of_the_page_tells_no_option_of_its_files() -> None:
    codes = "<table><tr><th>Option</th><th>Code</th></tr><tr><td>Option A : osier</td>"
    codes += "<td>50023411</td></tr><tr><td>Option B : rotin</td><td>50023412</td></tr></table>"
    link = "<p><a href='cap_van_option_a/cap_van_option_a_annexe1.pdf'>Annexe I</a></p>"
    records = records_at("cap_van_option_a", f"<h1>CAP Vannerie</h1>{codes}{ORDER}{link}")
    assert [len(each.documents) for each in records] == [1, 1]
    link = link.replace("option_a_annexe1", "option_b_annexe1")
    records = records_at("cap_van", f"<h1>CAP Vannerie</h1>{codes}{ORDER}{link}")
    assert [len(each.documents) for each in records] == [0, 1]


@pytest.mark.parametrize(
    ("address", "titles"),
    [("vannerie/v_a.htm", ["Référentiel"]), ("referentiels.htm", []), ("../osier/ref.htm", [])],
)
def test_a_page_in_the_page_s_own_folder_is_its_document(address: str, titles: list[str]) -> None:
    link = f"<p><a href='{address}'>Référentiel</a></p>"
    (record,) = records_at("vannerie", f"<h1>CAP Vannerie</h1>{ORDER}{link}")
    assert [each.title for each in record.documents] == titles


def test_an_address_with_a_token_is_that_of_a_file() -> None:
    link = "<li><a href='/download/5c829e64/A1'>Option A : osier</a></li>"
    other = "<li><a href='/download/e6b88ac9/B1'>Option B : rotin</a></li>"
    records = records_of(f"{ORDER}<p>Référentiel :</p><ul>{link}{other}</ul>")
    assert [[each.title for each in record.documents] for record in records] == [
        ["Option A : osier"],
        ["Option B : rotin"],
    ]


def test_the_day_of_printing_ends_a_text() -> None:
    text = "<h2>Présentation</h2><p>Le vannier tresse l'osier.</p><p>Imprimé le 26/07/2026</p>"
    (record,) = records_of(f"{ORDER}{text}")
    assert record.description == "Le vannier tresse l'osier."

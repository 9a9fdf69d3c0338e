"""Type and name of a diploma under a label each."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon

PAGE = "<html><body>{}<p>Arrêté du 7 février 2012</p></body></html>"


@pytest.mark.parametrize("name", ["Vêtements", "<h2>Vêtements</h2>", "<b>Vêtements</b>"])
def test_type_and_name_may_have_a_label_each(name: str) -> None:
    body = (
        "<div>Diplôme</div><div>Brevet de technicien supérieur</div>"
        f"<div>Spécialité</div><div>{name}</div>"
    )
    (only,) = read(Document(PAGE.format(body).encode()), Lexicon.packaged()).records
    assert (only.record.diploma_type, only.record.name) == ("BTS", "Vêtements")


@pytest.mark.parametrize("value", ["Type : {}<br>Intitulé : {}", "Intitulé : {1}<br>Type : {0}"])
def test_a_type_under_its_label_is_a_part_of_the_title(value: str) -> None:
    body = f"<p>{value.format('mention complémentaire', 'mécatronique navale')}</p>"
    (only,) = read(Document(PAGE.format(body).encode()), Lexicon.packaged()).records
    assert only.record.title == "mention complémentaire mécatronique navale"
    assert (only.record.diploma_type, only.record.name) == ("MC", "mécatronique navale")


def test_a_type_that_is_in_no_list_is_no_part_of_the_title() -> None:
    body = "<p>Type : formation d'école spécialisée</p><p>Intitulé : chef de projet logiciel</p>"
    code = "<p>Code : 46X32607</p>"
    (only,) = read(Document(PAGE.format(body + code).encode()), Lexicon.packaged()).records
    assert only.record.title == "chef de projet logiciel"


ORDERS = (
    "Intitulé|Nature|Date",
    "Portant création|Arrêté|3 mai 2004",
    "Modifiant l'arrêté du 3 mai 2004|Arrêté|5 juin 2006",
)
FILES = ("N°|Intitulé|Fichier", "I|Référentiel de certification|<a href=a.pdf>PDF</a>",
         "II|Référentiels du diplôme|<a href=b.pdf>PDF</a>")  # fmt: skip


@pytest.mark.parametrize("cell", ["<td>{}", "<td><p><b>{}</b></p>", "<th>{}"])
@pytest.mark.parametrize(
    ("rows", "orders", "files"), [(ORDERS, 2, 0), (FILES, 0, 2), (ORDERS[:2], 1, 0)]
)
def test_the_title_of_a_column_of_orders_or_files_is_no_label_of_a_title(
    cell: str, rows: tuple[str, ...], orders: int, files: int
) -> None:
    head, *others = rows
    body = "<tr>" + "".join(cell.format(name) for name in head.split("|"))
    for row in others:
        body += "<tr>" + "".join(f"<td>{text}" for text in row.split("|"))
    page = f"<html><body><h1>CAP</h1><h2>Cuisine</h2><table>{body}</table></body></html>"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    assert only.record.title == "CAP Cuisine"
    kinds = ["creation", "modification"][:orders]
    assert [text.kind for text in only.record.legal_texts] == kinds
    assert [document.title for document in only.record.documents] == [
        row.split("|")[1] for row in others[:files]
    ]


def test_a_title_stands_below_its_label_in_a_table_with_a_file() -> None:
    table = "<tr><th>Intitulé<th>Code<th>Référentiel<tr><td>CAP Cuisine<td>50022139<td>"
    page = f"<html><body><table>{table}<a href=a.pdf>Annexe</a></table></body></html>"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    assert (only.record.title, only.record.code) == ("CAP Cuisine", "50022139")


@pytest.mark.parametrize("beside", ["Unités acquises", "Acquis", "Unités conservées"])
def test_the_head_of_the_next_column_is_no_name(beside: str) -> None:
    rows = f"<tr><th>Diplôme<th>{beside}<tr><td>BEP Bois<td>UP1<tr><td>CAP Bois<td>UP1, UP2"
    body = f"<h1>Brevet professionnel</h1><h2>Couvreur</h2><table>{rows}</table>"
    (only,) = read(Document(PAGE.format(body).encode()), Lexicon.packaged()).records
    assert only.record.title == "Brevet professionnel Couvreur"
    # in a row of its own it is the value of its label
    body = "<h1>Brevet professionnel</h1><table><tr><th>Diplôme<th>Couvreur<tr><th>Niveau<td>4"
    (only,) = read(Document(PAGE.format(f"{body}</table>").encode()), Lexicon.packaged()).records
    assert only.record.title == "Brevet professionnel Couvreur"


@pytest.mark.parametrize("label", ["Libellé", "Intitulé", "Intitulé du diplôme"])
@pytest.mark.parametrize("other", ["Arrêté", "Arrêté de création", "Création"])
def test_a_label_with_a_colon_above_another_one_heads_no_column(label: str, other: str) -> None:
    rows = (
        f"<tr><td>{label} :<td>Certificat d'aptitude professionnelle Vannier en osier"
        f"<tr><td>{other} :<td>arrêté du 3 mai 1955"
    )
    page = f"<p>Textes officiels des diplômes</p><table>{rows}</table>"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    assert (only.record.name, only.record.diploma_type) == ("Vannier en osier", "CAP")
    assert [text.date for text in only.record.legal_texts] == ["1955-05-03"]

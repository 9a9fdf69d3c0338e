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

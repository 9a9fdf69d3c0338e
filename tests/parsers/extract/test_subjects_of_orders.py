"""An order that says what it is about is the diploma's where that is a diploma or its rules."""

import pytest

from .pages import orders_of, record_of

OWN = "<p>Arrêté du 3 mai 2004</p>"
OTHERS = (
    "Arrêté du 4 mai 2020 relatif aux bourses nationales d'études",
    "Arrêté du 4 mai 2020 portant délégation de signature",
    "Arrêté du 4 mai 2020 (JO du 20 mai 2020) fixant la liste des académies",
    "Arrêté du 4 mai 2020, NOR MENE2012345A, relatif aux travaux réglementés pour les jeunes",
    "Arrêté du 4 mai 2020 nommant les membres du jury",
    "Arrêté du 4 mai 2020 relatif au diplôme intermédiaire",
    "Arrêté du 4 mai 2020 relatif à la formation en milieu professionnel",
    "Arrêté du 4 mai 2020 relatif aux aménagements d'épreuves",
    "Arrêté du 4 mai 2020 fixant la nomenclature des spécialités de formation",
    "Arrêté rectoral du 4 mai 2020",
    "Arrêté préfectoral du 4 mai 2020 (Recueil des actes)",
)
ITS = (
    "Arrêté du 4 mai 2020",
    "Arrêté du 4 mai 2020 relatif au diplôme",
    "Arrêté du 4 mai 2020 concernant le CAP",
    "Arrêté du 4 mai 2020 relatif à la vannerie",
    "Arrêté du 4 mai 2020 relatif aux épreuves",
    "Arrêté du 4 mai 2020 fixant le règlement d'examen",
    "Arrêté du 4 mai 2020 fixant le contenu de la formation",
    "Arrêté ministériel du 4 mai 2020",
)


@pytest.mark.parametrize("page", ["{0}<p>{1}</p>", "<p>{1}</p>{0}", "<ul><li>{1}</li></ul>{0}"])
@pytest.mark.parametrize("line", OTHERS)
def test_an_order_about_something_else_is_told(line: str, page: str) -> None:
    record = record_of(page.format(OWN, line))
    assert [each.date for each in record.legal_texts] == ["2004-05-03"]
    told = [each for each in record.issues if each.field == "legal_texts" and each.value]
    assert [each.issue for each in told] == ["unlabelled-text"]
    assert "4 mai 2020" in str(told[0].value)


@pytest.mark.parametrize("line", ITS)
def test_an_order_about_the_diploma_is_its_own(line: str) -> None:
    assert dict(orders_of(f"{OWN}<p>{line}</p>")) == {"2004-05-03": None, "2020-05-04": None}


@pytest.mark.parametrize("label", ["Modifications", "Arrêtés modificatifs"])
def test_an_order_below_a_label_of_changes_may_be_about_anything(label: str) -> None:
    items = "<li>Arrêté du 4 mai 2020 relatif aux bourses</li><li>Arrêté du 5 juin 2021</li>"
    found = orders_of(f"{OWN}<h3>{label}</h3><ul>{items}</ul>")
    assert ("2020-05-04", "modification") in found

"""What an order does, and its number: the words around a date."""

import pytest

from parsers.extract.diploma_mentions import DiplomaIdentity
from parsers.extract.nor import nor_in
from parsers.extract.orders import orders_in
from parsers.model.blocks import Part


@pytest.mark.parametrize(
    ("text", "nor"),
    [
        ("NOR : MENE0700519A", "MENE0700519A"),
        ("arrêté MENE0700519A du 3 mai", "MENE0700519A"),
        ("NOR/MEN E0768357 A", "MENE0768357A"),
        ("NORMEN E 0401466 A", "MENE0401466A"),
        ("NOR MENE0700519A et ESRS1201234A", "MENE0700519A"),
        ("MENE070051A", None),
        ("XMENE0700519AB", None),
        ("", None),
    ],
)
def test_the_first_nor_number(text: str, nor: str | None) -> None:
    assert nor_in(text) == nor


OWN = DiplomaIdentity("50022137", "boulanger", "CAP", None)


def kinds(text: str, label: str) -> list[str | None]:
    return [found.text.kind for found in orders_in((Part(text),), True, label, OWN)]


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("abrogé par l'arrêté du 3 mai 2004", "", "repeal"),
        ("modifié par l'arrêté du 3 mai 2004", "", "modification"),
        ("créé par arrêté du 3 mai 2004", "", "creation"),
        ("arrêté du 3 mai 2004 portant création du CAP boulanger", "", "creation"),
        ("arrêté du 3 mai 2004 modifiant l'arrêté portant création", "", "modification"),
        ("arrêté du 3 mai 2004 portant abrogation de certaines spécialités", "", "repeal"),
        ("arrêté du 3 mai 2004", "Arrêtés de modification", "modification"),
        # what it does to the diploma, in the present tense
        ("arrêté du 3 mai 2004 (modifie certaines annexes)", "", "modification"),
        ("arrêté du 3 mai 2004 - modifie le règlement d'examen", "", "modification"),
        ("arrêté du 3 mai 2004 modifié (annexes)", "", None),
        ("arrêté du 3 mai 2004", "Textes officiels", None),
        # what was said before a comma or a stop is of another order
        ("Abrogé par le précédent. Arrêté du 3 mai 2004", "", None),
        # this repeals its predecessor's order, and the diploma is the new one
        ("arrêté du 3 mai 2004 abrogeant l'arrêté", "", None),
        # the words right before win over the title and the label
        ("modifié par arrêté du 3 mai 2004 portant création", "Abrogation", "modification"),
        # what was done to an order is not what it does
        ("arrêté du 3 mai 2004 portant création, modifié par un autre", "", "creation"),
        ("arrêté du 3 mai 2004 portant création est abrogé", "", "creation"),
        ("arrêté du 3 mai 2004 modifié par un autre", "", None),
        ("arrêté du 3 mai 2004 est abrogé", "", None),
        ("arrêté du 3 mai 2004 modifiant le règlement", "", "modification"),
        (
            "arrêté du 3 mai 2004 fixant la définition et les conditions du CAP",
            "",
            "creation",
        ),
        ("arrêté du 3 mai 2004 portant la définition du CAP boulanger", "", "creation"),
        ("arrêté du 3 mai 2004 fixant la définition des épreuves", "", None),
        ("arrêté du 3 mai 2004 portant définition de l'épreuve de langue", "", None),
        ("arrêté du 3 mai 2004 fixant les conditions de délivrance du CAP", "", "creation"),
        ("arrêté du 3 mai 2004 fixant les conditions d'habilitation à délivrer", "", None),
    ],
)
def test_what_an_order_does(text: str, label: str, kind: str | None) -> None:
    assert kinds(text, label) == [kind]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Sa création résulte de l'arrêté du 26 avril 2011 ; son abrogation, de l'arrêté du "
         "2 mars 2023.", ["creation", "repeal"]),
        ("Il a été créé en 2004 (arrêté du 29 juillet 2004) et modifié en 2007 (arrêté du 15 juin "
         "2007).", ["creation", "modification"]),
        ("01/07/2023 : abrogation (arrêté)", ["repeal"]),
        # what it repeals is another's order
        ("L'arrêté du 3 mai 2004 crée ce diplôme et abroge le CAP (arrêté du 5 juin 1990).",
         ["creation"]),
    ],
)  # fmt: skip
def test_orders_of_a_sentence(text: str, stated: list[str]) -> None:
    found = orders_in((Part(text),), False, "", OWN)
    assert [order.text.kind for order in found if not order.cited] == stated


def test_a_bracket_around_an_order_ends_its_title() -> None:
    (order,) = orders_in((Part("Abrogé en 2022 (arrêté du 9 mai 2022)"),), False, "", OWN)
    assert order.text.title == "arrêté du 9 mai 2022"

"""What an order does, and its number: the words around a date."""

import pytest

from parsers.extract.nor import nor_in
from parsers.extract.order_kinds import kind_of, own_words


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


@pytest.mark.parametrize(
    ("before", "after", "label", "kind"),
    [
        ("abroge par l'arrete du ", "", "", "repeal"),
        ("modifie par l'arrete du ", "", "", "modification"),
        ("cree par arrete du ", "", "", "creation"),
        ("arrete du ", " portant creation du cap boulanger", "", "creation"),
        ("arrete du ", " modifiant l'arrete portant creation", "", "modification"),
        ("arrete du ", " portant abrogation de certaines specialites", "", "repeal"),
        ("arrete du ", "", "Arrêtés de modification", "modification"),
        ("arrete du ", "", "Textes officiels", None),
        # what was said before a comma or a stop is of another order
        ("abroge par le precedent. arrete du ", "", "", None),
        # this repeals its predecessor's order, and the diploma is the new one
        ("arrete du ", " abrogeant l'arrete du", "", None),
        # the words right before win over the title and the label
        ("modifie par arrete du ", " portant creation", "Abrogation", "modification"),
    ],
)
def test_what_an_order_does(before: str, after: str, label: str, kind: str | None) -> None:
    assert kind_of(before, after, label) == kind


@pytest.mark.parametrize(
    ("clause", "about_it", "words"),
    [
        (" portant creation, modifie par", True, " portant creation, "),
        (" portant creation est abroge", True, " portant creation "),
        (" modifiant le reglement", True, " modifiant le reglement"),
        (" ; la suite", True, " ; la suite"),
    ],
)
def test_what_was_done_to_an_order_is_not_what_it_does(
    clause: str, about_it: bool, words: str
) -> None:
    assert own_words(clause, about_it) == words

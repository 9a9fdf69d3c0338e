"""Several numbers of the register, and several former codes, in one paragraph.

All pages are mock-ups.
"""

import pytest

from tests.parsers.extract.pages import record_of

ORDER = "<p>Arrêté du 3 mai 2012</p>"
REGISTER = "répertoire national des certifications professionnelles"


@pytest.mark.parametrize(
    "line",
    [
        f"Il est inscrit au {REGISTER} sous les numéros 27162 et 7977.",
        "Il est inscrit au RNCP sous les numéros 27162, 7977.",
        "Fiches RNCP n° 27162, n° 7977",
    ],
)
def test_numbers_of_the_register_may_differ_in_length(line: str) -> None:
    assert record_of(f"{ORDER}<p>{line}</p>").rncp_codes == ("RNCP27162", "RNCP7977")


@pytest.mark.parametrize("line", ["RNCP 27162, 120 pages", "RNCP 27162, 845 et suivants"])
def test_a_shorter_number_behind_is_none_of_the_register(line: str) -> None:
    assert record_of(f"{ORDER}<p>{line}</p>").rncp_codes == ("RNCP27162",)


def test_lines_of_one_paragraph_name_a_predecessor_each() -> None:
    lines = "Remplace le CAP Osier (code 50023404)<br>remplace le CAP Rotin (code : 500-23405)"
    assert record_of(f"{ORDER}<p>{lines}</p>").replaces == ("50023404", "50023405")


def test_what_a_menu_calls_the_ways_to_a_diploma_is_no_acronym() -> None:
    title = "<h1>Bac pro Vente option A animation de l'espace commercial</h1>"
    menu = "<ul><li><a href='/examens'>Examens</a></li><li><a href='/vae'>VAE</a></li></ul>"
    assert record_of(menu + ORDER, title).acronym is None


def test_the_acronym_of_a_part_of_the_examination_is_none_of_the_diploma() -> None:
    sentence = "<p>Le sigle CCF désigne le contrôle en cours de formation.</p>"
    assert record_of(ORDER + sentence).acronym is None


def test_an_acronym_is_told_below_a_question() -> None:
    told = "<p>On le désigne couramment par le sigle VAN. Il porte le code 500-23406.</p>"
    record = record_of(f"<h2>De quel diplôme s'agit-il ?</h2>{told}{ORDER}")
    assert record.acronym == "VAN"

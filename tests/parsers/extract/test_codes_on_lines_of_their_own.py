"""A code on a line of its own behind words on a predecessor, or before them."""

import pytest

from tests.parsers.extract.pages import ORDER, record_of

OWN, FORMER = "50023437", "50023421"


@pytest.mark.parametrize("code", ["500-23437 V", "(code : 50023437)", "Code 50023437", "500 23437"])
@pytest.mark.parametrize(
    ("before", "replaces"),
    [
        ("Remplace le 500-23421 V", (FORMER,)),
        ("Ce diplôme remplace le 50023421.", (FORMER,)),
        ("Ce diplôme remplace le CAP du même nom.", ()),
        ("Ce diplôme remplace le CAP du même nom.<br>Création : arrêté du 3 mai 2004", ()),
        ("Diplôme abrogé à l'issue de la session 2013<br>Arrêté du 3 mai 2004", ()),
    ],
)
def test_it_is_the_diplomas(before: str, replaces: tuple[str, ...], code: str) -> None:
    found = record_of(f"{ORDER}<p>{before}<br>{code}</p>")
    assert (found.code, found.replaces, found.replaced_by) == (OWN, replaces, ())


@pytest.mark.parametrize(
    "lines",
    [
        "Remplace le<br>500-23421 V",
        "Ce diplôme remplace le CAP Osier<br>(code : 50023421)",
        "Remplace :<br>500-23421",
        "Il remplace le CAP Osier, de code<br>500-23421",
    ],
)
def test_it_is_the_predecessors_where_the_line_before_asks_for_it(lines: str) -> None:
    found = record_of(f"{ORDER}<p>Code : {OWN}</p><p>{lines}</p>")
    assert (found.code, found.replaces) == (OWN, (FORMER,))


def test_of_several_none_is_the_diplomas() -> None:
    body = f"{ORDER}<p>Code : {OWN}</p><p>Remplace le 500-23421,<br>500-23422<br>500-23423</p>"
    assert record_of(body).replaces == (FORMER, "50023422", "50023423")

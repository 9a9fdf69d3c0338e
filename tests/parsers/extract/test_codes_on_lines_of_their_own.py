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


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("50023437 : code du diplôme", OWN),
        ("50023437 : ancien code du diplôme", None),
        ("<h4>Certificat d'aptitude professionnelle Vannerie</h4>50023437", OWN),
        ("<h4>Brevet professionnel Vannerie</h4>50023437", None),
        ("<h4>Certificat d'aptitude professionnelle Osier</h4>50023437", None),
        ("<a href=v/a.pdf>Annexe</a> 50023437 <a href=v/b.pdf>Annexe</a>", OWN),
    ],
)
def test_a_code_before_its_label_or_below_the_title_in_full(line: str, code: str | None) -> None:
    assert record_of(f"{ORDER}<p>{line}</p>").code == code


@pytest.mark.parametrize(
    ("body", "is_told"),
    [
        ("<p>50023437 | 28/09/2009 | <a href=v/a.pdf>Référentiel</a>", True),
        ("<p>50023437 - 03/05/21 - 2024", True),
        ("<table><tr><td>50023437<td>28/09/2009</table>", True),
        ("<p>50023437, mis à jour le 28/09/2009", False),
    ],
)
def test_a_date_alone_beside_a_code_is_told(body: str, is_told: bool) -> None:
    found = record_of(body)
    told = [issue for issue in found.issues if issue.field == "legal_texts" and issue.value]
    assert (found.legal_texts, bool(told)) == ((), is_told)

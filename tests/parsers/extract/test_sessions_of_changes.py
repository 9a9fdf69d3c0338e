"""The session since which a change holds, and that of the diploma beside orders that change it."""

import pytest

from tests.parsers.extract.pages import ORDER, record_of

CHANGES = (
    "<p>Modifié par arrêté du 25 février 2005 - J.O. du 11 mars 2005 ({})</p>",
    "<p>Arrêté modificatif du 25 février 2005 (B.O. du 11 mars 2005) applicable {}</p>",
    "<p><b>Arrêté modificatif</b> : arrêté du 25 février 2005 - JO du 11 mars 2005 ({})</p>",
    "<ul><li>Modification : <a href=m.pdf>arrêté du 25 février 2005</a> ({})</li></ul>",
    "<dl><dt>Arrêté(s) modificatif(s)</dt><dd>arrêté du 25 février 2005 ({})</dl>",
    "<table><tr><th>Modifié par<td>arrêté du 25 février 2005 applicable {}</table>",
    "<p><b>Arrêtés modificatifs</b></p><p>arrêté du 25 février 2005 ({})</p>",
    "<p><span><a href=m.pdf>Modifié par arrêté du 25 février 2005</a> applicable {}</span></p>",
    "<p>Arrêté modificatif du 25 février 2005<br>applicable {}</p>",
)


@pytest.mark.parametrize("change", CHANGES)
def test_the_session_of_a_change_is_not_the_diplomas_first(change: str) -> None:
    body = f"{ORDER}{change.format('à compter de la session 2007')}"
    found = record_of(body)
    assert found.first_session is None
    assert any(each.field == "first_session" for each in found.issues)
    assert record_of(f"{body}<p>Première session : 2006</p>").first_session == 2006


END = "Abrogé à l'issue de la session 2006"


@pytest.mark.parametrize("lead", ["En vigueur ", "Applicable ", ""])
def test_a_line_of_its_own_is_of_the_diploma_if_no_change_came_before(lead: str) -> None:
    since = f"{lead}à compter de la session 2006"
    changed = "Arrêté modificatif du 5 juin 2008 (JO du 19 juin 2008)"
    for lines in (
        ("Arrêté du 3 mai 2004", changed, since),
        ("Arrêté du 3 mai 2004", since, "Remplace le 50023421"),
        ("Ce diplôme remplace le CAP du même nom.", since),
        ("Arrêté du 3 mai 2004", since, changed, "Dernière session : 2012"),
    ):
        assert record_of(f"{ORDER}<p>{'<br>'.join(lines)}</p>").first_session == 2006


@pytest.mark.parametrize(
    "lines",
    [
        "Code : 50023437<br>En vigueur à compter de la session 1998<br>{}",
        "Date d'arrêté : 3 septembre 1997<br>{}",
        "<b>Création</b> : <a href=a.pdf>arrêté du 3 septembre 1997</a><br>{}",
    ],
)
def test_an_end_on_a_line_of_its_own_outlives_the_beginning(lines: str) -> None:
    found = record_of(f"<p>{lines.format(END)}</p>")
    assert (found.status, found.last_session) == ("repealed", 2006)
    assert found.first_session == (1998 if "1998" in lines else None)


def test_what_stands_behind_the_number_of_a_change_is_said_of_it() -> None:
    line = (
        "Modification : arrêté du 15 mai 2016 - NOR : MENE1617467A (à compter de la session 2017)"
    )
    record = record_of(f"<p>Création : arrêté du 3 mai 2004</p><p>{line}</p>")
    assert record.first_session is None
    assert [text.nor for text in record.legal_texts] == [None, "MENE1617467A"]


@pytest.mark.parametrize("words", ["prise d'effet à la session 2007", "effet : session 2007"])
def test_the_session_in_which_a_change_takes_effect_is_the_changes(words: str) -> None:
    changed = f"Modifié par arrêté du 25 février 2005 ({words})"
    for body in (f"<p>Arrêté du 3 mai 2004<br>{changed}</p>", f"<ul><li>{changed}</li></ul>"):
        found = record_of(body)
        assert found.first_session is None
        assert any(each.field == "first_session" for each in found.issues)
    created = record_of("<p>Arrêté du 3 mai 2004 (prise d'effet à la session 2007)</p>")
    assert created.first_session == 2007


@pytest.mark.parametrize(
    "rest",
    [
        "le règlement d'examen est celui de l'annexe III",
        "les épreuves de ce diplôme sont celles de l'arrêté du 1er avril 2023",
        "les candidats se présentent au BP Rotinier (450-22434), qui se substitue à ce diplôme",
        "les candidats se présentent au nouveau CAP Vannerie, qui se substitue au CAP Vannerie",
    ],
)
def test_the_session_since_which_a_part_or_another_holds_is_not_the_first(rest: str) -> None:
    record = record_of(f"{ORDER}<p>À compter de la session 2026, {rest}.</p>")
    assert record.first_session is None
    assert any(issue.field == "first_session" for issue in record.issues)


def test_a_supplementary_session_beside_the_last_is_not_the_last() -> None:
    held = "C'est en 2012 que ce diplôme a été organisé pour la dernière fois"
    record = record_of(f"{ORDER}<p>{held}, hors la session supplémentaire de 2013.</p>")
    assert record.last_session != 2013
    assert any("2013" in (issue.value or "") for issue in record.issues)

"""Orders that change a diploma one after the other: which of them a line, or the lines below, name.

All pages are mock-ups.
"""

import pytest

from tests.parsers.extract.pages import ORDER, orders_of, record_of

MADE = "<p>Arrêté portant création : arrêté du 3 mai 2004</p>"
A, B, C = "2010-09-10", "2012-03-11", "2014-11-21"


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        # days alone, divided by semicolons, below the label of a change
        ("<p>Arrêté de modification : 10 septembre 2010 ; 11 mars 2012 (NOR : MENS1225370A) ;"
         " 21 novembre 2014</p>", "mmm"),
        ("<p>Arrêté de modification : arrêté du 10 septembre 2010 (NOR : MENE1009579A) ; 11 mars"
         " 2012 ; 21 novembre 2014 (Journal officiel du 4 décembre 2014)</p>", "mmm"),
        ("<p>Arrêté(s) modificatif(s) : arrêté du 10.09.2010 ; 11.03.2012, publié au JO du"
         " 27.04.2012</p>", "mm"),
        ("<p>Arrêté modifié par : 10 septembre 2010<br>11 mars 2012<br>21 novembre 2014</p>",
         "mmm"),
        ("<h3>Arrêté modifié par</h3><p>10 septembre 2010<br>11 mars 2012</p>", "mm"),
        # a bracket behind each, and no other mark
        ("<p>Modifié par arrêté : du 10 septembre 2010 (Journal officiel du 18 septembre 2010) du"
         " 11 mars 2012 (NOR MENE1207567A)</p>", "mm"),
        # further lines in small letters
        ("<p>Dernière modification : arrêté du 10 septembre 2010<br>arrêté du 11 mars 2012</p>",
         "mm"),
        ("<p>Dernière modification : arrêté du 10 septembre 2010 (NOR : MENE1007976A)<br>arrêté du"
         " 11 mars 2012 (JO du 20 mars 2012)<br>arrêté du 21 novembre 2014</p>", "mmm"),
        ("<ul><li>Modifié en dernier lieu par : arrêté du 10 septembre 2010<br>arrêté du 11 mars"
         " 2012</ul>", "mm"),
        # as they stood: a line that begins anew, or is of an earlier day, may be any order
        ("<p>Dernière modification : arrêté du 11 mars 2012<br>Arrêté du 21 novembre 2014</p>",
         "m-"),
        ("<p>Dernière modification : arrêté du 11 mars 2012<br>arrêté du 10 septembre 2010</p>",
         "m-"),
    ],
)  # fmt: skip
def test_a_label_of_a_change_is_of_all_orders_of_its_list(body: str, kinds: str) -> None:
    names = {"m": "modification", "-": None}
    made, *changes = orders_of(MADE + body)
    assert made == ("2004-05-03", "creation")
    assert [kind for _, kind in changes] == [names[kind] for kind in kinds]
    assert {date for date, _ in changes} <= {A, B, C}


def test_orders_below_the_last_change_are_not_of_the_label_above_it() -> None:
    body = (
        "<p>Arrêté portant création : 3 mai 2004<br>Dernière modification : arrêté du 10 septembre"
        " 2010<br>arrêté du 11 mars 2012 - J.O. du 19 mars 2012<br>Code diplôme : 50023438</p>"
    )
    kinds = ["creation", "modification", "modification"]
    assert [kind for _, kind in orders_of(body)] == kinds


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("<h2>Arrêté de création et modifications</h2><ul><li>Arrêté du 10 septembre 2010</ul>",
         [None]),
        ("<p>Création et modification : arrêté du 10 septembre 2010, arrêté du 11 mars 2012</p>",
         [None, None]),
        ("<p>Modification de l'arrêté de création : arrêté du 10 septembre 2010</p>",
         ["modification"]),
        ("<h2>Création et modifications</h2><p>Arrêté du 10 septembre 2010 portant création</p>",
         ["creation"]),
    ],
)  # fmt: skip
def test_a_label_of_creation_and_change_says_of_no_order_which(
    body: str, kinds: list[str | None]
) -> None:
    assert [kind for _, kind in orders_of(body)] == kinds


def test_an_order_that_begins_with_a_capital_is_not_what_the_words_before_it_say() -> None:
    line = (
        "<p>Arrêté du 10 septembre 2010 - création de la spécialité Arrêté du 11 mars 2012 portant"
        " modification du diplôme</p>"
    )
    assert orders_of(line) == [(A, "creation"), (B, "modification")]
    led = "<p>Création : Arrêté du 10 septembre 2010 Modification : Arrêté du 11 mars 2012</p>"
    assert orders_of(led) == [(A, "creation"), (B, "modification")]


@pytest.mark.parametrize("label", ["Diplôme remplacé par le", "Remplacé par :"])
def test_the_session_of_a_successor_below_its_label_is_told(label: str) -> None:
    record = record_of(f"{ORDER}<p>{label} 500-22145 S à compter de la session 2026</p>")
    assert (record.replaced_by, record.first_session) == (("50022145",), None)
    issues = {(each.issue.value, each.field) for each in record.issues}
    assert ("unlabelled-text", "first_session") in issues
    assert "unaccounted" not in {issue for issue, _ in issues}


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Arrêtés du 10 septembre 2010 et du 11 mars 2012 portant modification", "mm"),
        ("Arrêtés du 10 septembre 2010, du 11 mars 2012 et du 21 novembre 2014 modifiant"
         " l'annexe II", "mmm"),
        ("Arrêtés des 10 septembre 2010 et 11 mars 2012 modifiant le référentiel", "mm"),
        ("Arrêtés du 10 septembre 2010 portant création et du 11 mars 2012 portant modification",
         "cm"),
        ("Arrêtés du 10 septembre 2010 (création) et du 11 mars 2012 modifiant l'annexe II", "cm"),
        # a single one is made by one order, and a word in the singular is of the last
        ("Arrêtés du 10 septembre 2010 et du 11 mars 2012 portant création", "-c"),
        ("Arrêtés du 10 septembre 2010 et du 11 mars 2012 (modification)", "-m"),
        ("Arrêté du 10 septembre 2010 et arrêté du 11 mars 2012 portant modification", "-m"),
    ],
)  # fmt: skip
def test_orders_in_the_plural_do_what_stands_behind_the_last(line: str, kinds: str) -> None:
    does = {"c": "creation", "m": "modification", "-": None}
    assert orders_of(f"<p>{line}.</p>") == list(zip((A, B, C), map(does.get, kinds), strict=False))

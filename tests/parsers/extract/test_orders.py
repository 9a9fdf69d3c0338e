"""Orders in the writings that sober pages use: date, what the order does, NOR."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon

PAGE = "<html><body><h1>CAP vannerie</h1><p>Code : 500-23438 V</p>{}</body></html>"


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("<p>arr. du 30 mars 1989, mod. par arr. du 21 août 2001</p>",
         ["1989-03-30 None None", "2001-08-21 modification None"]),
        ("<p>Arrêté du 22 mars 2017, modifié le 3 avril 2018 puis le 9 mai 2019</p>",
         ["2017-03-22 None None", "2018-04-03 modification None", "2019-05-09 modification None"]),
        ("<p>Arrêté : 3 mai 2004 (création) ; 5 juin 2006 (modification)</p>",
         ["2004-05-03 creation None", "2006-06-05 modification None"]),
        ("<p>Arrêté : 3/5/2004 - créa. ; 5/6/2006 - modif.</p>",
         ["2004-05-03 creation None", "2006-06-05 modification None"]),
        ("<p>Arrêté : 3 mai 2004, 5 juin 2006 (modificatif)</p>",
         ["2004-05-03 None None", "2006-06-05 modification None"]),
        ("<p>Arrêté : 3 mai 2004 ; 12 mai 2004 (JO)</p>", ["2004-05-03 None None"]),
        ("<p>Arr. créa. : 3-5-2004</p>", ["2004-05-03 creation None"]),
        ("<p>Code : 500-23438 V. Arrêté du 3 mai 2004. Annexes : <a href=/a.pdf>une</a></p>",
         ["2004-05-03 None None"]),
        ("<p>A. 9-3-1993 J.O. 20-3-1993</p>", ["1993-03-09 None None"]),
        ("<p>Créé le 4 mars 2006 par arrêté ministériel.</p>", ["2006-03-04 creation None"]),
        ("<p>Création : 3 mars 2022 (arrêté, NOR MENE2206814A)</p>",
         ["2022-03-03 creation MENE2206814A"]),
        ("<p>3 mai 2004 : arrêté de création ; 5 juin 2006 : arrêté de modification</p>",
         ["2004-05-03 creation None", "2006-06-05 modification None"]),
        ("<ol><li>31 août 1988 : arrêté portant création</li><li>3 juin 1991 : premier arrêté "
         "modificatif</li><li>16 février 2024 : arrêté portant abrogation, dernière session 2025"
         "</li></ol>",
         ["1988-08-31 creation None", "1991-06-03 modification None", "2024-02-16 repeal None"]),
        ("<table><tr><td>Arrêté</td><td>26 novembre 1997</td></tr><tr><td>NOR</td>"
         "<td>MEN L 97 02931 A</td></tr></table>", ["1997-11-26 None MENL9702931A"]),
        ("<p>NOR/MEN E0757403 A</p><p>Arrêté du 24 mai 2007</p>",
         ["2007-05-24 None MENE0757403A"]),
        ("<p>Arrêté du 18 octobre 2007</p><p>J.O. n° 255 du 3 novembre 2007</p>"
         "<p>NOR: MENE0767106A</p>", ["2007-10-18 None MENE0767106A"]),
        ("<p>NOR MENE1312545A - arrêté du 23 mai 2013</p>", ["2013-05-23 None MENE1312545A"]),
        ("<p>Deux arrêtés : celui du 14 avril 2016, de création, et celui du 19 mai 2020, qui le "
         "modifie.</p>", ["2016-04-14 creation None", "2020-05-19 modification None"]),
        ("<h3>Arrêté de création</h3><p>10 avril 2007</p>"
         "<p>Dernière mise à jour de la page : 14 septembre 2012</p>",
         ["2007-04-10 creation None"]),
        ("<h3>Modifications</h3><p>Arrêté du 11 juillet 2000</p>",
         ["2000-07-11 modification None"]),
        # two days of one month, or two dates, behind a singular
        ("<p>Arrêté du 1er et 3 mars 2008</p>",
         ["2008-03-01 None None", "2008-03-03 None None"]),
        ("<p>Arrêté du 3 mai 2004 et 5 juin 2006</p>",
         ["2004-05-03 None None", "2006-06-05 None None"]),
        # what an order does stands above a list of changes, not on the order above it
        ("<p>Arrêté du 3 mai 2004 portant création</p><p>Modifications :</p><ul>"
         "<li>arrêté du 5 juin 2006</li><li>arrêté du 7 août 2009</li></ul>",
         ["2004-05-03 creation None", "2006-06-05 modification None",
          "2009-08-07 modification None"]),
        # an order whose change is the line's: it is not the one that modifies
        ("<p>Arrêté du 2 juillet 2012 modifiant l'arrêté du 26 août 2002 portant création du CAP "
         "vannerie</p>", ["2012-07-02 modification None", "2002-08-26 creation None"]),
        # an order that the page only refers to, or that was another diploma's
        ("<p>Arrêté du 3 mai 2004</p><p>La dernière session du CAP régi par l'arrêté du 8 juin "
         "1997 a eu lieu en 2005.</p>", ["2004-05-03 None None"]),
        ("<p>Arrêté du 3 mai 2004. On se reportera à l'arrêté du 30 août 2019.</p>",
         ["2004-05-03 None None"]),
        ("<p>Arrêté du 3 mai 2004</p><p>Il remplace le CAP Osier, dont l'arrêté du 25 mars 1994 "
         "est abrogé.</p>", ["2004-05-03 None None"]),
        ("<p>Arrêté du 3 mai 2004. Il a été modifié une fois, par un arrêté du 5 juin 2006.</p>",
         ["2004-05-03 None None", "2006-06-05 modification None"]),
        ("<p>Ce CAP, préparé en deux ans, est défini par l'arrêté du 3 mai 2004, modifié par les "
         "arrêtés du 5 juin 2006 et du 7 août 2009.</p>",
         ["2004-05-03 None None", "2006-06-05 modification None", "2009-08-07 modification None"]),
        # tables: a cell like a label, dates on lines of a cell, an order known by its NOR
        ("<table><tr><td>Date du texte</td><td>Nature</td><td>NOR</td></tr><tr><td>3 mai 2004</td>"
         "<td>arrêté portant création</td><td>MENE0401234A</td></tr><tr><td>5 juin 2006</td>"
         "<td>arrêté modificatif</td><td>MENE0601234A</td></tr></table>",
         ["2004-05-03 creation MENE0401234A", "2006-06-05 modification MENE0601234A"]),
        ("<table><tr><td>Arrêté</td><td>3 mai 2004<br>JO 12 mai 2004</td></tr><tr>"
         "<td>Modifications</td><td>5 juin 2006 (JO 9 juin 2006)<br>7 août 2009 (JO 9 août 2009)"
         "</td></tr></table>",
         ["2004-05-03 None None", "2006-06-05 modification None", "2009-08-07 modification None"]),
        ("<table><tr><th>Arrêté et JO</th><th>Objet</th></tr><tr><td>3 mai 2004<br>JO 12 mai 2004"
         "</td><td>création</td></tr><tr><td>5 juin 2006 (12 juin 2006)</td><td>modification</td>"
         "</tr></table>", ["2004-05-03 creation None", "2006-06-05 modification None"]),
        ("<h4>Historique des textes</h4><table><tr><td>03/05/2004</td><td>MENE0401234A</td>"
         "<td>création du CAP</td></tr><tr><td>05/06/2006</td><td>MENE0601234A</td>"
         "<td>modification de l'annexe IV</td></tr></table>",
         ["2004-05-03 creation MENE0401234A", "2006-06-05 modification MENE0601234A"]),
        ("<p>Publié le 3 mai 2004. Page créée le 4 mai 2005.</p>", []),
    ],
)  # fmt: skip
def test_orders(part: str, expected: list[str]) -> None:
    (only,) = read(Document(PAGE.format(part).encode()), Lexicon.packaged()).records
    orders = [f"{text.date} {text.kind} {text.nor}" for text in only.record.legal_texts]
    assert orders == expected


@pytest.mark.parametrize("mark", [" ;", " et", ",", " -"])
def test_dates_alone_of_which_one_may_be_a_journals_are_an_issue(mark: str) -> None:
    page = PAGE.format(f"<p>Arrêté : 3 mai 2004{mark} 5 juin 2006</p>")
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    assert "legal_texts" in {issue.field for issue in only.record.issues}


def test_a_nor_is_given_to_no_order_when_two_lack_it() -> None:
    part = (
        "<p>Arrêté du 3 mai 2004</p><p>Arrêté du 5 juin 2006</p><h3>x</h3><p>NOR: MENE0767106A</p>"
    )
    (only,) = read(Document(PAGE.format(part).encode()), Lexicon.packaged()).records
    assert [text.nor for text in only.record.legal_texts] == [None, None]
    assert any("MENE0767106A" in (issue.value or "") for issue in only.record.issues)


@pytest.mark.parametrize("journal", ["Journal officiel", "Journal officiel de la République", "JO"])
def test_the_day_of_the_journal_before_a_link_is_no_order(journal: str) -> None:
    body = (
        f"<ul><li>Arrêté du 3 mai 2004, publié au {journal} du 12 mai 2004 "
        "(<a href=a/arrete.pdf>arrêté en pdf</a>)</li></ul>"
    )
    (only,) = read(Document(PAGE.format(body).encode()), Lexicon.packaged()).records
    assert [text.date for text in only.record.legal_texts] == ["2004-05-03"]

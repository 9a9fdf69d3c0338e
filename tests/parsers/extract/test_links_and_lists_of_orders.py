"""The address of each order, dates that share a month, numbers below orders, codes in sentences."""

from itertools import product

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

PAGE = "<html><body><h1>CAP Vannerie</h1>{}</body></html>"
ADDRESS = "https://eduscol.education.fr/referentiels-professionnels/van.html"


def record(body: str) -> Referential:
    (only,) = read(Document(PAGE.format(body).encode(), ADDRESS), Lexicon.packaged()).records
    return only.record


def orders(body: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(text.date, text.kind, text.nor) for text in record(body).legal_texts]


@pytest.mark.parametrize(
    ("line", "first", "second"),
    [
        ("Arrêté du 3 mai 2004, modifié par l'<a href={b}>arrêté du 5 juin 2010</a>", "", "b"),
        ("<a href={a}>Arrêté du 3 mai 2004</a>, modifié par l'arrêté du 5 juin 2010", "a", ""),
        ("<a href={a}>Arrêté du 3 mai 2004</a> modifié par <a href={b}>celui du 5 juin 2010</a>",
         "a", "b"),
        ("Arrêté du 3 mai 2004 (<a href={a}>JO</a>), modifié par arrêté du 5 juin 2010 "
         "(<a href={b}>JO</a>)", "a", "b"),
        ("Arrêtés du 3 mai 2004 et du 5 juin 2010 : <a href={a}>1</a>, <a href={b}>2</a>",
         "a", "b"),
    ],
)  # fmt: skip
def test_the_address_is_of_the_order_that_the_link_names(
    line: str, first: str, second: str
) -> None:
    addresses = {
        letter: f"https://www.legifrance.gouv.fr/jorf/id/JORFTEXT{letter}" for letter in "ab"
    }
    page = record(f"<p>{line.format(**addresses)}</p>")
    assert [text.url for text in page.legal_texts] == [addresses.get(first), addresses.get(second)]


def test_a_page_named_by_its_nor_is_an_orders_text() -> None:
    address = "https://www.education.gouv.fr/cid51647/mene1009074a.html"
    (text,) = record(f"<p>Arrêté du 8 avril 2010 : <a href={address}>BO n° 22</a></p>").legal_texts
    assert (text.url, text.nor) == (address, "MENE1009074A")


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        ("Consulter l'<a href=van/arrete.pdf>arrêté du 3 mai 2004</a>", True),
        ("<a href=van/arrete.pdf>Arrêté</a> du 3 mai 2004", True),
        ("<a href=van/arrete.pdf>Annexes de l'arrêté du 3 mai 2004</a>", False),
        ("Arrêté du 3 mai 2004 : <a href=van/arrete.pdf>annexes</a>", False),
    ],
)
def test_a_file_is_an_orders_address_where_the_link_names_the_order(
    line: str, is_text: bool
) -> None:
    page = record(f"<p>{line}</p>")
    (document,) = page.documents
    assert document.url == f"{ADDRESS.rpartition('/')[0]}/van/arrete.pdf"
    assert [text.url for text in page.legal_texts] == [document.url if is_text else None]


@pytest.mark.parametrize("head", ["Modifié le", "Créé le", "Modifié par"])
@pytest.mark.parametrize("names", ["<th>Type</th><th>Nom</th>", "<th>Fichier</th><th>Taille</th>"])
def test_days_in_a_list_of_files_are_no_orders(head: str, names: str) -> None:
    row = "<tr><td>PDF</td><td><a href=a.pdf>Annexe I</a></td><td>12/03/2021</td></tr>"
    table = f"<table><tr>{names}<th>{head}</th></tr>{row}</table>"
    assert orders(f"<p>Arrêté du 3 mai 2004</p>{table}") == [("2004-05-03", None, None)]
    of_orders = "<table><tr><th>Arrêté</th><th>Modifié par</th></tr><tr><td>3 mai 2004</td><td>9"
    assert len(orders(f"{of_orders} juin 2008</td></tr></table>")) == 2


DAYS = (
    "12 et 19 février 2005", "12 et du 19 février 2005", "12 février et 19 février 2005",
    "12 et 19/02/2005", "12/02 et 19/02/2005",
)  # fmt: skip
LEADS = (
    "<p>Modifications : arrêtés du {}</p>", "<p>Modifié par les arrêtés des {}</p>",
    "<ul><li>Arrêtés modificatifs : {}</li></ul>",
    "<table><tr><td>Arrêtés modificatifs</td><td>{}</td></tr></table>",
)  # fmt: skip


def test_days_may_share_the_month_and_year_of_the_last_one() -> None:
    for lead, days in product(LEADS, DAYS):
        both = [("2005-02-12", "modification", None), ("2005-02-19", "modification", None)]
        assert orders(lead.format(days)) == both, (lead, days)
    assert orders("<p>Annexes 1 et 3, arrêté du 19 février 2005</p>") == [
        ("2005-02-19", None, None)
    ]


@pytest.mark.parametrize(
    "body",
    ["<p>Arrêté du 28 avril 2015<br>(MENE1505594A)</p>", "<p>Arrêté du 28 avril 2015</p>"
     "<p>MENE1505594A</p>", "<h3>Arrêté</h3><p>du 28 avril 2015<br>NOR : MENE1505594A</p>",
     "<h3>Arrêté</h3><p>28/04/2015</p><p>NOR MENE1505594A</p>",
     "<p>Arrêté du 28 avril 2015 (nor : mene1505594a)</p>",
     "<p>Mise à jour le 3 mai 2020</p><p>NOR : MENE1505594A</p><p>Arrêté du 28 avril 2015</p>"],
)  # fmt: skip
def test_a_number_on_the_next_line_is_the_orders(body: str) -> None:
    assert orders(body) == [("2015-04-28", None, "MENE1505594A")]
    next_order = "<p>Arrêté du 8 mai 2016<br>MENE1605594A</p>"
    assert orders(body + next_order)[1] == ("2016-05-08", None, "MENE1605594A")


NUMBERED = {
    "a label each": ("{}<br>NOR : MENE1505594A<br>Modification : {}<br>NOR : MENE1605594A"),
    "a list": ("{}<br>NOR MENE1505594A ; {}<br>n° NOR MENE1605594A"),
    "abbreviated": ("{}<br>NOR MENE1505594A modif. {}<br>NOR MENE1605594A"),
    "journals": ("{}<br>NOR/MEN E1505594 A<br>JO du 8 mai 2015 ; {}<br>NOR/MEN E1605594 A"),
}


@pytest.mark.parametrize("link", ["{}", "<a href=b.pdf>{}</a>"])
@pytest.mark.parametrize("lead", ["Créé par ", "<b>Créé par :</b> ", "Création : "])
@pytest.mark.parametrize("form", NUMBERED)
def test_a_number_below_one_order_is_not_the_next_ones(form: str, lead: str, link: str) -> None:
    both = (link.format(f"arrêté du {day}") for day in ("28 avril 2015", "8 mai 2016"))
    found = orders(f"<p>{lead}{NUMBERED[form].format(*both)}</p>")
    assert [(date, nor) for date, _, nor in found] == [
        ("2015-04-28", "MENE1505594A"), ("2016-05-08", "MENE1605594A")
    ]  # fmt: skip
    assert found[0][1] == "creation"


def test_numbers_below_dates_alone_are_of_each() -> None:
    days = "28 avril 2015<br>NOR MENE1505594A ; 8 mai 2016<br>NOR MENE1605594A"
    assert orders(f"<p><b>Arrêtés modificatifs</b> : {days}</p>") == [
        ("2015-04-28", "modification", "MENE1505594A"),
        ("2016-05-08", "modification", "MENE1605594A"),
    ]


def test_an_icon_is_not_named_by_the_heading_of_a_file_that_a_link_names() -> None:
    icon = "<a href=a.pdf><img src=p.gif alt=''></a> <a href=a.pdf>{}</a>"
    body = f"<p>Arrêté du 8 mai 2016</p><div><h3>Textes</h3><p>{icon}</p></div>"
    titles = {"Règlement": "Règlement", "Télécharger": "Textes"}
    for words, title in titles.items():
        assert [each.title for each in record(body.format(words)).documents] == [title]


@pytest.mark.parametrize("bullet", ["", "- ", "• "])
def test_a_bullet_is_no_part_of_what_a_link_is_looked_for_in(bullet: str) -> None:
    changed = "l'arrêté du 28 avril 2015 portant création du CAP Vannerie - JO du 3 juin 2016"
    address = "https://www.education.gouv.fr/bo/2016/22/MENE1605594A.htm"
    found = orders(f"<p>{bullet}<a href={address}>Arrêté du 8 mai 2016</a> modifiant {changed}</p>")
    assert [(date, nor) for date, _, nor in found] == [
        ("2016-05-08", "MENE1605594A"), ("2015-04-28", None)
    ]  # fmt: skip


@pytest.mark.parametrize("journal", ["Journal officiel", "JO du", "Publication au JO"])
@pytest.mark.parametrize("tag", ["td", "th"])
def test_a_date_beside_its_journal_is_an_orders(journal: str, tag: str) -> None:
    head = f"<tr><{tag}>Date</{tag}><{tag}>{journal}</{tag}><{tag}>Annexes</{tag}></tr>"
    row = "<tr><td>03/02/2014</td><td>19/02/2014</td><td><a href=a.pdf>PDF</a></td></tr>"
    page = record(f"<h2>Arrêtés</h2><table>{head}{row}</table>")
    assert [text.date for text in page.legal_texts] == ["2014-02-03"]
    assert len(page.documents) == 1


@pytest.mark.parametrize(
    "line", ["Est abrogé l'arrêté du 18 février 2021 (spécialité antérieure).",
             "Sont abrogés les arrêtés du 18 février 2021 et du 3 mai 2022."],
)  # fmt: skip
def test_an_order_that_is_said_to_be_repealed_has_not_the_kind_of_the_one_before(line: str) -> None:
    page = record(f"<ol><li>Arrêté de création : 13 décembre 2024</li><li>{line}</li></ol>")
    kinds = {text.date: text.kind for text in page.legal_texts}
    assert kinds.pop("2024-12-13") == "creation"
    assert set(kinds.values()) == {None}
    assert page.status == "unknown"


@pytest.mark.parametrize(
    "line",
    ["La dernière session du diplôme 500-31114 T, qu'il remplace, s'est tenue en 2023.",
     "La dernière session du CAP Osier (500-31114 T), qu'il remplace, a eu lieu en 2023.",
     "Le 500-31114 T, qu'il remplace, a été abrogé."],
)  # fmt: skip
def test_the_diploma_that_it_replaces_may_be_named_before(line: str) -> None:
    page = record(f"<p>Arrêté du 3 mai 2022</p><p>{line}</p>")
    assert (page.replaces, page.replaced_by, page.last_session) == (("50031114",), (), None)


def test_a_code_in_the_cell_of_the_title_or_of_all_options_is_read() -> None:
    cell = "<h1>CAP Vannerie</h1><p>{}</p><p>Arrêté du 3 mai 2004</p>"
    layout = f"<html><body><table><tr><td>Menu</td><td>{cell}</td></table></body></html>"
    for line in ("500-23438 V", "Diplôme de niveau 3, code 50023438"):
        document = Document(layout.format(line).encode(), ADDRESS)
        (only,) = read(document, Lexicon.packaged()).records
        assert only.record.code == "50023438"
    shared = "<p>Code commun aux deux options : 500-23438 V</p><p>Arrêté du 3 mai 2004</p>"
    assert record(shared).code == "50023438"


def test_options_below_a_label_leave_the_order_behind_them_to_the_page() -> None:
    body = (
        "<p><b>{}</b><br>500-23438 S : option A osier<br>500-23439 S : option B rotin</p>"
        "<p>Arrêté du 3 mai 2004<br>NOR : MENE0401530A</p>"
    )
    for label in ("Codes :", "Options et codes :", "Codes et options :"):
        document = Document(PAGE.format(body.format(label)).encode(), ADDRESS)
        records = [each.record for each in read(document, Lexicon.packaged()).records]
        assert [each.code for each in records] == ["50023438", "50023439"]
        assert all(each.legal_texts[0].nor == "MENE0401530A" for each in records)


@pytest.mark.parametrize(
    "links",
    ["<div id=bas>maquette - <a href=aide.html>Aide</a></div>",
     "<p><a href=index.html>Retour à la liste</a> | <a href=aide.html>Aide en ligne</a></p>",
     "<center><a href=contact.html>Contacts</a> - <a href=a.html>Accueil</a></center>",
     "<p><a href=osier.html>CAP Osier</a></p>"],
)  # fmt: skip
def test_pages_of_the_site_below_the_annexes_are_no_documents(links: str) -> None:
    annexes = "<h4>Annexes</h4><p><a href=rap.pdf>RAP</a> - <a href=ex.html>Épreuves</a></p>"
    page = record(f"<p>Arrêté du 3 mai 2004</p>{annexes}{links}")
    assert [document.title for document in page.documents] == ["RAP", "Épreuves"]


@pytest.mark.parametrize(
    ("links", "stated", "kinds", "told"),
    [
        ("<a href=a.pdf>Arrêté de création (pdf, 45 Ko)</a>", "Arrêté du 3 mai 2004",
         ["creation"], False),
        ("<a href=a.pdf>Arrêté modificatif</a>",
         "Arrêté du 3 mai 2004 portant création.<br>Arrêté du 5 juin 2010",
         ["creation", "modification"], False),
        ("<a href=a.pdf>Arrêté de création</a>", "Arrêté du 3 mai 2004<br>Arrêté du 5 juin 2010",
         [None, None], True),
        ("<a href=a.pdf>Arrêté modificatif</a>", "Arrêté du 3 mai 2004", [None], True),
        ("<a href=a.pdf>Arrêté modificatif</a>",
         "Arrêté du 3 mai 2004<br>Arrêté modificatif du 5 juin 2010",
         [None, "modification"], False),
        ("<a href=a.pdf>Arrêté de création</a></p><p><a href=b.pdf>Arrêté modificatif</a>",
         "Arrêté du 3 mai 2004", ["creation"], False),
        ("<a href=a.pdf>Annexes de l'arrêté de création</a>", "Arrêté du 3 mai 2004",
         [None], False),
    ],
)  # fmt: skip
def test_the_link_to_its_file_says_what_the_only_order_without_a_kind_does(
    links: str, stated: str, kinds: list[str | None], told: bool
) -> None:
    page = record(f"<p>{stated}</p><p>{links}</p>")
    assert [text.kind for text in page.legal_texts] == kinds
    assert any(i.field == "legal_texts" for i in page.issues) is told


@pytest.mark.parametrize(
    "journal", ["JO du 8 mai 2004", "BO n° 16 du 10 juin 2004", "J.O. 8/5/2004"]
)
@pytest.mark.parametrize("marks", [(" - ", " - "), (", ", " : "), (" – ", " – "), (" ", " - ")])
@pytest.mark.parametrize("link", ["Arrêté (PDF)", "arrêté", "Arrêté de création"])
def test_a_journals_date_is_not_that_of_the_link_behind_it(
    journal: str, marks: tuple[str, str], link: str
) -> None:
    line = f"Arrêté du 3 mai 2004{marks[0]}{journal}{marks[1]}<a href=a.pdf>{link}</a>"
    (text,) = record(f"<p>{line}</p>").legal_texts
    assert text.date == "2004-05-03"
    assert str(text.url).endswith("/a.pdf")

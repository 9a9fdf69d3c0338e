"""Pages written by hand: links that only open an order, facts between bars, closing sentences.

All pages are mock-ups.
"""

import re

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from tests.parsers.extract.pages import ORDER, orders_of, record_of

LINK = (
    '<a href="http://www.legifrance.gouv.fr/WAspad/UnTexteDeJorf?numjo=MENL2528936A">'
    '<img src="img/lien.gif" alt="lien"></a>'
)
A, B = ("2010-04-15", "creation"), ("2011-11-24", "modification")
DIPLOMA = "la spécialité « Vannerie » de CAP"

Numbered = list[tuple[str | None, str | None, str | None]]


def numbered_orders(body: str, title: str = "<h1>CAP Vannerie</h1>") -> Numbered:
    return [(text.date, text.kind, text.nor) for text in record_of(body, title).legal_texts]


@pytest.mark.parametrize("tag", ["p", "h4", "li", "dt", "td"])
def test_the_image_of_a_link_inside_the_name_of_an_order(tag: str) -> None:
    lines = (
        f"Arrêté du 15/4/2010 - NOR : MENL 1012699 A {LINK} portant création de {DIPLOMA}",
        f"Arrêté du 24/11/2011 - NOR : MENL 1106788 A {LINK} relatif à la modification de l'annexe",
    )
    body = "".join(f"<{tag}>{line}</{tag}>" for line in lines)
    body = f"<dl>{body}</dl>" if tag == "dt" else body
    if tag == "td":
        cells = (f"<tr><td>{line}</td><td>{line[10:19]}</td></tr>" for line in lines)
        body = f"<table>{''.join(cells)}</table>"
    assert numbered_orders(body) == [(*A, "MENL1012699A"), (*B, "MENL1106788A")]
    texts = record_of(body).legal_texts
    assert texts[0].title == lines[0].replace(f" {LINK}", "")


def test_brackets_around_such_a_link_go_with_it() -> None:
    link, other = (
        f"<a href='/bo/{nor}.htm'>texte de l'arrêté</a>" for nor in ("MENE1012699A", "MENE1106788A")
    )
    body = (
        f"<p>Arrêté du 15-4-2010, publié au Journal officiel du 27-4-2010 [{link}] créant {DIPLOMA}"
        f"</p><p>Arrêté du 24-11-2011 ({other}) modifiant l'annexe II (applicable au 1-9-2012)</p>"
    )
    assert orders_of(body) == [A, B]
    assert not [text for text in record_of(body).legal_texts if set("[]") & set(text.title)]


@pytest.mark.parametrize("words", ["lire le texte", "voir l'arrêté", "texte"])
def test_a_list_of_days_and_links(words: str) -> None:
    days = {"15/4/2010": "a", "24/11/2011": "b", "14/8/2012": "c"}
    listed = ", ".join(f"{day} <a href='/t/{name}.htm'>{words}</a>" for day, name in days.items())
    dates = [date for date, _ in orders_of(f"<p>Arrêtés : {listed}</p>")]
    assert dates == ["2010-04-15", "2011-11-24", "2012-08-14"]


def test_what_an_order_does_behind_its_number_on_the_next_line() -> None:
    for before, after in (("", " portant création de "), ("N° ", " créant "), ("", ", créant ")):
        body = (
            f"<li>Arrêté du 15.04.2010<br>{before}NOR : MENE1012699A{after}{DIPLOMA}</li>"
            f"<li>Arrêté du 24.11.2011<br>{before}NOR : MENE1106788A modifiant l'arrêté du"
            f" 15.04.2010 portant création de {DIPLOMA}</li>"
        )
        expected: Numbered = [(*A, "MENE1012699A"), (*B, "MENE1106788A")]
        assert numbered_orders(f"<ul>{body}</ul>") == expected
        assert numbered_orders(body.replace("li>", "p>")) == expected


def test_a_number_and_a_journal_behind_semicolons_before_a_change() -> None:
    links = [
        f"<a href='/f/BTS_arrete_{day}.pdf'>arrêté du {{}}</a>" for day in ("100415", "111124")
    ]
    first, second = links[0].format("15 avril 2010"), links[1].format("24 novembre 2011")
    body = (
        f"<p>{first}<br>NOR MENE1012699A ; JO du 27 avril 2010 modifié par l'{second},"
        " NOR MENE1106788A, J.O. du 25 mai 2012.</p>"
    )
    expected: Numbered = [("2010-04-15", None, "MENE1012699A"), (*B, "MENE1106788A")]
    assert numbered_orders(body) == expected


@pytest.mark.parametrize("since", ["applicable au 1-9-2012", "(applicable au 1-9-2012)"])
def test_the_day_from_which_an_order_applies_is_no_order(since: str) -> None:
    assert orders_of(f"<p>Créé par arrêté du 15-4-2010 {since}</p>") == [A]
    assert orders_of(f"<p>Arrêté du 15-4-2010 modifiant l'annexe {since}</p>")[0][0] == A[0]
    assert len(orders_of(f"<p>Arrêtés : 15-4-2010 {since} ; 24-11-2011</p>")) == 2
    assert orders_of(f"<p>Créé par arrêté du 15-4-2010 {since} ; modifié le 24-11-2011</p>") == [
        A,
        B,
    ]


def test_changes_before_the_sentence_that_names_the_creation() -> None:
    body = (
        "<p>Arrêté modificatif : 24/11/2011 (JORF du 25/12/2011 - BOESR n° 46 du 19/1/2012) ;\n"
        "Le CAP Vannerie est créé par l'arrêté du 15/4/2010 (JORF du 26/4/2010).</p>"
    )
    assert orders_of(body) == [B, A]


def test_a_number_and_a_former_order_that_the_order_repeals() -> None:
    body = (
        "<p>Arrêté du 15 avril 2010<br>NOR: MENE1012699A portant création du CAP « Vannerie » et"
        " abrogeant l'arrêté du 25 octobre 2007 portant création du CAP « Osier »</p>"
    )
    assert numbered_orders(body) == [(*A, "MENE1012699A")]


def test_the_newest_order_first_and_a_sentence_last() -> None:
    body = (
        "<p>Modifié par l'arrêté du 24-11-2011 (NOR MENE 1106788A ; JO du 28-11-2011) ;\n"
        "Texte de référence : arrêté du 15-4-2010 portant création du diplôme"
        " (NOR MENE 1012699A ; JO du 23-4-2010).</p>"
    )
    assert numbered_orders(body) == [(*B, "MENE1106788A"), (*A, "MENE1012699A")]


@pytest.mark.parametrize("diploma", ["CAP Vannerie", "C.A.P. Vannerie", "B.T. Vannerie"])
def test_the_order_that_sets_how_a_diploma_is_awarded(diploma: str) -> None:
    order = "l'arrêté du 15 avril 2010"
    body = f"<p>Les conditions de délivrance du {diploma} sont fixées par {order}.</p>"
    changes = "<p>Voir aussi :</p><ul><li>Arrêté du 24 novembre 2011 modifiant l'annexe</li></ul>"
    assert orders_of(body + changes) == [A, B]


def test_other_diplomas_below_see_also() -> None:
    others = "<li>Arrêté du 24 novembre 2011 portant création du CAP Boulanger</li>"
    body = f"{ORDER}<p>Voir aussi :</p><ul>{others}<li><a href=y.html>CAP Charcutier</a></li></ul>"
    assert [date for date, _ in orders_of(body)] == ["2004-05-03"]


def test_a_day_before_the_change_that_was_made_on_it() -> None:
    body = (
        f"<p>15 avril 2010 : arrêté portant création de {DIPLOMA}</p>"
        "<p>24 novembre 2011 : arrêté modifiant l'arrêté du 15 avril 2010 portant création</p>"
    )
    assert orders_of(body) == [A, B]


BARRED = [
    "Code : 500 22445 | CPC Arts appliqués | 2 ans",
    "(code diplôme : 500 22445) | CPC Arts appliqués | Code NSF : 234 | Durée : 2 ans",
    "Remplace le CAP Osier (500-22440) | Code : 500 22445 | CPC : Arts appliqués | Durée : 2 ans",
    "Diplôme classé au niveau 3. | CPC : Arts appliqués | Durée : 2 ans | Code : 500 22445",
    "Code 500 22445 • CPC Arts appliqués • 2 ans",
]


@pytest.mark.parametrize("line", BARRED)
def test_bars_divide_a_line_of_facts(line: str) -> None:
    record = record_of(f"{ORDER}<p>{line}</p>")
    assert (record.code, record.cpc, record.duration_months) == ("50022445", "Arts appliqués", 24)
    assert bool(record.replaces) == line.startswith("Remplace")


def test_a_bar_inside_a_text_divides_nothing() -> None:
    text = "Des gestes précis | une matière vivante"
    told = [each.value for each in record_of(f"{ORDER}<p>{text}</p>").issues]
    assert text in told


def test_a_bar_inside_a_title_divides_no_facts() -> None:
    record = record_of(ORDER, "<h1>Bac pro | ICCER | CFD : 400-22707</h1>")
    assert (record.code, record.diploma_type) == ("40022707", "BAC_PRO")


def test_the_code_in_brackets_behind_a_sentence_is_the_diplomas() -> None:
    body = (
        "<p>Ce diplôme remplace le CAP Cuisine (code 500-34307 T). (code diplôme : 500-34308 T)</p>"
    )
    record = record_of(f"{ORDER}{body}")
    assert record.code == "50034308"
    assert list(record.replaces) == ["50034307"]


@pytest.mark.parametrize("label", ["Code examen et scolarité", "Code scolarité et examen"])
@pytest.mark.parametrize("colon", ["", " :"])
def test_the_code_of_examinations_and_schools(label: str, colon: str) -> None:
    assert record_of(f"{ORDER}<p>{label}{colon} 500-22004 U</p>").code == "50022004"


COMMISSION = "Diplôme relevant de la commission professionnelle consultative « Arts appliqués »"


@pytest.mark.parametrize(
    "above",
    [
        f"<h2>Arrêtés</h2>{ORDER}",
        f"{ORDER}<h2>Télécharger</h2><ul><li><a href=a.pdf>Annexe I</a></li></ul>",
        f"<h4>Création</h4>{ORDER}<h4>Modification</h4><p>Arrêté du 3 mai 2005</p>",
        f"<h2>Arrêtés</h2><ul><li>{ORDER}</li></ul>",
    ],
)
def test_the_commission_in_a_sentence_at_the_end_of_a_page(above: str) -> None:
    assert record_of(f"{above}<p>{COMMISSION}</p>").cpc == "Arts appliqués"


TEXTS = [
    ("access", "Accès", "Après la troisième.", "À savoir : une visite peut être demandée."),
    ("access", "Accès", "Après la troisième.", "<em>À savoir : une visite est possible.</em>"),
    ("access", "Accès", "Après la troisième.<br>À savoir : une visite est possible.", "Fin."),
    ("expectations", "Attendus", "Pour tous :", "<b>Savoir-être. </b>Être patient."),
    ("expectations", "Attendus", "Pour tous :", "<b>Savoir-être :</b> Être patient."),
    ("expectations", "Attendus", "Pour tous :", "<b>Savoir-être</b> – Être patient."),
    ("expectations", "Attendus", "<b>Savoir-être :</b> Lire.", "<b>Savoirs :</b> Écrire."),
    (
        "description",
        "Présentation",
        "Il tresse.",
        "Pour en savoir plus sur l'osier, voir la fiche.",
    ),
]


@pytest.mark.parametrize(("field", "heading", "first", "second"), TEXTS)
def test_words_before_a_colon_or_stop_inside_a_text(
    field: str, heading: str, first: str, second: str
) -> None:
    body = f"{ORDER}<h2>{heading}</h2><p>{first}</p><p>{second}</p><h2>Documents</h2>"
    shown = re.sub(r"<br>", " ", f"{first}\n\n{second}")
    assert getattr(record_of(body), field) == re.sub(r"</?\w{1,2}>", "", shown)


def test_a_link_to_more_is_of_the_site() -> None:
    link = "<p><a href='https://www.onisep.fr/x'>Pour en savoir plus</a></p>"
    assert (
        record_of(f"{ORDER}<h2>Présentation</h2><p>Il tresse.</p>{link}").description
        == "Il tresse."
    )


NO_DIPLOMA = [
    "L'apprentissage en CAP",
    "L'apprentissage dans le CAP",
    "CAP, enseignement moral et civique",
    "Nombre de CAP délivrés",
]


@pytest.mark.parametrize("title", NO_DIPLOMA)
def test_a_page_about_all_diplomas_of_a_type_is_of_none(title: str) -> None:
    page = f"<html><body><h1>{title}</h1>{ORDER}<p>Un texte.</p></body></html>"
    with pytest.raises(Refused):
        read(Document(page.encode()), Lexicon.packaged())


@pytest.mark.parametrize("mark", ["▶ ", "► ", "• ", "- ", "» ", "■ "])
def test_a_heading_behind_the_same_mark_ends_a_text(mark: str) -> None:
    body = (
        f"<p><b>{mark}Présentation</b></p><p>Il tresse :</p><p>{mark}l'osier</p>"
        f"<p><b>{mark}le rotin</b></p><p><b>{mark}Locaux</b></p><p>Un atelier.</p>"
    )
    record = record_of(f"{ORDER}{body}")
    assert record.description == "Il tresse :\n\n- l'osier\n\n- le rotin"
    assert "Locaux" in [each.value for each in record.issues]


@pytest.mark.parametrize(
    ("heading", "item"),
    [
        ("<p><b>▶ Présentation</b></p>", "<p><b>• Osier</b></p>"),
        ("<h3>▶ Présentation</h3>", "<p><b>▶ Osier</b></p>"),
        ("<p><u>▶ Présentation</u></p>", "<p><b>▶ Osier</b></p>"),
        ("<p><b>▶ Présentation</b></p>", "<p><b>▶ osier</b></p>"),
    ],
)
def test_a_line_set_off_otherwise_than_the_heading_is_an_item(heading: str, item: str) -> None:
    record = record_of(f"{ORDER}{heading}<p>Il tresse :</p>{item}")
    assert (record.description or "").lower() == "il tresse :\n\n- osier"


def test_trades_behind_the_mark_of_their_heading() -> None:
    record = record_of(
        f"{ORDER}<p><b>▶ Métiers</b></p><p><b>▶ Vannier</b></p><p><b>▶ Cannier</b></p>"
    )
    assert [trade.label for trade in record.trades] == ["Vannier", "Cannier"]


def test_a_trade_with_a_link_to_its_sheet() -> None:
    items = (
        "<li>vannier (<a href=v.pdf>fiche</a>)<li>technicien de certification (<a href=c.pdf>f</a>)"
    )
    record = record_of(f"{ORDER}<h3>Métiers</h3><ul>{items}</ul>")
    assert len(record.trades) == 2


FILES = [
    "<ul><li><a href=a.pdf>{}</a> [pdf - 712 ko]</ul>",
    "<p>&bull;&nbsp;<a href=a.pdf>{}</a></p>",
    "<ul><li><a href=a.pdf>{}</a> (PDF)</ul>",
    "<ul><li><a href=a.pdf>{} (PDF)</a></ul>",
    "<p>- <a href=a.pdf>{}</a> : épreuves</p>",
]


@pytest.mark.parametrize("name", ["Annexe II", "Référentiel", "Règlement d'examen"])
@pytest.mark.parametrize("link", FILES)
def test_a_file_behind_the_trades_is_no_trade(link: str, name: str) -> None:
    trades = "<h3>Métiers</h3><ul><li>vannier<li><a href=/m/c.html>cannier</a></ul>"
    record = record_of(f"{ORDER}{trades}{link.format(name)}")
    assert [trade.label for trade in record.trades] == ["vannier", "cannier"]
    assert [each.title for each in record.documents] == [name]


def test_a_cell_of_no_value_below_its_label_ends_the_section() -> None:
    table = "<tr><td><table><tr><td>{}</td></tr><tr><td><p>{}</p></td></tr></table></td></tr>"
    rows = table.format("Les attendus", "À compléter") + table.format("Textes communs", "{}")
    code = "<ul><li>Code de l'éducation, articles D. 337-1 et suivants</li></ul>"
    rows = rows.replace("<p>{}</p>", code)
    record = record_of(f"{ORDER}<table>{rows}</table>")
    assert record.expectations is None
    spaced = "<tr><td>Les attendus</td></tr><tr><td>&nbsp;</td></tr><tr><td>Être patient.</td></tr>"
    assert record_of(f"{ORDER}<table>{spaced}</table>").expectations == "Être patient."


@pytest.mark.parametrize("label", ["Exemplaires", "Nombre d'exemplaires", "Nombre de lignes"])
def test_a_label_of_a_library_or_of_a_file_of_data_is_of_no_diploma(label: str) -> None:
    page = f"<html><body><h1>CAP Vannerie</h1>{ORDER}<p>{label} : 40</p></body></html>"
    with pytest.raises(Refused):
        read(Document(page.encode()), Lexicon.packaged())


PATH = "<a href=/>Accueil</a> / <a href=/v.html>Voie professionnelle</a> / <a href=/c.html>CAP</a>"
FACTS = (
    "<li>Diplôme de niveau 3, CPC Arts</li><li><a href=/d/ref_cap.pdf>Référentiel (pdf)</a></li>"
)


@pytest.mark.parametrize(
    "content",
    [
        f"<h1>Trois questions sur le CAP Vannerie</h1><p>Pourquoi ?</p><ul>{FACTS}</ul>",
        "<p align=center><font size=5><b>Programmes du lycée général</b></font></p>"
        "<p>Arrêté du 2 juillet 2021 - BO spécial n° 1</p><ul><li>Français</li></ul><hr>"
        "<div class=bloc><b>En ce moment</b><ul><li><a href=/n.html>VAE</a></li></ul></div>",
    ],
)
def test_a_line_of_the_site_names_no_diploma_of_the_type_in_the_path(content: str) -> None:
    path = f"<nav aria-label='vous êtes ici'>{PATH}</nav>"
    head = "<head><title>Référentiel</title></head>"
    with pytest.raises(Refused):
        read(
            Document(f"<html>{head}<body>{path}{content}</body></html>".encode()),
            Lexicon.packaged(),
        )

"""Images that state a title or a repeal, icons, image maps, and links beside the files."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from schema.referential import Referential
from schema.title import read_title
from tests.parsers.extract.pages import ORDER, record_of

ADDRESS = "https://eduscol.education.fr/referentiels-professionnels/van.html"


def page_of(body: str, window: str = "") -> Referential:
    page = f"<html><head><title>{window}</title></head><body>{body}</body></html>"
    (only,) = read(Document(page.encode(), ADDRESS), Lexicon.packaged()).records
    return only.record


def files(page: Referential) -> list[tuple[str, str]]:
    return [(file.url.rpartition("/")[2], file.title) for file in page.documents]


@pytest.mark.parametrize("source", ["titre_van.gif", "img/titre.gif", "cap-titre.png"])
@pytest.mark.parametrize("name", ["Vannerie", "Vannier : osier et rotin", "accueil, vente"])
@pytest.mark.parametrize("above", ["", "<p>Documentation administrative</p>"])
def test_a_name_that_a_picture_of_the_title_holds(source: str, name: str, above: str) -> None:
    body = f'{above}<h2>CAP</h2><img src="{source}" alt="{name}">{ORDER}'
    assert page_of(body, "Documents").title == f"CAP {name}"


def test_other_pictures_are_no_name() -> None:
    body = f'<h2>CAP</h2><img src="atelier.jpg" alt="Un atelier de vannerie">{ORDER}'
    with pytest.raises(Refused):
        page_of(body)


def test_a_line_above_a_type_is_no_name_where_the_window_has_another() -> None:
    above = "<p>Documentation administrative</p><h2>CAP</h2>"
    assert page_of(above + ORDER, "CAP Vannerie").title == "CAP Vannerie"
    assert page_of("<h1>Vannerie</h1><p>CAP</p>" + ORDER, "CAP Osier").name == "Vannerie"
    named = "<p>Vannerie et osier</p><h2>CAP</h2>"
    assert page_of(named + ORDER, "CAP Vannerie").name == "Vannerie et osier"


@pytest.mark.parametrize(
    "form",
    [
        "<h1>CAP Vannerie</h1>{}{}<br>",
        "<h1>CAP Vannerie</h1><p>{} {}</p>",
        "<h1>CAP</h1><p><b>Vannerie</b><br>{}\n{}</p>",
    ],
)
@pytest.mark.parametrize(
    "order", ["Arrêté du 3 mai 2004", "<a href=v/o.pdf>Arrêté du 3 mai 2004</a>",
              "Texte de référence : arrêté du 3 mai 2004"],
)  # fmt: skip
def test_a_stamp_in_front_of_an_order_says_nothing_of_it(form: str, order: str) -> None:
    page = page_of(form.format('<img src="tampon.gif" alt="abrogé">', order))
    assert (page.title, page.status) == ("CAP Vannerie", "repealed")
    assert [(text.date, text.kind) for text in page.legal_texts] == [("2004-05-03", None)]


def test_a_badge_in_front_of_an_order_and_behind_a_title() -> None:
    badge = '<span class="badge">{}</span>'
    order = "Arrêté du 3 mai 2004 instituant le CAP Vannerie<br>"
    page = page_of(f"<h1>CAP Vannerie</h1>{badge.format('Abrogé')}\n{order}")
    assert (page.status, page.legal_texts[0].kind) == ("repealed", "creation")
    page = page_of(f"<h1>CAP Vannerie {badge.format('Niveau 3')}</h1>{order}")
    assert (page.title, page.level, page.level_label) == ("CAP Vannerie", 3, "Niveau 3")
    assert page_of(f"<h1>CAP {badge.format('Vannerie')}</h1>{order}").title == "CAP Vannerie"


def test_one_file_in_an_aside() -> None:
    link = "<a href=/media/v-pfmp.pdf>Période de formation en milieu professionnel</a>"
    aside = f"<aside class=encart><p>Documents</p><ul><li>{link}</li></ul></aside>"
    assert len(page_of(f"<main><h1>CAP Vannerie</h1>{ORDER}{aside}</main>").documents) == 1
    other = aside.replace("Période de formation en milieu professionnel", "Plaquette du salon")
    assert not page_of(f"<main><h1>CAP Vannerie</h1>{ORDER}{other}</main>").documents


def test_files_on_two_lines_that_name_the_type() -> None:
    links = (
        "<p><a href=v/a.pdf>Référentiel du diplôme CAP</a><br><a href=v/b.pdf>Référentiel des "
        "activités professionnelles CAP</a> (PDF - 2,7 Mo)</p>"
    )
    assert len(page_of(f"<h1>CAP Vannerie</h1>{ORDER}{links}").documents) == 2
    bar = (
        "<p><a href=v/a.pdf>Référentiel de certification CAP</a> | "
        "<a href=v/b.pdf>Annexe I a : référentiel des activités</a></p>"
    )
    assert len(page_of(f"<h1>CAP Vannerie</h1>{ORDER}{bar}").documents) == 2
    other = "<p><a href=v/a.pdf>Référentiel du CAP Boulanger : annexes</a></p>"
    assert not page_of(f"<h1>CAP Vannerie</h1>{ORDER}{other}").documents


def test_words_in_front_of_an_order_say_what_it_does() -> None:
    page = record_of(f"{ORDER}<p>Abrogation : arrêté du 4 mai 2016</p>")
    assert [text.kind for text in page.legal_texts] == [None, "repeal"]


@pytest.mark.parametrize("alt", ["icône pdf", "Icone PDF", "logo pdf", "pdf"])
def test_an_icon_s_text_is_no_title_where_words_stand_beside_it(alt: str) -> None:
    icon = f'<a href=v/a.pdf><img src=p.gif alt="{alt}"></a>'
    page = record_of(f"{ORDER}<p>{icon} Annexe I : activités</p>")
    assert files(page) == [("a.pdf", "Annexe I : activités")]


def test_areas_of_an_image_map_are_lines_of_their_own() -> None:
    area = "<area href=v/{}.pdf alt='{}'>"
    areas = area.format("a", "Définition des épreuves")
    areas += "\n" + area.format("b", "Dispenses d’épreuves") + "\n"
    order = "<p><a href=v/o.pdf>Arrêté du 3 mai 2004 (BO n° 23 du 18 mai 2004)</a>"
    page = record_of(f"{order}<img src=m.gif usemap=#m alt=Menu><map name=m>{areas}</map></p>")
    assert [text.date for text in page.legal_texts] == ["2004-05-03"]
    assert files(page)[1:] == [
        ("a.pdf", "Définition des épreuves"),
        ("b.pdf", "Dispenses d’épreuves"),
    ]


def test_an_order_behind_links_in_nav() -> None:
    first = "<a href=v/a.pdf>Annexe V - Définition des épreuves - 390 Ko</a>"
    second = "<a href=v/c.pdf>Annexe I a : référentiel des activités</a>"
    links = f"<nav>{first} | {second} | <a href=v/b.pdf>Annexe II</a></nav>"
    page = record_of(f"{links}\nArrêté du 10 février 2023 (NOR MENE2303922A)<br>")
    assert [(text.date, text.nor) for text in page.legal_texts] == [
        ("2023-02-10", "MENE2303922A"),
    ]
    assert len(page.documents) == 3


def test_a_page_on_how_files_are_opened_is_no_document() -> None:
    listed = "<h2>Documents</h2><p><a href=v/a.pdf>Annexe I</a></p>"
    help_page = "<p>Les fichiers (pdf) s'ouvrent avec <a href=/aide>un lecteur</a>.</p>"
    assert files(record_of(ORDER + listed + help_page)) == [("a.pdf", "Annexe I")]


def test_a_dash_inside_a_link_divides_no_line() -> None:
    links = (
        "<p>Annexes : <a href=v/a.pdf>Lexique</a>, <a href=v/b.pdf>Annexe V - Définition des "
        "épreuves</a> (PDF, 393 Ko), <a href=v/c.pdf>Annexe II : unités</a></p>"
    )
    assert files(record_of(ORDER + links)) == [
        ("a.pdf", "Lexique"),
        ("b.pdf", "Annexe V - Définition des épreuves"),
        ("c.pdf", "Annexe II : unités"),
    ]


def test_an_order_s_link_behind_a_labelled_name() -> None:
    body = (
        "<div><b>Brevet professionnel</b></div><p><b>Spécialité : Libraire</b>\n"
        "<a href=v/t.pdf>Arrêté du 9-4-2009 (texte et annexes)</a><br>\n"
        "<a href=javascript:history.back()>Retour</a></p>"
    )
    page = page_of(body)
    assert page.title == "Brevet professionnel Libraire"
    assert [text.date for text in page.legal_texts] == ["2009-04-09"]


def test_a_table_of_files_behind_a_predecessor_in_a_layout_s_cell() -> None:
    rows = "<tr><td><img src=p.gif></td><td><a href=v/{0}.pdf>Annexe {0}</a></td></tr>"
    table = "".join(map(rows.format, "ABC"))
    body = f"{ORDER}<p>Diplôme précédent : 500-24121</p><table>{table}</table>"
    page = page_of(f"<table><tr><td>Menu</td><td><h1>CAP Vannerie</h1>{body}</td></tr></table>")
    assert page.replaces == ("50024121",)
    assert [url for url, _ in files(page)] == ["A.pdf", "B.pdf", "C.pdf"]


@pytest.mark.parametrize(
    "name",
    [
        "<p><b>spécialité Maintenance nautique</b><br>Arrêté du 30 mars 2023</p>",
        "<p>« Maintenance nautique » <a href=v/o.pdf>Arrêté en date du 30 mars 2023</a></p>",
    ],
)
def test_a_name_called_so_below_a_type_comes_before_a_line_above(name: str) -> None:
    page = page_of(f"<p>Documentation administrative</p><p><b>Bac Pro</b></p>{name}")
    assert read_title(page.title).name == "Maintenance nautique"
    assert [text.date for text in page.legal_texts] == ["2023-03-30"]


def test_a_title_ends_before_a_line_that_is_a_code_s_label() -> None:
    body = "<b>Mention complémentaire</b><p><b>spécialité ZINGUEUR</b><br>{}<br>A. du 3-5-2004<br>"
    page = page_of(body.format("code diplôme 010 23202 S"))
    assert page.title == "Mention complémentaire spécialité ZINGUEUR"
    assert (page.code, len(page.legal_texts)) == ("01023202", 1)


def test_annexes_that_are_called_by_their_numbers_alone() -> None:
    links = "".join(f"<a href=v/{n}.pdf>{n}</a> " for n in ("I", "II", "III"))
    assert len(page_of(f"<h1>BTS Métiers de la mesure</h1><p>{links}</p>").documents) == 3
    papers = "".join(f"<a href=v/{n}.pdf>Copie {n}</a> " for n in ("I", "II"))
    with pytest.raises(Refused):
        page_of(f"<h1>BTS Métiers de la mesure</h1><p>{papers}</p>")


def test_a_sentence_behind_a_page_in_one_element_is_not_below_its_title() -> None:
    page = "<pre>BTS Agencement\n\n1re session : 2018\n\n<a href=v/r.pdf>Règlement</a>\n</pre>"
    notice = "<p>Les centres d'examen se renseignent auprès du rectorat."
    assert page_of(page + notice).first_session == 2018
    order = "\n\nCréé par arrêté du 3 mai 2004.   Les centres d'examen s'adressent au rectorat.\n"
    assert page_of(page.replace("\n</pre>", f"{order}</pre>")).first_session == 2018
    with pytest.raises(Refused):
        page_of(f"<h1>BTS Agencement</h1><p>Centres d'examen</p>{ORDER}")

"""Titles whose type stands in the window's title, in the way to the page or in an order."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

ADDRESS = "https://eduscol.education.fr/referentiels-professionnels/van.html"
ORDER = "<p>Arrêté du 3 mai 2004</p>"
FILES = "<ul><li><a href=v/a.pdf>Annexe I</a></li><li><a href=v/b.pdf>Annexe II</a></li></ul>"
SITES = ("Pro &amp; profs", "Lycée pro - le site des équipes", "Voie professionnelle")
OTHERS = ("CAP bronzier", "CAP doreur à la feuille ornemaniste")


def record(body: str, window: str = "") -> Referential:
    page = f"<html><head><title>{window}</title></head><body>{body}</body></html>"
    (only,) = read(Document(page.encode(), ADDRESS), Lexicon.packaged()).records
    return only.record


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("window", ["{title} | {site}", "{title} - {site}", "[{site}] {title}"])
@pytest.mark.parametrize("option", ["", " option osier", ", option A : osier", " (option rotin)"])
def test_the_name_of_the_site_is_no_part_of_a_title(site: str, window: str, option: str) -> None:
    head = f"<div><a href='/'>{site}</a></div><h1>Vannerie{option}</h1>"
    only = record(head + ORDER + FILES, window.format(title="CAP Vannerie", site=site))
    assert only.title == f"CAP Vannerie{option}"


@pytest.mark.parametrize("site", SITES)
def test_the_site_is_cut_where_the_top_of_the_page_names_it(site: str) -> None:
    head = f"<div><a href='/'>{site}</a></div><h1>Le métier de vannier</h1>"
    assert record(head + ORDER + FILES, f"CAP Vannerie - {site}").title == "CAP Vannerie"


@pytest.mark.parametrize("heading", ["Vannerie et ses métiers", "La vannerie aujourd'hui"])
def test_a_heading_that_says_more_than_the_name_is_no_part_of_it(heading: str) -> None:
    only = record(f"<h1>{heading}</h1>" + ORDER + FILES, "CAP Vannerie")
    assert only.title == "CAP Vannerie"


@pytest.mark.parametrize(
    "item",
    [
        "<li><h3>{}</h3></li>",
        "<h2>{}</h2>",
        "<p><b>{}</b></p>",
        "<h3>{}</h3><p>Textes et ressources (…)</p>",
    ],
)
@pytest.mark.parametrize("heading", ["Dans la même rubrique", "Voir aussi", "Articles liés"])
@pytest.mark.parametrize("is_above", [True, False])
def test_links_to_other_diplomas_are_no_title_beside_a_name(
    item: str, heading: str, is_above: bool
) -> None:
    links = "".join(item.format(f"<a href=p{n}.html>{t}</a>") for n, t in enumerate(OTHERS))
    aside = f"<div><h2>{heading}</h2><ul>{links}</ul></div>"
    page = f"<div><p>CAP</p><h1>Vannerie</h1>{ORDER}{FILES}</div>"
    only = record(aside + page if is_above else page + aside, "Pro & profs")
    assert only.title == "CAP Vannerie"


@pytest.mark.parametrize("mark", [" &gt; ", " › ", " » ", " / "])
@pytest.mark.parametrize("own", ["", "Vannerie"])
def test_the_way_to_a_page_says_the_type_of_its_heading(mark: str, own: str) -> None:
    steps = ["<a href='/'>Accueil</a>", "<a href=d.html>Diplômes</a>", "<a href=c.html>CAP</a>"]
    way = mark.join([*steps, *([own] if own else [])])
    assert record(f"<p>{way}</p><h1>Vannerie</h1>{ORDER}{FILES}").title == "CAP Vannerie"


@pytest.mark.parametrize(
    "made",
    [
        "portant création de la spécialité « vannerie » du certificat d'aptitude professionnelle",
        "portant création de la spécialité vannerie du certificat d'aptitude professionnelle",
    ],
)
def test_an_order_says_the_type_of_a_heading_that_is_its_speciality(made: str) -> None:
    only = record(f"<h1>Vannerie</h1><h2>Arrêtés</h2><p>Arrêté du 3 mai 2004 {made}</p>{FILES}")
    assert (only.name, only.diploma_type) == ("Vannerie", "CAP")


@pytest.mark.parametrize("window", ["Document sans titre", "Untitled Document", "Page sans titre"])
def test_what_an_editor_calls_a_new_page_is_no_title(window: str) -> None:
    files = f"<table align=right><tr><td><b>Documents</b><br>{FILES}</td></tr></table>"
    title = "<table><tr><td><font size=5><b>CAP<br>Vannerie</b></font></td></tr></table>"
    only = record(files + title + ORDER, window)
    assert (only.title, len(only.documents)) == ("CAP Vannerie", 2)


@pytest.mark.parametrize("site", ["Enseignement professionnel", "Voie professionnelle"])
@pytest.mark.parametrize("title", ["<h1>{}</h1>", "<h2>{}</h2>", "<p><b>{}</b></p>"])
def test_a_heading_that_names_the_site_is_no_subject(site: str, title: str) -> None:
    only = record(f"<h1>{site}</h1>{title.format('CAP Vannerie')}{ORDER}{FILES}")
    assert only.title == "CAP Vannerie"


@pytest.mark.parametrize("heading", ["Informations complémentaires", "Divers", "Pour les équipes"])
@pytest.mark.parametrize("tag", ["h2", "p"])
def test_the_order_below_a_type_names_it_and_no_later_heading(heading: str, tag: str) -> None:
    made = "portant création du certificat d'aptitude professionnelle vannerie"
    only = record(
        f"<h1>CAP</h1><p>Arrêté du 3 mai 2004 {made}</p><{tag}><b>{heading}</b></{tag}>{FILES}"
    )
    assert only.title == "CAP vannerie"


@pytest.mark.parametrize(
    "value",
    [
        "n° 450-23407 S",
        "La première session d'examen aura lieu en 1999.",
        "Inscrit au RNCP (n° 37384)",
    ],
)
@pytest.mark.parametrize("head", ["<h2>BP</h2><h1>Vannier</h1>", "<h1>BP<br>Vannier</h1>"])
def test_a_row_that_tells_of_the_diploma_does_not_name_it(value: str, head: str) -> None:
    table = f"<table><tr><th>Diplôme</th><td><p>{value}</p></td></tr></table>"
    assert record(head + ORDER + FILES + table).title == "BP Vannier"


@pytest.mark.parametrize("link", ["Lire le dernier numéro", "La lettre des équipes n° 53"])
@pytest.mark.parametrize("heading", ["Lettre d'information", "La lettre", "Newsletter"])
def test_a_newsletter_is_no_document_of_the_diploma(link: str, heading: str) -> None:
    box = f"<div><h2>{heading}</h2><p><a href=/files/lettre_53.pdf>{link}</a></p></div>"
    only = record(f"<h1>CAP Vannerie</h1>{ORDER}{FILES}{box}")
    assert [document.title for document in only.documents] == ["Annexe I", "Annexe II"]
    assert any("lettre_53" in (i.value or "") for i in only.issues if i.field == "documents")


@pytest.mark.parametrize(
    "line",
    [
        "<p><a href=p.php?imprimer=1>Version imprimable</a></p>",
        "<p><a href=p.php?i=1>Version imprimable</a> | <a href=r.php>Imprimer</a></p>",
        "<p>Mots-clés : <a href=/view/3048>vannerie</a>, <a href=/view/9>examen</a></p>",
    ],
)
def test_tools_and_tags_below_the_files_are_no_documents(line: str) -> None:
    only = record(f"<h1>CAP Vannerie</h1>{ORDER}<h3>À télécharger</h3>{FILES}{line}")
    assert [document.title for document in only.documents] == ["Annexe I", "Annexe II"]


@pytest.mark.parametrize("words", ["Guide d'équipement", "Livret de suivi", "Savoirs associés"])
@pytest.mark.parametrize(
    "form", ["<nav><ul>{}</ul></nav>", "<div id=menu><ul>{}</ul></div>", "<ul>{}</ul>"]
)
def test_files_in_a_list_of_annexes_above_the_title_are_documents(words: str, form: str) -> None:
    links = (("index.html", "Accueil"), ("v/a1.pdf", "Référentiel"), ("v/a2.pdf", words))
    items = "".join(f"<li><a href={address}>{text}</a></li>" for address, text in links)
    only = record(f"{form.format(items)}<h1>CAP Vannerie</h1>{ORDER}")
    assert [document.title for document in only.documents] == ["Référentiel", words]


@pytest.mark.parametrize("words", ["Charte graphique", "Plan d'accès"])
def test_a_file_alone_above_the_title_is_none_of_its_documents(words: str) -> None:
    items = f"<li><a href=index.html>Accueil</a></li><li><a href=/f/c.pdf>{words}</a></li>"
    only = record(f"<ul>{items}</ul><h1>CAP Vannerie</h1>{ORDER}{FILES}")
    assert [document.title for document in only.documents] == ["Annexe I", "Annexe II"]
    assert any("c.pdf" in (i.value or "") for i in only.issues if i.field == "documents")


@pytest.mark.parametrize("words", ["Création du BP Fleuriste", "Publication du BP Fleuriste"])
@pytest.mark.parametrize("heading", ["Dernières parutions", "En ce moment", "À noter"])
def test_news_of_other_diplomas_below_the_files_are_no_documents(words: str, heading: str) -> None:
    news = f"<div><b>{heading}</b><ul><li><a href=bp_f.html>{words}</a></li></ul></div>"
    back = "<p>CNDP - <a href=liste.html>[retour]</a></p>"
    only = record(f"<h1>CAP Vannerie</h1>{ORDER}<h2>Annexes</h2>{FILES}{news}{back}")
    assert [document.title for document in only.documents] == ["Annexe I", "Annexe II"]


@pytest.mark.parametrize("type_words", ["CAP", "C.A.P.", "Certificat d'aptitude professionnelle"])
@pytest.mark.parametrize("label", ["Examen", "Diplôme"])
@pytest.mark.parametrize(
    "form",
    [
        "<p><b>{} :</b> {}<br><b>Spécialité :</b> Vannerie</p>",
        "<p>{} : {}</p><p>Spécialité : Vannerie</p>",
        "<dl><dt>{}</dt><dd>{}</dd><dt>Spécialité</dt><dd>Vannerie</dd></dl>",
    ],
)
def test_type_and_speciality_with_a_label_each_are_the_title(
    type_words: str, label: str, form: str
) -> None:
    assert record(form.format(label, type_words) + ORDER + FILES).title == f"{type_words} Vannerie"


@pytest.mark.parametrize("type_words", ["CAP", "BTS"])
@pytest.mark.parametrize(
    "head", ["<h1>CAP Vannerie</h1>", "<p><b>CAP</b></p><h1>Vannerie</h1>", "<h2>CAP Vannerie</h2>"]
)
def test_a_menu_of_names_below_a_type_above_the_title_is_no_list(
    type_words: str, head: str
) -> None:
    names = ("Bronzier", "Arts de la reliure", "Cordonnerie", "Fleuriste")
    links = "".join(f"<li><a href=p{n}.html>{name}</a></li>" for n, name in enumerate(names))
    menu = f"<div><p>{type_words}</p><ul>{links}</ul></div>"
    only = record(menu + head + ORDER + FILES)
    assert (only.title, len(only.documents)) == ("CAP Vannerie", 2)


def test_news_below_the_files_name_no_title() -> None:
    news = (
        "<div><h4>Actualités</h4><p><a href=bp.html>BP Couvreur</a> : nouveau référentiel</p></div>"
    )
    body = f"<p align=center><b>Vannerie</b></p>{ORDER}<h3>Référentiels</h3>{FILES}{news}"
    assert record(body, "CAP Vannerie").title == "CAP Vannerie"


@pytest.mark.parametrize(
    "order",
    [
        "Arrêté du 3 mai 2004 créant le certificat d'aptitude professionnelle vannerie",
        "Arrêté du 3 mai 2004 portant définition de la spécialité « vannerie » du certificat "
        "d'aptitude professionnelle",
        "L'arrêté du 3 mai 2004 portant création du certificat d'aptitude professionnelle vannerie"
        " est abrogé.",
    ],
)
@pytest.mark.parametrize("is_above", [True, False])
def test_the_order_above_or_below_a_type_names_it(order: str, is_above: bool) -> None:
    head = [f"<p>{order}</p>", "<h1>CAP</h1>"]
    only = record("".join(head if is_above else head[::-1]) + FILES)
    assert (only.title, only.name) == ("CAP vannerie", "vannerie")


def test_a_title_that_links_to_itself_stays_one_below_the_name_of_the_site() -> None:
    others = "".join(f"<li><a href=p{n}.html>{title}</a></li>" for n, title in enumerate(OTHERS))
    own = "<h1>Référentiels des diplômes</h1><h2><a href=van.html>CAP Vannerie</a></h2>"
    assert record(f"{own}{ORDER}{FILES}<ul>{others}</ul>").title == "CAP Vannerie"

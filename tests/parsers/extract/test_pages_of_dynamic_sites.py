"""Pages that a database fills in: fields in tables, empty values, one order per table or card.

All pages are mock-ups.
"""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.issues import IssueCode
from schema.lexicon import Lexicon
from schema.referential import Referential
from tests.parsers.extract.pages import ORDER, orders_of, record_of

LEGAL = "https://www.legifrance.gouv.fr/affichTexte.do?cidTexte=JORFTEXT00000000000"
A, B = ("2016-06-07", "creation"), ("2017-03-01", "modification")

VERTICAL = (
    "<table><tr><th>Nature</th><td>{}</td></tr><tr><th>Date</th><td>Arrêté du {}</td></tr>"
    "<tr><th>NOR</th><td>{}</td></tr><tr><th>Journal officiel</th><td>{}</td></tr>"
    f"<tr><th>Lien</th><td><a href='{LEGAL}'>Accéder au texte</a></td></tr></table>"
)

Numbered = list[tuple[str | None, str | None, str | None]]


def numbered_orders(body: str) -> Numbered:
    return [(text.date, text.kind, text.nor) for text in record_of(body).legal_texts]


def documents_of(body: str) -> list[tuple[str, str]]:
    return [(each.url.rpartition("/")[2], each.title) for each in record_of(body).documents]


def test_a_cell_of_a_colon_stands_between_label_and_value() -> None:
    rows = {"Code": "500-22430 V", "Sigle": "", "Niveau": "V", "Première session": "2019"}
    for mark in ("&nbsp;:&nbsp;", "|", "="):
        cells = (f"<tr><td>{k}</td><td>{mark}</td><td>{v}</td></tr>" for k, v in rows.items())
        record = record_of(f"{ORDER}<table>{''.join(cells)}</table>")
        facts = (record.code, record.acronym, record.level, record.first_session)
        assert facts == ("50022430", None, 3, 2019)
    marked = VERTICAL.replace("</th>", "</th><td>:</td>")
    body = marked.format("Création", "07.06.2016", "MENE1621662A", "14.06.2016")
    assert numbered_orders(f"<h2>Textes</h2>{body}") == [(*A, "MENE1621662A")]


NOTHING = ("N/A", "n.c.", "(vide)", "Aucune donnée", "non précisé", "NC", "à venir", "NULL")
FIELDS = ("Code", "CPC", "RNCP", "Dernière session", "Niveau", "Durée", "Remplacé par")


@pytest.mark.parametrize("nothing", NOTHING)
def test_a_word_for_no_value_is_no_value(nothing: str) -> None:
    fields = "".join(f"<dt>{field}</dt><dd>{nothing}</dd>" for field in (*FIELDS, "Options"))
    record = record_of(f"{ORDER}<dl>{fields}</dl>")
    told = (record.cpc, record.rncp_codes, record.last_session, record.duration_months)
    assert (record.name, *told) == ("Vannerie", None, (), None, None)
    assert record.replaced_by == ()
    codes = {found.issue for found in record.issues}
    assert IssueCode.EMPTY_VALUE in codes
    assert not codes & {IssueCode.INVALID_CODE, IssueCode.UNLABELLED_TEXT}


def test_the_line_behind_a_word_for_no_value_is_no_value() -> None:
    record = record_of(f"{ORDER}<h4>Durée</h4><p>N/A</p><p>2 ans en lycée</p>")
    assert record.duration_months is None
    lines = record_of(f"{ORDER}<p>Niveau : 3<br>CPC : n.c.<br>Durée : 2 ans</p>")
    assert (lines.level, lines.cpc, lines.duration_months) == (3, None, 24)


def test_a_word_for_no_value_in_a_sentence_is_a_text() -> None:
    text = "Le jury délibère. Aucune donnée n'est publiée."
    assert record_of(f"{ORDER}<h2>Accès</h2><p>{text}</p>").access == text


LABELS_OF_NSF = (
    "Groupe de spécialités",
    "Spécialité de formation (NSF)",
    "ROME",
    "Nomenclature NSF",
)


@pytest.mark.parametrize("label", LABELS_OF_NSF)
def test_a_group_of_specialities_is_no_speciality(label: str) -> None:
    titled = "<p>CAP</p><h1>Métiers de la coiffure</h1>"
    record = record_of(f"{ORDER}<ul><li>{label} : 336 - Coiffure, esthétique</li></ul>", titled)
    assert (record.diploma_type, record.name) == ("CAP", "Métiers de la coiffure")


def test_a_category_is_a_type_only_where_it_names_a_type() -> None:
    for form in ("<p>{} : {}</p>", "<dl><dt>{}</dt><dd>{}</dd></dl>"):
        record = record_of(ORDER + form.format("Catégorie", "BTS"), "<h1>Vannerie</h1>")
        assert (record.diploma_type, record.name) == ("BTS", "Vannerie")
    joomla = "<dl><dt>Détails</dt><dd>Écrit par Admin</dd><dd>Catégorie : Diplômes</dd></dl>"
    record = record_of(f"{ORDER}{joomla}")
    assert record.diploma_type == "CAP"
    assert not [each for each in record.issues if each.field == "diploma_type"]


@pytest.mark.parametrize("title", ["CAP Vannerie", "Vannerie"])
@pytest.mark.parametrize("stated", ["CAP", "BTS"])
def test_a_type_that_the_title_contradicts_is_told(title: str, stated: str) -> None:
    record = record_of(f"{ORDER}<p>Type de diplôme : {stated}</p>", f"<h1>{title}</h1>")
    told = [each.value for each in record.issues if each.issue is IssueCode.CONFLICTING_VALUES]
    assert record.diploma_type == stated
    assert told == (["BTS | CAP Vannerie"] if (title, stated) == ("CAP Vannerie", "BTS") else [])


def test_the_name_of_a_form_is_no_title() -> None:
    form = "<div><b>Consultation d'un diplôme</b></div><p>Intitulé : CAP Vannerie</p>"
    assert record_of(f"{form}{ORDER}", "").title == "CAP Vannerie"


def test_a_table_of_fields_is_an_order() -> None:
    first = VERTICAL.format("Création", "07.06.2016", "MENE1621662A", "14.06.2016")
    second = VERTICAL.format("Modificatif", "2017-03-01", "MENE1735760A", "2017-03-17")
    expected: Numbered = [(*A, "MENE1621662A"), (*B, "MENE1735760A")]
    assert numbered_orders(f"<h2>Textes</h2>{first}{second}") == expected
    texts = record_of(f"<h2>Textes</h2>{first}{second}").legal_texts
    assert [text.url for text in texts] == [LEGAL, LEGAL]


def test_fields_of_a_text_that_is_no_order_are_not_joined() -> None:
    other = VERTICAL.format("Circulaire", "07.06.2016", "MENE1621662A", "14.06.2016")
    kinds = [kind for _, kind in orders_of(f"{ORDER}<h2>Textes</h2>{other}")]
    assert "creation" not in kinds


def test_a_card_says_above_its_heading_what_the_order_does() -> None:
    cards = "".join(
        f"<div>{does}<h3>{order}</h3><p>BO n° 7 du 16 mars 2018</p></div>"
        for does, order in (
            ("Texte de création", "Arrêté du 7 juin 2016"),
            ("Modification", "Arrêté du 1er mars 2017"),
        )
    )
    assert orders_of(f"<h2>Références</h2><div>{cards}</div>") == [A, B]
    # the end of a list above, which is of no card
    line = "<p>Modification</p><h3>Arrêté du 7 juin 2016 portant création</h3><p>Annexe.</p>"
    assert orders_of(f"<h2>Références</h2>{line}")[0] == A


@pytest.mark.parametrize("does", ["Suppression", "Abrogation"])
def test_a_cell_says_that_an_order_ends_the_diploma(does: str) -> None:
    head = "<tr><th>Nature</th><th>Texte</th><th>Publication</th></tr>"
    rows = (
        "<tr><td>Texte de création</td><td>Arrêté du 7 juin 2016</td><td>JO du 12 août 2016</td>"
        f"</tr><tr><td>{does}</td><td>Arrêté du 1 mars 2023</td><td>JO du 11 mars 2023</td></tr>"
    )
    expected = [A, ("2023-03-01", "repeal")]
    assert orders_of(f"<h2>Textes</h2><table>{head}{rows}</table>") == expected


def test_the_day_of_a_file_is_no_order() -> None:
    row = (
        "<tr><td><a href='/f/d057_annexes_de_l_arrete.pdf'>Annexes de l'arrêté</a></td>"
        "<td>PDF</td><td>1,8 Mo</td><td>26/06/2015</td></tr>"
    )
    body = f"{ORDER}<h2>Pièces jointes</h2><table>{row}</table>"
    assert orders_of(body) == [("2004-05-03", None)]
    assert documents_of(body) == [("d057_annexes_de_l_arrete.pdf", "Annexes de l'arrêté")]
    for day in ("Modifié", "Date"):
        head = f"<thead><tr><th>Document<th>Format<th>Taille<th>{day}</tr></thead>"
        headed = body.replace("<table>", f"<table>{head}")
        assert orders_of(headed) == [("2004-05-03", None)]


def test_the_day_of_a_file_before_the_day_of_the_page() -> None:
    head = "<tr><th>Document</th><th>Format</th><th>Taille</th><th>Date</th></tr>"
    row = (
        "<tr><td><a href=/media/6/download>Annexe II – Annexes de l'arrêté</a></td><td>PDF</td>"
        "<td>3,0 Mo</td><td>08/10/2012</td></tr>"
    )
    page = "<table><tr><td>Créé le 12/03/2010 10:12 par Compte système</td></tr></table>"
    assert orders_of(f"{ORDER}<table>{head}{row}</table>{page}") == [("2004-05-03", None)]


def test_the_word_of_an_order_in_the_name_of_a_file_names_none() -> None:
    name = "bts_annexes_de_l_arrete.rtf"
    row = f"<tr><td><a href='/f/t.asp?id=4471&amp;type=rtf'>{name}</a></td><td>13/12/2015</td></tr>"
    for rows in (row, row.replace("<td>13", "<td>588 Ko</td><td>13")):
        assert orders_of(f"{ORDER}<table>{rows}</table>") == [("2004-05-03", None)]
        head = "<tr><th>Nom</th><th>Taille</th><th>Modifié</th></tr>"
        assert orders_of(f"{ORDER}<table>{head}{rows}</table>") == [("2004-05-03", None)]
        boxed = f"<tr><td><b>Pièces jointes</b></td></tr><tr><td><table>{rows}</table></td></tr>"
        assert orders_of(f"{ORDER}<table>{boxed}</table>") == [("2004-05-03", None)]


@pytest.mark.parametrize(
    "line",
    [
        "<a href='{url}'>Consulter le texte</a><br>NOR MENE0708787A ; JORF du 21 avril 2016",
        "<a href='{url}'>Consulter le texte</a> (NOR MENE0708787A - JORF du 21 avril 2016)",
        "<a href='{url}'>Consulter le texte</a> (NOR : MENE0708787A)",
        "<a href='{url}'>Consulter le texte</a> (NOR : MENE0708787A)<br>Niveau : 3",
    ],
)
def test_a_link_that_opens_the_order_of_its_heading(line: str) -> None:
    head = "<h3>Arrêté de création - arrêté du 7 juin 2016</h3>"
    body = f"<h2>Textes</h2>{head}<p>{line.format(url=LEGAL)}</p>"
    (text,) = record_of(body).legal_texts
    assert (text.date, text.kind, text.nor) == (*A, "MENE0708787A")
    assert text.url == LEGAL


def test_a_day_before_the_order_that_it_is_of() -> None:
    items = (
        f"<li>7 juin 2016 <a href='{LEGAL}'>Arrêté portant création du CAP Vannerie</a></li>"
        f"<li>1er mars 2017 <a href='{LEGAL}'>Arrêté modifiant l'arrêté du 7 juin 2016 portant"
        " création du CAP Vannerie</a> (NOR : MENE1914295A)</li>"
    )
    assert orders_of(f"<h2>Arrêtés relatifs au diplôme</h2><ul>{items}</ul>") == [A, B]
    change = (
        f"<li><span>1er mars 2017</span> <a href='{LEGAL}'>Arrêté modifiant l'arrêté du 7 juin 2016"
        " relatif au CAP Vannerie</a> - JO du 12 mars 2017</li>"
        f"<li><span>7 juin 2016</span> <a href='{LEGAL}0'>Arrêté relatif au CAP Vannerie</a></li>"
    )
    texts = record_of(f"<h2>Arrêtés</h2><ul>{change}</ul>").legal_texts
    assert [(text.date, text.kind, text.url) for text in texts] == [
        (*B, LEGAL),
        (A[0], None, f"{LEGAL}0"),
    ]


@pytest.mark.parametrize("nor", ["MENE 0103005A", "MEN E 0103005 A", "ESRS 0103005A"])
def test_a_number_with_spaces_is_no_code(nor: str) -> None:
    body = f"<p>Arrêté du 8 août 2001 relatif au CAP Vannerie. NOR : {nor}</p>"
    record = record_of(body)
    assert record.code is None
    assert [text.nor for text in record.legal_texts] == [nor.replace(" ", "")]


def test_a_code_behind_the_letters_of_no_ministry_is_a_code() -> None:
    assert record_of(f"{ORDER}<p>Code CFD 50022430</p>").code == "50022430"


@pytest.mark.parametrize("link", ["<img src=i.gif alt={n}>", "{n}"])
def test_the_named_link_of_a_file_goes_before_its_icon(link: str) -> None:
    file, named = "d057_annexes_de_l_arrete.pdf", "Annexes de l'arrêté"
    links = "".join(f"<p><a href=/f/{file}>{text}</a></p>" for text in (link.format(n=file), named))
    assert documents_of(f"{ORDER}<h2>Documents</h2>{links}") == [(file, named)]


def test_an_icon_above_the_named_link_of_its_file() -> None:
    body = (
        "<dl><dt><a href=document65ae.pdf><img src=i.png alt=''></a></dt>"
        "<dt><strong><a href=document65ae.pdf>Périodes de formation</a></strong></dt>"
        "<dd>PDF - 693 Ko</dd></dl>"
    )
    assert [t for _, t in documents_of(f"{ORDER}<h2>Annexes</h2>{body}")] == [
        "Périodes de formation"
    ]


def test_html_in_the_column_of_links() -> None:
    head = "<tr><th>Intitulé</th><th>Mis en ligne le</th><th>Poids</th><th>Télécharger</th></tr>"
    row = "<tr><td>{}</td><td>27/11/2020</td><td>324 Ko</td><td><a href={}>{}</a></td></tr>"
    files = (("Règlement", "a.rtf", "RTF"), ("Référentiel", "b.html", "HTML"))
    rows = "".join(row.format(*file) for file in files)
    expected = [("a.rtf", "Règlement"), ("b.html", "Référentiel")]
    assert documents_of(f"{ORDER}<h2>Documents</h2><table>{head}{rows}</table>") == expected


def test_html_is_a_format() -> None:
    link = "<p><a href=/f/a.html>Annexe I (HTML, 12 Ko)</a></p>"
    cell = "<table><tr><td><a href=/f/b.pdf>Annexe II</a><td>HTML - 12 Ko</table>"
    titles = [title for _, title in documents_of(f"{ORDER}<h2>Documents</h2>{link}{cell}")]
    assert titles == ["Annexe I", "Annexe II"]


@pytest.mark.parametrize(
    "address",
    ["/index.php?option=com_docman&task=doc_download&gid=12", "/f/index.php?eid=dumpfile"],
)
def test_a_download_of_a_content_system_is_a_file(address: str) -> None:
    body = f"{ORDER}<h2>Documents</h2><ul><li><a href='{address}'>Annexe I</a></li></ul>"
    assert [title for _, title in documents_of(body)] == ["Annexe I"]


@pytest.mark.parametrize("tag", ["p", "div", "li"])
def test_an_element_left_open_for_browsers_without_scripts_holds_no_page(tag: str) -> None:
    hidden = f"<noscript><{tag}>Activez JavaScript.</noscript>"
    page = f"<html><body>{hidden}<h1>CAP Vannerie</h1>{ORDER}<p>Niveau : 3</p></body></html>"
    (found,) = read(Document(page.encode()), Lexicon.packaged()).records
    record: Referential = found.record
    assert (record.title, record.level) == ("CAP Vannerie", 3)
    assert "JavaScript" not in str([each.value for each in record.issues])


@pytest.mark.parametrize("nothing", ["Néant", "N/A", "—"])
def test_a_sentence_above_a_word_for_no_value_is_told(nothing: str) -> None:
    text = "Le vannier tresse des paniers depuis toujours dans son atelier."
    told = [each.value for each in record_of(f"{ORDER}<p>{text}</p><p>{nothing}</p>").issues]
    assert text in told

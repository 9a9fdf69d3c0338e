"""Buttons, marks and window names at links; words that lead to orders, numbers and titles."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.issues import IssueCode
from schema.lexicon import Lexicon
from schema.referential import Referential

ORDER = "<p>Arrêté du 3 mai 2004</p>"


def record_of(body: str, head: str = "<h1>CAP Vannerie</h1>") -> Referential:
    page = f"<html><head><title>Référentiels</title></head><body>{head}{body}</body></html>"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    return only.record


def documents(body: str) -> list[tuple[str, str]]:
    return [(each.title, each.url) for each in record_of(ORDER + body).documents]


@pytest.mark.parametrize("around", ["<p>{}</p>", "<ul><li>{}</li></ul>", "<div class=x>{}</div>"])
def test_a_file_behind_a_button_is_a_document_and_a_panel_is_none(around: str) -> None:
    button = "<a class=btn role=button href='{}'>Référentiel complet</a>"
    assert documents(around.format(button.format("a.pdf"))) == [("Référentiel complet", "a.pdf")]
    for target in ("#a", "", "javascript:show()"):
        assert documents(around.format(button.format(target))) == []


@pytest.mark.parametrize("mark", ["• ", "- ", "<img src=puce.gif> ", "<img alt='*' src=x.gif> "])
@pytest.mark.parametrize("words", ["Référentiel complet", "Annexes", "Règlement d'examen"])
def test_a_link_behind_a_mark_is_a_document_and_no_label(mark: str, words: str) -> None:
    found = documents(f"{mark}<a href=a.pdf><font size=2>{words}</font></a><br>")
    assert [url for _, url in found] == ["a.pdf"]


@pytest.mark.parametrize(
    "window",
    ["Nouvelle fenêtre", "Ouvre un nouvel onglet", "Ouverture dans une nouvelle fenêtre"],
)
@pytest.mark.parametrize("words", ["Télécharger la grille d'évaluation", "Consulter le sujet zéro"])
def test_the_name_of_a_window_names_no_document(window: str, words: str) -> None:
    link = f"<p><a href=a.pdf title='{window}'>{words} (PDF - 93 ko)</a></p>"
    assert documents(link) == [(words, "a.pdf")]


def test_sizes_do_not_tell_documents_of_one_name_apart() -> None:
    links = "<li><a href={}.pdf>Annexes ({}, {} ko)</a>"
    for formats, titles in (
        (("PDF", "PDF"), ["Annexes", "Annexes"]),
        (("PDF", "Word"), ["Annexes (PDF, 380 ko)", "Annexes (Word, 101 ko)"]),
    ):
        items = links.format("a", formats[0], 380) + links.format("b", formats[1], 101)
        assert [title for title, _ in documents(f"<ul>{items}</ul>")] == titles


@pytest.mark.parametrize(
    "form", ["<p><b>{}</b><br>{}</p>", "<p>{}</p><p>{}</p>", "<center>{}<br>{}</center>"]
)
@pytest.mark.parametrize("word", ["ABROGE", "Abrogé", "Diplôme supprimé"])
def test_the_order_below_a_word_of_repeal_repeals_where_it_is_led_in(form: str, word: str) -> None:
    for order, kind in (
        ("(arrêté du 30-3-2023)", "repeal"), ("par arrêté du 30 mars 2023", "repeal"),
        ("Arrêté du 30 mars 2023", None),
    ):  # fmt: skip
        record = record_of(form.format(word, order))
        assert [(text.date, text.kind) for text in record.legal_texts] == [("2023-03-30", kind)]
        assert record.status == "repealed"


@pytest.mark.parametrize("label", ["En savoir plus", "Pour en savoir plus", "Liens utiles"])
def test_below_what_leads_on_orders_count_and_pages_do_not(label: str) -> None:
    items = "<li>Arrêté du 3 mai 2004 - J.O. du 9-5-2004<li><a href=vae.html>La VAE</a>"
    record = record_of(f"<p>Code : 500-22437</p><h2>{label}</h2><ul>{items}</ul>")
    assert [text.date for text in record.legal_texts] == ["2004-05-03"]
    assert record.documents == ()
    news = f"<p>Code : 500-22437</p><h2>Actualités</h2><ul>{items}</ul>"
    assert record_of(news).legal_texts == ()


def test_a_file_called_as_an_order_below_it_is_no_second_order() -> None:
    for link in ("Arrêté", "Texte de l'arrêté"):
        items = f"<ul><li><a href=a.pdf>{link}</a><li><a href=b.pdf>Annexes</a></ul>"
        record = record_of(f"<p><b>Arrêté de création :</b> 8-4-2011</p>{items}")
        dates = [(text.date, text.kind) for text in record.legal_texts]
        assert dates == [("2011-04-08", "creation")]
        assert [document.url for document in record.documents] == ["a.pdf", "b.pdf"]
    items = "<ul><li><a href=a.pdf>Arrêté du 31 février 2012</a></ul>"
    wrong = record_of(f"<p><b>Arrêté de création :</b> 8-4-2011</p>{items}")
    assert any(told.issue is IssueCode.UNKNOWN_DATE for told in wrong.issues)
    alone = record_of("<h2>Arrêté</h2><ul><li><a href=a.pdf>Arrêté</a></ul>")
    assert any(told.issue is IssueCode.UNKNOWN_DATE for told in alone.issues)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Le CAP Vannerie (RNCP35699) est rénové", ["RNCP35699"]),
        ("Le CAP Osier (RNCP35699) est rénové", []),
        ("Remplacé par le CAP Osier (RNCP35699)", []),
        ("Remplace le 500-22437<br>RNCP n° 35699", ["RNCP35699"]),
        ("Ce diplôme (RNCP35699) remplace le CAP Osier (RNCP12345)", ["RNCP35699"]),
    ],
)
def test_the_number_of_another_diploma_is_told_and_not_taken(text: str, numbers: list[str]) -> None:
    record = record_of(f"{ORDER}<p>{text}</p>")
    assert list(record.rncp_codes) == numbers
    told = [i.value for i in record.issues if i.field == "rncp_codes"]
    assert len(numbers) + len(told) == text.count("RNCP")


@pytest.mark.parametrize(
    "menu",
    [
        "<a href=i.html>Retour au sommaire</a>",
        "[ <a href=c.html>CAP</a> | <a href=b.html>BEP</a> ]",
    ],
)
@pytest.mark.parametrize(
    "below",
    [
        "<a href=a.pdf>Annexes</a><br>{}<br>",
        "<a href=a.pdf><img src=pdf.gif></a> Annexes<br>{}<br>",
    ],
)
def test_lines_of_one_paragraph_around_a_title_are_no_part_of_it(menu: str, below: str) -> None:
    title = "<font><b>CERTIFICAT D'APTITUDE PROFESSIONNELLE</b></font><br><b>VANNERIE D'ART</b>"
    named = f"{menu}<br>{title}<br>"
    for content in (named + "<hr>" + ORDER, named + below.format("Arrêté du 3 mai 2004")):
        record = record_of(content, "")
        assert record.title == "CERTIFICAT D'APTITUDE PROFESSIONNELLE VANNERIE D'ART"
        assert [text.date for text in record.legal_texts] == ["2004-05-03"]
        assert [document.url for document in record.documents] == ["a.pdf"][: "a.pdf" in content]


def test_labels_made_like_a_name_are_not_names_of_a_list() -> None:
    body = (
        "<div class=surtitre>Mention complémentaire</div><h1 class=titre>Employé traiteur</h1>"
        "<h2>Documents à télécharger</h2><p class=titre>À télécharger</p>"
        "<ul><li><a href=a.pdf>Annexes</a></ul>"
    )
    assert record_of(body, "").title == "Mention complémentaire Employé traiteur"


@pytest.mark.parametrize("label", ["Dénomination", "Appellation", "Code interne du service"])
def test_a_label_in_a_table_is_no_name_below_the_words_of_a_type(label: str) -> None:
    rows = f"<tr><td><b>Intitulé</b><td>CAP<tr><td><b>{label}</b><td>Vannerie"
    body = f"<table>{rows}<tr><td><b>Code</b><td>500-22437 S</table>{ORDER}"
    page = f"<html><body>{body}</body></html>".encode()
    try:
        titles = [each.record.title for each in read(Document(page), Lexicon.packaged()).records]
    except Refused:
        titles = []
    assert titles in (["CAP Vannerie"], ["CAP"], []), label
    assert label not in ("Dénomination", "Appellation") or titles == ["CAP Vannerie"]


@pytest.mark.parametrize("label", ["Dernière session", "Dernière session d'examen"])
def test_an_order_behind_a_session_is_not_of_the_session(label: str) -> None:
    for behind in ("(arrêté du 19 février 2021)", "(arr. du 19-2-2021)"):
        record = record_of(f"{ORDER}<p><b>{label} : 2024 {behind}</b></p>")
        assert (record.last_session, record.legal_texts[-1].date) == (2024, "2021-02-19")


BANNERS = [
    ("Diplôme en vigueur", "in_force"), ("Statut : en vigueur", "in_force"),
    ("Diplôme supprimé", "repealed"), ("Ce référentiel est en vigueur.", "in_force"),
    ("Ce diplôme est abrogé par l'arrêté du 21 mai 2023. Il est remplacé par le "
     "<a href=b.html>CAP Osier</a> (50024323).", "repealed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status"), BANNERS)
@pytest.mark.parametrize("around", ["<div class=bandeau>{}</div>", "<p class=alerte>{}</p>", "{}"])
def test_a_banner_that_states_the_status_is_read(text: str, status: str, around: str) -> None:
    banner = around.format(f"<p>{text}</p>" if around == "{}" else text)
    record = record_of(f"{banner}<h1>CAP Vannerie</h1>{ORDER}", "")
    assert record.status == status
    assert record.title == "CAP Vannerie"


def test_what_stands_below_what_leads_on_is_of_the_diploma() -> None:
    alert = "<p>Attention : ce diplôme est abrogé depuis la session 2026.</p>"
    for label in ("Pour en savoir plus", "Liens utiles"):
        links = "<ul><li><a href=vae.html>La VAE</a><li><a href=a.html>Le CCF</a></ul>"
        assert record_of(f"{ORDER}<h2>{label}</h2>{links}{alert}").status == "repealed"


@pytest.mark.parametrize("behind", ["[PDF]", "[pdf]", ""])
def test_a_format_behind_the_link_of_an_option_is_no_part_of_its_name(behind: str) -> None:
    items = "".join(
        f"<li>Option {letter} {name} : <a href=a.pdf>Référentiel option {letter}</a> {behind}"
        for letter, name in (("A", "monteur"), ("B", "ciseleur"))
    )
    page = f"<html><body><h1>CAP Bronzier</h1>{ORDER}<ul>{items}</ul></body></html>"
    records = read(Document(page.encode()), Lexicon.packaged()).records
    titles = [each.record.title for each in records]
    assert titles == ["CAP Bronzier option A monteur", "CAP Bronzier option B ciseleur"]


def test_a_banner_names_the_predecessor() -> None:
    banner = "<div class=bandeau>Remplace le 320-25408.</div>"
    assert record_of(f"{banner}<h1>BTS Vannerie</h1>{ORDER}", "").replaces == ("32025408",)


@pytest.mark.parametrize(
    "form",
    [
        "<p>{link}<a href='v/arrete040503.pdf'></a></p>",
        "<p><a href='v/arrete040503.pdf'></a>{link}</p>",
        "<p>{link} <a href='v/arrete040503.pdf'> </a></p>",
        "<p>{link}<a href='v/arrete040503.pdf'><b></b></a></p>",
        "<ul><li><a href='v/arrete040503.pdf'></a>{link}</li></ul>",
    ],
)
def test_what_editors_left_of_a_link_beside_it_says_nothing(form: str) -> None:
    body = form.format(link="<a href='v/arrete040503.pdf'>Arrêté du 3 mai 2004</a>")
    record = record_of(body)
    assert [(text.date, text.title) for text in record.legal_texts] == [
        ("2004-05-03", "Arrêté du 3 mai 2004")
    ]
    (document,) = record.documents
    assert document.title == "Arrêté du 3 mai 2004"


def test_a_link_without_text_to_another_file_is_a_document() -> None:
    found = documents("<p><a href='v/a1.pdf'>Annexe I</a> <a href='v/a2.pdf'></a></p>")
    assert [url.rpartition("/")[2] for _, url in found] == ["a1.pdf", "a2.pdf"]


ADDRESS = "http://www.education.gouv.fr/bo/2004/20/MENE0400981A.htm"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("<font><a href='{}'>Arrêté</a> du 3 mai 2004</font>", None),
        ("<b><a href='{}'>Arrêté de création</a> du 3 mai 2004</b>", "creation"),
        ("<a href='{}'>Arrêté modificatif</a> du 3 mai 2004", "modification"),
        ("<a href='{}'>Arrêté</a> <i>du 3 mai 2004</i>", None),
    ],
)
def test_a_link_on_the_word_of_an_order_is_of_it_and_no_label(line: str, kind: str | None) -> None:
    (order,) = record_of(f"<p>{line.format(ADDRESS)}</p>").legal_texts
    assert (order.date, order.nor, order.kind) == ("2004-05-03", "MENE0400981A", kind)
    assert order.url == ADDRESS


@pytest.mark.parametrize("number", ["1. ", "1.&nbsp;&nbsp; ", "2) ", "- "])
@pytest.mark.parametrize("words", ["Annexes de l'arrêté", "Référentiel", "Annexes"])
def test_a_file_behind_the_number_of_an_item_is_no_label(number: str, words: str) -> None:
    for label in ("<p><u>Document</u></p>", "<h3>Documents</h3>", ""):
        body = f"{label}<p>{number}<a href='v/a.pdf'>{words}</a></p>"
        assert documents(body) == [(words, "v/a.pdf")]


@pytest.mark.parametrize(
    "nor", ["NOR : MEN E 11 25419 A", "NOR MEN E 1125419 A", "NOR:MENE1125419A"]
)
def test_orders_go_on_behind_a_number_with_spaces(nor: str) -> None:
    line = f"<a href='v/1.pdf'>7 janvier 2011</a> - {nor} ; <a href='v/2.pdf'>2 mai 2016</a>"
    record = record_of(f"<p>Arrêtés modificatifs : {line}</p>")
    assert [(text.date, text.kind, text.nor) for text in record.legal_texts] == [
        ("2011-01-07", "modification", "MENE1125419A"),
        ("2016-05-02", "modification", None),
    ]


@pytest.mark.parametrize("behind", ["(pdf)", "[PDF]", "- PDF 210 Ko", "(document PDF, 1,2 Mo)"])
def test_a_file_with_its_format_behind_it_is_no_label(behind: str) -> None:
    body = f"<ul><li><a href='v/a.pdf'>Référentiel du diplôme</a> {behind}<li><a href='v/b.pdf'>B"
    assert documents(body + "</a></ul>")[0] == ("Référentiel du diplôme", "v/a.pdf")


@pytest.mark.parametrize(
    "words",
    ["PDF - Référentiel", "&gt; Référentiel", "• Référentiel", "Référentiel (au format pdf)",
     "Référentiel - 350 Ko", "Word : Référentiel"],
)  # fmt: skip
def test_bullets_and_formats_are_no_part_of_the_title_of_a_file(words: str) -> None:
    assert documents(f"<p><a href='v/a.pdf'>{words}</a></p>")[0] == ("Référentiel", "v/a.pdf")


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Cette mention complémentaire est en vigueur.", "in_force"),
        ("Ce certificat d'aptitude professionnelle est toujours en vigueur.", "in_force"),
        ("Ce brevet de technicien supérieur est actuellement en vigueur.", "in_force"),
        ("Ce diplôme dont l'arrêté est en vigueur", "unknown"),
    ],
)
def test_a_diploma_by_its_type_is_in_force(sentence: str, status: str) -> None:
    assert record_of(f"{ORDER}<p>{sentence}</p>").status == status


@pytest.mark.parametrize("again", ["CAP - Vannerie", "C.A.P. Vannerie", "CAP"])
def test_a_code_below_the_title_in_other_words_is_the_diploma_s(again: str) -> None:
    code = "<p>(code : 500-22434 V)</p>"
    assert record_of(f"<h2>{again}</h2>{code}{ORDER}").code == "50022434"
    other = record_of(f"{ORDER}<h2>CAP Boulanger</h2>{code}")
    assert other.code is None
    assert any(each.field == "code" for each in other.issues)


@pytest.mark.parametrize(
    "form", ["<dl><dt>{}</dt><dd>{}</dd></dl>", "<p>{}<br>{}</p>", "<p>{} {}</p>"]
)
def test_an_order_on_two_lines_repeals_the_page_s_own(form: str) -> None:
    own = form.format("Arrêté du 31 juillet 1997", "portant création du CAP Vannerie")
    order = form.format("Arrêté du 21 octobre 2024", "abrogeant l'arrêté du 31 juillet 1997")
    record = record_of(own + order)
    assert [text.kind for text in record.legal_texts] == ["creation", "repeal"]
    assert record.status == "repealed"
    other = form.format("Arrêté du 21 octobre 2024", "modifiant l'arrêté du 31 juillet 1997")
    assert record_of(own + other).status == "unknown"


@pytest.mark.parametrize("form", ["<dl><dt>{}</dt><dd>{}</dd></dl>", "<p><b>{} :</b> {}</p>"])
def test_a_successor_of_the_same_name(form: str) -> None:
    said = form.format("Diplôme successeur", "CAP Vannerie (500-22441)")
    assert record_of(ORDER + said).replaced_by == ("50022441",)
    said = form.format("Diplôme prédécesseur", "CAP Vannerie (500-22441)")
    assert record_of(ORDER + said).replaces == ("50022441",)


@pytest.mark.parametrize("marks", ["<>", "«»", "←→", "‹›"])
@pytest.mark.parametrize("between", [" | <a href=index.html>Liste</a> | ", " – "])
def test_links_that_lead_back_and_on_are_no_documents(marks: str, between: str) -> None:
    back, on = (mark.replace("<", "&lt;").replace(">", "&gt;") for mark in marks)
    pages = ("<a href=a1.html>Osier</a>", "<a href=a3.html>Rotin et cannage</a>")
    line = f"<p>{back} {between.join(pages)} {on}</p>"
    files = "<h2>Documents</h2><ul><li><a href=a.pdf>Annexes</a></li></ul>"
    assert documents(files + line) == [("Annexes", "a.pdf")]
    told = [each.field for each in record_of(ORDER + files + line).issues]
    assert told.count("documents") >= 2


def test_quoted_links_to_pages_below_documents_are_documents() -> None:
    line = "<p><a href=a1.html>« Annexe I »</a></p><p><a href=a2.html>Lexique</a></p>"
    found = documents(f"<h2>Documents</h2>{line}")
    assert [url for _, url in found] == ["a1.html", "a2.html"]


def test_files_above_the_title_may_be_named_before_links_that_say_nothing() -> None:
    names = ("Annexe I", "Lexique")
    items = "".join(f"<li>{name} : <a href={name[0]}.pdf>Télécharger</a></li>" for name in names)
    above = f"<ul>{items}</ul><h1>CAP Vannerie</h1>"
    found = record_of(ORDER, above).documents
    assert [each.title for each in found] == ["Annexe I", "Lexique"]


@pytest.mark.parametrize("verb", ["Télécharger", "TELECHARGER", "Telecharger"])
@pytest.mark.parametrize("name", ["ANNEXE I", "Règlement d'examen"])
def test_a_verb_before_the_name_of_a_file_is_left_out_without_accents_too(
    verb: str, name: str
) -> None:
    for heading in ("<h2>Le référentiel</h2>", ""):
        found = documents(f"{heading}<p><a href=a.pdf>{verb} : {name}</a></p>")
        assert found == [(name, "a.pdf")]


_TEXT = "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000000000001"


@pytest.mark.parametrize(
    "words",
    ["Consulter sur Légifrance", "Légifrance", "Voir le texte", "Lire l'arrêté", "Texte intégral",
     "Version consolidée", "Accéder au texte sur Légifrance"],
)  # fmt: skip
@pytest.mark.parametrize(
    "form",
    ["<p>{}<br>{}</p>", "<p>{}</p><p>{}</p>", "<ul><li><p>{}</p><p>{}</p></li></ul>",
     "<dl><dt>Textes</dt><dd><p>{}<br>{}</p></dd></dl>", "<p>{} {}</p>"],
)  # fmt: skip
def test_a_link_below_an_order_that_only_opens_it_is_no_second_one(words: str, form: str) -> None:
    title = "Arrêté du 3 mai 2004 portant création du diplôme"
    record = record_of(f"<h2>Arrêtés</h2>{form.format(title, f'<a href={_TEXT}>{words}</a>')}")
    found = [(text.title, text.date, text.kind, text.url) for text in record.legal_texts]
    assert found == [(title, "2004-05-03", "creation", _TEXT)]


def test_each_order_has_the_link_below_it() -> None:
    link = "<a href=https://www.legifrance.gouv.fr/jorf/id/JORFTEXT00000000000{}>Légifrance</a>"
    orders = (
        f"<p>Arrêté du 3 mai 2004 portant création du diplôme<br>{link.format(1)}</p>"
        f"<p>Arrêté du 4 mai 2010 modifiant le diplôme<br>{link.format(2)}</p>"
    )
    texts = record_of(f"<h2>Arrêtés</h2>{orders}").legal_texts
    assert [(text.date, (text.url or "")[-1]) for text in texts] == [
        ("2004-05-03", "1"), ("2010-05-04", "2"),
    ]  # fmt: skip


def test_a_link_that_names_an_order_is_of_that() -> None:
    link = f"<a href={_TEXT}>Arrêté du 4 mai 2010</a>"
    record = record_of(f"<h2>Arrêtés</h2><p>Arrêté du 3 mai 2004<br>{link}</p>")
    assert [(text.date, text.url) for text in record.legal_texts] == [
        ("2004-05-03", None), ("2010-05-04", _TEXT),
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["Rubrique", "À consulter", "Sur ce site"])
@pytest.mark.parametrize("bold", ["b", "strong"])
def test_pages_below_a_line_set_off_behind_the_documents_are_none(head: str, bold: str) -> None:
    files = "<h2>Documents</h2><p><a href=a.pdf>Annexe I</a></p>"
    links = "<a href=voie.html>Conseils aux familles</a><br><a href=droit.html>Le droit</a>"
    around = f"<p><{bold}>{head}</{bold}><br>{links}</p>"
    assert documents(files + around) == [("Annexe I", "a.pdf")]
    # pages that are called as the files of a diploma are, or headed so
    own = "<a href=epr.html>Définition des épreuves</a>"
    found = documents(f"{files}<p><{bold}>{head}</{bold}><br>{own}</p>")
    assert [url for _, url in found] == ["a.pdf", "epr.html"]
    found = documents(f"{files}<p>{links}</p>")
    assert [url for _, url in found] == ["a.pdf", "voie.html", "droit.html"]


@pytest.mark.parametrize("name", ["Document", "Intitulé", "Nom", "Fichier"])
@pytest.mark.parametrize("head", ["Téléchargement", "Lien", "Télécharger"])
@pytest.mark.parametrize("link", ["Voir", "Ouvrir", "Télécharger (PDF)"])
def test_a_table_of_one_file_names_it_before_the_link(name: str, head: str, link: str) -> None:
    row = f"<tr><td>Référentiel (version d'origine)</td><td><a href=a.pdf>{link}</a></td></tr>"
    table = f"<table><tr><th>{name}</th><th>{head}</th></tr>{row}</table>"
    record = record_of(f"{ORDER}<h2>Pièces jointes</h2>{table}")
    assert [each.title for each in record.documents] == ["Référentiel (version d'origine)"]
    assert record.title == "CAP Vannerie"
    # but a column of facts heads its file
    facts = "<tr><th>Code</th><th>Référentiel</th></tr><tr><td>500-23438</td><td>{}</td></tr>"
    record = record_of(f"{ORDER}<table>{facts.format(f'<a href=a.pdf>{link}</a>')}</table>")
    assert (record.code, [each.title for each in record.documents]) == (
        "50023438", ["Référentiel"],
    )  # fmt: skip


@pytest.mark.parametrize("name", ["annexe I a) : Les activités (RAP)", "Annexe 2 b), Unités (UP)"])
@pytest.mark.parametrize(
    "link",
    [
        "{} <a href=a.pdf>Format PDF</a>",
        "{} - <a href=a.pdf>Télécharger le fichier</a> [pdf]",
        "{} <a href=a.pdf><img src=pdf.png alt=pdf></a>",
    ],
)
def test_a_bracket_that_is_closed_stays_behind_a_letter_with_one(name: str, link: str) -> None:
    found = documents(f"<h2>Annexes</h2><ul><li>{link.format(name)}</li></ul>")
    assert found == [(name, "a.pdf")]


@pytest.mark.parametrize("line", ["Brochure - {}", "Brochure {}", "La brochure – {}"])
def test_words_before_a_link_name_it_and_not_the_title_of_its_box(line: str) -> None:
    link = "<a href=a.pdf>Télécharger le PDF</a>"
    body = f"<div class=titre>CAP Vannerie</div>{ORDER}<p>{line.format(link)}</p>"
    page = record_of(f"<div>{body}</div>", "")
    name = line.partition("rochure")[0] + "rochure"
    assert [each.title for each in page.documents] == [name]


def test_the_name_of_a_file_that_is_its_title_tells_it_not_apart() -> None:
    icon = "<a href=annexes.pdf><img src=pdf.gif alt=''></a> Annexes"
    items = f"<li>{icon}</li><li><a href=b.pdf>Annexes (PDF - 44 Ko)</a></li>"
    found = documents(f"<h2>Documents</h2><ul>{items}</ul>")
    assert found == [("Annexes", "annexes.pdf"), ("Annexes", "b.pdf")]


@pytest.mark.parametrize("code", ["500-22436 P", "50022436P"])
def test_the_code_of_a_successor_is_no_number_of_pages(code: str) -> None:
    link = f"<p>Remplacé par : <a href=van.html>CAP Vannerie ({code})</a></p>"
    record = record_of(f"{ORDER}{link}<h2>Annexes</h2><p><a href=a.pdf>Annexe I - 12 p.</a></p>")
    assert [(each.title, each.url) for each in record.documents] == [("Annexe I", "a.pdf")]
    assert record.replaced_by == ("50022436",)


@pytest.mark.parametrize("head", ["À consulter", "Par ici", "Ailleurs"])
def test_pages_in_a_box_outside_the_documents_are_none(head: str) -> None:
    link = "<a href=a.pdf>Télécharger (PDF)</a>"
    files = f"<article><h2>Consulter le référentiel</h2><div>Référentiel {link}</div></article>"
    links = "<ul><li><a href=bois.html>Osier</a></li><li><a href=eau.html>Rotin</a></li></ul>"
    box = f"<div><h4>{head}</h4>{links}</div>"
    assert documents(files + box) == [("Référentiel", "a.pdf")]
    # what is called as files of a diploma are
    own = (
        f"<div><h4>{head}</h4><ul><li><a href=epr.html>Définition des épreuves</a></li></ul></div>"
    )
    found = documents(files + own)
    assert [url for _, url in found] == ["a.pdf", "epr.html"]


def test_the_page_of_a_site_on_periods_of_training_is_no_annex() -> None:
    def titles(name: str, address: str) -> list[str]:
        link = f"<ul><li><a href={address}>{name}</a></li><li><a href=x.html>La VAE</a></li></ul>"
        return [document.title for document in record_of(ORDER + link).documents]

    periods = "périodes de formation en milieu professionnel"
    assert titles(f"Les {periods}", "pfmp.html") == []
    assert titles(f"Les {periods}", "pfmp.pdf") == [f"Les {periods}"]
    assert titles(periods.capitalize(), "b9.html") == [periods.capitalize()]


@pytest.mark.parametrize("name", ["Formation en milieu professionnel", "Tableau des unités"])
def test_pages_of_a_series_are_annexes_where_two_of_it_are_called_so(name: str) -> None:
    def files(*names: str) -> list[str]:
        items = "".join(f"<li><a href=g/AN{n}.HTM>{each}</a>" for n, each in enumerate(names))
        other = "<li><a href=g/MENU.HTM>Les diplômes</a>"
        found = record_of(f"{ORDER}<ul>{items}{other}</ul>").documents
        return [document.title for document in found]

    annexes = ("Référentiel des activités", "Règlement d'examen")
    assert files(annexes[0], name, annexes[1]) == [annexes[0], name, annexes[1]]
    assert files(annexes[0], name) == [annexes[0]]

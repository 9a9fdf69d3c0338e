"""Lists in cells, cards of other pages, versions of files, a page's own date, words that open."""

import re

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.issues import IssueCode
from schema.lexicon import Lexicon
from tests.parsers.extract.pages import ORDER, orders_of, record_of

_TEXT = "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000019732914"


def documents(body: str) -> list[tuple[str, str]]:
    return [(each.title, each.url) for each in record_of(ORDER + body).documents]


@pytest.mark.parametrize("head", ["<th>{}</th>", "<td><b>{}</b></td>"])
@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (
            (
                "Arrêté du 3 mai 2004 portant création du CAP Vannerie",
                "Arrêté du 5 juin 2007 modifiant l'arrêté du 3 mai 2004",
            ),
            ("creation", "modification"),
        ),
        (
            ("3/5/2004 : arrêté de création", "5/6/2007 : arrêté modificatif"),
            ("creation", "modification"),
        ),
        (
            ("Arrêté de création : 3 mai 2004", "Arrêté modificatif : 5 juin 2007"),
            ("creation", "modification"),
        ),
        (
            ("Arrêté : lundi 3 mai 2004", "Arrêté modificatif du mardi 5 juin 2007"),
            (None, "modification"),
        ),
    ],
)  # fmt: skip
def test_each_line_of_a_cell_beside_the_files_is_an_order(
    head: str, lines: tuple[str, str], kinds: tuple[str | None, str]
) -> None:
    heads = "".join(head.format(name) for name in ("Textes", "Annexes"))
    files = "<a href=a.pdf>Annexe I</a><br><a href=b.pdf>Annexe II</a>"
    body = f"<table><tr>{heads}</tr><tr><td>{'<br>'.join(lines)}</td><td>{files}</td></tr></table>"
    assert orders_of(body) == [("2004-05-03", kinds[0]), ("2007-06-05", kinds[1])]
    assert [d.url for d in record_of(body).documents] == ["a.pdf", "b.pdf"]


def test_what_stands_before_the_lines_of_a_cell_is_said_of_each() -> None:
    lines = "arrêté du 3 mai 2004<br>arrêté du 5 juin 2007"
    body = f"<table><tr><td>Modifications</td><td>{lines}</td></tr></table>"
    assert orders_of(body) == [("2004-05-03", "modification"), ("2007-06-05", "modification")]


@pytest.mark.parametrize("words", ["RAP", "Annexe I", "Le référentiel"])
def test_an_icon_in_the_next_cell_names_no_document(words: str) -> None:
    icon = "<td><a href=a.pdf><img src=pdf.gif alt=pdf></a></td>"
    named = f"<td><a href=a.pdf>{words}</a></td>"
    for row in (icon + named, named + icon):
        assert documents(f"<h2>Annexes</h2><table><tr>{row}</tr></table>") == [(words, "a.pdf")]


@pytest.mark.parametrize("heading", ["Contenus similaires", "Zigles", "Contenus associés"])
def test_a_card_of_another_page_is_no_diploma(heading: str) -> None:
    cards = "".join(
        f"<div><h3><a href=/diplomes/{name}>CAP {name}</a></h3><p>Référentiel</p></div>"
        for name in ("Tonnellerie", "Charcutier")
    )
    page = f"{ORDER}<p>Code : 500-22139 T</p><h2>{heading}</h2><div>{cards}</div>"
    only = record_of(page)
    assert (only.title, only.code, only.documents) == ("CAP Vannerie", "50022139", ())


@pytest.mark.parametrize("folder", ["tags", "tag", "taxonomy", "mots-cles"])
def test_the_page_of_a_tag_and_a_place_on_a_page_are_no_documents(folder: str) -> None:
    files = "<h2>Annexes</h2><p><a href=a.pdf>Annexe I</a></p>"
    tags = f"<ul><li><a href=/{folder}/referentiels>Référentiels</a></li></ul>"
    place = "<p><a href=https://eduscol.education.fr/a.html#annexes>Annexes</a></p>"
    index = "<p><a href=liste.html>Liste des référentiels</a></p>"
    assert documents(files + tags + place + index) == [("Annexe I", "a.pdf")]


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Code diplôme (CFD/MEN)", "500-22139 T"),
        ("Code diplôme (CFD, MEN)", "500-22139 T"),
        ("Code diplôme (nomenclature)", "50022139"),
    ],
)
def test_words_of_labels_in_brackets_change_no_label(label: str, code: str) -> None:
    for pair in (f"<p><b>{label} :</b> {code}</p>", f"<dl><dt>{label}</dt><dd>{code}</dd></dl>"):
        assert record_of(ORDER + pair).code == "50022139"
    assert record_of(f"{ORDER}<p><b>Code diplôme (Zigle/MEN) :</b> RAS</p>").code is None


def test_a_label_may_end_in_a_number_sign() -> None:
    pair = "<table><tr><td>Fiche RNCP n°</td><td>38304</td></tr></table>"
    assert record_of(ORDER + pair).rncp_codes == ("RNCP38304",)


@pytest.mark.parametrize(
    "line",
    [
        "MAJ 07/12/2023", "M.A.J. : 07/12/2023", "Actualisé le 7 décembre 2023", "07/12/2023",
        "Dernière révision : 07/12/2023", "Rédigé le 7 décembre 2023", "Webmestre, 7 décembre 2023",
    ],
)  # fmt: skip
def test_the_day_of_a_page_below_its_orders_is_no_order(line: str) -> None:
    assert orders_of(f"<h2>Arrêtés</h2>{ORDER}<p>{line}</p>") == [("2004-05-03", None)]


def test_dates_alone_in_a_list_of_orders_are_orders() -> None:
    items = "<h2>Arrêtés</h2><ul><li>3 mai 2004</li><li>7 décembre 2023</li></ul>"
    assert orders_of(items) == [("2004-05-03", None), ("2023-12-07", None)]
    below = f"<h2>Arrêtés</h2>{ORDER}<p>Modification :</p><p>7 décembre 2023</p>"
    assert ("2023-12-07", "modification") in orders_of(below)


def test_a_page_may_abbreviate_that_it_was_updated() -> None:
    page = f"<h1>CAP Vannerie</h1>{ORDER}<p>MAJ 07/12/2023</p>".encode()
    reading = read(Document(page), Lexicon.packaged())
    assert reading.update == "MAJ 07/12/2023"
    (only,) = reading.records
    assert not [i for i in only.record.issues if i.issue == IssueCode.UNACCOUNTED]


@pytest.mark.parametrize("days", [("lundi", "jeudi"), ("", "jeudi"), ("dimanche", "mercredi")])
def test_days_of_the_week_stand_before_dates(days: tuple[str, str]) -> None:
    first, second = days
    others = f"du {first} 7 mai 2009 et du {second} 7 mai 2013"
    line = f"Arrêté du 3 mai 2004 modifié par les arrêtés {others}"
    changes = [("2009-05-07", "modification"), ("2013-05-07", "modification")]
    assert orders_of(f"<p>{line}</p>") == [("2004-05-03", None), *changes]


@pytest.mark.parametrize(
    "words", ["voir le texte", "[Légifrance]", "(lien)", "consulter l'arrêté", "texte intégral"]
)
@pytest.mark.parametrize(
    "about", ["", " relatif au CAP Vannerie", " portant création du CAP Vannerie"]
)
def test_words_that_only_open_an_order_are_none_of_its_words(words: str, about: str) -> None:
    link = f"<a href='{_TEXT}'>{words}</a>"
    line = f"Arrêté du 3 mai 2004{about} {link}, modifié par l'arrêté du 5 juin 2007"
    only = record_of(f"<p>{line}</p>")
    assert [text.date for text in only.legal_texts] == ["2004-05-03", "2007-06-05"]
    assert only.legal_texts[0].title == f"Arrêté du 3 mai 2004{about}"
    assert only.legal_texts[0].url == _TEXT


def test_the_number_in_the_address_of_a_change_is_its_own() -> None:
    link = "<a href=https://www.legifrance.gouv.fr/eli/arrete/2007/6/5/MENE0704242A/jo/texte>{}</a>"
    line = f"Arrêté du 3 mai 2004, {link.format('modifié par l’arrêté du 5 juin 2007')}"
    assert [text.nor for text in record_of(f"<p>{line}</p>").legal_texts] == [None, "MENE0704242A"]


def test_a_link_to_the_site_of_orders_is_none() -> None:
    home = "<p>Sites utiles : <a href=https://www.legifrance.gouv.fr/>Légifrance</a></p>"
    assert orders_of(f"<h2>Arrêté</h2>{ORDER}{home}") == [("2004-05-03", None)]


@pytest.mark.parametrize("size", ["(pdf - 1860 Ko)", "(1900 ko)", "- 1,8 Mo"])
def test_the_file_of_an_order_below_it_is_no_second_one(size: str) -> None:
    link = f"<ul><li><a href=a.pdf>Texte de l'arrêté {size}</a></li></ul>"
    assert orders_of(f"<h2>Arrêté</h2>{ORDER}{link}") == [("2004-05-03", None)]


def test_an_order_that_replaces_another_repeals_no_diploma() -> None:
    page = "<p>Arrêté du 3 mai 2004 abrogeant et remplaçant l'arrêté du 12 juin 1999</p>"
    assert record_of(page).status == "unknown"
    below = record_of(f"{ORDER}<p>Abroge et remplace le diplôme de code 500-23222 S</p>")
    assert ([t.date for t in below.legal_texts], below.replaces) == (["2004-05-03"], ("50023222",))


def test_a_decree_that_renames_a_type_is_no_order_of_the_diploma() -> None:
    note = "les mentions complémentaires ont pris le nom de certificats de spécialisation"
    page = f"<p>Arrêté du 24 mars 2006</p><p>NB : {note} (décret du 28 août 2023).</p>"
    only = record_of(page, "<h1>Mention complémentaire Sommellerie</h1>")
    assert [text.date for text in only.legal_texts] == ["2006-03-24"]


@pytest.mark.parametrize(
    "words",
    [
        "Annexe IV (à compter de la session 2021)",
        "Annexe IV - applicable à partir de la session 2021",
        "Règlement d'examen : depuis la session 2021",
    ],
)
def test_the_session_of_a_version_of_a_file_is_told_and_not_taken(words: str) -> None:
    only = record_of(f"{ORDER}<ul><li><a href=a.pdf>{words}</a></li></ul>")
    assert only.first_session is None
    assert [i.field for i in only.issues if i.issue == IssueCode.UNLABELLED_TEXT] == [
        "first_session"
    ]


SINCE = "(applicable à compter de la session 2021)"


@pytest.mark.parametrize(
    "change",
    [
        f"<p>Modif. : arrêté du 9 mars 2019 {SINCE}</p>",
        f"<p>Arrêté de modification : 9 mars 2019 {SINCE}</p>",
        f"<p><b>Modif.</b></p><p>A. du 9 mars 2019 {SINCE}</p>",
        f"<div><div>Modif.</div><div>A. du 9 mars 2019 {SINCE}</div></div>",
        f"<table><tr><td>Modification</td><td>A. du 9 mars 2019 {SINCE}</td></tr></table>",
    ],
)
def test_the_session_of_a_change_is_no_first_session(change: str) -> None:
    made = "<p>Créé par : arrêté du 3 mai 2004</p>"
    assert record_of(f"<h2>Textes</h2>{made}{change}").first_session is None
    created = re.sub(r"Modif\.|[Mm]odification", "Création", change)
    assert record_of(f"<h2>Textes</h2>{created}").first_session == 2021


def test_sessions_that_head_columns_of_files_are_told_and_not_taken() -> None:
    heads = "<th></th><th>jusqu'à la session 2022</th><th>à partir de la session 2023</th>"
    files = (
        "<td>Règlement d'examen</td><td><a href=a.pdf>PDF</a></td><td><a href=b.pdf>PDF</a></td>"
    )
    only = record_of(f"{ORDER}<table><tr>{heads}</tr><tr>{files}</tr></table>")
    assert (only.first_session, only.last_session) == (None, None)
    told = {i.field for i in only.issues if i.issue == IssueCode.UNLABELLED_TEXT}
    assert told == {"first_session", "last_session"}
    first = "<tr><td>Première session</td><td>2007</td></tr><tr><td><a href=a.pdf>PDF</a></td></tr>"
    assert record_of(f"{ORDER}<table>{first}</table>").first_session == 2007


@pytest.mark.parametrize(
    "body",
    [
        "<p><b>Sessions d'examen</b> : première : 2011 ; dernière : 2025</p>",
        "<table><tr><th>Sessions</th><td>première : 2011 ; dernière : 2025</td></tr></table>",
    ],
)
def test_a_label_of_sessions_may_have_two_values(body: str) -> None:
    only = record_of(ORDER + body)
    assert (only.first_session, only.last_session) == (2011, 2025)


def test_a_sentence_behind_the_code_of_a_successor_is_of_the_diploma() -> None:
    line = "Diplôme remplacé par : BTS Tourisme (320-33115 T) La dernière session a lieu en 2026."
    only = record_of(f"{ORDER}<p>{line}</p>")
    assert (only.replaced_by, only.last_session) == (("32033115",), 2026)


@pytest.mark.parametrize("format_", ["PDF", "PDF, 394 ko", "format PDF"])
def test_a_format_that_all_files_have_tells_none_apart(format_: str) -> None:
    line = (
        f"<a href=a.pdf>Annexes de l'arrêté ({format_})</a> (<a href=b.pdf>version précédente</a>)"
    )
    assert documents(f"<h2>Annexes</h2><p>{line}</p>") == [
        ("Annexes de l'arrêté", "a.pdf"), ("version précédente", "b.pdf"),
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["Document complet", "Document annexe", "RAP"])
def test_a_file_that_says_what_it_is_has_its_own_name(words: str) -> None:
    files = f"<h2>À télécharger</h2><p><a href=a.pdf>{words}</a></p>"
    assert documents(files) == [(words, "a.pdf")]


@pytest.mark.parametrize(
    "title",
    [
        "Vannerie (Certificat d'aptitude professionnelle (CAP))",
        "Vannerie (certificat d'aptitude professionnelle (C.A.P.))",
    ],
)
def test_a_type_in_brackets_may_have_its_short_form_behind_it(title: str) -> None:
    only = record_of(ORDER, f"<h1>{title}</h1>")
    assert (only.name, only.diploma_type) == ("Vannerie", "CAP")


def test_a_level_in_brackets_is_no_part_of_a_name() -> None:
    title = "<h1>Mention complémentaire (niveau IV) Sommellerie</h1>"
    assert record_of(ORDER, title).name == "Sommellerie"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("<p><a href=v/a.pdf>Les annexes</a><br>En vigueur</p>", "in_force"),
        (f"{ORDER}<p>Code : 500-24102 | En vigueur</p>", "in_force"),
        (f"<p>RNCP37537<br><span class=badge>En vigueur</span><br>{ORDER}</p>", "in_force"),
        ("<p>Arrêté du 3 mai 2004 | En vigueur</p>", "unknown"),
        (f"<p>Diplôme : CAP Vannerie [En vigueur]</p>{ORDER}", "in_force"),
        (f"<p>Intitulé : CAP Vannerie (diplôme abrogé)</p>{ORDER}", "repealed"),
        (f"<p>Remplace : CAP Osier (diplôme abrogé)</p>{ORDER}", "unknown"),
        (f"{ORDER}<p>Le règlement, en vigueur</p>", "unknown"),
    ],
)
def test_a_line_or_a_badge_says_that_a_diploma_is_in_force(body: str, status: str) -> None:
    assert record_of(body).status == status


LABELS_ABOVE = (
    "<dl><dt>Créé par<dd>{}<dt>Modifié par<dd>{}</dl>",
    "<table><tr><td>Créé par<td>{}<tr><td>Modifié par<td>{}</table>",
    "<table><tr><th>Créé par<th>Modifié par<tr><td>{}<td>{}</table>",
    "<p>Créé par</p><p>{}</p><p>Modifié par</p><p>{}</p>",
)


@pytest.mark.parametrize("form", LABELS_ABOVE)
def test_labels_of_orders_above_the_title_say_what_they_do(form: str) -> None:
    above = form.format("arrêté du 3 mai 2004", "arrêté du 5 juin 2009")
    record = record_of("<p><a href=v/a.pdf>Annexe</a></p>", f"{above}<h1>CAP Vannerie</h1>")
    assert [(text.date, text.kind) for text in record.legal_texts] == [
        ("2004-05-03", "creation"),
        ("2009-06-05", "modification"),
    ]


@pytest.mark.parametrize("head", ["Arrêté du", "Arrêté", "Texte"])
@pytest.mark.parametrize("change", ["5 juin 2009", "arrêté du 5 juin 2009"])
@pytest.mark.parametrize("form", ["{1}{0}", "{0}{1}"])
def test_what_one_column_says_of_its_orders_is_said_of_no_other(
    head: str, change: str, form: str
) -> None:
    order = "arrêté du 3 mai 2004" if head == "Texte" else "3 mai 2004"
    table = f"<table><tr><th>{head}<th>Modifié par<tr><td>{order}<td>{change}</table>"
    record = record_of(form.format("<h1>CAP Vannerie</h1>", table), "<p>Accueil</p>")
    orders = {text.date: text.kind for text in record.legal_texts}
    assert orders == {"2004-05-03": None, "2009-06-05": "modification"}


@pytest.mark.parametrize(
    "number", ["NOR : MENE0401548A", "NOR MENE0401548A", "(NOR : MENE0401548A)"]
)
@pytest.mark.parametrize(
    ("head", "kind"), [("Création", "creation"), ("Modification", "modification")]
)
@pytest.mark.parametrize("journal", ["", "<br>BO n° 40 du 2 octobre 2004", " - JO du 12-5-2004"])
def test_a_number_may_stand_between_what_an_order_does_and_the_order(
    number: str, head: str, kind: str, journal: str
) -> None:
    second = "<p>Modification<br>arrêté du 5 juin 2009</p>"
    record = record_of(f"<p>{head}<br>{number}<br>arrêté du 3-5-2004{journal}</p>{second}")
    assert [(text.date, text.kind, text.nor) for text in record.legal_texts] == [
        ("2004-05-03", kind, "MENE0401548A"),
        ("2009-06-05", "modification", None),
    ]


@pytest.mark.parametrize("label", ["Arrêté de création : ", "Création : arrêté du "])
def test_a_label_inside_a_cell_of_orders_says_what_they_do(label: str) -> None:
    heads = "<tr><th>Sessions</th><th>Arrêté</th><th>Documents</th></tr>"
    cells = f"<td>2007</td><td>{label}26-4-2005</td><td><a href=a.pdf>Annexe</a></td>"
    assert orders_of(f"<table>{heads}<tr>{cells}</tr></table>") == [("2005-04-26", "creation")]
    bare = cells.replace(label, "")
    assert orders_of(f"<table>{heads}<tr>{bare}</tr></table>") == [("2005-04-26", None)]


def test_the_number_of_an_order_stands_below_its_journal_in_a_cell_of_several_rows() -> None:
    body = (
        "<table><tr><td rowspan=3>Arrêté de création<td>date<td>07/02/2012<tr><td>JO<td>16/02/2012"
        "<tr><td>NOR<td>ESRS1222238A<tr><td>Arrêté modificatif<td>date<td>04/09/2015<tr><td><td>JO"
        "<td>16/09/2015<tr><td><td>NOR<td>MENE1518462A</table>"
    )
    numbers = [(text.date, text.nor) for text in record_of(body).legal_texts]
    assert numbers == [("2012-02-07", "ESRS1222238A"), ("2015-09-04", "MENE1518462A")]

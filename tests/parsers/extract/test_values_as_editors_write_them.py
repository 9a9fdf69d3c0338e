"""Codes, orders, sessions and links in the forms in which editors write them.

All pages are mock-ups.
"""

import itertools

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

ORDER = "<p>Arrêté du 17 juin 2003</p>"


def record(body: str, title: str = "<h1>CAP Vannerie</h1>") -> Referential:
    page = f"<html><body>{title}{body}</body></html>".encode()
    document = Document(page, "https://x.invalid/b1.html", "text/html")
    return next(iter(read(document, Lexicon.packaged()).records)).record


def orders(body: str) -> list[tuple[str | None, str | None, str | None]]:
    return sorted((t.date or "", t.kind, t.nor) for t in record(body).legal_texts)


CODED = ("Diplôme codifié {}.", "Diplôme codifié sous le numéro {}.", "Ce diplôme est codifié {}.")
BESIDE = ("", " Première session d'examen en 2005.", "<br>Niveau V.")


@pytest.mark.parametrize(("said", "code"), [*itertools.product(CODED, ("500-22430", "50022430 V"))])
def test_a_diploma_is_said_to_be_codified(said: str, code: str) -> None:
    for beside in BESIDE:
        assert record(f"{ORDER}<p>{said.format(code)}{beside}</p>").code == "50022430", beside


@pytest.mark.parametrize(
    "text",
    ["Le CAP Boucher est codifié 500-22431.", "Ce diplôme remplace le CAP codifié 500-22431."],
)
def test_another_diploma_is_said_to_be_codified(text: str) -> None:
    assert record(f"{ORDER}<p>{text}</p>").code is None


def test_a_sentence_follows_a_code_without_a_stop() -> None:
    for sentence in ("La première session d'examen a eu lieu en 2005.", "Inscrit au répertoire."):
        found = record(
            f"{ORDER}<p>Code : 500-22430 V {sentence} Diplôme du secteur des métiers.</p>"
        )
        assert found.code == "50022430", sentence


# How a page writes two orders, and their dates, kinds and numbers.
ORDERS = {
    "A. du 17-6-2003 (JO du 1-7-2003)|A. modif. du 4-5-2006 (JO du 9-5-2006)": [
        ("2003-06-17", None, None), ("2006-05-04", "modification", None)],
    "Arrêté du 17 juill. 2003|Arr. modif. du 4 févr. 2006": [
        ("2003-07-17", None, None), ("2006-02-04", "modification", None)],
    "Arrêté du 17 juin 2003 N.O.R. MENE0301234A|Arrêté modificatif du 4 mai 2006": [
        ("2003-06-17", None, "MENE0301234A"), ("2006-05-04", "modification", None)],
    "Arrêté du 17 juin 2003|Arrêté du 4 mai 2006 modifiant l'arrêté du 17 juin 2003 portant"
    " création du CAP Vannerie (NOR : MENE0601234A)": [
        ("2003-06-17", "creation", None), ("2006-05-04", "modification", "MENE0601234A")],
    "Arrêté du 4 mai 2006 (NOR : MENE0601234A) modifiant l'arrêté du 17 juin 2003 portant création"
    " du CAP Vannerie (NOR : MENE0301234A)": [
        ("2003-06-17", "creation", "MENE0301234A"),
        ("2006-05-04", "modification", "MENE0601234A")],
}  # fmt: skip
LISTS = ("<p>{}</p>", "<ul><li>{}</li></ul>", "<h3>Textes réglementaires</h3><p>{}</p>")


@pytest.mark.parametrize("written", ORDERS)
def test_orders_are_abbreviated_and_numbered(written: str) -> None:
    for around in LISTS:
        between = "</li><li>" if "<li>" in around else "<br>"
        assert orders(around.format(written.replace("|", between))) == ORDERS[written], around


ROWS = (
    "<table><tr><td>Création{0}</td><td>{1}</td></tr><tr><td>Modification{0}</td><td>{2}</td></tr>"
    "</table>",
    "<ul><li><b>Arrêté de création{0}</b> {1}</li><li><b>Modification{0}</b> {2}</li></ul>",
    "<p>Création : {1}<br>Modification : {2}</p>",
)


@pytest.mark.parametrize("between", [" ; ", "<br>"])
def test_what_a_label_says_of_its_orders_it_says_of_all(between: str) -> None:
    changes = between.join(f"arrêté du {day} mai 2006" for day in (4, 5, 6))
    expected = [("2003-06-17", "creation", None)]
    expected += [(f"2006-05-0{day}", "modification", None) for day in (4, 5, 6)]
    for row in ROWS:
        page = row.format(" :", "arrêté du 17 juin 2003", changes)
        assert orders(page) == expected, page


def test_an_order_that_says_more_does_not_follow_a_modification() -> None:
    page = "<p>Modification : arrêté du 4 mai 2006<br>Arrêté du 5 mai 2007 portant création</p>"
    assert orders(page)[1] == ("2007-05-05", "creation", None)


@pytest.mark.parametrize(
    "line",
    ["Page archivée le 12 juillet 2019", "Fiche archivée le 12/07/2019", "Page figée le 12-7-2019"],
)
def test_a_date_of_the_page_is_no_order(line: str) -> None:
    found = record(f"<h3>Textes réglementaires</h3>{ORDER}<p>{line}</p>")
    assert [text.date for text in found.legal_texts] == ["2003-06-17"]


@pytest.mark.parametrize("words", ["Arrêté et annexes", "Arrêté et ses annexes (PDF, 20 Ko)"])
@pytest.mark.parametrize("icon", ["", '<img src="pdf.gif" alt="Format PDF"> '])
def test_a_file_of_an_order_with_its_annexes_is_a_document(words: str, icon: str) -> None:
    for head in ("", "<h3>Textes réglementaires</h3>"):
        found = record(f'{head}{ORDER}<p>{icon}<a href="b1/b1.pdf">{words}</a></p>')
        assert [text.date for text in found.legal_texts] == ["2003-06-17"]
        assert [each.title for each in found.documents] == [words.split(" (")[0]]


@pytest.mark.parametrize("word", ["Liste", "Index des pages", "Tous"])
def test_a_page_between_those_of_other_diplomas_is_no_document(word: str) -> None:
    around = f'&lt; <a href="b2.html">CAP Boucher</a> | <a href="l.html">{word}</a> | '
    around += '<a href="b3.html">CAP Boulanger</a> &gt;'
    page = f'{ORDER}<h3>Annexes</h3><p><a href="b1/a.pdf">Annexe I</a></p><p>{around}</p>'
    assert [each.title for each in record(page).documents] == ["Annexe I"]


def test_pages_of_annexes_beside_each_other_are_documents() -> None:
    links = '<a href="b1a.html">Annexe I</a> | <a href="b1b.html">Annexe II</a>'
    found = record(f"{ORDER}<h3>Annexes</h3><p>{links}</p>").documents
    assert [each.title for each in found] == ["Annexe I", "Annexe II"]


LABELS = ("Première session en", "1re session en", "1ère session en")
FORMS = ("<dl><dt>{0}</dt><dd>2005</dd></dl>", "<p>{0} : 2005</p>",
         "<table><tr><td>{0}</td><td>juin 2005</td></tr></table>")  # fmt: skip


@pytest.mark.parametrize(("label", "form"), [*itertools.product(LABELS, FORMS)])
def test_the_first_session_is_labelled_with_its_preposition(label: str, form: str) -> None:
    assert record(ORDER + form.format(label)).first_session == 2005


@pytest.mark.parametrize("below", ["Arrêté du", "Groupe NSF"])
def test_an_empty_cell_has_no_value_in_the_row_below(below: str) -> None:
    rows = (("Code", "500-22430"), ("1re session", ""), (below, "14 mars 2014"), ("Niveau", "3"))
    table = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows)
    found = record(f"<table>{table}</table>")
    assert (found.code, found.first_session, found.level) == ("50022430", None, 3)
    assert [text.date for text in found.legal_texts] == ["2014-03-14"] * (below == "Arrêté du")


HEADS = (("Création", "creation"), ("Arrêté de création", "creation"), ("Arrêté du", None))


@pytest.mark.parametrize(("head", "kind"), HEADS)
def test_a_row_of_names_stands_above_a_row_of_values(head: str, kind: str | None) -> None:
    date = "17 juin 2003" if head.endswith("du") else "arrêté du 17 juin 2003"
    names = (head, "Modifié par", "1re session", "Code RNCP")
    values = (date, "arrêté du 4 mai 2006", "2005", "")
    cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in (names, values)]
    page = f"<table><tr>{cells[0]}</tr><tr>{cells[1]}</tr></table>"
    assert record(page).first_session == 2005
    assert orders(page) == [("2003-06-17", kind, None), ("2006-05-04", "modification", None)]


def test_further_codes_below_the_first_one_are_predecessors() -> None:
    for label in ("Remplace", "Prédécesseur", "Se substitue à"):
        page = f"{ORDER}<ul><li>{label} : 500-22431<br>500-22432<br>50022433</li></ul>"
        assert record(page).replaces == ("50022431", "50022432", "50022433"), label


EMPTY = ("<ul><li>Code RNCP : 37231</li><li>{} :</li></ul>", "<dl><dt>{}</dt><dd></dd></dl>",
         "<div><div>{}</div><div></div></div>")  # fmt: skip
BEHIND = {
    "Page archivée le 12 juillet 2019": [],
    "Création : arrêté du 26-6-2007": ["2007-06-26"],
    "Ce diplôme a été créé par arrêté du 31 mars 2008.": ["2008-03-31"],
}


@pytest.mark.parametrize(("empty", "behind"), [*itertools.product(EMPTY, BEHIND)])
def test_a_label_without_its_value_takes_none_from_the_text_behind(empty: str, behind: str) -> None:
    for label in ("Dernière session", "Première session en", "Session de fermeture"):
        found = record(f"<p>Code : 500-22430</p>{empty.format(label)}<p>{behind}</p>")
        assert (found.first_session, found.last_session) == (None, None), label
        assert [text.date for text in found.legal_texts] == BEHIND[behind], label


def test_a_sentence_behind_an_empty_label_is_read() -> None:
    empty = "<dl><dt>1re session</dt><dd> </dd><dt>Code RNCP</dt><dd> </dd></dl>"
    assert record(f"{ORDER}{empty}<p>Remplace le diplôme 500-22431 S.</p>").replaces == (
        "50022431",
    )


@pytest.mark.parametrize("head", ["Groupe de spécialités", "Secteur NSF"])
def test_a_row_of_names_in_heads_needs_one_label(head: str) -> None:
    for names, values in (((head, "1re session"), ("230", "juin 1999")),
                          (("1re session", head), ("1999", "230"))):  # fmt: skip
        cells = (
            "".join(f"<th>{name}</th>" for name in names),
            "".join(f"<td>{value}</td>" for value in values),
        )
        page = f"{ORDER}<table><tr>{cells[0]}</tr><tr>{cells[1]}</tr></table>"
        assert record(page).first_session == 1999


@pytest.mark.parametrize("state", ["(diplôme abrogé)", "Diplôme abrogé", "(CAP abrogé)"])
@pytest.mark.parametrize("tag", ["h3", "h4", "p"])
def test_a_repealed_diploma_does_not_tell_what_its_orders_do(state: str, tag: str) -> None:
    for below in ("<p>{}</p>", "<h3>Arrêtés</h3><ul><li>{}</li></ul>"):
        found = record(f"<{tag}>{state}</{tag}>{below.format('Arrêté du 17 juin 2003')}")
        assert [(text.date, text.kind) for text in found.legal_texts] == [("2003-06-17", None)]
        assert found.status == "repealed"


def test_dates_with_a_number_each_are_two_orders() -> None:
    values = "25 mai 2017 (NOR MENE1735894A), 6 août 2020 (NOR MENE2026059A)"
    assert orders(f"<dl><dt>Arrêté modificatif</dt><dd>{values}</dd></dl>") == [
        ("2017-05-25", "modification", "MENE1735894A"),
        ("2020-08-06", "modification", "MENE2026059A"),
    ]


def test_a_code_stands_in_the_one_cell_of_a_layout() -> None:
    fiche = (
        "<table><tr><th>Diplôme</th><td>CAP</td></tr><tr><th>Intitulé</th><td>Vannerie</td></tr>"
    )
    text = "<p>Diplôme codifié 500-22430. La première session d'examen a eu lieu en 2005.</p>"
    inside = f"{fiche}</table>{ORDER}<h3>Annexes</h3>{text}<p>© 2010</p>"
    page = f"<table><tr><td>{inside}</td></tr></table>"
    assert record(page, title="").code == "50022430"


def test_a_label_without_its_value_takes_none_from_the_next_pair() -> None:
    pair = "<div><div>{}</div><div>{}</div></div>"
    for label, code in (("Session de fermeture", "500-22430"), ("1re session", "500-22430")):
        rows = (("Code", code), (label, ""), ("Arrêté du", "13 décembre 2004"))
        found = record("<div>" + "".join(pair.format(*row) for row in rows) + "</div>")
        assert (found.code, found.first_session, found.last_session) == ("50022430", None, None)
        assert [text.date for text in found.legal_texts] == ["2004-12-13"]
    items = "<ul><li>Code :</li><li>Création : arrêté du 13 décembre 2004</li></ul>"
    assert orders(items) == [("2004-12-13", "creation", None)]


def test_an_inner_table_takes_no_value_from_the_cell_around() -> None:
    table = "<table><tr><td>Dernière session</td><td>-</td></tr></table>"
    text = "<p>Première session d'examen en 2016.</p>"
    found = record(f"<table><tr><td>{table}{text}{ORDER}</td></tr></table>")
    assert (found.first_session, found.last_session) == (2016, None)


@pytest.mark.parametrize("label", ["", "<b>Textes :</b> ", "Textes réglementaires : "])
def test_a_number_on_the_next_line_is_of_the_order_above(label: str) -> None:
    lines = "arrêté du 17 juin 2003<br>NOR : MENE0301234A<br>arrêté du 4 mai 2006<br>NOR : MENE060"
    assert orders(f"<p>{label}{lines}1234A</p>") == [
        ("2003-06-17", None, "MENE0301234A"), ("2006-05-04", None, "MENE0601234A"),
    ]  # fmt: skip


def test_an_index_stands_between_a_number_and_its_order() -> None:
    lines = "NOR : MENE0301234A<br>RLR : 545-0c<br>ARRÊTÉ DU 17-6-2003<br>JO DU 1-7-2003"
    later = "<p>Abrogé par arrêté du 4 mai 2016.</p>"
    assert orders(f"<p>{lines}</p>{later}")[0] == ("2003-06-17", None, "MENE0301234A")


def test_a_number_above_its_order_is_not_that_of_the_paragraph_before() -> None:
    lines = "NOR : MENE0301234A<br>RLR : 545-0c<br>ARRÊTÉ DU 17-6-2003<br>JO DU 1-7-2003"
    assert orders(f"<p>Supprimé par arrêté du 4 mai 2016.</p><p>{lines}</p>") == [
        ("2003-06-17", None, "MENE0301234A"), ("2016-05-04", "repeal", None),
    ]  # fmt: skip


@pytest.mark.parametrize("dash", ["-", "–"])
@pytest.mark.parametrize(
    "field",
    ["<p>{} : {}</p>", "<dl><dt>{}</dt><dd>{}</dd></dl>", "<ul><li>{}: {}</li></ul>",
     "<table><tr><td>{}</td><td>{}</td></tr></table>", "<div><div>{} :</div><div>{}</div></div>"],
)  # fmt: skip
def test_a_dash_is_no_value_and_nothing_below_it_is(field: str, dash: str) -> None:
    labels = ("Dernière session", "Remplacé par", "Abrogation")
    found = record("".join(field.format(label, dash) for label in labels) + ORDER)
    assert [text.kind for text in found.legal_texts] == [None]
    assert (found.last_session, found.replaced_by, found.status) == (None, (), "unknown")


def test_a_dash_before_an_order_is_a_mark_of_a_list() -> None:
    rows = "<tr><td>-</td><td>Arrêté du 17 juin 2003</td></tr>"
    found = record(f"<p>Première session en 2005.</p><table>{rows}</table>")
    assert (found.first_session, len(found.legal_texts)) == (2005, 1)


@pytest.mark.parametrize("label", ["Der. session", "Dern. session", "Dernière session"])
def test_sessions_are_abbreviated(label: str) -> None:
    assert record(f"{ORDER}<p>{label} : 2016</p>").last_session == 2016


@pytest.mark.parametrize("heads", [("Arrêté du", "Modifié par arrêté du"), ("Date", "Modifié le")])
def test_the_name_of_a_column_says_nothing_of_another_one(heads: tuple[str, str]) -> None:
    cells = "".join(f"<th>{head}</th>" for head in heads)
    page = f"<table><tr>{cells}</tr><tr><td>07/06/2006</td><td>07/12/2008</td></tr></table>"
    assert orders(page)[:1] in (
        [("2006-06-07", None, None)],
        [("2008-12-07", "modification", None)],
    )


def test_an_option_in_a_labelled_title_is_a_part_of_it() -> None:
    for mark in (" : ", " "):
        row = f"<ul><li>Intitulé : DMA HABITAT OPTION{mark}MOBILIERS</li></ul>"
        assert record(row + ORDER, title="").name == f"HABITAT OPTION{mark}MOBILIERS"


def test_predecessors_with_their_titles_stand_below_each_other() -> None:
    lines = "CAP Osier (500-22431)<br>CAP Rotin option A (500-22432 R)"
    found = record(f"{ORDER}<p>Code : 500-22430<br><b>Prédécesseur</b> : {lines}</p>")
    assert found.replaces == ("50022431", "50022432")


@pytest.mark.parametrize("head", ["", "<tr><th>Texte</th><th>Objet</th><th>NOR</th></tr>"])
@pytest.mark.parametrize("dash", ["-", "–"])
def test_a_dash_in_a_longer_row_takes_nothing_from_it(head: str, dash: str) -> None:
    row = "<tr><td>{}</td><td>{}</td><td>{}</td></tr>"
    rows = row.format("Arrêté du 17 juin 2003", "Création", dash) + row.format(
        "Arrêté du 4 mai 2006", "Modification", dash
    )
    kinds = [kind for _, kind, _ in orders(f"<table>{head}{rows}</table>")]
    assert kinds == ["creation", "modification"]


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Depuis la sess.", "first_session"), ("Prem. sess.", "first_session"),
        ("1re sess.", "first_session"), ("À compter de la sess.", "first_session"),
        ("Dern. sess.", "last_session"), ("Jusqu'à la sess.", "last_session"),
        ("Dernière sess. d'examen", "last_session"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "form",
    ["<p>{} : 2016</p>", "<p><b>{} :</b> 2016</p>", "<dl><dt>{}</dt><dd>2016</dd></dl>",
     "<table><tr><th>{}</th><td>2016</td></tr></table>", "<ul><li>{} : 2016</li></ul>",
     "<table><tr><th>Niveau</th><th>{}</th></tr><tr><td>4</td><td>2016</td></tr></table>"],
)  # fmt: skip
def test_words_of_labels_are_shortened(label: str, field: str, form: str) -> None:
    found = record(f"{ORDER}{form.format(label)}")
    assert {"first_session", "last_session"} - {field} == {
        name for name in ("first_session", "last_session") if getattr(found, name) is None
    }
    assert getattr(found, field) == 2016


@pytest.mark.parametrize(
    "verb", ["Applicable dep.", "Applicable à compter de", "En vigueur depuis"]
)
@pytest.mark.parametrize("session", ["la sess. 2008", "la session 2008"])
def test_a_sentence_shortens_words_as_well(verb: str, session: str) -> None:
    assert record(f"{ORDER}<p>{verb} {session}.</p>").first_session == 2008


@pytest.mark.parametrize(
    "line",
    ["Arrêté de création : 11/04/2008 <a href=x/MENE0800817A.pdf>{}</a>",
     "<a href=x/MENE0800817A.pdf>Arr. du 11-4-2008</a>",
     "<h4>Créé par l'<a href=x/MENE0800817A.pdf>arrêté du 11 avril 2008</a></h4>",
     "<dl><dt>Créé par <a href=x/MENE0800817A.pdf>arrêté du 11 avril 2008</a></dt></dl>",
     "<table><tr><td><b>Arr. du</b></td><td><b>Objet</b></td></tr><tr>"
     "<td><a href=x/MENE0800817A.pdf>11/04/2008</a></td><td>Création</td></tr></table>"],
)  # fmt: skip
@pytest.mark.parametrize("shown", ["(lien)", "[texte]", "Lire le texte"])
def test_a_file_called_by_a_number_is_the_text_of_its_order(line: str, shown: str) -> None:
    ((day, _, nor),) = orders(line.format(shown))
    assert (day, nor) == ("2008-04-11", "MENE0800817A")


@pytest.mark.parametrize("code", ["500.24122 T", "500.241.22 T", "500-24122 T", "500 24122 T"])
@pytest.mark.parametrize(
    "text",
    ["Ce diplôme porte le code {}.", "Code {}", "{}", "Code à saisir pour l'inscription : {}"],
)
def test_a_code_is_divided_by_points_as_well(code: str, text: str) -> None:
    assert record(f"{ORDER}<p>{text.format(code)}</p>").code == "50024122"


@pytest.mark.parametrize("label", ["Anc. diplôme", "Ancien diplôme"])
def test_a_former_diploma_is_shortened(label: str) -> None:
    found = record(f"{ORDER}<p>Code : 500-24122 T</p><p><b>{label} :</b> CAP 500-24110</p>")
    assert (found.code, found.replaces) == ("50024122", ("50024110",))


@pytest.mark.parametrize("dash", ["-", "–"])
def test_a_dash_behind_an_order_takes_nothing_from_it(dash: str) -> None:
    assert orders(f"<p>Arrêté du 17 juin 2003 : {dash}</p>") == [("2003-06-17", None, None)]


SAID = (
    "La {} session d'examen a lieu en 2006.",
    "{} session en 2006.",
    "Remplacé par le CAP Osier à compter de la session 2006.",
    "Ce diplôme est remplacé par le CAP Osier en 2006.",
)
EMPTY = ("<p><b>{} :</b> </p>", "<h3>{}</h3>", "<p>{} :</p>")


@pytest.mark.parametrize(("empty", "said"), [*itertools.product(EMPTY, SAID)])
def test_a_sentence_below_an_empty_session_is_not_its_value(empty: str, said: str) -> None:
    for label, other in (("Dernière session", "première"), ("Première session", "dernière")):
        found = record(f"{ORDER}{empty.format(label)}<p>{said.format(other)}</p>")
        asked, stated = found.last_session, found.first_session
        asked, stated = (asked, stated) if other == "première" else (stated, asked)
        assert asked is None, (empty, label)
        assert stated == (2006 if "{}" in said else None)
        assert any(remark.field and "session" in remark.field for remark in found.issues)


@pytest.mark.parametrize("label", ["Dernière session", "Dernière session organisée"])
@pytest.mark.parametrize("value", ["2006", "2006, remplacé par le CAP Osier", "session 2006"])
def test_a_remark_behind_the_last_session_is_none_of_it(label: str, value: str) -> None:
    for form in (
        "<p><b>{} :</b></p><p>{}</p>",
        "<p>{} : {}</p>",
        "<dl><dt>{}</dt><dd>{}</dd></dl>",
    ):
        assert record(ORDER + form.format(label, value)).last_session == 2006, form


@pytest.mark.parametrize("code", ["50022430", "500-22430 V", "500 22430 V"])
def test_the_national_code_is_the_code(code: str) -> None:
    for form in ("<table><tr><td>{}</td><td>{}</td></tr></table>", "<p>{} : {}</p>"):
        assert record(ORDER + form.format("Code national", code)).code == "50022430", form


@pytest.mark.parametrize("between", [", ", " , ", ",<br>"])
@pytest.mark.parametrize("mark", ["{}", "<b>{}</b>"])
def test_labels_behind_a_comma(between: str, mark: str) -> None:
    """A whole value ends at the comma before the next label; a list of values does not."""
    facts = (("Code", "500-22434 V"), ("Niveau", "V"), ("1ère session", "1996"),
             ("dernière session", "2024"))  # fmt: skip
    line = between.join(f"{mark.format(label)} : {value}" for label, value in facts)
    read_page = record(f"<p>{line}</p><p>Arrêté du 3 mai 1994</p>")
    assert (read_page.code, read_page.level, read_page.first_session, read_page.last_session) == (
        "50022434", 3, 1996, 2024,
    )  # fmt: skip
    line = f"{mark.format('1ère session')} : 2023, {mark.format('Création')} : arrêté du 3 mai 2021"
    read_page = record(f"<p>{line}</p>")
    assert read_page.first_session == 2023
    assert [(text.date, text.kind) for text in read_page.legal_texts] == [
        ("2021-05-03", "creation")
    ]


@pytest.mark.parametrize("journal", ["JO du", "Publication au JO", "BO"])
def test_a_row_of_journals_below_the_days_of_orders_names_no_order(journal: str) -> None:
    rows = (
        "<tr><td><td>Création<td>Modification<tr><td>Arrêté du<td>3 mai 2004<td>5 juin 2006"
        f"<tr><td>{journal}<td>15 mai 2004<td>15 juin 2006"
    )
    assert orders(f"<table>{rows}</table>") == [
        ("2004-05-03", "creation", None),
        ("2006-06-05", "modification", None),
    ]


@pytest.mark.parametrize("column", ["Mise en ligne", "Mis à jour"])
def test_the_day_of_a_file_in_a_table_below_legal_texts_is_no_orders(column: str) -> None:
    rows = "".join(
        f"<tr><td>{name}<td>{day}/01/2020<td><a href={day}.pdf>PDF</a>"
        for name, day in (("Référentiel de certification", 17), ("Annexe II", 18))
    )
    table = f"<table><tr><th>Intitulé<th>{column}<th>Lien{rows}</table>"
    body = f"<h2>Textes réglementaires</h2>{table}<p>Arrêté de création du 3 mai 2004</p>"
    assert orders(body) == [("2004-05-03", "creation", None)]


def test_a_label_above_its_order_in_a_cell_is_no_name_of_a_column() -> None:
    order = "<p><b>Arrêté de création</b></p><p>Arrêté du 17 décembre 2018</p>"
    files = "<ul><li><a href=a.pdf>Annexe I</a><li><a href=b.pdf>Annexe II</a></ul>"
    rows = f"<tr><td><b>Bases réglementaires</b><td>{order}<tr><td colspan=2>{files}"
    assert orders(f"<table>{rows}</table>") == [("2018-12-17", "creation", None)]


def test_a_sentence_ends_before_a_label_behind_a_dash() -> None:
    line = (
        "<b>Annexes :</b> <a href=a.pdf>Annexe I – Référentiel du diplôme</a> [pdf]. "
        "Création : arrêté du 11/12/2020 ; Modification : arrêté du 06/02/2022."
    )
    (document,) = record(f"<p>{line}</p>").documents
    assert document.title == "Annexe I – Référentiel du diplôme"

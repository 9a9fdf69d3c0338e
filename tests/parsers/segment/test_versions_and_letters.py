"""Rows of versions, tables of one column, notes with dates, options by letters or codes alone."""

import itertools

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from schema.referential import Referential

TITLE = "<h1>CAP Plumassier</h1>"
ORDER = "<p>Arrêté du 3 mai 2004</p>"


def records(body: str, title: str = "") -> list[Referential]:
    page = f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()
    return [each.record for each in read(Document(page), Lexicon.packaged()).records]


def table(*rows: str) -> str:
    """Make a table whose first row names the columns."""
    head, *others = (row.split("|") for row in rows)
    lines = ["".join(f"<th>{cell}</th>" for cell in head)]
    lines += ["".join(f"<td>{cell}</td>" for cell in row) for row in others]
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


@pytest.mark.parametrize("blank", ["", "-", "&nbsp;"])
@pytest.mark.parametrize("years", [("2004", "2010"), ("2004", "2010", "2017")])
def test_rows_of_one_code_are_versions_of_one_diploma(years: tuple[str, ...], blank: str) -> None:
    rows = [
        f"{year}|500-24133 T|du 3 mai {year}|<a href=r{year}.pdf>pdf</a>|{blank}|"
        f"<a href=g{year}.pdf>pdf</a>"
        for year in years
    ]
    names = "Version|Code|Arrêté|Référentiel|Remarques|Grille d'évaluation"
    (only,) = records(TITLE + table(names, *rows))
    assert only.code == "50024133"
    assert [text.date for text in only.legal_texts] == [f"{year}-05-03" for year in years]
    assert {d.url for d in only.documents} == {f"{k}{year}.pdf" for k in "rg" for year in years}


def test_rows_of_two_codes_or_of_letters_are_options() -> None:
    codes = table("Spécialité|Code", "plumes|500-24133 T", "fleurs|500-24134 T")
    letters = table("Option|Code", "A - plumes|500-24133 T", "B - fleurs|500-24133 T")
    assert [len(records(TITLE + rows + ORDER)) for rows in (codes, letters)] == [2, 2]


def test_links_of_a_row_are_named_by_their_columns() -> None:
    rows = table(
        "Référentiel|Règlement d'examen", "<a href=a.pdf>pdf</a>|<a href=b.doc>Télécharger</a>"
    )
    (only,) = records(TITLE + ORDER + rows)
    assert [d.title for d in only.documents] == ["Référentiel", "Règlement d'examen"]
    rows = table("Document|Fichier PDF", "Annexe I|<a href=a.pdf>pdf</a>")
    (only,) = records(TITLE + ORDER + rows)
    assert [d.title for d in only.documents] == ["Annexe I"]


@pytest.mark.parametrize(
    ("label", "value", "field", "expected"),
    [
        ("Code", "500-24133 T", "code", "50024133"),
        ("1<sup>re</sup> session", "2006", "first_session", 2006),
        ("Dernière session", "2030", "last_session", 2030),
        ("Remplace", "500-24120", "replaces", ("50024120",)),
        ("Abrogation", "arrêté du 8 juin 2020", "status", "repealed"),
    ],
)
def test_a_table_of_one_column_is_a_label_and_its_value(
    label: str, value: str, field: str, expected: object
) -> None:
    (only,) = records(TITLE + ORDER + table(label, value))
    assert getattr(only, field) == expected
    assert only.code == (expected if field == "code" else None)


NOTES = ("Mise à jour du {} : ", "Note du {} : ", "Le {} : ", "{} : ")
DATES = ("2 juin 2018", "02/06/2018")


@pytest.mark.parametrize(("note", "date"), [*itertools.product(NOTES, DATES)])
def test_the_date_of_a_note_is_none_of_an_order(note: str, date: str) -> None:
    lead = note.format(date)
    texts = (
        "ce diplôme remplace le 500-24120",
        "référentiel en ligne",
        "les questions sur ce diplôme sont à adresser au réseau",
    )
    for text in texts:
        (only,) = records(
            f"{TITLE}<h2>Arrêtés</h2><ul><li>3 mai 2004</li></ul><p>{lead}{text}.</p>"
        )
        assert [order.date for order in only.legal_texts] == ["2004-05-03"]
        assert only.replaces == (("50024120",) if "remplace" in text else ())


@pytest.mark.parametrize("note", NOTES[:2])
def test_what_a_note_states_is_read_like_any_line(note: str) -> None:
    lead = note.format("2 juin 2018")
    lines = (
        "première session : 2019",
        "dernière session en 2030",
        "abrogé par arrêté du 4 juin 2020",
    )
    (only,) = records(TITLE + ORDER + "".join(f"<p>{lead}{line}</p>" for line in lines))
    assert (only.first_session, only.last_session, only.status) == (2019, 2030, "repealed")
    assert [order.date for order in only.legal_texts] == ["2004-05-03", "2020-06-04"]


@pytest.mark.parametrize("text", ["création", "arrêté modificatif", "modification des annexes"])
def test_a_date_before_what_an_order_does_is_the_orders(text: str) -> None:
    (only,) = records(f"{TITLE}<h2>Arrêtés</h2><ul><li>3 mai 2004 : {text}</li></ul>")
    assert [order.date for order in only.legal_texts] == ["2004-05-03"]


FORMS = (
    "<p>{}<br>{}</p>",
    "<ul><li>{}</li><li>{}</li></ul>",
    "<h3>{}</h3><h3>{}</h3><h3>Documents</h3>",
    "<p><b>{}</b></p><p><b>{} :</b></p><p><b>Documents communs</b></p>",
)


@pytest.mark.parametrize("mark", [" - ", " – ", " : "])
@pytest.mark.parametrize("form", FORMS)
def test_letters_right_below_the_title_name_options(form: str, mark: str) -> None:
    body = form.format(f"A{mark}plumes", f"B{mark}Fleurs et feuillages")
    found = records(TITLE + body + ORDER)
    names = [record.name for record in found]
    assert names == ["Plumassier option A plumes", "Plumassier option B Fleurs et feuillages"]
    assert all(record.legal_texts for record in found)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A - Référentiel", "B - Règlement d'examen"),
        ("A - Activités professionnelles", "B - Compétences"),
        ("A - Textes officiels", "B - Évaluation"),
        ("A - plumes", "C - fleurs"),
        ("A - Le métier", "B - La formation"),
    ],
)
def test_other_lines_with_letters_name_no_options(form: str, first: str, second: str) -> None:
    assert len(records(TITLE + form.format(first, second) + ORDER)) == 1


@pytest.mark.parametrize("head", ["<h3>{}</h3>", "<p><b>{}</b></p>", "<p><u>option {}</u> :</p>"])
def test_heads_above_a_code_each_name_options(head: str) -> None:
    parts = (("plumes", "500-24133"), ("fleurs", "500-24134"))
    body = "".join(f"{head.format(name)}<p>Code : {code}</p>" for name, code in parts)
    found = records(TITLE + body + "<h3>Pour toutes les options</h3>" + ORDER)
    assert [(record.name, record.code) for record in found] == [
        ("Plumassier option plumes", "50024133"),
        ("Plumassier option fleurs", "50024134"),
    ]


@pytest.mark.parametrize(
    "words", ["Grille - option {}", "Référentiel option {} (PDF)", "Sujet ({})"]
)
@pytest.mark.parametrize("marks", ["<p>Option {} : 500-24133<br>Option {} : 500-24134</p>"])
def test_a_document_named_by_an_option_is_of_that_one(words: str, marks: str) -> None:
    names = ("plumes - naturelles", "plumes")
    links = "".join(
        f"<p><a href={n}.pdf>{words.format(name)}</a></p>" for n, name in enumerate(names)
    )
    common = "<p><a href=c.pdf>Règlement d'examen</a></p>"
    found = records(TITLE + marks.format(*names) + links + common + ORDER)
    assert [[d.url for d in record.documents] for record in found] == [
        ["0.pdf", "c.pdf"],
        ["1.pdf", "c.pdf"],
    ]


@pytest.mark.parametrize(
    "title", ["{} Nouveau !", "Nouveau ! {}", "{} (Nouveau !)", "{} - Textes et documents"]
)
def test_marks_of_a_new_page_are_no_part_of_the_name(title: str) -> None:
    (only,) = records(f"<h1>{title.format('CAP Plumassier')}</h1>{ORDER}")
    assert only.name == "Plumassier"


def test_a_type_of_one_diploma_needs_no_name() -> None:
    for title in ("DN MADE", "Diplôme national des métiers d'art et du design"):
        others = "".join(f"<li><a href={n}.html>CAP Vannier {n}</a></li>" for n in "abc")
        body = f"<h1>{title}</h1><a href=r.pdf>Référentiel</a><p>Voir aussi :</p><ul>{others}</ul>"
        (only,) = records(body, f"{title} - Réseau national de ressources")
        assert only.title == title
    with pytest.raises(Refused):
        records("<h1>CAP</h1><a href=r.pdf>Référentiel</a>")


_FILES = (
    "<ul><li><a href={0}a.pdf>Annexe I</a></li><li><a href={0}g.pdf>Grille horaire</a></li></ul>"
)


@pytest.mark.parametrize(
    "new",
    [
        "Annexes applicables à compter de la session 2016",
        "Session 2016 et suivantes",
        "À partir de la session 2016",
        "Nouvelles annexes (session 2016)",
    ],
)
@pytest.mark.parametrize("old", ["Version initiale", "Anciennes annexes (jusqu'à la session 2015)"])
@pytest.mark.parametrize(
    ("first", "second"),
    [("<h3>{}</h3>", "<h3>{}</h3>"), ("<p><b>{}</b></p>", "<h4>{}</h4>")],
)
def test_sessions_of_versions_of_files_are_not_the_diplomas(
    new: str, old: str, first: str, second: str
) -> None:
    files = first.format(new) + _FILES.format("n") + second.format(old) + _FILES.format("o")
    (only,) = records(f"{TITLE}{ORDER}<h2>Documents</h2>{files}")
    assert (only.first_session, only.last_session, only.replaces) == (None, None, ())
    assert len(only.documents) == 4
    (only,) = records(f"{TITLE}{ORDER}<p>Première session : 2006</p><h2>Documents</h2>{files}")
    assert (only.first_session, only.last_session) == (2006, None)


@pytest.mark.parametrize("line", ["Session 2016 et suivantes", "À partir de la session 2016"])
def test_a_session_above_the_only_files_is_the_diplomas(line: str) -> None:
    (only,) = records(f"{TITLE}{ORDER}<h2>Documents</h2><h3>{line}</h3>{_FILES.format('n')}")
    assert only.first_session == 2016


def test_the_last_session_of_former_files_is_not_the_diplomas() -> None:
    new, old = "Sessions 2016 et suivantes", "Jusqu'à la session 2015"
    body = f"<p><b>{new}</b></p>{_FILES.format('n')}<p><b>{old}</b></p>{_FILES.format('o')}"
    (only,) = records(f"{TITLE}{ORDER}<h2>Documents</h2>{body}")
    assert (only.first_session, only.last_session) == (2016, None)
    (only,) = records(f"{TITLE}{ORDER}<p><b>{old}</b></p><h2>Documents</h2>{_FILES.format('o')}")
    assert only.last_session == 2015

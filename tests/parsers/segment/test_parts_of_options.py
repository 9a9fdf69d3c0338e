"""What belongs to an option and what to all, where lines and lists name options."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

ALL = "<h2>Documents</h2><ul><li><a href=c.pdf>Règlement d'examen</a><li><a href=d.pdf>Lexique</a>"
ORDER = "Arrêté de création du 26/04/2011 - NOR : MENE1114575A - J.O. du 03/05/2011 - BO n° 37"


def _read(content: str) -> list[Referential]:
    page = f"<html><head><meta charset=utf-8></head><body>{content}</body></html>"
    return [each.record for each in read(Document(page.encode()), Lexicon.packaged()).records]


def _files(content: str) -> list[list[str]]:
    return [[file.url for file in record.documents] for record in _read(content)]


@pytest.mark.parametrize("order", ["Arrêté du 13 juillet 1977", "Arrêté du 13-7-1977 (création)"])
def test_bold_lines_of_a_paragraph_head_the_files_below_them(order: str) -> None:
    lines = "".join(
        f"<b>Option {letter} : {name}</b><br>• <a href={letter}.pdf>Référentiel</a><br>"
        for letter, name in (("A", "diamant"), ("B", "perle"))
    )
    shared = "<b>Contenu du référentiel</b><br>• <a href=c.pdf>Annexe I</a><br>"
    assert _files(f"<b>CAP</b><br><b>Lapidaire</b><br>{order}<br>{lines}{shared}") == [
        ["A.pdf", "c.pdf"], ["B.pdf", "c.pdf"]
    ]  # fmt: skip


@pytest.mark.parametrize("order", [ORDER, "Arrêté du 26 avril 2011"])
def test_a_heading_of_documents_below_options_with_orders_is_of_all(order: str) -> None:
    options = "".join(
        f"<h3>Option {name}</h3><p>{code}</p><p>{order}</p><ul><li><a href={name}.pdf>Épreuves</a>"
        "</ul>"
        for name, code in (("osier", "50022434"), ("rotin", "50022435"))
    )
    shared = ["c.pdf", "d.pdf"]
    assert _files(f"<h1>CAP Vannerie</h1>{options}{ALL}</ul>") == [
        ["osier.pdf", *shared], ["rotin.pdf", *shared]
    ]  # fmt: skip


@pytest.mark.parametrize("label", ["Référentiel", "Documents"])
def test_a_label_is_no_link_of_an_option_above_it(label: str) -> None:
    lines = "".join(
        f"Option {letter} : {name} <a href={letter}.pdf>Référentiel</a><br>"
        for letter, name in (("A", "osier"), ("B", "rotin"))
    )
    body = f"<b>CAP</b><br><b>Vannerie</b><br><b>Options</b><br>{lines}<b>{label}</b><br>"
    assert _files(f"{body}• <a href=c.pdf>Annexe I</a><br>") == [
        ["A.pdf", "c.pdf"], ["B.pdf", "c.pdf"]
    ]  # fmt: skip


@pytest.mark.parametrize("journal", ["JO", "J.O."])
def test_the_order_in_an_items_line_is_that_options(journal: str) -> None:
    items = "".join(
        f"<li>option {name} - arrêté du {date} ({journal} du 19 octobre 1981)"
        for name, date in (("A osier", "15 octobre 1973"), ("B rotin", "6 mai 1980"))
    )
    modified = "<h2>Textes réglementaires</h2><p>Arrêté modificatif : 5 juin 1981</p>"
    found = _read(f"<h1>CAP Vannerie</h1>{modified}<h2>Options</h2><ul>{items}</ul>")
    orders = [[(text.date, text.kind) for text in record.legal_texts] for record in found]
    change = ("1981-06-05", "modification")
    assert [sorted(each) for each in orders] == [
        [("1973-10-15", None), change], [("1980-05-06", None), change]
    ]  # fmt: skip


@pytest.mark.parametrize("mark", ["*", "-", "•"])
def test_the_mark_before_an_option_is_no_part_of_its_title(mark: str) -> None:
    lines = "".join(
        f"  {mark} option {name} (code diplôme {code}) - <a href={code}.pdf>Référentiel</a>\n"
        for name, code in (("A osier", "50022434"), ("B rotin", "50022435"))
    )
    titles = [record.title for record in _read(f"<pre>\nCAP\nVannerie\n\nOPTIONS\n\n{lines}</pre>")]
    assert titles == ["CAP Vannerie option A osier", "CAP Vannerie option B rotin"]


def test_a_type_alone_above_its_option_is_no_diploma_beside_it() -> None:
    title = "<title>DTMS option machiniste</title>"
    body = "<p><b>DTMS</b></p><p><b>option machiniste</b></p><p>Niveau : 4</p>"
    for head in ("", title):
        (record,) = _read(f"{head}{body}<p>Arrêté du 10 mars 1997</p>")
        assert record.title == "DTMS option machiniste"


def test_a_number_of_an_order_is_no_name() -> None:
    table = (
        "<table><tr><th>Date<th>Objet<th>NOR<tr><td>Arrêté du 10 mars 1997<td>Création du diplôme "
        "de technicien des métiers du spectacle<td>MENL9706017A</table>"
    )
    (record,) = _read(f"<h3>DTMS</h3><h1>Option machiniste</h1><h4>Arrêtés</h4>{table}")
    assert record.title == "DTMS Option machiniste"


@pytest.mark.parametrize("between", ["&#160;&#160;<img src=pdf.gif alt=''> ", " ", " - "])
def test_the_space_between_two_links_below_a_title_stays(between: str) -> None:
    lines = "".join(
        f"Option {name} {code} <a href=http://www.education.gouv.fr/bo/2009/{n}/default.htm>Arrêté "
        f"du {n} mai 2009</a>{between}<a href={name}.pdf>Référentiel</a><br>"
        for n, name, code in ((7, "osier", "500-22434"), (8, "rotin", "500-22435"))
    )
    found = _read(f"<b>CAP</b><br><b>Vannerie</b><br><b>Options</b><br>{lines}")
    assert [[text.date for text in each.legal_texts] for each in found] == [
        ["2009-05-07"], ["2009-05-08"]
    ]  # fmt: skip


@pytest.mark.parametrize("second", ["PDF", "DOC"])
def test_a_format_that_all_files_of_one_title_have_is_no_part_of_it(second: str) -> None:
    page = (
        "<h1>CAP Vannerie</h1><p><a href=a.pdf>Référentiel <span>PDF</span></a></p><h2>Épreuves"
        f"</h2><p><a href=b.{second.lower()}>Référentiel <span>{second}</span></a></p>"
    )
    (record,) = _read(page)
    told = "" if second == "PDF" else " {}"
    expected = [f"Référentiel{told.format(each)}" for each in ("PDF", second)]
    assert [document.title for document in record.documents] == expected


@pytest.mark.parametrize(
    "state", ["Ce diplôme est abrogé.", "Diplôme supprimé.", "<i>Le diplôme a été abrogé</i>"]
)
def test_what_became_of_the_diploma_is_said_of_all_options_behind_the_last(state: str) -> None:
    options = "".join(
        f"<h2>Option {name}</h2><p>Code : {code}</p><ul><li><a href={name}.pdf>Épreuves</a></ul>"
        for name, code in (("osier", "50022434"), ("rotin", "50022435"))
    )
    page = f"<h1>CAP Vannerie</h1><p>{ORDER}</p>{options}<p>{state}</p>"
    assert [record.status for record in _read(page)] == ["repealed"] * 2


def test_an_option_that_alone_is_repealed_says_so_in_its_own_part() -> None:
    options = "".join(
        f"<h2>Option {name}</h2><p>Code : {code}</p><p>{state}<p><a href={name}.pdf>Épreuves</a>"
        for name, code, state in (
            ("osier", "50022434", "Diplôme en vigueur"), ("rotin", "50022435", "Diplôme abrogé"),
        )
    )  # fmt: skip
    page = f"<h1>CAP Vannerie</h1><p>{ORDER}</p>{options}"
    assert [record.status for record in _read(page)] == ["in_force", "repealed"]

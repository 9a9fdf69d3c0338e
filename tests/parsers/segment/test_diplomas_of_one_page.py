"""Diplomas of one page: options in a heading of all, and two types of one name.

All are mock-ups of ours.
"""

import itertools

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

FACTS = (
    "<p>Code : 401-24106 V</p><p>Arrêté du 22 juillet 1992</p><p><a href=c.pdf>Règlement</a></p>"
)
NAMES = ("haute lisse", "rentraiture de tapis", "rentraiture de tapisserie")
LISTS = ["Options {}", "Options : {}", "Trois options : {}"]
ENTRIES = ["{} : {}", "{} - {}", "{} {}"]
MARKS = [" ; ", ", ", " et "]


def records(body: str) -> list[Referential]:
    document = Document(f"<html><body>{body}</body></html>".encode())
    return [each.record for each in read(document, Lexicon.packaged()).records]


@pytest.mark.parametrize("tag", ["h2", "h4", "p", "b", "div"])
@pytest.mark.parametrize("letters", ["ABC", "DEF", "CEF"])
def test_options_in_one_heading_have_letters_of_their_own(tag: str, letters: str) -> None:
    wrong = []
    for whole, entry, mark in itertools.product(LISTS, ENTRIES, MARKS):
        entries = [entry.format(*each) for each in zip(letters, NAMES, strict=True)]
        line = whole.format(mark.join(entries))
        pages = records(f"<h1>BMA Arts du tapis</h1><{tag}>{line}</{tag}>{FACTS}")
        titles = [page.title for page in pages]
        expected = [
            f"BMA Arts du tapis option {letter} {name}"
            for letter, name in zip(letters, NAMES, strict=True)
        ]
        if titles != expected:
            wrong.append((line, titles))
    assert wrong == []


@pytest.mark.parametrize(
    "heading",
    ["Options", "Options A et B : textes communs", "Options facultatives", "Option : osier"],
)
def test_a_heading_of_options_that_names_none_divides_nothing(heading: str) -> None:
    assert len(records(f"<h1>BMA Arts du tapis</h1><h2>{heading}</h2>{FACTS}")) == 1


TITLES = ("CAP Peintre applicateur", "BP Peintre applicateur")
CODES = ("500-23327 S", "450-23315 S")
COUNTED = {
    "in brackets": ("{} ({})", ""),
    "behind a dash": ("{} - {}", ""),
    "below": ("{}", "<p>Code : {}</p>"),
}


@pytest.mark.parametrize("form", COUNTED)
@pytest.mark.parametrize("tag", ["h2", "h3", "b"])
@pytest.mark.parametrize("above", ["", "<h1>Peintre applicateur</h1>"])
def test_two_types_of_one_name_are_two_diplomas(form: str, tag: str, above: str) -> None:
    head, below = COUNTED[form]
    parts = [
        f"<{tag}>{head.format(title, code)}</{tag}>{below.format(code)}"
        f"<p>Arrêté du {day} mai 2016 - <a href={day}.pdf>Annexes</a></p>"
        for day, title, code in zip((13, 14), TITLES, CODES, strict=True)
    ]
    pages = records(above + "".join(parts))
    assert [(page.diploma_type, page.code) for page in pages] == [
        ("CAP", "50023327"), ("BP", "45023315")
    ]  # fmt: skip
    assert [page.legal_texts[0].date for page in pages] == ["2016-05-13", "2016-05-14"]
    assert [[linked.url for linked in page.documents] for page in pages] == [["13.pdf"], ["14.pdf"]]


@pytest.mark.parametrize(
    "other",
    [
        "Ancien BP Peintre applicateur (450-23315 S)",
        "Voir aussi : BP Peintre applicateur (450-23315 S)",
        "Remplacé par le BP Peintre applicateur (450-23315 S)",
    ],
)
def test_a_heading_that_tells_of_another_diploma_divides_nothing(other: str) -> None:
    body = f"<h2>{TITLES[0]} ({CODES[0]})</h2><p>Arrêté du 13 mai 2016</p><h2>{other}</h2>"
    assert len(records(f"{body}<p>Arrêté du 14 mai 2016</p>")) == 1


OPTIONS = (
    "<h2>Option A : pose</h2><p>Code : 400-25009 V</p><ul><li><a href=a.pdf>Grille</a></li></ul>{}"
    "<h2>Option B : taille</h2><p>Code : 400-25010 V</p><ul><li><a href=b.pdf>Grille</a></li></ul>"
)
ORDER = "Arrêté du 3 mai 2004 portant création du BP Métiers de la pierre"
OF_ALL = {
    "a paragraph": f"<p>{ORDER}</p>",
    "a list": f"<ul><li>{ORDER}</li></ul>",
    "a link": f"<p><a href=order.pdf>{ORDER}</a></p>",
    "a label": "<p><b>Textes :</b></p><p>Arrêté du 3 mai 2004</p>",
    "with a session": f"<p>{ORDER}</p><p>Première session : 2006</p>",
    "above common files": f"<p>{ORDER}</p><h2>Documents communs</h2><a href=c.pdf>Grille</a>",
}


@pytest.mark.parametrize("below", OF_ALL.values(), ids=OF_ALL)
def test_orders_and_sessions_below_the_last_option_are_of_all(below: str) -> None:
    pages = records(f"<h1>BP Métiers de la pierre</h1>{OPTIONS.format('')}{below}")
    assert [[text.date for text in page.legal_texts] for page in pages] == [["2004-05-03"]] * 2
    assert [page.documents[0].url for page in pages] == ["a.pdf", "b.pdf"]
    assert [page.first_session for page in pages] == [2006 if "2006" in below else None] * 2


@pytest.mark.parametrize("own", ["<p>Arrêté du 5 mai 2003</p>", "<p>Première session : 2005</p>"])
def test_an_order_below_the_last_option_is_its_own_where_another_has_its_own(own: str) -> None:
    page = f"<h1>BP Métiers de la pierre</h1>{OPTIONS.format(own)}<p>{ORDER}</p>"
    first, last = records(page)
    assert "2004-05-03" not in [text.date for text in first.legal_texts]
    assert [text.date for text in last.legal_texts] == ["2004-05-03"]


@pytest.mark.parametrize("tag", ["h2", "h3", "p class=b"])
@pytest.mark.parametrize("documents", ["", "<p><a href={}.pdf>Annexe</a></p>"])
def test_options_that_only_headings_name_are_diplomas(tag: str, documents: str) -> None:
    parts = [
        f"<{tag}><b>Option {name}</b></{tag.split()[0]}>{documents.format(name)}"
        for name in ("son", "lumière")
    ]
    page = f"<h1>DMA Régie du spectacle</h1><p>Arrêté du 9 juillet 2002</p>{''.join(parts)}"
    found = records(page)
    assert [each.id for each in found] == ["document-son", "document-lumiere"]
    assert found[1].title == "DMA Régie du spectacle option lumière"
    assert [[each.url for each in record.documents] for record in found] == (
        [["son.pdf"], ["lumière.pdf"]] if documents else [[], []]
    )


FILE = "<a href={}.pdf>PDF</a>"
WORDED = (
    "<table><tr><th>Diplôme<th>Document{}</table>"
    "|<tr><td>DMA Régie du spectacle, option {0}<td>{1}",
    "<table><tr><th>Options<th>Première session<th>Document{}</table>"
    "|<tr><td>Option : {0}<td>2004<td>{1}",
    "<table><tr><th>Intitulé de l'option<th>Référentiel{}</table>|<tr><td>{0}<td>{1}",
    "{}|<h3>Option « {0} »</h3><p>{1}</p>", "{}|<h3>Option – {0}</h3><p>{1}</p>",
    "<h3>Options</h3><ul>{}</ul>|<li>Option « {0} » - {1}</li>",
    "<h3>Options</h3><ul>{}</ul>|<li>{0} : {1}</li>",
    "<table><tr><th>Diplôme<th>Définition des épreuves{}</table>"
    "|<tr><td>DMA Régie du spectacle, option {0}<td>{1}",
)  # fmt: skip


@pytest.mark.parametrize("form", WORDED)
def test_options_without_letters_are_told_by_their_word(form: str) -> None:
    whole, line = form.split("|")
    names = ("son", "lumière", "décor")
    body = whole.format("".join(line.format(name, FILE.format(name)) for name in names))
    common = "<p><u>Documents communs aux options</u> :<br>- <a href=c.pdf>Lexique</a></p>"
    for below, further in (("", []), (common, ["c.pdf"])):
        found = records(f"<h1>DMA Régie du spectacle</h1><p>{ORDER}</p>{body}{below}")
        titles = [each.title.replace(",", "") for each in found if each.title]
        assert titles == [f"DMA Régie du spectacle option {name}" for name in names]
        documents = [[each.url for each in record.documents] for record in found]
        assert documents == [[f"{name}.pdf", *further] for name in names]


def test_columns_of_optional_examinations_are_no_options() -> None:
    rows = "".join(f"<tr><td>{name}<td>1" for name in ("Latin", "Grec"))
    table = f"<table><tr><th>Option<th>Coefficient{rows}</table>"
    assert len(records(f"<h1>DMA Régie du spectacle</h1><p>{ORDER}</p>{table}")) == 1


@pytest.mark.parametrize("mark", [" ", ". ", ") ", " - ", " : "])
@pytest.mark.parametrize(
    "form",
    [
        "<p>Options : {}, {}, {}</p>", "<p>Options : {} ; {} ; {}</p>",
        "<h2>Options : {}, {}, {}</h2>",
        "<h3>Options</h3><p>{}</p><p>{}</p><p>{}</p>", "<h3>Options</h3><p>{}<br>{}<br>{}</p>",
        "<h3>Options</h3><ul><li>{}<li>{}<li>{}</ul>",
        "<p>Options :</p><p>{}</p><p>{}</p><p>{}</p>",
    ],
)  # fmt: skip
def test_a_letter_before_a_capital_shows_by_its_place_in_the_alphabet(form: str, mark: str) -> None:
    names = ("Haute lisse", "Rentraiture", "Basse lisse en C")
    lines = [f"{letter}{mark}{name}" for letter, name in zip("ABC", names, strict=True)]
    pages = records(f"<h1>BMA Arts du tapis</h1><p>Arrêté du 3 mai 2004</p>{form.format(*lines)}")
    titles = [f"BMA Arts du tapis option {a} {b}" for a, b in zip("ABC", names, strict=True)]
    assert [page.title for page in pages] == titles


FACTS_OF_EACH = "<h3>Arrêtés</h3><p>Arrêté du 3 mai 2004</p><h3>Sessions</h3><p>Depuis 2006</p>"


@pytest.mark.parametrize("tag", ["p class=MsoTitle", "p", "div"])
@pytest.mark.parametrize(
    "names", [("option A : osier", "option B : rotin"), ("option osier", "option rotin")]
)
def test_headings_repeat_the_set_off_title_of_which_they_name_options(
    tag: str, names: tuple[str, str]
) -> None:
    title = f"<{tag}><b>CAP Vannerie</b></{tag.split()[0]}>"
    parts = "".join(f"<h2>CAP Vannerie {name}</h2>{FACTS_OF_EACH}" for name in names)
    assert [r.title for r in records(title + parts)] == [f"CAP Vannerie {name}" for name in names]

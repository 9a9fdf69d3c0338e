"""Codes with options in one line, one cell, lines or columns: one record each. Mock-ups."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from tests.parsers.extract.pages import records_of

NAME = "Bac pro artisanat et métiers d'art"
HEAD = f"<h1>{NAME}</h1><p>Arrêté du 21 février 2014</p>"
ADDRESS = "https://eduscol.education.fr/referentiels-professionnels/a054.html"


def table(*rows: str) -> str:
    """A table, its cells divided by `|`."""
    cells = ("".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


A, B = "option A verrerie", "option B signalétique"
PAGES = {
    "behind, in parentheses": f"<p>Codes : 40022402 ({A}), 40022403 ({B})</p>",
    "before, with a colon": f"<p>Codes : {A} : 40022402 ; {B} : 40022403</p>",
    "behind, with dashes": f"<p>Code : 400-22402 T {A} - 400-22403 V {B}</p>",
    "no label": f"<p>{A} : 40022402 - {B} : 40022403</p>",
    "a label for each": "<ul><li>Option : verrerie - 400-22402 T"
    "<li>Option : signalétique - 400-22403 V</ul>",
    "broken lines": f"<p>{A} 40022402<br>{B} 40022403</p>",
    "broken lines, code first": f"<p>40022402 - {A}<br>40022403 - {B}</p>",
    "broken lines below a label": f"<p>Codes :<br>40022402 : {A}<br>40022403 : {B}</p>",
    "one cell, broken": table(f"Codes|{A} : 40022402<br>{B} : 40022403"),
    "one cell, one line": table(f"Code|40022402 ({A}) 40022403 ({B})"),
    "one cell, paragraphs": table("Code|<p>40022402 (verrerie)</p><p>40022403 (signalétique)</p>"),
    "one cell, bare names": table("Code|40022402 verrerie<br>40022403 signalétique"),
    "two columns": table(f"40022402|{A}", f"40022403|{B}"),
    "three columns": table("A|verrerie|40022402", "B|signalétique|40022403"),
    "three columns, words": table("Option A|verrerie|40022402", "Option B|signalétique|40022403"),
    "three named columns": table(
        "Option|Libellé|Code", "A|verrerie|40022402", "B|signalétique|40022403"
    ),
    "a column of orders": table(
        f"{A}|40022402|Arrêté du 3 mars 2015", f"{B}|40022403|Arrêté du 4 mars 2015"
    ),
    "names and codes in a cell each": table(
        "Options|A verrerie<br>B signalétique", "Codes|40022402<br>40022403"
    ),
    "options as columns": table("Option|verrerie|signalétique", "Code|40022402|40022403"),
    "options above codes": table(f"{A}|{B}", "40022402|40022403"),
    "titles with their options, below names of columns that nobody knows": table(
        "Diplôme et option|Vie scolaire", f"{NAME} {A}|40022402", f"{NAME} {B}|40022403"
    ),
    "items of titles with their options": (
        f"<ul><li>{NAME} {A} : 40022402</li><li>{NAME} {B} : 40022403</li></ul>"
    ),
    "groups of labels, the code first": (
        f"<dl><dt>Niveau<dd>niveau 4<dt>Code<dd>40022402<dt>Option<dd>{A}</dl>"
        f"<dl><dt>Niveau<dd>niveau 4<dt>Code<dd>40022403<dt>Option<dd>{B}</dl>"
    ),
    "a sentence": "<p>Comporte deux options : verrerie (40022402) ; signalétique (40022403).</p>",
    "rows with labels": table("Option : verrerie|40022402", "Option : signalétique|40022403"),
    "rows of a label each": table(
        "Option :|verrerie - 40022402", "Option :|signalétique - 40022403"
    ),
    "terms above labels that nobody knows": (
        "<dl><dt>Option verrerie<dd>Cote : 400-22402 T<dt>Option signalétique<dd>Cote : 400-22403 V"
        "</dl>"
    ),
    "items": f"<ul><li>40022402 : {A}</li><li>40022403 : {B}</li></ul>",
    "items, code last": f"<ul><li>{A} (40022402)</li><li>{B} (40022403)</li></ul>",
    "items behind a table that ends in a successor": table("Niveau|4", "Remplacé par|400-22404")
    + f"<ul><li>{A} (40022402)</li><li>{B} (40022403)</li></ul>",
    "items behind a list that ends in a successor": "<dl><dt>Remplacé par<dd>400-22404</dl>"
    f"<ul><li>{A} (40022402)</li><li>{B} (40022403)</li></ul>",
    "items below a label": f"<p>Codes</p><ul><li>40022402 : {A}</li><li>40022403 : {B}</li></ul>",
}
# without the word, in lists of a name and a code of the page's type each
PAGES |= {
    "items, no word": "<ul><li>verrerie : 400-22402</li><li>signalétique : 400-22403</li></ul>",
    "items, code first, no word": (
        "<ul><li>400-22402 T – verrerie</li><li>400-22403 T – signalétique</li></ul>"
    ),
    "rows, no word": table("verrerie|400-22402", "signalétique|400-22403"),
    "broken lines, no word": "<p>verrerie : 400-22402<br>signalétique : 400-22403</p>",
    "a letter and a name": f"<ul><li>{A} (400-22402)</li><li>signalétique (400-22403)</li></ul>",
    "headings above sentences": (
        f"<h2>{A}</h2><p>Créée en 2014. Code 400-22402 T. <a href=a.pdf>Annexe A</a></p>"
        f"<h2>{B}</h2><p>Créée en 2014. Code 400-22403 T. <a href=b.pdf>Annexe B</a></p>"
    ),
}
TITLED = {
    f"{NAME} {A}, {B}": "40022402, 40022403",
    f"{NAME} options A : verrerie et B : signalétique": "40022402 et 40022403",
    f"{NAME} {A}, {B} ": "40022402 (A) ; 40022403 (B)",
}
ONE = [
    "<p>Code : 40022402</p><p>Remplace le 40022401 option verrerie et le 40022400 option B</p>",
    "<p>Code : 40022402 (ancien code : 40022401)</p>",
    "<p>Code : 40022402 depuis la session 2016, 40022401 avant</p>",
    "<p>Code : 40022402</p><p>L'option A est ouverte.</p>",
    *(
        f"<p>Code : 40022404</p><h2>{heading}</h2>"
        f"<ul><li>{name}{A} : 40022402</li><li>{name}{B} : 40022403</li></ul>"
        for heading in ("Remplace", "Diplômes remplacés", "Poursuite d'études")
        for name in ("", f"{NAME} ")
    ),
    "<p>Code : 40022402 (sessions 2025 et suivantes)</p>"
    "<p>Il prend la suite de la mention complémentaire de code 010-22401 T.</p>",
    *(
        f"<h2>{heading}</h2><ul><li>verrerie : 40022402</li><li>signalétique : 40022403</li></ul>"
        for heading in ("Voir aussi", "Les diplômes du même secteur")
    ),
    "<ul><li>verrerie : 40022402</li><li>bâtiment : 40023003</li></ul>",  # of two groups
    "<ul><li>verrerie : 50022402</li><li>signalétique : 50022403</li></ul>",  # of another type
    f"<p>Remplacé par</p><ul><li>{A} (40022402)</li><li>{B} (40022403)</li></ul>",
    "<p>Code : 40022404</p>"
    "<dl><dt>Option verrerie<dd>Ancienne cote : 400-22402 T<dt>Niveau<dd>4</dl>",
    "<p>Code : 40022402</p><p>Intitulé : verrerie</p><h2>Ancien diplôme</h2>"
    "<p>Code : 40022403</p><p>Intitulé : signalétique</p>",
]


def codes_and_names(body: str) -> list[tuple[str | None, str]]:
    page = f"<html><head><title>x</title></head><body>{body}</body></html>".encode()
    records = [
        record.record for record in read(Document(page, ADDRESS), Lexicon.packaged()).records
    ]
    for record in records:
        assert "2014-02-21" in {str(text.date) for text in record.legal_texts}
    return [(record.code, record.name or "") for record in records]


@pytest.mark.parametrize("kind", PAGES)
def test_codes_make_the_options(kind: str) -> None:
    (first, first_name), (second, second_name) = codes_and_names(HEAD + PAGES[kind])
    assert (first, second) == ("40022402", "40022403")
    assert "verrerie" in first_name
    assert "signalétique" in second_name


def test_formats_behind_links_are_no_options() -> None:
    links = "<li><a href=a.rtf>Annexe I</a> [RTF]<li><a href=b.pdf>Annexe II</a> [PDF]"
    names = "<li>Option verrerie<li>Option signalétique"
    body = f"<p>Les options :</p><ul>{names}</ul><p>À télécharger :</p><ul>{links}</ul>"
    assert [name for _, name in codes_and_names(HEAD + body)] == [
        f"artisanat et métiers d'art option {name}" for name in ("verrerie", "signalétique")
    ]


_COLUMNS = {
    "labels in the first column": (
        "<tr><td></td><th>Option A</th><th>Option B</th></tr>"
        "<tr><th>Intitulé</th><td>verrerie</td><td>signalétique</td></tr>"
        "<tr><th>Code</th><td>400-22402 V</td><td>400-22403 V</td></tr>"
        "<tr><th>Arrêté du</th><td>15/10/1973</td><td>06/05/1980</td></tr>"
        "<tr><th>1<sup>re</sup> session</th><td colspan=2>1981</td></tr>"
        "<tr><th>Dernière session</th><td>2001</td><td></td></tr>"
        "<tr><th>Fichier</th><td colspan=2><a href=a.pdf>Annexes</a></td></tr>"
    ),
    "labels in the first column of each": (
        f"<tr><td colspan=2>{A}</td><td colspan=2>{B}</td></tr>"
        "<tr><td>code</td><td>400-22402 V</td><td>code</td><td>400-22403 V</td></tr>"
        "<tr><td>arrêté</td><td>15/10/1973</td><td>arrêté</td><td>6 mai 1980</td></tr>"
        "<tr><td>1re session</td><td>1981</td><td>1re session</td><td>1981</td></tr>"
        "<tr><td>dernière session</td><td>2001</td><td></td><td></td></tr>"
        "<tr><td colspan=4><a href=a.pdf>Annexes</a></td></tr>"
    ),
}


@pytest.mark.parametrize("kind", _COLUMNS)
def test_columns_hold_what_is_an_options_own_and_cells_across_them_what_is_of_all(
    kind: str,
) -> None:
    page = f"<html><body><h1>{NAME}</h1><table>{_COLUMNS[kind]}</table></body></html>".encode()
    records = [
        record.record for record in read(Document(page, ADDRESS), Lexicon.packaged()).records
    ]
    assert [(record.name or "").partition(" option ")[2] for record in records] == [
        "A verrerie", "B signalétique",
    ]  # fmt: skip
    assert [
        (r.code, r.legal_texts[0].date, r.first_session, r.last_session, r.documents[0].title)
        for r in records
    ] == [
        ("40022402", "1973-10-15", 1981, 2001, "Annexes"),
        ("40022403", "1980-05-06", 1981, None, "Annexes"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        table(f"|{A}|{B}", "Arrêté|20/9/1974|5/3/1973", "1re session|1976|1975"),
        table("Option|Arrêté|1re session", f"{A}|20/9/1974|1976", f"{B}|5/3/1973|1975"),
        table("Options|Arrêté|1re session", "A verrerie|20/9/1974|1976", "B : bois|5/3/1973|1975"),
    ],
)
def test_a_table_of_options_with_letters_needs_no_codes(rows: str) -> None:
    page = f"<html><body><h1>{NAME}</h1>{rows}</body></html>".encode()
    records = [
        record.record for record in read(Document(page, ADDRESS), Lexicon.packaged()).records
    ]
    values = [(r.legal_texts[0].date, r.first_session, len(r.legal_texts)) for r in records]
    assert values == [("1974-09-20", 1976, 1), ("1973-03-05", 1975, 1)]
    assert len({record.id for record in records}) == 2


@pytest.mark.parametrize(
    "rows",
    [
        table(
            "Option|Code|Référentiel", "A : verre|&nbsp;|{a}télécharger</a>", "B : bois||{b}ici</a>"
        ),
        table(
            "Option|Code|Référentiel", "verre|&nbsp;|{a}télécharger</a>", "bois||{b}télécharger</a>"
        ),
        table("Option :|A - verre {a}Annexes</a>", "Option :|B - bois {b}Annexes</a>"),
        "<p>Opt. A : verre - {a}Réf. opt. A</a></p><p>Opt. B : bois - {b}Réf. opt. B</a></p>",
        "<p>Opt. verre - {a}Réf. opt. 1</a></p><p>Opt. bois - {b}Réf. opt. 2</a></p>"
        "<p>Rempl. par 400-22404</p><p>Code : 400-22402</p>",
        "<p><b>Option A</b> verre &bull; {a}Annexe</a></p>"
        "<p><b>Option B</b> bois &bull; {b}Annexe</a></p>",
    ],
)
def test_options_without_codes_have_their_files(rows: str) -> None:
    body = rows.format(a="<a href=a.pdf>", b="<a href=b.pdf>")
    page = f"<html><body>{HEAD}{body}</body></html>".encode()
    records = [each.record for each in read(Document(page, ADDRESS), Lexicon.packaged()).records]
    names = [(record.name or "").split(" option ")[1] for record in records]
    assert [name.removeprefix("A ").removeprefix("B ") for name in names] == ["verre", "bois"]
    files = [[text.url[-5:] for text in record.documents] for record in records]
    assert files == [["a.pdf"], ["b.pdf"]]


@pytest.mark.parametrize(
    "rows",
    [
        table("Épreuve|Durée|Arrêté", "A écrite|2 heures|20/9/1974", "B orale|1 heure|5/3/1973"),
        table("Option|Code|Arrêté", "A verre|4002240|20/9/1974", "B bois|4002241|5/3/1973"),
        table("|Épreuve A|Épreuve B", "Durée|2 heures|1 heure", "Arrêté|20/9/1974|5/3/1973"),
    ],
)
def test_letters_of_examinations_and_misspelt_codes_make_no_options(rows: str) -> None:
    assert len(names_of(HEAD + rows)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [("{} (option A), {} (option B)", "."), ("{} pour l’option A et {} pour l'option B", " ;")],
)
def test_a_line_may_give_each_option_a_value(first: str, second: str) -> None:
    lines = (
        ("RNCP ", "37845", "37843"), ("Première session : ", "1998", "2000"),
        ("Arrêté du ", "15 octobre 1973", "6 mai 1980"),
    )  # fmt: skip
    texts = "".join(f"<p>{lead}{first.format(*both)}{second}</p>" for lead, *both in lines)
    page = f"<html><body><h1>{NAME}</h1>{texts}{PAGES['items']}</body></html>".encode()
    records = [
        record.record for record in read(Document(page, ADDRESS), Lexicon.packaged()).records
    ]
    assert [(r.rncp_codes, r.first_session, r.legal_texts[0].date) for r in records] == [
        (("RNCP37845",), 1998, "1973-10-15"),
        (("RNCP37843",), 2000, "1980-05-06"),
    ]
    assert [len(r.legal_texts) for r in records] == [1, 1]


@pytest.mark.parametrize("fact", ["Niveau|IV", "Première session|2016", "Niveau|IV#RNCP|37845"])
@pytest.mark.parametrize("named", ["Option : {}", "OPTION {}"])
def test_a_fact_in_a_row_below_an_option_ends_none_of_the_others(fact: str, named: str) -> None:
    names = "ébéniste", "marqueteur", "tapissier", "verrier"
    first, *others = (f"{named.format(name)}|400-2240{n} T" for n, name in enumerate(names))
    rows = table(first, *fact.split("#"), *others, "Texte|Arrêté du 21 février 2014")
    page = f"<html><body><h1>{NAME}</h1>{rows}</body></html>".encode()
    records = [each.record for each in read(Document(page, ADDRESS), Lexicon.packaged()).records]
    assert [(each.code, each.name.rpartition(" ")[2]) for each in records] == [
        (f"4002240{n}", name) for n, name in enumerate(names)
    ]


def test_an_order_in_an_option_s_row_is_that_option_s() -> None:
    page = f"<html><body>{HEAD}{PAGES['a column of orders']}</body></html>".encode()
    records = [
        record.record for record in read(Document(page, ADDRESS), Lexicon.packaged()).records
    ]
    own = [{str(text.date) for text in record.legal_texts} for record in records]
    assert own == [{"2014-02-21", "2015-03-03"}, {"2014-02-21", "2015-03-04"}]


def test_an_order_behind_an_option_s_code_is_that_option_s() -> None:
    lines = "".join(
        f"<li>{name} (400-2240{n}), arrêté du {n} mars 2015</li>" for name, n in ((A, 2), (B, 3))
    )
    page = f"<html><body>{HEAD}<ul>{lines}</ul></body></html>".encode()
    records = [each.record for each in read(Document(page, ADDRESS), Lexicon.packaged()).records]
    own = [{str(text.date) for text in record.legal_texts} for record in records]
    assert own == [{"2014-02-21", "2015-03-02"}, {"2014-02-21", "2015-03-03"}]


@pytest.mark.parametrize(
    "codes",
    [
        f"<ul><li>{A} (40022402)</li><li>{B} (40022403)</li></ul>",
        "<p>Codes : 40022402 (A), 40022403 (B)</p>",
        "<p>Codes : 40022402, 40022403</p>",
    ],
)
def test_options_named_in_two_places_are_the_same(codes: str) -> None:
    heads = (
        f"<h2>{A}</h2><p><a href=a.pdf>Annexe</a></p><h2>{B}</h2><p><a href=b.pdf>Annexe</a></p>"
    )
    page = f"<html><body>{HEAD}{codes}{heads}</body></html>".encode()
    records = [each.record for each in read(Document(page), Lexicon.packaged()).records]
    assert [(record.code, record.name) for record in records] == [
        ("40022402", f"artisanat et métiers d'art {A}"),
        ("40022403", f"artisanat et métiers d'art {B}"),
    ]
    files = [[document.url for document in record.documents] for record in records]
    assert files == [["a.pdf"], ["b.pdf"]]


NAMED_ABOVE = {
    "table": "<table><tr><th>Option</th><th>Intitulé</th><th>RNCP</th></tr><tr><td>A</td><td>cuir"
    "</td><td>RNCP37301</td></tr><tr><td>B</td><td>bois</td><td>RNCP37302</td></tr></table>",
    "terms": "<dl><dt>Option A</dt><dd>cuir</dd><dt>Option B</dt><dd>bois</dd></dl>",
    "lines": "<p><b>Option A - cuir<br>Option B - bois</b></p>",
    "headings": "<h3>Option A - cuir</h3><h3>Option B - bois</h3>",
    "sentence": "<p>Ce diplôme comporte deux options : option A cuir - code : 40022402 ; option B "
    "bois - code : 40022403.</p>",
}
FILES = {
    "items": "<ul><li><a href={0}1.pdf>Annexe</a></li><li><a href={0}2.pdf>Épreuves</a></li></ul>",
    "lines": "<p>- <a href={0}1.pdf>Annexe</a><br>- <a href={0}2.pdf>Épreuves</a></p>",
}
BEHIND = (
    "<p>Arrêté du 3 mai 2004</p>",
    "<table><tr><td>1re session</td><td>2006</td></tr></table>",
)


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("files", FILES)
@pytest.mark.parametrize("above", NAMED_ABOVE)
def test_options_named_above_keep_the_files_below_their_headings(
    above: str, files: str, behind: str
) -> None:
    more = FILES[files].replace("{0}2.pdf>Épreuves", "{0}2.pdf>Épreuves</a></li><li><a href=b3.pdf>"
                                "Lexique" if files == "items" else "{0}2.pdf>Épreuves")  # fmt: skip
    parts = f"<h3>Option A - cuir</h3>{FILES[files].format('a')}<h3>Option B - bois</h3>"
    body = f"<h1>BMA Vannerie</h1>{NAMED_ABOVE[above]}{parts}{more.format('b')}{behind}"
    page = f"<html><body>{body}</body></html>".encode()
    records = [each.record for each in read(Document(page), Lexicon.packaged()).records]
    assert [record.name for record in records] == [
        "Vannerie option A cuir", "Vannerie option B bois"
    ]  # fmt: skip
    own = [{document.url[0] for document in record.documents} for record in records]
    assert own == [{"a"}, {"b"}]
    told = {(len(record.legal_texts), record.first_session) for record in records}
    assert told in ({(1, None)}, {(0, 2006)})


@pytest.mark.parametrize(
    "title", ["Diplôme de technicien des métiers du spectacle", "BMA Vannerie"]
)
@pytest.mark.parametrize(
    "options",
    ["<table><tr><th>Option</th></tr><tr><td>plateau</td></tr><tr><td>costume</td></tr></table>",
     "<table><tr><th>Option</th><th>RNCP</th></tr><tr><td>plateau</td><td>RNCP39029</td></tr>"
     "<tr><td>costume</td><td>RNCP39029</td></tr></table>",
     "<p><b>Options</b></p><ul><li>plateau</li><li>costume</li></ul>",
     "<p>Options :<br>- plateau<br>- costume</p>",
     "<p>option plateau<br>option costume</p>",
     "<p>Option plateau</p><p>Option costume</p>",
     "<p>Option plateau ; option costume.</p>",
     "<p>Option plateau et option costume</p>",
     "<p>Option : plateau<br>Option : costume</p>",
     "<p><b>Option : plateau</b></p><p><b>Option : costume</b></p>",
     "<p>Option plateau : <a href=a.pdf>Annexes</a></p>"
     "<p>Option costume : <a href=b.pdf>Référentiel de l'option</a></p>",
     "<p>Rentrée 2022, première session 2024.\nOption plateau ; Option costume.</p>",
     "<ul><li>Option plateau</li><li>Option costume</li></ul>",
     "<h2>Option plateau</h2><p><a href=a.pdf>Annexe I</a></p>"
     "<h2>Option costume</h2><p><a href=b.pdf>Annexe I</a></p><h2>Textes</h2>"],
)  # fmt: skip
def test_options_without_letters_or_codes_are_diplomas_with_ids_by_name(
    options: str, title: str
) -> None:
    head, row = "<tr><th>Texte</th><th>Date</th></tr>", "<td>Création</td><td>10/3/1997</td>"
    texts = f"<table>{head}<tr>{row}</tr></table>"
    page = f"<html><body><h1>{title}</h1>{options}{texts}</body></html>".encode()
    records = [each.record for each in read(Document(page), Lexicon.packaged()).records]
    assert [record.id for record in records] == ["document-plateau", "document-costume"]
    assert all(record.legal_texts[0].date == "1997-03-10" for record in records)
    assert "RNCP" not in options or all(record.rncp_codes for record in records)


@pytest.mark.parametrize(
    "options",
    ["<p>Option facultative</p><p>Option obligatoire</p>",  # examinations
     "<p>Option plateau</p><p>Niveau 4</p><p>Option costume</p>",
     "<p>OPTION PLATEAU<br>OPTIONS COSTUME<br>OPTION SON</p>",  # at a known address
     "<p>Option plateau</p><p>Option son</p><p>Options costume</p>",
     "<p>Options : plateau, costume</p>"],
)  # fmt: skip
def test_options_that_are_not_clear_are_told_or_none(options: str) -> None:
    page = f"<html><body><h1>BMA Vannerie</h1>{options}<p>Arrêté du 10 mars 1997</p></body></html>"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    assert only.record.id == "document"
    assert only.record.title == "BMA Vannerie"
    told = any("plateau" in (issue.value or "").lower() for issue in only.record.issues)
    assert told == ("plateau" in options.lower())


def test_a_type_without_specialities_has_options_that_one_line_names() -> None:
    title = "Diplôme de technicien des métiers du spectacle"
    body = f"<h1>{title}</h1><p>Options : plateau ; costume</p><p>Arrêté du 10 mars 1997</p>"
    records = read(Document(f"<html><body>{body}</body></html>".encode()), Lexicon.packaged())
    assert len(records.records) == 2


@pytest.mark.parametrize("last", ["Arrêté et annexes", "Annexes"])
def test_a_file_that_is_called_as_an_order_or_a_label_is_the_last_options(last: str) -> None:
    lines = f"<h3>{A}</h3><p>- <a href=a.pdf>Règlement</a></p><h3>{B}</h3><p>- <a href=b.pdf>{last}"
    page = f"<html><body>{HEAD}{lines}</a></p></body></html>".encode()
    records = [each.record for each in read(Document(page), Lexicon.packaged()).records]
    files = [[document.url for document in record.documents] for record in records]
    assert files == [["a.pdf"], ["b.pdf"]]


@pytest.mark.parametrize("title", TITLED)
def test_codes_in_the_order_of_the_title(title: str) -> None:
    body = HEAD.replace(NAME, title.strip()) + f"<p>Codes : {TITLED[title]}</p>"
    (first, first_name), (second, second_name) = codes_and_names(body)
    assert (first, second) == ("40022402", "40022403")
    assert "verrerie" in first_name
    assert "signalétique" in second_name


@pytest.mark.parametrize("body", ONE)
def test_a_code_of_another_diploma_makes_no_option(body: str) -> None:
    assert len(codes_and_names(HEAD + body)) == 1


@pytest.mark.parametrize("code", ["400224", "400-22Q03"])
def test_an_option_with_a_misspelt_code_is_not_lost_among_the_others(code: str) -> None:
    rows = [f"{NAME} {A}|40022402", f"{NAME} {B}|40022403", f"{NAME} option C métal|{code}"]
    page = f"<html><body>{HEAD}{table(*rows)}</body></html>".encode()
    (record,) = read(Document(page, ADDRESS), Lexicon.packaged()).records
    quoted = " | ".join(issue.value or "" for issue in record.record.issues)
    assert all(part in quoted for part in ("40022402", "40022403", "option C métal", code))


def names_of(body: str) -> list[str]:
    page = f"<html><body>{body}</body></html>".encode()
    records = read(Document(page, ADDRESS), Lexicon.packaged()).records
    return [read_record.record.name or "" for read_record in records]


def test_a_column_of_letters_is_one_of_options_where_more_is_said_of_them() -> None:
    rows = table("A|verrerie|arrêté du 3 mars 2015", "D|signalétique|arrêté du 4 mars 2015")
    said = "<p>Règlement commun aux options</p>"
    assert [name[-12:] for name in names_of(f"<h1>{NAME}</h1>{rows}{said}")] == [
        "n A verrerie", "signalétique",
    ]  # fmt: skip
    assert len(names_of(f"<h1>{NAME}</h1>{rows}")) == 1
    files = table("A|Activités|<a href=a.pdf>PDF</a>", "B|Savoirs|<a href=b.pdf>PDF</a>")
    assert len(names_of(f"{HEAD}{files}{said}")) == 1
    examinations = table("A|Épreuve écrite|2 heures", "B|Épreuve orale|20 minutes")
    assert len(names_of(f"{HEAD}{examinations}{said}")) == 1


@pytest.mark.parametrize("mark", [" : ", ": "])
def test_letters_in_the_lines_of_a_title_are_its_options(mark: str) -> None:
    title = f"<b>CAP LAPIDAIRE</b><br>A{mark}diamant<br>B{mark}pierres<br><i>(deux options)</i>"
    assert names_of(f"<p>{title}<br><br>Arrêté du 21 février 2014</p>") == [
        "LAPIDAIRE option A diamant", "LAPIDAIRE option B pierres",
    ]  # fmt: skip


def test_options_without_letters_behind_a_title_are_diplomas() -> None:
    page = (
        f"<html><body><b>{NAME}</b><br><i>option : verrerie</i><br><i>option : signalétique</i>"
        "<p>Arrêté du 21 février 2014</p></body></html>"
    )
    found = read(Document(page.encode(), ADDRESS), Lexicon.packaged()).records
    titles = [each.record.title for each in found]
    assert titles == [f"{NAME} option verrerie", f"{NAME} option signalétique"]


def test_a_running_text_is_not_divided_among_options() -> None:
    text = "Le stage dure 8 semaines pour l'option A et 10 semaines pour l'option B."
    page = f"<html><body>{HEAD}{PAGES['items']}<h2>Description</h2><p>{text}</p></body></html>"
    records = read(Document(page.encode(), ADDRESS), Lexicon.packaged()).records
    assert [read_record.record.description for read_record in records] == [text, text]


@pytest.mark.parametrize(
    "lines",
    [
        "<p>{0} : code 400-22402 V, RNCP 845, arrêté du 3 mai 1996</p>"
        "<p>{1} : code 400-22403 V, RNCP 843, arrêté du 4 juin 1998</p>",
        "<ul><li>{0} (code : 400-22402, RNCP 845) - arrêté du 3 mai 1996</li>"
        "<li>{1} (code : 400-22403, RNCP 843) - arrêté du 4 juin 1998</li></ul>",
    ],
)
def test_what_stands_behind_the_code_of_an_option_is_its_own(lines: str) -> None:
    page = f"<html><body>{HEAD}{lines.format(A, B)}</body></html>"
    whole = read(Document(page.encode(), ADDRESS), Lexicon.packaged())
    records = [read_record.record for read_record in whole.records]
    assert [(r.code, r.rncp_codes, r.title) for r in records] == [
        ("40022402", ("RNCP845",), f"{NAME} {A}"),
        ("40022403", ("RNCP843",), f"{NAME} {B}"),
    ]
    own = [{str(text.date) for text in record.legal_texts} for record in records]
    assert own == [{"2014-02-21", "1996-05-03"}, {"2014-02-21", "1998-06-04"}]


@pytest.mark.parametrize(
    "heads", [(A, B), ("Option A<br>verrerie", "Option B<br>signalétique"), None]
)
def test_columns_of_options_need_no_labels(heads: tuple[str, str] | None) -> None:
    first = [" | ".join(heads)] if heads else ["Option A|Option B", "verrerie|signalétique"]
    rows = table(
        *first, "400-22402 V|400-22403 V", "Arrêté du 3 mai 1996|Arrêté du 4 juin 1998",
        "<a href=a.pdf>Annexes</a>|<a href=b.pdf>Annexes</a>",
    )  # fmt: skip
    page = f"<html><body><h1>{NAME}</h1>{rows}</body></html>".encode()
    whole = read(Document(page, ADDRESS), Lexicon.packaged())
    records = [read_record.record for read_record in whole.records]
    assert [(r.title, r.code, r.legal_texts[0].date, r.documents[0].url[-5:]) for r in records] == [
        (f"{NAME} {A}", "40022402", "1996-05-03", "a.pdf"),
        (f"{NAME} {B}", "40022403", "1998-06-04", "b.pdf"),
    ]
    assert [(len(r.legal_texts), len(r.documents)) for r in records] == [(1, 1), (1, 1)]


@pytest.mark.parametrize(
    "options",
    ["Options A (Verrerie) et B (Signalétique)", "Options : A (Verrerie) ; B (Signalétique)",
     "Options du diplôme : A Verrerie ; B Signalétique",
     "Option A. Verrerie<br>Option B. Signalétique",
     "Comporte deux options : A - Verrerie ; B - Signalétique."],
)  # fmt: skip
def test_letters_stand_before_names_in_brackets_or_without_a_mark(options: str) -> None:
    assert names_of(f"{HEAD}<p>{options}</p>") == [
        f"{NAME[8:]} option A Verrerie", f"{NAME[8:]} option B Signalétique",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "further", ["Références|Arrêté du 3 mai 2015", "Pièces|<ul><li><a href=a.pdf>Annexe</a></ul>"]
)
def test_a_label_that_nobody_knows_below_options_is_none(further: str) -> None:
    options = "Options|Option A : verrerie<br>Option B : signalétique"
    named = names_of(
        f"{HEAD}{table('Niveau|4', options, further, 'Observations|Brochure épuisée')}"
    )
    assert [name[-12:] for name in named] == ["n A verrerie", "signalétique"]


@pytest.mark.parametrize("head", ["Codes diplôme", "Diplômes", "Codes", "Spécialité et codes"])
@pytest.mark.parametrize("mark", [" : {}", " ({})", " - {}", ", {}"])
@pytest.mark.parametrize("tags", [("td", "td"), ("th", "td")])
def test_options_stand_in_one_cell_whatever_the_cell_before_it_says(
    head: str, mark: str, tags: tuple[str, str]
) -> None:
    named = {"cuir": "50024121", "osier": "50024122"}
    lines = "<br>".join(f"Option {name}{mark.format(code)}" for name, code in named.items())
    cells = "".join(f"<{t}>{text}</{t}>" for t, text in zip(tags, (head, lines), strict=True))
    page = f"<h1>CAP Vannerie</h1><table><tr>{cells}</tr></table><p>Arrêté du 3 mai 2004</p>"
    records = [r.record for r in read(Document(page.encode()), Lexicon.packaged()).records]
    assert {(r.name or "").rpartition(" ")[2]: r.code for r in records} == named
    assert {(r.name or "").lower() for r in records} == {
        f"vannerie option {name}" for name in named
    }


def test_an_order_below_parts_of_one_form_and_files_behind_it_are_of_all_options() -> None:
    options = "".join(
        f"<h3>Option {name}</h3><p><a href={name}.pdf>Référentiel de l'option</a></p>"
        for name in ("plateau", "costume")
    )
    shared = (
        "<p><a href=o.pdf>Création : arrêté du 9 juillet 2002</a></p>"
        "<p><a href=a1.pdf>Référentiel des activités</a></p>"
    )
    page = f"<html><body><h1>BMA Vannerie</h1>{options}{shared}</body></html>".encode()
    for each in read(Document(page), Lexicon.packaged()).records:
        assert [text.date for text in each.record.legal_texts] == ["2002-07-09"]
        assert [document.url for document in each.record.documents][1:] == ["o.pdf", "a1.pdf"]


def test_a_code_before_the_label_of_an_option_is_no_numbering() -> None:
    listed = "<li>401-22316 - Option : plateau</li><li>401-22317 - Option : costume</li>"
    page = f"<html><body><h1>BMA Vannerie</h1><ul>{listed}</ul></body></html>".encode()
    found = read(Document(page), Lexicon.packaged()).records
    assert [each.record.code for each in found] == ["40122316", "40122317"]


def test_a_number_with_a_label_like_an_options_code_is_of_all_options() -> None:
    options = "".join(
        f"<p><b>Option {name}</b><br>Code diplôme : {code}</p>"
        for name, code in (("plateau", "401-22316"), ("costume", "401-22317"))
    )
    rest = "<dl><dt>Code RNCP</dt><dd>37928</dd></dl><p>Première session : 2016</p>"
    page = f"<html><body><h1>BMA Vannerie</h1>{options}{rest}</body></html>".encode()
    found = read(Document(page), Lexicon.packaged()).records
    assert [each.record.rncp_codes for each in found] == [("RNCP37928",), ("RNCP37928",)]


@pytest.mark.parametrize(
    "each", ["<p><b>Option {0}</b><br><a href={0}.pdf>Annexes</a></p>",
             "<ul><li>Option {0}<br><a href={0}.pdf>Annexes</a></li></ul>"]
)  # fmt: skip
def test_files_below_an_option_in_its_paragraph_are_its_own(each: str) -> None:
    options = "".join(map(each.format, ("plateau", "costume")))
    rest = "<p>Arrêté du 10 mars 1997</p><p><a href=a.pdf>Règlement d'examen</a></p>"
    page = f"<html><body><h1>BMA Vannerie</h1>{options}{rest}</body></html>".encode()
    found = [each.record for each in read(Document(page), Lexicon.packaged()).records]
    documents = [[document.url for document in record.documents] for record in found]
    assert documents == [["plateau.pdf", "a.pdf"], ["costume.pdf", "a.pdf"]]


def _files(body: str) -> list[list[str]]:
    page = f"<html><body><h1>BMA Vannerie</h1>{body}</body></html>".encode()
    found = [each.record for each in read(Document(page), Lexicon.packaged()).records]
    return [[document.url for document in record.documents] for record in found]


@pytest.mark.parametrize("mark", ["", " :"])
@pytest.mark.parametrize(("word", "count"), [("Option", 2), ("Option facultative", 1)])
def test_the_first_line_of_a_paragraph_of_files_may_name_an_option(
    word: str, count: int, mark: str
) -> None:
    part = "<p>{0} {1}<br><a href={1}.pdf>Annexe I</a><br><a href={1}2.pdf>Annexe II</a></p>"
    options = "".join(part.format(word + mark, name) for name in ("plateau", "costume"))
    found = _files(f"<p>Arrêté du 10 mars 1997</p>{options}")
    own = [["plateau.pdf", "plateau2.pdf"], ["costume.pdf", "costume2.pdf"]]
    assert found == (own if count == 2 else [own[0] + own[1]])


ANNEXES = "<p><b>Les annexes</b><br><a href=a.pdf>Grille</a><br><a href=b.pdf>Guide</a></p>"
ORDERS = (
    "<ul><li>Arrêté du 10 mars 1997<ul><li><a href=a.pdf>Annexes</a></li></ul></li>"
    "<li>Arrêté du 4 mai 2001<ul><li><a href=b.pdf>Annexe</a></li></ul></li></ul>"
)


@pytest.mark.parametrize("rest", [ANNEXES, ORDERS])
def test_files_below_a_label_or_orders_of_their_own_are_of_all_options(rest: str) -> None:
    part = "<h3>Option {0}</h3><p>Code : {1}</p><ul><li><a href={0}.pdf>Référentiel</a></li></ul>"
    options = part.format("plateau", "401-22316") + part.format("costume", "401-22317")
    shared = ["a.pdf", "b.pdf"]
    assert _files(options + rest) == [["plateau.pdf", *shared], ["costume.pdf", *shared]]


@pytest.mark.parametrize(
    "option",
    [
        "<p>Option : {0} - code : {1} - RNCP{2}</p>",
        "<p>Option : {0} - RNCP{2}<br><a href={0}.pdf>Annexes</a></p>",
        "<p>Option {0} - RNCP{2}<br><a href={0}.pdf>Annexes</a></p>",
        "<h3>Option : {0} (RNCP{2})</h3><p><a href={0}.pdf>Annexes</a></p>",
    ],
)
def test_a_number_behind_an_option_is_its_own(option: str) -> None:
    options = option.format("plateau", 40122316, 841) + option.format("costume", 40122317, 840)
    page = f"<html><body><h1>BMA Vannerie</h1>{options}</body></html>".encode()
    found = [each.record for each in read(Document(page), Lexicon.packaged()).records]
    assert [record.rncp_codes for record in found] == [("RNCP841",), ("RNCP840",)]
    assert [record.name for record in found] == [
        f"Vannerie option {n}" for n in ("plateau", "costume")
    ]


@pytest.mark.parametrize(
    "label", [" (code national : {})", " (code de la formation (CFD) : {})", " – n° du diplôme {}"]
)
@pytest.mark.parametrize("item", ["<li>{}</li>", "<p>{}</p>"])
def test_words_of_a_code_are_no_part_of_the_name_before_it(item: str, label: str) -> None:
    lines = (f"{A}{label.format('40022402')}", f"{B}{label.format('40022403')}")
    found = codes_and_names(f"{HEAD}<h2>Options</h2>{''.join(map(item.format, lines))}")
    assert [(code, name.partition(" option ")[2]) for code, name in found] == [
        ("40022402", "A verrerie"),
        ("40022403", "B signalétique"),
    ]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("CAP Vannerie (niveau 3)<br>Options : A - osier ; B - rotin", "CAP Vannerie (niveau 3)"),
        ("CAP Vannerie - niveau 3<br>Options : A - osier ; B - rotin", "CAP Vannerie"),
        ("CAP Vannerie<br>2 options : A - osier ; B - rotin", "CAP Vannerie"),
        ("CAP Vannerie à 2 options : A - osier ; B - rotin", "CAP Vannerie"),
    ],
)
def test_the_number_of_a_level_before_options_is_no_count_of_them(title: str, shown: str) -> None:
    both = records_of("<p>Arrêté du 3 mai 2004</p>", f"<h1>{title}</h1>")
    assert [each.title for each in both] == [f"{shown} option A osier", f"{shown} option B rotin"]
    assert {each.name for each in both} == {"Vannerie option A osier", "Vannerie option B rotin"}
    assert {each.level for each in both} == {3}

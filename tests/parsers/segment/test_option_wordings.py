"""Names of options among letters in brackets, codes, orders and links, in one line or table."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential


def records(body: str) -> list[Referential]:
    html = f"<html><body><h1>BP Spectacle</h1><p>Arrêté du 4 mai 2001</p>{body}</body></html>"
    return [each.record for each in read(Document(html.encode()), Lexicon.packaged()).records]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("<ul><li>Son (A) : 450-33615</li><li>Plateau (B) : 450-33616</li></ul>",
         ["A Son", "B Plateau"]),
        ("<h2>a) option son</h2><p>code 450-33615</p><h2>b) option plateau</h2><p>450-33616</p>",
         ["a son", "b plateau"]),
        ("<p>option a) son : 450-33615<br>option b) plateau : 450-33616</p>",
         ["a son", "b plateau"]),
        ("<ul><li><b>Son</b> (option) : 450-33615</li><li>Plateau (option) : 450-33616</li></ul>",
         ["Son", "Plateau"]),
        ("<p>L'une des deux options : son (450-33615) ou plateau (450-33616).</p>",
         ["son", "plateau"]),
        ("<p>Options : son [450-33615], plateau [450-33616]</p>", ["son", "plateau"]),
        ("<div>Option A : Son. Code : 450-33615.</div><div>Option B : Plateau. Code : 450-33616."
         "</div>", ["A Son", "B Plateau"]),
        ("<p>L'option son a pour code 450-33615, l'option plateau a pour code 450-33616.</p>",
         ["son", "plateau"]),
        ("<p>Spécialité et options : Spectacle : option A son (450-33615) ; option B plateau "
         "(450-33616)</p>", ["A son", "B plateau"]),
        ("<p>Deux options : A - son ; B - plateau. Codes : 450-33615 (option A), 450-33616 "
         "(option B).</p>", ["A son", "B plateau"]),
        ("<h2>Son</h2><p>Option du BP Spectacle, code 450-33615</p>"
         "<h2>Plateau</h2><p>Option du BP Spectacle, code 450-33616</p>", ["Son", "Plateau"]),
        ("<h3>Son</h3><p>Code 450-33615, première session 2004</p>"
         "<h3>Plateau</h3><p>Code 450-33616, première session 2005</p>", ["Son", "Plateau"]),
        # the title before the option
        ("<table><tr><th>Code</th><th>Intitulé</th></tr><tr><td>450-33615</td><td>Spectacle option "
         "A : son</td></tr><tr><td>450-33616</td><td>Spectacle option B : plateau</td></tr>",
         ["A son", "B plateau"]),
        ("<h3>Spectacle - option son</h3><p>Code 450-33615 - Première session : 2010</p>"
         "<h3>Spectacle - option plateau</h3><p>Code 450-33616 - Première session : 2011</p>",
         ["son", "plateau"]),
        ("<p>Spectacle - option A : son, 45033615</p><p>Spectacle - option B : plateau, 45033616"
         "</p>", ["A son", "B plateau"]),
        # brackets around names, before or behind codes
        ("<p>L'option A (son) porte le code 450-33615, l'option B (plateau) le code 450-33616.</p>",
         ["A son", "B plateau"]),
        ("<p>Mention de l'option : A (son, 450-33615), B (plateau, 450-33616).</p>",
         ["A son", "B plateau"]),
        ("<p>Diplôme à deux options, A : son (code 450-33615) ; B : plateau (code 450-33616).</p>",
         ["A son", "B plateau"]),
        ("<p>Le BP comprend l'option son, code 450-33615 ; l'option plateau, code 450-33616.</p>",
         ["son", "plateau"]),
        ("<p>1re option : son - 450-33615<br>2e option : plateau - 450-33616</p>",
         ["son", "plateau"]),
        # the name below the letter, above or below the code
        ("<h2>Option A</h2><h3>Son</h3><p>Code 45033615</p><h2>Option B</h2><h3>Plateau</h3>"
         "<p>Code 45033616</p>", ["A Son", "B Plateau"]),
        ("<h2>Option A :</h2><p>son</p><p>Code 45033615</p><h2>Option B :</h2><p>plateau</p>"
         "<p>Code 45033616</p>", ["A son", "B plateau"]),
        ("<h2>II - Option A : son</h2><p>Code 45033615</p><h2>III - Option B : plateau</h2>"
         "<p>Code 45033616</p>", ["A son", "B plateau"]),
        ("<h2>A - Son</h2><p>Code de l'option A : 450-33615</p><h2>B - Plateau</h2>"
         "<p>Code de l'option B : 450-33616</p>", ["A Son", "B Plateau"]),
        ("<table><tr><td><b>Option A</b><br>son<br>450-33615<br><a href=a.pdf>Référentiel</a></td>"
         "<td><b>Option B</b><br>plateau<br>450-33616<br><a href=b.pdf>Référentiel</a></td></tr>"
         "</table>", ["A son", "B plateau"]),
        ("<ul class=tabs><li><a href='#a'>Option A</a></li><li><a href='#b'>Option B</a></li></ul>"
         "<div id=a><h3>Option A : son</h3><p>Code 450-33615</p></div><div id=b><h3>Option B : "
         "plateau</h3><p>Code 450-33616</p></div>", ["A son", "B plateau"]),
        ("<table><tr><th>Option</th><th>Dernière session</th></tr><tr><td>A - son (450-33615)</td>"
         "<td>2020</td></tr><tr><td>B - plateau (450-33616)</td><td>2021</td></tr></table>",
         ["A son", "B plateau"]),
        ("<ul><li><a href=a.pdf>Référentiel option A - son</a> (45033615)</li><li><a href=b.pdf>"
         "Référentiel option B - plateau</a> (45033616)</li></ul>", ["A son", "B plateau"]),
    ],
)  # fmt: skip
def test_an_option_is_called_by_its_name_alone(body: str, names: list[str]) -> None:
    assert [(each.title, each.code) for each in records(body)] == [
        (f"BP Spectacle option {name}", code)
        for name, code in zip(names, ("45033615", "45033616"), strict=True)
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Diplôme</h2><p>450-33615</p><h2>Ancien diplôme</h2><p>450-33616</p>",
        "<h2>Avant la rénovation</h2><p>Code 450-33615</p><h2>Rénové</h2><p>Code 450-33616</p>",
        "<p>Arrêté du 3 mai 2004 (option facultative langue)</p>"
        "<p>Arrêté du 3 mai 2005 (option facultative sport)</p>",
        "<table><tr><td>Option</td><td>Langue</td><td>Sport</td></tr>"
        "<tr><td>Coefficient</td><td>1</td><td>2</td></tr></table>",
        "<p>Arrêté du 3 mai 2004 portant création de l'option son</p><p>Arrêté du 3 mai 2005</p>",
        "<p>Diplômes de remplacement (session 2004)</p><ol><li>450-33615 : Son</li>"
        "<li>450-33616 : Plateau</li></ol>",
        "<h2>Diplômes remplacés</h2><table><tr><th>Code</th><th>Intitulé</th></tr>"
        "<tr><td>450-33615</td><td>Son</td></tr><tr><td>450-33616</td><td>Plateau</td></tr></table>",
        "<p>Diplômes abrogés et remplacés par le présent diplôme :</p><ul>"
        "<li>BP Scène option A : son (450-33615)</li>"
        "<li>BP Scène option B : plateau (450-33616)</li></ul>",
        "<p>Première session : option son, 2004 ; option plateau, 2005</p>",
        "<p>Le titre porte : son (450-33615), B plateau (450-33616), C scène (450-33617).</p>",
    ],
)
def test_such_lines_of_other_things_are_no_options(body: str) -> None:
    assert [each.title for each in records(body)] == ["BP Spectacle"]


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li><a href=a.pdf>Référentiel de l'option son</a></li>"
        "<li><a href=b.pdf>Référentiel de l'option plateau</a></li></ul>",
        "<p>Référentiel de l'option son : <a href=a.pdf>pdf</a><br>"
        "Référentiel de l'option plateau : <a href=b.pdf>pdf</a></p>",
    ],
)
def test_files_that_are_called_by_options_name_them(body: str) -> None:
    found = [(each.title, [file.url for file in each.documents]) for each in records(body)]
    assert found == [
        ("BP Spectacle option son", ["a.pdf"]),
        ("BP Spectacle option plateau", ["b.pdf"]),
    ]
    named = records(f"<p>Deux options : A - image et B - scène.</p>{body}")
    assert [each.title[-5:] for each in named] == ["image", "scène"]


def test_the_names_of_columns_beside_that_of_options_are_no_options() -> None:
    cells = "<td>{0}</td><td><a href={0}1.pdf>texte</a></td><td><a href={0}2.pdf>texte</a></td>"
    rows = "".join(f"<tr>{cells.format(name)}</tr>" for name in ("son", "plateau"))
    head = "<tr><th>Options</th><th>Définition du diplôme</th><th>Épreuves écrites</th></tr>"
    assert [each.title for each in records(f"<table>{head}{rows}</table>")] == [
        "BP Spectacle option son",
        "BP Spectacle option plateau",
    ]


COLUMNS = (
    "<table><tr><td>Option</td><td>son</td><td>plateau</td></tr>"
    "<tr><td>Arrêté</td><td>3-5-2004</td><td>3-5-2005</td></tr>"
    "<tr><td>Dernière session</td><td>2010</td><td>2011</td></tr></table>"
)
ROWS = (
    "<table><tr><td>Option</td><td>Arrêté du</td><td>Dernière session</td></tr>"
    "<tr><td>son</td><td>03/05/2004</td><td>2010</td></tr>"
    "<tr><td>plateau</td><td>03/05/2005</td><td>2011</td></tr></table>"
)


@pytest.mark.parametrize("table", [COLUMNS, ROWS])
def test_orders_and_sessions_make_the_options_of_a_table_without_codes(table: str) -> None:
    assert [
        (each.title, each.last_session, [text.date for text in each.legal_texts])
        for each in records(table)
    ] == [
        ("BP Spectacle option son", 2010, ["2004-05-03", "2001-05-04"]),
        ("BP Spectacle option plateau", 2011, ["2005-05-03", "2001-05-04"]),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<p>Arrêté du 3 mai 2004 (option son)</p><p>Arrêté du 3 mai 2005 (option plateau)</p>",
        "<p>Arrêté du 3 mai 2004 portant création de l'option son (NOR : MENE0401234A)<br>"
        "Arrêté du 3 mai 2005 portant création de l'option plateau (NOR : MENE0501234A)</p>",
        "<p>Option son : <a href=a.pdf>arrêté de création du 3 mai 2004</a> ; "
        "option plateau : <a href=b.pdf>arrêté de création du 3 mai 2005</a></p>",
    ],
)
def test_an_order_is_of_the_option_that_its_line_names(body: str) -> None:
    assert {each.title: {text.date for text in each.legal_texts} for each in records(body)} == {
        "BP Spectacle option son": {"2004-05-03", "2001-05-04"},
        "BP Spectacle option plateau": {"2005-05-03", "2001-05-04"},
    }


@pytest.mark.parametrize(
    "body",
    [
        "<p>Option A son : <a href=A1.pdf>annexe I</a>, <a href=A2.pdf>annexe II</a> ; "
        "option B plateau : <a href=B1.pdf>annexe I</a>, <a href=B2.pdf>annexe II</a></p>",
        "<table><tr><td><b>Option son</b><br>code 450-33615<br><a href=A1.pdf>Annexe I</a><br>"
        "<a href=A2.pdf>Annexe II</a></td><td><b>Option plateau</b><br>code 450-33616<br>"
        "<a href=B1.pdf>Annexe I</a><br><a href=B2.pdf>Annexe II</a></td></tr></table>",
        "<table><tr><th>Document</th><th>Option A</th><th>Option B</th></tr>"
        "<tr><td>Annexe I</td><td><a href=A1.pdf>pdf</a></td><td><a href=B1.pdf>pdf</a></td></tr>"
        "<tr><td>Annexe II</td><td><a href=A2.pdf>pdf</a></td><td><a href=B2.pdf>pdf</a></td></tr>"
        "</table>",
    ],
)
def test_files_are_of_the_option_whose_line_cell_or_column_they_stand_in(body: str) -> None:
    found = records(body)
    assert [[document.url for document in each.documents] for each in found] == [
        ["A1.pdf", "A2.pdf"],
        ["B1.pdf", "B2.pdf"],
    ]
    assert not any("annexe" in each.title.lower() or "," in each.title for each in found)


@pytest.mark.parametrize(
    "line",
    [
        "Option A : son (RNCP836) ; Option B : plateau (RNCP837)",
        "OPTION A son (RNCP836), OPTION B plateau (RNCP837)",
        "option A - son (450-33615, RNCP836) ; et option B - plateau (450-33616, RNCP837)",
        "Option A : son (Code de la base centrale des nomenclatures : 450-33615, RNCP836)<br>"
        "Option B : plateau (Code de la base centrale des nomenclatures : 450-33616, RNCP837)",
    ],
)
def test_options_of_one_line_have_the_facts_in_brackets_behind_each(line: str) -> None:
    found = records(f"<p>{line}</p><p>Arrêté du 3 mai 2004</p>")
    assert [each.title.lower() for each in found] == [
        "bp spectacle option a son", "bp spectacle option b plateau"
    ]  # fmt: skip
    assert [each.rncp_codes for each in found] == [("RNCP836",), ("RNCP837",)]

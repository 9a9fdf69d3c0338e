"""Options in one line that also holds links, of which no option can claim any."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon


def test_links_of_a_line_of_several_options_stay_with_the_page() -> None:
    body = (
        "<html><body><h1>CAP Maintenance des véhicules</h1><p>Arrêté du 22 avril 2014</p>"
        "<p>Options : <a href='a.pdf'>A voitures particulières</a> (500-25218 R), "
        "B motocycles (500-25220 R)</p></body></html>"
    )
    records = [each.record for each in read(Document(body.encode()), Lexicon.packaged()).records]
    assert [record.code for record in records] == ["50025218", "50025220"]
    assert all([document.url for document in record.documents] == ["a.pdf"] for record in records)


def test_the_file_of_an_option_is_not_its_name() -> None:
    body = (
        "<html><body><h1>MC Énergies renouvelables</h1><p>Arrêté du 20 avril 2010</p>"
        "<h3>Option A - énergie électrique</h3><p>Code 010-22704 S. <a href=a.pdf>Référentiel "
        "option A</a></p><h3>Option B - énergie thermique</h3><p>Code 010-22705 S. <a href=b.pdf>"
        "Référentiel option B</a></p></body></html>"
    )
    records = [each.record for each in read(Document(body.encode()), Lexicon.packaged()).records]
    assert [(record.code, record.title.partition(" option ")[2]) for record in records] == [
        ("01022704", "A énergie électrique"),
        ("01022705", "B énergie thermique"),
    ]
    assert [[item.url for item in record.documents] for record in records] == [["a.pdf"], ["b.pdf"]]


def test_a_cell_beside_several_options_is_of_each() -> None:
    body = (
        "<html><body><h1>Bac pro Patrimoine bâti</h1><table><tr><td>Option A - maçonnerie</td><td "
        "rowspan=2>Arrêté du 11 avril 2008</td><td rowspan=2><a href=a.pdf>Annexes</a></td></tr>"
        "<tr><td>Option B - charpente</td></tr></table></body></html>"
    )
    records = [each.record for each in read(Document(body.encode()), Lexicon.packaged()).records]
    assert [[text.date for text in record.legal_texts] for record in records] == [
        ["2008-04-11"],
        ["2008-04-11"],
    ]
    assert [[item.title for item in record.documents] for record in records] == [["Annexes"]] * 2


def test_the_file_beside_an_option_in_its_paragraph_is_that_options() -> None:
    body = (
        "<html><body><h1>Brevet professionnel Coiffure</h1><p>Arrêté du 3 mai 2004</p>"
        "<p><b>Option A : femme</b> (450-33603 T)<br><a href=a.pdf>Référentiel</a> - "
        "<a href=a2.pdf>Règlement</a></p><p><b>Option B : homme</b> (450-33604 T)<br>"
        "<a href=b.pdf>Référentiel</a></p></body></html>"
    )
    records = [each.record for each in read(Document(body.encode()), Lexicon.packaged()).records]
    assert [[item.url for item in record.documents] for record in records] == [
        ["a.pdf", "a2.pdf"],
        ["b.pdf"],
    ]


def test_a_cell_that_spans_columns_is_of_the_option_of_each() -> None:
    body = (
        "<html><body><h1>BTS Métiers de l'eau</h1><table><tr><td></td><td>Option A</td><td>Option "
        "B</td></tr><tr><td>Intitulé</td><td>production</td><td>réseaux</td></tr><tr><td>Code</td>"
        "<td>320-34301 T</td><td>320-34302 T</td></tr><tr><td>Arrêté</td><td colspan=2>3 mai 2004"
        "</td></tr><tr><td>Annexes</td><td colspan=2><a href=r.pdf>Annexes</a></td></tr></table>"
    )
    records = [each.record for each in read(Document(body.encode()), Lexicon.packaged()).records]
    assert [
        (record.title.partition(" option ")[2], record.legal_texts[0].date, record.documents[0].url)
        for record in records
    ] == [("A production", "2004-05-03", "r.pdf"), ("B réseaux", "2004-05-03", "r.pdf")]


@pytest.mark.parametrize("form", ["<ul><li>{}</li></ul>", "<p>{}</p>"])
@pytest.mark.parametrize("detail", ["", " (pdf)", " [PDF, 30 ko]"])
@pytest.mark.parametrize("keys", [("A", "B"), ("diamant", "pierres de couleur")])
def test_what_stands_behind_a_link_says_of_which_option_it_is(
    form: str, detail: str, keys: tuple[str, str]
) -> None:
    one, other = keys
    lines = [
        f"<a href={name}.pdf>Annexe I</a>{mark} référentiel{of}{detail}"
        for mark, name, of in ((" :", "a", f" - option {one}"), (" -", "b", f" – option {other}"),
                               (" :", "c", ""), (" :", "d", f" - options {one} et {other}"))
    ]  # fmt: skip
    lines.append(f"<a href=e.pdf>Grille</a> - option {one}")
    between = "</li><li>" if "li" in form else "<br>"
    letters = ("A ", "B ") if one == "A" else ("", "")
    body = (
        f"<html><body><h1>CAP Lapidaire</h1><p>Arrêté du 3 mai 2004</p><ul><li>Option {letters[0]}"
        f"diamant (500-22339 V)</li><li>Option {letters[1]}pierres de couleur (500-22343 V)</li>"
        f"</ul>{form.format(between.join(lines))}</body></html>"
    )
    records = [each.record for each in read(Document(body.encode()), Lexicon.packaged()).records]
    assert [sorted(item.url for item in record.documents) for record in records] == [
        ["a.pdf", "c.pdf", "d.pdf", "e.pdf"],
        ["b.pdf", "c.pdf", "d.pdf"],
    ]


def test_an_icon_in_the_cell_beside_the_link_of_an_option_is_of_that_option() -> None:
    rows = "".join(
        f"<tr><td><a href={x}.pdf><img src=p.gif alt=pdf></a></td><td><a href={x}.pdf>Annexe I - "
        f"option {x}</a></td></tr>"
        for x in "AB"
    )
    body = (
        "<html><body><h1>CAP Lapidaire</h1><p>Arrêté du 3 mai 2004</p><p>Option A diamant (500-"
        f"22339 V)<br>Option B couleur (500-22343 V)</p><table>{rows}</table></body></html>"
    )
    records = [each.record for each in read(Document(body.encode()), Lexicon.packaged()).records]
    assert [[item.url for item in record.documents] for record in records] == [["A.pdf"], ["B.pdf"]]


@pytest.mark.parametrize("options", [
    "<ul><li>Option A {}</li><li>Option B {}</li></ul>",
    "<p>Option A - {}<br>Code : 500-25218</p><p>Option B - {}<br>Code : 500-25220</p>",
    "<table><tr><td>Codes des options</td><td>Option A : {} : 500-25218 R ; "
    "Option B : {} : 500-25220 R</td></tr></table>",
])  # fmt: skip
@pytest.mark.parametrize("file", ["référentiel de certification", "règlement d'examen", "annexes"])
@pytest.mark.parametrize("tag", ["dt", "h3"])
def test_what_a_file_of_an_option_is_called_is_not_its_name(
    options: str, file: str, tag: str
) -> None:
    links = "".join(f"<{tag}><a href={a}.pdf>Option {a} : {file}</a></{tag}>" for a in "AB")
    body = f"<h1>CAP Vannerie</h1>{options.format('osier', 'rotin')}<dl>{links}</dl>"
    page = f"<html><body>{body}<p>Arrêté du 3 mai 2004</p></body></html>"
    records = [each.record for each in read(Document(page.encode()), Lexicon.packaged()).records]
    names = [each.name.partition(" option ")[2].replace(": ", "") for each in records]
    assert names == ["A osier", "B rotin"]


@pytest.mark.parametrize("words", ["Référentiel option {}", "Option {}", "Lire"])
def test_the_link_behind_a_name_in_a_cell_is_no_part_of_it(words: str) -> None:
    names = {"A": "monteur en bronze", "B": "ciseleur sur bronze"}
    rows = "".join(
        f"<tr><td>{letter}</td><td>{name} <a href=b/{letter}.pdf>{words.format(letter)}</a></td>"
        f"<td>500-2234{number} V</td></tr>"
        for number, (letter, name) in enumerate(names.items(), 1)
    )
    head = "<tr><td>Option</td><td>Intitulé</td><td>Code</td></tr>"
    page = f"<h1>CAP Bronzier</h1><p>Arrêté du 3 mai 2004</p><table>{head}{rows}</table>"
    found = read(Document(page.encode()), Lexicon.packaged()).records
    assert [each.record.title for each in found] == [
        f"CAP Bronzier option {letter} {name}" for letter, name in names.items()
    ]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("CAP Vannerie", "<a href=a.pdf>Option osier</a><br><a href=b.pdf>Option rotin</a>"),
        ("CAP Vannerie options osier et rotin", ""),
        ("CAP Vannerie 2 options", ""),
    ],
)  # fmt: skip
def test_options_that_are_not_told_apart_are_told(title: str, body: str) -> None:
    page = f"<html><body><h1>{title}</h1><p>Arrêté du 3 mai 2004</p>{body}</body></html>"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    told = [remark.field for remark in only.record.issues if remark.issue == "unlabelled-text"]
    assert told == ["title"]


@pytest.mark.parametrize("behind", ["(options A et B)", "(deux options)", "[3 options]"])
def test_options_announced_behind_a_title_are_told_and_no_part_of_the_name(behind: str) -> None:
    page = f"<html><body><h1>CAP Vannerie {behind}</h1><p>Arrêté du 3 mai 2004</p></body></html>"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    assert only.record.name == "Vannerie"
    told = [r.value for r in only.record.issues if r.issue == "unlabelled-text"]
    assert told == [behind.strip("()[]")]


def test_one_file_of_an_option_tells_of_no_options() -> None:
    page = (
        "<html><body><h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p><p><a href=a.pdf>Option "
        "facultative</a></p><p><a href=b.pdf>Option osier</a></p></body></html>"
    )
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    assert not [remark for remark in only.record.issues if remark.issue == "unlabelled-text"]


def test_a_word_between_options_in_a_title_is_no_part_of_a_name() -> None:
    page = (
        "<html><body><h1>CAP Vannerie option A : osier ou option B : rotin</h1><p>Arrêté du 3 mai "
        "2004</p></body></html>"
    )
    names = [each.record.name for each in read(Document(page.encode()), Lexicon.packaged()).records]
    assert names == ["Vannerie option A osier", "Vannerie option B rotin"]


HEADS = (
    "Option {}", "OPTION {}", "- option {}", "option : {}", "– Option : {}"
)  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("label", ["Référentiel", "À télécharger", "Fichiers utiles"])
@pytest.mark.parametrize("names", [("osier", "rotin"), ("A : osier", "B : rotin")])
def test_columns_that_options_head_hold_the_files_of_each(
    head: str, label: str, names: tuple[str, str]
) -> None:
    heads = "".join(f"<th>{head.format(name)}</th>" for name in names)
    files = "".join(f"<td><a href={each}.pdf>Annexe</a></td>" for each in "ab")
    table = f"<table><tr><th></th>{heads}</tr><tr><td>{label}</td>{files}</tr></table>"
    body = f"<h1>CAP Vannerie</h1>{table}<h2>Fichiers communs</h2><p><a href=c.pdf>Grille</a></p>"
    records = [each.record for each in read(Document(body.encode()), Lexicon.packaged()).records]
    assert [[item.url for item in record.documents] for record in records] == [
        ["a.pdf", "c.pdf"],
        ["b.pdf", "c.pdf"],
    ]
    assert [record.title.split()[2:4] + record.title.split()[-1:] for record in records] == [
        ["option", names[0].split()[0], "osier"],
        ["option", names[1].split()[0], "rotin"],
    ]


@pytest.mark.parametrize("kinds", [("facultative", "obligatoire"), ("au choix", "facultative 2")])
def test_columns_of_optional_examinations_are_no_options(kinds: tuple[str, str]) -> None:
    heads = "".join(f"<th>Option {kind}</th>" for kind in kinds)
    files = "<td><a href=a.pdf>Annexe I</a></td><td><a href=b.pdf>Annexe II</a></td>"
    table = f"<table><tr><th></th>{heads}</tr><tr><td>Fichiers</td>{files}</tr></table>"
    body = f"<h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p>{table}"
    (only,) = read(Document(body.encode()), Lexicon.packaged()).records
    assert len(only.record.documents) == 2


@pytest.mark.parametrize("mark", ["-", "–", "•", "■", ""])
def test_headings_of_options_may_begin_with_a_mark(mark: str) -> None:
    parts = "".join(
        f"<h3>{mark} option {name}</h3><ul><li>Code : 500-2243{number}</li></ul>"
        for number, name in enumerate(("osier", "rotin"))
    )
    body = f"<h1>CAP Vannerie</h1>{parts}<h2>Arrêté</h2><p>Arrêté du 3 mai 2004</p>"
    records = [each.record for each in read(Document(body.encode()), Lexicon.packaged()).records]
    assert [(record.title, record.code) for record in records] == [
        ("CAP Vannerie option osier", "50022430"),
        ("CAP Vannerie option rotin", "50022431"),
    ]


FACTS = ("<p>Code : 500-2243{0}</p>", "<p><a href={0}.pdf>Annexe I</a></p>")


@pytest.mark.parametrize("head", ["- option {}", "• option {}", "Option : {}", "OPTION – {}"])
@pytest.mark.parametrize("fact", FACTS)
def test_lines_that_name_options_above_the_facts_of_each(head: str, fact: str) -> None:
    parts = [
        f"<p>{head.format(name)}</p>" + fact.format(n) for n, name in enumerate(("osier", "rotin"))
    ]
    end = "<h2>Fichiers communs</h2><p><a href=c.pdf>Grille</a></p><p>Arrêté du 3 mai 2004</p>"
    body = f"<h1>CAP Vannerie</h1>{''.join(parts)}{end}"
    records = [each.record for each in read(Document(body.encode()), Lexicon.packaged()).records]
    assert [record.name for record in records] == ["Vannerie option osier", "Vannerie option rotin"]
    files = [[item.url for item in record.documents] for record in records]
    is_coded = "Code" in fact
    assert files == ([["c.pdf"]] * 2 if is_coded else [["0.pdf", "c.pdf"], ["1.pdf", "c.pdf"]])


@pytest.mark.parametrize("names", [("facultative", "obligatoire"), ("au choix", "facultative")])
def test_lines_of_optional_examinations_are_no_options(names: tuple[str, str]) -> None:
    parts = "".join(f"<p>- option {x}</p><p><a href={x[:2]}.pdf>Annexe</a></p>" for x in names)
    body = f"<h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p>{parts}"
    (only,) = read(Document(body.encode()), Lexicon.packaged()).records
    assert len(only.record.documents) == 2


def test_what_an_order_does_behind_its_link_is_no_option() -> None:
    rows = (
        "<tr><td><a href='a1.pdf'>Arrêté du 15/05/2010</a> modifiant les unités</td></tr>"
        "<tr><td>Création : <a href='a2.pdf'>arrêté du 11/04/2008</a></td></tr>"
    )
    body = (
        "<html><body><p>CAP</p><h1>Travaux du bois</h1><p>Option(s) :</p>"
        "<p>Option A : charpente</p><p>Option B : escaliers</p>"
        f"<table><tr><td>Références</td></tr>{rows}</table></body></html>"
    )
    records = [each.record for each in read(Document(body.encode()), Lexicon.packaged()).records]
    assert [record.title[-11:] for record in records] == ["A charpente", "B escaliers"]
    assert {len(record.legal_texts) for record in records} == {2}

"""Which files are an option's, which are common to all, and in which order a record has them."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon


def files(body: str) -> list[list[str]]:
    """The files of each diploma of a page, by their names."""
    page = f"<html><body>{body}</body></html>"
    records = read(Document(page.encode()), Lexicon.packaged()).records
    return [[item.url.removesuffix(".pdf") for item in each.record.documents] for each in records]


def link(name: str) -> str:
    return f"<a href={name}.pdf>Annexe {name}</a>"


def test_common_files_above_the_options_come_before_the_files_of_each() -> None:
    body = (
        f"<h1>CAP Lapidaire</h1><h2>Annexes</h2><ul><li>{link('x')}</li><li>{link('y')}</li></ul>"
        f"<h2>Option A : diamant</h2><p>Code : 500-22339 V</p><p>{link('a')}</p>"
        f"<h2>Option B : pierres</h2><p>Code : 500-22343 V</p><p>{link('b')}</p>"
        f"<h2>Documents communs</h2><p>{link('z')}</p>"
    )
    assert files(body) == [["x", "y", "a", "z"], ["x", "y", "b", "z"]]


def test_a_file_that_is_named_above_and_below_stands_where_it_is_named_first() -> None:
    body = (
        f"<h1>CAP Lapidaire</h1><p>{link('x')}</p><p>{link('y')}</p><h2>Option A : diamant</h2>"
        f"<p>{link('a')}</p><p>{link('x')}</p><h2>Option B : pierres</h2><p>{link('b')}</p>"
        f"<p>{link('x')}</p>"
    )
    assert files(body) == [["x", "y", "a"], ["x", "y", "b"]]


LISTS = [
    ("<p>{}</p>", ""),  # how a list begins and ends, and what stands around each file
    ("<p>{}</p>", "<dl>|</dl>"),
    ("<dd>{}</dd>", "<dl>|</dl>"),
    ("<li>{}</li>", "<ul>|</ul>"),
]


@pytest.mark.parametrize(("item", "around"), LISTS)
@pytest.mark.parametrize(
    "head", ["<p><b>Annexes</b></p>", "<h3>Documents</h3>", "<p>Annexes :</p>"]
)
@pytest.mark.parametrize("one_line", [True, False])
@pytest.mark.parametrize("counts", [(1, 2), (1, 3), (2, 3), (1, 1, 2), (2, 3, 3), (2, 1, 3)])
def test_the_last_option_may_have_more_files_than_the_others(
    item: str, around: str, head: str, one_line: bool, counts: tuple[int, ...]
) -> None:
    begin, _, end = around.partition("|")
    parts, expected = [], []
    for letter, count in zip("ABC", counts, strict=False):
        names = [f"{letter}{number}" for number in range(count)]
        listed = begin + "".join(item.format(link(name)) for name in names) + end
        is_pair = count == 1 and one_line  # label and value on one line
        below = f"<p>Annexes : {link(names[0])}</p>" if is_pair else head + listed
        parts.append(f"<h2>Option {letter} : osier{letter}</h2>{below}")
        expected.append(names)
    assert files(f"<h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p>{''.join(parts)}") == expected


@pytest.mark.parametrize("common", [
    "<h2>Documents communs</h2><p>{}</p>", "<p>Annexes communes : {}</p>",
    "<h2>Annexes</h2><p>{}</p>", "<p><b>Commun aux deux options</b></p><p>{}</p>",
    "<div>Documents communs</div><table><tr><th>Intitulé</th><th>Format</th><th>Taille</th></tr>"
    "<tr><td>{}</td><td>pdf</td><td>9 Ko</td></tr></table>",
])  # fmt: skip
def test_what_is_said_to_be_common_stays_of_all(common: str) -> None:
    parts = "".join(f"<h2>Option {x} : osier{x}</h2><h3>Annexes</h3><p>{link(x)}</p>" for x in "AB")
    assert files(f"<h1>CAP Vannerie</h1>{parts}{common.format(link('z'))}") == [
        ["A", "z"],
        ["B", "z"],
    ]


@pytest.mark.parametrize("last", [1, 2, 4])
def test_what_stands_in_the_box_of_an_option_is_its_own(last: int) -> None:
    def box(letter: str, count: int) -> str:
        cards = "".join(f"<div><p>{link(f'{letter}{n}')}</p></div>" for n in range(count))
        head = f"<h2><button>Option {letter} : osier{letter}</button></h2>"
        return f"<section>{head}<div><p>Code : 500-2434{count} V</p>{cards}</div></section>"

    boxes = f"<h1>CAP Vannerie</h1>{box('A', 3)}{box('B', last)}"
    below = f"<section><h2>Aide</h2><div><p>{link('z')}</p></div></section>"
    own = [[f"{letter}{n}" for n in range(c)] for letter, c in (("A", 3), ("B", last))]
    assert files(boxes) == own
    assert files(boxes + below) == [[*each, "z"] for each in own]


@pytest.mark.parametrize(("further", "is_own"), [("grille-b-26473", True), ("grille-26473", False)])
def test_a_file_below_the_last_option_that_is_named_as_its_others_is_its_own(
    further: str, is_own: bool
) -> None:
    def part(letter: str, *names: str) -> str:
        cards = "".join(f"<div><p>{link(name)}</p></div>" for name in names)
        return (
            f"<h2>Option {letter} : osier{letter}</h2><p>Code : 500-2434{len(names)} V</p>{cards}"
        )

    own = [["a1-a-97287", "a2-a-63175"], ["a1-b-57624", "a2-b-50246"]]
    first, last = (part(letter, *names) for letter, names in zip("AB", own, strict=True))
    body = f"<h1>CAP Vannerie</h1>{first}{last}<div><p><a href={further}.pdf>Grille</a></p></div>"
    assert files(body) == [own[0] + [further] * (not is_own), [*own[1], further]]


LAPIDAIRE = "<h1>CAP Lapidaire</h1><p>Option A : diamant (50022339)</p>"
LAPIDAIRE += "<p>Option B : pierres (50022343)</p>"
ROWS = ("<p>{}</p>", "<ul><li>{}</li></ul>", "<p>- {}</p>")


@pytest.mark.parametrize("option", [", option {}", " (option {})", " (option {}) (pdf, 97 Ko)"])
@pytest.mark.parametrize("file", ["<a href={}.pdf>Annexe 2</a> : épreuves{}",
                                  "<a href={}.pdf>Annexe 2 : épreuves</a>{}"])  # fmt: skip
@pytest.mark.parametrize("row", [*ROWS, "<br>"])
def test_a_line_that_names_an_option_behind_its_link_is_that_option_s(
    row: str, file: str, option: str
) -> None:
    lines = [link("1"), *(file.format(x, option.format(x.upper())) for x in "ab"), link("3")]
    body = "".join(map(row.format, lines)) if row != "<br>" else f"<p>- {'<br>- '.join(lines)}</p>"
    assert files(LAPIDAIRE + body) == [["1", "a", "3"], ["1", "b", "3"]]


@pytest.mark.parametrize("option", [", option {}", " (option {})"])
def test_a_cell_may_name_the_file_beside_it_and_its_option(option: str) -> None:
    row = "<tr><td>Annexe 2 : épreuves{}</td><td><a href={}.pdf><img alt=pdf></a></td></tr>"
    rows = "".join(row.format(option.format(x.upper()), x) for x in "ab")
    assert files(f"{LAPIDAIRE}<table>{rows}</table>") == [["a"], ["b"]]


@pytest.mark.parametrize("option", [", option {}", " - option {} (pdf)", " (option {}) (97 Ko)"])
def test_a_name_of_an_option_behind_a_link_is_as_good_as_its_letter(option: str) -> None:
    line = "<li><a href={}.pdf>Annexe 2</a> : épreuves{}</li>"
    lines = line.format("a", option.format("son")) + line.format("b", option.format("lumière"))
    head = "<h1>DMA Régie</h1><p>Option : son (32132317)<br>Option : lumière (32132316)</p>"
    assert files(f"{head}<ul>{lines}</ul>") == [["a"], ["b"]]


CODES = ("Code : 500-2233{} V", "(code 500-2233{} V)", "Diplôme n° 500-2233{} V")


@pytest.mark.parametrize("item", ["<p>{}</p>", "<ul><li>{}</li></ul>"])
@pytest.mark.parametrize("head", ["<h3>{}</h3>", "<p><b>{}</b></p>"])
@pytest.mark.parametrize("names", ["AB", "ABC"])
def test_files_below_options_that_have_a_code_each_in_other_words_are_of_all(
    item: str, head: str, names: str
) -> None:
    parts = "".join(
        head.format(f"Option {name} : cuir {name}") + item.format(CODES[number].format(number))
        for number, name in enumerate(names)
    )
    common = item.format(link("x")) + item.format(link("y"))
    assert files(f"<h1>CAP Lapidaire</h1>{parts}{common}") == [["x", "y"]] * len(names)
    own = parts.replace("<" + head[1:3], f"{item.format(link('a'))}<{head[1:3]}", 2)
    own = own.removeprefix(item.format(link("a")))
    assert files(f"<h1>CAP Lapidaire</h1>{own}{item.format(link('b'))}")[0] == ["a"]


@pytest.mark.parametrize("words", ["Documents communs", "Fichiers communs aux options"])
def test_common_files_in_one_paragraph_with_their_heading_are_of_all(words: str) -> None:
    body = "".join(
        f"<b>Option {name}</b><br><ul><li>Code : 500-2233{number} V</ul>{link(name)}<br><br>"
        for number, name in enumerate(("cuir", "bois"))
    )
    common = f"<b>{words}</b><br>{link('x')}<br>{link('y')}<br>"
    body = f"<h1>CAP Lapidaire</h1><br>{body}{common}"
    assert files(body) == [["cuir", "x", "y"], ["bois", "x", "y"]]


@pytest.mark.parametrize("words", ["Documents communs", "Fichiers communs aux options"])
def test_common_files_in_the_rows_of_a_table_are_of_all(words: str) -> None:
    row = "<table><tr><td>{0}<td><a href={0}.pdf>PDF</a></table>"
    body = "".join(
        f"<div>Option {name}</div><p>Code : 500-2233{number} V</p>{row.format(name)}"
        for number, name in enumerate(("cuir", "bois"))
    )
    assert files(f"<h1>CAP Lapidaire</h1>{body}<div>{words}</div>{row.format('x')}") == [
        ["cuir", "x"],
        ["bois", "x"],
    ]


INSIDE = "<ul><li>{}<ul><li>{}</li></ul></li><li>{}<ul><li>{}</li></ul></li></ul>"
LINES = "<p>Niveau : 3<br>{}<br>{}<br>{}<br>{}</p>"
PARAGRAPHS = "<p>• {}<br>{}</p><p>• {}<br>{}</p>"
SET_OFF = "<b>Option : {}</b> - code {}"


@pytest.mark.parametrize(("body", "name"), [
    (INSIDE, SET_OFF), (INSIDE, "option {} ({})"), (INSIDE, "{} : {}"), (LINES, SET_OFF),
    (PARAGRAPHS, SET_OFF), (PARAGRAPHS, "<b>CAP Vannerie option {}</b> : {}"),
])  # fmt: skip
def test_files_inside_an_option_s_item_or_on_the_lines_below_it_are_its_own(
    body: str, name: str
) -> None:
    one, two = name.format("osier", "500-24133 T"), name.format("rotin", "500-24134 T")
    lead = "<h1>CAP Vannerie</h1><p>Options :</p>"
    below = "<h2>Annexes</h2><p><a href=z.pdf>Annexe I</a></p>"
    filled = body.format(one, link("a"), two, link("b"))
    assert files(f"{lead}{filled}{below}") == [["a", "z"], ["b", "z"]]
    if body != INSIDE:  # below the last one alone, or said to be common
        for file in (link("b"), f"Documents communs<br>{link('b')}"):
            assert files(lead + body.format(one, "", two, file)) == [["b"], ["b"]]


@pytest.mark.parametrize("head", ["<h4>{}</h4>", "<p><b>{}</b></p>"])
@pytest.mark.parametrize("label", ["", "<p><b>Textes à télécharger</b></p>", "<h3>À garder</h3>"])
@pytest.mark.parametrize("facts", [("", ""), ("<br>RNCP 3721", ""), ("", "<br>RNCP 3721")])
def test_files_below_the_last_of_options_without_any_are_of_all(
    head: str, label: str, facts: tuple[str, str]
) -> None:
    parts = "".join(
        f"{head.format(f'Option {x} : osier{x}')}<p>Code : 500-2434{n} V{fact}</p>"
        for n, (x, fact) in enumerate(zip("AB", facts, strict=True))
    )
    listed = f"<ul><li>{link('x')}</li><li>{link('y')}</li></ul>"
    assert files(f"<h1>CAP Vannerie</h1>{parts}{label}{listed}") == [["x", "y"], ["x", "y"]]


def test_files_in_the_element_of_the_last_option_are_its_own() -> None:
    boxes = "".join(
        f"<div><h4>Option {x} : osier{x}</h4><p>Code : 500-2434{n} V</p>{below}</div>"
        for n, (x, below) in enumerate(zip("AB", ("", f"<p>{link('b')}</p>"), strict=True))
    )
    assert files(f"<h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p>{boxes}") == [[], ["b"]]


@pytest.mark.parametrize(
    "part",
    [
        "<details open><summary>{}</summary><ul><li>{}</li></ul></details>",
        "<section><h3>{}</h3><p>{}</p></section>",
        "<h4>{}</h4><p>{}</p>",
    ],
)
def test_a_session_beside_the_code_of_the_last_option_is_its_own(part: str) -> None:
    line = "</li><li>" if "<li>" in part else "</p><p>" if "<section>" in part else "<br>"
    facts = ("Code : 500-23440 V", f"Code : 500-23441 V{line}Première session : 2012")
    names = ("Option A : osier", "Option B : rotin")
    parts = "".join(part.format(a, b) for a, b in zip(names, facts, strict=True))
    page = f"<html><body><h1>CAP Vannerie</h1>{parts}</body></html>"
    records = read(Document(page.encode()), Lexicon.packaged()).records
    assert [each.record.first_session for each in records] == [None, 2012]


def test_a_file_that_its_address_gives_to_an_option_is_of_that_option() -> None:
    items = (
        '<li><a href="option_b_12.pdf">Annexe IV</a></li>'
        '<li><a href="option_a_b_13.pdf">Annexe V</a></li>'
    )
    body = (
        "<h1>BTS Vannerie</h1><h2>Option A : osier</h2><p>Code : 320-23401</p>"
        f"<h2>Option B : rotin</h2><p>Code : 320-23402</p><ul>{items}</ul>"
    )
    first, second = files(body)
    assert first == ["option_a_b_13"]
    assert second == ["option_b_12", "option_a_b_13"]


@pytest.mark.parametrize("heading", ["<h2>{}</h2>", "<p><b>{}</b></p>"])
def test_a_file_behind_the_options_is_no_line_of_the_text_above_them(heading: str) -> None:
    """The heading of an option ends the text, whether or not it stays among the common parts."""
    further = heading.format("Poursuite d'études")
    facts = "<ul><li>Code : 3202340{}</li><li>Première session : 2018</li></ul>"
    options = "".join(
        heading.format(name) + facts.format(number)
        for number, name in enumerate(("Option A - osier", "Option B - rotin"), 1)
    )
    body = (
        "<h1>BTS Vannerie</h1><h2>Arrêté</h2><p>Arrêté du 3 mai 2004</p>"
        f"{further}<p>Une licence est possible.</p>{options}"
        '<ul><li><a href="option_b_12.pdf">Annexe IV</a> (pdf, 12 Ko)</li></ul>'
    )
    page = f"<html><body>{body}</body></html>"
    records = read(Document(page.encode()), Lexicon.packaged()).records
    texts = [each.record.further_study for each in records]
    assert texts == ["Une licence est possible."] * 2
    assert files(body) == [[], ["option_b_12"]]

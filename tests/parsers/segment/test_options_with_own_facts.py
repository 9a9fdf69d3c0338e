"""Groups of lines of which each names an option and states its facts, in any order. Mock-ups."""

import itertools
from collections.abc import Callable

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential
from tests.parsers.extract.pages import records_of

NAMES = ("A : cuir", "B : textile", "C : bois")
TITLE, ORDER = "<h1>CAP Gravure</h1>", "<p>Arrêté du 9 juin 2003</p>"
Group = list[str]


def group(number: int, order: tuple[str, ...], is_labelled: bool) -> Group:
    code, rncp = f"500-2522{number}", f"3842{number}"
    lines = {
        "name": f"Option {NAMES[number - 1]}",
        "code": f"Code : {code}" if is_labelled else code,
        "rncp": f"RNCP : {rncp}" if is_labelled else f"RNCP{rncp}",
        "first": f"Première session : 201{number}",
        "file": f'<a href="{number}.pdf">Annexes</a>',
    }
    return [lines[key] for key in order]


def joined(form: str, mark: str = "") -> Callable[[list[Group]], str]:
    """Make a page's part: each group's lines with `mark` between them, each group in `form`."""
    return lambda groups: "".join(form.format(mark.join(each)) for each in groups)


def set_off(head: str) -> Callable[[list[Group]], str]:
    def page(groups: list[Group]) -> str:
        lines = itertools.chain.from_iterable(groups)
        return "".join((head if x[:6] == "Option" else "<p>{}</p>").format(x) for x in lines)

    return page


def _nested(groups: list[Group]) -> list[Group]:
    return [[f"{head}<ul><li>", "</li><li>".join(lines)] for head, *lines in groups]


FORMS: dict[str, Callable[[list[Group]], str]] = {
    "paragraphs": set_off("<p>{}</p>"),
    "headings": set_off("<h3>{}</h3>"),
    "numbered headings": set_off("<h3>1. {}</h3>"),
    "bold paragraphs": set_off("<p><b>{}</b></p>"),
    "lines of paragraphs": joined("<p>{}</p>", "<br>"),
    "lines of one paragraph": lambda g: f"<p>{joined('{}<br>', '<br>')(g)}</p>",
    "items of lists": joined("<ul><li>{}</li></ul>", "</li><li>"),
    "lines of items": lambda g: f"<ul>{joined('<li>{}</li>', '<br>')(g)}</ul>",
    "lists within items": lambda g: f"<ul>{joined('<li>{}</li></ul></li>')(_nested(g))}</ul>",
    "rows": lambda g: f"<table>{joined('<tr><td>{}</td></tr>', '</td><td>')(g)}</table>",
    "tables": joined("<table><tr><td>{}</td></tr></table>", "</td></tr><tr><td>"),
    "divisions": joined("<div><p>{}</p></div>", "</p><p>"),
}  # fmt: skip
FACTS = ("code", "rncp", "first", "file")
ORDERS = [
    order
    for facts in (*itertools.combinations(FACTS, 1), *itertools.combinations(FACTS, 2))
    for order in itertools.permutations(("name", *facts))
]


def stated(record: Referential, order: tuple[str, ...]) -> dict[str, object]:
    values = {
        "name": (record.name or "").removeprefix("Gravure option "),
        "code": record.code,
        "rncp": record.rncp_codes,
        "first": record.first_session,
        "file": [file.url for file in record.documents],
    }
    return {key: values[key] for key in order}


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("form", FORMS)
def test_each_option_has_the_facts_of_its_own_group(form: str, count: int) -> None:
    for order, is_labelled, is_above in itertools.product(ORDERS, (True, False), (True, False)):
        above = order[: order.index("name")]
        if form == "lists within items" and above:
            continue
        if form.endswith("headings") and above and not {"code", "rncp"} & {*above}:
            continue  # a file or session above the first heading is of all
        part = FORMS[form]([group(n, order, is_labelled) for n in range(1, count + 1)])
        body = f"{TITLE}{ORDER}{part}" if is_above else f"{TITLE}{part}{ORDER}"
        found = read(Document(f"<body>{body}</body>".encode()), Lexicon.packaged()).records
        expected = [
            {
                "name": NAMES[n - 1].replace(" :", ""), "code": f"5002522{n}",
                "rncp": (f"RNCP3842{n}",), "first": 2010 + n, "file": [f"{n}.pdf"],
            }
            for n in range(1, count + 1)
        ]  # fmt: skip
        assert [stated(each.record, order) for each in found] == [
            {key: values[key] for key in order} for values in expected
        ], body
        assert all(len(each.record.legal_texts) == 1 for each in found), body


def test_what_is_common_to_all_stands_below_the_last_option_s_own() -> None:
    groups = "".join(
        f"<p>Code : 500-2522{n}</p><p>Option {NAMES[n - 1]}</p><p><a href={n}.pdf>Annexe</a></p>"
        for n in (1, 2)
    )
    body = f"{TITLE}{groups}{ORDER}<p><a href=c.pdf>Règlement d'examen commun aux options</a></p>"
    found = [each.record for each in read(Document(body.encode()), Lexicon.packaged()).records]
    assert [each.code for each in found] == ["50025221", "50025222"]
    assert [[file.url for file in each.documents] for each in found] == [
        ["1.pdf", "c.pdf"], ["2.pdf", "c.pdf"],
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["<h2>Option {}</h2>", "<p>Option {}</p>"])
@pytest.mark.parametrize(
    ("common", "first", "second"),
    [
        ("<a href=c.pdf>Annexe</a>", "<a href=a.pdf>Annexe</a>", "Code : 500-25222"),
        ("Première session : 2005", "Première session : 2006", "RNCP : 38422"),
    ],
)
def test_what_stands_below_an_option_is_not_the_next_one_s(
    common: str, first: str, second: str, head: str
) -> None:
    a, b = (head.format(name) for name in NAMES[:2])
    body = f"{TITLE}{ORDER}<p>{common}</p>{a}<p>{first}</p>{b}<p>{second}</p>"
    found = [each.record for each in read(Document(body.encode()), Lexicon.packaged()).records]
    assert "a.pdf" not in [file.url for file in found[1].documents]
    assert found[1].first_session != 2006


def test_a_code_of_the_whole_page_above_the_first_option_is_of_all() -> None:
    body = f"{TITLE}<p>Code : 500-25220</p><p>Option A : cuir</p><p>Option B : bois</p>{ORDER}"
    found = read(Document(body.encode()), Lexicon.packaged()).records
    assert [each.record.code for each in found] == ["50025220", "50025220"]


@pytest.mark.parametrize("head", ["Option", "Libellé de l'option", "Intitulé"])
@pytest.mark.parametrize("written", ["Option {}", "{}", "CAP Gravure option {}"])
def test_a_row_of_named_columns_is_an_option_s_in_any_order(head: str, written: str) -> None:
    columns = {
        "name": (head, [written.format(name) for name in NAMES]),
        "code": ("Code", ["500-25221", "500-25222", "500-25223"]),
        "rncp": ("Fiche RNCP", ["38421", "RNCP38422", "38423"]),
        "first": ("Première session", ["2011", "2012", "2013"]),
    }
    for facts in itertools.permutations(columns, 3):
        if "name" not in facts:
            continue
        heads = "".join(f"<th>{columns[key][0]}</th>" for key in facts)
        rows = "".join(
            f"<tr>{''.join(f'<td>{columns[key][1][n]}</td>' for key in facts)}</tr>" for n in (0, 1)
        )
        body = f"{TITLE}<table><tr>{heads}</tr>{rows}</table>{ORDER}"
        found = read(Document(f"<body>{body}</body>".encode()), Lexicon.packaged()).records
        expected = {"code": "50025222", "rncp": ("RNCP38422",), "first": 2012}
        assert len(found) == 2, body
        values = stated(found[1].record, facts)
        assert "B" in str(values.pop("name")).split(), body
        assert values == {key: expected[key] for key in values}, body


def test_a_cell_without_a_name_of_its_column_names_the_option() -> None:
    rows = "".join(
        f"<tr><td><a href={n}.pdf>PDF</a></td><td>Option {name}</td><td>500-2522{n}</td></tr>"
        for n, name in ((1, "cuir"), (2, "textile"))
    )
    heads = "<tr><th>Fichier</th><th></th><th>Code diplôme</th></tr>"
    body = f"{TITLE}<table>{heads}{rows}</table>{ORDER}"
    found = read(Document(body.encode()), Lexicon.packaged()).records
    assert [each.record.name for each in found] == ["Gravure option cuir", "Gravure option textile"]


@pytest.mark.parametrize("options", ["(options A et B)", "(options A, B)", "- options A / B"])
@pytest.mark.parametrize("head", ["<h2>Option {}</h2>", "<p><b>Option {}</b></p>"])
def test_letters_of_all_options_in_the_title_are_no_option(options: str, head: str) -> None:
    parts = (f"{head.format(NAMES[n])}<p>Code : 500-2522{n}</p>" for n in (0, 1))
    html = f"<h1>CAP Gravure {options}</h1>{ORDER}{''.join(parts)}"
    document = Document(html.encode(), "https://eduscol.education.fr/x.html")
    records = [found.record for found in read(document, Lexicon.packaged()).records]
    assert [(r.title, r.code) for r in records] == [
        ("CAP Gravure option A cuir", "50025220"),
        ("CAP Gravure option B textile", "50025221"),
    ]


@pytest.mark.parametrize(
    "item",
    [
        "<p>{}</p>",
        "<li>{} ;</li>",
        "<img src=b.gif> {}<br>",
        "<p class=opt><b>Option {}",
    ],
)
@pytest.mark.parametrize(
    ("facts", "first"),
    [
        (" (code du diplôme 500-2344{} M, Depuis la session 2010)", 2010),
        (" (CFD 500-2344{}, Première session : 2010)", 2010),
        (" (portant le code 500-2344{}M)", None),
        (" - Première session 2010 - (code 5002344{}V)", 2010),
        (" - Diplôme de code 5002344{} - 1re session : 2010", 2010),
        (". – première session d'examen 2010. – Code 500-2344{} R.", 2010),
        (
            ". – Qualification de niveau 3. – Code : 500-2344{}. – À compter de la session 2010.",
            2010,
        ),
        (". – inscrit au niveau 3. – N° de code 500-2344{}", None),
    ],
)
def test_facts_around_the_code_are_no_part_of_the_name(
    item: str, facts: str, first: int | None
) -> None:
    names = ("A osier", "B rotin fin")
    lines = [f"{name}{facts.format(number)}" for number, name in enumerate(names)]
    bold = item.endswith("Option {}")
    body = "".join(
        item.format(line.replace(name, f"{name}</b>", 1) + "</p>" if bold else f"Option {line}")
        for name, line in zip(names, lines, strict=True)
    )
    found = records_of(f"<p>Arrêté du 3 mai 2004</p><div>{body}</div>")
    assert [each.name for each in found] == [f"Vannerie option {name}" for name in names]
    assert [each.code for each in found] == ["50023440", "50023441"]
    assert [each.first_session for each in found] == [first, first]


def test_a_session_beside_one_code_is_of_no_other_option() -> None:
    lines = (
        "<p><b>Option A osier</b>. – Code 500-23440.</p>"
        "<p><b>Option B rotin</b>. – première session 2010. – Code 500-23441.</p>"
    )
    found = records_of(f"<p>Arrêté du 3 mai 2004</p>{lines}")
    assert [each.first_session for each in found] == [None, 2010]


@pytest.mark.parametrize("foot", ["footer", "div"])
@pytest.mark.parametrize("name", ["Annexe II", "Lexique"])
def test_the_foot_of_a_card_holds_the_file_of_its_option(foot: str, name: str) -> None:
    card = (
        "<article><h2>Option {0} : osier {0}</h2><p>Code : 500-2344{1}</p>"
        f"<{foot}><a href={{0}}.pdf>{name} <span>PDF · 78 ko</span></a></{foot}></article>"
    )
    cards = "".join(card.format(letter, number) for number, letter in enumerate("AB"))
    found = records_of(f"<p>Arrêté du 3 mai 2004</p><main>{cards}</main>")
    assert [[each.url for each in record.documents] for record in found] == [["A.pdf"], ["B.pdf"]]
    page = "<main><p>Arrêté du 3 mai 2004</p></main><footer><a href=x.pdf>Charte</a></footer>"
    assert not records_of(page)[0].documents


@pytest.mark.parametrize("code", ["500-2344{} R", "code 5002344{}R", "Code diplôme 500 2344{}"])
@pytest.mark.parametrize(
    "form", ["Option {} : osier {}", "option {} – osier {}", "Option {} osier {}"]
)
@pytest.mark.parametrize("lead", ["", "<p>Options :</p>"])
def test_a_code_in_a_badge_goes_with_the_option_before_it(code: str, form: str, lead: str) -> None:
    item = "<li>{} <span class=badge>{}</span></li>"
    lines = (
        item.format(form.format(letter, letter), code.format(number))
        for number, letter in enumerate("AB")
    )
    found = records_of(f"{lead}<ul class=options>{''.join(lines)}</ul><p>Arrêté du 3 mai 2004</p>")
    assert [each.code for each in found] == ["50023440", "50023441"]

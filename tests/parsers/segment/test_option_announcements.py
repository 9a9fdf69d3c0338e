"""Options that a sentence, lines below the title or a table names, and the parts of each.

All pages are mock-ups.
"""

import itertools

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

ORDER = "<p>Arrêté du 17 juin 2003</p>"
CODES = ("32122505", "32134506")


def records(body: str, title: str = "<h1>DMA Habitat</h1>") -> list[Referential]:
    page = f"<html><body>{title}{body}</body></html>".encode()
    document = Document(page, "https://x.invalid/c1.html", "text/html")
    return [each.record for each in read(document, Lexicon.packaged()).records]


SUBJECTS = ("Ce diplôme comprend les options suivantes", "Options", "Deux options au choix")
QUOTES = ("« {} »", "“{}”", '"{}"')
WRITTEN = ("{} (321-22505 S){}{} (321-34506 S)", "{} (32122505){}{} (32134506)")
BETWEEN = (" et ", ", ", " ; ")


@pytest.mark.parametrize(("subject", "quotes"), [*itertools.product(SUBJECTS, QUOTES)])
def test_a_sentence_names_options_in_quotes(subject: str, quotes: str) -> None:
    names = [quotes.format(name) for name in ("décors et mobiliers", "ornements")]
    for written, between in itertools.product(WRITTEN, BETWEEN):
        line = written.format(names[0], between, names[1])
        found = records(f"<p>{subject} : {line}.</p>{ORDER}")
        assert tuple(each.code for each in found) == CODES, line
        expected = ["Habitat option décors et mobiliers", "Habitat option ornements"]
        assert [each.name for each in found] == expected, line


@pytest.mark.parametrize(
    "line",
    [
        "Diplômes remplacés : « mobiliers » (321-22505 S) et « ornements » (321-34506 S).",
        "Il remplace les options suivantes : « bois » (321-22505 S), « fer » (321-34506 S).",
    ],
)
def test_a_sentence_about_other_diplomas_names_no_options(line: str) -> None:
    assert len(records(f"<p>{line}</p>{ORDER}")) == 1


def test_lines_below_the_title_name_options_of_several_groups() -> None:
    for between, code in itertools.product(("<br>", "</p><p>"), ("({})", "(code {})", "- {}")):
        lines = [
            f"{name} {code.format(number)}"
            for name, number in zip(("décors", "ornements"), CODES, strict=True)
        ]
        found = records(f"<p>{between.join(lines)}</p>{ORDER}")
        expected = CODES if between == "<br>" else (None,)  # paragraphs may be anything
        assert tuple(each.code for each in found) == expected, lines


def test_lines_below_a_label_or_of_another_type_name_no_options() -> None:
    lines = "décors (321-22505)<br>ornements (321-34506)"
    assert len(records(f"<p>Niveau : 5</p>{ORDER}<h3>Voir aussi</h3><p>{lines}</p>")) == 1
    assert len(records(f"<p>{lines.replace('321-3', '400-3')}</p>{ORDER}")) == 1


def test_a_column_named_option_holds_the_options() -> None:
    for mark, head in itertools.product((" - ", " : "), ("Option", "Options")):
        rows = "".join(f"<tr><td>{name}</td></tr>" for name in (f"A{mark}décors", f"B{mark}bois"))
        found = records(f"<table><tr><th>{head}</th></tr>{rows}</table>{ORDER}")
        assert [each.name for each in found] == [
            "Habitat option A décors",
            "Habitat option B bois",
        ], rows


NAMED = (
    "<h3>Option A : décors</h3><h3>Option B : bois</h3>",
    "<p>Option A - décors<br>Option B - bois</p>",
    "<h4>Option A décors (32122505)</h4><h4>Option B bois (32122506)</h4>",
)
HEADS = ("<h3>{}</h3>", "<h4>{}</h4>", "<p><b>{}</b></p>")
COMMON = ("Documents communs", "Annexes communes aux options", "Commun aux deux options")


@pytest.mark.parametrize(("named", "common"), [*itertools.product(NAMED, COMMON)])
def test_options_named_above_have_parts_below(named: str, common: str) -> None:
    for head in HEADS:
        groups = (("Option A", "oa", "Annexes option A"), ("Option B", "ob", "Annexes option B"),
                  (common, "all", "Annexe I"))  # fmt: skip
        for parts in (groups, (groups[2], *groups[:2])):
            below = "".join(
                f'{head.format(name)}<p><a href="c1/{file}.pdf">{title}</a></p>'
                for name, file, title in parts
            )
            tail = "<p>Première session : 2005</p>"
            found = records(f"{named}{ORDER}{below}{tail if parts is groups else ''}")
            titles = [sorted(each.title for each in record.documents) for record in found]
            assert titles == [["Annexe I", f"Annexes option {x}"] for x in "AB"], below
            assert [len(record.legal_texts) for record in found] == [1, 1]
            if parts is groups:
                assert [record.first_session for record in found] == [2005, 2005]


@pytest.mark.parametrize("detail", [" (pdf)", " - PDF, 35 Ko", " [pdf]"])
def test_the_format_behind_the_link_of_an_option_is_no_name(detail: str) -> None:
    for named in NAMED[:2]:
        below = "".join(
            f'<h3>Option {x}</h3><ul><li><a href="c1/{x}.pdf">Référentiel option {x}</a>{detail}'
            "</li></ul>"
            for x in "AB"
        )
        names = [each.name for each in records(f"{named}{ORDER}{below}")]
        assert names == ["Habitat option A décors", "Habitat option B bois"], named


NAMES = ("décors et mobiliers", "ornements, objets")
ABOVE = (
    "<p><b>Options</b></p><ul><li>Option A : {} - {}</li><li>Option B : {} - {}</li></ul>",
    "<p>Option A {} ({})<br>Option B {} ({})</p>",
    "<h3>Option A {}</h3><p>Code : {}</p><h3>Option B {}</h3><p>Code : {}</p>",
    "<table><tr><th>Option</th><th>Intitulé</th><th>Code</th></tr><tr><td>A</td><td>{}</td>"
    "<td>{}</td></tr><tr><td>B</td><td>{}</td><td>{}</td></tr></table>",
)
BELOW = (
    "<table><tr><th colspan=2>DMA</th></tr><tr><th colspan=2>Habitat</th></tr>"
    "<tr><th>Arrêté</th><td>17 juin 2003</td></tr></table>",
    "<table><tr><th colspan=2>DMA Habitat</th></tr><tr><td>Arrêté</td><td>17 juin 2003</td></tr>"
    "</table>",
    "<dl><dt>Diplôme</dt><dd>DMA</dd><dt>Spécialité</dt><dd>Habitat</dd><dt>Arrêté</dt>"
    "<dd>17 juin 2003</dd></dl>",
    f"<h2>DMA Habitat</h2>{ORDER}",
)


@pytest.mark.parametrize(("above", "below"), [*itertools.product(ABOVE, BELOW)])
def test_options_may_stand_above_the_title(above: str, below: str) -> None:
    listed = above.format(NAMES[0], CODES[0], NAMES[1], CODES[1])
    for heading in ("", "<h1>Référentiels professionnels</h1>", "<p><a href=i.html>CAP</a></p>"):
        found = records(listed + below, heading)
        assert [(each.code, each.name) for each in found] == [
            (code, f"Habitat option {letter} {name}")
            for code, letter, name in zip(CODES, "AB", NAMES, strict=True)
        ]
        assert all(len(each.legal_texts) == 1 for each in found)


@pytest.mark.parametrize(
    "above",
    [
        "<ul><li><a href=a.html>Option A : bois</a></li><li><a href=b.html>Option B : fer</a></li>"
        "</ul>",
        "<p>Toutes les options A et B du DMA sont présentées ici.</p>",
    ],
)
@pytest.mark.parametrize("below", BELOW)
def test_links_to_options_above_the_title_are_none_of_it(above: str, below: str) -> None:
    assert [each.name for each in records(above + below, "")] == ["Habitat"]


@pytest.mark.parametrize(
    "named",
    [
        "<p>Ce diplôme comporte deux options : « {} » ; « {} ».</p>",
        "<p>Ce diplôme comporte deux options : {} ; {}.</p>",
        "<table><tr><th>Option</th></tr><tr><td>{}</td></tr><tr><td>{}</td></tr></table>",
        "<p>Option {}<br>Option {}</p>",
    ],
)
def test_options_without_code_and_letter_are_diplomas(named: str) -> None:
    names = ["décors et mobiliers", "ornements et objets"]
    options = named.format(*names)
    for body in (options + BELOW[0], BELOW[0] + options, BELOW[3] + options):
        found = [each.name for each in records(body, "")]
        assert found == [f"Habitat option {name}" for name in names], body


def test_a_list_of_options_ends_above_a_table_of_annexes() -> None:
    rows = "".join(
        f"<tr><td>ANNEXE {n}</td><td><a href='{n}.pdf'>Référentiel {n}</a></td></tr>"
        for n in ("I a", "I b", "II")
    )
    for head in ("<p><b>Options :</b></p>", "<h3>Options</h3>"):
        listed = f"{head}<ul><li>option A - décors</li><li>option B - objets</li></ul>"
        found = records(f"{ORDER}{listed}<table>{rows}</table>")
        assert [each.name for each in found] == [
            "Habitat option A décors", "Habitat option B objets",
        ]  # fmt: skip
        assert [len(each.documents) for each in found] == [3, 3]


@pytest.mark.parametrize("foot", ["Direction de l'enseignement ; bureau 4", "Le ministère"])
def test_a_row_below_the_cell_that_holds_the_page_is_no_option(foot: str) -> None:
    lines = "<p><b>Les options</b></p><p>Option A : osier<br>Option B : rotin</p>"
    page = f"<h1>CAP Vannerie</h1><p>Première session : 1986</p>{lines}"
    cells = f"<td><a href=i.html>Accueil</a></td><td>{page}</td>"
    table = f"<table><tr>{cells}</tr><tr><td colspan=2><small>{foot}</small></td></tr></table>"
    found = read(Document(table.encode()), Lexicon.packaged()).records
    assert [each.record.title for each in found] == [
        "CAP Vannerie option A osier", "CAP Vannerie option B rotin",
    ]  # fmt: skip


def test_options_may_stand_in_a_table_below_the_line_that_announces_them() -> None:
    rows = "<tr><td>A - Osier</td></tr><tr><td>B - Rotin</td></tr>"
    page = f"<h1>CAP Vannerie</h1><p>Première session : 1986</p><p>Deux options :</p><table>{rows}"
    found = read(Document(f"{page}</table>".encode()), Lexicon.packaged()).records
    assert len(found) == 2


@pytest.mark.parametrize(
    "label",
    ["Ce diplôme comporte deux options", "2 options", "Deux options", "Diplôme à deux options",
     "Cette spécialité comprend les options suivantes"],
)  # fmt: skip
@pytest.mark.parametrize(
    "form",
    [
        "<table><tr><th>{}</th><td>{}<br>{}</td></tr></table>",
        "<div class=a>{}</div><div>{}</div><div>{}</div><div class=a>Textes</div>",
    ],
)  # fmt: skip
def test_a_label_that_counts_options_is_one_of_options(label: str, form: str) -> None:
    lines = ("A) décors (321-22505 S)", "B) mobiliers (321-34506 S)")
    found = records(form.format(label, *lines) + ORDER)
    assert tuple(each.code for each in found) == CODES
    assert [each.name for each in found] == [
        "Habitat option A décors",
        "Habitat option B mobiliers",
    ]


@pytest.mark.parametrize("label", ["Options", "Ce diplôme comporte deux options"])
def test_the_row_behind_that_of_options_is_none_of_them(label: str) -> None:
    table = (
        f"<table><tr><td>{label}</td><td><ul><li>A - décors</li><li>B - mobiliers</li></ul></td>"
    )
    table += f"</tr><tr><td>Création et modifications</td><td>{ORDER}</td></tr></table>"
    found = records(table)
    assert [each.name for each in found] == [
        "Habitat option A décors",
        "Habitat option B mobiliers",
    ]
    assert [len(each.legal_texts) for each in found] == [1, 1]


def test_facts_before_a_sentence_of_options_are_read() -> None:
    line = "<p>Durée : 2 ans ; Secteur : Cuir, deux options : A - or, B - fer</p>"
    for each in records(line + ORDER):
        assert (each.duration_months, (each.sector or "")[:4]) == (24, "Cuir")


def test_the_first_of_options_beside_bullets_in_a_column_is_none_of_its_names() -> None:
    names = ["accordéon", "guitare", "piano"]
    rows = "".join(f"<tr><td>•</td><td>{name}</td></tr>" for name in names)
    found = records(f"<p>Options :</p><table>{rows}</table>{ORDER}")
    assert [each.name for each in found] == [f"Habitat option {name}" for name in names]
    headed = f"<p>Options :</p><table><tr><td>Libellé</td></tr>{rows.replace('<td>•</td>', '')}"
    found = records(f"{headed}</table>{ORDER}")
    assert not any("Libellé" in (each.name or "") for each in found)

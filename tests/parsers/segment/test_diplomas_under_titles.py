"""Several diplomas under a title each: what stands below the last title is the last one's.

All pages are mock-ups.
"""

import pytest

from schema.errors import Refused
from schema.referential import Referential
from tests.parsers.extract.pages import ORDER, records_of

ORDERS = ("3 mai 2004", "7 juin 2011")
DATES = ["2004-05-03", "2011-06-07"]
TITLES = ("CAP Vannerie", "CAP Sculpture sur pierre")
CODES = ("500-23441", "500-23442")


def part(number: int, orders: str, files: str) -> str:
    return (
        f"<ul><li>Code : {CODES[number]}</li></ul>"
        f"{orders.format(f'Arrêté du {ORDERS[number]}')}"
        f"{files.format(f'<a href=f{number}.pdf>Règlement</a>')}"
    )


def facts(found: list[Referential]) -> list[tuple[str | None, list[str | None], list[str]]]:
    return [
        (
            each.code,
            [text.date for text in each.legal_texts],
            [document.url.rpartition("/")[2] for document in each.documents],
        )
        for each in found
    ]


EXPECTED = [(CODES[n].replace("-", ""), [DATES[n]], [f"f{n}.pdf"]) for n in (0, 1)]
LISTS = ["<h4>Textes réglementaires</h4><p>{}</p>", "<p>Journal officiel</p><p>{}</p>"]
LISTS += ["<table><tr><td>Création</td><td>{}</td></tr></table>"]
FILES = ["<h4>Documents</h4><p>{}</p>", "<div>Documents</div><ul><li>{}</li></ul>"]


@pytest.mark.parametrize("head", ["<h1>{0}</h1>", "<h1>Référentiels</h1><h2>{0}</h2>"])
@pytest.mark.parametrize("first", LISTS)
@pytest.mark.parametrize("second", LISTS)
@pytest.mark.parametrize("files", [FILES, FILES[::-1], FILES[:1] * 2])
def test_each_diploma_has_its_orders_and_files_in_its_own_words(
    head: str, first: str, second: str, files: list[str]
) -> None:
    level = 1 if "h2" not in head else 2
    body = f"{part(0, first, files[0])}<h{level}>{TITLES[1]}</h{level}>{part(1, second, files[1])}"
    assert facts(records_of(body, head.format(TITLES[0]))) == EXPECTED


@pytest.mark.parametrize("head", ["<h1>{0}</h1>", "<h1>Référentiels</h1><h2>{0}</h2>"])
@pytest.mark.parametrize(
    ("name", "text", "field"),
    [
        ("Description du diplôme", "<p>Il taille des blocs.</p>", "description"),
        ("Métiers", "<ul><li>tailleur/euse</li><li>graveur/euse</li></ul>", "trades"),
        ("Textes réglementaires", "<ul><li>Arrêté du 3 mai 2004</li></ul>", "legal_texts"),
    ],
)
def test_headings_below_the_last_title_are_of_its_diploma_where_others_have_theirs(
    head: str, name: str, text: str, field: str
) -> None:
    level = 1 if "h2" not in head else 2
    facts = "<ul><li>Niveau : 3</li><li>Code : {}</li></ul>"
    codes = [facts.format(code) for code in CODES]
    first = f"{codes[0]}<h3>Poursuites d'études</h3><p>Un BMA.</p>"
    last = f"<h{level}>{TITLES[1]}</h{level}>{codes[1]}<h3>{name}</h3>{text}"
    found = records_of(first + last, head.format(TITLES[0]))
    assert [each.title for each in found] == [*TITLES]
    assert [bool(getattr(each, field)) for each in found] == [False, True]


@pytest.mark.parametrize(("level", "count"), [(3, 2), (2, 1)])
@pytest.mark.parametrize("name", ["Conditions d'accès", "Poursuites d'études"])
def test_a_title_above_the_level_of_a_text_about_others_is_of_the_page(
    name: str, level: int, count: int
) -> None:
    part = "<ul><li>Niveau : 3</li><li>Code : {}</li></ul>"
    text = f"<h{level}>{name}</h{level}><p>Sans condition.</p>"
    last = f"<h2>{TITLES[1]}</h2>{part.format(CODES[1])}<h3>Métiers</h3><p>graveur/euse</p>"
    body = f"{part.format(CODES[0])}{text}{last}"
    assert len(records_of(body, f"<h1>Référentiels</h1><h2>{TITLES[0]}</h2>")) == count


def test_what_is_said_to_be_common_is_of_all_diplomas() -> None:
    common = "<h4>Documents communs</h4><p><a href=c.pdf>Lexique</a></p>"
    body = f"{part(0, LISTS[0], FILES[0])}<h2>{TITLES[1]}</h2>{part(1, LISTS[1], FILES[1])}{common}"
    expected = [(code, dates, [*files, "c.pdf"]) for code, dates, files in EXPECTED]
    found = facts(records_of(body, f"<h1>Référentiels</h1><h2>{TITLES[0]}</h2>"))
    assert [(code, dates, sorted(files, reverse=True)) for code, dates, files in found] == expected


def test_an_order_below_diplomas_without_any_is_of_all() -> None:
    codes = (f"<h2>{t}</h2><p>Code : {c}</p>" for t, c in zip(TITLES, CODES, strict=True))
    body = f"{''.join(codes)}<h2>Textes réglementaires</h2><p>Arrêté du 3 mai 2004</p>"
    found = records_of(body, "<h1>Référentiels</h1>")
    assert [[text.date for text in each.legal_texts] for each in found] == [["2004-05-03"]] * 2


@pytest.mark.parametrize(
    "files",
    [
        "<dl><dt><a href={0}.pdf>PDF - 90 ko</a></dt><dt>Référentiel</dt></dl>",
        "<dl><dt><a href={0}.pdf>PDF - 90 ko</a></dt><dt>Savoirs associés</dt></dl>",
        "<figure><a href={0}.pdf>Référentiel</a><figcaption>Référentiel</figcaption></figure>",
    ],
)
@pytest.mark.parametrize("code", ["<p>Code : {}</p>", "<h4>Code</h4><p>{}</p>"])
def test_a_title_below_the_name_of_a_file_begins_a_diploma(files: str, code: str) -> None:
    parts = [
        f"<h2>{TITLES[n]}</h2>{code.format(CODES[n])}<h4>Textes</h4><p>Arrêté du {ORDERS[n]}</p>"
        f"<h4>Documents</h4>{files.format(f'f{n}')}"
        for n in (0, 1)
    ]
    assert facts(records_of("".join(parts), "<h1>Référentiels professionnels</h1>")) == EXPECTED


def test_one_title_above_two_codes_is_of_two_diplomas() -> None:
    codes = "".join(
        f"<h2>CAP Vannerie</h2><div>Fiche</div><p>Code : {code}</p>{order}"
        for code, order in zip(CODES, [f"<p>Arrêté du {day}</p>" for day in ORDERS], strict=True)
    )
    found = records_of(codes, "<h1>Référentiels</h1>")
    assert [(each.code, [t.date for t in each.legal_texts]) for each in found] == [
        (code, dates) for code, dates, _ in EXPECTED
    ]
    again = f"<h2>CAP Vannerie</h2><p>Code : {CODES[0]}</p>" * 2
    assert len(records_of(again + "<p>Arrêté du 3 mai 2004</p>", "<h1>Référentiels</h1>")) == 1


def test_titles_of_cards_end_no_option() -> None:
    def cards(*names: str) -> str:
        return "".join(
            f"<div><h3 class=card><a href={name}.pdf>{name}</a></h3><p>PDF, 9 Ko</p></div>"
            for name in names
        )

    body = "".join(
        f"<h3>Option {letter} : {name}</h3><h2>Documents</h2>{cards(*files)}"
        for letter, name, files in [
            ("A", "osier", ["Grilles"]),
            ("B", "rotin", ["Lexique", "PFMP"]),
        ]
    )
    found = records_of(f"<p>Arrêté du 3 mai 2004</p>{body}")
    assert [[d.title for d in each.documents] for each in found] == [
        ["Grilles"], ["Lexique", "PFMP"],
    ]  # fmt: skip


OPTIONS = ((1, "A osier"), (2, "B rotin"))
UNITS = "<tr><td>UP1 Préparer</td><td>EP1 Concevoir</td></tr><tr><td>UP2</td><td>EP2</td></tr>"
FORMER = "CAP Rotin<br>(arrêté du 4 juin 1993)<br>Dernière session 2005"
PRESENT = "CAP Vannerie<br>(arrêté du 3 mai 2004)<br>Première session 2006"


def columns(*heads: str) -> str:
    return f"<table><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr>{UNITS}</table>"


@pytest.mark.parametrize("heads", [(FORMER, PRESENT), (PRESENT, FORMER)])
@pytest.mark.parametrize(
    "lead", ["<h2>Correspondance des épreuves</h2>", "<p><b>Tableau de correspondance</b></p>"]
)
@pytest.mark.parametrize("order", ["", "<p>Arrêté du 3 mai 2004</p>"])
def test_columns_of_a_former_and_the_present_diploma_are_no_two_of_the_page(
    heads: tuple[str, str], lead: str, order: str
) -> None:
    files = "<h2>Fichiers</h2><p><a href=a.pdf>Annexe I</a></p>"
    (found,) = records_of(f"{order}{lead}{columns(*heads)}{files}")
    assert [text.date for text in found.legal_texts] == ["2004-05-03"]
    assert (found.first_session, found.last_session) == (2006, None)
    assert [document.title for document in found.documents] == ["Annexe I"]


def test_titles_beside_each_other_begin_no_parts_of_the_page() -> None:
    heads = "<tr><th>CAP Rotin</th><th>CAP Vannerie rénové</th></tr>"
    body = f"<p>Code : 500-23441</p>{ORDER}<h2>Équivalences</h2><table>{heads}{UNITS}</table>"
    assert [found.title for found in records_of(body)] == ["CAP Vannerie"]


def test_titles_above_their_facts_in_one_cell_of_the_layout_begin_parts() -> None:
    parts = (f"<p><b>BP Vannerie option {x}</b></p><p>Code : 450-2344{n}</p>" for n, x in OPTIONS)
    body = f"<table><tr><td>Menu<td><h1>BP Vannerie</h1>{ORDER}{''.join(parts)}</table>"
    assert [found.code for found in records_of(body, "")] == ["45023441", "45023442"]


@pytest.mark.parametrize("level", ["h1", "h2"])
@pytest.mark.parametrize("names", [("A : osier", "B : rotin"), ("osier", "rotin"), "abc"])
@pytest.mark.parametrize("code", ["<p>{0} S</p><p>{1}</p>", "<p>{0} S - {1}</p>"])
def test_a_code_right_below_each_title_need_not_be_labelled(
    level: str, names: tuple[str, ...], code: str
) -> None:
    parts = [
        f"<{level}>CAP Vannerie option {name}</{level}>"
        + code.format(f"500-2344{number}", f"<a href=f{number}.pdf>Référentiel</a>")
        for number, name in enumerate(names)
    ]
    found = records_of("".join(parts) + "<p>Arrêté du 3 mai 2004</p>", "")
    assert facts(found) == [
        (f"5002344{number}", ["2004-05-03"], [f"f{number}.pdf"]) for number in range(len(names))
    ]


def table_of(codes: tuple[str, ...]) -> str:
    rows = "".join(
        f"<tr><td>{code} S</td><td>{ORDERS[n]}</td><td><a href=f{n}.pdf>Référentiel</a></td></tr>"
        for n, code in enumerate(codes)
    )
    return f"<table><tr><th>Code</th><th>Arrêté</th><th>Référentiel</th></tr>{rows}</table>"


def test_rows_of_a_table_may_be_told_by_their_codes_alone() -> None:
    assert facts(records_of(table_of(CODES))) == EXPECTED


def test_codes_of_several_groups_are_a_list_of_diplomas() -> None:
    with pytest.raises(Refused):
        records_of(table_of(("500-23441", "500-31215")))

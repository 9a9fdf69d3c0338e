"""Tables: which ones name their columns, which way they run, and which are none."""

import pytest

from parsers.formats.html import flatten
from parsers.segment.labels import split_blocks
from parsers.segment.tables import grids
from schema.lexicon import Lexicon
from tests.parsers.extract.pages import ORDER, orders_of, record_of

LEXICON = Lexicon.packaged()


def table(*rows: str) -> str:
    """A table, its cells divided by `|`."""
    cells = ("".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows)
    return "<body><table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table></body>"


def read(*rows: str) -> list[list[tuple[str, str]]]:
    """What each row of the only grid says, as pairs of field and text; [] without a grid."""
    tables = grids(flatten(table(*rows)).blocks, LEXICON)
    return [
        [
            (entry.field if (entry := grid.columns[column]) else "", cell[0].text)
            for column, cell in row.items()
        ]
        for grid in tables
        for row in grid.rows
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # one row of values below the labels
        (["Code|Niveau", "50022137|3"], [[("code", "50022137"), ("level", "3")]]),
        # several: several diplomas
        (["Code|Niveau", "50022137|3", "40025303|4"],
         [[("code", "50022137"), ("level", "3")], [("code", "40025303"), ("level", "4")]]),
        # a column that no lexicon knows keeps its text, under no field
        (["Code|Zone|Niveau", "50022137|A|3"],
         [[("code", "50022137"), ("", "A"), ("level", "3")]]),
        # labels in the first column, a diploma in each other one
        (["Code|50022137|40025303", "Niveau|3|4"],
         [[("code", "50022137"), ("level", "3")], [("code", "40025303"), ("level", "4")]]),
    ],
)  # fmt: skip
def test_grids(rows: list[str], expected: list[list[tuple[str, str]]]) -> None:
    assert read(*rows) == expected


@pytest.mark.parametrize(
    "rows",
    [
        ["Code|50022137", "Niveau|3"],  # labels beside their values
        ["Code|50022137|Niveau|3", "Durée|2 ans|Sigle|METI"],  # pairs
        ["Code|Niveau"],  # no values
        ["Code|Niveau", "50022137|3|2 ans"],  # a value under no name
        ["Zone|Lieu", "A|Lyon"],  # no labels
        [f"Code|{'x' * 61}", "50022137|3"],  # no name is so long
        ["Code|50022137|50022137", "Niveau|3|3"],  # one code twice is one diploma
        ["40022402|option A", "40022403|option B"],  # no names of columns
    ],
)
def test_what_is_no_grid(rows: list[str]) -> None:
    assert read(*rows) == []


def test_one_row_gives_pairs_and_several_rows_a_table_of_diplomas() -> None:
    one, none = split_blocks(flatten(table("Code|Niveau", "50022137|3")).blocks, LEXICON)
    assert [(p.kind, p.label, p.text) for p in one] == [
        ("pair", "Code", "50022137"), ("pair", "Niveau", "3"),
    ]  # fmt: skip
    assert none == []
    body = flatten(table("Code|Niveau", "50022137|3", "40025303|4")).blocks
    left, several = split_blocks(body, LEXICON)
    assert left == []
    assert len(several) == 1


@pytest.mark.parametrize(
    ("labels", "values", "expected"),
    [
        ("Type<br>J.O.<br>Référentiel", "CAP<br>26 novembre 1998<br>r.pdf",
         [("diploma_type", "CAP"), ("", "26 novembre 1998"), ("documents", "r.pdf")]),
        ("<b>Code</b><br><b>Niveau</b>", "50022137<br>3", [("code", "50022137"), ("level", "3")]),
        ("Code<br>Niveau", "50022137", None),  # a value less
        ("Code<br>Zone", "50022137<br>A", None),  # a line that is no label
        ("Code", "50022137", None),
    ],
)  # fmt: skip
def test_a_cell_of_labels_beside_one_of_values(
    labels: str, values: str, expected: list[tuple[str, str]] | None
) -> None:
    assert read(f"{labels}|{values}") == ([expected] if expected else [])


SESSIONS = "<tr><td>Première</td><td>2006</td></tr><tr><td>Dernière</td><td>2016</td></tr>"


@pytest.mark.parametrize(
    ("rows", "sessions"),
    [
        (f"<tr><th colspan=2>Sessions</th></tr>{SESSIONS}", (2006, 2016)),
        (f"<tr><td>Code</td><td>500-23438</td></tr><tr><th>Sessions</th></tr>{SESSIONS}",
         (2006, 2016)),
        ("<tr><td rowspan=2>Sessions</td><td>première : 2006</td></tr>"
         "<tr><td>dernière : 2016</td></tr>", (2006, 2016)),
        ("<tr><td rowspan=2>Sessions</td><td>1re</td><td>2006</td></tr>"
         "<tr><td>dernière</td><td>2016</td></tr>", (2006, 2016)),
        ("<tr><td>Sessions</td><td>première</td><td>2006</td></tr>"
         "<tr><td></td><td>dernière</td><td>2016</td></tr>", (2006, 2016)),
        ("<tr><td>Sessions<td><table><tr><th>première<th>dernière<tr><td>2006<td>2016</table></tr>",
         (2006, 2016)),
        ("<tr><th colspan=2>Sessions<tr><td>Première<td>2006<tr><td>Dernière<td>néant",
         (2006, None)),
        # days of an examination, and classes
        ("<tr><th colspan=2>Sessions<tr><td>Début<td>15 juin 2006<tr><td>Fin<td>3 juillet 2006",
         (None, None)),
        ("<tr><th colspan=2>Classes<tr><td>Seconde<td>2005<tr><td>Première<td>2006", (None, None)),
    ],
)  # fmt: skip
def test_rows_below_a_cell_sessions(rows: str, sessions: tuple[int | None, int | None]) -> None:
    found = record_of(f"<table>{rows}</table>{ORDER}")
    assert (found.first_session, found.last_session) == sessions


FORMER = (
    "<table><tr><th><th>Ancien diplôme<th>Nouveau diplôme<tr><td>Intitulé<td>{}<td>{}"
    "<tr><td>Code<td>500-23437<td>500-23438<tr><td>Arrêté<td>26/11/1994<td>03/05/2004</table>"
)


@pytest.mark.parametrize(
    ("titles", "code", "date", "replaces", "replaced_by"),
    [
        (("CAP Osier", "CAP Vannerie"), "50023438", "2004-05-03", ("50023437",), ()),
        (("CAP Vannerie", "CAP Osier"), "50023437", "1994-11-26", (), ("50023438",)),
    ],
)
def test_the_column_of_another_diploma_is_its_predecessors_or_successors(
    titles: tuple[str, str],
    code: str,
    date: str,
    replaces: tuple[str, ...],
    replaced_by: tuple[str, ...],
) -> None:
    found = record_of(FORMER.format(*titles))
    assert (found.title, found.code) == ("CAP Vannerie", code)
    assert [order.date for order in found.legal_texts] == [date]
    assert (found.replaces, found.replaced_by) == (replaces, replaced_by)


def test_a_head_of_two_rows_over_orders() -> None:
    heads = "<tr><th rowspan=2>Diplôme<th colspan=2>Arrêtés<tr><th>création<th>abrogation"
    table = f"<table>{heads}<tr><td>CAP Vannerie<td>03/05/2004<td>02/01/2024</table>"
    assert orders_of(table) == [("2004-05-03", "creation"), ("2024-01-02", "repeal")]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("<td>N°<td>500-23438", "50023438"),
        ("<td>B - Code<td>500-23438", "50023438"),
        ("<td>Remplace le<td>N°<td>500-23437", None),
        ("<td>N°<td>12", None),
    ],
)
def test_labels_of_a_code(row: str, code: str | None) -> None:
    assert record_of(f"<table><tr>{row}<tr><td>Arrêté du<td>03/05/2004</table>").code == code


def test_a_row_of_headers_names_the_texts_below_it_and_an_unknown_one_its_own() -> None:
    heads = "".join(
        f"<th>{name}</th>" for name in ("Conditions d'accès", "Vie du lycée", "Métiers")
    )
    cells = "<td><p>Après la 3e.</p><p>Ou après.</p></td><td><p>Un foyer.</p></td>"
    body = f"<table><tr>{heads}</tr><tr>{cells}<td><ul><li>vannier</ul></td></tr></table>"
    record = record_of(f"{ORDER}{body}")
    assert record.access == "Après la 3e.\n\nOu après."
    assert [trade.label for trade in record.trades] == ["vannier"]


def test_a_value_may_stand_in_the_row_below_its_label_that_spans_the_table() -> None:
    rows = (("Durée", "2 ans"), ("Secteur", "Bois"), ("Conditions d'accès", "Après la 3e."))
    cells = "".join(
        f"<tr><th colspan=2>{label}</th></tr><tr><td colspan=2><p>{value}</p></td></tr>"
        for label, value in rows
    )
    record = record_of(f"{ORDER}<table>{cells}</table>")
    assert (record.duration_months, record.sector) == (24, "Bois")
    assert record.access == "Après la 3e."


def test_the_title_of_a_table_is_above_the_names_of_its_columns() -> None:
    body = "<table><tr><td colspan=2>Textes<tr><td>Durée<td>Secteur<tr><td>2 ans<td>Bois</table>"
    record = record_of(f"{ORDER}{body}")
    assert (record.duration_months, record.sector) == (24, "Bois")


@pytest.mark.parametrize("head", ["Présentation", "Description", "Accès"])
@pytest.mark.parametrize("name", ["Information", "Remarque", "Vie du texte"])
def test_an_unknown_column_before_facts_is_no_text_of_the_section_above(
    head: str, name: str
) -> None:
    heads = f"<tr><th>{name}</th><th>Code diplôme</th><th>Première session</th></tr>"
    cells = "<td>Dernière session en 2026, puis abrogation.</td><td>50023438</td><td>2012</td>"
    record = record_of(f"<h3>{head}</h3><table>{heads}<tr>{cells}</tr></table>{ORDER}")
    assert (record.code, record.first_session, record.last_session) == ("50023438", 2012, 2026)
    assert (record.description, record.access) == (None, None)

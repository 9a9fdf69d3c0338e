"""Tables: which ones name their columns, which way they run, and which are none."""

import pytest

from parsers.formats.html import flatten
from parsers.segment.labels import split_blocks
from parsers.segment.tables import grids
from schema.lexicon import Lexicon

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

"""The counter's own eyes: dates, codes, sessions, repeals, addresses, and where a line stands."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from parsers.accounting import patterns
from parsers.accounting.addresses import path_steps
from parsers.accounting.positions import Paths, cell_of


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Arrêté du 3 mai 2004", ["2004-05-03"]),
        ("le 1er juillet 2020, le 2 août 2021", ["2020-07-01", "2021-08-02"]),
        ("03/05/2004 ; 3-5-2004 ; 3.5.2004", ["2004-05-03"] * 3),
        ("2004-05-03", ["2004-05-03"]),
        ("32 mai 2004, 03/13/2004", []),
        ("mai 2004, 3 mai 04, 3 mai 1804", []),
        ("1.03/05/2004", []),
    ],
)
def test_days(text: str, dates: list[str]) -> None:
    plain = patterns.folded(text)
    result = patterns.days(plain)
    assert [day.iso for day in result] == dates
    left = patterns.without_days(plain, result)
    assert len(left) == len(plain)
    assert patterns.days(left) == []


@pytest.mark.parametrize("text", ["Été à l’abri", "Œuvre ÇA", "ASCII", "Ωμέγα É", "İstanbul É", ""])
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(patterns.folded(text)) == len(text)
    assert not any(char in patterns.folded(text) for char in "ÉÀÇéàç’")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("code 50022137", "50022137"), ("400-25303 M", "40025303"), ("01022701", "01022701"),
        ("56T23205", "56T23205"), ("tel. 0123456789", None), ("20040503", None),
        ("a50022137", None), ("50022137/1", None),
    ],
)  # fmt: skip
def test_codes(text: str, code: str | None) -> None:
    match = patterns.CODE.search(text)
    assert (patterns.compact_code(match["code"]) if match else None) == code


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Diplôme abrogé", 1), ("Il n'est plus en vigueur", 1), ("supprimé et remplacé par", 2),
        ("remplacer une pièce", 0), ("abrogation", 0), ("", 0),
    ],
)  # fmt: skip
def test_repeals(text: str, count: int) -> None:
    assert len(list(patterns.repeals(patterns.folded(text)))) == count


@pytest.mark.parametrize(
    ("text", "nor"),
    [
        ("NOR : MENE0700519A", "MENE0700519A"),
        ("NOR MEN E 0700519 A", "MENE0700519A"),
        ("MENE07", None),
    ],
)  # fmt: skip
def test_nor(text: str, nor: str | None) -> None:
    match = patterns.NOR.search(text)
    assert (patterns.nor_of(match) if match else None) == nor


@pytest.mark.parametrize(
    ("address", "steps"),
    [
        ("https://A.fr/b/C.pdf", ["a.fr", "b", "c.pdf"]),
        ("b/../C.pdf#page=2", ["c.pdf"]),
        (".\\b\\C%20d.pdf", ["b", "c d.pdf"]),
        ("f.php?Doc=A.pdf", ["f.php?doc=a.pdf"]),
        ("a\n/b.pdf", ["a", "b.pdf"]),
        ("", [""]),
    ],
)
def test_the_steps_of_an_address(address: str, steps: list[str]) -> None:
    assert path_steps(address) == steps


TABLE = """<table><thead><tr><th>A<th colspan=2>B</thead>
<tbody><tr><td><b id=x>1</b><td id=y>2<td id=z>3</tbody></table><p id=out>4"""


@pytest.mark.parametrize(("name", "column", "head"), [("x", 0, "A"), ("y", 1, "B"), ("z", 2, None)])
def test_a_cell_knows_its_column_and_the_head_above(
    name: str, column: int, head: str | None
) -> None:
    cell = cell_of(LexborHTMLParser(TABLE).css_first(f"#{name}"))
    assert cell is not None
    assert cell.column == column
    assert (cell.head.text().strip() if cell.head else None) == head


def test_a_path_leads_back_and_what_stands_in_no_table_has_no_cell() -> None:
    tree = LexborHTMLParser(TABLE)
    paths = Paths()
    for name in ("x", "z", "out"):
        node = tree.css_first(f"#{name}")
        assert node is not None
        assert tree.css_first(paths.of(node)).attributes["id"] == name  # type: ignore[union-attr]
    assert cell_of(tree.css_first("#out")) is None
    assert cell_of(None) is None

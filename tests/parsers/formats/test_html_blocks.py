"""HTML to blocks: kinds, levels, reading order, table cells, tabs, places."""

from html import unescape

import pytest
from selectolax.lexbor import LexborHTMLParser

from parsers.formats.boilerplate import Page
from parsers.formats.encoding import decode
from parsers.formats.html import flatten, tab_titles
from parsers.formats.html_element import Element, kind_and_level, target
from parsers.formats.html_walker import Walker
from parsers.model.blocks import Block
from schema.lexicon import Lexicon
from tests.page_generator import MAKINGS
from tests.page_generator.example import EXAMPLE


def blocks(body: str) -> list[Block]:
    root = LexborHTMLParser(f"<body>{body}").body
    assert root is not None
    walker = Walker(Page(root), tab_titles(root), Lexicon.packaged(), {})
    walker.walk(root)
    return walker.blocks


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>A</h1><h3>B</h3>", [("heading", 1, "A"), ("heading", 3, "B")]),
        ("<div role=heading aria-level=4>A</div>", [("heading", 4, "A")]),
        ("<div role=heading aria-level=9>A</div>", [("heading", 2, "A")]),
        ("<div role=heading aria-level=²>A</div>", [("heading", 2, "A")]),
        (f"<div role=heading aria-level={'1' * 5000}>A</div>", [("heading", 2, "A")]),
        ("<h2><p>A</p></h2>", [("heading", 2, "A")]),
        ("<dl><dt>A<dd>B</dl>", [("term", 0, "A"), ("paragraph", 0, "B")]),
        ("<ul><li><p>A</p><li>B</ul>", [("item", 0, "A"), ("item", 0, "B")]),
        ("A<p>B</p>C", [("paragraph", 0, "A"), ("paragraph", 0, "B"), ("paragraph", 0, "C")]),
        ("<p>A <b>B</b><i>C</i></p>", [("paragraph", 0, "A BC")]),
        ("<p>A<!-- x -->B<script>x</script></p>", [("paragraph", 0, "AB")]),
        ("<nav>x</nav><p>A</p><footer>x</footer>", [("paragraph", 0, "A")]),
        ("<p hidden>x</p><p>A</p>", [("paragraph", 0, "A")]),
        ("<p> \n </p>", []),
    ],
)
def test_kinds_in_reading_order(body: str, expected: list[tuple[str, int, str]]) -> None:
    assert [(block.kind, block.level, block.text) for block in blocks(body)] == expected


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        ("<tr><td>a<td>b<tr><td>c<td>d", ["a00", "b01", "c10", "d11"]),
        ("<tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e", ["a00", "b02", "c10", "d11", "e12"]),
        ("<thead><tr><th>a</thead><tbody><tr><td>b</tbody>", ["a00", "b10"]),
    ],
)
def test_cells_know_their_row_and_column(table: str, cells: list[str]) -> None:
    result = [(block.text, block.cell) for block in blocks(f"<table>{table}</table>")]
    assert [f"{text}{cell.row}{cell.column}" for text, cell in result if cell] == cells


def test_the_cells_of_two_tables_are_told_apart() -> None:
    inner, outer = blocks("<table><tr><td>a</table><table><tr><th>b</table>")
    assert inner.cell
    assert outer.cell
    assert inner.cell.table != outer.cell.table
    assert (inner.cell.header, outer.cell.header) == (False, True)


def test_a_place_leads_back_to_its_element() -> None:
    page = "<body><div><p>A</p></div><div><ul><li>B<li>C</ul></div>"
    tree = LexborHTMLParser(page)
    found = flatten(page).blocks
    assert [block.text for block in found] == ["A", "B", "C"]
    for block in found:
        node = tree.css_first(block.place)
        assert node is not None, block.place
        assert node.text().strip() == block.text


@pytest.mark.parametrize(
    ("html", "titles"),
    [
        ("<a role=tab aria-controls=p>Accès</a>", {"p": "Accès"}),
        ("<a data-toggle=tab href=#p>Accès</a>", {"p": "Accès"}),
        ("<ul class=onglets-tabs><li><a href=#p>Accès</a></ul>", {"p": "Accès"}),
        ("<ul class=onglets><li><a href=#p>Accès</a></ul>", {"p": "Accès"}),
        ("<div class=les-onglets><ul><li><a href=#p>Accès</a></ul></div>", {"p": "Accès"}),
        ("<ul class=sommaire><li><a href=#p>Accès</a></ul>", {}),
        ("<b id=t>Accès</b><div role=tabpanel id=p aria-labelledby=t>x</div>", {"p": "Accès"}),
        # links to pages, and the first name of two
        ("<a role=tab href=/p>Accès</a><a role=tab href=https://a.fr>B</a>", {}),
        ("<a role=tab href=#p>Accès</a><a role=tab href=#p>Autre</a>", {"p": "Accès"}),
        ("<a href=#p>Accès</a>", {}),
    ],
)
def test_tabs_name_their_panels(html: str, titles: dict[str, str]) -> None:
    root = LexborHTMLParser(f"<body>{html}").body
    assert root is not None
    assert tab_titles(root) == titles


def test_a_link_that_opens_a_panel_has_no_target() -> None:
    assert target("a", {"href": "a.pdf"}) == "a.pdf"
    assert target("a", {"href": "#p", "data-toggle": "tab"}) is None
    assert target("span", {"href": "a.pdf"}) is None


def test_a_text_is_of_its_list_item_but_not_of_another_cell() -> None:
    item = Element("li", kind="item", making="li", path="li", frame="li")
    assert kind_and_level("p", {}, item) == ("item", 0)
    assert kind_and_level("td", {}, item) == ("paragraph", 0)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


@pytest.mark.parametrize("name", sorted(MAKINGS))
def test_the_first_element_that_a_place_selects_holds_the_text(name: str) -> None:
    flat = flatten(decode(MAKINGS[name](EXAMPLE), None).text)
    assert flat.tree is not None
    for block in (*flat.blocks, *flat.boilerplate()):
        if block.making == "[role=tab]":
            continue  # the title of a panel stands apart from it
        element = flat.tree.css_first(block.place)
        assert element is not None, block.place
        held = _letters(unescape(element.text())) + _letters(unescape(element.html or ""))
        assert all(_letters(part.text) in held for part in block.parts), block


def test_places_count_what_is_left_out() -> None:
    left_out = "<nav>x</nav><div class='menu'><ul><li>x</ul></div><div hidden>x</div>"
    places = [block.place for block in blocks(f"{left_out}<div><h2>A</h2><p>B</p><p>C</p></div>")]
    assert places == [f"body>div:nth-of-type(3)>{step}" for step in ("h2", "p", "p:nth-of-type(2)")]


def test_a_place_can_be_selected_whatever_the_tag_is_called() -> None:
    body = "<div><o:p><p>A</p></o:p></div>"
    [block] = blocks(body)
    found = LexborHTMLParser(body).css_first(block.place)
    assert found is not None
    assert found.text() == "A"


@pytest.mark.parametrize("name", ["onglets", "tabs"])
def test_a_list_of_tabs_heads_the_panels_of_a_page(name: str) -> None:
    tabs = f"<ul class={name}><li><a href=#p>Accès</a><li><a href=#q>Métiers</a></ul>"
    body = f"{tabs}<div id=p><p>Après la 3e.</div><div id=q><p>vannier</div>"
    heads = [block.text for block in flatten(f"<body>{body}</body>").blocks if block.level]
    assert heads == ["Accès", "Métiers"]


@pytest.mark.parametrize(
    ("heading", "headings"),
    [
        ("<h2>Accès</h2>", ["Accès"]),
        ("<h3> Accès </h3>", ["Accès"]),
        ("<h3>Conditions</h3>", ["Accès", "Conditions"]),
        ("", ["Accès"]),
    ],
)
def test_a_panel_whose_own_heading_repeats_its_tab_has_one(
    heading: str, headings: list[str]
) -> None:
    tab = "<ul role=tablist><li><a role=tab aria-controls=p href=#p>Accès</a></ul>"
    body = f"{tab}<div role=tabpanel id=p>{heading}<p>Après la 3e.</div>"
    assert [block.text for block in blocks(body) if block.level] == headings

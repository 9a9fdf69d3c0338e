"""A page whose list, table of facts or definition list stands in the reverse order says the same.

The pages are the sober ones of all rounds that state one diploma. All are mock-ups.
"""

from collections.abc import Iterator

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers.formats.encoding import decode
from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from tests.parsers.sober_pages.test_sober_pages import ROUNDS
from tests.support.effort import SOAK

PAGES = [page for pages in ROUNDS for page in pages.PAGES]
_LEXICON = Lexicon.packaged()
_EACH = 1 if SOAK else 5  # one page of so many is read
_FEWEST = 3
_MENUS = ("nav", "menu", "bread", "ariane", "tab")


def stated(text: str, address: str | None) -> list[object] | None:
    """Return what a page of one diploma states, in no order; None for other pages."""
    document = Document(text.encode(), address, "text/html; charset=utf-8")
    try:
        readings = read(document, _LEXICON).records
    except Refused:
        return None
    if len(readings) != 1:
        return None
    record = readings[0].record
    return [
        record.title, record.name, record.code, record.level, record.first_session,
        record.last_session, record.status, sorted(record.rncp_codes), sorted(record.replaces),
        sorted(record.replaced_by), sorted(file.url for file in record.documents),
        sorted((text.date or "", text.kind or "", text.nor or "") for text in record.legal_texts),
    ]  # fmt: skip


def reversed_units(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield the page once for each of its lists and tables, with the units of that reversed."""
    whole = tree.html or ""
    for node, units in _units(tree):
        outer, inner = node.html or "", node.inner_html or ""
        if inner and whole.count(outer) == 1:
            yield whole.replace(outer, outer.replace(inner, "".join(reversed(units)), 1))


def _units(tree: LexborHTMLParser) -> Iterator[tuple[LexborNode, list[str]]]:
    for node in tree.css("ul,ol,tbody,dl"):
        inner = list(node.iter())
        tags = [child.tag for child in inner]
        around = node.parent.attributes if node.parent else {}
        names = f"{around.get('class') or ''} {node.attributes.get('class') or ''}"
        if any(name in names for name in _MENUS):
            continue
        if node.tag == "dl":
            if len(tags) >= 2 * _FEWEST and tags == ["dt", "dd"] * (len(tags) // 2):
                pairs = zip(inner[::2], inner[1::2], strict=True)
                yield node, [f"{term.html}{value.html}" for term, value in pairs]
        elif len(inner) >= _FEWEST and (node.tag != "tbody" or all(map(_is_fact, inner))):
            yield node, [child.html or "" for child in inner]


def _is_fact(row: LexborNode) -> bool:
    """Return whether a row is a label and its value."""
    cells = [cell.tag for cell in row.iter()]
    return cells == ["th", "td"]


@pytest.mark.parametrize("start", range(4))
def test_the_order_of_items_rows_and_terms_is_of_no_account(start: int) -> None:
    changed, count = [], 0
    for page in PAGES[start :: 4 * _EACH]:
        tree = LexborHTMLParser(decode(page.body, "text/html").text)
        before = stated(tree.html or "", page.url)
        for text in reversed_units(tree) if before else ():
            count += 1
            if stated(text, page.url) != before:
                changed.append(page.name)
    assert changed == []
    assert count

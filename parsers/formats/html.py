"""HTML to blocks: boilerplate left out, reading order kept, every run of text traceable."""

import re
from collections.abc import Callable, Mapping, Set
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers.formats.boilerplate import Page
from parsers.formats.complexity_limits import refuse_too_complex
from parsers.formats.div_grids import grid_tags
from parsers.formats.html_walker import Walker
from parsers.formats.layout_cells import (
    clear_layout_cells,
    extend_labels,
    make_values_of_headers,
    without_marks,
)
from parsers.model.blocks import Block
from schema.errors import Refused
from schema.issues import Issue, IssueCode, Refusal, issue
from schema.lexicon import Lexicon
from schema.text import clean, has_any

# The end of the document does not count inside a comment or a script.
_RAW = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template)\b.*?(?:</\1|\Z)", re.IGNORECASE | re.DOTALL
)
_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_CUT_TAG = re.compile(r"<[^<>]*\Z")
# A page of frames shows this text to browsers without frames.
_FRAMES = re.compile(r"</?(?:frameset|noframes|frame)\b[^<>]*>", re.IGNORECASE)
# One of these stands in every page in which `Page` and `tab_titles` find something.
_OF_PANELS = ("aria-controls", "-target", "-toggle", "tab", "pill", "onglet")
_IN_PAGE = ('="#', "='#")
_PANELS = frozenset("div section article fieldset".split())
_MOST_AROUND = 3  # elements around a list of tabs, up to what stands beside its panels
_MOST_BESIDE = 60
_LISTS_OF_TABS = (
    "ul[class*=tab]", "ul[class*=onglet]", "div[class*=tabs] > ul", "div[class*=onglets] > ul"
)  # fmt: skip


# What browsers with scripts do not show. An element that is not closed in it would hold the page.
_NOSCRIPT = re.compile(r"<noscript\b[^<>]*>.{0,5000}?</noscript\s*>", re.IGNORECASE | re.DOTALL)


class Flat(NamedTuple):
    """A document as blocks.

    `title`: the text of `<title>`. `closed`: whether the document ends as documents do.
    `issues`: what had to be mended. `trade_forms`: the masculine and the feminine (either may be
    empty) that the document itself gives, by the trade's label. `boilerplate`: makes the blocks of
    menus, banners and footers, which are not in `blocks`. `left_out`: the `mem_id` of the elements
    that hold these.
    """

    blocks: tuple[Block, ...]
    title: str
    closed: bool
    issues: tuple[Issue, ...] = ()
    tree: LexborHTMLParser | None = None
    trade_forms: Mapping[str, tuple[str, str]] = MappingProxyType({})
    boilerplate: Callable[[], tuple[Block, ...]] = tuple
    left_out: frozenset[int] = frozenset()


def _is_closed(text: str) -> bool:
    """Return whether the document ends as documents do, outside comments and scripts."""
    return bool(_END.search(_RAW.sub("", text)))


def flatten(
    text: str, tree: LexborHTMLParser | None = None, lexicon: Lexicon | None = None
) -> Flat:
    """Return the blocks of an HTML text. Refused `too-complex`, or `empty` without a body.

    `tree`: the text as parsed, where it was parsed before. `lexicon`: by its labels
    side boxes of facts are known; without it the packaged one.
    """
    refuse_too_complex(text)
    if tree is None:
        tree = LexborHTMLParser(text)
    shown = _FRAMES.sub(" ", text) if tree.tags("noframes") else text
    if tree.tags("noscript"):
        shown = _NOSCRIPT.sub("", shown)
    closed = _is_closed(shown)
    # the rest of a tag at which the document was cut off is no text
    shown = shown if closed else _CUT_TAG.sub("", shown)
    if shown != text:
        tree = LexborHTMLParser(shown)
    root = tree.body
    if root is None:
        reason = Refusal.EMPTY if "</html" in shown.lower() else Refusal.TRUNCATED
        raise Refused(reason, "no body in the HTML")
    has_panels = has_any(shown, _OF_PANELS)  # else no element needs a look for what opens one
    tabs = tab_titles(root) if has_panels else {}
    if has_any(shown, _IN_PAGE):
        tabs = _titles_of_panels(root) | tabs
    page = Page(root if has_panels else None)
    walker = Walker(page, tabs, lexicon or Lexicon.packaged(), grid_tags(root))
    walker.walk(root)
    blocks = without_marks(walker.blocks)
    clear_layout_cells(blocks)
    make_values_of_headers(blocks)
    extend_labels(blocks)
    title = tree.css_first("head > title")
    issues: tuple[Issue, ...] = ()
    if walker.twice_escaped:
        issues = (issue(IssueCode.ENCODING_REPAIRED, None, None, "entities escaped twice"),)
    return Flat(
        blocks=tuple(blocks),
        boilerplate=cache(walker.boilerplate),
        left_out=walker.left_out(),
        title=clean(title.text()) if title is not None else "",
        closed=closed,
        issues=issues,
        tree=tree,
    )


def tab_titles(root: LexborNode) -> dict[str, str]:
    """Return the title of each tab panel, which stands apart from it, by the panel's id.

    Tabs are elements with `role=tab`, with a tab toggle, or links in a list whose class says
    that it holds tabs.
    """
    titles: dict[str, str] = {}
    selector = "[role=tab],[data-toggle=tab],[data-bs-toggle=tab],[data-toggle=pill]"
    lists = ",".join(f"{list_} a[href]" for list_ in _LISTS_OF_TABS)
    for tab in root.css(f"{selector},{lists}"):
        attributes = tab.attributes
        target = (
            attributes.get("aria-controls")
            or attributes.get("data-bs-target")
            or attributes.get("data-target")
            or attributes.get("href")
            or ""
        )
        text = clean(tab.text())
        inner = tab.css_first("a[href]")
        if not target and inner is not None:
            target = inner.attributes.get("href") or ""
        if text and target.lstrip("#") and not target.startswith(("http", "/")):
            titles.setdefault(target.lstrip("#"), text)
    panels = root.css("[role=tabpanel][id][aria-labelledby]")
    labels = {node.attributes.get("id"): node for node in root.css("[id]")} if panels else {}
    for panel in panels:
        attributes = panel.attributes
        label = labels.get((attributes["aria-labelledby"] or "").split(" ")[0])
        if label is not None and (text := clean(label.text())):
            titles.setdefault(attributes["id"] or "", text)
    return titles


def _titles_of_panels(root: LexborNode) -> dict[str, str]:
    """Return the titles of the parts behind a list whose links lead to each of them, by their ids.

    `<ul><li><a href="#t1">Accès</a></li>…</ul><div id="t1">…</div>…`, as scripts make tabs of it.
    """
    titles: dict[str, str] = {}
    links = root.css("li > a[href^='#']")
    items = (link.parent for link in links)
    lists = {i.parent.mem_id: i.parent for i in items if i is not None and i.parent is not None}
    for list_ in lists.values():
        named = [(link.attributes.get("href") or "", clean(link.text())) for link in list_.css("a")]
        found = {href[1:]: text for href, text in named if href[1:] and text}
        if 1 < len(found) == len(named) and _stands_before(list_, found.keys()):
            titles = found | titles
    return titles


def _stands_before(node: LexborNode, ids: Set[str]) -> bool:
    """Return whether parts of these ids stand behind an element, or what is around it."""
    around: LexborNode | None = node
    for _ in range(_MOST_AROUND):
        if around is None:
            break
        if ids <= _panels_behind(around):
            return True
        around = around.parent
    return False


def _panels_behind(node: LexborNode) -> set[str]:
    """Return the ids of the parts of a page that stand behind an element, beside it."""
    ids: set[str] = set()
    behind = node.next
    for _ in range(_MOST_BESIDE):
        if behind is None:
            break
        if behind.tag in _PANELS and (name := behind.attributes.get("id")):
            ids.add(name)
        behind = behind.next
    return ids

"""HTML to blocks: page furniture left out, reading order kept, every run of text traceable."""

import html
import re
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers.blocks import Block, BlockKind, Cell, Part
from parsers.furniture import Page, is_furniture
from parsers.guard import refuse_too_complex
from parsers.tabs import tab_titles
from schema.errors import Refused
from schema.issues import Issue, IssueCode, Refusal, issue
from schema.text import clean

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre "
    "section summary table tbody td tfoot th thead tr ul".split()
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_TERMS = frozenset("dt th summary legend caption".split())
_STRONG = frozenset("b strong u h1 h2 h3 h4 h5 h6 dt th em i mark big".split())
_STRONG_STYLE = re.compile(
    r"font-weight\s*:\s*(?:bold|[6-9]00)|text-transform\s*:\s*uppercase|(?<![-\w])color\s*:|"
    r"text-decoration\s*:\s*underline|font-size\s*:\s*(?:x*-?large|1[4-9]|2\d)",
    re.IGNORECASE,
)
_STRONG_CLASS = re.compile(r"bold|gras|titre|title|heading|label|libelle|strong", re.IGNORECASE)
_TWICE_ESCAPED = re.compile(r"&(?:#\d{2,5}|#x[0-9a-fA-F]{2,4}|(?!lt;|gt;)[a-zA-Z]{2,8});")


class Flat(NamedTuple):
    """A document as blocks.

    `title`: the text of `<title>`. `closed`: whether the document ends as documents do.
    `issues`: what had to be mended. `layout`: the page's skeleton (see `parsers.layout`).
    """

    blocks: tuple[Block, ...]
    title: str
    closed: bool
    issues: tuple[Issue, ...] = ()
    has_password: bool = False
    tree: LexborHTMLParser | None = None


class _Context(NamedTuple):
    tag: str
    kind: BlockKind
    level: int
    making: str
    strong: bool
    href: str | None
    element: int
    inline: str
    cell: Cell | None
    step: str
    outer: "_Context | None"
    children: dict[str, int]
    preformatted: bool
    furniture: bool
    link: int
    spans_rows: bool


def flatten(text: str) -> Flat:
    """The blocks of an HTML text. Refused `too-complex` before parsing, `empty` without text."""
    refuse_too_complex(text)
    tree = LexborHTMLParser(text)
    root = tree.body
    if root is None:
        reason = Refusal.EMPTY if "</html" in text.lower() else Refusal.TRUNCATED
        raise Refused(reason, "no body in the HTML")
    walker = _Walker(Page(root), tab_titles(root))
    walker.walk(root)
    lowered = text[-4000:].lower()
    title = tree.css_first("head > title")
    issues: tuple[Issue, ...] = ()
    if walker.twice_escaped:
        issues = (issue(IssueCode.ENCODING_REPAIRED, None, None, "entities escaped twice"),)
    return Flat(
        blocks=tuple(walker.blocks),
        title=clean(title.text()) if title is not None else "",
        closed="</body" in lowered or "</html" in lowered,
        issues=issues,
        has_password=root.css_first("input[type=password]") is not None,
        tree=tree,
    )


class _Walker:
    """Walks the tree with a stack of its own: pages may nest deeper than Python recurses."""

    def __init__(self, page: Page, tabs: dict[str, str]) -> None:
        self.blocks: list[Block] = []
        self.twice_escaped = False
        self._page = page
        self._tabs = tabs
        self._parts: list[Part] = []
        self._breaks = 0
        self._elements = 0
        self._tables = 0
        self._cells: dict[int, tuple[int, int]] = {}  # table -> (row, column)
        self._open_tables: list[int] = []
        self._item_pending = False

    def walk(self, root: LexborNode) -> None:
        """Walk `root`; the blocks are in `self.blocks` afterwards."""
        start = _Context(
            "body",
            "paragraph",
            0,
            "body",
            False,
            None,
            0,
            "",
            None,
            "body",
            None,
            {},
            False,
            False,
            0,
            False,
        )
        stack: list[tuple[LexborNode | None, _Context, bool]] = [(root.child, start, False)]
        while stack:
            node, context, leaving = stack.pop()
            if leaving:
                self._leave(context)
                continue
            if node is None:
                continue
            stack.append((node.next, context, False))
            if node.is_text_node:
                self._text(node.text_content or "", context)
            elif node.is_element_node and (inner := self._enter(node, context)):
                stack.append((None, inner, True))
                stack.append((node.child, inner, False))
        self._flush(start)

    def _enter(self, node: LexborNode, outer: _Context) -> _Context | None:
        tag = node.tag or ""
        if tag == "br":
            self._breaks += 1
            if self._breaks > 1:
                self._flush(outer)
            return None
        if tag == "hr":
            self._flush(outer)
            return None
        if tag == "img":
            if _is_bullet_image(node.attributes):
                self._text("• ", outer)
            return None
        furniture = outer.furniture
        if is_furniture(node, tag):
            if tag not in {"header", "div", "td"} or node.css_first("h1,h2") is None:
                return None
            furniture = True  # its headings may still be the page's title
        attributes = node.attributes
        outer.children[tag] = outer.children.get(tag, 0) + 1
        if self._page.is_hidden(node) or (tag == "button" and not _is_heading_button(node, outer)):
            return None
        self._elements += 1
        names = ".".join((attributes.get("class") or "").split()[:3])
        making = f"{tag}.{names}" if names else tag
        block = (
            tag in _BLOCKS
            or "-" in tag
            or attributes.get("role") == "heading"
            or (tag == "button" and outer.level == 0)
        )
        context = outer._replace(
            tag=tag,
            element=self._elements,
            inline="" if block else making,
            strong=outer.strong or _is_strong(tag, attributes),
            href=_href(tag, attributes) or outer.href,
            link=self._elements if tag == "a" else outer.link,
            step=f"{tag}:nth-of-type({outer.children[tag]})",
            outer=outer,
            children={},
            preformatted=outer.preformatted or tag == "pre",
            furniture=furniture,
        )
        if not block:
            return context
        self._flush(outer)
        kind, level = _kind(tag, attributes, outer)
        if tag == "table":
            self._tables += 1
            self._open_tables.append(self._tables)
            self._cells[self._tables] = (-1, -1)
        elif self._open_tables and tag == "tr":
            self._cells[self._open_tables[-1]] = (self._cells[self._open_tables[-1]][0] + 1, -1)
        elif self._open_tables and tag in {"td", "th"}:
            row, column = self._cells[self._open_tables[-1]]
            self._cells[self._open_tables[-1]] = (row, column + 1)
            context = context._replace(
                cell=Cell(self._open_tables[-1], row, column + 1, tag == "th"),
                spans_rows=(attributes.get("rowspan") or "1") not in {"", "0", "1"},
            )
        if tag == "li":
            self._item_pending = True
        context = context._replace(kind=kind, level=level, making=making)
        title = self._tabs.get(attributes.get("id") or "")
        if title and outer.level == 0 and (not self.blocks or self.blocks[-1].text != title):
            self.blocks.append(
                Block(
                    "heading",
                    (Part(title, True),),
                    _path(context),
                    2,
                    "[role=tab]",
                    containers=_containers(context),
                    number=len(self.blocks),
                )
            )
        return context

    def _leave(self, context: _Context) -> None:
        if context.inline:
            return
        self._flush(context)
        if context.tag == "table" and self._open_tables:
            self._open_tables.pop()
        if context.tag == "li":
            self._item_pending = False

    def _text(self, text: str, context: _Context) -> None:
        if _TWICE_ESCAPED.search(text):
            self.twice_escaped = True
            text = html.unescape(text)
        if context.href and context.href.startswith("#") and not any(c.isalnum() for c in text):
            return  # the "¶" behind a heading
        if context.preformatted and "\n" in text.strip("\n"):
            for line in text.strip("\n").split("\n"):
                self._breaks += 1
                self._text(line, context._replace(preformatted=False))
            return
        if not text.strip():
            if self._parts and not self._breaks:
                self._parts.append(Part(" ", context.strong, context.element))
            return
        self._parts.append(
            Part(
                text,
                context.strong,
                context.element,
                context.inline,
                context.href,
                bool(self._breaks and self._parts),
                context.link,
            )
        )
        self._breaks = 0

    def _flush(self, context: _Context) -> None:
        parts, self._parts, self._breaks = self._parts, [], 0
        while parts and not parts[-1].text.strip():
            parts.pop()
        if not parts or not clean("".join(part.text for part in parts)):
            return
        kind = context.kind
        if kind == "item" and not self._item_pending:
            kind = "paragraph"
        self._item_pending = False
        if context.furniture and kind != "heading":
            return
        inner = {part.making for part in parts if part.text.strip()}
        making = context.making + (f">{inner.pop()}" if len(inner) == 1 and "" not in inner else "")
        self.blocks.append(
            Block(
                kind,
                tuple(parts),
                _path(context),
                context.level,
                making,
                context.cell,
                context.furniture,
                _containers(context),
                len(self.blocks),
                _frame(context),
            )
        )


def _kind(tag: str, attributes: dict[str, str | None], outer: _Context) -> tuple[BlockKind, int]:
    """Kind and heading level of a block element, inherited where the element says nothing."""
    if tag in _HEADINGS:
        return "heading", _HEADINGS[tag]
    if attributes.get("role") == "heading":
        level = attributes.get("aria-level") or "2"
        return "heading", int(level) if level.isdigit() and 0 < int(level) < 7 else 2
    if outer.level:  # whatever stands inside a heading belongs to it
        return outer.kind, outer.level
    if tag in _TERMS or tag == "button":
        return "term", 0
    if outer.kind == "term" and tag not in {"dd", "td", "table", "fieldset"}:
        return "term", 0
    if tag == "li":
        return "item", 0
    if outer.kind == "item" and tag in {"p", "div", "section", "article", "center"}:
        return "item", 0
    return "paragraph", 0


def _is_strong(tag: str, attributes: dict[str, str | None]) -> bool:
    if tag in _STRONG:
        return True
    if tag == "font":
        return "color" in attributes or (attributes.get("size") or "").strip("+") in "4567"
    if _STRONG_STYLE.search(attributes.get("style") or ""):
        return True
    return tag == "span" and bool(_STRONG_CLASS.search(attributes.get("class") or ""))


def _href(tag: str, attributes: dict[str, str | None]) -> str | None:
    """The target of a link; None for a link that only opens a panel."""
    toggles = {"data-toggle", "data-bs-toggle", "aria-controls", "aria-expanded"}
    if tag != "a" or toggles & set(attributes) or attributes.get("role") == "button":
        return None
    return attributes.get("href")


def _is_bullet_image(attributes: dict[str, str | None]) -> bool:
    """Whether an image stands for a bullet: by its alternative text or by its name."""
    alt = (attributes.get("alt") or "").strip()
    names = f"{attributes.get('class') or ''} {attributes.get('src') or ''}"
    return alt in {"-", "*", "•", "·"} or bool(re.search(r"puce|bullet", names, re.IGNORECASE))


def _is_heading_button(node: LexborNode, outer: _Context) -> bool:
    """A button inside a heading, or one that opens a panel, is the panel's heading."""
    attributes = node.attributes
    opens = {"aria-controls", "aria-expanded", "data-target", "data-bs-target"} & set(attributes)
    return outer.level > 0 or bool(opens)


def _path(context: _Context) -> str:
    """CSS path of the element, from `body` or, where that is far, from its 64th ancestor."""
    steps = [one.step for one in _chain(context)]
    return ">".join(reversed(steps))


def _containers(context: _Context) -> tuple[int, ...]:
    """The numbers of the block elements around a text, innermost first."""
    chain = [one for one in _chain(context) if not one.inline]
    # A cell that spans rows belongs to the table, not to its own row.
    return tuple(
        one.element
        for one, inner in zip(chain, [None, *chain], strict=False)
        if not (one.tag == "tr" and inner is not None and inner.spans_rows)
    )


def _frame(context: _Context) -> str:
    """Tags and classes of the block elements around a text, outermost first."""
    return ">".join(one.making for one in reversed(_chain(context)) if not one.inline)


def _chain(context: _Context) -> list[_Context]:
    chain: list[_Context] = []
    one: _Context | None = context
    while one is not None and len(chain) < 64:
        chain.append(one)
        one = one.outer
    return chain

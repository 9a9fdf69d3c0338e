"""HTML to blocks: page furniture left out, reading order kept, every run of text traceable."""

import html
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers.formats.boilerplate import Page, is_furniture
from parsers.formats.html_element import (
    BLOCK_TAGS,
    Element,
    containers,
    frame,
    is_bullet_image,
    is_heading_button,
    is_strong,
    kind_and_level,
    path,
    target,
)
from parsers.formats.html_tabs import tab_titles
from parsers.formats.limits import MAX_BLOCK_CHARACTERS, MAX_BLOCKS, refuse, refuse_too_complex
from parsers.model.blocks import Block, Cell, Part
from schema.errors import Refused
from schema.issues import Issue, IssueCode, Refusal, issue
from schema.text import clean

# What looks like the end of the document inside a comment or a script is none.
_RAW = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template)\b.*?(?:</\1|\Z)", re.IGNORECASE | re.DOTALL
)
_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_CUT_TAG = re.compile(r"<[^<>]*\Z")
# A call of a footnote; "1<sup>er</sup>" and "m<sup>2</sup>" are none.
_FOOTNOTE = re.compile(r"[(\[]\d{1,2}[)\]]|\*{1,3}|[a-z]\)")
_TWICE_ESCAPED = re.compile(r"&(?:#\d{2,5}|#x[0-9a-fA-F]{2,4}|(?!lt;|gt;)[a-zA-Z]{2,8});")


class Flat(NamedTuple):
    """A document as blocks.

    `title`: the text of `<title>`. `closed`: whether the document ends as documents do.
    `issues`: what had to be mended. `trade_forms`: the masculine and the feminine (either may be
    empty) that the document itself gives, by the trade's label.
    """

    blocks: tuple[Block, ...]
    title: str
    closed: bool
    issues: tuple[Issue, ...] = ()
    has_password: bool = False
    tree: LexborHTMLParser | None = None
    trade_forms: Mapping[str, tuple[str, str]] = MappingProxyType({})


def flatten(text: str) -> Flat:
    """The blocks of an HTML text. Refused `too-complex` before parsing, `empty` without text."""
    refuse_too_complex(text)
    closed = bool(_END.search(_RAW.sub("", text)))
    # what is left of a tag where the document was cut off is no text
    tree = LexborHTMLParser(text if closed else _CUT_TAG.sub("", text))
    root = tree.body
    if root is None:
        reason = Refusal.EMPTY if "</html" in text.lower() else Refusal.TRUNCATED
        raise Refused(reason, "no body in the HTML")
    walker = _Walker(Page(root), tab_titles(root))
    walker.walk(root)
    title = tree.css_first("head > title")
    issues: tuple[Issue, ...] = ()
    if walker.twice_escaped:
        issues = (issue(IssueCode.ENCODING_REPAIRED, None, None, "entities escaped twice"),)
    return Flat(
        blocks=tuple(walker.blocks),
        title=clean(title.text()) if title is not None else "",
        closed=closed,
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
        start = Element(
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
        stack: list[tuple[LexborNode | None, Element, bool]] = [(root.child, start, False)]
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

    def _enter(self, node: LexborNode, outer: Element) -> Element | None:
        tag = node.tag or ""
        if tag == "br":
            self._breaks += 1
            if self._breaks > 1:
                self._flush(outer)
            return None
        if tag == "hr":
            self._flush(outer)
            return None
        if tag == "sup" and _FOOTNOTE.fullmatch((node.text() or "").strip()):
            return None
        if tag == "img":
            if is_bullet_image(node.attributes):
                self._text("• ", outer)
            return None
        furniture = outer.furniture
        if is_furniture(node, tag):
            if tag not in {"header", "div", "td"} or node.css_first("h1,h2") is None:
                return None
            furniture = True  # its headings may still be the page's title
        attributes = node.attributes
        outer.children[tag] = outer.children.get(tag, 0) + 1
        if self._page.is_hidden(node) or (tag == "button" and not is_heading_button(node, outer)):
            return None
        self._elements += 1
        names = ".".join((attributes.get("class") or "").split()[:3])
        making = f"{tag}.{names}" if names else tag
        block = (
            tag in BLOCK_TAGS
            or "-" in tag
            or attributes.get("role") == "heading"
            or (tag == "button" and outer.level == 0)
        )
        context = outer._replace(
            tag=tag,
            element=self._elements,
            inline="" if block else making,
            strong=outer.strong or is_strong(node, tag, attributes),
            href=target(tag, attributes) or outer.href,
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
        kind, level = kind_and_level(tag, attributes, outer)
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
                    path(context),
                    2,
                    "[role=tab]",
                    containers=containers(context),
                    number=len(self.blocks),
                )
            )
        return context

    def _leave(self, context: Element) -> None:
        if context.inline:
            return
        self._flush(context)
        if context.tag == "table" and self._open_tables:
            self._open_tables.pop()
        if context.tag == "li":
            self._item_pending = False

    def _text(self, text: str, context: Element) -> None:
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

    def _flush(self, context: Element) -> None:
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
        if len(self.blocks) >= MAX_BLOCKS:
            refuse(f"more than {MAX_BLOCKS} blocks of text")
        if sum(len(part.text) for part in parts) > MAX_BLOCK_CHARACTERS:
            refuse(f"more than {MAX_BLOCK_CHARACTERS} characters in one block")
        self.blocks.append(
            Block(
                kind,
                tuple(parts),
                path(context),
                context.level,
                making,
                context.cell,
                context.furniture,
                containers(context),
                len(self.blocks),
                frame(context),
            )
        )

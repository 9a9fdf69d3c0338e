"""Markdown to blocks. Written for Onisep's fiches: sections of level 2, bold labels.

Paragraphs after the first are indented by 12 spaces there, which CommonMark reads as code:
that rule is switched off. A bullet's text may stand on the line after its dash.
"""

import re
from typing import TYPE_CHECKING

from parsers.formats.complexity_limits import refuse
from parsers.formats.html import Flat
from parsers.model.blocks import Block, BlockKind, Part
from schema.errors import Refused
from schema.issues import Refusal

if TYPE_CHECKING:
    from markdown_it.token import Token

# The longest of the 286 fiches known has 6 165 characters; brackets cost the parser their square.
_MOST, _MOST_MARKS, _MOST_BLOCKS = 500_000, 2_000, 5_000


def flatten_markdown(text: str) -> Flat:
    """Return the blocks of a Markdown text; line numbers are their places. Refused `empty`."""
    if len(text) > _MOST or text.count("[") + text.count("*") + text.count("_") > _MOST_MARKS:
        refuse(f"more than {_MOST} characters or {_MOST_MARKS} marks")
    from markdown_it import MarkdownIt  # where Markdown is read: it takes long to import

    parser = MarkdownIt("commonmark", {"maxNesting": 50}).disable(
        ["code", "html_block", "html_inline", "lheading", "fence", "entity", "escape"]
    )
    blocks: list[Block] = []
    kind: BlockKind = "paragraph"
    level = 0
    element = 0
    item_pending = False
    for token in parser.parse(_joined_bullets(text)):
        if token.type == "heading_open":
            kind, level = "heading", int(token.tag[1])
        elif token.type == "heading_close":
            kind, level = "paragraph", 0
        elif token.type == "list_item_open":
            item_pending = True
        elif token.type == "inline":
            block_kind: BlockKind = "item" if item_pending and kind == "paragraph" else kind
            item_pending = False
            element, parts = _parts(token, element)
            lines = _lines(parts) if block_kind == "paragraph" else [parts]
            for offset, line in enumerate(lines):
                if any(part.text.strip() for part in line):
                    where = f"line {token.map[0] + 1 + offset}" if token.map else ""
                    making = "md" if block_kind == "paragraph" else f"md.{block_kind}{level or ''}"
                    number = len(blocks)
                    blocks.append(
                        Block(block_kind, tuple(line), where, level, making, number=number)
                    )
    if len(blocks) > _MOST_BLOCKS:
        refuse(f"more than {_MOST_BLOCKS} blocks")
    if not blocks:
        raise Refused(Refusal.EMPTY, "no text in the Markdown")
    return Flat(tuple(blocks), "", closed=True)


def _joined_bullets(text: str) -> str:
    """Return the text with each lone dash joined to the line after it, lines in their places."""
    return re.sub(r"^([ \t]*)-[ \t]*\n[ \t]+(\S[^\n]*)", r"\1- \2\n", text, flags=re.MULTILINE)


def _parts(token: "Token", element: int) -> tuple[int, list[Part]]:
    parts: list[Part] = []
    strong, href, after_break = False, None, False
    for child in token.children or []:
        if child.type == "strong_open":
            strong, element = True, element + 1
        elif child.type == "strong_close":
            strong, element = False, element + 1
        elif child.type == "link_open":
            href, element = str(child.attrGet("href") or ""), element + 1
        elif child.type == "link_close":
            href, element = None, element + 1
        elif child.type in {"softbreak", "hardbreak"}:
            after_break = True
        elif child.content:
            parts.append(Part(child.content, strong, element, "", href, after_break))
            after_break = False
    return element, parts


def _lines(parts: list[Part]) -> list[list[Part]]:
    """Divide a paragraph into blocks: a line that begins with a bold label begins a new one."""
    lines: list[list[Part]] = [[]]
    for part in parts:
        if part.after_break and part.strong and lines[-1]:
            lines.append([])
        # a soft break inside a paragraph is a space, not a line
        text = f" {part.text}" if part.after_break and lines[-1] else part.text
        lines[-1].append(part._replace(text=text, after_break=False))
    return lines

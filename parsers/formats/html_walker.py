"""Walk an HTML tree and make blocks of its text, in reading order.

Longer than other modules: one class, whose steps share the state of the walk.
"""

import html
import re
from dataclasses import replace

from selectolax.lexbor import LexborNode

from parsers.formats.boilerplate import Page, is_boilerplate, is_content, parts_left_out
from parsers.formats.complexity_limits import MAX_BLOCK_CHARACTERS, MAX_BLOCKS, refuse
from parsers.formats.html_element import (
    BLOCK_TAGS,
    Element,
    below,
    columns_of,
    contained,
    is_bullet_image,
    is_caption_row,
    is_strong,
    kind_and_level,
    making_of,
    opener,
    target,
)
from parsers.formats.html_text import (
    SPEAKING,
    Attributes,
    drawn_mark,
    drop_cap,
    embedded_address,
    goes_on_below,
    image_text,
    image_words,
    is_drawn_rule,
    is_name_in_picture,
    is_remnant,
    is_split_word,
    is_stamp,
    link_title,
    replacement_text,
    scripted_address,
    shown_value,
    stamps_apart,
    underlines,
    whole_words,
)
from parsers.model.blocks import Block, Cell, Part
from parsers.model.file_types import FILE_SIZE, file_name
from parsers.model.link_words import without_window
from schema.dates import with_spaces
from schema.lexicon import Lexicon
from schema.text import clean, fold, has_digit, has_letter_by_digit, in_flow, visible

_TAGS_OF_ROLES = {
    "table": "table", "row": "tr", "cell": "td", "columnheader": "th", "rowheader": "th"
}  # fmt: skip
# A footnote mark; "1<sup>er</sup>" and "m<sup>2</sup>" are no footnote marks.
_NOTE = re.compile(r"\[(?:\d{1,2}|[a-z])\]|[\W_]")
_NUMBER = re.compile(r"(?:note\s*)?\d{1,2}", re.IGNORECASE)  # "3 mai 2004<sup>1</sup>"
_FOOTNOTE = re.compile(r"[(\[]\d{1,2}[)\]]|\*{1,3}|[a-z]\)")
_TWICE_ESCAPED = re.compile(r"&(?:#\d{2,5}|#x[0-9a-fA-F]{2,4}|(?!lt;|gt;)[a-zA-Z]{2,8});")
_AS_BLOCK = re.compile(r"display\s*:\s*block")
_WRITTEN = frozenset("span span.GramE span.SpellE".split())  # by word processors; no labels
_OF_WRITING = frozenset(("style", "lang", "xml:lang", "dir", "class", "title"))
_TAB = " " * 3  # as wide as what stands between columns
_LONGEST_COLUMNS = 500
# "<span>CAP</span><span>Boucher</span>": two boxes beside each other, and no word of two colours
_TWO_WORDS = re.compile(
    r"(?:[a-zà-öø-ÿœ]{3}|[A-ZÀ-Ý]{2}|\d ?[A-Z]?)\n[A-ZÀ-ÝŒ][a-zà-öø-ÿœ]"
    r"|(?:[a-zà-öø-ÿœ]{4}|\d\d)\n[A-ZÀ-Ý]{2}|[a-zà-öø-ÿœ]{4}\n\d|(?:^| )(?:du|le|en)\n\d"
)
# of two spans with classes of their own, whatever the letters
_WORDS_OF_TWO = re.compile(r"[^\W\d_]{3}\n[^\W\d_]{3}")
_MAY_OPEN = frozenset({"a", "button"})
_ALONE = frozenset("br hr img sup input".split())
_EMBEDDED = frozenset("iframe embed object option input area".split())


class Walker:
    """Walks the tree with a stack of its own: pages may nest deeper than Python recurses."""

    def __init__(
        self, page: Page, tabs: dict[str, str], lexicon: Lexicon, grids: dict[int, str]
    ) -> None:
        self.blocks: list[Block] = []
        self.twice_escaped = False
        self._page = page
        self._tabs = tabs
        self._lexicon = lexicon
        self._grids = grids  # tags of elements that play the part of a table, a row or a cell
        self._parts: list[Part] = []
        self._breaks = 0
        self._line = ""  # of preformatted text, up to its last break
        self._elements = 0
        self._texts = 0
        self._images: list[str] = []  # what the images so far say
        self._tables = 0
        self._cells: dict[int, tuple[int, int]] = {}  # table -> (row, column)
        self._open_tables: list[int] = []
        self._spanned: dict[tuple[int, int], int] = {}  # (table, column) -> last row of its cell
        self._item_pending = False
        self._left_out: set[int] = set()  # parts of columns of which others are content
        self._boilerplate: list[tuple[LexborNode, Element, int]] = []  # with its place

    def walk(self, root: LexborNode) -> None:
        """Walk `root`; the blocks are in `self.blocks` afterwards."""
        start = Element("body", making="body", path="body", frame="body")
        self._walk(root.child, start)
        self._flush(start)

    def left_out(self) -> frozenset[int]:
        """Return the `mem_id` of the elements that were skipped: menus, banners, footers."""
        return frozenset(node.mem_id for node, _, _ in self._boilerplate)

    def boilerplate(self) -> tuple[Block, ...]:
        """Return the blocks of the skipped parts: menus, banners, footers."""
        left_out, self._boilerplate, self.blocks = self._boilerplate, [], []
        self._left_out.clear()
        for node, outer, number in left_out:
            before = {node.tag or "": number - 1}
            kept = replace(outer, kept=True, boilerplate=False, children=before)
            if inner := self._enter(node, node.tag or "", kept):
                self._walk(node.child, inner)
                self._leave(node, inner)
        return tuple(self.blocks)

    def _walk(self, node: LexborNode | None, context: Element) -> None:
        """Walk a node and those behind it, which stand in the element `context`."""
        around: list[tuple[LexborNode, Element, Element]] = []
        while True:
            while node is None:
                if not around:
                    return
                left, inner, context = around.pop()
                self._leave(left, inner)
                node = left.next
            tag = node.tag or "-"
            if tag == "-text":
                self._text(node.text_content or "", context)
            elif tag[0] not in "-!#" and (entered := self._enter(node, tag, context)):
                around.append((node, entered, context))
                node, context = node.child, entered
                continue
            node = node.next

    def _enter(self, node: LexborNode, tag: str, outer: Element) -> Element | None:
        """Return the element's own context; None for an element whose content is skipped."""
        number = outer.children[tag] = outer.children.get(tag, 0) + 1
        step = tag.replace(":", r"\:")  # Word's <o:p>
        step = step if number == 1 else f"{step}:nth-of-type({number})"
        if tag in _ALONE and self._is_done(node, tag, outer):
            return None
        if self._left_out and node.mem_id in self._left_out:
            self._boilerplate.append((node, outer, number))
            return None
        attributes = node.attributes
        if tag in _EMBEDDED and not (tag == "object" and node.css_first("a[href]") is not None):
            self._embed(node, tag, attributes, outer)
            return None
        boilerplate, kept = outer.boilerplate, outer.kept
        if tag != "object" and is_boilerplate(node, tag, attributes, inside_content=kept):
            kept = is_content(node, tag, self._lexicon)
            if not (kept or boilerplate):  # whose texts are left out, whatever its parts are
                left_out = parts_left_out(node, tag, self._lexicon)
                self._left_out |= left_out or frozenset()
                kept = left_out is not None
            if not kept:
                self._boilerplate.append((node, outer, number))
                if tag not in {"header", "div", "td"} or node.css_first("h1,h2") is None:
                    return None
                boilerplate = True  # its headings may still be the page's title
        scripted, is_link, is_shown = None, False, True
        if attributes:
            tag = _TAGS_OF_ROLES.get(attributes.get("role") or "", tag)
            scripted = scripted_address(attributes)
            is_shown = not self._page.is_hidden(node, attributes)
        tag = (self._grids and self._grids.get(node.mem_id)) or tag
        if tag in _MAY_OPEN:
            tag, is_link = opener(node, tag, scripted, outer)
            is_shown = is_shown and bool(tag)
        if not is_shown:
            if (mark := drawn_mark(node, attributes)) and self._parts:
                self._text(mark, outer)
            return None
        self._elements += 1
        names = (attributes.get("class") or "").split() if attributes else ()
        making = making_of(tag, names)
        block = not is_link and (
            tag in BLOCK_TAGS
            or "-" in tag
            or (tag == "span" and _AS_BLOCK.search(attributes.get("style") or ""))
            or attributes.get("role") == "heading"
            or (tag == "button" and outer.level == 0)
        )
        href, link, title = outer.href, outer.link, outer.title
        if scripted or tag == "a":
            href, link = scripted or target(tag, attributes) or href, self._elements
        if tag == "a":
            title = link_title(node, attributes)
        strong = outer.strong or is_strong(node, tag, attributes)
        is_same = bool(attributes) and making in _WRITTEN and strong == outer.strong
        is_same = (
            is_same and _OF_WRITING.issuperset(attributes)
        ) or tag == "sup"  # "1<sup>re</sup>"
        context = Element(
            tag,
            outer.kind,
            outer.level,
            making if block else outer.making,
            strong,
            href,
            outer.element if is_same else self._elements,
            "" if block else making,
            outer.cell,
            below(outer.path, step),
            outer.containers,
            below(outer.frame, making) if block else outer.frame,
            preformatted=outer.preformatted or tag == "pre",
            boilerplate=boilerplate,
            link=link,
            texts=self._texts,
            images=len(self._images),
            kept=kept,
            title=title,
        )
        if block:
            self._open(node, attributes, context, outer)
        return context

    def _is_done(self, node: LexborNode, tag: str, outer: Element) -> bool:
        """Return whether an element needs no more than is done here: breaks, images, notes."""
        if tag == "sup":
            mark = (node.text() or "").strip()
            behind = self._parts[-1].text[-1:].isdigit() if self._parts else False
            is_number = _NUMBER.fullmatch(mark) and (behind or node.css_first("a[href^='#']"))
            return bool(_FOOTNOTE.fullmatch(mark) or is_number)
        if tag == "img":
            attributes = node.attributes
            self._images += image_words(attributes)
            if is_bullet_image(attributes):
                self._text("• ", outer)
            elif letter := drop_cap(node, attributes):
                self._text(letter, outer)
            elif (text := image_text(attributes)) and not self._is_said(text):
                self._image(text, outer)
            elif self._parts and outer.level and is_name_in_picture(self._parts, node):
                self._text(f" {image_words(attributes)[0]}", outer)
        elif tag == "input":
            value = shown_value(node.attributes)
            if value:
                self._text(f" {value}", outer)
            return bool(value)
        elif tag == "br":
            self._breaks += 1
            if self._breaks > 1:
                self._flush(outer)
        else:
            self._flush(outer)
        return True

    def _image(self, text: str, outer: Element) -> None:
        """Add what an image states; a stamp is a line of its own."""
        is_apart = is_stamp(text) and not outer.href
        self._breaks = self._breaks or int(is_apart)
        self._text(text, outer)
        self._breaks = int(is_apart)

    def _is_said(self, text: str) -> bool:
        """Return whether one of the last blocks has that text: an illustration below its title."""
        return any(fold(text) == fold(block.text) for block in self.blocks[-3:])

    def _embed(self, node: LexborNode, tag: str, attributes: Attributes, outer: Element) -> None:
        """Make a link of a file in a frame, an image map, a list of choices or a button."""
        address = embedded_address(tag, attributes) or scripted_address(attributes)
        if address is None or outer.boilerplate:
            return
        self._elements += 1
        context = replace(
            outer, tag=tag, href=address, link=self._elements, element=self._elements, inline=tag,
            texts=self._texts, images=len(self._images),
        )  # fmt: skip
        if tag == "option":
            self._flush(outer)
            context.kind = "item"
            self._item_pending = True
        text = clean(node.text()) if tag == "option" else ""
        # of an image map, which shows none of its areas in the line of the words before it
        self._breaks = self._breaks or int(tag == "area")
        self._text(text or replacement_text(tag, attributes, (), address), context)
        if tag == "option":
            self._flush(context)

    def _open(
        self, node: LexborNode, attributes: Attributes, context: Element, outer: Element
    ) -> None:
        """Begin a block at a block element."""
        tag = context.tag
        self._flush(outer)
        context.kind, context.level = kind_and_level(tag, attributes, outer)
        spans_rows = False
        if tag == "table":
            self._tables += 1
            self._open_tables.append(self._tables)
        elif self._open_tables and tag in {"tr", "td", "th"}:
            spans_rows = self._in_table(node, attributes, context)
        begins_item = self._item_pending and tag != "li"
        context.containers = contained(
            context.element, context.kind, begins_item, spans_rows, outer
        )
        if tag == "li":
            self._item_pending = True
        title = self._tabs.get(attributes.get("id") or "") if self._tabs else None
        is_named = self.blocks and self.blocks[-1].text == title
        if title and outer.level == 0 and not (is_named or _is_headed(node, title)):
            self.blocks.append(
                Block("heading", (Part(title, True),), context.path, 2, "[role=tab]",
                      containers=context.containers, number=len(self.blocks))
            )  # fmt: skip

    def _in_table(self, node: LexborNode, attributes: Attributes, context: Element) -> bool:
        """Count a row, or place a cell, of the open table; return whether it spans rows."""
        tag, table = context.tag, self._open_tables[-1]
        row, column = self._cells.get(table, (-1, -1))
        if tag == "tr":
            self._cells[table] = (row + 1, -1)
            return False
        if is_caption_row(node, tag, (row, column)):
            self._cells[table] = (-1, -1)
            return False
        column += 1
        while self._spanned.get((table, column), -1) >= row:
            column += 1
        count = (attributes.get("rowspan") or "1").strip()
        last = row + max(int(count), 1) - 1 if count.isdecimal() and len(count) < 6 else row
        columns = range(column, column + columns_of(attributes))
        if last > row:
            self._spanned.update(((table, number), last) for number in columns)
        self._cells[table] = (row, columns[-1])
        context.cell = Cell(table, row, column, tag == "th", last, columns[-1])
        return last > row

    def _leave(self, node: LexborNode, context: Element) -> None:
        if context.texts == self._texts and context.tag in SPEAKING:
            images = self._images[context.images :]
            address = context.href if context.tag == "a" else None
            if address and context.title:
                images = [*images, context.title]
            text = replacement_text(context.tag, node.attributes, images, address)
            is_left = bool(address and text == file_name(address)) and is_remnant(node)
            if text and not ((address or "").startswith("#") or is_left):
                self._text(text, context)
        if context.inline:
            return
        self._flush(context)
        if context.tag == "table" and self._open_tables:
            self._open_tables.pop()
        if context.tag == "li":
            self._item_pending = False

    def _text(self, text: str, context: Element) -> None:
        """Add a text to the open block; preformatted text is divided at empty lines and rules."""
        if not self._parts and text.isspace() and not context.preformatted:
            return  # between two blocks
        if "&" in text and _TWICE_ESCAPED.search(text):
            self.twice_escaped = True
            text = html.unescape(text)
        if context.href and context.href.startswith("#") and not _NOTE.sub("", text).strip():
            return  # the "¶" behind a heading, the "[1]" of a note
        if context.preformatted and "\t" in text:
            text = text.replace("\t", _TAB)
        if context.preformatted and "\n" in text:
            lines = text.split("\n")
            for number, line in enumerate(lines):
                is_open = number + 1 == len(lines)  # a link may stand behind it
                goes_on = number and goes_on_below(line, self._line, is_open=is_open)
                self._breaks += 1 if number and not goes_on else 0
                self._line = line if number else self._beginning(line)
                is_rule = is_drawn_rule(line)
                if is_rule and len(self._parts) == 1 and underlines(line, self._parts[0].text):
                    self._parts[0] = self._parts[0]._replace(strong=True)
                if self._breaks > 1 or is_rule:
                    self._flush(context)
                if line.strip() and not is_rule:
                    self._part(line, context)
            return
        if context.preformatted:
            self._line = self._beginning(text)
        self._part(text if context.preformatted else in_flow(text), context)

    def _beginning(self, text: str) -> str:
        """Return the open preformatted line with a text, as far as its columns are asked for."""
        return self._line if len(self._line) > _LONGEST_COLUMNS else self._line + text

    def _part(self, text: str, context: Element) -> None:
        """Add a text to the open block."""
        if not text.isascii():
            text = visible(text)
            if not text:  # such as a zero-width space
                return
        if context.href and "ouve" in text:
            text = without_window(text)
        is_blank = not text.strip()
        if is_blank and not self._parts:
            return
        if not is_blank and has_digit(text) and has_letter_by_digit(text):
            text = with_spaces(text)
        self._texts += not is_blank
        last = self._parts[-1] if self._parts and not self._breaks else None
        if last and text[0] > " " and last.text[-1:] > " ":
            text = f" {text}" if _are_two_words(last, text, context.inline) else text
        part = Part(
            " " if is_blank else text,
            context.strong,
            context.element,
            context.inline,
            context.href,
            bool(self._breaks and self._parts) and not is_blank,
            context.link,
            context.title if context.href else "",
        )
        if last and last.element == part.element and _goes_on(last, part):
            self._parts[-1] = last._replace(text=last.text + part.text)  # divided by a `<span>`
        else:
            self._parts.append(part)
        self._breaks *= is_blank

    def _flush(self, context: Element) -> None:
        """End the block that is open and keep it, unless it is empty or boilerplate.

        Refuses the page at the limits of blocks and of characters in one.
        """
        if not self._parts:
            self._breaks = 0
            return
        parts, self._parts, self._breaks = self._parts, [], 0
        if len(parts) > 1:
            parts = stamps_apart(whole_words(parts))
        while not parts[-1].text.strip():
            parts.pop()
        letter = self.blocks[-1].text if self.blocks else ""
        if letter and not letter[1:] and is_split_word(letter, rest := parts[0].text.lstrip()):
            self.blocks.pop()  # a letter in a frame or cell of its own
            parts[0] = parts[0]._replace(text=letter + rest)
        kind = context.kind
        if kind == "item" and not self._item_pending:
            kind = "paragraph"
        self._item_pending = False
        if context.boilerplate and kind != "heading":
            return
        first, *others = parts  # mostly the only one
        making, size = first.making, len(first.text)
        if others:
            inner = {part.making for part in parts if part.text.strip()}
            making = inner.pop() if len(inner) == 1 else ""
            size = sum([len(part.text) for part in parts])
        making = f"{context.making}>{making}" if making else context.making
        number = len(self.blocks)
        if number >= MAX_BLOCKS:
            refuse(f"more than {MAX_BLOCKS} blocks of text")
        if size > MAX_BLOCK_CHARACTERS:
            refuse(f"more than {MAX_BLOCK_CHARACTERS} characters in one block")
        block = Block(
            kind,
            tuple(parts),
            context.path,
            context.level,
            making,
            context.cell,
            context.boilerplate,
            context.containers,
            number,
            context.frame,
        )
        if block.text:
            self.blocks.append(block)


def _are_two_words(before: Part, text: str, making: str) -> bool:
    """Return whether a text is no part of the word that the element before it ends with."""
    if not (text[0].isalnum() and before.text[-1].isalnum()) or making.startswith("su"):
        return False  # "m<sup>2</sup>"
    if text[0].isdigit() and before.text[-1].isalpha() and FILE_SIZE.match(text):
        return True  # "Annexe I", "304 Ko"
    seam = f"{before.text[-4:]}\n{text[:3]}"
    # "<span class=label>Création</span><span><a>arrêté du …</a></span>"
    is_box = making[:5] == "span." or making == "a"
    are_boxes = is_box and making != before.making and before.making[:5] == "span."
    return bool(_TWO_WORDS.search(seam) or (are_boxes and _WORDS_OF_TWO.search(seam)))


def _goes_on(last: Part, part: Part) -> bool:
    """Return whether a part differs from the one before in nothing but its text."""
    if last.text[-1:].islower() and part.text[:1].isupper():
        return False  # "DiplômeBTS"
    return last._replace(text=part.text, after_break=part.after_break) == part


def _is_headed(panel: LexborNode, title: str) -> bool:
    """Return whether a panel begins with a heading of its own that repeats the title of its tab."""
    heading = panel.css_first("h1,h2,h3,h4,h5,h6")
    return heading is not None and clean(heading.text()) == title

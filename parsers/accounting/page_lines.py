"""Split a page into lines of text and addresses, in reading order, nothing left out.

The whole document counts: menus, alerts, forms, `<title>`, `alt`, `title` and `aria-label`.
Scripts, styles and struck-out text (`<del>`, `<s>`) do not.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NO_TEXT = frozenset("script style template del s strike head noframes".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code em font i img ins kbd label mark nobr q samp small "
    "span strong sub sup time tt u var wbr area".split()
)
_SPOKEN = ("alt", "title", "aria-label")
_ADDRESSES = ("href", "src", "data", "data-href", "data-src", "data-url", "data-file", "formaction")
_SCRIPTED = ("onclick", "onmousedown", "ondblclick", "onchange")
_TABULAR = frozenset({"table", "tr", "td", "th"})
_WITHOUT_ADDRESS = frozenset("img script link source track audio video base".split())
_TAKEN = frozenset({*_SPOKEN, *_ADDRESSES, *_SCRIPTED, "value"})
# zero-width signs and the soft hyphen split words without being seen
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
# A path names the innermost elements: deeper ones would cost the square of the depth.
_LONGEST_PATH = 6
_WIDEST_CELL = 50


class Cell(NamedTuple):
    """Where in a table a line stands: number of the table, row and column from 0."""

    table: int
    row: int
    column: int


class _Frame(NamedTuple):
    """An open element: its tag, its number among the elements of its parent, its table cell."""

    tag: str
    number: int
    cell: Cell | None = None


class Line(NamedTuple):
    """The text of one block; `\\n` stands for `<br>` and for line ends inside `<pre>`."""

    text: str
    frames: tuple[_Frame, ...] = ()

    @property
    def place(self) -> str:
        """The innermost elements around the text as a CSS path."""
        return " > ".join(f"{frame.tag}:nth-child({frame.number})" for frame in self.frames)

    @property
    def cell(self) -> Cell | None:
        """The innermost table cell around the text."""
        return next((frame.cell for frame in reversed(self.frames) if frame.cell), None)


class Address(NamedTuple):
    """An address or a script as written in an attribute, with the name of the attribute.

    `file`: the element says itself that it leads to a file (`download`, a type of application).
    """

    line: Line
    attribute: str
    file: bool


@dataclass
class _Table:
    number: int
    row: int = -1
    column: int = -1


@dataclass
class _Walk:
    """State of the walk: open elements and tables, the text since the last boundary."""

    frames: list[_Frame] = field(default_factory=list)
    children: list[int] = field(default_factory=lambda: [0])  # of each open element, and the root
    tables: list[_Table] = field(default_factory=list)
    number_of_tables: int = 0
    preformatted: int = 0
    texts: list[str] = field(default_factory=list)
    around: tuple[_Frame, ...] | None = None
    lines: list[Line] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)

    def innermost(self) -> tuple[_Frame, ...]:
        """Return the open elements that a place names."""
        return tuple(self.frames[-_LONGEST_PATH:])

    def add(self, text: str) -> None:
        """Take in text of the line that is open."""
        if self.around is None and text and not text.isspace():
            self.around = self.innermost()
        self.texts.append(text)

    def end_line(self) -> None:
        """Close the line that the texts so far make."""
        if self.around is not None:
            self._keep("".join(self.texts), self.around)
            self.around = None
        if self.texts:
            self.texts = []

    def spoken(self, text: str) -> None:
        """Take in a text of an attribute as a line of its own."""
        self._keep(text, self.innermost())

    def _keep(self, text: str, around: tuple[_Frame, ...]) -> None:
        if squeezed := _squeezed(text):
            self.lines.append(Line(squeezed, around))


def page_lines(tree: LexborHTMLParser) -> tuple[list[Line], list[Address]]:
    """Return the lines of text and the addresses of a page, in reading order."""
    walk = _Walk()
    for source in _sources(tree):
        _visit_all(source, walk)
        walk.end_line()
    return walk.lines, walk.addresses


def _sources(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """Yield the roots to walk; parsers keep what `<noframes>` holds as raw text."""
    if tree.root is None:
        return
    yield from tree.css("head > title")
    yield tree.root
    for frames in tree.css("noframes"):
        root = LexborHTMLParser(frames.text(deep=True)).root
        if root is not None:
            yield root


def _visit_all(root: LexborNode, walk: _Walk) -> None:
    """Visit `root` and all below it, without recursion: pages may be nested thousands deep."""
    around: list[LexborNode] = []
    node = root
    while True:
        entered = _enter(node, walk)
        child = node.child if entered else None
        if child is not None:
            around.append(node)
            node = child
            continue
        if entered:
            _leave(walk)
        while (following := node.next if around else None) is None:
            if not around:
                return
            node = around.pop()
            _leave(walk)
        node = following


def _enter(node: LexborNode, walk: _Walk) -> bool:
    """Take in one node; return whether its children count."""
    tag = node.tag or "-"
    if tag == "-text":
        _take_text(node.text_content or "", walk)
        return False
    if tag.startswith(("-", "!", "#")):
        return False
    walk.children[-1] += 1
    if tag in _NO_TEXT:
        return False
    _boundary(tag, walk)
    walk.preformatted += tag == "pre"
    walk.frames.append(
        _Frame(tag, walk.children[-1], _cell(node, tag, walk) if tag in _TABULAR else None)
    )
    walk.children.append(0)
    if attributes := node.attributes:
        _attributes(attributes, tag, walk)
    return True


def _leave(walk: _Walk) -> None:
    tag = walk.frames[-1].tag
    if tag != "br":
        _boundary(tag, walk)
    walk.frames.pop()
    walk.children.pop()
    walk.preformatted -= tag == "pre"
    if tag == "table" and walk.tables:
        walk.tables.pop()


def _boundary(tag: str, walk: _Walk) -> None:
    """End the line at a block's edge; part a link's words from their neighbours."""
    if tag == "br":
        walk.texts.append("\n")
    elif tag == "a":
        walk.texts.append(" ")
    elif walk.texts and tag not in _INLINE and ":" not in tag:
        walk.end_line()


def _take_text(text: str, walk: _Walk) -> None:
    """Add the text of a node; inside `<pre>` line ends are kept, and blank lines end the line."""
    if not walk.preformatted:
        walk.add(text.replace("\n", " "))
        return
    *paragraphs, last = text.replace("\r", "").split("\n\n")
    for paragraph in paragraphs:
        walk.add(paragraph)
        walk.end_line()
    walk.add(last)


def _cell(node: LexborNode, tag: str, walk: _Walk) -> Cell | None:
    if tag == "table":
        walk.tables.append(_Table(walk.number_of_tables))
        walk.number_of_tables += 1
    elif walk.tables:
        table = walk.tables[-1]
        if tag == "tr":
            table.row, table.column = table.row + 1, -1
            return None
        column = table.column + 1
        width = (node.attributes or {}).get("colspan") or "1"
        spanned = int(width) if re.fullmatch("[0-9]{1,3}", width) else 1
        table.column += max(1, min(spanned, _WIDEST_CELL))
        return Cell(table.number, max(table.row, 0), column)
    return None


def _attributes(attributes: dict[str, str | None], tag: str, walk: _Walk) -> None:
    """Take in the spoken texts and the addresses of an element."""
    if _TAKEN.isdisjoint(attributes):
        return
    for name in _SPOKEN:
        if text := attributes.get(name):
            walk.spoken(text)
    media = attributes.get("type") or ""
    file = "download" in attributes or (tag in ("a", "object") and media.startswith("application/"))
    for name, text in attributes.items():
        if text and (
            (name in _ADDRESSES and tag not in _WITHOUT_ADDRESS)
            or name in _SCRIPTED
            or (name == "value" and tag in ("option", "param", "button"))
        ):
            walk.addresses.append(Address(Line(text.strip(), walk.innermost()), name, file))


def _squeezed(text: str) -> str:
    """Return `text` in NFC with single spaces; line ends that count stay as `\\n`."""
    if not text.isascii():
        if not text.isprintable():
            text = _INVISIBLE.sub("", text)
        text = unicodedata.normalize("NFC", text)
    if "\n" not in text:
        return " ".join(text.split())
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))

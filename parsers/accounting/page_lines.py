"""Split a page into lines of text and addresses, in reading order, nothing left out.

The whole document counts: menus, alerts, forms, `<title>`, `alt`, `title` and `aria-label`.
Scripts, styles and struck-out text (`<del>`, `<s>`) do not.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers.accounting.positions import Paths

_NO_TEXT = frozenset("script style template del s strike head noframes".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code em font i img ins kbd label mark nobr q samp small "
    "span strong sub sup time tt u var wbr area".split()
)
_SPOKEN = ("alt", "title", "aria-label")
_ADDRESSES = ("href", "src", "data", "data-href", "data-src", "data-url", "data-file", "formaction")
_SCRIPTED = ("onclick", "onmousedown", "ondblclick", "onchange")
_WITHOUT_ADDRESS = frozenset("img script link source track audio video base".split())
_TAKEN = frozenset({*_SPOKEN, *_ADDRESSES, *_SCRIPTED, "value"})
# of fields that show a text, and cannot be filled in
_FIELDS = frozenset({"", "text", "number", "date", "url"})
_FIXED = frozenset({"readonly", "disabled"})
# zero-width signs and the soft hyphen split words without being seen
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


_LEFT_OUT = "left out"
_MOST_TAGS = 1000


class _Edges(dict[str, str | None]):
    """Map a tag to the text that its edges add to a line, or to None where they end the line.

    A link's words are parted from their neighbours.
    """

    def __missing__(self, tag: str) -> str | None:
        edge: str | None = "" if tag in _INLINE or ":" in tag else None
        if tag[0] in "-!#" or tag in _NO_TEXT:
            edge = _LEFT_OUT
        elif tag in ("br", "a"):
            edge = "\n" if tag == "br" else " "
        if len(self) < _MOST_TAGS:
            self[tag] = edge
        return edge


_EDGES = _Edges()


class Line(NamedTuple):
    """The text of one block; `\\n` stands for `<br>` and for line ends inside `<pre>`.

    `node`: the innermost element around its beginning; None for a text outside a page.
    """

    text: str
    node: LexborNode | None = None
    paths: Paths | None = None

    @property
    def place(self) -> str:
        """Return the innermost elements around the text as a CSS path."""
        return self.paths.of(self.node) if self.paths else ""


class Address(NamedTuple):
    """An address or a script as written in an attribute, with the name of the attribute.

    `file`: the element says itself that it leads to a file (`download`, a type of application).
    """

    line: Line
    attribute: str
    file: bool


def page_lines(tree: LexborHTMLParser) -> tuple[list[Line], list[Address]]:
    """Return the lines of text and the addresses of a page, in reading order."""
    walk = _Walk()
    for source in _sources(tree):
        walk.visit(source)
        walk.end_line()
    return walk.lines, walk.addresses


def _sources(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """Yield the roots to walk; parsers keep what `<noframes>` holds as raw text."""
    if tree.root is None:
        return
    yield from tree.css("head > title")
    yield tree.root
    for frames in tree.tags("noframes"):
        root = LexborHTMLParser(frames.text(deep=True)).root
        if root is not None:
            yield root


class _Walk:
    """State of the walk: the lines so far, and the text since the last boundary."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.addresses: list[Address] = []
        self._texts: list[str] = []
        self._begins: LexborNode | None = None  # the element in which the open line begins
        self._preformatted = 0
        self._paths = Paths()

    def visit(self, root: LexborNode) -> None:
        """Visit `root` and all below it, without recursion: pages may be nested thousands deep."""
        around: list[tuple[LexborNode, str]] = []
        node, tag = root, root.tag or "-"
        while True:
            child = None
            if tag == "-text":
                self._text(node.text_content or "", around[-1][0])
            elif (edge := _EDGES[tag]) is not _LEFT_OUT:
                self._enter(node, tag, edge)
                child = node.child
                if child is None:
                    self._leave(tag)
            if child is not None:
                around.append((node, tag))
                node = child
            else:
                while (following := node.next if around else None) is None:
                    if not around:
                        return
                    node, tag = around.pop()
                    self._leave(tag)
                node = following
            tag = node.tag or "-"

    def _enter(self, node: LexborNode, tag: str, edge: str | None) -> None:
        if edge:
            self._texts.append(edge)
        elif edge is None:
            if self._texts:
                self.end_line()
            self._preformatted += tag == "pre"
        attributes = node.attributes
        if attributes and not _TAKEN.isdisjoint(attributes):
            self._attributes(node, tag, attributes)

    def _leave(self, tag: str) -> None:
        edge = _EDGES[tag]
        if edge is None:
            if self._texts:
                self.end_line()
            self._preformatted -= tag == "pre"
        elif edge == " ":
            self._texts.append(edge)

    def _text(self, text: str, node: LexborNode) -> None:
        """Add the text of a node; inside `<pre>` line ends stay, and blank lines end the line."""
        if not self._texts and not self._preformatted and text.isspace():
            return  # between two elements
        if not self._preformatted:
            self._add(text.replace("\n", " ") if "\n" in text else text, node)
            return
        for number, paragraph in enumerate(text.replace("\r", "").split("\n\n")):
            if number:
                self.end_line()
            self._add(paragraph, node)

    def _add(self, text: str, node: LexborNode) -> None:
        """Add a text to the open line."""
        if self._begins is None and text and not text.isspace():
            self._begins = node
        self._texts.append(text)

    def end_line(self) -> None:
        """Close the line that the texts so far make."""
        if self._begins is not None:
            self._keep("".join(self._texts), self._begins)
            self._begins = None
        self._texts.clear()

    def _keep(self, text: str, node: LexborNode) -> None:
        if squeezed := _squeezed(text):
            self.lines.append(Line(squeezed, node, self._paths))

    def _attributes(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> None:
        """Take in the spoken texts, as lines of their own, and the addresses of an element."""
        for name in _SPOKEN:
            if text := attributes.get(name):
                self._keep(text, node)
        kind = attributes.get("type") or ""
        if tag == "input" and kind in _FIELDS and not _FIXED.isdisjoint(attributes):
            self._keep(attributes.get("value") or "", node)
        is_file = tag in ("a", "object") and kind.startswith("application/")
        for name, text in attributes.items():
            if text and (
                (name in _ADDRESSES and tag not in _WITHOUT_ADDRESS)
                or name in _SCRIPTED
                or (name == "value" and tag in ("option", "param", "button"))
            ):
                file = is_file or "download" in attributes
                self.addresses.append(Address(Line(text.strip(), node, self._paths), name, file))


def _squeezed(text: str) -> str:
    """Return `text` in NFC with single spaces; line ends that count stay as `\\n`."""
    is_plain = text.isprintable()  # its only white space are plain spaces
    if not text.isascii():
        text = unicodedata.normalize("NFC", text if is_plain else _INVISIBLE.sub("", text))
    if is_plain and "  " not in text:
        return text.strip()
    if "\n" not in text:
        return " ".join(text.split())
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))

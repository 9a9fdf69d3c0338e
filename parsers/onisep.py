"""A formation of Onisep's own data to blocks: each element's name is the label of its text.

Texts of many words are HTML inside the XML and are read by the same rules as pages. Where an
element says to which field a text belongs, no line of that text is taken for a label.
"""

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field

from parsers.blocks import Block, BlockKind, Part
from parsers.html import Flat, flatten
from schema.errors import Refused
from schema.issues import Issue, IssueCode, Refusal, issue
from schema.text import clean

MEDIA_TYPE = "application/x-onisep-formation+xml"
_TITLE, _TYPE, _TRADES = "libelle_complet", "type_Formation", "metiers_formation"
# What is known inside an element of several parts; the lexicon knows those that have none of these.
_PARTS = {
    _TYPE: {"type_formation_libelle", "type_formation_sigle", "type_formation_libelle_court"},
    _TRADES: {"metier"},
    "metier": {"id", "nom_metier", "libelle", "libelle_masculin", "libelle_feminin", "synonymes"},
    "sources_numeriques": {"source"},
}
_TAG = re.compile(r"<[a-zA-Z/!]")
_BLANK_LINE = re.compile(r"\n\s*\n")


def flatten_formation(body: bytes) -> Flat:
    """The blocks of one `formation` element; the path of its element is a block's place.

    Refused `not-text` when it is no XML, `other-page` without a title, `too-complex`.
    """
    try:
        formation = ET.fromstring(body)
    except ET.ParseError as error:
        raise Refused(Refusal.NOT_TEXT, f"no XML of a formation: {error}") from None
    titles = list(dict.fromkeys(filter(None, map(_line, formation.findall(_TITLE)))))
    if not titles:
        raise Refused(Refusal.OTHER_PAGE, f"no {_TITLE} in it")
    made = _Blocks()
    if len(titles) > 1:
        made.issues.append(issue(IssueCode.CONFLICTING_VALUES, "title", " | ".join(titles)))
    # a title is looked for before everything else
    for path, element in sorted(_placed(formation), key=lambda placed: placed[1].tag != _TITLE):
        made.add(path, element)
    return Flat(tuple(made.blocks), "", True, tuple(made.issues), trade_forms=made.trade_forms)


@dataclass
class _Blocks:
    """Blocks on their way, with the issues and the trades' forms met with."""

    blocks: list[Block] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    trade_forms: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(self, path: str, element: ET.Element) -> None:
        """One element of a formation; nothing for an empty one."""
        self._tell_unknown(path, element)
        if not "".join(element.itertext()).strip():
            return
        self._block("heading", (Part(element.tag),), path, 2)
        if element.tag == _TYPE:
            self._text("paragraph", path, _type(element))
        elif element.tag == _TRADES:
            for inner, trade in _placed(element):
                self._trade(f"{path}/{inner}", trade)
        elif element.tag == "sources_numeriques":
            for inner, source in _placed(element):
                self._text("item", f"{path}/{inner}", _line(source))
        else:
            self._content(path, element)

    def _tell_unknown(self, path: str, element: ET.Element) -> None:
        known = _PARTS.get(element.tag)
        for inner, part in _placed(element) if known is not None else ():
            if part.tag in (known or ()):
                self._tell_unknown(f"{path}/{inner}", part)
            elif _line(part):
                where, detail = f"{path}/{inner}", "its text is left out"
                self.issues.append(issue(IssueCode.UNKNOWN_HEADING, None, where, detail))

    def _trade(self, path: str, trade: ET.Element) -> None:
        """A trade under its name of either generation, with the two forms where they are given."""
        name = _part(trade, "nom_metier") or _part(trade, "libelle")
        if not name:
            where = " ".join(filter(None, [path, _part(trade, "id")]))
            self.issues.append(issue(IssueCode.EMPTY_VALUE, "trades", where, "it has no name"))
            return
        forms = _part(trade, "libelle_masculin"), _part(trade, "libelle_feminin")
        if any(forms):
            self.trade_forms[name] = forms
        self._text("item", path, name)

    def _content(self, path: str, element: ET.Element) -> None:
        """The text of an element: HTML by the rules of pages, or else paragraphs."""
        source = _source(element)
        if not _TAG.search(source):
            for paragraph in _BLANK_LINE.split(html.unescape(source)):
                self._text("paragraph", path, _unquoted(clean(paragraph)))
            return
        flat = flatten(source)
        self.issues += flat.issues
        for block in flat.blocks:
            place = f"{path} {block.place.removeprefix('body').removeprefix('>')}".strip()
            kind: BlockKind = "paragraph" if block.kind == "term" else block.kind
            # below the element's own label, which is of level 2
            level = max(block.level, 3) if block.level else 0
            self._block(kind, block.parts, place, level, block.making)

    def _text(self, kind: BlockKind, path: str, text: str) -> None:
        if text:
            self._block(kind, (Part(text),), path, making=kind)

    def _block(
        self, kind: BlockKind, parts: tuple[Part, ...], place: str, level: int = 0, making: str = ""
    ) -> None:
        number = len(self.blocks)
        is_label = level == 2
        self.blocks.append(
            Block(kind, parts, place, level, making, number=number, text_only=not is_label)
        )


def _placed(element: ET.Element) -> Iterator[tuple[str, ET.Element]]:
    """The children with their path: `metier`, `metier[2]`."""
    seen: dict[str, int] = {}
    for child in element:
        number = seen[child.tag] = seen.get(child.tag, 0) + 1
        yield (child.tag if number == 1 else f"{child.tag}[{number}]"), child


def _source(element: ET.Element) -> str:
    """The HTML that the element holds, whether written as text or as elements of its own."""
    inner = (ET.tostring(child, "unicode", method="html") for child in element)
    return (element.text or "") + "".join(inner)


def _line(element: ET.Element) -> str:
    """The element's text on one line."""
    source = _source(element)
    if _TAG.search(source):
        return clean(" ".join(block.text for block in flatten(source).blocks))
    return _unquoted(clean(html.unescape(source)))


def _part(element: ET.Element, tag: str) -> str:
    found = element.find(tag)
    return _line(found) if found is not None else ""


def _type(element: ET.Element) -> str:
    """`label (sigle)`, as types are written everywhere."""
    label, acronym, short = (
        _part(element, f"type_formation_{name}") for name in ("libelle", "sigle", "libelle_court")
    )
    return f"{label} ({acronym})" if label and acronym else label or acronym or short


def _unquoted(text: str) -> str:
    """A value without the quotation marks that some exports put around all of it (`"2 ans"`)."""
    quoted = len(text) > 2 and text[0] == text[-1] == '"' and text.count('"') == 2
    return text[1:-1].strip() if quoted else text

"""A formation of Onisep's own data to blocks: each element's name is the label of its text.

Texts of many words are HTML inside the XML and are read by the same rules as pages. Where an
element says to which field a text belongs, no line of that text is taken for a label. Parts and
unknown attributes are reported with their text and never become part of a value.
"""

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from parsers.formats.html import Flat, flatten
from parsers.model.blocks import Block, BlockKind, Part
from schema.errors import Refused
from schema.issues import Issue, IssueCode, Refusal, issue
from schema.lexicon import Lexicon
from schema.text import clean
from schema.trade import parse_trade

MEDIA_TYPE = "application/x-onisep-formation+xml"
_TITLE, _TYPE, _TRADES = "libelle_complet", "type_Formation", "metiers_formation"
_ADDRESSES = "sources_numeriques"
# Lists, which hold nothing outside their parts.
_TEXTLESS = {_TRADES, "synonymes", "synonyme"}
# Known parts of elements of several parts; all other elements hold text.
_PARTS = {
    _TYPE: {"type_formation_libelle", "type_formation_sigle", "type_formation_libelle_court"},
    _TRADES: {"metier"},
    "metier": {"id", "nom_metier", "libelle", "libelle_masculin", "libelle_feminin", "synonymes"},
    "synonymes": {"synonyme"},
    "synonyme": {"id", "nom_metier", "libelle", "libelle_masculin", "libelle_feminin"},
    _ADDRESSES: {"source"},
}
_MARKUP = frozenset(
    "a abbr b blockquote br caption cite code dd div dl dt em figure h1 h2 h3 h4 h5 h6 hr i img li "
    "ol p pre q s section small span strong sub sup table tbody td tfoot th thead tr u ul".split()
)
_TAG = re.compile(r"<[a-zA-Z/!]")
# A tag in a text that was escaped once too often; `bac <pro` holds no tag.
_ESCAPED_TAG = re.compile(rf"</?(?:{'|'.join(sorted(_MARKUP))})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n\s*\n")
_OF_XML = "{http://www.w3.org/XML/1998/namespace}"
_UNUSED = {"ignore", "ignored-value"}
_LONGEST = 200


def flatten_formation(body: bytes, lexicon: Lexicon) -> Flat:
    """Return the blocks of one `formation` element.

    The path of its element is a block's place. Elements that the lexicon ignores give none.

    Refused `not-text` when it is no XML, `other-page` without a title, `too-complex`.
    """
    try:
        formation = ET.fromstring(body)
    except ET.ParseError as error:
        raise Refused(Refusal.NOT_TEXT, f"no XML of a formation: {error}") from None
    collected = _Blocks()
    titles = _lines(formation, _TITLE)
    if not titles:
        raise Refused(Refusal.OTHER_PAGE, f"no {_TITLE} in it")
    if len(titles) > 1:
        collected.tell_conflict("title", titles)
    # a title is looked for before everything else
    for path, element in sorted(_placed(formation), key=lambda placed: placed[1].tag != _TITLE):
        entry = lexicon.lookup(element.tag)
        if entry is None or entry.kind not in _UNUSED:
            collected.add(path, element)
    return Flat(
        tuple(collected.blocks),
        "",
        True,
        tuple(collected.issues),
        trade_forms=collected.trade_forms,
    )


@dataclass
class _Blocks:
    """Collects blocks, and the issues and forms of trades found with them."""

    blocks: list[Block] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    trade_forms: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(self, path: str, element: ET.Element) -> None:
        """Add one element of a formation; an empty one adds nothing."""
        self._tell_unknown(path, element)
        if not _all_text(element):
            return
        self._block("heading", (Part(element.tag),), path, 2)
        if element.tag == _TYPE:
            self._text("paragraph", path, self._type(element))
        elif element.tag == _TRADES:
            for inner, trade in _placed(element):
                if trade.tag == "metier":
                    self._trade(f"{path}/{inner}", trade)
        elif element.tag == _ADDRESSES:
            self._text("item", path, _own_text(element))
            for inner, source in _placed(element):
                if source.tag == "source":
                    self._text("item", f"{path}/{inner}", _line(source))
        else:
            self._content(path, element)

    def tell_conflict(self, name: str, texts: Sequence[str]) -> None:
        """Add the issue of a field with several values, of which the first is kept."""
        self.issues.append(issue(IssueCode.CONFLICTING_VALUES, name, " | ".join(texts)))

    def _tell_unknown(self, path: str, element: ET.Element) -> None:
        """Add an issue for each unknown attribute and part of an element, and inside these."""
        for name, value in element.attrib.items():
            if not name.startswith(_OF_XML) and value.strip():
                self._tell_left_out(f"{path}/@{name}", value)
        known = _PARTS.get(element.tag)
        if element.tag in _TEXTLESS and (text := _own_text(element)):
            self._tell_left_out(path, text)
        for inner, part in _placed(element):
            where = f"{path}/{inner}"
            if known is not None and part.tag in known:
                self._tell_unknown(where, part)
            elif (known is not None or not _is_markup(part)) and (text := _all_text(part)):
                self._tell_left_out(where, text)

    def _tell_left_out(self, where: str, text: str) -> None:
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        self.issues.append(
            issue(IssueCode.UNKNOWN_HEADING, None, where, f"its text is left out: {shown}")
        )

    def _trade(self, path: str, trade: ET.Element) -> None:
        """Add a trade under its name of either generation, with the two forms if given."""
        names = [*_lines(trade, "nom_metier"), *_lines(trade, "libelle"), _own_text(trade)]
        names = list(dict.fromkeys(filter(None, names)))
        if not names:
            where = " ".join(filter(None, [path, self._one("trades", trade, "id")]))
            self.issues.append(issue(IssueCode.EMPTY_VALUE, "trades", where, "it has no name"))
            return
        if len({_trade_id(name) for name in names}) > 1:
            self.tell_conflict("trades", names)
        name = names[0]
        forms = (
            self._one("trades", trade, "libelle_masculin"),
            self._one("trades", trade, "libelle_feminin"),
        )
        if any(forms) and (before := self.trade_forms.setdefault(name, forms)) != forms:
            self.tell_conflict("trades", [" / ".join(before), " / ".join(forms)])
        self._text("item", path, name)

    def _type(self, element: ET.Element) -> str:
        """Return `label (sigle)`, as types are written everywhere."""
        label, acronym, short = (
            self._one("diploma_type", element, f"type_formation_{name}")
            for name in ("libelle", "sigle", "libelle_court")
        )
        if label and acronym:
            return f"{label} ({acronym})"
        return label or acronym or short or _own_text(element)

    def _one(self, name: str, element: ET.Element, tag: str) -> str:
        """Return the first text of the part `tag`, which is a value of the field `name`."""
        texts = _lines(element, tag)
        if len(texts) > 1:
            self.tell_conflict(name, texts)
        return next(iter(texts), "")

    def _content(self, path: str, element: ET.Element) -> None:
        """Add the text of an element: HTML by the rules of pages, or else paragraphs."""
        source, is_html = _source(element)
        if not is_html:
            for paragraph in _BLANK_LINE.split(source):
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
    """Yield the children with their path: `metier`, `metier[2]`."""
    seen: dict[str, int] = {}
    for child in element:
        number = seen[child.tag] = seen.get(child.tag, 0) + 1
        yield (child.tag if number == 1 else f"{child.tag}[{number}]"), child


def _is_markup(element: ET.Element) -> bool:
    return element.tag.lower() in _MARKUP


def _source(element: ET.Element) -> tuple[str, bool]:
    """Return the text of an element, and whether it is HTML.

    HTML may be escaped or stand there as elements; children that are not HTML are left out.
    """
    parts = [element.text or ""]
    for child in element:
        if _is_markup(child):
            parts.append(ET.tostring(child, "unicode", method="html"))
        else:
            parts.append(f" {child.tail or ''}")
    source = "".join(parts)
    if _TAG.search(source):
        return source, True
    text = html.unescape(source)
    # some exports escape twice
    return (text, True) if _ESCAPED_TAG.search(text) else (html.unescape(text), False)


def _line(element: ET.Element) -> str:
    """Return the element's text on one line."""
    source, is_html = _source(element)
    if is_html:
        return clean(" ".join(block.text for block in flatten(source).blocks))
    return _unquoted(clean(source))


def _lines(element: ET.Element, tag: str) -> list[str]:
    """Return the different texts of the parts `tag` that are not empty."""
    return list(dict.fromkeys(filter(None, map(_line, element.findall(tag)))))


def _own_text(element: ET.Element) -> str:
    """Return the text that an element of several parts holds outside them."""
    return clean(" ".join([element.text or "", *(child.tail or "" for child in element)]))


def _all_text(element: ET.Element) -> str:
    return clean(" ".join(element.itertext()))


def _trade_id(name: str) -> str:
    trade = parse_trade(name).value
    return trade.id if trade else name


def _unquoted(text: str) -> str:
    """Return a value without quotation marks that some exports put around it (`"2 ans"`)."""
    quoted = len(text) > 2 and text[0] == text[-1] == '"' and text.count('"') == 2
    return text[1:-1].strip() if quoted else text

"""Parse Onisep's `formations` (XML or JSON) to one element a formation, while the bytes arrive.

Neither parser holds more than one formation in memory. A DOCTYPE is refused, so that no
entity can be declared: neither bomb nor file from elsewhere.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

import ijson

from scraper.sources.zip_or_file import FaultyFile, Pieces

_PIECE = 1 << 16
_DEEPEST = 30  # six levels are known
_PATH = ["formations", "formation"]
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_formations(pieces: Pieces) -> Iterator[ET.Element]:
    """Yield the children of the root `formations`. Raises `FaultyFile`, also if it is cut off."""
    target = _Target()
    parser = ET.XMLParser(target=target)
    piece, fault = b" ", None
    while piece and fault is None:
        piece = pieces.read(_PIECE)
        fault = _fed(parser, piece)
        yield from target.taken()  # also those before the fault
    if fault is not None:
        raise fault


def _fed(parser: ET.XMLParser, piece: bytes) -> FaultyFile | None:
    """Give the parser its next piece; an empty one is the end."""
    try:
        if piece:
            parser.feed(piece)
        else:
            parser.close()
    except (ET.ParseError, LookupError, ValueError) as error:
        return FaultyFile(f"no well-formed XML ({error})")
    except FaultyFile as fault:
        return fault
    return None


class _Target:
    """Takes the parser's events and keeps whole children of the root until they are taken."""

    def __init__(self) -> None:
        self._whole: list[ET.Element] = []
        self._builder: ET.TreeBuilder | None = None
        self._depth = 0

    def doctype(self, name: str, _public: str | None, _system: str | None) -> None:
        raise FaultyFile(f"it has a DOCTYPE ({name}), which Onisep's files do not have")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 1 and tag != _PATH[0]:
            raise FaultyFile(f"its root is {tag} instead of {_PATH[0]}")
        if self._depth > _DEEPEST:
            raise FaultyFile(f"elements nested deeper than {_DEEPEST}")
        if self._depth == 2:
            self._builder = ET.TreeBuilder()
        if self._builder is not None:
            self._builder.start(tag, attributes)

    def data(self, text: str) -> None:
        if self._builder is not None:
            self._builder.data(text)

    def end(self, tag: str) -> None:
        self._depth -= 1
        if self._builder is not None:
            self._builder.end(tag)
            if self._depth == 1:
                self._whole.append(self._builder.close())
                self._builder = None

    def close(self) -> None:
        """Do nothing: the parser asks for it, and whole elements have been taken."""

    def taken(self) -> Iterator[ET.Element]:
        whole, self._whole = self._whole, []
        yield from whole


def json_formations(pieces: Pieces) -> Iterator[ET.Element]:
    """Yield the objects under `formations`, `formation` as the elements that the XML would have.

    There may be a list of objects or a single one. Raises `FaultyFile`, also if it is cut off.
    """
    try:
        yield from _elements(ijson.basic_parse(pieces, buf_size=_PIECE))
    except (ijson.JSONError, ValueError) as error:
        reason = error.args[0]
        text = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
        raise FaultyFile(f"no well-formed JSON ({text.splitlines()[0]})") from None


def _elements(events: Iterator[tuple[str, Any]]) -> Iterator[ET.Element]:
    """Make elements: each key is a name, and each item of a list an element of that name."""
    names: list[str] = []  # the key that each open object is at
    unclosed: list[ET.Element] = []
    depth = 0
    for event, value in events:
        depth += {"start_map": 1, "start_array": 1, "end_map": -1, "end_array": -1}.get(event, 0)
        if depth > _DEEPEST:
            raise FaultyFile(f"objects nested deeper than {_DEEPEST}")
        if event == "map_key":
            names[-1] = value
        elif event == "start_map":
            if unclosed:
                unclosed.append(ET.SubElement(unclosed[-1], _tag(names[-1])))
            elif names == _PATH:
                unclosed.append(ET.Element(_PATH[1]))
            names.append("")
        elif event == "end_map":
            names.pop()
            if unclosed and (element := unclosed.pop()) is not None and not unclosed:
                yield element
        elif event not in {"start_array", "end_array"}:
            if unclosed:
                _add(unclosed[-1], _tag(names[-1]), value)
            elif names == _PATH and value:
                raise FaultyFile("a formation that is no object")


def _tag(key: str) -> str:
    """Return a key as an element's name; characters that XML forbids there become `_`."""
    name = re.sub(r"[^\w.-]", "_", key, flags=re.ASCII)
    return name if re.match(r"[^\W\d]", name) else f"_{name}"


def _add(parent: ET.Element, tag: str, value: object) -> None:
    """Add an element with the text of a value.

    Null and false give no text. True gives an element `true` inside: no element holds it as text.
    """
    element = ET.SubElement(parent, tag)
    if value is True:
        ET.SubElement(element, "true").text = "true"
    elif value is not None and value is not False:
        element.text = _NOT_IN_XML.sub("", str(value))

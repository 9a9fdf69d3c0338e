"""Recognise a list of diplomas: entries that each begin with a name and have facts of their own.

An entry is a line, an item, a row, or a heading with what stands below it. Its facts are an order,
a code, or a link to a page.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from parsers.model.blocks import Block, Part, joined, lines_of
from parsers.model.file_types import is_page
from parsers.segment.labels import Piece
from parsers.segment.title_words import is_name_line, title_end
from schema.code import codes_in
from schema.text import clean, fold
from schema.title import read_title
from schema.vocabulary import lone_words

# How many entries of different names make a list; more than any page has.
_LEAST, _NONE = 3, 10_000
_LONGEST, _DIGITS = 300, "0123456789"
_NUMBERED = re.compile(r"^\W*(?:\d{1,2}\s?[.)°/-]+\s*)?")
_NAME_END = re.compile(r"\s?[:|;(–—…\[]|\s-\s|,? \d|\.\s")
_ORDER = re.compile(r"\b(?:arretes?|decrets?|a)\b.{0,80}\b\d")
_NO_NAME = re.compile(rf"{lone_words('own file').pattern}|.* (?:par|au|du|de|le)$")
# "CAP du bâtiment", "bac pro de la filière bois": a field, or the way a page puts a speciality
WHOLE_FIELD = re.compile(r"(?:du|de la|de l|des|en|dans)\b")
# "Trois CAP :", "12 résultats"
_COUNTED = re.compile(
    r"(?:les )?(?:\d{1,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze) "
    r"(?:(?:autres|nouveaux|nouvelles) )?(.{2,40})"
)
_COUNTABLE = re.compile(r"(?:diplome|resultat|reponse|fiche|referentiel)s\b")
_OTHER_SECTIONS = {"text", "list", "links"}


@dataclass
class _Line:
    """A line of a page: its parts, and the piece that it stands in. Most are never looked at."""

    parts: tuple[Part, ...]
    piece: Piece

    @cached_property
    def text(self) -> str:
        """Its text without a number before it."""
        return _NUMBERED.sub("", clean(joined(self.parts)), count=1)

    @property
    def is_long(self) -> bool:
        """Whether it is too long for a name or the words of a type."""
        return len(self.text) > _LONGEST

    @cached_property
    def facts(self) -> set[str]:
        """The kinds of facts that it states: `code`, `order`, `page`."""
        text, entry = self.text, self.piece.entry
        dated = any(map(text.__contains__, _DIGITS))
        facts = {"code"} if dated and codes_in(text) else set()
        # "Arrêté : 28 février 2023"
        if dated and (_ORDER.search(fold(text)) or (entry and entry.kind == "legal")):
            facts.add("order")
        if any(p.href and is_page(p.href) and ":" not in p.href[2:6] for p in self.parts):
            facts.add("page")
        return facts

    @property
    def stands_out(self) -> bool:
        """Whether it may say what a list below it is of."""
        return bool(self.facts) or _least_below(self.text) < _NONE


class _Entry(NamedTuple):
    """A line that begins with a name, and the name, fact or heading above it.

    `key`: the name with its type. `style`: how the line is made, whether it has a type's words,
    whether facts. `facts`: what it, or what is below it, states.
    """

    name: str
    key: str
    block: Block
    above: str
    style: tuple[object, ...]
    facts: set[str]


def is_list_of_diplomas(pieces: list[Piece], title: str, places: set[str], read: int) -> bool:
    """Return whether a page lists diplomas and its title is no diploma, or one of those listed.

    The title is one of the list where it was made of the name that an entry begins with, and fewer
    diplomas were read. `places`: of the title. `read`: how many diplomas were read.
    """
    lists: dict[tuple[object, ...], dict[str, _Entry]] = defaultdict(dict)
    for entry in _entries(pieces):
        if entry.facts:
            lists[entry.style].setdefault(entry.key, entry)
    for entries in map(list, map(dict.values, lists.values())):
        least = min(map(_least_below, (title, entries[0].above)))
        if any(e.block.place in places and e.name in fold(title) for e in entries):
            # "Broderie - Arrêté du …": below a type, one more line of that form is enough
            own = 2 if entries[0].style[-2:] == (False, True) else _LEAST
            least = min(least, max(own, read + 1))
        if len(entries) >= least:
            return True
    return False


@lru_cache(maxsize=16)  # the title of a page is asked for each of its lists
def _least_below(text: str) -> int:
    """Return how many entries make a list below a title or a line.

    Two below a number of diplomas, three below a type alone, a field or a subject.
    """
    title = read_title(text)
    name = fold(title.name)
    counted = _COUNTED.match(name)
    if counted and (_COUNTABLE.match(counted[1]) or read_title(counted[1]).types):
        return 2
    is_diploma = is_name_line(title.name) and not WHOLE_FIELD.match(name) if name else False
    return _NONE if is_diploma or not title.types else _LEAST


def _entries(pieces: list[Piece]) -> Iterator[_Entry]:
    last: _Entry | None = None
    section = above = ""
    behind: list[_Line] = []  # lines behind `above`, each of which may be above the next entry
    for piece in pieces:
        if piece.block.boilerplate:
            continue
        if piece.kind == "heading" or (piece.kind == "label" and not piece.block.has_link):
            section = piece.entry.kind if piece.entry else ""
        for parts in lines_of(piece.parts or piece.block.parts):
            line = _Line(parts, piece)
            is_other = piece.entry or section in _OTHER_SECTIONS or line.is_long
            name = "" if is_other else _name(line.text)
            in_row = last is not None and _same_row(last.block, piece.block)
            if name and not in_row:
                if last:
                    yield last
                above = next((other.text for other in reversed(behind) if other.stands_out), above)
                types = "".join(sorted(read_title(line.text).types))
                style = (piece.kind, piece.style, bool(types), bool(line.facts))
                facts = set(line.facts)
                last = _Entry(name, types + name, piece.block, above, style, facts)
            elif last and not last.facts:
                if not line.is_long and read_title(line.text).is_type_alone:
                    last = None
                else:
                    last.facts.update(line.facts if in_row else line.facts - {"page"})
            if name or piece.kind == "heading":
                above, behind = line.text, []
            else:
                behind.append(line)
    if last:
        yield last


def _same_row(block: Block, other: Block) -> bool:
    one, two = block.cell, other.cell
    return one is not None and two is not None and one[:2] == two[:2]


def _name(text: str) -> str:
    """Return the name that a line begins with, folded, if it is one of a diploma."""
    text = text[: title_end(text)]
    if begin := _NAME_END.search(text, 3):
        text = text[: begin.start()]
    typed = read_title(text)
    name = typed.name if typed.types and not typed.is_type_alone else text
    folded = fold(name)
    return folded if name and is_name_line(name) and not _NO_NAME.match(folded) else ""

"""Recognise a list of diplomas: entries that each begin with a name and have facts of their own.

An entry is a line, an item, a row, or a heading with what stands below it. Its facts are an order,
a code, or a link to a page.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from parsers.extract.diploma_mentions import DiplomaIdentity, abbreviates, is_certainly_another
from parsers.extract.nor import nor_in
from parsers.model.blocks import Block, Part, joined, lines_of
from parsers.model.file_types import is_file, is_page
from parsers.segment.pieces import Piece
from parsers.segment.tables import names_orders
from parsers.segment.title_words import is_name_line, joins_titles, title_end
from schema.code import codes_in
from schema.diploma_type import family
from schema.text import clean, fold, has_digit
from schema.title import begins_with_type, read_title, without_code
from schema.vocabulary import lone_words

# How many entries of different names make a list: the fewest ever, below a type alone, and more
# than any page has, where there is none.
_FEWEST, _BELOW_TYPE, _NO_LIST = 2, 3, 10_000
_LONGEST = 300
_NUMBERED = re.compile(r"^\W*(?:\d{1,2}\s?[.)°/-]+\s*)?")
_NAME_END = re.compile(r"\s?[:|;(–—…\[]|\s-\s|,? \d|\.\s")
_ORDER = re.compile(r"\b(?:arretes?|decrets?|a)\b.{0,80}\b\d")
_PRICE = re.compile(r"\d ?(?:€|euros?\b|F\b)")
# "001 C 1203" is a number of a catalogue, "3 mai" of a date
_WORD = re.compile(r"(?!\d\d? [a-z]+$).*[a-z]{3}")
_NO_NAME = re.compile(
    rf"{lone_words('own file').pattern}|.* (?:par|au|du|de|le)$|\S+ html?$"
    r"|(?:portant|modifiant|abrogeant|fixant|relatif|du \d)\b"  # of an order, in its second line
)
# "Création du CAP Vannerie", "Modification du règlement d'examen": what the order below does
_EFFECT = re.compile(
    r"(?:cr[ée]ation|modification|abrogation|suppression) (?:d(?:u|es?) (?:l(?:a |['’] ?))?|d['’])",
    re.IGNORECASE,
)
# "CAP du bâtiment", "bac pro de la filière bois": a field, or the way a page puts a speciality
WHOLE_FIELD = re.compile(r"(?:du|de la|de l|des|en|dans)\b")
# "Trois CAP :", "12 résultats"
_COUNTED = re.compile(
    r"(?:les )?(?:\d{1,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze) "
    r"(?:(?:autres|nouveaux|nouvelles) )?(.{2,40})"
)
_COUNTABLE = re.compile(r"(?:diplome|resultat|reponse|fiche|referentiel)s\b")
_BETWEEN = {"et", "ou", "&"}  # two titles, on a line of its own
_OF_TITLES = {"title", "diploma_type", "option", "replaces", "replaced_by"}
_OTHER_SECTIONS = {"text", "list", "links"}
# "BP Gemmologue / CAP Boucher": where the title of a further diploma may begin
_NOR_LENGTH = 12
_LONGEST_TITLE = 200
_FIRST_LINES = 3  # of a page, or below the title of another diploma: its order or a file
_Parts = tuple[Part, ...]


class _Entry(NamedTuple):
    """A line that begins with a name, and what stands above it.

    `key`: the name with its type. `style`: how the line is made, whether it has a type's words,
    whether facts. `facts`: what it, or what is below it, states. `heading`: the name or heading
    above it, `behind`: the lines between, each with its piece.
    """

    name: str
    key: str
    block: Block
    style: tuple[object, ...]
    facts: set[str]
    heading: str
    behind: list[tuple[Piece, _Parts]]

    @property
    def above(self) -> str:
        """Return the last line above that may say what is listed, behind no fact, file or label."""
        for piece, parts in reversed(self.behind):
            if piece.kind == "label" and piece.block.cell is None:
                return ""
            for line in reversed(lines_of(parts)):
                text = _text(line)
                if _facts(text, line, piece) or has_file(line):
                    return ""
                if _least_below(text) < _NO_LIST:
                    return text
        return self.heading


def is_list_of_diplomas(pieces: list[Piece], title: str, places: set[str], read: int) -> bool:
    """Return whether a page lists diplomas and its title is no diploma, or one of those listed.

    The title is one of the list where it was made of the name that an entry begins with, and fewer
    diplomas were read. `places`: of the title. `read`: how many diplomas were read.
    """
    lists: dict[tuple[object, ...], dict[str, _Entry]] = defaultdict(dict)
    for entry in _entries(pieces):
        if entry.facts:
            # headings above files are made in several ways on one page
            style = ("file",) if entry.facts == {"file"} else entry.style
            lists[style].setdefault(entry.key, entry)
    labels = {p.block.place for p in pieces if p.entry and p.entry.field == "title"}
    titled = (p.block.number for p in pieces if p.block.place in (places or labels))
    begins = min(titled, default=0)
    for entries in map(list, map(dict.values, lists.values())):
        if len(entries) < _FEWEST or _are_of_one(entries):
            continue
        least = _least_below(title)
        is_menu = all(entry.facts == {"page"} for entry in entries)
        last = entries[-1].block.number
        is_beside = last <= begins or _states_own(pieces, begins, entries[0].block.number)
        if least < _NO_LIST or not (is_menu and is_beside):  # a menu above a diploma, or below it
            least = min(least, _least_below(entries[0].above))
        if any(e.block.place in places and e.name in fold(title) for e in entries):
            # "Broderie - Arrêté du …": below a type, one more line of that form is enough, and one
            # more title with what is below it
            is_line, is_titled = entries[0].style[-2:] == (False, True), entries[0].style[-2]
            is_few = is_line or (is_titled and _least_below(entries[0].above) < _NO_LIST)
            own = _FEWEST if is_few else _BELOW_TYPE
            least = min(least, max(own, read + 1))
        if len(entries) >= least:
            return True
    return False


def other_diploma(
    pieces: list[Piece], title: str, places: set[str], diploma_type: str | None
) -> str | None:
    """Return the title of another diploma that stands beside the page's own, as its equal.

    In the title, or in a line made alike: the next one, or one with an order or file below it.
    """
    lines = [piece for piece in pieces if not piece.block.boilerplate]
    titled = [number for number, piece in enumerate(lines) if piece.block.place in places]
    heads = (
        p for p in lines[: min(titled, default=_FIRST_LINES)] if p.block.level or p.block.strong
    )
    for text in (title, *(piece.text for piece in heads)):
        if joins_titles(text):
            return text
    if not titled:
        return None
    name, types = read_title(title).name, frozenset({diploma_type or "OTHER"})
    head, begin = lines[titled[0]], titled[0] + 1
    style = head.style
    after = lines[titled[-1] + 1 :][:2]
    beside = [p for p in lines[titled[0] - 1 : titled[0]] if p.kind == "heading" and p.block.level]
    beside += after[1:] if after and after[0].text.lower() in _BETWEEN else []
    for piece in beside:
        is_title = " " in piece.text and not piece.block.has_link  # no "MC4_EMTB"
        if is_title and _is_another(piece.text, name, types):
            return piece.text
    is_marked = head.block.strong or "." in style  # a plain paragraph is made like any other
    end = None if is_marked else begin + len(titled)
    for number, piece in enumerate(lines[begin:end], begin):
        above = lines[number - 1]
        is_alike = piece.kind == head.kind and piece.style == style and not piece.block.has_link
        is_labelled = piece.entry or above.kind == "label"  # "Diplôme remplacé"
        if is_alike and not is_labelled and _is_another(piece.lines[0], name, types):
            below = lines[number + 1 : number + 1 + _FIRST_LINES]
            if above.block.place in places or any(map(_states, below)):
                return piece.lines[0]
    return None


def _is_another(text: str, name: str, types: frozenset[str]) -> bool:
    """Return whether a line is the title of a diploma of another name or type, and no more."""
    text = _NUMBERED.sub("", without_code(text), count=1)
    if len(text) > _LONGEST_TITLE or not begins_with_type(text) or title_end(text) < len(text):
        return False
    title = read_title(text)
    own, other = DiplomaIdentity(None, name), DiplomaIdentity(None, title.name)
    if not title.is_whole or not is_name_line(title.name):
        return False
    if abbreviates(title.name, own) or abbreviates(name, other):
        return False
    is_of_type = set(map(family, title.types)) & set(map(family, types))
    return not is_of_type or is_certainly_another(text, own)


def _states_own(pieces: list[Piece], begin: int, end: int) -> bool:
    """Return whether an order or file stands between the title and a list, given by blocks."""
    between = (p for p in pieces if begin < p.block.number < end and not p.block.boilerplate)
    return any(map(_states, between))


def _states(piece: Piece) -> bool:
    """Return whether a piece links to a file or dates an order."""
    return has_file(piece.parts) or "order" in _facts(piece.text, piece.parts, piece)


def _are_of_one(entries: list[_Entry]) -> bool:
    """Return whether entries have nothing but files or rows, and their names share a word.

    Or all are options of the same, or the others are those of the first: *Vannerie*, *Vannerie
    option osier*.
    """
    first, *others = [entry.name for entry in entries]
    base = first.partition(" option ")[0]
    if all(name.startswith((f"{base} option ", f"{base} options ")) for name in others):
        return True
    words = [{word for word in entry.name.split() if len(word) > 3} for entry in entries]
    return all(e.facts <= {"file", "row"} for e in entries) and bool(set.intersection(*words))


@lru_cache(maxsize=16)  # the title of a page is asked for each of its lists
def _least_below(text: str) -> int:
    """Return how many entries make a list below a title or a line.

    Two below a number of diplomas, three below a type alone, a field or a subject.
    """
    title = read_title(text[: title_end(text)])
    name = fold(title.name)
    counted = _COUNTED.match(name)
    if counted and (_COUNTABLE.match(counted[1]) or read_title(counted[1]).types):
        return _FEWEST
    is_diploma = title.is_whole and not WHOLE_FIELD.match(name)
    is_diploma = is_diploma and (not name or name.startswith("option ") or is_name_line(title.name))
    return _NO_LIST if is_diploma or not title.types else _BELOW_TYPE


def _entries(pieces: list[Piece]) -> Iterator[_Entry]:
    """Yield the lines that begin with a name, each with the facts up to the next one.

    Facts are of its own line, of the cells of its row, and of the lines below while it has none.
    """
    last: _Entry | None = None
    section = heading = ""
    behind: list[tuple[Piece, _Parts]] = []
    label: Piece | None = None
    for piece in pieces:
        if piece.block.boilerplate:
            continue
        is_value = label is not None and _is_value(label, piece)
        label = piece if piece.kind == "label" and piece.block.cell else None
        if piece.kind == "heading" or (piece.kind == "label" and not piece.block.has_link):
            section = piece.entry.kind if piece.entry else ""
        is_other = piece.entry or is_value or section in _OTHER_SECTIONS
        parts = piece.parts or piece.block.parts
        # Most lines of a long page are not looked at.
        if is_other and (last is None or last.facts) and piece.kind != "heading":
            behind.append((piece, parts))
            continue
        for line in lines_of(parts):
            text = _text(line)
            is_long = len(text) > _LONGEST
            name = "" if is_other or is_long else _name(text)
            in_row = last is not None and _same_row(last.block, piece.block)
            in_row = in_row and piece.kind != "heading"  # one of a layout's columns
            if name and not in_row:
                if last:
                    yield last
                types = "".join(sorted(read_title(text).types))
                facts = _facts(text, line, piece)
                is_stating = bool(facts)
                facts |= {"file"} if types and has_file(line) else set()
                facts |= {"row"} if types and piece.block.cell else set()
                for other, other_line in behind:  # a cell before it: "b231.html | CAP Vannerie"
                    if _same_row(other.block, piece.block):
                        facts |= _facts(_text(other_line), other_line, other)
                style = (piece.kind, piece.style, bool(types), is_stating)
                last = _Entry(name, types + name, piece.block, style, facts, heading, behind)
            elif last and not last.facts:
                if not is_long and read_title(text).is_type_alone:
                    last = None
                else:
                    facts = _facts(text, line, piece)
                    is_head = last.block.level > 1 or last.block.strong
                    is_its = last.style[2] and (in_row or is_head)
                    facts |= {"file"} if is_its and has_file(line) else set()
                    last.facts.update(facts if in_row else facts - {"page"})
            if name or piece.kind == "heading":
                heading, behind = _without_facts(text) if name else text, []
            else:
                behind.append((piece, line))
    if last:
        yield last


def _text(line: _Parts) -> str:
    """Return the text of a line without a number before it."""
    return _NUMBERED.sub("", clean(joined(line)), count=1)


def _is_value(label: Piece, piece: Piece) -> bool:
    """Return whether a cell holds the short fact that a label in the cell before it names."""
    entry = label.entry
    is_fact = entry is not None and entry.kind == "value" and entry.field not in _OF_TITLES
    return is_fact and _same_row(label.block, piece.block)


def _same_row(block: Block, other: Block) -> bool:
    one, two = block.cell, other.cell
    return bool(one and two and one[:2] == two[:2] and one.column != two.column)


def _without_facts(text: str) -> str:
    """Return the name that a line begins with, and no more of it: `BTS Fonderie, session 2026`."""
    text = text[: title_end(text)]
    end = _NAME_END.search(text, 3)
    return text[: end.start()] if end else text


def _name(text: str) -> str:
    """Return the name that a line begins with, folded, if it is one of a diploma."""
    text = _without_facts(text)
    if effect := _EFFECT.match(text):
        text = text[effect.end() :] if begins_with_type(text[effect.end() :]) else ""
    typed = read_title(text)
    name = typed.name if typed.types and not typed.is_type_alone else text
    folded = fold(name)
    is_name = bool(_WORD.match(folded)) and is_name_line(name) and not _NO_NAME.match(folded)
    is_name = is_name and not (len(name) <= _NOR_LENGTH and nor_in(name))
    is_name = is_name and not names_orders(name)  # "Abrogation", in the cell beside an order
    return folded if is_name else ""


def has_file(line: _Parts) -> bool:
    """Return whether a line links to a file: beside a type and a name, a fact of that diploma."""
    return any(is_file(part.href) for part in line)


def _facts(text: str, line: _Parts, piece: Piece) -> set[str]:
    """Return the kinds of facts that a line states: `code`, `order`, `page`, `price`."""
    facts: set[str] = set()
    if has_digit(text):
        if codes_in(text):
            facts.add("code")
        # "Arrêté : 28 février 2023"
        if (piece.entry and piece.entry.kind == "legal") or _ORDER.search(fold(text)):
            facts.add("order")
        if _PRICE.search(text):
            facts.add("price")
    if any(part.href and is_page(part.href) and ":" not in part.href[2:6] for part in line):
        facts.add("page")
    return facts

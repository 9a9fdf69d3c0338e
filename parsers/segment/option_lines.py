"""Find the lines of a page in which its options may be named, and how they are announced.

They are lines of paragraphs and items, rows of tables, and the values of labels.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from parsers.model.blocks import Cell
from parsers.segment.page_diplomas import OF_OTHERS, OPTION, OPTION_LETTER
from parsers.segment.pieces import Piece, is_outside
from parsers.segment.title_words import is_name_line
from schema.code import codes_in
from schema.text import fold
from schema.vocabulary import lone_words

_LETTER = re.compile(r"[A-H]")
# "A - chaudronnerie", but "B - Compétences" is a part of the référentiel
_LETTERED_NAME = re.compile(r"([A-H]) ?[:–—-] (?P<name>\w.*)")
_OWN_FILE = lone_words("own file")
_LETTER_ALONE = re.compile(r"options? [A-H]", re.IGNORECASE)
# a cell of an option's row that says more of it
_MORE = re.compile(r"(?:arretes?|niveau|decret|session)\b|rncp")
# Fields whose texts name other diplomas with their options and codes
_FIELDS_OF_OTHERS = {"access", "further_study", "replaces", "replaced_by"}
_HEADING_OF_OTHERS = re.compile(
    r"\b(?:anciens?|anciennes?|precedente?s?|remplac\w*|equivalen\w*)\b"
)
# "Diplômes de remplacement", above a list of them
_LEAD_OF_OTHERS = re.compile(
    r"(?:nouveaux |anciens )?diplomes (?:\w+ et )?(?:de remplac|remplac|precedents|equivalents)"
)
# "option A - signalétique (40123304) - RNCP 37946"
RNCP_BEHIND = re.compile(r"\W{0,4}RNCP\W{0,3}(?:n[°o]\W?)?\d{3,5}\W{0,2}$")
# More cells that span rows are no table of options, and would take long.
_MOST_SPANNING = 20


class Place(NamedTuple):
    """Where on the page a line stands.

    `told`: how options are announced: by the label *Options* or *Trois options :* (`option`), by a
    code's label (`code`), by the word anywhere before (`word`). `section`: number of the label
    above. `is_apart`: below a label or heading that announces neither.
    """

    told: str = ""
    section: int = 0
    is_apart: bool = False


class Line(NamedTuple):
    """A line of text, and the pieces it was made of (of a table's row, the cells).

    `aside`: cells of the row that say more of its option.
    """

    text: str
    pieces: tuple[Piece, ...]
    place: Place = Place()
    aside: tuple[Piece, ...] = ()


def lines_of(pieces: list[Piece]) -> Iterator[Line]:
    """Yield the lines in which options may be named: not those about other diplomas."""
    lines = [line for piece in pieces[:2] if not piece.block.has_link for line in piece.lines]
    are_lettered = "".join(line[:1] for line in lines if is_lettered_name(line)).startswith("AB")
    place = Place("word" if are_lettered else "")
    closer: Piece | None = None  # a label below which other diplomas are named
    above: tuple[Piece, ...] = ()
    spanning: list[Piece] = []  # cells that go on in further rows
    head: Cell | None = None  # of the last label
    table = 0  # of the last option
    has_options = cache(lambda: any("option" in piece.text.lower() for piece in pieces))
    rows: list[tuple[Piece, ...]] = [*_rows(_without_others(pieces)), ()]
    for row, below in itertools.pairwise(rows):
        first, last = row[0], above[-1] if above else row[0]
        spanning = [piece for piece in spanning if _goes_on(piece, first)]
        cell, value = first.block.cell, last.block.cell
        table = cell.table if cell and (OPTION.match(first.text) or _is_option(first)) else table
        # not the names of columns
        is_value = head and (
            head.row or OPTION.match(last.text) or is_lettered_name(last.lines[-1])
        )
        # another text or list stands above the table
        ends = not value and last.kind in {"text", "item"} and last.text[-1:] != ":"
        in_row = is_value and head and value and cell and value[:2] == head[:2] != cell[:2]
        closer = None if closer and _has_ended(closer, last, first) else closer
        if in_row or (head and head.header and not (cell and cell.table == head.table)):
            place = place._replace(told=place.told and "word")  # the label's row or table has ended
            head = None
        if first.kind in {"label", "pair", "heading"} and (len(row) == 1 or _announced(first)):
            head = cell
            is_beside = cell and cell.header and cell.column  # another column's name
            told = _announced(first) or (place.told if is_beside else "")
            is_pair, is_option = first.kind == "pair", _is_option(first)
            is_apart = place.is_apart if is_pair else not told
            weaker = place.told and "word"
            begins = first.entry and not (is_option and not told)
            # "Niveau", in a table below the row of an option
            in_table = cell and cell.table == table and first.entry and not first.entry.is_section
            begins = begins and not in_table
            place = Place(told or weaker, place.section + bool(begins), is_apart)
            closer = first if not is_pair and is_of_others(first) else None
            is_several = (
                first.kind == "heading"
                and not closer
                and (bool(told) or first.text.lower().count("option ") > 1)
            )
            if (is_pair and told) or is_several:
                yield from (Line(text, row, place) for text in first.lines)
            elif is_option:
                # "Option : fleurs – code"
                yield Line(" ".join((first.label, *(p.text for p in row))), row, place)
        elif (len(row) > 1 or spanning) and not closer:
            if place.told and ends:
                place = place._replace(told="word")
            for line in _lines_of_row(row, above, place, spanning):
                # a letter in the first cell, and more of an option than its name
                more = any(not piece.block.has_link for piece in line.aside)
                is_lettered = more and _LETTER.fullmatch(line.pieces[0].text)
                if not place.told and is_lettered and has_options():
                    line = line._replace(place=place._replace(told="word"))
                cells = ((p, p.block.cell) for p in line.aside)
                spanning = [p for p, cell in cells if cell and cell.last > cell.row]
                spanning = spanning[:_MOST_SPANNING]
                yield line
        elif not closer:
            is_value = last.kind != "pair" or last.block is first.block
            is_list = first.kind != "item" or last.kind != "text" or last.text[-1:] == ":"
            if first.kind == last.kind == "item":  # no other list that stands below the first
                is_list = first.block.containers[1:] == last.block.containers[1:]
            # the value or list has ended
            if place.told and (not (is_value and is_list) or (cell and ends and last is not first)):
                place = place._replace(told="word")
            is_below = last is not first and last.kind != "pair" and not first.block.has_link
            is_below &= not last.block.has_link  # a file that is called "Option A"
            named = _LETTER_ALONE.fullmatch(last.text) if is_below else None
            is_above = _LETTER_ALONE.fullmatch(first.text) and [p.kind for p in below] == ["text"]
            for text in first.lines if not is_above else ():
                text, holders = (f"{last.text} : {text}", (last, first)) if named else (text, row)
                yield Line(text, holders, place)
                named = None
                if "option" in text.lower():
                    leads = text.endswith(":") and not OPTION_LETTER.match(text)
                    told = "option" if leads else place.told or "word"
                    place = place._replace(told=told)
        above = row


def _without_others(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces that are no items of a list of other diplomas, which a text leads."""
    is_listed = False
    for piece in pieces:
        if piece.kind != "item":
            is_listed = piece.kind == "text" and bool(_LEAD_OF_OTHERS.match(fold(piece.text)))
        if piece.kind != "item" or not is_listed:
            yield piece


def is_lettered_name(text: str) -> bool:
    """Return whether a line is a letter and behind a mark a name, as options have them."""
    match = _LETTERED_NAME.fullmatch(text.rstrip(" :"))
    return bool(match and is_name_line(match["name"]) and not _OWN_FILE.search(fold(match["name"])))


def _has_ended(label: Piece, last: Piece, after: Piece) -> bool:
    """Return whether a list or table ended behind a label's value: `Remplacé par | 400-24007`."""
    cell, value = label.block.cell, last.block.cell
    if last is label or (label.block.kind != "term" and not cell):
        return False
    if cell:
        return after.block.cell is None and value is not None and value[:2] == cell[:2]
    return is_outside(label, after)


def _rows(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Yield together the cells of a table's row that hold a piece each; other pieces alone."""
    for is_row, group in itertools.groupby(
        pieces, lambda p: (not p.entry or _is_option(p)) and (p.block.cell or ())[:2]
    ):
        row = tuple(group)
        if is_row and len({piece.block.cell for piece in row}) == len(row):
            yield row
        else:
            yield from ((piece,) for piece in row)


def _is_option(piece: Piece) -> bool:
    """Return whether a piece is an option's label with its name."""
    return piece.kind == "pair" and piece.entry is not None and piece.entry.field == "option"


def _goes_on(piece: Piece, row: Piece) -> bool:
    """Return whether a cell of a row before spans the row of `row` too."""
    cell, at = piece.block.cell, row.block.cell
    return cell is not None and at is not None and cell.table == at.table and at.row <= cell.last


def _lines_of_row(
    row: tuple[Piece, ...], above: tuple[Piece, ...], place: Place, beside: list[Piece]
) -> Iterator[Line]:
    """Yield a row as one line, or each code of it with the name in the row above.

    `beside`: cells of rows before that go on in this one, and say more of it.
    """
    codes = [code for piece in row for code in codes_in(piece.text)]
    names = " ".join(piece.text for piece in above)
    are_codes = len({code[:3] for code in codes}) == 1 and len(set(codes)) == len(codes) == len(row)
    if are_codes and len(above) == len(row) and not (codes_in(names) or says_others(names)):
        for name, code in zip(above, row, strict=True):
            text = name.text if OPTION.match(name.text) else f"option {name.text}"
            yield Line(f"{text} {code.text}", (name, code), place)
        return
    aside = tuple(piece for piece in row if piece.block.has_link or _MORE.match(fold(piece.text)))
    cells = tuple(piece for piece in row if piece not in aside)
    lists = [c for c in cells if len(c.lines) > 1 and all(map(OPTION.match, c.lines))]
    if len(cells) > 1 and all(OPTION.match(cell.text) for cell in cells):  # a row of names
        yield from (Line(cell.text, (cell,), place) for cell in cells)
        return
    if len(lists) == 1:  # "Diplômes | Option A : 500-25218<br>Option B : 500-25219"
        yield from (Line(text, (lists[0],), place, (*aside, *beside)) for text in lists[0].lines)
        return
    text = " ".join(f"option {cell.text}" if _is_option(cell) else cell.text for cell in cells)
    if row[0].text != text and _LETTER.fullmatch(row[0].text):
        text = text.replace(" ", " : ", 1)
    yield Line(text, cells or row, place, (*aside, *beside))


def _announced(piece: Piece) -> str:
    """Return whether a label or heading announces options or codes: see `Place.told`."""
    field = piece.entry.field if piece.entry else "option"
    is_plural = re.search(r"\boption ?s\b", fold(piece.label or piece.text)) is not None
    cell = piece.block.cell
    is_first = piece.entry and cell and cell.header and cell.row == cell.column == 0
    is_plural = is_plural or bool(is_first)
    return "code" if field == "code" else field if field == "option" and is_plural else ""


def is_of_others(piece: Piece) -> bool:
    """Return whether a label, pair or heading speaks of other diplomas."""
    if piece.entry is None:
        return piece.kind == "heading" and bool(_HEADING_OF_OTHERS.search(fold(piece.text)))
    return piece.entry.field in _FIELDS_OF_OTHERS


def says_others(text: str) -> bool:
    """Return whether words beside a code say that it is another diploma's."""
    return bool(OF_OTHERS.search(fold(RNCP_BEHIND.sub("", text))))

"""Divide a row into the lines that may name orders; a table's row is one, made a sentence."""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from parsers.extract.order_lines import (
    asks_for_number,
    begins_with_date,
    begins_with_day,
    begins_with_number,
    breaks_title,
    goes_on_title,
    heads_order,
    is_day,
    is_number,
    is_number_of_next,
    is_office,
    joins,
    names_order,
    says_what,
)
from parsers.extract.order_pieces import (
    is_defined,
    opens_text_of,
    tells_other_effect,
    without_links,
)
from parsers.extract.order_tokens import effect_of
from parsers.extract.orders import without_opening_links
from parsers.extract.row import Row
from parsers.model.blocks import Part, joined, lines_of
from parsers.model.file_types import is_file_detail
from parsers.segment.line_marks import without_bullet
from parsers.segment.pieces import Piece
from schema.dates import dates_in
from schema.text import clean, has_digit, same_length

# Names of columns above days of a file, not of an order: "Mise en ligne".
_OF_FILES = re.compile(r"\b(?:mise? en ligne|mise? a jour|maj|depose|televerse)")


class OrderLine(NamedTuple):
    """A line that may name orders; `titles`: theirs, where there are as many."""

    parts: tuple[Part, ...]
    titles: tuple[str, ...]


def order_lines(row: Row) -> Iterator[OrderLine]:
    """Yield the lines of a row that may name orders, each with the lines that continue it.

    The title is what stands on lines of their own but for numbers and what the order does.
    """
    lists = _cells_of_orders(row)
    if row.is_cells and len(lists) != 1:
        yield _sentence(row)
        return
    if len(row.pieces) == 2 and is_defined(*row.pieces):
        term, definition = row.pieces
        yield OrderLine((*term.parts, Part(" : "), *definition.parts), (term.text,))
        return
    parts: tuple[Part, ...] = ()
    number: tuple[Part, ...] = ()  # between "Création" and its order, behind which it belongs
    text, title = "", ""
    for piece in lists or row.pieces:
        lines = lines_of(_labelled(row, piece) or (Part(piece.text),))
        for following, below in itertools.zip_longest(lines, lines[1:], fillvalue=()):
            added = without_bullet(clean(joined(following)))
            if not added or is_office(added):
                continue
            is_headed = says_what(text) or heads_order(text, added)
            is_head = bool(below) and _sets_off(row, following, added, parts)
            is_number_below = asks_for_number(text, added)
            if is_headed and is_number(added):
                number = (*number, Part(" "), *following)
                continue
            is_date = row.field == "legal_texts" and begins_with_day(text)
            before = f"{row.label} {text}" if is_date else text
            goes_on = is_headed or is_number_below or (not is_head and joins(before, added))
            is_text = len(lines) > 1 and not any(part.href for part in following)
            goes_on = goes_on or (is_text and breaks_title(before, added))
            line: tuple[Part, ...] = following
            is_link = not goes_on and piece.block.has_link and opens_text_of(before, line)
            goes_on |= is_link
            if goes_on and parts and begins_with_number(added):
                next_line = without_bullet(clean(joined(below)))
                goes_on = not is_number_of_next(before, added, next_line)
            if parts and not goes_on:
                yield OrderLine(parts, (title,))
                parts, text, title = (), "", ""
            # "abrogeant l'arrêté du …" belongs to its title, and "NOR : …" does not
            aside = text and (
                is_number_below
                or is_link
                or (is_number(added) and not (names_order(added) or goes_on_title(added)))
                or says_what(added)
            )
            name = without_links(line, added) if piece.block.has_link else added
            title = title if aside else name if is_headed else f"{title} {name}".strip()
            between = " : " if is_headed and not text.endswith(":") else " "
            parts = (*parts, Part(between if text else " "), *following, *number)
            text, number = f"{text} {added}".strip(), ()
    yield OrderLine((*parts, *number), (title,))


def _labelled(row: Row, piece: Piece) -> tuple[Part, ...]:
    """Return the parts of a piece of `row`, behind its label where this is not that of the section.

    *Arrêté de création : 26 avril 2005* in the column *Arrêté*.
    """
    is_own = row.section is None or piece is row.section.heading
    led = not is_own and piece.kind == "pair" and effect_of(piece.label)
    return (Part(f"{piece.label} : "), *piece.parts) if led else piece.parts


def _sets_off(row: Row, line: tuple[Part, ...], text: str, before: tuple[Part, ...]) -> bool:
    """Return whether a line with others below says what these do, and not the order `before`.

    It is set off from that, or its label has said what that does: `Modification`, below
    *Arrêté de création*.
    """
    if not (before and says_what(text)):
        return False
    is_strong, is_plain = all(part.strong for part in line), not all(p.strong for p in before)
    is_told = tells_other_effect(row.section, text)
    return (is_strong and is_plain) or is_told


def _sentence(row: Row) -> OrderLine:
    """Return a table row as the sentence that the names of its columns make of it.

    The titles are the cells with dates.
    """
    cells = [(f"{name} : ", piece) for name, piece in row.cells]
    if not cells:
        named = zip(row.pieces, row.heads, strict=True)
        kept = [piece for piece, head in named if not _OF_FILES.search(same_length(head))]
        if any(is_file_detail(piece.text) for piece in kept):  # "Annexe I | PDF | 90 Ko | 3/5/2004"
            kept = [piece for piece in kept if not is_day(piece.text)]
        cells = [("", piece) for piece in kept or row.pieces]
    parts: list[Part] = []
    # "Modifications | arrêté du … ; arrêté du …"
    leads = not row.cells and says_what(cells[0][1].text)
    for name, piece in cells:
        lines = lines_of(_labelled(row, piece) or (Part(piece.text or piece.label),))
        dated = [begins_with_date(clean(joined(line))) for line in lines]
        is_head = piece is cells[0][1]
        for number, line in enumerate(lines):
            goes_on = not name and number and dated[number] and dated[number - 1]
            goes_on = goes_on or (leads and number and not is_head)
            behind = ": " if leads and is_head and not piece.text.endswith(":") else " "
            between = ", du " if goes_on and leads and dated[number] else ", "
            parts += [Part(between if goes_on else name), *line, Part(behind)]
    texts = (clean(joined(without_opening_links(piece.parts))) for _, piece in cells)
    titles = [text for text in texts if dates_in(text) and not is_number(text)]
    return OrderLine(tuple(parts), tuple(titles))


def _cells_of_orders(row: Row) -> list[Piece]:
    """Return the cells of a row that list orders, where the other cells add nothing to these.

    As in a table of orders, and behind *Historique*, but not behind *Modifications*.
    """
    lists = [piece for piece in row.pieces if _lists_orders(piece)] if row.is_cells else []
    if not lists or row.cells:
        return lists
    others = (piece.text for piece in row.pieces if piece not in lists)
    return [] if any(has_digit(text) or effect_of(text) for text in others) else lists


def _lists_orders(piece: Piece) -> bool:
    """Return whether a piece, such as a cell of a table, has lines that name a dated order each."""
    lines = piece.lines
    return len(lines) > 1 and all(names_order(line) and dates_in(line) for line in lines)

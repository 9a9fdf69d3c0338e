"""Tell pieces that name orders, open their texts or say what they do, by more than their words."""

import re
from collections.abc import Sequence

from parsers.extract.order_lines import (
    asks_for_one,
    is_number,
    is_order_named,
    names_order,
    opens_text,
    says_what,
)
from parsers.extract.order_tokens import effect_of
from parsers.extract.orders import is_legal_address, without_opening_links
from parsers.model.blocks import Part, joined
from parsers.model.file_types import is_file
from parsers.segment.line_marks import without_bullet
from parsers.segment.passages import Section
from parsers.segment.pieces import Piece
from schema.dates import dates_in
from schema.text import clean

# what a definition says beside: where the order is published, and which one it changes
_CITED = re.compile(r"\([^()]*\)| de l['’]arrêté du .*| [-–—] (?:BO|JO|J\.O\.|B\.O\.).*")


def is_legal_link(parts: Sequence[Part]) -> bool:
    """Return whether a line is only a link to a legal text."""
    hrefs = {part.href for part in parts if part.href or part.text.strip()}
    return len(hrefs) == 1 and is_legal_address(hrefs.pop() or "")


def opens_text_of(before: str, line: Sequence[Part]) -> bool:
    """Return whether a line is a link that only opens the order that the text before names.

    The order's number may stand behind the link: `Consulter le texte (NOR : MENE0401234A)`.
    """
    if len(line) > 1 and not line[-1].href and is_number(clean(line[-1].text)):
        line = line[:-1]
    if not (line and line[-1].href and is_legal_link(line)):  # most lines
        return False
    return opens_text(before, without_bullet(clean(joined(line))))


def without_links(line: tuple[Part, ...], text: str) -> str:
    """Return the text of a line without the links that only open the order it names."""
    if len(line) < 2:
        return text
    named = without_opening_links(line)
    if is_legal_link(line[-1:]):
        before = without_bullet(clean(joined(line[:-1])))
        named = named[:-1] if opens_text(before, line[-1].text.strip()) else named
    return without_bullet(clean(joined(named))) or text


def is_defined(before: Piece, after: Piece) -> bool:
    """Return whether a term of a list is an order, and its definition says what it does."""
    term, block = before.block, after.block
    is_beside = term.kind == "term" and block.number == term.number + 1
    is_beside = is_beside and term.containers[1:] == block.containers[1:]
    is_order = (
        is_beside
        and block.kind == "paragraph"
        and names_order(before.text)
        and not effect_of(before.text)
    )
    if not is_order:
        return False
    does = _CITED.sub("", after.text)  # "Modificatif (J.O. du 25/03/2004)"
    return effect_of(does) is not None and not dates_in(does)


def tells_other_effect(section: Section | None, line: str) -> bool:
    """Return whether a label asks for one order, and a line below that says what others do."""
    label = section.heading.label if section else ""
    return asks_for_one(label) and effect_of(label) != effect_of(line)


def is_order_file(piece: Piece) -> bool:
    """Return whether a link to a file says what an order does: which one, the page tells."""
    if not piece.block.has_link:
        return False
    return any(is_file(part.href) for part in piece.parts) and is_order_named(piece.text)


def heads_what_follows(before: Piece, after: Piece) -> bool:
    """Return whether what an order does is set off from the one above: `Abrogation`, as a label."""
    if after.block is before.block:
        return False
    is_made_so = after.block.strong > before.block.strong or (
        after.kind != before.kind and before.kind != "heading"
    )
    return is_made_so and says_what(after.text)

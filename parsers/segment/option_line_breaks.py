"""Divide texts that name several options into lines, and join an option's label to its name."""

import itertools
import re

from parsers.model.blocks import Part, joined, lines_of
from parsers.segment.page_diplomas import OPTION, OPTION_LETTER, has_option_word
from parsers.segment.pieces import Piece
from parsers.segment.stated_facts import is_bold, kind_of_fact
from schema.text import clean, has_digit

_NEXT_OPTION = re.compile(r"\)?\s?[;|,]\s(?:et )?(?=option )", re.IGNORECASE)
_BEHIND_FACTS = re.compile(r"(?<=\))\s?[;,]\s(?:et )?(?=option [A-H]\b)", re.IGNORECASE)


def lines_apart(pieces: list[Piece]) -> list[Piece]:
    """Divide texts of several lines of which some name an option, and others state a fact."""
    return [line for piece in pieces for line in _lines_of(_broken(piece))]


def _broken(piece: Piece) -> Piece:
    """Begin a line at each further option with links: `Option A : annexe ; option B : annexe`.

    Or with facts in brackets: `Option A cuir (RNCP836), option B bois (RNCP837)`.
    """
    if piece.entry or piece.text.lower().count("option ") < 2:
        return piece
    if not piece.block.has_link:
        return _broken_behind_facts(piece)
    parts: list[Part] = []
    for part in piece.parts:
        mark = _NEXT_OPTION.match(part.text) if parts and parts[-1].href else None
        text = part.text[mark.end() :] if mark else part.text
        if mark and part.text[0] == ")":
            parts.append(part._replace(text=")"))
        parts.append(part._replace(text=text, after_break=part.after_break or bool(mark)))
    return piece._replace(text=clean(joined(parts)), parts=tuple(parts))


def _broken_behind_facts(piece: Piece) -> Piece:
    """Begin a line at each option behind the bracket that ends the facts of the one before."""
    if len(piece.lines) > 1 or not OPTION_LETTER.match(piece.text):
        return piece
    texts = _BEHIND_FACTS.split(piece.text)
    if len(texts) != piece.text.lower().count("option "):
        return piece
    if not all(has_digit(text) and text.rstrip(" .").endswith(")") for text in texts):
        return piece
    parts = tuple(Part(text, after_break=bool(n)) for n, text in enumerate(texts))
    return piece._replace(parts=parts)


def options_with_values(pieces: list[Piece]) -> list[Piece]:
    """Join cells that say *Option* to the one behind each of them, where there are several."""
    pairs = {
        number: value._replace(kind="pair", entry=piece.entry, label=piece.label.rstrip(" :"))
        for number, (piece, value) in enumerate(itertools.pairwise(pieces))
        if piece.kind == "label" and piece.entry and piece.entry.field == "option"
        if value.kind == "text" and piece.block.cell and value.block.cell
        if piece.block.cell[:2] == value.block.cell[:2] and "options" not in piece.label.lower()
    }
    if len(pairs) < 2:
        return pieces
    return [pairs.get(n, p) for n, p in enumerate(pieces) if n - 1 not in pairs]


def _lines_of(piece: Piece) -> list[Piece]:
    if piece.entry or len(piece.lines) == 1 or not has_option_word(piece.text):
        return [piece]
    lines = [piece._replace(text=clean(joined(line)), parts=line) for line in lines_of(piece.parts)]
    are_names = [bool(OPTION.match(line.text)) for line in lines]
    kinds = {
        kind_of_fact(line) for line, is_name in zip(lines, are_names, strict=True) if not is_name
    }
    is_block = len(piece.parts) == len(piece.block.parts)
    heads_files = is_block and kinds == {"file"} and are_names[0] and sum(are_names) == 1
    # "<b>Option A : cuir</b>" below an order
    bold = {is_bold(line) for line, is_name in zip(lines, are_names, strict=True) if is_name}
    is_apart = any(kinds) or (True in bold and not all(map(is_bold, lines)))
    return lines if any(are_names) and is_apart and not heads_files else [piece]

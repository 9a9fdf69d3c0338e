"""Headings that are the first line of their block: `<div>OBJECTIFS<br>…<br><br>…</div>`."""

import itertools
from collections.abc import Sequence

from parsers.model.blocks import Block, Part, joined, lines_of
from parsers.segment.heading_styles import is_of_no_field, is_upper
from parsers.segment.pieces import Piece
from schema.text import clean

_LONGEST = 90
_Form = tuple[str, bool, bool]  # the block's making, in capitals, set off
_ENDS = (":", "?")  # of a heading that is not set off


def with_first_lines_apart(pieces: list[Piece]) -> list[Piece]:
    """Return pieces in which a block's first line is a heading where those of labels are.

    The labels of two texts or more stand so, in capitals or set off, and this line is made alike.
    Or before a colon alone, as what leads to a list does too: then it names a known section.
    """
    forms = [
        _form(piece.block.lines[0], piece.label, piece.block)
        for piece, after in itertools.pairwise(pieces)
        if piece.kind == "label" and piece.block is after.block and not piece.block.level
        if piece.entry and piece.entry.kind in {"text", "list"}
    ]
    known = {form for form in forms if form and forms.count(form) > 1}
    if not known:  # most pages
        return pieces
    result: list[Piece] = []
    for before, piece, after in zip([None, *pieces], pieces, [*pieces[1:], None], strict=False):
        is_first = before is None or before.block is not piece.block
        is_last = after is None or after.block is not piece.block
        result += _divided(piece, known, is_last) if is_first else [piece]
    return result


def _divided(piece: Piece, known: set[_Form], is_last: bool) -> list[Piece]:
    """Return the first piece of a block, as a heading and the rest where its first line is one.

    `is_last`: no other piece of the block follows.
    """
    if piece.kind != "text" or piece.block.level:
        return [piece]
    first, *others = lines_of(piece.parts)
    text = clean(joined(first))
    if not text or len(text) > _LONGEST or (is_last and not others):
        return [piece]
    form = _form(first, text, piece.block)
    if form not in known or (_is_plain(form) and not is_of_no_field(text)):
        return [piece]
    heading = Piece("heading", piece.block, None, text, text, tuple(first))
    rest = tuple(part for line in others for part in line)
    text = clean(joined(rest))
    return [heading, *([Piece("text", piece.block, None, "", text, rest)] if text else [])]


def _form(line: Sequence[Part], text: str, block: Block) -> _Form | None:
    """Return how a line is set off from the rest of its block; None if it is not."""
    filled = [part for part in line if part.text.strip()]
    is_strong = bool(filled) and all(part.strong for part in filled) and not block.strong
    is_marked = is_upper(text) or is_strong or clean(joined(line)).endswith(_ENDS)
    return (block.making, is_upper(text), is_strong) if is_marked else None


def _is_plain(form: _Form | None) -> bool:
    """Return whether nothing but the mark behind it tells a line from the text below it."""
    return form is not None and not (form[1] or form[2])

"""Tell what a piece of a page states: a code, a file, an order, a session."""

import re

from parsers.model.file_types import is_file
from parsers.segment.pieces import Piece
from schema.code import CodeScolarite
from schema.text import fold, same_length

# An order, a session: what makes a diploma, with all its options
_MAKES = re.compile(
    r"\W{0,5}(?:(?:la )?(?:premiere|derniere|1 ?r?e) session|sessions?"
    r"|(?![^.;]{0,40}option)[^.;]{0,40}?\b(?:arrete|decret)s?(?: de creation)? d(?:u|es))\b"
)
OF_DIPLOMA = {"legal_texts", "first_session", "last_session"}
_RNCP = re.compile(r"(?:fiche )?rncp ?(?:n )?\d")


def is_bold(piece: Piece) -> bool:
    """Return whether all of a text is set off."""
    return all(part.strong for part in piece.parts if part.text.strip())


def kind_of_fact(piece: Piece) -> str:
    """Return what kind of thing a piece states: a field, a file; empty for other texts."""
    if piece.entry:
        return piece.entry.field if piece.kind == "pair" else ""
    if is_code(piece):
        return "code"
    if has_file(piece):
        return "file"
    return "rncp" if _RNCP.match(fold(piece.text)) else ""


def is_code(piece: Piece) -> bool:
    """Return whether a piece is a code and nothing else, with its label or without."""
    may_be = piece.entry is None or piece.entry.field == "code"
    return may_be and whole_code(piece.text) is not None


def is_label_of_files(piece: Piece) -> bool:
    """Return whether a piece is a label of files: *Annexes*."""
    return piece.kind == "label" and piece.entry is not None and piece.entry.kind == "links"


def has_file(piece: Piece) -> bool:
    """Return whether a piece links to a file."""
    return piece.block.has_link and any(is_file(part.href) for part in piece.parts)


def makes_diploma(piece: Piece) -> bool:
    """Return whether a piece begins with an order or session, or is such a label or its value."""
    is_labelled = piece.entry is not None and piece.entry.field in OF_DIPLOMA
    return is_labelled or bool(_MAKES.match(same_length(piece.text)))


def whole_code(text: str) -> str | None:
    """Return the code that a text is, in any of its writings."""
    parsed = CodeScolarite.parse(text).value
    return parsed.code if parsed else None

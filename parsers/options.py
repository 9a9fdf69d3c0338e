"""Several diplomas on one page."""

from typing import NamedTuple

from parsers.pieces import Piece
from schema.lexicon import Lexicon


class Variant(NamedTuple):
    """One diploma of the page: what is its own; empty title and code mean the page's."""

    pieces: tuple[Piece, ...]
    title: str = ""
    code: str | None = None
    letter: str | None = None
    place: str = ""


class Split(NamedTuple):
    """The page's shared pieces and its diplomas, at least one."""

    shared: list[Piece]
    variants: tuple[Variant, ...]


def variants(found: list[Piece], title: str, lexicon: Lexicon) -> Split:
    """The diplomas of a page."""
    return Split(found, (Variant(()),))

"""Parts of a body as the extractors are given them."""

from parsers.formats.html import flatten
from parsers.segment.labels import split_blocks
from parsers.segment.passages import Outline, Passage, Section
from parsers.segment.pieces import Piece
from parsers.segment.sections import outline
from schema.lexicon import Lexicon

_LEXICON = Lexicon.packaged()


def pieces_of(body: str) -> list[Piece]:
    """The pieces of a body of HTML."""
    return split_blocks(flatten(f"<body>{body}</body>").blocks, _LEXICON)[0]


def outline_of(body: str) -> Outline:
    """Sections and passages of a body of HTML."""
    return outline(pieces_of(body))


def sections_of(body: str, field: str) -> list[Section]:
    """The sections of one field."""
    return [section for section in outline_of(body).sections if section.entry.field == field]


def passages_of(body: str) -> list[Passage]:
    """All passages of a body of HTML."""
    return outline_of(body).passages

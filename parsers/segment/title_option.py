"""Add to a title the one option that the page names, below it or as a label's value."""

import itertools
import re

from parsers.model.blocks import Block
from parsers.segment.pieces import Piece, value_of
from parsers.segment.title_sources import ONE_OPTION, FoundTitle
from parsers.segment.title_words import is_name_line
from schema.code import codes_in
from schema.text import fold, has_any
from schema.title import read_title

_LONGEST_OPTION = 120
_PLURAL_OPTION = re.compile(r"option\W?s", re.IGNORECASE)


def with_option(title: FoundTitle, blocks: tuple[Block, ...], pieces: list[Piece]) -> FoundTitle:
    """Add the one option that a page names, right below its title or as a label's value."""
    if "option" in title.text.lower():
        return title
    named = [
        (above, block)
        for above, block in itertools.pairwise(blocks)
        if block.text[:6].lower() == "option" and ONE_OPTION.match(block.text)
    ]
    if len(named) != 1 or named[0][0] not in title.blocks[-1:]:
        value = _labelled_option(pieces) if read_title(title.text).is_whole else None
        is_new = value and fold(value) not in fold(title.text)
        return title._replace(text=f"{title.text} option {value}") if is_new else title
    option = named[0][1]
    is_bare = option.text.lower().count("option") == 1 and not codes_in(option.text)
    if not is_bare or len(option.text) > _LONGEST_OPTION:
        return title
    return FoundTitle(f"{title.text} {option.text}", (*title.blocks, option))


def _labelled_option(pieces: list[Piece]) -> str | None:
    """Return the value of the label *Option*, where it and nothing else names an option."""
    labels = [n for n, piece in enumerate(pieces) if piece.entry and piece.entry.field == "option"]
    if len(labels) != 1:
        return None
    label = pieces[labels[0]]
    others = (piece.text for piece in pieces if piece is not label)
    if any("ption" in text or "PTION" in text for text in others):
        return None
    value = None if _PLURAL_OPTION.search(label.label) else value_of(pieces, labels[0])
    if value and (label.block.cell or ())[:2] != (value.block.cell or ())[:2]:
        return None  # below the name of a column
    text = value.text if value and not value.block.has_link else ""
    is_one = value is not None and len(value.lines) == 1 and not has_any(text, ";:/")
    is_name = is_one and ONE_OPTION.match(f"option {text}") and is_name_line(text)
    return text if is_name else None

"""Hold the title of a page, the blocks that it stands in, and what these say behind it."""

from typing import NamedTuple

from parsers.model.blocks import Block, Part, joined
from parsers.segment.labels import Piece
from parsers.segment.title_words import is_neutral
from schema.text import clean


class FoundTitle(NamedTuple):
    """The title as published, empty when the page has no title.

    `blocks`: the blocks that hold it. `rest`: what these blocks say behind it (a repeal, an
    order), to be read like any other text.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    rest: tuple[Piece, ...] = ()


def title_in(text: str, block: Block, in_block: str | None = None) -> FoundTitle:
    """Return the title `text` in `block`, of whose own text it is `in_block`."""
    return FoundTitle(text, (block,), text_behind(block, in_block or text))


def text_behind(block: Block, title: str) -> tuple[Piece, ...]:
    """Return the text of a block behind the title that it begins with."""
    left = len("".join(title.split()))
    parts: list[Part] = []
    for part in block.parts:
        if parts:
            parts.append(part)
            continue
        count = len("".join(part.text.split()))
        if count > left:
            at = next(
                n for n in range(len(part.text)) if len("".join(part.text[: n + 1].split())) > left
            )
            parts.append(part._replace(text=part.text[at:]))
        left -= min(count, left)
    text = clean(joined(parts)).strip(" ()[]–—-:,;|/.")
    if not any(char.isalnum() for char in text) or is_neutral(text):
        return ()
    return (Piece("text", block, None, "", text, tuple(parts)),)

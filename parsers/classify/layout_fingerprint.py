"""A page's layout: its skeleton of tags, classes and labels, as one short fingerprint.

Pages made from one template have the same; it changes when the template does, before any field
goes missing. What differs from page to page (which labels there are, how long a text is, numbers
in class names) has no part in it.
"""

import hashlib
import re

from parsers.model.blocks import Block
from parsers.segment.pieces import Piece

_NUMBER = re.compile(r"\d+")


def layout_of(pieces: list[Piece], title: tuple[Block, ...]) -> str:
    """Hash the frames in which title, values and sections stand: twelve hexadecimal digits."""
    lines = {f"title {_frame(block)}" for block in title[:1]}
    for piece in pieces:
        if piece.entry is not None and piece.entry.field and piece.kind in {"label", "pair"}:
            role = "section" if piece.entry.is_section else "value"
            lines.add(f"{role} {piece.kind} {_frame(piece.block)}")
    lines = {_NUMBER.sub("0", line) for line in lines}
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()[:12]


def _frame(block: Block) -> str:
    return f"{block.frame} {block.kind} {block.making}"

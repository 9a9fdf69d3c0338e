"""Read tables that are drawn with bars: `| Code | 500-23438 |`, with rules of dashes between rows.

A row of two cells becomes a label with its value on a line; of others the frame alone is left out.
"""

import re
from dataclasses import replace
from itertools import pairwise

from parsers.model.blocks import Block, Part, joined
from parsers.segment.line_slices import part_places, slice_of

_ROW = re.compile(r"\s*\|.*\|\s*")
_RULE = re.compile(r"[\s|+:=–—-]*")
_BAR = re.compile(r"\s*\|\s*")
_FRAME = frozenset("|+")
_FEWEST = 2  # rows


def with_bar_tables(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return `blocks`, of which those that hold drawn tables have their rows on lines."""
    if _FRAME.isdisjoint([block.text[:1] for block in blocks]):
        return blocks  # most pages
    read = (_read(block) if "|" in block.text else block for block in blocks)
    return tuple(block for block in read if block)


def _read(block: Block) -> Block | None:
    """Return a block with the rows of a drawn table as lines; None where it is all frame."""
    texts = [joined(line) for line in block.lines]
    rows = [bool(_ROW.fullmatch(text)) and not _RULE.fullmatch(text) for text in texts]
    frame = [bool(_RULE.fullmatch(text)) for text in texts]
    if not any(rows) or (sum(rows) < _FEWEST and not any(frame)):
        return block
    parts: list[Part] = []
    for line, is_row, is_frame in zip(block.lines, rows, frame, strict=True):
        if is_frame:
            continue
        first, *others = _cells(line) if is_row else line
        parts += [first._replace(after_break=bool(parts)), *others]
    return replace(block, parts=tuple(parts)) if parts else None


def _cells(line: tuple[Part, ...]) -> list[Part]:
    """Return the cells of a row: the second of two behind a colon, of more behind bars."""
    raw, places = joined(line), part_places(line)
    bars = [*_BAR.finditer(raw)]
    inside = [(bar.end(), after.start()) for bar, after in pairwise(bars)]
    cells = [slice_of(line, places, start, stop) for start, stop in inside if start < stop]
    mark = " | "
    if len(cells) == len(inside) == 2:
        mark = " " if joined(cells[0]).rstrip().endswith(":") else " : "
    parts = [part for cell in cells for part in (Part(mark), *cell)]
    return parts[1:] or [Part("")]

"""Tell the cells that lay a page out from those of a table of facts."""

from collections import defaultdict
from collections.abc import Iterable

from parsers.model.blocks import Block

# A heading and so many blocks besides make a cell a part of the page, not a value.
_MOST_BESIDE_HEADING = 2


def clear_layout_cells(blocks: Iterable[Block]) -> None:
    """Take away the cell of blocks in a cell that only lays the page out.

    It is the only one of its table with a text, or holds a heading and what stands below.
    """
    of_cells: defaultdict[tuple[int, ...], list[Block]] = defaultdict(list)
    cells_of: defaultdict[int, set[tuple[int, ...]]] = defaultdict(set)
    for block in blocks:
        if block.cell:
            of_cells[block.cell[:3]].append(block)
            cells_of[block.cell.table].add(block.cell[:3])
    for cell, held in of_cells.items():
        headings = sum(block.level > 0 for block in held)
        if len(cells_of[cell[0]]) == 1 or (
            headings and len(held) > headings + _MOST_BESIDE_HEADING
        ):
            for block in held:
                block.cell = None

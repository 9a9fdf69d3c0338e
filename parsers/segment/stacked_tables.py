"""Divide tables that stack rows of headings, each above a row of what stands below them.

`Présentation | Accès` above its two texts, and `Métiers visés | Réglementation` above others: each
row of headings begins a table of its own.
"""

import itertools
from bisect import bisect_right
from collections import Counter
from dataclasses import replace

from parsers.model.blocks import Block, Cell

_FEWEST = 2  # rows of headings


def with_stacked_tables_divided(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks in which each row of headings of such a table, with what is below, is one."""
    # a table of which a heading stands below its first row
    below = {b.cell.table for b in blocks if b.cell and b.cell.header and b.cell.row}
    if not below:  # most pages
        return blocks
    cells: dict[int, list[Cell]] = {table: [] for table in below}
    for block in blocks:
        if block.cell and block.cell.table in cells:
            cells[block.cell.table].append(block.cell)
    heads = {table: _rows_of_headings(of_table) for table, of_table in cells.items()}
    tables = itertools.count(max(block.cell.table for block in blocks if block.cell) + 1)
    numbers = {(table, row): next(tables) for table, rows in heads.items() for row in rows}
    return tuple(_placed(block, heads, numbers) for block in blocks)


def _placed(
    block: Block, heads: dict[int, list[int]], numbers: dict[tuple[int, int], int]
) -> Block:
    """Return a block with its cell in the table of the headings above it."""
    cell = block.cell
    rows = heads.get(cell.table) if cell else None
    if cell is None or not rows:
        return block
    row = rows[bisect_right(rows, cell.row) - 1]
    table = numbers[cell.table, row]
    placed = cell._replace(table=table, row=cell.row - row, last=cell.last - row)
    return replace(block, cell=placed)


def _rows_of_headings(cells: list[Cell]) -> list[int]:
    """Return the rows of headings of a table.

    None where other rows have headings too, where cells span others, or all rows have one heading.
    """
    rows: dict[int, set[bool]] = {}
    widths: Counter[int] = Counter()
    for cell in cells:
        rows.setdefault(cell.row, set()).add(cell.header)
        widths[cell.row] += 1
    heads = sorted(row for row, headers in rows.items() if headers == {True})
    # what stands below may be a table, whose cells are its own
    are_apart = all(rows.get(row + 1, {False}) == {False} for row in heads)
    is_mixed = any(len(headers) > 1 for headers in rows.values())
    spans = any(cell.last > cell.row or cell.right > cell.column for cell in cells)
    if len(heads) < _FEWEST or heads[0] or not are_apart or is_mixed or spans:
        return []
    return heads if max(widths[row] for row in heads) > 1 else []

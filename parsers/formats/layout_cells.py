"""Tell the cells that lay a page out from those of a table of facts."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable

from parsers.model.blocks import Block

# Blocks besides headings in a cell with a value, at most.
_MOST_IN_VALUE = 2
_MARKS = {*":|=»›→►"}  # what may stand alone in a cell between a label and its value


def without_marks(blocks: list[Block]) -> list[Block]:
    """Return blocks without the cells of a mark between label and value: `Code | : | 500-22430`.

    The cells behind it in the row move one column up.
    """
    marks = [block for block in blocks if block.text in _MARKS and block.cell]
    if not marks:  # nearly all pages
        return blocks
    columns: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    for mark in marks:
        if mark.cell:
            columns[mark.cell[:2]].append(mark.cell.column)
    left_out = set(map(id, marks))
    kept = [block for block in blocks if id(block) not in left_out]
    for block in kept:
        if cell := block.cell:
            moved = bisect_left(columns[cell[:2]], cell.column) if cell[:2] in columns else 0
            block.cell = cell._replace(column=cell.column - moved, right=cell.right - moved)
    return kept


def clear_layout_cells(blocks: Iterable[Block]) -> None:
    """Take away the cell of blocks in a cell that only lays the page out.

    It is the only one of its table with a text, and holds more than a value or a line that is
    set off, as a heading in a bar of colour is; or it holds a heading and more than a value.
    """
    of_cells: defaultdict[tuple[int, ...], list[Block]] = defaultdict(list)
    of_tables: Counter[int] = Counter()
    for block in blocks:
        if block.cell:
            cell: tuple[int, ...] = block.cell[:3]
            of_tables[cell[0]] += cell not in of_cells
            of_cells[cell].append(block)
    for cell, held in of_cells.items():
        headings = sum(block.level > 0 for block in held)
        is_alone, is_page = of_tables[cell[0]] == 1, len(held) > headings + _MOST_IN_VALUE
        is_bar = len(held) == 1 and held[0].strong
        if (is_alone and (is_page or is_bar)) or (headings and is_page):
            for block in held:
                block.cell = None


def make_values_of_headers(blocks: Iterable[Block]) -> None:
    """Make values of the second cells of tables of two columns that hold nothing but `<th>`.

    `<tr><th>Code</th><th>500-22430</th></tr>`, where all rows are made so.
    """
    of_tables: defaultdict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.cell:
            of_tables[block.cell.table].append(block)
    for held in of_tables.values():
        cells = [block.cell for block in held if block.cell]
        are_headers = all(cell.header for cell in cells)
        if not are_headers or {cell.right for cell in cells} != {0, 1}:
            continue
        for block in held:
            if block.cell and block.cell.column and block.kind == "term":
                block.kind, block.cell = "paragraph", block.cell._replace(header=False)


def extend_labels(blocks: Iterable[Block]) -> None:
    """Make the label of a row that of the next one too, where that one's first cell is empty.

    `Diplômes remplacés | 500-24322`, and below it `| 500-24323`, in a table of two columns.
    """
    rows: defaultdict[int, dict[int, list[Block]]] = defaultdict(dict)
    for block in blocks:
        if block.cell:
            rows[block.cell.table].setdefault(block.cell.row, []).append(block)
    for table in rows.values():
        columns = {block.cell.column for row in table.values() for block in row if block.cell}
        if columns != {0, 1}:
            continue
        labels: list[Block] = []
        for number in sorted(table):
            cells = [(block, block.cell) for block in table[number] if block.cell]
            if first := [block for block, cell in cells if not cell.column]:
                labels = first
            elif labels and len(cells) == 1 and (cell := labels[0].cell):
                if cell.last == cell.row:  # it no longer stands in one row
                    labels[0].containers = (*labels[0].containers[:1], *labels[0].containers[2:])
                labels[0].cell = cell._replace(last=number)

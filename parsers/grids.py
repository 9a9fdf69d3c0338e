"""Tables whose first row names the columns: labels above, values below.

One row of values is a set of labels with their values; several rows with a code each are
several diplomas.
"""

from typing import NamedTuple

from parsers.blocks import Block
from schema.code import codes_in
from schema.lexicon import Entry, Lexicon


class Grid(NamedTuple):
    """A table with named columns. `columns`: what each means (None: unknown), by number.

    `rows`: the blocks of each row by column; `blocks`: all blocks of the table.
    """

    columns: dict[int, Entry | None]
    headers: dict[int, Block]
    rows: tuple[dict[int, tuple[Block, ...]], ...]
    blocks: tuple[Block, ...]

    def named(self, row: dict[int, tuple[Block, ...]], field: str) -> tuple[Block, ...]:
        """The cell of `row` in the column that means `field`."""
        for column, entry in self.columns.items():
            if entry is not None and entry.field == field:
                return row.get(column, ())
        return ()


def grids(blocks: tuple[Block, ...], lexicon: Lexicon) -> list[Grid]:
    """The tables among `blocks` whose first row holds at least two labels of values, the code's,
    level's or type's among them, and nothing but labels or short names.
    """
    tables: dict[int, list[Block]] = {}
    for block in blocks:
        if block.cell is not None:
            tables.setdefault(block.cell.table, []).append(block)
    return [grid for members in tables.values() if (grid := _grid(members, lexicon))]


def _grid(members: list[Block], lexicon: Lexicon) -> Grid | None:
    rows: dict[int, dict[int, list[Block]]] = {}
    for block in members:
        assert block.cell is not None
        rows.setdefault(block.cell.row, {}).setdefault(block.cell.column, []).append(block)
    if len(rows) < 2:
        return None
    first, *others = (rows[number] for number in sorted(rows))
    if len(first) < 2 or any(len(cell) != 1 or len(cell[0].text) > 60 for cell in first.values()):
        return None
    columns = {column: lexicon.lookup(cell[0].text) for column, cell in first.items()}
    known = [e for e in columns.values() if e is not None and e.field]
    if not any(e.kind == "value" for e in known):
        return None
    if len(known) < 2 and not _codes_below(columns, others):
        return None
    data = [row for row in others if not _all_labels(row, lexicon)]
    if not data or any(max(row) > max(first) for row in data):
        return None
    # "Code | 40025219 | Niveau | niveau 4" is a row of pairs, not of column names
    if any(e is None and any(c.isdigit() for c in first[n][0].text) for n, e in columns.items()):
        return None
    if (
        len(data) == len(others)
        and all(len(row) > 1 or len(first) == 1 for row in data)
        and not _labels_in_first_column(others, lexicon)
    ):
        headers = {column: cell[0] for column, cell in first.items()}
        frozen = tuple({c: tuple(cell) for c, cell in row.items()} for row in data)
        return Grid(columns, headers, frozen, tuple(members))
    return None


def _codes_below(columns: dict[int, Entry | None], rows: list[dict[int, list[Block]]]) -> bool:
    """Whether a column named as the code's holds a code in each of several rows."""
    for column, entry in columns.items():
        if entry is not None and entry.field == "code" and len(rows) > 1:
            cells = [row[column][0].text for row in rows if column in row]
            return bool(cells) and all(codes_in(text) for text in cells)
    return False


def _all_labels(row: dict[int, list[Block]], lexicon: Lexicon) -> bool:
    return all(lexicon.lookup(cell[0].text) for cell in row.values())


def _labels_in_first_column(rows: list[dict[int, list[Block]]], lexicon: Lexicon) -> bool:
    firsts = [row[min(row)][0].text for row in rows]
    return any(lexicon.lookup(text) for text in firsts)

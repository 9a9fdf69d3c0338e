"""Tables whose first row names the columns: labels above, values below.

One row of values is a set of labels with their values; several rows with a code each are
several diplomas. So are several columns with a code each under a row of names.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from parsers.model.blocks import Block, Part
from schema.code import CodeScolarite, codes_in
from schema.lexicon import Entry, Lexicon


class Grid(NamedTuple):
    """A table with named columns. `columns`: the meaning of each (None: unknown), by number.

    `rows`: the blocks of each row by column; `blocks`: all blocks of the table.
    """

    columns: dict[int, Entry | None]
    headers: dict[int, Block]
    rows: tuple[dict[int, tuple[Block, ...]], ...]
    blocks: tuple[Block, ...]

    def named(self, row: dict[int, tuple[Block, ...]], field: str) -> tuple[Block, ...]:
        """Return the cell of `row` in the column that means `field`."""
        for column, entry in self.columns.items():
            if entry is not None and entry.field == field:
                return row.get(column, ())
        return ()


def grids(blocks: tuple[Block, ...], lexicon: Lexicon) -> list[Grid]:
    """Return the tables among `blocks` whose first row names the columns.

    It holds at least two labels of values, the code's, level's or type's among them, and nothing
    but labels or short names.
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
        for number in range(block.cell.row, max(block.cell.row, block.cell.last) + 1):
            rows.setdefault(number, {}).setdefault(block.cell.column, []).append(block)
    if len(rows) < 2:
        return None
    if sideways := _sideways(rows, members, lexicon):
        return sideways
    first, *others = _named_by_one_row([rows[number] for number in sorted(rows)], lexicon)
    if len(first) < 2 or any(len(cell) != 1 or len(cell[0].text) > 60 for cell in first.values()):
        return None
    columns = {column: lexicon.lookup(cell[0].text) for column, cell in first.items()}
    known = [e for e in columns.values() if e is not None and e.field]
    if not any(e.kind == "value" for e in known):
        return None
    if len(known) < 2 and not _codes_below(columns, others):
        return None
    data = [row for row in others if not all(lexicon.lookup(c[0].text) for c in row.values())]
    if not data or any(max(row) > max(first) for row in data):
        return None
    # "Code | 40025219 | Niveau | niveau 4" is a row of pairs, not of column names
    if any(e is None and any(c.isdigit() for c in first[n][0].text) for n, e in columns.items()):
        return None
    if (
        len(data) == len(others)
        and all(len(row) > 1 or len(first) == 1 for row in data)
        and not any(lexicon.lookup(row[min(row)][0].text) for row in others)
    ):
        headers = {column: cell[0] for column, cell in first.items()}
        frozen = tuple({c: tuple(cell) for c, cell in row.items()} for row in data)
        return Grid(columns, headers, frozen, tuple(members))
    return None


def _named_by_one_row(
    rows: list[dict[int, list[Block]]], lexicon: Lexicon
) -> list[dict[int, list[Block]]]:
    """Join a head of two rows, as `Sessions` above `Première | Dernière`, to one.

    The name of a column in the second row is a label with the one above it; else nothing changes.
    """
    first, second, *others = rows
    if not others or any(len(cell) != 1 for cell in (*first.values(), *second.values())):
        return rows
    head: dict[int, list[Block]] = {}
    joins = False
    for column, (block,) in second.items():
        over = max((c for c in first if c <= column), default=None)
        above = first[over][0] if over is not None else block
        if above is block:  # it spans both rows, or nothing stands above it
            head[column] = [block]
            continue
        name = f"{block.text} {re.sub(r's(?= |$)', '', above.text)}"
        if lexicon.lookup(name) is None:
            return rows
        joins = True
        head[column] = [replace(block, parts=(Part(name),))]
    return [head, *others] if joins else rows


def _sideways(
    rows: dict[int, dict[int, list[Block]]], members: list[Block], lexicon: Lexicon
) -> Grid | None:
    """Return a table with the labels in its first column and a diploma in each further one.

    At least two columns hold different codes in the code's row.
    """
    entries = {n: lexicon.lookup(row[0][0].text) for n, row in rows.items() if 0 in row}
    code_row = next((n for n, e in entries.items() if e is not None and e.field == "code"), None)
    if code_row is None:
        return None
    codes = {
        column: code.value.code
        for column, cell in rows[code_row].items()
        if column > 0 and (code := CodeScolarite.parse(cell[0].text)).value
    }
    if len(set(codes.values())) < 2 or set(codes) != set(rows[code_row]) - {0}:
        return None
    headers = {n: row[0][0] for n, row in rows.items() if 0 in row}
    columns: dict[int, Entry | None] = {n: entries.get(n) for n in rows}
    diplomas = tuple(
        {n: tuple(row[column]) for n, row in rows.items() if column in row} for column in codes
    )
    return Grid(columns, headers, diplomas, tuple(members))


def _codes_below(columns: dict[int, Entry | None], rows: list[dict[int, list[Block]]]) -> bool:
    """Return whether a column named as the code's holds a code in each of several rows."""
    for column, entry in columns.items():
        if entry is not None and entry.field == "code" and len(rows) > 1:
            cells = [row[column][0].text for row in rows if column in row]
            return bool(cells) and all(codes_in(text) for text in cells)
    return False

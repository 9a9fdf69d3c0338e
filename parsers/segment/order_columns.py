"""Join the cells of each column of a table whose columns are orders.

The names of the columns say what the orders do, and those of the rows what stands in them:
`| Création | Modification`, and below it `Arrêté du | 3 mai 2004 | 5 juin 2008`, `NOR | … | …`.
"""

import re
from collections import defaultdict
from dataclasses import replace

from parsers.model.blocks import Block, Part
from schema.text import same_length

_DOES = re.compile(r"(?:creation|modifications?|abrogation|rectificatif)(?: n\W{0,2}\d{1,2}| \d)?")
_ORDER = re.compile(r"(?:date (?:de l')?)?arrete(?: du)?\s?:?|date\s?:?")
# what stands in a further row, and what leads to it in the line of an order
_FURTHER = {
    ", NOR ": re.compile(r"(?:n\W{0,2}|numero )?nor\s?:?"),
    ", JO du ": re.compile(r"(?:j\.?o\.?|jorf|journal officiel)(?: du)?\s?:?"),
    ", BO ": re.compile(r"(?:b\.?o\.?|boe(?:n|sr)|bulletin officiel)(?: (?:du|n\W{0,2}))?\s?:?"),
    " ": re.compile(r"liens?|textes?|consulter|fichiers?|legifrance"),
}
_LONGEST = 30
_MOST = 12  # orders, and rows of each


def join_columns_of_orders(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return `blocks`, of which those of a column of such a table are one, without a cell."""
    tables: defaultdict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.cell:
            tables[block.cell.table].append(block)
    joined: dict[int, list[Block]] = {}  # by the number of the table's first block
    inside: set[int] = set()
    for members in tables.values():
        if len(members) > 2 and (orders := _orders(members)):
            joined[members[0].number] = orders
            inside.update(block.number for block in members)
    if not joined:  # most pages
        return blocks
    result: list[Block] = []
    for block in blocks:
        result += joined.get(block.number, () if block.number in inside else (block,))
    return tuple(result)


def _orders(members: list[Block]) -> list[Block]:
    """Return the orders of a table, a block for each column; none of any other table."""
    cells: dict[tuple[int, int], Block] = {}
    for block in members:
        if block.cell is None or (block.cell.row, block.cell.column) in cells:
            return []
        cells[block.cell.row, block.cell.column] = block
    heads = {column: block for (row, column), block in cells.items() if not row}
    names = {row: block for (row, column), block in cells.items() if not column}
    are_heads = heads and all(map(_DOES.fullmatch, map(_name, heads.values())))
    if not are_heads or len(heads) > _MOST or len(names) > _MOST:
        return []
    if {row for row, _ in cells} != {0, *names}:
        return []
    leads = {row: _lead(block) for row, block in names.items()}
    if None in leads.values() or [*leads.values()].count("") != 1:
        return []
    orders = []
    for column, head in heads.items():
        parts = [Part(f"{head.text} : ")]
        for row, lead in sorted(leads.items(), key=lambda each: (each[1] != "", each[0])):
            if value := cells.get((row, column)):
                is_called = same_length(value.text).startswith(("arr", "decret"))
                parts += [Part(lead or ("" if is_called else "arrêté du ")), *value.parts]
        orders.append(replace(head, kind="paragraph", parts=tuple(parts), cell=None))
    return orders


def _lead(name: Block) -> str | None:
    """Return what leads to the value of a row: nothing to the day; None for any other row."""
    if _ORDER.fullmatch(_name(name)):
        return ""
    return next((lead for lead, words in _FURTHER.items() if words.fullmatch(_name(name))), None)


def _name(block: Block) -> str:
    return same_length(block.text) if len(block.text) <= _LONGEST else ""

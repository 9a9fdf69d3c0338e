"""Join the cells behind a label of a predecessor or successor to one value.

`Diplôme remplacé | CAP X | 500-23437 | 2020`, below names of columns such as *Intitulé* and *Code*,
which are of the other diploma.
"""

from collections import Counter
from dataclasses import replace

from parsers.model.blocks import Block, Part
from parsers.model.statement import SUCCESSION
from schema.code import codes_in
from schema.lexicon import Lexicon
from schema.text import has_any

_FEWEST = 3  # cells of such a row
_WORDS = ("empla", "ncien", "ouveau", "uccess", "écess", "rempla", "REMPLA", "ivant")
_BETWEEN = Part(" - ")


def join_rows_of_others(blocks: tuple[Block, ...], lexicon: Lexicon) -> tuple[Block, ...]:
    """Return `blocks` with the cells of such rows as one, without the names of their columns."""
    heads = [b for b in blocks if b.cell and not b.cell.column and has_any(b.text, _WORDS)]
    if not heads:
        return blocks  # most pages
    labels = {  # rows
        head.cell[:2]
        for head in heads
        if head.cell and (entry := lexicon.lookup(head.text)) and entry.field in SUCCESSION
    }
    tables = {table for table, _ in labels}
    rows: dict[tuple[int, int], list[Block]] = {}
    for block in blocks:
        if block.cell and block.cell.table in tables:
            rows.setdefault(block.cell[:2], []).append(block)
    joined = {
        place: row for place, row in rows.items() if place in labels and _is_whole(row, lexicon)
    }
    gone = {id(block) for row in joined.values() for block in row[2:]}
    counts = Counter(table for table, _ in rows)
    of_others = Counter(table for table, _ in joined)
    for table, count in of_others.items():
        # a table of nothing but such rows below the names of its columns
        head = rows.get((table, 0), ()) if count == counts[table] - 1 else ()
        gone |= {
            id(block) for block in head if (table, 0) not in joined and lexicon.lookup(block.text)
        }
    values = {id(row[1]): _value(row[1:]) for row in joined.values()}
    return tuple(values.get(id(block), block) for block in blocks if id(block) not in gone)


def _is_whole(row: list[Block], lexicon: Lexicon) -> bool:
    """Return whether cells behind a label hold a name and a code apart, and no further label."""
    if len(row) < _FEWEST or codes_in(row[1].text):
        return False
    is_pair = any(lexicon.lookup(block.text) for block in row[2:])
    return not is_pair and any(codes_in(block.text) for block in row[2:])


def _value(cells: list[Block]) -> Block:
    parts = [part for cell in cells for part in (_BETWEEN, *cell.parts)]
    return replace(cells[0], parts=tuple(parts[1:]))

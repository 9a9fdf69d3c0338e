"""Turn a row of a table with named columns into labels and values."""

import itertools

from parsers.model.blocks import Block, Part, joined
from parsers.model.statement import SUCCESSION
from parsers.segment.line_marks import behind_bullet
from parsers.segment.pieces import Piece, PieceKind
from parsers.segment.tables import Grid, names_order_of, names_orders
from schema.code import codes_in
from schema.label_entry import Entry
from schema.text import clean, has_any

# Of names of columns that are no labels: what stands below them is no fact of the diploma's alone
_WORDS_OF_FACTS = ("session", "durée", "niveau", "application", "vigueur")


def rows_of_others(label: Piece, grid: Grid) -> list[Piece]:
    """Return each row of a table of predecessors or successors as a value of its label."""
    pieces = []
    for row in grid.rows:
        cells = [*itertools.chain(*row.values())]
        text = " - ".join(block.text for block in cells)
        pieces.append(Piece("pair", cells[0], label.entry, label.label, text, (Part(text),)))
    return pieces


def rows_as_items(grid: Grid) -> list[Piece]:
    """Return each row of a table of diplomas beside this one as an item."""
    items = []
    for row in grid.rows:
        cells = [*itertools.chain(*row.values())]
        parts = [part for block in cells for part in (*block.parts, Part(" - "))][:-1]
        items.append(Piece("item", cells[0], None, "", clean(joined(parts)), tuple(parts)))
    return items


def row_pieces(grid: Grid, number: int, in_text: bool = False) -> list[Piece]:
    """Return one row of a table with named columns as label-value pairs.

    `in_text`: it stands below a label of running text.
    """
    columns = _columns(grid, number)
    ends_text = in_text and any(
        e and e.kind == "value" and e.field != "url" for e in columns.values()
    )
    pieces = [
        Piece("label", grid.headers[column], entry, grid.headers[column].text, "", ())
        for column, entry in columns.items()
        if entry is not None and column in grid.headers and column not in grid.rows[number]
    ]
    known: Entry | None = None
    for column, cell in grid.rows[number].items():
        entry = columns.get(column)
        head = grid.headers.get(column)
        name = head.text if head else ""
        if entry is None:
            # what stands below it is no other diploma as below the column before
            is_apart = bool(head and known and known.field in SUCCESSION)
            if head and is_apart:
                pieces.append(Piece("label", head, Entry("", "heading", name), name, "", ()))
            # a text above the table ends too: "Présentation", and below it "Information | Code"
            elif head and name and (known.kind in {"text", "list"} if known else ends_text):
                pieces.append(Piece("heading", head, None, name, name, head.parts))
            is_named = names_orders(name) or names_order_of(name, cell[0].text)
            is_named |= has_any(name.lower(), _WORDS_OF_FACTS)
            is_named |= is_apart and len(grid.rows) == 1
            led = f"{name}{' ' if name.endswith(' du') else ' : '}" if is_named else ""
            for block in cell:
                parts = (Part(led), *block.parts) if led else block.parts
                pieces.append(Piece("text", block, None, "", led + block.text, parts))
        elif entry.is_section and head and not (entry.kind == "legal" and len(cell) == 1):
            pieces.append(Piece("label", head, entry, name, "", ()))
            for block in cell:
                is_text = entry.kind == "text" and block.kind != "item"
                pieces += _of_cell(block, "text" if is_text else "item")
        else:
            pieces += _pair(entry, name or entry.label, cell)
        known = entry or known
    return pieces


def _pair(entry: Entry, label: str, cell: tuple[Block, ...]) -> list[Piece]:
    """Return a cell as the value of its column's label: of another diploma all of its blocks.

    *CAP X* and below it its code; of other values the first, and the rest as texts.
    """
    first, *others = cell
    if entry.field in SUCCESSION and others:
        parts = [*first.parts]
        for block in others:
            parts += (block.parts[0]._replace(after_break=True), *block.parts[1:])
        return [Piece("pair", first, entry, label, clean(joined(parts)), tuple(parts))]
    rest = [Piece("text", block, None, "", block.text, block.parts) for block in others]
    return [Piece("pair", first, entry, label, first.text, first.parts), *rest]


def _of_cell(block: Block, kind: PieceKind) -> list[Piece]:
    """Return a block of a cell as a piece, or its lines where some are items: `<br>- bulletins`."""
    texts = [(clean(joined(line)), line) for line in block.lines]
    if len(texts) == 1 or not any(behind_bullet(text) for text, _ in texts):
        return [Piece(kind, block, None, "", block.text, block.parts)]
    return [
        Piece("item" if end else kind, block, None, "", text[end:], line)
        for text, line in texts
        for end in [behind_bullet(text) or 0]
    ]


def _columns(grid: Grid, number: int) -> dict[int, Entry | None]:
    """Return the columns of a row; *Code* behind the name of a former diploma alone is its."""
    columns = [n for n, entry in grid.columns.items() if entry]
    first, behind = (grid.columns[n] for n in columns) if len(columns) == 2 else (None, None)
    if not (first and behind and first.field in SUCCESSION and behind.field == "code"):
        return grid.columns
    if any(codes_in(block.text) for block in grid.rows[number].get(columns[0], ())):
        return grid.columns
    return {**grid.columns, columns[1]: first}

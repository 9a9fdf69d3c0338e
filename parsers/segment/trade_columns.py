"""Tables of trades: a name in one column, and beside it where, from when or under which code."""

import itertools
import re
from collections.abc import Sequence

from parsers.segment.pieces import Piece
from schema.label_entry import Entry
from schema.text import same_length

_HEAD = re.compile(
    r"(?:(?:intitule|nom|libelle|appellation)s?(?: (?:des?|du|de l[ae]) ?| d'| de l')?)?"
    r"(?:metier|emploi|profession|poste|fonction)s?"
    r"(?: (?:vise|possible|accessible|exerce|occupe|associe|concerne)s?)?\W{0,2}"
)
# below a label of trades
_NAME = re.compile(r"(?:intitule|nom|libelle|appellation|denomination)s?\W{0,2}")
_LONGEST_HEAD = 40
_FEWEST_CELLS = 4  # two rows of two


def with_columns_of_trades(pieces: list[Piece]) -> tuple[list[Piece], frozenset[int]]:
    """Return pieces in which the head of a column of trades is their label, and these tables.

    `Métier | Expérience`, `Emploi | Code ROME`, `Métier | Secteur d'activité`, below the label of
    trades `Intitulé | Secteur`: the heads of the other columns are headings of no field, and no
    cell below them is a trade.
    """
    # a list, no generator: nothing is called for each piece of a page
    cells = [piece for piece in pieces if piece.block.cell is not None]
    if len(cells) < _FEWEST_CELLS:
        return pieces, frozenset()
    tables: dict[int, list[Piece]] = {}
    below_trades: set[int] = set()
    label: Piece | None = None
    for piece in pieces:
        if piece.block.cell is None:
            label = piece if piece.kind == "label" else label
        else:
            table = piece.block.cell.table
            if table not in tables and label and label.entry and label.entry.field == "trades":
                below_trades.add(table)
            tables.setdefault(table, []).append(piece)
    heads = {
        table: head
        for table, cells in tables.items()
        if (head := _head(cells, table in below_trades))
    }
    if not heads:
        return pieces, frozenset()
    return [_as_head(piece, heads) for piece in pieces], frozenset(heads)


def _head(cells: Sequence[Piece], are_trades: bool) -> Piece | None:
    """Return the head of the one column of trades of a table; None where it has no such one.

    `are_trades`: it stands below a label of trades.
    """
    first = [*itertools.takewhile(lambda piece: _row(piece) == 0, cells)]
    below = cells[len(first) :]
    columns = {_column(piece) for piece in first}
    if len(columns) < 2 or len(columns) < len(first) or len(below) < len(first):
        return None
    # "Métiers", a label beside all of the rows
    if any(piece.block.cell and piece.block.cell.last for piece in first):
        return None
    named = [piece for piece in first if _names_trades(piece)]
    if are_trades and not named:
        named = [p for p in first if _NAME.fullmatch(same_length(p.text or p.label))]
    others = [piece for piece in first if piece not in named]
    fields = {piece.entry.field for piece in others if piece.entry}
    if len(named) != 1 or not fields <= {"", "sector"}:
        return None
    are_cells = all(
        piece.kind in {"text", "item", "heading"}
        and piece.entry is None
        and not (piece.block.cell and piece.block.cell.header and _column(piece))
        and _column(piece) in columns
        for piece in below
    )
    return named[0] if are_cells else None


def _names_trades(piece: Piece) -> bool:
    """Return whether a cell is the label of trades, or what a column of trades is called."""
    if piece.entry is not None:
        return piece.kind == "label" and piece.entry.field == "trades"
    text = piece.text
    return len(text) < _LONGEST_HEAD and bool(_HEAD.fullmatch(same_length(text)))


def _as_head(piece: Piece, heads: dict[int, Piece]) -> Piece:
    """Return a cell of the first row of a table as a label of trades, or as a heading."""
    head = heads.get(piece.block.cell.table) if piece.block.cell else None
    if head is None or _row(piece) or (piece.entry and piece.entry.field == "trades"):
        return piece
    label = piece.text or piece.label
    if piece is head:
        entry = Entry("trades", "list", label)
        return piece._replace(kind="label", entry=entry, label=label, text="", parts=())
    return piece._replace(kind="heading", entry=None, text=label, parts=piece.block.parts)


def _row(piece: Piece) -> int:
    return piece.block.cell.row if piece.block.cell else 0


def _column(piece: Piece) -> int:
    return piece.block.cell.column if piece.block.cell else 0

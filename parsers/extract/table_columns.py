"""Name the cells of a page's tables of orders by the columns that they stand below."""

import re
from typing import NamedTuple

from parsers.segment.labels import Piece
from schema.text import same_length

_ORDER = re.compile(
    r"(?:dates? (?:de l'|des |du )?)?(?:arr?etes?|decrets?|textes?)(?: (?:de |d')?\w+)?\W{0,3}"
    r"|(?:cree|modifie|complete|abroge)e?s? (?:les?|par|en dernier lieu)\b[\w ]{0,12}\W{0,3}"
    r"|(?:creation|modification|modificatif|abrogation)s?\W{0,3}"
)
# A column of dates is one of orders beside their numbers or journals, or beside what they do.
_DATE = re.compile(r"dates?(?: du texte| de signature)?\W{0,3}")
_OF_ORDERS = re.compile(
    r"(?:(?:n[?o]|numeros?) )?nor\W{0,3}|nature(?: du texte)?\W{0,3}|objet\W{0,3}"
    r"|(?:(?:publication|parution) (?:au )?)?(?:j\.?o|b\.?o|jorf|boen|journal|bulletin)\b.{0,15}"
)
# A first row with a date or year in it is no row of names.
_DATED = re.compile(r"\d\d|\d[/.-]\d")


class NamedCell(NamedTuple):
    """A cell below the name of its column; `of_order`: that of an order or of its date."""

    name: str
    piece: Piece
    of_order: bool


class TableColumns:
    """Takes the pieces of a page in reading order, and tells below which column each stands."""

    def __init__(self) -> None:
        self._names: dict[int, dict[int, str]] = {}
        self._of_order: dict[int, set[int]] = {}
        self._spanning: dict[tuple[int, int], Piece] = {}

    def add(self, piece: Piece) -> None:
        """Keep the name of a column, and a cell that spans further rows."""
        cell = piece.block.cell
        if cell and cell.row == 0:
            name = piece.label if piece.kind == "label" else piece.text
            self._names.setdefault(cell.table, {}).setdefault(cell.column, name)
        elif cell and cell.last > cell.row:
            self._spanning[cell.table, cell.column] = piece

    def are_of_orders(self, piece: Piece) -> bool:
        """Return whether a cell stands below the first row of a table of orders."""
        cell = piece.block.cell
        return cell is not None and cell.row > 0 and bool(self._orders(cell.table))

    def cells(self, pieces: tuple[Piece, ...]) -> tuple[NamedCell, ...]:
        """Return the cells of a row of a table of orders, first those that name the orders.

        A cell for an order may span this row and those above it.
        """
        first = pieces[0].block.cell
        if first is None or len(pieces) < 2 or not self.are_of_orders(pieces[0]):
            return ()
        of_order = self._orders(first.table)
        columns = {piece.block.cell.column for piece in pieces if piece.block.cell}
        above = [
            piece
            for number in of_order - columns
            if (piece := self._spanning.get((first.table, number)))
            and piece.block.cell
            and piece.block.cell.row < first.row <= piece.block.cell.last
        ]
        names = self._names[first.table]
        named = [
            NamedCell(names.get(cell.column, ""), piece, cell.column in of_order)
            for piece in (*above, *pieces)
            if (cell := piece.block.cell)
        ]
        return tuple(sorted(named, key=lambda cell: not cell.of_order))

    def _orders(self, table: int) -> set[int]:
        """Return the columns of a table that name orders, by the names of all."""
        if table not in self._of_order:
            names = {number: same_length(n) for number, n in self._names.get(table, {}).items()}
            named = len(names) > 1 and not any(map(_DATED.search, names.values()))
            orders = {number for number, name in names.items() if _ORDER.fullmatch(name)}
            dates = {number for number, name in names.items() if _DATE.fullmatch(name)}
            if not orders and not any(map(_OF_ORDERS.fullmatch, names.values())):
                dates = set()
            self._of_order[table] = orders | dates if named else set()
        return self._of_order[table]

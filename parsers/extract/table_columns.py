"""Name the cells of a page's tables of orders by the columns that they stand below."""

import re

from parsers.segment.pieces import Piece
from parsers.segment.tables import lists_files, names_orders
from schema.text import same_length

# A column of dates or references is one of orders beside their numbers or journals, or beside
# what they do.
_DATE = re.compile(
    r"(?:dates?(?: de signature)?|(?:dates?|references?) du texte|references?)\W{0,3}"
)
_OF_ORDERS = re.compile(
    r"(?:(?:n[?o]|numeros?) )?nor\W{0,3}|nature(?: du texte)?\W{0,3}|(?:objet|portee)\W{0,3}"
    r"|(?:(?:publication|parution) (?:au )?)?"
    r"(?:j\.?o|b\.?o|jorf|boe(?:n|sr)|journal|bulletin)\b.{0,15}"
)
_JOURNAL = re.compile(r"(?:j\.?o|b\.?o|jorf|boe(?:n|sr)|publication|parution)\b[^\d]*$")
_AND_JOURNAL = re.compile(r"\s?(?:\(|/|\bet )\s?(?:J\.?O|B\.?O|[Jj]ournal|[Bb]ulletin|[Pp]ubli).*")
# A first row with a date or year in it is no row of names.
_DATED = re.compile(r"\d\d|\d[/.-]\d")
_LONGEST_NAME = 80  # of a column: a longer text in the first row is a cell of its own
# "Abrogation | néant" above other rows of a label and its value
_NOTHING = re.compile(r"\W*(?:neant|aucune?|sans objet|oui|non)\W*|-")


class TableColumns:
    """Takes the pieces of a page in reading order, and tells below which column each stands."""

    def __init__(self) -> None:
        self._names: dict[int, dict[int, str]] = {}
        self._of_orders: dict[int, set[int]] = {}
        self._spanning: dict[tuple[int, int], Piece] = {}
        self._begins_with_header: dict[int, bool] = {}
        self._of_rows: set[int] = set()  # tables whose first row has a name and what it names

    def add(self, piece: Piece) -> None:
        """Keep the name of a column, and a cell that spans further rows."""
        cell = piece.block.cell
        if cell and cell.row == 0:
            name = piece.label if piece.kind == "label" else piece.text
            names = self._names.setdefault(cell.table, {})
            if names and not cell.header and self._begins_with_header.get(cell.table):
                self._of_rows.add(cell.table)
            self._begins_with_header.setdefault(cell.table, cell.header)
            # "Abrogation" and an order in one cell are no name
            name = f"{names.get(cell.column, '')} {_AND_JOURNAL.sub('', name)}"
            names[cell.column] = name.strip()
        elif cell and cell.last > cell.row:
            self._spanning[cell.table, cell.column] = piece

    def head(self, piece: Piece) -> str:
        """Return the name of the column that a cell stands below."""
        cell = piece.block.cell
        if not (cell and cell.row) or cell.table in self._of_rows:
            return ""
        name = self._names.get(cell.table, {}).get(cell.column, "")
        return name if len(name) <= _LONGEST_NAME else ""

    def are_of_orders(self, piece: Piece) -> bool:
        """Return whether a cell stands below the first row of a table of orders."""
        cell = piece.block.cell
        return cell is not None and cell.row > 0 and bool(self._orders(cell.table))

    def cells(self, pieces: tuple[Piece, ...]) -> tuple[tuple[str, Piece], ...]:
        """Return the cells of a row of a table of orders, each behind the name of its column.

        Those that name orders come first, one that spans this row and those above it too.
        """
        first = pieces[0].block.cell
        if first is None or not self.are_of_orders(pieces[0]):
            return ()
        # "13/07/1977" below *Arrêté*, with nothing beside it
        if len(pieces) < 2 and not (
            first.column in self._orders(first.table) and _DATED.search(pieces[0].text)
        ):
            return ()
        if first.column == 0 and _JOURNAL.match(same_length(pieces[0].text or pieces[0].label)):
            return ()  # "JO du | 15 mai 2004 | 9 juin 2008" below the row of the orders' days
        names, of_orders = self._names[first.table], self._orders(first.table)
        columns = {piece.block.cell.column: piece for piece in pieces if piece.block.cell}
        above = (self._spanning.get((first.table, number)) for number in of_orders - columns.keys())
        named = [
            (names.get(cell.column, ""), piece, cell.column not in of_orders)
            for piece in (*above, *pieces)
            if piece and (cell := piece.block.cell) and first.row <= cell.last
        ]
        return tuple((name, piece) for name, piece, _ in sorted(named, key=lambda cell: cell[2]))

    def _orders(self, table: int) -> set[int]:
        """Return the columns of a table that name orders, by the names of all."""
        if table not in self._of_orders:
            names = {number: same_length(n) for number, n in self._names.get(table, {}).items()}
            are_names = len(names) > 1 and not any(
                _DATED.search(name) or _NOTHING.fullmatch(name) for name in names.values()
            )
            columns = {number for number, name in names.items() if names_orders(name)}
            columns = set() if lists_files(names.values()) else columns
            if columns or any(map(_OF_ORDERS.fullmatch, names.values())):
                columns |= {number for number, name in names.items() if _DATE.fullmatch(name)}
            self._of_orders[table] = columns if are_names else set()
        return self._of_orders[table]

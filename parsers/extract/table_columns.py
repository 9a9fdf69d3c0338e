"""Find the columns of a page's tables that hold orders, by the names in their first rows."""

import re
from typing import Literal, NamedTuple

from parsers.segment.labels import Piece
from schema.dates import placed_dates
from schema.text import same_length

Role = Literal["order", "date", "journal"]
_DONE = r"(?:cree|modifie|complete|abroge)e?s?"
_ORDER = re.compile(
    r"(?:dates? (?:de l'|des |du )?)?(?:arr?etes?|decrets?|textes?)(?: (?:de |d')?\w+)?\W{0,3}"
    rf"|{_DONE} (?:le|les|par|par arrete|en dernier lieu(?: par)?)\W{{0,3}}"
    r"|(?:creation|modification|modificatif|abrogation)s?\W{0,3}"
)
# The dates below are those on which orders were published.
_PUBLISHED = r"(?:j\.?o(?:rf)?\b|b\.?o\b|boen|(?:journal|bulletin) officiel)"
_JOURNAL = re.compile(
    rf"(?:dates? (?:du |de )?)?(?:(?:publication|parution|publie|paru)s?(?: (?:au )?{_PUBLISHED})?"
    rf"|{_PUBLISHED})(?: du)?\W{{0,3}}"
)
# A column of dates is one of orders beside their numbers, or beside what they do.
_DATE = re.compile(r"dates?(?: du texte| de signature)?\W{0,3}")
# A first row with a date or year in it is no row of names.
_DATED = re.compile(r"\d\d|\d[/.-]\d")
_OF_ORDERS = re.compile(
    r"(?:(?:n[°o]|numeros?) )?nor\W{0,3}|nature(?: du texte)?\W{0,3}|objet\W{0,3}"
    rf"|(?:publication (?:au )?)?{_PUBLISHED}(?: du)?\W{{0,3}}"
)


class Column(NamedTuple):
    """A column of orders, of their dates or journals; `name`: as published."""

    role: Role
    name: str


class TableColumns:
    """Takes the pieces of a page in reading order, and tells below which column each stands."""

    def __init__(self) -> None:
        self._names: dict[int, dict[int, str]] = {}
        self._roles: dict[int, dict[int, Column]] = {}
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
        """Return whether the row of a cell has a cell for an order."""
        cell = piece.block.cell
        if cell is None or cell.row == 0:
            return False
        return any(column.role != "journal" for column in self._of(cell.table).values())

    def cells(
        self, pieces: tuple[Piece, ...]
    ) -> tuple[tuple[tuple[Piece, str], ...], tuple[Piece, ...]]:
        """Return the cells of a row that name orders, with their columns' names, and the journals.

        A cell for an order may span this row and those above it.
        """
        first = pieces[0].block.cell
        columns = self._of(first.table) if first and first.row and len(pieces) > 1 else {}
        if not columns:
            return (), ()
        cells: dict[Role, list[tuple[Piece, str]]] = {"order": [], "date": [], "journal": []}
        for number, column in columns.items():
            below = [p for p in pieces if p.block.cell and p.block.cell.column == number]
            above = self._spanning.get((first.table, number)) if first else None
            if not below and above and first and above.block.cell:
                cell = above.block.cell
                below = [above] if cell.row < first.row <= cell.last else []
            cells[column.role] += [(piece, column.name) for piece in below]
        orders = cells["order"]
        if not any(placed_dates(same_length(piece.text)) for piece, _ in orders):
            orders = orders + cells["date"]
        return tuple(orders), tuple(piece for piece, _ in cells["journal"])

    def _of(self, table: int) -> dict[int, Column]:
        if table not in self._roles:
            self._roles[table] = _columns(self._names.get(table, {}))
        return self._roles[table]


def _columns(names: dict[int, str]) -> dict[int, Column]:
    """Return the columns of a table that have a role, by the names of all."""
    plain = {number: same_length(name) for number, name in names.items()}
    if len(names) < 2 or any(map(_DATED.search, plain.values())):
        return {}
    columns: dict[int, Column] = {}
    for number, name in plain.items():
        if _JOURNAL.fullmatch(name):
            columns[number] = Column("journal", names[number])
        elif _ORDER.fullmatch(name):
            columns[number] = Column("order", names[number])
    # dates beside orders, their numbers, journals or what they do
    are_dated = any(
        columns.get(number, Column("date", "")).role == "order" or _OF_ORDERS.fullmatch(name)
        for number, name in plain.items()
    )
    for number, name in plain.items() if are_dated else ():
        if _DATE.fullmatch(name):
            columns[number] = Column("date", names[number])
    return columns

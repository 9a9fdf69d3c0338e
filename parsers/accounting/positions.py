"""Where a line stands: its CSS path, and its row and column in a table."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborNode

# A path names the innermost elements: deeper ones would cost the square of the depth.
_LONGEST_PATH = 6
# Wider tables get no column names: to count them would cost the square of the width.
_MOST_COLUMNS = 50


class Cell(NamedTuple):
    """A table cell: its row, the first row of its table, and its column from 0."""

    row: LexborNode
    first_row: LexborNode | None
    column: int

    @property
    def head(self) -> LexborNode | None:
        """Return the cell of the first row above; None in that row itself."""
        if self.first_row is None or self.first_row.mem_id == self.row.mem_id:
            return None
        cells = _cells(self.first_row)
        return next((cell for cell, column in cells if column == self.column), None)


def cell_of(node: LexborNode | None) -> Cell | None:
    """Return the innermost table cell around an element; the element itself if it is a cell."""
    cell = next((other for other in _around(node) if other.tag in ("td", "th")), None)
    row = cell.parent if cell is not None else None
    if cell is None or row is None:
        return None
    for other, column in _cells(row):
        if other.mem_id == cell.mem_id:
            return Cell(row, _first_row(row), column)
    return None


class Paths:
    """CSS paths of the elements of a page."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}

    def of(self, node: LexborNode | None) -> str:
        """Return the path of an element from the outermost of the elements that it names."""
        steps = [f"{element.tag}:nth-child({self._number(element)})" for element in _around(node)]
        return " > ".join(reversed(steps))

    def _number(self, node: LexborNode) -> int:
        """Return the place of an element among its siblings; each is counted once only."""
        before: list[int] = []
        sibling: LexborNode | None = node
        while sibling is not None and sibling.mem_id not in self._numbers:
            if sibling.is_element_node:
                before.append(sibling.mem_id)
            sibling = sibling.prev
        number = self._numbers[sibling.mem_id] if sibling is not None else 0
        for mem_id in reversed(before):
            number += 1
            self._numbers[mem_id] = number
        return number


def _around(node: LexborNode | None) -> Iterator[LexborNode]:
    """Yield an element and those around it, innermost first, as many as a path names."""
    for _ in range(_LONGEST_PATH):
        if node is None or not node.is_element_node:
            return
        yield node
        node = node.parent


def _first_row(row: LexborNode) -> LexborNode | None:
    part = row.parent
    if part is not None and part.tag in ("thead", "tbody", "tfoot"):
        part = part.parent
    return part.css_first("tr") if part is not None else None


def _cells(row: LexborNode) -> Iterator[tuple[LexborNode, int]]:
    """Yield the cells of a row with their columns."""
    column = 0
    for cell in row.iter():
        if column >= _MOST_COLUMNS:
            return
        if cell.tag in ("td", "th"):
            yield cell, column
            width = cell.attributes.get("colspan") or "1"
            column += max(1, int(width)) if re.fullmatch("[0-9]{1,2}", width) else 1

"""Hold what a page is divided into: sections, each a label with its content, and passages."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from parsers.segment.pieces import Piece
from schema.label_entry import Entry

_MAIN = ">main"
_PARAGRAPH = re.compile(r">p(?::nth-of-type\(\d+\))?$")


@dataclass
class Section:
    """A label and its content, in reading order.

    `container`: the part of the page that it owns, None as long as that is open.
    `labels_of_other`: the list, table or part that holds labels of a replaced diploma or successor.
    `main`: the frame of the page's `main` element where the label stands in it, else empty.
    """

    entry: Entry
    heading: Piece
    content: list[Piece] = field(default_factory=list)
    container: int | None = None
    labels_of_other: tuple[int, ...] | None = None
    main: str = field(init=False)

    def __post_init__(self) -> None:
        before, main, _ = self.heading.block.frame.partition(_MAIN)
        self.main = before + main if main else ""

    def takes(self, piece: Piece) -> bool:
        """Return whether `piece` stands in the part of the page that the section owns.

        The first piece of another block that is asked about settles `container`, that part.
        """
        cell = self.heading.block.cell
        # "apm.pdf | 41 Ko | arrêté" says what the file is, and heads nothing
        says_what = cell is not None and cell.row > 0 and cell.column > 0 and not self.content
        if (says_what or not self.entry.is_section) and self._is_beside_another(piece):
            return False
        if self.container is None:
            mine, theirs = self.heading.block.containers, piece.block.containers
            if self.heading.block is piece.block or not mine:
                return True
            # "<p><b>Accès</b><br>Après la 3e.<br><br>Sont admis :", and a list below
            is_text = self.entry.kind == "text" and mine == theirs
            if is_text and _PARAGRAPH.search(piece.block.place):
                return True
            # a label of a list without its value has none behind the list
            in_list = self.heading.block.kind in {"item", "term"} and not self.entry.is_section
            in_list &= not self.heading.block.making.startswith("button")  # its panel is elsewhere
            is_below = self.entry.kind == "value" and self._is_in_next_row(piece)
            if in_list and mine[1:] and mine[1] not in theirs and not is_below:
                return False
            self.container = next((n for n in mine if n in theirs), None)
            return True
        if self.container in piece.block.containers:
            return True
        return self._is_below_empty(piece) or self._is_in_next_item(piece)

    def _is_in_next_row(self, piece: Piece) -> bool:
        """Return whether a label spans columns from the first one, and `piece` stands below it.

        Or both are alone in their rows, as far as the first column tells.
        """
        cell, other = self.heading.block.cell, piece.block.cell
        if cell is None or other is None or cell.column:
            return False
        if not (cell.right or (cell.header and not other.header)):
            return False
        return (other.table, other.row, other.column) == (cell.table, cell.last + 1, 0)

    def _is_in_next_item(self, piece: Piece) -> bool:
        """Return whether orders stand in elements beside each other, the label in the first alone.

        As content managers write the values of a field: each in a `div.field-item`.
        """
        last = self.content[-1].block if self.content else None
        if last is None or self.entry.kind != "legal" or piece.kind != "text":
            return False
        head, block = self.heading.block, piece.block
        is_inside = head is not last and head.containers[1:] == self.content[0].block.containers
        return (
            is_inside
            and block.containers[1:] == last.containers[1:]
            and block.making.split(".")[:2] == last.making.split(".")[:2]
        )

    def _is_below_empty(self, piece: Piece) -> bool:
        """Return whether an order stands below that of a label, and below the label an empty cell.

        Any text there would have ended the section.
        """
        cell, other = self.heading.block.cell, piece.block.cell
        last = self.content[-1].block.cell if self.content else None
        if not (cell and other and last) or self.entry.field != "legal_texts":
            return False
        is_below = (last.table, last.column, last.last + 1) == (
            other.table,
            other.column,
            other.row,
        )
        return is_below and cell.column < other.column

    def _is_beside_another(self, piece: Piece) -> bool:
        """Return whether the label stands in a table and `piece` behind it or in a further row."""
        cell, other = self.heading.block.cell, piece.block.cell
        if cell is None or self.heading.block is piece.block:
            return False
        if other is None or other[:2] <= cell[:2]:
            return other is None or other.table < cell.table
        return self.entry.kind == "ignored-value" or other.column < cell.column


class Passage(NamedTuple):
    """A piece and its place: in a section or outside, below an unknown heading or not.

    `names`: it is the label of its section, or the name of a column, and holds no content.
    `above`: it stands above the diploma's title, or is that title.
    """

    piece: Piece
    section: Section | None = None
    unknown: Piece | None = None
    names: bool = False
    above: bool = False


class Outline(NamedTuple):
    """The sections of a page that have a field, and every piece in reading order."""

    sections: list[Section]
    passages: list[Passage]

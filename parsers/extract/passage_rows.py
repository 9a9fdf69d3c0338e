"""Join passages to rows, which are read together: one table row, or a continued line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from parsers.model.blocks import Part, joined, lines_of
from parsers.segment.labels import BULLET, Piece
from parsers.segment.sections import Passage, Section
from schema.dates import placed_dates
from schema.text import clean, same_length

# Continuations of the order on the line before: its number, journal or bulletin.
_GOES_ON = re.compile(
    r"\W*(?:nor(?:men)?\b|j\.?\s?o\b|jorf\b|b\.?\s?o\b|boen\b|journal officiel|bulletin officiel"
    r"|(?:publiee?|parue?)s? (?:au|dans)\b|n[°o]\s?\d|portant\b|relatif\b|fixant\b"
    r"|(?:modifi|abroge|complet|cre|instaur|institu)ant\b"
    r"|(?:cree|modifie|institue|fixe|definit) (?:l[ae]s?|une?|l')\b"
    r"|(?<=\()(?:creation|modification|abrogation)s?\))"
)
_DATE_FOLLOWS = re.compile(r"\W*(?:en date )?(?:du |le )?\d")
_ORDER = re.compile(r"\barr?etes?\b|\bdecrets?\b|\b(?:arr|a|d)\.")
_ANOTHER = re.compile(rf"(?:{_ORDER.pattern})[^.;]{{0,40}}\d")  # but "Lire l'arrêté"
_ORDER_COLUMN = re.compile(
    r"(?:dates? (?:de l'|des |du )?)?(?:arr?etes?|decrets?|textes?)(?: [a-z]+)?\W*"
)
_DATE_COLUMN = re.compile(r"dates?(?: de signature| du texte)?\W*")
# The dates below are those on which orders were published.
_JOURNAL = r"(?:j\.?o(?:rf)?\b|b\.?o\b|boen|(?:journal|bulletin) officiel)"
_JOURNAL_COLUMN = re.compile(
    rf"(?:dates? (?:du |de )?)?(?:(?:publication|parution|publie|paru)s?(?: (?:au )?{_JOURNAL})?"
    rf"|{_JOURNAL})(?: du)?\W*"
)
_DONE_TO_IT = re.compile(r"\W*(?:modifie|complete)e?s? (?:le |par (?:celui|ceux) )")
_AND_BY = re.compile(r"\W*(?:et|puis|ainsi que)\b(?: par)?(?: l'| les?\b| celui\b| ceux\b| du\b)")
# Headings of years or dates that state their meaning: read with each of them.
_SESSION_HEADING = re.compile(
    r"(?:[^:.]{0,40}\b(?:premiere|derniere|1(?:ere|re|e)) )?sessions?(?: d'examens?)?\W*"
)
WHAT_ORDERS_DO = re.compile(
    r"\W*(?:textes? (?:de )?)?(?:creation|modification|modificatif|abrogation)s?"
    r"(?: du diplome| de la specialite)?\b\W*"
)
ORDERS_HEADING = re.compile(
    rf"(?:(?:arr?etes?|decrets?) (?:de |d'|portant )?)?{WHAT_ORDERS_DO.pattern}"
)
_LONGEST_LINE = 160
_LONGEST_HEADING = 60


class OrderLine(NamedTuple):
    """A line that may name orders.

    `number`: their numbers (NOR, journal) on lines of their own, which are not part of their
    titles.
    """

    parts: tuple[Part, ...]
    number: str = ""


@dataclass(slots=True)
class Row:
    """Pieces that are read together.

    The cells of one table row in one section, or a piece with the lines that continue the order it
    names. `section`, `unknown`, `names`, `above`: see `Passage`. `plain`: the text of all,
    folded once, the targets of their links, and the name of the column of the `order_cells`: those
    below "Arrêté" or "Texte" in a table with names of columns, which may span this row and those
    above it, and below "Date" where the first names none. `journal`: the cells below the name of a
    journal.
    """

    pieces: tuple[Piece, ...]
    section: Section | None
    unknown: Piece | None
    names: bool
    above: bool
    plain: str
    order_cells: tuple[Piece, ...] = ()
    journal: tuple[Piece, ...] = ()

    @property
    def field(self) -> str:
        """Return the section's field, or its kind if it has none; empty outside sections."""
        return (self.section.entry.field or self.section.entry.kind) if self.section else ""

    @property
    def label(self) -> str:
        """Return the label of the section; empty outside sections."""
        return self.section.heading.label if self.section else ""

    @property
    def place(self) -> str:
        """Return where the row begins."""
        return self.pieces[0].block.place

    @property
    def text(self) -> str:
        """Return the text of all pieces on one line."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def is_cells(self) -> bool:
        """Return whether the pieces stand in different cells of a table."""
        return len(self.pieces) > 1 and _same_table_row(self.pieces[0], self.pieces[1])

    @property
    def has_link(self) -> bool:
        """Return whether any of its text is a link."""
        pieces = [piece for piece in self.pieces if piece.block.has_link]
        return any(part.href for piece in pieces for part in piece.parts)

    def order_lines(self) -> Iterator[OrderLine]:
        """Yield the lines that may name orders, each with the lines that continue it."""
        line = OrderLine(())
        text = ""
        for piece in self.pieces:
            for following in lines_of(piece.parts or (Part(piece.text),)):
                added = BULLET.sub("", clean(joined(following)))
                if not added and line.parts:  # a break before the text of its line
                    continue
                if line.parts and not _continues(text, added):
                    yield line
                    line, text = OrderLine(()), ""
                number = f"{line.number} {added}" if line.parts and is_number(added) else ""
                line = OrderLine((*line.parts, Part(" "), *following), number)
                text = f"{text} {added}"
        if line.parts:
            yield line


def is_number(text: str) -> bool:
    """Return whether a line begins with the number, journal or bulletin of an order."""
    return bool(_GOES_ON.match(same_length(text)))


def rows(passages: Sequence[Passage]) -> Iterator[Row]:
    """Group passages in reading order to rows."""
    group: list[Passage] = []
    columns: dict[tuple[int, int], str] = {}
    spanning: dict[tuple[int, int], Piece] = {}
    for passage in passages:
        if group and not _same_row(group, passage):
            yield _row(group, columns, spanning)
            group = []
        group.append(passage)
        cell = passage.piece.block.cell
        if cell and cell.row == 0:
            piece = passage.piece
            name = same_length(piece.label if piece.kind == "label" else piece.text)
            if _ORDER_COLUMN.fullmatch(name):
                columns[cell.table, cell.column] = "order"
            elif _JOURNAL_COLUMN.fullmatch(name):
                columns[cell.table, cell.column] = "journal"
            elif _DATE_COLUMN.fullmatch(name):
                columns[cell.table, cell.column] = "date"
        elif cell and cell.last > cell.row:
            spanning[cell.table, cell.column] = passage.piece
    if group:
        yield _row(group, columns, spanning)


def _row(
    group: list[Passage],
    columns: dict[tuple[int, int], str],
    spanning: dict[tuple[int, int], Piece],
) -> Row:
    first = group[0]
    pieces = tuple(passage.piece for passage in group)
    texts = [same_length(piece.text) for piece in pieces]
    if _says_of_what(first) and first.unknown:
        texts.append(same_length(first.unknown.text))
    texts += [part.href.lower() for piece in pieces for part in piece.parts if part.href]
    below = _below(pieces, columns, spanning) if columns and len(pieces) > 1 else {}
    order_cells = _order_cells(below.get("order", [])[:1], below.get("date", [])[:1])
    plain = " ".join([*texts, "arrete"] if order_cells else texts)
    return Row(
        pieces, first.section, first.unknown, first.names, first.above, plain, order_cells,
        tuple(below.get("journal", ())),
    )  # fmt: skip


def _below(
    pieces: tuple[Piece, ...],
    columns: dict[tuple[int, int], str],
    spanning: dict[tuple[int, int], Piece],
) -> dict[str, list[Piece]]:
    """Return the cells of a table row by what the names of their columns mean."""
    below: dict[str, list[Piece]] = {}
    first = pieces[0].block.cell
    for (table, column), meaning in columns.items():
        cells = [
            p for p in pieces if (c := p.block.cell) and (c.table, c.column) == (table, column)
        ]
        above = spanning.get((table, column))
        if not cells and above and first and first.table == table:
            cell = above.block.cell
            cells = [above] if cell and cell.row < first.row <= cell.last else []
        below.setdefault(meaning, []).extend(p for p in cells if p.block.cell and p.block.cell.row)
    return below


def _order_cells(named: list[Piece], dates: list[Piece]) -> tuple[Piece, ...]:
    """Return the cell that names an order, and that of its date where it is another one."""
    if named and not placed_dates(same_length(named[0].text)) and dates:
        return (*named, *dates)
    return tuple(named)


def _says_of_what(passage: Passage) -> bool:
    """Return whether the unknown heading above is no more than *session*, *modifications*."""
    head = passage.unknown
    if head is None or head is passage.piece or len(head.text) > _LONGEST_HEADING:
        return False
    text = same_length(head.text)
    return is_session_heading(text) or bool(ORDERS_HEADING.fullmatch(text))


def is_session_heading(text: str) -> bool:
    """Return whether a heading is *Sessions*, *Quand a eu lieu la première session ?* or alike."""
    return len(text) <= _LONGEST_HEADING and bool(_SESSION_HEADING.fullmatch(same_length(text)))


def _same_row(group: list[Passage], after: Passage) -> bool:
    before = group[-1]
    if before.section is not after.section or before.names or after.names:
        return False
    if before.above is not after.above or after.piece is after.unknown:
        return False
    if _same_table_row(before.piece, after.piece):
        return before.piece.block.cell != after.piece.block.cell
    return after.piece.block.cell is None and _continues(before.piece.text, after.piece.text)


def _same_table_row(before: Piece, after: Piece) -> bool:
    cell, last = after.block.cell, before.block.cell
    return bool(cell and last) and (cell and cell[:2]) == (last and last[:2])


def _continues(before: str, after: str) -> bool:
    """Return whether a line continues the order that the line before names."""
    if len(after) > _LONGEST_LINE:
        return False
    follows = same_length(after)
    goes_on = _GOES_ON.match(follows) or _DONE_TO_IT.match(follows)
    further = _AND_BY.match(follows)
    if not (goes_on or further or _DATE_FOLLOWS.match(follows)):
        return False
    leads = same_length(before)
    if not _ORDER.search(leads) or (_ANOTHER.search(follows) and not further):
        return False
    return bool(goes_on or further) or not placed_dates(leads)

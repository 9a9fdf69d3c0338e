"""Join passages to rows, which are read together: one table row, or a continued line.

Over 300 lines: a row, and each rule by which pieces are read as one row.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from parsers.extract.nor import nor_in
from parsers.extract.table_columns import NamedCell, TableColumns
from parsers.model.blocks import Part, joined, lines_of
from parsers.model.file_types import is_file_detail
from parsers.segment.labels import BULLET, Piece
from parsers.segment.sections import Passage, Section
from schema.dates import placed_dates
from schema.text import clean, same_length

# Continuations of the order on the line before: its number, journal or bulletin.
_GOES_ON = re.compile(
    r"\W*(?:nor(?:men)?\b|[a-z]{4}\d{7}[a-z]\b|j\.?\s?o\b|jorf\b|b\.?\s?o\b|boen\b"
    r"|journal officiel|bulletin officiel|(?:publiee?|parue?)s? (?:au|dans)\b|n[°o]\s?\d"
    r"|portant\b|relatif\b|fixant\b|(?:modifi|abroge|complet|cre|instaur|institu)ant\b"
    r"|(?:cree|modifie|institue|fixe|definit) (?:l[ae]s?|une?|l')\b"
    r"|(?<=\()(?:creation|modification|abrogation)s?\))"
)
_DATE_FOLLOWS = re.compile(r"\W*(?:en date )?(?:du |le )?\d")
_ORDER = re.compile(r"\barr?etes?\b|\bdecrets?\b|\b(?:arr|a|d)\.")
_ANOTHER = re.compile(rf"(?:{_ORDER.pattern})[^.;]{{0,40}}\d")  # but "Lire l'arrêté"
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
# "Modifié le" in the row below an order's
_DONE_LABEL = re.compile(
    r"(?:modifie|complete|abroge)e?s?(?: (?:le|les|par|en dernier lieu)\b.{0,20})?"
)
_LONGEST_NOR = 24
# "NOR :", and the number on the next line
_NUMBER_BELOW = re.compile(r"\b(?:nor|[jb]\.?o\.?|journal officiel|bulletin officiel)(?: du)?\W*$")
_LISTS_BELOW = re.compile(
    r"\b(?:modifie|complete|abroge)e?s?(?: successivement)? par(?: les? (?:arretes?|textes?))?"
    r"(?: suivants?)? ?:$"
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
    folded once, the targets of their links, and what else it is read with. `cells`: of a table of
    orders, these with the names of their columns, and those that span rows. `done`: a label that
    tells of the order in the row before (`Modifié le`).
    """

    pieces: tuple[Piece, ...]
    section: Section | None
    unknown: Piece | None
    names: bool
    above: bool
    plain: str
    cells: tuple[NamedCell, ...] = ()
    done: str = ""

    @property
    def heading(self) -> Piece | None:
        """The unknown heading above, unless the row is that itself."""
        return self.unknown if self.unknown is not self.pieces[0] else None

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
        return " ".join([piece.text for piece in self.pieces])

    @property
    def is_cells(self) -> bool:
        """Return whether the pieces stand in different cells of a table."""
        return len(self.pieces) > 1 and _same_table_row(self.pieces[0], self.pieces[1])

    @property
    def is_card(self) -> bool:
        """Whether the format or size of a file stands beside its link."""
        return len(self.pieces) > 1 and any(is_file_detail(piece.text) for piece in self.pieces)

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
                numbers = bool(_NUMBER_BELOW.search(same_length(text))) and not _ORDER.search(
                    same_length(added)
                )
                joins = _continues(text, added) or _is_numbered(text, added) or says_what(text)
                if line.parts and not (joins or numbers):
                    yield line
                    line, text = OrderLine(()), ""
                aside = line.parts and (numbers or is_number(added) or says_what(added))
                number = f"{line.number} {added}" if aside else ""
                line = OrderLine((*line.parts, Part(" "), *following), number)
                text = f"{text} {added}"
        if line.parts:
            yield line


def says_what(text: str) -> bool:
    """Return whether a line is no more than what the order beside it does: `Création`."""
    return len(text) <= _LONGEST_HEADING and bool(
        ORDERS_HEADING.fullmatch(same_length(text).strip())
    )


def is_number(text: str) -> bool:
    """Return whether a line begins with the number, journal or bulletin of an order."""
    return bool(_GOES_ON.match(same_length(text)))


def rows(passages: Sequence[Passage]) -> Iterator[Row]:
    """Group passages in reading order to rows."""
    group: list[Passage] = []
    columns = TableColumns()
    before: Row | None = None
    for passage in _headed(passages):
        if group and not _same_row(group, passage, columns):
            row = _row(group, columns, before)
            before = before if row.names else row
            yield row
            group = []
        group.append(passage)
        columns.add(passage.piece)
    if group:
        yield _row(group, columns, before)


def _headed(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Make headings of lines such as `Création`, for the orders right below them.

    Where the first of them stands below an order, they go on the lines above.
    """
    head: Piece | None = None
    before, place = "", None
    for passage, following in itertools.zip_longest(passages, passages[1:]):
        text, cell = passage.piece.text, passage.piece.block.cell
        if passage.unknown or passage.section or cell != place:
            head, before, place = None, "", cell
        if passage.unknown or passage.section:
            yield passage
        elif (
            says_what(text)
            and following
            and following.piece.block.cell == cell
            and not (before and head is None)
        ):
            is_order = _ORDER.search(same_length(following.piece.text))
            head = passage.piece if is_order else None
            yield passage._replace(unknown=head)
        else:
            goes_on = _ORDER.search(same_length(text)) or is_number(text)
            head, before = (head, f"{before} {text}") if goes_on else (None, "")
            yield passage._replace(unknown=head)


def _row(group: list[Passage], columns: TableColumns, before: Row | None) -> Row:
    first = group[0]
    pieces = tuple(passage.piece for passage in group)
    texts = [same_length(piece.text) for piece in pieces]
    if first.unknown and first.unknown is not first.piece and says_of_what(first.unknown.text):
        texts.append(same_length(first.unknown.text))
    linked = [piece for piece in pieces if piece.block.has_link]
    texts += [part.href.lower() for piece in linked for part in piece.parts if part.href]
    cells = columns.cells(pieces)
    done = _done_to_it(first, before)
    if cells or done:
        texts.append("arrete")
    return Row(
        pieces, first.section, first.unknown, first.names, first.above, " ".join(texts),
        cells, done,
    )  # fmt: skip


def _done_to_it(first: Passage, before: Row | None) -> str:
    """Return the label of a cell or of further orders about the order in the row before.

    `Modifié le` in the next row of a table, `…, modifié par :` above a list.
    """
    listed = first.piece.kind == "item" or _ORDER.search(same_length(first.piece.text))
    if before and listed and first.piece.block.cell is None:
        lead = _LISTS_BELOW.search(same_length(before.text))
        goes_on = before.done and before.pieces[0].kind == first.piece.kind
        return lead[0] if lead else (before.done if goes_on else "")
    cell, section = first.piece.block.cell, first.section
    if cell is None or first.names or (section and section.entry.kind != "ignored-value"):
        return ""
    label = section.heading.label if section else first.piece.text
    table = before and before.pieces[-1].block.cell
    labelled = before and (before.done or before.field == "legal_texts")
    in_order = labelled or (before and _ORDER.search(before.plain))
    follows = table and table.table == cell.table and in_order
    return label if follows and _DONE_LABEL.fullmatch(same_length(label)) else ""


def says_of_what(text: str) -> bool:
    """Return whether a heading is no more than *session*, *modifications*."""
    return is_session_heading(text) or says_what(text)


def is_session_heading(text: str) -> bool:
    """Return whether a heading is *Sessions*, *Quand a eu lieu la première session ?* or alike."""
    return len(text) <= _LONGEST_HEADING and bool(_SESSION_HEADING.fullmatch(same_length(text)))


def _same_row(group: list[Passage], after: Passage, columns: TableColumns) -> bool:
    before = group[-1]
    if before.section is not after.section or before.names or after.names:
        return False
    if before.above is not after.above or after.piece is after.unknown:
        return False
    if _same_table_row(before.piece, after.piece):
        # paragraphs of one cell are read together only where the table is one of orders
        if before.piece.block.cell != after.piece.block.cell or columns.are_of_orders(after.piece):
            return True
    elif after.piece.block.cell is not None:
        return _is_beside_file(group, after)
    if _is_beside_file(group, after):
        return True
    if len(group) == 1 and _is_numbered(before.piece.text, after.piece.text):
        return True
    return _continues(" ".join(passage.piece.text for passage in group), after.piece.text)


def _is_beside_file(group: list[Passage], after: Passage) -> bool:
    """Return whether of a link and the format or size of its file one follows the other.

    `<dt><a>PDF - 812 ko</a></dt><dd>Annexes</dd>`: the link may say no more than these.
    """
    if is_file_detail(after.piece.text) and not after.piece.block.only_link:
        return any(passage.piece.block.has_link for passage in group)
    first = group[0].piece.block
    named = after.piece.block.has_link or (first.kind == "term" and first.has_link)
    return len(group) == 1 and named and is_file_detail(group[0].piece.text)


def _same_table_row(before: Piece, after: Piece) -> bool:
    cell, last = after.block.cell, before.block.cell
    return bool(cell and last) and (cell and cell[:2]) == (last and last[:2])


def _is_numbered(before: str, after: str) -> bool:
    """Return whether a line is only the NOR of the order that the next line names."""
    nor = nor_in(before) if len(before) <= _LONGEST_NOR else None
    return bool(nor) and bool(_ORDER.search(same_length(after))) and nor_in(after) is None


def _continues(before: str, after: str) -> bool:
    """Return whether a line continues the order that the line before names."""
    if len(after) > _LONGEST_LINE:
        return False
    follows = same_length(after)
    goes_on = (
        _GOES_ON.match(follows)
        or _DONE_TO_IT.match(follows)
        or (says_what(after) and not WHAT_ORDERS_DO.match(same_length(before)))
    )
    further = _AND_BY.match(follows)
    if not (goes_on or further or _DATE_FOLLOWS.match(follows)):
        return False
    leads = same_length(before)
    if nor_in(before) and nor_in(after):
        return False  # the next order's, on the line before it
    is_order = _ORDER.search(leads) or (nor_in(after) and placed_dates(leads))
    if not is_order or (_ANOTHER.search(follows) and not further):
        return False
    return bool(goes_on or further) or not placed_dates(leads)

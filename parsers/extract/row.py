"""Hold a row: pieces of a page that are read together."""

from dataclasses import dataclass
from dataclasses import field as dataclass_field

from parsers.model.file_types import is_file_detail
from parsers.segment.passages import Section
from parsers.segment.pieces import Piece
from parsers.segment.tables import heads_diploma
from schema.dates import dates_in


@dataclass(slots=True)
class Row:
    """Pieces that are read together.

    The cells of one table row in one section, or a piece with the lines that continue the order it
    names. `section`, `unknown`, `names`, `above`: see `Passage`. `plain`: the text of all,
    folded once, the targets of their links, and what else it is read with. `cells`: of a table of
    orders, these with the names of their columns, and those that span rows. `effect_above`: what
    stands above it of what its orders do (`Modifié le`). `lead`: the text that its list of
    diplomas, sessions or general rules follows (`…, qu'il remplace :`). `in_linked`: its pieces
    stand in blocks with links. `heads`: the names of their columns. `earlier`: the row before in
    its section and below its heading. `is_dated`: whether a date stands in it or in rows before,
    once that was asked. `field`: the section's field, or its kind if it has none; empty outside
    sections.
    """

    pieces: tuple[Piece, ...]
    section: Section | None
    unknown: Piece | None
    names: bool
    above: bool
    plain: str
    cells: tuple[tuple[str, Piece], ...] = ()
    effect_above: str = ""
    lead: str = ""
    in_linked: bool = False
    heads: tuple[str, ...] = ()
    earlier: "Row | None" = None
    is_dated: bool | None = None
    field: str = dataclass_field(init=False)

    def __post_init__(self) -> None:
        entry = self.section.entry if self.section else None
        self.field = (entry.field or entry.kind) if entry else ""

    @property
    def is_answered(self) -> bool:
        """Return whether what its label or heading asks for stands above it: an order's date."""
        asked: list[Row] = []  # each row once, however many ask
        row = self.earlier
        while row and row.is_dated is None and not dates_in(row.text):
            asked.append(row)
            row = row.earlier
        answer = row is not None and row.is_dated is not False
        for each in (*asked, *filter(None, [row])):
            each.is_dated = answer
        return answer

    @property
    def heading(self) -> Piece | None:
        """Return the unknown heading above, unless the row is that itself."""
        return self.unknown if self.unknown is not self.pieces[0] else None

    @property
    def is_beside(self) -> bool:
        """Return whether its section is known and holds no field: news, links to other pages."""
        return self.section is not None and self.section.entry.is_beside

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
        if len(self.pieces) == 1:  # most rows
            return self.pieces[0].text
        return " ".join([piece.text for piece in self.pieces if piece.text])

    @property
    def is_cells(self) -> bool:
        """Return whether the pieces stand in different cells of a table."""
        return len(self.pieces) > 1 and in_one_table_row(self.pieces[0], self.pieces[1])

    @property
    def is_card(self) -> bool:
        """Return whether the format or size of a file stands beside its link."""
        return len(self.pieces) > 1 and any(is_file_detail(piece.text) for piece in self.pieces)

    @property
    def targets(self) -> list[str]:
        """Return where its links lead."""
        pieces = [piece for piece in self.pieces if piece.block.has_link]
        return [part.href for piece in pieces for part in piece.parts if part.href]

    @property
    def has_link(self) -> bool:
        """Return whether any of its text is a link."""
        return bool(self.targets)


def in_one_table_row(before: Piece, after: Piece) -> bool:
    """Return whether two pieces stand in one row of a table, and do not head a diploma each."""
    cell, last = after.block.cell, before.block.cell
    in_row = bool(cell and last) and (cell and cell[:2]) == (last and last[:2])
    return in_row and not (heads_diploma(before.block) and heads_diploma(after.block))

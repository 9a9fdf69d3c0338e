"""The pieces of a page: its blocks, or lines of these, as labels, values and texts."""

from typing import Literal, NamedTuple

from parsers.model.blocks import Block, Part, joined, lines_of
from schema.label_entry import Entry
from schema.text import clean

LONGEST_LABEL = 90  # characters of a label, and of the words above a code
# Ways to set a line off as a whole that mean the same, as editors mix them.
_SET_OFF = frozenset(
    tag + inner for tag in ("p", "div") for inner in (">b", ">strong", ">u", ">span")
)
PieceKind = Literal["label", "pair", "heading", "text", "item"]


class Piece(NamedTuple):
    """A block, or one line of it, as label, value or text.

    `label`: a label alone, its content follows. `pair`: a label with its value in `text`.
    `heading`: a heading that is no label. `text` and `item`: a paragraph and a list item.
    `parts`: of `text`.
    """

    kind: PieceKind
    block: Block
    entry: Entry | None
    label: str
    text: str
    parts: tuple[Part, ...]

    @property
    def style(self) -> str:
        """Return how it is marked up: equal for things that play the same role on a page."""
        block = self.block
        if block.level:
            return f"h{block.level}"
        # "<b><u>Accès</u> :</b>" has two elements in its paragraph
        is_set_off = block.making in _SET_OFF or (block.making == "p" and len(block.parts) > 1)
        return "p>b" if block.strong and is_set_off else block.making

    @property
    def lines(self) -> list[str]:
        """Return the texts of its lines, as `<br>` divides them."""
        lines = lines_of(self.parts) if len(self.parts) > 1 else ()
        # a bullet was cut off the text of a piece of one line
        return [clean(joined(line)) for line in lines] if len(lines) > 1 else [self.text]


def value_of(pieces: list[Piece], number: int) -> Piece | None:
    """Return the piece with the value of the label `pieces[number]`: itself, or the next text."""
    if pieces[number].kind == "pair":
        return pieces[number]
    follower = pieces[number + 1] if number + 1 < len(pieces) else None
    return follower if follower and follower.kind in {"text", "item"} else None


def is_outside(head: Piece, piece: Piece) -> bool:
    """Return whether a piece stands outside the list, or the row, of a term, item or cell."""
    around = {*head.block.containers[1:2]}  # empty for a text of the page itself
    return bool(around) and around.isdisjoint(piece.block.containers)

"""Timelines: a date alone, and behind it in the same element what happened then."""

import re

from parsers.model.blocks import Part
from parsers.segment.pieces import Piece
from schema.text import same_length

# A date, a month or a year that stands alone, and the fields of events that have one.
_WHEN = re.compile(
    r"(?:le |en )?"
    r"(?:(?:\d{1,2}(?:er)? )?[a-z]{3,9}\.? \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4})\W*"
)
# What begins with a day is an entry of its own, or a further date of a list.
_DAY = re.compile(
    r"(?:le |du )?(?:\d{1,2}(?:er)? [a-z]{3,9}\.? \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})\b"
)
_LONGEST_DATE = 30
_DATED = frozenset({"first_session", "last_session", "extra_session", "legal_texts"})


def dated_entries(pieces: list[Piece]) -> list[Piece]:
    """Join each date that stands alone to the one text or label behind it in the same element.

    In a timeline (`<li><time>Juin 2001</time><p>Première session</p></li>`) the value stands
    before its label, which takes no date of the next entry.
    """
    result: list[Piece] = []
    for before, piece, after in zip([None, *pieces], pieces, [*pieces[1:], None], strict=False):
        date = result[-1] if result and result[-1] is before else None
        # tested here, since most pieces are no date
        if (
            date is None
            or date.entry
            or len(date.text) > _LONGEST_DATE
            or not _is_entry(date, piece, after, result[-2] if result[1:] else None)
        ):
            result.append(piece)
        elif piece.kind == "label":
            result[-1] = piece._replace(kind="pair", text=date.text, parts=date.parts)
        elif piece.block.cell is None:
            result[-1] = piece._replace(
                kind="item",
                text=f"{date.text} : {piece.text}",
                parts=(*date.parts, Part(" : "), *piece.parts),
            )
        else:
            result.append(piece)  # the cells of a row are read together
    return result


def _is_entry(date: Piece, piece: Piece, after: Piece | None, before: Piece | None) -> bool:
    """Return whether an element holds nothing but a date and then `piece`."""
    if (
        not _WHEN.fullmatch(same_length(date.text))
        or piece.kind not in {"label", "text", "item"}
        or (piece.entry and piece.entry.field not in _DATED)
        or piece.block is date.block
        # the value of the label before; but a term is none of a heading's
        or (
            before
            and before.kind == "label"
            and not (before.entry and before.entry.kind == "heading")  # the name of a column
            and not (date.block.kind == "term" and before.block.level)
        )
        or (piece.block.kind == "item" == date.block.kind)
        or _WHEN.fullmatch(begin := same_length(piece.text[:_LONGEST_DATE]))
        or _DAY.match(begin)
    ):
        return False
    common = next((n for n in date.block.containers if n in piece.block.containers), None)
    if date.block.kind == "term":
        ends = after is None or after.block.kind == "term" or common not in after.block.containers
        return piece.block.kind != "term" and ends
    return common is not None and common not in {
        number for other in (before, after) if other for number in other.block.containers
    }

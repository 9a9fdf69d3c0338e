"""Tell which labels and values below a label such as *Diplôme remplacé* are of that diploma."""

import re

from parsers.model.blocks import Block
from parsers.model.statement import SUCCESSION
from parsers.segment.passages import Section
from parsers.segment.pieces import Piece
from parsers.segment.stated_facts import whole_code
from schema.code import codes_in
from schema.text import fold

_OTHER_DIPLOMA = re.compile(r"(?:(?:ancien|nouveau) )?diplome\b")
# What stands in the row of another diploma is said of that
_OF_OTHER = {"replaces": {"code", "last_session"}, "replaced_by": {"code", "first_session"}}


def is_of_other_diploma(piece: Piece, current: Section) -> bool:
    """Return whether a label below a heading such as *Diplôme remplacé* is of that diploma.

    The first label below it is, with the others of the same list, table or row of paragraphs:
    which those are is noted in `current`.
    """
    block = piece.block
    if not heads_other_diploma(current) or block.level or piece.style == current.heading.style:
        return False
    if current.content and _has_value_beside(current.heading.block, current.content[0].block):
        return False
    if current.content and _is_in_box(current.heading.block, current.content[0].block, block):
        return False
    if current.content and piece.entry and piece.entry.kind in {"text", "list"}:
        return False  # behind its code
    if _are_labels_of_form(current.heading.block, block):
        return False
    if current.labels_of_other is None:
        current.labels_of_other = table_or_list(piece)
    return current.labels_of_other == table_or_list(piece)


def _are_labels_of_form(head: Block, other: Block) -> bool:
    """Return whether two lines begin with elements of one class, as the labels of a form do.

    The first one, without a value, heads nothing.
    """
    making = head.parts[0].making if head.parts and other.parts else ""
    return "." in making and making == other.parts[0].making and head.frame == other.frame


def is_in_row_of_other(piece: Piece, current: Section) -> bool:
    """Return whether a value stands in a row that begins with a predecessor or successor.

    *Remplace | le CAP X | dernière session : 2020*, or below *Diplôme remplacé | Code | …*, where
    a name stands below the first column. The first session is not the predecessor's.
    """
    head, cell, first = current.heading.block.cell, piece.block.cell, current.content[:1]
    if not (head and cell and first and piece.kind == "pair" and piece.entry):
        return False
    is_named = current.heading.kind == "label" or not codes_in(first[0].text)
    is_its = piece.entry.field in _OF_OTHER.get(current.entry.field, ())
    return is_its and is_named and head.column == 0 < cell.column and head[:2] == cell[:2]


def _has_value_beside(head: Block, value: Block) -> bool:
    """Return whether a label has its value in its paragraph or row, and so heads nothing below."""
    if head.cell and value.cell and head.cell != value.cell:
        return head.cell[:2] == value.cell[:2]
    return value is head and not head.level


def _is_in_box(head: Block, value: Block, other: Block) -> bool:
    """Return whether a label and its value stand in an element that another label is outside of.

    `<div><label>Diplôme remplacé</label> <p>CAP X</p></div>`.
    """
    box = head.containers[0]
    return box in value.containers[1:] and box not in other.containers


def table_or_list(piece: Piece) -> tuple[int, ...]:
    """Return the table of a piece, or what is around the elements beside its own."""
    cell = piece.block.cell
    return (cell.table,) if cell else piece.block.containers[1:]


def heads_other_diploma(section: Section) -> bool:
    """Return whether a label heads what is said of a replaced diploma or of a successor.

    It is a heading, or a line of its own that speaks of a diploma: *Diplôme remplacé*.
    """
    heading, field = section.heading, section.entry.field
    if field not in SUCCESSION or heading.kind != "label" or heading.block.kind == "term":
        return False
    if heading.block.level or not _OTHER_DIPLOMA.match(fold(heading.label)):
        return heading.block.level > 0
    # a code alone, without a label, is the whole value, and nothing more is said of it below
    first = section.content[0] if section.content else heading
    return first.kind == "pair" or whole_code(first.text) is None

"""Find the blocks at the beginning of a page, above its first label, that may hold its title."""

import itertools
from collections.abc import Sequence

from parsers.model.blocks import Block
from parsers.model.file_types import is_page
from parsers.model.statement import SUCCESSION
from parsers.segment.page_diplomas import OPTION
from parsers.segment.pieces import Piece
from parsers.segment.title_sources import (
    is_label,
    is_menu,
    is_order,
    is_running_text,
    is_site,
    is_trail,
)
from parsers.segment.title_words import is_name_line, is_neutral
from schema.text import clean
from schema.title import begins_with_type, read_title

_LONGEST = 400


def early_blocks(
    blocks: tuple[Block, ...], pieces: list[Piece], headings: Sequence[Block], values: set[int]
) -> list[Block]:
    """Return the blocks of a page above its first label that may hold the title.

    `headings`: those of its content. `values`: the numbers of the blocks that are values of labels.
    Where the page begins with labels and their values, also the block behind them is early.
    """
    top = next((b.number for b in headings if b.level == 1), 0)
    top = top or next((b.number for b in blocks if _is_set_off_title(b)), 0)
    margins = _margins(blocks)
    labels = {
        piece.block.number
        for before, piece, below in zip((None, *pieces), pieces, (*pieces[1:], None), strict=False)
        if is_label(piece)
        and not (is_order(piece) or _is_aside(piece.block) or _heads_diplomas(piece, below))
        and not (before and before.block is piece.block and begins_with_type(before.text))
        and not (piece.block.has_link and is_menu(piece.block))
        and not (before and OPTION.match(before.text))  # "Option A", and below it its code
        and not (
            piece.entry
            and piece.entry.kind == "links"
            and (piece.block.number < top or (piece.block.cell or ())[:3] in margins)
        )
        # "Diplôme rénové : voir le CAP Y", a note above the title
        and not (piece.entry and piece.entry.field in SUCCESSION and piece.block.number < top)
    }
    lead = _leading_facts(blocks, pieces, values)
    end = max(_first_label(blocks, labels), lead + 1)
    others = (b for b in blocks[:end] if b.number not in values)
    return [block for block in others if len(block.text) <= _LONGEST]


def _margins(blocks: tuple[Block, ...]) -> set[tuple[int, ...]]:
    """Return the cells (table, row, column) left of one with a title: columns of a layout."""
    titled = {
        b.cell[:3]
        for b in blocks
        if b.cell and b.cell.column and not b.has_link and read_title(b.text).types
    }
    return {(table, row, left) for table, row, column in titled for left in range(column)}


def _is_set_off_title(block: Block) -> bool:
    """Return whether a block without a link is set off and begins as a diploma's title does."""
    return block.strong and not block.has_link and begins_with_type(block.text)


def _is_aside(block: Block) -> bool:
    """Return whether a label is no beginning of a page's content.

    The site's name that leads to another page, or the name of a further column.
    """
    names_column = block.cell is not None and block.cell.header and not block.cell.row
    return is_page(block.only_link) or bool(names_column and block.cell and block.cell.column)


def _heads_diplomas(label: Piece, below: Piece | None) -> bool:
    """Return whether a label heads a box of links to pages of diplomas, or the title itself.

    *Référentiels* in a margin, *Référentiel* right above the words of a type, or before them.
    """
    if label.kind == "pair" and label.entry and label.entry.field == "documents":
        return begins_with_type(label.text) and not label.block.has_link
    if below is None or label.kind != "label":
        return False
    links = [part for part in below.parts if part.text.strip()]
    if any(part.href for part in links):
        return all(is_page(p.href) and begins_with_type(clean(p.text)) for p in links)
    return is_neutral(label.label) and begins_with_type(below.text)


def _first_label(blocks: tuple[Block, ...], labels: set[int]) -> int:
    """Return the place of the first label, behind those that only say *Référentiel* above all."""
    is_headed = False
    for place, block in enumerate(blocks):
        is_told = is_headed or not is_neutral(block.text)
        if is_told and block.number in labels:
            return place
        is_head = (block.kind == "heading" and not block.boilerplate) or (
            block.strong and is_name_line(block.text)
        )
        is_headed = is_told and (is_headed or is_head)
    return len(blocks)


def _leading_facts(blocks: tuple[Block, ...], pieces: list[Piece], values: set[int]) -> int:
    """Return how many blocks of labels and values a page begins with; 0 for a list of diplomas."""
    labels = {
        piece.block.number
        for piece in pieces
        if (entry := piece.entry)
        and (entry.kind == "heading" if entry.is_section else entry.field)  # "En bref", "Niveau"
    }
    labels |= values
    lead = len(
        [
            *itertools.takewhile(
                lambda b: b.number in labels or is_menu(b) or is_trail(b.text) or is_site(b.text),
                blocks,
            )
        ]
    )
    lines = (block for block in blocks[lead:] if lead and block.kind == "paragraph")
    titles = {b.text for b in lines if begins_with_type(b.text) and not is_running_text(b.text)}
    return lead if len(titles) < 2 else 0

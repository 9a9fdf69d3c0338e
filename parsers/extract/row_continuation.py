"""Decide which passages are read together: one table row, or lines that go on about an order."""

import itertools
from collections.abc import Sequence

from parsers.extract.order_lines import (
    asks_for_day,
    begins_with_day,
    begins_with_number,
    goes_on_title,
    heads_order,
    is_number_alone,
    is_number_of_next,
    joins,
    names_order,
    says_of_what,
    says_what,
)
from parsers.extract.order_pieces import (
    heads_what_follows,
    is_defined,
    is_order_file,
    opens_text_of,
    tells_other_effect,
)
from parsers.extract.order_tokens import effect_of
from parsers.extract.row import in_one_table_row
from parsers.extract.table_columns import TableColumns
from parsers.model.blocks import lines_of
from parsers.model.file_types import is_file, is_file_detail
from parsers.segment.passages import Passage
from parsers.segment.pieces import is_outside
from schema.dates import dates_in

_MOST_IN_TURN = 40  # lines of orders and of what they do


def is_read_with(
    group: list[Passage], passages: Sequence[Passage], number: int, columns: TableColumns
) -> bool:
    """Return whether a passage is read together with those of `group`, right before it."""
    passage = passages[number]
    last = group[-1].piece
    if not in_one_table_row(last, passage.piece) and begins_with_number(passage.piece.text):
        if _is_head_of(group, passages[number : number + 2]):
            return True
        above = " ".join([before.piece.text for before in group])
        if is_number_of_next(above, *_with_next(passages, number)):
            return False
    cell = passage.piece.block.cell
    if cell is None and last.block.cell and is_number_alone(last.text):
        return False  # of the order above it in the table
    is_below = cell and _is_effect_below(group, passages, number)
    if not (is_below or _same_row(group, passage, columns)):
        return False
    in_row = in_one_table_row(last, passage.piece)
    return in_row or not _heads_orders(passages, number)


def _same_row(group: list[Passage], after: Passage, columns: TableColumns) -> bool:
    """Return whether a passage is read together with those before it: see `Row`."""
    before = group[-1]
    same_table_row = in_one_table_row(before.piece, after.piece)
    is_labelled = before.piece.block.cell == after.piece.block.cell and after.piece.kind == "pair"
    if is_labelled and before.piece.kind == "pair" and says_what(after.piece.label):
        return False  # "Arrêté de création : …", and below it "Arrêté modificatif : …"
    if same_table_row and columns.are_of_orders(after.piece):
        return True  # paragraphs of a cell and what looks like a label too
    if is_number_before(group, after):
        return True
    if before.section is not after.section or before.names or after.names:
        return False
    if before.above is not after.above or after.piece is after.unknown:
        return False
    cell = after.piece.block.cell
    if same_table_row and before.piece.block.cell != cell:
        return True
    if _is_beside_file(group, after):
        return True
    if cell is not None and not same_table_row:
        return False
    if len(group) == 1 and is_defined(before.piece, after.piece):
        return True  # "<dt>Arrêté du 3 mai 2004</dt><dd>Modification du règlement</dd>"
    if is_order_file(after.piece) or heads_what_follows(before.piece, after.piece):
        return False
    text = _text_before(group, after)
    is_headed = after.piece.text[:1] in "AaDd" and heads_order(text, after.piece.text)
    names = after.unknown is None and (says_what(text) or is_headed)
    names = names and not is_outside(before.piece, after.piece)
    names = names and not is_file(before.piece.block.only_link)
    line, *others = after.piece.lines if len(after.piece.parts) > 1 else [after.piece.text]
    is_new = before.piece.block is not after.piece.block and line[:3].upper() == "NOR"
    is_effect = says_what(line)
    if is_effect and tells_other_effect(before.section, line):
        return False
    is_day = line[1:4] == "réé" and bool(others) and asks_for_day(line, others[0])
    is_head = is_day or (is_new and others and names_order(others[0]))
    if is_effect or is_head:
        line = after.piece.text  # "Abrogation", or "NOR : MENE0401234A", and its order below
    if after.piece.block.has_link and opens_text_of(text, lines_of(after.piece.parts)[0]):
        return True
    if text[1:4] == "réé" and after.unknown is None and asks_for_day(text, line):
        return True
    return joins(text, line) or (names and names_order(after.piece.text))


def _text_before(group: list[Passage], after: Passage) -> str:
    """Return the text of passages that the next one may go on.

    Without a number between *Création* and its order, and with the label *Arrêté* where *du 5 mai
    2004* stands below it and then *portant création*.
    """
    text, section = group[0].piece.text, group[0].section
    if len(group) > 1:
        texts = [passage.piece.text for passage in group]
        if len(texts) == 2 and is_number_alone(texts[1]) and says_what(texts[0]):
            return texts[0]
        text = " ".join(texts)
    is_below = section and section.entry.field == "legal_texts" and begins_with_day(text)
    if section and is_below and goes_on_title(after.piece.text):
        return f"{section.heading.label} {text}"
    return text


def _is_head_of(group: Sequence[Passage], passages: Sequence[Passage]) -> bool:
    """Return whether a line says what the order does whose number is next, and the order last."""
    head, section = group[0].piece, group[0].section
    return (
        len(group) == 1
        and len(passages) == 2
        and all(passage.section is section for passage in passages)
        and is_number_alone(passages[0].piece.text)
        and says_what(head.text)
        and names_order(passages[1].piece.text)
        and not is_file(head.block.only_link)
    )


def _with_next(passages: Sequence[Passage], number: int) -> tuple[str, str, bool]:
    """Return the text of a passage, that of the next one, and whether a block begins with the two.

    The next one counts where the first is no more than a number.
    """
    piece = passages[number].piece
    if number + 1 == len(passages) or not is_number_alone(piece.text):
        return piece.text, "", False
    before, after = passages[number - 1].piece, passages[number + 1].piece
    is_block = before.block is not piece.block and after.block is piece.block
    return piece.text, f"{after.label} {after.text}", is_block


def is_number_before(group: Sequence[Passage], after: Passage) -> bool:
    """Return whether a NOR alone stands before a label in its block whose order it is of."""
    before = group[0].piece
    is_alone = len(group) == 1 and after.piece.kind == "pair" and before.block is after.piece.block
    return (
        is_alone
        and is_number_alone(before.text)
        and bool(effect_of(after.piece.label) or names_order(after.piece.text))
    )


def _is_effect_below(group: list[Passage], passages: Sequence[Passage], number: int) -> bool:
    """Return whether a row of one cell says what the order in the row above does."""
    before, after = group[-1], passages[number]
    cell, place = after.piece.block.cell, before.piece.block.cell
    if not (cell and place) or cell.column or cell.row != place.last + 1 or len(group) > 1:
        return False
    behind = passages[number + 1].piece.block.cell if number + 1 < len(passages) else None
    is_alone = (cell.table, place.column) == (place.table, 0) and (behind or ())[:2] != cell[:2]
    same = before.section is after.section and before.unknown is after.unknown
    if not (is_alone and same and names_order(before.piece.text)):
        return False
    return says_what(after.piece.text) or says_of_what(after.piece.text)


def _heads_orders(passages: Sequence[Passage], number: int) -> bool:
    """Return whether a line says what the order below it does, and not the one above it.

    So it is where such lines and orders take turns, and the last of them is an order:
    *Arrêté du 3 mai 2004*, *Modification*, *Arrêté du 8 juin 2009*.
    """
    first = passages[number]
    line = first.piece.text
    is_of_what = ("ion d" in line or "ION D" in line) and says_of_what(line)
    if not is_of_what and (
        line.startswith("(") or not says_what(line) or effect_of(line) == "creation"
    ):
        return False
    is_order = False
    for after in itertools.islice(passages, number + 1, number + _MOST_IN_TURN):
        text = after.piece.text
        is_beside = after.section is first.section and after.unknown is first.unknown
        is_line = says_what(text) or says_of_what(text)
        if not is_beside or not (is_line or (names_order(text) and dates_in(text))):
            break
        is_order = not is_line
    return is_order


def _is_beside_file(group: list[Passage], after: Passage) -> bool:
    """Return whether of a link and the format or size of its file one follows the other.

    `<dt><a>PDF - 812 ko</a></dt><dd>Annexes</dd>`: the link may say no more than these.
    """
    before, cell = group[-1].piece.block.cell, after.piece.block.cell
    if before and cell and before[0] == cell[0] and before[1] < cell[1] and not cell[2]:
        return False  # "pdf | Annexe I", and in the next row "PDF | 25 pages | …"
    are_linked = True in [passage.piece.block.has_link for passage in group]
    if not (are_linked or after.piece.block.has_link):
        return False
    if is_file_detail(after.piece.text) and not after.piece.block.only_link:
        linked = {part.href for passage in group for part in passage.piece.parts}
        return are_linked and all(part.href in {None, *linked} for part in after.piece.parts)
    first = group[0].piece.block
    named = after.piece.block.has_link or (first.kind == "term" and first.has_link)
    return len(group) == 1 and named and is_file_detail(group[0].piece.text)

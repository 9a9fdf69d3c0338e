"""Divide pieces into sections: each label with the pieces that belong to it.

A label owns what follows it up to the next label, and only inside the smallest part of the page
that holds both it and the first thing that follows: a cell's row, a `dl`, a card, the body.
Two rules keep texts whole: a heading below a section's own heading is part of its text, and an
unknown heading ends the section before it.

It is one walk, whose tests of a piece need the section that is open.
"""

import re
from collections import Counter
from collections.abc import Set
from functools import cached_property
from itertools import pairwise

from parsers.model.blocks import Block, Part
from parsers.model.file_types import is_file, is_file_detail
from parsers.segment import heading_styles
from parsers.segment.file_versions import of_versions_of_files
from parsers.segment.inner_labels import (
    belongs_below,
    in_own_table,
    is_caption,
    is_labelled_sentence,
    is_sub_heading,
    is_value_of,
    items_in_lists,
    leads_on,
    leads_to_list,
    names_a_column,
    names_no_field,
)
from parsers.segment.label_context import labels_in_context
from parsers.segment.order_paragraphs import is_of_orders
from parsers.segment.passages import Outline, Passage, Section
from parsers.segment.pieces import Piece, PieceKind, is_outside
from parsers.segment.section_ends import is_behind_mere_code, is_full
from parsers.segment.succession_sections import (
    is_in_row_of_other,
    is_of_other_diploma,
    table_or_list,
)
from parsers.segment.timelines import dated_entries
from parsers.segment.title_sources import is_running_text
from parsers.segment.trade_columns import with_columns_of_trades
from parsers.segment.value_shapes import DIGITS, LONGEST_NOTHING, says_nothing
from schema.dates import dates_in
from schema.heading_words import of_statement
from schema.label_entry import Entry
from schema.text import fold, has_digit, same_length

# of a text as a whole: what stands beside it is none of its parts
_OF_RULES = re.compile(r"\breglementa\w+\b|\btextes? (?:officiels?|reglementaires?)\b")
_GENERAL = frozenset(
    {"description", "presentation", "description du diplome", "presentation du diplome"}
)
# "Voir aussi : arrêté du 9 mai 1995 relatif au positionnement"
_RULE = re.compile(r"arr?ete du \d.{7,25}? (?:relatif|fixant)\b")


def outline(pieces: list[Piece], behind: Set[str] = frozenset()) -> Outline:
    """Sort the pieces of one diploma, or of a whole page, into sections.

    `behind`: the places behind the parts of options, which are not among the pieces: their
    headings ended a text, so that a file there is none of its lines.
    """
    if not pieces:  # most options have no part of their own, or pages no common one
        return Outline([], [])
    pieces = dated_entries(labels_in_context(of_versions_of_files(pieces)))
    pieces, of_trades = with_columns_of_trades(pieces)
    builder = _Builder(pieces, of_trades)
    for piece in pieces:
        if piece.block.place in behind and any(is_file(part.href) for part in piece.parts):
            builder.end_text()
        builder.add(piece)
    return Outline(builder.sections, builder.passages)


class _Builder:
    """Takes pieces in reading order.

    `current`: the section that is open; `unknown`: the heading that no lexicon knows and whose text
    belongs to no field. `of_trades`: the tables with a column of trades.
    """

    def __init__(self, pieces: list[Piece], of_trades: frozenset[int]) -> None:
        self.sections: list[Section] = []
        self.passages: list[Passage] = []
        self.current: Section | None = None
        self.unknown: Piece | None = None
        self._pieces, self._read = pieces, 0
        self._reaching: Piece | None = None  # the unknown heading whose part of the page is known
        self._reach: int | None = None
        self._styles = heading_styles.label_styles(pieces) | heading_styles.extra_styles(pieces)
        self._dominant = heading_styles.dominant_style(pieces)
        self._texts = {
            p.entry.field for p in pieces
            if p.kind == "label" and p.entry and p.entry.kind == "text"
            and p.style == self._dominant
        }  # fmt: skip
        self._below_names = heading_styles.below_names(pieces)
        cells = {p.block.cell[:3] for p in pieces if p.block.cell}
        self._widths = Counter(cell[:2] for cell in cells)
        # lines with a colon above a list
        self._leads = {
            p.block.number for p, after in pairwise(pieces)
            if (p.text or p.label)[-1:] == ":" and after.kind == "item"
            and after.block is not p.block
        }  # fmt: skip
        self._named = items_in_lists(pieces)
        # "Informations utiles", above a paragraph
        self._heads_of_text = {
            p.block.number for p, after in pairwise(pieces)
            if p.kind == "label" and p.entry and p.entry.kind == "heading" and after.kind == "text"
        }  # fmt: skip
        # lists of terms of which one is a label
        self._lists_of_labels = {
            number for p in pieces
            if p.entry and p.block.kind == "term" for number in p.block.containers[1:2]
        }  # fmt: skip
        self._of_trades = of_trades
        self._columns = _tables_by_columns(pieces) | of_trades
        self._of_column: dict[tuple[int, int], Section | None] = {}
        self._names: dict[tuple[int, int], Piece] = {}  # of the columns of tables of trades
        self._facts = {
            p.block.cell.table for p in pieces
            if p.block.cell and p.entry and p.kind in {"label", "pair"} and p.entry.kind == "value"
            and p.entry.field not in {"title", "url"}
        }  # fmt: skip
        # tables whose header cells are the headings of texts
        self._of_texts = {
            p.block.cell.table for p in pieces
            if p.block.cell and p.block.cell.header and p.kind == "label"
            and p.entry and p.entry.kind in {"text", "list"}
        }  # fmt: skip

    def end_text(self) -> None:
        """End the section that is open, if it holds a text."""
        if self.current and self.current.entry.kind == "text":
            self.current = None

    def add(self, piece: Piece) -> None:
        """Sort one piece."""
        self._read += 1
        current = self.current = self._open_for(piece)
        if piece.kind == "pair" and piece.entry and piece.entry.is_beside:
            piece = _whole(piece) if _RULE.match(same_length(piece.text)) else piece
        if (head := self.unknown) and self._ends_before(head, piece):
            self.unknown = None
        if not piece.parts and not piece.text and piece.kind == "text":  # a blank value
            last = self.passages[-1] if self.passages else Passage(piece)
            cell = piece.block.cell
            width = self._widths[cell[:2]] if cell else 0
            # but "à compléter" in a table of one column, below its label
            if cell and width > 1 and (cell.column + 1) % 2 + width % 2:
                return  # an empty cell of a longer row, and no value beside its label
            if current and not current.content:
                self.current = None
            elif self.passages and not (
                last.section or last.piece.block.has_link or has_digit(last.piece.text)
                or is_outside(last.piece, piece) or is_running_text(last.piece.text)
            ):  # fmt: skip
                self.passages.pop()
                self.unknown = None if last.piece is self.unknown else self.unknown
        elif self._of_trades and (head := self._head_of_no_field(piece, current)):
            self.passages.append(Passage(piece, unknown=head))
        elif current and piece.block.making[:10] == "figcaption" and is_caption(piece, current):
            self.passages.append(Passage(piece, unknown=self.unknown))
        elif piece.kind in {"label", "pair"} and piece.entry is not None:
            self._label(piece, current)
        # a term (`dt`, `th`) that is only a link to a file is an entry
        elif not (piece.parts and not piece.block.level and is_file(piece.block.only_link)) and (
            piece.kind == "heading"
            or self._acts_as_heading(piece, current)
            or (current and current.entry.kind == "text" and names_no_field(piece, current))
        ):
            if current and self._is_within(piece, current):
                self._keep(piece, current)
            elif entry := of_statement(piece.text) if _leads_nowhere(piece.block) else None:
                label = piece._replace(kind="label", entry=entry, label=piece.text, text="")
                self._label(label._replace(parts=()), current)
            else:
                self.current, self.unknown = None, piece
                self.passages.append(Passage(piece, unknown=piece))
        elif current and current.takes(piece) and self._has_place(piece, current):
            self._keep(piece, current)
        else:
            is_empty = current and current.entry.kind == "value" and not current.content
            is_further = current and current.entry.kind == "ignore" and piece.kind == "item"
            if current and (is_empty or is_further or not current.takes(piece)):
                self.current = None
            self.passages.append(Passage(piece, unknown=self.unknown))

    def _is_within(self, piece: Piece, current: Section) -> bool:
        """Return whether an unknown heading is a part of the section that is open."""
        table = piece.block.cell.table if piece.block.cell else None
        if table in self._of_trades:  # a column of no field
            return False
        is_below = piece.block.level > current.heading.block.level
        if is_below and self._heads_orders(piece, current):
            return False
        in_table = table is not None and table not in self._facts | self._of_texts
        return (
            belongs_below(piece, current)
            or (in_table and in_own_table(piece, current))
            or self._in_own_box(piece, current)
            or self._is_term_of_text(piece, current)
        )

    def _is_term_of_text(self, piece: Piece, current: Section) -> bool:
        """Return whether an unknown term is of a list below the heading of a text: *Apprentissage*.

        None of the list's terms is a label, which would be the diploma's facts.
        """
        if piece.block.kind != "term" or piece.block.cell or current.entry.kind != "text":
            return False
        around = piece.block.containers[1:2]
        is_below = current.heading.block.level > 0 and current.takes(piece)
        return is_below and self._lists_of_labels.isdisjoint(around)

    def _ends_before(self, head: Piece, piece: Piece) -> bool:
        """Return whether a piece is behind what an unknown heading may head.

        Behind the list of a term, behind the table of a cell with others in its row, and behind the
        card of one that is only set off.
        """
        cell, other, around = head.block.cell, piece.block.cell, piece.block.containers
        if cell and other and cell.table == other.table and cell.right > cell.column:
            return False  # a row of one cell, above rows of several
        if cell and (other is None or other.table != cell.table):
            is_behind = self._widths[cell[:2]] > 1 and is_outside(head, piece)
            return is_behind and not self._in_one_cell(head, piece)
        if head.block.kind == "term":
            # the first row of a table, of one cell, is its title
            in_table = other and not cell and {*head.block.containers[2:3]} & {*around}
            return not in_table and is_outside(head, piece)
        if head.block.level:
            return False
        if head is self._reaching:
            return self._reach not in piece.block.containers
        # its card: the smallest part of the page that holds it and what follows it
        of_head = head.block.containers
        self._reach = next((number for number in of_head if number in around), None)
        self._reaching = head
        return False

    def _in_one_cell(self, head: Piece, piece: Piece) -> bool:
        """Return whether a piece stands in the cell of `head`, as the row below a title there."""
        assert head.block.cell is not None
        around = self._around_rows[head.block.cell[:2]]
        return not {*head.block.containers} & {*piece.block.containers} <= around

    @cached_property
    def _around_rows(self) -> dict[tuple[int, int], set[int]]:
        """Return the elements that hold all cells of a row, by the row."""
        rows: dict[tuple[int, int], set[int]] = {}
        for each in self._pieces:
            if each.block.cell:
                rows.setdefault(
                    each.block.cell[:2], set(each.block.containers)
                ).intersection_update(each.block.containers)
        return rows

    def _open_for(self, piece: Piece) -> Section | None:
        """Return the section that is open for a piece.

        A text ends with the page's `main`, and at an order behind facts that stand below it.
        """
        current = self._in_column(piece)
        if current is None or current.entry.kind not in {"text", "list"}:
            return current
        is_behind = not piece.block.frame.startswith(current.main)
        is_list = current.entry.kind == "list"
        may_end = current.content and (piece.kind == "text" or (is_list and piece.kind == "item"))
        if may_end and is_of_orders(piece.text):
            # behind facts or files; right behind the text it may be a part of it
            is_behind |= is_list or self.passages[-1].piece is not current.content[-1]
        return None if is_behind else current

    def _in_column(self, piece: Piece) -> Section | None:
        """Return the section that is open for a piece: below names of columns, its column's.

        The first row of such a table notes them; below a name that is no label, none is open.
        """
        cell = piece.block.cell
        if cell is None or cell.table not in self._columns:
            return self.current
        last = self.passages[-1].piece.block.cell if self.passages else None
        if last and last.table == cell.table and last.row == 0:
            self._of_column.setdefault(last[:1] + last[2:3], self.current)
        if not cell.row or (last and last[:3] == cell[:3]):
            return self.current
        return self._of_column.get((cell.table, cell.column))

    def _head_of_no_field(self, piece: Piece, current: Section | None) -> Piece | None:
        """Return the name of the column of a cell in a table of trades, where it is of no field."""
        cell = piece.block.cell
        if cell is None or cell.table not in self._of_trades:
            return None
        if not cell.row:
            self._names.setdefault((cell.table, cell.column), piece)
            return None
        return self._names.get((cell.table, cell.column)) if current is None else None

    def _acts_as_heading(self, piece: Piece, current: Section | None) -> bool:
        if piece.block.number in self._below_names or self._is_beside_dated(piece):
            return False
        if piece.block.cell and is_file_detail(piece.text):  # "320 ko", in the column of sizes
            return False
        # in a text, or a list of trades, which begins so too
        in_text = current and current.entry.kind in {"text", "list"} and piece.kind == "text"
        # most are one part, and so is the heading
        may_begin = len(piece.parts) > 1 or piece.block.strong
        if (
            current
            and in_text
            and (may_begin or len(current.heading.block.parts) > 1)
            and heading_styles.begins_like(piece, current.heading)
        ):
            return True
        if current and piece.block.number in self._leads and leads_to_list(piece, current):
            return False
        if current and heading_styles.is_item_beside(piece, current.heading):
            return True
        is_item = piece.kind == "item" and current is not None and current.entry.kind == "text"
        if current and is_item and heading_styles.is_marked_like(piece, current.heading):
            return True
        has_label = current is not None and not current.content and not current.entry.is_section
        if has_label and current and current.entry.field == "acronym":  # capitals are its value
            return False
        in_list = current is not None and current.entry.kind != "text"
        return heading_styles.acts_as_heading(piece, self._styles, has_label, in_list)

    def _in_own_box(self, piece: Piece, current: Section) -> bool:
        """Return whether an unknown heading stands in an element that holds the open text alone.

        In the pane of an accordion, or the field of a form: names of sections stand outside.
        """
        is_text = current.content and current.entry.kind == "text" and not piece.block.level
        if not is_text or current.heading.style != self._dominant:
            return False
        around = {*piece.block.containers} - {*current.heading.block.containers}
        box = next((n for n in current.content[0].block.containers[1:] if n in around), None)
        return box is not None and box not in self._around_labels

    def _heads_orders(self, piece: Piece, current: Section) -> bool:
        """Return whether a heading below a text stands in a box of its own that is of orders.

        *Point sur les textes*, in a callout behind the last paragraph of a description, above
        orders; or above sessions and boards, where it speaks of rules itself.
        """
        if not current.content or current.entry.kind != "text":
            return False
        around = {*current.heading.block.containers, *current.content[-1].block.containers}
        own = next((n for n in piece.block.containers[1:] if n not in around), None)
        if own is None:
            return False
        return own in self._around_orders or bool(_OF_RULES.search(fold(piece.text)))

    @cached_property
    def _around_orders(self) -> set[int]:
        """Return the elements that hold an order in a line of its own."""
        orders = (piece for piece in self._pieces if is_of_orders(piece.text))
        return {number for piece in orders for number in piece.block.containers}

    @cached_property
    def _around_labels(self) -> set[int]:
        """Return the elements that hold the name of a section."""
        names = (piece for piece in self._pieces if piece.entry and piece.entry.is_section)
        return {number for piece in names for number in piece.block.containers}

    def _is_beside_dated(self, piece: Piece) -> bool:
        """Return whether a cell of two says what the order before it does: `… 2014 | CREATION`."""
        cell, last = piece.block.cell, self.passages[-1].piece if self.passages else piece
        if cell is None or cell.column != 1 or self._widths[cell[:2]] != 2:
            return False
        before = last.block.cell
        return before is not None and before[:3] == (*cell[:2], 0) and has_digit(last.text)

    def _says_what(self, piece: Piece) -> bool:
        """Return whether a label of orders says what the order before it in its row does.

        `Arrêté du 3 mai 2004 | Modification du diplôme`, where nothing follows in its cell, and the
        order has no label in the row itself.
        """
        cell, entry = piece.block.cell, piece.entry
        if cell is None or piece.kind != "label" or entry is None or entry.kind != "legal":
            return False
        last = self.passages[-1] if self.passages else None
        if last is None or last.names or not last.piece.block.cell:
            return False
        label = last.section.heading.block.cell if last.section else None
        if label and label[:2] == cell[:2]:
            return False
        is_before = last.piece.block.cell[:3] == (*cell[:2], cell.column - 1)
        return is_before and bool(dates_in(last.piece.text))

    def _labels_a_row(self, piece: Piece) -> bool:
        """Return whether a label stands before its value, below the first row of a table of two."""
        cell = piece.block.cell
        return bool(cell and cell.row and not cell.column and self._widths[cell[:2]] == 2)

    def _has_place(self, piece: Piece, section: Section) -> bool:
        head, cell = section.heading.block.cell, piece.block.cell
        # "Publication" above a table, whose rows have their own labels
        if section.entry.kind == "ignored-value" and cell and not head:
            return self._widths[cell[:2]] < 2
        # an empty cell beside its label
        if head and cell and head[:2] < cell[:2] and not section.entry.is_section:
            in_table = head.table == cell.table and head.last < cell.row
            if in_table and self._widths[head[:2]] == 1 < self._widths[cell[:2]]:
                return False
        if section.labels_of_other is None:
            is_ended = is_behind_mere_code(section, piece, self.passages)
            return not (is_ended or is_full(section, piece))
        # the value of a label of the other diploma, or beside such a one
        return self.passages[-1].names or section.labels_of_other == table_or_list(piece)

    def _keep(self, piece: Piece, section: Section) -> None:
        block, in_text = piece.block, section.content and section.entry.kind == "text"
        if in_text and piece.text != block.text and _lacks_lead(piece):
            piece = Piece("text", block, None, "", block.text, block.parts)
        section.content.append(piece)
        self.passages.append(Passage(piece, section))

    def _label(self, piece: Piece, current: Section | None) -> None:
        assert piece.entry is not None
        number = piece.block.number
        if current and (is_value_of(piece, current) or is_in_row_of_other(piece, current)):
            self._keep(piece, current)
        elif current and is_of_other_diploma(piece, current):
            if piece.kind == "pair":
                self._keep(piece, current)
            else:
                self.passages.append(Passage(piece, current, names=True))
        elif current and names_a_column(piece, current) and not self._labels_a_row(piece):
            self.passages.append(Passage(piece, current, names=True))
        elif current and current.entry.kind == "text" and _tells_duration(piece):
            block = piece.block
            self._keep(Piece("text", block, None, "", block.text, block.parts), current)
        elif current and (
            leads_on(piece, current, number in self._leads)
            or (number in self._heads_of_text and self._heads_part_of_text(piece, current))
        ):
            self._keep(_as_text(piece), current)
        elif current and number in self._named and current.entry.kind == "text":
            self._keep(_as_text(piece)._replace(kind="item"), current)
        elif self._says_what(piece):
            before = self.passages[-1]
            if before.section:
                before.section.content.append(_as_text(piece))
            self.passages.append(before._replace(piece=_as_text(piece)))
        elif current and is_sub_heading(piece, current, self._dominant, self._texts):
            is_first = piece.entry.field == current.entry.field and not current.content
            if is_first and self._is_beside_others(piece, current):
                # what stands beside it, below the same heading, has headings of its own
                if self.sections[-1] is current:
                    self.sections.pop()
                self._open(piece, None)
            elif is_first and fold(piece.label) == fold(current.heading.label):
                self.passages.append(Passage(piece, current, names=True))
            else:
                self._keep(piece, current)
        elif current and (
            is_labelled_sentence(piece, current) or _is_lead_of_paragraph(piece, current)
        ):
            self._keep(_whole(piece), current)
        else:
            self.unknown = None
            self._open(piece, current)

    def _heads_part_of_text(self, piece: Piece, current: Section) -> bool:
        """Return whether a smaller heading of a group heads a paragraph of the open text."""
        level = current.heading.block.level
        is_below = piece.block.level > level > 0 and current.entry.kind == "text"
        return is_below and bool(current.content)

    def _is_beside_others(self, piece: Piece, section: Section) -> bool:
        """Return whether sections of other fields follow below the heading that `section` has.

        Headed as `piece` is, which then is no part of a text.
        """
        is_general = fold(piece.label) in _GENERAL
        for after in self._pieces[self._read :]:
            entry, level = after.entry, after.block.level
            if after.style == section.heading.style or 0 < level <= section.heading.block.level:
                break
            is_head = after.kind in {"label", "heading"} and after.style == piece.style
            if is_head and (is_general if entry is None else _is_of_other_field(entry, section)):
                return True
        # as elsewhere on the page, but for sub-headings in the text of their own field
        upper: str | None = None
        for head in self._pieces:
            if head.kind in {"label", "heading"}:
                field = head.entry.field if head.entry else None
                if head.style != piece.style:
                    upper = field
                elif head.entry and field != upper and _is_of_other_field(head.entry, section):
                    return True
        return False

    def _open(self, piece: Piece, current: Section | None) -> None:
        """Open the section of a label or pair, if anything of ours follows it."""
        entry = piece.entry
        assert entry is not None
        section = Section(entry, piece)
        self.passages.append(Passage(piece, section, names=piece.kind == "label"))
        if entry.kind == "ignored-value":
            # A date of update inside a text ends nothing.
            self.current = current if piece.kind == "pair" else section
            return
        if entry.kind == "heading":
            self.current = None
            return
        is_short = piece.kind == "pair" and not piece.text[LONGEST_NOTHING:]
        is_short = is_short and piece.text[-1:] not in DIGITS
        if is_short and says_nothing(piece.text):  # "Arrêté d'abrogation : néant"
            self.current = None
            return
        if piece.kind == "pair":
            section.content.append(piece)
            # "<p><b>Accès :</b> text</p>" may go on in what is around the paragraph; of a cell
            # below its label, which may hold a paragraph, the next piece tells
            if piece.text != piece.block.text:
                section.container = next(iter(piece.block.containers[1:]), None)
        self.sections.append(section)
        # A plain "Label : value" line inside a text, or in a list of news, does not end it.
        is_item = piece.block.kind == "item"
        if (
            current is not None
            and not entry.is_section
            and (current.entry.kind == "text" or (current.entry.is_beside and is_item))
            and current.content
            and piece.kind == "pair"
            and not piece.block.parts[0].strong
            and piece.block.cell == current.content[-1].block.cell
        ):
            return
        self.current = section


def _is_lead_of_paragraph(piece: Piece, section: Section) -> bool:
    """Return whether the words before a paragraph of a text are a label of the same field.

    `<h2>Attendus</h2><p><b>Savoir-être.</b> Il faut être patient.</p>`: of one text.
    """
    entry, heading = piece.entry, section.heading
    is_same = entry is not None and entry.kind == "text" and entry.field == section.entry.field
    is_below = heading.kind == "label" and heading.block is not piece.block
    # in a cell, where the heading is one of the row's own cells
    is_apart = not piece.block.cell or piece.block.cell != heading.block.cell is not None
    return is_same and is_below and piece.kind == "pair" and is_apart


def _lacks_lead(piece: Piece) -> bool:
    """Return whether a sentence was cut off the words before its colon: `À savoir : il recrute.`.

    They are a label of no field, and in a text a part of it.
    """
    whole, text = piece.block.text, piece.text
    is_rest = piece.kind == "text" and text[-1:] == "."
    return is_rest and whole.endswith(text) and whole[: -len(text)].rstrip().endswith(":")


def _leads_nowhere(block: Block) -> bool:
    """Return whether a block has no link, or such that only open a panel of the page."""
    targets = (part.href for part in block.parts if part.href)
    return not block.has_link or all(href.startswith(("#", "javascript:")) for href in targets)


def _is_of_other_field(entry: Entry, section: Section) -> bool:
    return entry.is_section and entry.field != section.entry.field


def _tables_by_columns(pieces: list[Piece]) -> set[int]:
    """Return the tables whose first row names two texts or more, of which no row holds a label."""
    names: Counter[int] = Counter()
    for piece in pieces:
        cell, entry = piece.block.cell, piece.entry
        if cell and cell.row == 0 and piece.kind == "label" and piece.block.parts:
            is_name = cell.header and entry is not None and entry.kind in {"text", "list"}
            names[cell.table] += is_name
    beside = {
        p.block.cell.table for p in pieces
        if p.block.cell and p.block.cell.row and p.block.cell.header
    }  # fmt: skip
    return {table for table, count in names.items() if count > 1} - beside


def _tells_duration(piece: Piece) -> bool:
    """Return whether a block is a sentence of a label and a duration.

    *Il se prépare en deux ans.* is a part of a text, with which the duration is read.
    """
    is_duration = piece.entry is not None and piece.entry.field == "duration"
    return is_duration and piece.block.text == f"{piece.label} {piece.text}."


def _as_text(piece: Piece) -> Piece:
    """Return a label as the paragraph that it is."""
    return Piece("text", piece.block, None, "", piece.label, piece.block.parts)


def _whole(piece: Piece) -> Piece:
    """Return a label and its value as the text that they are."""
    block = piece.block
    # words set off in a sentence, or before it: "<b>Savoir-être.</b> Il faut être patient."
    if block.text.startswith(piece.label) and block.text.endswith(piece.text):
        kind: PieceKind = "item" if block.kind == "item" else "text"
        return Piece(kind, block, None, "", block.text, block.parts)
    text, parts = f"{piece.label} : {piece.text}", (Part(f"{piece.label} : "), *piece.parts)
    return piece._replace(kind="text", entry=None, text=text, parts=parts)

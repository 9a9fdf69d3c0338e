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
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from parsers.model.blocks import Block, Cell, Part
from parsers.model.file_types import is_file, is_file_detail
from parsers.model.statement import SUCCESSION
from parsers.segment import heading_styles
from parsers.segment.file_versions import of_versions_of_files
from parsers.segment.pieces import Piece
from parsers.segment.timelines import dated_entries
from parsers.segment.trade_columns import with_columns_of_trades
from schema.code import CodeScolarite, codes_in
from schema.dates import dates_in
from schema.level import DiplomaLevel
from schema.lexicon import Entry
from schema.text import clean, fold, has_digit, same_length
from schema.title import begins_with_type
from schema.vocabulary import lone_words

_MAIN = ">main"
_OTHER_DIPLOMA = re.compile(r"(?:(?:ancien|nouveau) )?diplome\b")
_FORMER = re.compile(r"(?:l'|l[ea] )?(?:ancien(?:ne)?|precedente?|ex)[ -](?=[a-z])")
_TEXT = r"(?:version|referentiel|reglementation|regime|diplome)"
# "Version antérieure (500-33204 T) – dernière session : 2020", above what it had, and the other
_FORMER_TEXT = re.compile(
    rf"(?:l'|l[ea] )?(?:(?:ancien(?:ne)?|precedente?) {_TEXT}"
    rf"|{_TEXT} (?:anterieure?|precedente?))\b"
)
_PRESENT_TEXT = re.compile(
    rf"(?:l'|l[ea] )?(?:(?:actuel(?:le)?|present) {_TEXT}|{_TEXT} (?:en vigueur|actuel(?:le)?))\b"
)
_OPENS_VERSION = re.compile(r"(?:a partir|a compter|depuis|jusqu)")
_TELLS_OF_FORMER = re.compile(r"\b(?:l'|les? )anciens? |\bprecedent|\bce\w* \w+ remplace\b")
_FIELD_OF_WORK = re.compile(r"(?:[\divx]{1,4}[.)] ?)?(?:les? )?champs? d'activites?\b")
_WORDS_OF_TEXT = 6  # behind the first; names of sectors have fewer
# "Voir aussi : arrêté du 9 mai 1995 relatif au positionnement"
_RULE = re.compile(r"arr?ete du \d.{7,25}? (?:relatif|fixant)\b")
_OWN_FILE = lone_words("own file")
_ORDER = re.compile(
    r"(?:arr?etes?|arr)(?: n(?: \d+){1,3}| \w+)? (?:du|des)(?: \d|$)"
    r"|(?:creation|modification|abrogation)(?: arr?ete|$)"
    r"|(?:cree|modifie|abroge)e? par\b"
)
# What stands in the row of another diploma is said of that
_SHORTENED = 8  # "Dipl. n. 500-24133"
_WITH_CODES = frozenset({"code", "option", "title"})
_OF_OTHER = {"replaces": {"code", "last_session"}, "replaced_by": {"code", "first_session"}}


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
            # a label of a list without its value has none behind the list
            in_list = self.heading.block.kind in {"item", "term"} and not self.entry.is_section
            in_list &= not self.heading.block.making.startswith("button")  # its panel is elsewhere
            is_below = self.entry.kind == "value" and self._is_in_next_row(piece)
            if in_list and mine[1:] and mine[1] not in theirs and not is_below:
                return False
            self.container = next((n for n in mine if n in theirs), None)
            return True
        return self.container in piece.block.containers or self._is_below_empty(piece)

    def _is_in_next_row(self, piece: Piece) -> bool:
        """Return whether a label spans columns from the first one, and `piece` stands below it."""
        cell, other = self.heading.block.cell, piece.block.cell
        if cell is None or other is None or not cell.column == 0 < cell.right:
            return False
        return (other.table, other.row, other.column) == (cell.table, cell.last + 1, 0)

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


def outline(pieces: list[Piece], behind: Set[str] = frozenset()) -> Outline:
    """Sort the pieces of one diploma, or of a whole page, into sections.

    `behind`: the places behind the parts of options, which are not among the pieces: their
    headings ended a text, so that a file there is none of its lines.
    """
    if not pieces:  # most options have no part of their own, or pages no common one
        return Outline([], [])
    pieces = of_versions_of_files(pieces)
    pieces = [each for piece in pieces for each in _of_version(piece)]
    pieces = _with_groups_of_facts(pieces)
    pieces = dated_entries(_of_present_diploma(_of_last_session(_with_fields_of_work(pieces))))
    pieces, of_trades = with_columns_of_trades(pieces)
    builder = _Builder(pieces, of_trades)
    for piece in pieces:
        if piece.block.place in behind and any(is_file(part.href) for part in piece.parts):
            builder.end_text()
        builder.add(piece)
    return Outline(builder.sections, builder.passages)


def _with_groups_of_facts(pieces: list[Piece]) -> list[Piece]:
    """Make a mere heading of a set-off label of codes above a labelled fact or a sentence.

    *Nomenclature* above *Niveau : 3*, or above *Diplôme classé au niveau 3.*
    """
    heads = [
        number
        for number, piece in enumerate(pieces[:-1])
        if piece.kind == "label"
        and piece.entry is not None
        and piece.entry.field == "code"
        and (piece.block.level or piece.block.strong)
        and not piece.block.cell
        and piece.block.kind != "term"
        and _begins_facts(pieces[number + 1])
    ]
    if not heads:
        return pieces
    result = [*pieces]
    for number in heads:
        entry = Entry("", "heading", pieces[number].label)
        result[number] = pieces[number]._replace(entry=entry)
    return result


def _begins_facts(piece: Piece) -> bool:
    """Return whether a piece below a label of codes is no code but another fact."""
    if piece.block.level:
        return False
    if piece.kind == "pair":
        entry = piece.entry  # "Option A : 500-24133" has a code too
        return entry is not None and entry.kind == "value" and entry.field not in _WITH_CODES
    is_sentence = piece.text[-1:] == "." or ". " in piece.text[_SHORTENED:]
    is_sentence &= piece.text.count(" ") > 1
    return piece.kind in {"text", "item"} and is_sentence and piece.text[:1].isalpha()


def _of_version(piece: Piece) -> tuple[Piece, ...]:
    """Make a label of a heading such as *Ancien CAP tonnellerie*, as *Ancien diplôme* is one.

    Of one such as *Version antérieure (500-33204 T)* too, whose text stands below it.
    """
    if piece.kind != "heading" or piece.block.level < 2:
        return (piece,)
    plain = same_length(piece.text)
    former = _FORMER.match(plain)
    if former and begins_with_type(piece.text[former.end() :]):
        return (piece._replace(kind="label", entry=Entry("replaces", "value", piece.text)),)
    if _FORMER_TEXT.match(plain):
        entry = Entry("replaces", "value", piece.text)
    elif _PRESENT_TEXT.match(plain):
        entry = Entry("", "heading", piece.text)
    else:
        return (piece,)
    text = Piece("text", piece.block, None, "", piece.text, piece.parts)
    label = piece._replace(kind="label", entry=entry)
    return (label, text) if has_digit(plain) else (label,)


def _with_fields_of_work(pieces: list[Piece]) -> list[Piece]:
    """Make a description's label of *Champ d'activité* above sentences: elsewhere it is a sector's.

    So the référentiels call what the holder of the diploma does, and where.
    """
    heads = [
        number
        for number, piece in enumerate(pieces)
        if piece.entry is not None
        and piece.entry.field == "sector"
        and _FIELD_OF_WORK.match(same_length(piece.label))
    ]
    result = [*pieces] if heads else pieces
    for number in heads:
        piece = pieces[number]
        value = (
            piece if piece.kind == "pair" else next(iter(pieces[number + 1 : number + 2]), piece)
        )
        is_text = value is piece or (value.entry is None and value.kind in {"text", "item"})
        is_sentence = value.text.endswith((".", ";")) and value.text.count(" ") >= _WORDS_OF_TEXT
        # "Ses missions :", which is a label of the same field
        leads = value.kind == "label" and value.entry is not None and value.label.endswith(":")
        leads = leads and value.entry is not None and value.entry.field == "description"
        if leads or (is_text and (is_sentence or value.text.endswith(":"))):
            entry = Entry("description", "text", piece.label)
            result[number] = piece._replace(entry=entry)
    return result


def _of_last_session(pieces: list[Piece]) -> list[Piece]:
    """Make a predecessor's of the heading *Jusqu'à la session 2019*, beside *À partir de … 2020*.

    What stands below each is of one of both.
    """
    heads = {
        piece.entry.field: number
        for number, piece in enumerate(pieces)
        if piece.kind == "pair" and piece.entry and _OPENS_VERSION.match(same_length(piece.label))
    }
    first, last = (heads.get(f"{which}_session") for which in ("first", "last"))
    if (
        first is None
        or last is None
        or not pieces[first].block.level == pieces[last].block.level > 1
    ):
        return pieces
    if not pieces[last].text < pieces[first].text:
        return pieces
    piece = pieces[last]
    name = f"{piece.label} {piece.text}"
    label = piece._replace(kind="label", entry=Entry("replaces", "value", name), label=name)
    return [*pieces[:last], label, *pieces[last + 1 :]]


def _of_present_diploma(pieces: list[Piece]) -> list[Piece]:
    """Make a mere heading of *Nouveau diplôme* where another one is *Ancien diplôme*.

    Or where the text below it tells of the former one too, and so of which diploma what is.
    """
    heads = {
        piece.entry.field: number
        for number, piece in enumerate(pieces)
        if piece.kind == "label"
        and piece.entry
        and piece.block.level
        and (piece.entry.field == "replaces" or "nouve" in piece.label.lower())
    }
    number = heads.get("replaced_by")
    if number is None:
        return pieces
    below = "".join(piece.text for piece in pieces[number + 1 : number + 2])
    stated = (
        piece.text or after.text
        for piece, after in pairwise([*pieces, pieces[-1]])
        if piece.entry and piece.entry.field == "code"
    )
    own = {code for text in stated for code in codes_in(text)}
    is_code = CodeScolarite.parse(below).value is not None
    is_named = bool(codes_in(below)) and (begins_with_type(below) or has_digit(below[:1]))
    if own and (is_code or is_named) and own.isdisjoint(codes_in(below)):
        return pieces  # no more than the code of a third one, or its name with the code
    if "replaces" not in heads and not _TELLS_OF_FORMER.search(same_length(below)):
        return pieces
    # whose a code alone is, nothing says where the page states none of its own
    kind = "heading" if own or not is_code else "ignored-value"
    entry = Entry("", kind, pieces[number].label)
    return [*pieces[:number], pieces[number]._replace(entry=entry), *pieces[number + 1 :]]


class _Builder:
    """Takes pieces in reading order.

    `current`: the section that is open; `unknown`: the heading that no lexicon knows and whose text
    belongs to no field. `of_trades`: the tables with a column of trades.
    """

    def __init__(self, pieces: list[Piece], of_trades: frozenset[int] = frozenset()) -> None:
        self.sections: list[Section] = []
        self.passages: list[Passage] = []
        self.current: Section | None = None
        self.unknown: Piece | None = None
        self._styles = heading_styles.label_styles(pieces) | heading_styles.extra_styles(pieces)
        self._dominant = heading_styles.dominant_style(pieces)
        self._below_names = heading_styles.below_names(pieces)
        cells = {p.block.cell[:3] for p in pieces if p.block.cell}
        self._widths = Counter(cell[:2] for cell in cells)
        # lines with a colon above a list
        self._leads = {
            p.block.number for p, after in pairwise(pieces)
            if p.text[-1:] == ":" and after.kind == "item" and after.block is not p.block
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
        current = self.current = self._open_for(piece)
        if piece.kind == "pair" and piece.entry and piece.entry.is_beside:
            piece = _whole(piece) if _RULE.match(same_length(piece.text)) else piece
        if (head := self.unknown) and self._ends_before(head, piece):
            self.unknown = None
        if not piece.parts and not piece.text and piece.kind == "text":  # a blank value
            last = self.passages[-1] if self.passages else Passage(piece)
            if (cell := piece.block.cell) and (cell.column + 1) % 2 + self._widths[cell[:2]] % 2:
                return  # an empty cell of a longer row, and no value beside its label
            if current and not current.content:
                self.current = None
            elif self.passages and not (
                last.section or last.piece.block.has_link or has_digit(last.piece.text)
                or is_outside(last.piece, piece)
            ):  # fmt: skip
                self.passages.pop()
                self.unknown = None if last.piece is self.unknown else self.unknown
        elif self._of_trades and (head := self._head_of_no_field(piece, current)):
            self.passages.append(Passage(piece, unknown=head))
        elif current and piece.block.making[:10] == "figcaption" and _is_caption(piece, current):
            self.passages.append(Passage(piece, unknown=self.unknown))
        elif piece.kind in {"label", "pair"} and piece.entry is not None:
            self._label(piece, current)
        # a term (`dt`, `th`) that is only a link to a file is an entry
        elif not (piece.parts and not piece.block.level and is_file(piece.block.only_link)) and (
            piece.kind == "heading"
            or self._acts_as_heading(piece, current)
            or (current and current.entry.kind == "text" and _names_no_field(piece, current))
        ):
            table = piece.block.cell.table if piece.block.cell else None
            in_table = table is not None and table not in self._facts | self._of_texts
            if table in self._of_trades:  # a column of no field
                current = None
            if current and (
                _belongs_below(piece, current) or (in_table and _in_own_table(piece, current))
            ):
                self._keep(piece, current)
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

    def _ends_before(self, head: Piece, piece: Piece) -> bool:
        """Return whether a piece is behind what an unknown heading may head.

        Behind the list of a term, and behind the table of a cell with others in its row.
        """
        cell, other = head.block.cell, piece.block.cell
        if cell and (other is None or other.table != cell.table):
            return self._widths[cell[:2]] > 1 and is_outside(head, piece)
        return head.block.kind == "term" and is_outside(head, piece)

    def _open_for(self, piece: Piece) -> Section | None:
        """Return the section that is open for a piece: a text ends with the page's `main`."""
        current = self._in_column(piece)
        is_list = current and current.entry.kind in {"text", "list"}
        is_behind = current and is_list and not piece.block.frame.startswith(current.main)
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
        if current and in_text and heading_styles.begins_like(piece, current.heading):
            return True
        if current and piece.block.number in self._leads and _leads_to_list(piece, current):
            return False
        if current and heading_styles.is_item_beside(piece, current.heading):
            return True
        has_label = current is not None and not current.content and not current.entry.is_section
        if has_label and current and current.entry.field == "acronym":  # capitals are its value
            return False
        in_list = current is not None and current.entry.kind != "text"
        return heading_styles.acts_as_heading(piece, self._styles, has_label, in_list)

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
            return not _is_full(section, piece)
        # the value of a label of the other diploma, or beside such a one
        return self.passages[-1].names or section.labels_of_other == _group(piece)

    def _keep(self, piece: Piece, section: Section) -> None:
        section.content.append(piece)
        self.passages.append(Passage(piece, section))

    def _label(self, piece: Piece, current: Section | None) -> None:
        assert piece.entry is not None
        if current and (_is_value_of(piece, current) or _is_in_row_of_other(piece, current)):
            self._keep(piece, current)
        elif current and _is_of_other_diploma(piece, current):
            if piece.kind == "pair":
                self._keep(piece, current)
            else:
                self.passages.append(Passage(piece, current, names=True))
        elif current and _names_a_column(piece, current):
            self.passages.append(Passage(piece, current, names=True))
        elif current and _leads_on(piece, current):
            self._keep(_as_text(piece), current)
        elif self._says_what(piece):
            before = self.passages[-1]
            if before.section:
                before.section.content.append(_as_text(piece))
            self.passages.append(before._replace(piece=_as_text(piece)))
        elif current and _is_sub_heading(piece, current, self._dominant):
            if piece.entry.field != current.entry.field:
                self._keep(piece, current)
            elif current.content or piece.kind == "pair":
                self.passages.append(Passage(piece, current, names=True))
            else:
                # what stands beside it, below the same heading, has headings of its own
                if self.sections[-1] is current:
                    self.sections.pop()
                self._open(piece, None)
        elif current and _is_sentence(piece, current):
            self._keep(_whole(piece), current)
        else:
            self.unknown = None
            self._open(piece, current)

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


def is_outside(head: Piece, piece: Piece) -> bool:
    """Return whether a piece stands outside the list, or the row, of a term, item or cell."""
    around = {*head.block.containers[1:2]}  # empty for a text of the page itself
    return bool(around) and around.isdisjoint(piece.block.containers)


def _is_caption(piece: Piece, current: Section) -> bool:
    """Return whether a `figcaption` belongs to a picture, and not to the text around it."""
    in_text = current.entry.kind in {"text", "list"}
    return in_text and piece.entry is None and not piece.block.has_link


def _is_sentence(piece: Piece, current: Section) -> bool:
    """Return whether a labelled sentence (`Niveau : il faut savoir …`) is text, not a value."""
    if piece.kind != "pair" or piece.entry is None or current.entry.kind != "text":
        return False
    if piece.entry.field != "level":
        return False
    level = DiplomaLevel.parse(piece.text).value
    return level is None or level.level is None


def _leads_on(piece: Piece, current: Section) -> bool:
    """Return whether a plain line of a text leads to its list: `Autres diplômes possibles :`.

    The text's own label is set off, a heading or made otherwise, and the line says no other field.
    So does `En bref :` where the text begins.
    """
    if piece.kind != "label" or piece.entry is None or current.entry.kind != "text":
        return False
    heading = current.heading
    is_line = piece.block.kind == "paragraph" or piece.block is heading.block
    is_plain = is_line and not _is_set_off(piece)
    is_other = _is_set_off(heading) or piece.style != heading.style
    is_other |= piece.block.place == heading.block.place and _making(piece) != _making(heading)
    if not (is_plain and piece.label.rstrip().endswith(":") and is_other):
        return False
    if fold(piece.label) == fold(current.heading.label) or not current.takes(piece):
        return False
    begins = piece.entry.kind == "heading" and not current.content
    return begins or piece.entry.is_beside or piece.entry.field == current.entry.field


def _names_no_field(piece: Piece, current: Section) -> bool:
    """Return whether a plain line in a section of text is the name of one of no field.

    *Grille horaire*; before a colon, where the section's own label stands so: *Accès : …*.
    """
    name, heading = piece.text, current.heading
    # "► Accès", "► Grille horaire", but no item of the text's own list
    is_alike = piece.block.making == heading.block.making
    is_alike &= piece.block.place != heading.block.place
    if not (piece.kind == "text" or is_alike):
        return False
    if heading.kind == "pair":
        name = name.partition(":")[0]
    return name[-1:] not in {".", ";"} and heading_styles.is_of_no_field(name.rstrip(" :"))


def _leads_to_list(piece: Piece, current: Section) -> bool:
    """Return whether a plain line with a colon above a list goes on with the text of a section.

    So it does where the section's own heading is made otherwise, whatever other labels are made so.
    """
    if piece.block.kind != "paragraph" or piece.block.strong or current.entry.kind != "text":
        return False
    is_other = _is_set_off(current.heading) or piece.style != current.heading.style
    is_named = heading_styles.is_of_no_field(piece.text.rstrip(" :"))
    return is_other and not is_named and current.takes(piece)


def _is_set_off(label: Piece) -> bool:
    """Return whether a label is a heading, or set off, also where its block is not as a whole."""
    block, words = label.block, label.label.rstrip(" :")
    return (
        bool(block.level)
        or block.strong
        or any(part.strong and clean(part.text).startswith(words) for part in block.parts)
    )


def _making(label: Piece) -> str:
    """Return how the words of a label are made in its block."""
    words = label.label.rstrip(" :")
    parts = (part for part in label.block.parts if clean(part.text).startswith(words))
    return next((part.making for part in parts), "")


def _as_text(piece: Piece) -> Piece:
    """Return a label as the paragraph that it is."""
    return Piece("text", piece.block, None, "", piece.label, piece.block.parts)


def _whole(piece: Piece) -> Piece:
    text, parts = f"{piece.label} : {piece.text}", (Part(f"{piece.label} : "), *piece.parts)
    return piece._replace(kind="text", entry=None, text=text, parts=parts)


def _is_value_of(piece: Piece, current: Section) -> bool:
    """Return whether `piece` is the current label's value, as `Niveau 3` behind `Niveau` is.

    And behind `Niveau d'entrée`, whose field is another one.
    """
    entry, heading = piece.entry, current.heading
    if piece.kind != "pair" or entry is None or current.content or heading.kind != "label":
        return False
    if entry.field == "level" and current.entry.kind == "text":
        is_whole = piece.text == piece.block.text
        return is_whole and heading.label.lower().startswith("niveau") and current.takes(piece)
    return entry.field == current.entry.field and not current.entry.is_section


def _is_of_other_diploma(piece: Piece, current: Section) -> bool:
    """Return whether a label below a heading such as *Diplôme remplacé* is of that diploma.

    The first label below it is, with the others of the same list, table or row of paragraphs:
    which those are is noted in `current`.
    """
    block = piece.block
    if not _heads_other_diploma(current) or block.level or piece.style == current.heading.style:
        return False
    if current.content and _is_beside(current.heading.block, current.content[0].block):
        return False
    if current.content and piece.entry and piece.entry.kind in {"text", "list"}:
        return False  # behind its code
    if _are_labels_of_form(current.heading.block, block):
        return False
    if current.labels_of_other is None:
        current.labels_of_other = _group(piece)
    return current.labels_of_other == _group(piece)


def _are_labels_of_form(head: Block, other: Block) -> bool:
    """Return whether two lines begin with elements of one class, as the labels of a form do.

    The first one, without a value, heads nothing.
    """
    making = head.parts[0].making if head.parts and other.parts else ""
    return "." in making and making == other.parts[0].making and head.frame == other.frame


def _is_in_row_of_other(piece: Piece, current: Section) -> bool:
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


def _is_beside(head: Block, value: Block) -> bool:
    """Return whether a label has its value in its paragraph or row, and so heads nothing below."""
    if head.cell and value.cell and head.cell != value.cell:
        return head.cell[:2] == value.cell[:2]
    return value is head and not head.level


def _group(piece: Piece) -> tuple[int, ...]:
    """Return the table of a piece, or what is around the elements beside its own."""
    cell = piece.block.cell
    return (cell.table,) if cell else piece.block.containers[1:]


def _heads_other_diploma(section: Section) -> bool:
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
    return first.kind == "pair" or CodeScolarite.parse(first.text).value is None


def _is_full(section: Section, piece: Piece) -> bool:
    """Return whether a value label has its value already; a list of values takes more.

    Neither is an order, or a link that is named as the diploma's files are; nor are such a list of
    news, where it is a further one.
    """
    is_own = section.entry.kind in {"list", "value"} and section.entry.field not in SUCCESSION
    if section.entry.kind == "ignore" and section.content:
        is_own = section.content[-1].kind == "item" and is_outside(section.content[-1], piece)
    if is_own and piece.kind in {"text", "item"}:
        plain = fold(piece.text)
        link = piece.block.only_link
        named = _OWN_FILE.search(plain) if link else None
        if _ORDER.match(plain) or (named and (named.start() == 0 or is_file(link))):
            return True
    is_paragraph = piece.kind == "text" and piece.block.kind == "paragraph"
    if is_paragraph and (section.entry.is_beside or section.entry.kind == "list"):
        # a paragraph after a list of trades is no trade, unless it leads to a further list
        last = section.content[-1].block if section.content else piece.block
        is_told = section.entry.is_beside and last is section.heading.block and not last.strong
        in_table = last.cell is not None and _is_outside_table(piece.block, last.cell)
        in_list = last is not piece.block and (last.kind == "item" or is_told or in_table)
        return in_list and not piece.text.endswith(":") and not piece.block.strong
    if section.entry.is_section or not section.content:
        return False
    head = section.heading.block
    if _heads_other_diploma(section):  # all below it is of that diploma, if its value is not beside
        return section.content[0].block is head and not head.level
    beside = head.kind == "term" or _is_in_its_table(section.heading, piece)
    below = piece.block is head and all(map(_is_diploma, piece.lines))
    if section.entry.field in SUCCESSION and (beside or below):
        return False  # in its row, or up to the next term, all is of the other diploma
    # codes in an element of their own beside the label
    codes = (section.content[-1], piece)
    around = {each.block.containers[1:] for each in codes}
    is_listed = len(around) == 1 and head.containers[1:] not in around
    if section.entry.field in SUCCESSION and is_listed and all(map(_is_code, codes)):
        return False
    return not (piece.kind == "item" and section.content[0].kind == "item")


def _is_outside_table(block: Block, cell: Cell) -> bool:
    return block.cell is None or block.cell.table != cell.table


def _is_in_its_table(heading: Piece, piece: Piece) -> bool:
    """Return whether a piece stands in another cell of a label's table.

    Or of one in the label's cell, which is no value where the label has one beside it.
    """
    head, cell = heading.block.cell, piece.block.cell
    if head is None or cell is None or head == cell:
        return False
    return heading.kind == "label" or head.table == cell.table


def _is_code(piece: Piece) -> bool:
    """Return whether a piece is no more than a code."""
    return CodeScolarite.parse(piece.text).value is not None


def _is_diploma(line: str) -> bool:
    """Return whether a line is a code, alone or behind the title of its diploma."""
    is_titled = begins_with_type(line) and len(codes_in(line)) == 1
    return is_titled or CodeScolarite.parse(line).value is not None


def _is_sub_heading(piece: Piece, current: Section, dominant: str | None) -> bool:
    """Return whether a label names a part of the current section's text and not a section.

    So it does when it only repeats the section's name below it, or when sections are made
    otherwise on this page and it stands below the current one (`### Accès` in *Attendus*).
    """
    if piece.kind != "label" or piece.entry is None or current.entry.kind != "text":
        return False
    level, section_level = piece.block.level, current.heading.block.level
    if piece.entry.field == current.entry.field and not current.content:
        return piece.style != current.heading.style
    if dominant is None or piece.style == dominant or current.heading.style != dominant:
        return False
    pair = (piece, current.heading)
    if heading_styles.stands_alone(*pair) or heading_styles.stands_alone(*reversed(pair)):
        return False
    if piece.entry.kind not in {"text", "list"}:  # "Le diplôme" above its facts
        return False
    if current.entry.field == "description" and piece.entry.field != "description":
        return False  # "La formation" above all of them
    if current.entry.field == "further_study" and piece.entry.field == "trades":
        return False  # "Et après ?" above "Poursuites d'études" and "Métiers"
    return (level > section_level > 0) or level == section_level == 0


def _belongs_below(piece: Piece, current: Section) -> bool:
    """Return whether an unknown heading is a sub-heading of the current section."""
    level, section_level = piece.block.level, current.heading.block.level
    if not current.entry.is_section or not current.takes(piece):
        return False
    # "La formation" above "Emploi du temps" and "Accès": it heads them, and no text of its own
    if not current.content and heading_styles.is_of_no_field(piece.text):
        return False
    # cards with a heading each are a list; a heading after a list is another thing
    is_ended = current.entry.kind != "text" and any(p.kind == "item" for p in current.content)
    if is_ended or level > section_level > 0:
        return not is_ended
    # "Attendus", and right below "Attendus nationaux de la plateforme …"
    first_word = fold(current.heading.label).split(" ")[0]
    if not current.content and len(first_word) > 4 and fold(piece.text).startswith(first_word):
        return True
    is_item = current.heading.block.kind == "item"  # "<li><a>Annexes</a>", below which none stands
    return level > 2 and section_level == 0 and current.heading.kind == "label" and not is_item


def _names_a_column(piece: Piece, current: Section) -> bool:
    """Return whether `piece` names columns of a list (`Titre | Format | Lien`) and is no label.

    Of a list of trades it names the only column: `Intitulé`.
    """
    cell = piece.block.cell
    is_only = cell is not None and cell.row == 0 and cell.column == 0
    return (
        piece.entry is not None
        and (piece.entry.field in {"title", "url"} or piece.entry.kind == "ignored-value")
        and (
            current.entry.kind in {"links", "legal"}
            or (current.entry.kind == "list" and is_only and not current.content)
        )
        and _in_own_table(piece, current)
    )


def _in_own_table(piece: Piece, current: Section) -> bool:
    """Return whether the heading is a row's header in a table inside the section."""
    cell, section_cell = piece.block.cell, current.heading.block.cell
    return (
        cell is not None
        and piece.block.level == 0
        and (section_cell is None or section_cell.table != cell.table)
        and current.entry.is_section
        and current.takes(piece)
    )

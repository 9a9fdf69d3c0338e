"""Join passages to rows, which are read together: one table row, or a continued line."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import NamedTuple

from parsers.extract.order_lines import (
    asks_for_day,
    asks_for_number,
    asks_for_one,
    begins_with_date,
    begins_with_number,
    breaks_title,
    goes_on_title,
    heads_order,
    is_above_general,
    is_change,
    is_number,
    is_number_alone,
    is_number_of_next,
    is_order_alone,
    is_order_named,
    is_plural,
    joins,
    names_order,
    opens_list,
    opens_text,
    says_what,
)
from parsers.extract.order_tokens import effect_of
from parsers.extract.orders import is_legal_address
from parsers.extract.table_columns import TableColumns
from parsers.model.blocks import Part, joined, lines_of
from parsers.model.file_types import is_file, is_file_detail
from parsers.segment.line_marks import without_bullet
from parsers.segment.passages import Passage, Section
from parsers.segment.pieces import Piece, is_outside
from parsers.segment.tables import heads_diploma
from schema.dates import dates_in
from schema.text import CAPITALS, clean, same_length

# Headings of years or dates that state their meaning: read with each of them.
_SESSION_HEADING = re.compile(
    r"(?:[^:.]{0,40}\b(?:premiere|derniere|1(?:ere|re|e)) |annees? d(?:e|es) )?session(?:s|\(s\))?"
    r"(?: d(?:'|e l'|es )examens?)?(?: d(?:u|e ce) diplome)?(?: organisees?| ouvertes?)?"
    r"(?: \(premiere . derniere\))?\W*"
    r"|(?:date de |date d')?(?:(?:mise|entree) en (?:application|oe?uvre|place|vigueur)|ouverture"
    r"|(?<=date d')effet|prise d'effet|application|fermeture)(?: (?:du|de ce) diplome)?\W*"
)
# Names of columns above days of a file, not of an order: "Mise en ligne".
_OF_FILES = re.compile(r"\b(?:mise? en ligne|mise? a jour|maj|depose|televerse)")
_LONGEST_HEADING = 60
_NEXT_SENTENCE = re.compile(rf"\.\s+(?=[{CAPITALS}])")
_MOST_IN_TURN = 40  # lines of orders and of what they do
_SUCCESSION = re.compile(r"\b(?:remplac|succed|se substitu)")


class OrderLine(NamedTuple):
    """A line that may name orders; `titles`: theirs, where there are as many."""

    parts: tuple[Part, ...]
    titles: tuple[str, ...]


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
        return len(self.pieces) > 1 and _same_table_row(self.pieces[0], self.pieces[1])

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

    def order_lines(self) -> Iterator[OrderLine]:
        """Yield the lines that may name orders, each with the lines that continue it.

        The title is what stands on lines of their own but for numbers and what the order does.
        """
        lists = [piece for piece in self.pieces if self.cells and _lists_orders(piece)]
        if self.is_cells and len(lists) != 1:
            yield self._sentence()
            return
        if len(self.pieces) == 2 and _is_defined(*self.pieces):
            term, definition = self.pieces
            yield OrderLine((*term.parts, Part(" : "), *definition.parts), (term.text,))
            return
        parts: tuple[Part, ...] = ()
        number: tuple[Part, ...] = ()  # between "Création" and its order, behind which it belongs
        text, title = "", ""
        for piece in lists or self.pieces:
            lines = lines_of(self._labelled(piece) or (Part(piece.text),))
            for following, below in itertools.zip_longest(lines, lines[1:], fillvalue=()):
                added = without_bullet(clean(joined(following)))
                if not added:
                    continue
                is_headed = says_what(text) or heads_order(text, added)
                is_head = bool(below) and self._sets_off(following, added, parts)
                is_number_below = asks_for_number(text, added)
                if is_headed and is_number(added):
                    number = (*number, Part(" "), *following)
                    continue
                is_date = self.field == "legal_texts" and _is_date_first(text)
                before = f"{self.label} {text}" if is_date else text
                goes_on = is_headed or is_number_below or (not is_head and joins(before, added))
                is_text = len(lines) > 1 and not any(part.href for part in following)
                goes_on = goes_on or (is_text and breaks_title(before, added))
                line: tuple[Part, ...] = following
                # the last part tells of most lines that they are no link
                is_link = bool(line[-1].href) and not goes_on
                is_link = is_link and _is_legal_link(line) and opens_text(before, added)
                goes_on |= is_link
                if goes_on and parts and begins_with_number(added):
                    next_line = without_bullet(clean(joined(below)))
                    goes_on = not is_number_of_next(before, added, next_line)
                if parts and not goes_on:
                    yield OrderLine(parts, (title,))
                    parts, text, title = (), "", ""
                # "abrogeant l'arrêté du …" belongs to its title, and "NOR : …" does not
                aside = text and (
                    is_number_below
                    or is_link
                    or (is_number(added) and not (names_order(added) or goes_on_title(added)))
                    or says_what(added)
                )
                name = _without_link(line, added) if line[-1].href else added
                title = title if aside else name if is_headed else f"{title} {name}".strip()
                between = " : " if is_headed and not text.endswith(":") else " "
                parts = (*parts, Part(between if text else " "), *following, *number)
                text, number = f"{text} {added}".strip(), ()
        yield OrderLine((*parts, *number), (title,))

    def _labelled(self, piece: Piece) -> tuple[Part, ...]:
        """Return the parts of a piece, behind its label where this is not that of the section.

        *Arrêté de création : 26 avril 2005* in the column *Arrêté*.
        """
        is_own = self.section is None or piece is self.section.heading
        led = not is_own and piece.kind == "pair" and effect_of(piece.label)
        return (Part(f"{piece.label} : "), *piece.parts) if led else piece.parts

    def _sets_off(self, line: tuple[Part, ...], text: str, before: tuple[Part, ...]) -> bool:
        """Return whether a line with others below says what these do, and not the order `before`.

        It is set off from that, or its label has said what that does: `Modification`, below
        *Arrêté de création*.
        """
        if not (before and says_what(text)):
            return False
        is_strong, is_plain = all(part.strong for part in line), not all(p.strong for p in before)
        is_told = _tells_other_effect(self.section, text)
        return (is_strong and is_plain) or is_told

    def _sentence(self) -> OrderLine:
        """Return a table row as the sentence that the names of its columns make of it.

        The titles are the cells with dates.
        """
        cells = [(f"{name} : ", piece) for name, piece in self.cells]
        if not cells:
            named = zip(self.pieces, self.heads, strict=True)
            kept = [piece for piece, head in named if not _OF_FILES.search(same_length(head))]
            cells = [("", piece) for piece in kept or self.pieces]
        parts: list[Part] = []
        # "Modifications | arrêté du … ; arrêté du …"
        leads = not self.cells and says_what(cells[0][1].text)
        for name, piece in cells:
            lines = lines_of(self._labelled(piece) or (Part(piece.text or piece.label),))
            dated = [begins_with_date(clean(joined(line))) for line in lines]
            is_head = piece is cells[0][1]
            for number, line in enumerate(lines):
                goes_on = not name and number and dated[number] and dated[number - 1]
                goes_on = goes_on or (leads and number and not is_head)
                behind = ": " if leads and is_head and not piece.text.endswith(":") else " "
                between = ", du " if goes_on and leads and dated[number] else ", "
                parts += [Part(between if goes_on else name), *line, Part(behind)]
        texts = (clean(joined(piece.parts)) for _, piece in cells)
        titles = [text for text in texts if dates_in(text) and not is_number(text)]
        return OrderLine(tuple(parts), tuple(titles))


def _is_date_first(text: str) -> bool:
    """Return whether a text below the label *Arrêté* begins with its date: `du 5 mai 2004`."""
    return begins_with_date(text.removeprefix("du "))


def _lists_orders(piece: Piece) -> bool:
    """Return whether a piece, such as a cell of a table, has lines that name a dated order each."""
    lines = piece.lines
    return len(lines) > 1 and all(names_order(line) and dates_in(line) for line in lines)


def rows(passages: Sequence[Passage]) -> Iterator[Row]:
    """Group passages in reading order to rows."""
    group: list[Passage] = []
    columns = TableColumns()
    before: Row | None = None
    apart = [*itertools.chain.from_iterable(map(_apart, passages))]
    for number, passage in enumerate(apart):
        if group and not _is_read_with(group, apart, number, columns):
            row = _row(group, columns, before)
            before = before if row.names else row
            yield row
            group = []
        group.append(passage)
        columns.add(passage.piece)
    if group:
        yield _row(group, columns, before)


def _apart(passage: Passage) -> tuple[Passage, ...]:
    """Divide the last link of a list of documents from the sentences behind it."""
    piece, section = passage.piece, passage.section
    is_listed = section and section.entry.kind == "links" and piece.block.has_link
    if not (is_listed and piece.text.endswith(".")):
        return (passage,)
    last = max((number for number, part in enumerate(piece.parts, 1) if part.href), default=0)
    parts, behind = piece.parts[:last], joined(piece.parts[last:])
    begins = _NEXT_SENTENCE.search(behind) if last else None
    if begins is None:
        return (passage,)
    texts = behind[: begins.start()], behind[begins.end() :]
    divided = ((*parts, Part(texts[0])), (Part(texts[1]),))
    pieces = (piece._replace(text=clean(joined(each)), parts=each) for each in divided)
    return tuple(passage._replace(piece=each) for each in pieces)


def _row(group: list[Passage], columns: TableColumns, before: Row | None) -> Row:
    if len(group) > 1 and _is_number_before(group[:1], group[1]):
        group = [group[1], group[0], *group[2:]]
    first = group[0]
    pieces = tuple([passage.piece for passage in group])
    texts = [same_length(piece.text) for piece in pieces]
    if first.unknown and first.unknown is not first.piece and says_of_what(first.unknown.text):
        texts.append(same_length(first.unknown.text))
    linked = [piece for piece in pieces if piece.block.has_link]
    texts += [part.href.lower() for piece in linked for part in piece.parts if part.href]
    cells = columns.cells(pieces)
    effect_above = _effect_above(first, before, len(group) == 1)
    if cells or effect_above:
        texts.append("arrete")
    if lead := _lead_above(first, before):
        texts += ["remplac", same_length(lead)]
    heads = tuple(map(columns.head, pieces))
    texts += [same_length(head) for head in {*heads} if head and is_session_heading(head)]
    goes_on = before and before.section is first.section and before.unknown is first.unknown
    if before and goes_on and "session" in before.plain and is_session_heading(before.text):
        texts.append(before.plain)
    return Row(
        pieces, first.section, first.unknown, first.names and not cells, first.above,
        " ".join(texts), cells, effect_above, lead, bool(linked), heads,
        before if goes_on else None,
    )  # fmt: skip


def _effect_above(first: Passage, before: Row | None, is_alone: bool) -> str:
    """Return what the row before says that the orders of this one do.

    `Création` above them, `…, modifié par :` above a list, `Modifié le` in the next row of a table.
    `is_alone`: the row has one piece.
    """
    if before is None or first.names:
        return ""
    cell, section, place = first.piece.block.cell, first.section, before.pieces[-1].block.cell
    if first.piece.block is before.pieces[-1].block and before.field == "legal_texts":
        # "Arrêté de création : 10 juin 2010 - Dernière modification : 24 août 2012"
        label = section.heading.label if section and section.entry.kind == "ignored-value" else ""
        lines = (clean(joined(line)) for line in first.piece.block.lines)
        if effect_of(label) and any(label in t and before.pieces[-1].text in t for t in lines):
            return label
    if cell and place and cell != place and cell.table == place.table:
        if is_alone and (effect := _effect_of_rows(first, before)):
            return effect
        label = section.heading.label if section else first.piece.text
        if (section and section.entry.kind != "ignored-value") or not is_change(label):
            return ""
        in_order = before.effect_above or before.field == "legal_texts" or names_order(before.text)
        return label if in_order else ""
    if (cell, section, first.unknown) != (place, before.section, before.unknown):
        return ""
    head, last = before.pieces[0], before.pieces[-1]
    # "1er septembre 2009<br>Modifications :", and below it the list of these
    line = last.lines[-1] if last.text.endswith(":") else head.text
    effect_above = last.text if opens_list(last.text) else ""
    if not effect_above and says_what(line) and not is_file(head.block.only_link):
        effect_above = line  # but "Rectificatif des annexes" says it of its file
    colon = head.text.find(":", 0, _LONGEST_HEADING)
    if colon > 0:  # "Modifications : arrêté du …", and others below
        lead = head.text[:colon]
        # "Dernière modification : arrêté du …", and below it "arrêté du …" in small letters
        goes_on = first.piece.text[:2] in {"ar", "dé"} and effect_of(lead) == "modification"
        if (goes_on or (says_what(lead) and is_plural(lead))) and is_order_alone(first.piece.text):
            effect_above = lead
    effect_above = effect_above or (before.effect_above if head.kind == first.piece.kind else "")
    if not effect_above or is_outside(head, first.piece):
        return ""
    text = first.piece.text
    if not (first.piece.kind == "item" or names_order(text) or begins_with_date(text)):
        return ""
    # "Abrogation" above its order
    return "" if asks_for_one(effect_above) and dates_in(before.plain) else effect_above


def _effect_of_rows(first: Passage, before: Row) -> str:
    """Return what the row of a table before says that the order alone in the next one does.

    `Modifications` as a row of one cell, or beside the order of that row, where the cell below it
    is empty.
    """
    cell, head, last = first.piece.block.cell, before.pieces[0], before.pieces[-1]
    place = last.block.cell
    if not (cell and place and cell.column == place.column and cell.row == place.last + 1):
        return ""
    if before.section is not first.section or not names_order(first.piece.text):
        return ""
    if says_what(head.text) and (head is last) == (cell.column == 0):
        return head.text
    return before.effect_above if head is last else ""


def _lead_above(first: Passage, before: Row | None) -> str:
    """Return the text above a list: `Sessions`, or with a colon of succession or general rules."""
    if before is None or first.piece.kind != "item":
        return ""
    last = before.pieces[-1]
    if last.kind == "item":
        return before.lead
    about = last.text.endswith(":") and (
        _SUCCESSION.search(before.plain) or is_above_general(last.text)
    )
    return last.text if about or is_session_heading(last.text) else ""


def says_of_what(text: str) -> bool:
    """Return whether a heading is no more than *session*, *modifications*."""
    return is_session_heading(text) or says_what(text)


def is_session_heading(text: str) -> bool:
    """Return whether a heading is *Sessions*, *Quand a eu lieu la première session ?* or alike."""
    return len(text) <= _LONGEST_HEADING and bool(_SESSION_HEADING.fullmatch(same_length(text)))


def _same_row(group: list[Passage], after: Passage, columns: TableColumns) -> bool:
    """Return whether a passage is read together with those before it: see `Row`."""
    before = group[-1]
    same_table_row = _same_table_row(before.piece, after.piece)
    is_labelled = before.piece.block.cell == after.piece.block.cell and after.piece.kind == "pair"
    if is_labelled and before.piece.kind == "pair" and says_what(after.piece.label):
        return False  # "Arrêté de création : …", and below it "Arrêté modificatif : …"
    if same_table_row and columns.are_of_orders(after.piece):
        return True  # paragraphs of a cell and what looks like a label too
    if _is_number_before(group, after):
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
    if len(group) == 1 and _is_defined(before.piece, after.piece):
        return True  # "<dt>Arrêté du 3 mai 2004</dt><dd>Modification du règlement</dd>"
    if _is_order_file(after.piece) or _heads_what_follows(before.piece, after.piece):
        return False
    text = _text_before(group, after)
    names = after.unknown is None and says_what(text)
    names = names and not is_outside(before.piece, after.piece)
    names = names and not is_file(before.piece.block.only_link)
    line, *others = after.piece.lines if len(after.piece.parts) > 1 else [after.piece.text]
    is_new = before.piece.block is not after.piece.block and line[:3].upper() == "NOR"
    is_effect = says_what(line)
    if is_effect and _tells_other_effect(before.section, line):
        return False
    is_day = line[1:4] == "réé" and bool(others) and asks_for_day(line, others[0])
    is_head = is_day or (is_new and others and names_order(others[0]))
    if is_effect or is_head:
        line = after.piece.text  # "Abrogation", or "NOR : MENE0401234A", and its order below
    parts = after.piece.parts
    is_link = parts and parts[-1].href and _is_legal_link(parts) and opens_text(text, line)
    if is_link or (text[1:4] == "réé" and after.unknown is None and asks_for_day(text, line)):
        return True
    return joins(text, line) or (names and names_order(after.piece.text))


def _without_link(line: Sequence[Part], text: str) -> str:
    """Return the text of a line without a link at its end that only opens the order it names."""
    link = line[-1]
    if len(line) > 1 and _is_legal_link(line[-1:]):
        before = without_bullet(clean(joined(tuple(line[:-1]))))
        return before if opens_text(before, link.text.strip()) else text
    return text


def _is_legal_link(parts: Sequence[Part]) -> bool:
    """Return whether a line is only a link to a legal text."""
    hrefs = {part.href for part in parts if part.href or part.text.strip()}
    return len(hrefs) == 1 and is_legal_address(hrefs.pop() or "")


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
    is_below = section and section.entry.field == "legal_texts" and _is_date_first(text)
    if section and is_below and goes_on_title(after.piece.text):
        return f"{section.heading.label} {text}"
    return text


def _is_read_with(
    group: list[Passage], passages: Sequence[Passage], number: int, columns: TableColumns
) -> bool:
    """Return whether a passage is read together with those of `group`, right before it."""
    passage = passages[number]
    last = group[-1].piece
    if not _same_table_row(last, passage.piece) and begins_with_number(passage.piece.text):
        if _is_head_of(group, passages[number : number + 2]):
            return True
        above = " ".join([before.piece.text for before in group])
        if is_number_of_next(above, *_with_next(passages, number)):
            return False
    is_below = passage.piece.block.cell and _is_effect_below(group, passages, number)
    if not (is_below or _same_row(group, passage, columns)):
        return False
    in_row = _same_table_row(last, passage.piece)
    return in_row or not _heads_orders(passages, number)


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
    """Return the text of a passage, that of the next one, and whether they share a block.

    The next one counts where the first is no more than a number.
    """
    piece = passages[number].piece
    if number + 1 == len(passages) or not is_number_alone(piece.text):
        return piece.text, "", False
    after = passages[number + 1].piece
    return piece.text, f"{after.label} {after.text}", after.block is piece.block


def _is_number_before(group: Sequence[Passage], after: Passage) -> bool:
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
    return bool(
        is_alone and same and names_order(before.piece.text) and says_what(after.piece.text)
    )


def _heads_orders(passages: Sequence[Passage], number: int) -> bool:
    """Return whether a line says what the order below it does, and not the one above it.

    So it is where such lines and orders take turns, and the last of them is an order:
    *Arrêté du 3 mai 2004*, *Modification*, *Arrêté du 8 juin 2009*.
    """
    first = passages[number]
    line = first.piece.text
    if line.startswith("(") or not says_what(line) or effect_of(line) == "creation":
        return False
    is_order = False
    for after in itertools.islice(passages, number + 1, number + _MOST_IN_TURN):
        text = after.piece.text
        is_beside = after.section is first.section and after.unknown is first.unknown
        if not is_beside or not (says_what(text) or (names_order(text) and dates_in(text))):
            break
        is_order = not says_what(text)
    return is_order


def _tells_other_effect(section: Section | None, line: str) -> bool:
    """Return whether a label asks for one order, and a line below that says what others do."""
    label = section.heading.label if section else ""
    return asks_for_one(label) and effect_of(label) != effect_of(line)


def _is_defined(before: Piece, after: Piece) -> bool:
    """Return whether a term of a list is an order, and its definition says what it does."""
    term, block = before.block, after.block
    is_beside = term.kind == "term" and block.number == term.number + 1
    is_beside = is_beside and term.containers[1:] == block.containers[1:]
    is_order = (
        is_beside
        and block.kind == "paragraph"
        and names_order(before.text)
        and not effect_of(before.text)
    )
    return is_order and effect_of(after.text) is not None and not dates_in(after.text)


def _is_order_file(piece: Piece) -> bool:
    """Return whether a link to a file says what an order does: which one, the page tells."""
    if not piece.block.has_link:
        return False
    return any(is_file(part.href) for part in piece.parts) and is_order_named(piece.text)


def _heads_what_follows(before: Piece, after: Piece) -> bool:
    """Return whether what an order does is set off from the one above: `Abrogation`, as a label."""
    is_made_so = after.block.strong > before.block.strong or after.kind != before.kind
    return is_made_so and says_what(after.text)


def _is_beside_file(group: list[Passage], after: Passage) -> bool:
    """Return whether of a link and the format or size of its file one follows the other.

    `<dt><a>PDF - 812 ko</a></dt><dd>Annexes</dd>`: the link may say no more than these.
    """
    are_linked = True in [passage.piece.block.has_link for passage in group]
    if not (are_linked or after.piece.block.has_link):
        return False
    if is_file_detail(after.piece.text) and not after.piece.block.only_link:
        return are_linked
    first = group[0].piece.block
    named = after.piece.block.has_link or (first.kind == "term" and first.has_link)
    return len(group) == 1 and named and is_file_detail(group[0].piece.text)


def _same_table_row(before: Piece, after: Piece) -> bool:
    cell, last = after.block.cell, before.block.cell
    in_row = bool(cell and last) and (cell and cell[:2]) == (last and last[:2])
    return in_row and not (heads_diploma(before.block) and heads_diploma(after.block))

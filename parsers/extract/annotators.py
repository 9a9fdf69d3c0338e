"""One pass over the pieces of a page: each is looked at once by every annotator it may concern.

An annotator has trigger words: a piece without any of them is skipped. What a section may keep of
the statements of its pieces is the table `_LEFT_OUT`.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from parsers.extract.diploma_mentions import DiplomaIdentity
from parsers.extract.documents import documents_in
from parsers.extract.legal_texts import Mention, is_date_label, is_told, orders_in, row_orders
from parsers.extract.rncp import rncp_in, rncp_under_label
from parsers.extract.sessions import sessions_in
from parsers.extract.succession import labelled_codes, status_in, succession_in, unreadable_codes
from parsers.model.blocks import Part, joined
from parsers.model.statement import Finding, Statement
from parsers.segment.labels import Piece
from parsers.segment.sections import Passage, Section
from schema.dates import dates_in
from schema.issues import IssueCode, issue
from schema.text import clean

# So many texts of a page that nothing was read of are told one by one.
_MOST = 20
IN_SENTENCE = "named in a sentence"
# Labels of lists, and the published field of each.
_LISTS = {
    "rncp": "rncp_codes", "replaces": "replaces", "replaced_by": "replaced_by",
    "documents": "documents", "legal_texts": "legal_texts", "status": "status",
}  # fmt: skip


class Row(NamedTuple):
    """The pieces of one table row in one section, or a piece that stands in none."""

    pieces: tuple[Piece, ...]
    section: Section | None
    unknown: Piece | None
    names: bool

    @property
    def field(self) -> str:
        """The field of the section, or its kind where it has no field; empty outside sections."""
        return (self.section.entry.field or self.section.entry.kind) if self.section else ""

    @property
    def label(self) -> str:
        """The label of the section."""
        return self.section.heading.label if self.section else ""


class Subject(NamedTuple):
    """What the annotators know of the record: its diploma, and what links are relative to."""

    diploma: DiplomaIdentity
    base: str | None


def annotate(passages: Sequence[Passage], subject: Subject) -> Iterator[Finding]:
    """Yield what the pieces state of documents, orders, sessions, succession, status and RNCP.

    Of a piece that states nothing, outside all sections, an issue tells the text.
    """
    unused = 0
    for row in _rows(passages):
        if row.names:
            continue
        findings = [one for annotator in _ANNOTATORS for one in _apply(annotator, row, subject)]
        yield from findings
        if findings or row.section is not None:
            continue
        piece = row.pieces[0]
        if row.unknown is piece:
            value, place = piece.text[:200], piece.block.place
            detail = "its text is left out"
            yield issue(IssueCode.UNKNOWN_HEADING, None, value, detail, place)
        elif row.unknown is None:
            for one in row.pieces:
                unused += 1
                if unused <= _MOST:
                    value, place = one.text[:200], one.block.place
                    yield issue(IssueCode.UNLABELLED_TEXT, None, value, None, place)
    if unused > _MOST:
        more = f"{unused - _MOST} more texts that belong to no field"
        yield issue(IssueCode.UNLABELLED_TEXT, None, None, more)


def empty_lists(sections: Sequence[Section]) -> Iterator[Finding]:
    """Yield an issue for each label of a list that nothing stands under."""
    for section in sections:
        if section.entry.field in _LISTS and not section.content:
            is_section = section.entry.is_section
            code = IssueCode.EMPTY_SECTION if is_section else IssueCode.EMPTY_VALUE
            label, place = section.heading.label or None, section.heading.block.place
            yield issue(code, _LISTS[section.entry.field], label, None, place)


def _rows(passages: Sequence[Passage]) -> Iterator[Row]:
    """Group the passages of one section that stand in different cells of one table row."""
    group: list[Passage] = []
    for passage in passages:
        if group and not _goes_on(group[-1], passage):
            yield _row(group)
            group = []
        group.append(passage)
    if group:
        yield _row(group)


def _row(group: list[Passage]) -> Row:
    return Row(
        tuple(one.piece for one in group), group[0].section, group[0].unknown, group[0].names
    )


def _goes_on(before: Passage, after: Passage) -> bool:
    cell, last = after.piece.block.cell, before.piece.block.cell
    return (
        cell is not None
        and last is not None
        and (cell.table, cell.row) == (last.table, last.row)
        and cell.column != last.column
        and before.section is after.section
        and not before.names
        and not after.names
    )


class Annotator(NamedTuple):
    """Reads one kind of statement. `triggers`: words, folded, of which one must stand in a text;
    without any the annotator looks at links alone.
    """

    kind: str
    triggers: tuple[str, ...]
    read: Callable[[Row, Subject], Iterator[Finding]]


def _apply(annotator: Annotator, row: Row, subject: Subject) -> Iterator[Finding]:
    if annotator.kind in _LEFT_OUT.get(row.field, ()):
        return iter(())
    return annotator.read(row, subject)


def _documents(row: Row, subject: Subject) -> Iterator[Finding]:
    links = row.section is not None and row.section.entry.kind == "links"
    beside = next((one.text for one in row.pieces if not any(part.href for part in one.parts)), "")
    beside = beside if row.pieces[0].block.cell else ""
    for piece in row.pieces:
        for document in documents_in(piece, subject.base, links, beside):
            yield Statement("documents", document, document.title, piece.block.place, row.label)


def _orders(row: Row, subject: Subject) -> Iterator[Finding]:
    if row.field == "legal_texts":
        yield from _listed_orders(row, subject)
        return
    certain = row.section is None or row.section.entry.kind != "text"
    for piece in row.pieces:
        for line in _lines(piece):
            for mention in orders_in(line, False, "", subject.diploma):
                if certain or mention.text.kind or mention.full:
                    yield from _order(mention, piece, "")


def _listed_orders(row: Row, subject: Subject) -> Iterator[Finding]:
    """Yield the orders of a row under a label of legal texts; a date without one is an issue."""
    if len(row.pieces) == 1:
        lines = _lines(row.pieces[0])
        mentions = [
            mention
            for line in lines
            for mention in orders_in(line, True, row.label, subject.diploma)
        ]
    else:
        mentions = row_orders([piece.parts for piece in row.pieces], row.label, subject.diploma)
    for mention in mentions:
        yield from _order(mention, row.pieces[0], row.label)
    text, place = " ".join(piece.text for piece in row.pieces), row.pieces[0].block.place
    if is_date_label(row.label):
        if not mentions:
            yield issue(IssueCode.UNKNOWN_DATE, "legal_texts", text[:200], None, place)
        elif not is_told(text, mentions):
            yield issue(IssueCode.CONFLICTING_VALUES, "legal_texts", text[:200], None, place)
    elif not mentions and dates_in(text):  # an order of another diploma
        yield issue(IssueCode.UNLABELLED_TEXT, "legal_texts", text[:200], None, place)


def _order(mention: Mention, piece: Piece, label: str) -> Iterator[Finding]:
    rule = "as published" if mention.full else IN_SENTENCE
    title = mention.text.title
    yield Statement("legal_texts", mention.text, title, piece.block.place, label, rule)
    if mention.text.date is None:
        yield issue(IssueCode.UNKNOWN_DATE, "legal_texts", title, None, piece.block.place)


def _sessions(row: Row, _: Subject) -> Iterator[Finding]:
    for piece in row.pieces:
        for field, year in sessions_in(piece.text):
            yield Statement(field, year, piece.text, piece.block.place, "", IN_SENTENCE)


def _succession(row: Row, subject: Subject) -> Iterator[Finding]:
    diploma, under_label = subject.diploma, row.field in {"replaces", "replaced_by"}
    for piece in row.pieces:
        for text in unreadable_codes(piece.text, diploma, under_label):
            field = row.field if under_label else _relation(piece.text)
            yield issue(IssueCode.INVALID_CODE, field, text, None, piece.block.place)
        before, after = succession_in(piece.text, diploma)
        found = [("replaces", code, "") for code in before]
        found += [("replaced_by", code, "") for code in after]
        if under_label:
            found += [(row.field, code, row.label) for code in labelled_codes(piece.text)]
        for field, code, label in found:
            if code != diploma.code:
                place, rule = piece.block.place, "named in the text"
                yield Statement(field, code, piece.text, place, label, rule)


def _relation(text: str) -> str:
    return "replaced_by" if "remplac" in text and " par " in text else "replaces"


def _status(row: Row, subject: Subject) -> Iterator[Finding]:
    for piece in row.pieces:
        if status := status_in(piece.text, subject.diploma):
            yield Statement("status", status, piece.text, piece.block.place, row.label)


def _rncp(row: Row, _: Subject) -> Iterator[Finding]:
    for piece in row.pieces:
        place = piece.block.place
        hrefs = [part.href for part in piece.parts if part.href]
        numbers = [number for href in hrefs for number in rncp_in(href)]
        if row.field == "rncp" and not row.names:
            found, unread = rncp_under_label(piece.text)
            numbers = [*found, *numbers]
            if unread or not numbers:
                yield issue(IssueCode.UNKNOWN_RNCP, "rncp_codes", piece.text[:200], None, place)
        else:
            numbers = [*rncp_in(piece.text), *numbers]
        for number in dict.fromkeys(numbers):
            rule = "named in the text"
            yield Statement("rncp_codes", number, piece.text, place, row.label, rule)


def _lines(piece: Piece) -> list[tuple[Part, ...]]:
    lines: list[list[Part]] = [[]]
    for part in piece.parts or (Part(piece.text),):
        if part.after_break and clean(joined(lines[-1])):
            lines.append([])
        lines[-1].append(part)
    return [tuple(line) for line in lines]


_ANNOTATORS = (
    Annotator("documents", (), _documents),
    Annotator("orders", ("arret", "decret"), _orders),
    Annotator("sessions", ("session",), _sessions),
    Annotator("succession", ("remplac",), _succession),
    Annotator("status", ("abrog", "vigueur"), _status),
    Annotator("rncp", ("rncp",), _rncp),
)
_TEXTUAL = frozenset({"orders", "sessions", "succession", "status", "rncp"})
_LIFE = frozenset({"succession", "status"})
# What is not taken from a section, by its field or, where it has none, its kind: access and
# further study tell of the diplomas before and after this one.
_LEFT_OUT = {
    "access": _TEXTUAL - {"orders"},
    "further_study": _TEXTUAL - {"orders"},
    "trades": _TEXTUAL,
    "documents": _LIFE | {"rncp"},
    "rncp": _LIFE,
    "code": frozenset({"orders"}),
    "title": frozenset({"orders"}),
    "ignore": _TEXTUAL,
    "ignored-value": _TEXTUAL,
    "heading": _TEXTUAL,
}

"""Documents, legal texts, sessions, RNCP, succession, status: what a page tells anywhere on it."""

from collections.abc import Iterable
from typing import Any

from parsers.extract.diploma_mentions import Own
from parsers.extract.documents import distinct, documents_in
from parsers.extract.legal_texts import (
    Mention,
    is_date_label,
    is_told,
    merged,
    orders_in,
    row_orders,
)
from parsers.extract.rncp import rncp_in, rncp_under_label
from parsers.extract.single_values import labelled_codes, sessions_in
from parsers.extract.succession import status_in, succession_in, unreadable_codes
from parsers.model.blocks import Part, joined
from parsers.model.draft import Context, Draft
from parsers.model.observation import Observation
from parsers.segment.labels import Piece
from parsers.segment.sections import Section
from schema.dates import dates_in
from schema.issues import Issue, IssueCode, issue
from schema.text import clean

# A page of nothing but unknown texts is told of by so many examples.
_MOST = 20
# Labels of lists, and the published field of each.
_LISTS = {
    "rncp": "rncp_codes", "replaces": "replaces", "replaced_by": "replaced_by",
    "documents": "documents", "legal_texts": "legal_texts", "status": "status",
}  # fmt: skip
# Texts that tell of the diplomas before and after this one.
_OF_OTHERS = {"access", "further_study"}


def own_of(draft: Draft) -> Own:
    """What tells the diploma of a draft from others; its title has been read."""
    return Own(*(draft.values.get(key) for key in ("code", "name", "diploma_type", "acronym")))


def put_documents(
    draft: Draft, sections: list[Section], loose: list[Piece], context: Context
) -> None:
    """The documents linked anywhere but under labels of values and orders."""
    found = []
    pieces: list[tuple[Piece, str]] = [(piece, "") for piece in loose]
    for section in sections:
        if section.entry.kind in {"value", "legal"} and section.entry.field != "title":
            continue
        pieces += [(piece, section.entry.kind) for piece in section.content]
    pieces.sort(key=lambda pair: pair[0].block.number)
    rows = _row_texts([piece for piece, _ in pieces])
    for piece, kind in pieces:
        row = (
            rows.get((piece.block.cell.table, piece.block.cell.row), "")
            if (piece.block.cell)
            else ""
        )
        for document in documents_in(piece, context.base, kind == "links", row):
            found.append(document)
            seen = Observation("documents", document.title, piece.block.place)
            draft.evidence.append(seen)
    draft.values["documents"] = distinct(found)


def _row_texts(found: list[Piece]) -> dict[tuple[int, int], str]:
    """The first unlinked text of each table row."""
    rows: dict[tuple[int, int], str] = {}
    for piece in found:
        cell = piece.block.cell
        if cell and not any(part.href for part in piece.parts):
            rows.setdefault((cell.table, cell.row), piece.text)
    return rows


def put_legal(draft: Draft, sections: list[Section], loose: list[Piece]) -> None:
    """Orders in their own sections, then in loose lines, then in sentences."""
    mentions: list[Mention] = []
    seen: list[Observation] = []
    own = own_of(draft)

    def look(piece: Piece, listed: bool, label: str, certain: bool) -> None:
        for line in _lines(piece):
            for mention in orders_in(line, listed, label, own):
                if certain or mention.text.kind or mention.full:
                    mentions.append(mention)
                    seen.append(
                        Observation("legal_texts", mention.text.title, piece.block.place, label)
                    )

    for section in sections:
        if section.entry.field == "legal_texts":
            told = len(mentions)
            for row in _by_row(section.content):
                before = len(mentions)
                if len(row) == 1:
                    look(row[0], True, section.heading.label, True)
                else:
                    found = row_orders([piece.parts for piece in row], section.heading.label, own)
                    mentions += found
                    place = row[0].block.place
                    seen += [Observation("legal_texts", m.text.title, place) for m in found]
                text = " ".join(piece.text for piece in row)
                if len(mentions) == before and dates_in(text):  # an order of another diploma
                    code = IssueCode.UNLABELLED_TEXT
                    draft.issues.append(issue(code, "legal_texts", text[:200]))
            dated = is_date_label(section.heading.label)
            if dated and section.content and len(mentions) == told:
                draft.issues.append(issue(IssueCode.UNKNOWN_DATE, "legal_texts", section.text))
            elif dated and not is_told(section.text, mentions[told:]):
                text = section.text[:200]
                draft.issues.append(issue(IssueCode.CONFLICTING_VALUES, "legal_texts", text))
    for piece in loose:
        look(piece, False, "", True)
    for section in sections:
        if section.entry.field not in {"legal_texts", "trades", "code", "title"}:
            for piece in section.content:
                look(piece, False, "", section.entry.kind != "text")
    draft.values["legal_texts"] = merged(mentions)
    draft.evidence += seen
    for mention in mentions:
        if mention.text.date is None:
            draft.issues.append(issue(IssueCode.UNKNOWN_DATE, "legal_texts", mention.text.title))


def _by_row(content: list[Piece]) -> list[list[Piece]]:
    """Pieces by table row; each piece outside of tables by itself."""
    rows: list[list[Piece]] = []
    for piece in content:
        cell, last = piece.block.cell, rows[-1][0].block.cell if rows else None
        if (
            cell
            and last
            and (cell.table, cell.row) == (last.table, last.row)
            and cell.column != last.column
        ):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _lines(piece: Piece) -> list[tuple[Part, ...]]:
    lines: list[list[Part]] = [[]]
    for part in piece.parts or (Part(piece.text),):
        if part.after_break and clean(joined(lines[-1])):
            lines.append([])
        lines[-1].append(part)
    return [tuple(line) for line in lines]


class _Named:
    """Codes and numbers of three fields in the order in which texts name them."""

    def __init__(self, own_code: str | None) -> None:
        self.values: dict[str, list[str]] = {"replaces": [], "replaced_by": [], "rncp_codes": []}
        self.seen: list[Observation] = []
        self._own_code = own_code

    def add(self, field: str, found: Iterable[str], piece: Piece, label: str = "") -> None:
        """What a piece names, the diploma's own code left out."""
        others = [one for one in found if one != self._own_code]
        if others:
            self.values[field] += others
            seen = Observation(field, piece.text, piece.block.place, label, "named in the text")
            self.seen.append(seen)


def put_life(draft: Draft, sections: list[Section], loose: list[Piece], under: Any) -> None:
    """Succession, RNCP numbers and status."""
    status: str | None = None
    named = _Named(draft.values.get("code"))
    for section in under("rncp"):
        for piece in section.content:
            found, unread = rncp_under_label(piece.text)
            found += [n for part in piece.parts if part.href for n in rncp_in(part.href)]
            if unread or not found:
                draft.issues.append(issue(IssueCode.UNKNOWN_RNCP, "rncp_codes", piece.text[:200]))
            named.add("rncp_codes", found, piece, section.heading.label)
    for name, published in _LISTS.items():
        for section in under(name):
            if not section.content:
                code = (
                    IssueCode.EMPTY_SECTION if section.entry.is_section else IssueCode.EMPTY_VALUE
                )
                draft.issues.append(issue(code, published, section.heading.label or None))
    own = own_of(draft)
    texts = [(piece, "") for piece in loose]
    for section in sections:
        if section.entry.field not in _OF_OTHERS | {"trades", "documents", "rncp"}:
            texts += [(piece, section.entry.field) for piece in section.content]
    for piece, name in texts:
        for text in unreadable_codes(piece.text, own, name in {"replaces", "replaced_by"}):
            field = name if name in {"replaces", "replaced_by"} else _relation(piece.text)
            draft.issues.append(issue(IssueCode.INVALID_CODE, field, text))
        before, after = succession_in(piece.text, own)
        named.add("replaces", before, piece)
        named.add("replaced_by", after, piece)
        hrefs = [part.href for part in piece.parts if part.href]
        numbers = [n for text in (piece.text, *hrefs) for n in rncp_in(text)]
        named.add("rncp_codes", numbers, piece)
        said = status_in(piece.text, own)
        if said and status != "repealed":
            status = said
            draft.evidence.append(Observation("status", piece.text, piece.block.place))
    for name in ("replaces", "replaced_by"):
        for section in under(name):
            for piece in section.content:
                named.add(name, labelled_codes(piece.text), piece, section.heading.label)
    for name, values in named.values.items():
        draft.values[name] = tuple(dict.fromkeys(values))
    draft.evidence += named.seen
    draft.values["status"] = status or "unknown"


def put_sessions(draft: Draft, sections: list[Section], loose: list[Piece]) -> None:
    """Sessions that sentences name, where no label does; one that differs is a conflict."""
    pieces = [*loose]
    for section in sections:
        if section.entry.field not in _OF_OTHERS | {"trades"}:
            pieces += section.content
    for piece in pieces:
        for name, year in sessions_in(piece.text):
            known = draft.values.get(name)
            if known is None:
                seen = Observation(name, piece.text, piece.block.place, "", "named in a sentence")
                draft.put(name, year, seen)
            elif year != known and not _is_stated(draft, name, year):
                both = f"{known} | {piece.text[:200]}"
                draft.issues.append(issue(IssueCode.CONFLICTING_VALUES, name, both))


def _is_stated(draft: Draft, name: str, year: int) -> bool:
    """Whether a label gives that year too, such as a last session before a supplementary one."""
    given = (seen for seen in draft.evidence if seen.field == name and seen.label)
    return any(str(year) in seen.text for seen in given)


def _relation(text: str) -> str:
    return "replaced_by" if "remplac" in text and " par " in text else "replaces"


def left_over(pieces: list[Piece], context: Context, own: Own) -> list[Issue]:
    """Texts outside all sections that tell nothing of the diploma's life either: each an issue,
    so that a label that no lexicon knows does not take its value with it unseen.
    """
    unused = [piece for piece in pieces if not _tells_something(piece, context, own)]
    said = [issue(IssueCode.UNLABELLED_TEXT, None, one.text[:200]) for one in unused[:_MOST]]
    if len(unused) > _MOST:
        more = f"and {len(unused) - _MOST} more texts like it"
        said.append(issue(IssueCode.UNLABELLED_TEXT, None, unused[_MOST].text[:200], more))
    return said


def _tells_something(piece: Piece, context: Context, own: Own) -> bool:
    return bool(
        any(orders_in(line, False, "", own) for line in _lines(piece))
        or documents_in(piece, context.base, False, "")
        or sessions_in(piece.text)
        or any(succession_in(piece.text, own))
        or status_in(piece.text, own)
        or rncp_in(piece.text)
    )

"""Sections to a record: every field read, every derived value marked, nothing guessed."""

from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from parsers.access import diplomas_in, levels_in
from parsers.blocks import Part, joined
from parsers.document import Document
from parsers.documents import distinct, documents_in
from parsers.legal import Mention, merged, orders_in, row_orders
from parsers.observation import Observation
from parsers.pieces import Piece
from parsers.sections import Outline, Section
from parsers.succession import status_in, succession_in
from parsers.trade_list import trades_in
from parsers.values import (
    first_value,
    labelled_codes,
    read_acronym,
    read_code,
    read_duration,
    read_level,
    read_session,
    read_type,
    rncp_in,
    sessions_in,
)
from schema.code import CodeScolarite
from schema.diploma_type import DiplomaType, type_words
from schema.errors import Refused
from schema.issues import Issue, IssueCode, Refusal, issue
from schema.names import read_title
from schema.referential import Referential, SourceKind, content_hash, paragraphs
from schema.text import clean, fold

EXPECTED = ("code", "diploma_type", "level", "duration_label", "description", "access",
            "further_study", "trades")  # fmt: skip


@dataclass
class Context:
    """What is known of a document beside its pieces.

    `title`: as published, with the place it stood in. `code`: the code that an option's table
    row, heading or label gave. `page`, `url`, `source`, `kind`: see `Referential`.
    """

    document: Document
    title: str
    title_place: str
    page: str | None
    url: str | None
    base: str | None
    source: str
    kind: SourceKind
    code: str | None = None


@dataclass
class Draft:
    """A record on its way: values by field, the observations behind them, issues."""

    values: dict[str, Any] = field(default_factory=dict)
    evidence: list[Observation] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def put(self, name: str, value: Any, seen: Observation | None = None) -> None:
        """Set a field and remember where its value came from."""
        self.values[name] = value
        if seen is not None and value not in (None, (), []):
            self.evidence.append(seen._replace(field=name))

    def derived(self, name: str, value: Any, text: str, place: str, rule: str) -> None:
        """Set a field to a value that follows from another one."""
        self.values[name] = value
        self.evidence.append(Observation(name, text, place, "", rule, True))


def draft_record(own: Outline, shared: Outline, context: Context) -> Draft:
    """Read all fields but id, hash and issues. `own`: an option's part of the page, first."""
    draft = Draft()
    sections = [*own.sections, *shared.sections]
    loose = [*own.loose, *shared.loose]
    draft.issues += [*own.issues, *shared.issues]

    def under(name: str) -> list[Section]:
        mine = [s for s in own.sections if s.entry.field == name]
        return mine or [s for s in shared.sections if s.entry.field == name]

    code = _code(draft, under("code"), context)
    _title(draft, context)
    _type(draft, under("diploma_type"), context, code)
    _level(draft, under("level"), code)
    _simple(draft, under)
    for name in ("description", "access", "expectations", "further_study"):
        _text(draft, name, under(name))
    _access(draft)
    _trades(draft, under("trades"))
    _documents(draft, sections, loose, context)
    _legal(draft, sections, loose)
    _life(draft, sections, loose, under)
    _sessions(draft, sections, loose)
    for name in EXPECTED:
        if draft.values.get(name) in (None, (), []):
            draft.issues.append(issue(IssueCode.MISSING_FIELD, name))
    return draft


def finished(draft: Draft, context: Context, identifier: str) -> Referential:
    """The validated record. Raises `Refused(invalid-record)` with what did not fit."""
    values = {
        **draft.values,
        "id": identifier,
        "page": context.page,
        "url": context.url,
        "sources": (context.source,),
        "source_kind": context.kind,
        "content_sha256": "0" * 64,
        "issues": tuple(dict.fromkeys(draft.issues)),
    }
    try:
        record = Referential(**values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "record"
        raise Refused(Refusal.INVALID_RECORD, f"{where}: {first['msg']}") from None
    return record.model_copy(update={"content_sha256": content_hash(record)})


def _code(draft: Draft, sections: list[Section], context: Context) -> CodeScolarite | None:
    if context.code:
        code = CodeScolarite.parse(context.code).value
        seen: Observation | None = Observation(
            "code", context.code, context.title_place, "", "code of the option"
        )
    else:
        read = first_value("code", sections, read_code, "CodeScolarite.parse")
        code, seen = read.value, read.observation
        draft.issues += read.issues
    draft.put("code", code.code if code else None, seen)
    draft.values["nsf_code"] = code.nsf_code if code else None
    draft.values["nsf_label"] = code.nsf_label if code else None
    if code and code.nsf_code:
        place = seen.place if seen else ""
        draft.derived("nsf_code", code.nsf_code, code.code, place, "characters 4-6 of the code")
        draft.derived("nsf_label", code.nsf_label, code.code, place, "NSF table (D311-4)")
    return code


def _title(draft: Draft, context: Context) -> None:
    seen = Observation("title", context.title, context.title_place)
    draft.put("title", context.title, seen)
    name = read_title(context.title).name or context.title
    draft.put("name", name, seen._replace(rule="title without the type's words"))


def _type(
    draft: Draft, sections: list[Section], context: Context, code: CodeScolarite | None
) -> None:
    prefix_type = code.diploma_type if code else None
    read = first_value("diploma_type", sections, read_type(prefix_type), "DiplomaType.parse")
    draft.issues += read.issues
    parsed: DiplomaType | None = read.value
    title = read_title(context.title)
    if parsed is not None:
        draft.put("diploma_type", parsed.diploma_type, read.observation)
        draft.put("diploma_type_label", parsed.diploma_type_label, read.observation)
        if parsed.diploma_type is not None or not prefix_type:
            return
    draft.values.setdefault("diploma_type_label", None)
    if title.types and title.type_label:
        from_title = DiplomaType.parse(title.type_label, prefix_type)
        if parsed is None:
            draft.issues += from_title.issues
        if from_title.value and from_title.value.diploma_type:
            seen = Observation("diploma_type", title.type_label, context.title_place)
            draft.put("diploma_type", from_title.value.diploma_type, seen)
            return
    draft.values.setdefault("diploma_type", None)
    if prefix_type and code:
        place = draft.evidence[0].place if draft.evidence else ""
        draft.derived("diploma_type", prefix_type, code.code, place, "prefix of the code")
        draft.issues.append(issue(IssueCode.DERIVED_VALUE, "diploma_type", code.prefix))


def _level(draft: Draft, sections: list[Section], code: CodeScolarite | None) -> None:
    read = first_value("level", sections, read_level, "DiplomaLevel.parse")
    draft.issues += read.issues
    level = read.value.level if read.value else None
    draft.put("level", level, read.observation)
    draft.put("level_label", read.value.level_label if read.value else None, read.observation)
    prefix_level = code.level if code else None
    if level is not None and prefix_level is not None and level != prefix_level:
        both = f"{read.value.level_label} | {code.prefix if code else ''}"
        draft.issues.append(issue(IssueCode.LEVEL_CONTRADICTS_CODE, "level", both))
    says_none = any(i.code == IssueCode.NO_LEVEL for i in read.issues)
    if level is None and prefix_level is not None and code and not says_none:
        draft.derived("level", prefix_level, code.code, "", "prefix of the code")
        draft.issues.append(issue(IssueCode.DERIVED_VALUE, "level", code.prefix))


def _simple(draft: Draft, under: Any) -> None:
    read = first_value("duration_months", under("duration"), read_duration, "Duration.parse")
    draft.issues += read.issues
    value = read.value
    draft.put("duration_months", value.duration_months if value else None, read.observation)
    draft.put("duration_label", value.duration_label if value else None, read.observation)
    read = first_value("acronym", under("acronym"), read_acronym, "as published")
    draft.issues += read.issues
    draft.put("acronym", read.value, read.observation)
    for name in ("first_session", "last_session"):
        read = first_value(name, under(name), read_session(name), "the year in the text")
        draft.issues += read.issues
        draft.put(name, read.value, read.observation)


def _sessions(draft: Draft, sections: list[Section], loose: list[Piece]) -> None:
    """Sessions that sentences name, where no label does."""
    pieces = [*loose, *(p for s in sections if s.entry.field != "trades" for p in s.content)]
    for piece in pieces:
        for name, year in sessions_in(piece.text).items():
            if draft.values.get(name) is None:
                seen = Observation(name, piece.text, piece.block.place, "", "named in a sentence")
                draft.put(name, year, seen)


def _text(draft: Draft, name: str, sections: list[Section]) -> None:
    """A text field. Sections of different names follow each other; of the same name the first
    stays and a different second is a conflict.
    """
    texts: list[str] = []
    labels: dict[str, str] = {}
    for section in sections:
        written = [_written(piece, section) for piece in section.content]
        text = paragraphs([one for one in written if one])
        if text is None:
            draft.issues.append(issue(IssueCode.EMPTY_SECTION, name, section.heading.label or None))
            continue
        label = fold(section.heading.label)
        if text in texts:
            continue
        if label in labels:
            both = f"{labels[label][:200]} | {text[:200]}"
            draft.issues.append(issue(IssueCode.CONFLICTING_VALUES, name, both))
            continue
        if texts:
            draft.issues.append(issue(IssueCode.MERGED_SECTIONS, name, section.heading.label))
        labels[label] = text
        texts.append(text)
        draft.evidence.append(
            Observation(name, text, section.content[0].block.place, section.heading.label)
        )
    draft.values[name] = paragraphs(texts)


def _written(piece: Piece, section: Section) -> str:
    """One piece as a paragraph: items with a dash; a repeated label is left out."""
    if piece.kind == "label":
        return clean(piece.label).rstrip(" :")
    text = clean(piece.text)
    target = piece.block.only_link
    if target and not piece.entry and documents_in(piece, None, False, ""):
        return ""  # "Télécharger le référentiel": a document, not a sentence
    if piece.kind == "heading" and fold(text) == fold(section.heading.label):
        return ""
    return f"- {text}" if piece.kind == "item" and text else text


def _access(draft: Draft) -> None:
    access = draft.values.get("access")
    own = frozenset(
        words for words, types in type_words() if draft.values.get("diploma_type") in types
    )
    named = diplomas_in(access, own) if access else []
    levels = levels_in(access, named) if access else []
    draft.values["access_diplomas"] = tuple(one.text for one in named)
    draft.values["access_levels"] = tuple(levels)
    for one in named:
        rule = "named in the access text"
        draft.evidence.append(Observation("access_diplomas", one.text, "access", "", rule, True))
    for level in levels:
        because = ", ".join(one.text for one in named if one.level == level) or f"niveau {level}"
        rule = "level of the diplomas named in the access text"
        draft.evidence.append(Observation("access_levels", because, "access", "", rule, True))


def _trades(draft: Draft, sections: list[Section]) -> None:
    found, issues = trades_in([piece for section in sections for piece in section.content])
    draft.issues += issues
    draft.values["trades"] = tuple(trade for trade, _ in found)
    for section in sections:
        if not section.content:
            draft.issues.append(issue(IssueCode.EMPTY_SECTION, "trades", section.heading.label))
    for trade, piece in found:
        label = sections[0].heading.label
        draft.evidence.append(Observation("trades", trade.label, piece.block.place, label))


def _documents(draft: Draft, sections: list[Section], loose: list[Piece], context: Context) -> None:
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


def _legal(draft: Draft, sections: list[Section], loose: list[Piece]) -> None:
    mentions: list[Mention] = []
    seen: list[Observation] = []

    def look(piece: Piece, listed: bool, label: str, certain: bool) -> None:
        for line in _lines(piece):
            for mention in orders_in(line, listed, label):
                if certain or mention.text.kind or mention.full:
                    mentions.append(mention)
                    seen.append(
                        Observation("legal_texts", mention.text.title, piece.block.place, label)
                    )

    for section in sections:
        if section.entry.field == "legal_texts":
            for row in by_row(section.content):
                if len(row) == 1:
                    look(row[0], True, section.heading.label, True)
                else:
                    found = row_orders([piece.parts for piece in row], section.heading.label)
                    mentions += found
                    place = row[0].block.place
                    seen += [Observation("legal_texts", m.text.title, place) for m in found]
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


def by_row(content: list[Piece]) -> list[list[Piece]]:
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


def _life(draft: Draft, sections: list[Section], loose: list[Piece], under: Any) -> None:
    replaces, replaced_by = [], []
    status: str | None = None
    rncp: list[str] = []
    for section in under("rncp"):
        for piece in section.content:
            rncp += rncp_in(piece.text, labelled=True)
            rncp += [n for part in piece.parts if part.href for n in rncp_in(part.href, False)]
    texts = [(piece, "") for piece in loose]
    for section in sections:
        if section.entry.field not in {"trades", "documents", "rncp"}:
            texts += [(piece, section.entry.field) for piece in section.content]
    for piece, name in texts:
        before, after = succession_in(piece.text)
        replaces += before
        replaced_by += after
        for number in rncp_in(piece.text, False) if name not in {"access", "further_study"} else []:
            rncp.append(number)
        for part in piece.parts:
            if part.href and name not in {"access", "further_study"}:
                rncp += rncp_in(part.href, False)
        found = status_in(piece.text) if name not in {"access", "further_study"} else None
        if found and status != "repealed":
            status = found
            draft.evidence.append(Observation("status", piece.text, piece.block.place))
    replaces += labelled_codes(under("replaces"))
    replaced_by += labelled_codes(under("replaced_by"))
    own = draft.values.get("code")
    draft.values["replaces"] = tuple(dict.fromkeys(c for c in replaces if c != own))
    draft.values["replaced_by"] = tuple(dict.fromkeys(c for c in replaced_by if c != own))
    draft.values["rncp_codes"] = tuple(dict.fromkeys(rncp))
    draft.values["status"] = status or "unknown"

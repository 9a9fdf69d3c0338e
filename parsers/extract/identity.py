"""Code, title, name, type and level of a diploma to statements."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from parsers.extract.single_values import CODE, labelled, level_field, placed, type_field
from parsers.extract.succession import is_of_another
from parsers.model.document import Context
from parsers.model.file_types import is_file_detail
from parsers.model.statement import Finding, Statement, conflict
from parsers.segment.passages import Section
from parsers.segment.title_sources import FILE_COLUMNS, NUMBER
from parsers.segment.title_words import title_end
from parsers.segment.value_shapes import NO_VALUE
from schema.code import CodeScolarite, codes_in, level_of_type
from schema.diploma_type import DiplomaType, family
from schema.issues import Issue, IssueCode, issue, unlabelled
from schema.name_words import OPTION_WORDS
from schema.text import clean, fold
from schema.title import acronym_beside, read_title, without_code
from schema.vocabulary import table

Under = Callable[[str], list[Section]]

_OF = re.compile(r"^(?:d(?:u|es?|e la) |d(?:e l)?['’])(?=\w{3})", re.IGNORECASE)  # "CAP de boucher"
_LISTED = re.compile(r"\s*[;,/|]\s*|\s[–-]\s")
# "CAP Boucher (ex BEP Boucher, 510-22101)"
_OF_FORMER = re.compile(r"\((?:ex|ancien)\b[^()]*\)", re.IGNORECASE)


def identity(
    under: Under, context: Context, loose: Statement | None, levels: Iterable[Finding]
) -> Iterator[Finding]:
    """Yield statements of a document's code, title, name, type and level.

    `under`: the sections of a field of the lexicon. `loose`, `levels`: the code and the levels that
    the page states without a label.
    """
    findings = [*_code(under("code"), context)]
    if loose and all(map(_names_column, under("code"))) and not _first(findings, "code"):
        findings.append(loose)
    yield from findings
    stated = _first(findings, "code")
    code = CodeScolarite.parse(stated.value).value if stated else None
    yield from _title(context)
    if context.kind != "fiche":  # whose elements given twice are told as such
        yield from _other_titles(under("title"), under("option"), context.title)
    prefix_type = code.diploma_type if code else None
    if prefix_type is None and context.kind == "html" and "CS" in read_title(context.title).types:
        prefix_type = (
            "CS"  # 35 of 35 known on Eduscol were mentions complémentaires, none farming's
        )
    typed = [*_type(under("diploma_type"), context, prefix_type, stated)]
    yield from typed
    levels = [*labelled(level_field(context.source), under("level")), *levels]
    # a row and a fiche have a column or an element for it
    of_type = _first(typed, "diploma_type") if context.source == "eduscol" else None
    yield from _level(levels, code, stated, of_type)


def _first(findings: Iterable[Finding], field: str) -> Statement | None:
    """Return the first statement of a field that was understood."""
    statements = (f for f in findings if isinstance(f, Statement) and f.field == field)
    return next((s for s in statements if s.value is not None), None)


def _names_column(section: Section) -> bool:
    """Return whether a label is the name of a column, whose cells are other labels' values."""
    cell = section.heading.block.cell
    return not section.content and cell is not None and cell.header and cell.column > 0


def _code(sections: list[Section], context: Context) -> Iterator[Finding]:
    if context.code:
        parsed = CodeScolarite.parse(context.code).value
        if parsed:
            rule = "code of the option"
            yield Statement("code", parsed.code, context.code, context.title_place, "", rule)
        return
    yield from labelled(CODE, sections)
    if (
        all(map(_names_column, sections))
        and len(codes := codes_in(_OF_FORMER.sub("", context.title))) == 1
        and not is_of_another(context.title)
    ):
        place, rule = context.title_place, "code in the title"
        yield Statement("code", codes[0], context.title, place, "", rule)


def _title(context: Context) -> Iterator[Finding]:
    title, place = context.title, context.title_place
    yield Statement("title", title, title, place)
    read = read_title(title)
    rule = "title without the type's words"
    name = without_code(read.name) or title
    if read.types - {"OTHER"}:
        name = _OF.sub("", name)
    yield Statement("name", name, title, place, "", rule)
    if acronym := acronym_beside(title):
        yield Statement("acronym", acronym, title, place, "", "beside the name in the title")
    # "master of science": other diplomas may have no name but their type's
    if read.is_type_alone and not (read.is_whole or "OTHER" in read.types):
        yield issue(IssueCode.UNKNOWN_TITLE, "title", title, None, place)


def _other_titles(
    titles: Iterable[Section], options: Iterable[Section], title: str
) -> Iterator[Issue]:
    """Yield an issue for each labelled title, or single option, that the title does not name."""
    for section in (*titles, *options):
        piece = next((piece for piece in section.content if clean(piece.text)), None)
        text = clean(piece.text) if piece else ""
        text = text[: title_end(text)]
        names = _LISTED.split(read_title(text).name)
        if piece is None or _is_named(text, names, title):
            continue
        place = piece.block.place
        if section.entry.field == "title":
            both = f"{title} | {text}"
            yield issue(IssueCode.CONFLICTING_VALUES, "title", both, None, place)
        elif len(names) == 1 and {*fold(title).split()}.isdisjoint(OPTION_WORDS):
            yield unlabelled("title", text, "an option that the title does not name", place)


def _is_named(text: str, names: Iterable[str], title: str) -> bool:
    """Return whether a title has one of the names of a text, or the text its name, or no name."""
    words, own = fold(text), fold(title)
    if NUMBER.fullmatch(words) or words in NO_VALUE or fold(read_title(title).name) in words:
        return True
    plain = [fold(without_code(name)) for name in names]
    return not any(plain) or any(f" {name} " in f" {own} " for name in plain if name)


def _type(
    sections: list[Section], context: Context, prefix_type: str | None, stated: Statement | None
) -> Iterator[Finding]:
    """Yield the type: by its label, else by the title, else derived from the code.

    A label's value that names no type (*Diplôme national*) is told, and the title decides.
    `prefix_type`: what the code's prefix, or the diploma's former name, says.
    """
    stating = [section for section in sections if not _is_of_files(section)]
    findings = [*labelled(type_field(prefix_type), stating)]
    yield from findings
    label, labelled_type = (_first(findings, f) for f in ("diploma_type_label", "diploma_type"))
    title = read_title(context.title)
    if labelled_type and _is_of_other_type(title.types, labelled_type.value):
        of_title = Statement("diploma_type", None, context.title, context.title_place)
        yield conflict(labelled_type, of_title)
    if labelled_type:
        return
    if title.types and title.type_label:
        parsed = DiplomaType.parse(title.type_label, prefix_type)
        issues = (i for i in parsed.issues if stated or i.issue != IssueCode.TYPE_BY_PREFIX)
        yield from placed(issues, context.title_place)
        if parsed.value and parsed.value.diploma_type:
            value, text = parsed.value.diploma_type, title.type_label
            yield Statement("diploma_type", value, text, context.title_place)
            if value == "OTHER" and not label:  # the page's word alone tells a BEP from a BT
                yield Statement("diploma_type_label", text, text, context.title_place)
            return
    if prefix_type and stated:
        yield _by_prefix("diploma_type", prefix_type, stated)
        prefix = str(stated.value)[:3]
        yield issue(IssueCode.DERIVED_VALUE, "diploma_type", prefix, None, stated.place)


def _is_of_other_type(types: frozenset[str], stated: str) -> bool:
    """Return whether the types that a title may mean are others than the stated one.

    A renamed type is the same: a *mention complémentaire* of today is a CS.
    """
    known = {family(each) for each in types - {"OTHER"}}
    return bool(known) and stated != "OTHER" and family(stated) not in known


def _is_of_files(section: Section) -> bool:
    """Return whether *Type* is the column of a table of files: its format or a column is below."""
    head, values = section.heading, [piece.text for piece in section.content]
    if head.block.cell is None or not values or fold(head.label or head.text) != "type":
        return False
    return is_file_detail(values[0]) or fold(values[0]) in FILE_COLUMNS


def _level(
    findings: list[Finding],
    code: CodeScolarite | None,
    stated: Statement | None,
    typed: Statement | None,
) -> Iterator[Finding]:
    """Yield the level: as published (`findings`), else derived from the code, else from the type.

    `stated`: the code's statement. `typed`: the type's, where it may tell.
    """
    yield from findings
    level = _first(findings, "level")
    if level and code and not _may_be(level.value, code):
        both = f"{level.text} | {code.prefix}"
        yield issue(IssueCode.LEVEL_CONTRADICTS_CODE, "level", both, None, level.place)
    of_type = level_of_type(typed.value) if level and code is None and typed else None
    if level and typed and of_type not in {None, level.value}:
        both = f"{level.text} | {typed.text}"
        yield issue(IssueCode.CONFLICTING_VALUES, "level", both, None, level.place)
    denied = any(isinstance(f, Issue) and f.issue is IssueCode.NO_LEVEL for f in findings)
    if level or denied:
        return
    if code and stated and code.level is not None:
        yield _by_prefix("level", code.level, stated)
        yield issue(IssueCode.DERIVED_VALUE, "level", code.prefix, None, stated.place)
    elif not findings and code is None and typed and (number := level_of_type(typed.value)):
        rule = "the one level of the type"
        yield Statement("level", number, typed.text, typed.place, "", rule, True)
        yield issue(IssueCode.DERIVED_VALUE, "level", typed.value, None, typed.place)


def _by_prefix(field: str, value: Any, code: Statement) -> Statement:
    return Statement(field, value, code.value, code.place, "", "prefix of the code", True)


def _may_be(level: int, code: CodeScolarite) -> bool:
    """Return whether the code's prefix allows the level; a prefix in no table allows any."""
    if code.level is not None:
        return level == code.level
    row = table("prefixes.csv", "prefix").get(code.prefix)
    possible = row["possible_levels"] if row else ""
    return not possible or str(level) in possible.split(",")


def nsf(code: Statement | None) -> Iterator[Statement]:
    """Yield NSF group and label that follow from a code."""
    parsed = CodeScolarite.parse(code.value).value if code else None
    if code and parsed and parsed.nsf_code:
        rule = "characters 4-6 of the code"
        yield Statement("nsf_code", parsed.nsf_code, parsed.code, code.place, "", rule, True)
        rule = "NSF table (D311-4)"
        yield Statement("nsf_label", parsed.nsf_label, parsed.code, code.place, "", rule, True)

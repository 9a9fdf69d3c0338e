"""Description, access, expectations, further study, trades to statements.

The diplomas that conditions of access name, and their levels, are derived values.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from parsers.extract.documents import documents_in
from parsers.extract.single_values import NO_VALUE
from parsers.extract.trades import trades_in
from parsers.model.statement import Finding, Statement, Values, conflict
from parsers.segment.labels import Piece
from parsers.segment.sections import Section
from schema.diploma_type import type_words
from schema.issues import Issue, IssueCode, issue
from schema.referential import paragraphs
from schema.text import clean, fold, same_length
from schema.vocabulary import rows

_SHORT = 40  # longer than any text that means "none"
_LEVEL = re.compile(
    r"\bniveau\s+(?:de (?:qualification|certification)\s+)?([3-8])\b"
    r"(?!\s*(?:e\b|eme|ans|ou [a-z]+ du))"
)
_THIS_ONE = re.compile(r"\b(?:ce|cet|cette|present|presente)\s+$")
_HOLDER = re.compile(
    r"\b(?:titulaires?|possesseurs?|obtention|apres)\b[^.]{0,60}$"
    r"|\b(?:un|une|tout|autre)\s+$"
)


class Named(NamedTuple):
    """A diploma as the text names it, its level if the words state it, and its place."""

    text: str
    level: int | None
    start: int


def texts(sections: list[Section]) -> Iterator[Finding]:
    """Yield the text of each section of a text field; an empty section is an issue."""
    for section in sections:
        name = section.entry.field
        label, place = section.heading.label, section.heading.block.place
        written = [_written(piece, section) for piece in section.content]
        text = paragraphs([paragraph for paragraph in written if paragraph])
        if text is None or (len(text) < _SHORT and fold(text) in NO_VALUE):
            yield issue(IssueCode.EMPTY_SECTION, name, label or None, None, place)
        else:
            yield Statement(name, text, text, section.content[0].block.place, label)


def sections_joined(fields: Sequence[str], statements: Sequence[Statement]) -> Values:
    """Join the different texts of a field.

    Sections of different names follow each other; of the same name the first stays and a different
    second is a conflict.
    """
    by_label: dict[str, Statement] = {}
    issues: list[Issue] = []
    values: list[str] = []
    for statement in statements:
        if statement.value in values:
            continue
        label = fold(statement.label)
        if label in by_label:
            issues.append(conflict(by_label[label], statement))
            continue
        if values:
            issues.append(
                issue(IssueCode.MERGED_SECTIONS, fields[0], statement.label, None, statement.place)
            )
        by_label[label] = statement
        values.append(statement.value)
    return {fields[0]: paragraphs(values)}, issues


def _written(piece: Piece, section: Section) -> str:
    """Return a piece as a paragraph: items with a dash; a repeated label is left out."""
    if piece.kind == "label":
        return clean(piece.label).rstrip(" :")
    text = clean(piece.text)
    target = piece.block.only_link
    if target and not piece.entry and documents_in(piece, None, False, ()):
        return ""  # "Télécharger le référentiel": a document, not a sentence
    if piece.kind == "heading" and (
        fold(text) == fold(section.heading.label)
        or (piece.entry is not None and piece.entry.field == section.entry.field)
    ):
        return ""
    return f"- {text}" if piece.kind == "item" and text else text


def access_words(access: str | None, place: str, diploma_type: str | None) -> Iterator[Statement]:
    """Yield the diplomas and levels that the text `access` names: derived."""
    if access is None:
        return
    named = diplomas_in(access, _own_words(diploma_type))
    for diploma in named:
        rule = "named in the access text"
        yield Statement("access_diplomas", diploma.text, diploma.text, place, "", rule, True)
    for level in levels_in(access, named):
        texts_of = ", ".join(diploma.text for diploma in named if diploma.level == level)
        because = texts_of or f"niveau {level}"
        rule = "level of the diplomas named in the access text"
        yield Statement("access_levels", level, because, place, "", rule, True)


def trades(sections: list[Section], given: Mapping[str, tuple[str, str]]) -> Iterator[Finding]:
    """Yield the trades of all sections that list them; `given`: see `Flat.trade_forms`."""
    known: set[str] = set()
    for section in sections:
        label, place = section.heading.label, section.heading.block.place
        if not section.content:
            yield issue(IssueCode.EMPTY_SECTION, "trades", label, None, place)
        named, issues = trades_in(section.content, given)
        yield from issues
        for trade, piece in named:
            if trade.id not in known:
                yield Statement("trades", trade, trade.label, piece.block.place, label)
        known |= {trade.id for trade, _ in named}


def diplomas_in(access: str, own_words: frozenset[str] = frozenset()) -> list[Named]:
    """Return the diplomas named in a text on access, in order, each writing once.

    Not the diploma itself: "ce bac pro", and its own type (`own_words`, folded writings)
    unless the text is about its holders.
    """
    plain = same_length(access)
    diplomas: dict[str, Named] = {}
    for match in _pattern().finditer(plain):
        text = " ".join(access[match.start() : match.end()].split())
        key = fold(text)
        before = plain[max(0, match.start() - 90) : match.start()]
        if _THIS_ONE.search(before) or (key in own_words and not _HOLDER.search(before)):
            continue
        level = _levels()[fold(match[1]).removesuffix("s")]
        diplomas.setdefault(key, Named(text, level, match.start()))
    return list(diplomas.values())


def levels_in(access: str, named: list[Named]) -> list[int]:
    """Return the levels that a text on access names, by its diplomas and by number, in order."""
    levels = {diploma.level for diploma in named if diploma.level}
    levels |= {int(match[1]) for match in _LEVEL.finditer(same_length(access))}
    return sorted(levels)


@cache
def _own_words(diploma_type: str | None) -> frozenset[str]:
    return frozenset(words for words, types in type_words() if diploma_type in types)


@cache
def _levels() -> dict[str, int | None]:
    return {
        fold(row["words"]).removesuffix("s"): int(row["level"]) if row["level"] else None
        for row in rows("access_words.csv")
    }


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted((fold(row["words"]) for row in rows("access_words.csv")), key=len, reverse=True)
    joined = "|".join(
        r"[^a-z0-9+]{1,3}".join(re.escape(word) for word in text.replace("+ ", "+ ?").split())
        .replace(re.escape("+"), r"\+")
        .replace(r"\ \?", r"\s*")
        .replace(r"\?", "")
        for text in words
    )
    return re.compile(rf"(?<![a-z0-9])({joined})(?![a-z0-9])(?!\s*\+)")

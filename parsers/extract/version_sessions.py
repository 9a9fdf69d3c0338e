"""Sessions that bound a version of a diploma's texts, and are not the diploma's first or last one.

*Référentiel applicable jusqu'à la session 2004*, and beside it *à compter de la session 2005*.
"""

import re
from collections.abc import Sequence
from typing import TypeGuard

from parsers.extract.order_tokens import effect_of
from parsers.extract.row_context import is_session_heading
from parsers.model.file_types import is_file
from parsers.model.statement import SUCCESSION, Finding, Statement
from parsers.segment.passages import Passage, Section
from schema.issues import unlabelled
from schema.text import same_length

_SESSIONS = {"first_session", "last_session"}
_SINCE = re.compile(r"(?:jusqu|a partir|a compter|depuis|des )")
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_UNTIL = re.compile(rf"\bjusqu'?a la session (?:de )?{_YEAR}")
_FROM = re.compile(
    rf"\b(?:partir|compter) de la session (?:de )?{_YEAR}"
    rf"|\bsessions? {_YEAR.replace('year', 'following')} et (?:les )?suivantes"
)
_LONGEST = 80  # of a heading or cell that bounds a version
_NAMED = re.compile(r"\b(?:premi|derni|1re|1ere)")


def sections_of_versions(passages: Sequence[Passage], sections: Sequence[Section]) -> set[int]:
    """Return the sections of sessions that head files: *À partir de la session 2023*.

    But *Entrée en application* beside it, in the first cell, makes it the diploma's. And those in a
    row below with an order that modifies the diploma, since when the change applies.
    """
    placed = [
        (section, cell)
        for section in sections
        if "session" in section.entry.field
        and _SINCE.match(same_length(section.heading.label))
        and (cell := section.heading.block.cell)
    ]
    changes = {
        cell[:2]
        for passage in (passages if placed else ())
        if (cell := passage.piece.block.cell)
        and cell.row
        and effect_of(passage.piece.text) == "modification"
    }
    beside_change = {id(section) for section, cell in placed if cell[:2] in changes}
    heads = {id(section): (cell.table, cell.column) for section, cell in placed if not cell.row}
    told = {
        (cell.table, 1)
        for passage in (passages if heads else ())
        if (cell := passage.piece.block.cell)
        and not (cell.row or cell.column)
        and is_session_heading(passage.piece.text)
    }
    columns = {
        (cell.table, cell.column)
        for passage in (passages if heads else ())
        if (cell := passage.piece.block.cell)
        and cell.row
        and any(is_file(part.href) for part in passage.piece.parts)
    }
    of_files = {section for section, column in heads.items() if column in columns - told}
    return beside_change | of_files


def without_version_sessions(findings: list[Finding], passages: Sequence[Passage]) -> list[Finding]:
    """Return the findings, with issues for sessions that bound two versions of the texts.

    Of *jusqu'à la session 2004* and *à compter de la session 2005* on one page neither is the
    diploma's, but where it is called the first or last session.
    """
    # the field is looked at here, since a call for each finding costs more than all below
    bounds = [each for each in findings if each.field in _SESSIONS and _may_bound(each)]
    if not bounds:  # most records
        return findings
    # not what stands below *Jusqu'à la session 2019* where that is a predecessor's part of the page
    held = ((p.piece.block.text, p.section.entry.field if p.section else "") for p in passages)
    lines = (text for text, field in held if field not in SUCCESSION)
    # "Le référentiel en vigueur jusqu'à la session 2025 reste consultable.": a former diploma's
    texts = [same_length(line) for line in lines if len(line) <= _LONGEST and line[-1:] != "."]
    ends = {int(match["year"]) for text in texts for match in _UNTIL.finditer(text)}
    begins = {
        int(match["year"] or match["following"]) for text in texts for match in _FROM.finditer(text)
    }
    seams = {year for year in ends if year + 1 in begins}
    detail = "the texts of that session are a version of the diploma's"
    told = {
        id(s): unlabelled(s.field, s.text[:200], detail, s.place)
        for s in bounds
        if (s.value if s.field == "last_session" else s.value - 1) in seams
    }
    return [told.get(id(finding), finding) for finding in findings]


def _may_bound(finding: Finding) -> TypeGuard[Statement]:
    """Return whether a session is stated by *jusqu'à*, *à partir de* or *à compter de*."""
    if not isinstance(finding, Statement) or not finding.value:
        return False
    words = same_length(f"{finding.label} {finding.text}")
    return bool(_SINCE.search(words)) and not _NAMED.search(words)

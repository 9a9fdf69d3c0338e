"""Tell pages with a diploma's title, code and orders whose files are of something else.

Of a school's open day, a jury's report or a call for tenders nothing but the files, and the line
beside the title that says what they are about, tells that the page is no référentiel.
"""

import itertools
import re
from collections.abc import Sequence, Set
from urllib.parse import unquote

from parsers.classify.listed_diplomas import has_file
from parsers.classify.referentiel_files import (
    is_brochure,
    is_referentiel_file,
    names_nothing,
    names_referentiel_file,
)
from parsers.extract.diploma_mentions import DiplomaIdentity
from parsers.extract.nor import nor_in
from parsers.formats.html import Flat
from parsers.model.document import Document
from parsers.model.file_types import is_file, is_page
from parsers.model.statement import Chosen
from parsers.segment.heading_styles import is_among_facts, is_of_no_field, is_one_of_sections
from parsers.segment.pieces import Piece
from parsers.segment.title_sources import is_site
from parsers.segment.title_words import fact_segments, is_neutral
from schema.referential import TEXT_FIELDS
from schema.text import fold
from schema.title import read_title
from schema.vocabulary import page_words, phrases

# an option, a date, an article of an order, a sentence on what was named before
_FACT = re.compile(r"(?:options?|il|elle)\b|\W*(?:[a-h]\b|\d|art(?:icle)? \d)")
_DAY = re.compile(r"(?:[a-z]+di |dimanche )?\d{1,2}(?:er)? [a-z]+ \d{4}")
# a sentence of a description, and a label with its value
_DESCRIBES = re.compile(r"^.{60,}\.$|^[^\W\d][^:.]{2,40} : [A-ZÉÀ][^:]+$")
_SUBJECT_WORDS = 4  # of a line above facts, at least
_STATE = page_words("state of a diploma")
# of the site, above a title
_RUBRIC = re.compile(
    r"diplomes? professionnels?\b|voie professionnelle\b|secteur\b|ministere\b|cpc\b"
)
# of lines above files, orders and a state
_SECTION = re.compile(
    "|".join(phrases(f"words of {field}") for field in ("documents", "legal_texts", "status"))
    + r"|(?:les? |quels sont les )?(?:fichiers?|documents?|textes?|reglementation)\b"
    r"|(?:ce |le )?diplome\b|date\b|\brentree d application\b|^domaine\b|^(?:n )?nor$"
    r"|^(?:pour )?aller plus loin$"
    r"|^nouve(?:au|aute|lle)(?: (?:diplome|referentiel|specialite))?(?: (?:de|a) la rentree)?"
    r"(?: \d{4})?$"
)


def foreign_subject(
    flat: Flat,
    pieces: list[Piece],
    places: Set[str],
    drafts: Sequence[Chosen],
    document: Document,
    described: bool,
) -> str | None:
    """Return the line beside the title that says what the files of a page are about.

    None where a file is called as those of a référentiel are, or as nothing. `places`: of the
    title. `described`: the page has several of a diploma's texts, and a line that ends as sentences
    do is one of a text. A line above the title may name a sector: it counts where the page is
    called by it.
    """
    if not _are_foreign(drafts, document):
        return None
    statements = [statement for draft in drafts for statement in draft.statements]
    read = {statement.place for statement in statements}
    files = [each for each in statements if each.field == "documents"]
    called = [text for each in files for text in (each.label, each.value.title)]
    called += [draft.values.get("title") or "" for draft in drafts]
    names = " | ".join(map(fold, called))
    # the second paragraph of *Attendus* is one of that text, whose place is the first one's
    told = " | ".join(
        each.value for each in statements if each.label and each.field in TEXT_FIELDS and each.value
    )
    own_cells = {None, *(piece.block.cell for piece in pieces if piece.block.place in places)}
    lines = [piece for piece in pieces if not piece.block.boilerplate]
    above = [*itertools.takewhile(lambda piece: piece.block.place not in places, lines)]
    below = itertools.dropwhile(lambda p: p.block.place in places, lines[len(above) :])
    further = [*itertools.takewhile(lambda p: not has_file(p.parts), below)]
    further = [piece for piece in further if piece.block.cell in own_cells]
    # a short line with a fact or file below it heads a section: "Calendrier" above a session
    before_files = (
        piece
        for number, piece in enumerate(further)
        if not (described and piece.text.endswith("."))
        and not (piece.text.endswith(".") and piece.text in told)
        and not (
            piece.text.count(" ") < _SUBJECT_WORDS - 1
            and not any(
                behind.entry is None and behind.block.place not in read
                for behind in further[number + 1 : number + 2]
            )
        )
        and not is_one_of_sections(piece, lines)
        and not _is_in_section(piece, further[:number], lines)
        and not is_among_facts(piece, further[:number], next(iter(further[number + 1 :]), None))
    )
    page = f"{fold(flat.title)} {fold(unquote(document.url or ''))}"
    calling = (piece for piece in above[-1:] if fold(piece.text) in page)
    beside = (p for p in itertools.chain(before_files, calling) if fold(p.text) not in names)
    return next((piece.text for piece in beside if _names_subject(piece, read)), None)


def _is_in_section(piece: Piece, above: Sequence[Piece], lines: Sequence[Piece]) -> bool:
    """Return whether a line is no heading of its own, but stands below one of a section.

    What the section is about, its heading tells: *Portrait* above words that somebody said. A
    sub-heading below a known section's heading is a part of that.
    """
    if piece.block.level:
        heads = (each for each in reversed(above) if 0 < each.block.level < piece.block.level)
        head = next(heads, None)
        is_known = head is not None and head.entry is not None and head.entry.is_section
        return is_known or (head is not None and is_of_no_field(head.text))
    if not above or piece.block.strong or above[-1].block is piece.block:
        return False
    head = above[-1]
    is_other = head.kind == "label" and head.entry is not None and head.entry.kind == "ignore"
    is_unknown = head.kind in {"heading", "text"} and head.entry is None
    return (is_other or is_unknown) and is_one_of_sections(head, lines)


def _are_foreign(drafts: Sequence[Chosen], document: Document) -> bool:
    """Return whether a page has files, and none is called as a référentiel's are."""
    have_files = False
    for draft in drafts:
        title = read_title(draft.values.get("title") or "")
        identity = DiplomaIdentity(None, title.name, draft.values.get("diploma_type"))
        for linked in draft.statements:
            if linked.field != "documents":
                continue
            file = linked.value
            if is_page(file.url) and not is_file(file.url):
                continue
            have_files = True
            if (
                file.title == linked.label
                or names_nothing(file.title, file.url)
                or is_brochure(file.title)
                or is_referentiel_file(linked, document, identity)
            ):
                return False
    return have_files


def _names_subject(piece: Piece, read: Set[str]) -> bool:
    """Return whether a line is no label, fact, option or section, and nothing was read of it."""
    plain = fold(piece.text)
    return not (
        piece.entry
        or _DESCRIBES.search(piece.text)
        or piece.kind not in {"heading", "text"}
        or piece.block.has_link
        or piece.block.place in read
        or not plain
        or piece.text.endswith(":")
        or names_referentiel_file(piece.text)
        or is_neutral(piece.text)
        or is_site(piece.text)
        or _RUBRIC.match(plain)
        or fact_segments(piece.text)
        or _DAY.fullmatch(plain)
        or _FACT.match(plain)
        or nor_in(piece.text)
        or _STATE.match(plain)
        or _SECTION.search(plain)
        or read_title(piece.text).types
    )

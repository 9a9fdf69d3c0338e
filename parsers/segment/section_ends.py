"""Tell whether a section has all of its content, so that what follows is not its own."""

import re
from collections.abc import Sequence

from parsers.model.file_types import is_file
from parsers.model.statement import SUCCESSION
from parsers.segment.passages import Passage, Section
from parsers.segment.pieces import Piece, is_outside
from parsers.segment.stated_facts import whole_code
from parsers.segment.succession_sections import heads_other_diploma
from parsers.segment.value_shapes import reads_as
from schema.code import codes_in
from schema.text import fold
from schema.title import begins_with_type
from schema.vocabulary import lone_words

# Below the labels of these no line leads to the value.
_OF_ONE_LINE = frozenset("acronym cpc diploma_type duration level sector".split())
_OWN_FILE = lone_words("own file")
_ORDER = re.compile(
    r"(?:arr?etes?|arr)(?: n(?: \d+){1,3}| \w+)? (?:du|des)(?: \d|$)"
    r"|(?:creation|modification|abrogation)(?: arr?ete|$)"
    r"|(?:cree|modifie|abroge)e? par\b"
)
# a further line of facts; below the code of a predecessor it may be said of that
_SAID_OF_DIPLOMA = re.compile(
    r"(?:attention )?(?:ce|cette) (?:diplome|specialite|mention) "
    r"(?:a )?(?:remplace|est remplace|succede|se substitue|ne sera plus|n est plus|est abroge)"
    # "Diplôme abrogé"
    r"|(?:(?:le )?(?:present )?diplome )?(?:est )?(?:abroge|(?:toujours )?en vigueur)$"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAMES_ORDER = re.compile(r"\barr?etes? .*\d")
_MERE_CODE = re.compile(
    r"(?:(?:l[ea] )?(?:diplome|code|numero) )?\d\d[0-9a-z] ?\d{3} ?\d\d(?: ?[a-z])?"
)


def is_full(section: Section, piece: Piece) -> bool:
    """Return whether a value label has its value already; a list of values takes more.

    Neither is an order, or a link that is named as the diploma's files are; nor are such a list of
    news, where it is a further one.
    """
    is_own = section.entry.kind in {"list", "value"} and section.entry.field not in SUCCESSION
    if section.entry.kind == "ignore" and section.content:
        is_own = section.content[-1].kind == "item" and is_outside(section.content[-1], piece)
    if is_own and piece.kind in {"text", "item"}:
        plain = fold(piece.text)
        # "<a>Annexe I</a> (PDF - 527 Ko)"
        named = _OWN_FILE.search(plain) if piece.block.has_link else None
        if (
            _ORDER.match(plain)
            or _SAID_OF_DIPLOMA.match(plain)
            or (named and (not named.start() or is_file(piece.block.only_link)))
        ):
            return True
    is_paragraph = piece.kind == "text" and piece.block.kind == "paragraph"
    if is_paragraph and (section.entry.is_beside or section.entry.kind == "list"):
        # a paragraph after a list of trades is no trade, unless it leads to a further list
        last = section.content[-1].block if section.content else piece.block
        is_told = section.entry.is_beside and last is section.heading.block and not last.strong
        cell = piece.block.cell
        is_behind = last.cell is not None and (cell is None or cell.table != last.cell.table)
        in_list = last is not piece.block and (last.kind == "item" or is_told or is_behind)
        return in_list and not piece.text.endswith(":") and not piece.block.strong
    head = section.heading.block
    if not section.content and section.entry.field in _OF_ONE_LINE:
        return piece.text[-1:] == ":" and piece.block is not head  # a label that no lexicon knows
    if section.entry.is_section or not section.content:
        return False
    if heads_other_diploma(section):  # all below it is of that diploma, if its value is not beside
        return section.content[0].block is head and not head.level
    if section.entry.field in SUCCESSION:
        beside = head.kind == "term" or _is_in_its_table(section.heading, piece)
        if beside or (piece.block is head and all(map(_is_diploma, piece.lines))):
            return False  # in its row, or up to the next term, all is of the other diploma
        # codes in an element of their own beside the label
        codes = (section.content[-1], piece)
        around = {each.block.containers[1:] for each in codes}
        is_listed = len(around) == 1 and head.containers[1:] not in around
        if is_listed and (
            all(whole_code(each.text) for each in codes)
            or all(_is_diploma(each.text) and not each.block.has_link for each in codes)
        ):
            return False
    if section.entry.field == "rncp":  # "<dt>Code RNCP</dt><dd>5879</dd><dd>18092</dd>"
        above = section.content[-1]
        is_alike = above.block.kind == piece.block.kind and reads_as("rncp", above.text)
        if is_alike and reads_as("rncp", piece.text) and not _YEAR.fullmatch(piece.text):
            return False
    return not (piece.kind == "item" and section.content[0].kind == "item")


def is_behind_mere_code(section: Section, piece: Piece, above: Sequence[Passage]) -> bool:
    """Return whether an order or file stands in a paragraph behind the code of *Remplace*.

    Of a predecessor that the page names by nothing else it gives no order either, unless it has
    given its own: `above`, the passages before.
    """
    codes = next(iter(section.content), section.heading)
    is_mere = (
        section.entry.field in SUCCESSION
        and section.entry.label.lower().startswith("remplac")
        and len(section.content) == 1
        and piece.kind == "text"
        and piece.block is not codes.block
        and bool(_MERE_CODE.fullmatch(fold(codes.text)))
    )
    if not is_mere:
        return False
    plain = fold(piece.text)
    if piece.block.has_link and _OWN_FILE.match(plain):
        return True
    sections = (passage.section for passage in above)
    has_own = any(each and each.entry.field == "legal_texts" for each in sections)
    has_own = has_own or any(_NAMES_ORDER.search(fold(each.piece.text)) for each in above)
    return bool(_ORDER.match(plain)) and not has_own


def _is_in_its_table(heading: Piece, piece: Piece) -> bool:
    """Return whether a piece stands in another cell of a label's table.

    Or of one in the label's cell, which is no value where the label has one beside it.
    """
    head, cell = heading.block.cell, piece.block.cell
    if head is None or cell is None or head == cell:
        return False
    return heading.kind == "label" or head.table == cell.table


def _is_diploma(line: str) -> bool:
    """Return whether a line is a code, alone or behind the title of its diploma."""
    is_titled = begins_with_type(line) and len(codes_in(line)) == 1
    return is_titled or whole_code(line) is not None

"""Find pieces that only look like labels: glossaries, codes of other diplomas, names of files."""

import re

from parsers.model.blocks import Block, Part, joined
from parsers.model.file_types import is_file
from parsers.segment.other_diplomas import heads_others, is_sentence_on_other, says_of_another
from parsers.segment.pieces import LONGEST_LABEL, Piece, is_outside
from parsers.segment.value_shapes import OF_ANY_WORDS
from schema.text import clean, fold, has_digit, same_length
from schema.title import begins_with_type
from schema.vocabulary import page_words

_SESSIONS = {"first_session", "last_session"}
# "CPC : commission professionnelle consultative", among the abbreviations of a glossary
_EXPANDED = re.compile(r"[A-Z]{2,7} ?[:=–-] ?[a-zà-ÿ]")
_SITE = page_words("site")
# names of columns beside that of the links to orders
_OF_ORDERS = frozenset({"reference", "nor", "n nor", "texte", "texte officiel", "date", "objet"})
_OF_ORDER = re.compile(r"arr?ete|decret|portant|creation|modif|abrog|$")  # of a row of orders


def is_behind(block: Block, other: Block) -> bool:
    """Return whether a cell stands in the row of another, behind it."""
    cell, place = block.cell, other.cell
    return bool(cell and place) and (cell or ())[:2] == (place or ())[:2] and block is not other


def _names_file_of_term(piece: Piece, before: Piece | None, below: Block | None) -> bool:
    """Return whether the label of a text names a file, in a list of terms beside its icon."""
    block = piece.block
    if piece.kind != "label" or piece.entry is None or piece.entry.kind != "text" or block.level:
        return False
    if block.kind == "term":
        return below is not None and below.has_link and is_file(below.only_link)
    if before is None or is_outside(before, piece):
        return False
    return before.block.kind == "term" and is_file(before.block.only_link)


_DAY = re.compile(r"\d{1,2}(?:er)? [a-z]{3,9} \d{4}|\d{1,2}([/.-])\d{1,2}\1\d{2,4}")


def _names_links_below(piece: Piece, before: Piece | None, below: Block | None) -> bool:
    """Return whether *Accès* is the last of the names of columns: of links to orders or files."""
    cell, other = piece.block.cell, below.cell if below else None
    if piece.kind != "label" or cell is None or other is None or cell.table != other.table:
        return False
    beside = fold(before.text) if before and before.block.cell else ""
    if below is None or not (beside in _OF_ORDERS or _OF_ORDER.match(fold(below.text))):
        return False
    return cell.header and (cell.row, other.row) == (0, 1) and cell.column > other.column


def is_no_label(piece: Piece, before: Piece | None, below: Block | None) -> bool:
    """Return whether a piece only looks like a label.

    *code 500-23441* is the value of *Diplôme remplacé*; *Nouveau diplôme.* is a sentence; the last
    cell of a row, behind the link to a file, names that; *Textes officiels : CAP X* is a title;
    *Commission professionnelle consultative* above the title says who speaks.
    `below`: the block behind the piece.
    """
    if piece.kind == "pair" and piece.entry and piece.entry.kind == "legal":
        # "Textes officiels : CAP Vannerie", a title, and no order
        is_set_off = piece.block.level or piece.block.strong
        return bool(is_set_off) and not has_digit(piece.text) and begins_with_type(piece.text)
    if piece.entry and piece.entry.field == "access" and _names_links_below(piece, before, below):
        return True
    if piece.label[:4] == "Avis" and before and _is_beside_day(before, piece):
        return True
    if piece.kind == "label" and piece.block.kind == "item" and _EXPANDED.match(piece.label):
        beside = (before.text if before else "", below.text if below else "")
        return any(_EXPANDED.match(text) for text in beside)
    if piece.kind == "label" and piece.entry and piece.entry.field in OF_ANY_WORDS and below:
        is_alone = clean(piece.block.text) == piece.label
        # "Le CAP est un diplôme …" is no title
        is_title = below.text[-1:] != "." and begins_with_type(below.text)
        is_head = is_title or _SITE.search(fold(below.text[:LONGEST_LABEL]))
        return is_alone and below.cell == piece.block.cell and bool(is_head)
    if _names_file_of_term(piece, before, below):
        return True
    if piece.kind == "label" and piece.block.text[-1:] == "." and heads_others(piece):
        return not piece.block.has_link
    if before is None:
        return False
    if piece.label[:3] == "Il " and is_sentence_on_other(same_length(before.text)):
        return True
    if before.kind == "label":
        return heads_others(before) and _is_small_code(piece)
    if before.entry is None and _is_small_code(piece) and before.block is not piece.block:
        is_label = len(before.text) < LONGEST_LABEL and not has_digit(before.text)
        return is_label and says_of_another(before.text)
    if piece.kind != "label" or piece.block.has_link or not is_file(before.block.only_link):
        return False
    is_last = below is None or not is_behind(piece.block, below)
    return is_last and is_behind(before.block, piece.block)


def _is_beside_day(day: Piece, piece: Piece) -> bool:
    """Return whether the cell before a piece in its row is a day: *12 avril 2004 | Avis de la CPC*.

    What stands behind it is an event.
    """
    head, cell = day.block.cell, piece.block.cell
    in_row = head is not None and cell is not None and head[:2] == cell[:2]
    return in_row and bool(_DAY.fullmatch(same_length(day.text)))


def _is_small_code(piece: Piece) -> bool:
    """Return whether a piece is *code 500-23441*, as a value begins and no label."""
    is_code = piece.kind == "pair" and piece.entry is not None and piece.entry.field == "code"
    return is_code and piece.label[:1].islower()


def with_values_of_others(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces of a block with what is said of another diploma as text.

    *code 500-23441* below *Ancien diplôme*, and what `is_sentence_on_other` shows. Part of the
    value is a session that goes on about it: `Diplôme remplacé : CAP X – dernière session : 2003`.
    """
    result: list[Piece] = []
    for before, piece in zip([None, *pieces], pieces, strict=False):
        if piece.label[:1].islower() and (at := _goes_on_about_other(result, piece)) is not None:
            texts = [each.text for each in result[at:]]
            text = f"{' – '.join(texts)} – {piece.label} : {piece.text}"
            result[at:] = [result[at]._replace(text=text, parts=(Part(text),))]
            continue
        is_value = before is not None and (before.kind == "label" or piece.label[:3] == "Il ")
        if is_value and is_no_label(piece, before, None):
            text = f"{piece.label} {piece.text}"
            piece = Piece("text", piece.block, None, "", text, piece.parts)
        result.append(piece)
    return result


def _goes_on_about_other(above: list[Piece], piece: Piece) -> int | None:
    """Return which of the pieces above is the predecessor that a session on its line is of."""
    if piece.kind != "pair" or piece.entry is None or piece.entry.field not in _SESSIONS:
        return None
    at = len(above) - 1
    while at > 0 and above[at].kind == "text":
        at -= 1
    entry = above[at].entry if at >= 0 and above[at].kind == "pair" else None
    if entry is None or entry.field != "replaces":
        return None
    lines = (joined(line) for line in piece.block.lines)
    are_beside = any(above[at].label in line and piece.label in line for line in lines)
    return at if are_beside else None

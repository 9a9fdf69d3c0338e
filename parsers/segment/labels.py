"""Blocks to pieces: labels, label-value pairs, headings, paragraphs and list items.

A label is recognised by its words, not by the markup: as a whole block, as a whole line, as
the beginning of a line before a colon or before another element, several on one line.
The forms in which it may stand are tried in one order, and each depends on the ones before it.
"""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from parsers.formats.boilerplate import is_boilerplate_line
from parsers.model.blocks import Block, Cell, Part, joined
from parsers.model.file_types import is_file, is_file_detail
from parsers.model.statement import SUCCESSION
from parsers.segment.figures import LONGEST_LABELLED, labels_behind, runs_of, with_values_above
from parsers.segment.order_fields import join_fields_of_orders
from parsers.segment.pieces import Piece, PieceKind
from parsers.segment.tables import (
    Grid,
    grids,
    heads_diploma,
    is_another,
    names_orders,
    with_texts_named,
)
from parsers.segment.title_words import is_sentence
from parsers.segment.value_shapes import OF_ANY_WORDS, is_whole, reads_as
from schema.code import CodeScolarite, codes_in
from schema.lexicon import OWN_WORDS, Entry, Lexicon, ending_of, without_plurals
from schema.text import CAPITALS, clean, fold, has_any, has_digit, same_length
from schema.title import begins_with_type, read_title
from schema.vocabulary import page_words

_LONGEST_LABEL = 90
_LONGEST_VALUE, _LONGEST_NAME = 60, 200
_LONGEST_FACTS = 600
_FACT_END = re.compile(
    r"(?:(?<=\w{3})(?<!\b[Pp]ro)(?<!\b[Pp]rof)"
    # in a line of capitals, where one follows any abbreviation
    r"(?<!\bPRO)(?<!\bPROF)(?<!\bREMPL)(?<!\bMODIF)(?<!\bABROG)(?<!\bDERN)(?<!\bARR)(?<!\bDIPL)"
    r"|(?<=[\w:] \d)|(?<=\d [A-Z])|(?<=\w\)))"
    rf"\.\s+(?=[{CAPITALS}\d])"
    r"(?!(?:19|20)\d\d\b)|\s?;\s(?![^()]{0,200}\))"  # but "14 oct. 2008", and in brackets
)
_HAS_VERB = re.compile(
    r"\b(?:est|sont|a|ont|sera|seront|avait|fut|prend|porte|entre|succède|(?:remplac|modifi)\w*)\s"
)
_BAR = re.compile(r"\s[|•·–—-]\s")
_BARS_OF_FACTS = 2  # in a line that is no running text wherever it stands
_NEXT_SENTENCE = re.compile(rf"\s[|•·–—-]\s(?=[{CAPITALS}])")
_FACT_MARKS = ".;|•·–—-"  # one of them stands wherever `_FACT_END` or `_BAR` matches
_GOES_ON = re.compile(r"d['’]|d(?:e|u|es) ")  # "<b>Diplôme</b> d'université"
_LONGEST_QUESTION = 60
_QUESTION = re.compile(r"\s*[^:?.!;]{3,60}\?(?=\s|$)")
_ARTICLE = re.compile(r"^(?:l[ea]s?$|l['’]$)", re.IGNORECASE)  # "La spécialité : Édition"
_MAY_LEAD_TYPE = {"nat", "exa", "nom", "le ", "nou", "anc", "abr"}
_LEADS_TYPE = re.compile(
    r"(?:nature|examen|(?P<title>nom|le dipl[oô]me)"
    r"|(?P<other>(?:nouvelle|ancienne) version|abrog[ée]e? et remplac[ée]e? par(?: le)?))\b\s*:?",
    re.IGNORECASE,
)
# Marks that begin an item of a list made of characters; U+F0B7 and its kin are Word's bullets.
_BULLET = re.compile(
    "^\\s*(?:[-\u2010-\u2015\u2022\u00b7\u25aa\u25ab\u25a0\u25a1\u25cf\u25cb\u25e6*\u27a2\u27a4"
    "\u25ba\u25b6\u2023\u2219\u2192\u21d2\u2713\u2714\u00a7\u00bb\u2043\uf000-\uf0ff]"
    "|o(?=[\\s\u00a0]{2,}))[\\s\u00a0]*(?=\\S)"
)
# "Code ........ 500-22430 V", "Code = 500-22430 V": what leads from a label to its value
LEADER = re.compile(r"(?:\.{4,}|(?<= )\.{2,3}(?= )|…{2,}|(?<=\s)=(?=\s))(?:\s*:)?")
_DOTTED = ("....", " .. ", " ... ")
# of the line above a code that no lexicon knows: "Se voit remplacé par", "Diplôme d'origine"
_OF_ANOTHER = re.compile(
    r"\b(?:rempl|succ(?:ed|ess)|predecess|ancien|anterieur|preceden|suite de\b"
    r"|nouve(?:au|l|lle)\b|renovee?\b|d'origine\b|version\b)"
)
_OF_NO_FIELD = page_words("section of no field")
_LETTER = re.compile(r"\w")
_RULE = re.compile(r"[\s*_=~#|•·–—-]+")  # "* * *" between parts of a page
_DASHES = {"-", "–", "—"}
_BLANK = re.compile(r"(?:[^:]{2,60}:\s?)?.")  # "Abrogation : –": the label has no value
_SEPARATORS = "|•·;–—/"
# "Code : 500-22134 S | Arrêté du 3 mai 2010": what follows a value is another fact
_NEXT_FACT = re.compile(
    r"(?:\s[|•·;–-]|(?<=\d[.)])|(?<=\d[A-Z][.)])|(?<=\d [A-Z][.)]))\s+"
    r"(?=(?:arr[êe]t[ée]|décret|(?:diplôme |abrogée? et )?remplacée? par|nouvelle version(?= :)|"
    r"1(?:re|ère) session|(?:(?:la )?(?:première|dernière))? ?session)\b)"
    r"|(?<=\.)\s+(?=option [a-h]\s?[:–—-])"
    r"|,\s+(?=(?:(?:arrêté (?:de |d')?)?(?:création|modificatif|modifications?|abrogation)"
    r"|modifié par|abrogé par)\s?:)",
    re.IGNORECASE,
)
# "CPC : Industrie | Abrogé", "RNCP 570 — Référentiel en vigueur": at the end of the line
_NEXT_STATE = re.compile(
    r"\s[|•·;–—-]\s+(?=(?:(?:diplôme|référentiel|texte|réglementation) )?"
    r"(?:abrogée?|(?:(?:toujours|actuellement) )?en vigueur)\W*$)",
    re.IGNORECASE,
)
# the same behind a whole number, where no mark divides: "Code : 500-22134 S Est remplacé par …"
_RUN_ON = re.compile(
    r"(?:(?<=\d)|(?<=\d[A-Z])|(?<=\d [A-Z]))\s+(?=(?:Est|A été) (?:abrogé|remplacé|modifié)"
    r"|(?:Diplôme |Titre )?(?:[Cc]réé|[Aa]brogé|[Rr]emplacé)e? par\b|Arrêtés? (?:du|de|modif)\b"
    r"|(?:L[ae]|Ce|Cette) [a-zéè]{4})"
)
# of a successor its first session stands behind it, of a predecessor its last one
_ITS_SESSION = {
    "replaced_by": re.compile(r"(?:la )?(?:première|1(?:re|ère)) session\b", re.IGNORECASE),
    "replaces": re.compile(r"(?:la )?dernière session\b", re.IGNORECASE),
}
_SESSIONS = {"first_session", "last_session"}
_OF_NUMBERS = {"code", "rncp", "first_session", "last_session", "level"}
# A line below a label and its value, or files: "Arrêté du …", "Diplôme créé par arrêté du …".
_FACT_LINE = re.compile(
    r"(?:arr?ete|decret)s? (?:du|des|n|de creation|modificatif)\b"
    r"|(?:(?:ce|cette|le|la) (?:diplome|specialite|mention|certificat|brevet)|diplome)\b"
    r"(?:.{0,40}\b)?(?:cree|modifie|abroge|supprime|remplace)"
    r"|(?:cree|modifie|abroge|supprime|remplace)e? (?:par|l[ea]s?)\b|remplace l[ea] "
    r"|textes?$"
)
# A line that is no more than what the orders below or above it do.
_EFFECT_LINE = re.compile(
    r"\(?(?:(?:arr?ete|decret|texte)s? (?:de |d'|portant )?)?"
    r"(?:creation|modifications?|modificatifs?|abrogation)(?: ?:|\))?"
)
_LONGEST_EFFECT = 40
_LONGEST_BEFORE = 30  # of a value with its label behind it
_ORDER_LINE = re.compile(r"(?:arr?ete|decret|a\.|d\.)(?: \w{1,12}){0,4} (?:du |des )?\d|\d{1,2}\W")
_ORDER = re.compile(r"(?:l')?(?:arr?ete|decret|arr\.|a\.) ?(?:\w{1,12} ){0,3}(?:du|n)\b")
# "CPC : commission professionnelle consultative", among the abbreviations of a glossary
_EXPANDED = re.compile(r"[A-Z]{2,7} ?[:=–-] ?[a-zà-ÿ]")
_OF_OTHER = re.compile(r"\bremplacee? par l|\b(?:(?:le|du) nouveau|(?:l'|de l')ancien) diplome\b")
# Between a value and the next label of a line.
_NEXT_FIELD = re.compile(
    rf"(?:\s?[|•·;]\s?|\s[–—-]\s)(?=[{CAPITALS}\d][^:|•·;.]{{1,40}}"
    r"(?:\.(?=\s?[a-zé]))?[^:|•·;.]{0,40}\s?:\s)(?![^(]{0,40}\))"  # not inside of brackets
)
# "Annexe V - Définition des épreuves": a number, and what it is called
_ANNEX_END = re.compile(r"\bann(?:exe|\.) ?(?:[IVX]{1,4}|\d{1,2}) ?[a-z]?$", re.IGNORECASE)
# Of names of columns that are no labels: what stands below them is no fact of the diploma's alone
_WORDS_OF_FACTS = ("session", "durée", "niveau")
_SITE = page_words("site")
# "Dipl. précédent   BTS Banque, code 320-31310 T"
_DIPLOMA = re.compile(r"ancien|nouveau|dipl|predecesseur|successeur")
# In a text that is read backwards: its last word, and the word before brackets around that, in
# which the length of the value may stand: "Code (8 caractères)".
_LAST_WORDS = re.compile(
    r"[^a-z0-9]*([a-z0-9]+)(?:(?:/[a-z]{2,10}| \d{1,2}(?: a| rus| ne)?)?\( {0,2}([a-z0-9]+))?"
)
_STRIP = " \t\r\n\u00a0|•·;–—-/,"


def split_blocks(blocks: tuple[Block, ...], lexicon: Lexicon) -> tuple[list[Piece], list[Grid]]:
    """Return the pieces of all blocks, in order, and the tables that hold a diploma in each row.

    Links to places on the same page are left out.
    """
    blocks = with_texts_named(join_fields_of_orders(blocks), lexicon)
    single: dict[int, Grid] = {}
    several: dict[int, Grid] = {}
    inside: set[int] = set()
    for grid in grids(blocks, lexicon):
        inside |= {block.number for block in grid.blocks}
        if len(grid.rows) == 1:
            single[grid.blocks[0].number] = grid
        elif grid.is_of_several:
            several[grid.blocks[0].number] = grid
        else:
            inside -= {block.number for block in grid.blocks}
    behind, columns = labels_behind(blocks, lexicon), _columns_of_diplomas(blocks)
    pieces: list[Piece] = []
    # below a label of running text, or a heading that is neither label nor title: sentences there
    # state no facts of the diploma
    in_text = False
    for block, below in itertools.zip_longest(blocks, blocks[1:]):
        words = lexicon.before_types if _leads_type(block, below) else lexicon
        added: list[Piece] = []
        if block.number in single:
            added = row_pieces(single[block.number], 0)
        elif block.number in several and pieces and heads_others(pieces[-1]):
            added = _rows_of_others(pieces.pop(), several.pop(block.number))
        elif block.number in behind and block.number not in inside:
            added = [behind[block.number]]
        elif block.number in columns and block.number not in inside:
            added = [Piece("text", block, None, "", clean(block.text), block.parts)]
        elif block.number not in inside:
            added = [*_block_pieces(block, words, in_text)]
        if added and _is_no_label(added[0], pieces[-1] if pieces else None, below):
            added = [Piece("text", block, None, "", clean(block.text), block.parts)]
        if len(added) > 1:
            added = _with_values_of_others(added)
        for piece in added:
            if piece.entry is not None:
                in_text = piece.entry.kind in {"text", "list"}
            elif piece.kind == "heading":
                in_text = piece.block.level > 1 and not read_title(piece.text).types
        pieces += added
    return _with_effects_below(with_values_above(pieces)), [*several.values()]


def _columns_of_diplomas(blocks: Sequence[Block]) -> set[int]:
    """Return the names of a table's columns that are diplomas, two of them beside each other.

    No part of the page begins there.
    """
    return {
        each.number
        for one, other in itertools.pairwise(blocks)
        if heads_diploma(one) and heads_diploma(other)
        if (one.cell or ())[:2] == (other.cell or ())[:2]
        for each in (one, other)
    }


def _with_effects_below(pieces: list[Piece]) -> list[Piece]:
    """Return pieces in which a line below its order is no label: *Arrêté du …*, *Modification*.

    Or a cell behind it. Orders and such lines take turns, and no order follows the last of these.
    """
    labels = (
        number
        for number, piece in enumerate(pieces)
        if number
        and piece.kind == "label"
        and piece.entry
        and piece.entry.field == "legal_texts"
        and _is_effect(piece.label)
    )
    below = {number for run in runs_of(labels, 2) if _are_below(run, pieces) for number in run}
    if not below:
        return pieces
    return [
        _paragraph(piece.block, [*piece.block.parts], piece.block.kind == "item")
        if number in below
        else piece
        for number, piece in enumerate(pieces)
    ]


def _are_below(run: list[int], pieces: list[Piece]) -> bool:
    """Return whether labels that say what orders do stand each below its order, or behind it."""
    pairs = [(pieces[number - 1], pieces[number]) for number in run]
    if not all(_ORDER_LINE.match(same_length(order.text)) for order, _ in pairs):
        return False
    if all(order.block.cell and _is_behind(order.block, label.block) for order, label in pairs):
        return True
    after = pieces[run[-1] + 1] if run[-1] + 1 < len(pieces) else None
    is_followed = after is not None and after.kind in {"text", "item"}
    return not is_followed and all(
        order.entry is None
        and (order.block.level, order.block.kind) == (label.block.level, label.block.kind)
        and order.block.strong == label.block.strong
        for order, label in pairs
    )


def _is_behind(block: Block, other: Block) -> bool:
    """Return whether a cell stands in the row of another, behind it."""
    cell, place = block.cell, other.cell
    return bool(cell and place) and (cell or ())[:2] == (place or ())[:2] and block is not other


def heads_others(piece: Piece) -> bool:
    """Return whether a piece is a label alone below which other diplomas stand."""
    return piece.kind == "label" and piece.entry is not None and piece.entry.field in SUCCESSION


def _rows_of_others(label: Piece, grid: Grid) -> list[Piece]:
    """Return each row of a table of predecessors or successors as a value of its label."""
    pieces = []
    for row in grid.rows:
        cells = [*itertools.chain(*row.values())]
        text = " - ".join(block.text for block in cells)
        pieces.append(Piece("pair", cells[0], label.entry, label.label, text, (Part(text),)))
    return pieces


def _leads_type(block: Block, below: Block | None) -> bool:
    """Return whether a block begins with a label of many things, right before a type's words.

    Or before the code of another diploma.
    """
    if block.text[:3].lower() not in _MAY_LEAD_TYPE:  # most blocks
        return False
    lines = [clean(joined(line)) for line in block.lines[:2]]
    label = _LEADS_TYPE.match(lines[0])
    if label is None:
        return False
    value = lines[0][label.end() :].strip()
    # "<b>Examen</b> CAP", but "Examen CAP" is no label
    if value and ":" not in label[0] and clean(block.parts[0].text) != label[0]:
        return False
    is_row = block.cell is None or (below and below.cell and below.cell[:2] == block.cell[:2])
    is_row = is_row or bool(block.cell and below and _is_spanned(block.cell, below.cell))
    value = value or " ".join(lines[1:])
    is_below = not value and below is not None and is_row
    value = below.text if is_below and below else value
    if label["other"]:
        parts = below.parts if is_below and below else block.parts
        return is_another(value) and not any(is_file(part.href) for part in parts)
    is_running = value.lower().startswith("l") or value.endswith((".", "…")) or is_sentence(value)
    is_title = label["title"] and begins_with_type(value) and not is_running  # "Le CAP forme à"
    return bool(is_title) or read_title(value).is_type_alone


def _is_spanned(head: Cell, cell: Cell | None) -> bool:
    """Return whether a cell stands below one that spans the columns of its table."""
    row = (cell.table, cell.row, cell.column) if cell else None
    return head.column == 0 < head.right and row == (head.table, head.last + 1, 0)


def split_row(blocks: tuple[Block, ...], lexicon: Lexicon) -> tuple[list[Piece], list[Grid]]:
    """Return the pieces of a row of a list, and no tables: names of columns, cells, and lines.

    A cell is a value whatever it holds: a colon or a dash in a title makes no label of it. What
    the columns of the list mean, no lexicon of a user's changes.
    """
    cells = [block for block in blocks if block.cell]
    headers = dict(enumerate(cells[::2]))
    packaged = Lexicon.packaged()
    columns = {number: packaged.lookup(header.text) for number, header in headers.items()}
    row: dict[int, tuple[Block, ...]] = {n: (value,) for n, value in enumerate(cells[1::2])}
    pieces = row_pieces(Grid(columns, headers, (row,), tuple(cells)), 0)
    lines = (block for block in blocks if block.cell is None)
    pieces += [piece for line in lines for piece in _block_pieces(line, lexicon, False)]
    return pieces, []


def has_leader(text: str) -> bool:
    """Return whether a text may have what leads from a label to its value (`LEADER`)."""
    return " = " in text or "……" in text or (".." in text and has_any(text, _DOTTED))


def without_bullet(text: str) -> str:
    """Return the text of an item without the mark in front of it."""
    return text[_behind_bullet(text) :]


def _behind_bullet(text: str) -> int:
    if text[:1].isalnum() and text[0] != "o":  # most texts
        return 0
    bullet = _BULLET.match(text)
    return bullet.end() if bullet else 0


def _names_file_of_term(piece: Piece, before: Piece | None, below: Block | None) -> bool:
    """Return whether the label of a text names a file, in a list of terms beside its icon."""
    block = piece.block
    if piece.kind != "label" or piece.entry is None or piece.entry.kind != "text" or block.level:
        return False
    if block.kind == "term":
        return below is not None and below.has_link and is_file(below.only_link)
    icon = before.block if before else None
    return icon is not None and icon.kind == "term" and is_file(icon.only_link)


def _is_no_label(piece: Piece, before: Piece | None, below: Block | None) -> bool:
    """Return whether a piece only looks like a label.

    *code 500-23441* is the value of *Diplôme remplacé*; the last cell of a row, behind the link to
    a file, names that; *Commission professionnelle consultative* above the title says who speaks.
    `below`: the block behind the piece.
    """
    if piece.kind == "label" and piece.block.kind == "item" and _EXPANDED.match(piece.label):
        beside = (before.text if before else "", below.text if below else "")
        return any(_EXPANDED.match(text) for text in beside)
    if piece.kind == "label" and piece.entry and piece.entry.field in OF_ANY_WORDS and below:
        is_alone = clean(piece.block.text) == piece.label
        # "Le CAP est un diplôme …" is no title
        is_title = below.text[-1:] != "." and begins_with_type(below.text)
        is_head = is_title or _SITE.search(fold(below.text[:_LONGEST_LABEL]))
        return is_alone and below.cell == piece.block.cell and bool(is_head)
    if _names_file_of_term(piece, before, below):
        return True
    if before is None:
        return False
    if piece.label[:3] == "Il " and is_sentence_on_other(same_length(before.text)):
        return True
    if before.kind == "label":
        return heads_others(before) and _is_small_code(piece)
    if before.entry is None and _is_small_code(piece) and before.block is not piece.block:
        is_label = len(before.text) < _LONGEST_LABEL and not has_digit(before.text)
        return is_label and says_of_another(before.text)
    if piece.kind != "label" or piece.block.has_link or not is_file(before.block.only_link):
        return False
    is_last = below is None or not _is_behind(piece.block, below)
    return is_last and _is_behind(before.block, piece.block)


def _is_small_code(piece: Piece) -> bool:
    """Return whether a piece is *code 500-23441*, as a value begins and no label."""
    is_code = piece.kind == "pair" and piece.entry is not None and piece.entry.field == "code"
    return is_code and piece.label[:1].islower()


def says_of_another(words: str) -> bool:
    """Return whether words above a code, which no lexicon knows, say that it is another diploma's.

    `Se voit remplacé par`, `Code prédécesseur`, `Diplôme d'origine`, `Nouvelle version`.
    """
    return bool(_OF_ANOTHER.search(same_length(words)))


def is_sentence_on_other(plain: str) -> bool:
    """Return whether a sentence, folded, is on another diploma, of which *il* goes on to speak.

    `Ce diplôme est remplacé par le CAP X. Il se prépare en trois ans.`
    """
    return has_any(plain, ("remplace", "nouveau", "ancien")) and bool(_OF_OTHER.search(plain))


def _with_values_of_others(pieces: list[Piece]) -> list[Piece]:
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
        if is_value and _is_no_label(piece, before, None):
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


def value_of(pieces: list[Piece], number: int) -> Piece | None:
    """Return the piece with the value of the label `pieces[number]`: itself, or the next text."""
    if pieces[number].kind == "pair":
        return pieces[number]
    follower = pieces[number + 1] if number + 1 < len(pieces) else None
    return follower if follower and follower.kind in {"text", "item"} else None


def row_pieces(grid: Grid, number: int) -> list[Piece]:
    """Return one row of a table with named columns as label-value pairs."""
    columns = _columns(grid, number)
    pieces = [
        Piece("label", grid.headers[column], entry, grid.headers[column].text, "", ())
        for column, entry in columns.items()
        if entry is not None and column in grid.headers and column not in grid.rows[number]
    ]
    known: Entry | None = None
    for column, cell in grid.rows[number].items():
        entry = columns.get(column)
        head = grid.headers.get(column)
        name = head.text if head else ""
        if entry is None:
            # what stands below it is no other diploma as below the column before
            is_apart = bool(head and known and known.field in SUCCESSION)
            if head and is_apart:
                pieces.append(Piece("label", head, Entry("", "heading", name), name, "", ()))
            elif head and name and known and known.kind in {"text", "list"}:
                pieces.append(Piece("heading", head, None, name, name, head.parts))
            is_named = names_orders(name) or has_any(name.lower(), _WORDS_OF_FACTS)
            is_named |= is_apart and len(grid.rows) == 1
            led = f"{name}{' ' if name.endswith(' du') else ' : '}" if is_named else ""
            for block in cell:
                parts = (Part(led), *block.parts) if led else block.parts
                pieces.append(Piece("text", block, None, "", led + block.text, parts))
        elif entry.is_section and head and not (entry.kind == "legal" and len(cell) == 1):
            pieces.append(Piece("label", head, entry, name, "", ()))
            for block in cell:
                is_text = entry.kind == "text" and block.kind != "item"
                kind: PieceKind = "text" if is_text else "item"
                pieces.append(Piece(kind, block, None, "", block.text, block.parts))
        else:
            label = name or entry.label
            pieces += [Piece("pair", b, entry, label, b.text, b.parts) for b in cell[:1]]
        known = entry or known
    return pieces


def _columns(grid: Grid, number: int) -> dict[int, Entry | None]:
    """Return the columns of a row; *Code* behind the name of a former diploma alone is its."""
    columns = [n for n, entry in grid.columns.items() if entry]
    first, behind = (grid.columns[n] for n in columns) if len(columns) == 2 else (None, None)
    if not (first and behind and first.field in SUCCESSION and behind.field == "code"):
        return grid.columns
    if any(codes_in(block.text) for block in grid.rows[number].get(columns[0], ())):
        return grid.columns
    return {**grid.columns, columns[1]: first}


def _block_pieces(block: Block, lexicon: Lexicon, in_text: bool) -> Iterator[Piece]:
    """Yield the pieces of a block: line by line its labels and values, the rest as paragraphs.

    `in_text`: it stands below a label of running text.
    """
    if block.kind in {"heading", "term"}:
        if block.text_only:
            entry = lexicon.lookup(block.text)
            yield Piece("heading", block, entry, "", block.text, block.parts)
        else:
            yield from _heading(block, lexicon)
        return
    waiting: list[Part] = []  # lines that are neither label nor item: one paragraph
    first = block.kind == "item"
    headed = False  # by a label of one value, or of files
    lines, are_fields = block.lines, False
    if ":" in block.text:
        lines, are_fields = _divided(block, lexicon, in_text)
    for line in lines:
        text = clean(joined(line)) if len(lines) > 1 else block.text
        is_blank = text[-1:] in _DASHES and _BLANK.fullmatch(text) and not has_digit(text)
        is_rule = not text[:1].isalnum() and not is_blank and (not text or _RULE.fullmatch(text))
        if is_rule or _is_jump(block, line):
            continue
        if is_boilerplate_line(text) and not (
            any(is_file(part.href) or _is_set_off_label(part) for part in line[1:])
            or is_file(line[0].href)
            # "Diplôme suivant" is a label, where it leads to no page; set off, "FAQ" is a heading
            or (
                not any(part.href for part in line)
                and (lexicon.lookup(text) or (block.strong and _OF_NO_FIELD.fullmatch(fold(text))))
            )
        ):
            continue
        if line[0].strong:
            line = _with_effect_apart(line)
        pieces = [] if block.text_only else list(_labelled(block, line, text, lexicon, in_text))
        if not pieces and not block.text_only and has_leader(text):
            # whatever letter it begins with, no sentence goes on in such a line
            dotted = tuple(
                part._replace(text=LEADER.sub(" : ", part.text), after_break=False) for part in line
            )
            pieces = list(_labelled(block, dotted, clean(joined(dotted)), lexicon, in_text))
        if is_blank:
            if not pieces and (len(text) > 1 or (block.cell and not block.cell.column)):
                continue
            pieces.append(Piece("text", block, None, "", "", ()))
        is_text = not pieces and not _behind_bullet(text)
        is_apart = is_text and not in_text and len(lines) > 1 and _is_effect(text)
        is_fact = headed and not in_text and _FACT_LINE.match(same_length(text))
        if waiting and (is_apart or is_fact or not is_text):
            yield _paragraph(block, waiting, first)
            waiting, first = [], False
        if is_text and not (are_fields or is_apart):
            waiting += line
            continue
        yield from pieces or [_paragraph(block, list(line), not is_text)]
        if pieces:
            entry = pieces[-1].entry if pieces[-1].kind == "label" else None
            headed = entry is not None and entry.kind in {"value", "links"}
    if waiting:
        yield _paragraph(block, waiting, first)


def _divided(block: Block, lexicon: Lexicon, in_text: bool) -> tuple[list[tuple[Part, ...]], bool]:
    """Return the lines of a block divided before labels, and whether fields of one line were."""
    lines = [part for line in block.lines for part in _at_section_labels(line, lexicon)]
    is_running = in_text and block.text.count(" | ") < _BARS_OF_FACTS
    if block.text_only or is_running or block.text.count(":") < 2:
        return lines, False
    fields = [part for line in lines for part in _at_fields(line, lexicon)]
    return fields, len(fields) > len(lines)


def _with_effect_apart(line: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return a line with a colon behind what orders do: `<b>Modification.</b> Arrêté du …`.

    What it begins with is set off.
    """
    first, words = line[0], line[0].text.rstrip()
    if words[-1:] == "." and len(line) > 1 and _is_effect(words[:-1]):
        return (first._replace(text=f"{words[:-1]} : "), *line[1:])
    return line


def _is_set_off_label(part: Part) -> bool:
    """Return whether a part of a line is set off and ends in a colon: `<b>Formacode :</b>`."""
    return part.strong and part.text.rstrip().endswith(":")


def _is_effect(text: str) -> bool:
    """Return whether a line only says what orders do: *Création*, *Arrêtés modificatifs*."""
    return len(text) <= _LONGEST_EFFECT and bool(_EFFECT_LINE.fullmatch(same_length(text)))


def _at_section_labels(line: tuple[Part, ...], lexicon: Lexicon) -> Iterator[tuple[Part, ...]]:
    """Divide a line before labels of sections that are set off behind a stop: `<b>Textes :</b>`."""
    begin, last = 0, ""  # the last sign since there
    for number, part in enumerate(line):
        before, last = last, part.text.rstrip()[-1:] or last
        if not part.strong or ":" not in part.text:
            continue
        entry = lexicon.lookup(part.text.strip())
        if entry is None or not entry.is_section:
            continue
        if before and before not in ".;":
            continue
        if before:
            yield line[begin:number]
            begin = number
        behind = same_length(joined(line[number + 1 : number + 2])).lstrip()
        # what follows has labels of its own
        first = next(_before_colons(behind, lexicon), None) if entry.kind == "text" else None
        if entry.kind == "heading" or (first and not first.start()):
            yield (part,)
            begin, last = number + 1, ""
    if line[begin:]:
        yield line[begin:]


def _at_fields(line: tuple[Part, ...], lexicon: Lexicon) -> Iterator[tuple[Part, ...]]:
    """Divide a line of several labels with their values: `Niveau : 3 | Abrogé par : 09/08/2015`.

    At least one of the labels is known, and none is an option's; one of orders alone is not enough,
    since what else stands there is said of its order: *Modification : arrêté du … - NOR : …*.
    """
    raw = joined(line)
    ends = (
        mark.end()
        for mark in _NEXT_FIELD.finditer(raw)
        if not (_is_in_link(line, mark.end()) or _ANNEX_END.search(raw[: mark.start()][-14:]))
    )
    starts = [_behind_bullet(raw), *ends]
    if len(starts) == 1 or ":" not in raw[: starts[1]]:
        yield line
        return
    labels = [clean(raw[start : raw.index(":", start)]) for start in starts]
    entries = [lexicon.before_types.lookup(label) for label in labels]
    of_orders = [
        bool(entry and entry.kind == "legal") or (names_orders(label) and not has_digit(label))
        for entry, label in zip(entries, labels, strict=True)
    ]
    facts = [entry for entry, is_legal in zip(entries, of_orders, strict=True) if not is_legal]
    is_divided = any(facts) or sum(of_orders) > 1
    if not is_divided or any("ption" in label.lower() for label in labels):
        yield line
        return
    places = _places(line)
    for start, stop in itertools.pairwise([0, *starts[1:], len(raw)]):
        first, *others = _slice(line, places, start, stop)
        parts = (first._replace(after_break=first.after_break or bool(start)), *others)
        yield (*parts[:-1], parts[-1]._replace(text=parts[-1].text.rstrip(_STRIP)))


def _is_in_link(line: tuple[Part, ...], at: int) -> bool:
    """Return whether a place stands behind the beginning of a link: `<a>Annexe - Épreuves</a>`."""
    places = _places(line)
    number = bisect_right(places, at) - 1
    return bool(line[number].href) and at > places[number]


def _paragraph(block: Block, parts: list[Part], is_item: bool) -> Piece:
    text = clean(joined(parts))
    if end := _behind_bullet(text):
        text, is_item = text[end:], True
    return Piece("item" if is_item else "text", block, None, "", text, tuple(parts))


def _heading(block: Block, lexicon: Lexicon) -> Iterator[Piece]:
    texts = [block.text]
    if block.has_link:
        # "Référentiel [PDF]" is a label; "Créé par l'arrêté du 3 mai 2004", linked, says more
        linked = joined([part for part in block.parts if part.href])
        unlinked = [part for part in block.parts if not part.href or has_digit(linked)]
        texts.append(clean(joined(unlinked)))
    if len(block.lines) > 1:
        texts.append(clean(joined(block.lines[0])))
    for text in texts:
        if entry := lexicon.lookup(text):
            yield Piece("label", block, entry, block.text, "", ())
            return
    pieces = list(_labelled(block, block.parts, block.text, lexicon, False))
    if pieces:
        yield from pieces
    elif block.level or not _is_jump(block, block.parts):
        yield Piece("heading", block, None, block.text, block.text, block.parts)


def _is_jump(block: Block, line: tuple[Part, ...]) -> bool:
    """Return whether a line is nothing but links to places on the same page or to scripts."""
    if not block.has_link:  # most blocks
        return False
    # the bars between them lead nowhere
    targets = [part.href or "" for part in line if part.href or _LETTER.search(part.text)]
    return bool(targets) and all(href.startswith(("#", "javascript:")) for href in targets)


def _labelled(
    block: Block, line: tuple[Part, ...], text: str, lexicon: Lexicon, in_text: bool
) -> Iterator[Piece]:
    """Yield the label or the label-value pairs that the line consists of, if any.

    `text`: the line's text, clean. `in_text`: it stands below a label of running text.
    """
    if line[0].after_break and text[:1].islower() and not line[0].strong:
        # a line break inside a sentence: "un double<br>objectif : …"
        yield from _pair_behind(block, line, text, lexicon) if text[-1] == ")" else ()
        return
    if ":" in text and is_file_detail(text):
        return  # "Type : PDF"
    if entry := lexicon.lookup(without_bullet(text)):
        # the number of an item is no word, nor is the format of a file: "1. Référentiel (pdf)"
        worded = (p for p in line if p.href or not is_file_detail(clean(p.text)))
        target = {part.href for part in worded if any(map(str.isalpha, part.text))}
        if None in target or len(target) > 1 or text.endswith(":"):
            yield Piece("label", block, entry, text, "", ())
        return  # a link named "Référentiel" is a document, not a label
    facts = _pair_behind(block, line, text, lexicon) if text[-1] == ")" else []
    facts = facts or ([] if in_text else _facts(block, line, text, lexicon))
    pieces = facts or _pairs(block, line, text, lexicon)
    is_link = line[0].href and len({part.href for part in line if part.text.strip()}) == 1
    if is_link and all(piece.entry and piece.entry.kind == "links" for piece in pieces):
        return  # "Annexe : définition des épreuves"
    if len(pieces) == 1 and not in_text and _dates_order(pieces[0]):
        return
    yield from pieces


def _dates_order(piece: Piece) -> bool:
    """Return whether an order follows what may be a page's date: *Dernière modification : arrêté*.

    The line is one of orders, which goes on with the number below it.
    """
    is_of_page = piece.entry is not None and piece.entry.kind == "ignored-value"
    return is_of_page and piece.kind == "pair" and bool(_ORDER.match(same_length(piece.text)))


def _pairs(block: Block, line: tuple[Part, ...], text: str, lexicon: Lexicon) -> list[Piece]:
    """Return the label-value pairs that a line begins with."""
    if pairs := ":" in text and _colon_pairs(block, line, lexicon):
        return pairs
    pair = _element_pair(block, line, lexicon) or _bare_pair(block, line, text, lexicon)
    pair = pair or ("?" in text and _answered(block, line, text, lexicon)) or None
    return [pair] if pair else []


def _answered(block: Block, line: tuple[Part, ...], text: str, lexicon: Lexicon) -> Piece | None:
    """Read a question that is a label, with its answer: `Combien de temps ? Deux ans`."""
    question, mark, answer = text.partition("?")
    answer = answer.strip()
    if len(question) > _LONGEST_QUESTION or not answer or block.has_link:
        return None
    entry = lexicon.lookup(question + mark)
    if entry is None or entry.kind not in {"value", "text", "list"}:
        return None
    raw = joined(line)
    parts = _slice(line, _places(line), raw.index("?") + 1, len(raw))
    return Piece("pair", block, entry, question + mark, answer, parts)


def _facts(block: Block, line: tuple[Part, ...], text: str, lexicon: Lexicon) -> list[Piece]:
    """Return the sentences and elements of a line apart, where a value among them has no colon.

    `Code 400-22106 T. Arrêté du 8 avril 2015. Niveau 4.`, `<b>Code</b> 51032201 <b>CPC</b> Arts`.
    """
    raw = joined(line)
    is_one = len(line) == 1 and not has_any(raw, _FACT_MARKS)
    if is_one or len(text) > _LONGEST_FACTS:
        return []
    starts = [0, *_fact_starts(block, line, raw, lexicon), len(raw)]
    if len(starts) == 2:
        return []
    places = _places(line)
    pieces: list[Piece] = []
    is_read = False
    for start, stop in itertools.pairwise(starts):
        parts = _slice(line, places, start, stop)
        fact = clean(joined(parts)).strip(_STRIP + ".")
        if not fact:
            continue
        pairs = _pairs(block, parts, fact, lexicon)
        if any(pair.entry and pair.entry.is_section for pair in pairs):
            parts = _slice(line, places, start, len(raw))  # all that follows is of the section
            return (
                [*pieces, *_pairs(block, parts, clean(joined(parts)), lexicon)] if is_read else []
            )
        # "Code : 500-22133 S. Arrêté du …": a whole value ends where its sentence does
        is_read |= bool(pairs) and (
            ":" not in fact or all(p.entry and is_whole(p.entry.field, p.text) for p in pairs)
        )
        pieces += pairs or [_plain(block, parts)]
    return pieces if is_read else []


def _fact_starts(block: Block, line: tuple[Part, ...], raw: str, lexicon: Lexicon) -> list[int]:
    """Return where further sentences, labels set off and elements of their own begin.

    Behind a code, or a label with its value and no colon, also where bars or dashes divide a line.
    """
    stops = _FACT_END.finditer(raw) if "." in raw or ";" in raw else ()
    starts = {stop.end() for stop in stops if not _goes_on(raw, stop)}
    bars = list(_BAR.finditer(raw))
    first = clean(raw[: bars[0].start()]) if bars else ""
    is_pair = first and ":" not in first and _bare_pair(block, line, first, lexicon)
    if first and (is_pair or CodeScolarite.parse(first).value):
        starts |= {bar.end() for bar in bars}
    filled = [part for part in line if part.text.strip()]
    apart = (
        len({part.element for part in filled}) == len(filled)
        and all(part.making for part in filled)
        and not lexicon.lookup(filled[0].text.strip())
    )
    at = 0
    for part in line:
        at += 1 if part.after_break else 0
        word = part.text.strip()
        # "<a>Arrêté du …</a> <span>applicable à compter de la session 2018</span>" is one fact
        is_apart = apart and not word[:1].islower()
        if word and (is_apart or (part.strong and lexicon.lookup(word))):
            starts.add(at)
        at += len(part.text)
    return sorted(starts - {0, len(raw)})


def _goes_on(raw: str, semicolon: re.Match[str]) -> bool:
    """Return whether a sentence goes on behind its semicolon: `L'ancien CAP est abrogé ; session`.

    Whose session it is, only the whole of it says.
    """
    at, end = semicolon.span()
    is_inside = raw[at:end].strip() == ";" and raw[end : end + 1].islower()
    return is_inside and bool(_HAS_VERB.search(raw, max(0, at - _LONGEST_LABEL), at))


def _colon_pairs(block: Block, line: tuple[Part, ...], lexicon: Lexicon) -> list[Piece]:
    """Read `Label : value`, once or several times on the line."""
    raw = joined(line)
    matches = list(_before_colons(without_plurals(same_length(raw)), lexicon))
    if not matches:  # most colons stand in sentences
        return []
    places = _places(line)
    starts = {
        at + len(part.text) - len(part.text.lstrip()) for at, part in zip(places, line, strict=True)
    }
    begin = _behind_bullet(raw)
    labels = _label_in_other_words(raw, begin, matches[0], lexicon)
    for match in matches[1:] if labels and matches[0].start() < labels[0][1] else matches:
        entry = lexicon.lookup(clean(raw[match.start(1) : match.end(1)]))
        before = raw[max(begin, match.start() - 12) : match.start()].rstrip()
        before = "" if len(before) < 6 and _ARTICLE.fullmatch(before.lstrip()) else before
        at_start = match.start() <= 12 and not before.strip(_STRIP + "0123456789.)*")
        apart = bool(before) and (
            before[-1] in _SEPARATORS or before.endswith(" -") or match.start() in starts
        )
        follows = bool(labels) and raw[match.start()].isupper()
        if follows and entry and entry.field == "option" and labels[-1][2].field == "title":
            follows = False  # "Intitulé : DMA HABITAT OPTION : MOBILIERS"
        if labels and entry and entry.field == "code" and labels[-1][2].field == "option":
            # "Options : option osier - code : 500-22434", and below it the others with their codes
            apart = apart and "options" not in raw[labels[-1][0] : labels[-1][1]].lower()
        apart = apart or (before.endswith(",") and _is_behind_value(raw, labels, match.start()))
        end = match.end()
        if entry and at_start and not labels:
            end, entry = _with_colon_inside(raw, line, match, entry, lexicon)
        if entry and (at_start or (not entry.is_section and (apart or follows))):
            labels.append((match.start(), end, entry))
    if not labels:
        return []
    if codes_in(raw[begin : labels[0][0]]):
        return []  # "500-22436 - Option : osier": a code is no numbering
    if _ARTICLE.sub("", raw[begin : labels[0][0]].strip(_STRIP + "0123456789.)*")):
        return []  # text before the first label: a sentence that holds a colon
    result: list[Piece] = []
    for number, (start, end, entry) in enumerate(labels):
        stop = labels[number + 1][0] if number + 1 < len(labels) else len(raw)
        value_end = stop
        if not entry.is_section and entry.field != "option":
            value_end = _value_end(raw, line, places, (end, stop), entry.field)
        parts = _slice(line, places, end, value_end)
        label = clean(raw[start:end]).rstrip(": ")
        value = clean(joined(parts))
        if not entry.is_section or len(labels) > 1:
            value = _value(value, _LONGEST_NAME if entry.field == "title" else _LONGEST_VALUE)
        kind: PieceKind = "pair" if value else "label"
        if value and entry.kind == "heading":  # "Identification : code 461-25409 S"
            result.append(_plain(block, parts))
        else:
            result.append(Piece(kind, block, entry, label, value, parts))
        if value_end < stop:
            result.append(_plain(block, _slice(line, places, value_end, stop)))
    return result


def _label_in_other_words(
    raw: str, begin: int, found: re.Match[str], lexicon: Lexicon
) -> list[tuple[int, int, Entry]]:
    """Return the label of a value that a line begins with, where the first one `found` is later.

    `Fiche du RNCP : 35699 Niveau : 4`: only its words without the little ones are a label.
    """
    if not any(map(str.isalpha, raw[begin : found.start()])):
        return []  # most lines
    colon = raw.find(":", begin, min(found.end(), begin + _LONGEST_LABEL))
    entry = lexicon.lookup(clean(raw[begin:colon])) if colon > 0 else None
    return [(begin, colon + 1, entry)] if entry and entry.kind == "value" else []


def _with_colon_inside(
    raw: str, line: tuple[Part, ...], match: re.Match[str], entry: Entry, lexicon: Lexicon
) -> tuple[int, Entry]:
    """Return where a label ends, and its entry: behind its first colon, unless it goes on there.

    *Après le diplôme : poursuivre ses études*, up to a further colon or the end of its element.
    *Accès : pour qui ?* up to its mark: a question is no text of a section. Of a fact too, as in
    *Nomenclature : niveau : 4*.
    """
    end = match.end()
    stops = [raw.find(":", end, end + _LONGEST_LABEL)]
    at = 0
    for part in line:
        at += len(part.text) + part.after_break
        if at >= end:  # the end of the element that holds the first colon
            stops.append(at if part.strong or part.making else -1)
            break
    for stop in stops:
        whole = lexicon.lookup(clean(raw[match.start(1) : stop])) if stop > end else None
        if whole and whole.is_section == entry.is_section and ":" in whole.label:
            return stop + (raw[stop : stop + 1] == ":"), whole
    asked = _QUESTION.match(raw, end) if entry.is_section and "?" in raw else None
    # up to the end of the line, or of what is set off
    is_whole = asked and (
        not raw[asked.end() :].strip() or asked.end() == max(stops[1:], default=0)
    )
    return (asked.end() if asked and is_whole else end), entry


def _value_end(
    raw: str, line: tuple[Part, ...], places: list[int], inside: tuple[int, int], field: str
) -> int:
    """Return where a value ends and another fact begins: `Code : 500-22134 S | Arrêté du …`.

    Or a link that names an order, or an unknown label that is set off. `inside`: where the value
    begins, and where the next label does.
    """
    start, stop = inside
    fact = _next_fact(raw, start, stop, field)
    if fact or field in SUCCESSION:
        return fact.start() if fact else stop
    facts = (
        at
        for number, (at, part) in enumerate(zip(places, line, strict=True))
        if (part.href or part.strong) and start < at < stop and raw[start:at].strip()
        # "<b>Durée :</b> 2 ans <b>Formacode :</b> 22435"
        if _is_set_off_label(part)
        # not the date of "<a>Dernière modification : arrêté du <time>3 mai 2004</time></a>"
        or (
            part.href
            and _ORDER_LINE.match(same_length(part.text.strip()))
            and (number == 0 or line[number - 1].href != part.href)
        )
    )
    return next(facts, stop)


def _next_fact(raw: str, start: int, stop: int, field: str) -> re.Match[str] | None:
    """Return what divides a value from another fact behind it, if there is one."""
    if len(raw[start:stop].split()) < 2:  # one word, as most codes and levels
        return None
    fact = _NEXT_FACT.search(raw, start, stop)
    if fact is None and field in _OF_NUMBERS:
        fact = _RUN_ON.search(raw, start, stop)
    if fact and field in SUCCESSION and fact[0].strip() == "-":
        # "Diplôme remplacé : CAP X - 500-22134 - arrêté du 3 mai 2010": of the other one
        is_order = raw[fact.end() : fact.end() + 3].lower() in {"arr", "déc"}
        fact = None if is_order and " - " in raw[start : fact.start()] else fact
    if (
        fact
        and field in SUCCESSION
        and fact[0].strip() in {"-", "–"}
        and ":" not in raw[fact.end() :]
    ):
        # "Successeur : CAP Y - 500-22134 - première session 2025": of the other one too
        is_its = _ITS_SESSION[field].match(raw, fact.end()) and raw.count(":", 0, start) < 2
        fact = None if is_its else fact
    if fact is None and (field in OF_ANY_WORDS or field in _OF_NUMBERS):
        fact = _NEXT_STATE.search(raw, start, stop)
    if fact is None and field in OF_ANY_WORDS:  # "Domaine : Commerce ; Sessions : depuis 2012"
        fact = _NEXT_FIELD.search(raw, start, stop)
    return fact


def _is_behind_value(raw: str, labels: list[tuple[int, int, Entry]], start: int) -> bool:
    """Return whether a whole value ends there: `1re session : 1996, dernière session : 2024`."""
    value = clean(raw[labels[-1][1] : start]).strip(_STRIP) if labels else ""
    return bool(value) and is_whole(labels[-1][2].field, value)


def _before_colons(plain: str, lexicon: Lexicon) -> Iterator[re.Match[str]]:
    """Yield the labels right before a colon in a text without accents or capitals."""
    before, colon = 0, plain.find(":")
    while colon >= 0:
        start = max(before, colon - 2 * _LONGEST_LABEL)
        # "Code diplôme (CFD) :", where "CFD" and "Code diplôme CFD" may be labels too
        patterns = map(lexicon.before_colon, _last_words(plain[start:colon]))
        found = [m for p in patterns if p and (m := p.search(plain, start, colon + 1))]
        if found:
            yield min(found, key=_begin_and_length) if len(found) > 1 else found[0]
        before, colon = colon + 1, plain.find(":", colon + 1)


def _begin_and_length(label: re.Match[str]) -> tuple[int, int]:
    return label.start(), -label.end(1)


def _last_words(text: str) -> list[str]:
    """Return the words in which a label at the end of a text may end.

    Its last one, the one before brackets, and the one before what says that it is the diploma's.
    """
    last = _LAST_WORDS.match(text[::-1])
    if last is None:
        return []
    words = [word[::-1] for word in last.groups() if word]
    if words[0] in OWN_WORDS:
        before = _LAST_WORDS.match(text[: ending_of(text)][::-1])
        words += [before[1][::-1]] if before else []
    return words


def _value(text: str, longest: int) -> str:
    """Strip a value of doubled colons, separators and, up to some length, the sentence's stop."""
    text = text.lstrip(_STRIP + ":=→.…").strip(_STRIP)
    ends = text.endswith(".") and text.count(".") == 1 and len(text) < longest
    return text[:-1] if ends else text


def _plain(block: Block, parts: tuple[Part, ...]) -> Piece:
    return Piece("text", block, None, "", clean(joined(parts)).strip(_STRIP), parts)


def _places(line: tuple[Part, ...]) -> list[int]:
    """Return where the text of each part of `line` begins in its joined text."""
    places: list[int] = []
    at = 0
    for part in line:
        at += 1 if part.after_break else 0
        places.append(at)
        at += len(part.text)
    return places


def _slice(line: tuple[Part, ...], places: list[int], start: int, stop: int) -> tuple[Part, ...]:
    """Return the parts of `line` between two places of its joined text; `places`: see `_places`.

    Only those parts are visited, since a line may be divided into as many slices as it has parts.
    """
    result: list[Part] = []
    for number in range(max(bisect_right(places, start) - 1, 0), len(line)):
        part, at = line[number], places[number]
        if at >= stop:
            break
        low, high = max(start - at, 0), min(stop - at, len(part.text))
        if low < high:
            is_below = part.after_break and bool(result)
            result.append(part._replace(text=part.text[low:high], after_break=is_below))
    return tuple(result)


def _element_pair(block: Block, line: tuple[Part, ...], lexicon: Lexicon) -> Piece | None:
    """Read `<b>Label</b> value` or `<span>Label</span><span>value</span>`, without a colon."""
    for count in range(1, min(len(line), 6)):
        before, after = line[:count], line[count:]
        label = clean(joined(before))
        entry = lexicon.lookup(label)
        if entry is None:
            continue
        value = clean(joined(after)).lstrip(":–—- ").rstrip(_STRIP)
        label_elements = {part.element for part in before if part.text.strip()}
        value_elements = {part.element for part in after if part.text.strip()}
        if label_elements & value_elements or not value:
            continue
        if entry.field == "title" and _GOES_ON.match(value) and label[-1] != ":":
            continue
        # "<b>Accès</b> au métier": a sentence goes on in small letters
        is_ended = label[-1] in ":.–-"  # "<b>A - Métiers :</b> vannier, rempailleur"
        sentence = entry.is_section and value[0].islower() and not (after[0].making or is_ended)
        # "<strong class=intitule>Métiers</strong> vannier, tourneur", whose class says what it is
        if entry.kind == "list" and not _GOES_ON.match(value):
            is_listed = value.count(",") > 1 and not is_sentence(value)
            sentence &= not (is_listed or "." in before[0].making)
        # "<a>Annexes</a> (format PDF)", "<a>Arrêté</a> du 3 mai 2004": the link is the document,
        # and so is "<a>Présentation du diplôme</a> (1,6 Mo)" where it leads to a file
        is_legal = entry.kind in {"links", "legal"}
        is_document = any(p.href and (is_legal or is_file(p.href)) for p in before)
        # "MÉTIERS DU FOOTBALL", each of whose words is an element
        is_alike = len(value_elements) > 1 and len({p.making for p in line if p.text.strip()}) == 1
        if sentence or is_document or is_alike or entry.is_beside or entry.kind == "heading":
            continue
        return Piece("pair", block, entry, label, value, after)
    return None


def _pair_behind(block: Block, line: tuple[Part, ...], text: str, lexicon: Lexicon) -> list[Piece]:
    """Read a value with its label in brackets behind it: `2018 (première session)`.

    Or behind a dash, where the label ends in brackets: `2018 – Début (première session)`.
    """
    if len(text) > LONGEST_LABELLED or block.has_link:
        return []
    for value, mark, label in (text[:-1].rpartition(" ("), text.partition(" – ")):
        entry = lexicon.lookup(label) if mark and len(value) <= _LONGEST_BEFORE else None
        if entry is None or entry.kind != "value" or entry.field in OF_ANY_WORDS:
            continue  # any words may name a commission
        if reads_as(entry.field, value):
            return [Piece("pair", block, entry, label, value, line)]
    return []


def _bare_pair(block: Block, line: tuple[Part, ...], text: str, lexicon: Lexicon) -> Piece | None:
    """Read a short line of label and value: `Niveau 3`, `Code diplôme 40025303`."""
    if len(text) > 70:
        return None
    text = text[_behind_bullet(text) :]
    plain = same_length(text)
    found = lexicon.value_at_start(without_plurals(plain))
    if found is None:
        return None
    entry, end = found
    value = text[end:].strip(_STRIP + ":).°")
    if entry.field == "level" and re.fullmatch(r"[1-8]|[IV]{1,3}", value):
        return Piece("pair", block, entry, text[:end], text, line)
    is_other = entry.field in SUCCESSION and not block.level and _DIPLOMA.match(plain)
    if is_other and (_FACT_END.search(value) or _NEXT_SENTENCE.search(value)):
        return None  # "Anciennement CAP X ; voir le nouveau CAP Y (500-22450)"
    if (is_other and len(codes_in(value)) == 1) or reads_as(entry.field, value):
        return Piece("pair", block, entry, text[:end], value, line)
    return None

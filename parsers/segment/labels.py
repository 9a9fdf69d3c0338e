"""Blocks to pieces: labels, label-value pairs, headings, paragraphs and list items.

A label is recognised by its words, not by the markup: as a whole block, as a whole line, as
the beginning of a line before a colon or before another element, several on one line.
The forms in which it may stand are tried in one order, and each depends on the ones before it.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from parsers.formats.boilerplate import is_boilerplate_line
from parsers.model.blocks import Block, Cell, Part, joined
from parsers.model.file_types import is_file
from parsers.segment.fact_runs import may_be_run
from parsers.segment.false_labels import is_behind, is_no_label, with_values_of_others
from parsers.segment.figures import labels_behind, runs_of, with_values_above
from parsers.segment.grid_rows import row_pieces, rows_as_items, rows_of_others
from parsers.segment.joint_labels import with_joint_labels_divided
from parsers.segment.labelled_lines import labels_of_line
from parsers.segment.line_division import divided_lines
from parsers.segment.line_marks import COLUMN, behind_bullet, has_leader, with_colon
from parsers.segment.order_columns import join_columns_of_orders
from parsers.segment.order_fields import join_fields_of_orders
from parsers.segment.other_diplomas import heads_neighbours, heads_others
from parsers.segment.own_labels import is_of_other_type, titled, with_own_labels
from parsers.segment.pieces import Piece, PieceKind, value_of
from parsers.segment.succession_tables import join_rows_of_others
from parsers.segment.tables import Grid, grids, heads_diploma, is_another, with_texts_named
from parsers.segment.title_words import is_sentence
from parsers.segment.value_ends import ORDER_LINE, is_effect, is_set_off_label
from parsers.segment.value_shapes import DIGITS, LONGEST_NOTHING, says_nothing
from schema.label_entry import Entry
from schema.lexicon import Lexicon
from schema.text import clean, fold, has_digit, same_length
from schema.title import begins_with_type, read_title
from schema.vocabulary import page_words

_MAY_LEAD_TYPE = {"nat", "exa", "cat", "nom", "le ", "nou", "anc", "abr", "dip", "spé"}
_LEADS_TYPE = re.compile(
    r"(?:nature|examen|cat[ée]gorie|(?P<title>nom|le dipl[oô]me)"
    r"|(?P<other>(?:nouvelle|ancienne) version|abrog[ée]e? et remplac[ée]e? par(?: le)?"
    r"|dipl[oô]me rénové|spécialité rénovée))\b\s*:?",
    re.IGNORECASE,
)
# "4. Entrée en formation : La formation est ouverte aux titulaires …"
_LEADS_ACCESS = re.compile(
    r"\W{0,3}(?:[\w.]{1,6}\W{1,4})?entr[ée]e en formation ?(?:$|:)", re.IGNORECASE
)
# "Objet : le titulaire conduit …", but "Objet : rénovation du CAP" of a circular
_LEADS_DESCRIPTION = re.compile(r"(?:objet|en r[ée]sum[ée]|en bref) ?(?:$|:)", re.IGNORECASE)
_OF_RULES = re.compile(
    r"\b(?:arretes?|decrets?|circulaires?|notes? de service|re(?:novation|forme)|modification"
    r"|abrogation|mise en oeuvre|presente?s?|stages?|epreuves?|examens?|sessions?|inscriptions?"
    r"|candidats?|reunions?)\b"
)
# "Formation : en 2 ans", "Ouverture : session 2016"
_MAY_LEAD_FACT = {"for", "ouv", "déb", "fer", "fin", "app", "en ", "dél"}
_LEADS_FACT = re.compile(
    r"\W{0,3}(?:(?P<term>formation)|ouverture|d[ée]but|fermeture|fin"
    r"|applicable (?:depuis|[àa] (?:compter|partir) de)"
    r"|(?:en vigueur|d[ée]livr[ée]e?) depuis)\s?(?::|$)",
    re.IGNORECASE,
)
_TERM = re.compile(r"(?:en )?(?:[1-5]|une?|deux|trois|quatre|cinq) ans?\b(?= ?(?:$|[^\w ]))")
_SESSION = re.compile(
    r"(?:en |a (?:partir|compter) de )?(?:la )?session ?(?:de |: ?)?(?:19|20)\d\d\b"
)
_OF_ACCESS = page_words("words of access")
_DATE_OF_ENTRY = re.compile(r"\brentree\b|\b(?:19|20)\d\d\b")
_WORDS_OF_TEXT = 4
_HEAD = 40  # holds a label of many things, behind its number
# behind other facts of its line: "Dernière session : 2024 · Diplôme rénové : CAP Y (500-22134)"
_RENEWED = re.compile(r"\b(?:Diplôme rénové|Spécialité rénovée)\s?:\s?")
_OF_NO_FIELD = page_words("section of no field")
_LETTER = re.compile(r"\w")
# whom a page's last line leads to: "Webmestre", "Nous écrire"
_MAILBOX = re.compile(
    r"\W{0,3}(?:l[ae] |l')?(?:webmestre|webmaster|administrateur|contact|redaction|courriel|e-?mail"
    r"|nous (?:ecrire|contacter)|(?:ecrivez|contactez)[ -]nous)(?: du site)?\W{0,3}"
)
_RULE = re.compile(r"[\s*_=~#|•·–—-]+")  # "* * *" between parts of a page
_DASHES = {"-", "–", "—"}
_BLANK = re.compile(r"(?:[^:]{2,60}:\s?)?.")  # "Abrogation : –": the label has no value
# A line below a label and its value, or files: "Arrêté du …", "Diplôme créé par arrêté du …".
_FACT_LINE = re.compile(
    r"(?:arr?ete|decret)s? (?:du|des|n|de creation|modificatif)\b"
    r"|(?:(?:ce|cette|le|la) (?:diplome|specialite|mention|certificat|brevet)|diplome)\b"
    r"(?:.{0,40}\b)?(?:cree|modifie|abroge|supprime|remplace)"
    r"|(?:cree|modifie|abroge|supprime|remplace)e? (?:par|l[ea]s?)\b|remplace l[ea] "
    r"|textes?$"
)
# "Diplôme : en vigueur", "Spécialité : abrogée depuis 2019"
_STATE = re.compile(
    r"\W*(?:(?:le |la |ce |cette )?(?:diplome|specialite|mention|certification|referentiel|texte"
    r"|version) )?(?:est )?(?:(?:toujours|actuellement|encore|desormais) )?"
    r"(?:en vigueur|abrogee?|supprimee?)\b"
)


def split_blocks(blocks: tuple[Block, ...], lexicon: Lexicon) -> tuple[list[Piece], list[Grid]]:
    """Return the pieces of all blocks, in order, and the tables that hold a diploma in each row.

    Links to places on the same page are left out.
    """
    blocks = join_columns_of_orders(join_fields_of_orders(blocks))
    blocks = with_texts_named(join_rows_of_others(blocks, lexicon), lexicon)
    if own := titled(blocks):
        blocks = with_own_labels(blocks, own, lexicon)
    single, several = _grids_by_first_block(blocks, lexicon)
    inside = {
        block.number for grid in (*single.values(), *several.values()) for block in grid.blocks
    }
    behind, columns = labels_behind(blocks, lexicon), _columns_of_diplomas(blocks)
    pieces: list[Piece] = []
    # below a label of running text, or a heading that is neither label nor title: sentences there
    # state no facts of the diploma
    in_text = False
    for block, below in itertools.zip_longest(blocks, blocks[1:]):
        words = lexicon.by_values if _is_label_by_value(block, below) else lexicon
        added: list[Piece] = []
        if block.number in single:
            added = row_pieces(single[block.number], 0, in_text)
        elif block.number in several and pieces and heads_others(pieces[-1]):
            added = rows_of_others(pieces.pop(), several.pop(block.number))
        elif block.number in several and pieces and heads_neighbours(pieces[-1]):
            added = rows_as_items(several.pop(block.number))
        elif block.number in behind and block.number not in inside:
            added = [behind[block.number]]
        elif block.number in columns and block.number not in inside:
            added = [Piece("text", block, None, "", clean(block.text), block.parts)]
        elif block.number not in inside:
            added = [*_block_pieces(block, words, in_text)]
        if added and is_no_label(added[0], pieces[-1] if pieces else None, below):
            added = [Piece("text", block, None, "", clean(block.text), block.parts)]
        if len(added) > 1:
            added = with_values_of_others(added)
        elif added and added[0].entry and own and is_of_other_type(added[0], own.title):
            kind: PieceKind = "heading" if block.level else "text"
            added = [Piece(kind, block, None, "", clean(block.text), block.parts)]
        for piece in added:
            if piece.entry is not None:
                in_text = piece.entry.kind in {"text", "list"}
            elif piece.kind == "heading":
                in_text = piece.block.level > 1 and not read_title(piece.text).types
        pieces += added
    pieces = with_joint_labels_divided(with_values_above(pieces), lexicon)
    return _with_effects_below(_with_states(pieces)), [*several.values()]


def _with_states(pieces: list[Piece]) -> list[Piece]:
    """Return pieces in which the label of a title with a state as its value is that of a status.

    *Diplôme : en vigueur*, in one line or in two cells.
    """
    labels = [n for n, p in enumerate(pieces) if p.entry and p.entry.field == "title"]
    for number in labels:
        value = value_of(pieces, number)
        if value and _STATE.match(same_length(value.text)):
            label = pieces[number].label
            pieces[number] = pieces[number]._replace(entry=Entry("status", "value", label))
    return pieces


def _grids_by_first_block(
    blocks: tuple[Block, ...], lexicon: Lexicon
) -> tuple[dict[int, Grid], dict[int, Grid]]:
    """Return the tables of one row, and those of a diploma in each row, by their first blocks."""
    single: dict[int, Grid] = {}
    several: dict[int, Grid] = {}
    for grid in grids(blocks, lexicon):
        if len(grid.rows) == 1:
            single[grid.blocks[0].number] = grid
        elif grid.is_of_several:
            several[grid.blocks[0].number] = grid
    return single, several


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
        and is_effect(piece.label)
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
    if not all(ORDER_LINE.match(same_length(order.text)) for order, _ in pairs):
        return False
    if all(order.block.cell and is_behind(order.block, label.block) for order, label in pairs):
        return True
    after = pieces[run[-1] + 1] if run[-1] + 1 < len(pieces) else None
    is_followed = after is not None and after.kind in {"text", "item"}
    return not is_followed and all(
        order.entry is None
        and (order.block.level, order.block.kind) == (label.block.level, label.block.kind)
        and order.block.strong == label.block.strong
        for order, label in pairs
    )


def _is_label_by_value(block: Block, below: Block | None) -> bool:
    """Return whether a block begins with a label of many things, right before a value of its field.

    `below`: the block behind it.
    """
    renewed = _RENEWED.search(block.text) if "énové" in block.text else None
    if renewed and renewed.end() < len(block.text):
        return is_another(block.text[renewed.end() :])
    head = block.text[:_HEAD].lower()
    if head[:3] in _MAY_LEAD_TYPE:
        return _leads_type(block, below)
    if head[:3] in _MAY_LEAD_FACT:
        return _leads_fact(block, below)
    if head[:5] == "objet" or head[:9] == "en résumé" or head[:7] == "en bref":
        return _leads_description(block, below)
    return "en formation" in head and _leads_access(block, below)


def _value_behind(label: re.Match[str], block: Block, below: Block | None) -> str:
    """Return what stands behind a label in its block, or else below it, but for a heading."""
    is_beside = below is not None and not below.level
    return block.text[label.end() :].strip() or (below.text if below and is_beside else "")


def _leads_fact(block: Block, below: Block | None) -> bool:
    """Return whether *Formation* stands before a duration, or *Ouverture* before a session."""
    label = _LEADS_FACT.match(block.text)
    if label is None:
        return False
    value = _value_behind(label, block, below)
    return bool((_TERM if label["term"] else _SESSION).match(same_length(value)))


def _leads_description(block: Block, below: Block | None) -> bool:
    """Return whether *Objet*, *En bref* or *En résumé* leads sentences, and none on an order."""
    label = _LEADS_DESCRIPTION.match(block.text)
    if label is None:
        return False
    value = _value_behind(label, block, below)
    is_text = value[-1:] == "." and value.count(" ") >= 2 * _WORDS_OF_TEXT
    return is_text and not (has_digit(value) or _OF_RULES.search(same_length(value)))


def _leads_access(block: Block, below: Block | None) -> bool:
    """Return whether *Entrée en formation* stands before sentences on access, or their list.

    And not before the day on which the training begins.
    """
    label = _LEADS_ACCESS.match(block.text)
    if label is None:
        return False
    value = _value_behind(label, block, below)
    first = same_length(value.partition(". ")[0])
    if _DATE_OF_ENTRY.search(first):
        return False
    is_text = value[-1:] in {".", ":", "…"} and first.count(" ") >= _WORDS_OF_TEXT - 1
    return is_text or bool(_OF_ACCESS.search(first))


def _leads_type(block: Block, below: Block | None) -> bool:
    """Return whether a block begins with a label of many things, right before a type's words.

    Or before the code of another diploma.
    """
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


def _block_pieces(block: Block, lexicon: Lexicon, in_text: bool) -> Iterator[Piece]:
    """Yield the pieces of a block: line by line its labels and values, the rest as paragraphs.

    `in_text`: it stands below a label of running text.
    """
    # but "NOR : …", "RLR : …", "A. du …" on lines of their own, as the Bulletin heads an order
    if block.kind in {"heading", "term"} and (block.text[:3] != "NOR" or len(block.lines) == 1):
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
    if ":" in block.text or may_be_run(block.text):
        lines, are_fields = divided_lines(block, lexicon, in_text)
    is_one = len(lines) == 1
    for line in lines:
        text = block.text if is_one else clean(joined(line))
        is_blank = text[-1:] in _DASHES and _BLANK.fullmatch(text) and not has_digit(text)
        is_short = is_one and not text[LONGEST_NOTHING:] and text[-1:] not in DIGITS
        is_nothing = is_short and says_nothing(text)
        is_blank = is_blank or is_nothing
        is_rule = not text[:1].isalnum() and not is_blank and (not text or _RULE.fullmatch(text))
        if is_rule or _is_jump(block, line):
            continue
        if is_boilerplate_line(text) and not (
            any(is_file(part.href) or is_set_off_label(part) for part in line[1:])
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
        pieces = (
            [] if block.text_only else list(labels_of_line(block, line, text, lexicon, in_text))
        )
        is_open = not pieces and not block.text_only
        if is_open and (COLUMN in line[0].text or has_leader(text)):
            # whatever letter it begins with, no sentence goes on in such a line
            dotted = tuple(
                part._replace(text=with_colon(part.text), after_break=False) for part in line
            )
            pieces = list(labels_of_line(block, dotted, clean(joined(dotted)), lexicon, in_text))
        if is_blank:
            is_rest = not is_nothing or not text
            if not pieces and is_rest and (len(text) > 1 or (block.cell and not block.cell.column)):
                continue
            pieces.append(Piece("text", block, None, "", "", ()))
        is_text = not pieces and not behind_bullet(text)
        is_apart = is_text and not in_text and len(lines) > 1
        # "[Il remplace le CAP X (500-23438)]", above "[code 500-23439]"
        is_apart = is_apart and (is_effect(text) or text[0] + text[-1] == "[]")
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


def _with_effect_apart(line: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return a line with a colon behind what orders do: `<b>Modification.</b> Arrêté du …`.

    What it begins with is set off.
    """
    first, words = line[0], line[0].text.rstrip()
    if words[-1:] == "." and len(line) > 1 and is_effect(words[:-1]):
        return (first._replace(text=f"{words[:-1]} : "), *line[1:])
    return line


def _paragraph(block: Block, parts: list[Part], is_item: bool) -> Piece:
    """Return lines that are neither label nor value as a paragraph, or as an item of a list."""
    text = clean(joined(parts))
    if end := behind_bullet(text):
        text, is_item = text[end:], True
    return Piece("item" if is_item else "text", block, None, "", text, tuple(parts))


def _heading(block: Block, lexicon: Lexicon) -> Iterator[Piece]:
    """Yield the pieces of a heading or a term: a label, labels with values, or a heading."""
    texts = [block.text]
    if block.has_link:
        # "Référentiel [PDF]" is a label; "Créé par l'arrêté du 3 mai 2004", linked, says more
        linked = joined([part for part in block.parts if part.href])
        unlinked = [part for part in block.parts if not part.href or has_digit(linked)]
        texts.append(clean(joined(unlinked)))
    for text in texts:
        if entry := lexicon.lookup(text):
            yield Piece("label", block, entry, block.text, "", ())
            return
    if len(block.lines) > 1 and (entry := lexicon.lookup(first := clean(joined(block.lines[0])))):
        if entry.field == "title":  # "Spécialité<br>Technicien en appareillage"
            value = tuple(part for line in block.lines[1:] for part in line)
            yield Piece("pair", block, entry, first, clean(joined(value)), value)
        else:
            yield Piece("label", block, entry, block.text, "", ())
        return
    pieces = list(labels_of_line(block, block.parts, block.text, lexicon, False))
    if pieces:
        yield from pieces
    elif block.level > 1 and not block.has_link and (entry := lexicon.heading(block.text)):
        yield Piece("label", block, entry, block.text, "", ())
    elif block.level or not _is_jump(block, block.parts):
        yield Piece("heading", block, None, block.text, block.text, block.parts)


def _is_jump(block: Block, line: tuple[Part, ...]) -> bool:
    """Return whether a line is only links to places on the same page, scripts or a mailbox."""
    if not block.has_link:  # most blocks
        return False
    # the bars between them lead nowhere
    targets = [part.href or "" for part in line if part.href or _LETTER.search(part.text)]
    if targets and targets[0].startswith("mailto:"):
        return bool(_MAILBOX.fullmatch(same_length(clean(joined(line)))))
    return bool(targets) and all(href.startswith(("#", "javascript:")) for href in targets)

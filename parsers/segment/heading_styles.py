"""Learn the style of a page's headings from its known labels of sections."""

import itertools
import re
from collections.abc import Sequence

from parsers.model.blocks import Block
from parsers.segment.pieces import Piece
from schema.label_entry import Entry
from schema.referential import TEXT_FIELDS
from schema.text import clean, fold
from schema.vocabulary import page_words

_LONGEST_HEADING = 90
_LONGEST_LABEL = 60
_SECTIONS = 3  # of a page that are made alike, at least
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_OF_NO_FIELD = page_words("section of no field")
RUN_IN, UPPER, SET_OFF = "(run in)", "(upper case)", "(set off)"


def lead(piece: Piece) -> str:
    """Return the set-off words that a paragraph begins with, when the rest is not set off."""
    parts = [part for part in piece.parts if part.text.strip()]
    if len(parts) < 2 or not parts[0].strong or all(part.strong for part in parts):
        return ""
    return parts[0].text.strip()


def begins_like(piece: Piece, heading: Piece) -> bool:
    """Return whether a paragraph begins with words that are set off as a heading's are.

    `<p><b>Accès.</b> …`, `<p><u>Accès</u> :`, `<p><b>Accès</b><br>…`: with a mark or break behind
    them, and in an element made alike. Or is as a whole, with a stop behind both.
    """
    block, head = piece.block, heading.block
    if _is_pair_like(block, heading):
        return True
    label = head.parts[0]
    is_ended = label.strong and label.text.rstrip()[-1:] == "."
    is_short = len(block.text) <= _LONGEST_HEADING
    if label.making and len(head.parts) > 1 and head.parts[1].making != label.making:
        is_alike = all(part.making == label.making for part in block.parts if part.text.strip())
        ends = {"."} if is_ended else {*".;,"}
        if is_alike and is_short and (block.text[-1:] in ends) is is_ended:
            return True
    if block.strong and is_ended and block.making == head.making:
        return block.text[-1:] == "." and is_short
    words = lead(piece) if block.making == head.making and not head.level else ""
    if not words or len(words) > _LONGEST_HEADING or piece.parts[:1] != block.parts[:1]:
        return False
    first, of_heading = next(p for p in piece.parts if p.text.strip()), head.parts[0]
    if not (of_heading.strong and first.making == of_heading.making) or words[-1] in ",;":
        return False
    rest = next(p for p in piece.parts if p.text.strip() and not p.strong)
    return words[-1] in ":.?!" or rest.text.lstrip()[:1] in ":." or rest.after_break


def _is_pair_like(block: Block, heading: Piece) -> bool:
    """Return whether a block holds a label and a value in two elements made as those of a heading.

    `<label>Métiers</label> <output>…</output>` and below it `<label>Inspection</label> …`.
    """
    if heading.kind != "pair" or block.making != heading.block.making or len(block.lines) > 1:
        return False
    own, of_head = (
        [part for part in each.parts if part.text.strip()][:2] for each in (block, heading.block)
    )
    makings = [part.making for part in own]
    is_divided = len(makings) == 2 and all(makings) and makings[0] != makings[1]
    is_short = len(own[0].text) <= _LONGEST_HEADING
    return is_divided and is_short and makings == [part.making for part in of_head]


def is_marked_like(piece: Piece, heading: Piece) -> bool:
    """Return whether a line is set off behind the same mark as a heading: `<b>▶ Accès</b>`."""
    block, head = piece.block, heading.block
    are_alike = block.strong and head.strong and block.making == head.making
    is_marked = are_alike and not head.text[:1].isalnum() and block.text[:1] == head.text[:1]
    is_short = len(block.text) <= _LONGEST_HEADING
    return is_marked and is_short and piece.text[:1].isupper()


def is_item_beside(piece: Piece, heading: Piece) -> bool:
    """Return whether an item stands in the same list as the one that a section's heading begins.

    And begins with words that are set off as that heading is, or is set off as a whole:
    `<ul><li><b>Accès</b> …</li><li><b>Contact</b> …</li></ul>`.
    """
    block, head = piece.block, heading.block
    if piece.kind != "item" or head.kind != "item" or piece.parts[:1] != block.parts[:1]:
        return False
    if block is head or block.containers[1:] != head.containers[1:]:
        return False
    if heading.entry is None or not heading.entry.is_section:
        return False
    first, of_heading = (
        next((p for p in each.parts if p.text.strip()), None) for each in (block, head)
    )
    if first is None or of_heading is None or not (first.strong and of_heading.strong):
        return False
    text = first.text.rstrip()
    is_alike = text[-1:] == of_heading.text.rstrip()[-1:]  # "<b>Accès.</b> …"
    if len(text) > _LONGEST_HEADING or text.endswith((",", ";")):
        return False
    if text.endswith(".") and not is_alike:
        return False
    return first.making == of_heading.making


def is_one_of_sections(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Return whether a line heads one of several sections of a page: further ones are made so.

    Set off, or with set-off words at its beginning. One is enough that is the label of a text, or
    two of which one is that of orders and the other that of files.
    """
    words = lead(piece)
    heads_panel = piece.block.making.startswith(("button", "summary"))
    if not (piece.block.level or piece.block.strong or words or heads_panel):
        return False
    making, is_led = (_style(piece), piece.block.level, piece.block.strong), bool(words)
    alike = (
        other
        for other in pieces
        if (_style(other), other.block.level, other.block.strong) == making
        and bool(lead(other)) == is_led
        and not other.block.has_link
    )
    further: dict[int, Entry | None] = {}
    for other in alike:
        further[other.block.number] = other.entry
        if len(further) > _SECTIONS:  # enough in any case: a page may have thousands
            return True
    others = (entry for number, entry in further.items() if number != piece.block.number)
    kinds = {entry.kind for entry in others if entry}
    are_ours = not kinds.isdisjoint({"text", "list"}) or kinds >= {"legal", "links"}
    return len(further) > 1 and are_ours and not is_led


def _style(piece: Piece) -> str:
    """Return how a line is made: by the class of its set-off words alone, if these have one.

    Around them each field may have a class of its own: `<div class="field-7"><b class="label">`.
    """
    style = piece.style
    inner = style.rpartition(">")[2]
    return inner if "." in inner else style


def is_among_facts(piece: Piece, above: Sequence[Piece], behind: Piece | None) -> bool:
    """Return whether a line is a label of no field with its value, beside known ones made alike.

    `Stage : 8 semaines` below `Code : …`. The value begins with a digit or a small letter: names
    of what a page is about begin with a capital. One that ends in a number may be the first.
    """
    words = lead(piece)
    label, colon, value = piece.text.partition(":")
    if words and piece.text.startswith(words) and not colon:
        label, value = words, piece.text[len(words) :]
    value = value.strip(" :")
    if not (0 < len(label) < _LONGEST_LABEL and 0 < len(value) < _LONGEST_HEADING):
        return False
    if not (value[0].isdigit() or value[0].islower()):
        return False
    beside = above if value[0].islower() or behind is None else (*above, behind)
    return any(
        other.entry is not None
        and other.kind in {"pair", "label"}
        and not other.entry.is_section
        and other.block.frame == piece.block.frame
        for other in beside
    )


def stands_alone(piece: Piece, heading: Piece) -> bool:
    """Return whether a set-off line is made as a heading is that has its text in its paragraph.

    `<p><b>Métiers</b></p>` above a list, where other sections are `<p><b>Accès</b><br>…</p>`.
    """
    return piece.block.strong and not piece.block.level and piece.style == _alone(heading)


def _alone(heading: Piece) -> str:
    """Return the style that a set-off heading would have without the text in its paragraph."""
    block = heading.block
    if block.level or block.strong or not (block.parts and block.parts[0].strong):
        return ""
    return f"{block.making}>{block.parts[0].making}"


def _is_apart(piece: Piece, words: str) -> bool:
    """Return whether a mark stands behind set-off words at the beginning of a paragraph."""
    behind = clean(piece.text).removeprefix(clean(words)).lstrip()
    return words[-1] in ":.?" or behind[:1] == ":"


def is_of_no_field(heading: str) -> bool:
    """Return whether a heading is what sections are called whose text is in no field."""
    return len(heading) <= _LONGEST_HEADING and bool(
        _OF_NO_FIELD.fullmatch(fold(heading).lstrip("0123456789 "))  # "6. Évaluation"
    )


def is_upper(text: str) -> bool:
    """Return whether a text is in capitals, of four letters at least."""
    return text.isupper() and sum(c.isalpha() for c in text) > 3


def extra_styles(pieces: list[Piece]) -> set[str]:
    """Return the styles of headings that the markup of blocks does not show.

    Two sections or more begin with set-off words in their own paragraph, or have their names in
    capitals, as most other texts have not.
    """
    sections = _outer([p for p in pieces if p.entry and p.entry.is_section])
    labels = [p for p in sections if p.kind == "label"]
    run_in = [p.block.making for p in sections if p.kind == "pair" and p.block.parts[0].strong]
    upper = [
        p for p in labels
        if p.entry and p.entry.field and not p.block.level and is_upper(p.label)
    ]  # fmt: skip
    styles = {f"{making} {RUN_IN}" for making in run_in if run_in.count(making) > 1}
    styles |= {f"{making} {SET_OFF}" for making in _set_off(pieces)}
    # such words alone in their paragraph, above a list
    styles |= {
        f"{p.block.making}>{p.block.parts[0].making} {SET_OFF}"
        for p in pieces
        if p.kind == "pair" and f"{p.block.making} {RUN_IN}" in styles and p.block.parts[0].strong
    }
    above_text = list(map(_alone, labels))
    styles |= {f"{each} {SET_OFF}" for each in above_text if each and above_text.count(each) > 1}
    if len(upper) < 2:
        return styles
    texts = [is_upper(p.text) for p in pieces if p.kind != "label" and not p.block.level]
    return styles if sum(texts) * 2 > len(texts) else {*styles, UPPER}


def _set_off(pieces: list[Piece]) -> set[str]:
    """Return the makings of blocks whose text is set off where it is a label, else not or short.

    `<p><b><span>Accès</span></b></p><p><span>…</span></p>`, as word processors write it.
    """
    strong = [p for p in pieces if p.block.strong and not p.block.level]
    labels = [p for p in pieces if p.kind == "label" and p.entry and p.entry.is_section]
    # "Formations proches" may be a part of a text
    labels = _of_sections(_outer(labels))
    labels = [p for p in labels if not (p.entry and p.entry.is_beside)]
    styles = {p.style for p in labels if p.block.strong and not p.block.level}
    return styles - {p.style for p in strong if p.kind != "label" and len(p.text) > 120}


def label_styles(pieces: list[Piece]) -> set[str]:
    """Return the makings that labels of sections have here, where only short texts are made so.

    Where all such labels are set off, so is what else is made like them and heads a section. A
    label below that of its own section leads on to a list: `<h3>Débouchés</h3><p>Métiers :</p>`.
    """
    labels = [
        piece
        for above, piece in itertools.pairwise([None, *pieces])
        if piece and piece.kind == "label" and not (above and _leads_on(piece, above))
    ]
    labels = _of_sections(_outer(labels))
    styles = {p.style for p in labels if p.entry and not p.entry.is_beside}
    styles -= {p.style for p in pieces if len(p.text) > 120 and p.kind in {"text", "item"}}
    plain = styles & {p.style for p in labels if not p.block.strong}
    # A style that values share too means nothing unless it sets the text off.
    styles -= plain & _ambiguous(pieces) if plain else set()
    return {style if style in plain else f"{style} {SET_OFF}" for style in styles}


def _outer(labels: list[Piece]) -> list[Piece]:
    """Return labels without lines that are set off where headings name the same field.

    `<p><i>Accès</i></p>` in a text, on a page with `<h2>Accès</h2>`.
    """
    style = dominant_style(labels)
    headed = {p.entry.field for p in labels if p.entry and p.block.level and p.style == style}
    return [
        p for p in labels
        if p.block.level or not (p.entry and p.entry.kind == "text" and p.entry.field in headed)
    ]  # fmt: skip


def _of_sections(labels: list[Piece]) -> list[Piece]:
    """Return labels without those of parts of a text."""
    sections: list[Piece] = []
    for piece in labels:
        last = sections[-1].entry if sections else None
        is_further = last and piece.entry and last.field == piece.entry.field in TEXT_FIELDS
        # "Principales activités", a line made otherwise, below "Description"
        if not is_further or piece.style == sections[-1].style:
            sections.append(piece)
    return sections


def _leads_on(piece: Piece, above: Piece) -> bool:
    """Return whether a plain label with a colon repeats the heading right above it.

    Or leads its text, as *En bref :* does.
    """
    if above.kind != "label" or not (above.entry and piece.entry) or piece.block is above.block:
        return False
    is_plain = not (piece.block.level or piece.block.strong) and piece.style != above.style
    is_same = above.entry.field == piece.entry.field != ""
    is_same |= above.entry.kind == "text" and piece.entry.kind == "heading"
    return is_plain and is_same and piece.block.text.endswith(":")


def _ambiguous(pieces: list[Piece]) -> set[str]:
    """Return makings that stand right after a label of the same making: label and value alike."""
    return {
        after.style
        for before, after in itertools.pairwise(pieces)
        if before.kind == "label" and after.kind in {"text", "item"}
        if before.style == after.style
    }


def below_names(pieces: list[Piece]) -> set[int]:
    """Return the numbers of the cells below the names of columns: none is a heading.

    The names hold a label, stand in the first row of a table, which has no link, and no label
    stands in another row.
    """
    cells = [(p.block.cell, p) for p in pieces if p.block.cell]
    labels = [cell for cell, piece in cells if piece.entry and piece.kind != "text"]
    named = {cell.table for cell in labels if not cell.row}
    if not named:
        return set()
    named -= {cell.table for cell in labels if cell.row}
    named -= {cell.table for cell, p in cells if not cell.row and p.block.has_link}
    return {p.block.number for cell, p in cells if cell.row and cell.table in named}


def dominant_style(pieces: list[Piece]) -> str | None:
    """Return the making that most different section labels have."""
    by_style: dict[str, set[str]] = {}
    for piece in pieces:
        if piece.kind == "label" and piece.entry and piece.entry.is_section and piece.entry.field:
            by_style.setdefault(piece.style, set()).add(piece.entry.field)
    most = max(map(len, by_style.values()), default=0)
    return next((s for s, fields in by_style.items() if len(fields) == most > 1), None)


def _begins_sentence(piece: Piece, words: str) -> bool:
    """Return whether a sentence goes on behind the words that are set off in its beginning."""
    rest = next(part for part in piece.parts if part.text.strip() and not part.strong)
    goes_on = rest.text.lstrip()[:1].islower() and not rest.after_break
    return goes_on and words[-1].isalnum()


def acts_as_heading(piece: Piece, styles: set[str], has_label: bool, in_list: bool) -> bool:
    """Return whether a paragraph that no lexicon knows is made like the page's headings.

    `has_label`: a label of a value stands before it. `in_list`: it follows a list.
    """
    if piece.kind == "text" and (words := lead(piece)):
        if f"{piece.block.making} {RUN_IN}" in styles and not _begins_sentence(piece, words):
            return True
        # "<b>Stages :</b> Douze semaines", whatever other headings are made like
        if is_of_no_field(words.rstrip(" :.")) and _is_apart(piece, words):
            return True
    if piece.kind != "text" or len(piece.text) > _LONGEST_HEADING:
        return False
    # "<b>Évaluation.</b>" alone, beside "<b>Accès.</b> …"
    is_ended = piece.block.strong and piece.text[-1:] == "." and is_of_no_field(piece.text)
    if piece.text[-1:] in ".;," and not is_ended:
        return False
    if piece.text.startswith("(") and piece.text.endswith(")"):
        return False  # "(création)", below its order
    if _DATED.search(piece.text):
        return False  # an order, a session
    is_value = has_label and piece.text[:1].isdigit()  # "3 (ANCIEN NIVEAU V)"
    if UPPER in styles and is_upper(piece.text) and not is_value:
        return True
    is_made_so = piece.style in styles and not piece.style.startswith("dd")  # which a term heads
    is_made_so |= piece.block.strong and f"{piece.style} {SET_OFF}" in styles
    if has_label or not is_made_so or piece.block.kind != "paragraph":
        return False
    return piece.block.strong or not in_list

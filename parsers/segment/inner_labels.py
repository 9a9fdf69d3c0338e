"""Tell whether a label or heading inside a section is part of its text, value or table."""

import re
from collections.abc import Set

from parsers.model.file_types import is_file
from parsers.segment import heading_styles
from parsers.segment.passages import Section
from parsers.segment.pieces import Piece, is_outside
from schema.level import DiplomaLevel
from schema.text import clean, fold, has_digit
from schema.title import begins_with_type

_OF_TRAINING = re.compile(r"(?:autres |les )?formations? (?!continue\b|initiale\b)")
# "Ce diplôme prépare aux métiers suivants :", which a text may say
_BEGINS_SENTENCE = re.compile(r"(?:Ce |Cette |Les? titulaires? )")
_WORDS_OF_TEXT = 5  # of a sentence that is made as a heading, less one


def is_caption(piece: Piece, current: Section) -> bool:
    """Return whether a `figcaption` belongs to a picture, and not to the text around it."""
    in_text = current.entry.kind in {"text", "list"}
    return in_text and piece.entry is None and not piece.block.has_link


def is_labelled_sentence(piece: Piece, current: Section) -> bool:
    """Return whether a labelled sentence (`Niveau : il faut savoir …`) is text, not a value.

    So is an item of the text's list, in which words are set off: `<b>un bac de niveau</b> 4`.
    """
    if piece.kind != "pair" or piece.entry is None or current.entry.kind != "text":
        return False
    if piece.entry.kind == "further":  # "Pour en savoir plus : BP Fleuriste, sur le site."
        if not begins_with_type(piece.text):
            return False
        is_plain = not (piece.block.parts[0].strong or any(is_file(p.href) for p in piece.parts))
        return bool(current.content) and is_plain and piece.block.text.endswith(".")
    if piece.entry.kind == "heading":  # "À savoir : une partie des entreprises recrute."
        is_sentence = piece.text[-1:] == "." and piece.text.count(" ") >= _WORDS_OF_TEXT
        return bool(current.content) and is_sentence
    if piece.entry.field == "trades":
        return bool(current.content and _BEGINS_SENTENCE.match(piece.label))
    if piece.entry.field != "level":
        return False
    last = current.content[-1].block if current.content else piece.block
    # "Le diplôme", and below it "Niveau : 4" among its facts
    is_fact = current.entry.field == "description" and not current.content
    is_fact = is_fact and piece.block.text.startswith((f"{piece.label} :", f"{piece.label}:"))
    is_below = last.kind == piece.block.kind == "item" and last is not current.heading.block
    is_below = is_below and not is_fact
    if is_below and last.containers[1:2] == piece.block.containers[1:2]:
        return True
    level = DiplomaLevel.parse(piece.text).value
    return level is None or level.level is None


def items_in_lists(pieces: list[Piece]) -> set[int]:
    """Return the numbers of the blocks that a list names among others, and that are no labels.

    *réglementation* between *technologie* and *gestion*: the only label of its list, plain as the
    other items are, none of which has a link or a number. Not in large letters above small ones or
    at the beginning, where it may head the others: *Métiers*, *vannier*.
    """
    labels = [
        piece
        for piece in pieces
        if piece.kind == "label" and piece.block.kind == "item" and piece.label == piece.block.text
    ]
    if not labels:
        return set()
    lists: dict[tuple[int, ...], list[Piece]] = {}
    for piece in pieces:
        if piece.block.kind == "item":
            lists.setdefault(piece.block.containers[1:2], []).append(piece)
    named = set()
    for label in labels:
        items = lists[label.block.containers[1:2]]
        plain = [item for item in items if item.kind == "item" and not item.block.strong]
        is_alone = len(plain) == len(items) - 1 > 1 and not label.block.strong
        if label.label[:1].isupper() and label.label[-1:] not in {";", ",", "."}:
            is_alone &= items[0] is not label and all(i.text[:1].isupper() for i in plain)
        if is_alone and not any(i.block.has_link or has_digit(i.block.text) for i in items):
            named.add(label.block.number)
    return named


def leads_on(piece: Piece, current: Section, to_list: bool) -> bool:
    """Return whether a plain line of a text leads to its list: `Autres diplômes possibles :`.

    The text's own label is set off, a heading or made otherwise, and the line says no other field.
    So does `En bref :` where the text begins, and a line set off within the text of its field,
    where a list follows (`to_list`).
    """
    if piece.kind != "label" or piece.entry is None or current.entry.kind != "text":
        return False
    heading = current.heading
    is_line = piece.block.kind == "paragraph" or piece.block is heading.block
    is_plain = is_line and (not _is_set_off(piece) or (to_list and _is_within(piece, current)))
    is_other = _is_set_off(heading) or piece.style != heading.style
    is_other |= piece.block.place == heading.block.place and _making(piece) != _making(heading)
    if not (is_plain and piece.label.rstrip().endswith(":") and is_other):
        return False
    if fold(piece.label) == fold(current.heading.label) or not current.takes(piece):
        return False
    begins = piece.entry.kind == "heading" and not current.content
    begins |= bool(current.content and _BEGINS_SENTENCE.match(piece.label))
    return begins or piece.entry.is_beside or piece.entry.field == current.entry.field


def _is_within(piece: Piece, current: Section) -> bool:
    """Return whether a label stands in a text of its own field, and is not made as its heading."""
    is_own = piece.entry is not None and piece.entry.field == current.entry.field
    return is_own and bool(current.content) and piece.style != current.heading.style


def names_no_field(piece: Piece, current: Section) -> bool:
    """Return whether a plain line in a section of text is the name of one of no field.

    *Grille horaire*; before a colon, where the section's own label stands so: *Accès : …*.
    """
    name, heading = piece.text, current.heading
    if name[:5] == "Aller" and current.entry.field == "further_study":
        return False  # "Aller plus loin", above the diplomas that it leads to
    # "► Accès", "► Grille horaire", but no item of the text's own list
    is_alike = piece.block.making == heading.block.making
    is_alike &= piece.block.place != heading.block.place
    if not (piece.kind == "text" or is_alike):
        return False
    if heading.kind == "pair":
        name = name.partition(":")[0]
    # "<b>Évaluation</b>" behind "<b>En atelier</b>", where sections are made otherwise
    if piece.block.strong and piece.style != heading.style:
        set_off = (each.text or each.label for each in current.content if each.block.strong)
        if any(text[-1:] not in {".", ";"} for text in set_off):
            return False
    return name[-1:] not in {".", ";"} and heading_styles.is_of_no_field(name.rstrip(" :"))


def leads_to_list(piece: Piece, current: Section) -> bool:
    """Return whether a plain line with a colon above a list goes on with the text of a section.

    So it does where the section's own heading is made otherwise, whatever other labels are made so.
    """
    if piece.block.kind != "paragraph" or piece.block.strong or current.entry.kind != "text":
        return False
    is_other = _is_set_off(current.heading) or piece.style != current.heading.style
    is_named = heading_styles.is_of_no_field(piece.text.rstrip(" :"))
    return is_other and not is_named and current.takes(piece)


def _is_set_off(label: Piece) -> bool:
    """Return whether a label is a heading, or set off, also where its block is not as a whole."""
    block, words = label.block, label.label.rstrip(" :")
    return (
        bool(block.level)
        or block.strong
        or any(part.strong and clean(part.text).startswith(words) for part in block.parts)
    )


def _making(label: Piece) -> str:
    """Return how the words of a label are made in its block."""
    words = label.label.rstrip(" :")
    parts = (part for part in label.block.parts if clean(part.text).startswith(words))
    return next((part.making for part in parts), "")


def is_value_of(piece: Piece, current: Section) -> bool:
    """Return whether `piece` is the current label's value, as `Niveau 3` behind `Niveau` is.

    And behind `Niveau d'entrée`, whose field is another one.
    """
    entry, heading = piece.entry, current.heading
    if piece.kind != "pair" or entry is None or current.content or heading.kind != "label":
        return False
    if entry.field == "level" and current.entry.kind == "text":
        is_whole = piece.text == piece.block.text
        return is_whole and heading.label.lower().startswith("niveau") and current.takes(piece)
    return entry.field == current.entry.field and not current.entry.is_section


def is_sub_heading(piece: Piece, current: Section, dominant: str | None, texts: Set[str]) -> bool:
    """Return whether a label names a part of the current section's text and not a section.

    So it does when it only repeats the section's name below it, or when sections are made
    otherwise on this page and it stands below the current one (`### Accès` in *Attendus*).
    `texts`: the fields of the texts whose names are made in the `dominant` style.
    """
    if piece.kind != "label" or piece.entry is None or current.entry.kind != "text":
        return False
    level, section_level = piece.block.level, current.heading.block.level
    if current.entry.field == "further_study" and piece.entry.is_beside:
        # "Formations proches", a rubric of the site where it stands by itself
        is_part = bool(current.content) and _OF_TRAINING.match(fold(piece.label))
        is_below = piece.style != current.heading.style
        if is_part and level:
            is_below = level > section_level > 0 or (
                not section_level and _is_inside(piece, current)
            )
        return bool(is_part) and is_below
    if piece.entry.field == current.entry.field:
        is_below = not (current.content and level) or level > section_level > 0
        is_below = is_below or (section_level == 0 and _is_inside(piece, current))
        return is_below and piece.style != current.heading.style
    # "Le cas général", below "Poursuite d'études"; "Bon à savoir"
    of_any_words = piece.entry.by_words and current.entry.field != "description"
    if of_any_words and level > section_level > 0:
        return True
    if dominant is None or piece.style == dominant or current.heading.style != dominant:
        return False
    # `<div class="titre">Accès</div>` beside `<div class="titre"><span>Métiers</span></div>`
    if "." in dominant and piece.style == dominant.removesuffix(">span"):
        return False
    pair = (piece, current.heading)
    if heading_styles.stands_alone(*pair) or heading_styles.stands_alone(*reversed(pair)):
        return False
    # "Le diplôme" above its facts; a field that has no heading of its own has this one
    if piece.entry.kind not in {"text", "list"} or piece.entry.field not in texts:
        return False
    is_below = bool(current.content) and level > section_level > 0
    if current.entry.field == "description" and not (is_below and texts - {"description"}):
        return False  # "La formation" above all of them
    if current.entry.field == "further_study" and piece.entry.field == "trades":
        return False  # "Et après ?" above "Poursuites d'études" and "Métiers"
    if piece.entry.field == "description" or is_outside(current.heading, piece):
        return False  # of all the diploma, or behind the part of the page that the section is in
    if section_level and not level:  # "<i>Accès</i>" in a text, where the page has "<h2>Accès</h2>"
        return piece.block.strong
    return (level > section_level > 0) or level == section_level == 0


def _is_inside(piece: Piece, current: Section) -> bool:
    """Return whether a piece stands in the element that the section's name opens or has beside it.

    In `<details>` with its summary, in `<dd>`, in the cell or division of the text.
    """
    heading, first = current.heading, current.content[0]
    if heading.block.kind == "term":
        return not is_outside(heading, piece)
    around = {*first.block.containers[1:]} & {*piece.block.containers[1:]}
    return not around <= {*heading.block.containers}


def belongs_below(piece: Piece, current: Section) -> bool:
    """Return whether an unknown heading is a sub-heading of the current section."""
    level, section_level = piece.block.level, current.heading.block.level
    if not current.entry.is_section or not current.takes(piece):
        return False
    # "La formation" above "Emploi du temps" and "Accès": it heads them, and no text of its own
    if not current.content and heading_styles.is_of_no_field(piece.text):
        return False
    # "<dt>Vannier</dt><dd>Il tresse l'osier.</dd>" below "Métiers"
    if piece.block.kind == "term" and current.entry.field == "trades":
        is_list = all(p.text[-1:] == ":" or p.block.kind == "term" for p in current.content[:1])
        return current.heading.block.kind != "term" and is_list
    # cards with a heading each are a list; a heading after a list is another thing
    is_ended = current.entry.kind != "text" and any(p.kind == "item" for p in current.content)
    if is_ended or level > section_level > 0:
        return not is_ended
    # "Attendus", and right below "Attendus nationaux de la plateforme …"
    first_word = fold(current.heading.label).split(" ")[0]
    if not current.content and len(first_word) > 4 and fold(piece.text).startswith(first_word):
        return True
    is_item = current.heading.block.kind == "item"  # "<li><a>Annexes</a>", below which none stands
    # but "<li><b>Accès</b><h5>L'admission se fait sur dossier.</h5>"
    is_text = current.entry.kind == "text" and piece.text[-1:] == "."
    is_text &= piece.text.count(" ") >= _WORDS_OF_TEXT
    is_open = current.heading.kind == "label" and (is_text or not is_item)
    return level > 2 and section_level == 0 and is_open


def names_a_column(piece: Piece, current: Section) -> bool:
    """Return whether `piece` names columns of a list (`Titre | Format | Lien`) and is no label.

    Of a list of trades it names the only column, `Intitulé`, or theirs below a line that leads to
    the table.
    """
    cell = piece.block.cell
    is_only = cell is not None and cell.row == 0 and cell.column == 0
    if piece.entry is None or cell is None or not in_own_table(piece, current):
        return False
    if piece.entry.field == current.entry.field == "trades":  # "Liste non exhaustive :" above it
        return bool(current.content) and all(p.text.endswith(":") for p in current.content)
    return (piece.entry.field in {"title", "url"} or piece.entry.kind == "ignored-value") and (
        current.entry.kind in {"links", "legal"}
        or (current.entry.kind == "list" and is_only and not current.content)
    )


def in_own_table(piece: Piece, current: Section) -> bool:
    """Return whether the heading is a row's header in a table inside the section."""
    cell, section_cell = piece.block.cell, current.heading.block.cell
    return (
        cell is not None
        and piece.block.level == 0
        and (section_cell is None or section_cell.table != cell.table)
        and current.entry.is_section
        and current.takes(piece)
    )

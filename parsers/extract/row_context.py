"""Tell what stands above a row and says more of it: what its orders do, what its list is of."""

import re

from parsers.extract.order_lines import (
    asks_for_one,
    begins_with_day,
    is_above_general,
    is_change,
    is_earlier,
    is_order_alone,
    is_plural,
    names_order,
    opens_list,
    says_what,
)
from parsers.extract.order_tokens import effect_of
from parsers.extract.row import Row
from parsers.model.blocks import joined
from parsers.model.file_types import is_file
from parsers.segment.passages import Passage
from parsers.segment.pieces import is_outside
from schema.dates import dates_in
from schema.text import clean, has_digit, same_length

# Headings of years or dates that state their meaning: read with each of them.
_SESSION_HEADING = re.compile(
    r"(?:(?:\d{1,2}|[a-z]|[ivx]{1,5})(?:[.)°/]| [–—-]){1,2} )?"  # "b) Sessions d'examen"
    r"(?:(?:[^:.]{0,40}\b(?:premiere|derniere|1(?:ere|re|e)) |annees? d(?:e|es) )?"
    r"session(?:s|\(s\))?"
    r"(?: d(?:'|e l'|es )examens?)?(?: d(?:u|e ce) diplome)?(?: organisees?| ouvertes?)?"
    r"(?: \(premiere . derniere\))?\W*"
    r"|(?:date de |date d')?(?:(?:mise|entree) en (?:application|oe?uvre|place|vigueur)|ouverture"
    r"|(?<=date d')effet|prise d'effet|application|fermeture)(?: (?:du|de ce) diplome)?\W*)"
)
_LONGEST_HEADING = 60
_SUCCESSION = re.compile(r"\b(?:remplac|succed|se substitu)")


def effect_from_above(first: Passage, before: Row | None, is_alone: bool) -> str:
    """Return what the row before says that the orders of this one do.

    `Création` above them, `…, modifié par :` above a list, `Modifié le` in the next row of a table.
    `is_alone`: the row has one piece.
    """
    if before is None or first.names:
        return ""
    cell, section, place = first.piece.block.cell, first.section, before.pieces[-1].block.cell
    if first.piece.block is before.pieces[-1].block and before.field == "legal_texts":
        # "Arrêté de création : 10 juin 2010 - Dernière modification : 24 août 2012"
        label = section.heading.label if section and section.entry.kind == "ignored-value" else ""
        lines = (clean(joined(line)) for line in first.piece.block.lines)
        if effect_of(label) and any(label in t and before.pieces[-1].text in t for t in lines):
            return label
    if cell and place and cell != place and cell.table == place.table:
        if is_alone and (effect := _effect_of_rows(first, before)):
            return effect
        label = section.heading.label if section else first.piece.text
        if (section and section.entry.kind != "ignored-value") or not is_change(label):
            return ""
        in_order = before.effect_above or before.field == "legal_texts" or names_order(before.text)
        return label if in_order else ""
    if (cell, section, first.unknown) != (place, before.section, before.unknown):
        return ""
    head, last = before.pieces[0], before.pieces[-1]
    # "1er septembre 2009<br>Modifications :", and below it the list of these
    line = last.lines[-1] if last.text.endswith(":") else head.text
    effect_above = last.text if opens_list(last.text) else ""
    if not effect_above and says_what(line) and not is_file(head.block.only_link):
        effect_above = line  # but "Rectificatif des annexes" says it of its file
    colon = head.text.find(":", 0, _LONGEST_HEADING)
    lead = head.text[:colon] if colon > 0 else ""
    if lead and not has_digit(lead):  # "Modifications : arrêté du …", and others below
        # "Dernière modification : arrêté du …", and below it "arrêté du …" in small letters
        goes_on = first.piece.text[:2] in {"ar", "dé"} and effect_of(lead) == "modification"
        goes_on = goes_on and not is_earlier(first.piece.text, head.text)
        if (goes_on or (says_what(lead) and is_plural(lead))) and is_order_alone(first.piece.text):
            effect_above = lead
    effect_above = effect_above or (before.effect_above if head.kind == first.piece.kind else "")
    if not effect_above or is_outside(head, first.piece):
        return ""
    text = first.piece.text
    if not (first.piece.kind == "item" or names_order(text) or begins_with_day(text)):
        return ""
    # "Abrogation" above its order
    return "" if asks_for_one(effect_above) and dates_in(before.plain) else effect_above


def _effect_of_rows(first: Passage, before: Row) -> str:
    """Return what the row of a table before says that the order alone in the next one does.

    `Modifications` as a row of one cell, or beside the order of that row, where the cell below it
    is empty.
    """
    cell, head, last = first.piece.block.cell, before.pieces[0], before.pieces[-1]
    place = last.block.cell
    if not (cell and place and cell.column == place.column and cell.row == place.last + 1):
        return ""
    if before.section is not first.section or not names_order(first.piece.text):
        return ""
    if says_what(head.text) and (head is last) == (cell.column == 0):
        return head.text
    return before.effect_above if head is last else ""


def lead_from_above(first: Passage, before: Row | None) -> str:
    """Return the text above a list: `Sessions`, or with a colon of succession or general rules."""
    if before is None or first.piece.kind != "item":
        return ""
    last = before.pieces[-1]
    if last.kind == "item":
        return before.lead
    about = last.text.endswith(":") and (
        _SUCCESSION.search(before.plain) or is_above_general(last.text)
    )
    return last.text if about or is_session_heading(last.text) else ""


def says_of_what(text: str) -> bool:
    """Return whether a heading is no more than *session*, *modifications*."""
    return is_session_heading(text) or says_what(text)


def is_session_heading(text: str) -> bool:
    """Return whether a heading is *Sessions*, *Quand a eu lieu la première session ?* or alike."""
    return len(text) <= _LONGEST_HEADING and bool(_SESSION_HEADING.fullmatch(same_length(text)))

"""Join an order whose nature, date and NOR are fields of their own to one line.

`Nature : Arrêté modificatif`, `Date : 3 mai 2004`, `NOR : MENE0400999A`, `Lien : Légifrance`.
"""

import re
from dataclasses import replace

from parsers.model.blocks import Block, Part
from schema.dates import parse_date
from schema.text import has_digit, same_length

_OF_TEXT = r"(?: (?:du |de (?:l')?)(?:texte|arrete))?"
_NATURE = re.compile(rf"(?:nature|type){_OF_TEXT}\s?:?")
_DATE = re.compile(rf"date(?: de (?:signature|l'arrete)|{_OF_TEXT})\s?:?")
_FURTHER = re.compile(r"(?P<nor>(?:n[o°] |numero )?nor)\s?:?|(?:lien|texte|url)\s?:?")
_BEGIN = {"Natu", "Type", "NATU", "TYPE"}
_LONGEST, _MOST = 25, 8  # characters of such a label; labels and values of one order


def join_fields_of_orders(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return `blocks`, of which those of the fields of one order are one."""
    begins = [n for n, block in enumerate(blocks) if block.text[:4] in _BEGIN]
    result: list[Block] = []
    end = 0
    for begin in begins:
        block, count = _order_at(blocks[begin : begin + _MOST]) if begin >= end else (None, 0)
        if block:
            result += (*blocks[end:begin], block)
            end = begin + count
    return (*result, *blocks[end:]) if result else blocks


def _order_at(blocks: tuple[Block, ...]) -> tuple[Block | None, int]:
    """Return the block of an order whose fields `blocks` begin with, and how many they are."""
    if len(blocks) < 4 or not _is_field(_NATURE, blocks[0]) or not _is_field(_DATE, blocks[2]):
        return None, 1
    nature, date = blocks[1], blocks[3]
    is_order = same_length(nature.text).startswith(("arrete", "decret"))
    if not is_order or has_digit(nature.text) or not parse_date(date.text):
        return None, 1
    parts, count = [*nature.parts, Part(" du "), *date.parts], 4
    for label, value in zip(blocks[4::2], blocks[5::2], strict=False):
        further = _is_field(_FURTHER, label)
        if not further or not (has_digit(value.text) if further["nor"] else value.has_link):
            break
        parts += [Part(" NOR : " if further["nor"] else " "), *value.parts]
        count += 2
    return replace(nature, parts=tuple(parts)), count


def _is_field(words: re.Pattern[str], block: Block) -> re.Match[str] | None:
    """Return the match of a short block, in no table, that is such a label."""
    is_short = len(block.text) <= _LONGEST and block.cell is None
    return words.fullmatch(same_length(block.text)) if is_short else None

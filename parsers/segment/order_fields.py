"""Join an order whose nature, date and NOR are fields of their own to one line.

`Nature : Arrêté modificatif`, `Date : 3 mai 2004`, `NOR : MENE0400999A`, `Lien : Légifrance`, on
lines or in the rows of a table of one order; and the rows of a table of orders whose cells are
lines: `Texte`, `Nature`, `NOR`, and below them `Arrêté du 3 mai 2004`, `Création`, `MENE0400999A`.
And the heading of a card, with what the order does above it: `<div>Création<h3>Arrêté du …</h3>`.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.model.blocks import Block, Part, joined
from schema.dates import parse_date
from schema.text import clean, has_digit, same_length

_OF_TEXT = r"(?: (?:du |de (?:l')?)(?:texte|arrete))?"
_NATURE = re.compile(rf"(?:nature|type){_OF_TEXT}\s?:?")
_DATE = re.compile(rf"date(?: de (?:signature|l'arrete)|{_OF_TEXT})\s?:?")
_FURTHER = re.compile(
    r"(?:(?P<nor>(?:n[o°] |numero )?nor)|(?P<text>lien|texte|url|consulter)"
    r"|(?P<journal>(?:date (?:du |de )?)?(?:j\.?o\.?|jorf|journal officiel))"
    r"|(?P<published>publication(?: au j\.?o\.?)?)"
    r"|b\.?o\.?|boe(?:n|sr)|bulletin officiel)\s?:?"
)
_DOES = re.compile(  # "Texte de création", "Modificatif"
    r"(?:(?:texte|arrete) (?:de |d')?)?(?:creation|modific\w+|abrogation|suppression|rectificatif)"
)
_ORDERS = {"Ar", "ar", "AR", "Dé", "DÉ", "DE"}  # what the word of an order begins with
_BEGIN = {"Natu", "Type", "NATU", "TYPE"}
_LONGEST, _MOST = 25, 12  # characters of such a label; labels and values of one order
# the columns of a table of orders, and what stands in its cells behind the order
_COLUMN = re.compile(r"(?:nor|liens?|fichiers?|documents?|telechargements?|publication|j\.?o\.?)")
_FIRST_COLUMN = re.compile(r"(?:textes?|references?|arretes?|intitules?)")
_ORDER = re.compile(r"(?:arrete|decret)\b.*\d")
_CELL = re.compile(
    r"(?:arrete |texte )?(?:creation|modifi[a-z]+|abrog[a-z]+|rectifi[a-z]+)"
    r"|(?:nor ?:? ?)?[a-z]{4}\d{7}[a-z]|(?:arrete|decret|[–—-])?"
)
_SAYS_NOTHING = re.compile(r"(?:arrete|decret|[–—-])?")


def join_fields_of_orders(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return `blocks`, of which those of the fields of one order are one."""
    if any("Nature" in block.text for block in blocks):
        blocks = tuple(_with_rows(blocks))
    heads = [b for b in blocks if b.level and b.text[:2] in _ORDERS and " " in b.text]
    if heads:
        blocks = tuple(_with_heads(blocks))
    begins = [n for n, block in enumerate(blocks) if block.text[:4] in _BEGIN]
    result: list[Block] = []
    end = 0
    for begin in begins:
        block, count = _order_at(blocks[begin : begin + _MOST]) if begin >= end else (None, 0)
        if block:
            result += (*blocks[end:begin], block)
            end = begin + count
    return (*result, *blocks[end:]) if result else blocks


def _with_heads(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield `blocks` with what an order does, at the top of a card, before the order's heading."""
    head: Block | None = None  # a line that says what an order does
    around: tuple[int, ...] = ()  # elements around the block above that line
    above: tuple[int, ...] = ()
    for block in blocks:
        if head:
            card = block.containers[1:2]
            is_headed = block.level and _ORDER.match(same_length(block.text))
            is_in_card = bool(card) and card in (head.containers[:1], head.containers[1:2])
            is_top = is_in_card and card[0] not in around
            if is_headed and is_top:
                block = replace(head, parts=(*head.parts, Part(" : "), *block.parts))
            else:
                yield head
        is_alone = not (block.level or block.cell or block.text[_LONGEST:])
        is_alone = is_alone and _DOES.fullmatch(same_length(block.text)) is not None
        head, around, above = (block if is_alone else None), above, block.containers
        if head is None:
            yield block
    if head:
        yield head


def _order_at(blocks: tuple[Block, ...]) -> tuple[Block | None, int]:
    """Return the block of an order whose fields `blocks` begin with, and how many they are.

    Each field stands in a block or a cell behind its label.
    """
    if len(blocks) < 4 or not _is_field(_NATURE, blocks[0]):
        return None, 1
    nature, count = blocks[1], 2
    plain = same_length(nature.text)
    is_order = plain.startswith(("arrete", "decret"))
    if has_digit(nature.text) or not (is_order or _DOES.fullmatch(plain)):
        return None, 1
    date: Block | None = None
    rest: list[Part] = []
    for label, value in zip(blocks[2::2], blocks[3::2], strict=False):
        if date is None and _is_field(_DATE, label) and parse_date(value.text):
            date = value
        else:
            further = _is_field(_FURTHER, label)
            is_told = further and (value.has_link if further["text"] else has_digit(value.text))
            if not further or not is_told:
                break
            is_journal = further["journal"] or further["published"]
            lead = ", NOR " if further["nor"] else ", JO du " if is_journal else " "
            rest += [Part(lead), *value.parts]
        count += 2
    if date is None:
        return None, 1
    between = " du " if is_order else " : "
    parts = (*nature.parts, Part(between), *date.parts, *rest)
    return replace(nature, kind="paragraph", parts=parts, cell=None), count


def _is_field(words: re.Pattern[str], block: Block) -> re.Match[str] | None:
    """Return the match of a short block that is such a label."""
    is_short = len(block.text) <= _LONGEST and (block.cell is None or block.cell.column == 0)
    return words.fullmatch(same_length(block.text)) if is_short else None


def _with_rows(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield `blocks` with the cells of each row of a table of orders that is no table joined.

    The cells are paragraphs, or lines of one; the names of the columns are left out.
    """
    alone = ["" if block.cell or block.level else block.text for block in blocks]
    for row in _rows(alone, [block.has_link for block in blocks]):
        block = blocks[row[0]]
        if len(row) > 1:
            block = replace(block, parts=_joined([blocks[number].parts for number in row]))
        elif len(block.parts) > len(block.lines[0]) and "Nature" in block.text:
            texts = [clean(joined(line)) for line in block.lines]
            links = [any(part.href for part in line) for line in block.lines]
            lines = [_joined([block.lines[n] for n in row]) for row in _rows(texts, links)]
            parts = (
                part._replace(after_break=not number and place > 0)
                for place, line in enumerate(lines)
                for number, part in enumerate(line)
            )
            block = replace(block, parts=tuple(parts))
        yield block


def _rows(texts: Sequence[str], links: Sequence[bool]) -> Iterator[list[int]]:
    """Yield the numbers of the lines that stand in one row; most lines are a row of their own."""
    number = 0
    while number < len(texts):
        width = _columns_at(texts, number)
        first = number + width
        if not width or first >= len(texts) or not _ORDER.match(same_length(texts[first])):
            yield [number]
            number += 1
            continue
        number = first
        while number < len(texts) and _ORDER.match(same_length(texts[number])):
            end = number + 1
            while end < min(number + width, len(texts)) and _is_cell(texts[end], links[end]):
                end += 1
            yield [number, *(n for n in range(number + 1, end) if _says_more(texts[n]))]
            number = end


def _columns_at(texts: Sequence[str], number: int) -> int:
    """Return how many names of columns stand from `number` on: `Texte`, `Nature`, `NOR`; else 0."""
    if texts[number + 1 : number + 2] != ["Nature"]:
        return 0
    if not _FIRST_COLUMN.fullmatch(same_length(texts[number])):
        return 0
    further = itertools.takewhile(_COLUMN.fullmatch, map(same_length, texts[number + 2 :]))
    return 2 + sum(1 for _ in further)


def _is_cell(text: str, has_link: bool) -> bool:
    plain = same_length(text)
    is_order = bool(_ORDER.match(plain))
    return not is_order and (has_link or bool(_CELL.fullmatch(plain)))


def _says_more(text: str) -> bool:
    """Return whether a cell says more than that the text is an order."""
    return not _SAYS_NOTHING.fullmatch(same_length(text))


def _joined(cells: Sequence[tuple[Part, ...]]) -> tuple[Part, ...]:
    first, *others = cells
    behind = ((Part(" "), cell[0]._replace(after_break=False), *cell[1:]) for cell in others)
    return (*first, *itertools.chain.from_iterable(behind))

"""Join the words of a type on lines of their own, and divide a title from the facts behind it.

`Certificat d'aptitude` above `professionnelle`, `Brevet de technicien` above `supérieur`;
`<b>CAP Vannerie</b>. – Arrêté du 3 mai 2004. – Code : 500-24122 T.`;
a rubric above the title is cut (`Référentiel de certification` above `BTS Fonderie`), and so is the
date of a note before what it says (`Mise à jour du 2 juin 2018 : première session en 2020`).
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from parsers.model.blocks import Block, Part, joined
from parsers.model.file_types import is_file, is_page
from parsers.segment.title_sources import is_trail
from parsers.segment.title_words import (
    SPECIALITY,
    fact_segments,
    in_singular,
    is_name_line,
    is_neutral,
    is_sentence,
    states_order,
    title_end,
)
from parsers.segment.wrapped_lines import is_open
from schema.code import codes_in
from schema.diploma_type import type_words
from schema.lexicon import Lexicon
from schema.text import clean, fold, has_digit, same_length
from schema.title import begins_with_type, read_title

_AREA = re.compile(r"(?<=\.)\s+[–—-]\s+")  # between the areas of a notice, as libraries write it
_BEGINS_AREA = re.compile(r"\s*[–—-]\s+(?=\S)")
_MOST_LINES = 3
_DATE = r"\d{1,2}(?:er)? ?[ ./-] ?(?:\d{1,2}|[a-z]{3,9}\.?) ?[ ./-] ?\d{4} ?: ?"
_NOTE = re.compile(rf"\s*(?P<word>mise? a jour |notes? |infos? )?(?:du |le )?{_DATE}")
_LONGEST_NOTE = 60
_PLURAL = re.compile(
    r"(?:certificat|brevet|bac(?:calaur[ée]at)?|mention|dipl[oô]me)s ", re.IGNORECASE
)
_LONGEST_PLURAL = len("baccalauréats ")
_OF_NOTE = re.compile(r"(?:ancien|nouveau) diplome|[^:]{3,60} en ligne\b")
# a bare date before such words may be an order's
_OF_ORDER = re.compile(r"\b(?:arr|decret|crea|cree|modif|abrog|rectif)")
_LEADS_OVER = ("Aller ", "Accéder ", "Passer ")  # links over a menu, copied with the page
_WHOLE_PAGE = 4  # lines of a paragraph that are more than a title


def join_split_types(blocks: tuple[Block, ...], lexicon: Lexicon) -> tuple[Block, ...]:
    """Return `blocks`, of which those that make the words of one type together are one."""
    longest = _longest_beginning()
    result: list[Block] = []
    skipped = 0
    for number, block in enumerate(blocks):
        if skipped:
            skipped -= 1
            continue
        if len(block.text) <= longest and fold(block.text) in _beginnings():
            skipped = _continued(blocks[number : number + _MOST_LINES])
        if skipped:
            others = blocks[number + 1 : number + 1 + skipped]
            parts = [
                part._replace(after_break=part is other.parts[0] or part.after_break)
                for other in others
                for part in other.parts
            ]
            block = replace(block, parts=(*block.parts, *parts))
        elif "s " in block.text[:_LONGEST_PLURAL].lower() and _PLURAL.match(block.text):
            block = _of_one(block, blocks[number + 1 :], lexicon)
        result.append(block)
    return tuple(result)


def _of_one(block: Block, below: tuple[Block, ...], lexicon: Lexicon) -> Block:
    """Return a type in the plural in the singular where it stands above one name, set off."""
    singular, name = in_singular(block.text), next(iter(below), block)
    is_rubric = len(block.parts) == 1 and (name.level or name.strong)
    if not is_rubric or not read_title(singular).is_type_alone:
        return block
    making = (name.making, name.level)
    made = (b for b in below if (b.making, b.level) == making)
    texts = (_without_options(b) for b in made)
    texts = (text[: title_end(text)] for text in texts)
    names = [text for text in texts if is_name_line(text) and not lexicon.lookup(text)]
    if len(names) != 1 or not name.text.startswith(names[0]):
        return block
    return replace(block, parts=(block.parts[0]._replace(text=singular),))


def _without_options(block: Block) -> str:
    """Return the text of a block without the lines of options, with their codes, at its end."""
    first, *others = (clean(joined(line)) for line in block.lines)
    are_options = others and all(text.lower().startswith("option ") for text in others)
    return first if are_options else block.text


def _continued(blocks: tuple[Block, ...]) -> int:
    """Return how many blocks behind the first one belong to its type's words."""
    text = fold(blocks[0].text)
    for number, block in enumerate(blocks[1:], 1):
        text = f"{text} {fold(block.text)}"
        if text in _in_full():
            return number
    return 0


@cache
def _in_full() -> frozenset[str]:
    """Return the types that are written with several words."""
    written = (words for words, _ in type_words())
    return frozenset(words for words in written if len(words.split()[0]) > 1 and " " in words)


@cache
def _beginnings() -> frozenset[str]:
    """Return the beginnings of the words of all types, of one word or more."""
    split = [words.split() for words in _in_full()]
    return frozenset(" ".join(words[:end]) for words in split for end in range(1, len(words)))


@cache
def _longest_beginning() -> int:
    return max(map(len, _beginnings()), default=0)


def divide_notices(blocks: tuple[Block, ...], lexicon: Lexicon) -> tuple[Block, ...]:
    """Return `blocks`, of which a paragraph with a title, set off, and its facts is two."""
    divided: list[Block] = []
    for block in map(_without_date, itertools.chain.from_iterable(map(_below_lead, blocks))):
        divided += _title_and_facts(block, divided[-1] if divided else None, lexicon)
    for number, block in enumerate(divided):
        block.number = number
    return tuple(divided)


def _below_lead(block: Block) -> tuple[Block, ...]:
    """Divide a title from lines above: links to pages, the way to it, a rubric, facts, orders."""
    if len(block.lines) == 1:  # most blocks
        return (block,)
    place, is_stated = 0, False
    for line in block.lines:
        text = clean(joined(line))
        if place and not line[0].href and read_title(text).types and text[:1].isupper():
            first, *others = block.parts[place:]
            title = replace(block, parts=(first._replace(after_break=False), *others))
            lead = replace(block, parts=block.parts[:place])
            return (lead, title) if lead.has_link or is_stated else (title,)
        worded = [part for part in line if any(map(str.isalnum, part.text))]
        is_menu = block.has_link and all(is_page(part.href) for part in worded)
        is_rubric = is_trail(text) or (is_neutral(text) and not text.endswith(":"))
        is_fact = states_order(text) or bool(fact_segments(text))
        is_stated |= (is_new := not block.level and is_fact)
        if not (is_menu or is_rubric or is_new or text.startswith(_LEADS_OVER)):
            break
        place += len(line)
    return (block,)


def _without_date(block: Block) -> Block:
    """Return a block whose lines begin with no note's date."""
    if ":" not in block.text or not has_digit(block.text):
        return block
    parts = [
        part._replace(text=undated)
        if (part.after_break or not number) and (undated := _undated(part.text)) != part.text
        else part
        for number, part in enumerate(block.parts)
    ]
    return block if parts == [*block.parts] else replace(block, parts=tuple(parts))


def _undated(text: str) -> str:
    """Return a line without the date of a note before what it says; an order's may be bare."""
    if ":" not in text[:_LONGEST_NOTE]:  # most lines
        return text
    note = _NOTE.match(same_length(text[:_LONGEST_NOTE]))
    if note is None:
        return text
    behind = text[note.end() :]
    plain = same_length(behind)
    is_note = _OF_NOTE.match(plain) or is_sentence(behind)
    return behind if note["word"] or (is_note and not _OF_ORDER.search(plain)) else text


def _title_and_facts(block: Block, above: Block | None, lexicon: Lexicon) -> tuple[Block, ...]:
    if block.kind != "paragraph" or len(block.parts) == 1:  # most blocks
        return (block,)
    is_set_off = block.parts[0].strong and not block.strong
    is_page = is_set_off or _is_whole(block)
    before, lead = _lead(block, above, is_set_off) if is_page else ("", block.lines[0])
    title = read_title(f"{before} {clean(joined(lead))}")
    if not title.types:
        return (block,)
    if not title.is_type_alone and (is_neutral(title.name) or is_sentence(title.name)):
        return (block,)
    areas = tuple(_areas(_without_dash(lead, block.parts[len(lead) :])))
    if not areas or not (areas[0].after_break or areas[0].href):
        return (block,)
    if above and "férentiel" in block.text and is_file(areas[0].href) and len(block.lines) == 1:
        return (block,)  # "Référentiel du CAP Vannerie : télécharger"
    below = [clean(p.text) for n, p in enumerate(areas) if p.after_break or not n]
    if below[0].startswith("NOR") and states_order(clean(joined(lead))):
        return (block,)  # "CAP Vannerie : arrêté du 3 mai 2004", above the number of the order
    # a name stands below its type, and other types are a list
    is_title = has_digit(below[0]) if title.is_type_alone else is_page
    others = (t for t in below if title.is_type_alone or fold(title.name) not in fold(t))
    others = (t for t in others if not (":" in t and read_title(t).is_type_alone))  # "Examen : CAP"
    others = (text for text in others if begins_with_type(text) and not is_sentence(text))
    # "Diplôme de remplacement : 500-22145" is a fact of this one
    is_list = not all(lexicon.lookup(text.partition(":")[0]) for text in others)
    if not is_title or is_list:
        return (block,)
    return replace(block, parts=lead), replace(block, parts=areas)


def _lead(block: Block, above: Block | None, is_set_off: bool) -> tuple[str, tuple[Part, ...]]:
    """Return the lines of the title that a paragraph begins with: the first, or its strong parts.

    Those of a type alone have the name below them. Before them: the type that is its heading.
    """
    first, second, *further = (*block.lines, ())
    if further and not is_set_off and clean(joined(second)) == SPECIALITY:
        first, second, *further = (*first, *second), *further
    if is_set_off:
        first = tuple(itertools.takewhile(_is_set_off, first))
        second = tuple(itertools.takewhile(_is_set_off, second if first == block.lines[0] else ()))
    text, name = clean(joined(first)), clean(joined(second))
    if not (":" in text or (block.cell and block.cell.column)) and read_title(text).is_type_alone:
        is_two = _is_whole(block) and is_name_line(name[: title_end(name)])
        go_on = itertools.takewhile(lambda _: is_open(name), further[:1])
        return "", (*first, *second, *itertools.chain(*go_on)) if is_two else first
    is_below = above and above.level and read_title(above.text).is_type_alone
    return above.text if above and is_below and is_name_line(text) else "", first


def _is_whole(block: Block) -> bool:
    """Return whether a block has many lines, or a fact below its title, and is no title alone."""
    if len(block.lines) >= _WHOLE_PAGE or len(block.lines) == 1:
        return len(block.lines) > 1
    first, last = (clean(joined(block.lines[place])) for place in (0, -1))
    is_fact = codes_in(last) or (fact_segments(last) and not last.startswith("("))
    is_other = is_fact or is_neutral(last) or states_order(last)
    is_file_line = any(is_file(part.href) for part in block.lines[-1])
    is_title = title_end(first) == len(first) and not block.parts[0].href
    return is_title and bool(is_other or is_file_line)


def _is_set_off(part: Part) -> bool:
    return part.strong or not part.text.strip()


def _without_dash(lead: tuple[Part, ...], rest: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return what stands behind a set-off title that ends in a stop, without the dash between."""
    dash = _BEGINS_AREA.match(rest[0].text) if rest and not rest[0].after_break else None
    if dash is None or joined(lead).rstrip()[-1:] != ".":
        return rest
    return (rest[0]._replace(text=rest[0].text[dash.end() :], after_break=True), *rest[1:])


def _areas(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield parts with a break instead of each mark between areas."""
    is_new = False
    for part in parts:
        is_new |= part.after_break
        for number, text in enumerate(_AREA.split(part.text)):
            is_new |= number > 0
            if text.strip(" ."):
                yield part._replace(text=text, after_break=is_new)
                is_new = False
            elif text.isspace() and not is_new:  # between two links
                yield part._replace(text=text)

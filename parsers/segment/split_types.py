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

from parsers.formats.boilerplate import is_boilerplate_line
from parsers.model.blocks import Block, Part, joined
from parsers.model.file_types import is_page
from parsers.segment.title_words import is_neutral, is_sentence
from schema.diploma_type import type_words
from schema.text import clean, fold, has_digit, same_length
from schema.title import begins_with_type, read_title

_OPTION = re.compile(r"\s*[A-H] ?:")
_AREA = re.compile(r"(?<=\.)\s+[–—-]\s+")  # between the areas of a notice, as libraries write it
_MOST_LINES = 3
_DATE = r"\d{1,2}(?:er)? ?[ ./-] ?(?:\d{1,2}|[a-z]{3,9}\.?) ?[ ./-] ?\d{4} ?: ?"
_NOTE = re.compile(rf"\s*(?P<word>mise? a jour |notes? |infos? )?(?:du |le )?{_DATE}")
_LONGEST_NOTE = 60
_OF_NOTE = re.compile(r"(?:ancien|nouveau) diplome|[^:]{3,60} en ligne\b")
# a bare date before such words may be an order's
_OF_ORDER = re.compile(r"\b(?:arr|decret|crea|cree|modif|abrog|rectif)")
# the links that lead over a menu, copied with the page
_LEADS_OVER = ("Aller ", "Accéder ", "Passer ")


def join_split_types(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return `blocks`, of which those that make the words of one type together are one."""
    longest = max(map(len, _beginnings()), default=0)
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
        result.append(_without_rubric(block) if len(block.lines) > 1 else block)
    return tuple(result)


def _without_rubric(block: Block) -> Block:
    """Return a block without first lines that lead over a menu, or say that a title follows."""
    if block.parts[0].text.startswith(_LEADS_OVER):
        lines = itertools.dropwhile(
            lambda line: is_boilerplate_line(clean(joined(line))), block.lines
        )
        if parts := tuple(itertools.chain.from_iterable(lines)):
            block = replace(block, parts=(parts[0]._replace(after_break=False), *parts[1:]))
    if len(block.parts) < 2:
        return block
    rubric, first, *others = block.parts
    is_rubric = first.after_break and not block.has_link and is_neutral(rubric.text)
    title = clean(joined(block.lines[1])) if is_rubric else ""
    if not title[:1].isupper() or not begins_with_type(title):  # "Arrêté<br>du 3 mai 1998"
        return block
    return replace(block, parts=(first._replace(after_break=False), *others))


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


def divide_notices(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return `blocks`, of which a paragraph with a title, set off, and its facts is two."""
    undated = map(_without_date, itertools.chain.from_iterable(map(_below_menu, blocks)))
    divided = tuple(itertools.chain.from_iterable(map(_title_and_facts, undated)))
    for number, block in enumerate(divided):
        block.number = number
    return divided


def _below_menu(block: Block) -> tuple[Block, ...]:
    """Divide lines of links to pages from a title below them that no tag sets apart."""
    before: list[Part] = []
    for line in block.lines if block.has_link else ():
        worded = [part for part in line if any(map(str.isalnum, part.text))]
        if before and not line[0].href and begins_with_type(clean(joined(line))):
            below = block.parts[len(before) :]
            return replace(block, parts=tuple(before)), replace(block, parts=below)
        if not all(is_page(part.href) for part in worded):
            break
        before += line
    return (block,)


def _without_date(block: Block) -> Block:
    """Return a block whose lines begin with no note's date."""
    if ":" not in block.text or not has_digit(block.text):
        return block
    texts = [_undated(p.text) if p.after_break or not n else p.text
             for n, p in enumerate(block.parts)]  # fmt: skip
    parts = tuple(p._replace(text=text) for p, text in zip(block.parts, texts, strict=True))
    return block if parts == block.parts else replace(block, parts=parts)


def _undated(text: str) -> str:
    """Return a line without the date of a note before what it says; an order's may be bare."""
    note = _NOTE.match(same_length(text[:_LONGEST_NOTE]))
    if note is None:
        return text
    behind = text[note.end() :]
    plain = same_length(behind)
    is_note = _OF_NOTE.match(plain) or is_sentence(behind)
    return behind if note["word"] or (is_note and not _OF_ORDER.search(plain)) else text


def _title_and_facts(block: Block) -> tuple[Block, ...]:
    if block.kind != "paragraph" or len(block.parts) == 1:  # most blocks
        return (block,)
    is_set_off = block.parts[0].strong and not block.strong
    lead = tuple(itertools.takewhile(_is_of_title, block.parts)) if is_set_off else block.lines[0]
    areas = tuple(_areas(block.parts[len(lead) :]))
    if not areas or not areas[0].after_break:
        return (block,)
    title, below = read_title(clean(joined(lead))), [clean(p.text) for p in areas if p.after_break]
    # a name stands below its type, "A : diamant" goes on the title, and other types are a list
    is_title = has_digit(below[0]) if title.is_type_alone else is_set_off and bool(title.types)
    if not is_title or _OPTION.match(below[0]) or any(map(begins_with_type, below)):
        return (block,)
    return replace(block, parts=lead), replace(block, parts=areas)


def _is_of_title(part: Part) -> bool:
    return not part.after_break and (part.strong or not part.text.strip())


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

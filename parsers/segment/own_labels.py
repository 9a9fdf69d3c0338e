"""Read labels with the words of the diploma itself: *Objectifs du CAP*, *Après le CAP Boucher*."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from parsers.model.blocks import Block, Part, joined
from parsers.segment.pieces import Piece
from schema.lexicon import Lexicon, own_type_start
from schema.text import clean, fold, has_digit, same_length
from schema.title import Title, begins_with_type, read_title, type_starts

_LONGEST_LABEL, _LONGEST_TYPE = 150, 60
_ENDS = " \t\r\n\u00a0:.–—-"  # of a label
# also "Le CAP Boucher, comment y accéder ?"
_MARK = re.compile(r"\s*[:–—|]\s+|\s-\s+|,\s+(?=[^?]{4,80}\?$)")
# "Avec le CAP Boucher, quels métiers ?"
_BEFORE_QUESTION = re.compile(r"(?:Après|Avec|Pour|Dans|Avant) (?=.{5,140}, .{4,80}\?$)")
_LINK = re.compile(
    r"\s+(?:(?:en|pour|avec|par|après)\s+)?(?:(?:le|la|du|de la|au)\s+)?$", re.IGNORECASE
)
_OPTION = re.compile(r"option|\d", re.IGNORECASE)
_ARTICLES = {"", "le", "la", "l", "du"}
_PLAIN_WORD = re.compile(r"[A-Za-z]{3,}")


class Titled(NamedTuple):
    """The diploma that a page seems to be of, and the block behind which labels may name it."""

    block: Block
    title: Title


def titled(blocks: Sequence[Block]) -> Titled | None:
    """Return the title of a page's `h1`, else of the first set-off line that begins with a type.

    The type may stand on a line of its own beside the `h1`. None if there is no title.
    """
    for place, block in enumerate(blocks):
        if block.level == 1:
            beside = (*blocks[max(place - 1, 0) : place], *blocks[place + 1 : place + 2])
            lines = [each.text for each in beside if len(each.text) <= _LONGEST_TYPE]
            types = [line for line in lines if read_title(line).is_type_alone]
            for text in (block.text, *(f"{type_words} {block.text}" for type_words in types)):
                if (title := read_title(text)).types:
                    return Titled(block, title)
    heads = (block for block in blocks if block.level or block.strong)
    first = next((block for block in heads if begins_with_type(block.text)), None)
    return Titled(first, read_title(first.text)) if first else None


def with_own_labels(blocks: tuple[Block, ...], own: Titled, lexicon: Lexicon) -> tuple[Block, ...]:
    """Return blocks whose labels do not name the diploma: `Description du CAP Boucher`.

    A label is a whole block below the title's, or the set-off words at its beginning. In its place
    stands *diplôme*, or nothing: `CAP Boucher : débouchés`. Where several headings begin with the
    title, so do those that no lexicon knows.
    """
    # a word of the name that looks alike in capitals without accents
    word = max(_PLAIN_WORD.findall(own.title.name), key=len, default="").lower()
    if not word:
        return blocks
    named = {
        place: lead
        for place, block in enumerate(blocks)
        if block.number > own.block.number
        # without accents first, as the text is asked for elsewhere too: most do not hold the word
        and word in same_length(block.text)
        and word in block.text.lower()
        and (lead := _lead(block))
    }
    labels = {
        place: _label(joined(lead), own.title, lexicon, bool(blocks[place].level or lead[0].strong))
        for place, lead in named.items()
    }
    if sum(_title_end(joined(named[n]), own.title) > 0 for n, label in labels.items() if label) > 1:
        labels |= {
            place: joined(lead)[_title_end(joined(lead), own.title) :]
            for place, lead in named.items()
            if not labels[place] and blocks[place].level and not _OPTION.search(joined(lead))
        }
    result = [*blocks]
    for place, label in labels.items():
        if label:
            part, count = named[place][0]._replace(text=label), len(named[place])
            result[place] = replace(blocks[place], parts=(part, *blocks[place].parts[count:]))
    return tuple(result)


def _lead(block: Block) -> tuple[Part, ...]:
    """Return the parts of a block that may be a label: its set-off words, or all of it."""
    is_value = block.cell and not block.cell.header and block.kind != "term"
    is_entry = block.kind == "item" or is_value or block.has_link
    is_long = len(block.text) > _LONGEST_LABEL or len(block.lines) > 1
    lead = _set_off(block.parts) or (() if is_entry or is_long else block.parts)
    return lead if len(joined(lead)) <= _LONGEST_LABEL else ()


def _label(text: str, own: Title, lexicon: Lexicon, is_set_off: bool) -> str | None:
    """Return a label of a text, of trades or of the duration without the title `own` in it.

    `Description du CAP Boucher`, `Admission en CAP Boucher`, `CAP Boucher : débouchés`; behind the
    title any label may stand. None if it is none: a file is called *Annexes du CAP Boucher*, and
    *Remplace le CAP Boucher (500-22110)* names another, as *le CAP Boucher* does where it is not
    set off, or has a code.
    """
    words = text.rstrip(_ENDS)
    if end := _title_end(text, own):
        return text[end:] if lexicon.lookup(words[end:]) else None
    for start in type_starts(words):
        if not _is_title(words[start:], own):
            continue
        before = words[:start]
        if fold(before) in _ARTICLES and (not is_set_off or has_digit(words)):
            continue
        for label in (f"{before}diplôme", _LINK.sub("", before)):
            entry = lexicon.lookup(clean(label))
            if entry and (entry.kind in {"text", "list"} or entry.field == "duration"):
                return f"{label}{text[len(words) :]}"
    return None


def _title_end(text: str, own: Title) -> int:
    """Return where a text goes on behind the title `own` and a mark: `CAP Boucher : …`; else 0."""
    marks = [mark for mark in _MARK.finditer(text) if text[mark.end() :].strip(_ENDS)]
    # the last one: a name may hold such marks
    start = lead.end() if (lead := _BEFORE_QUESTION.match(text)) else 0
    ends = (mark.end() for mark in reversed(marks) if _is_title(text[start : mark.start()], own))
    return next(ends, 0)


def _is_title(text: str, own: Title) -> bool:
    """Return whether a text is the title `own`, with its option or without."""
    title = read_title(text)
    # what stands behind a name may be an option
    is_begun = f"{fold(own.name)} ".startswith(f"{fold(title.name)} ")
    return bool(title.types & own.types) and bool(title.name) and is_begun


def _set_off(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the set-off words at the beginning of a line."""
    if not parts[0].strong:  # most lines
        return ()
    return tuple(itertools.takewhile(lambda part: part.strong and not part.href, parts))


def is_of_other_type(piece: Piece, own: Title) -> bool:
    """Return whether the label of a text names another type: *Accès au BTS*, of a bac pro."""
    is_text = piece.entry is not None and piece.entry.kind in {"text", "list"}
    if piece.kind not in {"heading", "label"} or not is_text:
        return False
    text = clean(piece.block.text)
    start = own_type_start(text) if len(text) < _LONGEST_LABEL else None
    title = read_title(text[start:]) if start else None
    return title is not None and title.is_type_alone and not title.types & own.types

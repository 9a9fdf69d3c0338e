"""Read labels with the words of the diploma itself: *Objectifs du CAP*, *Après le CAP Boucher*."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from parsers.model.blocks import Block, Part, joined
from parsers.segment.pieces import Piece
from schema.lexicon import Entry, Lexicon, own_type_start
from schema.text import clean, fold
from schema.title import Title, begins_with_type, read_title

_LONGEST_LABEL = 150
_ENDS = " \t\r\n\u00a0:.–—-"  # of a label
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
            types = [each.text for each in beside if read_title(each.text).is_type_alone]
            for text in (block.text, *(f"{type_words} {block.text}" for type_words in types)):
                if (title := read_title(text)).types:
                    return Titled(block, title)
    heads = (block for block in blocks if block.level or block.strong)
    first = next((block for block in heads if begins_with_type(block.text)), None)
    return Titled(first, read_title(first.text)) if first else None


def with_own_labels(blocks: tuple[Block, ...], own: Titled, lexicon: Lexicon) -> tuple[Block, ...]:
    """Return blocks with *diplôme* for the diploma's title in labels of texts and trades.

    *Description du CAP Boucher*: a label is a whole block below the title's, or the
    set-off words at its beginning.
    """
    # a word of the name that looks alike in capitals without accents
    word = max(_PLAIN_WORD.findall(own.title.name), key=len, default="").lower()
    if not word:
        return blocks
    return tuple([
        _with_own_label(block, own.title, lexicon)
        if word in block.text.lower() and block.number > own.block.number
        else block
        for block in blocks
    ])  # fmt: skip


def _with_own_label(block: Block, own: Title, lexicon: Lexicon) -> Block:
    is_value = block.cell and not block.cell.header and block.kind != "term"
    is_entry = block.kind == "item" or is_value or block.has_link
    is_whole = len(block.lines) == 1 and ":" not in block.text.rstrip(_ENDS)
    lead = _set_off(block.parts) or (block.parts if is_whole and not is_entry else ())
    text = joined(lead)
    start = own_type_start(text) if len(text) < _LONGEST_LABEL else None
    if start is None:
        return block
    words = text.rstrip(_ENDS)
    title = read_title(words[start:])
    # what stands behind a name may be an option
    is_begun = f"{fold(own.name)} ".startswith(f"{fold(title.name)} ")
    if title.is_type_alone or not (title.types & own.types and is_begun):
        return block
    label = f"{text[:start]}diplôme"
    if not _is_text(lexicon.lookup(clean(label))):
        return block
    part = lead[0]._replace(text=f"{label}{text[len(words) :]}")
    return replace(block, parts=(part, *block.parts[len(lead) :]))


def _is_text(entry: Entry | None) -> bool:
    """Return whether a label is that of a text or of trades.

    A file is called *Annexes du CAP Boucher*; *Remplace le CAP Boucher (500-22110)* names another.
    """
    return entry is not None and entry.kind in {"text", "list"}


def _set_off(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the set-off words at the beginning of a line."""
    if not parts[0].strong:  # most lines
        return ()
    return tuple(itertools.takewhile(lambda part: part.strong and not part.href, parts))


def is_of_other_type(piece: Piece, own: Title) -> bool:
    """Return whether the label of a text names another type: *Accès au BTS*, of a bac pro."""
    if piece.kind not in {"heading", "label"} or not _is_text(piece.entry):
        return False
    text = clean(piece.block.text)
    start = own_type_start(text) if len(text) < _LONGEST_LABEL else None
    title = read_title(text[start:]) if start else None
    return title is not None and title.is_type_alone and not title.types & own.types

"""Read labels with the words of the diploma itself: *Objectifs du CAP*, *Après le CAP Boucher*."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.model.blocks import Block, Part, joined
from parsers.segment.pieces import Piece
from schema.lexicon import Entry, Lexicon, own_type_start
from schema.text import clean, fold
from schema.title import Title, begins_with_type, read_title

_LONGEST_LABEL = 150
_ENDS = " \t\r\n\u00a0:.–—-"  # of a label
_PLAIN_WORD = re.compile(r"[A-Za-z]{3,}")


def title_block(blocks: Sequence[Block]) -> Block | None:
    """Return the first set-off line that begins with a type's words, first a heading of the page.

    None if no line does.
    """
    heads = (b for b in blocks if (b.level or b.strong) and begins_with_type(b.text))
    return min(heads, key=lambda block: block.level != 1, default=None)


def with_own_labels(
    blocks: tuple[Block, ...], titled: Block, own: Title, lexicon: Lexicon
) -> tuple[Block, ...]:
    """Return blocks with *diplôme* for the diploma's title in labels of texts and trades.

    *Description du CAP Boucher*: a label is a whole block below the title's, `titled`, or the
    set-off words at its beginning.
    """
    # a word of the name that looks alike in capitals without accents
    word = max(_PLAIN_WORD.findall(own.name), key=len, default="").lower()
    if not word:
        return blocks
    return tuple([
        _with_own_label(block, own, lexicon)
        if word in block.text.lower() and block.number > titled.number
        else block
        for block in blocks
    ])  # fmt: skip


def _with_own_label(block: Block, own: Title, lexicon: Lexicon) -> Block:
    is_entry = block.kind == "item" or (block.cell and not block.cell.header) or block.has_link
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

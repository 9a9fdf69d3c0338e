"""Divide a block that holds a grid of labels and values, each in an element of its own.

`<span class="l">Secteur</span><span class="v">Alimentation</span> <span class="l">Niveau</span>…`:
which labels no lexicon knows, only the way they are made tells.
"""

import itertools
from collections.abc import Iterator
from dataclasses import replace

from parsers.model.blocks import Block, Part
from schema.lexicon import Lexicon

_FEWEST = 3  # labels
_FEWEST_PARTS = 2 * _FEWEST - 1  # of labels with their values, less one
_LONGEST = 80  # of a label


def with_grids_divided(blocks: tuple[Block, ...], lexicon: Lexicon) -> tuple[Block, ...]:
    """Return blocks in which each label of such a grid begins a block of its own."""
    if not [block for block in blocks if block.parts[_FEWEST_PARTS:]]:  # most pages
        return blocks
    return tuple([each for block in blocks for each in _divided(block, lexicon)])


def _divided(block: Block, lexicon: Lexicon) -> Iterator[Block]:
    heads = _heads(block, lexicon) if block.parts[_FEWEST_PARTS:] else []
    if not heads:
        yield block
        return
    for start, stop in zip(heads, [*heads[1:], len(block.parts)], strict=True):
        label, *value = block.parts[start:stop]
        text = f"{label.text.strip().removesuffix(':').rstrip()} :"
        first = label._replace(text=text, strong=True, after_break=False)
        plain = (part._replace(strong=False) for part in value)
        yield replace(block, parts=(first, Part(" "), *plain))


def _heads(block: Block, lexicon: Lexicon) -> list[int]:
    """Return which parts of a block are labels: those that are made as its first one.

    Values stand between them, made in another way, and the lexicon knows half of them.
    """
    if block.level or block.cell:
        return []
    filled = [n for n, part in enumerate(block.parts) if part.text.strip()]
    making = block.parts[filled[0]].making if filled else ""
    heads = [n for n in filled if block.parts[n].making == making]
    if not making or len(heads) < _FEWEST or filled[-1] == heads[-1]:
        return []
    behind = dict(itertools.pairwise(filled))
    values = [block.parts[behind[n]] for n in heads]
    labels = [block.parts[n] for n in heads]
    if any(not value.making or value.making == making for value in values):
        return []
    if any(label.href or len(label.text) > _LONGEST for label in labels):
        return []
    known = sum(lexicon.lookup(label.text.strip()) is not None for label in labels)
    return heads if known * 2 >= len(heads) else []

"""Divide a block that holds a grid of labels and values, each in an element of its own.

`<span class="l">Secteur</span><span class="v">Alimentation</span> <span class="l">Niveau</span>…`:
which labels no lexicon knows, only the way they are made tells.
"""

import itertools
from collections.abc import Iterator
from dataclasses import replace

from parsers.model.blocks import Block, Part, joined
from schema.lexicon import Lexicon

_FEWEST, _FEWEST_KNOWN = 3, 2  # labels: of which half are known, and of which all are
_FEWEST_PARTS = 2 * _FEWEST_KNOWN - 1  # of labels with their values, less one
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
        label = _element(block, start)
        value = block.parts[start + len(label) : stop]
        text = f"{joined(label).strip().removesuffix(':').rstrip()} :"
        first = label[0]._replace(text=text, strong=True, after_break=False)
        plain = (part._replace(strong=False) for part in value)
        yield replace(block, parts=(first, Part(" "), *plain))


def _heads(block: Block, lexicon: Lexicon) -> list[int]:
    """Return which parts of a block are labels: those that are made as its first one.

    Values stand between them, made in another way, and the lexicon knows half of them, or both.
    """
    if block.level or block.cell:
        return []
    filled = [n for n, part in enumerate(block.parts) if part.text.strip()]
    filled = [n for n in filled if not _goes_on(block, n)]
    making = block.parts[filled[0]].making if filled else ""
    heads = [n for n in filled if block.parts[n].making == making]
    if not making or len(heads) < _FEWEST_KNOWN or filled[-1] == heads[-1]:
        return []
    behind = dict(itertools.pairwise(filled))
    values = [block.parts[behind[n]] for n in heads]
    labels = [_element(block, n) for n in heads]
    texts = [joined(label).strip() for label in labels]
    if any(not value.making or value.making == making for value in values):
        return []
    if any(label[0].href for label in labels) or any(len(text) > _LONGEST for text in texts):
        return []
    known = sum(lexicon.lookup(text) is not None for text in texts)
    is_known = known * 2 >= len(heads) if len(heads) >= _FEWEST else known == len(heads)
    return heads if is_known else []


def _element(block: Block, number: int) -> tuple[Part, ...]:
    """Return the part of that number and those that go on with its words."""
    stop = number + 1
    while stop < len(block.parts) and _goes_on(block, stop):
        stop += 1
    return block.parts[number:stop]


def _goes_on(block: Block, number: int) -> bool:
    """Return whether a part goes on with the words before it: `<b>1<sup>re</sup> session :</b>`."""
    if not number:
        return False
    before, part = block.parts[number - 1], block.parts[number]
    return part.element == before.element and "sup" in {part.making, before.making}

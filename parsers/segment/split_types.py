"""Join the words of a type that a page writes on lines of their own.

`Certificat d'aptitude` above `professionnelle`, `Brevet de technicien` above `supérieur`.
"""

from dataclasses import replace
from functools import cache

from parsers.model.blocks import Block
from schema.diploma_type import type_words
from schema.text import fold

_MOST_LINES = 3


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
        result.append(block)
    return tuple(result)


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

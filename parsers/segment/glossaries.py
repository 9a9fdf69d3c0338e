"""Leave out the glossary of a site, whose terms would be labels: *RNCP*, and what it stands for.

Two terms at least that sites explain, in one list, each an acronym of the words behind it.
"""

import re
from collections.abc import Iterable, Iterator

from parsers.model.blocks import Block
from schema.text import fold

# What sites explain; other lists of acronyms may be of options or trades
_EXPLAINED = {"VAE", "CCF", "RNCP", "PFMP", "CPC", "PSE", "NSF", "CFA", "BTS", "CAP"}
_BEGINNINGS = {term[:3] for term in _EXPLAINED}
_ACRONYM = re.compile(r"(?P<term>[A-Z]{2,6})(?:\s?[:=–-]\s?(?P<words>[^:.\d]{5,90})\.?|\s?:?)")
_HEADING = re.compile(
    r"(?:petit )?(?:glossaire|lexique)|(?:les )?(?:sigles|abreviations)(?: .{0,30})?"
)
_LITTLE = frozenset("a au aux d de des du en et l la le les par pour sur".split())


def without_glossaries(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return `blocks` without the headings of glossaries, their terms and what these mean."""
    known = [n for n, block in enumerate(blocks) if block.text[:3] in _BEGINNINGS]
    if len(known) < 2 or len([*_terms(blocks, known)]) < 2:
        return blocks  # most pages
    lists: dict[tuple[int, ...], list[tuple[str, set[int]]]] = {}
    for around, term, numbers in _terms(blocks, range(len(blocks))):
        lists.setdefault(around, []).append((term, numbers))
    gone: set[int] = set()
    for terms in lists.values():
        if len(_EXPLAINED.intersection(term for term, _ in terms)) > 1:
            gone = gone.union(*(numbers for _, numbers in terms))
            head = min(terms[0][1]) - 1
            gone |= {head} if head >= 0 and _HEADING.fullmatch(fold(blocks[head].text)) else set()
    return tuple(block for number, block in enumerate(blocks) if number not in gone)


def _terms(
    blocks: tuple[Block, ...], numbers: Iterable[int]
) -> Iterator[tuple[tuple[int, ...], str, set[int]]]:
    """Yield the list around each acronym that is explained, the acronym, and which blocks both are.

    In one line, or in a term and the block behind it. `numbers`: of the blocks that may be terms.
    """
    for number in numbers:
        match = _ACRONYM.fullmatch(blocks[number].text)
        if match is None:
            continue
        below = blocks[number + 1 : number + 2]
        words = match["words"] or (below[0].text if below else "")
        if _stands_for(match["term"], words):
            both = {number} if match["words"] else {number, number + 1}
            yield blocks[number].containers[1:2], match["term"], both


def _stands_for(term: str, words: str) -> bool:
    """Return whether a term has the first letters of some words, without the little ones."""
    initials = "".join(word[0] for word in fold(words).split() if word not in _LITTLE)
    return initials == term.lower()

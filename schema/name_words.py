"""Compare names of diplomas by their words: case, accents, order, plurals and small words aside.

Measured on the 189 diplomas that both Onisep and the ministry's list name: all agree so, three of
them by the plural or by a word written in two (`oléo hydrauliques`, `pluri média`).
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from schema.text import fold

# what diplomas call their options: "option A véhicules", "dominante A véhicules"
OPTION_WORDS = ("option", "options", "dominante", "dominantes", "parcours")
_SMALL = frozenset(
    "a au aux avec d de des dans du en et l la le les ou par pour sur un une "
    "specialite specialites mention mentions".split()
).union(word.rstrip("s") for word in OPTION_WORDS)
_OPTION = re.compile(rf"(?<=.)(?<! a) (?:{'|'.join(OPTION_WORDS)}) ")


class NameWords(NamedTuple):
    """The words of a name that carry meaning, and all its neighbouring words written as one."""

    words: frozenset[str]
    joined: frozenset[str]

    def hold(self, other: "NameWords") -> bool:
        """Return whether every word of `other` is among these, in one word or in two."""
        missing = other.words - self.words - self.joined
        if not missing:
            return True
        # the other name writes in two words a compound that this one writes in one
        written = {word for word in self.words if word in other.joined}
        return bool(written) and all(any(word in whole for whole in written) for word in missing)


@lru_cache(maxsize=8192)
def name_words(name: str) -> NameWords:
    """Split `name` (without the words of the type) into words for comparison."""
    sequence = [_singular(word) for word in fold(name).split()]
    words = frozenset(word for word in sequence if word not in _SMALL and len(word) > 1)
    return NameWords(words, frozenset(first + second for first, second in pairwise(sequence)))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def option_part(name: str) -> str:
    """Return the folded text behind the word *option* or its like; empty for a name without one."""
    folded = f"{fold(name)} "
    mark = _OPTION.search(folded)
    return folded[mark.end() :].strip() if mark else ""


def without_option(name: str) -> str:
    """Return the folded name up to the word *option* or its like."""
    return _OPTION.split(f"{fold(name)} ", maxsplit=1)[0].strip()

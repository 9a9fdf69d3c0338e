"""The diplomas that conditions of access name, and their levels. Both are derived values."""

import re
from functools import cache
from typing import NamedTuple

from schema.text import fold, same_length
from schema.vocabulary import rows

_LEVEL = re.compile(
    r"\bniveau\s+(?:de (?:qualification|certification)\s+)?([3-8])\b"
    r"(?!\s*(?:e\b|eme|ans|ou [a-z]+ du))"
)


class Named(NamedTuple):
    """A diploma as the text names it, its level if the words state it, and its place."""

    text: str
    level: int | None
    start: int


_THIS_ONE = re.compile(r"\b(?:ce|cet|cette|present|presente)\s+$")
_HOLDER = re.compile(
    r"\b(?:titulaires?|possesseurs?|obtention|apres)\b[^.]{0,60}$"
    r"|\b(?:un|une|tout|autre)\s+$"
)


def diplomas_in(access: str, own_words: frozenset[str] = frozenset()) -> list[Named]:
    """Return the diplomas named in a text on access, in order, each writing once.

    Not the diploma itself: "ce bac pro", and its own type (`own_words`, folded writings)
    unless the text is about its holders.
    """
    plain = same_length(access)
    diplomas: dict[str, Named] = {}
    for match in _pattern().finditer(plain):
        text = " ".join(access[match.start() : match.end()].split())
        key = fold(text)
        before = plain[max(0, match.start() - 90) : match.start()]
        if _THIS_ONE.search(before) or (key in own_words and not _HOLDER.search(before)):
            continue
        level = _levels()[fold(match[1]).removesuffix("s")]
        diplomas.setdefault(key, Named(text, level, match.start()))
    return list(diplomas.values())


def levels_in(access: str, named: list[Named]) -> list[int]:
    """Return the levels that a text on access names, by its diplomas and by number, in order."""
    levels = {diploma.level for diploma in named if diploma.level}
    levels |= {int(match[1]) for match in _LEVEL.finditer(same_length(access))}
    return sorted(levels)


@cache
def _levels() -> dict[str, int | None]:
    return {
        fold(row["words"]).removesuffix("s"): int(row["level"]) if row["level"] else None
        for row in rows("access_words.csv")
    }


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted((fold(row["words"]) for row in rows("access_words.csv")), key=len, reverse=True)
    joined = "|".join(
        r"[^a-z0-9+]{1,3}".join(re.escape(word) for word in text.replace("+ ", "+ ?").split())
        .replace(re.escape("+"), r"\+")
        .replace(r"\ \?", r"\s*")
        .replace(r"\?", "")
        for text in words
    )
    return re.compile(rf"(?<![a-z0-9])({joined})(?![a-z0-9])(?!\s*\+)")

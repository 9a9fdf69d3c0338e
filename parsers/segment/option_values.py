"""Divide a line that gives each option a value: *RNCP 845 (option A), 843 (option B)*."""

import re
from collections.abc import Sequence

from parsers.model.blocks import Part
from parsers.segment.labels import Piece
from schema.text import clean

# What is said of an option stands before its letter.
_OF_OPTION = re.compile(
    r"\s?(?:\(\s?(?:pour )?(?:l['’])?option ([A-Z])\s?\)|\bpour l['’]option ([A-Z])\b)"
)
_BETWEEN = re.compile(r"^(?:\s*[,;/]\s*(?:et\s)?|\s*et\s)\s*")
_DIGITS, _LETTERS = re.compile(r"\d+"), re.compile(r"[^\W\d_]+")


def value_of_each(piece: Piece, letters: Sequence[str]) -> dict[str, Piece]:
    """Return what a piece says to each of the options `letters`, if it gives each a value.

    The values have one form (`845`, `3 mai 2004`); what stands before the first one and behind the
    last option is said to all. Empty for any other piece, and for one with links.
    """
    marks = list(_OF_OPTION.finditer(piece.text)) if "option " in piece.text else []
    if len(marks) < 2 or piece.block.has_link:
        return {}
    if [(mark[1] or mark[2]).lower() for mark in marks] != list(letters):
        return {}
    starts = [0, *(mark.end() for mark in marks)]
    first, *others = (piece.text[a : m.start()] for a, m in zip(starts, marks, strict=False))
    values = [_BETWEEN.sub("", text) for text in others]
    words = first.split()
    values.insert(0, " ".join(words[-len(values[0].split()) :]))
    if len({_form(value) for value in values}) > 1 or not values[0]:
        return {}
    lead, rest = clean(first).removesuffix(values[0]), piece.text[starts[-1] :]
    texts = (clean(f"{lead}{value}{rest}") for value in values)
    return {
        letter: piece._replace(text=text, parts=(Part(text),))
        for letter, text in zip(letters, texts, strict=True)
    }


def _form(value: str) -> str:
    return _LETTERS.sub("a", _DIGITS.sub("1", value))

"""Find the marks of a line: bullets in front of an item, leaders between label and value."""

import re

from schema.text import has_any

# Marks that begin an item of a list made of characters, or open a panel (*+ Les métiers*); U+F0B7
# and its kin are Word's bullets.
_BULLET = re.compile(
    "^\\s*(?:[-\u2010-\u2015\u2022\u00b7\u25aa\u25ab\u25a0\u25a1\u25cf\u25cb\u25e6*\u27a2\u27a4"
    "\u25b8\u25b9\u25bc\u25be\u203a\u2212\u229e\u229f\u2795\u2796\u25ba\u25b6"
    "\u2023\u2219\u2192\u21d2\u2713\u2714\u00a7\u00bb\u2043\uf000-\uf0ff]"
    "|[o+](?=[\\s\u00a0]))[\\s\u00a0]*(?=\\S)"
)
# "Code ........ 500-22430 V", "Code = 500-22430 V": what leads from a label to its value
LEADER = re.compile(r"(?:\.{4,}|(?<= )\.{2,3}(?= )|…{2,}|(?<=\s)=(?=\s))(?:\s*:)?")
_DOTTED = ("....", " .. ", " ... ")
# "Code      500-22430 V", set in columns by spaces that a browser shows
COLUMN = "   "
_COLUMN_GAP = re.compile(r"(?<=[^\s:]) {3,}(?=\S|$)")


def has_leader(text: str) -> bool:
    """Return whether a text may have what leads from a label to its value (`LEADER`)."""
    return " = " in text or "……" in text or (".." in text and has_any(text, _DOTTED))


def with_colon(text: str) -> str:
    """Return a line with a colon instead of what leads from its label to the value.

    Lines of three columns or more are rows of a table, and have no label.
    """
    if COLUMN not in text or has_leader(text):
        return LEADER.sub(" : ", text)
    divided, gaps = _COLUMN_GAP.subn(" : ", text)
    return divided if gaps == 1 else text


def is_row(text: str) -> bool:
    """Return whether a line is a row of a table of three columns or more, set by spaces."""
    return COLUMN in text and len(_COLUMN_GAP.findall(text)) > 1


def without_bullet(text: str) -> str:
    """Return the text of an item without the mark in front of it."""
    return text[behind_bullet(text) :]


def behind_bullet(text: str) -> int:
    """Return where the text of an item begins behind its bullet; 0 without a bullet."""
    if text[:1].isalnum() and text[0] != "o":  # most texts
        return 0
    bullet = _BULLET.match(text)
    return bullet.end() if bullet else 0

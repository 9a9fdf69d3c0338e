"""Recognise the text of an order, as Légifrance and the Bulletin officiel show it."""

import re
from collections.abc import Iterable

from schema.text import same_length

# What only the body of an order holds, each at the beginning of a line: what it is based on, the
# word by which it orders, its first article.
_PARTS = (
    re.compile(r"vu (?:l[ea]s? |l'|code |loi |decret |arrete )"),
    re.compile(r"(?:arrete|decrete)(?:nt)? ?:$"),
    re.compile(r"art(?:icle|\.) ?(?:1(?:er)?\b|premier\b)"),
)
_LONGEST_START = 40


def is_text_of_order(lines: Iterable[str]) -> bool:
    """Return whether lines of a page are the body of an order: two of its parts at least."""
    starts = [same_length(line[:_LONGEST_START]) for line in lines if line[:1] in "VAD"]
    return sum(any(map(part.match, starts)) for part in _PARTS) > 1

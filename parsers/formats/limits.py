"""A linear scan that refuses, before parsing, what the HTML parser cannot take.

Measured with Lexbor: 5 MB of nested `<div>` or of attributes take over a minute, 1 MB of
`<a><div>` 40 s, 5 MB of `<p>` 422 MB, and C code cannot be interrupted. 200 000 `<p>` take 63 MB,
10 000 nested elements 0.06 s. What we do with each tag costs more than that: the
bounds are those of reading in two seconds and 200 MB, far above any page (the longest known
document has 6 165 characters).
"""

import re

from schema.errors import Refused
from schema.issues import Refusal

MAX_CHARACTERS = 2_000_000
MAX_TAGS = 60_000
MAX_BLOCKS = 20_000
MAX_BLOCK_CHARACTERS = 100_000
MAX_DEPTH = 5_000
MAX_ATTRIBUTES = 1_000
MAX_ATTRIBUTE_BYTES = 500_000
# Formatting elements that stay open are cloned into every block that follows: quadratic.
MAX_OPEN_FORMATTING = 200
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_RAW = re.compile(r"<(script|style|textarea|title|xmp)\b", re.IGNORECASE)
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr "
    "p li dt dd tr td th option".split()
)
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())


def refuse_too_complex(text: str) -> None:
    """Raise `Refused(too-complex)` when parsing `text` would cost too much time or memory."""
    if len(text) > MAX_CHARACTERS:
        refuse(f"more than {MAX_CHARACTERS} characters")
    tags = depth = formatting = 0
    position = 0
    lowered = ""
    while match := _TAG.search(text, position):
        tags += 1
        closing, name = match[1], match[2].lower()
        end = text.find(">", match.end())
        end = len(text) if end < 0 else end
        attributes = text[match.end() : end]
        if len(attributes) > MAX_ATTRIBUTE_BYTES or attributes.count("=") > MAX_ATTRIBUTES:
            refuse("a tag with too many or too long attributes")
        if name not in _VOID:
            # a table nests its row and cell as well, whose own tags are often left unclosed
            weight = 3 if name == "table" else 1
            step = -weight if closing else (0 if attributes.endswith("/") else weight)
            depth = max(0, depth + step)
            if name in _FORMATTING:
                formatting = max(0, formatting + step)
        if tags > MAX_TAGS:
            refuse(f"more than {MAX_TAGS} tags")
        if depth > MAX_DEPTH:
            refuse(f"more than {MAX_DEPTH} elements open at once")
        if formatting > MAX_OPEN_FORMATTING:
            refuse(f"more than {MAX_OPEN_FORMATTING} unclosed formatting elements")
        position = end
        if not closing and _RAW.match(match[0]):
            lowered = lowered or text.lower()
            closed = lowered.find(f"</{name}", end)
            position = closed if closed > 0 else end


def refuse(detail: str) -> None:
    """Raise `Refused(too-complex)`."""
    raise Refused(Refusal.TOO_COMPLEX, detail)

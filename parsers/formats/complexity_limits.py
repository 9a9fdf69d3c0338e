"""Refuse, by a linear scan before parsing, documents that the HTML parser cannot take.

Measured with Lexbor: 5 MB of nested `<div>` or of attributes take over a minute, 1 MB of
`<a><div>` 40 s, 5 MB of `<p>` 422 MB, and C code cannot be interrupted. 200 000 `<p>` take 63 MB,
10 000 nested elements 0.06 s. What we do with each tag costs more than that: the
bounds are those of reading in two seconds and 200 MB, far above any page (the longest known
document has 6 165 characters).
"""

import re
from functools import lru_cache

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
# Lexbor goes through the whole list of choices at each of its options: 20 000 take 3 s.
MAX_OPTIONS = 5_000
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)([^>]*)")
_RAW = frozenset("script style textarea title xmp".split())
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr "
    "p li dt dd tr td th option".split()
)
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())

_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_OPENED_FORMATTING = re.compile(rf"<(?:{'|'.join(sorted(_FORMATTING))})(?=[\s/>])", re.IGNORECASE)


@lru_cache(maxsize=1)  # a page is scanned when it arrives and when it is read
def refuse_too_complex(text: str) -> None:
    """Raise `Refused(too-complex)` when parsing `text` would cost too much time or memory."""
    if len(text) > MAX_CHARACTERS:
        refuse(f"more than {MAX_CHARACTERS} characters")
    if _is_harmless(text):
        return
    tags = depth = formatting = options = 0
    position = 0
    lowered = ""
    for match in _TAG.finditer(text):
        if match.start() < position:
            continue  # inside a script or a style
        tags += 1
        closing, written, attributes = match.groups()
        name = written.lower()
        if len(attributes) > MAX_ATTRIBUTES and (
            len(attributes) > MAX_ATTRIBUTE_BYTES or attributes.count("=") > MAX_ATTRIBUTES
        ):
            refuse("a tag with too many or too long attributes")
        if name not in _VOID:
            # a table nests its row and cell as well, whose own tags are often left unclosed
            weight = 3 if name == "table" else 1
            step = -weight if closing else (0 if attributes.endswith("/") else weight)
            depth = max(0, depth + step)
            if name in _FORMATTING:
                formatting = max(0, formatting + step)
                if formatting > MAX_OPEN_FORMATTING:
                    refuse(f"more than {MAX_OPEN_FORMATTING} unclosed formatting elements")
            if depth > MAX_DEPTH:
                refuse(f"more than {MAX_DEPTH} elements open at once")
        options += name == "option"
        if options > MAX_OPTIONS:
            refuse(f"more than {MAX_OPTIONS} options")
        if tags > MAX_TAGS:
            refuse(f"more than {MAX_TAGS} tags")
        if name in _RAW and not closing:
            lowered = lowered or text.lower()
            position = max(lowered.find(f"</{name}", match.end()), match.end())


def _is_harmless(text: str) -> bool:
    """Return whether no bound can be exceeded, by counts alone: true of nearly every page."""
    tags, most = text.count("<"), min(MAX_DEPTH, MAX_TAGS, MAX_OPTIONS)
    opened = tags - text.count("</")
    return (
        len(text) <= MAX_ATTRIBUTE_BYTES
        and text.count("=") <= MAX_ATTRIBUTES
        # tables and formatting elements are among the open elements, which are counted faster
        and (tags + 2 * opened <= most or tags + 2 * len(_TABLE.findall(text)) <= most)
        and (
            opened <= MAX_OPEN_FORMATTING
            or len(_OPENED_FORMATTING.findall(text)) <= MAX_OPEN_FORMATTING
        )
    )


def refuse(detail: str) -> None:
    """Raise `Refused(too-complex)`."""
    raise Refused(Refusal.TOO_COMPLEX, detail)

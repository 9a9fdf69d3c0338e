"""The number of an order at the Journal officiel."""

import re

# "MENE0700519A", as brochures print it: "NOR/MEN E0768357 A", "NORMEN E 0401466 A",
# "MEN L 97 02931 A", "MEN/E 1023927/A"
_DIGITS = re.compile("[0-9][0-9]{4}")  # looked for first, which is ten times as fast
_NOR = re.compile(r"\b(?:NOR\s?[:/]?\s?)?([A-Z]{3}[\s/]?[A-Z][\s/]?\d{2}\s?\d{5}[\s/]?[A-Z])\b")


def nor_in(text: str) -> str | None:
    """Return the first NOR number in a text, without its spaces and strokes."""
    match = _NOR.search(text) if _DIGITS.search(text) else None
    return "".join(match[1].replace("/", " ").split()) if match else None

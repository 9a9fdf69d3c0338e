"""The number of an order at the Journal officiel."""

import re

# "MENE0700519A", as brochures print it: "NOR/MEN E0768357 A", "NORMEN E 0401466 A"
_NOR = re.compile(r"\b([A-Z]{4}\d{7}[A-Z])\b|\bNOR\s?[:/]?\s?([A-Z]{3}\s?[A-Z]\s?\d{7}\s?[A-Z])\b")


def nor_in(text: str) -> str | None:
    """Return the first NOR number in a text, without its spaces."""
    match = _NOR.search(text)
    return "".join((match[1] or match[2]).split()) if match else None

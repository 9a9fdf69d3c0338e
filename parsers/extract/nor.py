"""The number of an order at the Journal officiel."""

import re

from schema.text import number_spans

# "MENE0700519A", as brochures print it: "NOR/MEN E0768357 A", "NORMEN E 0401466 A",
# "MEN L 97 02931 A", "MEN/E 1023927/A"
_NOR = re.compile(r"\b(?:NOR\s?[:/]?\s?)?([A-Z]{3}[\s/]?[A-Z][\s/]?\d{2}\s?\d{5}[\s/]?[A-Z])\b")
# "NOR : mene1604125a": without capitals only where it is called so
_CALLED_SO = re.compile(r"\bnor\s?[:/]?\s?([a-z]{4}\d{7}[a-z])\b", re.IGNORECASE)
_OF_ORDERS = ("A", "D")  # the last letter: of an arrêté, of a décret; a circular has C
_CENTURY = 50  # the first NOR are of 1987


def year_of(nor: str) -> int:
    """Return the year in which a NOR was given, as its digits say: mostly that of its order."""
    year = int(nor[4:6])
    return year + (2000 if year < _CENTURY else 1900)


def order_number_in(text: str) -> str | None:
    """Return the first NOR in a text, unless its last letter says that it is of no order."""
    nor = nor_in(text)
    return nor if nor and nor.endswith(_OF_ORDERS) else None


def nor_in(text: str) -> str | None:
    """Return the first NOR number in a text, in capitals, without its spaces and strokes."""
    if not number_spans(text, 5):  # most texts
        return None
    match = _NOR.search(text) or _CALLED_SO.search(text)
    return "".join(match[1].replace("/", " ").split()).upper() if match else None

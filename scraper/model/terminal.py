"""Foreign text on a terminal: never control characters."""

from unicodedata import category


def printable(text: str) -> str:
    """Return `text` without characters that would control the terminal or break the line."""
    return "".join(c if c.isprintable() or category(c) == "Zs" else "�" for c in text)

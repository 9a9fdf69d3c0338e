"""Foreign text on a terminal: never control characters."""


def printable(text: str) -> str:
    """Return `text` without characters that would control the terminal or break the line."""
    return "".join(c if c.isprintable() else "�" for c in text)

"""Where a source's file is: a path, or an address (a text) from which it is fetched."""

from pathlib import Path

Place = Path | str


def is_address(text: str) -> bool:
    """Whether `text` is meant as an address and not as a path."""
    return text.lower().startswith(("http://", "https://"))

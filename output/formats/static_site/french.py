"""French typography of the pages: dates, numbers, lists, paragraphs.

Texts of sources stay as they are.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
_ITEM = "- "


class Block(NamedTuple):
    """A paragraph, or a list of items."""

    paragraph: str
    items: tuple[str, ...] = ()


def blocks(text: str | None) -> Iterator[Block]:
    """Yield the paragraphs and lists of a record's text, in which `- ` begins an item."""
    items: list[str] = []
    for paragraph in (text or "").split("\n\n"):
        if paragraph.startswith(_ITEM):
            items.append(paragraph.removeprefix(_ITEM))
            continue
        if items:
            yield Block("", tuple(items))
            items = []
        if paragraph:
            yield Block(paragraph)
    if items:
        yield Block("", tuple(items))


def date(day: str | None) -> str:
    """Return `2026-11-03` as `3 novembre 2026`, `2025-06` as `juin 2025`, None as an empty text."""
    if not day or not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", day):
        return day or ""
    year, month, *number = (int(part) for part in day.split("-"))
    words = f"{_MONTHS[month - 1]} {year}"
    return words if not number else f"{'1er' if number[0] == 1 else number[0]} {words}"


def duration(months: int | None) -> str:
    """Return months as people say them: `1 an`, `2 ans et 6 mois`, `5 mois`."""
    if not months:
        return ""
    years, rest = divmod(months, 12)
    parts = [f"{years} an{'s' * (years > 1)}"] if years else []
    return " et ".join(parts + ([f"{rest} mois"] if rest else []))


def plural(count: int, singular: str, many: str | None = None) -> str:
    """Return a count with its noun, singular below two: `0 diplôme`, `12 diplômes`."""
    number = f"{count:,}".replace(",", "\u202f")
    return f"{number}\u00a0{singular if count < 2 else many or singular + 's'}"


def forms(masculine: str, feminine: str) -> str:
    """Return a trade in both genders, once where they are the same."""
    return masculine if masculine == feminine else f"{masculine} / {feminine}"


def joined(parts: Sequence[str]) -> str:
    """Return parts as a French enumeration: `a, b et c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} et {parts[-1]}"


def capital(text: str) -> str:
    """Return the text with its first letter as a capital."""
    return text[:1].upper() + text[1:]

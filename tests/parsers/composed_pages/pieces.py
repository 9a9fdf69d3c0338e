"""The pieces of which a page is composed, before a layout gives them tags."""

from typing import NamedTuple

Rows = tuple[tuple[str, ...], ...]


class Piece(NamedTuple):
    """A piece of HTML text of one kind; the method of the layout that writes it has its name."""

    kind: str
    text: str
    label: str = ""
    rows: Rows = ()


def pair(label: str, value: str) -> Piece:
    """A label and its value, beside each other."""
    return Piece("pair", value, label)


def under(label: str, value: str) -> Piece:
    """A label with its value below it."""
    return Piece("under", value, label)


def entry(text: str) -> Piece:
    """An entry of a list."""
    return Piece("entry", text)


def par(text: str) -> Piece:
    """A paragraph."""
    return Piece("par", text)


def note(text: str) -> Piece:
    """A remark in small letters."""
    return Piece("note", text)


def alert(text: str) -> Piece:
    """A warning."""
    return Piece("alert", text)


def table(*rows: tuple[str, ...]) -> Piece:
    """A table, whose first row names its columns."""
    return Piece("table", "", rows=rows)
